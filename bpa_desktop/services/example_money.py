"""The example's two budgets, what the municipality paid, and the vouchers of two years."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import TYPE_CHECKING, Final, NamedTuple

from bpa_desktop.domain.budget import Budget, BudgetLine, Explanation, MoneyClass
from bpa_desktop.domain.money import ore
from bpa_desktop.domain.money_flow import Payer, Payment, Voucher, VoucherState
from bpa_desktop.domain.standard_line import StandardLine

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bpa_desktop.services.example_dates import Dates

_HOUR: Final = 60
_MONTHS: Final = 12
_UNTIL_PAID: Final = dt.timedelta(weeks=6)
_SET_OFF: Final = Decimal(1500)
"""Kroner of the citizen's own supplement that go to help each month."""
_RISE: Final = Decimal("1.01")
"""How much dearer the newer year's budget is."""


class _Line(NamedTuple):
    words: str
    amount: int
    standard: StandardLine
    hours: int | None = None
    money_class: MoneyClass = MoneyClass.ADVANCE


_LINES: Final = (
    _Line("Grundløn til hjælpere", 1_476_000, StandardLine.BASIC_PAY, 9_180),
    _Line("Aftentillæg kl. 17–23", 106_000, StandardLine.EVENING),
    _Line("Nattillæg kl. 23–06", 147_500, StandardLine.NIGHT),
    _Line("Weekend- og helligdagstillæg", 162_000, StandardLine.SUPPLEMENTS),
    _Line("Personalemøder", 3_900, StandardLine.STAFF_MEETINGS, 24),
    _Line("Medarbejderudviklingssamtaler", 640, StandardLine.MUS, 4),
    _Line("Oplæring af nye hjælpere", 6_400, StandardLine.TRAINING, 40),
    _Line("Feriepenge, pension, ATP m.m.", 404_000, StandardLine.CONTRIBUTIONS),
    _Line("Kurser", 6_000, StandardLine.COURSES, 12, MoneyClass.AFTER_BILL),
    _Line("Løn under sygdom", 24_000, StandardLine.SICK_PAY, None, MoneyClass.AFTER_BILL),
    _Line("Forsikringer", 8_200, StandardLine.INSURANCE, None, MoneyClass.AFTER_BILL),
    _Line("Arbejdsmiljø og APV", 2_500, StandardLine.WORK_ENVIRONMENT, None, MoneyClass.AFTER_BILL),
    _Line("Annoncer", 3_000, StandardLine.ADVERTS, None, MoneyClass.AFTER_BILL),
    _Line(
        "Hjælperrelaterede udgifter (§ 10)",
        480,
        StandardLine.HELPER_RELATED,
        None,
        MoneyClass.OUTSIDE,
    ),
    _Line("Fradrag: plejetillæg", -18_000, StandardLine.SET_OFF),
)
"""What the older year's budget says; kroner."""


class _Bill(NamedTuple):
    month: int
    day: int
    what: str
    amount: str
    standard: StandardLine


_BILLS: Final = (
    _Bill(1, 12, "Arbejdsskade- og ansvarsforsikring", "7940.00", StandardLine.INSURANCE),
    _Bill(1, 20, "Handsker og sæbe", "412.50", StandardLine.HELPER_RELATED),
    _Bill(2, 9, "Annonce efter ny hjælper", "1495.00", StandardLine.ADVERTS),
    _Bill(2, 24, "Kursus i forflytning", "2850.00", StandardLine.COURSES),
    _Bill(3, 3, "Glidestykke efter APV", "689.00", StandardLine.WORK_ENVIRONMENT),
    _Bill(5, 18, "Ledsagerbillet og entré", "320.00", StandardLine.HELPER_RELATED),
    _Bill(8, 21, "Førstehjælpskursus", "1900.00", StandardLine.COURSES),
    _Bill(10, 6, "Annonce efter vikar", "1495.00", StandardLine.ADVERTS),
)


