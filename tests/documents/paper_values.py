"""Small, made-up values of every paper, from which the expected numbers can be read off."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

from bpa_desktop.documents.absence_overview import AbsenceOverview, KindTotal, Spell
from bpa_desktop.documents.activity_schedule import ActivitySchedule, AreaHours, Task, TimeHours
from bpa_desktop.documents.choices import Names
from bpa_desktop.documents.cover import Asked, Contact, Cover, State
from bpa_desktop.documents.hours_values import (
    Amount,
    GrantInForce,
    HelperHours,
    Hours,
    HoursAccount,
    MonthHours,
    YearToDate,
)
from bpa_desktop.documents.overview import (
    Cause,
    Environment,
    Explanation,
    Held,
    Leading,
    Overview,
    Unfilled,
)
from bpa_desktop.documents.roster_used import (
    Day,
    Deviation,
    Entry,
    Month,
    Progress,
    RosterUsed,
    Why,
)
from bpa_desktop.domain.absence import AbsenceKind
from bpa_desktop.domain.activity import Category, DayPart, OtherHelp, Place, Predictability
from bpa_desktop.domain.activity_hours import TimeOfDay
from bpa_desktop.domain.grant import Per, YearLength
from bpa_desktop.domain.kinds import Area, HourKind, Weekday
from bpa_desktop.domain.period import Period, Window
from bpa_desktop.domain.scheme import LegalBasis

CASE = "24/1234"
MADE = dt.date(2026, 5, 8)
PERIOD = Period(dt.date(2026, 2, 20), dt.date(2026, 5, 20))
FEBRUARY = Period(dt.date(2026, 2, 20), dt.date(2026, 3, 1))
MARCH = Period(dt.date(2026, 3, 1), dt.date(2026, 4, 1))
AHEAD = Period(dt.date(2026, 4, 1), dt.date(2026, 5, 20))


def task(**fields: Any) -> Task:
    values: dict[str, Any] = {
        "activity": "Morgenbad",
        "category": Category.PERSONAL_CARE,
        "area": Area.CARE,
        "minutes": 60,
        "times_per_week": Decimal(7),
        "minutes_per_week": 420,
        "is_placed": True,
        "from_time": dt.time(7),
        "to_time": dt.time(8),
    }
    return Task(**(values | fields))


def schedule(**fields: Any) -> ActivitySchedule:
    outing = task(
        activity="Svømning",
        category=Category.ACCOMPANIMENT,
        area=Area.ACTIVITY,
        minutes=180,
        times_per_week=Decimal("0.5"),
        minutes_per_week=180,
        weekdays=(Weekday.WEDNESDAY,),
        every_n_weeks=2,
        season="fra april til oktober",
        from_time=dt.time(13),
        to_time=dt.time(16),
        own_part="Jeg svømmer selv.",
        helper_part="Hjælperen løfter mig i og op.",
        helpers=2,
        second_helper_reason="Liften skal styres.",
        place=Place.OUTSIDE,
        predictability=Predictability.MOVABLE,
        covered_by=OtherHelp.HOUSEHOLD,
        covered_minutes=30,
        aid="Badestol",
        transfer_note="To løfter fra stolen.",
        example="I maj var bassinet lukket.",
    )
    loose = task(
        activity="Toilet",
        minutes=15,
        times_per_week=Decimal(28),
        is_placed=False,
        day_part=DayPart.VARIES,
        from_time=None,
        to_time=None,
    )
    values: dict[str, Any] = {
        "case_number": CASE,
        "tasks": (outing, task(), loose),
        "times": (
            TimeHours(part=TimeOfDay.DAY, workdays=480, weekend=120),
            TimeHours(part=TimeOfDay.UNPLACED, workdays=420, weekend=0),
        ),
        "areas": (
            AreaHours(area=Area.CARE, needed=840, granted=1020),
            AreaHours(area=Area.ACTIVITY, needed=180, granted=None),
        ),
        "granted": 1020,
    }
    return ActivitySchedule(**(values | fields))


def totals() -> tuple[KindTotal, ...]:
    sick = KindTotal(
        kind=AbsenceKind.SICKNESS,
        spells=2,
        days=3,
        lost=960,
        by_permanent=240,
        by_substitutes=480,
        uncovered=240,
    )
    holiday = KindTotal(
        kind=AbsenceKind.HOLIDAY,
        spells=1,
        days=7,
        lost=0,
        by_permanent=0,
        by_substitutes=0,
        uncovered=0,
    )
    return sick, holiday


def absences(**fields: Any) -> AbsenceOverview:
    values: dict[str, Any] = {
        "case_number": CASE,
        "period": PERIOD,
        "made_on": MADE,
        "spells": (
            Spell(
                helper="AN",
                kind=AbsenceKind.SICKNESS,
                first=dt.date(2026, 3, 4),
                last=dt.date(2026, 3, 5),
                days=1,
                is_part_of_day=True,
                lost=480,
                covered=(("BO", 240), ("CA", 240)),
            ),
            Spell(
                helper="AN",
                kind=AbsenceKind.SICKNESS,
                first=dt.date(2026, 5, 7),
                last=dt.date(2026, 5, 8),
                days=2,
                is_open=True,
                lost=480,
                covered=(("BO", 240),),
                uncovered=240,
            ),
            Spell(
                helper="BO",
                kind=AbsenceKind.HOLIDAY,
                first=dt.date(2026, 3, 9),
                last=dt.date(2026, 3, 15),
                days=7,
            ),
        ),
        "totals": totals(),
    }
    return AbsenceOverview(**(values | fields))


def at(day: int, hour: int, minute: int = 0) -> dt.datetime:
    return dt.datetime(2026, 4, day, hour, minute)  # noqa: DTZ001 - wall-clock time


def april(**fields: Any) -> Month:
    """April 2026, of which 1 to 3 April were used and 4 April is planned."""
    days = (
        Day(
            day=dt.date(2026, 4, 1),
            entries=(
                Entry(start=at(1, 7), end=at(1, 15, 30), who=("AN",)),
                Entry(start=at(1, 15, 30), end=at(2, 0), who=("DI",), instead_of="BO"),
                Entry(
                    start=at(1, 17), end=at(1, 19), who=("AN", "CA"), kind=HourKind.STAFF_MEETING
                ),
            ),
        ),
        Day(
            day=dt.date(2026, 4, 2),
            holiday="Skærtorsdag",
            entries=(
                Entry(start=at(2, 23), end=at(3, 7)),
                Entry(start=at(2, 7), end=at(2, 15), who=("AN",), progress=Progress.UNCONFIRMED),
            ),
        ),
        Day(
            day=dt.date(2026, 4, 4),
            is_planned=True,
            entries=(Entry(start=at(4, 7), end=at(4, 15), who=("BO",), progress=Progress.PLANNED),),
        ),
    )
    values: dict[str, Any] = {
        "part": Period(dt.date(2026, 4, 1), dt.date(2026, 5, 1)),
        "days": days,
        "used": 42720,
        "unfilled": 1,
        "replaced": 2,
        "deviations": (
            Deviation(
                day=dt.date(2026, 4, 1),
                planned="15:30–24 BO",
                became="15:30–24 DI",
                why=Why.SICKNESS,
                text="Fem hjælpere spurgt",
            ),
            Deviation(day=dt.date(2026, 4, 2), planned="23–07 CA", became="", is_unfilled=True),
            Deviation(day=dt.date(2026, 4, 3), planned="07–15 AN", became="", why=Why.ABSENCE),
        ),
    }
    return Month(**(values | fields))


def roster(*months: Month, made_on: dt.date = MADE) -> RosterUsed:
    return RosterUsed(case_number=CASE, made_on=made_on, months=months or (april(),))


def month_hours(part: Period, granted: int, used: int, **fields: int) -> MonthHours:
    help_hours = Hours(granted=granted, planned=granted, used=used, **fields)
    meeting = Hours(granted=60, planned=120, used=120)
    kinds = ((HourKind.BASIS, help_hours), (HourKind.STAFF_MEETING, meeting))
    return MonthHours(part=part, kinds=kinds)


def account(**fields: Any) -> HoursAccount:
    values: dict[str, Any] = {
        "case_number": CASE,
        "period": PERIOD,
        "made_on": MADE,
        "months": (
            month_hours(FEBRUARY, 12960, 12840, absent=480, uncovered=120),
            month_hours(MARCH, 44580, 44600),
        ),
        "ahead": Hours(granted=28800, planned=28320),
        "ahead_part": AHEAD,
        "unconfirmed": 480,
        "helpers": (
            HelperHours(helper="AN", planned=30000, used=29000, absent=480),
            HelperHours(helper="", planned=120, used=0, absent=0),
        ),
        "grants": (
            GrantInForce(
                first=dt.date(2024, 2, 1),
                last=None,
                decided=dt.date(2024, 1, 15),
                reference="24/1234-7",
                year_length=YearLength.WEEKS_52,
                amounts=(
                    Amount(kind=HourKind.BASIS, minutes=1440, per=Per.DAY),
                    Amount(kind=HourKind.MUS, minutes=60, per=Per.YEAR, helpers=4),
                ),
            ),
        ),
        "year": 2026,
        "year_kinds": (
            YearToDate(kind=HourKind.STAFF_MEETING, granted_year=1440, granted=360, used=240),
        ),
        "year_end": dt.date(2026, 4, 1),
        "clock_changes": (dt.date(2026, 3, 29), dt.date(2025, 10, 26)),
    }
    return HoursAccount(**(values | fields))


def overview(**fields: Any) -> Overview:
    values: dict[str, Any] = {
        "account": account(),
        "explanations": (
            (
                Explanation(
                    cause=Cause.UNFILLED,
                    days=(dt.date(2026, 2, 24), dt.date(2026, 2, 26)),
                    minutes=-120,
                ),
            ),
            (
                Explanation(
                    cause=Cause.CHANGED,
                    days=(dt.date(2026, 3, 2),),
                    minutes=-240,
                    text="Hospital.",
                ),
                Explanation(cause=Cause.CLOCK, days=(dt.date(2026, 3, 29),), minutes=-60),
                Explanation(cause=Cause.CHANGED, days=(dt.date(2026, 3, 5),), minutes=30),
            ),
        ),
        "leading": Leading(
            helpers=7,
            substitutes=2,
            started=(dt.date(2026, 3, 1),),
            left=(dt.date(2026, 2, 28), dt.date(2026, 3, 31)),
            sick_shifts=7,
            sick_filled=6,
            meetings=Held(
                count=2, minutes=720, coming=dt.date(2026, 6, 10), year=720, year_granted=1680
            ),
            mus=Held(count=1, minutes=60, people=3, of_people=5, planned=2),
            training=Held(count=1, minutes=960),
            unfilled=Unfilled(
                count=2, minutes=120, days=(dt.date(2026, 2, 24), dt.date(2026, 2, 26))
            ),
            environment=Environment(
                made_on=dt.date(2025, 1, 11), next_on=dt.date(2028, 1, 11), open_actions=3
            ),
        ),
        "absences": totals(),
    }
    return Overview(**(values | fields))


def cover(**fields: Any) -> Cover:
    values: dict[str, Any] = {
        "recipient": "Ishøj Kommune",
        "visit": dt.date(2026, 5, 20),
        "citizen": "Eksempel Eksempelsen",
        "cpr": "",
        "case_number": CASE,
        "basis": LegalBasis.SECTION_96,
        "granted_from": dt.date(2024, 2, 1),
        "period": PERIOD,
        "window": Window.ROLLING,
        "months": 3,
        "made_by": Contact(name="Eksempel Eksempelsen", phone="12 34 56 78"),
        "made_on": MADE,
        "names": Names.INITIALS,
        "asked": (
            Asked(title="Aktivitetsskema", state=State.MISSING, remark="Kommer den 1. juni."),
            Asked(title="Fraværsoversigt", state=State.MISSING),
            Asked(title="Seneste APV", state=State.NOT_RELEVANT, remark="ordningen er ny."),
            Asked(title="Afholdelse af MUS", state=State.ENCLOSED, at_visit=True),
        ),
    }
    return Cover(**(values | fields))
