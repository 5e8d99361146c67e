"""Nothing that is shown of people together points at one of them."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from bpa_desktop.domain.assessment import HelperSheet, TopicAnswer, Verdict
from bpa_desktop.domain.safe_number import (
    SAFE_NUMBER,
    may_be_shown,
    more_words,
    nameless,
    safe_days,
    together,
)
from tests.domain.builders import day

MONTHS = [dt.date(2025, month, 1) for month in range(1, 13)]
ABSENCES = st.dictionaries(
    st.sampled_from(MONTHS),
    st.dictionaries(st.sampled_from("abcdef"), st.integers(1, 31), max_size=6),
    max_size=12,
)


def sheet(number: int, *words: str, helper: str | None = None) -> HelperSheet:
    answers = tuple(
        TopicAnswer(question=f"q{at}", verdict=Verdict.PROBLEM, words=said)
        for at, said in enumerate(words)
    )
    return HelperSheet(
        id=f"{number:014x}zz", assessment="apv", helper=helper, answers=answers, words=words[0]
    )


def test_fewer_than_three_sheets_are_never_shown() -> None:
    sheets = [sheet(number, "ord") for number in range(SAFE_NUMBER)]
    assert may_be_shown(sheets, day("2026-03-16"))
    assert not may_be_shown(sheets[1:], day("2026-03-16"))


def test_nothing_is_shown_while_another_sheet_can_still_come() -> None:
    """Else the newest one is what was not there before."""
    assert not may_be_shown([sheet(number, "ord") for number in range(9)], None)


def test_sheets_with_a_helper_or_of_another_apv_are_not_among_the_nameless() -> None:
    assert nameless([sheet(1, "ord", helper="anna"), sheet(2, "ord")], "apv") == (sheet(2, "ord"),)
    assert nameless([sheet(2, "ord")], "another") == ()


def test_the_order_follows_neither_time_nor_one_person_through_the_questions() -> None:
    sheets = [sheet(number, *(f"{number} {at}" for at in range(20))) for number in range(6)]
    orders = {
        tuple(words.split()[0] for words in together(sheets, f"q{at}").words) for at in range(20)
    }
    assert len(orders) > 15
    assert tuple("012345") not in orders
    assert list(more_words(sheets)) != [one.words for one in sheets]


def test_the_same_sheets_give_the_same_order_however_they_are_read() -> None:
    sheets = [sheet(number, f"ord {number}") for number in range(4)]
    read = {together(list(order), "q0").words for order in permutations(sheets)}
    assert len(read) == 1
    assert together(sheets, "q0").counts == Counter({Verdict.PROBLEM: 4})


@given(ABSENCES)
def test_days_of_sickness_never_point_at_fewer_than_three(
    days: dict[dt.date, dict[str, int]],
) -> None:
    found = safe_days(days)
    shown = {month for month, _days in found.months}
    rest = {who for month, by in days.items() if month not in shown for who in by}
    for month, total in found.months:
        assert len(days[month]) >= SAFE_NUMBER
        assert total == sum(days[month].values())
    if found.hidden:
        assert (found.months, found.rest) == ((), None)
        assert 0 < len({who for by in days.values() for who in by}) < SAFE_NUMBER
    else:
        assert len(rest) not in range(1, SAFE_NUMBER)
        total = sum(sum(by.values()) for by in days.values())
        assert sum(one for _month, one in found.months) + (found.rest or 0) == total


def test_two_people_in_a_year_are_not_told_of_at_all() -> None:
    assert safe_days({MONTHS[0]: {"a": 3}, MONTHS[1]: {"b": 2}}).hidden
    assert safe_days({MONTHS[0]: {}}) == safe_days({})
