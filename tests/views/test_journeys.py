"""The key journeys, walked by name alone in both languages and counted."""

from __future__ import annotations

import datetime as dt
import shutil
from dataclasses import replace
from typing import TYPE_CHECKING, TypeAlias

import pytest

from bpa_desktop import i18n
from bpa_desktop.domain.absence import Absence, AbsenceKind
from bpa_desktop.domain.roster import Shift, ShiftState
from bpa_desktop.services.catalogue import TYPES
from bpa_desktop.services.preferences import Preferences
from tests.views.harness import Person
from tests.views.windows import TODAY, opened, write_file

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

    from bpa_desktop.app import Window
    from bpa_desktop.domain.record import Record

    Content: TypeAlias = dict[str, tuple[Record, ...]]
    Says: TypeAlias = Callable[[str], str]

pytestmark = pytest.mark.usefixtures("uncounted")
ENGLISH = {
    "Vagtplan": "Roster",
    "Timer": "Hours",
    "Dokumenter": "Documents",
    "Indstillinger": "Settings",
    "Hjælp": "Help",
    "Dansk": "Dansk",
    "English": "English",
    "Meld syg – Anna": "Report sick – Anna",
    "Book Freja": "Book Freja",
    "Freja sagde nej": "Freja said no",
    "Kopiér besked til Dina": "Copy message to Dina",
    "Book Dina alligevel": "Book Dina anyway",
    "Lad vagten stå ubesat": "Leave the shift unfilled",
    "Raskmeld – Anna": "Fit again – Anna",
    "Giv 1 vagt tilbage": "Give 1 shift back",
    "ny, Bo Olsen, lørdag 21. marts": "new, Bo Olsen, Saturday 21 March",
    "Aften": "Evening",
    "07–15, Dina Berg, onsdag 18. marts": "07–15, Dina Berg, Wednesday 18 March",
    "Noget gik anderledes": "Something went differently",
    "Åbn 15. marts 07–15": "Open 15 March 07–15",
    "Længere": "Longer",
    "Flere handlinger": "More actions",
    "Luk måned": "Close month",
    "Opgørelser over arbejdstid": "Statements of working time",
    "Gem opgørelse – Anna": "Save statement – Anna",
    "Flyt til Freja": "Move to Freja",
    "Se timer": "See hours",
    "Vis forskel": "Show the difference",
    "Gennemse referat 6. januar": "Look through minutes 6 January",
    "Udelad – punkt 3": "Leave out – point 3",
    "Færdig": "Done",
    "er gennemset og må vises": "are looked through, and may be shown",
    "Se referater": "See the minutes",
    "timer under": "hours under",
    "Lav pakke til kommunen": "Make a package for the municipality",
    "Gem PDF": "Save PDF",
    "Kopiér forrige uge": "Copy last week",
    "vagter kopieret": "shifts copied",
    "var der i forvejen": "were there already",
    "Rulleplan": "Roster pattern",
    "8 uger": "8 weeks",
    "Indsæt": "Insert",
    "Planlæg MUS": "Plan talks (MUS)",
    "Foreslå tider": "Propose times",
    "samtaler er planlagt": "talks are planned",
    "168 vagter lavet": "168 shifts made",
}
"""What is pressed and read, as a person reads it in the other language."""


@pytest.fixture(name="file", scope="module")
def _file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_file(tmp_path_factory.mktemp("journeys"))


@pytest.fixture(name="language", params=i18n.LANGUAGES)
def _language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(name="says")
def _says(language: str) -> Says:
    return lambda danish: danish if language == "da" else ENGLISH[danish]


@pytest.fixture(name="window")
def _window(
    qapp: QApplication,
    file: Path,
    language: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Window]:
    monkeypatch.setenv("XDG_DOCUMENTS_DIR", str(tmp_path / "documents"))
    own = tmp_path / "own.bpa"
    shutil.copy(file, own)
    with opened(qapp, own, Preferences(language=language, colours="light")) as window:
        yield window


@pytest.fixture(name="person")
def _person(window: Window) -> Person:
    return Person(window.frame, window.desk.announcer)


def content(window: Window) -> Content:
    """Every record of the file."""
    records = window.desk.session.records
    return {name: tuple(sorted(records.all(kind), key=_id)) for name, kind in TYPES.items()}


def _id(record: Record) -> str:
    return record.id


def undo_all(person: Person, window: Window, before: Content) -> int:
    """How often undo is pressed until the file is what it was."""
    window.frame.setFocus()
    for count in range(1, 5):
        person.key("Ctrl+Z")
        if content(window) == before:
            return count
    raise AssertionError("undo does not lead back")


