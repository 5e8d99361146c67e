"""The shifts of a period as rows of a spreadsheet, with sums for each helper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bpa_desktop.documents.phrases import period_words
from bpa_desktop.documents.workbook import HelperSum, RosterLine, RosterSheet
from bpa_desktop.domain.clock import wall
from bpa_desktop.domain.roster import ShiftState
from bpa_desktop.i18n import _
from bpa_desktop.services.plan_papers import begins
from bpa_desktop.services.reading import shifts_at

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bpa_desktop.domain.period import Period
    from bpa_desktop.domain.roster import Shift
    from bpa_desktop.services.naming import Naming
    from bpa_desktop.services.paper_scope import Scope


def roster_sheet(scope: Scope, period: Period) -> RosterSheet:
    """Every shift that begins in ``period``; called-off ones too, but with no hours."""
    found = [
        shift
        for shift in shifts_at(scope.session, period.first, period.end)
        if period.first <= begins(shift).date() < period.end
    ]
    return RosterSheet(
        title=_("Roster {period}").format(period=period_words(period)),
        made_on=scope.today,
        lines=tuple(_line(scope.naming, shift) for shift in found),
        sums=tuple(_sums(scope.naming, found)),
    )


def _line(naming: Naming, shift: Shift) -> RosterLine:
    return RosterLine(
        start=begins(shift),
        end=wall(shift.actual[1]),
        minutes=0 if shift.state is ShiftState.CANCELLED else _minutes(shift),
        helper=naming.of(shift.helper),
        kind=_(shift.kind.label),
        state=_(shift.state.label),
        planned_start=shift.planned_start,
        planned_end=shift.planned_end,
        deviation=naming.clean(shift.deviation),
    )


def _minutes(shift: Shift) -> int:
    return shift.actual[1] - shift.actual[0]


def _sums(naming: Naming, found: Sequence[Shift]) -> Iterator[HelperSum]:
    """Each helper in order, then the unfilled shifts when there are any."""
    counted = [one for one in found if one.state is not ShiftState.CANCELLED]
    for helper in (*naming.order, None):
        own = [one for one in counted if one.helper == helper]
        if own:
            worked = (one for one in own if one.state is ShiftState.WORKED)
            yield HelperSum(
                helper=naming.of(helper) or _("Unfilled shifts"),
                shifts=len(own),
                minutes=sum(map(_minutes, own)),
                worked=sum(map(_minutes, worked)),
            )
