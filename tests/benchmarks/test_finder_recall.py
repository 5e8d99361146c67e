"""How much of what may say too much is found in the written set, and how long it takes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bpa_desktop.domain.sensitive_finds import find_sensitive
from bpa_desktop.services.finder import lexicon
from tests.found_points import PEOPLE, missed, points, scores

if TYPE_CHECKING:
    import pytest
    from pytest_benchmark.fixture import BenchmarkFixture


def test_recall_and_precision_of_the_finder(
    benchmark: BenchmarkFixture, capsys: pytest.CaptureFixture[str]
) -> None:
    texts = [text for text, _marks in points()]
    words = lexicon()
    benchmark(lambda: [find_sensitive(text, PEOPLE, words) for text in texts])
    rows = [
        f"{one.kind:<10}{one.found:>5} of {one.marked:<4}{one.recall:>8.1%}{one.precision:>9.1%}"
        for one in scores()
    ]
    with capsys.disabled():
        print(f"\n\nfinder, {len(texts)} made-up points: kind, found, recall, precision")  # noqa: T201
        print("\n".join([*rows, *missed()]))  # noqa: T201
