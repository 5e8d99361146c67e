"""The grant: hours the municipality has decided on, for what, when, and from which date."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, ClassVar

from bpa_desktop.domain.kinds import Area, HourKind, Weekday
from bpa_desktop.domain.record import Choice, Problem, Record, Value, about, record
from bpa_desktop.errors import N_

if TYPE_CHECKING:
    from collections.abc import Iterator


class Per(Choice):
    """The stretch of time that an amount of hours is for."""

    DAY = "day", N_("per day")
    WEEK = "week", N_("per week")
    MONTH = "month", N_("per month")
    YEAR = "year", N_("per year")
    PERIOD = "period", N_("for the whole period of the grant")


class YearLength(Choice):
    """How long a year of daily and weekly hours is."""

    CALENDAR = "calendar", N_("365 or 366 days")
    WEEKS_52 = "weeks_52", N_("52 weeks (364 days)")


@record
class GrantLine(Value):
    """One line of a grant: an amount of hours, and where on the clock the need is.

    A line without times says how much, but not when. Equal times mean the whole day and night;
    an end before the start means the next day.
    """

    kind: HourKind = about(N_("Kind"), default=HourKind.BASIS)
    minutes: int = about(N_("Number of hours"), in_hours=True, help=N_("For example 24 or 7.5."))
    per: Per = about(N_("Per"), default=Per.WEEK)
    helpers: int = about(
        N_("Helpers at the same time"),
        default=1,
        help=N_("The hours are counted once for each helper."),
    )
    area: Area | None = about(N_("Area"), default=None)
    weekdays: tuple[Weekday, ...] = about(
        N_("Weekdays"), default=(), help=N_("None chosen means every day.")
    )
    from_time: dt.time | None = about(N_("Need begins at"), default=None)
    to_time: dt.time | None = about(N_("Need ends at"), default=None)

    @property
    def is_placed(self) -> bool:
        """Whether the line says when on the clock the need is."""
        return self.from_time is not None and self.to_time is not None

    def problems(self) -> Iterator[Problem]:
        """Yield what is wrong with the line on its own."""
        if self.minutes < 0:
            yield Problem(field="minutes", reason=N_("Hours cannot be less than zero."))
        if self.helpers < 1:
            yield Problem(field="helpers", reason=N_("At least one helper is needed."))
        if (self.from_time is None) != (self.to_time is None):
            yield Problem(
                field="to_time", reason=N_("Write both when the need begins and when it ends.")
            )


@record
class Grant(Record):
    """A decision on hours. ``valid_from`` and ``valid_to`` both belong to it.

    A grant without an end runs until the next grant without an end begins.
    """

    type_name: ClassVar[str] = "grant"

    valid_from: dt.date = about(N_("Valid from"))
    valid_to: dt.date | None = about(
        N_("Valid to"), default=None, help=N_("Leave it empty when the decision names no end.")
    )
    decision_date: dt.date | None = about(N_("Date of the decision"), default=None)
    received_date: dt.date | None = about(
        N_("Decision received"), default=None, help=N_("The time to complain runs from this day.")
    )
    decision_reference: str = about(N_("The decision's reference"), default="")
    year_length: YearLength = about(
        N_("A year is counted as"),
        default=YearLength.CALENDAR,
        help=N_("Round the clock is 8,760 hours in 365 days, and 8,736 hours in 52 weeks."),
    )
    decision: str | None = about(
        N_("Comes from the decision"), default=None, refers_to="decision", inner=True
    )
    lines: tuple[GrantLine, ...] = about(N_("Lines"), default=())

    def problems(self) -> Iterator[Problem]:
        """Yield what is wrong with the grant on its own."""
        if self.valid_to is not None and self.valid_to < self.valid_from:
            yield Problem(field="valid_to", reason=N_("The end is before the start."))
        if self.valid_to is None and any(line.per is Per.PERIOD for line in self.lines):
            yield Problem(
                field="valid_to",
                reason=N_("Hours for the whole period need a date on which the grant ends."),
            )
