"""Puts the chosen language, sizes, letters and colours on the whole program, also while it runs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QPalette

from bpa_desktop.views import fonts
from bpa_desktop.views.focus import FocusRing
from bpa_desktop.views.style import BpaStyle
from bpa_desktop.views.theme import CONTRAST, DARK, LIGHT, palette_of, sizes_of
from bpa_desktop.views.translator import Translation

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from bpa_desktop.services.preferences import Preferences
    from bpa_desktop.views.theme import Colours, Sizes

Scheme = Qt.ColorScheme


class Appearance(QObject):
    """One per application. ``changed`` comes after everything has its new look."""

    changed = Signal()

    def __init__(self, app: QApplication, preferences: Preferences) -> None:
        super().__init__(app)
        self._app = app
        self._preferences = preferences
        self._told: object = None
        self._font_family = fonts.register()
        # Qt gives a wrapper that dies when nobody holds it.
        self._hints = app.styleHints()
        self._style = _style_of(app, sizes_of(preferences))
        self.translation = Translation(app)
        self._ring = app.findChild(FocusRing) or FocusRing(app)
        self.wear(preferences)
        self._hints.colorSchemeChanged.connect(self._system_changed)
        if hasattr(self._hints, "accessibility"):
            self._access = self._hints.accessibility()
            self._access.contrastPreferenceChanged.connect(self._system_changed)

    @property
    def system_wants_contrast(self) -> bool:
        """Whether the system runs a contrast theme."""
        if not hasattr(self._hints, "accessibility"):
            return False
        wanted = self._hints.accessibility().contrastPreference()
        return bool(wanted == Qt.ContrastPreference.HighContrast)

    def colours(self) -> Colours | None:
        """Our tokens, or None when the system's contrast theme decides alone."""
        wish = self._preferences.colours
        if self.system_wants_contrast and wish in {"system", "contrast"}:
            return None
        if wish == "system":
            return DARK if self._hints.colorScheme() == Scheme.Dark else LIGHT
        return {"light": LIGHT, "dark": DARK, "contrast": CONTRAST}[wish]

    def wear(self, preferences: Preferences) -> None:
        """Show everything as ``preferences`` ask."""
        self._preferences = preferences
        self.translation.speak(preferences.language)
        self._style.sizes = sizes_of(preferences)
        font = fonts.app_font(preferences.text_percent, self._font_family)
        if font != self._app.font():
            self._app.setFont(font)
        self._ask_for_scheme(preferences.colours)
        self._paint()
        if self._look() != self._told:
            self._tell_all()
        self.changed.emit()

    def _look(self) -> object:
        """What widgets can see of the preferences; how the roster is shown is none of it."""
        return self._preferences._replace(roster_view=""), self.colours()

    def _ask_for_scheme(self, wish: str) -> None:
        """Window frames and system dialogs follow where the system lets them."""
        if wish == "system":
            self._hints.unsetColorScheme()
        else:
            self._hints.setColorScheme(Scheme.Light if wish == "light" else Scheme.Dark)

    def _paint(self) -> None:
        colours = self.colours()
        self._app.setPalette(palette_of(colours) if colours is not None else QPalette())

    def _tell_all(self) -> None:
        self._told = self._look()
        event = QEvent(QEvent.Type.StyleChange)
        for widget in self._app.allWidgets():
            self._app.sendEvent(widget, event)

    def _system_changed(self) -> None:
        self._paint()
        self._tell_all()
        self.changed.emit()


def _style_of(app: QApplication, sizes: Sizes) -> BpaStyle:
    """One style for the life of the application: replacing it would pull it from under widgets."""
    style = app.style()
    if not isinstance(style, BpaStyle):
        style = BpaStyle(sizes)
        app.setStyle(style)
    return style
