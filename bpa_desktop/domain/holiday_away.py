"""Days of absence on which no holiday is earned."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Final

from bpa_desktop.domain.absence import AbsenceKind
from bpa_desktop.domain.money import Missing, rates_of
from bpa_desktop.domain.period import Period
from bpa_desktop.domain.sick_period import sick_spells

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence
    from collections.abc import Set as AbstractSet

    from bpa_desktop.domain.absence import Absence
    from bpa_desktop.domain.people import Employment
    from bpa_desktop.domain.rates import RuleBook

RULE: Final = "hol-sick-allowance"
LEAVE: Final = frozenset({AbsenceKind.MATERNITY_LEAVE, AbsenceKind.PARENTAL_LEAVE})
"""Leave that earns nothing while the employer pays nothing."""


def unearned_days(
    year: Period,
    absences: Collection[Absence],
    employments: Sequence[Employment],
    book: RuleBook,
    *,
    paid: AbstractSet[AbsenceKind] = frozenset(),
) -> frozenset[dt.date] | Missing:
    """The days of a holiday year on which a helper earns no holiday though employed.

    ``absences`` are those of one helper, and ``paid`` the kinds in which the employer pays some or
    all of the pay. Without full pay the first day of each spell of sickness earns nothing, until
    there have been so many spells in the year: fewer by their share where the helper was employed
    only for part of it. Leave without pay earns nothing on any day. A spell belongs to the year in
    which it begins. Source: the row ``hol-sick-allowance``.
    """
    away = {
        day
        for one in absences
        if one.kind in LEAVE - paid
        for day in _days(one.first_day, one.last_day, year)
    }
    if AbsenceKind.SICKNESS in paid:
        return frozenset(away)
    employed = sum(any(one.covers(day) for one in employments) for day in year.days())
    sick = _first_sick_days(year, absences, employed, book)
    return sick if isinstance(sick, Missing) else sick | away


def _first_sick_days(
    year: Period, absences: Collection[Absence], employed: int, book: RuleBook
) -> frozenset[dt.date] | Missing:
    spells = [one for one in sick_spells(absences) if year.first <= one.first < year.end]
    if not spells:
        return frozenset()
    numbers = rates_of(book, RULE, year.first, "from_day", "periods_per_year")
    if isinstance(numbers, Missing):
        return numbers
    from_day, periods = int(numbers[0]), numbers[1]
    length = (year.end - year.first).days
    return frozenset(
        day
        for number, spell in enumerate(spells, start=1)
        if number * length <= periods * employed
        for day in list(_days(spell.first, spell.last, year))[: from_day - 1]
    )


def _days(first: dt.date, last: dt.date | None, year: Period) -> Iterator[dt.date]:
    """The days of an absence that lie in the year."""
    start = max(first, year.first)
    end = year.end if last is None else min(last + dt.timedelta(days=1), year.end)
    if start < end:
        yield from Period(start, end).days()
