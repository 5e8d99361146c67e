"""What is left of a shift when the helper was away for parts of it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bpa_desktop.domain.away import left_of

spans = st.tuples(st.integers(0, 40), st.integers(1, 30)).map(lambda one: (one[0], sum(one)))


@given(spans, st.lists(spans, max_size=5))
def test_what_is_left_and_what_was_lost_are_the_whole(
    span: tuple[int, int], lost: list[tuple[int, int]]
) -> None:
    away = {minute for one in lost for minute in range(*one)}
    found = left_of(span, lost)
    assert [minute for one in found for minute in range(*one)] == [
        minute for minute in range(*span) if minute not in away
    ]
    assert all(start < end for start, end in found)
