"""Opens and makes the encrypted file, and says in words why it cannot."""

from __future__ import annotations

import os
import shutil
import sys
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import quote

import sqlcipher3.dbapi2 as sqlcipher

from bpa_desktop.storage import refusals
from bpa_desktop.storage.keys import KeyMistyped
from bpa_desktop.storage.pages import (
    PAGE_BYTES,
    broken_pages,
    check_pages,
    has_log,
    log_of,
    make_salt,
    salt_of,
)
from bpa_desktop.storage.refusals import (
    DiskFull,
    FileBusy,
    FileDamaged,
    FileDamagedInside,
    FileExists,
    FileForeign,
    FileMissing,
    FileTruncated,
    FolderReadOnly,
    KeyWrong,
    ReadFailed,
    WriteFailed,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bpa_desktop.errors import BpaError
    from bpa_desktop.storage.keys import Key

__all__ = [
    "Connection",
    "DiskFull",
    "FileDamaged",
    "FileExists",
    "FileForeign",
    "FileMissing",
    "FileTruncated",
    "FolderReadOnly",
    "KeyWrong",
    "WriteFailed",
    "check_pages",
    "connect",
    "create",
    "settle",
    "telling",
    "tidy",
]

# sqlite_utils asks for this name first, and then catches the errors that SQLCipher raises.
sys.modules.setdefault("pysqlite3", sqlcipher)
sys.modules.setdefault("pysqlite3.dbapi2", sqlcipher)

Connection = Any

_PRIMARY: Final = 0xFF
"""The low byte of an error code names its family."""
_LITTLE_ROOM: Final = 128 * 1024
_AS_IT_LIES: Final = "mode=ro&immutable=1"
_FIRST_LOOK: Final = "SELECT count(*) FROM sqlite_master"
_SETTINGS: Final = ("busy_timeout = 3000", "foreign_keys = ON")
_WRITING: Final = (
    "journal_mode = WAL",
    "synchronous = FULL",
    "fullfsync = ON",  # on macOS a plain sync does not reach the disk
)


def connect(path: Path, key: Key, *, read_only: bool = False) -> Connection:
    """Open the file at ``path``; raises a ``BpaError`` that says why it cannot.

    A file that cannot be opened is left as it was.
    """
    salt = salt_of(path)
    if read_only:
        return _look_only(path, key, salt)
    check_writable(path)
    if has_log(path):
        _check_log(path, key, salt)
    connection = _open(path, key, salt, "mode=rw")
    with _closing_on_error(connection), telling(connection):
        _set(connection, _WRITING)
    return connection


def create(path: Path, key: Key, salt: bytes | None = None) -> Connection:
    """Make a new, empty file at ``path``; raises ``FileExists`` when there is one."""
    with refusals.writing_files(refusals.FolderUnwritable):
        path.touch(exist_ok=False)
    connection = sqlcipher.connect(str(path))
    with _closing_on_error(connection), telling(connection):
        _unlock(connection, key, salt or make_salt())
        _set(connection, _WRITING)
    return connection


def check_writable(path: Path) -> None:
    """Raise ``FolderReadOnly`` when the file, or beside it, cannot be written."""
    if not (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)):
        raise FolderReadOnly


def settle(connection: Connection) -> None:
    """Fold the log into the file, so that the file alone holds everything."""
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def tidy(path: Path, key: Key) -> None:
    """Take away the empty log that a reader left behind; one with content stays.

    SQLite itself does it as the last one that has the file open, so nobody is disturbed.
    """
    if not log_of(path).exists() or has_log(path) or not os.access(path, os.W_OK):
        return
    with closing(_at(path, "mode=rw")) as connection:
        _unlock(connection, key, salt_of(path))
        # Whether the file can be read does not matter here.
        with suppress(sqlcipher.DatabaseError):
            connection.execute(_FIRST_LOOK)


def _check_log(path: Path, key: Key, salt: bytes) -> None:
    """See that the log a crash left behind can be read and belongs to the file.

    Opening for writing folds it in, which a wrong key, or the log of another copy with the same
    name, must not do.
    """
    connection = _open(path, key, salt, "mode=ro")
    with closing(connection), telling(connection, reading=True):
        if connection.execute("PRAGMA integrity_check(1)").fetchone()[0] != "ok":
            raise FileDamagedInside


def _look_only(path: Path, key: Key, salt: bytes) -> Connection:
    """A reader; where nothing fits beside the file and nobody writes, of the file as it lies."""
    has_writer = log_of(path).exists()
    if not has_writer and not _fits_beside(path):
        return _open(path, key, salt, _AS_IT_LIES)
    try:
        return _open(path, key, salt, "mode=ro")
    except (FolderReadOnly, DiskFull, ReadFailed):
        if has_writer:
            raise
        return _open(path, key, salt, _AS_IT_LIES)
    except BaseException:
        tidy(path, key)
        raise


