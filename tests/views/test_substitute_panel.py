"""Looking for a substitute by the names of the buttons: ask, book, divide, and go on."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QGuiApplication

from bpa_desktop import i18n
from bpa_desktop.domain.absence import Absence
from bpa_desktop.domain.declined import Declined
from bpa_desktop.domain.people import Position
from bpa_desktop.domain.roster import Shift
from bpa_desktop.services.preferences import Preferences
from bpa_desktop.views.substitute_panel import find_substitute
from tests.domain.builders import moment
from tests.services.little_roster import NOW, TODAY, helper, lay, open_little, shift
from tests.views.audit.tree import shown, words_on
from tests.views.person import person_at
from tests.views.windows import settle

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

    from tests.views.person import Person

EVENING = shift("03-16 15:00", "03-16 23:00", "anna")
LATER = [shift(f"03-{day} 07:00", f"03-{day} 15:00", "anna") for day in (18, 19)]
OPEN = shift("03-20 07:00", "03-20 15:00", None)


@pytest.fixture
def me(qapp: QApplication, tmp_path: Path) -> Iterator[Person]:
    """Anna has this evening and two days; Vera is the substitute among five."""
    session = open_little(tmp_path, NOW)
    vera = helper("Vera Vikar", position=Position.SUBSTITUTE, phone="11 11 11 11")
    lay(session, vera, EVENING, *LATER, OPEN)
    with person_at(qapp, session, known_as=__name__) as person:
        yield person


def open_for(me: Person, one: Shift) -> None:
    find_substitute(me.window.desk, one.id)
    settle(me.window.frame)


def kept(me: Person, one: Shift) -> Shift:
    return me.session.records.get(Shift, one.id)


def places(me: Person) -> dict[str, tuple[int, int]]:
    """Where every button of the panel stands."""
    panel = me.window.frame.panel.content
    assert panel is not None
    return {
        words_on(one): (one.mapTo(panel, one.rect().topLeft()).toTuple())
        for one in shown(panel)
        if words_on(one)
    }


def test_each_is_shown_with_reasons_and_phone(me: Person) -> None:
    open_for(me, OPEN)
    words = me.words()
    assert "5 hjælpere er fri." in words
    assert words.index("Vera Vikar") < words.index("vikar · ny her") < words.index("Bo Prøve")
    assert "tlf. 11 11 11 11" in words
    assert me.focus == "Book Vera"


def test_a_no_is_one_press_and_nothing_moves(me: Person) -> None:
    open_for(me, OPEN)
    before, file = places(me), me.everything()
    me.press("Vera sagde nej")
    assert me.heard == ["Vera sagde nej til vagten 07 til 15 på fredag. Fortryd med Ctrl Z."]
    (declined,) = me.session.records.all(Declined)
    assert (declined.helper, declined.asked_on) == ("vera", TODAY)
    assert "sagde nej i dag" in me.words()
    assert not me.sees("Vera sagde nej")
    assert me.sees("Book Vera alligevel")
    after = places(me)
    same = set(before) & set(after) - {"Book Vera"}
    assert {name: after[name][0] for name in same} == {name: before[name][0] for name in same}
    assert after["Vera sagde nej"] == before["Vera sagde nej"]
    assert me.focus == "Book Bo"
    open_for(me, OPEN)
    me.window.desk.undo()
    assert me.everything() == file


def test_the_next_time_who_said_no_comes_last(me: Person) -> None:
    open_for(me, OPEN)
    me.press("Vera sagde nej")
    me.window.desk.close_panel()
    open_for(me, OPEN)
    assert me.focus == "Book Bo"
    assert me.sees("Book Vera alligevel")


def test_a_message_is_copied_and_said(me: Person) -> None:
    open_for(me, OPEN)
    me.press("Kopiér besked til Vera")
    assert me.heard == ["Beskeden til Vera er kopieret. Sæt den ind, hvor du skriver."]
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith("Hej Vera. Kan du tage vagten fredag 20. marts 07–15?")
    assert me.focus == "Kopiér besked til Vera"


def test_when_nobody_is_free_each_is_told_why_and_can_be_asked(me: Person) -> None:
    same = [
        shift("03-20 10:00", "03-20 12:00", who) for who in ("anna", "bo", "carla", "dina", "vera")
    ]
    lay(me.session, *same)
    open_for(me, OPEN)
    assert "Ingen er fri. Vera, Bo, Carla, Dina, Anna: har vagt." in me.words()
    assert "har vagt 10–12" in me.words()
    assert me.sees("Book Vera alligevel")
    assert me.sees("Vera sagde nej")
    me.press("Lad vagten stå ubesat")
    assert me.window.frame.panel.content is None


def test_a_shift_is_split_and_the_second_half_is_offered_after_the_first(me: Person) -> None:
    before = me.everything()
    open_for(me, OPEN)
    me.press("Del vagten i to")
    assert me.heard == ["Vagten er delt: 07–11 og 11–15. Fortryd med Ctrl Z."]
    assert "fredag 20. marts 07–11" in me.words()
    assert "1 vagt mere er ubesat." in me.words()
    me.press("Book Vera")
    assert me.focus == "Find vikar – fredag 20. marts 11–15"
    me.press("Find vikar – fredag 20. marts 11–15")
    me.press("Book Bo")
    assert me.window.frame.panel.content is None
    friday = [one for one in me.session.records.all(Shift) if one.planned_start.day == 20]
    assert sorted(str(one.helper) for one in friday) == ["bo", "vera"]
    for _press in range(3):
        me.window.desk.undo()
    assert me.everything() == before


@pytest.mark.parametrize("language", i18n.LANGUAGES)
def test_a_sickness_of_several_days_is_one_more_press(
    qapp: QApplication, tmp_path: Path, language: str
) -> None:
    words = {
        "da": ("Meld syg – Anna", "Indtil videre", "Book Bo", "Find vikar – "),
        "en": ("Report sick – Anna", "Until further notice", "Book Bo", "Find a substitute – "),
    }[language]
    session = open_little(tmp_path, NOW)
    lay(session, EVENING, *LATER)
    with person_at(qapp, session, Preferences(language=language, colours="light")) as me:
        before = me.everything()
        me.press(words[0])
        me.press(words[1])
        (absence,) = me.session.records.all(Absence)
        assert absence.last_day is None
        assert [kept(me, one).helper for one in LATER] == [None, None]
        me.press(words[2])
        assert kept(me, EVENING).helper == "bo"
        assert kept(me, EVENING).stands_in_for == "anna"
        assert me.focus.startswith(words[3])
        for _press in range(3):
            me.window.desk.undo()
        assert me.everything() == before


def test_a_substitute_who_falls_sick_is_the_one_asked_about(me: Person) -> None:
    me.press("Meld syg – Anna")
    me.press("Book Vera")
    me.press("Meld syg – Vera")
    assert "Vera kan ikke komme." in me.words()
    assert "Hvor længe er Vera syg?" in me.words()
    me.press("Til og med i morgen")
    lengths = {one.helper: one.last_day for one in me.session.records.all(Absence)}
    assert lengths == {"anna": TODAY, "vera": TODAY + dt.timedelta(days=1)}
    assert kept(me, EVENING).stands_in_for == "anna"


def test_the_way_back_stands_on_the_first_page(me: Person) -> None:
    me.press("Meld syg – Anna")
    me.press("Indtil videre")
    me.window.desk.close_panel()
    settle(me.window.frame)
    me.press("Raskmeld – Anna")
    assert me.heard == ["Anna er raskmeldt. 3 vagter kan gives tilbage. Fortryd med Ctrl Z."]
    me.press("Giv 3 vagter tilbage")
    assert [kept(me, one).helper for one in (EVENING, *LATER)] == ["anna"] * 3
    assert me.sees("Meld syg – Anna")


def test_undoing_the_sick_call_closes_what_it_opened(me: Person) -> None:
    me.press("Meld syg – Anna")
    me.press("Indtil videre")
    me.window.desk.undo()
    me.window.desk.undo()
    settle(me.window.frame)
    assert me.window.frame.panel.content is None


def test_a_file_that_is_read_only_can_still_be_asked_from(
    qapp: QApplication, tmp_path: Path
) -> None:
    session = open_little(tmp_path, NOW)
    lay(session, OPEN)
    session.file.read_only = True
    with person_at(qapp, session) as me:
        open_for(me, OPEN)
        assert not me.sees("Book Anna")
        assert not me.sees("Anna sagde nej")
        me.press("Kopiér besked til Anna")
        assert QGuiApplication.clipboard().text().startswith("Hej Anna.")
    session.file.read_only = False


def test_one_press_tells_that_somebody_came_and_fell_ill(me: Person) -> None:
    me.window.desk.session.now = lambda: moment("2026-03-16 17:05")  # type: ignore[method-assign]
    me.window.desk.changed.emit(frozenset({"shift"}))
    settle(me.window.frame)
    me.press("Meld syg – Anna")
    me.press("Anna var her til kl. 17:00")
    assert me.heard == ["Anna var her til kl. 17:00. 17–23 er ubesat. Fortryd med Ctrl Z."]
    assert not me.sees("Anna var her til kl. 17:00")
    me.press("Book Vera")
    came = {one.planned_start.hour: one.helper for one in me.session.records.all(Shift)}
    assert (came[15], came[17]) == ("anna", "vera")
