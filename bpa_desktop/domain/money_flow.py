"""Money that came in and money that was spent, apart from the pay of the roster."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import TYPE_CHECKING, ClassVar

from bpa_desktop.domain.record import Choice, Problem, Record, Sensitivity, about, record
from bpa_desktop.domain.standard_line import StandardLine
from bpa_desktop.errors import N_

if TYPE_CHECKING:
    from collections.abc import Iterator


class Payer(Choice):
    """Where money of the scheme came from."""

    MUNICIPALITY = "municipality", N_("The municipality")
    REGION = "region", N_("The region")
    SET_OFF = "set_off", N_("Supplement set off")
    OTHER = "other", N_("Somebody else")


@record
class Payment(Record):
    """Kroner received, for the days from ``first_day`` through ``last_day``.

    What was paid back has an amount below zero. Without a line it is for the whole budget.
    """

    type_name: ClassVar[str] = "payment"

    received_on: dt.date = about(N_("Received on"))
    amount: Decimal = about(N_("Kroner"), help=N_("What was paid back has a minus."))
    payer: Payer = about(N_("From"), default=Payer.MUNICIPALITY)
    line: str | None = about(
        N_("Budget line"),
        default=None,
        refers_to="budget_line",
        help=N_("Leave it empty when it is for the whole budget."),
    )
    first_day: dt.date | None = about(
        N_("Is for the days from"),
        default=None,
        help=N_("Leave it empty when it is for the month in which it came."),
    )
    last_day: dt.date | None = about(N_("Is for the days to"), default=None)
    note: str = about(N_("Note"), default="", long=True)

    def problems(self) -> Iterator[Problem]:
        """Yield what is wrong with the payment on its own."""
        if (self.first_day is None) != (self.last_day is None):
            yield Problem(field="last_day", reason=N_("Write both the first day and the last day."))
        elif self.first_day and self.last_day and self.last_day < self.first_day:
            yield Problem(field="last_day", reason=N_("The last day is before the first day."))


class VoucherState(Choice):
    """How far an expense that the municipality pays after a bill has come."""

    KEPT = "kept", N_("Not sent")
    SENT = "sent", N_("Sent to the municipality")
    PAID = "paid", N_("Paid by the municipality")


@record
class Voucher(Record):
    """An expense with its voucher.

    ``attachment`` names the kept picture or PDF by its content; empty where there is none.
    """

    type_name: ClassVar[str] = "voucher"

    day: dt.date = about(N_("Date of the voucher"))
    number: str = about(N_("Voucher number"), default="")
    what: str = about(
        N_("What it is"),
        sensitivity=Sensitivity.PERSONAL,
        help=N_("For example: course in moving and handling."),
    )
    amount: Decimal = about(N_("Kroner"), help=N_("What came back has a minus."))
    standard: StandardLine = about(N_("What it is for"), default=StandardLine.COURSES)
    line: str | None = about(
        N_("Budget line"),
        default=None,
        refers_to="budget_line",
        help=N_("Leave it empty: then it follows from what the expense is for."),
    )
    state: VoucherState = about(
        N_("Bill"), default=VoucherState.KEPT, help=N_("Only for what is paid after a bill.")
    )
    note: str = about(
        N_("Note"),
        default="",
        sensitivity=Sensitivity.PERSONAL,
        long=True,
        help=N_("Only for you. It is not part of any document."),
    )
    attachment: str = about(N_("Attachment"), default="", inner=True, content=True)

    @property
    def is_outside(self) -> bool:
        """Whether it is a helper-related expense (section 10), which no accounts count."""
        return self.standard is StandardLine.HELPER_RELATED

    def problems(self) -> Iterator[Problem]:
        """Yield what is wrong with the voucher on its own."""
        if not self.what.strip():
            yield Problem(field="what", reason=N_("Write what it is."))
