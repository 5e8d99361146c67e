from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bpa_desktop.domain.absence import Absence, AbsenceKind
from bpa_desktop.domain.asked import AGREEMENT
from bpa_desktop.domain.leave_pay import (
    RULE,
    Leave,
    LeavePay,
    NoLeavePay,
    leave_pay,
    leaves,
    shared,
)
from bpa_desktop.domain.money import Missing, Step, Unit
from bpa_desktop.domain.own_rate import OwnRate, RateName
from bpa_desktop.domain.people import Employment, Helper
from bpa_desktop.domain.scheme import Agreement
from bpa_desktop.services.rulebook import rulebook
from bpa_desktop.services.tariff import Tariff

if TYPE_CHECKING:
    from bpa_desktop.domain.rates import RuleBook

FIRST = dt.date(2026, 3, 2)
DAY = dt.timedelta(days=1)
MATERNITY, PARENTAL = AbsenceKind.MATERNITY_LEAVE, AbsenceKind.PARENTAL_LEAVE


def away(first: dt.date, last: dt.date | None, kind: AbsenceKind = PARENTAL) -> Absence:
    return Absence(helper="anna", kind=kind, first_day=first, last_day=last)


def book(**written: int) -> Tariff:
    own = [
        OwnRate(name=RateName[name], value=Decimal(value), valid_from=dt.date(2025, 1, 1))
        for name, value in written.items()
    ]
    return Tariff(rulebook(), own, None)


def helper(employed: dt.date) -> Helper:
    return Helper(first_name="Anna", employments=(Employment(first_day=employed),))


def right(
    rates: RuleBook,
    agreement: Agreement = Agreement.DE_FOA,
    employed: dt.date = dt.date(2025, 6, 2),
    kind: AbsenceKind = PARENTAL,
) -> object:
    return leave_pay(Leave(kind, (away(FIRST, None, kind),)), helper(employed), agreement, rates)


WRITTEN = {"LEAVE_PARENTAL": 6, "LEAVE_MATERNITY": 14, "LEAVE_PERCENT": 100}


def test_nine_months_when_the_leave_begins_are_enough_and_a_day_less_is_not() -> None:
    rates = book(**WRITTEN)
    assert right(rates, employed=dt.date(2025, 6, 2)) == LeavePay(42, Decimal(100))
    assert right(rates, employed=dt.date(2025, 6, 3)) is NoLeavePay.TOO_NEW
    assert right(rates, kind=MATERNITY) == LeavePay(98, Decimal(100))
    assert right(book(LEAVE_MONTHS=8, **WRITTEN), employed=dt.date(2025, 6, 3)) == LeavePay(
        42, Decimal(100)
    )


def test_under_an_agreement_weeks_and_per_cent_are_asked_for_and_never_guessed() -> None:
    assert right(rulebook()) == [
        Missing(RULE, "parental_weeks", FIRST),
        Missing(RULE, "percent", FIRST),
    ]
    assert right(book(LEAVE_MATERNITY=14, LEAVE_PERCENT=100)) == [
        Missing(RULE, "parental_weeks", FIRST)
    ]


@pytest.mark.parametrize(
    ("agreement", "expected"),
    [
        (Agreement.NONE, NoLeavePay.NO_AGREEMENT),
        (Agreement.UNKNOWN, [AGREEMENT.missing(FIRST)]),
    ],
)
def test_without_an_agreement_only_a_rate_that_the_user_wrote_gives_pay(
    agreement: Agreement, expected: object
) -> None:
    assert right(rulebook(), agreement) == expected
    assert right(book(**WRITTEN), agreement) == LeavePay(42, Decimal(100))


def test_divided_leave_of_one_kind_is_counted_together_within_a_year() -> None:
    spring = away(FIRST, dt.date(2026, 3, 15))
    autumn = away(dt.date(2026, 9, 7), dt.date(2026, 9, 20))
    other = away(dt.date(2026, 9, 21), None, MATERNITY)
    next_child = away(dt.date(2027, 3, 2), None)
    found = leaves([next_child, autumn, other, spring], rulebook())
    assert found == [
        Leave(MATERNITY, (other,)),
        Leave(PARENTAL, (spring, autumn)),
        Leave(PARENTAL, (next_child,)),
    ]
    assert not isinstance(found, Missing)
    assert [found[1].number(day) for day in (FIRST, dt.date(2026, 9, 7))] == [1, 15]


@given(
    st.lists(st.tuples(st.integers(0, 300), st.integers(0, 60)), min_size=1, max_size=4),
    st.integers(0, 360),
)
def test_a_day_of_leave_is_counted_once_also_where_absences_lie_over_each_other(
    stretches: list[tuple[int, int]], upto: int
) -> None:
    own = [away(FIRST + first * DAY, FIRST + (first + more) * DAY) for first, more in stretches]
    leave = Leave(PARENTAL, tuple(sorted(own, key=lambda one: one.first_day)))
    days = {FIRST + n * DAY for first, more in stretches for n in range(first, first + more + 1)}
    day = FIRST + upto * DAY
    assert leave.number(day) == sum(one <= day for one in days)


def test_a_share_of_the_usual_pay_rounds_the_rate() -> None:
    step = Step("Basic pay", Decimal(8), Unit.HOURS, Decimal("151.37"), Decimal("1210.96"))
    assert shared(step, Decimal(100)) is step
    half = shared(step, Decimal(50))
    assert (half.rate, half.amount, half.rule) == (Decimal("75.69"), Decimal("605.52"), RULE)
