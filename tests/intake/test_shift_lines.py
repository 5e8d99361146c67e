"""Lines copied from elsewhere: whatever parts their cells, with titles and without."""

from __future__ import annotations

import pytest

from bpa_desktop.intake.shift_lines import ShiftLine, shift_lines


@pytest.mark.parametrize("sign", ["\t", ";", "; ", ","])
def test_cells_are_parted_by_a_tab_a_semicolon_or_a_comma(sign: str) -> None:
    text = sign.join(["16-03-2026", "7-15", "Anna"])
    assert shift_lines(text) == [ShiftLine(1, "16-03-2026", ("7-15",), "Anna")]


def test_two_times_may_stand_in_two_cells() -> None:
    assert shift_lines("16/3\t07:00\t15:00\tAnna Prøve") == [
        ShiftLine(1, "16/3", ("07:00", "15:00"), "Anna Prøve")
    ]


def test_empty_lines_are_no_shifts_but_are_counted() -> None:
    found = shift_lines("\r\n16/3;7-15;Anna\r\n\r\n;;\r\n17/3;7-15\r\n")
    assert [(one.number, one.day, one.helper) for one in found] == [
        (2, "16/3", "Anna"),
        (5, "17/3", ""),
    ]


@pytest.mark.parametrize(
    "head", ["Dag;Ugedag;Fra;Til;Timer;Hjælper;Slags", "date;weekday;from;to;hours;helper;kind"]
)
def test_titles_say_which_column_is_which_in_either_language(head: str) -> None:
    (one,) = shift_lines(f"\ufeff{head}\n2026-03-16;mandag;07:00;15:00;8;Anna;Oplæring")
    assert one == ShiftLine(2, "2026-03-16", ("07:00", "15:00"), "Anna", "Oplæring")


def test_columns_with_titles_may_stand_in_any_order_and_lines_may_be_short() -> None:
    found = shift_lines("Hjælper\tTid\tDato\nAnna\t7-15\t16/3\nBo")
    assert found == [
        ShiftLine(2, "16/3", ("7-15",), "Anna"),
        ShiftLine(3, "", ("",), "Bo"),
    ]


def test_a_cell_in_quotes_is_one_cell() -> None:
    assert shift_lines('16/3;"7-15";"Prøve; Anna"')[0].helper == "Prøve; Anna"


@pytest.mark.parametrize("text", ["", " \n\t\n", "\ufeff"])
def test_nothing_is_nothing(text: str) -> None:
    assert shift_lines(text) == []
