"""The example's payments and vouchers: what came each month, and a year's few expenses."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import TYPE_CHECKING, Final, NamedTuple

from bpa_desktop.domain.money_flow import Payer, Payment, Voucher, VoucherState
from bpa_desktop.domain.period import months_before
from bpa_desktop.domain.standard_line import StandardLine

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bpa_desktop.services.example_dates import Dates

_MONTHLY: Final = Decimal(168_400)
_SET_OFF: Final = Decimal(-1_250)
_EACH_MONTH: Final = Decimal("212.50")
_A_MONTH: Final = dt.timedelta(days=30)


class _Expense(NamedTuple):
    """An expense so many days before today; of last year's all are paid."""

    days_before: int
    what: str
    amount: str
    standard: StandardLine
    state: VoucherState = VoucherState.PAID


_EXPENSES: Final = (
    _Expense(380, "Arbejdsskadeforsikring", "9412.00", StandardLine.INSURANCE),
    _Expense(290, "Stillingsopslag", "1995.00", StandardLine.ADVERTS),
    _Expense(150, "Forflytningskursus for to hjælpere", "4800.00", StandardLine.COURSES),
    _Expense(62, "Arbejdsskadeforsikring", "9688.00", StandardLine.INSURANCE, VoucherState.SENT),
    _Expense(41, "Stillingsopslag", "1995.00", StandardLine.ADVERTS, VoucherState.SENT),
    _Expense(12, "APV: glidelagen", "648.75", StandardLine.WORK_ENVIRONMENT, VoucherState.KEPT),
)


def money_flow(dates: Dates) -> Iterator[Payment | Voucher]:
    """Payments from the first month on, and vouchers of the last thirteen months."""
    yield from _payments(dates)
    yield from _vouchers(dates)


def _payments(dates: Dates) -> Iterator[Payment]:
    month = dates.start
    while month <= dates.today:
        end = months_before(month, -1) - dt.timedelta(days=1)
        came = month - dt.timedelta(days=1)
        for payer, amount in ((Payer.MUNICIPALITY, _MONTHLY), (Payer.SET_OFF, _SET_OFF)):
            yield Payment(
                id=f"payment-{month:%Y-%m}-{payer.value}",
                received_on=came,
                amount=amount,
                payer=payer,
                first_day=month,
                last_day=end,
            )
        month = months_before(month, -1)


def _vouchers(dates: Dates) -> Iterator[Payment | Voucher]:
    counts: dict[int, int] = {}
    for expense in _EXPENSES:
        day = dates.today - dt.timedelta(days=expense.days_before)
        number = counts[day.year] = counts.get(day.year, 0) + 1
        yield Voucher(
            id=f"voucher-{day.year}-{number}",
            day=day,
            number=f"{day.year}-{number:03}",
            what=expense.what,
            amount=Decimal(expense.amount),
            standard=expense.standard,
            state=expense.state,
        )
        if expense.state is VoucherState.PAID:
            yield Payment(
                id=f"payment-voucher-{day.year}-{number}",
                received_on=day + _A_MONTH,
                amount=Decimal(expense.amount),
                first_day=day,
                last_day=day,
                note=f"Bilag {day.year}-{number:03}",
            )
    for back in (1, 2):
        day = months_before(dates.today, back)
        yield Voucher(
            id=f"voucher-10-{back}",
            day=day,
            what="Handsker, sæbe og køkkenrulle",
            amount=_EACH_MONTH * back,
            standard=StandardLine.HELPER_RELATED,
        )
