"""Writes finished files into a folder: all of them or none."""

from __future__ import annotations

import errno
import os
from contextlib import suppress
from typing import TYPE_CHECKING, Final

from bpa_desktop.errors import N_, BpaError
from bpa_desktop.storage.refusals import FolderUnwritable

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

_FULL: Final = frozenset({errno.ENOSPC, errno.EDQUOT})


class NoRoom(BpaError):
    """There is no room for the files."""

    sentence = N_("The disk is full. Make room and try again. No file was made.")


def write_all(contents: Mapping[str, bytes], folder: Path) -> tuple[Path, ...]:
    """Write ``contents`` by file name into ``folder``: all of them or, when it is refused, none.

    Files of the same names are replaced. Raises ``FolderUnwritable`` or ``NoRoom``.
    """
    halves = {folder / name: folder / f".{name}.half" for name in contents}
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for path, half in halves.items():
            _write(half, contents[path.name])
        for path, half in halves.items():
            half.replace(path)
    except OSError as error:
        for half in halves.values():
            with suppress(OSError):
                half.unlink()
        raise (NoRoom if error.errno in _FULL else FolderUnwritable) from error
    return tuple(halves)


def _write(path: Path, content: bytes) -> None:
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
