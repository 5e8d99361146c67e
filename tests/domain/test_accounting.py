"""Accounts: every krone stands on one line, and the lines are those of the budget."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bpa_desktop.domain.account_hours import HoursSheet, KindHours, hour_rate
from bpa_desktop.domain.accounting import (
    Basis,
    Lack,
    account,
    account_year,
)
from bpa_desktop.domain.accounts import Entry, Mode, Origin, Receipt, mode_of
from bpa_desktop.domain.budget import Budget, BudgetLine, Explanation, MoneyClass
from bpa_desktop.domain.kinds import HourKind
from bpa_desktop.domain.money import Missing, ore
from bpa_desktop.domain.money_flow import Payer
from bpa_desktop.domain.moved_hours import Consent, MovedHours
from bpa_desktop.domain.period import Period
from bpa_desktop.domain.scheme import Party, Scheme
from bpa_desktop.domain.standard_line import StandardLine

if TYPE_CHECKING:
    from bpa_desktop.domain.accounts import Accounts

YEAR = Period(dt.date(2026, 1, 1), dt.date(2027, 1, 1))
S = StandardLine
MARCH = dt.date(2026, 3, 1)


def budget(first: str = "2026-01-01", last: str = "2026-12-31", **fields: Any) -> Budget:
    fields.setdefault("id", first)
    days = dt.date.fromisoformat(first), dt.date.fromisoformat(last)
    return Budget(valid_from=days[0], valid_to=days[1], **fields)


def line(place: int, words: str, amount: str, standard: S | None, **fields: Any) -> BudgetLine:
    own = {"budget": "2026-01-01", "id": f"{fields.get('budget', '')}{place}", **fields}
    return BudgetLine(place=place, words=words, amount=Decimal(amount), standard=standard, **own)


LINES = (
    line(1, "Grundløn", "100000.00", S.BASIC_PAY),
    line(2, "Aften og nat", "20000.00", S.SUPPLEMENTS),
    line(3, "Personalemøder", "3000.00", S.STAFF_MEETINGS),
    line(4, "Møder, ekstra", "1000.00", S.STAFF_MEETINGS),
    line(
        5, "Dækning af udgifter § 10", "4800.00", S.HELPER_RELATED, money_class=MoneyClass.OUTSIDE
    ),
    line(6, "Modregning", "-12000.00", S.SET_OFF),
)


def pay(standard: S, amount: str, day: dt.date = MARCH) -> Entry:
    return Entry(Origin.PAY, day, standard, Decimal(amount), "anna")


def voucher(standard: S, amount: str, **fields: Any) -> Entry:
    day = fields.pop("day", MARCH)
    return Entry(Origin.VOUCHER, day, standard, Decimal(amount), **fields)


def made(*entries: Entry, **fields: Any) -> Accounts:
    fields = {"budgets": (budget(),), "lines": LINES, "counted": YEAR, **fields}
    return account(Basis(year=YEAR, entries=entries, **fields))


def test_the_lines_are_those_of_the_budget_in_its_order_and_words() -> None:
    found = made()
    assert [(one.place, one.words) for one in found.lines] == [
        (1, "Grundløn"),
        (2, "Aften og nat"),
        (3, "Personalemøder"),
        (4, "Møder, ekstra"),
        (6, "Modregning"),
    ]
    assert found.total.granted == Decimal("112000.00")


def test_an_amount_stands_on_the_nearest_line_that_holds_it() -> None:
    found = made(pay(S.NIGHT, "100.50"), pay(S.BASIC_PAY, "900"))
    assert [one.spent for one in found.lines[:2]] == [Decimal(900), Decimal("100.50")]
    assert found.total.difference == Decimal("1000.50") - Decimal(112000)


def test_two_lines_for_the_same_purpose_share_the_first() -> None:
    found = made(pay(S.STAFF_MEETINGS, "500"))
    first, other = found.lines[2:4]
    assert (first.spent, first.spent_with) == (Decimal(500), None)
    assert (other.spent, other.spent_with) == (0, 3)
    assert found.joint_difference(first) == Decimal(-3500)


def test_what_is_on_no_line_stands_last_by_purpose() -> None:
    found = made(voucher(S.INSURANCE, "80"), voucher(S.COURSES, "20"), voucher(S.COURSES, "5"))
    last = [(one.place, one.standard, one.spent) for one in found.lines[-2:]]
    assert last == [(None, S.COURSES, Decimal(25)), (None, S.INSURANCE, Decimal(80))]


def test_section_10_is_never_in_the_total() -> None:
    """T13: 4,800 kroner for soap and gloves are not part of the accounts."""
    found = made(voucher(S.HELPER_RELATED, "4800"), voucher(S.INSURANCE, "80"))
    assert found.total.spent == Decimal(80)
    assert found.total.granted == Decimal(112000)
    assert [(one.granted, one.spent) for one in found.outside] == [(Decimal(4800), Decimal(4800))]


def test_section_10_stays_outside_when_it_is_put_on_a_line_that_counts() -> None:
    found = made(voucher(S.HELPER_RELATED, "50", line="1"))
    assert (found.total.spent, found.outside[0].spent) == (0, Decimal(50))


def test_a_chosen_line_takes_the_voucher() -> None:
    found = made(voucher(S.INSURANCE, "80", line="2", number="7"))
    assert [one.number for one in found.lines[1].vouchers] == ["7"]


def test_a_set_off_lowers_what_is_spent() -> None:
    entry = Entry(Origin.SET_OFF, MARCH, S.SET_OFF, Decimal(-12000), "p")
    found = made(entry, pay(S.BASIC_PAY, "112000"))
    assert found.lines[-1].difference == 0
    assert found.total.spent == Decimal(100000)


def test_a_missing_rate_makes_the_lines_of_pay_and_the_total_incomplete() -> None:
    missing = (Missing("pay-hour", "step_11", MARCH),)
    lacking = {MARCH: Lack(missing, frozenset({S.BASIC_PAY}))}
    found = made(pay(S.BASIC_PAY, "10"), voucher(S.INSURANCE, "80"), missing=lacking)
    assert [one.spent for one in found.lines[:3]] == [None, None, 0]
    assert found.lines[-1].spent == Decimal(80)
    assert (found.total.spent, found.total.difference) == (None, None)
    assert found.total.known == Decimal(90)
    assert len(found.missing) == 1


def test_a_missing_rate_is_told_without_a_budget_too() -> None:
    found = made(budgets=(), lines=(), missing={MARCH: Lack((Missing("pay-hour", "x", MARCH),))})
    assert [(one.standard, one.spent) for one in found.lines] == [(S.BASIC_PAY, None)]


def test_a_revision_in_the_year_is_one_line_with_what_each_budget_granted() -> None:
    revised = budget("2026-07-01")
    lines = (
        *LINES[:2],
        line(1, "Grundløn", "60000.00", S.BASIC_PAY, budget=revised.id),
        line(2, "Kørsel", "900.00", None, budget=revised.id),
    )
    found = made(
        pay(S.BASIC_PAY, "10"),
        pay(S.BASIC_PAY, "20", dt.date(2026, 8, 1)),
        budgets=(budget(), revised),
        lines=lines,
    )
    half = ore(Decimal(100000) * 181 / 365)
    granted = {one.words: one.granted for one in found.lines}
    assert granted["Grundløn"] == half + Decimal(60000)
    assert granted["Aften og nat"] == ore(Decimal(20000) * 181 / 365)
    assert [one.words for one in found.lines] == ["Grundløn", "Kørsel", "Aften og nat"]
    assert found.lines[0].spent == Decimal(30)


def test_a_payment_without_a_line_is_for_the_whole_budget() -> None:
    own = Receipt("a", MARCH, Payer.MUNICIPALITY, Decimal(300), "2")
    whole = Receipt("b", MARCH, Payer.REGION, Decimal(700))
    found = made(receipts=(own, whole))
    assert (found.lines[1].received, found.received_for_all) == (Decimal(300), Decimal(700))
    assert found.total.received == Decimal(1000)


def test_a_difference_over_the_limit_asks_until_it_is_explained() -> None:
    said = Explanation(
        first_day=YEAR.first, last_day=YEAR.last, line="2", words="Færre nætter end ventet."
    )
    found = made(
        pay(S.BASIC_PAY, "99000"),
        pay(S.STAFF_MEETINGS, "3500"),
        budgets=(budget(explain_from=Decimal(1000)),),
        explanations=(said,),
    )
    assert [one.words for one in found.waiting()] == ["Modregning"]
    assert found.lines[1].explanation == "Færre nætter end ventet."
    assert not made(pay(S.BASIC_PAY, "1")).waiting()


cents = st.integers(-1_000_000, 1_000_000).map(lambda whole: Decimal(whole) / 100)
entries = st.lists(
    st.builds(
        Entry,
        st.sampled_from([Origin.PAY, Origin.VOUCHER]),
        st.dates(YEAR.first, YEAR.last),
        st.sampled_from([one for one in S if one is not S.HELPER_RELATED]),
        cents,
        st.just(""),
        st.sampled_from([None, "1", "2", "6", "gone"]),
    )
)


@given(entries)
def test_the_lines_add_up_to_what_was_spent_to_the_ore(found: list[Entry]) -> None:
    sheet = made(*found)
    lines = sum((one.known for one in sheet.lines), Decimal())
    assert lines == sheet.total.spent == sum((one.amount for one in found), Decimal())


@pytest.mark.parametrize(
    ("day", "first", "end"),
    [
        ("2026-03-31", "2026-01-01", "2026-04-01"),
        ("2026-04-01", "2026-04-01", "2027-04-01"),
        ("2027-02-28", "2026-04-01", "2027-04-01"),
        ("2027-06-01", "2027-04-01", "2028-01-01"),
        ("2024-02-29", "2024-01-01", "2025-01-01"),
    ],
)
def test_the_year_is_the_calendar_year_unless_the_budget_crosses_it(
    day: str, first: str, end: str
) -> None:
    budgets = [budget("2026-04-01", "2027-03-31"), budget("2026-09-01", "2027-03-31")]
    year = account_year(budgets, dt.date.fromisoformat(day))
    assert (f"{year.first}", f"{year.end}") == (first, end)


def test_a_revision_keeps_the_calendar_year() -> None:
    assert account_year([budget(), budget("2026-07-01")], dt.date(2026, 8, 1)) == YEAR


def moved(minutes: int, consent: Consent) -> MovedHours:
    return MovedHours(out_of=YEAR.last, minutes=minutes, consent=consent)


def test_hours_neither_used_nor_moved_by_agreement_are_paid_back() -> None:
    """g-acc-01: 5,000 granted, 4,820 used, 60 moved by agreement: 120 hours times the rate."""
    sheet = HoursSheet(
        year=YEAR,
        kinds=(KindHours(HourKind.BASIS, 5000 * 60, 4820 * 60),),
        moved_out=(
            moved(60 * 60, Consent.AGREED),
            moved(40 * 60, Consent.ASKED),
            moved(40 * 60, Consent.REFUSED),
        ),
        rate=hour_rate(Decimal("964000.00"), 4820 * 60),
    )
    assert sheet.repay == 120 * 60
    assert sheet.repay_kroner == Decimal("24000.00")


def test_hours_moved_in_are_there_to_use_and_nothing_is_owed_when_all_is_used() -> None:
    kinds = (KindHours(HourKind.BASIS, 100 * 60, 90 * 60, 15 * 60),)
    sheet = HoursSheet(year=YEAR, kinds=kinds, moved_in=(moved(10 * 60, Consent.AGREED),))
    assert (sheet.left, sheet.repay) == (5 * 60, 5 * 60)
    assert HoursSheet(year=YEAR, kinds=kinds).repay == 0


def test_without_pay_or_hours_there_is_no_rate() -> None:
    assert hour_rate(None, 60) is hour_rate(Decimal(10), 0) is None
    assert HoursSheet(year=YEAR).repay_kroner is None


@pytest.mark.parametrize(
    ("payroll", "employer", "mode"),
    [
        (Party.SELF, Party.SELF, Mode.OURS),
        (Party.RELATIVE, Party.RELATIVE, Mode.OURS),
        (Party.MUNICIPALITY, Party.SELF, Mode.CHECK),
        (Party.ASSOCIATION, Party.ASSOCIATION, Mode.FIRM),
        (Party.SELF, Party.COMPANY, Mode.FIRM),
    ],
)
def test_who_makes_the_accounts_follows_from_who_runs_payroll(
    payroll: Party, employer: Party, mode: Mode
) -> None:
    assert mode_of(Scheme(citizen_name="x", payroll=payroll, employer=employer)) is mode
