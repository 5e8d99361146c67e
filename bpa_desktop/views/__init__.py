"""What a person sees: Qt widgets that show, ask and call one service."""

import builtins

import PySide6.QtCore  # noqa: F401 - puts its own look at every import in place

# PySide reads the source of each module imported after it, in search of its ``__feature__``
# switches. This program uses none of them, and starts a good deal sooner without.
builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
