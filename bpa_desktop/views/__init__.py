"""What a person sees: Qt widgets that show, ask and call one service."""
