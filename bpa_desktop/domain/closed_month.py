"""A month whose shifts are settled, and every correction made to it afterwards."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import ClassVar

from bpa_desktop.domain.record import Record, Sensitivity, Value, about, record
from bpa_desktop.domain.standard_line import StandardLine
from bpa_desktop.errors import N_


@record
class Correction(Value):
    """What was changed in a month after it was closed, and on which day."""

    made_on: dt.date = about(N_("Corrected on"))
    what: str = about(N_("What was corrected"), sensitivity=Sensitivity.PERSONAL)


@record
class SettledLine(Value):
    """A line of the pay of a helper, as it was worked out when the month was closed.

    ``month`` is the first day of the month it is for: an earlier one in a correction.
    """

    helper: str = about(N_("Helper"))
    title: str = about(N_("What it is"))
    standard: StandardLine = about(N_("What it is for"), default=StandardLine.BASIC_PAY)
    minutes: int = about(N_("Number of hours"), default=0, in_hours=True)
    amount: Decimal = about(N_("Kroner"))
    month: dt.date = about(N_("A day in the month"))


@record
class ClosedMonth(Record):
    """The calendar month in which ``month`` lies is closed since ``closed_on``."""

    type_name: ClassVar[str] = "closed_month"

    month: dt.date = about(N_("A day in the month"))
    closed_on: dt.date = about(N_("Closed on"))
    corrections: tuple[Correction, ...] = about(N_("Corrections"), default=(), inner=True)
    pay: tuple[SettledLine, ...] = about(N_("Pay"), default=(), inner=True)

    @property
    def first(self) -> dt.date:
        """The first day of the month."""
        return self.month.replace(day=1)

    @property
    def end(self) -> dt.date:
        """The first day after the month."""
        return (self.first + dt.timedelta(days=31)).replace(day=1)