def shifts_of(window: Window, who: str, day: dt.date) -> list[Shift]:
    names = window.desk.session.helper_names()
    shifts = window.desk.session.records.all(Shift)
    return [
        one
        for one in shifts
        if one.planned_start.date() == day and names.get(one.helper or "", "").startswith(who)
    ]


def shifts_from(window: Window, day: dt.date) -> list[Shift]:
    shifts = window.desk.session.records.all(Shift)
    return [one for one in shifts if one.planned_start.date() >= day]


def test_j1_somebody_is_sick_and_somebody_else_comes(
    person: Person, window: Window, says: Says
) -> None:
    before = content(window)
    with person.journey(most=4):
        person.press(says("Meld syg – Anna"))
        person.press(says("Book Freja"))
    assert person.actions == 2
    assert [one.planned_start.hour for one in shifts_of(window, "Freja", TODAY)] == [7]
    assert not shifts_of(window, "Anna", TODAY)
    absences = window.desk.session.records.all(Absence)
    assert sum(one.kind is AbsenceKind.SICKNESS and one.first_day == TODAY for one in absences) == 1
    assert undo_all(person, window, before) == 2


def test_j1_with_a_message_and_a_no_before(person: Person, window: Window, says: Says) -> None:
    before = content(window)
    with person.journey(most=4):
        person.press(says("Meld syg – Anna"))
        person.press(says("Freja sagde nej"))
        person.press(says("Kopiér besked til Dina"))
        person.press(says("Book Dina alligevel"))
    assert 7 in {one.planned_start.hour for one in shifts_of(window, "Dina", TODAY)}
    assert undo_all(person, window, before) == 3


def test_the_end_of_a_sick_spell_is_two_actions(person: Person, window: Window, says: Says) -> None:
    before = content(window)
    person.press(says("Meld syg – Anna"))
    person.press(says("Lad vagten stå ubesat"))
    with person.journey(most=2):
        person.press(says("Raskmeld – Anna"))
        person.press(says("Giv 1 vagt tilbage"))
    assert shifts_of(window, "Anna", TODAY)
    assert undo_all(person, window, before) == 3


def test_j2_last_weeks_roster_is_copied(person: Person, window: Window, says: Says) -> None:
    far = TODAY + dt.timedelta(weeks=9)
    window.desk.show_week(far)
    before = content(window)
    with person.journey(most=2):
        person.press(says("Vagtplan"))
        person.press(says("Kopiér forrige uge"))
    assert person.actions == 2
    made = shifts_from(window, far)
    assert len(made) >= 21
    assert says("vagter kopieret") in person.heard[-1]
    assert f"{len(made)} " in person.heard[-1]
    assert undo_all(person, window, before) == 1


def test_j2_into_a_week_with_shifts_fills_only_what_is_free(
    person: Person, window: Window, says: Says
) -> None:
    before = content(window)
    with person.journey(most=2):
        person.press(says("Vagtplan"))
        person.press(says("Kopiér forrige uge"))
    assert says("var der i forvejen") in person.heard[-1]
    after = content(window)
    assert set(before["shift"]) <= set(after["shift"])
    if after != before:
        assert undo_all(person, window, before) == 1


def test_j5_the_pattern_is_rolled_out_for_eight_weeks(
    person: Person, window: Window, says: Says
) -> None:
    far = TODAY + dt.timedelta(weeks=9)
    before = content(window)
    with person.journey(most=4):
        person.press(says("Vagtplan"))
        person.press(says("Rulleplan"))
        person.press(says("8 uger"))
        person.press(says("Indsæt"))
    assert person.actions == 4
    made = shifts_from(window, far)
    assert len(made) == 8 * 7 * 3
    assert says("168 vagter lavet") in person.heard[-1]
    assert undo_all(person, window, before) == 1


def test_j3_a_new_evening_shift(person: Person, window: Window, says: Says) -> None:
    saturday = dt.date(2026, 3, 21)
    before = content(window)
    with person.journey(most=3):
        person.press(says("Vagtplan"))
        person.press(says("ny, Bo Olsen, lørdag 21. marts"))
        if [one.planned_start.hour for one in shifts_of(window, "Bo", saturday)] != [15]:
            person.press(says("Aften"))
    (made,) = shifts_of(window, "Bo", saturday)
    assert (made.planned_start.hour, made.planned_end.hour) == (15, 23)
    undo_all(person, window, before)


