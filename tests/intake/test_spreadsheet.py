"""Users' own spreadsheets: what is read, and which files are refused with what sentence."""

from __future__ import annotations

import io
import time
import zipfile
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
import xlsxwriter
from openpyxl import Workbook, load_workbook

from bpa_desktop.intake import spreadsheet
from bpa_desktop.intake.spreadsheet import read_table

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from bpa_desktop.errors import BpaError

MACRO = "xl/vbaProject.bin"


def book(path: Path, *sheets: Iterable[Iterable[object]]) -> Path:
    made = Workbook()
    made.remove(made.active)
    for number, rows in enumerate(sheets, start=1):
        sheet = made.create_sheet(f"Ark{number}")
        for row in rows:
            sheet.append(list(row))
    made.save(path)
    return path


def cells(path: Path) -> list[tuple[object, ...]]:
    return [row.cells for row in read_table(path).sheets[0].rows]


def changed(path: Path, change: Callable[[dict[str, bytes]], None]) -> Path:
    """The spreadsheet with other parts in it."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    change(parts)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return path


def test_text_loses_its_spaces_and_numbers_stay_numbers(tmp_path: Path) -> None:
    path = book(tmp_path / "b.xlsx", [["\u00a0Løn  \u00a0", 1234.5, None, True]])
    assert cells(path) == [("Løn", Decimal("1234.5"), "", "True")]


def test_empty_rows_and_sheets_are_passed_over(tmp_path: Path) -> None:
    path = book(tmp_path / "b.xlsx", [], [["Løn", 1], [None, " "], ["Pension", 2]])
    table = read_table(path)
    assert [one.name for one in table.sheets] == ["Ark2"]
    assert [row.number for row in table.sheets[0].rows] == [1, 3]


def test_a_formula_nobody_worked_out_is_named(tmp_path: Path) -> None:
    path = book(tmp_path / "b.xlsx", [["Løn", "=2*3"]])
    (row,) = read_table(path).sheets[0].rows
    assert (row.cells, row.unworked) == (("Løn",), {1})


def test_a_formula_gives_the_value_it_was_saved_with(tmp_path: Path) -> None:
    path = book(tmp_path / "b.xlsx", [["Løn", "=2*3"]])

    def work_out(parts: dict[str, bytes]) -> None:
        name = "xl/worksheets/sheet1.xml"
        parts[name] = parts[name].replace(b"<v></v>", b"<v>6</v>").replace(b"<v/>", b"<v>6</v>")
        parts[name] = parts[name].replace(b"<v />", b"<v>6</v>")

    assert cells(changed(path, work_out)) == [("Løn", Decimal(6))]


def test_a_merged_cell_stands_once(tmp_path: Path) -> None:
    path = book(tmp_path / "b.xlsx", [["Løn", None, 5], [None, None, 7]])
    made = load_workbook(path)
    made.active.merge_cells("A1:B2")
    made.save(path)
    assert cells(path) == [("Løn", "", Decimal(5)), ("", "", Decimal(7))]


def test_a_macro_is_told_and_never_run(tmp_path: Path) -> None:
    path = book(tmp_path / "b.xlsm", [["Løn", 5]])
    assert not read_table(path).has_macro
    changed(path, lambda parts: parts.update({MACRO: b"\0program"}))
    assert read_table(path).has_macro


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("sign", [";", "\t"])
def test_a_text_is_read_in_every_usual_writing(tmp_path: Path, codec: str, sign: str) -> None:
    path = tmp_path / "b.csv"
    path.write_bytes(f'Løn{sign}"1.234,50"\r\n'.encode(codec))
    assert cells(path) == [("Løn", "1.234,50")]


def test_a_text_with_commas_has_its_decimals_in_quotes(tmp_path: Path) -> None:
    path = tmp_path / "b.csv"
    path.write_text('Løn,"1.234,50"\n', encoding="utf-8")
    assert cells(path) == [("Løn", "1.234,50")]


def encrypted(path: Path) -> None:
    path.write_bytes(b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"))


def damaged(path: Path) -> None:
    data = book(path, [["Løn", 5]]).read_bytes()
    path.write_bytes(data[: len(data) // 2])


def no_xml(path: Path) -> None:
    book(path, [["Løn", 5]])
    changed(path, lambda parts: parts.update({"xl/worksheets/sheet1.xml": b"<wrong"}))


def xml_bomb(path: Path) -> None:
    book(path, [["Løn", 5]])
    bomb = b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><x>&b;</x>'
    changed(path, lambda parts: parts.update({"xl/workbook.xml": bomb}))


def zip_bomb(path: Path) -> None:
    book(path, [["Løn", 5]])
    changed(path, lambda parts: parts.update({"xl/sharedStrings.xml": b" " * 70_000_000}))


def other_zip(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("word/document.xml", "<x/>")


def calc(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")


@pytest.mark.parametrize(
    ("make", "error"),
    [
        (encrypted, spreadsheet.LockedSpreadsheet),
        (lambda path: path.write_bytes(b"\xd0\xcf\x11\xe0old"), spreadsheet.OldSpreadsheet),
        (calc, spreadsheet.OldSpreadsheet),
        (damaged, spreadsheet.FaultySpreadsheet),
        (no_xml, spreadsheet.FaultySpreadsheet),
        (xml_bomb, spreadsheet.FaultySpreadsheet),
        (zip_bomb, spreadsheet.TooLarge),
        (other_zip, spreadsheet.NotATable),
        (lambda path: path.write_bytes(b"%PDF-1.7 a;b"), spreadsheet.NotATable),
        (lambda path: path.write_bytes(bytes(range(256))), spreadsheet.NotATable),
        (lambda path: path.write_text("Kun en sætning", encoding="utf-8"), spreadsheet.NotATable),
        (lambda path: path.write_bytes(b""), spreadsheet.NotATable),
        (lambda path: path.mkdir(), spreadsheet.FileGone),
        (lambda _path: None, spreadsheet.FileGone),
    ],
)
def test_a_wrong_file_is_refused_with_a_sentence(
    tmp_path: Path, make: Callable[[Path], None], error: type[BpaError]
) -> None:
    path = tmp_path / "file.xlsx"
    make(path)
    with pytest.raises(error):
        read_table(path)


@pytest.mark.usefixtures("uncounted_here")
def test_a_hundred_thousand_rows_are_refused_within_seconds(tmp_path: Path) -> None:
    path = tmp_path / "long.xlsx"
    with xlsxwriter.Workbook(path, {"constant_memory": True}) as made:
        sheet = made.add_worksheet()
        for number in range(100_000):
            sheet.write_row(number, 0, [f"Linje {number}", number])
    begin = time.perf_counter()
    with pytest.raises(spreadsheet.TooManyRows):
        read_table(path)
    assert time.perf_counter() - begin < 10


def test_rows_far_below_the_table_end_it(tmp_path: Path) -> None:
    made = Workbook()
    made.active.append(["Løn", 5])
    made.active.cell(100_000, 1, "glemt")
    stream = io.BytesIO()
    made.save(stream)
    path = tmp_path / "far.xlsx"
    path.write_bytes(stream.getvalue())
    assert len(cells(path)) == 1
