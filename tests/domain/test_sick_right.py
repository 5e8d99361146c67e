"""Who has a right to benefit or pay in sickness: eight weeks and 74 hours; a child's sick day."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bpa_desktop.domain.absence import AbsenceKind
from bpa_desktop.domain.money import Missing
from bpa_desktop.domain.people import Employment, Position
from bpa_desktop.domain.scheme import Answer
from bpa_desktop.domain.sick_right import (
    EmploymentTest,
    agreed_pay_test,
    benefit_test,
    care_days_left,
    is_child_day_paid,
)
from bpa_desktop.services.rulebook import rulebook
from tests.domain.builders import book, day, rule

BOOK = rulebook()
NOTHING = book()
SICK = day("2026-03-02")
SEVEN_HOURS = 7 * 60


def employed(first: str, last: str | None = None) -> Employment:
    return Employment(first_day=day(first), last_day=day(last) if last else None)


def hours(*each: float, before: dt.date = SICK) -> dict[dt.date, int]:
    """So many hours on each of the days before a day."""
    return {
        before - dt.timedelta(days=number): round(one * 60)
        for number, one in enumerate(each, start=1)
    }


def judged(
    employments: list[Employment], worked: dict[dt.date, int], *, at_work: bool = True
) -> EmploymentTest:
    found = benefit_test(SICK, employments, worked, BOOK, at_work=at_work)
    assert isinstance(found, EmploymentTest)
    return found


LONG = [employed("2025-01-01")]


@pytest.mark.parametrize(
    ("first", "each", "answer"),
    [
        pytest.param("2026-01-12", [6] * 15, Answer.NO, id="g-sick-04: 7 weeks and 90 hours"),
        pytest.param("2026-01-05", [6] * 15, Answer.YES, id="8 weeks to the day"),
        pytest.param("2026-01-06", [6] * 15, Answer.NO, id="a day less than 8 weeks"),
        pytest.param("2020-01-01", [7.4] * 10, Answer.YES, id="74 hours"),
        pytest.param("2020-01-01", [7.4] * 9 + [7.38], Answer.NO, id="a minute less"),
        pytest.param("2020-01-01", [], Answer.NO, id="no hours"),
        pytest.param("2020-01-01", [24, 24, 24, 24], Answer.UNKNOWN, id="long days only"),
    ],
)
def test_eight_weeks_and_74_hours(first: str, each: list[float], answer: Answer) -> None:
    assert judged([employed(first)], hours(*each)).answer is answer


def test_hours_before_the_eight_weeks_do_not_count() -> None:
    early = hours(*[7] * 20, before=day("2026-01-05"))
    assert judged(LONG, early).minutes == 0
    assert judged(LONG, {day("2026-01-05"): SEVEN_HOURS}).minutes == SEVEN_HOURS
    assert judged(LONG, {SICK: SEVEN_HOURS}).minutes == 0


def test_two_employments_that_meet_are_no_break() -> None:
    worked = hours(*[7] * 12)
    meeting = [employed("2025-01-01", "2026-01-31"), employed("2026-02-01")]
    apart = [employed("2025-01-01", "2026-01-30"), employed("2026-02-01")]
    assert judged(meeting, worked, at_work=False).is_unbroken
    assert judged(apart, worked, at_work=False).answer is Answer.NO


@pytest.mark.parametrize(("at_work", "answer"), [(True, Answer.YES), (False, Answer.NO)])
def test_who_was_employed_here_before_needs_the_hours_and_to_be_at_work(
    at_work: bool,  # noqa: FBT001 - a case of the table
    answer: Answer,
) -> None:
    again = [employed("2025-01-01", "2025-12-31"), employed("2026-02-16")]
    assert judged(again, hours(*[7] * 12), at_work=at_work).answer is answer
    assert judged(again, hours(*[7] * 10), at_work=at_work).answer is Answer.NO


def test_who_starts_for_the_first_time_does_not_profit_from_being_at_work() -> None:
    assert judged([employed("2026-02-01")], hours(*[7] * 12)).answer is Answer.NO


def test_the_test_tells_what_it_rests_on() -> None:
    found = judged(LONG, hours(8, 7, 24))
    assert (found.weeks.first, found.weeks.end) == (day("2026-01-05"), SICK)
    assert (found.minutes, found.counted) == (39 * 60, 444 + 420 + 444)


@pytest.mark.parametrize(
    ("first", "each", "answer"),
    [
        ("2026-01-05", [24, 24, 24, 2], Answer.YES),
        ("2026-01-06", [24, 24, 24, 2], Answer.NO),
        ("2020-01-01", [24, 24, 24, 1.98], Answer.NO),
    ],
)
def test_the_grant_s_own_test_counts_long_days_in_full(
    first: str, each: list[float], answer: Answer
) -> None:
    found = agreed_pay_test(SICK, [employed(first)], hours(*each), BOOK)
    assert isinstance(found, EmploymentTest)
    assert found.answer is answer


@given(
    st.dates(day("2013-03-01"), day("2100-12-31")),
    st.integers(0, 90),
    st.lists(st.integers(0, 24 * 60), max_size=60),
)
def test_more_work_and_longer_employment_never_take_the_right_away(
    sick: dt.date, employed_days: int, minutes: list[int]
) -> None:
    order = [Answer.NO, Answer.UNKNOWN, Answer.YES]
    worked = {sick - dt.timedelta(days=at): one for at, one in enumerate(minutes, start=1)}
    more = {one: min(count + 30, 24 * 60) for one, count in worked.items()}
    found = []
    for days, hours_worked in ((employed_days, worked), (employed_days + 7, more)):
        own = [Employment(first_day=sick - dt.timedelta(days=days))]
        result = benefit_test(sick, own, hours_worked, BOOK, at_work=False)
        assert isinstance(result, EmploymentTest)
        assert result.counted <= result.minutes
        assert result.is_unbroken is (days >= 56)
        found.append(order.index(result.answer))
    assert found == sorted(found)


def test_a_test_whose_numbers_are_not_known_is_missing() -> None:
    law = book(rule("sick-employment-test", weeks=8, least_hours=74))
    assert benefit_test(SICK, LONG, {}, NOTHING, at_work=True) == Missing(
        "sick-employment-test", "weeks", SICK
    )
    assert benefit_test(SICK, LONG, {}, law, at_work=True) == Missing(
        "sick-employment-test-day", "most_hours", SICK
    )
    assert agreed_pay_test(SICK, LONG, {}, NOTHING) == Missing(
        "pay-sick-pay-agreement", "weeks", SICK
    )


@pytest.mark.parametrize(
    ("kind", "born", "position", "answer"),
    [
        (AbsenceKind.CHILD_FIRST_SICK_DAY, "2012-03-03", Position.PERMANENT, Answer.YES),
        (AbsenceKind.CHILD_SECOND_SICK_DAY, "2012-03-02", Position.PERMANENT, Answer.NO),
        (AbsenceKind.CHILD_FIRST_SICK_DAY, "2020-01-01", Position.SUBSTITUTE, Answer.NO),
        (AbsenceKind.CHILD_FIRST_SICK_DAY, None, Position.PERMANENT, Answer.UNKNOWN),
        (AbsenceKind.CHILD_CARE_DAY, "2020-01-01", Position.PERMANENT, Answer.NO),
    ],
)
def test_a_child_s_sick_day_is_paid_while_the_child_is_under_14(
    kind: AbsenceKind, born: str | None, position: Position, answer: Answer
) -> None:
    child = day(born) if born else None
    assert is_child_day_paid(kind, SICK, child, position, BOOK) is answer


def test_only_a_child_s_day_is_asked_about() -> None:
    with pytest.raises(ValueError, match="sickness"):
        is_child_day_paid(AbsenceKind.SICKNESS, SICK, None, Position.PERMANENT, BOOK)


def test_two_child_care_days_a_calendar_year() -> None:
    taken = [day("2025-12-31"), day("2026-01-01")]
    assert care_days_left([], SICK, BOOK) == 2
    assert care_days_left(taken, SICK, BOOK) == 1
    assert care_days_left([*taken, SICK, SICK], SICK, BOOK) == 0


def test_a_child_s_days_before_the_first_row_are_missing() -> None:
    early = day("2023-12-03")
    first = AbsenceKind.CHILD_FIRST_SICK_DAY
    assert is_child_day_paid(first, early, None, Position.PERMANENT, BOOK) == Missing(
        "pay-child-sick", "under_years", early
    )
    assert care_days_left([], early, BOOK) == Missing("pay-child-sick", "care_days_per_year", early)
