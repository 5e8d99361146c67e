"""The roster pattern (rulleplan): the weeks that come again, and how far they are kept apart."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, ClassVar, Final

from bpa_desktop.domain.kinds import WEEK, HourKind, Weekday
from bpa_desktop.domain.record import Choice, Problem, Record, Value, about, record
from bpa_desktop.errors import N_

if TYPE_CHECKING:
    from collections.abc import Iterator


class PatternWeek(Choice):
    """Which week of the pattern."""

    FIRST = "1", N_("Week 1")
    SECOND = "2", N_("Week 2")
    THIRD = "3", N_("Week 3")
    FOURTH = "4", N_("Week 4")
    FIFTH = "5", N_("Week 5")
    SIXTH = "6", N_("Week 6")
    SEVENTH = "7", N_("Week 7")
    EIGHTH = "8", N_("Week 8")


WEEKS: Final = tuple(PatternWeek)
"""The weeks in order; a pattern is as long as the last one it uses."""


@record
class PatternLine(Value):
    """A shift that comes again; an end that is not after the start is on the next day."""

    week: PatternWeek = about(N_("Week of the pattern"), default=PatternWeek.FIRST)
    weekday: Weekday = about(N_("Weekday"), default=Weekday.MONDAY)
    from_time: dt.time = about(N_("From"))
    to_time: dt.time = about(
        N_("To"), help=N_("The same time as the start makes a shift of 24 hours.")
    )
    helper: str | None = about(
        N_("Helper"), default=None, refers_to="helper", help=N_("Empty: the shift is unfilled.")
    )
    kind: HourKind = about(N_("Kind"), default=HourKind.BASIS)

    @property
    def day(self) -> int:
        """How many days after the first Monday of the pattern it begins."""
        return WEEKS.index(self.week) * len(WEEK) + WEEK.index(self.weekday)


@record
class LeftOut(Value):
    """A shift of the pattern that somebody deleted, so that it is not made again."""

    start: dt.datetime = about(N_("Planned start"))
    end: dt.datetime = about(N_("Planned end"))
    helper: str = about(N_("Helper"), default="")


@record
class RosterPattern(Record):
    """Weeks of shifts that come again and again from ``starts_on`` on.

    The week in which ``starts_on`` lies is week 1. The pattern holds through ``ends_on``.
    """

    type_name: ClassVar[str] = "roster_pattern"

    name: str = about(N_("Name"), default="", help=N_("For example: The usual weeks."))
    starts_on: dt.date = about(N_("Week 1 begins on"))
    ends_on: dt.date | None = about(
        N_("The pattern ends on"), default=None, help=N_("Leave it empty while it goes on.")
    )
    weeks: PatternWeek = about(
        N_("Last week of the pattern"),
        default=PatternWeek.FIRST,
        help=N_("After it the pattern begins again with week 1."),
    )
    lines: tuple[PatternLine, ...] = about(N_("Shifts of the pattern"), default=())
    left_out: tuple[LeftOut, ...] = about(N_("Left out"), default=(), inner=True)

    @property
    def length(self) -> int:
        """How many weeks there are before the first one comes again; at least one."""
        used = (self.weeks, *(line.week for line in self.lines))
        return 1 + max(WEEKS.index(week) for week in used)

    @property
    def monday(self) -> dt.date:
        """The Monday on which week 1 first begins."""
        return self.starts_on - dt.timedelta(days=self.starts_on.weekday())

    def problems(self) -> Iterator[Problem]:
        """Yield what is wrong with the pattern on its own."""
        if self.ends_on is not None and self.ends_on < self.starts_on:
            yield Problem(field="ends_on", reason=N_("The last day is before the first day."))
