"""The accounts of a small file: money in is money explained, and hours add up."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from bpa_desktop.documents.account_words import rate_words
from bpa_desktop.domain.absence import Absence
from bpa_desktop.domain.accounts import Mode, Origin
from bpa_desktop.domain.budget import Budget, BudgetLine, Explanation
from bpa_desktop.domain.grant import Grant, GrantLine, Per
from bpa_desktop.domain.letter import LetterKind
from bpa_desktop.domain.money import ore
from bpa_desktop.domain.money_flow import Payer, Payment, Voucher
from bpa_desktop.domain.moved_hours import Consent, MovedHours, Purpose
from bpa_desktop.domain.own_rate import OwnRate, RateName
from bpa_desktop.domain.payslip import Payslip
from bpa_desktop.domain.period import Period
from bpa_desktop.domain.roster import ShiftState
from bpa_desktop.domain.standard_line import StandardLine
from bpa_desktop.services import account_parts as parts
from bpa_desktop.services.account_checks import checks
from bpa_desktop.services.account_reasons import reasons
from bpa_desktop.services.account_writing import ask_to_move, explain
from bpa_desktop.services.accounts import accounts_of, counted_in, hours_sheet, year_of
from bpa_desktop.services.closed_months import month_of
from bpa_desktop.services.letters import letter_for
from bpa_desktop.services.month_pay import month_pay
from bpa_desktop.services.paper_accounts import (
    PDF,
    XLSX,
    accounts_values,
    save_accounts,
    year_for_visit,
)
from bpa_desktop.services.pay_spent import pay_spent
from bpa_desktop.storage.operation import Refused
from tests.services.little_roster import TODAY, everything, lay, open_little, shift

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bpa_desktop.domain.accounts import AccountLine, Accounts
    from bpa_desktop.services.session import Session

YEAR = Period(dt.date(2026, 1, 1), dt.date(2027, 1, 1))
S = StandardLine
WORKED = ShiftState.WORKED


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    """Anna and Bo have a rate, and work in March; Carla has none."""
    with open_little(tmp_path) as opened:
        for who in ("anna", "bo"):
            rate = Decimal("151.37")
            since = dt.date(2020, 1, 1)
            lay(
                opened, OwnRate(name=RateName.AGREED_HOUR, helper=who, value=rate, valid_from=since)
            )
        lay(
            opened,
            shift("03-10 07:00", "03-10 23:30", "anna", state=WORKED),
            shift("03-14 12:00", "03-14 15:00", "bo", state=WORKED),
            shift("03-20 12:00", "03-20 14:10", "bo"),
        )
        yield opened


def budget(session: Session, **fields: Any) -> None:
    days = {"valid_from": YEAR.first, "valid_to": YEAR.last}
    lay(session, Budget(id="b", **{**days, **fields}))
    for place, (words, amount, standard) in enumerate(
        (
            ("Løn", "36500", S.ALL_PAY),
            ("Nat", "365", S.NIGHT),
            ("Kurser", "7300", S.COURSES),
            ("§ 10", "4800", S.HELPER_RELATED),
        ),
        start=1,
    ):
        own = {"budget": "b", "place": place, "words": words, "standard": standard}
        lay(session, BudgetLine(id=f"l{place}", amount=Decimal(amount), **own))


def voucher(number: str, amount: str, day: str, standard: S = S.COURSES, **more: Any) -> Voucher:
    return Voucher(
        id=f"v{number}",
        number=number,
        what="Kursus",
        amount=Decimal(amount),
        day=dt.date.fromisoformat(day),
        standard=standard,
        **more,
    )


def found(session: Session) -> Accounts:
    return accounts_of(session, YEAR)


def named(accounts: Accounts, words: str) -> AccountLine:
    return next(one for one in accounts.lines if one.words == words)


def test_the_lines_add_up_to_pay_and_vouchers_to_the_ore(session: Session) -> None:
    budget(session)
    lay(
        session,
        voucher("1", "100.005", "2026-03-01"),
        voucher("2", "50", "2026-03-31", S.INSURANCE),
        voucher("3", "9", "2026-03-05", S.HELPER_RELATED),
        voucher("4", "7", "2025-12-31"),
        voucher("5", "7", "2026-04-01"),
    )
    accounts = found(session)
    spent = pay_spent(session, YEAR.first, dt.date(2026, 4, 1))
    paid = sum(spent.amounts.values(), Decimal())
    assert paid > 0
    assert accounts.total.spent == paid + Decimal("100.01") + Decimal(50)
    assert [one.spent for one in accounts.outside] == [Decimal(9)]
    line = named(accounts, "Løn")
    assert sum(one.amount for one in parts.pay_by_month(line)) == line.spent
    assert sum(one.amount for one in parts.pay_by_helper(session, line)) == line.spent
    assert line.spent == paid - (named(accounts, "Nat").spent or 0)


def test_two_years_that_meet_within_a_month_count_its_pay_together_once(session: Session) -> None:
    budget(session, valid_from=dt.date(2025, 3, 15), valid_to=dt.date(2026, 3, 14))
    first = year_of(session, dt.date(2026, 3, 14))
    assert first == Period(dt.date(2025, 3, 15), dt.date(2026, 3, 15))
    after, march = Period(first.end, YEAR.end), month_of(first.last)
    before, later = (accounts_of(session, one).total.known for one in (first, after))
    shifts = month_pay(session, march)
    own = {one.helper.id: [shift.pay.amount for shift in one.shifts] for one in shifts}
    lines = [line for one in shifts for line in one.lines]
    holiday = [line.amount for line in lines if line.standard is S.HOLIDAY_PAY]
    # Of the holiday pay of March, 14 days of 31 come before.
    assert before == own["anna"][0] + own["bo"][0] + sum(ore(one * 14 / 31) for one in holiday)
    assert before + later == sum(line.amount for line in lines)


def test_a_year_that_runs_counts_to_the_end_of_the_month(session: Session) -> None:
    budget(session)
    accounts = found(session)
    assert accounts.counted == Period(YEAR.first, dt.date(2026, 4, 1))
    assert not accounts.is_over
    assert named(accounts, "Løn").granted == Decimal(9000)
    assert named(accounts, "Kurser").granted == Decimal(1800)


@pytest.mark.parametrize(
    ("today", "end"),
    [
        ("2025-12-31", "2027-01-01"),
        ("2026-01-01", "2026-02-01"),
        ("2026-12-31", "2027-01-01"),
        ("2027-01-01", "2027-01-01"),
    ],
)
def test_what_is_counted(today: str, end: str) -> None:
    assert f"{counted_in(YEAR, dt.date.fromisoformat(today)).end}" == end


def test_a_payment_counts_for_its_days_and_a_set_off_lowers_what_is_spent(
    session: Session,
) -> None:
    budget(session)
    first, last = dt.date(2025, 12, 31), dt.date(2026, 1, 1)
    day = dt.date(2026, 3, 1)
    lay(
        session,
        Payment(received_on=first, amount=Decimal("1.01"), first_day=first, last_day=last),
        Payment(received_on=day, amount=Decimal(500), line="l3"),
        Payment(received_on=day, amount=Decimal(40), payer=Payer.SET_OFF),
        Payment(received_on=dt.date(2026, 4, 1), amount=Decimal(900)),
    )
    accounts = found(session)
    assert accounts.received_for_all == Decimal("0.50")
    assert named(accounts, "Kurser").received == Decimal(500)
    assert accounts.lines[-1].standard is S.SET_OFF
    assert accounts.lines[-1].spent == Decimal(-40)
    assert [one.amount for one in parts.set_off(session, accounts.lines[-1])] == [Decimal(-40)]


def test_a_helper_without_a_rate_makes_the_pay_incomplete(session: Session) -> None:
    budget(session)
    lay(session, shift("03-11 07:00", "03-11 15:00", "carla"))
    accounts = found(session)
    assert (named(accounts, "Løn").spent, accounts.total.spent) == (None, None)
    assert named(accounts, "Kurser").spent == 0
    values = accounts_values(session, YEAR)
    assert values.missing
    assert values.hours.repay_kroner is None


def test_the_vouchers_and_payments_behind_an_amount_are_found(session: Session) -> None:
    budget(session)
    lay(session, voucher("1", "10", "2026-03-02"), voucher("", "5", "2026-02-02"))
    lay(session, Payment(id="p", received_on=dt.date(2026, 2, 1), amount=Decimal(3), line="l3"))
    line = named(found(session), "Kurser")
    assert [(one.words, one.amount) for one in parts.vouchers(session, line)] == [
        ("2. februar 2026, Kursus", Decimal(5)),
        ("1, 2. marts 2026, Kursus", Decimal(10)),
    ]
    assert [one.words for one in parts.payments(session, line.receipts)] == [
        "1. februar 2026, Kommunen"
    ]


def granted(session: Session, hours: int) -> None:
    lines = (GrantLine(minutes=hours * 60, per=Per.YEAR),)
    lay(session, Grant(id="g", valid_from=YEAR.first, lines=lines))


def test_the_hours_are_settled_with_what_was_moved(session: Session) -> None:
    granted(session, 100)
    moved: dict[str, Any] = {"minutes": 60, "purpose": Purpose.HOLIDAY}
    lay(
        session,
        MovedHours(out_of=dt.date(2025, 12, 31), consent=Consent.AGREED, **moved),
        MovedHours(out_of=dt.date(2025, 12, 31), consent=Consent.REFUSED, **moved),
        MovedHours(out_of=YEAR.last, consent=Consent.AGREED, **moved),
        MovedHours(out_of=YEAR.last, consent=Consent.ASKED, **moved),
        shift("03-15 12:00", "03-15 14:00", "anna", id="late"),
    )
    sheet = hours_sheet(session, YEAR, found(session))
    assert (sheet.granted, sheet.opening, sheet.agreed) == (100 * 60, 60, 60)
    assert (sheet.used, sheet.planned, sheet.unconfirmed) == (19 * 60 + 30, 130, 120)
    assert sheet.repay == 100 * 60 - sheet.used - sheet.planned
    assert sheet.rate is not None
    assert sheet.rate.minutes == sheet.used + sheet.unconfirmed + sheet.planned
    assert sheet.rate.paid == named_total(session)
    assert len(sheet.moved_out) == 2


def test_an_agreed_price_is_what_an_hour_to_pay_back_costs(session: Session) -> None:
    price = Decimal("212.345")
    lay(session, Budget(valid_from=YEAR.first, valid_to=YEAR.last, hour_price=price))
    sheet = hours_sheet(session, YEAR)
    assert sheet.rate is not None
    assert (sheet.rate.paid, sheet.rate.rate) == (None, Decimal("212.35"))
    assert rate_words(sheet.rate) == "En time koster 212,35\u00a0kr. efter prisen i budgettet."
    assert hours_sheet(session, year_of(session, dt.date(2020, 3, 1))).rate is None


def named_total(session: Session) -> Decimal:
    entries = found(session).total.entries
    return sum((one.amount for one in entries if one.origin is Origin.PAY), Decimal())


def test_what_is_kept_already_is_offered_with_its_hours(session: Session) -> None:
    lay(
        session,
        shift("03-02 07:00", "03-02 15:00", None),
        shift("03-03 07:00", "03-03 15:00", "anna"),
        Absence(helper="anna", first_day=dt.date(2026, 3, 3), last_day=dt.date(2026, 3, 3)),
        shift(
            "03-04 07:00",
            "03-04 15:00",
            "bo",
            state=ShiftState.CANCELLED,
            deviation="Indlagt på sygehuset",
        ),
        shift("03-05 07:00", "03-05 11:00", "bo", state=ShiftState.CANCELLED),
        shift("03-25 07:00", "03-25 15:00", None),
    )
    assert {one.words for one in reasons(session, YEAR)} == {
        "Sygdom: 8 timer planlagte vagter.",
        "Ubesatte vagter: 8 timer.",
        "Hospital: 8 timer mindre.",
        "Aflyste vagter: 4 timer.",
    }
    assert reasons(session, Period(dt.date(2027, 1, 1), dt.date(2028, 1, 1))) == ()


def test_an_explanation_is_written_changed_taken_away_and_undone(session: Session) -> None:
    budget(session, explain_from=Decimal(100))
    before = everything(session)
    ids = named(found(session), "Kurser").ids
    assert "Kurser" in [one.words for one in found(session).waiting()]
    explain(session, YEAR, ids, "Kurset blev aflyst.")
    explain(session, YEAR, ids, "Kurset blev flyttet. ")
    assert [one.words for one in session.records.all(Explanation)] == ["Kurset blev flyttet."]
    assert "Kurser" not in [one.words for one in found(session).waiting()]
    explain(session, YEAR, ids, "")
    assert not session.records.all(Explanation)
    for _step in range(3):
        session.undo()
    assert everything(session) == before


def test_a_sentence_about_the_hours_stands_with_the_hours(session: Session) -> None:
    explain(session, YEAR, (None,), "Jeg var indlagt.")
    assert hours_sheet(session, YEAR).explanation == "Jeg var indlagt."
    assert hours_sheet(session, Period(YEAR.end, dt.date(2028, 1, 1))).explanation == ""


def test_a_wish_to_move_hours_is_kept_as_asked_for_and_undone(session: Session) -> None:
    granted(session, 100)
    before = everything(session)
    wish = ask_to_move(session, YEAR, 20 * 60, Purpose.SPORT, " VM i maj. ")
    assert (wish.consent, wish.out_of, wish.words) == (Consent.ASKED, YEAR.last, "VM i maj.")
    assert hours_sheet(session, YEAR).agreed == 0
    made = letter_for(session, LetterKind.MOVE_HOURS, ("moved_hours", wish.id))
    assert made.subject == "Ansøgning om at bruge timer fra 2026 næste år"
    session.undo()
    assert everything(session) == before
    with pytest.raises(Refused):
        ask_to_move(session, YEAR, 0, Purpose.SPORT, "")


def test_payslips_are_compared_where_somebody_else_makes_the_accounts(session: Session) -> None:
    own = pay_spent(session, dt.date(2026, 3, 1), dt.date(2026, 4, 1))
    for who in ("anna", "bo"):
        slip = Payslip(helper=who, month=dt.date(2026, 3, 9), amount=Decimal(2000))
        lay(session, slip)
    more = Decimal(4000) - sum(own.amounts.values(), Decimal())
    said = checks(session, found(session), Mode.CHECK)
    assert said[0] == "2 lønsedler siger tilsammen 4.000,00\u00a0kr."
    assert f"{abs(more):,.2f}".translate({ord(","): ".", ord("."): ","}) in said[1]
    assert said[2] == "Der er ikke skrevet betalinger for de dage."
    assert checks(session, found(session), Mode.OURS) == ()


def test_the_package_takes_the_newest_year_that_is_over(session: Session) -> None:
    assert year_for_visit(session, TODAY) is None
    budget(session)
    assert year_for_visit(session, TODAY) == YEAR
    assert year_for_visit(session, dt.date(2027, 5, 1)) == YEAR
    assert year_of(session, TODAY) == YEAR


def test_the_files_are_named_by_the_year(session: Session, tmp_path: Path) -> None:
    values = accounts_values(session, YEAR)
    names = [save_accounts(values, "da", form, tmp_path / "out").name for form in (PDF, XLSX)]
    assert names == ["2026_Regnskab.pdf", "2026_Regnskab.xlsx"]
