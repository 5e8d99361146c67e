"""A municipality's budget in a table: amounts as people write them, columns, sums and faults."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bpa_desktop.domain.standard_line import StandardLine
from bpa_desktop.i18n import money, speaking
from bpa_desktop.intake.budget_lines import (
    Columns,
    Why,
    amount_of,
    budget_lines,
    guess,
    minutes_in,
)
from bpa_desktop.intake.budget_words import is_sum, likely
from bpa_desktop.intake.spreadsheet import Row, Sheet

if TYPE_CHECKING:
    from bpa_desktop.intake.spreadsheet import Cell

LINE = StandardLine


def sheet(*rows: tuple[Cell, ...]) -> Sheet:
    return Sheet("Budget", tuple(Row(number, cells) for number, cells in enumerate(rows, start=1)))


@pytest.mark.parametrize(
    ("written", "kroner"),
    [
        ("1.234.567,50", "1234567.50"),
        ("1234,5", "1234.50"),
        ("1.234", "1234"),
        ("1,234", "1234"),
        ("1,234.50", "1234.50"),
        ("1234.50", "1234.50"),
        ("1 234,50", "1234.50"),
        ("kr. 1.000,00", "1000"),
        ("1.000,- kr", "1000"),
        ("1.000,-", "1000"),
        ("-1.000", "-1000"),
        ("−1.000", "-1000"),
        ("1.000-", "-1000"),
        ("(1.000)", "-1000"),
        ("( 1.000,25 kr.)", "-1000.25"),
        ("+5", "5"),
        ("-", "0"),
        ("0,005", "5"),
        ("2,345,6", None),
        ("1.23.4", None),
        ("12 %", None),
        ("#REF!", None),
        ("efter regning", None),
        ("1" * 30, None),
        ("", None),
    ],
)
def test_an_amount_is_read_as_people_write_it(written: str, kroner: str | None) -> None:
    assert amount_of(written) == (None if kroner is None else Decimal(kroner))


@given(st.decimals("-9999999", "9999999", places=2), st.sampled_from(["da", "en"]))
def test_every_amount_that_the_program_writes_is_read_back(kroner: Decimal, code: str) -> None:
    with speaking(code):
        written = money(kroner)
    assert amount_of(written) == kroner
    behind = written.replace("−", "").replace("\u00a0kr.", "") + ("-" if kroner < 0 else "")
    assert amount_of(behind.removeprefix("DKK\u00a0")) == kroner


def test_a_number_of_a_spreadsheet_is_rounded_to_the_ore() -> None:
    assert amount_of(Decimal("0.1") + Decimal("0.205")) == Decimal("0.31")
    assert amount_of(Decimal("-2.345")) == Decimal("-2.35")


@pytest.mark.parametrize(
    ("written", "minutes"),
    [("1.460", 87600), ("7,5", 450), ("7:30", 450), ("8760 timer", 525600), ("x", None)],
)
def test_hours_are_read_to_the_minute(written: str, minutes: int | None) -> None:
    assert minutes_in(written) == minutes


HEADED = sheet(
    ("BPA-budget for 2026", "", "", ""),
    ("Nr.", "Budgetpost", "Timer", "Beløb i kr."),
    ("", "Løn", "", ""),
    (Decimal(1), "Grundløn", "8.760", "1.234.567,50"),
    (Decimal(2), "Aftentillæg", "", Decimal("59392.8")),
    (Decimal(3), "Modregning af plejetillæg", "", "12.000-"),
    ("", "I alt", "", "1.281.960,30"),
)


def test_the_columns_are_known_by_what_heads_them() -> None:
    assert guess(HEADED) == Columns(words=1, amount=3, hours=2, number=0, header=2)


def test_lines_come_word_for_word_in_their_order() -> None:
    found = budget_lines(HEADED, guess(HEADED))
    assert [(one.words, one.amount, one.minutes) for one in found.lines] == [
        ("Grundløn", Decimal("1234567.50"), 8760 * 60),
        ("Aftentillæg", Decimal("59392.80"), None),
        ("Modregning af plejetillæg", Decimal(-12000), None),
    ]
    assert [(one.row, one.words, one.why) for one in found.left_out] == [
        (3, "Løn", Why.HEADING),
        (7, "I alt", Why.SUM),
    ]
    assert found.left_out[1].line is not None
    assert found.left_out[1].line.amount == Decimal("1281960.30")


def test_without_headings_the_columns_are_known_by_what_is_in_them() -> None:
    bare = sheet(("10", "Løn", "1.000.000"), ("20", "Pension", "120.000"))
    assert guess(bare) == Columns(words=1, amount=2)
    assert len(budget_lines(bare, guess(bare)).lines) == 2


def test_the_year_beside_a_heading_does_not_hide_it() -> None:
    years = sheet(("Konto", "Budget 2026"), ("Løn", Decimal(5)))
    assert guess(years) == Columns(words=0, amount=1, header=1)


def test_what_cannot_be_read_is_left_out_and_says_why() -> None:
    rows = (
        Row(1, ("Løn", "efter regning", "")),
        Row(2, ("", Decimal(5), "")),
        Row(3, ("Pension", "", ""), frozenset({1})),
        Row(4, ("ATP", Decimal(5), "mange")),
    )
    found = budget_lines(Sheet("", rows), Columns(0, 1, 2))
    assert [one.why for one in found.left_out] == [
        Why.UNCLEAR,
        Why.WORDLESS,
        Why.UNWORKED,
        Why.HOURS,
    ]
    assert found.lines == ()


def test_below_a_merged_cell_the_words_of_the_row_are_taken() -> None:
    merged = sheet(("Løn", "Grundløn", Decimal(5)), ("", "Tillæg", Decimal(6)))
    found = budget_lines(merged, Columns(0, 2))
    assert [one.words for one in found.lines] == ["Løn", "Tillæg"]


@pytest.mark.parametrize(
    ("words", "standard"),
    [
        ("Grundløn", LINE.BASIC_PAY),
        ("Løn til hjælpere, løntrin 11", LINE.BASIC_PAY),
        ("Aftentillæg", LINE.EVENING),
        ("Nattillæg", LINE.NIGHT),
        ("Aften- og nattillæg", LINE.SUPPLEMENTS),
        ("Lørdagstillæg", LINE.SATURDAY),
        ("Søn- og helligdagstillæg", LINE.SUNDAY),
        ("Rummelighed 2 %", LINE.HEADROOM),
        ("Rådighedstimer", LINE.AVAILABILITY),
        ("Personalemøder", LINE.STAFF_MEETINGS),
        ("MUS", LINE.MUS),
        ("Oplæring af nye hjælpere", LINE.TRAINING),
        ("Kurser", LINE.COURSES),
        ("Feriegodtgørelse 12,5 %", LINE.HOLIDAY_PAY),
        ("Pension", LINE.PENSION),
        ("ATP", LINE.ATP),
        ("Barsel.dk", LINE.BARSEL),
        ("Løn under sygdom", LINE.SICK_PAY),
        ("Barns 1. og 2. sygedag", LINE.SICK_PAY),
        ("Forsikringer", LINE.INSURANCE),
        ("Udarbejdelse af APV", LINE.WORK_ENVIRONMENT),
        ("Arbejdsgiveropgaven", LINE.EMPLOYER_TASK),
        ("Lønadministration", LINE.PAYROLL),
        ("Annonceudgifter", LINE.ADVERTS),
        ("Sæbe, handsker, strøm", LINE.HELPER_RELATED),
        ("Hjælperrelaterede udgifter", LINE.HELPER_RELATED),
        ("Rejseudgifter til hjælper", LINE.HOLIDAY_TRIP),
        ("G-dage", LINE.G_DAYS),
        ("Modregning af bistandstillæg", LINE.SET_OFF),
        ("Diverse", None),
        ("Central opgave", None),
    ],
)
def test_what_a_line_is_for_is_guessed_by_its_words(
    words: str, standard: StandardLine | None
) -> None:
    assert likely(words) is standard


@pytest.mark.parametrize("words", ["I alt", "Løn i alt", "IALT kr.", "Total", "Samlet budget"])
def test_a_sum_is_known_by_its_words(words: str) -> None:
    assert is_sum(words)


@pytest.mark.parametrize("words", ["Løn", "Totalt uvant: rejse", "Alt muligt"])
def test_an_ordinary_line_is_no_sum(words: str) -> None:
    assert not is_sum(words)
