"""Budgets of a file: their lines, a revision, and the municipality's own from a spreadsheet."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
from openpyxl import Workbook

from bpa_desktop.domain.budget import Budget, BudgetLine, MoneyClass
from bpa_desktop.domain.standard_line import StandardLine
from bpa_desktop.i18n import speaking
from bpa_desktop.services.budget_import import (
    NoLines,
    column_words,
    foresee,
    foreseen_words,
    other_sheet,
    put_in_budget,
    read_budget_file,
)
from bpa_desktop.services.budgets import (
    begin_revision,
    budget_in_use,
    drop_budget,
    lines_of,
    next_place,
    notes,
    sentence,
)
from tests.services.little_roster import lay, open_empty

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bpa_desktop.services.session import Session

YEAR = Budget(
    id="year", name="Budget 2026", valid_from=dt.date(2026, 1, 1), valid_to=dt.date(2026, 12, 31)
)


@pytest.fixture(name="session")
def _session(tmp_path: Path) -> Iterator[Session]:
    with open_empty(tmp_path) as session:
        lay(
            session,
            YEAR,
            line(2, "Hjælperrelateret", "4800", money_class=MoneyClass.OUTSIDE),
            line(1, "Grundløn", "365000", standard=StandardLine.BASIC_PAY, minutes=365 * 60),
            line(3, "Modregning", "-3650", standard=StandardLine.SET_OFF),
        )
        yield session


def line(place: int, words: str, amount: str, **fields: Any) -> BudgetLine:
    return BudgetLine(
        id=f"line{place}", budget="year", place=place, words=words, amount=Decimal(amount), **fields
    )


def test_the_lines_stand_in_the_municipality_s_order(session: Session) -> None:
    assert [one.words for one in lines_of(session, YEAR)] == [
        "Grundløn",
        "Hjælperrelateret",
        "Modregning",
    ]
    assert next_place(session, YEAR) == 4


def test_the_sentence_tells_the_sum_the_days_and_what_is_open(session: Session) -> None:
    found = budget_in_use(session)
    assert found is not None
    with speaking("en"):
        assert sentence(found) == (
            "DKK\u00a0361,350.00 for 365 days, 1 January 2026 to 31 December 2026. "
            "1 line does not say yet what it is for."
        )
        assert notes(found) == ("Outside the accounts, section 10: DKK\u00a04,800.00",)


def test_a_file_without_a_budget_has_none(tmp_path: Path) -> None:
    folder = tmp_path / "other"
    folder.mkdir()
    with open_empty(folder) as session:
        assert budget_in_use(session) is None


def test_a_revision_copies_the_lines_and_the_old_budget_stays(session: Session) -> None:
    new = begin_revision(session, YEAR, dt.date(2026, 4, 1))
    assert (new.valid_from, new.valid_to) == (dt.date(2026, 4, 1), dt.date(2026, 12, 31))
    assert [(one.words, one.amount, one.minutes) for one in lines_of(session, new)] == [
        ("Grundløn", 275_000, 275 * 60),
        ("Hjælperrelateret", Decimal("3616.44"), None),
        ("Modregning", -2750, None),
    ]
    old = budget_in_use(session, "year")
    assert old is not None
    assert [one.amount for one in old.lines] == [365_000, 4800, -3650]
    assert old.counts_until == dt.date(2026, 3, 31)
    with speaking("en"):
        assert "It counts through 31 March 2026. Then a later budget takes its place." in notes(old)


def test_the_budget_of_today_is_the_one_that_is_shown(session: Session) -> None:
    begin_revision(session, YEAR, dt.date(2026, 4, 1))
    found = budget_in_use(session)
    assert found is not None
    assert found.budget.id == "year"


def test_a_revision_is_one_action(session: Session) -> None:
    begin_revision(session, YEAR, dt.date(2027, 1, 1))
    session.undo()
    assert session.records.all(Budget) == (YEAR,)
    assert session.records.count(BudgetLine) == 3


def test_a_budget_goes_with_its_lines_and_comes_back_whole(session: Session) -> None:
    drop_budget(session, YEAR)
    assert not session.records.all(BudgetLine)
    session.undo()
    assert session.records.count(BudgetLine) == 3


def spreadsheet(path: Path) -> Path:
    made = Workbook()
    made.active.title = "Forside"
    made.active.append(["Brev", "til dig"])
    sheet = made.create_sheet("Budget")
    for row in (
        ["Post", "Timer", "Beløb"],
        ["Grundløn", 8760, 1234567.5],
        ["Aftentillæg", None, "59.392,80"],
        ["Forsikringer", None, "efter regning"],
        ["Sæbe og handsker", None, 4800],
        ["I alt", None, 1298760.3],
    ):
        sheet.append(row)
    made.save(path)
    return path


def test_a_spreadsheet_is_shown_as_it_is_understood_and_put_in_as_one_action(
    session: Session, tmp_path: Path
) -> None:
    reading = read_budget_file(spreadsheet(tmp_path / "Budget 2027.xlsx"), session.today)
    assert (reading.table.name, reading.first, reading.last) == (
        "Budget",
        dt.date(2027, 1, 1),
        dt.date(2027, 12, 31),
    )
    assert column_words(reading) == ["A: Post", "B: Timer", "C: Beløb"]
    found = foresee(reading)
    with speaking("en"):
        assert foreseen_words(reading, found) == (
            "3 lines were read, DKK\u00a01,298,760.30 in all. 1 row cannot be read and is left out."
        )
    budget, count = put_in_budget(session, reading)
    lines = lines_of(session, budget)
    assert (budget.name, count) == ("Budget 2027", 3)
    assert [(one.place, one.words, one.amount, one.standard) for one in lines] == [
        (1, "Grundløn", Decimal("1234567.50"), StandardLine.BASIC_PAY),
        (2, "Aftentillæg", Decimal("59392.80"), StandardLine.EVENING),
        (3, "Sæbe og handsker", 4800, StandardLine.HELPER_RELATED),
    ]
    assert [one.money_class for one in lines][-1] is MoneyClass.OUTSIDE
    session.undo()
    assert session.records.all(Budget) == (YEAR,)


def test_sums_are_taken_too_when_that_is_chosen(session: Session, tmp_path: Path) -> None:
    reading = read_budget_file(spreadsheet(tmp_path / "b.xlsx"), session.today)
    found = foresee(reading._replace(with_sums=True))
    assert [one.words for one in found.lines][-1] == "I alt"
    assert reading.first == dt.date(2026, 1, 1)


def test_a_sheet_without_lines_writes_nothing(session: Session, tmp_path: Path) -> None:
    reading = other_sheet(read_budget_file(spreadsheet(tmp_path / "b.xlsx"), session.today), 0)
    with pytest.raises(NoLines):
        put_in_budget(session, reading)
    assert session.records.all(Budget) == (YEAR,)
