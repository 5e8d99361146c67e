"""What is noted on the record a letter is about, once the letter is sent."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from bpa_desktop.domain.application import Application
from bpa_desktop.domain.complaint import Complaint, Outcome
from bpa_desktop.domain.decision import Decision
from bpa_desktop.domain.handover import Handover
from bpa_desktop.domain.hospital_stay import HospitalStay
from bpa_desktop.domain.inquiry import Inquiry
from bpa_desktop.domain.instruction import Course
from bpa_desktop.domain.letter import LetterKind
from bpa_desktop.domain.trip import Trip
from bpa_desktop.services.letter_facts import (
    complaint_of,
    goes_to_new,
    is_end,
    relocation_of,
    trip_of,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bpa_desktop.domain.record import Record
    from bpa_desktop.services.letter_facts import Ground
    from bpa_desktop.storage.records import Operation

_DAY: Final[Mapping[LetterKind, tuple[tuple[type[Record], str], ...]]] = {
    LetterKind.COMPLAINT: ((Complaint, "sent_on"),),
    LetterKind.HEARING: ((Inquiry, "answered_on"),),
    LetterKind.PAPERS: ((Inquiry, "answered_on"),),
    LetterKind.HOLIDAY: ((Trip, "applied_on"), (Application, "sent_on")),
    LetterKind.COURSE: ((Course, "applied_on"), (Application, "sent_on")),
    LetterKind.APPLICATION: ((Application, "sent_on"),),
    LetterKind.HANDOVER: ((Handover, "told_on"),),
    LetterKind.HOSPITAL: ((HospitalStay, "told_on"),),
}
"""The day that each kind of letter is the answer to, by the record it stands on."""


def note_sent(ground: Ground, operation: Operation, kind: LetterKind) -> None:
    """Write today on the record that ``kind`` is about, where no day stands there yet."""
    for record_type, field in _DAY.get(kind, ()):
        _write(ground, operation, ground.record(record_type), field)
    if kind is LetterKind.HOLIDAY:
        _write(ground, operation, trip_of(ground), "applied_on")
    if kind is LetterKind.STANDS:
        _stood(ground, operation)
    if kind is LetterKind.COMPLAINT:
        _complained(ground, operation)
    move = relocation_of(ground) if kind is LetterKind.MOVING else None
    if move is not None:
        field = "new_told_on" if goes_to_new(move) else "old_told_on"
        _write(ground, operation, move, field)


def _stood(ground: Ground, operation: Operation) -> None:
    """The answer is given; a complaint that is at an end is taken back with it."""
    found = complaint_of(ground)
    if found is not None and is_end(ground) and found.is_open:
        found = replace(found, outcome=Outcome.WITHDRAWN)
        operation.save(found)
    _write(ground, operation, found, "stands_told_on")


def _complained(ground: Ground, operation: Operation) -> None:
    """A letter over a decision is the complaint: the one that was begun, else a new one."""
    decision = ground.record(Decision)
    if decision is None:
        return
    known = ground.session.records.where(Complaint, decision=decision.id)
    begun = next((one for one in known if one.sent_on is None and one.is_open), None)
    if begun is not None:
        _write(ground, operation, begun, "sent_on")
    elif not any(one.is_open for one in known):
        operation.save(Complaint(decision=decision.id, sent_on=ground.session.today))


def _write(ground: Ground, operation: Operation, found: Record | None, field: str) -> None:
    if found is None or getattr(found, field) is not None:
        return
    day: dict[str, Any] = {field: ground.session.today}
    operation.save(replace(found, **day))
