"""The place of the municipality, as a person meets it."""

from __future__ import annotations

from dataclasses import replace
from shutil import copytree
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QComboBox

from bpa_desktop import paths
from bpa_desktop.domain.own_municipal_value import OwnMunicipalValue
from bpa_desktop.domain.relocation import Relocation
from bpa_desktop.services.own_profile import profile_of
from tests import little_file
from tests.little_file import SCHEME

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.views.little import Seat

    Sit = Callable[..., Seat]


@pytest.fixture
def me(sit: Sit, tmp_path: Path) -> Seat:
    seat = sit(file=little_file.write(tmp_path / "a.bpa", [SCHEME]))
    seat.go("municipality")
    return seat


def said_on(me: Seat) -> str:
    """Everything that can be read in the window."""
    return "\n".join(me.words())


def choose(me: Seat, label: str, option: str) -> None:
    box = me.field(label)
    assert isinstance(box, QComboBox)
    box.setCurrentText(option)
    box.activated.emit(box.currentIndex())
    me.rest()


def revisit(me: Seat) -> int | None:
    session = me.window.desk.session
    profile = profile_of(session, session.today)
    assert profile is not None
    return profile.whole("followup.revisit_every_months")


def test_a_group_shows_value_quote_and_source(me: Seat) -> None:
    assert me.press("Opfølgning") == "Opfølgning er åbnet."
    words = said_on(me)
    assert "Første opfølgning efter: ca. 3 måneder" in me.labels()
    assert "»Ved nye BPA-bevillinger foretages første opfølgning ca. 3 mdr. efter" in words
    assert "Kvalitetsstandard for BPA § 95 og 96, uden dato." in words
    assert "Hele teksten er læst." in words


ASK = "Spørg kommunen: Hvor lang tid før en rejse skal jeg søge?"
ASKED = "Spurgt 16. marts 2026: Hvor lang tid før en rejse skal jeg søge?"


def test_an_unknown_value_is_asked_about_in_its_letter_which_leads_back_to_it(me: Seat) -> None:
    me.press("Ferie og rejser")
    me.press(ASK)
    assert me.window.frame.current == "letter"
    me.press("Kopiér teksten")
    assert "Hvor lang tid før en rejse skal jeg søge?" in QGuiApplication.clipboard().text()
    me.key(Qt.Key.Key_Escape)
    assert me.window.frame.current == "municipality"
    assert me.focus == ASK


def unasked(me: Seat) -> int:
    """So many questions the letter about all of them has, by its button."""
    (label,) = [one for one in me.labels() if one.startswith("Spørg om alle ")]
    return int(label.removeprefix("Spørg om alle "))


def test_an_asked_value_says_when_and_leads_to_the_letter_and_back(me: Seat) -> None:
    me.press("Ferie og rejser")
    before = unasked(me)
    me.press(ASK)
    me.press("Sendt i dag")
    me.press("Tilbage")
    me.press(ASKED)
    assert "Du spurgte den 16. marts 2026." in said_on(me)
    assert f"{before - 1} ting at spørge om. 1 er der spurgt om." in said_on(me)
    assert unasked(me) == before - 1
    me.press("Se brevet")
    assert "Sendt 16. marts 2026" in said_on(me)
    me.press("Tilbage")
    assert "Du spurgte den 16. marts 2026." in said_on(me)


def test_what_the_municipality_answered_is_written_beside_the_question(me: Seat) -> None:
    me.press("Ferie og rejser")
    me.press(ASK)
    me.press("Skriv hvad din afgørelse siger")
    me.enter("Hvad din afgørelse siger, i uger", "8")
    me.enter("Afgørelsens reference, for eksempel dens dato", "brev af 4. marts 2026")
    said = "Din afgørelse gælder nu: Søg skriftligt før rejsen, mindst."
    assert me.press("Gem hvad afgørelsen siger") == said


