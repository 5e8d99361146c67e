"""G-days: conditions, whole and half, the most of a year, and what is not known."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

import pytest

from bpa_desktop.domain.asked import IN_FUND, OWN_WISH
from bpa_desktop.domain.g_days import GDayPart, Nothing, g_days, parts_of_day
from bpa_desktop.domain.money import Missing
from bpa_desktop.domain.payslip import UnemploymentDay
from bpa_desktop.domain.scheme import Answer
from bpa_desktop.services.rulebook import rulebook
from tests.domain.builders import book, day

if TYPE_CHECKING:
    from decimal import Decimal

BOOK = rulebook()
FULL = 444
"""7.4 hours in minutes."""


def idle(on: str, minutes: int = FULL, **fields: Any) -> UnemploymentDay:
    given = {"in_fund": Answer.YES, "own_wish": Answer.NO, **fields}
    return UnemploymentDay(id=on, helper="anna", day=day(on), minutes=minutes, **given)


def worked(before: str, hours: int = 74) -> dict[dt.date, int]:
    """So many hours on the last day of the four weeks that count."""
    return {day(before) - dt.timedelta(weeks=4): hours * 60}


def amounts(*days: UnemploymentDay, hours: int = 74) -> list[Decimal | None]:
    return [one.pay.amount for one in g_days(days, worked("2024-05-06", hours), BOOK)]


def test_two_whole_days_of_2024_g_gday_01() -> None:
    assert amounts(idle("2024-05-06"), idle("2024-05-07")) == [940, 940]


def test_with_too_few_hours_or_too_long_ago_there_is_none() -> None:
    assert amounts(idle("2024-05-06"), hours=73) == [0]
    (late,) = g_days([idle("2024-05-07")], worked("2024-05-06"), BOOK)
    assert late.nothing is Nothing.TOO_FEW_HOURS


def test_half_a_day_g_gday_03_and_both_readings_of_it() -> None:
    unemployed = FULL - int(3.5 * 60)
    (found,) = g_days([idle("2024-05-06", unemployed)], worked("2024-05-06"), BOOK)
    assert (found.part, found.other) == (GDayPart.HALF, GDayPart.WHOLE)
    assert found.is_disputed
    assert found.pay.amount == 470


@pytest.mark.parametrize(
    ("minutes", "part", "other"),
    [
        (241, GDayPart.WHOLE, GDayPart.WHOLE),
        (240, GDayPart.HALF, GDayPart.WHOLE),
        (204, GDayPart.HALF, GDayPart.HALF),
        (205, GDayPart.HALF, GDayPart.WHOLE),
    ],
)
def test_between_3_4_and_4_hours_the_sources_disagree(
    minutes: int, part: GDayPart, other: GDayPart
) -> None:
    assert parts_of_day(minutes, day("2024-05-06"), BOOK) == (part, other)


def test_the_17th_of_a_year_is_not_paid_g_gday_04() -> None:
    days = [idle(f"2024-05-{number:02}") for number in range(6, 23)]
    found = g_days(days, worked("2024-05-06"), BOOK)
    assert [one.pay.amount for one in found] == [940] * 16 + [0]
    assert found[-1].nothing is Nothing.TOO_MANY_DAYS


def test_own_wish_and_no_fund_are_not_paid_and_not_counted() -> None:
    days = [idle("2024-05-06", own_wish=Answer.YES), idle("2024-05-07", in_fund=Answer.NO)]
    found = g_days(days, worked("2024-05-06"), BOOK)
    assert [one.nothing for one in found] == [Nothing.OWN_WISH, Nothing.NO_FUND]


def test_what_is_not_answered_is_missing_unless_nothing_is_paid_anyway() -> None:
    on = day("2024-05-06")
    for name, fact in (("in_fund", IN_FUND), ("own_wish", OWN_WISH)):
        one = idle("2024-05-06", **{name: Answer.UNKNOWN})
        assert g_days([one], worked("2024-05-06"), BOOK)[0].pay.missing == (fact.missing(on),)
        assert g_days([one], {}, BOOK)[0].pay.amount == 0


def test_a_year_whose_amount_was_not_found_is_missing() -> None:
    (found,) = g_days([idle("2025-05-06")], worked("2025-05-06"), BOOK)
    assert found.pay.missing == (Missing("pay-g-day-amount", "whole", day("2025-05-06")),)
    (none,) = g_days([idle("2025-05-06")], {}, book())
    assert none.pay.missing == (Missing("pay-g-days", "least_hours", day("2025-05-06")),)
