"""The values of the absence overview: kinds, days and hours, and who covered; never causes."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Final

from bpa_desktop.documents.absence_overview import AbsenceOverview, KindTotal, Spell
from bpa_desktop.domain.absence import AbsenceKind
from bpa_desktop.domain.away import losses
from bpa_desktop.domain.clock import MINUTES_PER_DAY, days_span, overlap
from bpa_desktop.domain.people import Position
from bpa_desktop.domain.stints import WORKED
from bpa_desktop.services.reading import absences, helpers, stints

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from bpa_desktop.domain.absence import Absence
    from bpa_desktop.domain.away import Loss
    from bpa_desktop.domain.period import Period
    from bpa_desktop.services.paper_scope import Scope

_NOBODY: Final = ""
_ONE_DAY: Final = dt.timedelta(days=1)

Cover = Counter[str]
"""Minutes by the id of the helper who covered them; nobody's are uncovered."""


def absence_values(scope: Scope, period: Period) -> AbsenceOverview:
    """Every absence of ``period``, by helper and day, with its planned shifts."""
    found = _found(scope, period)
    order = scope.naming.order
    ordered = sorted(found, key=lambda one: (order[one[0].helper], one[0].first_day, one[0].id))
    return AbsenceOverview(
        case_number=scope.case_number,
        period=period,
        made_on=scope.today,
        spells=tuple(_spell(scope, period, absence, cover) for absence, cover in ordered),
        totals=tuple(_totals(scope, period, found)),
    )


def kind_totals(scope: Scope, period: Period) -> tuple[KindTotal, ...]:
    """The sums by kind of every absence of ``period``, the most hours first."""
    return tuple(_totals(scope, period, _found(scope, period)))


def _found(scope: Scope, period: Period) -> list[tuple[Absence, Cover]]:
    rows = stints(scope.session, period.first, period.end)
    away = absences(scope.session, period.first, period.end)
    holders = {row[0]: (row[1], row[4]) for row in rows}
    window = days_span(period.first, period.end)
    covers: dict[str, Cover] = defaultdict(Counter)
    for loss in losses(rows, away, scope.today):
        inside = overlap((loss.start, loss.end), window)
        if inside:
            covers[loss.absence.id][_coverer(loss, *holders[loss.shift])] += inside[1] - inside[0]
    return [(absence, covers[absence.id]) for absence in away if _days(absence, period, scope)]


def _coverer(loss: Loss, holder: str | None, state: str) -> str:
    """Who has the shift; nobody when it is still the absent helper's and was not worked."""
    if holder is None or (holder == loss.helper and state != WORKED):
        return _NOBODY
    return holder


def _days(absence: Absence, period: Period, scope: Scope) -> int:
    """Calendar days; with clock times every begun 24 hours, so that a night is one day."""
    first, last = _ends(absence, period, scope)
    if _is_timed(absence):
        inside = overlap(absence.span(scope.today), days_span(period.first, period.end))
        return -((inside[0] - inside[1]) // MINUTES_PER_DAY) if inside else 0
    return max(0, (last - first).days + 1)


def _is_timed(absence: Absence) -> bool:
    return absence.from_time is not None or absence.to_time is not None


def _ends(absence: Absence, period: Period, scope: Scope) -> tuple[dt.date, dt.date]:
    last = absence.last_day or max(scope.today, absence.first_day)
    return max(absence.first_day, period.first), min(last, period.last)


def _spell(scope: Scope, period: Period, absence: Absence, cover: Cover) -> Spell:
    first, last = _ends(absence, period, scope)
    order = scope.naming.order
    people = sorted((one for one in cover if one != _NOBODY), key=lambda one: order[one])
    return Spell(
        helper=scope.naming.of(absence.helper),
        kind=absence.kind,
        first=first,
        last=last,
        days=_days(absence, period, scope),
        is_open=absence.last_day is None,
        is_part_of_day=_is_timed(absence),
        lost=cover.total(),
        covered=tuple((scope.naming.short(person), cover[person]) for person in people),
        uncovered=cover[_NOBODY],
    )


def _totals(
    scope: Scope, period: Period, found: Sequence[tuple[Absence, Cover]]
) -> Iterator[KindTotal]:
    fixed = {one.id for one in helpers(scope.session) if one.position is Position.PERMANENT}
    for kind in AbsenceKind:
        own = [pair for pair in found if pair[0].kind is kind]
        if own:
            cover = _summed(cover for _absence, cover in own)
            permanent = sum(cover[person] for person in cover if person in fixed)
            yield KindTotal(
                kind=kind,
                spells=len(own),
                days=sum(_days(absence, period, scope) for absence, _cover in own),
                lost=cover.total(),
                by_permanent=permanent,
                by_substitutes=cover.total() - permanent - cover[_NOBODY],
                uncovered=cover[_NOBODY],
            )


def _summed(covers: Iterable[Cover]) -> Cover:
    total: Cover = Counter()
    for cover in covers:
        total.update(cover)
    return total
