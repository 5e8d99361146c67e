"""Where the lines that run are counted, and where that costs more than it tells."""

from __future__ import annotations

from collections import Counter
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from coverage import Coverage

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator

_FIRST_TIMES: Final = 2
_gone: Final = Counter[object]()


@contextmanager
def not_counting() -> Iterator[None]:
    """Which lines run is not counted inside: counting takes as long again."""
    counting = []
    while (current := Coverage.current()) is not None:
        current.stop()
        counting.append(current)
    try:
        yield
    finally:
        for one in reversed(counting):
            one.start()


@contextmanager
def counting_at_first(way: Hashable) -> Iterator[None]:
    """Lines are counted the first times that ``way`` is gone in this process: later it is known."""
    _gone[way] += 1
    if _gone[way] <= _FIRST_TIMES:
        yield
    else:
        with not_counting():
            yield
