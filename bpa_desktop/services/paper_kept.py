"""The findings of a period that were kept, as papers tell of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bpa_desktop.documents.kept_points import KeptPoint
from bpa_desktop.domain.clock import day_of, instant
from bpa_desktop.domain.kept_finding import kept_as
from bpa_desktop.services.checking import findings_between
from bpa_desktop.services.keeping_findings import kept_of

if TYPE_CHECKING:
    import datetime as dt

    from bpa_desktop.domain.kept_finding import KeptFinding
    from bpa_desktop.domain.period import Period
    from bpa_desktop.services.paper_scope import Scope


def kept_points(scope: Scope, part: Period) -> tuple[KeptPoint, ...]:
    """Every decision that still holds for something the rules find on a day of ``part``.

    Helpers are called as in the package, and what was written is cleaned as in all papers.
    """
    kept = tuple(one for one in kept_of(scope.session) if part.first <= day_for(one) < part.end)
    if not kept:
        return ()
    found = findings_between(scope.session, part.first, part.end)
    holding = {one.id for one in (kept_as(each, kept) for each in found) if one is not None}
    return tuple(_point(scope, one) for one in kept if one.id in holding)


def day_for(one: KeptFinding) -> dt.date:
    """The day the decision belongs to: the last one of its window, whose end is not in it."""
    return day_of(max(instant(one.window_start), instant(one.window_end) - 1))


def _point(scope: Scope, one: KeptFinding) -> KeptPoint:
    return KeptPoint(
        day=day_for(one),
        code=one.code,
        who=scope.naming.short(one.helper),
        reason=scope.naming.clean(one.reason),
    )
