"""The holiday of a helper by holiday year: earned, taken, left, and what becomes of it."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bpa_desktop.domain.absence import AbsenceKind
from bpa_desktop.domain.brought_holiday import BroughtHoliday, BroughtWhy
from bpa_desktop.domain.holiday import HolidayYear, holiday_year
from bpa_desktop.domain.holiday_taken import Way, days_taken, drawn
from bpa_desktop.domain.money import Missing
from bpa_desktop.domain.people import Employment
from bpa_desktop.domain.scheme import Scheme, SickPay
from bpa_desktop.services.holiday_balance import holiday_balances
from bpa_desktop.services.holiday_words import (
    in_short,
    month_line,
    paper_words,
    rest_words,
    summary,
    taken_line,
    unknown_words,
    until_words,
)
from bpa_desktop.services.rulebook import rulebook
from tests.domain.builders import absence, book, day, moment
from tests.services.little_roster import helper, lay, open_little, shift

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bpa_desktop.domain.absence import Absence
    from bpa_desktop.domain.people import Helper
    from bpa_desktop.services.holiday_balance import Balance
    from bpa_desktop.services.session import Session

NOW = moment("2026-08-31 09:30")
FIRST = dt.date(2025, 9, 1)
THIRTY_HOURS = 30 * 60


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    with open_little(tmp_path, NOW) as opened:
        lay(
            opened,
            Scheme(id="scheme", citizen_name="Eksempel", sick_pay=SickPay.BENEFIT),
            absence("bo", "2025-09-01", "2025-09-01", kind=AbsenceKind.AGREED_DAY_OFF),
            shift("08-30 07:00", "08-30 15:00", "bo"),
            anna(FIRST),
        )
        yield opened


def anna(first: dt.date, last: dt.date | None = None, week: int | None = THIRTY_HOURS) -> Helper:
    own = Employment(first_day=first, last_day=last, agreed_minutes_per_week=week)
    return helper("Anna Prøve", employments=(own,))


def balance(session: Session, on: str = "2026-08-31", year: int = 2025) -> Balance:
    found = holiday_balances(session, day(on))["anna"]
    return next(one for one in found if one.year.earned.first.year == year)


def holiday(first: str, last: str | None = None) -> Absence:
    return absence("anna", first, last, kind=AbsenceKind.HOLIDAY)


def test_twelve_whole_months_are_25_days(session: Session) -> None:
    found = balance(session)
    assert found.earned == found.left == 25
    assert [one.earned for one in found.months] == [Decimal("2.08")] * 12
    assert month_line(found.months[0]) == ("september 2025", "2,08 dage", "")
    assert summary(found) == "Optjent 25 dage, afholdt 0, tilbage 25 pr. 31. august 2026."
    assert until_words(found).words == "De skal holdes senest 31. december 2026."


def test_who_began_in_the_middle_of_a_month_earns_by_the_day(session: Session) -> None:
    lay(session, anna(day("2026-03-16")))
    found = balance(session, "2026-04-30")
    assert found.earned == 16 * Decimal("0.07") + Decimal("2.08")
    assert month_line(found.months[0]) == (
        "marts 2026",
        "1,12 dage",
        "ansat 16 af 31 dage",
    )


def test_the_first_day_of_sickness_without_full_pay_earns_nothing(session: Session) -> None:
    sick = [absence("anna", one, one) for one in ("2026-02-03", "2026-02-10", "2026-02-17")]
    lay(session, *sick)
    february = balance(session).months[5]
    assert february.earned == 25 * Decimal("0.07")
    assert "3. februar, 10. februar og 17. februar" in month_line(february)[2]
    lay(session, Scheme(id="scheme", citizen_name="Eksempel", sick_pay=SickPay.FULL))
    assert balance(session).earned == 25
    lay(session, Scheme(id="scheme", citizen_name="Eksempel"))
    unknown = balance(session)
    assert unknown.earned is unknown.left is None
    assert month_line(unknown.months[5])[1] == "ikke kendt"
    assert month_line(unknown.months[6]) == ("marts 2026", "2,08 dage", "")
    assert any("Satser" in one for one in unknown_words(unknown))
    assert rest_words(unknown) == ()


def test_leave_lowers_its_months_and_says_so(session: Session) -> None:
    leave = absence("anna", "2026-07-23", "2026-08-31", kind=AbsenceKind.PARENTAL_LEAVE)
    lay(session, leave)
    july, august = balance(session).months[-2:]
    assert [july.earned, august.earned] == [Decimal("1.54"), Decimal(0)]
    assert month_line(august)[2] == "31 dages orlov uden løn"


def test_holiday_uses_the_shifts_it_takes_the_place_of(session: Session) -> None:
    lay(
        session,
        shift("07-06 08:00", "07-06 20:00", "anna"),
        shift("07-07 20:00", "07-08 08:00", None, stands_in_for="anna"),
        holiday("2026-07-06", "2026-07-09"),
    )
    found = balance(session)
    assert found.taken == 4
    assert found.left == 21
    assert taken_line(found.holidays[0])[1:] == (
        "4 dage",
        "Regnet af vagter på 24 timer, hvor 30 timer om ugen er aftalt.",
    )


def test_whole_weeks_without_shifts_are_five_days_each(session: Session) -> None:
    lay(session, holiday("2026-07-06", "2026-07-19"))
    found = balance(session)
    assert found.holidays[0].holiday.way is Way.WEEKS
    assert round(found.taken or 0, 9) == 10
    assert round(balance(session, "2026-07-12").taken or 0, 9) == 5
    assert round(balance(session, "2026-07-12").planned or 0, 9) == 5


@pytest.mark.parametrize(
    ("agreed", "last", "way"),
    [
        (THIRTY_HOURS, "2026-07-10", Way.NO_SHIFT),
        (None, "2026-07-06", Way.NO_HOURS),
        (THIRTY_HOURS, "2026-10-05", Way.NOT_PLANNED),
    ],
)
def test_what_cannot_be_counted_makes_the_balance_incomplete(
    session: Session, agreed: int | None, last: str, way: Way
) -> None:
    if way is not Way.NO_SHIFT:
        lay(session, shift("07-06 08:00", "07-06 20:00", "anna"))
    lay(session, anna(FIRST, week=agreed), holiday("2026-07-06", last))
    found = balance(session)
    assert found.taken is found.left is None
    assert found.holidays[0].holiday.way is way
    assert "afholdt ikke kendt, tilbage ikke kendt" in summary(found)
    assert taken_line(found.holidays[0])[1] == "ikke kendt"


def test_in_the_autumn_what_is_left_of_the_old_year_goes_first(session: Session) -> None:
    lay(
        session,
        holiday("2026-06-01", "2026-06-28"),
        holiday("2026-10-05", "2026-10-18"),
    )
    old, new = (balance(session, "2026-11-30", year) for year in (2025, 2026))
    assert round(old.taken or 0, 9) == 25
    assert round(new.taken or 0, 9) == 5
    assert round(new.left or 0, 9) == Decimal("1.24")
    assert in_short([old, new]) == "2025/26: 0 dage tilbage, 2026/27: 1,24 dage tilbage"
    assert in_short([new]) == "1,24 dage tilbage"


def test_what_becomes_of_the_rest_is_told_with_its_source(session: Session) -> None:
    lay(session, holiday("2026-06-01", "2026-06-14"), holiday("2026-11-02", "2026-11-08"))
    lapsed, paid = rest_words(balance(session))
    assert lapsed.words.startswith("5 dage af de første 20 bortfalder")
    assert "15. november 2027" in lapsed.words
    assert paid.words.startswith("5 dage ud over de første 20 udbetales senest 31. marts 2027")
    assert "31. december 2026" in paid.words
    assert "Kilderne er uenige" in paid.origin


def test_the_time_before_the_file_is_said_not_to_be_known(session: Session) -> None:
    with session.operation("forget") as operation:
        for one in session.records.all(type(holiday("2026-01-01"))):
            operation.delete(type(one), one.id)
    found = balance(session)
    assert found.since == day("2026-08-30")
    assert "højst 25 tilbage" in summary(found)
    assert any("30. august 2026" in one for one in unknown_words(found))


def test_nobody_has_a_balance_before_the_act_or_without_an_employment(session: Session) -> None:
    assert holiday_balances(session, day("2020-08-31"))["anna"] == ()
    lay(session, replace(anna(FIRST), employments=()))
    assert holiday_balances(session, day("2026-08-31"))["anna"] == ()


def test_a_week_of_holiday_that_no_row_tells_of_is_missing() -> None:
    week = holiday("2026-07-06", "2026-07-12")
    found = days_taken(week, {}, [], book(), day("2026-12-31"))
    assert found == Missing("hol-week", "days_per_week", week.first_day)


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    st.dates(day("2025-09-01"), day("2026-06-30")),
    st.integers(1, 6),
    st.dates(day("2025-09-01"), day("2026-08-31")),
)
def test_what_is_left_is_earned_less_taken_and_nothing_earned_is_below_zero(
    session: Session, first: dt.date, weeks: int, on: dt.date
) -> None:
    last = first + dt.timedelta(days=7 * weeks - 1)
    own = replace(holiday(first.isoformat(), last.isoformat()), id="one")
    lay(session, own)
    found = balance(session, on.isoformat())
    assert found.earned is not None
    assert found.taken is not None
    assert found.planned is not None
    assert found.earned >= 0
    assert found.taken >= 0
    assert found.left == found.earned - found.taken
    assert round(found.taken + found.planned, 9) == 5 * weeks
    assert found.earned == sum(one.earned for one in found.months) or found.earned == 25
    assert paper_words(found).startswith("Ferieår 2025/26: optjent")


YEARS = [
    one
    for one in (holiday_year(dt.date(year, 9, 1), rulebook()) for year in (2024, 2025, 2026))
    if isinstance(one, HolidayYear)
]
DAYS = st.decimals(0, 20, places=2)


@given(
    st.dictionaries(st.dates(day("2024-09-01"), day("2027-12-31")), DAYS, max_size=20),
    st.tuples(DAYS, DAYS, DAYS),
)
def test_every_day_taken_comes_from_one_or_two_years_to_the_last_part(
    taken: dict[dt.date, Decimal], earned: tuple[Decimal, ...]
) -> None:
    found = drawn(taken, YEARS, earned)
    for one, days in taken.items():
        assert sum(own.get(one, Decimal(0)) for own in found) == days
    for own, year in zip(found, YEARS, strict=True):
        assert all(year.taken.first <= one < year.taken.end for one in own)


def before(days: str, why: BroughtWhy, into: str = "2025-10-01") -> BroughtHoliday:
    return BroughtHoliday(helper="anna", into=day(into), days=Decimal(days), why=why)


def test_holiday_moved_here_is_there_to_be_taken(session: Session) -> None:
    lay(session, before("3", BroughtWhy.AGREEMENT), before("2", BroughtWhy.HINDERED))
    found = balance(session)
    assert (found.earned, found.given, found.left) == (25, 30, 30)
    assert summary(found) == (
        "Optjent 25 dage, overført hertil 5, afholdt 0, tilbage 30 pr. 31. august 2026."
    )


def test_what_was_taken_before_the_file_counts_and_ends_the_doubt(tmp_path: Path) -> None:
    with open_little(tmp_path, NOW) as begun_late:
        lay(begun_late, anna(FIRST), shift("08-30 07:00", "08-30 15:00", "bo"))
        assert balance(begun_late).since == dt.date(2026, 8, 30)
        lay(begun_late, before("4", BroughtWhy.TAKEN))
        told = balance(begun_late)
        assert (told.since, told.taken) == (None, 4)
        assert not any("lønseddel" in one for one in unknown_words(told))


def test_days_that_were_moved_on_neither_lapse_nor_are_paid_out(session: Session) -> None:
    lay(
        session,
        before("5", BroughtWhy.AGREEMENT, "2026-09-01"),
        before("6", BroughtWhy.HINDERED, "2026-09-01"),
    )
    told = [one.words for one in rest_words(balance(session))]
    assert told[0] == "11 dage overføres til næste år."
    assert not any("udbetales" in one for one in told)
    assert any(one.startswith("14 dage af de første 20 bortfalder") for one in told)


@given(moved=st.integers(1, 80), taken=st.integers(1, 80))
@settings(
    max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_what_is_left_is_given_less_taken(session: Session, moved: int, taken: int) -> None:
    lay(
        session,
        before(str(Decimal(moved) / 4), BroughtWhy.AGREEMENT),
        before(str(Decimal(taken) / 4), BroughtWhy.TAKEN),
    )
    try:
        assert balance(session).left == 25 + Decimal(moved - taken) / 4
    finally:
        session.undo()
