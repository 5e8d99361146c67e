"""What was paid beside what was worked out: a difference asks for a reason, and is no error."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from bpa_desktop.domain.own_rate import OwnRate, RateName
from bpa_desktop.domain.payslip import Payslip, PayslipLine
from bpa_desktop.domain.roster import ShiftState
from bpa_desktop.domain.standard_line import StandardLine
from bpa_desktop.i18n import _, money
from bpa_desktop.services.closed_months import month_of
from bpa_desktop.services.confirming import close_month
from bpa_desktop.services.month_pay import month_pay
from bpa_desktop.services.pay_basis import corrections_words, pay_basis
from bpa_desktop.services.pay_changes import pay_changes
from bpa_desktop.services.payslip_check import check_words, explain, payslip_checks
from tests.domain.builders import moment
from tests.services.little_roster import lay, open_little, shift

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bpa_desktop.domain.period import Period
    from bpa_desktop.services.payslip_check import PayslipCheck
    from bpa_desktop.services.session import Session

JANUARY, FEBRUARY = (month_of(dt.date(2026, n, 1)) for n in (1, 2))


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    """Hours of 800 kroner and evenings of 90 in January, hours of 800 in February."""
    with open_little(tmp_path, moment("2026-03-02 09:30")) as opened:
        done = {"state": ShiftState.WORKED}
        lay(
            opened,
            hour("100"),
            shift("01-13 12:00", "01-13 20:00", "anna", **done),
            shift("02-13 07:00", "02-13 15:00", "anna", **done),
        )
        yield opened


def hour(value: str, valid_from: dt.date = dt.date(2020, 1, 1)) -> OwnRate:
    name, who = RateName.AGREED_HOUR, f"anna-{valid_from}"
    return OwnRate(id=who, name=name, helper="anna", value=Decimal(value), valid_from=valid_from)


def paid(amount: str, month: int = 1, **lines: str) -> Payslip:
    given = tuple(
        PayslipLine(standard=StandardLine[name], amount=Decimal(value))
        for name, value in lines.items()
    )
    day = dt.date(2026, month, 28)
    return Payslip(
        id=f"slip-{month}", helper="anna", month=day, amount=Decimal(amount), lines=given
    )


def check(session: Session, slip: Payslip) -> PayslipCheck:
    lay(session, slip)
    return payslip_checks(session, month_of(slip.month))["anna"]


def worth(session: Session, month: Period) -> Decimal:
    (own,) = pay_basis(session, month).helpers
    assert own.amount is not None
    return own.amount


def test_a_payslip_that_agrees_asks_nothing(session: Session) -> None:
    whole = worth(session, JANUARY)
    found = check(session, paid(str(whole), BASIC_PAY="800", SUPPLEMENTS="90"))
    assert not found.differs
    told = f"Lønsedlen siger {money(whole)}, ligesom programmet har regnet."
    assert check_words(found) == (told,)
    assert check(session, paid(str(whole + Decimal("0.01")))).differs is False, "rounding"


def test_a_difference_asks_until_it_is_explained(session: Session) -> None:
    whole = worth(session, JANUARY)
    slip = paid(str(whole + 10))
    found = check(session, slip)
    assert (found.difference, found.asks) == (Decimal("10.00"), True)
    assert check_words(found) == (
        f"Lønsedlen siger {money(whole + 10)} Programmet har regnet {money(whole)}",
        "Der er betalt 10,00\u00a0kr. mere end regnet.",
    )
    explain(session, slip, " Kørsel. ")
    found = payslip_checks(session, JANUARY)["anna"]
    assert (found.differs, found.asks, found.explanation) == (True, False, "Kørsel.")
    session.undo()
    assert payslip_checks(session, JANUARY)["anna"].asks


def test_lines_are_compared_where_the_payslip_has_them(session: Session) -> None:
    whole = str(worth(session, JANUARY))
    found = check(session, paid(whole, BASIC_PAY="790", SUPPLEMENTS="100"))
    assert found.difference == 0
    assert found.asks
    assert [(one.standard, one.paid - one.worked_out) for one in found.lines] == [
        (StandardLine.BASIC_PAY, -10),
        (StandardLine.SUPPLEMENTS, 10),
    ]
    kroner = "790,00\u00a0kr. på lønsedlen, 800,00\u00a0kr. i programmet."
    assert f"{_(StandardLine.BASIC_PAY.label)}: {kroner}" in check_words(found)


def test_a_missing_rate_cannot_be_compared_and_asks_nothing(session: Session) -> None:
    with session.operation("forget") as operation:
        operation.delete(OwnRate, hour("100").id)
    found = check(session, paid("890"))
    assert (found.difference, found.differs) == (None, False)
    assert "kan ikke sammenlignes" in check_words(found)[0]


def test_corrections_are_told_before_they_are_paid_and_belong_to_the_payslip_they_come_with(
    session: Session,
) -> None:
    before, february = worth(session, JANUARY), worth(session, FEBRUARY)
    close_month(session, JANUARY)
    lay(session, replace(hour("110", JANUARY.first), valid_to=JANUARY.last))
    (now,) = (pay.amount for pay in month_pay(session, JANUARY))
    assert now is not None
    (changes,) = pay_changes(session)
    assert changes.title() == "Januar 2026: kommer med lønnen for februar 2026"
    assert [one.words() for one in changes.helpers] == [
        f"Anna Prøve: {money(now - before)} mere, fra {money(before)} til {money(now)}"
    ]
    whole = february + now - before
    assert corrections_words(session, FEBRUARY, "anna") == (
        f"Rettelser af tidligere måneder: {money(now - before)}, i alt {money(whole)}"
    )
    assert not check(session, paid(str(before))).differs
    assert not check(session, paid(str(whole), 2)).differs
    close_month(session, FEBRUARY)
    assert pay_changes(session) == ()
    assert not payslip_checks(session, FEBRUARY)["anna"].differs
