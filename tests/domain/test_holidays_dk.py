"""Danish public holidays and special days."""

from __future__ import annotations

import pytest

from bpa_desktop import i18n
from bpa_desktop.domain.holidays_dk import day_name, is_public_holiday, special_days
from tests.domain.builders import day

MOVABLE = {
    2024: ("03-28", "03-29", "03-31", "04-01", "05-09", "05-19", "05-20"),
    2025: ("04-17", "04-18", "04-20", "04-21", "05-29", "06-08", "06-09"),
    2026: ("04-02", "04-03", "04-05", "04-06", "05-14", "05-24", "05-25"),
    2027: ("03-25", "03-26", "03-28", "03-29", "05-06", "05-16", "05-17"),
    2028: ("04-13", "04-14", "04-16", "04-17", "05-25", "06-04", "06-05"),
}


@pytest.mark.parametrize("year", MOVABLE)
def test_the_public_holidays_of_a_year(year: int) -> None:
    found = special_days(day(f"{year}-01-01"), day(f"{year + 1}-01-01"))
    public = [f"{date:%m-%d}" for date, special in found.items() if special.is_public]
    assert public == sorted(["01-01", *MOVABLE[year], "12-25", "12-26"])


def test_store_bededag_until_2023() -> None:
    assert is_public_holiday(day("2023-05-05"))
    assert day_name(day("2023-05-05")) == "Store bededag"
    assert not is_public_holiday(day("2024-04-26"))
    assert day_name(day("2024-04-26")) == ""


@pytest.mark.parametrize("date", ["2026-05-01", "2026-06-05", "2026-12-24", "2026-12-31"])
def test_special_days_are_named_but_not_public(date: str) -> None:
    assert day_name(day(date))
    assert not is_public_holiday(day(date))


def test_where_two_fall_on_one_day_the_public_holiday_counts() -> None:
    second_whit_day = day("2028-06-05")
    assert is_public_holiday(second_whit_day)
    assert day_name(second_whit_day) == "Anden pinsedag"


def test_names_follow_the_language() -> None:
    assert day_name(day("2026-04-03")) == "Langfredag"
    with i18n.speaking("en"):
        assert day_name(day("2026-04-03")) == "Good Friday"


def test_days_over_new_year_are_half_open_and_in_order() -> None:
    found = special_days(day("2025-12-25"), day("2026-01-01"))
    assert [f"{date:%m-%d}" for date in found] == ["12-25", "12-26", "12-31"]
