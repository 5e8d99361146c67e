"""That somebody was asked to take a shift and said no."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, ClassVar

from bpa_desktop.domain.record import Problem, Record, about, record
from bpa_desktop.domain.roster import clock_problems
from bpa_desktop.errors import N_

if TYPE_CHECKING:
    from collections.abc import Iterator


@record
class Declined(Record):
    """A helper was asked on a day and said no to a shift at these wall-clock times."""

    type_name: ClassVar[str] = "declined"

    helper: str = about(N_("Helper"), refers_to="helper")
    shift_start: dt.datetime = about(N_("The shift begins"))
    shift_end: dt.datetime = about(N_("The shift ends"))
    asked_on: dt.date = about(N_("Asked on"))

    def problems(self) -> Iterator[Problem]:
        """Yield what is wrong with the times on their own."""
        for name in ("shift_start", "shift_end"):
            yield from clock_problems(name, getattr(self, name))
        if self.shift_end <= self.shift_start:
            yield Problem(field="shift_end", reason=N_("The end is not after the start."))
