"""A small made-up file with one of everything, from which every expected number can be read off."""

from __future__ import annotations

import datetime as dt
import shutil
from typing import TYPE_CHECKING, Final

from bpa_desktop.domain.absence import Absence, AbsenceKind
from bpa_desktop.domain.activity import ActivityItem
from bpa_desktop.domain.grant import Grant, GrantLine, Per
from bpa_desktop.domain.people import Employment, Helper, Position
from bpa_desktop.domain.roster import Shift, ShiftState
from bpa_desktop.domain.scheme import Scheme
from bpa_desktop.services.demo import DEMO_KEY
from bpa_desktop.services.session import make, open_session
from bpa_desktop.storage import keys

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from bpa_desktop.domain.record import Record
    from bpa_desktop.services.session import Session

TODAY: Final = dt.date(2026, 3, 16)
"""A Monday."""
NOW: Final = dt.datetime.combine(TODAY, dt.time(6, 30))
KEY: Final = DEMO_KEY
"""A recovery key opens at once; a passphrase would take a tenth of a second in every test."""

SCHEME = Scheme(
    id="s",
    citizen_name="Kim Prøve",
    municipality="Ishøj",
    case_number="24/1234",
    next_visit=dt.date(2026, 5, 13),
)
ANNA = Helper(
    id="anna",
    first_name="Anna",
    last_name="Nielsen",
    phone="12 34 56 78",
    birth_date=dt.date(1990, 5, 1),
    employments=(Employment(first_day=dt.date(2024, 1, 1), agreed_minutes_per_week=36 * 60),),
)
BO = Helper(
    id="bo",
    first_name="Bo",
    last_name="Olsen",
    phone="22 33 44 55",
    birth_date=dt.date(1985, 2, 3),
    position=Position.SUBSTITUTE,
    employments=(Employment(first_day=dt.date(2025, 1, 1)),),
)
ELIAS = Helper(
    id="elias",
    first_name="Elias",
    last_name="Lund",
    birth_date=dt.date(1980, 1, 1),
    employments=(Employment(first_day=dt.date(2023, 1, 1), last_day=dt.date(2025, 12, 31)),),
)
GRANT = Grant(
    id="g",
    valid_from=dt.date(2026, 1, 1),
    lines=(
        GrantLine(minutes=8 * 60, per=Per.DAY, from_time=dt.time(7), to_time=dt.time(15)),
        GrantLine(minutes=120, per=Per.MONTH),
    ),
)
ABSENCES = (
    Absence(
        id="sick",
        helper="anna",
        first_day=dt.date(2026, 3, 9),
        last_day=dt.date(2026, 3, 9),
    ),
    Absence(
        id="away",
        helper="bo",
        kind=AbsenceKind.HOLIDAY,
        first_day=dt.date(2026, 3, 30),
        last_day=dt.date(2026, 4, 3),
    ),
    Absence(
        id="hours",
        helper="anna",
        kind=AbsenceKind.AGREED_DAY_OFF,
        first_day=dt.date(2026, 2, 10),
        last_day=dt.date(2026, 2, 10),
        from_time=dt.time(12),
        to_time=dt.time(15),
    ),
    Absence(
        id="year",
        helper="elias",
        kind=AbsenceKind.HOLIDAY,
        first_day=dt.date(2025, 7, 14),
        last_day=dt.date(2025, 7, 20),
    ),
)
ACTIVITIES = (
    ActivityItem(id="bath", activity="Bad", minutes_per_occurrence=45),
    ActivityItem(id="walk", activity="Tur", minutes_per_occurrence=60),
)


def _shift(day: dt.date, helper: str | None, state: ShiftState) -> Shift:
    start = dt.datetime.combine(day, dt.time(7))
    return Shift(
        id=f"{helper}-{day}",
        planned_start=start,
        planned_end=start + dt.timedelta(hours=8),
        helper=helper,
        state=state,
    )


def _days(first: dt.date, count: int) -> Iterator[dt.date]:
    return (first + dt.timedelta(days=step) for step in range(count))


SHIFTS = (
    *(_shift(day, "anna", ShiftState.WORKED) for day in _days(dt.date(2026, 2, 2), 5)),
    *(_shift(day, "anna", ShiftState.PLANNED) for day in _days(dt.date(2026, 3, 9), 1)),
    *(_shift(day, "anna", ShiftState.PLANNED) for day in _days(dt.date(2026, 3, 16), 5)),
    _shift(dt.date(2026, 3, 30), "bo", ShiftState.PLANNED),
    _shift(dt.date(2026, 3, 21), None, ShiftState.PLANNED),
)
EVERYTHING: Final = (SCHEME, ANNA, BO, ELIAS, GRANT, *ABSENCES, *ACTIVITIES, *SHIFTS)


def write(path: Path, records: Iterable[Record] = EVERYTHING) -> Path:
    """A file with ``records``, opened by `KEY`."""
    with make(path, keys.parse(KEY), today=TODAY) as session:
        records = tuple(records)
        if records:
            with session.operation("fill in the example") as operation:
                for record in records:
                    operation.save(record)
    return path


def open_copy(file: Path, folder: Path, *, read_only: bool = False, key: str = KEY) -> Session:
    """``file`` in a place of its own, at half past six on the Monday."""
    own = folder / "own.bpa"
    shutil.copy(file, own)
    session = open_session(own, keys.parse(key), today=TODAY, read_only=read_only)
    session.now = lambda: NOW  # type: ignore[method-assign]
    return session
