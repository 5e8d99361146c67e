"""A small, made-up scheme of a few days, from which every expected number can be read off."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from bpa_desktop.domain.absence import Absence, AbsenceKind
from bpa_desktop.domain.activity import ActivityItem, Category
from bpa_desktop.domain.grant import Grant, GrantLine, Per
from bpa_desktop.domain.kinds import Area, HourKind, Weekday
from bpa_desktop.domain.people import Employment, Helper, Position
from bpa_desktop.domain.period import Period
from bpa_desktop.domain.roster import Shift, ShiftState
from bpa_desktop.domain.scheme import Scheme
from bpa_desktop.services.session import make
from tests.domain.builders import moment
from tests.storage.samples import NOBODYS_CPR, key

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from bpa_desktop.domain.record import Record
    from bpa_desktop.services.session import Session

TODAY = dt.date(2026, 4, 3)
VISIT = dt.date(2026, 4, 6)
PERIOD = Period(dt.date(2026, 3, 30), VISIT)
WORKED, PLANNED = ShiftState.WORKED, ShiftState.PLANNED

PRIVATE = (
    "11 22 33 44",
    "11223344",
    "anna@example.com",
    "Hemmeligvej 7",
    NOBODYS_CPR,
    "010101-0000",
    "17.05.1990",
    "17. maj 1990",
    "29.02.2020",
    "29. februar 2020",
    "lungebetændelse",
    "Kun til mig selv",
    "Anna",
    "Ager",
    "Bæk",
    "Vita",
)
"""What must never be found in a package in which helpers stand with initials."""


def shift(
    start: str, end: str, helper: str | None, state: ShiftState = WORKED, **fields: Any
) -> Shift:
    return Shift(
        planned_start=moment(f"2026-{start}"),
        planned_end=moment(f"2026-{end}"),
        helper=helper,
        state=state,
        note="lungebetændelse: Kun til mig selv",
        **fields,
    )


def people() -> Iterable[Helper]:
    yield Helper(
        id="anna",
        first_name="Anna",
        last_name="Ager",
        phone="11 22 33 44",
        email="anna@example.com",
        address="Hemmeligvej 7",
        cpr=NOBODYS_CPR,
        birth_date=dt.date(1990, 5, 17),
        employments=(Employment(first_day=dt.date(2020, 1, 1)),),
    )
    yield Helper(
        id="bo",
        first_name="Bo",
        last_name="Bæk",
        employments=(Employment(first_day=dt.date(2026, 3, 30)),),
    )
    yield Helper(
        id="vita",
        first_name="Vita",
        last_name="Vik",
        position=Position.SUBSTITUTE,
        employments=(Employment(first_day=dt.date(2025, 1, 1), last_day=dt.date(2026, 4, 1)),),
    )


def shifts() -> Iterable[Shift]:
    yield shift("03-30T07:00", "03-30T15:00", "anna")
    yield shift(
        "03-30T15:00",
        "03-30T23:00",
        "bo",
        worked_end=moment("2026-03-30T22:00"),
        deviation="Anna Ager ringede fra 11223344 (010101-0000)",
    )
    yield shift("03-31T07:00", "03-31T15:00", "vita", stands_in_for="anna")
    yield shift("03-31T15:00", "03-31T23:00", None, PLANNED, stands_in_for="anna")
    yield shift("03-31T23:00", "04-01T07:00", "bo")
    for helper in ("bo", "anna"):
        yield shift("04-01T17:00", "04-01T19:00", helper, kind=HourKind.STAFF_MEETING)
    yield shift("04-01T10:00", "04-01T11:00", "anna", kind=HourKind.MUS)
    yield shift("04-02T07:00", "04-02T15:00", "anna", ShiftState.CANCELLED)
    yield shift("04-02T15:00", "04-02T23:00", "bo", PLANNED)
    yield shift("04-04T07:00", "04-04T15:00", "anna", PLANNED)
    yield shift("04-05T07:00", "04-05T15:00", None, PLANNED)
    yield shift("06-10T17:00", "06-10T19:00", "bo", PLANNED, kind=HourKind.STAFF_MEETING)


def absences() -> Iterable[Absence]:
    yield Absence(helper="anna", first_day=dt.date(2026, 3, 31), last_day=dt.date(2026, 3, 31))
    yield Absence(
        helper="vita",
        kind=AbsenceKind.CHILD_FIRST_SICK_DAY,
        first_day=dt.date(2026, 4, 1),
        last_day=dt.date(2026, 4, 1),
        child_birth_date=dt.date(2020, 2, 29),
    )


def others() -> Iterable[Record]:
    yield Scheme(
        citizen_name="Eksempel Eksempelsen",
        citizen_cpr=NOBODYS_CPR,
        phone="12 34 56 78",
        municipality="Ishøj",
        case_number="24/1234",
        start_date=dt.date(2024, 2, 1),
    )
    yield Grant(
        valid_from=dt.date(2026, 1, 1),
        decision_date=dt.date(2025, 12, 1),
        decision_reference="24/1234-7",
        lines=(
            GrantLine(
                minutes=1440,
                per=Per.DAY,
                area=Area.CARE,
                from_time=dt.time(),
                to_time=dt.time(),
            ),
            GrantLine(kind=HourKind.STAFF_MEETING, minutes=1460 * 60, per=Per.YEAR),
        ),
    )
    yield ActivityItem(
        activity="Morgenbad med Anna",
        weekdays=(Weekday.MONDAY,),
        from_time=dt.time(7),
        to_time=dt.time(8),
        minutes_per_occurrence=60,
        area=Area.CARE,
        private_note="Kun til mig selv: lungebetændelse",
    )
    yield ActivityItem(
        activity="Indkøb",
        category=Category.PRACTICAL,
        minutes_per_occurrence=90,
        occurrences_per_week=Decimal(2),
    )


def small_scheme(path: Path, *, today: dt.date = TODAY, more: Iterable[Record] = ()) -> Session:
    """A new file with the scheme in it, as of ``today``."""
    session = make(path, key(), today=today)
    with session.operation("fill in") as operation:
        for record in (*people(), *shifts(), *absences(), *others(), *more):
            operation.save(record)
    return session
