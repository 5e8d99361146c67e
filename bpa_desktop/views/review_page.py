"""Minutes before others see them: each point is shown or left out, each find kept or replaced."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar, Final

from bpa_desktop.documents.minutes import left_out_words
from bpa_desktop.domain.meeting import Mark
from bpa_desktop.i18n import _, ngettext
from bpa_desktop.services.meeting_words import (
    look_label,
    minutes_name,
    point_brief,
    point_name,
)
from bpa_desktop.services.meetings import find_meeting
from bpa_desktop.services.minutes import set_mark
from bpa_desktop.services.minutes_checks import replace_all, review
from bpa_desktop.services.paper_minutes import finish_review, newest_waiting, shown_paper
from bpa_desktop.views.button import Button
from bpa_desktop.views.card import Notice, Row, Rows
from bpa_desktop.views.find_row import FindRow, find_rows
from bpa_desktop.views.marks import Pill
from bpa_desktop.views.page import Page
from bpa_desktop.views.roving import Roving
from bpa_desktop.views.showing import show_made
from bpa_desktop.views.stack import Stack
from bpa_desktop.views.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bpa_desktop.domain.meeting import Meeting, MeetingPoint
    from bpa_desktop.services.minutes_checks import PointReview, Review
    from bpa_desktop.views.desk import Desk
    from bpa_desktop.views.find_row import SettledRow

_NUMBER_CHARS: Final = 9
_WORDS_CHARS: Final = 22
_GAP: Final = 4
_SEVERAL: Final = 2


class ReviewPage(Page):
    """*Done* is refused while something waits, and says which point it is in."""

    TOPICS: ClassVar[frozenset[str]] = frozenset(
        {"meeting", "meeting_point", "agreed_task", "helper"}
    )

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        back = Button(_("Back"), icon="arrow-left", press=self.go_back)
        self._see_button = Button(
            _("This is what the caseworker sees"), icon="eye", press=self._see
        )
        self._done_button = Button(_("Done"), "primary", press=self._finish)
        buttons = [back, self._see_button, self._done_button]
        self._group = Roving(buttons)
        self._group.point_to(self._done_button)
        self.heading.add(Row(buttons))
        desk.record_wanted.connect(self._wanted)

    def _wanted(self, place: str) -> None:
        if place == "review":
            self._stale = True

    @property
    def meeting(self) -> Meeting | None:
        """The meeting that was chosen, else the latest whose minutes wait."""
        chosen = self.desk.chosen.get("review")
        found = find_meeting(self.desk.session, chosen.record_id) if chosen else None
        return found or newest_waiting(self.desk.session)

    def refresh(self) -> None:
        """Look at the points again."""
        meeting, content = self.meeting, self.stack()
        self._see_button.setEnabled(meeting is not None)
        self._done_button.setEnabled(meeting is not None and not self.desk.read_only)
        self._group.settle()
        if meeting is None:
            self.heading.say(_("Look through minutes"), "")
            content.add(Notice(_("No minutes are written yet.")))
        else:
            found = review(self.desk.session, meeting)
            self.heading.say(look_label(meeting), _sentence(found))
            content.add(self._points(found))
            content.add(_below(found))
        self.fill(content)

    def _points(self, found: Review) -> Rows:
        table, buttons = Rows(_("Points")), list[Button]()
        for one in found.points:
            rows = find_rows(self.desk, one)
            turn = [*self._all_button(one, rows), self._turn_button(one)]
            buttons += [*turn, *(button for row in rows for button in row.buttons)]
            table.add(Stack(_GAP * 2, [_line(one, turn), *rows]))
        for button in buttons:
            button.setEnabled(not self.desk.read_only)
        Roving(buttons)
        return table

    def _turn_button(self, one: PointReview) -> Button:
        text = _("Leave out – point {number}") if one.is_shown else _("Show – point {number}")
        mark = Mark.SENSITIVE if one.is_shown else Mark.PROFESSIONAL
        label = text.format(number=one.point.number)
        return Button(label, press=partial(self._turn, one.point, mark))

    def _all_button(self, one: PointReview, rows: Sequence[FindRow | SettledRow]) -> list[Button]:
        waiting = [row for row in rows if isinstance(row, FindRow)]
        if len(waiting) < _SEVERAL:
            return []
        text = _("Replace all – point {number}").format(number=one.point.number)
        return [Button(text, press=partial(self._replace_all, one, waiting))]

    def _turn(self, point: MeetingPoint, mark: Mark) -> None:
        def write() -> str:
            set_mark(self.desk.session, point, mark)
            text = _("{point} is left out.") if mark is Mark.SENSITIVE else _("{point} is shown.")
            return text.format(point=point_name(point))

        self.desk.attempt(write)

    def _replace_all(self, one: PointReview, rows: Sequence[FindRow]) -> None:
        def write() -> str:
            words = {row.check.find.text: row.words for row in rows}
            replace_all(self.desk.session, one, words)
            return _("Everything found in {point} is replaced.").format(
                point=point_name(one.point).lower()
            )

        self.desk.attempt(write)

    def _see(self) -> None:
        meeting = self.meeting
        if meeting is not None:
            show_made(self, shown_paper(self.desk.session, meeting).view, back="review")

    def _finish(self) -> None:
        meeting = self.meeting
        if meeting is None:
            return
        self.desk.attempt(lambda: self._finished(meeting))

    def _finished(self, meeting: Meeting) -> str:
        finish_review(self.desk.session, meeting)
        self.desk.place_needed.emit(self._back_to())
        name = minutes_name(meeting)
        text = _("{minutes} are looked through, and may be shown.")
        return text.format(minutes=f"{name[:1].upper()}{name[1:]}")

    def _back_to(self) -> str:
        chosen = self.desk.chosen.get("review")
        return chosen.back if chosen else "meetings"

    def go_back(self) -> None:
        """Show again where the minutes were looked through from."""
        self.desk.return_to(self._back_to())


def _line(one: PointReview, buttons: Iterable[Button]) -> Row:
    row = Row()
    row.add(Text(point_name(one.point), "strong"), chars=_NUMBER_CHARS)
    row.add(_words(one), chars=_WORDS_CHARS, stretch=True, fold=True)
    row.add(_state(one))
    row.add(Row(buttons))
    return row


def _words(one: PointReview) -> Stack:
    """What is shown of it; of what stays at home the heading alone."""
    lines = [Text(point_brief(one.point))]
    if one.is_shown:
        words = one.point.words.strip()
        if one.point.heading.strip() and words:
            lines.append(Text(words, tone="muted"))
    return Stack(_GAP, lines)


def _state(one: PointReview) -> Pill:
    if not one.is_shown:
        return Pill(_("Left out"), "info")
    return Pill(_("Check"), "warn") if one.open_checks else Pill(_("Shown"), "ok")


def _sentence(found: Review) -> str:
    out = len(found.left_out)
    waiting = sum(len(one.open_checks) for one in found.points)
    said = [
        ngettext("{n} point is left out.", "{n} points are left out.", out)
        if out
        else _("No point is left out.")
    ]
    if waiting:
        said.append(ngettext("{n} thing to check.", "{n} things to check.", waiting))
    if found.is_done:
        said.append(_("It is looked through."))
    return " ".join(said)


def _below(found: Review) -> Stack:
    """What others read in place of what is left out, and what names still tell."""
    column = Stack(_GAP * 2)
    for one in found.left_out:
        text = _("The package will say: {words}")
        column.add(Text(text.format(words=f"”{left_out_words(one.point.number)}”"), tone="muted"))
    text = _(
        "Helpers stand as you choose for the package. Initials and numbers are still personal "
        "details: the municipality can often guess who it is."
    )
    column.add(Notice(text))
    return column
