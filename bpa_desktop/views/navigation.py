"""The places at the left, each with its name, an icon and a count of what waits there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QWidget

from bpa_desktop.errors import BpaError
from bpa_desktop.i18n import _
from bpa_desktop.views import paint
from bpa_desktop.views.button import Button
from bpa_desktop.views.flow import Flow
from bpa_desktop.views.roving import Roving
from bpa_desktop.views.style import sizes_for
from bpa_desktop.views.theme import colours_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QPaintEvent

    from bpa_desktop.views.desk import Desk
    from bpa_desktop.views.place import Place

_MARGIN = 12
_WIDTH = 216
_LETTERS = 20
_MOST_LETTERS = 30


class Navigation(QWidget):
    """One Tab stop; arrows move, Enter goes there."""

    def __init__(self, desk: Desk, places: Sequence[Place], go: Callable[[str], object]) -> None:
        super().__init__()
        self._desk = desk
        self._places = list(places)
        self._go = go
        self._current = ""
        self._roving = Roving()
        self._buttons: dict[str, Button] = {}
        flow = Flow()
        flow.setContentsMargins(_MARGIN, 16, _MARGIN, 16)
        self.setLayout(flow)
        for place in self._places:
            button = Button(_(place.title), "place", place.icon, press=self._goer(place.key))
            self._buttons[place.key] = button
            flow.add(button, _LETTERS, _MOST_LETTERS, stretch=True)
        self._roving.set_buttons(list(self._buttons.values()))
        self.setAccessibleName(_("Places"))
        self.count()

    @property
    def is_empty(self) -> bool:
        """Whether there is nowhere to go."""
        return not self._buttons

    def button(self, key: str) -> Button | None:
        """The button of the place called ``key``."""
        return self._buttons.get(key)

    def _goer(self, key: str) -> Callable[[], object]:
        return lambda: self._go(key)

    def show_current(self, key: str) -> None:
        """Mark the place called ``key`` as the one that is shown."""
        self._current = key
        for each, button in self._buttons.items():
            button.set_kind("here" if each == key else "place")
        if key in self._buttons:
            self._roving.point_to(self._buttons[key])

    def count(self) -> None:
        """Count again what waits at each place."""
        for place in self._places:
            if place.badge is None:
                continue
            waiting = _waiting(place, self._desk)
            button = self._buttons[place.key]
            button.set_note(str(waiting) if waiting else "", "badge")
            button.set_note_words(place.badge_words(waiting) if waiting else "")

    def retranslate(self) -> None:
        """Show the names in the language that is spoken now."""
        self.setAccessibleName(_("Places"))
        for place in self._places:
            self._buttons[place.key].set_label(_(place.title))
        self.count()

    def wanted_width(self) -> int:
        """The width at which every name stands on one line."""
        widest = max((button.sizeHint().width() for button in self._buttons.values()), default=0)
        return max(sizes_for(self).px(_WIDTH), widest + 2 * _MARGIN + 1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A surface with a line at its right."""
        colours = colours_of(self.palette())
        painter = QPainter(self)
        paint.ground(painter, self.rect(), colours.surface)
        painter.setPen(QPen(QColor(colours.hairline), colours.edge))
        painter.drawLine(self.width() - 1, 0, self.width() - 1, self.height())
        painter.end()


def _waiting(place: Place, desk: Desk) -> int:
    """How much waits at ``place``; nothing where the file cannot be read."""
    if place.badge is None or not desk.has_session:
        return 0
    try:
        return place.badge(desk)
    except BpaError:
        # The page of the place says why it cannot be read.
        return 0
