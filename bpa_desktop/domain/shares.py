"""What a sum of hours is the sum of: each record with its minutes."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from bpa_desktop.domain.away import losses
from bpa_desktop.domain.clock import days_span, overlap
from bpa_desktop.domain.coverage import gaps
from bpa_desktop.domain.granted import granted_by_grant
from bpa_desktop.domain.hours import NOBODY, OF_HELPERS, Measure
from bpa_desktop.domain.needs import asked
from bpa_desktop.domain.stints import CANCELLED, WORKED, actual

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator

    from bpa_desktop.domain.clock import Span
    from bpa_desktop.domain.hours import Ledger
    from bpa_desktop.domain.kinds import HourKind


class Share(NamedTuple):
    """A record and how many minutes of the sum are its own."""

    type_name: str
    id: str
    minutes: int


def shares(
    ledger: Ledger,
    measure: Measure,
    first: dt.date,
    end: dt.date,
    *,
    kind: HourKind | None = None,
    helper: str | None = None,
) -> list[Share]:
    """The records that make up ``measure`` from ``first`` to before ``end``; they add up to it.

    Of one kind or all, of one helper or all (``NOBODY``: unfilled). Planned and worked hours are
    shares of shifts, absent hours of absences, granted hours of grants. Uncovered hours are
    shares of the unfilled shifts that would fill them, and otherwise of the grant that asks for
    somebody. Raises ``ValueError`` for granted or uncovered hours of a helper: there are none.
    """
    if helper is not None and measure not in OF_HELPERS:
        raise ValueError(measure)
    if measure is Measure.GRANTED:
        return _summed(_granted(ledger, first, end, kind))
    if measure is Measure.UNCOVERED:
        return _summed(_uncovered(ledger, first, end, kind))
    if measure is Measure.ABSENT:
        return _summed(_absent(ledger, days_span(first, end), kind, helper))
    return _summed(_shifts(ledger, measure, days_span(first, end), kind, helper))


def _granted(
    ledger: Ledger, first: dt.date, end: dt.date, kind: HourKind | None
) -> Iterator[Share]:
    for grant, minutes in granted_by_grant(ledger.grants, first, end, kind).items():
        yield Share("grant", grant, minutes)


def _summed(pieces: Iterable[Share]) -> list[Share]:
    sums: dict[tuple[str, str], int] = defaultdict(int)
    for type_name, record, minutes in pieces:
        sums[type_name, record] += minutes
    return [Share(*record, minutes) for record, minutes in sums.items() if minutes]


def _shifts(
    ledger: Ledger, measure: Measure, window: Span, kind: HourKind | None, helper: str | None
) -> Iterator[Share]:
    for one in ledger.stints:
        if one[0] in ledger.elsewhere:
            continue
        counts = one[4] == WORKED if measure is Measure.WORKED else one[4] != CANCELLED
        if counts and kind in {None, one[3]} and helper in {None, one[1] or NOBODY}:
            span = actual(one) if measure is Measure.WORKED else (one[5], one[6])
            yield Share("shift", one[0], _inside(span, window))


def _absent(
    ledger: Ledger, window: Span, kind: HourKind | None, helper: str | None
) -> Iterator[Share]:
    own = (one for one in ledger.stints if one[0] not in ledger.elsewhere)
    for loss in losses(own, ledger.absences, ledger.today):
        if kind in {None, loss.kind} and helper in {None, loss.helper}:
            yield Share("absence", loss.absence.id, _inside((loss.start, loss.end), window))


def _uncovered(
    ledger: Ledger, first: dt.date, end: dt.date, kind: HourKind | None
) -> Iterator[Share]:
    asking = asked(ledger.grants, first, end)
    for gap in gaps(ledger.grants, ledger.cover, first, end):
        if kind not in {None, gap.kind}:
            continue
        length = gap.end - gap.start
        for shift in gap.shifts:
            yield Share("shift", shift, length)
        unasked = gap.missing - len(gap.shifts)
        if unasked:
            grant = next(
                one.grant
                for one in reversed(asking)
                if one.kind is gap.kind and one.start <= gap.start < one.end
            )
            yield Share("grant", grant, unasked * length)


def _inside(span: Span, window: Span) -> int:
    shared = overlap(span, window)
    return shared[1] - shared[0] if shared is not None else 0
