"""Helpers: who they are, how to reach them, and when they are employed."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise
from typing import TYPE_CHECKING, ClassVar

from bpa_desktop.domain.kinds import Weekday
from bpa_desktop.domain.record import Choice, Problem, Record, Sensitivity, Value, about, record
from bpa_desktop.errors import N_

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

_OPEN_END = dt.date.max
_AGREED = ("agreed_minutes_per_week", "least_minutes_per_week", "most_minutes_per_week")


class Position(Choice):
    """Whether a helper has a fixed place in the roster."""

    PERMANENT = "permanent", N_("Permanent helper")
    SUBSTITUTE = "substitute", N_("Substitute")
    RELATIVE = "relative", N_("Close relative who holds the grant")


class Fit(Choice):
    """How well a time fits a helper."""

    NEVER = "never", N_("Can never work then")
    RATHER_NOT = "rather_not", N_("Would rather not")
    GLADLY = "gladly", N_("Works gladly then")


@record
class Employment(Value):
    """A period in which a helper is employed; both days belong to it."""

    first_day: dt.date = about(N_("First day"))
    last_day: dt.date | None = about(
        N_("Last day"), default=None, help=N_("Leave it empty while the employment goes on.")
    )
    agreed_minutes_per_week: int | None = about(
        N_("Agreed hours per week"),
        in_hours=True,
        default=None,
        help=N_("Leave it empty when no hours are guaranteed."),
    )
    least_minutes_per_week: int | None = about(
        N_("Fewest hours per week"),
        in_hours=True,
        default=None,
        help=N_("Leave it empty when nothing is agreed."),
    )
    most_minutes_per_week: int | None = about(
        N_("Most hours per week"),
        in_hours=True,
        default=None,
        help=N_("Leave it empty when nothing is agreed."),
    )

    @property
    def end(self) -> dt.date:
        """The last day, or the last day there is while the employment goes on."""
        return self.last_day or _OPEN_END

    def covers(self, day: dt.date) -> bool:
        """Whether ``day`` lies in the period."""
        return self.first_day <= day <= self.end

    def problems(self) -> Iterator[Problem]:
        """Yield what is wrong with the period on its own."""
        if self.last_day is not None and self.last_day < self.first_day:
            yield Problem(field="last_day", reason=N_("The last day is before the first day."))
        for name in _AGREED:
            minutes = getattr(self, name)
            if minutes is not None and minutes < 0:
                yield Problem(field=name, reason=N_("Hours cannot be less than zero."))
        least, most = self.least_minutes_per_week, self.most_minutes_per_week
        if least is not None and most is not None and most < least:
            yield Problem(
                field="most_minutes_per_week", reason=N_("The most is less than the fewest.")
            )


@record
class Availability(Value):
    """A time that fits a helper well, badly or never.

    It holds on every day that no field speaks against; both days belong to it. A time to that is
    not after the time from is on the next day.
    """

    fit: Fit = about(N_("How it fits"), default=Fit.NEVER)
    weekday: Weekday | None = about(
        N_("Weekday"), default=None, help=N_("Leave it empty when it holds on every weekday.")
    )
    first_day: dt.date | None = about(
        N_("First day"), default=None, help=N_("Leave it empty when it has always been so.")
    )
    last_day: dt.date | None = about(
        N_("Last day"), default=None, help=N_("Leave it empty when it goes on.")
    )
    from_time: dt.time | None = about(
        N_("From"), default=None, help=N_("Only when it is part of a day.")
    )
    to_time: dt.time | None = about(N_("To"), default=None)

    def problems(self) -> Iterator[Problem]:
        """Yield what is wrong with the days on their own."""
        if self.first_day and self.last_day and self.last_day < self.first_day:
            yield Problem(field="last_day", reason=N_("The last day is before the first day."))


@record
class Helper(Record):
    """A person who works as helper in the scheme.

    ``erased_on`` is the day on which everything personal was deleted: what is left of the record
    holds the hours that accounts need together.
    """

    type_name: ClassVar[str] = "helper"

    first_name: str = about(N_("First name"), sensitivity=Sensitivity.PERSONAL)
    last_name: str = about(N_("Last name"), sensitivity=Sensitivity.PERSONAL, default="")
    initials: str = about(
        N_("Initials"), default="", help=N_("Two or three letters that stand in the roster.")
    )
    phone: str = about(N_("Phone"), sensitivity=Sensitivity.PERSONAL, default="")
    email: str = about(N_("E-mail"), sensitivity=Sensitivity.PERSONAL, default="")
    address: str = about(N_("Address"), sensitivity=Sensitivity.PERSONAL, default="")
    cpr: str = about(
        N_("CPR number"),
        sensitivity=Sensitivity.PERSONAL,
        default="",
        help=N_("Ten digits. Never stands in what is sent to the municipality."),
    )
    birth_date: dt.date | None = about(
        N_("Date of birth"),
        sensitivity=Sensitivity.PERSONAL,
        default=None,
        help=N_("Helpers must be at least 18 years old."),
    )
    next_of_kin: str = about(
        N_("Next of kin"),
        sensitivity=Sensitivity.PERSONAL,
        default="",
        help=N_("Who to call, and the phone number."),
    )
    position: Position = about(N_("Position"), default=Position.PERMANENT)
    qualifications: str = about(
        N_("Qualifications"),
        default="",
        help=N_("For example: driving licence, nursing assistant."),
    )
    seniority_date: dt.date | None = about(
        N_("Seniority counted from"),
        default=None,
        help=N_("The day from which experience counts for pay."),
    )
    pension_date: dt.date | None = about(
        N_("Pension from"),
        default=None,
        help=N_("Only when the helper has shown an earlier right, so that nobody has to wait."),
    )
    criminal_record_on: dt.date | None = about(
        N_("Criminal record seen on"), default=None, help=N_("Only the date. Never keep the paper.")
    )
    employments: tuple[Employment, ...] = about(N_("Employment periods"), default=())
    availability: tuple[Availability, ...] = about(N_("Availability and wishes"), default=())
    erased_on: dt.date | None = about(N_("Deleted on"), default=None, inner=True)

    @property
    def name(self) -> str:
        """First and last name."""
        return f"{self.first_name} {self.last_name}".strip()

    def is_employed(self, day: dt.date) -> bool:
        """Whether ``day`` lies in an employment period."""
        return any(period.covers(day) for period in self.employments)

    def problems(self) -> Iterator[Problem]:
        """Yield what is wrong with the helper on their own."""
        if not self.first_name.strip():
            yield Problem(field="first_name", reason=N_("Write a name."))
        yield from cpr_problems("cpr", self.cpr)
        periods = sorted(self.employments, key=lambda period: period.first_day)
        if any(later.first_day <= earlier.end for earlier, later in pairwise(periods)):
            yield Problem(
                field="employments", reason=N_("Two employment periods lie over each other.")
            )


def cpr_problems(field: str, cpr: str) -> Iterator[Problem]:
    """Yield a problem when ``cpr`` is neither empty nor ten digits that begin with a date."""
    from stdnum.dk import cpr as checker  # noqa: PLC0415 - only when a number is written

    if cpr and not checker.is_valid(cpr):
        yield Problem(
            field=field, reason=N_("A CPR number has ten digits and begins with a date of birth.")
        )


def marks(helpers: Iterable[Helper]) -> Mapping[str, str]:
    """Short marks by helper id, each different: own initials first, else letters of the name."""
    found: dict[str, str] = {}
    for helper in sorted(helpers, key=lambda one: (not one.initials, one.id)):
        found[helper.id] = next(mark for mark in _candidates(helper) if mark not in found.values())
    return found


def _candidates(helper: Helper) -> Iterator[str]:
    name = "".join(letter for letter in helper.first_name if letter.isalpha()).upper() or "X"
    if helper.initials:
        yield helper.initials.upper()
    yield name[:2]
    for letter in helper.last_name.upper():
        if letter.isalpha():
            yield name[:1] + letter
    for count in range(1, 1000):
        yield f"{name[:2]}{count}"
