"""Why used hours differ from granted ones, as far as the file tells: offered with their hours."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from bpa_desktop.documents.phrases import in_hours
from bpa_desktop.domain.absence import CHILD_KINDS, AbsenceKind
from bpa_desktop.domain.hours import NOBODY, Measure, report
from bpa_desktop.domain.roster import ShiftState
from bpa_desktop.i18n import _
from bpa_desktop.services.hours_report import ledger
from bpa_desktop.services.reading import shifts_at

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bpa_desktop.domain.period import Period
    from bpa_desktop.domain.roster import Shift
    from bpa_desktop.services.session import Session

_HOSPITAL: Final = ("hospital", "indlagt", "indlæg", "sygehus")
"""A deviation in which one of these stands is about the citizen's stay in hospital."""
_SICK: Final = (AbsenceKind.SICKNESS, *sorted(CHILD_KINDS))


class Reason(NamedTuple):
    """One reason and its minutes, above zero; ``words`` is a sentence that can stand alone."""

    title: str
    words: str
    minutes: int


def reasons(session: Session, counted: Period) -> tuple[Reason, ...]:
    """What is kept for the days of ``counted`` before today, the most hours first."""
    past = counted.until(session.today)
    if past is None:
        return ()
    found = [one for one in _found(session, past) if one.minutes > 0]
    return tuple(sorted(found, key=lambda one: -one.minutes))


def _found(session: Session, past: Period) -> Iterator[Reason]:
    everything = ledger(session, past.first, past.end)
    counted = report(everything, (past.first, past.end), with_cover=False)
    sick = sum(counted.absent(kind) for kind in _SICK)
    yield _reason(_("Sickness"), _("Sickness: {hours} of planned shifts."), sick)
    unfilled = counted.minutes(Measure.PLANNED, None, None, NOBODY)
    yield _reason(_("Unfilled shifts"), _("Unfilled shifts: {hours}."), unfilled)
    shifts = [one for one in shifts_at(session, past.first, past.end) if one.helper]
    hospital = [one for one in shifts if _is_hospital(one)]
    yield _reason(_("Hospital"), _("Hospital: {hours} less."), _less(hospital))
    called_off = [one for one in shifts if one.state is ShiftState.CANCELLED]
    known = {one.id for one in hospital}
    others = [one for one in called_off if one.id not in known]
    yield _reason(_("Shifts called off"), _("Shifts called off: {hours}."), _less(others))


def _reason(title: str, text: str, minutes: int) -> Reason:
    return Reason(title, text.format(hours=in_hours(minutes)), minutes)


def _is_hospital(shift: Shift) -> bool:
    said = shift.deviation.casefold()
    return any(word in said for word in _HOSPITAL)


def _less(shifts: Iterable[Shift]) -> int:
    """By how much the shifts became shorter than planned, called off ones by all of it."""
    return sum(_length(one.planned) - _used(one) for one in shifts)


def _used(shift: Shift) -> int:
    return 0 if shift.state is ShiftState.CANCELLED else _length(shift.actual)


def _length(span: tuple[int, int]) -> int:
    return span[1] - span[0]
