"""Writes finished files into a folder: all of them or none."""

from __future__ import annotations

import errno
import os
import time
from contextlib import suppress
from typing import TYPE_CHECKING, Final

from bpa_desktop.errors import N_, BpaError
from bpa_desktop.storage.refusals import FolderUnwritable

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

_FULL: Final = frozenset({errno.ENOSPC, errno.EDQUOT})
_LEFT_SECONDS: Final = 600
"""No writing takes so long: what is older was left by a program that was killed."""


class NoRoom(BpaError):
    """There is no room for the files."""

    sentence = N_("The disk is full. Make room and try again. No file was made.")


def write_all(contents: Mapping[str, bytes], folder: Path) -> tuple[Path, ...]:
    """Write ``contents`` by file name into ``folder``: all of them or, when it is refused, none.

    Files of the same names are replaced. A program that is killed leaves whole files alone by
    their names; what it had begun is swept out the next time. Raises ``FolderUnwritable`` or
    ``NoRoom``.
    """
    halves = {folder / name: folder / f".{name}.bpa-half" for name in contents}
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _sweep(folder)
        for path, half in halves.items():
            _write(half, contents[path.name])
        _put_in_place(halves)
    except OSError as error:
        raise (NoRoom if error.errno in _FULL else FolderUnwritable) from error
    finally:
        for half in halves.values():
            with suppress(OSError):
                half.unlink()
    return tuple(halves)


def _write(path: Path, content: bytes) -> None:
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _put_in_place(halves: Mapping[Path, Path]) -> None:
    """Give every file its name; where one is refused, the others become what they were."""
    before = {path: path.read_bytes() if path.is_file() else None for path in halves}
    placed: list[Path] = []
    try:
        for path, half in halves.items():
            half.replace(path)
            placed.append(path)
    except OSError:
        for path in placed:
            with suppress(OSError):
                _restore(path, before[path])
        raise


def _restore(path: Path, content: bytes | None) -> None:
    if content is None:
        path.unlink()
    else:
        path.write_bytes(content)


def _sweep(folder: Path) -> None:
    """Take away what a program that was killed had begun to write."""
    latest = time.time() - _LEFT_SECONDS
    for half in folder.glob(".*.bpa-half"):
        with suppress(OSError):
            if half.stat().st_mtime < latest:
                half.unlink()
