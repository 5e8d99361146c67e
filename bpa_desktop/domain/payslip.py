"""What was really paid, as the payslip says; and the days of unemployment an employer pays."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import TYPE_CHECKING, ClassVar

from bpa_desktop.domain.record import Problem, Record, Sensitivity, Value, about, record
from bpa_desktop.domain.scheme import Answer
from bpa_desktop.domain.standard_line import StandardLine
from bpa_desktop.errors import N_

if TYPE_CHECKING:
    from collections.abc import Iterator


@record
class PayslipLine(Value):
    """One line of a payslip, for what it is; kroner before tax."""

    standard: StandardLine = about(N_("What it is for"), default=StandardLine.BASIC_PAY)
    amount: Decimal = about(N_("Kroner"))
    minutes: int | None = about(
        N_("Number of hours"), default=None, in_hours=True, help=N_("Where the payslip says it.")
    )


@record
class Payslip(Record):
    """What a helper was really paid for the month in which ``month`` lies, before tax.

    ``amount`` is pay with holiday pay and the employer's share of pension and ATP.
    """

    type_name: ClassVar[str] = "payslip"

    helper: str = about(N_("Helper"), refers_to="helper")
    month: dt.date = about(N_("A day in the month"))
    amount: Decimal = about(
        N_("Kroner in all"), help=N_("Before tax, with what the employer pays beside the pay.")
    )
    lines: tuple[PayslipLine, ...] = about(N_("Lines of the payslip"), default=())
    explanation: str = about(
        N_("Why it differs"),
        default="",
        sensitivity=Sensitivity.PERSONAL,
        long=True,
        help=N_("Only when it is not what the program worked out."),
    )

    @property
    def first(self) -> dt.date:
        """The first day of the month."""
        return self.month.replace(day=1)


@record
class UnemploymentDay(Record):
    """A first or second day without work after a helper was sent home or dismissed (G-day)."""

    type_name: ClassVar[str] = "unemployment_day"

    helper: str = about(N_("Helper"), refers_to="helper")
    day: dt.date = about(N_("Day"))
    minutes: int = about(
        N_("Hours without work that day"), in_hours=True, help=N_("For example 7.4.")
    )
    in_fund: Answer = about(N_("The helper is in an unemployment fund"), default=Answer.UNKNOWN)
    own_wish: Answer = about(
        N_("The helper ended it, or has new work, is ill or on holiday"),
        default=Answer.UNKNOWN,
        help=N_("Then nothing is paid for the day."),
    )

    def problems(self) -> Iterator[Problem]:
        """Yield what is wrong with the day on its own."""
        if self.minutes <= 0:
            yield Problem(field="minutes", reason=N_("Write how many hours."))
