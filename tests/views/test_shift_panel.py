"""The panel of one shift: everything about it in place, by real controls, each press one action."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit

from bpa_desktop.domain.grant import Grant, GrantLine, Per
from bpa_desktop.domain.kept_finding import KeptFinding
from bpa_desktop.domain.kinds import HourKind
from bpa_desktop.domain.people import Position
from bpa_desktop.domain.roster import RestPeriod, Shift, ShiftState
from bpa_desktop.domain.scheme import Agreement
from bpa_desktop.services.preferences import Preferences
from bpa_desktop.services.session import open_session
from bpa_desktop.views import shift_panel
from bpa_desktop.views.shift_panel import PanelChoice, open_shift
from tests.domain.builders import moment
from tests.services.little_roster import (
    TODAY,
    days_and_evenings,
    helper,
    lay,
    open_little,
    shift,
)
from tests.storage.samples import key
from tests.views.audit.tree import shown
from tests.views.person import person_at
from tests.views.windows import settle

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from tests.views.person import Person

ENGLISH = Preferences(language="en", colours="light")
BO, ANNA, DINA = "bo-03-20-1500", "anna-03-18-0700", "dina-03-21-0700"


@pytest.fixture(name="at_the_roster")
def _at_the_roster(qapp: QApplication, tmp_path: Path) -> Iterator[Callable[[Preferences], Person]]:
    """Opens the roster of four helpers on a Monday forenoon."""
    stack = []

    def begin(preferences: Preferences) -> Person:
        session = open_little(tmp_path)
        lay(
            session,
            *days_and_evenings("anna", "03-16", 5, "07:00", "15:00"),
            *days_and_evenings("bo", "03-09", 12, "15:00", "23:00"),
            shift("03-20 15:00", "03-20 23:00", "dina"),
            shift("03-21 07:00", "03-21 15:00", "dina"),
            shift("03-19 10:00", "03-19 12:00", None),
        )
        known_as = (__name__, preferences)
        context = person_at(qapp, session, preferences, known_as=known_as, place="roster")
        stack.append(context)
        return context.__enter__()

    yield begin
    for context in stack:
        context.__exit__(None, None, None)


@pytest.fixture
def little(at_the_roster: Callable[[Preferences], Person]) -> Person:
    return at_the_roster(Preferences(colours="light"))


def open_panel(person: Person, shift_id: str, *, more: bool = False) -> None:
    open_shift(person.window.desk, shift_id, PanelChoice(more=more))
    settle(person.window.frame)


def read(person: Person, shift_id: str) -> Shift:
    return next(one for one in person.session.records.all(Shift) if one.id == shift_id)


def field(person: Person, name: str) -> QLineEdit | QPlainTextEdit:
    return next(
        one
        for one in shown(person.window.frame)
        if isinstance(one, (QLineEdit, QPlainTextEdit)) and one.accessibleName() == name
    )


def write_words(person: Person, name: str, text: str) -> None:
    """Write into a field of several lines, and go on to another control."""
    words = field(person, name)
    assert isinstance(words, QPlainTextEdit)
    words.setFocus(Qt.FocusReason.TabFocusReason)
    words.setPlainText(text)


def go_on(person: Person, name: str) -> None:
    person._listen()
    person.button(name).setFocus(Qt.FocusReason.TabFocusReason)
    settle(person.window.frame)
    person.heard = list(person._log())


def undone(person: Person, before: str) -> bool:
    person.window.desk.undo()
    return person.everything() == before


@pytest.mark.parametrize(
    ("said", "start", "end"),
    [
        ("syv til femten", "20 07:00", "20 15:00"),
        ("7-15", "20 07:00", "20 15:00"),
        ("0715", "20 07:00", "20 15:00"),
        ("22-6", "20 22:00", "21 06:00"),
        ("kl. 7 til 15", "20 07:00", "20 15:00"),
        ("7-7", "20 07:00", "21 07:00"),
    ],
)
def test_both_times_are_written_in_one_field_as_they_are_said(
    little: Person, said: str, start: str, end: str
) -> None:
    open_panel(little, BO)
    before = little.everything()
    little.write("Tider", said)
    changed = read(little, BO)
    assert changed.planned_start == moment(f"2026-03-{start}")
    assert changed.planned_end == moment(f"2026-03-{end}")
    assert len(little.heard) == 1
    assert little.heard[0].startswith("Vagten er nu ")
    assert undone(little, before)


def test_the_same_in_english(at_the_roster: Callable[[Preferences], Person]) -> None:
    person = at_the_roster(ENGLISH)
    open_panel(person, BO)
    person.write("Times", "seven to fifteen")
    assert person.heard == [
        "The shift is now 07 to 15 on Friday. Warning: too little rest. Undo with Ctrl Z."
    ]


def test_what_cannot_be_read_says_what_was_understood_and_stays_to_be_mended(
    little: Person,
) -> None:
    open_panel(little, BO)
    before = little.everything()
    little.write("Tider", "halv otte")
    sentence = "Kun ét klokkeslæt blev forstået: 07:30. Skriv også en slutning, for eksempel 7-15."
    assert little.heard == [sentence]
    assert sentence in little.words()
    times = field(little, "Tider")
    assert isinstance(times, QLineEdit)
    assert times.text() == "halv otte"
    assert times.accessibleDescription() == sentence
    assert little.everything() == before
    little.write("Tider", "halv otte til 15")
    assert sentence not in little.words()
    assert read(little, BO).planned_start == moment("2026-03-20 07:30")


def test_times_that_were_typed_and_not_taken_stand_there_again(little: Person) -> None:
    open_panel(little, BO)
    times = field(little, "Tider")
    assert isinstance(times, QLineEdit)
    times.setText("8-")
    open_panel(little, ANNA)
    open_panel(little, BO)
    again = field(little, "Tider")
    assert isinstance(again, QLineEdit)
    assert again.text() == "8-"


def test_a_button_that_ends_the_writing_is_still_pressed(
    little: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_panel(little, BO)
    before = little.everything()
    bare = little.button("Gør ubesat")
    with monkeypatch.context() as held:
        held.setattr(shift_panel, "_is_mouse_down", lambda: True)
        little.write("Tider", "16-22")
        assert bare.isVisible()
    bare.click()
    settle(little.window.frame)
    changed = read(little, BO)
    assert (changed.helper, changed.planned_start.hour) == (None, 16)
    assert little.window.frame.panel.title == "Ubesat vagt"
    little.window.desk.undo()
    assert undone(little, before)


def test_once_the_mouse_is_let_go_the_panel_shows_what_was_written(
    little: Person, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    open_panel(little, BO)
    with monkeypatch.context() as held:
        held.setattr(shift_panel, "_is_mouse_down", lambda: True)
        little.write("Tider", "16-22")
        panel = little.window.frame.panel.content
    qtbot.waitUntil(lambda: little.window.frame.panel.content is not panel)
    assert "fredag 20. marts 16–22" in little.words()


def test_a_finding_is_mended_with_the_times_that_it_takes(little: Person) -> None:
    open_panel(little, DINA)
    before = little.everything()
    little.press("Ret: begynd kl. 10:00")
    assert little.heard == ["Vagten er nu 10 til 15 på lørdag. Fortryd med Ctrl Z."]
    assert not little.sees("Behold alligevel")
    assert undone(little, before)


def test_where_no_times_mend_it_the_focus_goes_to_where_it_is_mended(little: Person) -> None:
    lay(little.session, shift("03-22 07:00", "03-22 09:00", "bo"))
    lay(little.session, shift("03-21 15:00", "03-21 23:00", "bo"))
    open_panel(little, "bo-03-22-0700")
    little.press("Ret")
    assert little.heard == ["Vælg andre tider."]
    assert little.focus == "Tider"


def test_too_little_rest_in_a_long_shift_is_mended_where_rests_are_written(
    little: Person,
) -> None:
    scheme = little.session.scheme()
    assert scheme is not None
    night = RestPeriod(start=moment("2026-03-27 23:00"), end=moment("2026-03-28 00:00"))
    lay(
        little.session,
        replace(scheme, agreement=Agreement.DE_FOA),
        shift("03-27 07:00", "03-28 07:00", "dina", rests=(night,)),
    )
    open_panel(little, "dina-03-27-0700")
    little.press("Ret")
    assert little.heard == ["Skriv hvilen i vagten."]
    assert little.focus == "Fjern hvile 23–00"


def test_somebody_too_young_is_mended_by_another_helper(little: Person) -> None:
    young = helper("Ea Prøve", birth_date=dt.date(2012, 1, 1), position=Position.SUBSTITUTE)
    lay(little.session, young, shift("03-23 07:00", "03-23 15:00", "ea"))
    open_panel(little, "ea-03-23-0700")
    little.press("Ret")
    assert little.heard == ["Vælg en anden hjælper."]
    assert little.focus.startswith("Flyt til ")


def test_a_finding_is_kept_with_a_reason_in_two_presses_and_does_not_ask_again(
    little: Person,
) -> None:
    open_panel(little, DINA)
    before = little.everything()
    little.press("Behold alligevel")
    assert little.everything() == before
    assert little.focus == "Aftalt med hjælperen"
    little.press("Aftalt med hjælperen")
    assert little.heard == ["Beholdt: For lidt hvile. Fortryd med Ctrl Z."]
    (kept,) = little.session.records.all(KeptFinding)
    assert (kept.helper, kept.reason) == ("dina", "Aftalt med hjælperen")
    assert "Beholdt: Aftalt med hjælperen." in little.words()
    assert not little.sees("Behold alligevel")
    open_panel(little, ANNA)
    open_panel(little, DINA)
    assert not little.sees("Behold alligevel")
    assert little.session.undo_text() == "behold: For lidt hvile, lørdag 21. marts"
    assert undone(little, before)
    assert little.sees("Behold alligevel")


def test_the_history_tells_why_a_finding_stays(little: Person) -> None:
    open_panel(little, DINA)
    little.press("Behold alligevel")
    little.press("Ingen andre kan")
    little.window.frame.go("history")
    settle(little.window.frame)
    told = "Behold: For lidt hvile, lørdag 21. marts. Grund: Ingen andre kan"
    assert told in little.words()


def test_a_kept_finding_can_be_taken_back(little: Person) -> None:
    open_panel(little, DINA)
    little.press("Behold alligevel")
    little.press("Behold med de ord")
    assert "Beholdt: uden en grund." in little.words()
    little.press("Fortryd valget")
    assert little.heard == ["For lidt hvile advarer igen. Fortryd med Ctrl Z."]
    assert little.session.records.all(KeptFinding) == ()
    assert little.sees("Behold alligevel")


def test_own_words_why_a_finding_stays_are_a_draft_until_they_are_kept(little: Person) -> None:
    open_panel(little, DINA)
    little.press("Behold alligevel")
    write_words(little, "Med dine egne ord", "Dina bad selv om det")
    open_panel(little, ANNA)
    open_panel(little, DINA)
    little.press("Behold alligevel")
    words = field(little, "Med dine egne ord")
    assert isinstance(words, QPlainTextEdit)
    assert words.toPlainText() == "Dina bad selv om det"
    little.press("Behold med de ord")
    (kept,) = little.session.records.all(KeptFinding)
    assert kept.reason == "Dina bad selv om det"


def test_two_findings_have_buttons_that_are_told_apart(little: Person) -> None:
    lay(little.session, shift("03-21 14:00", "03-21 20:00", "dina"))
    open_panel(little, "dina-03-21-1400")
    names = little.names()
    assert "Behold alligevel – For lidt hvile" in names
    assert "Behold alligevel – To steder på én gang" in names


def test_a_hint_is_one_sentence_without_buttons(little: Person) -> None:
    lay(little.session, helper("Eva Prøve", birth_date=None))
    lay(little.session, shift("03-23 07:00", "03-23 15:00", "eva"))
    open_panel(little, "eva-03-23-0700")
    assert not little.sees("Behold alligevel")
    assert not little.sees("Ret")


def test_what_is_rarely_needed_opens_in_its_place_and_closes_again(little: Person) -> None:
    open_panel(little, ANNA)
    assert not little.sees("Basistimer")
    little.press("Mere om vagten")
    assert little.focus.startswith("Basistimer")
    assert little.sees("Byt vagt")
    little.press("Mindre om vagten")
    assert little.focus == "Mere om vagten"
    assert not little.sees("Byt vagt")


def test_the_kind_is_one_press_and_all_kinds_are_one_more(little: Person) -> None:
    lines = (GrantLine(kind=HourKind.AVAILABILITY, minutes=600, per=Per.WEEK),)
    lay(little.session, Grant(id="grant", valid_from=dt.date(2026, 1, 1), lines=lines))
    open_panel(little, ANNA, more=True)
    before = little.everything()
    assert not little.sees("Oplæring")
    little.press("Rådighedstimer")
    assert little.heard == ["Vagten 07 til 15 på onsdag er nu rådighedstimer. Fortryd med Ctrl Z."]
    assert read(little, ANNA).kind is HourKind.AVAILABILITY
    assert undone(little, before)
    little.press("Flere slags")
    little.press("Kurser")
    assert read(little, ANNA).kind is HourKind.COURSE


def test_a_shift_that_stayed_unfilled_is_asked_why(little: Person) -> None:
    lay(little.session, shift("03-12 10:00", "03-12 12:00", None, id="past"))
    open_panel(little, "past")
    little.press("Ingen kunne komme")
    assert little.heard == ["Grunden er gemt. Fortryd med Ctrl Z."]
    assert read(little, "past").deviation == "Ingen kunne komme"
    open_panel(little, "None-03-19-1000")
    assert not little.sees("Ingen kunne komme")


def test_an_appraisal_talk_is_called_as_it_is_written(little: Person) -> None:
    open_panel(little, ANNA, more=True)
    little.press("Flere slags")
    little.press("MUS")
    assert little.heard == ["Vagten 07 til 15 på onsdag er nu MUS. Fortryd med Ctrl Z."]


def test_what_changes_nothing_offers_no_undo(little: Person) -> None:
    open_panel(little, ANNA, more=True)
    before = little.everything()
    little.press("Basistimer")
    assert little.heard == ["Vagten 07 til 15 på onsdag er basistimer."]
    assert little.everything() == before


def test_the_same_times_in_other_words_are_shown_as_times(little: Person) -> None:
    open_panel(little, ANNA)
    little.write("Tider", "syv til femten")
    assert little.heard == ["Vagten er 07 til 15 på onsdag."]
    (field,) = [
        one
        for one in shown(little.window.frame)
        if isinstance(one, QLineEdit) and one.accessibleName() == "Tider"
    ]
    assert field.text() == "07–15"


def test_a_day_and_a_night_gets_its_rests(little: Person) -> None:
    open_panel(little, ANNA, more=True)
    little.press("24 timer")
    changed = read(little, ANNA)
    assert changed.planned_end == moment("2026-03-19 07:00")
    little.press("Hvile 23:00 til 07:00")
    assert little.heard == ["Hvile i vagten: 8 timer. Fortryd med Ctrl Z."]
    little.write("Hvile fra og til", "14-15:30")
    assert little.heard == []
    little.press("Tilføj hvile")
    assert little.heard == ["Hvile i vagten: 9,5 timer. Fortryd med Ctrl Z."]
    little.press("Fjern hvile 23–07")
    assert [one.start for one in read(little, ANNA).rests] == [moment("2026-03-18 14:00")]
    little.write("Hvile fra og til", "15-16")
    little.press("Tilføj hvile")
    assert little.heard == ["Der er allerede en hvile på det tidspunkt."]
    rest = field(little, "Hvile fra og til")
    assert isinstance(rest, QLineEdit)
    assert rest.text() == "15-16"


def test_the_rest_field_is_empty_again_once_its_rest_is_there(little: Person) -> None:
    lay(little.session, shift("03-23 07:00", "03-24 07:00", "anna"))
    open_panel(little, "anna-03-23-0700")
    little.write("Hvile fra og til", "23-6")
    little.press("Tilføj hvile")
    rest = field(little, "Hvile fra og til")
    assert isinstance(rest, QLineEdit)
    assert rest.text() == ""


def test_a_shift_lasts_until_the_next_one_begins(little: Person) -> None:
    lay(little.session, shift("03-21 17:00", "03-21 23:00", "anna"))
    open_panel(little, DINA, more=True)
    little.press("Forlæng til 17:00")
    assert read(little, DINA).planned_end == moment("2026-03-21 17:00")
    assert not little.sees("Forlæng til 17:00")


@pytest.mark.parametrize(
    ("press", "day"), [("Kopiér til næste uge", 25), ("Kopiér til næste dag", 19)]
)
def test_a_copy_is_one_press(little: Person, press: str, day: int) -> None:
    lay(little.session, shift("03-18 16:00", "03-18 18:00", "carla"))
    open_panel(little, "carla-03-18-1600", more=True)
    before = little.everything()
    little.press(press)
    copies = [one for one in little.session.records.all(Shift) if one.helper == "carla"]
    assert sorted(one.planned_start.day for one in copies) == [18, day]
    assert len(little.heard) == 1
    assert little.heard[0].startswith("Vagten er kopieret: Carla 16 til 18 ")
    assert undone(little, before)


def test_a_copy_to_a_day_that_is_written_and_collides_is_unfilled_with_why(
    little: Person,
) -> None:
    open_panel(little, ANNA, more=True)
    little.press("Kopiér til en anden dag")
    assert little.focus == "Kopiér til dagen"
    little.write("Kopiér til dagen", "fredag")
    little.press("Kopiér dertil")
    assert little.heard == [
        "Kopien 07 til 15 på fredag er ubesat. Anna: To steder på én gang. Fortryd med Ctrl Z."
    ]
    assert little.sees("07–15, ubesat, fredag 20. marts")


def test_the_second_half_is_for_somebody_else(little: Person) -> None:
    open_panel(little, ANNA, more=True)
    before = little.everything()
    little.press("Del i to")
    assert little.focus == "Del kl."
    little.press("Anden del til en anden")
    assert little.heard == ["Vagten er delt. 11 til 15 på onsdag er ubesat. Fortryd med Ctrl Z."]
    assert little.window.frame.panel.title == "Ubesat vagt"
    assert little.focus.startswith("Book ")
    assert little.sees("07–11, Anna Prøve, onsdag 18. marts")
    assert undone(little, before)


def test_both_halves_stay_and_meet_where_it_is_written(little: Person) -> None:
    open_panel(little, ANNA, more=True)
    little.press("Del i to")
    little.write("Del kl.", "halv ti")
    little.press("Behold begge dele")
    assert little.heard == ["Vagten er delt. Anna har begge dele. Fortryd med Ctrl Z."]
    assert read(little, ANNA).planned_end == moment("2026-03-18 09:30")
    little.press("Del i to")
    little.write("Del kl.", "22")
    little.press("Behold begge dele")
    assert little.heard == ["Vagten kan kun deles på et tidspunkt inde i den."]


def test_an_unfilled_shift_is_split_with_one_button(little: Person) -> None:
    open_panel(little, "None-03-19-1000", more=True)
    assert not little.sees("Byt vagt")
    little.press("Del i to")
    little.press("Del her")
    assert little.sees("11–12, ubesat, torsdag 19. marts")


def test_two_helpers_swap_and_both_sides_are_told(little: Person) -> None:
    open_panel(little, ANNA, more=True)
    before = little.everything()
    little.press("Byt vagt")
    names = little.names()
    assert "Byt med Dina lørdag 21. marts 07–15, begge er fri" in names
    assert any(
        name.startswith("Byt alligevel med Bo ") and name.endswith("For lidt hvile")
        for name in names
    )
    little.press("Byt med Dina lørdag 21. marts 07–15")
    assert little.heard == [
        "Dina kommer 07 til 15 på onsdag. Anna kommer 07 til 15 på lørdag. Fortryd med Ctrl Z."
    ]
    assert little.window.frame.panel.title == "Dina Prøve"
    assert undone(little, before)


def test_all_shifts_to_swap_with_are_one_press_more(little: Person) -> None:
    open_panel(little, ANNA, more=True)
    little.press("Byt vagt")
    few = sum(name.startswith("Byt") for name in little.names())
    little.press(next(name for name in little.names() if name.startswith("Vis alle vagter")))
    assert sum(name.startswith("Byt") for name in little.names()) > few
    assert little.focus.startswith("Byt ")


def test_a_note_is_saved_when_it_is_left_and_nothing_moves(little: Person) -> None:
    open_panel(little, ANNA, more=True)
    before = little.everything()
    panel = little.window.frame.panel.content
    write_words(little, "Note", "Husk rampen")
    go_on(little, "Mindre om vagten")
    assert little.heard == ["Noten er gemt. Fortryd med Ctrl Z."]
    assert read(little, ANNA).note == "Husk rampen"
    assert little.window.frame.panel.content is panel
    little.press("Længere")
    assert (read(little, ANNA).note, read(little, ANNA).planned_end.hour) == ("Husk rampen", 15)
    assert read(little, ANNA).planned_end.minute == 30
    little.window.desk.undo()
    assert undone(little, before)


def test_a_note_is_saved_once_with_its_button_and_can_be_taken_away(little: Person) -> None:
    open_panel(little, ANNA, more=True)
    write_words(little, "Note", "Husk rampen")
    little.press("Gem note")
    assert little.heard == ["Noten er gemt. Fortryd med Ctrl Z."]
    little.press("Gem note")
    assert little.heard == []
    little.press("Mindre om vagten")
    assert "Husk rampen" in little.words()
    little.press("Mere om vagten")
    write_words(little, "Note", "")
    little.press("Gem note")
    assert little.heard == ["Noten er væk. Fortryd med Ctrl Z."]


def test_a_change_of_a_past_shift_asks_for_the_reason_right_there(little: Person) -> None:
    open_panel(little, "bo-03-14-1500")
    assert not any("Grund" in one.text() for one in shown_labels(little))
    little.press("Længere")
    little.press("Senere")
    before = little.everything()
    little.press("Blev længere efter behov")
    assert little.heard == ["Grunden er gemt. Fortryd med Ctrl Z."]
    assert read(little, "bo-03-14-1500").deviation == "Blev længere efter behov"
    assert not little.sees("Blev længere efter behov")
    little.press("Kom senere")
    changed = read(little, "bo-03-14-1500")
    assert (changed.deviation, changed.state) == (
        "Blev længere efter behov. Kom senere",
        ShiftState.WORKED,
    )
    little.window.desk.undo()
    assert undone(little, before)


def shown_labels(person: Person) -> list[QLabel]:
    return [one for one in shown(person.window.frame) if isinstance(one, QLabel)]


def test_a_reason_in_own_words_is_saved_when_it_is_left(little: Person) -> None:
    open_panel(little, "bo-03-14-1500")
    little.press("Kortere")
    assert little.sees("Gik tidligere")
    write_words(little, "Grund til afvigelsen", "Toget kørte ikke")
    go_on(little, "Mere om vagten")
    assert little.heard == ["Grunden er gemt. Fortryd med Ctrl Z."]
    assert read(little, "bo-03-14-1500").deviation == "Toget kørte ikke"


def test_a_file_that_is_only_read_offers_nothing_that_changes(
    qapp: QApplication, tmp_path: Path
) -> None:
    session = open_little(tmp_path)
    lay(session, shift("03-20 15:00", "03-20 23:00", "dina"))
    lay(session, shift("03-21 07:00", "03-21 15:00", "dina"))
    session.close()
    reading = open_session(tmp_path / "roster.bpa", key(), read_only=True, today=TODAY)
    with person_at(qapp, reading, ENGLISH) as person:
        person.window.frame.go("roster")
        open_panel(person, DINA, more=True)
        for name in ("Keep anyway", "Basic hours", "Split in two", "Save note"):
            assert not person.sees(name)
        assert field(person, "Note").isReadOnly()


def test_a_new_shift_takes_times_and_kind_before_it_is_made(little: Person) -> None:
    lines = (GrantLine(kind=HourKind.AVAILABILITY, minutes=600, per=Per.WEEK),)
    lay(little.session, Grant(id="grant", valid_from=dt.date(2026, 1, 1), lines=lines))
    little.press("Ny vagt")
    before = little.everything()
    little.write("Andre tider", "snart")
    little.press("Rådighedstimer")
    little.press("Opret vagt")
    assert little.heard == ["Skriv start og slut, for eksempel 7-15 eller syv til femten."]
    assert little.focus == "Andre tider"
    assert little.everything() == before
    little.write("Andre tider", "ti til tolv")
    known = set(little.session.records.all(Shift))
    little.press("Opret vagt")
    (made,) = set(little.session.records.all(Shift)) - known
    assert (made.planned_start.hour, made.planned_end.hour) == (10, 12)
    assert made.kind is HourKind.AVAILABILITY
    assert undone(little, before)


def test_times_written_for_a_new_shift_become_a_choice_with_enter(little: Person) -> None:
    little.press("Ny vagt")
    little.write("Andre tider", "ti til tolv")
    field(little, "Andre tider").setFocus()
    little.key(Qt.Key.Key_Return)
    assert little.sees("10:00 til 12:00")
    little.write("Andre tider", "snart")
    little.press("10:00 til 12:00")
    little.press("Opret vagt")
    assert little.heard[0].startswith("Ny ubesat vagt 10 til 12 ")


def test_a_shift_that_is_off_still_shows_its_note_and_reason(little: Person) -> None:
    off = shift(
        "03-23 07:00",
        "03-23 15:00",
        "anna",
        note="Husk rampen",
        deviation="Aflyst af hallen",
        state=ShiftState.CANCELLED,
    )
    lay(little.session, off)
    open_panel(little, off.id, more=True)
    assert "Husk rampen" in little.words()
    assert "Aflyst af hallen" in little.words()
