"""Small, made-up accounts, from which the expected numbers can be read off."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

from bpa_desktop.documents.accounts import AccountsPaper
from bpa_desktop.domain.account_hours import HoursSheet, KindHours, hour_rate
from bpa_desktop.domain.accounts import AccountLine, Accounts, Entry, Mode, Origin, Receipt
from bpa_desktop.domain.budget import Budget
from bpa_desktop.domain.kinds import HourKind
from bpa_desktop.domain.money_flow import Payer
from bpa_desktop.domain.moved_hours import Consent, MovedHours, Purpose
from bpa_desktop.domain.period import Period
from bpa_desktop.domain.standard_line import StandardLine

YEAR = Period(dt.date(2026, 1, 1), dt.date(2027, 1, 1))
MARCH = dt.date(2026, 3, 1)


def voucher(number: str, amount: str = "1") -> Entry:
    return Entry(Origin.VOUCHER, MARCH, StandardLine.COURSES, Decimal(amount), number, None, number)


def pay(amount: str) -> Entry:
    return Entry(Origin.PAY, MARCH, StandardLine.BASIC_PAY, Decimal(amount), "anna")


BUDGET = Budget(
    name="Budget 2026",
    valid_from=YEAR.first,
    valid_to=YEAR.last,
    decision_reference="24/1234-9",
    explain_from=Decimal(1000),
)
LINES = (
    AccountLine(
        place=1,
        words="Løn til hjælpere",
        standard=StandardLine.BASIC_PAY,
        ids=("1",),
        granted=Decimal("1000000.00"),
        entries=(pay("964000.00"),),
        explanation="Sygdom: 34 timer.",
    ),
    AccountLine(
        place=2,
        words="Kurser",
        standard=StandardLine.COURSES,
        ids=("2",),
        granted=Decimal("2000.00"),
        entries=tuple(voucher(number, "500.25") for number in ("1", "2", "3", "7", "")),
        receipts=(Receipt("p", MARCH, Payer.MUNICIPALITY, Decimal("2000.00"), "2"),),
    ),
    AccountLine(
        place=3,
        words="Kurser i øvrigt",
        standard=StandardLine.COURSES,
        ids=("3",),
        granted=Decimal("10.00"),
        spent_with=2,
    ),
    AccountLine(
        place=None,
        words="",
        standard=StandardLine.INSURANCE,
        entries=(voucher("8", "80.00"),),
    ),
)
OUTSIDE = AccountLine(
    place=4,
    words="Hjælperudgifter",
    standard=StandardLine.HELPER_RELATED,
    is_outside=True,
    ids=("4",),
    granted=Decimal("4800.00"),
    entries=(voucher("9", "4800.00"),),
)


def accounts(**fields: Any) -> Accounts:
    values: dict[str, Any] = {
        "year": YEAR,
        "counted": YEAR,
        "lines": LINES,
        "outside": (OUTSIDE,),
        "receipts": (Receipt("q", MARCH, Payer.MUNICIPALITY, Decimal("900000.00")),),
        "budgets": (BUDGET,),
        "explain_from": Decimal(1000),
    }
    return Accounts(**(values | fields))


def moved(hours: int, consent: Consent, **fields: Any) -> MovedHours:
    return MovedHours(out_of=YEAR.last, minutes=hours * 60, consent=consent, **fields)


def sheet(**fields: Any) -> HoursSheet:
    """g-acc-01, with hours asked for beside it."""
    values: dict[str, Any] = {
        "year": YEAR,
        "kinds": (KindHours(HourKind.BASIS, 5000 * 60, 4820 * 60),),
        "moved_out": (
            moved(
                60,
                Consent.AGREED,
                decision_reference="24/1234-11",
                decided_on=dt.date(2026, 11, 3),
            ),
            moved(20, Consent.ASKED, purpose=Purpose.SPORT),
        ),
        "rate": hour_rate(Decimal("964000.00"), 4820 * 60),
    }
    return HoursSheet(**(values | fields))


def paper(**fields: Any) -> AccountsPaper:
    values: dict[str, Any] = {
        "citizen": "Eksempel Eksempelsen",
        "case_number": "24/1234",
        "made_on": dt.date(2027, 2, 1),
        "mode": Mode.OURS,
        "accounts": accounts(),
        "hours": sheet(),
    }
    return AccountsPaper(**(values | fields))
