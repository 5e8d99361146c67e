"""When a contract is a duty, by when it is given, and to which employment it belongs."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bpa_desktop.domain.contract import Contract
from bpa_desktop.domain.contract_items import (
    ITEMS,
    Asked,
    Part,
    Parties,
    missing_items,
    missing_of,
)
from bpa_desktop.domain.contract_terms import (
    THRESHOLD,
    Cover,
    contract_of,
    cover,
    employment_of,
    given_by,
    is_before_act,
    is_probation_too_long,
    most_minutes,
    probation_end,
    without_contract,
)
from bpa_desktop.domain.people import Employment
from bpa_desktop.domain.rates import Confidence
from bpa_desktop.domain.record import fields_of
from bpa_desktop.domain.scheme import Answer
from bpa_desktop.services.rulebook import rulebook
from tests.domain.builders import book, day, helper

BOOK = rulebook()
LIMIT = BOOK.rule(THRESHOLD, day("2026-03-16"))
PARTIES = Parties("Prøve Borger", "Prøvevej 1", "Anna Prøve", "Prøvevej 2")
ONE_DAY = dt.timedelta(days=1)


def contract(begins: str = "2026-12-01", **fields: Any) -> Contract:
    return Contract(id=begins, helper="anna", begins_on=day(begins), **fields)


def test_the_first_part_within_seven_days_and_the_rest_within_a_month() -> None:
    """g-contract-02."""
    dates = given_by(day("2026-12-01"), BOOK)
    assert dates is not None
    assert (dates.first_by, dates.rest_by) == (day("2026-12-08"), day("2027-01-01"))


def test_a_month_from_the_last_of_a_long_one_ends_with_the_short_one() -> None:
    dates = given_by(day("2028-01-31"), BOOK)
    assert dates is not None
    assert dates.rest_by == day("2028-02-29")


def test_who_was_hired_before_the_act_gets_one_eight_weeks_after_asking() -> None:
    assert is_before_act(day("2023-06-30"), BOOK)
    assert not is_before_act(day("2023-07-01"), BOOK)
    assert given_by(day("2023-06-30"), BOOK) is None
    dates = given_by(day("2023-06-30"), BOOK, day("2026-03-02"))
    assert dates is not None
    assert dates.first_by == dates.rest_by == day("2026-04-27")


def test_an_unknown_rule_gives_no_day() -> None:
    assert given_by(day("2026-12-01"), book()) is None


@pytest.mark.parametrize(
    ("agreed", "weekly", "expected"),
    [
        (None, 0, Cover.NO_GUARANTEE),
        (0, 0, Cover.NO_GUARANTEE),
        (180, 0, Cover.AT_LIMIT),
        (181, 0, Cover.COVERED),
        (120, 120, Cover.BELOW),
        (120, 180, Cover.AT_LIMIT),
        (120, 190, Cover.COVERED),
    ],
)
def test_more_than_three_hours_a_week_agreed_or_worked(
    agreed: int | None, weekly: int, expected: Cover
) -> None:
    weeks = {day("2026-03-02") + week * 7 * ONE_DAY: weekly for week in range(4)}
    assert cover(agreed, weeks, LIMIT) is expected


def test_one_long_weekend_in_four_weeks_counts_as_worked_on_average() -> None:
    assert cover(60, {day("2026-03-14"): 12 * 60}, LIMIT) is Cover.AT_LIMIT
    assert cover(60, {day("2026-03-14"): 12 * 60 + 1}, LIMIT) is Cover.COVERED


def test_weeks_that_do_not_lie_together_are_not_added() -> None:
    apart = {day("2026-01-01"): 700, day("2026-01-29"): 700}
    assert most_minutes(apart, 4) == 700
    assert most_minutes({day("2026-01-01"): 700, day("2026-01-28"): 700}, 4) == 1400


WORKED = st.dictionaries(
    st.dates(dt.date(2026, 1, 1), dt.date(2026, 4, 30)), st.integers(0, 1440), max_size=20
)


@given(WORKED, st.integers(1, 6))
def test_the_most_of_any_weeks_is_that_of_the_best_window(
    worked: dict[dt.date, int], weeks: int
) -> None:
    first = dt.date(2025, 11, 1)
    windows = [first + start * ONE_DAY for start in range(240)]
    sums = [
        sum(minutes for on, minutes in worked.items() if begin <= on < begin + weeks * 7 * ONE_DAY)
        for begin in windows
    ]
    assert most_minutes(worked, weeks) == max(sums)


@pytest.mark.parametrize(
    ("words", "end"),
    [
        ("3 måneder", "2027-03-01"),
        ("De første 14 dage", "2026-12-15"),
        ("8 weeks", "2027-01-26"),
        ("1 år", "2027-12-01"),
        ("Ingen prøvetid", None),
    ],
)
def test_the_length_of_a_probation_is_read_from_its_words(words: str, end: str | None) -> None:
    assert probation_end(words, day("2026-12-01")) == (day(end) if end else None)


@pytest.mark.parametrize(
    ("words", "is_long"),
    [("6 måneder", False), ("7 måneder", True), ("1 år", True), ("999999 år", True), ("", False)],
)
def test_a_probation_of_more_than_six_months_is_warned_about(
    words: str,
    is_long: bool,  # noqa: FBT001 - a case
) -> None:
    assert is_probation_too_long(contract(probation=words), BOOK) is is_long


def test_who_was_hired_again_has_a_contract_for_each_employment() -> None:
    first = Employment(first_day=day("2020-01-01"), last_day=day("2022-12-31"))
    again = Employment(first_day=day("2026-02-01"))
    anna = helper(employments=(again, first))
    old, new, newer = contract("2020-01-01"), contract("2026-02-01"), contract("2026-03-01")
    assert contract_of(first, [old, new, newer]) == old
    assert contract_of(again, [old, new, newer]) == newer
    assert without_contract(anna, [old]) == (again,)
    assert employment_of(anna, day("2022-12-31")) == first
    assert employment_of(anna, day("2023-01-01")) is None


def test_every_field_of_a_contract_that_tells_a_term_is_an_item_once() -> None:
    kept_apart = {"helper", "given_on", "rest_given_on", "asked_on", "confidentiality_on"}
    names = [item.name for item in ITEMS]
    assert len(names) == len(set(names))
    told = {field.name for field in fields_of(Contract)} - kept_apart
    assert told | set(Parties._fields) == set(names)


def test_an_empty_contract_lacks_everything_that_is_always_asked_for() -> None:
    missing = list(missing_items(contract(), Parties("", "", "", "")))
    assert missing == [
        item for item in ITEMS if item.asked is Asked.ALWAYS and item.name != "begins_on"
    ]


def test_unpredictable_hours_ask_for_four_things_more() -> None:
    unpredictable = contract(is_unpredictable=Answer.YES)
    before = {item.name for item in missing_items(contract(), PARTIES)}
    after = {item.name for item in missing_items(unpredictable, PARTIES)}
    assert before - after == {"is_unpredictable"}
    assert after - before == {"guaranteed_minutes", "beyond_pay", "reference_times", "call_notice"}


def test_no_guaranteed_hours_is_an_answer_too() -> None:
    given_hours = contract(is_unpredictable=Answer.YES, guaranteed_minutes=0)
    assert "guaranteed_minutes" not in {
        item.name for item in missing_of(Part.FIRST, given_hours, PARTIES)
    }


def test_what_nobody_read_of_the_rest_is_marked_as_not_checked() -> None:
    rest = [item for item in ITEMS if item.part is Part.REST]
    read = {item.name for item in rest if item.confidence is not Confidence.REMEMBERED}
    assert read == {"notice", "training"}
    assert all(item.part is Part.REST for item in missing_of(Part.REST, contract(), PARTIES))
