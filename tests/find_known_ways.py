"""Finds the tests whose lines need no counting, and writes them into `known_ways.txt`.

Run the whole suite with it from time to time, in one process:
``python -m pytest -p tests.find_known_ways --cov``. A test is known when all but a handful of the
steps it takes, from one line to the next, are taken by tests that are counted.
"""

from __future__ import annotations

import time
from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Final

import pytest
from coverage import Coverage

from tests import counting

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator, Mapping

    Step = tuple[str, object]

LEAST_SECONDS: Final = 0.2
"""What is quicker than this is counted: a list of it would be longer than it saves."""
MOST_PER_SECOND: Final = 1.5
"""Steps that nobody else takes, given up for a second of counting."""
MOST: Final = 60
"""Steps given up in all, of some eighty thousand."""

counting.KNOWN = frozenset()  # for this once every line is counted
_steps: defaultdict[str, set[Step]] = defaultdict(set)
_seconds: Counter[str] = Counter()


def _taken() -> Iterator[Step]:
    """The steps taken since the last call, which are forgotten."""
    current = Coverage.current()
    if current is None or current._collector is None:
        return
    for file, steps in current._collector.data.items():
        yield from ((file, step) for step in steps)
        steps.clear()


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, object, object]:
    """Note what the test steps through, and how long that takes."""
    _steps[""].update(_taken())
    begun = time.process_time()
    try:
        return (yield)
    finally:
        name = counting.way_of(item.nodeid)
        _seconds[name] += time.process_time() - begun
        _steps[name].update(_taken())


def pytest_unconfigure() -> None:
    """Write the list anew."""
    lines = (f"{name}\n" for name in sorted(known(_steps, _seconds)))
    counting.LIST.write_text("".join(lines))


def known(steps: Mapping[str, set[Step]], seconds: Counter[str]) -> Iterator[str]:
    """The tests that can go uncounted, the longest first; loading the program is always counted."""
    by_many = Counter(step for taken in steps.values() for step in taken)
    given_up = 0
    for name, lasted in seconds.most_common():
        own = sum(by_many[step] == 1 for step in steps[name])
        if lasted < LEAST_SECONDS or own > MOST_PER_SECOND * lasted or given_up + own > MOST:
            continue
        given_up += own
        by_many.subtract(steps[name])
        yield name