def test_j4_a_shift_moves_to_somebody_else(person: Person, window: Window, says: Says) -> None:
    wednesday = dt.date(2026, 3, 18)
    before = content(window)
    person.press(says("Vagtplan"))
    with person.journey(most=3):
        person.press(says("07–15, Dina Berg, onsdag 18. marts"))
        person.press(says("Flyt til Freja"))
    assert person.actions == 2
    assert not shifts_of(window, "Dina", wednesday)
    assert len(shifts_of(window, "Freja", wednesday)) == 1
    assert undo_all(person, window, before) == 1


def test_j6_over_or_under_and_why(person: Person, says: Says) -> None:
    assert person.sees(says("timer under"))
    with person.journey(most=2):
        person.press(says("Se timer"))
        person.press(says("Vis forskel"))
    assert says("timer under") in person.heard[-1]


def test_j7_the_package_for_the_municipality(person: Person, says: Says, tmp_path: Path) -> None:
    with person.journey(most=3):
        person.press(says("Dokumenter"))
        person.press(says("Lav pakke til kommunen"))
        person.press(says("Gem PDF"))
    written = sorted((tmp_path / "documents").rglob("*Revisitation*.pdf"))
    assert len(written) == 1
    assert written[0].read_bytes().startswith(b"%PDF-")
    assert str(written[0]) in person.heard[-1]


def test_j11_a_talk_with_everybody_who_lacks_one(
    person: Person, window: Window, says: Says
) -> None:
    before = content(window)
    with person.journey(most=4):
        person.press(says("Planlæg MUS"))
        person.press(says("Foreslå tider"))
        person.press(says("Indsæt"))
    assert says("samtaler er planlagt") in person.heard[-1]
    new = [one for one in content(window)["talk"] if one not in before["talk"]]
    shifts = [one for one in content(window)["shift"] if one not in before["shift"]]
    assert len(new) == len(shifts) == 1
    undo_all(person, window, before)


def test_j8_one_point_is_left_out_and_the_minutes_are_in_the_package(
    person: Person, window: Window, says: Says
) -> None:
    before = content(window)
    window.frame.go("package")
    with person.journey(most=4):
        person.press(says("Gennemse referat 6. januar"))
        person.press(says("Udelad – punkt 3"))
        person.press(says("Færdig"))
        assert person.actions == 3
    assert window.frame.current == "package"
    assert says("er gennemset og må vises") in person.heard[-1]
    assert person.sees(says("Se referater"))
    assert undo_all(person, window, before) == 2


def test_a_shift_that_went_differently_is_three_actions(
    person: Person, window: Window, says: Says
) -> None:
    yesterday = TODAY - dt.timedelta(days=1)
    with window.desk.session.operation("nobody has told yet") as operation:
        for one in shifts_of(window, "", yesterday):
            if one.helper is not None:
                operation.save(replace(one, state=ShiftState.PLANNED))
    before = content(window)
    with person.journey(most=3):
        person.press(says("Noget gik anderledes"))
        person.press(says("Åbn 15. marts 07–15"))
        person.press(says("Længere"))
    (changed,) = [
        one for one in window.desk.session.records.all(Shift) if one not in before["shift"]
    ]
    assert changed.state is ShiftState.WORKED
    assert changed.used[1] - changed.planned_end == dt.timedelta(minutes=30)
    assert undo_all(person, window, before) == 1


def test_a_helper_s_statement_of_working_time_is_four_actions(
    person: Person, says: Says, tmp_path: Path
) -> None:
    person.press(says("Vagtplan"))
    with person.journey(most=4):
        person.press(says("Flere handlinger"))
        person.press(says("Luk måned"))
        person.press(says("Opgørelser over arbejdstid"))
        person.press(says("Gem opgørelse – Anna"))
    (written,) = (tmp_path / "documents").rglob("*.pdf")
    assert written.read_bytes().startswith(b"%PDF-")
    assert str(written) in person.heard[-1]


def test_help_for_this_screen_is_one_action(person: Person) -> None:
    with person.journey(most=1):
        person.key("F1")


def test_larger_text_is_one_action(person: Person, window: Window) -> None:
    with person.journey(most=1):
        person.key("Ctrl++")
    assert window.desk.preferences.text_percent == 125
    assert "125 %" in person.heard[0]


def test_text_that_cannot_grow_any_more_says_so(person: Person, window: Window) -> None:
    window.desk.change_preferences(text_percent=250)
    person.key("Ctrl++")
    assert "250 %" in person.heard[-1]


def test_another_language_is_two_actions(
    person: Person, window: Window, says: Says, language: str
) -> None:
    with person.journey(most=2):
        person.press(says("Indstillinger"))
        person.press(says("English" if language == "da" else "Dansk"))
    assert window.desk.preferences.language != language


def test_a_phone_number_is_two_actions_at_most(person: Person) -> None:
    with person.journey(most=0):
        assert person.sees("12 34 56")
