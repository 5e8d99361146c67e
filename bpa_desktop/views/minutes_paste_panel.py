"""Minutes that were copied elsewhere: the points they become, and one press that puts them in."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from PySide6.QtGui import QGuiApplication

from bpa_desktop.domain.meeting import Section
from bpa_desktop.i18n import _, ngettext
from bpa_desktop.services.minutes import add_points
from bpa_desktop.services.minutes_pasting import points_in
from bpa_desktop.views.button import Button
from bpa_desktop.views.live_panel import LivePanel
from bpa_desktop.views.roving import Roving
from bpa_desktop.views.stack import Stack
from bpa_desktop.views.text import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bpa_desktop.domain.meeting import Meeting
    from bpa_desktop.services.minutes import NewPoint
    from bpa_desktop.views.desk import Desk

_GAP: Final = 2
_SHOWN: Final = 20
_LETTERS: Final = 90


def paste_minutes(desk: Desk, meeting: Meeting) -> None:
    """Read what is copied, show how it is taken apart beside the page, and say so."""
    data = QGuiApplication.clipboard().mimeData()
    found = points_in(data.text(), data.html())
    open_pasted(desk, meeting, found)


def open_pasted(desk: Desk, meeting: Meeting, found: Sequence[NewPoint]) -> None:
    """Show the points that would be put in."""
    panel = MinutesPastePanel(desk, meeting, found)
    desk.show_panel(panel, _("Paste minutes"))
    desk.announcer.say(panel.said)


class MinutesPastePanel(LivePanel):
    """Nothing is put in until it is pressed; it is one action, and one undo takes it back."""

    TOPICS: ClassVar[frozenset[str]] = frozenset({"none"})

    def __init__(self, desk: Desk, meeting: Meeting, found: Sequence[NewPoint]) -> None:
        super().__init__(desk, lambda: None)
        self._meeting, self._found = meeting, found
        self.said = _told(found)
        self.add(Text(self.said))
        for number, one in enumerate(found[:_SHOWN], start=1):
            self.add(_preview(number, one))
        if len(found) > _SHOWN:
            self.add(Text(_("And {n} more.").format(n=len(found) - _SHOWN)))
        again = Button(_("Read what is copied again"), press=lambda: paste_minutes(desk, meeting))
        buttons = [again]
        if found:
            text = ngettext("Put in {n} point", "Put in {n} points", len(found))
            put = Button(text, "primary", press=self._put_in)
            put.setEnabled(not desk.read_only)
            buttons.insert(0, put)
        for button in buttons:
            self.add(button)
        self._roving = Roving(buttons)

    def _put_in(self) -> None:
        def write() -> str:
            made = add_points(self.desk.session, self._meeting, self._found)
            self.desk.close_panel()
            return ngettext("{n} point is put in.", "{n} points are put in.", len(made))

        self.desk.attempt(write)


def _told(found: Sequence[NewPoint]) -> str:
    if not found:
        return _("Nothing is copied. Copy the minutes in Word or a mail, and press again.")
    return ngettext(
        "What is copied becomes {n} point. Nothing is put in yet.",
        "What is copied becomes {n} points. Nothing is put in yet.",
        len(found),
    )


def _preview(number: int, one: NewPoint) -> Stack:
    words = " ".join(one.words.split())
    short = words if len(words) <= _LETTERS else f"{words[:_LETTERS].rsplit(' ', 1)[0]} …"
    lines = [Text(f"{number}. {one.heading}", "strong")]
    if one.section is Section.PERSON:
        lines.append(Text(_(one.section.label), tone="warn"))
    if short:
        lines.append(Text(short, tone="muted"))
    return Stack(_GAP, lines)
