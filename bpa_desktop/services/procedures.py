"""Work procedures: a new version from the last one, and the pictures that belong to a version."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, NamedTuple

from bpa_desktop.domain.instruction import Instruction
from bpa_desktop.domain.instruction_needs import ordered
from bpa_desktop.domain.procedure import Procedure, ProcedurePicture, ProcedureVersion
from bpa_desktop.errors import N_, BpaError
from bpa_desktop.i18n import _, ngettext
from bpa_desktop.services import keeping
from bpa_desktop.services.attachments import AttachmentGone, read_attachment
from bpa_desktop.services.teaching import teaching

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence
    from pathlib import Path

    from bpa_desktop.domain.aid import Aid
    from bpa_desktop.domain.record import Record
    from bpa_desktop.services.session import Session
    from bpa_desktop.storage.contents import Content

PICTURES: tuple[str, ...] = ("*.jpg", "*.jpeg", "*.png", "*.webp")
"""The names of files that can stand in a procedure."""


class NotAPicture(BpaError):
    """A PDF, which can be kept with a voucher and not stand in a text."""

    sentence = N_("Only pictures (JPEG, PNG, WebP) can stand in a work procedure.")


def find_procedure(session: Session, procedure_id: str) -> Procedure | None:
    """The procedure with that id, if it is still there."""
    return next(iter(session.records.with_ids(Procedure, [procedure_id])), None)


def versions_of(session: Session, procedure_id: str) -> list[ProcedureVersion]:
    """The versions of a procedure from the first to the last."""
    return ordered(session.records.where(ProcedureVersion, procedure=procedure_id))


def new_version(session: Session, procedure: Procedure) -> dict[str, Any]:
    """What the form of a new version begins with: today, and the text of the last one."""
    known = versions_of(session, procedure.id)
    begun = {"procedure": procedure.id, "valid_from": session.today}
    return {**begun, "words": known[-1].words} if known else begun


def keep_version(session: Session, record: Record) -> str:
    """Save a version and say who must be instructed again.

    A new one takes over the pictures of the version before it, in the same action.
    """
    is_new = isinstance(record, ProcedureVersion) and not record.id
    before = _before(session, record) if isinstance(record, ProcedureVersion) and is_new else None
    kept = pictures_of(session, before) if before is not None else ()
    message = N_("add {what}") if is_new else N_("change {what}")
    what = keeping.told(session, record)
    with session.operation(message, what=what) as operation:
        saved = operation.save(record)
        operation.save_all(replace(one, id="", version=saved.id) for one in kept)
    said = _("Saved: {what}.").format(what=what)
    return " ".join(filter(None, (said, _again(session, saved))))


def _before(session: Session, version: ProcedureVersion) -> ProcedureVersion | None:
    known = versions_of(session, version.procedure)
    earlier = [one for one in known if one.valid_from <= version.valid_from]
    return earlier[-1] if earlier else None


def _again(session: Session, saved: Record) -> str:
    """How many must be instructed again by the version that holds now; empty for nobody."""
    procedure = getattr(saved, "procedure", "")
    found = [
        one
        for one in teaching(session).lacking
        if one.again and one.topic.key == (Procedure.type_name, procedure)
    ]
    if not found:
        return ""
    return ngettext(
        "{n} helper must be instructed again.",
        "{n} helpers must be instructed again.",
        len(found),
    )


def pictures_of(session: Session, version: ProcedureVersion) -> tuple[ProcedurePicture, ...]:
    """The pictures of a version, in the order in which they were added."""
    return session.records.where(ProcedurePicture, version=version.id)


def read_picture(path: Path) -> Content:
    """The picture at ``path``, cleaned; raises a ``BpaError`` that says why it cannot be.

    It needs nothing else, so it may run on a thread.
    """
    content = read_attachment(path)
    if not content.media_type.startswith("image/"):
        raise NotAPicture
    return content


def keep_picture(session: Session, record: Record, content: Content) -> str:
    """Save a picture with its words and what it shows, and say so."""
    what = keeping.told(session, record)
    with session.operation(N_("add {what}"), what=what) as operation:
        operation.save(_with_content(record, operation.keep(content)))
    return _("The picture is added: {what}.").format(what=what)


def _with_content(record: Record, content_id: str) -> ProcedurePicture:
    if not isinstance(record, ProcedurePicture):
        raise TypeError(record)
    return replace(record, attachment=content_id)


def content_of(session: Session, picture: ProcedurePicture) -> Content:
    """What is kept for the picture; raises ``AttachmentGone`` when it is not in the file."""
    found = session.records.contents.find(picture.attachment)
    if found is None:
        raise AttachmentGone
    return found


def aids_of(session: Session, procedure: Procedure) -> list[Aid]:
    """The aids the procedure uses, in its own order."""
    known = {one.id: one for one in teaching(session).aids}
    return [known[used.aid] for used in procedure.aids if used.aid in known]


class OtherVersion(NamedTuple):
    """A version that does not hold today: its last day is before ``end``.

    ``end`` is None for the last one; ``coming`` is whether it is not in force yet.
    """

    version: ProcedureVersion
    end: dt.date | None
    coming: bool


def other_versions(session: Session, procedure: Procedure) -> list[OtherVersion]:
    """Every version of a procedure but the one that holds, the newest first."""
    known = versions_of(session, procedure.id)
    holds = teaching(session).version_on(procedure.id)
    ends = [*(one.valid_from for one in known[1:]), None]
    found = [
        OtherVersion(one, end, one.valid_from > session.today)
        for one, end in zip(known, ends, strict=True)
        if holds is None or one.id != holds.id
    ]
    return found[::-1]


def instructed_in(session: Session, version: ProcedureVersion) -> Sequence[Instruction]:
    """Who was instructed in that version, the first first."""
    found = session.records.where(Instruction, version=version.id)
    return sorted(found, key=lambda one: (one.given_on, one.id))
