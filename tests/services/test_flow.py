"""The money of a year as the file holds it."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from bpa_desktop.domain.budget import Budget, BudgetLine, MoneyClass
from bpa_desktop.domain.money_flow import Payment, Voucher, VoucherState
from bpa_desktop.domain.standard_line import StandardLine
from bpa_desktop.services.flow import flow, payments_of, vouchers_of
from tests.services.little_roster import lay, open_little

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bpa_desktop.services.session import Session

YEAR, NEXT = dt.date(2026, 1, 1), dt.date(2027, 1, 1)


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    with open_little(tmp_path) as opened:
        lay(
            opened,
            Budget(id="b", valid_from=YEAR, valid_to=dt.date(2026, 12, 31)),
            BudgetLine(
                id="log",
                budget="b",
                words="Hjælperrelaterede udgifter",
                amount=Decimal(6000),
                standard=StandardLine.HELPER_RELATED,
                money_class=MoneyClass.OUTSIDE,
            ),
            BudgetLine(id="own", budget="b", words="Kurser", amount=Decimal(9000)),
        )
        yield opened


def test_section_10_is_in_no_sum_but_its_own(session: Session) -> None:
    lay(
        session,
        Payment(received_on=YEAR, amount=Decimal(500), line="log"),
        Payment(received_on=YEAR, amount=Decimal(80_000)),
        Voucher(day=YEAR, what="Sæbe", amount=Decimal(4800), standard=StandardLine.HELPER_RELATED),
        Voucher(day=YEAR, what="Handsker", amount=Decimal(200), line="log"),
        Voucher(day=YEAR, what="Kursus", amount=Decimal(900), line="own"),
        Voucher(day=YEAR, what="APV", amount=Decimal(70), standard=StandardLine.WORK_ENVIRONMENT),
    )
    found = flow(session, YEAR, NEXT)
    assert found.received == {None: Decimal(80_000)}
    assert found.spent == {StandardLine.WORK_ENVIRONMENT: Decimal(70)}
    assert found.spent_on == {"own": Decimal(900)}
    assert (found.outside_received, found.outside_spent) == (Decimal(500), Decimal(5000))
    assert (found.received_in_all, found.spent_in_all) == (Decimal(80_000), Decimal(970))


def test_what_waits_is_of_the_year_only(session: Session) -> None:
    sent = Voucher(id="sent", day=YEAR, what="Annonce", amount=Decimal(1), state=VoucherState.SENT)
    kept = Voucher(
        id="kept", day=YEAR, what="Lov", amount=Decimal(2), standard=StandardLine.INSURANCE
    )
    lay(session, sent, kept, Voucher(id="old", day=NEXT, what="x", amount=Decimal(3)))
    found = flow(session, YEAR, NEXT)
    assert [one.id for one in found.not_paid] == ["sent"]
    assert [one.id for one in found.not_sent] == ["kept"]


def test_the_newest_comes_first(session: Session) -> None:
    for number in (1, 3, 2):
        day = dt.date(2026, number, 1)
        lay(session, Voucher(id=f"v{number}", day=day, what="x", amount=Decimal(1)))
        lay(session, Payment(id=f"p{number}", received_on=day, amount=Decimal(1)))
    assert [one.id for one in vouchers_of(session, YEAR, NEXT)] == ["v3", "v2", "v1"]
    assert [one.id for one in payments_of(session, YEAR, NEXT)] == ["p3", "p2", "p1"]


def test_a_payment_in_december_for_january_is_money_of_january(session: Session) -> None:
    lay(
        session,
        Payment(
            received_on=dt.date(2025, 12, 30),
            amount=Decimal(310),
            first_day=YEAR,
            last_day=dt.date(2026, 1, 31),
        ),
    )
    assert flow(session, YEAR, NEXT).received_in_all == 310
    assert flow(session, dt.date(2025, 1, 1), YEAR).received_in_all == 0
    assert len(payments_of(session, YEAR, NEXT)) == 1
