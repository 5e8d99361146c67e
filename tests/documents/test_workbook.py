"""The shifts as a spreadsheet and as text: numbers are numbers, and texts stay texts."""

from __future__ import annotations

import csv
import datetime as dt
import io
import zipfile
from xml.etree import ElementTree as ET

import pytest

from bpa_desktop.documents.workbook import (
    HelperSum,
    RosterLine,
    RosterSheet,
    roster_csv,
    roster_xlsx,
)
from bpa_desktop.i18n import speaking

NIGHT = (
    dt.datetime.fromisoformat("2026-03-28T23:00"),
    dt.datetime.fromisoformat("2026-03-29T07:30"),
)
SPACE = {"m": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}


def line(**more: object) -> RosterLine:
    given: dict[str, object] = {
        "start": NIGHT[0],
        "end": NIGHT[1],
        "minutes": 450,
        "helper": "Anna Prøve",
        "kind": "Basistimer",
        "state": "Planlagt",
        "planned_start": NIGHT[0],
        "planned_end": NIGHT[1],
    }
    return RosterLine(**(given | more))  # type: ignore[arg-type]


def sheet(*lines: RosterLine) -> RosterSheet:
    sums = (HelperSum(helper="Anna Prøve", shifts=1, minutes=450, worked=0),)
    return RosterSheet(title="Vagtplan", made_on=dt.date(2026, 3, 16), lines=lines, sums=sums)


def rows(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig")), delimiter=";"))


def test_a_text_file_that_danish_spreadsheets_open() -> None:
    content = roster_csv(sheet(line()))
    assert content.startswith(b"\xef\xbb\xbf")
    titles, first = rows(content)
    assert titles[:6] == ["Dag", "Ugedag", "Fra", "Til", "Timer", "Hjælper"]
    assert first == [
        "2026-03-28", "lørdag", "23:00", "07:30", "7,5", "Anna Prøve", "Basistimer", "Planlagt",
        "23:00", "07:30", "",
    ]  # fmt: skip


def test_the_sum_of_many_hours_is_that_of_their_minutes() -> None:
    found = rows(roster_csv(sheet(*[line(minutes=440)] * 90)))[1:]
    assert round(sum(float(row[4].replace(",", ".")) for row in found), 2) == 90 * 440 / 60


def test_english_has_a_decimal_point() -> None:
    with speaking("en"):
        assert rows(roster_csv(sheet(line())))[1][4] == "7.5"


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t", "\r"])
def test_a_text_that_could_be_reckoned_out_is_made_harmless(sign: str) -> None:
    evil = f"{sign}HYPERLINK(A1)"
    found = rows(roster_csv(sheet(line(helper=evil, deviation=evil))))[1]
    assert found[5] == found[10] == f"'{evil}"


def test_an_unfilled_shift_says_so() -> None:
    assert rows(roster_csv(sheet(line(helper=""))))[1][5] == "ubesat"


def page(content: bytes, number: int) -> dict[str, ET.Element]:
    """The cells of a page by their names."""
    with zipfile.ZipFile(io.BytesIO(content)) as book:
        root = ET.fromstring(book.read(f"xl/worksheets/sheet{number}.xml"))  # noqa: S314 - our own
    return {cell.attrib["r"]: cell for cell in root.iterfind(".//m:c", SPACE)}


def words(content: bytes) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(content)) as book:
        root = ET.fromstring(book.read("xl/sharedStrings.xml"))  # noqa: S314 - our own
    return [found.text or "" for found in root.iterfind(".//m:t", SPACE)]


def value(cell: ET.Element) -> float:
    return float(cell.findtext("m:v", "", SPACE))


def test_hours_days_and_times_are_numbers_in_the_spreadsheet() -> None:
    cells = page(roster_xlsx(sheet(line())), 1)
    assert value(cells["E2"]) == 7.5
    assert value(cells["A2"]) == (dt.date(2026, 3, 28) - dt.date(1899, 12, 30)).days
    assert value(cells["C2"]) == pytest.approx(23 / 24)
    assert "t" not in cells["E2"].attrib


def test_a_formula_in_a_name_stays_a_text_in_the_spreadsheet() -> None:
    content = roster_xlsx(sheet(line(helper="=1+1", deviation="http://example.com")))
    cells = page(content, 1)
    assert {cells["F2"].attrib["t"], cells["K2"].attrib["t"]} == {"s"}
    assert all(cell.find("m:f", SPACE) is None for cell in cells.values())
    assert "=1+1" in words(content)


def test_the_second_page_has_the_sums_of_each_helper() -> None:
    content = roster_xlsx(sheet(line()))
    cells = page(content, 2)
    assert [value(cells[name]) for name in ("B2", "C2", "D2")] == [1, 7.5, 0]
    assert "Arbejdede timer" in words(content)


def test_no_helper_is_named_in_the_properties_and_the_same_rows_give_the_same_file() -> None:
    content = roster_xlsx(sheet(line()))
    with zipfile.ZipFile(io.BytesIO(content)) as book:
        said = book.read("docProps/core.xml").decode()
    assert "Anna" not in said
    assert "BPA Desktop" in said
    assert roster_xlsx(sheet(line())) == content


def test_an_empty_period_gives_titles_alone() -> None:
    assert len(rows(roster_csv(sheet()))) == 1
    assert page(roster_xlsx(sheet()), 1).keys() == {f"{letter}1" for letter in "ABCDEFGHIJK"}
