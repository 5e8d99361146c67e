"""What was read or worked out already, good until anything in the file changes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from bpa_desktop.storage.connection import others_wrote

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

    from bpa_desktop.domain.record import Record
    from bpa_desktop.storage.connection import Connection

MOST: Final = 1000
"""How many records a list may have to be kept in memory."""

State = tuple[int, int]


class Kept:
    """What `Records.all` gave, by type. SQLite tells whether it still holds."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._lists: dict[type[Record], tuple[State, tuple[Record, ...]]] = {}
        self._worked_out: dict[Hashable, Any] = {}
        self._worked_out_in: State | None = None

    def state(self) -> State | None:
        """Which state of the file is read now; ``None`` inside a transaction, which may fail.

        The first number changes when another program wrote, the second when this one did.
        """
        if self._connection.in_transaction:
            return None
        return others_wrote(self._connection), self._connection.total_changes

    def find(self, kind: type[Record], state: State | None) -> tuple[Record, ...] | None:
        """What was read of ``kind`` in that state."""
        kept = self._lists.get(kind)
        return kept[1] if kept is not None and kept[0] == state else None

    def keep(self, kind: type[Record], state: State | None, records: tuple[Record, ...]) -> None:
        """Remember what was read of ``kind`` in that state."""
        if state is not None and len(records) <= MOST:
            self._lists[kind] = state, records

    def worked_out(self, key: Hashable, make: Callable[[], Any]) -> Any:
        """What ``make`` gives, kept under ``key``; whatever was kept before a change is dropped."""
        state = self.state()
        if state is None:
            return make()
        if state != self._worked_out_in:
            self._worked_out.clear()
            self._worked_out_in = state
        if key not in self._worked_out:
            self._worked_out[key] = make()
        return self._worked_out[key]
