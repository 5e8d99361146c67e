"""The values of an account of hours: minutes by month, kind and helper, and the grants behind."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

from bpa_desktop.domain.kinds import PRESENT

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from bpa_desktop.documents.model import Chart
    from bpa_desktop.domain.grant import Per, YearLength
    from bpa_desktop.domain.kinds import HourKind, Weekday
    from bpa_desktop.domain.period import Period


@dataclass(frozen=True, kw_only=True)
class Hours:
    """Minutes of each measure; ``used`` is what was worked."""

    granted: int = 0
    planned: int = 0
    used: int = 0
    absent: int = 0
    uncovered: int = 0

    @property
    def difference(self) -> int:
        """Used less granted: negative when the grant is not used up."""
        return self.used - self.granted

    def __bool__(self) -> bool:
        """Whether there is anything in it."""
        return any(getattr(self, field.name) for field in fields(self))


def summed(parts: Iterable[Hours]) -> Hours:
    """The sum of ``parts``, measure by measure."""
    counted = list(parts)
    names = (field.name for field in fields(Hours))
    return Hours(**{name: sum(getattr(one, name) for one in counted) for name in names})


@dataclass(frozen=True, kw_only=True)
class MonthHours:
    """The hours of one calendar month of the period, by kind."""

    part: Period
    kinds: tuple[tuple[HourKind, Hours], ...]

    @property
    def help(self) -> Hours:
        """The hours in which a helper was there for the citizen."""
        return summed(counted for kind, counted in self.kinds if kind in PRESENT)


@dataclass(frozen=True, kw_only=True)
class HelperHours:
    """One helper's minutes in the period; unfilled shifts stand without a name."""

    helper: str
    planned: int
    used: int
    absent: int


@dataclass(frozen=True, kw_only=True)
class Amount:
    """What a line of a grant gives: so many minutes of a kind per stretch of time.

    Without ``weekdays`` it gives them on every day.
    """

    kind: HourKind
    minutes: int
    per: Per
    helpers: int = 1
    weekdays: tuple[Weekday, ...] = ()


@dataclass(frozen=True, kw_only=True)
class GrantInForce:
    """A decision that counts in the period; ``last`` is empty while it goes on."""

    first: dt.date
    last: dt.date | None
    decided: dt.date | None
    reference: str
    year_length: YearLength
    amounts: tuple[Amount, ...]


@dataclass(frozen=True, kw_only=True)
class YearToDate:
    """Minutes of one kind in the calendar year: the whole year's grant, and what came so far."""

    kind: HourKind
    granted_year: int
    granted: int
    used: int


@dataclass(frozen=True, kw_only=True)
class Foresight:
    """Where a year will end: a sentence, the chart, its figures, and what they are made from.

    A row of ``figures`` is a month and its numbers under ``heads``.
    """

    ending: str
    chart: Chart
    heads: tuple[str, ...]
    figures: tuple[tuple[str, ...], ...]
    reasons: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class HoursAccount:
    """The hours of a period, counted to before ``counted_end``.

    ``months`` end there; ``ahead`` is the rest of the period, for which there is only a plan.
    ``unconfirmed`` are minutes of filled shifts before that day which nobody has confirmed, and
    ``elsewhere`` are worked minutes that others pay for, which stand in no other number.
    ``foresight`` is of the calendar year in which the counted part ends.
    ``clock_changes`` are the days of the counted part that are not 24 hours long.
    """

    case_number: str
    period: Period
    made_on: dt.date
    months: tuple[MonthHours, ...]
    ahead: Hours | None = None
    ahead_part: Period | None = None
    unconfirmed: int = 0
    elsewhere: int = 0
    helpers: tuple[HelperHours, ...] = ()
    grants: tuple[GrantInForce, ...] = ()
    year: int = 0
    year_kinds: tuple[YearToDate, ...] = ()
    year_end: dt.date | None = None
    clock_changes: tuple[dt.date, ...] = ()
    foresight: Foresight | None = None

    @property
    def help(self) -> Hours:
        """The hours of help of all counted months."""
        return summed(month.help for month in self.months)
