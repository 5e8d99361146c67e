"""The place Absence: who is away, of which kind, and how many hours it cost; never why."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, ClassVar, Final

from bpa_desktop.documents.phrases import dates_words, days_words, in_hours
from bpa_desktop.domain.hours import Measure
from bpa_desktop.i18n import _, brief, date_words, day_month, ngettext
from bpa_desktop.services import spells
from bpa_desktop.services.catalogue import kind_named
from bpa_desktop.services.hours_origin import origins
from bpa_desktop.services.reading import absences, helper_signs
from bpa_desktop.views.button import Button
from bpa_desktop.views.card import Notice, Row, Rows
from bpa_desktop.views.fit_again_panel import back_label, end_absence
from bpa_desktop.views.holiday_panel import open_holiday
from bpa_desktop.views.marks import HelperMark
from bpa_desktop.views.page import Page
from bpa_desktop.views.record_editor import open_editor
from bpa_desktop.views.roving import Roving
from bpa_desktop.views.stack import Stack
from bpa_desktop.views.text import Text
from bpa_desktop.views.told_apart import told_apart

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from bpa_desktop.domain.absence import Absence
    from bpa_desktop.services.reading import Sign
    from bpa_desktop.views.desk import Desk

_LOOK_BACK: Final = dt.timedelta(days=365)
_AHEAD: Final = dt.timedelta(days=366)
_MARK_CHARS: Final = 4
_END_OF_DAY: Final = "24"
_NAME_CHARS: Final = 15
_DAYS_CHARS: Final = 15
_LINE_GAP: Final = 2


class AbsencePage(Page):
    """What goes on and what comes first, then the last twelve months."""

    TOPICS: ClassVar[frozenset[str]] = frozenset({"absence", "shift", "helper"})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        new = Button(_("Report absence"), "primary", icon="plus", press=self._new)
        new.setEnabled(not desk.read_only)
        left = Button(_("Holiday left"), press=partial(open_holiday, desk))
        self.heading.add(Row([left, new]))

    def refresh(self) -> None:
        """Read the absences again."""
        session = self.desk.session
        today = session.today
        found = absences(session, today - _LOOK_BACK, today + _AHEAD)
        now = [one for one in found if one.last_day is None or one.last_day >= today]
        past = sorted((one for one in found if one not in now), key=_newest_first)
        self.heading.say(_("Absence"), _summary(now, today))
        content = self.stack()
        content.add(Notice(_("Only the kind is kept. Never write why somebody is ill.")))
        rows = self._rows([*now, *past])
        for title, group in ((_("Now and coming"), now), (_("The last 12 months"), past)):
            if group:
                table = Rows(title)
                for absence in group:
                    table.add(rows.row(absence))
                content.add(table)
        self.fill(content)

    def _rows(self, shown: Sequence[Absence]) -> _AbsenceRows:
        session = self.desk.session
        days = session.today - _LOOK_BACK, session.today + _AHEAD
        found = origins(session, Measure.ABSENT, *days)
        names = session.helper_names()
        return _AbsenceRows(
            year=session.today.year,
            names=names,
            signs=helper_signs(session),
            lost={origin.record_id: origin.minutes for origin in found},
            buttons=self._buttons(shown, names),
        )

    def _buttons(
        self, shown: Sequence[Absence], names: Mapping[str, str]
    ) -> Mapping[str, list[Button]]:
        """What can be done with each absence, all of it one Tab stop."""
        year = self.desk.session.today.year
        changes = told_apart([_change_labels(one, names[one.helper], year) for one in shown])
        now = self.desk.session.now()
        going_on = [one for one in shown if spells.goes_on(one, now)]
        backs = told_apart([_back_labels(one, names[one.helper]) for one in going_on])
        found: dict[str, list[Button]] = {one.id: [] for one in shown}
        for absence, label in zip(going_on, backs, strict=True):
            back = Button(label, "primary", press=self._ender(absence))
            back.setEnabled(not self.desk.read_only)
            found[absence.id].append(back)
        for absence, label in zip(shown, changes, strict=True):
            found[absence.id].append(Button(label, press=self._opener(absence)))
        Roving([button for buttons in found.values() for button in buttons])
        return found

    def _ender(self, absence: Absence) -> Callable[[], object]:
        return lambda: end_absence(self.desk, absence)

    def _opener(self, absence: Absence) -> Callable[[], object]:
        return lambda: open_editor(self.desk, kind_named("absence"), absence)

    def _new(self) -> None:
        open_editor(self.desk, kind_named("absence"), first_day=self.desk.session.today)


@dataclass(frozen=True)
class _AbsenceRows:
    """What a line about an absence is made from; minutes lost and buttons by absence."""

    year: int
    names: Mapping[str, str]
    signs: Mapping[str, Sign]
    lost: Mapping[str, int]
    buttons: Mapping[str, list[Button]]

    def row(self, absence: Absence) -> Row:
        """One line: who and what, when and how much, and the buttons."""
        name, kind = self.names[absence.helper], _(absence.kind.label)
        lost = in_hours(self.lost.get(absence.id, 0))
        row = Row()
        row.add(HelperMark(*self.signs[absence.helper]), chars=_MARK_CHARS)
        row.add(_two_lines(Text(name, "strong"), kind), chars=_NAME_CHARS, fold=True)
        days = Text(_days(absence, self.year))
        row.add(_two_lines(days, lost), chars=_DAYS_CHARS, stretch=True, fold=True)
        row.add(Row(self.buttons[absence.id]))
        return row


def _two_lines(first: Text, second: str) -> Stack:
    return Stack(_LINE_GAP, [first, Text(second, tone="muted")])


def _change_labels(absence: Absence, name: str, year: int) -> tuple[str, ...]:
    text, day = _("Change – {name} {day}"), absence.first_day
    short = day_month(day) if day.year == year else date_words(day)
    first = name.split(" ", maxsplit=1)[0]
    forms = ((first, short), (first, date_words(day)), (name, date_words(day)))
    return tuple(text.format(name=who, day=when) for who, when in forms)


def _back_labels(absence: Absence, name: str) -> tuple[str, ...]:
    return tuple(back_label(absence, who) for who in (name.split(" ", maxsplit=1)[0], name))


def _newest_first(absence: Absence) -> int:
    return -absence.first_day.toordinal()


def _summary(now: Iterable[Absence], today: dt.date) -> str:
    away = {one.helper for one in now if one.first_day <= today}
    coming = [one for one in now if one.first_day > today]
    if not away:
        first = _("Nobody is away today.")
    else:
        first = ngettext("{n} helper is away today.", "{n} helpers are away today.", len(away))
    if not coming:
        return first
    second = ngettext("{n} absence is coming.", "{n} absences are coming.", len(coming))
    return f"{first} {second}"


def _days(absence: Absence, year: int) -> str:
    """Which days, and which hours of them; ``year`` goes without saying."""
    first, last = absence.first_day, absence.last_day
    if last is None:
        day = day_month(first) if first.year == year else date_words(first)
        return _("from {first}").format(first=day)
    words = days_words if first.year == last.year == year else dates_words
    text = words(first, last)
    if absence.from_time is None and absence.to_time is None:
        return text
    to_time = _END_OF_DAY if absence.to_time is None else brief(absence.to_time)
    return f"{text} {brief(absence.from_time or dt.time())}–{to_time}"
