"""What lies in a file before it is opened, and whether its pages are as they were written."""

from __future__ import annotations

import codecs
import math
import re
from typing import TYPE_CHECKING, Any, Final

from bpa_desktop.storage.refusals import (
    FileDamaged,
    FileDamagedInside,
    FileEmpty,
    FileForeign,
    FileIsFolder,
    FileMissing,
    FileTruncated,
    reading_files,
)

if TYPE_CHECKING:
    from pathlib import Path

PAGE_BYTES: Final = 4096
SALT_BYTES: Final = 16
_BYTE_VALUES: Final = 256
_LEAST_SHARE: Final = 0.8
_OTHER_PROGRAMS: Final = (
    b"%PDF",
    b"PK\x03\x04",  # zip, and so the files of office programs
    b"\xff\xd8\xff",  # JPEG
    b"\x89PNG",
    b"\x1f\x8b",  # gzip
    b"7z\xbc\xaf",
    b"Rar!",
    b"BZh",
    b"\xfd7zXZ",
    b"ID3",  # MP3
    b"OggS",
    b"SQLite",
)
_PAGE_NUMBER: Final = re.compile(r"page (\d+)")


def log_of(path: Path) -> Path:
    """Where SQLite keeps what it has not yet folded into the file at ``path``."""
    return path.with_name(path.name + "-wal")


def companions(path: Path) -> tuple[Path, ...]:
    """What SQLite may leave beside the file at ``path``."""
    return tuple(path.with_name(path.name + end) for end in ("-wal", "-shm", "-journal"))


def has_log(path: Path) -> bool:
    """Whether committed changes may still wait in the log, as after a crash."""
    log = log_of(path)
    return log.exists() and log.stat().st_size > 0


def salt_of(path: Path) -> bytes:
    """The salt at the beginning of the file, after a look at whether the file can be ours.

    Raises the ``BpaError`` that says what the file is instead. Nothing is opened or changed.
    """
    if path.is_dir():
        raise FileIsFolder
    if not path.is_file():
        raise FileMissing
    with reading_files(), path.open("rb") as file:
        head = file.read(PAGE_BYTES)
        size = path.stat().st_size
    if not head:
        raise FileEmpty
    if not any(head):
        raise FileDamaged(page=1)
    if is_foreign(head):
        raise FileForeign
    # A log can hold the page that is missing in part.
    if size % PAGE_BYTES and not has_log(path):
        raise FileTruncated
    return head[:SALT_BYTES]


def is_foreign(head: bytes) -> bool:
    """Whether a file that begins with ``head`` was made by another program.

    A page of ours cannot be told from chance, so nearly every value of a byte occurs in it. A
    file that is not packed uses fewer values; one that is packed says so in its first bytes.
    """
    expected = _BYTE_VALUES * (1 - math.exp(-len(head) / _BYTE_VALUES))
    is_unpacked = len(set(head)) < _LEAST_SHARE * expected
    return is_unpacked or head.startswith(_OTHER_PROGRAMS) or _is_text(head)


def _is_text(head: bytes) -> bool:
    try:
        text = codecs.getincrementaldecoder("utf-8")().decode(head)
    except UnicodeDecodeError:
        return False
    return all(letter.isprintable() or letter.isspace() for letter in text)


def make_salt() -> bytes:
    """A random salt that cannot be taken for the beginning of another program's file."""
    import secrets  # noqa: PLC0415 - fast start: only a new file needs it

    while (salt := secrets.token_bytes(SALT_BYTES)).startswith(_OTHER_PROGRAMS):
        pass
    return salt


def broken_pages(connection: Any) -> tuple[int, ...]:
    """The numbers of the pages whose seal does not fit, with the key the connection has."""
    told = connection.execute("PRAGMA cipher_integrity_check").fetchall()
    found = (_PAGE_NUMBER.search(str(row[0])) for row in told)
    return tuple(int(match[1]) for match in found if match)


def check_pages(connection: Any) -> None:
    """Verify the seal of every page and how they hang together; raises ``FileDamaged``.

    Takes about a second for each 100 MB.
    """
    broken = broken_pages(connection)
    if broken:
        raise FileDamaged(page=broken[0])
    told = connection.execute("PRAGMA quick_check(1)").fetchone()
    if told is None or told[0] != "ok":
        raise FileDamagedInside
