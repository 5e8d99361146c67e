"""Who has a right to pay or benefit when they, or a child of theirs, are ill."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Final, NamedTuple

from bpa_desktop.domain.absence import AbsenceKind
from bpa_desktop.domain.clock import MINUTES_PER_HOUR
from bpa_desktop.domain.conflicts import age
from bpa_desktop.domain.money import Missing, rate_of, rates_of
from bpa_desktop.domain.people import Position
from bpa_desktop.domain.period import Period
from bpa_desktop.domain.scheme import Answer

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from bpa_desktop.domain.people import Employment
    from bpa_desktop.domain.rates import RuleBook

BENEFIT: Final = "sick-employment-test"
DAY: Final = "sick-employment-test-day"
AGREED: Final = "pay-sick-pay-agreement"
CHILD: Final = "pay-child-sick"
_SICK_DAYS: Final = frozenset({AbsenceKind.CHILD_FIRST_SICK_DAY, AbsenceKind.CHILD_SECOND_SICK_DAY})


class EmploymentTest(NamedTuple):
    """Whether a helper has a right on the first day of sickness, and what that rests on.

    ``weeks`` is what was looked at; ``is_unbroken`` tells whether the helper was employed in all
    of it. ``minutes`` were worked in it; ``counted`` are those of them that surely count.
    """

    answer: Answer
    weeks: Period
    is_unbroken: bool
    minutes: int
    counted: int


def benefit_test(
    first_day: dt.date,
    employments: Sequence[Employment],
    worked: Mapping[dt.date, int],
    book: RuleBook,
    *,
    at_work: bool,
) -> EmploymentTest | Missing:
    """Whether the employer owes sickness benefit from the first day of absence.

    ``worked`` has the minutes worked on each day, without those of holiday and sickness.
    ``at_work`` tells whether the helper was at work on the day, or on the last working day before
    it and should have been at work: with that, somebody employed here before needs the hours but
    not the unbroken weeks. The answer is unknown where it hangs on hours beyond those of a day
    that one source counts. Source: ``sick-employment-test`` and ``sick-employment-test-day``.
    """
    numbers = rates_of(book, BENEFIT, first_day, "weeks", "least_hours")
    most = rate_of(book, DAY, "most_hours", first_day)
    if isinstance(numbers, Missing):
        return numbers
    if isinstance(most, Missing):
        return most
    weeks, least = int(numbers[0]), int(numbers[1] * MINUTES_PER_HOUR)
    tested = _tested(first_day, weeks, employments, worked, int(most * MINUTES_PER_HOUR))
    again = at_work and any(one.end < first_day for one in employments)
    return tested._replace(answer=_answer(tested, least, is_bound=tested.is_unbroken or again))


def agreed_pay_test(
    first_day: dt.date,
    employments: Sequence[Employment],
    worked: Mapping[dt.date, int],
    book: RuleBook,
) -> EmploymentTest | Missing:
    """Whether a municipality that mirrors the agreement grants ordinary pay in sickness.

    Whether it does so at all is a question of the grant. ``worked`` as for ``benefit_test``.
    Source: the row ``pay-sick-pay-agreement``.
    """
    numbers = rates_of(book, AGREED, first_day, "weeks", "least_hours")
    if isinstance(numbers, Missing):
        return numbers
    weeks, least = int(numbers[0]), int(numbers[1] * MINUTES_PER_HOUR)
    tested = _tested(first_day, weeks, employments, worked, None)
    return tested._replace(answer=_answer(tested, least, is_bound=tested.is_unbroken))


def _tested(
    first_day: dt.date,
    weeks: int,
    employments: Sequence[Employment],
    worked: Mapping[dt.date, int],
    most: int | None,
) -> EmploymentTest:
    window = Period(first_day - dt.timedelta(weeks=weeks), first_day)
    minutes = [worked.get(day, 0) for day in window.days()]
    employed = all(
        any(one.covers(day) for one in employments) for day in (*window.days(), first_day)
    )
    counted = sum(minutes if most is None else (min(each, most) for each in minutes))
    return EmploymentTest(Answer.UNKNOWN, window, employed, sum(minutes), counted)


def _answer(tested: EmploymentTest, least: int, *, is_bound: bool) -> Answer:
    if not is_bound or tested.minutes < least:
        return Answer.NO
    return Answer.YES if tested.counted >= least else Answer.UNKNOWN


def is_child_day_paid(
    kind: AbsenceKind, on: dt.date, born: dt.date | None, position: Position, book: RuleBook
) -> Answer | Missing:
    """Whether a day off for a child who is ill has pay; unknown without the child's date of birth.

    A permanent helper has the first and second sick day of a child under an age with pay; a
    child-care day has none. Raises ``ValueError`` for a kind that is not about a child.
    Source: the row ``pay-child-sick``.
    """
    if kind is AbsenceKind.CHILD_CARE_DAY:
        return Answer.NO
    if kind not in _SICK_DAYS:
        raise ValueError(kind)
    years = rate_of(book, CHILD, "under_years", on)
    if isinstance(years, Missing):
        return years
    if position is not Position.PERMANENT:
        return Answer.NO
    if born is None:
        return Answer.UNKNOWN
    return Answer.YES if age(born, on) < years else Answer.NO


def care_days_left(taken: Iterable[dt.date], on: dt.date, book: RuleBook) -> int | Missing:
    """How many child-care days are left in the calendar year of ``on``; never below none.

    Source: the row ``pay-child-sick``.
    """
    most = rate_of(book, CHILD, "care_days_per_year", on)
    if isinstance(most, Missing):
        return most
    return max(int(most) - sum(day.year == on.year for day in taken), 0)
