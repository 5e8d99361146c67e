"""The place Roster, used by the names of its buttons and with the keyboard alone."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from bpa_desktop import i18n
from bpa_desktop.domain.absence import Absence, AbsenceKind
from bpa_desktop.domain.activity import ActivityItem
from bpa_desktop.domain.kinds import HourKind
from bpa_desktop.domain.people import Employment
from bpa_desktop.domain.roster import Shift, ShiftState
from bpa_desktop.services.preferences import Preferences
from bpa_desktop.views.roster_grid import RosterGrid
from bpa_desktop.views.roster_list import RosterList
from bpa_desktop.views.roster_page import RosterPage
from bpa_desktop.views.shift_button import ShiftButton
from tests.services.little_roster import (
    days_and_evenings,
    helper,
    lay,
    open_empty,
    open_little,
    round_the_clock,
    shift,
)
from tests.views.audit import Setting, audit
from tests.views.audit.tree import buttons, is_within, shown
from tests.views.person import example_copy, person_at
from tests.views.windows import settle, write_file

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.views.person import Person

Key, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier
LIST = Preferences(colours="light", roster_view="list")


@pytest.fixture(name="file", scope="module")
def _file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_file(tmp_path_factory.mktemp("roster"))


def lay_a_week(person_session: object) -> None:
    lay(
        person_session,  # type: ignore[arg-type]
        *days_and_evenings("anna", "03-16", 5, "07:00", "15:00"),
        *days_and_evenings("bo", "03-09", 5, "15:00", "23:00"),
        *days_and_evenings("bo", "03-16", 5, "15:00", "23:00"),
        *days_and_evenings("carla", "03-16", 5, "23:00", "07:00"),
        *days_and_evenings("carla", "03-22", 1, "23:00", "07:00"),
        shift("03-19 10:00", "03-19 12:00", None),
    )


@pytest.fixture
def little(qapp: QApplication, tmp_path: Path) -> Iterator[Person]:
    """The roster of a file with four helpers and a week of shifts, on a Monday forenoon."""
    session = open_little(tmp_path)
    lay_a_week(session)
    with person_at(qapp, session, known_as=__name__, place="roster") as person:
        yield person


def cells(person: Person) -> list[str]:
    """The names of everything in the grid, from top to bottom."""
    return [
        one.accessibleName()
        for one in buttons(person.window.frame)
        if is_within(one, "roster_grid")
    ]


def visit(person: Person) -> RosterPage:
    page = person.page
    assert isinstance(page, RosterPage)
    return page


def focus_on(person: Person, name: str) -> None:
    person.button(name).setFocus()
    settle(person.window.frame)


def test_the_week_says_what_it_is(little: Person) -> None:
    words = little.words()
    assert "Vagtplan uge 12" in words
    assert "16. marts til 22. marts 2026. 121 af 123 timer er dækket. Der er 1 hul." in words
    for expected in ("man 16", "søn 22", "Dækning", "40 t", "24 af 24"):
        assert expected in words
    grid = next(one for one in shown(little.page) if one.objectName() == "roster_grid")
    assert grid.accessibleName() == "Vagtplan uge 12, 16. marts til 22. marts 2026"


def test_every_cell_says_who_and_when(little: Person) -> None:
    names = cells(little)
    assert names[0] == "10–12, ubesat, torsdag 19. marts"
    assert "07–15, Anna Prøve, mandag 16. marts" in names
    assert "23–07, Carla Prøve, søndag 22. marts" in names
    assert "ny, Bo Prøve, lørdag 21. marts, 15 til 23" in names
    assert len(names) == len(set(names))


@pytest.mark.parametrize("language", i18n.LANGUAGES)
def test_j3_an_evening_shift_on_saturday_in_three_presses(
    qapp: QApplication, tmp_path: Path, language: str
) -> None:
    session = open_little(tmp_path)
    lay_a_week(session)
    lay(session, *days_and_evenings("dina", "03-02", 3, "07:00", "15:00"))
    slot, evening, place = {
        "da": ("ny, Dina Prøve, lørdag 21. marts", "Aften", "Vagtplan"),
        "en": ("new, Dina Prøve, Saturday 21 March", "Evening", "Roster"),
    }[language]
    with person_at(qapp, session, Preferences(language=language, colours="light")) as person:
        before = person.everything()
        person.press(place)
        person.press(slot)
        assert len(person.heard) == 1
        person.press(evening)
        assert len(person.heard) == 1
        assert person.presses == 3
        made = next(
            one
            for one in person.session.records.all(Shift)
            if one.helper == "dina" and one.planned_start.day == 21
        )
        assert (made.planned_start.hour, made.planned_end.hour) == (15, 23)
        for _step in range(2):
            person.window.desk.undo()
        assert person.everything() == before


def test_the_slot_tells_the_times_that_its_shift_will_have(little: Person) -> None:
    little.press("ny, Bo Prøve, lørdag 21. marts")
    assert little.heard == ["Ny vagt til Bo 15 til 23 på lørdag. Fortryd med Ctrl Z."]
    assert little.sees("15–23, Bo Prøve, lørdag 21. marts")
    assert little.window.frame.panel.title == "Bo Prøve"


def test_the_focus_stays_on_the_cell_and_the_chosen_shift_is_marked(little: Person) -> None:
    focus_on(little, "ny, Bo Prøve, lørdag 21. marts, 15 til 23")
    little.key(Key.Key_Return)
    assert little.focus == "15–23, Bo Prøve, lørdag 21. marts, valgt"
    little.window.desk.close_panel()
    settle(little.window.frame)
    assert little.focus == "15–23, Bo Prøve, lørdag 21. marts"
    little.window.desk.undo()
    settle(little.window.frame)
    assert little.focus == "ny, Bo Prøve, lørdag 21. marts, 15 til 23"


def test_the_focus_stays_when_a_second_shift_makes_the_row_taller(little: Person) -> None:
    focus_on(little, "07–15, Anna Prøve, tirsdag 17. marts")
    lay(little.session, shift("03-16 18:00", "03-16 20:00", "anna"))
    settle(little.window.frame)
    assert little.focus == "07–15, Anna Prøve, tirsdag 17. marts"
    assert "18–20, Anna Prøve, mandag 16. marts" in cells(little)


def test_arrows_move_and_home_and_end_go_to_the_ends(little: Person) -> None:
    focus_on(little, "07–15, Anna Prøve, mandag 16. marts")
    little.key(Key.Key_Right)
    assert little.focus == "07–15, Anna Prøve, tirsdag 17. marts"
    little.key(Key.Key_Down)
    assert little.focus == "15–23, Bo Prøve, tirsdag 17. marts"
    little.key(Key.Key_End)
    assert little.focus == "ny, Bo Prøve, søndag 22. marts, 15 til 23"
    little.key(Key.Key_Home)
    assert little.focus == "15–23, Bo Prøve, mandag 16. marts"
    little.key(Key.Key_End, CTRL)
    assert little.focus.startswith("ny, Dina Prøve, mandag 16. marts")
    little.key(Key.Key_Home, CTRL)
    assert little.focus == "10–12, ubesat, torsdag 19. marts"


def test_pages_turn_the_week_and_the_focus_stays_in_the_grid(little: Person) -> None:
    focus_on(little, "07–15, Anna Prøve, mandag 16. marts")
    little.key(Key.Key_PageDown)
    assert little.heard == [
        (
            "Vagtplan uge 13. 23. marts til 29. marts 2026. 7 af 7 timer er dækket. "
            "Der er ingen huller."
        )
    ]
    assert "mandag 23. marts" in little.focus
    assert "Anna Prøve" in little.focus
    little.key(Key.Key_PageUp)
    assert little.focus == "07–15, Anna Prøve, mandag 16. marts"


def test_a_cell_that_goes_away_gives_its_focus_to_a_neighbour(little: Person) -> None:
    focus_on(little, "10–12, ubesat, torsdag 19. marts")
    little.key(Key.Key_PageDown)
    assert "Prøve" in little.focus
    assert "torsdag 26. marts" in little.focus


def test_the_bar_turns_the_week_and_comes_back(little: Person) -> None:
    little.press("Næste")
    assert "Vagtplan uge 13" in little.words()
    little.press("Næste")
    little.press("Forrige")
    little.press("Forrige")
    little.press("Forrige")
    assert "Vagtplan uge 11" in little.words()
    little.press("Denne uge")
    assert visit(little).first == dt.date(2026, 3, 16)


def test_ctrl_t_comes_back_from_any_place(little: Person) -> None:
    little.press("Næste")
    little.press("Timer")
    little.key(Key.Key_T, CTRL)
    assert little.window.frame.current == "roster"
    assert visit(little).first == dt.date(2026, 3, 16)


def test_a_shift_opens_with_its_finding_its_rule_and_its_source(little: Person) -> None:
    lay(little.session, shift("03-20 15:00", "03-20 23:00", "dina"))
    lay(little.session, shift("03-21 07:00", "03-21 15:00", "dina"))
    settle(little.window.frame)
    name = "07–15, Dina Prøve, lørdag 21. marts, advarsel: For lidt hvile"
    cell = little.button(name)
    assert isinstance(cell, ShiftButton)
    assert cell.warns
    little.press(name)
    words = little.words()
    assert "8 timer" in words
    assert "Arbejdsmiljøloven § 50" in words
    assert little.heard[0].startswith("Dina Prøve. lørdag 21. marts 07–15.")


@pytest.mark.parametrize(
    ("press", "start", "end"),
    [
        ("Tidligere", "14:30", "23:00"),
        ("Senere", "15:30", "23:00"),
        ("Kortere", "15:00", "22:30"),
        ("Længere", "15:00", "23:30"),
        ("Dag", "07:00", "15:00"),
        ("Nat", "23:00", "07:00"),
    ],
)
def test_each_button_moves_the_times_in_one_action(
    little: Person, press: str, start: str, end: str
) -> None:
    little.press("15–23, Bo Prøve, fredag 20. marts")
    before = little.everything()
    little.press(press)
    moved = next(one for one in little.session.records.all(Shift) if one.id == "bo-03-20-1500")
    assert (f"{moved.planned_start:%H:%M}", f"{moved.planned_end:%H:%M}") == (start, end)
    assert len(little.heard) == 1
    assert little.heard[0].startswith("Vagten er nu ")
    little.window.desk.undo()
    assert little.everything() == before


def test_a_time_can_be_written_in_any_way_it_is_said(little: Person) -> None:
    little.press("15–23, Bo Prøve, fredag 20. marts")
    little.write("Start", "15 30")
    assert little.heard == ["Vagten er nu 15:30 til 23 på fredag. Fortryd med Ctrl Z."]
    little.write("Slut", "kl. 22")
    assert little.sees("15:30–22, Bo Prøve, fredag 20. marts")
    little.write("Slut", "snart")
    assert little.heard[0].startswith("Det er ikke et klokkeslæt.")
    little.write("Slut", "22.00")
    assert little.heard == []
    assert little.sees("15:30–22, Bo Prøve, fredag 20. marts")


def test_the_chip_that_is_chosen_already_changes_nothing(little: Person) -> None:
    little.press("15–23, Bo Prøve, fredag 20. marts")
    before = little.everything()
    little.press("Aften")
    assert little.heard == ["Vagten er 15 til 23 på fredag."]
    assert little.everything() == before


def test_a_shift_of_half_an_hour_gets_no_shorter(little: Person) -> None:
    lay(little.session, shift("03-21 10:00", "03-21 10:30", "anna"))
    settle(little.window.frame)
    little.press("10–10:30, Anna Prøve, lørdag 21. marts")
    assert not little.sees("Kortere")
    assert not little.sees("Senere")
    assert little.sees("Længere")


def test_j4_a_shift_moves_in_two_presses(little: Person) -> None:
    before = little.everything()
    little.presses = 0
    little.press("07–15, Anna Prøve, onsdag 18. marts")
    little.press("Flyt til Dina")
    assert little.presses == 2
    assert little.heard == ["Dina er booket 07 til 15 på onsdag. Fortryd med Ctrl Z."]
    assert little.sees("07–15, Dina Prøve, onsdag 18. marts")
    assert little.window.frame.panel.title == "Dina Prøve"
    little.window.desk.undo()
    assert little.everything() == before


def test_the_reason_stands_beside_each_helper(little: Person) -> None:
    little.press("07–15, Anna Prøve, onsdag 18. marts")
    names = little.names()
    assert "Flyt til Dina, fri" in names
    assert "Flyt til Bo, kun 8 timers hvile" in names


@pytest.mark.parametrize(
    ("press", "sentence", "name"),
    [
        ("Gør ubesat", "er ubesat.", "07–15, ubesat, onsdag 18. marts"),
        ("Aflys vagt", "er aflyst.", "aflyst, Anna Prøve, onsdag 18. marts, 07 til 15"),
        ("Slet vagt", "er slettet.", "ny, Anna Prøve, onsdag 18. marts, 07 til 15"),
        ("Meld syg – Anna", "er ubesat.", "syg, Anna Prøve, onsdag 18. marts"),
    ],
)
def test_everything_else_is_one_press_too(
    little: Person, press: str, sentence: str, name: str
) -> None:
    little.press("07–15, Anna Prøve, onsdag 18. marts")
    before = little.everything()
    little.press(press)
    assert len(little.heard) == 1
    assert sentence in little.heard[0]
    assert little.sees(name)
    little.window.desk.undo()
    assert little.everything() == before


def test_a_sick_call_in_the_roster_finds_a_substitute(little: Person) -> None:
    little.press("07–15, Anna Prøve, onsdag 18. marts")
    little.press("Meld syg – Anna")
    assert little.window.frame.panel.title == "Find vikar"
    little.press("Book Dina")
    assert little.sees("07–15, Dina Prøve, onsdag 18. marts")
    assert little.sees("syg, Anna Prøve, onsdag 18. marts")


def test_a_deleted_shift_closes_its_panel(little: Person) -> None:
    little.press("07–15, Anna Prøve, onsdag 18. marts")
    little.press("Slet vagt")
    assert little.window.frame.panel.content is None


def test_a_cancelled_shift_takes_place_after_all(little: Person) -> None:
    little.press("07–15, Anna Prøve, onsdag 18. marts")
    little.press("Aflys vagt")
    assert "Aflyst" in little.words()
    little.press("Gennemfør vagten")
    assert little.sees("07–15, Anna Prøve, onsdag 18. marts")


def test_a_shift_that_is_over_says_how_it_was(little: Person) -> None:
    lay(little.session, shift("03-16 06:00", "03-16 07:00", "dina"))
    settle(little.window.frame)
    little.press("06–07, Dina Prøve, mandag 16. marts")
    assert "Du retter, hvordan den blev." in little.words()
    little.press("Længere")
    assert little.sees("06–07:30, Dina Prøve, mandag 16. marts")
    assert "Den var planlagt 06–07." in little.words()
    little.press("Gik som planlagt")
    worked = next(one for one in little.session.records.all(Shift) if one.helper == "dina")
    assert (worked.state, worked.worked_end) == (ShiftState.WORKED, None)
    assert not little.sees("Gik som planlagt")
    assert "Arbejdet" in little.words()


def test_more_fields_open_the_whole_form(little: Person) -> None:
    little.press("07–15, Anna Prøve, onsdag 18. marts")
    little.press("Mere om vagten")
    little.press("Flere felter")
    assert little.window.frame.panel.title == "Vagt"
    assert little.sees("Færdig")


def test_an_absence_opens_its_form(little: Person) -> None:
    day = dt.date(2026, 3, 21)
    lay(
        little.session,
        Absence(id="a", helper="dina", kind=AbsenceKind.HOLIDAY, first_day=day, last_day=day),
    )
    settle(little.window.frame)
    little.press("ferie, Dina Prøve, lørdag 21. marts")
    assert little.window.frame.panel.title == "Fravær"


def test_a_new_shift_is_chosen_step_by_step_and_made_with_one_press(little: Person) -> None:
    before = little.everything()
    little.press("Ny vagt")
    assert little.heard == ["Ny vagt. mandag 16. marts 15–23, ubesat."]
    little.press("lør 21")
    little.press("Dina")
    assert little.heard == ["Ny vagt. lørdag 21. marts 15–23, Dina Prøve."]
    little.press("15:00 til 23:00")
    assert little.everything() == before
    assert little.focus.startswith("15:00 til 23:00")
    little.press("Opret vagt")
    assert little.heard == ["Ny vagt til Dina 15 til 23 på lørdag. Fortryd med Ctrl Z."]
    assert little.sees("15–23, Dina Prøve, lørdag 21. marts")
    assert little.window.frame.panel.title == "Dina Prøve"
    little.window.desk.undo()
    assert little.everything() == before


def test_a_new_shift_begins_where_the_focus_is(little: Person) -> None:
    focus_on(little, "07–15, Anna Prøve, onsdag 18. marts")
    little.key(Key.Key_N, CTRL)
    assert little.window.frame.panel.title == "Ny vagt"
    assert little.sees("Ny vagt")
    names = little.names()
    assert any(name.startswith("ons 18") and "valgt" in name for name in names)
    assert "Anna, valgt" in names


def test_the_list_is_the_same_week_line_by_line(qapp: QApplication, tmp_path: Path) -> None:
    session = open_little(tmp_path)
    lay_a_week(session)
    with person_at(qapp, session, LIST) as person:
        person.window.frame.go("roster")
        settle(person.window.frame)
        names = cells(person)
        assert names[:4] == [
            "07–15 Anna Prøve, mandag 16. marts",
            "15–23 Bo Prøve, mandag 16. marts",
            "23–07 Carla Prøve, mandag 16. marts",
            "Ny vagt, ubesat, mandag 16. marts",
        ]
        assert "10–12 ubesat, torsdag 19. marts" in names
        assert "Mandag 16. marts, i dag" in person.words()
        assert "24 af 26 timer er dækket." in person.words()
        person.press("10–12 ubesat, torsdag 19. marts")
        person.press("Book Dina")
        assert person.sees("10–12 Dina Prøve, torsdag 19. marts")
        person.press("Ny vagt, ubesat, lørdag 21. marts")
        assert person.window.frame.panel.title == "Ny vagt"


def test_the_list_keeps_focus_and_chosen_line_over_a_change(
    qapp: QApplication, tmp_path: Path
) -> None:
    session = open_little(tmp_path)
    lay_a_week(session)
    with person_at(qapp, session, LIST) as person:
        person.window.frame.go("roster")
        settle(person.window.frame)
        focus_on(person, "15–23 Bo Prøve, tirsdag 17. marts")
        person.key(Key.Key_Return)
        assert person.focus == "15–23 Bo Prøve, tirsdag 17. marts, valgt"
        lay(session, shift("03-16 09:00", "03-16 10:00", "dina"))
        settle(person.window.frame)
        assert person.focus == "15–23 Bo Prøve, tirsdag 17. marts, valgt"
        person.press("Luk")
        assert person.sees("15–23 Bo Prøve, tirsdag 17. marts")


def test_warnings_and_absences_stand_in_the_list(qapp: QApplication, tmp_path: Path) -> None:
    session = open_little(tmp_path)
    day = dt.date(2026, 3, 21)
    lay(
        session,
        shift("03-20 15:00", "03-20 23:00", "dina"),
        shift("03-21 07:00", "03-21 15:00", "dina"),
        Absence(id="a", helper="bo", kind=AbsenceKind.SICKNESS, first_day=day, last_day=day),
    )
    with person_at(qapp, session, LIST) as person:
        person.window.frame.go("roster")
        settle(person.window.frame)
        names = cells(person)
        assert "07–15 Dina Prøve, For lidt hvile, lørdag 21. marts" in names
        assert "syg Bo Prøve, lørdag 21. marts" in names


def test_the_view_is_remembered(little: Person) -> None:
    little.press("Liste")
    assert little.window.desk.preferences.roster_view == "list"
    assert little.page.findChildren(RosterList)
    little.press("Timer")
    little.press("Vagtplan")
    assert "Mandag 16. marts, i dag" in little.words()
    little.press("Uge")
    assert little.window.desk.preferences.roster_view == "week"
    assert "Dækning" in little.words()


@pytest.mark.parametrize(
    ("preferences", "view"),
    [
        (Preferences(colours="light"), "week"),
        (Preferences(colours="light", text_percent=175), "week"),
        (Preferences(colours="light", text_percent=200), "list"),
        (Preferences(colours="light", size="gaze"), "list"),
        (Preferences(colours="light", size="gaze", roster_view="week"), "week"),
    ],
)
def test_large_text_and_gaze_begin_with_the_list(
    qapp: QApplication, tmp_path: Path, preferences: Preferences, view: str
) -> None:
    session = open_little(tmp_path)
    with person_at(qapp, session, preferences) as person:
        person.window.frame.go("roster")
        assert visit(person).view == view


def test_larger_text_turns_the_open_grid_into_the_list(little: Person) -> None:
    little.window.desk.change_preferences(text_percent=200)
    settle(little.window.frame)
    assert isinstance(visit(little)._body, RosterList)
    little.window.desk.change_preferences(text_percent=100)
    settle(little.window.frame)
    assert isinstance(visit(little)._body, RosterGrid)


def test_a_file_that_is_only_read_can_be_looked_at(
    qapp: QApplication, file: Path, tmp_path: Path
) -> None:
    with person_at(qapp, example_copy(file, tmp_path, read_only=True)) as person:
        person.window.frame.go("roster")
        settle(person.window.frame)
        assert "Filen er åbnet til læsning" in person.words()
        assert not person.sees("Ny vagt")
        assert not [name for name in cells(person) if name.startswith("ny,")]
        person.press("07–15, Anna Nielsen, mandag 16. marts")
        offered = [name for name in person.names() if name.startswith(("Flyt", "Slet", "Aflys"))]
        assert offered == []
        before = person.everything()
        person.write("Start", "08:00")
        assert person.everything() == before


def test_a_file_without_helpers_leads_to_the_first(qapp: QApplication, tmp_path: Path) -> None:
    with person_at(qapp, open_empty(tmp_path)) as person:
        person.press("Vagtplan")
        assert "Her planlægger du ugen. Begynd med en hjælper." in person.words()
        person.press("Ny hjælper")
        assert person.window.frame.current == "helpers"


def test_a_week_in_which_nobody_is_employed_says_so(qapp: QApplication, tmp_path: Path) -> None:
    session = open_empty(tmp_path)
    begins = (Employment(first_day=dt.date(2026, 3, 23)),)
    lay(session, helper("Eva Ny", employments=begins))
    with person_at(qapp, session) as person:
        person.press("Vagtplan")
        assert "Ingen er ansat i denne uge." in person.words()
        person.press("Næste")
        assert person.sees("ny, Eva Ny, mandag 23. marts")


def test_a_helper_who_left_keeps_the_shift_but_gets_no_slot(little: Person) -> None:
    left = (Employment(first_day=dt.date(2020, 1, 1), last_day=dt.date(2026, 3, 15)),)
    lay(little.session, helper("Eva Gammel", employments=left))
    lay(little.session, shift("03-17 07:00", "03-17 15:00", "eva"))
    settle(little.window.frame)
    own = [name for name in cells(little) if "Eva Gammel" in name]
    assert own == ["07–15, Eva Gammel, tirsdag 17. marts, advarsel: Vagt uden for ansættelsen"]


def test_two_alike_in_one_cell_are_counted(little: Person) -> None:
    lay(
        little.session,
        shift("03-18 10:00", "03-18 12:00", None, id="one"),
        shift("03-18 10:00", "03-18 12:00", None, id="two"),
    )
    settle(little.window.frame)
    assert "10–12, ubesat, onsdag 18. marts" in cells(little)
    assert "10–12, ubesat, onsdag 18. marts, nummer 2" in cells(little)


def test_another_kind_of_hours_is_told(little: Person) -> None:
    lay(little.session, shift("03-21 10:00", "03-21 12:00", "dina", kind=HourKind.TWO_HELPERS))
    settle(little.window.frame)
    assert "10–12, Dina Prøve, lørdag 21. marts, Ekstra hjælper" in cells(little)


def test_the_weeks_of_the_clock_change_have_their_real_hours(
    qapp: QApplication, tmp_path: Path
) -> None:
    session = open_little(tmp_path)
    lay(session, round_the_clock(), shift("03-28 22:00", "03-29 06:00", "anna"))
    with person_at(qapp, session) as person:
        person.press("Vagtplan")
        person.press("Næste")
        words = person.words()
        assert "7 t" in words
        assert "5 af 23" in words
        assert "af 167 timer er dækket" in words


def test_twenty_helpers_stand_below_each_other(qapp: QApplication, tmp_path: Path) -> None:
    session = open_empty(tmp_path)
    lay(session, *(helper(f"Hjælper{number:02} Prøve") for number in range(20)))
    with person_at(qapp, session) as person:
        person.press("Vagtplan")
        assert len(cells(person)) == 20 * 7
        person.press("ny, Hjælper07 Prøve, fredag 20. marts")
        assert person.sees("Vis alle hjælpere (19)")
        person.press("Vis alle hjælpere (19)")
        assert sum(name.startswith("Flyt til") for name in person.names()) == 19
        people = frozenset(person.session.helper_names().values())
        assert audit(person.window.frame, Setting(screen="twenty", people=people)) == []


def test_a_holiday_is_named_above_its_day(little: Person) -> None:
    little.press("Næste")
    little.press("Næste")
    assert "tor 2\nSkærtorsdag" in little.words()


def test_the_audit_finds_nothing_after_changes_with_the_panel_open(little: Person) -> None:
    people = frozenset({*little.session.helper_names().values(), "ubesat"})
    setting = Setting(screen="roster", people=people)
    little.press("07–15, Anna Prøve, onsdag 18. marts")
    lay(little.session, shift("03-18 18:00", "03-18 20:00", "anna"))
    settle(little.window.frame)
    assert audit(little.window.frame, setting) == []


@pytest.mark.parametrize(
    ("query", "offer"),
    [
        ("syg anna", "Meld syg – Anna Prøve"),
        ("meld syg bo", "Meld syg – Bo Prøve"),
        ("ny vagt dina lørdag", "Ny vagt til Dina lørdag 21. marts"),
        ("vagtplan 4. maj", "Vagtplan for mandag 4. maj"),
        ("ny vagt lørdag", "Ny vagt lørdag 21. marts"),
        ("ny vagt", "Ny vagt"),
        ("denne uge", "Denne uge"),
        ("sygemeld", "Meld syg"),
    ],
)
def test_the_command_box_understands_loose_words(little: Person, query: str, offer: str) -> None:
    overlays = little.window.frame.overlays
    overlays.open_box()
    overlays.box.field.setText(query)
    settle(little.window.frame)
    assert offer in [one.text for one in overlays.box._offers]


def test_offers_do_what_they_say(little: Person) -> None:
    overlays = little.window.frame.overlays
    for query, offer in (
        ("syg anna", "Meld syg – Anna Prøve"),
        ("ny vagt dina lørdag", "Ny vagt til Dina lørdag 21. marts"),
        ("vagtplan 4. maj", "Vagtplan for mandag 4. maj"),
    ):
        overlays.open_box()
        overlays.box.field.setText(query)
        settle(little.window.frame)
        little.press(offer)
        if offer.startswith("Meld syg"):
            assert little.window.frame.current == "today"
            assert little.window.frame.panel.title == "Find vikar"
        elif offer.startswith("Ny vagt"):
            assert little.window.frame.panel.title == "Ny vagt"
            assert "Dina, valgt" in little.names()
        else:
            assert visit(little).first == dt.date(2026, 5, 4)


def test_report_sick_takes_the_helper_who_is_here(little: Person) -> None:
    action = next(one for one in little.window.desk.actions if one.key == "report-sick")
    action.run()
    settle(little.window.frame)
    assert little.window.desk.last_said.startswith("Anna er meldt syg.")


def test_report_sick_says_when_there_is_nobody(qapp: QApplication, tmp_path: Path) -> None:
    with person_at(qapp, open_little(tmp_path)) as person:
        action = next(one for one in person.window.desk.actions if one.key == "report-sick")
        action.run()
        assert person.window.desk.last_said == "Ingen hjælper har vagt i dag eller i morgen."


def test_what_does_not_touch_the_shift_leaves_the_panel_alone(little: Person) -> None:
    little.press("07–15, Anna Prøve, onsdag 18. marts")
    panel = little.window.frame.panel.content
    lay(little.session, ActivityItem(activity="Bad"))
    settle(little.window.frame)
    assert little.window.frame.panel.content is panel
    lay(little.session, shift("03-21 07:00", "03-21 15:00", "dina"))
    settle(little.window.frame)
    assert little.window.frame.panel.content is not panel
    assert little.window.frame.panel.title == "Anna Prøve"


def test_another_file_leaves_no_panel_behind(
    little: Person, tmp_path_factory: pytest.TempPathFactory
) -> None:
    little.press("07–15, Anna Prøve, onsdag 18. marts")
    before = little.session
    with open_empty(tmp_path_factory.mktemp("other")) as other:
        little.window.desk.open(other)
        settle(little.window.frame)
        assert little.window.frame.panel.content is None
        assert "Anna Prøve" not in little.words()
        little.window.desk.open(before)
        settle(little.window.frame)


def test_the_window_never_asks_in_a_dialog(little: Person) -> None:
    little.press("07–15, Anna Prøve, onsdag 18. marts")
    little.press("Slet vagt")
    assert [one for one in QApplication.topLevelWidgets() if one.isModal()] == []