def _fits_beside(path: Path) -> bool:
    folder = path.parent
    return os.access(folder, os.W_OK) and shutil.disk_usage(folder).free >= _LITTLE_ROOM


def _open(path: Path, key: Key, salt: bytes, mode: str) -> Connection:
    connection = _at(path, mode)
    with _closing_on_error(connection):
        _unlock(connection, key, salt)
        try:
            connection.execute(_FIRST_LOOK).fetchone()
        except sqlcipher.DatabaseError as error:
            raise _why_shut(error, connection, key) from error
    return connection


def _at(path: Path, mode: str) -> Connection:
    with telling(reading=True):
        return sqlcipher.connect(f"{_address(path)}?{mode}", uri=True)


def _address(path: Path) -> str:
    whole = path.resolve().as_posix()
    return "file://" + quote(whole if whole.startswith("/") else f"/{whole}", safe="/:")


def _unlock(connection: Connection, key: Key, salt: bytes) -> None:
    connection.isolation_level = None
    connection.execute("PRAGMA cipher_log_level = NONE")
    connection.execute(f'PRAGMA key = "{key.unlocks(salt)}"')
    _set(connection, _SETTINGS)


def _set(connection: Connection, settings: tuple[str, ...]) -> None:
    for setting in settings:
        connection.execute(f"PRAGMA {setting}")


@contextmanager
def _closing_on_error(connection: Connection) -> Iterator[None]:
    try:
        yield
    except BaseException:
        connection.close()
        raise


def _family(error: sqlcipher.Error) -> int | None:
    """What sort of error it is; ``None`` for a fault of the program, not of the file."""
    code = getattr(error, "sqlite_errorcode", None)
    # What happens while pages are copied comes without its number.
    return _NUMBERS.get(str(error)) if code is None else int(code) & _PRIMARY


def _why_shut(error: sqlcipher.Error, connection: Connection, key: Key) -> BpaError:
    """Why the first page cannot be read: another key would find every page's seal broken."""
    if _family(error) == sqlcipher.SQLITE_CORRUPT:
        broken = broken_pages(connection)
        return FileDamaged(page=broken[0]) if broken else FileTruncated()
    if _family(error) != sqlcipher.SQLITE_NOTADB:
        return _refusal(error, connection, reading=True)
    broken = broken_pages(connection)
    if 0 < len(broken) < _file_of(connection).stat().st_size // PAGE_BYTES:
        return FileDamaged(page=broken[0])
    return KeyMistyped() if key.has_slip else KeyWrong()


@contextmanager
def telling(connection: Connection | None = None, *, reading: bool = False) -> Iterator[None]:
    """Turn what the database refuses inside the block into a sentence.

    With the connection, the sentence can name the damaged page.
    """
    try:
        yield
    except sqlcipher.Error as error:
        if _family(error) is None:
            raise
        raise _refusal(error, connection, reading=reading) from error


def others_wrote(connection: Connection) -> int:
    """A number that changes when another program wrote in the file, and only then."""
    with telling(connection, reading=True):
        return int(connection.execute("PRAGMA data_version").fetchone()[0])


_NUMBERS: Final[dict[str, int]] = {
    "attempt to write a readonly database": sqlcipher.SQLITE_READONLY,
    "database disk image is malformed": sqlcipher.SQLITE_CORRUPT,
    "database is locked": sqlcipher.SQLITE_BUSY,
    "database or disk is full": sqlcipher.SQLITE_FULL,
    "disk I/O error": sqlcipher.SQLITE_IOERR,
    "file is not a database": sqlcipher.SQLITE_NOTADB,
}
_PLAIN: Final[dict[int, type[BpaError]]] = {
    sqlcipher.SQLITE_FULL: DiskFull,
    sqlcipher.SQLITE_READONLY: FolderReadOnly,
    sqlcipher.SQLITE_PERM: FolderReadOnly,
    sqlcipher.SQLITE_CANTOPEN: FolderReadOnly,
    sqlcipher.SQLITE_BUSY: FileBusy,
    sqlcipher.SQLITE_LOCKED: FileBusy,
}


def _refusal(error: sqlcipher.Error, connection: Connection | None, *, reading: bool) -> BpaError:
    family = _family(error) or 0
    if family in _PLAIN:
        return _PLAIN[family]()
    if family in {sqlcipher.SQLITE_CORRUPT, sqlcipher.SQLITE_NOTADB}:
        broken = () if connection is None else broken_pages(connection)
        return FileDamaged(page=broken[0]) if broken else FileDamagedInside()
    if family == sqlcipher.SQLITE_IOERR and connection is not None and _is_full(connection):
        return DiskFull()
    failed = ReadFailed if reading else WriteFailed
    return failed(cause=getattr(error, "sqlite_errorname", "SQLITE_IOERR"))


def _is_full(connection: Connection) -> bool:
    return shutil.disk_usage(_file_of(connection).parent).free < _LITTLE_ROOM


def _file_of(connection: Connection) -> Path:
    return Path(connection.execute("PRAGMA database_list").fetchone()[2])
