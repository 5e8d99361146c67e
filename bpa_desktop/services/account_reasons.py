"""Why used hours differ from granted ones, as far as the file tells: offered with their hours."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from bpa_desktop.documents.phrases import in_hours
from bpa_desktop.domain.absence import CHILD_KINDS, AbsenceKind
from bpa_desktop.domain.hospital import OFF, is_elsewhere, key_of
from bpa_desktop.domain.hospital_stay import Fate
from bpa_desktop.domain.hours import NOBODY, Measure, report
from bpa_desktop.domain.roster import ShiftState
from bpa_desktop.errors import N_
from bpa_desktop.i18n import _
from bpa_desktop.services.hospital_hours import decisions_by_shift
from bpa_desktop.services.hours_report import ledger
from bpa_desktop.services.reading import shifts_at

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from bpa_desktop.domain.hospital import ShiftKey
    from bpa_desktop.domain.hospital_stay import StayShift
    from bpa_desktop.domain.period import Period
    from bpa_desktop.domain.roster import Shift
    from bpa_desktop.services.session import Session

_HOSPITAL: Final = ("hospital", "indlagt", "indlæg", "sygehus")
"""A deviation in which one of these stands is about the citizen's stay in hospital."""
_FATES: Final = (
    (Fate.SENT_HOME, N_("Sent home"), N_("In hospital, helpers sent home: {hours}.")),
    (Fate.AGREED_OFF, N_("Agreed off"), N_("In hospital, helpers off by agreement: {hours}.")),
)
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
    decisions = decisions_by_shift(session)
    yield from _decided(shifts, decisions)
    rest = [one for one in shifts if not _is_told(decisions.get(key_of(one)))]
    hospital = [one for one in rest if _is_hospital(one)]
    yield _reason(_("Hospital"), _("Hospital: {hours} less."), _less(hospital))
    others = [one for one in rest if one.state is ShiftState.CANCELLED and not _is_hospital(one)]
    yield _reason(_("Shifts called off"), _("Shifts called off: {hours}."), _less(others))


def _decided(shifts: Iterable[Shift], decisions: Mapping[ShiftKey, StayShift]) -> Iterator[Reason]:
    """What was decided for each shift while the citizen was in hospital."""
    found = [(one, decisions[key_of(one)]) for one in shifts if key_of(one) in decisions]
    for fate, title, text in _FATES:
        off = [shift for shift, one in found if one.fate is fate]
        yield _reason(_(title), _(text), _less(off))
    paid = [shift for shift, one in found if is_elsewhere(one)]
    text = _("In hospital: {hours} paid by the region or others.")
    yield _reason(_("Paid by others"), text, sum(map(_used_of_worked, paid)))


def _is_told(one: StayShift | None) -> bool:
    return one is not None and (one.fate in OFF or is_elsewhere(one))


def _used_of_worked(shift: Shift) -> int:
    return _length(shift.actual) if shift.state is ShiftState.WORKED else 0


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
