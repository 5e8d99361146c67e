"""A meeting beside the page: when, where, and who takes part; and what became of it."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, ClassVar, Final, TypeVar

from PySide6.QtWidgets import QLineEdit

from bpa_desktop.domain.clock import stretch
from bpa_desktop.domain.entry import EntryRefused, parse_date, parse_span
from bpa_desktop.domain.meeting import Meeting, MeetingState, Participant
from bpa_desktop.errors import BpaError
from bpa_desktop.i18n import _, date_short, explain, span
from bpa_desktop.services.meeting_words import meeting_name
from bpa_desktop.services.meetings import (
    call_off,
    can_take_part,
    hold,
    is_held,
    keep_meeting,
    kept_words,
    meetings,
)
from bpa_desktop.services.reading import helpers
from bpa_desktop.views.button import Button
from bpa_desktop.views.card import Row
from bpa_desktop.views.field import Field
from bpa_desktop.views.live_panel import LivePanel
from bpa_desktop.views.roving import Roving
from bpa_desktop.views.text import Text
from bpa_desktop.views.told_apart import told_apart

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from bpa_desktop.domain.people import Helper
    from bpa_desktop.services.meetings import Kept
    from bpa_desktop.services.session import Session
    from bpa_desktop.views.desk import Desk

T = TypeVar("T")
_START, _END = dt.time(13), dt.time(14)
_AHEAD: Final = dt.timedelta(weeks=1)


def open_new_meeting(desk: Desk) -> None:
    """Show a new meeting with everybody who is employed, a week ahead at the usual time."""
    panel = MeetingPanel(desk, _suggested(desk.session))
    desk.show_panel(panel, _("New meeting"))
    desk.announcer.say(_("New meeting. Everybody takes part unless you choose otherwise."))


def open_meeting(desk: Desk, meeting: Meeting) -> None:
    """Show a meeting that is kept."""
    desk.show_panel(MeetingPanel(desk, meeting), _("Change the meeting"))
    desk.announcer.say(f"{meeting_name(meeting)}.")


def _suggested(session: Session) -> Meeting:
    """A week ahead, at the time and the place of the meeting before it."""
    day = session.today + _AHEAD
    before = next((one for one in reversed(meetings(session))), None)
    start = before.starts_at.time() if before else _START
    end = before.ends_at.time() if before else _END
    begins, ends = stretch(day, start, end)
    people = can_take_part(session, day)
    return Meeting(
        starts_at=begins,
        ends_at=ends,
        place=before.place if before else "",
        participants=tuple(Participant(helper=one.id) for one in people),
    )


class MeetingPanel(LivePanel):
    """Nothing is kept until *Save the meeting* is pressed."""

    TOPICS: ClassVar[frozenset[str]] = frozenset({"none"})

    def __init__(self, desk: Desk, meeting: Meeting) -> None:
        super().__init__(desk, lambda: None)
        self._meeting = meeting
        self._going = {one.helper for one in meeting.participants}
        self._buttons: list[Button] = []
        start, end = meeting.starts_at, meeting.ends_at
        self._day = self._field(_("Day"), date_short(start.date()))
        times = _("For example: 15-16.30")
        self._times = self._field(_("From – to"), span(start.time(), end.time()), times)
        self._place = self._field(_("Place"), meeting.place)
        self._others = self._field(
            _("Others who take part"), meeting.others, _("They stand in your own copy alone.")
        )
        self._add_helpers(_to_choose(desk.session, meeting))
        self._act(_("Save the meeting"), self._save, "primary")
        if meeting.id:
            self._add_states()
        self._roving = Roving(self._buttons)

    def _field(self, label: str, text: str, help_text: str = "") -> Field:
        line = QLineEdit(text)
        line.setReadOnly(self.desk.read_only)
        field = Field(label, line, help_text)
        self.add(field)
        return field

    def _add_helpers(self, people: Sequence[Helper]) -> None:
        self.add(Text(_("Helpers who take part"), "label", "muted"))
        row = Row()
        row.setAccessibleName(_("Helpers who take part"))
        labels = told_apart([(one.first_name, one.name) for one in people])
        for one, label in zip(people, labels, strict=True):
            button = Button(label, "chosen" if one.id in self._going else "plain")
            button.clicked.connect(partial(self._turn, one.id, button))
            button.setEnabled(not self.desk.read_only)
            self._buttons.append(button)
            row.add(button)
        self.add(row)
        if not people:
            self.add(Text(_("No helper is employed.")))

    def _turn(self, helper: str, button: Button, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's own shape
        self._going ^= {helper}
        goes = helper in self._going
        button.set_kind("chosen" if goes else "plain")
        text = _("{who} takes part.") if goes else _("{who} does not take part.")
        self.desk.say(text.format(who=button.label))

    def _add_states(self) -> None:
        meeting, session = self._meeting, self.desk.session
        if meeting.state is MeetingState.CANCELLED:
            return
        if meeting.state is MeetingState.PLANNED and is_held(meeting, session.now()):
            self._act(_("The meeting was held"), partial(self._become, hold))
        self._act(_("Call the meeting off"), partial(self._become, call_off))

    def _act(self, text: str, press: Callable[[], object], kind: str = "plain") -> None:
        button = Button(text, "primary" if kind == "primary" else "plain", press=press)
        button.setEnabled(not self.desk.read_only)
        self._buttons.append(button)
        self.add(button)

    def _become(self, act: Callable[[Session, Meeting], Kept]) -> None:
        self.desk.attempt(lambda: self._done(act(self.desk.session, self._meeting)))

    def _save(self) -> None:
        meeting = self._written()
        if meeting is not None:
            self.desk.attempt(lambda: self._done(keep_meeting(self.desk.session, meeting)))

    def _done(self, kept: Kept) -> str:
        self.desk.close_panel()
        return kept_words(self.desk.session, kept)

    def _written(self) -> Meeting | None:
        """What stands in the fields; ``None`` after saying what cannot be read."""
        day = self._read(self._day, lambda text: parse_date(text, self._meeting.starts_at.date()))
        times = self._read(self._times, parse_span)
        if day is None or times is None:
            return None
        starts_at, ends_at = stretch(day, *times)
        state = self._meeting.state
        return replace(
            self._meeting,
            starts_at=starts_at,
            ends_at=ends_at,
            place=_text(self._place),
            others=_text(self._others),
            state=MeetingState.PLANNED if state is MeetingState.CANCELLED else state,
            participants=tuple(Participant(helper=one) for one in sorted(self._going)),
        )

    def _read(self, field: Field, read: Callable[[str], T]) -> T | None:
        field.set_problem("")
        try:
            return read(_text(field))
        except (EntryRefused, BpaError) as refusal:
            field.set_problem(explain(refusal))
            self.desk.say(explain(refusal), "warn")
            field.control.setFocus()
            return None


def _text(field: Field) -> str:
    line = field.control
    return line.text().strip() if isinstance(line, QLineEdit) else ""


def _to_choose(session: Session, meeting: Meeting) -> Sequence[Helper]:
    """Who is employed on the day, and whoever takes part already."""
    going = {one.helper for one in meeting.participants}
    day = meeting.starts_at.date()
    known = can_take_part(session, day)
    others = [one for one in helpers(session) if one.id in going and one not in known]
    return (*known, *others)
