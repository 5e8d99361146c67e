"""Where the lines that run are counted, and where that costs more than it tells."""

from __future__ import annotations

from collections import Counter
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final

from coverage import Coverage

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator

LIST: Final = Path(__file__).with_name("known_ways.txt")
"""Tests that step through nothing that counted tests do not: made by `find_known_ways`."""
KNOWN = frozenset(LIST.read_text().split())
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


def way_of(node_id: str) -> str:
    """The test in the list: one test function, whatever it is tried with."""
    return node_id.partition("[")[0]


@contextmanager
def counting_news(node_id: str) -> Iterator[None]:
    """Lines are counted while a test runs, unless others are known to run all of them."""
    if way_of(node_id) in KNOWN:
        with not_counting():
            yield
    else:
        yield
