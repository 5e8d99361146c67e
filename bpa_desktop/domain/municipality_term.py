"""What one value of a municipality's profile is: its kind, its unit, and what it is called."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final, NamedTuple

from bpa_desktop.domain.record import Choice
from bpa_desktop.errors import N_

if TYPE_CHECKING:
    from collections.abc import Mapping

BY_AGREEMENT: Final = "by_agreement"
"""How a file says that unused hours may be moved when the municipality agrees."""


class Kind(Choice):
    """What a value may be; the label says it to the one who writes a file."""

    WHOLE = "whole", N_("a whole number")
    NUMBER = "number", N_("a number")
    YES_NO = "yes_no", N_("true or false")
    WORDS = "words", N_("a text between quotation marks")
    CARRY = "carry", N_("the word by_agreement")


class Unit(Choice):
    """What a number counts."""

    NONE = "none", ""
    DAYS = "days", N_("days")
    WEEKS = "weeks", N_("weeks")
    MONTHS = "months", N_("months")
    YEARS = "years", N_("years")
    HOURS = "hours", N_("hours")
    PERCENT = "percent", N_("per cent")
    KRONER = "kroner", N_("kroner")
    TIMES = "times", N_("trips")


_MOST: Final[Mapping[Unit, int]] = {
    Unit.DAYS: 3_660,
    Unit.WEEKS: 520,
    Unit.MONTHS: 600,
    Unit.YEARS: 120,
    Unit.HOURS: 8_784,
    Unit.PERCENT: 100,
    Unit.TIMES: 366,
}
"""What no municipality can mean: more than ten years, than a whole year's hours, than the whole."""
_MOST_OF_ALL: Final = 999_999_999


class Group(Choice):
    """What a value is about, as the groups of the page are called."""

    CASE = "case", N_("Your case and the decision")
    COMPLAINT = "complaint", N_("Complaint")
    FOLLOWUP = "followup", N_("Follow-up")
    VISIT = "visit", N_("The visit")
    OBSERVATION = "observation", N_("Observation")
    ACCOUNTS = "accounts", N_("Accounts and unused hours")
    HOURS = "hours", N_("Hours beside the basic hours")
    HOLIDAY = "holiday", N_("Holiday and trips")
    COURSES = "courses", N_("Courses and APV")
    RATES = "rates", N_("Pay and payment")
    PENSION = "pension", N_("Pension")
    SICKNESS = "sickness", N_("Sickness and G-days")
    EXPENSES = "expenses", N_("Expenses for helpers (section 10)")
    INSURANCE = "insurance", N_("Insurance")
    HOSPITAL = "hospital", N_("In hospital")
    LEADING = "leading", N_("You as leader and employer")
    OUTSIDE = "outside", N_("What is not part of the scheme")
    DOCUMENTS = "documents", N_("Papers you are asked for")
    CONTACT = "contact", N_("Contact")
    LESSONS = "lessons", N_("What earlier cases show")


class Term(NamedTuple):
    """One value a profile may hold. ``label`` and ``question`` are msgids.

    ``question`` is what the municipality is asked where the value is unknown; without one an
    unknown value is not asked about. ``instead`` is a key that says the same in another unit.
    """

    group: Group
    kind: Kind
    label: str
    question: str = ""
    unit: Unit = Unit.NONE
    instead: str = ""

    @property
    def most(self) -> int:
        """The largest number it can be; more is a typing error."""
        return _MOST.get(self.unit, _MOST_OF_ALL)

    def is_too_large(self, value: object) -> bool:
        """Whether ``value``, which fits, is a number that cannot be meant."""
        return isinstance(value, int | Decimal) and value > self.most

    def fits(self, value: object) -> bool:
        """Whether ``value``, as it stands in a file, is of the kind of the term."""
        if self.kind is Kind.YES_NO:
            return isinstance(value, bool)
        if isinstance(value, bool):
            return False
        if self.kind is Kind.WHOLE:
            return isinstance(value, int) and value >= 0
        if self.kind is Kind.NUMBER:
            return isinstance(value, int | Decimal) and _is_finite(value) and value >= 0
        if self.kind is Kind.CARRY:
            return value == BY_AGREEMENT
        return isinstance(value, str) and bool(value.strip())


def _is_finite(value: int | Decimal) -> bool:
    return isinstance(value, int) or value.is_finite()


def counted(group: Group, unit: Unit, label: str, question: str = "", instead: str = "") -> Term:
    """A term whose value is a whole number."""
    return Term(group, Kind.WHOLE, label, question, unit, instead)


def measured(group: Group, unit: Unit, label: str, question: str = "") -> Term:
    """A term whose value may have decimals."""
    return Term(group, Kind.NUMBER, label, question, unit)


def yes_no(group: Group, label: str, question: str = "") -> Term:
    """A term that is true or false."""
    return Term(group, Kind.YES_NO, label, question)


def words(group: Group, label: str, question: str = "") -> Term:
    """A term in the municipality's own words."""
    return Term(group, Kind.WORDS, label, question)
