"""The standard lines of a BPA budget, by which a municipality's own lines are compared.

The codes B1 to B19 and R1 are the union of the headings of municipal budgets. A code with a part
after a full stop is a share of the one before it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeVar

from bpa_desktop.domain.record import Choice
from bpa_desktop.errors import N_

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

T = TypeVar("T")


class StandardLine(Choice):
    """What a line of a budget is for."""

    ALL_PAY = "B1-B9", N_("Pay in all")
    BASIC_PAY = "B1", N_("Basic pay")
    SUPPLEMENTS = "B2", N_("Supplements")
    EVENING = "B2.evening", N_("Evening supplement")
    NIGHT = "B2.night", N_("Night supplement")
    SATURDAY = "B2.saturday", N_("Saturday supplement")
    SUNDAY = "B2.sunday", N_("Sunday supplement")
    OVERTIME = "B2.overtime", N_("Overtime")
    HEADROOM = "B3", N_("Headroom")
    AVAILABILITY = "B4", N_("Availability hours")
    STAFF_MEETINGS = "B5", N_("Staff meetings")
    MUS = "B6", N_("Appraisal talks (MUS)")
    TRAINING = "B7", N_("Training")
    COURSES = "B8", N_("Courses")
    CONTRIBUTIONS = "B9", N_("Holiday, pension, ATP")
    HOLIDAY_PAY = "B9.holiday", N_("Holiday pay")
    PENSION = "B9.pension", N_("Pension")
    ATP = "B9.atp", N_("ATP")
    BARSEL = "B10", N_("Parental leave fund")
    SICK_PAY = "B11", N_("Pay during sickness")
    INSURANCE = "B12", N_("Insurances")
    WORK_ENVIRONMENT = "B13", N_("Work environment")
    EMPLOYER_TASK = "B14", N_("Employer's tasks")
    PAYROLL = "B15", N_("Payroll")
    ADVERTS = "B16", N_("Adverts")
    HELPER_RELATED = "B17", N_("Section 10 expenses")
    HOLIDAY_TRIP = "B18", N_("Holiday with helpers")
    G_DAYS = "B19", N_("G-days")
    SET_OFF = "R1", N_("Supplement set off")

    @property
    def within(self) -> StandardLine | None:
        """The line of which this is a share; None for a whole one.

        Barsel.dk is among the statutory contributions where it has no line of its own.
        """
        head, dot, _part = self.value.partition(".")
        if dot:
            return next(one for one in StandardLine if one.value == head)
        if self is StandardLine.BARSEL:
            return StandardLine.CONTRIBUTIONS
        return StandardLine.ALL_PAY if self in _PAY else None


_PAY: Final = frozenset(
    {
        StandardLine.BASIC_PAY,
        StandardLine.SUPPLEMENTS,
        StandardLine.HEADROOM,
        StandardLine.AVAILABILITY,
        StandardLine.STAFF_MEETINGS,
        StandardLine.MUS,
        StandardLine.TRAINING,
        StandardLine.COURSES,
        StandardLine.CONTRIBUTIONS,
    }
)


def covering(
    code: StandardLine, lines: Iterable[T], standard: Callable[[T], StandardLine | None]
) -> T | None:
    """The line on which an amount of ``code`` belongs: the nearest that holds it, else None.

    Of several lines for the same code it is the first. ``standard`` tells what a line is for.
    """
    first: dict[StandardLine | None, T] = {}
    for line in lines:
        first.setdefault(standard(line), line)
    wanted: StandardLine | None = code
    while wanted is not None:
        if wanted in first:
            return first[wanted]
        wanted = wanted.within
    return None
