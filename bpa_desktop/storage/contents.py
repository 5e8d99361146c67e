"""Pictures and PDFs kept inside the file, each once, under a hash of what is in it."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Final, NamedTuple

from bpa_desktop.domain.record import fields_of
from bpa_desktop.storage.connection import telling
from bpa_desktop.storage.journal import DONE, UNDONE

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from bpa_desktop.domain.record import Record
    from bpa_desktop.storage.connection import Connection

    Types = Mapping[str, type[Record]]

MEDIA_TYPES: Final = frozenset({"application/pdf", "image/jpeg", "image/png"})
"""What is kept; everything else is refused before it comes here."""
_AT_ONCE: Final = 500


class Content(NamedTuple):
    """A picture or a PDF, cleaned; ``media_type`` is one of `MEDIA_TYPES`."""

    media_type: str
    data: bytes

    @property
    def id(self) -> str:
        """The SHA-256 of the data in hexadecimal: the same content has the same id."""
        return hashlib.sha256(self.data).hexdigest()


class Contents:
    """The contents of one open file. ``types`` tells which fields of records name them."""

    def __init__(self, connection: Connection, types: Types) -> None:
        self._connection = connection
        self._types = types

    def find(self, content_id: str) -> Content | None:
        """The content with that id, or ``None`` when it is not in the file."""
        query = "SELECT media_type, data FROM content WHERE id = ?"
        with telling(self._connection, reading=True):
            row = self._connection.execute(query, (content_id,)).fetchone()
        return None if row is None else Content(*row)

    def put(self, content: Content) -> str:
        """Keep ``content`` and give its id; only for an operation, whose transaction it is in."""
        query = "INSERT OR IGNORE INTO content (id, media_type, data) VALUES (?, ?, ?)"
        self._connection.execute(query, (content.id, *content))
        return content.id

    def in_use(self) -> Iterator[tuple[str, Content]]:
        """Every content that a record names, by id."""
        for content_id in sorted(self._named()):
            content = self.find(content_id)
            if content is not None:
                yield content_id, content

    def drop_unused(self) -> int:
        """Take away what no record names, now or after an undo or redo; how many that were."""
        with telling(self._connection):
            ids = {row[0] for row in self._connection.execute("SELECT id FROM content")}
            if not ids:
                return 0
            unused = sorted(ids - self._named() - self._named_in_journal())
            for start in range(0, len(unused), _AT_ONCE):
                some = unused[start : start + _AT_ONCE]
                marks = ", ".join("?" * len(some))
                self._connection.execute(f"DELETE FROM content WHERE id IN ({marks})", some)  # noqa: S608 - only marks
        return len(unused)

    def _named(self) -> set[str]:
        found: set[str] = set()
        for table, column in self._columns():
            query = f'SELECT "{column}" FROM "{table}" WHERE "{column}" <> \'\''  # noqa: S608 - names are declared
            with telling(self._connection, reading=True):
                found.update(row[0] for row in self._connection.execute(query))
        return found

    def _named_in_journal(self) -> set[str]:
        """What a record named before or after any operation that can be undone or redone."""
        query = (
            "SELECT json_extract(c.before, ?1), json_extract(c.after, ?1)"
            " FROM journal_change AS c JOIN journal AS j ON j.id = c.operation"
            " WHERE c.record_type = ?2 AND j.state IN (?3, ?4)"
        )
        found: set[str] = set()
        for table, column in self._columns():
            values = (f"$.{column}", table, DONE, UNDONE)
            for row in self._connection.execute(query, values):
                found.update(name for name in row if name)
        return found

    def _columns(self) -> Iterator[tuple[str, str]]:
        """The table and the column of each field that names a content."""
        for name, kind in self._types.items():
            for field in fields_of(kind):
                if field.about.content:
                    yield name, field.name
