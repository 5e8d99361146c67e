"""The place of the budget by what it is called: built, from a file, revised and deleted."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QThreadPool
from PySide6.QtWidgets import QComboBox, QFileDialog, QLineEdit

from bpa_desktop.domain.budget import Budget, BudgetLine
from bpa_desktop.domain.grant import Grant, GrantLine, Per
from bpa_desktop.domain.own_rate import OwnRate, RateName
from bpa_desktop.domain.scheme import Party, Scheme
from bpa_desktop.domain.standard_line import StandardLine
from bpa_desktop.views.budget_import_panel import open_budget_file
from bpa_desktop.views.budget_page import BudgetPage
from tests.services.little_roster import lay, open_little
from tests.views.person import person_at
from tests.views.windows import settle

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

    from tests.views.person import Person

GRANT = Grant(
    id="grant",
    valid_from=dt.date(2025, 1, 1),
    lines=(GrantLine(minutes=1440, per=Per.DAY, from_time=dt.time(), to_time=dt.time()),),
)
SCHEME = Scheme(
    id="scheme", citizen_name="Eksempel", municipality="Brønderslev", employer=Party.COMPANY
)
HOUR = OwnRate(name=RateName.AGREED_HOUR, value=Decimal(100), valid_from=dt.date(2025, 1, 1))


@pytest.fixture(name="me")
def _me(qapp: QApplication, tmp_path: Path) -> Iterator[Person]:
    session = open_little(tmp_path)
    lay(session, SCHEME, GRANT)
    with person_at(qapp, session, known_as=__name__, place="budget") as person:
        yield person


def enter(me: Person, label: str, text: str) -> None:
    """Write into the field of the panel that is called ``label``, and leave it."""
    fields = me.window.frame.panel.findChildren(QLineEdit)
    line = next(one for one in fields if one.accessibleName() == label)
    line.setText(text)
    line.editingFinished.emit()
    settle(me.window.frame)


def budgets(me: Person) -> tuple[Budget, ...]:
    return me.session.records.all(Budget)


def test_a_budget_is_built_from_the_grant_and_each_line_says_how(me: Person) -> None:
    me.press("Byg ud fra bevillingen")
    assert len(me.heard) == 1
    assert "Timeløn på løntrin 11 mangler fra 1. januar 2026." in me.words()
    lay(me.session, HOUR)
    me.window.desk.changed.emit(frozenset({"own_rate"}))
    settle(me.window.frame)
    assert "Grundløn: 876.000,00\u00a0kr." in me.words()
    assert not budgets(me)
    me.press("Lav budgettet")
    count = len(me.session.records.all(BudgetLine))
    assert me.heard == [f"Budget 2026 er lavet med {count} linjer. Fortryd med Ctrl Z."]
    assert me.sees("1. Grundløn, 8.760 timer")
    assert "8.760 timer × 5,31\u00a0kr." in me.words()
    me.press("Fortryd: byg et budget ud fra bevillingen")
    assert not budgets(me)


def test_what_is_assumed_can_be_changed_and_a_wrong_number_is_told(me: Person) -> None:
    lay(me.session, HOUR)
    me.press("Byg ud fra bevillingen")
    assert "Personalemøder:" in me.words()
    enter(me, "Antal hjælpere", "1")
    assert "Personalemøder:" not in me.words()
    enter(me, "Procent af lønnen med pension", "150")
    assert "Skriv et tal på højst 100 procent." in me.words()


def test_a_line_is_opened_and_another_is_added_last(me: Person) -> None:
    lay(me.session, Budget(id="b", valid_from=dt.date(2026, 1, 1), valid_to=dt.date(2026, 12, 31)))
    lay(me.session, BudgetLine(budget="b", words="Diverse", amount=Decimal(500)))
    me.window.desk.changed.emit(frozenset({"budget"}))
    settle(me.window.frame)
    assert "Ikke sagt endnu, hvad den er til. Betales forud." in me.words()
    me.press("1. Diverse")
    assert me.heard == ["Budgetlinje. 1. Diverse, 500,00\u00a0kr."]
    me.press("Ny linje")
    place = me.window.frame.panel.findChild(QLineEdit, "place")
    assert place is not None
    assert place.text() == "2"


def work(me: Person) -> None:
    """Wait for what runs on threads."""
    assert QThreadPool.globalInstance().waitForDone(30_000)
    settle(me.window.frame)


def read(me: Person, path: Path) -> None:
    page = me.window.frame.page
    assert isinstance(page, BudgetPage)
    task = open_budget_file(page, path)
    assert task.is_running
    work(me)


def test_a_file_is_matched_column_by_column_before_anything_is_written(
    me: Person, tmp_path: Path
) -> None:
    path = tmp_path / "Budget 2026.csv"
    path.write_text("Grundløn;4000;1.000.000\nPension;300;120.000\n", encoding="cp1252")
    read(me, path)
    assert "2 linjer er læst, 1.120.000,00\u00a0kr. i alt." in me.words()
    boxes = me.window.frame.panel.findChildren(QComboBox)
    hours = next(one for one in boxes if one.accessibleName() == "Timer står i kolonne")
    hours.setCurrentIndex(2)
    hours.activated.emit(2)
    settle(me.window.frame)
    assert "Grundløn, 4.000 timer: 1.000.000,00\u00a0kr." in me.words()
    assert not budgets(me)
    me.press("Sæt 2 linjer ind")
    assert me.heard == ["Budget 2026 er lavet med 2 linjer. Fortryd med Ctrl Z."]
    lines = me.session.records.all(BudgetLine)
    assert [one.standard for one in lines] == [StandardLine.BASIC_PAY, StandardLine.PENSION]
    assert [one.minutes for one in lines] == [240_000, 18_000]


@pytest.mark.parametrize("is_chosen", [True, False])
def test_the_system_asks_which_file(
    me: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, is_chosen: bool
) -> None:
    path = tmp_path / "b.csv"
    path.write_text("Løn;1.000\n", encoding="utf-8")
    answer = (str(path) if is_chosen else "", "")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_asked: answer)
    me.press("Hent et budget fra en fil")
    work(me)
    told = "Budget fra en fil. 1 linje er læst, 1.000,00\u00a0kr. i alt."
    assert me.sees("Sæt 1 linje ind") is is_chosen
    assert (told in me.window.desk.announcer.log) is is_chosen


def test_nothing_opens_for_whoever_has_left_the_page(me: Person, tmp_path: Path) -> None:
    path = tmp_path / "b.csv"
    path.write_text("Løn;1.000\n", encoding="utf-8")
    page = me.window.frame.page
    assert isinstance(page, BudgetPage)
    open_budget_file(page, path)
    me.window.frame.go("today")
    work(me)
    assert me.window.frame.panel.content is None
    assert not budgets(me)


def test_a_wrong_file_is_told_and_changes_nothing(me: Person, tmp_path: Path) -> None:
    path = tmp_path / "brev.pdf"
    path.write_bytes(b"%PDF-1.7")
    read(me, path)
    said = me.window.desk.last_said
    assert said == "Det er ikke et regneark. Vælg en fil, der ender på .xlsx eller .csv."
    assert not budgets(me)


def test_a_new_budget_from_a_date_and_the_old_one_are_both_there(me: Person) -> None:
    old = Budget(
        id="b", name="2026", valid_from=dt.date(2026, 1, 1), valid_to=dt.date(2026, 12, 31)
    )
    lay(me.session, old, BudgetLine(budget="b", words="Løn", amount=Decimal(365)))
    me.window.desk.changed.emit(frozenset({"budget"}))
    settle(me.window.frame)
    me.press("Nyt budget fra en dato")
    enter(me, "Fra", "1. april 2026")
    me.press("Lav budgettet fra 1. april 2026")
    assert me.sees("2026 fra 1. april 2026")
    assert "Det gælder til og med 31. marts 2026. Derefter gælder et senere budget." in me.words()
    me.press("2026 fra 1. april 2026")
    assert "275,00\u00a0kr. for 275 dage" in me.words()
    me.press("Slet dette budget")
    assert budgets(me) == (old,)


def test_a_pension_on_which_the_sources_disagree_counts_when_it_is_taken(me: Person) -> None:
    lay(me.session, HOUR, replace(SCHEME, municipality="Ishøj"))
    me.press("Byg ud fra bevillingen")
    assert "Pension: ufuldstændig" in me.words()
    assert "Kilderne er uenige: Brønderslev Kommune" in me.words()
    me.press("Brug 12,89 procent pension")
    assert "Pension: ufuldstændig" not in me.words()
    assert not me.sees("Brug 12,89 procent pension")
