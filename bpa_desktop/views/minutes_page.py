"""One meeting: its points one below the other, and everything that is done with them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar, Final

from bpa_desktop.documents.model import as_bundle
from bpa_desktop.domain.meeting import Mark
from bpa_desktop.i18n import _, ngettext
from bpa_desktop.services.meeting_words import (
    look_label,
    meeting_name,
    meeting_when,
    point_brief,
)
from bpa_desktop.services.meetings import find_meeting, is_coming, is_held, meetings
from bpa_desktop.services.minutes import NewPoint, add_points
from bpa_desktop.services.minutes_checks import review
from bpa_desktop.services.paper_minutes import agenda_paper, newest_waiting, own_paper
from bpa_desktop.views.agenda_panel import open_agenda
from bpa_desktop.views.button import Button
from bpa_desktop.views.card import Notice, Row, Rows
from bpa_desktop.views.marks import Pill
from bpa_desktop.views.meeting_panel import open_meeting
from bpa_desktop.views.meetings_page import state_pill
from bpa_desktop.views.minutes_paste_panel import paste_minutes
from bpa_desktop.views.page import Page
from bpa_desktop.views.point_panel import show_point
from bpa_desktop.views.roving import Roving
from bpa_desktop.views.showing import show_paper
from bpa_desktop.views.stack import Stack
from bpa_desktop.views.text import Text

if TYPE_CHECKING:
    from collections.abc import Callable

    from bpa_desktop.documents.model import Document
    from bpa_desktop.domain.meeting import Meeting
    from bpa_desktop.services.minutes_checks import PointReview, Review
    from bpa_desktop.services.session import Session
    from bpa_desktop.views.desk import Desk

_NUMBER_CHARS: Final = 3
_WORDS_CHARS: Final = 24
_LINE_GAP: Final = 2
_GAP: Final = 12


class MinutesPage(Page):
    """The agenda becomes the minutes: the same points, written on."""

    TOPICS: ClassVar[frozenset[str]] = frozenset(
        {"meeting", "meeting_point", "agreed_task", "helper"}
    )

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._back = Button(_("Back"), icon="arrow-left", press=self.go_back)
        self._new = Button(_("New point"), "primary", icon="plus", press=self._add)
        self._group = Roving([self._back, self._new])
        self._group.point_to(self._new)
        self.heading.add(Row([self._back, self._new]))
        desk.record_wanted.connect(self._wanted)

    def _wanted(self, place: str) -> None:
        if place == "minutes":
            self._stale = True

    @property
    def meeting(self) -> Meeting | None:
        """The meeting that was chosen, else the next one, else the latest."""
        session, chosen = self.desk.session, self.desk.chosen.get("minutes")
        found = find_meeting(session, chosen.record_id) if chosen else None
        return found or _next(session) or newest_waiting(session) or _latest(session)

    def refresh(self) -> None:
        """Read the points again."""
        meeting, content = self.meeting, self.stack()
        self._new.setEnabled(meeting is not None and not self.desk.read_only)
        if meeting is None:
            self.heading.say(_("Agenda and minutes"), "")
            content.add(Notice(_("No meetings yet.")))
        else:
            found = review(self.desk.session, meeting)
            self.heading.say(meeting_name(meeting), _sentence(found))
            content.add(self._actions(meeting, found))
            content.add(self._points(found))
        self.fill(content)

    def _actions(self, meeting: Meeting, found: Review) -> Row:
        desk = self.desk
        writes = [
            Button(_("Suggest points"), press=partial(open_agenda, desk, meeting)),
            Button(_("Paste minutes"), press=partial(paste_minutes, desk, meeting)),
            Button(_("Change the meeting"), press=partial(open_meeting, desk, meeting)),
        ]
        for one in writes:
            one.setEnabled(not desk.read_only)
        see = partial(self._see, meeting)
        buttons = [
            *writes,
            Button(_("See the agenda"), icon="eye", press=partial(see, agenda_paper)),
        ]
        if found.points and is_held(meeting, desk.session.now()):
            press = partial(desk.show_record, "review", meeting.id, "minutes")
            buttons += [
                Button(_("See your own copy"), icon="eye", press=partial(see, own_paper)),
                Button(look_label(meeting), press=press),
            ]
        self._group.set_buttons([self._back, self._new, *buttons])
        return Row(buttons)

    def _points(self, found: Review) -> Stack:
        if not found.points:
            return Stack(
                0, [Notice(_("No points yet. Press Suggest points, or write the first one."))]
            )
        table, buttons = Rows(_("Points")), list[Button]()
        for one in found.points:
            text = _("Write – point {number}").format(number=one.point.number)
            button = Button(text, press=partial(show_point, self.desk, one.point.id))
            buttons.append(button)
            table.add(_line(one, button))
        Roving(buttons)
        column = Stack(_GAP, [table])
        if is_held(found.meeting, self.desk.session.now()):
            row = Row([state_pill(found)])
            column.add(row)
        return column

    def _see(self, meeting: Meeting, make: Callable[[Session, Meeting], Document]) -> None:
        show_paper(self, as_bundle(make(self.desk.session, meeting)), back="minutes")

    def _add(self) -> None:
        meeting = self.meeting
        if meeting is not None:
            (made,) = add_points(self.desk.session, meeting, [NewPoint(_("New point"))])
            show_point(self.desk, made.id)

    def go_back(self) -> None:
        """Show again where the minutes were opened from."""
        chosen = self.desk.chosen.get("minutes")
        self.desk.return_to(chosen.back if chosen else "meetings")


def _line(one: PointReview, button: Button) -> Row:
    point = one.point
    row = Row()
    row.add(Text(f"{point.number}.", tone="muted"), chars=_NUMBER_CHARS)
    words = Stack(_LINE_GAP, [Text(point_brief(point), "strong")])
    if point.heading and point.words:
        words.add(Text(point.words.splitlines()[0], tone="muted"))
    row.add(words, chars=_WORDS_CHARS, stretch=True, fold=True)
    row.add(mark_pill(point.mark))
    row.add(button)
    return row


def mark_pill(mark: Mark) -> Pill:
    """Whether a point may be shown or stays at home."""
    return Pill(_(mark.label), "info" if mark is Mark.PROFESSIONAL else "warn")


def _sentence(found: Review) -> str:
    points = ngettext("{n} point.", "{n} points.", len(found.points))
    home = len(found.left_out)
    stays = ngettext("{n} stays at home.", "{n} stay at home.", home) if home else ""
    when = meeting_when(found.meeting)
    return f"{when[:1].upper()}{when[1:]}. {points} {stays}".strip()


def _latest(session: Session) -> Meeting | None:
    return next(iter(reversed(meetings(session))), None)


def _next(session: Session) -> Meeting | None:
    now = session.now()
    return next((one for one in meetings(session) if is_coming(one, now)), None)
