"""The place Letters and one letter, by what they are called."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit

from bpa_desktop.domain.decision import Decision, Effect
from bpa_desktop.domain.letter import Letter, LetterKind
from bpa_desktop.domain.scheme import Scheme
from bpa_desktop.domain.trip import Trip
from bpa_desktop.services.letters import keep, letter_for, send_today
from bpa_desktop.views.letter_doors import open_letter
from bpa_desktop.views.letter_page import LetterPage
from tests.services.little_roster import TODAY, lay, open_empty
from tests.views.person import person_at
from tests.views.windows import settle

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

    from tests.views.person import Person


@pytest.fixture(name="me")
def _me(qapp: QApplication, tmp_path: Path) -> Iterator[Person]:
    session = open_empty(tmp_path)
    lay(
        session,
        Scheme(id="scheme", citizen_name="Kim Prøve", municipality="Ishøj", case_number="24/1"),
        Decision(
            id="d",
            received_on=dt.date(2026, 3, 5),
            decided_on=dt.date(2026, 3, 3),
            effect=Effect.LESS,
        ),
    )
    with person_at(qapp, session, known_as=__name__, place="letters") as person:
        yield person


def text_of(me: Person) -> QPlainTextEdit:
    return me.page.findChildren(QPlainTextEdit)[0]


def kept(me: Person) -> list[Letter]:
    return list(me.session.records.all(Letter))


def write(me: Person, words: str) -> None:
    """Write in the letter and go on to the next control."""
    field = text_of(me)
    field.setFocus()
    field.setPlainText(words)
    me.key(Qt.Key.Key_Tab)


def test_a_complaint_is_three_presses_away_and_tells_its_last_day(me: Person) -> None:
    me.press("Nyt brev")
    assert me.heard == ["Nyt brev. Vælg, hvad du vil skrive."]
    me.press("Klage")
    (said,) = me.heard
    assert said.startswith("Klage over afgørelse af 3. marts 2026. Til Ishøj Kommune, Center for")
    assert said.endswith("2635 Ishøj. Forslag, ikke gemt endnu.")
    assert "senest tirsdag 31. marts 2026" in me.words()
    assert "2 steder mangler at blive udfyldt: hvad du vil have ændret; hvorfor" in me.words()
    assert not kept(me)
    me.press("Kopiér teksten")
    assert me.heard == ["Teksten er kopieret. Sæt den ind i en besked i Digital Post."]
    pasted = QGuiApplication.clipboard().text()
    assert pasted.startswith("Jeres sagsnr.: 24/1\n\nJeg klager over jeres afgørelse")


def test_what_is_written_is_kept_and_nothing_moves(me: Person) -> None:
    open_letter(me.window.desk, "access")
    settle(me.window.frame)
    button, field = me.button("Sendt i dag"), text_of(me)
    write(me, "Mine egne ord.")
    assert me.heard == ["Brevet er gemt."]
    assert [one.words for one in kept(me)] == ["Mine egne ord."]
    assert me.button("Sendt i dag") is button
    assert text_of(me) is field
    assert "Kladde fra 16. marts 2026" in me.words()
    write(me, "Og flere.")
    assert [one.words for one in kept(me)] == ["Og flere."]


def test_a_press_with_the_mouse_counts_though_the_text_is_not_kept_yet(me: Person) -> None:
    open_letter(me.window.desk, "access")
    settle(me.window.frame)
    text_of(me).setFocus()
    text_of(me).setPlainText("Mine egne ord.")
    button = me.button("Sendt i dag")
    QTest.mousePress(button, Qt.MouseButton.LeftButton)
    settle(me.window.frame)
    QTest.mouseRelease(button, Qt.MouseButton.LeftButton)
    settle(me.window.frame)
    (letter,) = kept(me)
    assert (letter.words, letter.sent_on) == ("Mine egne ord.", TODAY)


def test_sent_today_says_one_sentence_and_is_undone_as_one(me: Person) -> None:
    lay(
        me.session,
        Trip(id="t", place="Skagen", first_day=dt.date(2026, 7, 1), last_day=dt.date(2026, 7, 2)),
    )
    open_letter(me.window.desk, LetterKind.HOLIDAY, ("trip", "t"), back="trips")
    settle(me.window.frame)
    me.press("Sendt i dag")
    assert me.heard == ["Sendt i dag: Jeg skal på ferie: Skagen, 1.–2. juli 2026."]
    assert me.session.records.get(Trip, "t").applied_on == TODAY
    assert text_of(me).isReadOnly()
    assert not me.sees("Sendt i dag")
    me.window.desk.undo()
    settle(me.window.frame)
    assert me.session.records.get(Trip, "t").applied_on is None
    assert not kept(me)
    assert me.sees("Sendt i dag")
    me.press("Tilbage")
    assert me.window.frame.current == "trips"


def test_a_hard_text_is_said_to_be_hard_while_it_is_written(me: Person) -> None:
    open_letter(me.window.desk, "access")
    settle(me.window.frame)
    assert "Let at læse" in me.words()
    text_of(me).setPlainText("Revisitationen understøtter arbejdslederevnen fuldstændig.")
    assert "Svær at læse" in me.words()
    assert "Den længste sætning har 4 ord." in me.words()


def test_each_place_to_fill_is_one_press_away_and_is_written_over(me: Person) -> None:
    open_letter(me.window.desk, "complaint")
    settle(me.window.frame)
    me.press("Gå til næste sted, der mangler")
    assert me.heard == ["Skriv her: hvad du vil have ændret."]
    text_of(me).insertPlainText("Mere hjælp 😀")
    assert "– Mere hjælp 😀\n" in text_of(me).toPlainText()
    me.press("Gå til næste sted, der mangler")
    assert me.heard == ["Skriv her: hvorfor, med et eksempel fra din hverdag."]
    assert "– Mere hjælp 😀\n" in kept(me)[0].words
    text_of(me).insertPlainText("Jeg falder.")
    assert not me.sees("Gå til næste sted, der mangler")


def test_the_suggestion_comes_back_and_ones_own_text_by_undo(me: Person) -> None:
    open_letter(me.window.desk, "access")
    settle(me.window.frame)
    write(me, "Mine egne ord.")
    me.press("Lav forslaget igen")
    assert len(me.heard) == 1
    assert text_of(me).toPlainText().startswith("Jeg beder om at se papirerne")
    me.window.desk.undo()
    settle(me.window.frame)
    assert text_of(me).toPlainText() == "Mine egne ord."


def test_who_reads_english_can_have_the_letter_in_danish(me: Person) -> None:
    me.window.desk.change_preferences(language="en")
    open_letter(me.window.desk, "access")
    settle(me.window.frame)
    me.press("Suggest it in Danish")
    assert text_of(me).toPlainText().startswith("Jeg beder om at se papirerne")
    assert "Jeg beder om aktindsigt i min sag" in me.words()
    me.press("Copy the text")
    assert QGuiApplication.clipboard().text().startswith("Jeres sagsnr.: 24/1")


def test_the_list_shows_drafts_and_what_is_sent(me: Person) -> None:
    keep(me.session, letter_for(me.session, LetterKind.ACCESS))
    send_today(me.session, letter_for(me.session, LetterKind.QUESTION))
    assert "1 kladde, 1 sendt." in me.words()
    assert "Sendt 16. marts 2026, til Ishøj Kommune" in me.words()
    me.press("Åbn – Jeg beder om aktindsigt i min sag")
    assert isinstance(me.page, LetterPage)
    me.press("Tilbage")
    assert me.window.frame.current == "letters"


def test_a_letter_deleted_in_its_form_leads_back_to_the_list(me: Person) -> None:
    open_letter(me.window.desk, "access")
    settle(me.window.frame)
    me.press("Ret modtager eller emne, eller slet")
    assert len(kept(me)) == 1
    me.press("Slet brev")
    assert not kept(me)
    assert me.window.frame.current == "letters"


def test_the_page_without_a_letter_says_so(me: Person) -> None:
    me.window.frame.go("letter")
    settle(me.window.frame)
    assert "Intet brev er åbent." in me.words()


def test_a_letter_is_found_by_searching(me: Person) -> None:
    titles = [action.text for action in me.window.desk.actions]
    assert "Skriv en klage" in titles
    assert "Nyt brev" in titles
