"""What the rules need from the file: shifts of a window, helpers, absences and grants."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from typing import TYPE_CHECKING, Final, NamedTuple

from bpa_desktop.domain.absence import NO_END, Absence
from bpa_desktop.domain.clock import day_start, days_span
from bpa_desktop.domain.grant import Grant
from bpa_desktop.domain.people import Helper, Position, marks
from bpa_desktop.domain.roster import Shift

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from bpa_desktop.domain.clock import Span
    from bpa_desktop.domain.stints import Stint
    from bpa_desktop.services.session import Session

_STINT: Final = (
    "id",
    "helper",
    "stands_in_for",
    "kind",
    "state",
    "planned_start",
    "planned_end",
    "worked_start",
    "worked_end",
)
_NO_RESTS: Final = "[]"
"""How the store writes an empty list."""

_STRETCHES: Final = ("planned_start", "planned_end", "worked_start", "worked_end")


def stints(session: Session, first: dt.date, end: dt.date) -> list[Stint]:
    """Every shift that is planned or worked at some time from ``first`` to before ``end``."""
    return session.records.cells(Shift, _STINT, days_span(first, end), _STRETCHES)


def paid_stints(
    session: Session, first: dt.date, end: dt.date
) -> tuple[list[Stint], Mapping[str, int]]:
    """`stints`, and the minutes of overtime by the id of each shift that has some."""
    names = (*_STINT, "overtime_minutes")
    rows = session.records.cells(Shift, names, days_span(first, end), _STRETCHES)
    return [row[:-1] for row in rows], {row[0]: row[-1] for row in rows if row[-1]}


def all_stints(session: Session) -> list[Stint]:
    """Every shift there is."""
    return session.records.cells(Shift, _STINT, None, _STRETCHES)


def rests_of(session: Session, first: dt.date, end: dt.date) -> Mapping[str, tuple[Span, ...]]:
    """The rests written on the shifts of `stints`, in instants by the shift's id.

    Shifts without any are left out; few have some.
    """
    cells = session.records.cells(Shift, ("id", "rests"), days_span(first, end), _STRETCHES)
    ids = [row[0] for row in cells if row[1] != _NO_RESTS]
    found = session.records.with_ids(Shift, ids)
    return {shift.id: tuple(rest.span for rest in shift.rests) for shift in found}


def shifts(session: Session, first: dt.date, end: dt.date) -> tuple[Shift, ...]:
    """Every shift that is planned at some time from ``first`` to before ``end``, in order."""
    span = days_span(first, end)
    return session.records.overlapping(Shift, "planned_start", "planned_end", span)


def shifts_at(session: Session, first: dt.date, end: dt.date) -> tuple[Shift, ...]:
    """Every shift that is planned or worked at some time from ``first`` to before ``end``.

    In order of what took place. Who came before midnight to a shift that was planned after it
    worked on the day before too.
    """
    cells = session.records.cells(Shift, ("id",), days_span(first, end), _STRETCHES)
    found = session.records.with_ids(Shift, [row[0] for row in cells])
    return tuple(sorted(found, key=lambda one: (one.actual, one.id)))


def shifts_from(session: Session, first: dt.date) -> tuple[Shift, ...]:
    """Every shift that is planned to end on ``first`` or later, in order."""
    span = (day_start(first), NO_END)
    return session.records.overlapping(Shift, "planned_start", "planned_end", span)


def helpers(session: Session) -> tuple[Helper, ...]:
    """Every helper: those with a fixed place in the roster first, each group by name."""
    return tuple(sorted(session.records.all(Helper), key=_place))


def first_name(session: Session, helper_id: str) -> str:
    """What the helper with that id is called; raises ``Gone`` where there is none."""
    return session.records.get(Helper, helper_id).first_name


def _place(helper: Helper) -> tuple[object, ...]:
    return helper.position is not Position.PERMANENT, helper.name.casefold(), helper.id


class Sign(NamedTuple):
    """By what a helper is known on the screen: letters, and a number that chooses the colour."""

    letters: str
    number: int


def signs(people: Iterable[Helper]) -> Mapping[str, Sign]:
    """The sign of every helper by id; it stays the same when somebody new is employed."""
    known = sorted(people, key=lambda one: (_began(one), one.id))
    letters = marks(known)
    return {helper.id: Sign(letters[helper.id], at) for at, helper in enumerate(known)}


def _began(helper: Helper) -> dt.date:
    return min((period.first_day for period in helper.employments), default=dt.date.max)


def helper_signs(session: Session) -> Mapping[str, Sign]:
    """The sign of every helper in the file by id."""
    return signs(session.records.all(Helper))


def employed(session: Session, first: dt.date, end: dt.date) -> tuple[Helper, ...]:
    """The helpers with an employment on some day from ``first`` to before ``end``."""
    return tuple(helper for helper in helpers(session) if _is_employed(helper, first, end))


def _is_employed(helper: Helper, first: dt.date, end: dt.date) -> bool:
    return any(period.first_day < end and period.end >= first for period in helper.employments)


def absences(session: Session, first: dt.date, end: dt.date) -> tuple[Absence, ...]:
    """The absences that lie on some day from ``first`` to before ``end``, by first day."""
    found = (one for one in session.records.all(Absence) if _meets(one, first, end))
    return tuple(sorted(found, key=lambda one: (one.first_day, one.id)))


def away_spans(session: Session, first: dt.date, end: dt.date) -> Mapping[str, list[Span]]:
    """When each helper is known to be away in those days, in instants, by the helper's id."""
    spans: dict[str, list[Span]] = defaultdict(list)
    for absence in absences(session, first, end):
        spans[absence.helper].append(absence.span(session.today))
    return spans


def find_absence(session: Session, absence_id: str) -> Absence | None:
    """The absence with that id, or ``None`` when it is not there any more."""
    return next(iter(session.records.with_ids(Absence, [absence_id])), None)


def _meets(absence: Absence, first: dt.date, end: dt.date) -> bool:
    return absence.first_day < end and (absence.last_day is None or absence.last_day >= first)


def grants(session: Session) -> tuple[Grant, ...]:
    """Every grant by its first day."""
    return tuple(sorted(session.records.all(Grant), key=lambda one: (one.valid_from, one.id)))
