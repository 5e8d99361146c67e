"""One open file: its records, its lock, and how it is opened, made, copied and closed."""

from __future__ import annotations

import datetime as dt
import os
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from itertools import count
from typing import TYPE_CHECKING, Self

from bpa_desktop.errors import N_, BpaError
from bpa_desktop.storage import connection as connections
from bpa_desktop.storage import migrations
from bpa_desktop.storage.keys import PassphraseLikeKey
from bpa_desktop.storage.lock import WriteLock
from bpa_desktop.storage.pages import check_pages, companions, has_log, log_of, make_salt, salt_of
from bpa_desktop.storage.records import Records
from bpa_desktop.storage.refusals import (
    DiskFull,
    FileExists,
    FolderMissing,
    FolderReadOnly,
    FolderUnwritable,
    reading_files,
    writing_files,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from bpa_desktop.domain.record import Record
    from bpa_desktop.storage.connection import Connection
    from bpa_desktop.storage.keys import Key

    Types = Mapping[str, type[Record]]


class NotAScheme(BpaError):
    """The file opens, but holds nothing of ours."""

    sentence = N_("The file is empty or was not finished when it was made. Make a new one.")


class FromNewerVersion(BpaError):
    """A newer version of the program has changed the file."""

    sentence = N_(
        "The file was saved by a newer version of the program. You can read it here, "
        "but not change it. Install the newest version to go on."
    )


class FromMuchNewerVersion(BpaError):
    """A newer version has changed the file so much that this one cannot read it."""

    sentence = N_(
        "The file was saved by a newer version of the program, and this one cannot read it. "
        "Install the newest version. Nothing has been changed."
    )


class FromOlderVersion(BpaError):
    """The file must be brought up to date, but may not be changed."""

    sentence = N_(
        "The file was saved by an older version of the program. Open it once where it can be "
        "changed, so that it is brought up to date."
    )


class UpgradeFailed(BpaError):
    """A file from an older version could not be brought up to date."""

    sentence = N_(
        "The file could not be brought up to date with this version of the program. "
        "It is as it was: the older version can still open it."
    )


class OwnFile(BpaError):
    """A copy should lie where the file itself lies."""

    sentence = N_("A copy cannot replace the file itself. Choose another name or folder.")


@dataclass(eq=False, repr=False)
class BpaFile:
    """An open file. ``notice`` says why it is read-only, when nobody asked for that."""

    path: Path
    key: Key
    records: Records
    read_only: bool
    lock: WriteLock | None = None
    notice: BpaError | None = None
    is_closed: bool = False

    def close(self) -> None:
        """Close the file, whole and without leftovers beside it, and let others write."""
        if self.is_closed:
            return
        self.is_closed = True
        try:
            if self.read_only:
                self.records.connection.close()
                connections.tidy(self.path, self.key)
            else:
                self._settle()
        finally:
            if self.lock is not None:
                self.lock.release()

    def _settle(self) -> None:
        # What cannot be dropped now is dropped the next time.
        with suppress(BpaError):
            self.records.contents.drop_unused()
        # What cannot be folded in now waits safely in the log beside the file.
        with suppress(BpaError), connections.telling():
            connections.settle(self.records.connection)
        self.records.connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()

    def check(self) -> None:
        """Verify every page; raises ``FileDamaged``."""
        with connections.telling(self.records.connection, reading=True):
            check_pages(self.records.connection)

    def copy_to(self, target: Path) -> None:
        """Write a whole, checked copy; never leaves half a file behind.

        It has the same key and the same salt, so whoever keeps the key knows the copy too.
        Replaces an older copy of this file at ``target``; raises ``FileExists`` for any other
        file, and ``OwnFile`` for this one.
        """
        target, salt = target.resolve(), salt_of(self.path)
        if target.exists() and target.samefile(self.path):
            raise OwnFile
        if target.exists() and not _begins_with(target, salt):
            raise FileExists
        own = self.records.connection
        with _locked(target), _half(target) as half, connections.telling(own):
            # A damaged page would be copied as if it were empty.
            check_pages(own)
            copy = connections.create(half, self.key, salt)
            try:
                own.backup(copy)
                connections.settle(copy)
                check_pages(copy)
            finally:
                copy.close()


def _begins_with(path: Path, salt: bytes) -> bool:
    with reading_files(), path.open("rb") as file:
        return file.read(len(salt)) == salt


def make(path: Path, key: Key, types: Types) -> BpaFile:
    """Make a new file with all its tables; raises ``FileExists`` when there is one.

    Raises ``PassphraseLikeKey`` for a passphrase that later would be taken for a slip.
    """
    path = path.resolve()
    if path.exists():
        raise FileExists
    if key.has_slip:
        raise PassphraseLikeKey
    with _locked(path):
        if path.exists():
            raise FileExists
        with _half(path) as half:
            fresh = connections.create(half, key, make_salt())
            try:
                with connections.telling(fresh):
                    migrations.upgrade(Records(fresh, types).database)
                    connections.settle(fresh)
            finally:
                fresh.close()
    return open_file(path, key, types)


def open_file(
    path: Path, key: Key, types: Types, *, read_only: bool = False, verify: bool = False
) -> BpaFile:
    """Open a file; raises a ``BpaError`` that says why it cannot.

    A file from a newer version is opened read-only with a notice. One from an older version is
    copied beside itself, as ``name.before-upgrade-<schema>-<date>.bpa``, and then brought up to
    date. ``verify`` looks at every page and raises ``FileDamaged``.
    """
    path = path.resolve()
    file = _read(path, key, types) if read_only else _write(path, key, types)
    if verify:
        with _closing_on_error(file):
            file.check()
    return file


def _read(path: Path, key: Key, types: Types) -> BpaFile:
    opened = connections.connect(path, key, read_only=True)
    file = BpaFile(path, key, Records(opened, types), read_only=True)
    with _closing_on_error(file):
        file.notice = _notice(file)
    return file


def _notice(file: BpaFile) -> BpaError | None:
    """What a reader must know about the version that saved the file."""
    schema = _schema(file.records.connection)
    if schema < migrations.SCHEMA:
        raise FromOlderVersion
    if schema == migrations.SCHEMA:
        return None
    if not file.records.fit():
        raise FromMuchNewerVersion
    return FromNewerVersion()


def _write(path: Path, key: Key, types: Types) -> BpaFile:
    salt_of(path)
    connections.check_writable(path)
    lock = WriteLock(path).acquire()
    had_log = log_of(path).exists()
    try:
        opened = connections.connect(path, key)
    except BaseException:
        if not had_log and not has_log(path):
            _remove_beside(path)
        lock.release()
        raise
    file = BpaFile(path, key, Records(opened, types), read_only=False, lock=lock)
    with _closing_on_error(file):
        schema = _schema(opened)
        if schema < migrations.SCHEMA:
            _upgrade(file, schema)
    if schema > migrations.SCHEMA:
        file.close()
        return _read(path, key, types)
    return file


@contextmanager
def _closing_on_error(file: BpaFile) -> Iterator[None]:
    try:
        yield
    except BaseException:
        file.close()
        raise


def _schema(opened: Connection) -> int:
    with connections.telling(opened, reading=True):
        schema = migrations.schema_of(opened)
    if schema == 0:
        raise NotAScheme
    return schema


def _upgrade(file: BpaFile, schema: int) -> None:
    kept = _unused_name(file.path, schema)
    file.copy_to(kept)
    try:
        with connections.telling(file.records.connection):
            migrations.upgrade(file.records.database)
    except Exception as error:
        kept.unlink()
        if isinstance(error, DiskFull):
            raise
        raise UpgradeFailed from error


def _unused_name(path: Path, schema: int) -> Path:
    day = dt.datetime.now(dt.UTC).date().isoformat()
    stem = f"{path.stem}.before-upgrade-{schema}-{day}"
    names = (f"{stem}{f'-{number}' if number > 1 else ''}.bpa" for number in count(1))
    return next(place for name in names if not (place := path.with_name(name)).exists())


@contextmanager
def _locked(path: Path) -> Iterator[None]:
    if not path.parent.is_dir():
        raise FolderMissing
    try:
        lock = WriteLock(path).acquire()
    except FolderReadOnly as error:
        raise FolderUnwritable from error
    try:
        yield
    finally:
        lock.release()


@contextmanager
def _half(target: Path) -> Iterator[Path]:
    """A place beside ``target`` that takes its name once the block has ended well."""
    half = target.with_name(f".{target.name}.half")
    with writing_files(FolderUnwritable):
        _remove(half)
        try:
            yield half
            _remove_beside(target)
            half.replace(target)
        finally:
            _remove(half)
        _sync_folder(target.parent)


def _remove(half: Path) -> None:
    half.unlink(missing_ok=True)
    _remove_beside(half)


def _remove_beside(path: Path) -> None:
    for leftover in companions(path):
        leftover.unlink(missing_ok=True)


def _sync_folder(folder: Path) -> None:
    """Make a new name in ``folder`` outlive a power cut, where the system knows how."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
