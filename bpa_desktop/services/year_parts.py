"""The lines of the place Hours: months, quarters or years, with what was explained of each."""

from __future__ import annotations

import datetime as dt
from itertools import groupby
from typing import TYPE_CHECKING, Final, NamedTuple

from bpa_desktop.domain.budget import Explanation
from bpa_desktop.domain.period import months_before
from bpa_desktop.domain.record import Choice
from bpa_desktop.errors import N_
from bpa_desktop.i18n import _
from bpa_desktop.services.forecast_words import month_name
from bpa_desktop.services.year import year_hours

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bpa_desktop.services.session import Session
    from bpa_desktop.services.year import MonthLine, YearHours

_QUARTER: Final = 3
_YEAR: Final = 12
_YEARS_BACK: Final = 2
_HOUR: Final = 60
_ONE_DAY: Final = dt.timedelta(days=1)
EXPLAIN_SHARE: Final = 100
"""A difference of more than one part in so many of what is granted asks for a sentence."""


class Length(Choice):
    """How long the parts of the table are."""

    MONTH = "month", N_("Month")
    QUARTER = "quarter", N_("Quarter")
    YEAR = "year", N_("Year")


class PartLine(NamedTuple):
    """One part in minutes, from ``first`` to before ``end``, as far as it has come.

    ``granted`` and ``used`` stop at today; ``planned`` is the plan of the whole part.
    """

    name: str
    first: dt.date
    end: dt.date
    granted: int
    planned: int
    used: int
    explanation: Explanation | None = None

    @property
    def title(self) -> str:
        """The name with the year it is in."""
        year = str(self.first.year)
        return self.name if year in self.name else f"{self.name} {year}"

    @property
    def last(self) -> dt.date:
        """The last day of it."""
        return self.end - _ONE_DAY

    @property
    def difference(self) -> int:
        """Used less granted; negative is under."""
        return self.used - self.granted

    def asks(self, today: dt.date) -> bool:
        """Whether it is over and so far from what was granted that a sentence should say why."""
        if self.end > today or self.explanation is not None or not self.granted:
            return False
        return abs(self.difference) > max(_HOUR, self.granted // EXPLAIN_SHARE)


def part_lines(session: Session, found: YearHours, length: Length) -> tuple[PartLine, ...]:
    """The year in parts; by year, it and the two before as far as there is anything in them."""
    if length is Length.YEAR:
        lines = list(_years(session, found))
    else:
        size = _QUARTER if length is Length.QUARTER else 1
        lines = [_joined(list(some), size) for some in _in_groups(found.months, size)]
    said = session.records.all(Explanation)
    return tuple(line._replace(explanation=_explaining(said, line)) for line in lines)


def _in_groups(months: Iterable[MonthLine], size: int) -> Iterator[Iterable[MonthLine]]:
    for _place, group in groupby(months, lambda one: (one.first.month - 1) // size):
        yield group


def _joined(months: list[MonthLine], size: int) -> PartLine:
    first = months[0].first
    name = month_name(first)
    if size == _QUARTER:
        name = _("quarter {number}").format(number=(first.month - 1) // _QUARTER + 1)
    return PartLine(
        name,
        first,
        months_before(first, -size),
        sum(one.granted for one in months),
        sum(one.planned for one in months),
        sum(one.used for one in months),
    )


def _years(session: Session, found: YearHours) -> Iterator[PartLine]:
    for year in range(found.year - _YEARS_BACK, found.year + 1):
        one = found if year == found.year else year_hours(session, year)
        line = _joined(list(one.months), _YEAR)._replace(name=str(year))
        if year == found.year or line.granted or line.planned:
            yield line


def _explaining(said: Iterable[Explanation], line: PartLine) -> Explanation | None:
    """What was written of the hours of exactly these days."""
    last = line.end - dt.timedelta(days=1)
    fits = (
        one
        for one in said
        if one.line is None and (one.first_day, one.last_day) == (line.first, last)
    )
    return next(fits, None)