def test_what_a_decision_says_counts_from_then_on_and_can_be_taken_back(me: Seat) -> None:
    me.press("Opfølgning")
    me.press("Tid mellem fulde revisitationer: 24 måneder")
    me.press("Skriv hvad din afgørelse siger")
    me.enter("Hvad din afgørelse siger, i måneder", "et år")
    me.enter("Afgørelsens reference, for eksempel dens dato", "brev af 4. marts 2026")
    assert me.press("Gem hvad afgørelsen siger") == "Skriv et helt tal, for eksempel 4."
    assert revisit(me) == 24
    me.enter("Hvad din afgørelse siger, i måneder", "12")
    said = "Din afgørelse gælder nu: Tid mellem fulde revisitationer."
    assert me.press("Gem hvad afgørelsen siger") == said
    assert revisit(me) == 12
    assert "Tid mellem fulde revisitationer: 12 måneder" in me.labels()
    assert "Din afgørelse, brev af 4. marts 2026." in said_on(me)
    assert "Kommunens egen tekst siger: 24 måneder." in said_on(me)
    me.press("Lad kommunens tekst gælde igen")
    assert revisit(me) == 24


def test_a_paper_is_ticked_off_as_the_decision_says(me: Seat) -> None:
    me.press("Afholdelse af MUS")
    me.press("Skriv hvad din afgørelse siger")
    me.press("Nej")
    me.enter("Afgørelsens reference, for eksempel dens dato", "brev af 4. marts 2026")
    me.press("Gem hvad afgørelsen siger")
    assert "Bedes ikke om: MUS" in me.labels()
    assert "Din afgørelse, brev af 4. marts 2026." in said_on(me)
    me.press("Lad kommunens tekst gælde igen")
    assert "Afholdelse af MUS" in me.labels()


def test_another_municipality_is_compared(me: Seat) -> None:
    me.press("Sammenlign med en anden kommune")
    choose(me, "Den anden kommune", "Brønderslev Kommune")
    words = said_on(me)
    assert "regler er anderledes i Brønderslev Kommune." in words
    assert "Brønderslev Kommune: 4 timer" in words
    assert "Din klage skal være modtaget inden for" not in words


def test_a_move_changes_the_municipality_on_its_day(me: Seat) -> None:
    me.press("Jeg flytter")
    me.enter("Første dag i den nye kommune", "i dag")
    me.enter("Kommunen, du flytter til", "Brønderslev")
    me.press("Færdig")
    (move,) = me.window.desk.session.records.all(Relocation)
    assert move.from_municipality == "Ishøj Kommune"
    assert me.page_words()[0] == "Brønderslev Kommune"


def test_a_value_that_cannot_be_read_is_told(sit: Sit, tmp_path: Path) -> None:
    wrong = OwnMunicipalValue(key="case.start_within_weeks", value="snart", reference="brev")
    me = sit(file=little_file.write(tmp_path / "b.bpa", [SCHEME, wrong]))
    me.go("municipality")
    me.press("Dine egne afgørelser og flytninger")
    assert "Den kan ikke læses, så den bruges ikke." in said_on(me)


def test_a_municipality_nobody_read_says_so_and_names_the_text_to_ask_for(
    sit: Sit, tmp_path: Path
) -> None:
    scheme = replace(SCHEME, municipality="Hvidovre")
    me = sit(file=little_file.write(tmp_path / "b.bpa", [scheme]))
    me.go("municipality")
    words = said_on(me)
    assert "Hvidovre Kommune: Ingen har læst kommunens tekst." in words
    assert "docplayer 1068359" in words
    me.press(f"Spørg om alle {unasked(me)}")
    assert "Jeg vil også gerne se jeres egen tekst: Kvalitetsstandard" in me.text("Tekst")


def test_a_file_with_a_typing_error_is_named_at_the_start_and_on_the_page(
    sit: Sit, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copytree(paths.RESOURCES, tmp_path / "resources")
    file = tmp_path / "resources" / "municipalities" / "aarhus.toml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("apply_weeks_before", "aply_weeks_before"), encoding="utf-8")
    monkeypatch.setattr(paths, "RESOURCES", tmp_path / "resources")
    said = "Filen aarhus.toml kan ikke bruges. holiday.aply_weeks_before: kendes ikke."
    me = sit(file=little_file.write(tmp_path / "b.bpa", [SCHEME]))
    assert said in me.status
    me.go("municipality")
    assert said in said_on(me)
    assert me.page_words()[0] == "Ishøj Kommune"


def test_who_has_written_no_municipality_is_led_to_do_so(sit: Sit, tmp_path: Path) -> None:
    scheme = replace(SCHEME, municipality="")
    seat = sit(file=little_file.write(tmp_path / "new.bpa", [scheme]))
    seat.go("municipality")
    assert "Du har ikke skrevet din kommune." in said_on(seat)
    seat.press("Skriv din kommune")
    assert seat.window.frame.current == "scheme"
