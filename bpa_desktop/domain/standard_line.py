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

    ALL_PAY = "B1-B9", N_("Pay in all (B1 to B9)")
    BASIC_PAY = "B1", N_("Basic pay (B1)")
    SUPPLEMENTS = "B2", N_("Supplements by the clock (B2)")
    EVENING = "B2.evening", N_("Evening supplement (B2)")
    NIGHT = "B2.night", N_("Night supplement (B2)")
    SATURDAY = "B2.saturday", N_("Saturday supplement (B2)")
    SUNDAY = "B2.sunday", N_("Sunday and public holiday supplement (B2)")
    OVERTIME = "B2.overtime", N_("Overtime supplement (B2)")
    HEADROOM = "B3", N_("Function, qualification and seniority, headroom (B3)")
    AVAILABILITY = "B4", N_("Availability hours (B4)")
    STAFF_MEETINGS = "B5", N_("Staff meetings (B5)")
    MUS = "B6", N_("Appraisal talks, MUS (B6)")
    TRAINING = "B7", N_("Training of new helpers (B7)")
    COURSES = "B8", N_("Courses (B8)")
    CONTRIBUTIONS = "B9", N_("Holiday pay, pension, ATP and other contributions (B9)")
    HOLIDAY_PAY = "B9.holiday", N_("Holiday pay (B9)")
    PENSION = "B9.pension", N_("Pension (B9)")
    ATP = "B9.atp", N_("ATP (B9)")
    BARSEL = "B10", N_("Parental leave fund (B10)")
    SICK_PAY = "B11", N_("Pay during sickness and a child's sick days (B11)")
    INSURANCE = "B12", N_("Insurances (B12)")
    WORK_ENVIRONMENT = "B13", N_("Working environment and APV (B13)")
    EMPLOYER_TASK = "B14", N_("Employer's tasks by a firm or association (B14)")
    PAYROLL = "B15", N_("Payroll administration (B15)")
    ADVERTS = "B16", N_("Adverts and recruitment (B16)")
    HELPER_RELATED = "B17", N_("Helper-related expenses, section 10 (B17)")
    HOLIDAY_TRIP = "B18", N_("Holiday with helpers (B18)")
    G_DAYS = "B19", N_("G-days (B19)")
    SET_OFF = "R1", N_("Less: set-off of a care supplement (R1)")

    @property
    def within(self) -> StandardLine | None:
        """The line of which this is a share; None for a whole one."""
        head, dot, _part = self.value.partition(".")
        if dot:
            return next(one for one in StandardLine if one.value == head)
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
