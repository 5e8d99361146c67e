"""The past shifts nobody has told about: each can be opened, to say how it was."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from bpa_desktop.i18n import _, ngettext
from bpa_desktop.services import confirming
from bpa_desktop.views.button import Button
from bpa_desktop.views.live_panel import LivePanel
from bpa_desktop.views.missing_lines import MissingLines
from bpa_desktop.views.roving import Roving
from bpa_desktop.views.text import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bpa_desktop.services.confirming import Missing
    from bpa_desktop.views.desk import Desk

SHOWN_FIRST: Final = 5


def open_unconfirmed(desk: Desk) -> None:
    """Show the past shifts that are only planned beside the page, and say how many there are."""
    panel = _show(desk)
    if panel is not None:
        desk.announcer.say(panel.sentence)


def _show(
    desk: Desk, *, show_all: bool = False, take_focus: bool = True
) -> UnconfirmedPanel | None:
    found = confirming.recent(desk.session)
    if not found:
        desk.close_panel()
        return None
    panel = UnconfirmedPanel(desk, found, show_all=show_all)
    desk.show_panel(panel, _("How did it go?"), take_focus=take_focus)
    return panel


class UnconfirmedPanel(LivePanel):
    """The oldest shifts stand first."""

    TOPICS: ClassVar[frozenset[str]] = frozenset({"shift", "helper", "absence"})

    def __init__(self, desk: Desk, found: Sequence[Missing], *, show_all: bool) -> None:
        super().__init__(desk, lambda: _show(desk, show_all=show_all, take_focus=False))
        self.sentence = ngettext(
            "{n} shift is over. Open it to write how it went.",
            "{n} shifts are over. Open one to write how it went.",
            len(found),
        )
        self.add(Text(self.sentence))
        is_whole = show_all or len(found) <= SHOWN_FIRST + 1
        lines = MissingLines(desk, found, len(found) if is_whole else SHOWN_FIRST)
        self.add(lines)
        buttons = list(lines.buttons)
        if not is_whole:
            text = _("Show all that is missing ({n})").format(n=len(found))
            more = Button(text, press=self._show_all)
            buttons.append(more)
            self.add(more)
        self._roving = Roving(buttons)

    def _show_all(self) -> None:
        _show(self.desk, show_all=True)
        self.desk.announcer.say(self.sentence)
