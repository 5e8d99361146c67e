from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bpa_desktop.documents.pdf_columns import column_widths

COLUMNS = st.lists(
    st.tuples(st.integers(0, 6), st.floats(1, 400), st.floats(0, 1)), min_size=1, max_size=9
)


def widths(
    weights: list[int], natural: list[float], least: list[float], width: float
) -> list[float]:
    return column_widths(weights, natural, least.__getitem__, width)


@given(COLUMNS, st.floats(50, 800))
def test_the_columns_fill_the_table(columns: list[tuple[int, float, float]], width: float) -> None:
    weights, natural, shares = map(list, zip(*columns, strict=True))
    least = [own * share for own, share in zip(natural, shares, strict=True)]
    found = widths(weights, natural, least, width)
    assert sum(found) == pytest.approx(width)
    assert all(own >= 0 for own in found)
    if sum(least) <= width:
        assert all(own >= small - 1e-6 for own, small in zip(found, least, strict=True))


def test_a_column_without_weight_is_as_wide_as_its_text() -> None:
    assert widths([0, 1], [40, 10], [10, 10], 100) == [40, 60]


def test_the_rest_is_shared_by_weight() -> None:
    assert widths([0, 1, 3], [20, 300, 300], [20, 5, 5], 100) == [20, 20, 60]


def test_a_share_narrower_than_a_word_gives_way() -> None:
    assert widths([1, 1, 2], [90, 90, 90], [50, 10, 10], 110) == [50, 20, 40]


def test_without_weights_the_rest_is_spread_evenly() -> None:
    assert widths([0, 0], [30, 50], [1, 1], 100) == [40, 60]


def test_too_much_text_is_squeezed_to_the_longest_words() -> None:
    assert widths([0, 0], [200, 100], [50, 30], 120) == pytest.approx(
        [50 + 40 * 150 / 220, 30 + 40 * 70 / 220]
    )


def test_too_long_words_leave_the_narrow_columns_alone() -> None:
    assert widths([1, 1, 1], [20, 300, 400], [20, 200, 300], 120) == [20, 50, 50]


def test_least_is_not_asked_where_all_fits() -> None:
    def never(_index: int) -> float:
        raise AssertionError

    assert column_widths([0, 1], [40, 50], never, 100) == [40, 60]
