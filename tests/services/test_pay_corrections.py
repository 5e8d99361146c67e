"""Pay is locked with its month; what changes later is paid once, with the next open month."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, Final

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bpa_desktop.domain.closed_month import ClosedMonth, SettledLine
from bpa_desktop.domain.own_rate import OwnRate, RateName
from bpa_desktop.domain.roster import Shift, ShiftState
from bpa_desktop.domain.settlement import amount_of, owed
from bpa_desktop.domain.standard_line import StandardLine
from bpa_desktop.services.closed_months import find_closed, month_of
from bpa_desktop.services.confirming import close_month
from bpa_desktop.services.month_pay import month_pay
from bpa_desktop.services.pay_corrections import corrections, due
from bpa_desktop.services.pay_settling import (
    MonthOpen,
    PayIncomplete,
    closed_words,
    lock_pay,
    may_lock,
)
from tests.domain.builders import moment
from tests.services.little_roster import everything, lay, open_little, shift

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from bpa_desktop.domain.period import Period
    from bpa_desktop.services.session import Session

JANUARY, FEBRUARY, MARCH, APRIL, MAY = (month_of(dt.date(2026, n, 1)) for n in range(1, 6))
MONTHS: Final = (JANUARY, FEBRUARY, MARCH, APRIL, MAY)
NOW: Final = moment("2026-06-15 09:30")


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    with open_little(tmp_path, NOW) as opened:
        fill(opened)
        yield opened


def fill(session: Session) -> None:
    lay(
        session,
        *(hour(who, "100") for who in ("anna", "bo")),
        *(
            shift(f"0{n}-13 07:00", f"0{n}-13 15:00", who, state=ShiftState.WORKED)
            for n in range(1, 6)
            for who in ("anna", "bo")
        ),
    )


def hour(who: str, value: str, valid_from: dt.date = dt.date(2020, 1, 1)) -> OwnRate:
    found = {"id": f"{who}-{valid_from}", "helper": who, "valid_from": valid_from}
    return OwnRate(name=RateName.AGREED_HOUR, value=Decimal(value), **found)  # type: ignore[arg-type]


def settled(session: Session, month: Period) -> list[tuple[str, str, int, Decimal, int]]:
    closed = find_closed(session, month)
    return [
        (one.helper, one.title, one.minutes, one.amount, one.month.month)
        for one in hourly(closed.pay if closed else ())
    ]


def hourly(lines: Iterable[SettledLine]) -> list[SettledLine]:
    """The lines of the hours themselves, without what is reckoned of them."""
    return [one for one in lines if one.title == "Basic pay"]


def test_closing_a_month_locks_its_pay_in_the_same_action(session: Session) -> None:
    before = everything(session)
    closed = close_month(session, JANUARY)
    assert settled(session, JANUARY) == [
        ("anna", "Basic pay", 480, Decimal(800), 1),
        ("bo", "Basic pay", 480, Decimal(800), 1),
    ]
    assert closed_words(session, closed, JANUARY) == "Januar 2026 er lukket, og lønnen er låst."
    session.undo()
    assert everything(session) == before


def test_a_missing_rate_closes_without_pay_and_the_pay_is_locked_later(session: Session) -> None:
    with session.operation("forget") as operation:
        operation.delete(OwnRate, "bo-2020-01-01")
    with pytest.raises(MonthOpen):
        lock_pay(session, JANUARY)
    closed = close_month(session, JANUARY)
    assert closed.pay == ()
    assert closed_words(session, closed, JANUARY) == (
        "Januar 2026 er lukket uden løn: en sats mangler for Bo."
    )
    assert not may_lock(session, JANUARY)
    with pytest.raises(PayIncomplete):
        lock_pay(session, JANUARY)
    lay(session, hour("bo", "110"))
    assert may_lock(session, JANUARY)
    lock_pay(session, JANUARY)
    assert settled(session, JANUARY)[1] == ("bo", "Basic pay", 480, Decimal(880), 1)
    assert not may_lock(session, JANUARY)


def test_a_change_after_two_closings_goes_to_the_third_month_once(session: Session) -> None:
    close_month(session, JANUARY)
    close_month(session, FEBRUARY)
    kept = settled(session, JANUARY), settled(session, FEBRUARY)
    lay(session, replace(hour("anna", "110", JANUARY.first), valid_to=JANUARY.last))
    assert list(corrections(session)) == [JANUARY.first]
    closed = close_month(session, MARCH)
    assert closed_words(session, closed, MARCH) == (
        "Marts 2026 er lukket, og lønnen er låst med rettelser af januar 2026."
    )
    assert (settled(session, JANUARY), settled(session, FEBRUARY)) == kept
    assert settled(session, MARCH) == [
        ("anna", "Basic pay", 480, Decimal(800), 3),
        ("bo", "Basic pay", 480, Decimal(800), 3),
        ("anna", "Basic pay", 0, Decimal(80), 1),
    ]
    assert not corrections(session)
    assert {line.month for line in due(session, APRIL).lines} == {APRIL.first}


def test_a_shift_given_to_another_is_taken_from_one_and_paid_to_the_other(
    session: Session,
) -> None:
    close_month(session, JANUARY)
    (own,) = [one for one in session.records.all(Shift) if one.id == "anna-01-13-0700"]
    lay(session, hour("carla", "120"), replace(own, helper="carla"))
    lines = [one for one in hourly(due(session, FEBRUARY).lines) if one.month == JANUARY.first]
    assert [(one.helper, one.minutes, one.amount) for one in lines] == [
        ("carla", 480, Decimal(960)),
        ("anna", -480, Decimal(-800)),
    ]


def test_corrections_pass_over_a_month_that_is_closed_without_pay(session: Session) -> None:
    close_month(session, JANUARY)
    lay(session, hour("anna", "110", dt.date(2026, 1, 1)))
    with session.operation("forget") as operation:
        operation.delete(OwnRate, "bo-2020-01-01")
    close_month(session, FEBRUARY)
    assert find_closed(session, FEBRUARY).pay == ()  # type: ignore[union-attr]
    lay(session, hour("bo", "100"))
    assert {line.month for line in due(session, FEBRUARY).lines} == {FEBRUARY.first}
    assert {line.month for line in due(session, MARCH).lines} == {JANUARY.first, MARCH.first}


def test_a_rate_that_is_gone_leaves_the_correction_unknown_not_negative(session: Session) -> None:
    close_month(session, JANUARY)
    with session.operation("forget") as operation:
        operation.delete(OwnRate, "bo-2020-01-01")
    assert corrections(session)[JANUARY.first].lines == ()
    assert set(due(session, FEBRUARY).missing) == {"bo"}


def test_a_closing_that_is_undone_leaves_what_was_settled_elsewhere_paid_once(
    session: Session,
) -> None:
    close_month(session, JANUARY)
    lay(session, hour("anna", "110", JANUARY.first))
    close_month(session, FEBRUARY)
    with session.operation("open again") as operation:
        operation.delete(ClosedMonth, find_closed(session, JANUARY).id)  # type: ignore[union-attr]
    lines = hourly(due(session, JANUARY).lines)
    assert [(one.helper, one.amount) for one in lines] == [
        ("anna", Decimal(800)),
        ("bo", Decimal(800)),
    ]
    close_month(session, JANUARY)
    assert not corrections(session)


def total(lines: list[SettledLine], helper: str) -> Decimal:
    return amount_of(one for one in lines if one.helper == helper)


def agrees(session: Session) -> None:
    """Settled and owed together are what the settled months are worked out to, to the øre."""
    closed = [one for one in session.records.all(ClosedMonth) if one.pay]
    paid = [line for one in closed for line in one.pay]
    still = [line for part in corrections(session).values() for line in part.lines]
    now = [pay for one in closed for pay in month_pay(session, month_of(one.first))]
    for helper in ("anna", "bo"):
        worth = sum(
            (one.amount or Decimal(0) for one in now if one.helper.id == helper), Decimal(0)
        )
        assert total(paid, helper) + total(still, helper) == worth


STEPS = st.one_of(
    st.tuples(st.just("rate"), st.integers(1, 5), st.integers(9_001, 20_000)),
    st.tuples(st.just("times"), st.integers(1, 5), st.integers(1, 700)),
    st.tuples(st.just("give"), st.integers(1, 5), st.integers(0, 1)),
    st.tuples(st.just("close"), st.integers(0, 4), st.just(0)),
    st.tuples(st.just("undo"), st.just(0), st.just(0)),
)


def take(session: Session, step: tuple[str, int, int]) -> None:
    what, place, value = step
    if what == "rate":
        lay(session, hour("anna", str(Decimal(value) / 100), dt.date(2026, place, 1)))
    elif what == "close":
        close_month(session, MONTHS[place])
    elif what == "undo":
        session.undo()
    else:
        for own in session.records.with_ids(Shift, [f"anna-0{place}-13-0700"]):
            end = own.planned_start + dt.timedelta(minutes=value)
            changed = {"worked_end": end} if what == "times" else {"helper": ("anna", "bo")[value]}
            lay(session, replace(own, deviation="Aftalt.", **changed))  # type: ignore[arg-type]


@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25, deadline=None
)
@given(st.lists(STEPS, min_size=3, max_size=12))
def test_after_any_changes_and_closings_all_that_is_worked_is_paid_once(
    session: Session, steps: list[tuple[str, int, int]]
) -> None:
    with session.operation("begin again") as operation:
        for kind in (ClosedMonth, Shift, OwnRate):
            for one in session.records.all(kind):
                operation.delete(kind, one.id)
    fill(session)
    mark = len(session.records.journal.entries())
    for step in steps:
        if step[0] != "undo" or len(session.records.journal.entries()) > mark:
            take(session, step)
        agrees(session)
    for month in MONTHS:
        close_month(session, month)
    agrees(session)


def line(amount: int, minutes: int = 0, title: str = "Basic pay") -> SettledLine:
    standard, month = StandardLine.BASIC_PAY, JANUARY.first
    return SettledLine(
        helper="anna",
        title=title,
        standard=standard,
        minutes=minutes,
        amount=Decimal(amount),
        month=month,
    )


def test_what_is_owed_is_the_difference_of_each_line() -> None:
    now = [line(100, 60), line(30, title="Night supplement")]
    before = [line(80, 60), line(30, title="Night supplement"), line(9, title="Evening supplement")]
    assert [(one.title, one.minutes, one.amount) for one in owed(now, before)] == [
        ("Basic pay", 0, Decimal(20)),
        ("Evening supplement", 0, Decimal(-9)),
    ]
