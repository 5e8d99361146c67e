"""Lines are counted wherever that is not known to tell nothing."""

from __future__ import annotations

import ast
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

from coverage import Coverage

from tests.counting import KNOWN, counting_news, not_counting

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[1]


def _named(file: Path) -> Iterator[str]:
    """Every test of a file as the list names it."""
    for node in ast.parse(file.read_text()).body:
        inner = node.body if isinstance(node, ast.ClassDef) else ()
        prefix = [node.name] if isinstance(node, ast.ClassDef) else []
        for one in (node, *inner):
            if isinstance(one, ast.FunctionDef):
                yield "::".join([*prefix, one.name])


def test_every_test_that_is_not_counted_is_there() -> None:
    by_file = defaultdict(set)
    for way in KNOWN:
        file, _, name = way.partition("::")
        by_file[file].add(name)
    gone = {f: names - {*_named(ROOT / f)} for f, names in by_file.items()}
    assert {file: names for file, names in gone.items() if names} == {}


def test_one_that_is_known_is_not_counted_and_the_next_one_is() -> None:
    with not_counting():
        counted = Coverage(data_file=None, config_file=False)
        counted.start()
        try:
            with counting_news(f"{min(KNOWN)}[with something]"):
                inside = Coverage.current()
            with counting_news("tests/test_of_tomorrow.py::test_anything"):
                outside = Coverage.current()
        finally:
            counted.stop()
    assert (inside, outside) == (None, counted)
