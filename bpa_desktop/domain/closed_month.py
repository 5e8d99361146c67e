"""A month whose shifts are settled, and every correction made to it afterwards."""

from __future__ import annotations

import datetime as dt
from typing import ClassVar

from bpa_desktop.domain.record import Record, Sensitivity, Value, about, record
from bpa_desktop.errors import N_


@record
class Correction(Value):
    """What was changed in a month after it was closed, and on which day."""

    made_on: dt.date = about(N_("Corrected on"))
    what: str = about(N_("What was corrected"), sensitivity=Sensitivity.PERSONAL)


@record
class ClosedMonth(Record):
    """The calendar month in which ``month`` lies is closed since ``closed_on``."""

    type_name: ClassVar[str] = "closed_month"

    month: dt.date = about(N_("A day in the month"))
    closed_on: dt.date = about(N_("Closed on"))
    corrections: tuple[Correction, ...] = about(N_("Corrections"), default=(), inner=True)

    @property
    def first(self) -> dt.date:
        """The first day of the month."""
        return self.month.replace(day=1)

    @property
    def end(self) -> dt.date:
        """The first day after the month."""
        return (self.first + dt.timedelta(days=31)).replace(day=1)
