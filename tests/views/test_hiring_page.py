"""The place Hiring and its panels, by what they are called."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from bpa_desktop.domain.applicant import Applicant, Stage
from bpa_desktop.domain.contract import Contract
from bpa_desktop.domain.own_text import OwnText
from bpa_desktop.domain.people import Employment
from tests.domain.builders import day
from tests.services.little_roster import helper, lay, open_little
from tests.views.person import person_at
from tests.views.windows import settle

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

    from tests.views.person import Person


@pytest.fixture(name="me")
def _me(qapp: QApplication, tmp_path: Path) -> Iterator[Person]:
    session = open_little(tmp_path)
    lay(
        session,
        Applicant(id="a", name="Mikkel Testrup", phone="11 22", applied_on=day("2026-03-10")),
        helper("Anna Prøve", employments=(Employment(first_day=day("2026-03-09")),)),
    )
    with person_at(qapp, session, known_as=__name__, place="hiring") as person:
        yield person


def applicant(me: Person) -> Applicant:
    return me.session.records.get(Applicant, "a")


def test_one_press_moves_on_and_says_one_sentence(me: Person) -> None:
    me.press("Inviter til samtale – Mikkel")
    assert me.heard == ["Mikkel Testrup: inviteret til samtale."]
    assert me.sees("Samtalen er holdt – Mikkel")


def test_a_no_takes_two_presses_more_and_tells_the_day_of_deletion(me: Person) -> None:
    me.press("Åbn – Mikkel")
    me.press("Giv afslag")
    assert "slettes 16. september 2026" in me.words()
    me.press("Hvis der kommer en klage over valget.")
    assert me.heard == ["Mikkel Testrup: fik et nej. Slettes 16. september 2026."]
    assert applicant(me).keep_reason == "Hvis der kommer en klage over valget."
    assert "Kilderne er uenige" in me.words()


def test_a_no_with_an_empty_reason_of_ones_own_is_refused(me: Person) -> None:
    me.press("Åbn – Mikkel")
    me.press("Giv afslag")
    me.press("Gem med min grund")
    assert len(me.heard) == 1
    assert applicant(me).stage is Stage.RECEIVED


def test_hired_opens_the_contract_and_asks_for_the_first_day_only(me: Person) -> None:
    me.press("Åbn – Mikkel")
    me.press("Ansæt")
    me.press("Ansæt Mikkel")
    assert me.heard == ["Mikkel Testrup er hjælper fra 1. april 2026, og kontrakten er begyndt."]
    assert me.window.frame.panel.title == "Kontrakt og papirer: Mikkel Testrup"
    assert applicant(me).stage is Stage.HIRED


def test_a_deletion_asks_once_and_takes_all_of_it(me: Person) -> None:
    me.press("Åbn – Mikkel")
    me.press("Har trukket sig")
    me.press("Hvis der kommer en klage over valget.")
    me.press("Slet ansøgeren")
    me.press("Slet helt")
    assert len(me.heard) == 1
    assert not me.session.records.all(Applicant)
    assert "Mikkel" not in me.words()


def test_an_advert_is_suggested_saved_when_left_and_copied(me: Person) -> None:
    me.press("Skriv et jobopslag")
    field = me.window.frame.panel.findChild(QPlainTextEdit)
    assert field is not None
    field.setPlainText("Jeg hedder Eksempel")
    me.press("Kopiér teksten")
    settle(me.window.frame)
    assert QGuiApplication.clipboard().text() == "Hjælper søges\n\nJeg hedder Eksempel\n"
    assert me.session.records.all(OwnText)[0].words == "Jeg hedder Eksempel"
    assert "Her står dit navn." in me.words()


def test_a_contract_is_begun_given_and_asked_for_nothing_that_is_known(me: Person) -> None:
    me.press("Kontrakt – Anna")
    assert "Første del: skal gives senest den 16. marts 2026." in me.words()
    me.press("Begynd på kontrakten")
    assert me.heard == ["Kontrakten for Anna Prøve er begyndt."]
    assert "Mangler i første del: arbejdsgiverens adresse" in me.words()
    me.press("Første del er givet i dag")
    assert me.heard == ["Første del: givet 16. marts 2026."]
    assert me.session.records.all(Contract)[0].given_on == day("2026-03-16")


def test_a_key_is_handed_over_and_comes_back(me: Person) -> None:
    me.press("Kontrakt – Anna")
    me.press("Tavshedspligt og nøgler")
    me.press("Udlever en nøgle")
    line = me.window.frame.panel.findChild(QLineEdit, "what")
    assert line is not None
    line.setText("Hoveddør")
    me.press("Færdig")
    assert "Hoveddør: udleveret 16. marts 2026." in me.words()
    me.press("Kom tilbage i dag – Hoveddør")
    assert me.heard == ["Hoveddør kom tilbage 16. marts 2026."]


def test_what_is_due_leads_to_the_contract(me: Person) -> None:
    me.window.frame.go("today")
    settle(me.window.frame)
    me.press("Åbn kontrakten")
    assert me.window.frame.current == "helpers"
    assert me.window.frame.panel.title == "Kontrakt og papirer: Anna Prøve"
