"""Barsel.dk and AES as a cost of a month: with the pay, but no part of it."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from bpa_desktop.domain.budget import Budget, BudgetLine
from bpa_desktop.domain.money_flow import Voucher
from bpa_desktop.domain.own_rate import OwnRate, RateName
from bpa_desktop.domain.period import Period
from bpa_desktop.domain.standard_line import StandardLine as S
from bpa_desktop.services.accounts import accounts_of
from bpa_desktop.services.economy import cost_of, economy
from bpa_desktop.services.month_pay import month_pay
from bpa_desktop.services.month_pay_words import levies_sentence, why
from bpa_desktop.services.pay_basis import pay_basis
from bpa_desktop.services.pay_spent import pay_spent
from tests.services.little_roster import days_and_evenings, lay, open_little, shift

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bpa_desktop.services.session import Session

MARCH = Period(dt.date(2026, 3, 1), dt.date(2026, 4, 1))
YEAR = Period(dt.date(2026, 1, 1), dt.date(2027, 1, 1))
LONG_AGO = dt.date(2020, 1, 1)
BUDGET = Budget(id="b", valid_from=YEAR.first, valid_to=YEAR.last)


def rate(name: RateName, value: str) -> OwnRate:
    return OwnRate(name=name, value=Decimal(value), valid_from=LONG_AGO)


BARSEL, AES = rate(RateName.BARSEL, "360"), rate(RateName.AES, "600")


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    """In March Anna and Bo each work 140 hours, and Carla 42: full ATP, full ATP and a third."""
    with open_little(tmp_path) as opened:
        lay(opened, rate(RateName.AGREED_HOUR, "100"))
        for who, days in (("anna", 20), ("bo", 20), ("carla", 6)):
            lay(opened, *days_and_evenings(who, "03-02", days, "07:00", "14:00"))
        yield opened


def more_than_400_hours(session: Session) -> None:
    lay(session, *days_and_evenings("anna", "09-01", 12, "07:00", "14:00"))


def test_each_helper_s_month_has_its_share_of_a_full_quarter_and_of_a_full_year(
    session: Session,
) -> None:
    more_than_400_hours(session)
    lay(session, BARSEL, AES)
    found = month_pay(session, MARCH)
    assert [
        [(one.title, one.amount, one.standard) for one in pay.levies.lines] for pay in found
    ] == [
        [("Barsel.dk", Decimal(barsel), S.BARSEL), ("AES", Decimal(aes), S.CONTRIBUTIONS)]
        for barsel, aes in (("120.00", "50.00"), ("120.00", "50.00"), ("40.00", "16.67"))
    ]
    (step,) = why(session, found[2], found[2].levies.lines[0])
    assert step.words == (
        "Barsel.dk: fuldtidshjælpere efter betalt ATP: 0,1111 × 360,00 kr. = 40,00 kr."
    )
    assert levies_sentence(found) == "Barsel.dk og AES ud over lønnen: 396,67 kr."
    spent = pay_spent(session, MARCH.first, MARCH.end)
    assert (spent.amounts[S.BARSEL], spent.amounts[S.CONTRIBUTIONS]) == (280, Decimal("116.67"))


def test_no_payslip_holds_the_levies(session: Session) -> None:
    lay(session, BARSEL)
    basis = pay_basis(session, MARCH)
    assert not any(line.standard is S.BARSEL for one in basis.helpers for line in one.lines)
    assert basis.amount == sum(one.amount or 0 for one in month_pay(session, MARCH))


def test_aes_is_due_only_above_the_free_hours_of_a_year_and_planned_ones_count(
    session: Session,
) -> None:
    lay(session, BARSEL)
    anna = month_pay(session, MARCH)[0]
    assert anna.levies.missing == ()
    more_than_400_hours(session)
    anna = month_pay(session, MARCH)[0]
    assert [(one.rule, one.key) for one in anna.levies.missing] == [("levy-aes", "per_year")]
    assert anna.amount is not None


def test_what_is_missing_for_the_levies_makes_their_line_incomplete_and_no_other(
    session: Session,
) -> None:
    lines = (("Løn", S.ALL_PAY), ("Barsel.dk", S.BARSEL), ("Kurser", S.COURSES))
    own = [
        BudgetLine(
            id=f"l{n}", budget="b", place=n, words=words, amount=Decimal(50_000), standard=one
        )
        for n, (words, one) in enumerate(lines, start=1)
    ]
    lay(session, BUDGET, *own)
    levies = {one for pay in month_pay(session, MARCH) for one in pay.levies.missing}
    assert {one.rule for one in levies} == {"levy-barsel-dk"}
    assert levies_sentence(month_pay(session, MARCH)) == (
        "Barsel.dk og AES: ufuldstændig. Barsel.dk for et kvartal mangler for 1. januar 2026."
    )
    accounts = accounts_of(session, YEAR)
    assert set(accounts.missing) == levies
    assert [one.is_incomplete for one in accounts.lines] == [False, True, False]
    assert accounts.total.spent is None
    money = economy(session, BUDGET).lines
    assert [one.expected is None for one in money] == [False, True, False]
    lay(session, BARSEL)
    accounts = accounts_of(session, YEAR)
    assert [one.spent for one in accounts.lines[1:]] == [Decimal(280), 0]
    assert cost_of(session, MARCH).amounts[S.BARSEL] == 280


def test_in_a_year_whose_bills_are_written_the_bills_count(session: Session) -> None:
    bill = Voucher(what="Samlet Betaling", day=dt.date(2026, 7, 1), amount=Decimal(275))
    lay(session, BARSEL, AES, bill)
    assert month_pay(session, MARCH)[0].levies.lines != ()
    lay(session, Voucher(what="Regning", day=bill.day, amount=bill.amount, standard=S.BARSEL))
    assert all(one.levies.lines == () for one in month_pay(session, MARCH))


def test_who_has_no_atp_brings_no_levy(session: Session) -> None:
    lay(session, BARSEL, shift("03-05 07:00", "03-05 15:00", "dina"))
    assert month_pay(session, MARCH)[3].levies.lines == ()
