"""Spells of sickness: how long the employer pays, from when money comes back, and what is due."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Final, NamedTuple

from bpa_desktop.domain.absence import AbsenceKind
from bpa_desktop.domain.money import Missing, rate_of
from bpa_desktop.domain.period import Period, months_before
from bpa_desktop.domain.record import Choice
from bpa_desktop.errors import N_

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bpa_desktop.domain.absence import Absence
    from bpa_desktop.domain.rates import RuleBook

EMPLOYER: Final = "sick-employer-period"
INSURANCE: Final = "sick-first-day-insurance"
LONG_TERM: Final = "sick-56"
CLAIM: Final = "sick-refund-claim"
_ONE_DAY: Final = dt.timedelta(days=1)


class Cover(Choice):
    """What lets the municipality pay back before the employer period is over."""

    NONE = "none", N_("Neither insurance nor an agreement")
    INSURED = "insured", N_("Insured against the first days of sickness")
    LONG_TERM = "long_term", N_("Agreement about long-term illness (section 56)")


class Report(Choice):
    """What the employer pays in a spell, on which the time to report it depends."""

    WAGE = "wage", N_("You pay wages in the sickness")
    INSURED = "insured", N_("A short absence, with insurance or an agreement")
    BENEFIT = "benefit", N_("You paid sickness benefit, and the absence goes on")
    NEITHER = "neither", N_("You pay neither wages nor benefit")


class Spell(NamedTuple):
    """Days of sickness in a row, both days included; without a last day it goes on."""

    first: dt.date
    last: dt.date | None


class ReportTime(NamedTuple):
    """Between which days something must be reported, both included, and the rule that says so."""

    earliest: dt.date
    latest: dt.date
    rule: str


def sick_spells(absences: Iterable[Absence]) -> list[Spell]:
    """The spells of sickness in the absences of one helper, in order.

    Sickness that goes on on the day after another, or lies over it, is one spell. Part of a day is
    a day. Other kinds of absence are left out.
    """
    own = sorted(
        (one for one in absences if one.kind is AbsenceKind.SICKNESS),
        key=lambda one: one.first_day,
    )
    found: list[Spell] = []
    for one in own:
        before = found[-1] if found else None
        if before is not None and _goes_on(before, one.first_day):
            found[-1] = Spell(before.first, _later(before.last, one.last_day))
        else:
            found.append(Spell(one.first_day, one.last_day))
    return found


def _goes_on(spell: Spell, day: dt.date) -> bool:
    return spell.last is None or day <= spell.last + _ONE_DAY


def _later(one: dt.date | None, other: dt.date | None) -> dt.date | None:
    return None if one is None or other is None else max(one, other)


def employer_period(first_day: dt.date, book: RuleBook) -> Period | Missing:
    """The calendar days in which the employer pays, from the first day of absence.

    Public holidays and days off do not make it longer. Source: the row ``sick-employer-period``.
    """
    days = rate_of(book, EMPLOYER, "days", first_day)
    if isinstance(days, Missing):
        return days
    return Period(first_day, first_day + dt.timedelta(days=int(days)))


def refund_from(first_day: dt.date, book: RuleBook, cover: Cover = Cover.NONE) -> dt.date | Missing:
    """The first day for which the municipality pays back.

    That is the day after the employer period, or the day of absence that insurance or an agreement
    names. Source: the rows ``sick-employer-period``, ``sick-first-day-insurance`` and ``sick-56``.
    """
    if cover is Cover.NONE:
        period = employer_period(first_day, book)
        return period if isinstance(period, Missing) else period.end
    rule = INSURANCE if cover is Cover.INSURED else LONG_TERM
    day = rate_of(book, rule, "refund_from_day", first_day)
    return day if isinstance(day, Missing) else _day_of_absence(first_day, int(day))


def report_time(
    report: Report, first_day: dt.date, book: RuleBook, paid_through: dt.date | None = None
) -> ReportTime | Missing:
    """When a spell that began on ``first_day`` is reported.

    The time runs from the first day of absence. For benefit that stops it runs from the last day
    that was paid: ``paid_through``, else the last of the employer period. Sources: the rows
    ``sick-report-…``; where the sources disagree the row has the confidence ``CONFLICT``.
    """
    rule = f"sick-report-{report}"
    start = first_day
    if report is Report.BENEFIT:
        period = employer_period(first_day, book)
        if isinstance(period, Missing):
            return period
        start = paid_through or period.last
    latest = _latest(rule, start, first_day, book)
    if isinstance(latest, Missing):
        return latest
    earliest = rate_of(book, rule, "earliest_day", first_day)
    day = 1 if isinstance(earliest, Missing) else int(earliest)
    return ReportTime(_day_of_absence(start, day), latest, rule)


def _latest(rule: str, start: dt.date, on: dt.date, book: RuleBook) -> dt.date | Missing:
    """So many weeks or months after ``start`` as the rule says."""
    weeks = rate_of(book, rule, "latest_weeks", on)
    if not isinstance(weeks, Missing):
        return start + dt.timedelta(weeks=int(weeks))
    months = rate_of(book, rule, "latest_months", on)
    return months if isinstance(months, Missing) else months_before(start, -int(months))


def _day_of_absence(first_day: dt.date, number: int) -> dt.date:
    return first_day + dt.timedelta(days=number - 1)


def last_claim(paid_for: dt.date, book: RuleBook) -> dt.date | Missing:
    """The last day on which a refund for the day ``paid_for`` is claimed.

    Source: the row ``sick-refund-claim``.
    """
    months = rate_of(book, CLAIM, "latest_months", paid_for)
    return months if isinstance(months, Missing) else months_before(paid_for, -int(months))
