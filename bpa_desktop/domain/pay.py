"""What a shift costs in pay: basic pay, availability, and supplements, each step told."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from decimal import Decimal
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias

from bpa_desktop.domain.clock import day_of, day_span, overlap
from bpa_desktop.domain.kinds import HourKind
from bpa_desktop.domain.money import (
    Missing,
    Step,
    Unit,
    hours_of,
    ore,
    rate_of,
    rates_of,
    reckoned,
)
from bpa_desktop.domain.period import months_before
from bpa_desktop.domain.supplements import (
    ALL,
    EVENING,
    NIGHT,
    SATURDAY,
    STACKING,
    SUNDAY,
    portions,
)
from bpa_desktop.errors import N_

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from bpa_desktop.domain.clock import Span
    from bpa_desktop.domain.money import Reckoned
    from bpa_desktop.domain.rates import RuleBook

BASE: Final = "pay-base-bpa"
HOUR: Final = "pay-hour"
YEAR: Final = "pay-step-amount"
FACTOR: Final = "pay-regulation-factor"
AVAILABILITY: Final = "pay-availability"
OVERTIME: Final = "pay-overtime"
_MONTHS: Final = 12
_PERCENT: Final = Decimal(100)
_ONE_DAY: Final = dt.timedelta(days=1)

BASIC_PAY: Final = N_("Basic pay")
AT_HAND: Final = N_("Availability hours")
TITLES: Final = {
    EVENING: N_("Evening supplement"),
    NIGHT: N_("Night supplement"),
    SATURDAY: N_("Saturday supplement"),
    SUNDAY: N_("Sunday and public holiday supplement"),
    OVERTIME: N_("Overtime supplement"),
}

Hourly: TypeAlias = "Decimal | Missing"
"""Kroner for an hour, or what is missing to know it."""


def pay_step(seniority: dt.date | None, on: dt.date, book: RuleBook) -> int | Missing:
    """The step by which a helper is paid on a day; the experienced one from the day of the years.

    ``seniority`` is the day from which experience counts; without it the first step holds.
    Source: the row ``pay-base-bpa``.
    """
    row = book.find(BASE, on)
    if row is None:
        return Missing(BASE, "step", on)
    years = row.whole("experienced_years")
    if seniority is not None and months_before(on, years * _MONTHS) >= seniority:
        return row.whole("experienced_step")
    return row.whole("step")


def hourly_pay(step: int, on: dt.date, book: RuleBook) -> Hourly:
    """Kroner for an hour on a step, rounded to whole øre.

    A published hourly pay comes first. Else it is the step's amount for a year and the addition at
    the level of the day, divided by the hours of a year. Source: the rows ``pay-hour``,
    ``pay-step-amount``, ``pay-regulation-factor`` and ``pay-base-bpa``.
    """
    published = rate_of(book, HOUR, f"step_{step}", on)
    if isinstance(published, Decimal):
        return published
    year = rate_of(book, YEAR, f"step_{step}", on)
    if isinstance(year, Missing):
        return published
    factor = rate_of(book, FACTOR, "factor", on)
    if isinstance(factor, Missing):
        return factor
    base = rates_of(book, BASE, on, "addition_2000", "hours_per_year")
    if isinstance(base, Missing):
        return base
    addition, hours = base
    return ore((year + addition * factor) / hours)


class Job(NamedTuple):
    """Work to be paid: when (instants, half-open), and what it counts as.

    ``begun`` is the instant since which the helper has worked without a break, where that is
    before the work itself; a begun half hour is paid once. ``overtime`` are the minutes of it that
    are overtime. Of a shift that is only partly worked, ``had`` are the stretches since ``begun``
    in which every begun half hour is paid already.
    """

    span: Span
    kind: HourKind = HourKind.BASIS
    begun: int | None = None
    overtime: int = 0
    had: tuple[Span, ...] | None = None


def begun_at(start: int, before: Iterable[Span]) -> int:
    """Since when work that begins at the instant ``start`` has gone on without a break.

    ``before`` are the helper's other stretches of work that can have supplements.
    """
    begun = start
    for first, end in sorted(before, reverse=True):
        if first < begun <= end:
            begun = first
    return begun


def pay_of(job: Job, hour: Callable[[dt.date], Hourly], book: RuleBook) -> Reckoned:
    """What the work is paid with: the hours by the day's hourly pay, and their supplements.

    Availability hours have a share of the hourly pay and no supplement of the clock. Overtime has
    its supplement by the hourly pay of the day on which the work ends. Every step is rounded to
    whole øre: hours of one rate, times the rate. What is missing for a day is told, and then there
    is no amount. Real time counts, also in the nights in which the clock changes.
    """
    slip = _Slip(hour, book)
    if job.kind is HourKind.AVAILABILITY:
        for day, minutes in minutes_by_day(job.span):
            slip.add_share(AT_HAND, AVAILABILITY, day, minutes)
    else:
        for day, minutes in minutes_by_day(job.span):
            slip.add_hours(day, minutes)
            slip.ask(day)
        for portion in portions(job.span, book, job.begun, job.had):
            slip.add_share(TITLES[portion.rule], portion.rule, portion.on, portion.minutes)
    overtime = min(job.overtime, job.span[1] - job.span[0])
    if overtime:
        slip.add_share(TITLES[OVERTIME], OVERTIME, day_of(job.span[1] - 1), overtime)
    return slip.sum()


class _Line(NamedTuple):
    title: str
    rule: str
    key: str
    rate: Decimal


class _Slip:
    """Hours by line, so that hours of one rate are one step however many days they lie on."""

    def __init__(self, hour: Callable[[dt.date], Hourly], book: RuleBook) -> None:
        self._hour = hour
        self._book = book
        self._minutes: dict[_Line, int] = defaultdict(int)
        self._first: dict[_Line, dt.date] = {}
        self._missing: list[Missing] = []

    def add_hours(self, day: dt.date, minutes: int) -> None:
        """Basic pay for minutes of a day."""
        hour = self._known(self._hour(day))
        if hour is not None:
            self._add(_Line(BASIC_PAY, HOUR, "", hour), day, minutes)

    def add_share(self, title: str, rule: str, day: dt.date, minutes: int) -> None:
        """A share of the hourly pay, as the ``percent`` of a rule says, for minutes of a day."""
        hour = self._known(self._hour(day))
        percent = self._known(rate_of(self._book, rule, "percent", day))
        if hour is not None and percent is not None:
            share = ore(hour * percent / _PERCENT)
            self._add(_Line(title, rule, "percent", share), day, minutes)

    def ask(self, day: dt.date) -> None:
        """Note what is not known of the supplements of a day."""
        for rule in ALL:
            self._known(rate_of(self._book, rule, "percent", day))
        if self._book.find(STACKING, day) is None:
            self._missing.append(Missing(STACKING, "adds", day))

    def sum(self) -> Reckoned:
        """The steps in the order in which they came up."""
        return reckoned(self._steps(), self._missing)

    def _steps(self) -> Iterator[Step]:
        for line, minutes in self._minutes.items():
            quantity = hours_of(minutes)
            yield Step(
                line.title,
                quantity,
                Unit.HOURS,
                line.rate,
                ore(quantity * line.rate),
                line.rule,
                line.key,
                self._first[line],
            )

    def _add(self, line: _Line, day: dt.date, minutes: int) -> None:
        self._first.setdefault(line, day)
        self._minutes[line] += minutes

    def _known(self, found: Hourly) -> Decimal | None:
        if isinstance(found, Missing):
            self._missing.append(found)
            return None
        return found


def minutes_by_day(span: Span) -> Iterator[tuple[dt.date, int]]:
    """The Danish days that ``span`` touches, with the real minutes of it on each."""
    day, last = day_of(span[0]), day_of(span[1] - 1)
    while day <= last:
        shared = overlap(day_span(day), span)
        if shared is not None:
            yield day, shared[1] - shared[0]
        day += _ONE_DAY
