"""Vouchers that are sent, paid and numbered, and payments that come again."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from bpa_desktop.domain.budget import Budget, BudgetLine, MoneyClass
from bpa_desktop.domain.money_flow import Payer, Payment, Voucher, VoucherState
from bpa_desktop.domain.standard_line import StandardLine
from bpa_desktop.i18n import speaking
from bpa_desktop.services.flow import budgets, flow
from bpa_desktop.services.flow_words import matching, payer_lines, payment_line, voucher_line
from bpa_desktop.services.vouchers import (
    again,
    give_numbers,
    mark_paid,
    mark_sent,
    number_for,
    unnumbered,
    write_again,
)
from tests.services.little_roster import TODAY, lay, open_little

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bpa_desktop.services.session import Session

YEAR, NEXT = dt.date(2026, 1, 1), dt.date(2027, 1, 1)


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    with open_little(tmp_path) as opened, speaking("da"):
        lay(
            opened,
            Budget(id="b", valid_from=YEAR, valid_to=dt.date(2026, 12, 31)),
            BudgetLine(
                id="care",
                budget="b",
                words="Forsikringer m.v.",
                amount=Decimal(9000),
                standard=StandardLine.INSURANCE,
                money_class=MoneyClass.AFTER_BILL,
            ),
        )
        yield opened


def voucher(record_id: str, amount: str = "500", **fields: Any) -> Voucher:
    given: dict[str, Any] = {
        "day": dt.date(2026, 2, 3),
        "standard": StandardLine.INSURANCE,
        "what": "Police",
        **fields,
    }
    return Voucher(id=record_id, amount=Decimal(amount), **given)


def payment(record_id: str, amount: str, came: dt.date, **fields: Any) -> Payment:
    return Payment(id=record_id, amount=Decimal(amount), received_on=came, **fields)


def payments(session: Session) -> tuple[Payment, ...]:
    return session.records.all(Payment)


def states(session: Session) -> set[VoucherState]:
    return {one.state for one in session.records.all(Voucher)}


def test_several_are_sent_in_one_action_and_one_undo(session: Session) -> None:
    lay(session, voucher("a"), voucher("b", "250.50"))
    told = mark_sent(session, flow(session, YEAR, NEXT).not_sent)
    assert told == "2 bilag er sendt. 750,50\u00a0kr. venter på at blive betalt."
    assert states(session) == {VoucherState.SENT}
    session.undo()
    assert states(session) == {VoucherState.KEPT}


def test_what_is_paid_is_received_on_its_line_and_for_its_day(session: Session) -> None:
    lay(session, voucher("a", number="7", state=VoucherState.SENT))
    told = mark_paid(session, session.records.all(Voucher))
    assert told == "Bilag 7 er betalt. 500,00\u00a0kr. er skrevet som modtaget i dag."
    (came,) = payments(session)
    assert (came.line, came.received_on, came.note) == ("care", TODAY, "Bilag 7")
    assert came.first_day == came.last_day == dt.date(2026, 2, 3)
    session.undo()
    assert payments(session) == ()


def test_a_payment_written_by_hand_is_not_written_once_more(session: Session) -> None:
    lay(session, voucher("a"), voucher("b"), payment("p", "500", TODAY, line="care"))
    assert "i forvejen" in mark_paid(session, [session.records.get(Voucher, "a")])
    assert len(payments(session)) == 1
    assert "skrevet som modtaget" in mark_paid(session, [session.records.get(Voucher, "b")])
    assert len(payments(session)) == 2


def test_two_alike_with_one_payment_by_hand_get_the_other(session: Session) -> None:
    lay(session, voucher("a"), voucher("b"), payment("p", "500", TODAY, line="care"))
    mark_paid(session, session.records.all(Voucher))
    assert sum(one.amount for one in payments(session)) == 1000


def test_a_payment_from_before_the_expense_is_another_one(session: Session) -> None:
    lay(session, voucher("a"), payment("p", "500", dt.date(2026, 1, 5), line="care"))
    mark_paid(session, session.records.all(Voucher))
    assert len(payments(session)) == 2


def test_the_month_before_comes_again_in_one_press(session: Session) -> None:
    lay(
        session,
        payment("p", "80000", dt.date(2026, 2, 2)),
        payment("r", "9000", dt.date(2026, 2, 27), payer=Payer.REGION),
        payment("s", "-1250", dt.date(2026, 2, 2), payer=Payer.SET_OFF),
        payment("back", "-300", dt.date(2026, 2, 2)),
        payment("bill", "500", dt.date(2026, 2, 2), line="care"),
        payment("old", "70000", dt.date(2026, 1, 2)),
    )
    found = again(session)
    assert found is not None
    assert found.month.first == dt.date(2026, 3, 1)
    told = write_again(session, found)
    assert told == "Modtaget for marts 2026: 87.750,00\u00a0kr., som måneden før."
    new = [one for one in payments(session) if one.first_day is not None]
    assert {(one.payer, one.amount) for one in new} == {
        (Payer.MUNICIPALITY, 80000),
        (Payer.REGION, 9000),
        (Payer.SET_OFF, -1250),
    }
    assert {one.received_on for one in new} == {dt.date(2026, 3, 2), TODAY}
    assert again(session) is None


def test_nothing_comes_again_before_it_can_have_come(session: Session) -> None:
    assert again(session) is None
    march = {"first_day": dt.date(2026, 3, 1), "last_day": dt.date(2026, 3, 31)}
    lay(session, payment("p", "80000", dt.date(2026, 2, 27), **march))
    assert again(session) is None


def test_numbers_are_told_and_given_but_not_for_section_10(session: Session) -> None:
    log = StandardLine.HELPER_RELATED
    lay(session, voucher("a", number="2026-014"), voucher("b"), voucher("c", standard=log))
    assert [one.id for one in unnumbered(session, 2026)] == ["b"]
    assert number_for(session, TODAY) == "2026-015"
    assert give_numbers(session, 2026) == "1 bilag fik et nummer."
    assert session.records.get(Voucher, "b").number == "2026-015"


def test_a_record_is_told_with_all_that_matters(session: Session) -> None:
    books = budgets(session)
    assert voucher_line(voucher("a", number="7"), books) == (
        "Bilag 7: Police, 500,00\u00a0kr., 3. februar 2026, Forsikringer m.v., ikke sendt"
    )
    log = voucher("b", standard=StandardLine.HELPER_RELATED, what="Sæbe")
    assert voucher_line(log, books) == "Bilag af 3. februar 2026: Sæbe, 500,00\u00a0kr."
    back = payment("p", "-300", TODAY, line="care")
    assert payment_line(back, books) == (
        "16. marts 2026: −300,00\u00a0kr., betalt tilbage, Forsikringer m.v., for marts 2026"
    )


def test_sums_by_payer_are_told_where_there_are_several(session: Session) -> None:
    paid = [payment("p", "100", TODAY)]
    assert payer_lines(paid, budgets(session), YEAR, NEXT) == []
    paid += [payment("r", "7", TODAY, payer=Payer.REGION), payment("q", "1", TODAY)]
    told = payer_lines(paid, budgets(session), YEAR, NEXT)
    assert told == ["Kommunen: 101,00\u00a0kr.", "Regionen: 7,00\u00a0kr."]


def test_words_are_found_in_any_order_and_case() -> None:
    assert matching("Bilag 7: Police hos Tryg", "tryg BILAG")
    assert not matching("Bilag 7: Police", "police 8")
    assert matching("Bilag", "  ")
