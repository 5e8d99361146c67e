"""What keeps the data safe when a computer breaks: a backup, and the recovery key on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bpa_desktop.documents import recovery_sheet
from bpa_desktop.documents.pdf import render
from bpa_desktop.documents.recovery_sheet import RecoverySheet
from bpa_desktop.storage import keys
from bpa_desktop.storage.refusals import FolderUnwritable, writing_files

if TYPE_CHECKING:
    import datetime as dt
    from pathlib import Path

    from bpa_desktop.services.session import Session

_OWN: Final = 0o600
"""Only the user may read it, where the system knows users."""


def backup(session: Session, target: Path) -> Path:
    """Copy the whole file, still encrypted and with the same key, and say where it lies.

    ``target`` is the name of the copy, or a folder, in which it is named after the file and the
    day. Attachments are in it, but for those that nothing can lead back to. The copy is read
    through before it counts. An older copy of the same file is replaced; raises ``FileExists`` for
    any other file and ``OwnFile`` for the open one.
    """
    own = session.file.path
    if not session.read_only:
        session.records.contents.drop_unused()
    if target.is_dir():
        target = target / f"{own.stem}_{session.today.isoformat()}{own.suffix}"
    session.file.copy_to(target)
    return target


def sheet(recovery_key: str, path: Path, made_on: dt.date) -> RecoverySheet:
    """What stands on the paper with the recovery key of the file at ``path``."""
    groups = keys.groups(recovery_key)
    return RecoverySheet(groups=groups, file_name=path.name, made_on=made_on)


def print_sheet(page: RecoverySheet, target: Path) -> None:
    """Write the paper with the recovery key as a PDF of one page; raises ``FileExists``."""
    content = render(recovery_sheet.document(page))
    with writing_files(FolderUnwritable):
        target.touch(mode=_OWN, exist_ok=False)
        try:
            target.write_bytes(content)
        except OSError:
            target.unlink()
            raise
