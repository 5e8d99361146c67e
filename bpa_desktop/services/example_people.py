"""The example's citizen, seven helpers, their agreed pay and two grants.

Nobody in the example can be a real person. Every CPR number has the running number 0000, which
is never given out, and it fails the modulus 11 check. Numbers without that check are given out
for births on 1 January only, and nobody here is born then. So the numbers belong to nobody, and
yet they have ten digits that begin with a date, as a form asks for. Source: cpr.dk,
"Personnumre uden kontrolciffer (modulus 11 kontrol)", read as updated 10 May 2023.
"""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import TYPE_CHECKING, Final, NamedTuple

from bpa_desktop.domain.grant import Grant, GrantLine, Per
from bpa_desktop.domain.kinds import Area, HourKind, Weekday
from bpa_desktop.domain.own_rate import OwnRate, RateName
from bpa_desktop.domain.people import Availability, Employment, Fit, Helper, Position
from bpa_desktop.domain.scheme import Agreement, Answer, LegalBasis, Party, PayRun, Scheme, SickPay

if TYPE_CHECKING:
    from bpa_desktop.services.example_dates import Dates

ANNA: Final = "helper-anna"
BO: Final = "helper-bo"
CARLA: Final = "helper-carla"
DINA: Final = "helper-dina"
ELIAS: Final = "helper-elias"
FREJA: Final = "helper-freja"
GORM: Final = "helper-gorm"

_HOUR: Final = 60
_DAY: Final = 24 * _HOUR
_MIDNIGHT: Final = dt.time()
_MOST_HOURS: Final = 48
"""How many hours a week a substitute works at most."""

_CITIZEN_BORN: Final = dt.date(1979, 8, 17)


class _Person(NamedTuple):
    id: str
    name: str
    born: dt.date
    phone: str
    house: int
    hours: int
    months: int
    position: Position = Position.PERMANENT


_PEOPLE: Final = (
    _Person(ANNA, "Anna Nielsen", dt.date(1988, 5, 12), "12 34 56 78", 3, 36, 52),
    _Person(BO, "Bo Olsen", dt.date(1991, 9, 23), "22 33 44 55", 5, 36, 41),
    _Person(CARLA, "Carla Holm", dt.date(1975, 11, 8), "33 44 55 66", 7, 36, 58),
    _Person(DINA, "Dina Berg", dt.date(1996, 2, 17), "44 55 66 77", 9, 34, 3),
    _Person(ELIAS, "Elias Lund", dt.date(1984, 7, 30), "55 66 77 88", 11, 34, 30),
    _Person(
        FREJA, "Freja Dal", dt.date(1999, 6, 21), "66 77 88 99", 13, 10, 27, Position.SUBSTITUTE
    ),
    _Person(GORM, "Gorm Skov", dt.date(1969, 3, 4), "77 88 99 00", 15, 10, 22, Position.SUBSTITUTE),
)
"""``months`` is how many months before this one they began, ``hours`` what is agreed a week."""


_WISHES: Final = {
    CARLA: (
        Availability(fit=Fit.GLADLY, from_time=dt.time(23), to_time=dt.time(7)),
        Availability(fit=Fit.RATHER_NOT, from_time=dt.time(15), to_time=dt.time(23)),
    ),
    FREJA: (Availability(fit=Fit.GLADLY, from_time=dt.time(7), to_time=dt.time(15)),),
    GORM: (Availability(weekday=Weekday.SUNDAY, from_time=dt.time(7), to_time=dt.time(15)),),
}
"""Carla likes nights and not evenings, Freja likes days, and Gorm can never come on Sundays."""

_HOUR_OF_ALL: Final = Decimal(160)
_HOUR_OF_LONGEST: Final = Decimal(165)
"""Kroner for an hour, made up: round numbers that no agreement has."""
_BARSEL: Final = Decimal(360)
_AES: Final = Decimal(600)
_LEVIED_IN: Final = "Opgørelse fra Samlet Betaling"
_AGREED_IN: Final = "aftalt i ansættelsesbeviset"


def scheme(dates: Dates) -> Scheme:
    """The citizen and the scheme."""
    return Scheme(
        id="scheme",
        citizen_name="Eksempel Eksempelsen",
        citizen_cpr=_cpr(_CITIZEN_BORN),
        address="Eksempelvej 1, 2635 Ishøj",
        phone="11 22 33 44",
        email="eksempel@example.com",
        municipality="Ishøj",
        case_number="24/1234",
        legal_basis=LegalBasis.SECTION_96,
        employer=Party.SELF,
        payroll=Party.SELF,
        pay_run=PayRun.MONTH,
        agreement=Agreement.NONE,
        care_work=Answer.YES,
        sick_pay=SickPay.FULL,
        start_date=dates.month(60),
        next_visit=dates.visit,
    )


