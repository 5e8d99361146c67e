"""How far records reach in time from where they begin, so that an index finds those of a stretch.

A record that meets a stretch may begin long before it, so an index of beginnings alone would be
read from its start. The longest record tells how long before is long enough.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from bpa_desktop.storage.connection import others_wrote, telling

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bpa_desktop.domain.clock import Span
    from bpa_desktop.storage.connection import Connection

Over = tuple[str, ...]
"""Pairs of start and end columns; what a later pair leaves empty is as in the first pair."""


class _Reach(NamedTuple):
    """How many minutes before its first start a row begins at most, and after it ends at most."""

    before: int = 0
    after: int = 0

    def or_more(self, other: _Reach) -> _Reach:
        return _Reach(*map(max, self, other))


class Reaches:
    """The reach of record types, read once and widened with every row that is written.

    It may be more than it need be, because a row that was the longest may be gone, but never less.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._known: dict[tuple[str, Over], tuple[int, _Reach]] = {}

    def starts(self, type_name: str, over: Over, span: Span) -> Span:
        """Between which instants, both left out, every row begins that meets ``span``.

        It begins where the first of ``over`` says, whatever the other pairs do.
        """
        others = others_wrote(self._connection)
        seen, reach = self._known.get((type_name, over), (None, _Reach()))
        if seen != others:
            reach = self._read(type_name, over)
            # A transaction may fail, and then a long row that it deleted is there again.
            if not self._connection.in_transaction:
                self._known[type_name, over] = others, reach
        return span[0] - reach.after, span[1] + reach.before

    def widen(self, type_name: str, names: Sequence[str], rows: Sequence[tuple[Any, ...]]) -> None:
        """Take in rows that were written, whose cells are those of the columns ``names``."""
        for (name, over), (seen, reach) in self._known.items():
            if name == type_name:
                places = map(names.index, over)
                columns = [[row[place] for row in rows] for place in places]
                self._known[name, over] = seen, reach.or_more(_reach(columns))

    def _read(self, type_name: str, over: Over) -> _Reach:
        first, last = over[:2]
        sums = [
            f'max("{first}" - coalesce("{start}", "{first}")),'
            f' max(coalesce("{end}", "{last}") - "{first}")'
            for start, end in zip(over[::2], over[1::2], strict=True)
        ]
        query = f'SELECT {", ".join(sums)} FROM "{type_name}"'  # noqa: S608 - names are declared
        with telling(self._connection, reading=True):
            row = self._connection.execute(query).fetchone()
        return _Reach(*(max(held or 0 for held in row[side::2]) for side in (0, 1)))


def _reach(columns: Sequence[Sequence[int | None]]) -> _Reach:
    """The reach of rows, of whose pairs of starts and ends these are the columns."""
    first = columns[0]
    before = max(_farthest(first, starts, -1) for starts in columns[::2])
    return _Reach(before, max(_farthest(first, ends, 1) for ends in columns[1::2]))


def _farthest(first: Sequence[int | None], column: Sequence[int | None], side: int) -> int:
    """How far the column lies before (-1) or after (1) the first start at most, if anywhere."""
    apart = (
        side * (held - start)
        for start, held in zip(first, column, strict=True)
        if start is not None and held is not None
    )
    return max(apart, default=0)
