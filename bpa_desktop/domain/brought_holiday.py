"""Holiday that a helper brings into a holiday year: moved by agreement, or hindered."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import TYPE_CHECKING, ClassVar

from bpa_desktop.domain.record import Choice, Problem, Record, Sensitivity, about, record
from bpa_desktop.errors import N_

if TYPE_CHECKING:
    from collections.abc import Iterator


class BroughtWhy(Choice):
    """Why holiday is brought along."""

    AGREEMENT = "agreement", N_("Moved by agreement")
    HINDERED = "hindered", N_("Kept because of a hindrance")
    EARLIER = "earlier", N_("Earned before this file")


@record
class BroughtHoliday(Record):
    """Days of holiday that are added to the holiday year in which ``into`` lies."""

    type_name: ClassVar[str] = "brought_holiday"

    helper: str = about(N_("Helper"), refers_to="helper")
    into: dt.date = about(N_("Holiday year"), help=N_("Any day of the holiday year."))
    days: Decimal = about(N_("Number of days"))
    why: BroughtWhy = about(
        N_("Why"), default=BroughtWhy.AGREEMENT, sensitivity=Sensitivity.PERSONAL
    )
    agreed_on: dt.date | None = about(N_("Agreed in writing on"), default=None)

    def problems(self) -> Iterator[Problem]:
        """Yield what is wrong with it on its own."""
        if self.days <= 0:
            yield Problem(field="days", reason=N_("Write how many days."))