def helpers(dates: Dates) -> tuple[Helper, ...]:
    """The helpers: one of them has left, and one began three months ago."""
    return tuple(_helper(person, dates) for person in _PEOPLE)


def _helper(person: _Person, dates: Dates) -> Helper:
    first_name, last_name = person.name.split()
    first_day = dates.month(person.months)
    employment = Employment(
        first_day=first_day,
        last_day=dates.left if person.id == ELIAS else None,
        agreed_minutes_per_week=person.hours * _HOUR,
        most_minutes_per_week=_MOST_HOURS * _HOUR if person.id in {FREJA, GORM} else None,
    )
    return Helper(
        id=person.id,
        first_name=first_name,
        last_name=last_name,
        initials=first_name[:2].upper(),
        phone=person.phone,
        email=f"{first_name.lower()}@example.com",
        address=f"Eksempelvej {person.house}, 2635 Ishøj",
        cpr=_cpr(person.born),
        birth_date=person.born,
        position=person.position,
        seniority_date=first_day,
        employments=(employment,),
        availability=_WISHES.get(person.id, ()),
    )


def agreed_pay(dates: Dates) -> tuple[OwnRate, ...]:
    """What is agreed with all, and with those who came first, and the rates of the levies."""
    longest = [person.id for person in _PEOPLE if person.id in {ANNA, CARLA}]
    pairs = ((None, _HOUR_OF_ALL), *((who, _HOUR_OF_LONGEST) for who in longest))
    levies = ((RateName.BARSEL, _BARSEL), (RateName.AES, _AES))
    return tuple(
        OwnRate(
            id=f"rate-{name.name.lower()}",
            name=name,
            value=value,
            valid_from=dates.month(60),
            source=_LEVIED_IN,
        )
        for name, value in levies
    ) + tuple(
        OwnRate(
            id=f"rate-{who or 'all'}",
            name=RateName.AGREED_HOUR,
            helper=who,
            value=value,
            valid_from=dates.month(60),
            source=_AGREED_IN,
        )
        for who, value in pairs
    )


def _cpr(born: dt.date) -> str:
    return f"{born:%d%m%y}0000"


def grants(dates: Dates) -> tuple[Grant, Grant]:
    """The grant that ended about seven months ago and the one that followed it."""
    return _first_grant(dates), _second_grant(dates)


def _first_grant(dates: Dates) -> Grant:
    decided = dates.first_outside_weekend(dates.start - dt.timedelta(days=40))
    return Grant(
        id="grant-1",
        valid_from=dates.start,
        valid_to=dates.change - dt.timedelta(days=1),
        decision_date=decided,
        received_date=decided + dt.timedelta(days=3),
        decision_reference="24/1234-7",
        lines=(_round_the_clock(), _bath(dt.time(10)), *_leading(training=30, course=6)),
    )


def _second_grant(dates: Dates) -> Grant:
    decided = dates.first_outside_weekend(dates.change - dt.timedelta(days=40))
    return Grant(
        id="grant-2",
        valid_from=dates.change,
        decision_date=decided,
        received_date=decided + dt.timedelta(days=3),
        decision_reference="24/1234-19",
        lines=(
            _round_the_clock(),
            _bath(dt.time(11)),
            _outing(),
            *_leading(training=40, course=12),
        ),
    )


def _round_the_clock() -> GrantLine:
    return GrantLine(
        kind=HourKind.BASIS,
        minutes=_DAY,
        per=Per.DAY,
        area=Area.CARE,
        from_time=_MIDNIGHT,
        to_time=_MIDNIGHT,
    )


def _bath(until: dt.time) -> GrantLine:
    begin = dt.time(8)
    return GrantLine(
        kind=HourKind.TWO_HELPERS,
        minutes=(until.hour - begin.hour) * _HOUR,
        per=Per.DAY,
        area=Area.CARE,
        weekdays=(Weekday.TUESDAY, Weekday.FRIDAY),
        from_time=begin,
        to_time=until,
    )


def _outing() -> GrantLine:
    return GrantLine(kind=HourKind.TWO_HELPERS, minutes=4 * _HOUR, per=Per.WEEK, area=Area.ACTIVITY)


def _leading(*, training: int, course: int) -> tuple[GrantLine, ...]:
    """Hours a year for leading the helpers; meetings and talks are for each of so many."""
    amounts = (
        (HourKind.STAFF_MEETING, 4, len(_PEOPLE) - 1),
        (HourKind.MUS, 1, 4),
        (HourKind.TRAINING, training, 1),
        (HourKind.COURSE, course, 1),
    )
    return tuple(
        GrantLine(
            kind=kind, minutes=hours * _HOUR, per=Per.YEAR, helpers=count, area=Area.COHERENCE
        )
        for kind, hours, count in amounts
    )
