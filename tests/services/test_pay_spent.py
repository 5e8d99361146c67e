"""What pay has cost, by line of the budget."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from bpa_desktop.domain.kinds import HourKind
from bpa_desktop.domain.own_rate import OwnRate, RateName
from bpa_desktop.domain.pay import TITLES
from bpa_desktop.domain.pay_standard import line_of
from bpa_desktop.domain.standard_line import StandardLine, covering
from bpa_desktop.domain.supplements import NIGHT
from bpa_desktop.services.closed_months import month_of
from bpa_desktop.services.month_pay import month_pay
from bpa_desktop.services.pay_spent import pay_spent
from tests.services.little_roster import lay, open_little, shift

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bpa_desktop.services.session import Session


def test_a_supplement_belongs_on_its_own_line_whatever_the_shift_counts_as() -> None:
    assert line_of(TITLES[NIGHT], HourKind.STAFF_MEETING) is StandardLine.NIGHT


def test_basic_pay_belongs_on_the_line_of_what_the_shift_counts_as() -> None:
    assert line_of("Basic pay", HourKind.MUS) is StandardLine.MUS
    assert line_of("Basic pay", HourKind.TWO_HELPERS) is StandardLine.BASIC_PAY


def test_an_amount_falls_to_the_nearest_line_that_holds_it() -> None:
    lines = [StandardLine.ALL_PAY, StandardLine.SUPPLEMENTS]
    assert covering(StandardLine.NIGHT, lines, lambda one: one) is StandardLine.SUPPLEMENTS
    assert covering(StandardLine.MUS, lines, lambda one: one) is StandardLine.ALL_PAY
    assert covering(StandardLine.INSURANCE, lines, lambda one: one) is None


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    with open_little(tmp_path) as opened:
        for who in ("anna", "bo"):
            name = RateName.AGREED_HOUR
            written = {"value": Decimal("151.37"), "valid_from": dt.date(2020, 1, 1)}
            lay(opened, OwnRate(name=name, helper=who, **written))
        yield opened


def test_the_months_together_are_what_each_helper_is_paid(session: Session) -> None:
    lay(
        session,
        shift("03-10 07:00", "03-10 23:30", "anna"),
        shift("03-14 12:00", "03-14 15:00", "bo"),
        shift("04-01 07:00", "04-01 09:10", "bo"),
    )
    spent = pay_spent(session, dt.date(2026, 3, 1), dt.date(2026, 5, 1))
    months = (month_of(dt.date(2026, number, 1)) for number in (3, 4))
    paid = [one.amount or Decimal() for month in months for one in month_pay(session, month)]
    assert sum(spent.amounts.values()) == sum(paid)
    assert spent.minutes[StandardLine.BASIC_PAY] == 16 * 60 + 30 + 3 * 60 + 130
    assert spent.missing == ()


def test_what_is_missing_is_told(session: Session) -> None:
    lay(session, shift("03-10 07:00", "03-10 15:00", "carla"))
    assert pay_spent(session, dt.date(2026, 3, 1), dt.date(2026, 4, 1)).missing
