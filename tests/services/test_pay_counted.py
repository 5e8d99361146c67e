"""Accounts count the pay that was locked, and corrections with the month that pays them."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, Final

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bpa_desktop.domain.accounts import Origin
from bpa_desktop.domain.closed_month import ClosedMonth
from bpa_desktop.domain.own_rate import OwnRate, RateName
from bpa_desktop.domain.period import Period
from bpa_desktop.domain.roster import Shift, ShiftState
from bpa_desktop.domain.settlement import amount_of
from bpa_desktop.services.accounts import accounts_of
from bpa_desktop.services.closed_months import find_closed, month_of
from bpa_desktop.services.confirming import close_month
from bpa_desktop.services.pay_changes import pay_changes
from bpa_desktop.services.pay_corrections import due, is_settled
from bpa_desktop.services.pay_counted import counted_pay
from bpa_desktop.services.pay_spent import pay_spent
from tests.domain.builders import moment
from tests.services.little_roster import lay, open_little, shift

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bpa_desktop.services.session import Session

MONTHS: Final = tuple(month_of(dt.date(2026, n, 1)) for n in range(1, 7))
JANUARY, FEBRUARY, MARCH = MONTHS[:3]
YEAR: Final = Period(dt.date(2026, 1, 1), dt.date(2027, 1, 1))
NOW: Final = moment("2026-06-15 09:30")


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    with open_little(tmp_path, NOW) as opened:
        fill(opened)
        yield opened


def fill(session: Session) -> None:
    """Anna and Bo work the thirteenth of each month, and have a rate."""
    rates = {"name": RateName.AGREED_HOUR, "valid_from": dt.date(2020, 1, 1)}
    lay(
        session,
        *(
            OwnRate(id=f"rate-{who}", helper=who, value=Decimal("151.37"), **rates)
            for who in ("anna", "bo")
        ),
        *(
            shift(
                f"0{n}-13 07:00",
                f"0{n}-13 15:10",
                who,
                state=ShiftState.WORKED,
                id=f"{who}-{n}",
            )
            for n in range(1, 7)
            for who in ("anna", "bo")
        ),
    )


def paid(session: Session) -> Decimal:
    """The pay in the accounts of the year."""
    entries = accounts_of(session, YEAR).total.entries
    return sum((one.amount for one in entries if one.origin is Origin.PAY), Decimal())


def locked_and_open(session: Session) -> Decimal:
    """What was locked, line by line, and what open months are paid with."""
    total = Decimal()
    for month in MONTHS:
        closed = find_closed(session, month)
        lines = closed.pay if closed and is_settled(closed) else due(session, month).lines
        total += amount_of(lines)
    return total


def longer(session: Session, which: str, minutes: int) -> None:
    one = session.records.get(Shift, which)
    session.save(replace(one, planned_end=one.planned_end + dt.timedelta(minutes=minutes)), "x")


def test_a_change_of_a_locked_month_counts_with_the_month_that_pays_it(session: Session) -> None:
    close_month(session, JANUARY)
    before = [amount_of(one.lines) for one in counted_pay(session, MONTHS)]
    longer(session, "anna-1", 60)
    after = [amount_of(one.lines) for one in counted_pay(session, MONTHS)]
    assert after[0] == before[0], "what was locked stays"
    assert after[1] > before[1], "February pays the rest"
    assert after[2:] == before[2:]
    assert [one.month for one in pay_changes(session)] == [JANUARY.first]
    close_month(session, FEBRUARY)
    assert [amount_of(one.lines) for one in counted_pay(session, MONTHS)] == after


def test_a_part_of_a_locked_month_and_the_rest_are_the_whole(session: Session) -> None:
    close_month(session, JANUARY)
    longer(session, "bo-1", 45)
    (found,) = counted_pay(session, [JANUARY])
    parts = [Period(JANUARY.first, dt.date(2026, 1, 14)), Period(dt.date(2026, 1, 14), JANUARY.end)]
    amounts = [sum(found.on_days(one).values()) for one in (*parts, JANUARY)]
    assert amounts[0] + amounts[1] == amounts[2] == amount_of(find_closed(session, JANUARY).pay)  # type: ignore[union-attr]
    assert amounts[0] > amounts[1], "the shift lies in the first part"


def test_a_rate_that_is_taken_away_leaves_locked_months_known(session: Session) -> None:
    close_month(session, JANUARY)
    known = paid(session)
    assert known
    with session.operation("x") as operation:
        for n in range(2, 7):
            operation.delete(Shift, f"bo-{n}")
        operation.delete(OwnRate, "rate-bo")
    (january,) = counted_pay(session, [JANUARY])
    assert not january.missing
    assert amount_of(january.lines) == amount_of(find_closed(session, JANUARY).pay)  # type: ignore[union-attr]
    lacks = accounts_of(session, YEAR).missing
    assert lacks, "the correction of January is not known, and February would pay it"


WHO = ["anna", "bo"]
DEEDS = st.lists(
    st.one_of(
        st.tuples(st.just("close"), st.integers(0, 5), st.just("anna")),
        st.tuples(
            st.sampled_from([-90, 15, 50]), st.integers(1, 6), st.sampled_from(["anna", "bo"])
        ),
    ),
    max_size=9,
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(deeds=DEEDS)
def test_the_accounts_are_the_locked_lines_and_the_open_months_to_the_ore(
    tmp_path_factory: pytest.TempPathFactory, deeds: list[tuple[int | str, int, str]]
) -> None:
    with open_little(tmp_path_factory.mktemp("counted"), NOW) as session:
        fill(session)
        for deed, number, who in deeds:
            if isinstance(deed, int):
                longer(session, f"{who}-{number}", deed)
            elif find_closed(session, MONTHS[number]) is None:
                lay(
                    session,
                    ClosedMonth(
                        month=MONTHS[number].first,
                        closed_on=session.today,
                        pay=due(session, MONTHS[number]).lines,
                    ),
                )
        assert paid(session) == locked_and_open(session)
        spent = pay_spent(session, YEAR.first, dt.date(2026, 7, 1))
        levied = [
            one.amount
            for one in accounts_of(session, YEAR).total.entries
            if one.origin is Origin.LEVY
        ]
        assert sum(spent.amounts.values()) == paid(session) + sum(levied)
