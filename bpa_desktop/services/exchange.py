"""Data in and out: everything in a file as one JSON text, and back, all or nothing."""

from __future__ import annotations

import os
import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from bpa_desktop.domain.record import field_named
from bpa_desktop.errors import N_, BpaError
from bpa_desktop.i18n import _
from bpa_desktop.services.catalogue import KINDS, TYPES, kind_named
from bpa_desktop.storage import interchange
from bpa_desktop.storage.refusals import (
    FileExists,
    FileIsFolder,
    FileMissing,
    FolderUnwritable,
    reading_files,
    writing_files,
)
from bpa_desktop.storage.schema import schema

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from bpa_desktop.domain.record import Field, Problem, Value
    from bpa_desktop.services.session import Session
    from bpa_desktop.storage.interchange import Fault

_SINGLE: Final = frozenset(kind.name for kind in KINDS if kind.single)
_OWN: Final = 0o600
"""Only the user may read what is not encrypted, where the system knows users."""
_PLACE: Final = re.compile(r"\[(\d+)\]$")


class DataFileExists(FileExists):
    """The export would replace a file that is no export."""

    sentence = N_("There is another file with that name. Choose another name for the export.")


class TooMuchData(BpaError):
    """The data file is far larger than any export."""

    sentence = N_("The data file is too large: at most {most} MB can be read.")


MOST_MEGABYTES: Final = 500
_BYTES_PER_MEGABYTE: Final = 1_000_000


@dataclass(frozen=True)
class ImportReport:
    """What an import did, by the name of the record type.

    ``counts`` is how many records stood in the data; ``added`` and ``changed`` are those that
    were not there before, or were different.
    """

    counts: Mapping[str, int]
    added: Mapping[str, int]
    changed: Mapping[str, int]


def export_text(session: Session) -> str:
    """Everything in the file as the text of an interchange file, attachments too."""
    return interchange.dump(session.records)


def export_to(session: Session, target: Path) -> None:
    """Write everything in the file, unencrypted, to ``target``; an older export is replaced.

    Never leaves half an export behind. Raises ``DataFileExists`` when another file is there.
    """
    text = export_text(session)
    half = target.with_name(f".{target.name}.half")
    with writing_files(FolderUnwritable):
        if target.exists() and not _is_export(target):
            raise DataFileExists
        try:
            half.unlink(missing_ok=True)
            half.touch(mode=_OWN, exist_ok=False)
            with half.open("w", encoding="utf-8", newline="\n") as file:
                file.write(text)
                file.flush()
                os.fsync(file.fileno())
            half.replace(target)
        finally:
            half.unlink(missing_ok=True)


def _is_export(path: Path) -> bool:
    if not path.is_file():
        return False
    with path.open("rb") as file:
        start = file.read(100)
    return (
        start.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"{")
        and interchange.FORMAT.encode() in start
    )


def read_data(path: Path) -> bytes:
    """What stands in a data file; raises a ``BpaError`` when it cannot be read."""
    if path.is_dir():
        raise FileIsFolder
    if not path.is_file():
        raise FileMissing
    with reading_files():
        if path.stat().st_size > MOST_MEGABYTES * _BYTES_PER_MEGABYTE:
            raise TooMuchData(most=MOST_MEGABYTES)
        return path.read_bytes()


def import_data(session: Session, data: bytes) -> ImportReport:
    """Bring the records of an interchange file in: all of them as one action, or none.

    A record whose id is there already replaces the one that is there; the others stay. Raises
    ``interchange.Faulty`` with every fault, or another ``BpaError`` that says what the data is.
    """
    held = [(name, one.id) for name, kind in TYPES.items() for one in session.records.all(kind)]
    records, contents = interchange.load_all(data, TYPES, _SINGLE, held)
    with session.operation(N_("Imported a data file")) as operation:
        for content in contents:
            operation.keep(content)
        operation.save_all(records)
    before = set(held)
    changed = [(change.record_type, change.record_id) for change in operation.changes]
    return ImportReport(
        counts=Counter(record.type_name for record in records),
        added=Counter(key[0] for key in changed if key not in before),
        changed=Counter(key[0] for key in changed if key in before),
    )


def json_schema() -> dict[str, Any]:
    """The JSON Schema of the interchange file."""
    return schema(TYPES)


def faults_of(error: BpaError) -> tuple[str, ...]:
    """One line for each fault behind ``error``, in the language in use; empty for other errors."""
    if isinstance(error, interchange.Faulty):
        return tuple(fault_text(fault) for fault in error.faults)
    return ()


def fault_text(fault: Fault) -> str:
    """Which record, which field and why: ``Vagt v12, planned_end (Planlagt slut): …``."""
    parts = [_whose(fault), _which(fault)]
    where = ", ".join(part for part in parts if part)
    reason = _reason(fault.problem)
    return f"{where}: {reason}" if where else reason


def _whose(fault: Fault) -> str:
    if fault.type_name not in TYPES:
        return fault.type_name
    kind = kind_named(fault.type_name)
    return f"{_(kind.one)} {fault.record}" if fault.record else _(kind.many)


def _which(fault: Fault) -> str:
    path = fault.problem.field
    label = _label(fault.type_name, path) if path else ""
    return f"{path} ({label})" if label else path


def _label(type_name: str, path: str) -> str:
    """The words a form has for the field; empty for one that no form has."""
    held: type[Value] | None = TYPES.get(type_name)
    label = ""
    for part in path.split("."):
        field = _field(held, _PLACE.sub("", part))
        if field is None:
            return ""
        held, label = field.kind, _(field.about.label)
    return label


def _field(kind: type[Value] | None, name: str) -> Field | None:
    try:
        return None if kind is None else field_named(kind, name)
    except (KeyError, TypeError):
        return None


def _reason(problem: Problem) -> str:
    values = dict(problem.values)
    if values.get("target") in TYPES:
        values["target"] = _(kind_named(str(values["target"])).one)
    return _(problem.reason).format(**values)
