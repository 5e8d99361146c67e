"""Absence: that a helper is away and of which kind, never why."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, ClassVar, Final

from bpa_desktop.domain.clock import at, day_start, instant
from bpa_desktop.domain.record import Choice, Problem, Record, Sensitivity, about, record
from bpa_desktop.domain.roster import clock_problems
from bpa_desktop.errors import N_

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bpa_desktop.domain.clock import Span
    from bpa_desktop.domain.period import Period

NO_END: Final = 1 << 40
"""An instant after every day that can be written."""


class AbsenceKind(Choice):
    """The kind of an absence; a cause or a diagnosis is never kept."""

    SICKNESS = "sickness", N_("Sickness")
    CHILD_FIRST_SICK_DAY = "child_first_sick_day", N_("Child's first sick day")
    CHILD_SECOND_SICK_DAY = "child_second_sick_day", N_("Child's second sick day")
    CHILD_CARE_DAY = "child_care_day", N_("Child-care day")
    HOLIDAY = "holiday", N_("Holiday")
    MATERNITY_LEAVE = "maternity_leave", N_("Maternity leave")
    PARENTAL_LEAVE = "parental_leave", N_("Parental leave")
    AGREED_DAY_OFF = "agreed_day_off", N_("Agreed day off")
    OTHER = "other", N_("Other absence")


CHILD_KINDS = frozenset(
    {
        AbsenceKind.CHILD_FIRST_SICK_DAY,
        AbsenceKind.CHILD_SECOND_SICK_DAY,
        AbsenceKind.CHILD_CARE_DAY,
    }
)


@record
class Absence(Record):
    """A stretch in which a helper is away.

    Both days belong to it. Without a last day it goes on. With times it begins at
    ``from_time`` on the first day and ends at ``to_time`` on the last.
    """

    type_name: ClassVar[str] = "absence"

    helper: str = about(N_("Helper"), refers_to="helper")
    kind: AbsenceKind = about(
        N_("Kind"),
        default=AbsenceKind.SICKNESS,
        sensitivity=Sensitivity.PERSONAL,
        help=N_("Only the kind. Never write why somebody is ill."),
    )
    first_day: dt.date = about(N_("First day"))
    last_day: dt.date | None = about(
        N_("Last day"), default=None, help=N_("Leave it empty while the absence goes on.")
    )
    from_time: dt.time | None = about(
        N_("From"), default=None, help=N_("Only when the absence is part of a day.")
    )
    to_time: dt.time | None = about(N_("To"), default=None)
    child_birth_date: dt.date | None = about(
        N_("The child's date of birth"),
        default=None,
        sensitivity=Sensitivity.PERSONAL,
        help=N_("Only for a child's sick day: the right depends on the child's age."),
    )

    def span(self, today: dt.date) -> Span:
        """The stretch in instants that is known; one that goes on lasts through ``today``."""
        last = self.last_day or max(today, self.first_day)
        start = self.first_time
        end = (
            day_start(last + dt.timedelta(days=1))
            if self.to_time is None
            else instant(at(last, self.to_time))
        )
        return instant(start), end

    def plan_span(self) -> Span:
        """The stretch in instants a plan keeps free; one that goes on has no end."""
        start, end = self.span(self.first_day)
        return start, (NO_END if self.last_day is None else end)

    def lies_in(self, days: Period) -> bool:
        """Whether a day of it is one of ``days``."""
        return self.first_day < days.end and (self.last_day is None or self.last_day >= days.first)

    @property
    def first_time(self) -> dt.datetime:
        """The wall-clock time at which the absence begins."""
        return at(self.first_day, self.from_time or dt.time())

    def problems(self) -> Iterator[Problem]:
        """Yield what is wrong with the absence on its own."""
        if self.last_day is not None and self.last_day < self.first_day:
            yield Problem(field="last_day", reason=N_("The last day is before the first day."))
        elif self._ends_too_early():
            yield Problem(field="to_time", reason=N_("The end is not after the start."))
        yield from clock_problems("from_time", self.first_time if self.from_time else None)
        if self.to_time is not None and self.last_day is not None:
            yield from clock_problems("to_time", at(self.last_day, self.to_time))
        if self.to_time is not None and self.last_day is None:
            yield Problem(field="last_day", reason=N_("Write the last day as well."))

    def _ends_too_early(self) -> bool:
        if self.to_time is None or self.last_day is None:
            return False
        return instant(at(self.last_day, self.to_time)) <= instant(self.first_time)
