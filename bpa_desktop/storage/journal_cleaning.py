"""Takes a person out of the journal: that something was done stays, what it was about goes.

What was done before can be neither undone nor done again afterwards.
"""

from __future__ import annotations

import datetime as dt
import json
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from bpa_desktop.domain.forgetting import NOTHING_SAID
from bpa_desktop.domain.helper_refs import refers_itself
from bpa_desktop.domain.meeting import MeetingPoint, Section
from bpa_desktop.domain.record import fields_of
from bpa_desktop.domain.roster import Shift
from bpa_desktop.domain.scheme import Scheme
from bpa_desktop.storage.codec import json_text
from bpa_desktop.storage.journal import DONE, SEALED, UNDONE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bpa_desktop.domain.forgetting import Erasure
    from bpa_desktop.domain.record import Record
    from bpa_desktop.storage.journal import Label
    from bpa_desktop.storage.records import Records

Key = tuple[str, str]
Plain = dict[str, Any]

_SHIFT_TEXTS: Final = ("note", "deviation")


def note(records: Records, label: Label, actor: str) -> None:
    """Write one line that a person was deleted; it cannot be undone."""
    values = {
        "at": dt.datetime.now(dt.UTC).isoformat(timespec="seconds"),
        "actor": actor,
        "message": label.message,
        "texts": json.dumps(dict(label.texts), ensure_ascii=False),
        "state": SEALED,
    }
    records.database["journal"].insert(values, pk="id")  # type: ignore[union-attr]


def clean(records: Records, erasure: Erasure, removed: set[Key]) -> None:
    """Blank what was the person's own, and take their name out of everything else."""
    cleaner = _Cleaner(records, erasure, removed)
    cleaner.rows()
    cleaner.entries()
    seal = "UPDATE journal SET state = ? WHERE state IN (?, ?)"
    records.connection.execute(seal, (SEALED, DONE, UNDONE))


class _Row(NamedTuple):
    """One line of ``journal_change``."""

    id: int
    operation: int
    record_type: str
    record_id: str
    before: str | None
    after: str | None

    def sides(self) -> Iterator[Plain]:
        """The record's plain values before and after, where it was there."""
        yield from (json.loads(text) for text in (self.before, self.after) if text is not None)


class _Cleaner:
    """Goes through the journal row by row."""

    def __init__(self, records: Records, erasure: Erasure, removed: set[Key]) -> None:
        self._records = records
        self._erasure = erasure
        self._gone = {*removed, (erasure.type_name, erasure.id)}
        self._blank: set[int] = set()
        self._touched: set[int] = set()

    def rows(self) -> None:
        """Blank and clean what operations changed."""
        self._find_theirs()
        query = "UPDATE journal_change SET record_id = ?, before = ?, after = ? WHERE id = ?"
        for row in self._all():
            cleaned = self._cleaned(row)
            if cleaned != row:
                values = (cleaned.record_id, cleaned.before, cleaned.after, row.id)
                self._records.connection.execute(query, values)

    def _all(self) -> Sequence[_Row]:
        query = "SELECT id, operation, record_type, record_id, before, after FROM journal_change"
        found = self._records.connection.execute(query).fetchall()
        return [_Row(*values) for values in found]

    def _find_theirs(self) -> None:
        """Learn which records were theirs, also those that were deleted before."""
        kinds = self._records.types
        rows = [row for row in self._all() if row.record_type in kinds]
        count = -1
        while count != len(self._gone):
            count = len(self._gone)
            for row in rows:
                key = (row.record_type, row.record_id)
                if key not in self._gone and self._is_theirs(row, kinds[row.record_type]):
                    self._gone.add(key)

    def _is_theirs(self, row: _Row, kind: type[Record]) -> bool:
        if kind is Shift:
            return False
        owner = (self._erasure.type_name, self._erasure.id)
        own = {one.name for one in refers_itself(kind)} if self._erasure.is_helper else set()
        for plain in row.sides():
            for field in fields_of(kind):
                target = (field.about.refers_to, plain.get(field.name))
                if target == owner and field.name in own:
                    return True
                if target != owner and field.required and target in self._gone:
                    return True
        return False

    def _cleaned(self, row: _Row) -> _Row:
        if (row.record_type, row.record_id) in self._gone:
            self._blank.add(row.operation)
            return row._replace(record_id="", before=None, after=None)
        if row.record_type == Scheme.type_name:
            return row
        before, after = (self._side(row.record_type, text) for text in (row.before, row.after))
        if self._erasure.id in f"{row.before}{row.after}":
            self._touched.add(row.operation)
        return row._replace(before=before, after=after)

    def _side(self, type_name: str, text: str | None) -> str | None:
        if text is None:
            return None
        plain: Plain = json.loads(text)
        traces, name = self._erasure.traces, self._erasure.name
        is_personal = type_name == MeetingPoint.type_name and plain["section"] == Section.PERSON
        if is_personal and any(traces.are_in(plain[key]) for key in ("heading", "words")):
            return None
        cleaned = traces.cleaned_plain(plain, name)
        if type_name == Shift.type_name and self._erasure.id in text:
            cleaned |= {key: "" for key in _SHIFT_TEXTS if key in cleaned}
        return text if cleaned == plain else json_text(cleaned)

    def entries(self) -> None:
        """Take the person out of the words of each operation, and out of who acted."""
        select = "SELECT id, actor, texts FROM journal"
        update = "UPDATE journal SET actor = ?, texts = ? WHERE id = ?"
        traces, name = self._erasure.traces, self._erasure.name
        for number, actor, texts in self._records.connection.execute(select).fetchall():
            told = json.loads(texts)
            new = {key: self._word(number, value) for key, value in told.items()}
            cleaned = traces.cleaned(actor, name)
            if new != told or cleaned != actor:
                values = (cleaned, json.dumps(new, ensure_ascii=False), number)
                self._records.connection.execute(update, values)

    def _word(self, operation: int, value: str) -> str:
        """A word of an operation's name; of one about the person alone nothing else is left."""
        erasure = self._erasure
        is_named = erasure.traces.are_in(value)
        if operation in self._blank:
            called = any(one and one in value for one in erasure.called)
            return erasure.name if is_named or called else NOTHING_SAID
        if operation in self._touched and value in erasure.called:
            return erasure.name
        return erasure.traces.cleaned(value, erasure.name) if is_named else value
