"""Grants that were decided after days they count from: what of the past they change."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from bpa_desktop.domain.granted import granted
from bpa_desktop.domain.period import Period
from bpa_desktop.domain.rates import after

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from bpa_desktop.domain.grant import Grant


class MonthGranted(NamedTuple):
    """A month by its first day, and the minutes granted in it before and after a decision."""

    first: dt.date
    before: int
    after: int

    @property
    def more(self) -> int:
        """By how many minutes it is more; below zero for less."""
        return self.after - self.before


class LateGrant(NamedTuple):
    """A grant, the day of the decision, and the months that were over by then and change."""

    grant: Grant
    decided: dt.date
    months: tuple[MonthGranted, ...]


def late_grants(grants: Iterable[Grant], today: dt.date) -> tuple[LateGrant, ...]:
    """Every grant that counts from before it was decided and changes the hours of a month.

    A month counts that was over when the decision was made, or when it came where only that is
    written. Before is what the grants decided until then give: one that ends on the day before is
    taken to have gone on. In the order in which they were decided.
    """
    known = sorted(grants, key=lambda one: (decided_on(one) or one.valid_from, one.id))
    found = (_late(one, known[:place], today) for place, one in enumerate(known))
    return tuple(one for one in found if one is not None and one.months)


def decided_on(grant: Grant) -> dt.date | None:
    """The day of the decision, else that on which it came; ``None`` where neither is written."""
    return grant.decision_date or grant.received_date


def _late(grant: Grant, earlier: Sequence[Grant], today: dt.date) -> LateGrant | None:
    decided = decided_on(grant)
    if decided is None or decided <= grant.valid_from:
        return None
    end = min(decided, today, after(grant.valid_to) if grant.valid_to else dt.date.max)
    found = _months(grant, earlier, end, min(decided, today))
    return LateGrant(grant, decided, tuple(one for one in found if one.more))


def _months(
    grant: Grant, earlier: Sequence[Grant], end: dt.date, known: dt.date
) -> Iterator[MonthGranted]:
    if end <= grant.valid_from:
        return
    before = [_gone_on(one, grant) for one in earlier]
    for part in Period(grant.valid_from.replace(day=1), end).months():
        month = _whole(part.first)
        if month.end <= known:
            was, now = (_minutes(those, month) for those in (before, [*earlier, grant]))
            yield MonthGranted(month.first, was, now)


def _minutes(grants: Sequence[Grant], month: Period) -> int:
    return sum(granted(grants, month.first, month.end).values())


def _gone_on(one: Grant, grant: Grant) -> Grant:
    """The earlier grant as it was before: without the end that the new one gave it."""
    was_ended = one.valid_to is not None and after(one.valid_to) == grant.valid_from
    return replace(one, valid_to=None) if was_ended else one


def _whole(day: dt.date) -> Period:
    first = day.replace(day=1)
    return Period(first, (first + dt.timedelta(days=31)).replace(day=1))
