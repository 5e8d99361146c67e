"""The accounts as paper and as spreadsheet: the budget's lines, live sums, nothing left to ask."""

from __future__ import annotations

import dataclasses
import datetime as dt
import io
from decimal import Decimal
from typing import TYPE_CHECKING

import openpyxl
import pytest

from bpa_desktop.documents.account_words import (
    reading,
    received_words,
    settled_words,
    title,
    voucher_words,
    year_words,
)
from bpa_desktop.documents.accounts import accounts_paper
from bpa_desktop.documents.accounts_workbook import accounts_xlsx
from bpa_desktop.documents.pdf import render
from bpa_desktop.documents.plain import plain
from bpa_desktop.domain.accounts import Mode
from bpa_desktop.domain.period import Period
from bpa_desktop.i18n import speaking
from tests.documents.account_values import LINES, YEAR, accounts, paper, sheet, voucher
from tests.documents.papers import failures, texts

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

    from bpa_desktop.documents.accounts import AccountsPaper

INCOMPLETE = accounts(lines=(dataclasses.replace(LINES[0], is_incomplete=True), *LINES[1:]))


def lines(values: AccountsPaper | None = None) -> list[str]:
    return plain(accounts_paper(values or paper())).splitlines()


def rows(head: str, values: AccountsPaper | None = None) -> list[str]:
    return [line for line in lines(values) if line.startswith(f"{head}: ")]


def cells(row: str) -> list[str]:
    """What stands in a row of a table, without the titles of its columns."""
    return [part.partition(": ")[2] for part in row.split("; ")]


def test_the_money_sheet_is_the_budget_line_by_line() -> None:
    table = rows("Budgetlinje")
    assert table[1] == (
        "Budgetlinje: 2. Kurser; Bevilget, kr.: 2.000,00; Modtaget, kr.: 2.000,00; "
        "Brugt, kr.: 2.501,25; Forskel, kr.: +501,25; Bilag: 1–3, 7 og 1 uden nummer"
    )
    said = ["Sygdom: 34 timer."]
    with_other = ["Brugt med i linje 2."]
    extra = "Ikke i budgettet: forsikringer"
    assert [cells(row) for row in (table[0], *table[2:])] == [
        ["1. Løn til hjælpere", "1.000.000,00", "–", "964.000,00", "−36.000,00", *said],
        ["3. Kurser i øvrigt", "10,00", "–", "–", "−10,00", *with_other],
        [extra, "0,00", "–", "80,00", "+80,00", "8"],
        ["Modtaget til hele budgettet", "–", "900.000,00", "–", "–"],
        ["I alt", "1.002.010,00", "902.000,00", "966.581,25", "−35.428,75"],
    ]


def test_section_10_stands_on_the_paper_only_when_it_is_wanted() -> None:
    assert "4.800,00" not in " ".join(lines())
    assert any("§ 10) er ikke med i regnskabet" in line for line in lines())
    assert rows("Budgetlinje", paper(with_outside=True))[-2].endswith(
        "Skøn, kr.: 4.800,00; Egne notater, kr.: 4.800,00"
    )


def test_the_hours_are_settled_down_to_what_is_paid_back() -> None:
    said = lines()
    assert "Hvad: Flyttet til næste år; Timer: −60; Formål og afgørelse: Ferie, aftalt, " in (
        " ".join(rows("Hvad"))
    )
    assert rows("Hvad")[-1].startswith("Hvad: Skal betales tilbage; Timer: 120")
    assert (
        "120 timer × 200,00\u00a0kr. = 24.000,00\u00a0kr. En time koster 200,00\u00a0kr. "
        "Det er løn på 964.000,00\u00a0kr. delt med 4.820 timer."
    ) in said
    assert "Søgt, tæller ikke med: 20 timer. Sport, ikke besvaret endnu." in said


def test_a_missing_rate_makes_the_sum_incomplete_in_words() -> None:
    values = paper(accounts=INCOMPLETE, missing=("Timeløn på trin 11 mangler.",))
    assert (
        "Brugt, kr.: Ufuldstændig; Forskel, kr.: Ufuldstændig" in (rows("Budgetlinje", values)[-1])
    )
    with speaking("da"):
        assert reading(INCOMPLETE) == (
            "1.002.010,00\u00a0kr. er bevilget. Det brugte er ufuldstændigt, for en sats mangler. "
            "966.581,25\u00a0kr. er kendt."
        )


def test_who_makes_the_accounts_stands_in_the_title() -> None:
    with speaking("da"):
        assert title(Mode.OURS, YEAR) == "Regnskab 2026"
        assert title(Mode.CHECK, YEAR) == "Egne tal for 2026 til kommunens regnskab"
        assert title(Mode.FIRM, YEAR) == "Egne tal for 2026 til firmaets regnskab"
        other = Period(dt.date(2026, 4, 1), dt.date(2027, 4, 1))
        assert year_words(other) == "1. april 2026 til 31. marts 2027"


def test_a_year_that_runs_says_which_days_it_counts() -> None:
    counted = Period(YEAR.first, dt.date(2026, 11, 1))
    document = accounts_paper(paper(accounts=accounts(counted=counted), hours=sheet(is_over=False)))
    assert document.subtitle.startswith("Foreløbigt: 1. januar til 31. oktober 2026")
    with speaking("da"):
        assert settled_words(sheet(is_over=False)).startswith("Hvis planen holder, er der 180")
        assert "12 timer mere" in settled_words(
            sheet(kinds=(sheet().kinds[0]._replace(used=5012 * 60),))
        )


