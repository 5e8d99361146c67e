"""The next number of a voucher, in the user's own way of counting."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bpa_desktop.domain.money_flow import Voucher
from bpa_desktop.domain.voucher_number import next_number, numbered


def vouchers(*numbers: str, year: int = 2026) -> list[Voucher]:
    return [
        Voucher(
            id=f"{year}{at:03}",
            day=dt.date(year, 3, 1),
            what="x",
            amount=Decimal(1),
            number=number,
        )
        for at, number in enumerate(numbers)
    ]


@pytest.mark.parametrize(
    ("numbers", "following"),
    [
        ((), "1"),
        (("1", "2"), "3"),
        (("9",), "10"),
        (("2026-014",), "2026-015"),
        (("2026-099", "2026-100"), "2026-101"),
        (("B7", "12"), "13"),
        (("12", "B7"), "B8"),
        (("3", "1"), "4"),
        (("kvittering", " 4 "), "5"),
        (("kvittering",), "1"),
        (("12a",), "13"),
    ],
)
def test_the_next_number_follows_the_form_of_the_newest(
    numbers: tuple[str, ...], following: str
) -> None:
    assert next_number(vouchers(*numbers), 2026) == following


@pytest.mark.parametrize(
    ("last_year", "first"), [("2025-014", "2026-001"), ("47", "1"), ("B 09", "B 01")]
)
def test_a_new_year_begins_anew_in_the_same_form(last_year: str, first: str) -> None:
    assert next_number(vouchers(last_year, year=2025), 2026) == first


@given(st.lists(st.integers(0, 10**6), max_size=20), st.sampled_from(["", "2026-", "B."]))
def test_no_number_comes_twice(numbers: list[int], prefix: str) -> None:
    known = vouchers(*(f"{prefix}{number:03}" for number in numbers))
    assert next_number(known, 2026) not in {one.number for one in known}


def test_those_without_a_number_get_the_next_ones_by_day() -> None:
    early = Voucher(id="z", day=dt.date(2026, 1, 2), what="x", amount=Decimal(1))
    late = Voucher(id="a", day=dt.date(2026, 5, 2), what="x", amount=Decimal(1))
    known = [*vouchers("6"), late, early]
    assert [(one.id, number) for one, number in numbered(known, [late, early])] == [
        ("z", "7"),
        ("a", "8"),
    ]