def money(dates: Dates) -> Iterator[Budget | BudgetLine | Explanation | Payment | Voucher]:
    """Budgets of this year and the one before, with the payments and vouchers until today."""
    for year in (dates.today.year - 1, dates.today.year):
        yield from _budget(year, newest=year == dates.today.year)
    yield _explanation(dates.today.year - 1)
    for year in (dates.today.year - 1, dates.today.year):
        yield from _payments(year, dates)
        yield from _vouchers(year, dates)


def _explanation(year: int) -> Explanation:
    """Why the older year cost less than its budget."""
    return Explanation(
        id="explanation-1",
        first_day=dt.date(year, 1, 1),
        last_day=dt.date(year, 12, 31),
        line=f"budget-{year}-1",
        words="Nogle vagter stod ubesatte ved sygdom, og den ekstra hjælper blev brugt mindre.",
    )


def _amount(line: _Line, *, newest: bool) -> Decimal:
    return ore(line.amount * (_RISE if newest else Decimal(1)))


def _budget(year: int, *, newest: bool) -> Iterator[Budget | BudgetLine]:
    budget = Budget(
        id=f"budget-{year}",
        name=f"Budget {year}",
        valid_from=dt.date(year, 1, 1),
        valid_to=dt.date(year, 12, 31),
        decision_reference="24/1234-19" if newest else "24/1234-7",
        explain_from=Decimal(5000),
    )
    yield budget
    for place, line in enumerate(_LINES, start=1):
        yield BudgetLine(
            id=f"{budget.id}-{place}",
            budget=budget.id,
            place=place,
            words=line.words,
            amount=_amount(line, newest=newest),
            minutes=None if line.hours is None else line.hours * _HOUR,
            standard=line.standard,
            money_class=line.money_class,
            source="Kommunens budget",
        )


def _payments(year: int, dates: Dates) -> Iterator[Payment]:
    """A twelfth of what is paid in advance, on the first of each month; all of it in the year."""
    newest = year == dates.today.year
    advance = sum(
        _amount(line, newest=newest) for line in _LINES if line.money_class is MoneyClass.ADVANCE
    )
    paid = Decimal(0)
    for month in range(1, _MONTHS + 1):
        due = ore(Decimal(advance) * month / _MONTHS)
        first = dt.date(year, month, 1)
        if dates.start <= first <= dates.today:
            yield Payment(id=f"payment-{first:%Y-%m}", received_on=first, amount=due - paid)
            yield Payment(
                id=f"set-off-{first:%Y-%m}",
                received_on=first,
                amount=_SET_OFF,
                payer=Payer.SET_OFF,
                line=f"budget-{year}-{len(_LINES)}",
            )
        paid = due


def _vouchers(year: int, dates: Dates) -> Iterator[Voucher | Payment]:
    for number, bill in enumerate(_BILLS, start=1):
        day = dt.date(year, bill.month, bill.day)
        if dates.start <= day < dates.today:
            yield Voucher(
                id=f"voucher-{year}-{number}",
                day=day,
                number=f"{year}-{number:02}",
                what=bill.what,
                amount=Decimal(bill.amount),
                standard=bill.standard,
                state=_state(bill, dates.today - day),
            )
            yield from _bill_paid(bill, day, dates)


def _bill_paid(bill: _Bill, day: dt.date, dates: Dates) -> Iterator[Payment]:
    """What the municipality paid for a bill, six weeks after it."""
    if _state(bill, dates.today - day) is VoucherState.PAID:
        place = next(n for n, line in enumerate(_LINES, 1) if line.standard is bill.standard)
        yield Payment(
            id=f"bill-{day}",
            received_on=day + _UNTIL_PAID,
            amount=Decimal(bill.amount),
            line=f"budget-{day.year}-{place}",
            first_day=day,
            last_day=day,
        )


def _state(bill: _Bill, age: dt.timedelta) -> VoucherState:
    """A bill is sent after a fortnight, and paid after six weeks."""
    if bill.standard is StandardLine.HELPER_RELATED or age < dt.timedelta(weeks=2):
        return VoucherState.KEPT
    return VoucherState.SENT if age < _UNTIL_PAID else VoucherState.PAID
