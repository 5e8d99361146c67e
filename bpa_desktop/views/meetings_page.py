"""The place Meetings: the next one, the hours of the year, and all minutes with where they are."""

from __future__ import annotations

import datetime as dt
from functools import partial
from typing import TYPE_CHECKING, ClassVar, Final, NamedTuple

from bpa_desktop.i18n import _, date_words, day_month, ngettext
from bpa_desktop.services.meeting_hours import hours_words, meeting_hours, origin_words
from bpa_desktop.services.meeting_words import (
    look_label,
    meeting_title,
    meeting_when,
    task_words,
)
from bpa_desktop.services.meetings import is_coming, is_held, meetings
from bpa_desktop.services.minutes import open_tasks, task_done
from bpa_desktop.services.minutes_checks import review
from bpa_desktop.views.button import Button
from bpa_desktop.views.card import Notice, Row, Rows
from bpa_desktop.views.marks import Pill
from bpa_desktop.views.meeting_cards import further_actions, further_cards
from bpa_desktop.views.meeting_panel import open_new_meeting
from bpa_desktop.views.page import Page
from bpa_desktop.views.roving import Roving
from bpa_desktop.views.stack import Stack
from bpa_desktop.views.text import Text
from bpa_desktop.views.told_apart import told_apart

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bpa_desktop.domain.agreed_task import AgreedTask
    from bpa_desktop.domain.meeting import Meeting
    from bpa_desktop.services.minutes_checks import Review
    from bpa_desktop.views.desk import Desk

_NAME_CHARS: Final = 26
_LOOK_BACK: Final = dt.timedelta(days=366)
_LINE_GAP: Final = 2


class _Lists(NamedTuple):
    coming: list[Review]
    held: list[Review]
    called_off: list[Review]


class MeetingsPage(Page):
    """What comes first, then what was held in the last year, then what was agreed."""

    TOPICS: ClassVar[frozenset[str]] = frozenset(
        {"meeting", "meeting_point", "agreed_task", "talk", "shift", "helper", "grant", "scheme"}
    )

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        new = Button(_("New meeting"), "primary", icon="plus", press=self._new)
        new.setEnabled(not desk.read_only)
        buttons = [*further_actions(desk), new]
        self._group = Roving(buttons)
        self._group.point_to(new)
        self.heading.add(Row(buttons))

    def refresh(self) -> None:
        """Read the meetings again."""
        found = self._lists()
        hours = meeting_hours(self.desk.session)
        self.heading.say(_("Meetings"), f"{_next(found.coming)} {hours_words(hours)}".strip())
        content = self.stack()
        if origin_words(hours):
            content.add(Text(origin_words(hours), tone="muted"))
        if not any(found):
            content.add(self._empty())
        self._below: list[Button] = []
        for title, group in (
            (_("Coming meetings"), found.coming),
            (_("Held in the last year"), found.held),
            (_("Called off"), found.called_off),
        ):
            if group:
                content.add(self._table(title, group))
        self._add_tasks(content)
        Roving(self._below)
        for card in further_cards(self.desk):
            content.add(card)
        self.fill(content)

    def _lists(self) -> _Lists:
        session = self.desk.session
        now, since = session.now(), session.now() - _LOOK_BACK
        found = [one for one in meetings(session) if one.starts_at >= since]
        coming = [review(session, one) for one in found if is_coming(one, now)]
        held = [review(session, one) for one in reversed(found) if is_held(one, now)]
        rest = [one for one in found if not (is_coming(one, now) or is_held(one, now))]
        return _Lists(coming, held, [review(session, one) for one in reversed(rest)])

    def _empty(self) -> Stack:
        new = Button(_("New staff meeting"), "primary", press=self._new)
        new.setEnabled(not self.desk.read_only)
        buttons = [new, *further_actions(self.desk)]
        Roving(buttons)
        return Stack(_NAME_CHARS // 2, [Notice(_("No meetings yet.")), Row(buttons)])

    def _table(self, title: str, group: Sequence[Review]) -> Rows:
        table = Rows(title)
        opens = told_apart([_labels(_("Open – {date}"), one.meeting) for one in group])
        for one, label in zip(group, opens, strict=True):
            press = partial(self.desk.show_record, "minutes", one.meeting.id, "meetings")
            own = [Button(label, press=press)]
            if self._waits(one):
                own.append(self._look(one.meeting))
            table.add(self._line(one, own))
            self._below += own
        return table

    def _waits(self, one: Review) -> bool:
        return is_held(one.meeting, self.desk.session.now()) and bool(one.points)

    def _look(self, meeting: Meeting) -> Button:
        press = partial(self.desk.show_record, "review", meeting.id, "meetings")
        return Button(look_label(meeting), press=press)

    def _line(self, one: Review, buttons: Sequence[Button]) -> Row:
        meeting = one.meeting
        helpers = ngettext("{n} helper", "{n} helpers", len(meeting.participants))
        points = ngettext("{n} point", "{n} points", len(one.points))
        row = Row()
        words = Stack(
            _LINE_GAP,
            [
                Text(f"{meeting_title(meeting)}, {date_words(meeting.starts_at.date())}", "strong"),
                Text(f"{helpers}, {points}", tone="muted"),
            ],
        )
        row.add(words, chars=_NAME_CHARS, stretch=True, fold=True)
        if self._waits(one):
            row.add(state_pill(one))
        row.add(Row(buttons))
        return row

    def _add_tasks(self, content: Stack) -> None:
        tasks = open_tasks(self.desk.session)
        if not tasks:
            return
        names = self.desk.session.helper_names()
        table = Rows(_("Agreed and not done"))
        labels = told_apart([(_("Done today – {what}").format(what=one.what),) for one in tasks])
        for one, label in zip(tasks, labels, strict=True):
            button = Button(label, press=partial(self._done, one))
            button.setEnabled(not self.desk.read_only)
            self._below.append(button)
            row = Row()
            words = Text(task_words(one, names.get(one.helper or "", "")))
            row.add(words, chars=_NAME_CHARS, stretch=True, fold=True)
            row.add(button)
            table.add(row)
        content.add(table)

    def _done(self, task: AgreedTask) -> None:
        self.desk.attempt(lambda: task_done(self.desk.session, task))

    def _new(self) -> None:
        open_new_meeting(self.desk)


def state_pill(one: Review) -> Pill:
    """How far minutes are on their way to be shown."""
    if one.is_done:
        return Pill(_("Looked through"), "ok")
    return Pill(_("Not looked through"), "warn")


def _next(coming: Sequence[Review]) -> str:
    if not coming:
        return _("No meeting is planned.")
    return _("Next meeting: {when}.").format(when=meeting_when(coming[0].meeting))


def _labels(text: str, meeting: Meeting) -> tuple[str, ...]:
    day = meeting.starts_at.date()
    forms = (day_month(day), date_words(day), f"{meeting_title(meeting)} {date_words(day)}")
    return tuple(text.format(date=form) for form in forms)
