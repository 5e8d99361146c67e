"""Holiday from before: moved into a holiday year, or taken from it before the file tells of it."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import TYPE_CHECKING, ClassVar

from bpa_desktop.domain.record import Choice, Problem, Record, Sensitivity, about, record
from bpa_desktop.errors import N_

if TYPE_CHECKING:
    from collections.abc import Iterator


class BroughtWhy(Choice):
    """Where days come from, or went."""

    AGREEMENT = "agreement", N_("Moved here by agreement")
    HINDERED = "hindered", N_("Moved: could not be taken")
    TAKEN = "taken", N_("Taken before this file")


@record
class BroughtHoliday(Record):
    """Days that are added to the holiday year in which ``into`` lies, or were taken from it.

    What was moved comes from the holiday year before. Days taken before the file began are told
    once for the whole year, in place of each holiday.
    """

    type_name: ClassVar[str] = "brought_holiday"

    helper: str = about(N_("Helper"), refers_to="helper")
    into: dt.date = about(N_("Holiday year"), help=N_("Any day of the holiday year."))
    days: Decimal = about(N_("Number of days"))
    why: BroughtWhy = about(
        N_("Why"), default=BroughtWhy.AGREEMENT, sensitivity=Sensitivity.PERSONAL
    )
    agreed_on: dt.date | None = about(N_("Agreed in writing on"), default=None)

    @property
    def is_moved(self) -> bool:
        """Whether the days are added to the year."""
        return self.why is not BroughtWhy.TAKEN

    def problems(self) -> Iterator[Problem]:
        """Yield what is wrong with it on its own."""
        if self.days <= 0:
            yield Problem(field="days", reason=N_("Write how many days."))
