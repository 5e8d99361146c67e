"""What is left of each record when a person is deleted: hours and amounts, and nobody's name.

What belongs to the person alone goes. Shifts, rates, payslips and G-days stay, since accounts rest
on them, without a word of text. What belongs to others as well stays without the name.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final, TypeVar

from bpa_desktop.domain.absence import AbsenceKind
from bpa_desktop.domain.closed_month import ClosedMonth
from bpa_desktop.domain.helper_refs import HELPER, refers_itself
from bpa_desktop.domain.meeting import MeetingPoint, Section
from bpa_desktop.domain.people import Helper
from bpa_desktop.domain.record import Value, fields_of
from bpa_desktop.domain.scheme import Scheme

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Mapping

    from bpa_desktop.domain.absence import Absence
    from bpa_desktop.domain.agreed_task import AgreedTask
    from bpa_desktop.domain.kept_finding import KeptFinding
    from bpa_desktop.domain.own_rate import OwnRate
    from bpa_desktop.domain.payslip import Payslip
    from bpa_desktop.domain.record import Record
    from bpa_desktop.domain.roster import Shift
    from bpa_desktop.domain.traces import Traces
    from bpa_desktop.domain.workplace_event import WorkplaceEvent

V = TypeVar("V", bound=Value)

NOTHING_SAID: Final = "–"
"""Stands where a text was that must not be empty."""


@dataclass(frozen=True, kw_only=True)
class Erasure:
    """One deletion.

    ``type_name`` and ``id`` are the record of the person, a helper or an applicant. ``name`` is
    how they are spoken of from now on, ``called`` how the journal spoke of them, ``on`` the day.
    Absences that ended before ``absences_from`` go; of later ones the kind goes.
    """

    type_name: str
    id: str
    name: str
    called: tuple[str, ...]
    on: dt.date
    traces: Traces
    absences_from: dt.date

    @property
    def is_helper(self) -> bool:
        """Whether it is a helper, of whom the hours are left."""
        return self.type_name == HELPER


def remains(record: Record, erasure: Erasure) -> Record | None:
    """What is left of ``record``; ``None`` when nothing is.

    A record that does not tell of the person comes back as it is.
    """
    if (record.type_name, record.id) == (erasure.type_name, erasure.id):
        return _former(record, erasure) if isinstance(record, Helper) else None
    if _is_theirs(record, erasure):
        keep = _KEPT.get(record.type_name)
        if keep is None:
            return None if _belongs(record) else _cleaned(_let_go(record, erasure), erasure)
        kept = keep(record, erasure)
        return None if kept is None else _cleaned(kept, erasure)
    return _others(record, erasure)


def _is_theirs(record: Record, erasure: Erasure) -> bool:
    """Whether a field of the record itself names the helper."""
    fields = refers_itself(type(record)) if erasure.is_helper else ()
    return any(getattr(record, field.name) == erasure.id for field in fields)


def _belongs(record: Record) -> bool:
    """Whether the record cannot be without a helper, or is kept of one only."""
    return record.type_name in _PERSONAL or any(one.required for one in refers_itself(type(record)))


_PERSONAL: Final = frozenset({"applicant", "own_text", "helper_sheet"})
"""What may be without a helper, but is about this one alone when it has one."""


def _let_go(record: Record, erasure: Erasure) -> Record:
    names = [one.name for one in refers_itself(type(record))]
    gone: dict[str, Any] = {name: None for name in names if getattr(record, name) == erasure.id}
    return replace(record, **gone)


def _former(helper: Helper, erasure: Erasure) -> Helper:
    """The record that holds the hours together; seniority and pension tell how they were paid."""
    blank = Helper(
        id=helper.id,
        first_name=erasure.name,
        position=helper.position,
        seniority_date=helper.seniority_date,
        pension_date=helper.pension_date,
        employments=helper.employments,
        erased_on=erasure.on,
    )
    number = "".join(one for one in erasure.name if one.isdigit())
    return replace(blank, initials=f"{erasure.name[:1]}{number}")


def _others(record: Record, erasure: Erasure) -> Record:
    if isinstance(record, Scheme):
        return record
    if isinstance(record, Helper):
        clean = erasure.traces.cleaned
        kin, able = (
            clean(one, erasure.name) for one in (record.next_of_kin, record.qualifications)
        )
        return replace(record, next_of_kin=kin, qualifications=able)
    if isinstance(record, MeetingPoint) and _is_about(record, erasure):
        return replace(record, heading=erasure.name, words="", checks=())
    if isinstance(record, ClosedMonth):
        return _corrected(record, erasure)
    return _cleaned(record, erasure)


def _is_about(point: MeetingPoint, erasure: Erasure) -> bool:
    """Whether the point is about this one person, so that nothing of it can stay."""
    texts = (point.heading, point.words)
    return point.section is Section.PERSON and any(map(erasure.traces.are_in, texts))


def _corrected(closed: ClosedMonth, erasure: Erasure) -> ClosedMonth:
    """A correction that names the person may tell why they were away: only that it was stays."""
    corrections = tuple(
        replace(one, what=erasure.name) if erasure.traces.are_in(one.what) else one
        for one in closed.corrections
    )
    return replace(closed, corrections=corrections)


def _cleaned(value: V, erasure: Erasure) -> V:
    """``value`` with the person's name taken out of every free text in it."""
    changed: dict[str, Any] = {}
    for field in fields_of(type(value)):
        held = getattr(value, field.name)
        if field.many:
            new: Any = tuple(_clean_one(one, erasure, field.about.refers_to) for one in held)
        else:
            new = _clean_one(held, erasure, field.about.refers_to)
        if new != held:
            changed[field.name] = new
    return replace(value, **changed) if changed else value


def _clean_one(held: Any, erasure: Erasure, refers_to: str | None) -> Any:
    if isinstance(held, Value):
        return _cleaned(held, erasure)
    if type(held) is str and refers_to is None:
        return erasure.traces.cleaned(held, erasure.name)
    return held


def _shift(shift: Shift, _erasure: Erasure) -> Shift:
    return replace(shift, deviation="", note="")


def _absence(absence: Absence, erasure: Erasure) -> Absence | None:
    if absence.last_day is not None and absence.last_day < erasure.absences_from:
        return None
    return replace(absence, kind=AbsenceKind.OTHER, child_birth_date=None)


def _rate(rate: OwnRate, _erasure: Erasure) -> OwnRate:
    return replace(rate, source="")


def _payslip(payslip: Payslip, _erasure: Erasure) -> Payslip:
    return replace(payslip, explanation="")


def _as_it_is(record: Record, _erasure: Erasure) -> Record:
    return record


def _kept_finding(kept: KeptFinding, _erasure: Erasure) -> KeptFinding:
    return replace(kept, reason=NOTHING_SAID)


def _event(event: WorkplaceEvent, _erasure: Erasure) -> WorkplaceEvent:
    """That it happened is part of the workplace; to whom and what to them is not."""
    return replace(event, helper=None, at_time=None, words=NOTHING_SAID, prevention="")


def _task(task: AgreedTask, _erasure: Erasure) -> AgreedTask | None:
    """What was agreed in a talk goes with the talk."""
    return None if task.talk is not None else task


_KEPT: Final[Mapping[str, Callable[[Any, Erasure], Record | None]]] = {
    "shift": _shift,
    "absence": _absence,
    "own_rate": _rate,
    "payslip": _payslip,
    "unemployment_day": _as_it_is,
    "kept_finding": _kept_finding,
    "workplace_event": _event,
    "agreed_task": _task,
}
"""What is left of a record of the person that does not go as a whole."""
