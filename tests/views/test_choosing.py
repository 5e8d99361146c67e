"""Several shifts chosen by pressing them, and what is done with them, by names alone."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit

from bpa_desktop.domain.grant import Grant, GrantLine, Per
from bpa_desktop.domain.kinds import HourKind
from bpa_desktop.domain.roster import Shift, ShiftState
from bpa_desktop.services.preferences import Preferences
from bpa_desktop.views.roster_page import RosterPage
from tests.services.little_roster import (
    days_and_evenings,
    helper,
    lay,
    open_empty,
    open_little,
    shift,
)
from tests.views.audit import Setting, audit
from tests.views.audit.tree import shown
from tests.views.person import person_at
from tests.views.windows import settle

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

    from tests.views.person import Person

MONDAY = "07–15, Anna Prøve, mandag 16. marts"
TUESDAY = "07–15, Anna Prøve, tirsdag 17. marts"


def choose_several(person: Person) -> None:
    person.press("Flere handlinger")
    person.press("Vælg flere")


@pytest.fixture
def little(qapp: QApplication, tmp_path: Path) -> Iterator[Person]:
    session = open_little(tmp_path)
    lay(
        session,
        *days_and_evenings("anna", "03-16", 3, "07:00", "15:00"),
        shift("03-19 10:00", "03-19 12:00", None),
        shift("03-24 07:00", "03-24 15:00", "bo"),
    )
    with person_at(qapp, session, known_as=__name__, place="roster") as person:
        yield person


def visit(person: Person) -> RosterPage:
    page = person.page
    assert isinstance(page, RosterPage)
    return page


def panel(person: Person) -> str:
    return person.window.frame.panel.title


def test_while_choosing_a_press_on_a_shift_chooses_it_and_says_so(little: Person) -> None:
    choose_several(little)
    assert little.heard == ["Tryk på de vagter, du vil gøre noget med."]
    assert panel(little) == "Valgte vagter"
    little.press(MONDAY)
    assert little.heard == ["1 vagt er valgt."]
    little.press(TUESDAY)
    assert little.heard == ["2 vagter er valgt."]
    assert little.sees(f"{MONDAY}, valgt")
    assert little.focus == f"{TUESDAY}, valgt"
    words = little.words()
    assert "2 vagter er valgt. 16 timer." in words
    assert "mandag 16. marts 07–15, Anna Prøve" in words
    little.press(MONDAY)
    assert little.heard == ["1 vagt er valgt."]
    assert not little.sees(f"{MONDAY}, valgt")


def test_a_press_never_makes_a_shift_while_choosing(little: Person) -> None:
    before = little.everything()
    choose_several(little)
    little.press("ny, Bo Prøve, mandag 16. marts")
    assert little.heard == ["Der er ingen vagt at vælge."]
    assert little.everything() == before


def test_everything_in_the_days_is_chosen_or_nothing(little: Person) -> None:
    choose_several(little)
    assert not little.sees("Handlinger for valgte (0)")
    little.press("Vælg alle")
    assert little.heard == ["4 vagter er valgt."]
    assert little.sees("Handlinger for valgte (4)")
    little.press("Vælg ingen")
    assert little.heard == ["0 vagter er valgt."]
    assert "Tryk på de vagter, du vil gøre noget med." in little.words()


def test_the_choice_lasts_from_week_to_week(little: Person) -> None:
    choose_several(little)
    little.press(MONDAY)
    little.press("Næste")
    assert panel(little) == "Valgte vagter"
    little.press("07–15, Bo Prøve, tirsdag 24. marts")
    assert little.heard == ["2 vagter er valgt."]
    little.press("Forrige")
    assert little.sees(f"{MONDAY}, valgt")


def test_the_end_of_choosing_opens_shifts_again(little: Person) -> None:
    choose_several(little)
    little.press(MONDAY)
    little.press("Stop med at vælge")
    assert little.heard == ["Et tryk åbner igen en vagt."]
    assert little.window.frame.panel.content is None
    assert not little.sees(f"{MONDAY}, valgt")
    assert little.sees("Ny vagt")
    little.press(MONDAY)
    assert panel(little) == "Anna Prøve"


@pytest.mark.parametrize(
    ("press", "sentence"),
    [
        ("Gør ubesat", "2 vagter er ubesatte. Fortryd med Ctrl Z."),
        ("Aflys", "2 vagter er aflyst. Fortryd med Ctrl Z."),
        ("Slet", "2 vagter er slettet. Fortryd med Ctrl Z."),
        ("Senere", "2 vagter har nye tider. Fortryd med Ctrl Z."),
        ("Kortere", "2 vagter har nye tider. Fortryd med Ctrl Z."),
        ("Del i to", "2 vagter er delt. Anden del af hver er ubesat. Fortryd med Ctrl Z."),
        ("Flyt til Dina", "Dina er booket på 2 vagter. Fortryd med Ctrl Z."),
        ("Kopiér til næste uge", "2 vagter er kopieret til næste uge. Fortryd med Ctrl Z."),
    ],
)
def test_each_action_is_one_press_one_sentence_and_one_undo(
    little: Person, press: str, sentence: str
) -> None:
    choose_several(little)
    little.press(MONDAY)
    little.press(TUESDAY)
    before = little.everything()
    little.press(press)
    assert little.heard == [sentence]
    assert little.everything() != before
    little.window.desk.undo()
    assert little.everything() == before


def test_kind_and_note_are_the_same_for_all(little: Person) -> None:
    lines = (GrantLine(kind=HourKind.TRAINING, minutes=600, per=Per.WEEK),)
    lay(little.session, Grant(id="grant", valid_from=dt.date(2026, 1, 1), lines=lines))
    choose_several(little)
    little.press(MONDAY)
    little.press(TUESDAY)
    before = little.everything()
    little.press("Oplæring")
    assert little.heard == ["2 vagter er nu oplæring. Fortryd med Ctrl Z."]
    little.window.desk.undo()
    assert little.everything() == before
    words = next(one for one in shown(little.window.frame) if isinstance(one, QPlainTextEdit))
    words.setPlainText("Husk nøglen")
    little.press("Gem note")
    assert little.heard == ["Noten står nu på 2 vagter. Fortryd med Ctrl Z."]
    assert little.everything().count("Husk nøglen") == 2


def test_what_is_over_goes_as_planned_and_the_rest_stays(little: Person) -> None:
    lay(little.session, shift("03-16 05:00", "03-16 06:30", "dina"))
    settle(little.window.frame)
    choose_several(little)
    little.press("05–06:30, Dina Prøve, mandag 16. marts")
    little.press(TUESDAY)
    little.press("Gik som planlagt")
    assert little.heard == [
        (
            "1 vagt gik som planlagt. Fortryd med Ctrl Z. 1 vagt bliver, som den er: "
            "ikke slut endnu (tirsdag 17. marts 07–15)."
        )
    ]
    worked = [one for one in little.session.records.all(Shift) if one.state is ShiftState.WORKED]
    assert [one.helper for one in worked] == ["dina"]


def test_deleted_shifts_are_chosen_no_more(little: Person) -> None:
    choose_several(little)
    little.press(MONDAY)
    little.press(TUESDAY)
    little.press("Slet")
    assert not little.sees("Handlinger for valgte (2)")
    assert visit(little).choosing.ids == frozenset()
    assert "Tryk på de vagter, du vil gøre noget med." in little.words()


def test_moved_shifts_stay_chosen_so_that_more_can_be_done(little: Person) -> None:
    choose_several(little)
    little.press(MONDAY)
    little.press("Flyt til Dina")
    assert little.sees("07–15, Dina Prøve, mandag 16. marts, valgt")
    assert "mandag 16. marts 07–15, Dina Prøve" in little.words()


def test_a_day_of_the_month_chooses_all_its_shifts(qapp: QApplication, tmp_path: Path) -> None:
    session = open_little(tmp_path)
    lay(
        session,
        *days_and_evenings("anna", "03-16", 2, "07:00", "15:00"),
        *days_and_evenings("bo", "03-16", 1, "15:00", "23:00"),
    )
    month = Preferences(colours="light", roster_view="month")
    with person_at(qapp, session, month) as person:
        person.press("Vagtplan")
        choose_several(person)
        person.press("16 16 af 16")
        assert person.heard == ["2 vagter er valgt."]
        assert person.button("16 16 af 16").accessibleName().endswith("valgt")
        person.press("17 8 af 8")
        assert person.heard == ["3 vagter er valgt."]
        person.press("16 16 af 16")
        assert person.heard == ["1 vagt er valgt."]


@pytest.mark.parametrize("view", ["list", "two_weeks"])
def test_lines_and_cells_of_every_view_can_be_chosen(
    qapp: QApplication, tmp_path: Path, view: str
) -> None:
    session = open_little(tmp_path)
    lay(session, *days_and_evenings("anna", "03-16", 2, "07:00", "15:00"))
    with person_at(qapp, session, Preferences(colours="light", roster_view=view)) as person:
        person.press("Vagtplan")
        choose_several(person)
        name = MONDAY if view == "two_weeks" else MONDAY.replace("15, ", "15 ")
        person.press(name)
        assert person.heard == ["1 vagt er valgt."]
        assert person.sees(f"{name}, valgt")


def test_with_the_keyboard_alone(little: Person) -> None:
    choose_several(little)
    little.button(MONDAY).setFocus()
    little.key(Qt.Key.Key_Space)
    little.key(Qt.Key.Key_Right)
    little.key(Qt.Key.Key_Return)
    assert little.heard == ["2 vagter er valgt."]
    assert little.focus == f"{TUESDAY}, valgt"


def test_a_narrow_window_keeps_the_roster_in_sight_until_the_actions_are_asked_for(
    qapp: QApplication, tmp_path: Path
) -> None:
    session = open_little(tmp_path)
    lay(session, *days_and_evenings("anna", "03-16", 2, "07:00", "15:00"))
    with person_at(qapp, session, size=(1000, 800)) as person:
        person.press("Vagtplan")
        choose_several(person)
        person.press(MONDAY)
        person.press(TUESDAY)
        assert person.page.isVisible()
        person.press("Handlinger for valgte (2)")
        assert not person.page.isVisible()
        person.press("Gør ubesat")
        assert person.heard == ["2 vagter er ubesatte. Fortryd med Ctrl Z."]
        person.press("Luk")
        assert person.sees("07–15, ubesat, mandag 16. marts, valgt")


def test_the_command_box_begins_the_choosing_too(little: Person) -> None:
    little.window.frame.go("today")
    overlays = little.window.frame.overlays
    overlays.open_box()
    overlays.box.field.setText("markér vagter")
    settle(little.window.frame)
    little.press("Vælg flere")
    assert little.window.frame.current == "roster"
    assert visit(little).choosing.is_on


def test_in_another_file_nothing_is_chosen(
    little: Person, tmp_path_factory: pytest.TempPathFactory
) -> None:
    choose_several(little)
    little.press(MONDAY)
    before = little.session
    with open_empty(tmp_path_factory.mktemp("other")) as other:
        little.window.desk.open(other)
        little.window.frame.go("roster")
        settle(little.window.frame)
        assert not visit(little).choosing.is_on
        assert not little.sees("Stop med at vælge")
        little.window.desk.open(before)
        little.window.frame.go("roster")
        settle(little.window.frame)
    assert little.sees("Flere handlinger")


def test_two_helpers_of_one_name_are_told_apart(little: Person) -> None:
    lay(little.session, replace(helper("Bo Andersen"), id="other"))
    settle(little.window.frame)
    choose_several(little)
    little.press(MONDAY)
    assert little.sees("Flyt til Bo Andersen")
    people = frozenset({*little.session.helper_names().values(), "ubesat"})
    assert audit(little.window.frame, Setting(screen="choosing", people=people)) == []