def test_numbers_of_vouchers_are_told_in_runs() -> None:
    with speaking("da"):
        found = [voucher(one) for one in ("10", "2", "1", "3", "5", "B-4")]
        assert voucher_words(found) == "1–3, 5, 10, B-4"
        assert voucher_words([]) == ""


@pytest.mark.parametrize("language", ["da", "en"])
def test_the_papers_are_accessible(language: str) -> None:
    with speaking(language):
        values = paper(with_outside=True, missing=("x.",), checks=("y.",), mode=Mode.CHECK)
        content = render(accounts_paper(values))
        assert failures(content) == []
    assert len(texts(content)) <= 4


def book(values: AccountsPaper, *, cached: bool) -> Workbook:
    with speaking("da"):
        return openpyxl.load_workbook(io.BytesIO(accounts_xlsx(values)), data_only=cached)


def column(page: Worksheet, letter: str, first: int, last: int) -> list[object]:
    return [page[f"{letter}{row}"].value for row in range(first, last + 1)]


def test_the_spreadsheet_reckons_its_sums_itself_and_shows_them_at_once() -> None:
    live = book(paper(with_outside=True), cached=False)
    assert live.sheetnames == ["Penge", "Timer", "§ 10"]
    assert column(live["Penge"], "E", 2, 3) == [
        '=IF(ISNUMBER(D2),ROUND(D2-B2,2),"Ufuldstændig")',
        '=IF(ISNUMBER(D3),ROUND(D3-B3,2),"Ufuldstændig")',
    ]
    assert [live["Penge"][f"{one}7"].value for one in "BCD"] == [
        "=ROUND(SUM(B2:B6),2)",
        "=ROUND(SUM(C2:C6),2)",
        '=IF(COUNT(D2:D5)=4,ROUND(SUM(D2:D5),2),"Ufuldstændig")',
    ]
    shown = book(paper(), cached=True)["Penge"]
    assert [shown[f"{one}7"].value for one in "BCDE"] == [1002010, 902000, 966581.25, -35428.75]
    assert sum(map(Decimal, map(str, column(shown, "D", 2, 5)))) == Decimal("966581.25")


def test_the_spreadsheet_settles_the_hours() -> None:
    live, shown = book(paper(), cached=False)["Timer"], book(paper(), cached=True)["Timer"]
    at = next(row for row in range(1, 20) if shown[f"A{row}"].value == "Skal betales tilbage")
    assert live[f"B{at}"].value == f"=MAX(0,SUM(B{at - 3}:B{at - 1}))"
    assert shown[f"B{at}"].value == 120
    assert column(shown, "B", at + 1, at + 2) == [200, 24000]
    assert live[f"B{at + 2}"].value == f"=ROUND(B{at}*B{at + 1},2)"


def test_the_spreadsheet_never_adds_up_what_is_incomplete() -> None:
    shown = book(paper(accounts=INCOMPLETE), cached=True)["Penge"]
    assert (shown["D2"].value, shown["E2"].value) == ("Ufuldstændig", "Ufuldstændig")
    assert (shown["D7"].value, shown["E7"].value) == ("Ufuldstændig", "Ufuldstændig")


def test_an_empty_year_makes_a_spreadsheet_and_a_paper() -> None:
    empty = paper(
        accounts=accounts(lines=(), outside=(), receipts=(), budgets=()),
        hours=sheet(kinds=(), moved_out=(), rate=None),
    )
    shown = book(empty, cached=True)["Penge"]
    assert [shown[f"{one}3"].value for one in "ABCD"] == ["I alt", 0, 0, 0]
    assert failures(render(accounts_paper(empty))) == []


def test_words_that_look_like_formulas_stay_words() -> None:
    line = dataclasses.replace(LINES[0], words="=1+1", explanation="=HYPERLINK(1)")
    page = book(paper(accounts=accounts(lines=(line,))), cached=False)["Penge"]
    assert page["F2"].data_type == "s"


def test_what_came_in_stands_beside_what_was_spent() -> None:
    total = accounts().total
    assert total.spent is not None
    left = abs(total.received - total.spent)
    assert f"{left:,.2f}".translate({ord(","): ".", ord("."): ","}) in received_words(accounts())
    assert received_words(INCOMPLETE) == ""
    assert any("er modtaget. Det er" in line for line in lines())


def test_lines_outside_the_accounts_are_named_so_that_none_seems_forgotten() -> None:
    assert "Uden for regnskabet: 4. Hjælperudgifter." in lines()
    shown = lines(dataclasses.replace(paper(), with_outside=True))
    assert not any("4. Hjælperudgifter." in line for line in shown)


def test_the_spreadsheet_tells_of_hours_that_others_pay_for_beside_the_sum() -> None:
    values = dataclasses.replace(paper(), hours=sheet(elsewhere=600))
    book = openpyxl.load_workbook(io.BytesIO(accounts_xlsx(values)))
    told = [row for row in book["Timer"].values if row[0] and "Betalt af andre" in str(row[0])]
    assert [row[1] for row in told] == [10]
    plain_book = openpyxl.load_workbook(io.BytesIO(accounts_xlsx(paper())))
    assert not [row for row in plain_book["Timer"].values if "Betalt" in str(row[0])]
