"""What a person sees: Qt widgets that show, ask and call one service."""

from bpa_desktop.views.qt_enums import build_fast
from bpa_desktop.views.qt_import import import_lean

build_fast()
import_lean()
