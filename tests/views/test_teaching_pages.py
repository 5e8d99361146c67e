"""Aids, work procedures, learning and courses, by what they are called on the screen."""

from __future__ import annotations

import datetime as dt
import io
import time
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from PIL import Image
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from bpa_desktop.domain.activity import ActivityItem
from bpa_desktop.domain.aid import Aid
from bpa_desktop.domain.instruction import Course, Instruction, IntroductionStep
from bpa_desktop.domain.kinds import HourKind
from bpa_desktop.domain.money_flow import Voucher
from bpa_desktop.domain.people import Helper
from bpa_desktop.domain.procedure import Procedure, ProcedurePicture, ProcedureVersion
from bpa_desktop.domain.roster import Shift
from bpa_desktop.views import helper_doors, picture_part
from bpa_desktop.views.procedure_panel import open_procedure
from tests.services.little_roster import TODAY, lay, open_little, shift
from tests.views.person import person_at
from tests.views.windows import settle

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

    from tests.views.person import Person

_PATIENCE = 10.0


@pytest.fixture(name="me")
def _me(qapp: QApplication, tmp_path: Path) -> Iterator[Person]:
    session = open_little(tmp_path)
    first = dt.date(2026, 1, 1)
    lay(
        session,
        Aid(id="hoist", name="Loftlift", since=first),
        ActivityItem(activity="Stå op", aid="loftlift, toiletstol"),
        Procedure(id="bed", title="Fra seng til stol"),
        ProcedureVersion(id="v1", procedure="bed", valid_from=first, words="Sig til."),
        Course(id="c", helper="anna", title="Løft", held_on=TODAY, minutes=180, cost=Decimal(650)),
        shift("03-17 07:00", "03-17 15:00", "bo"),
    )
    with person_at(qapp, session, known_as=__name__) as person:
        yield person


def go(me: Person, place: str) -> None:
    me.window.frame.go(place)
    settle(me.window.frame)


def test_one_press_registers_an_aid_and_one_instructs_all(me: Person) -> None:
    go(me, "aids")
    me.press("Skriv i registret – Toiletstol")
    assert me.heard == ["Står nu i registret: Toiletstol."]
    assert not me.sees("Skriv i registret – Toiletstol")
    me.press("Loftlift. 0 af 4 hjælpere er instrueret.")
    me.press("Instrueret i dag – Anna")
    assert me.heard == ["Instrueret i dag: Anna. Loftlift."]
    me.write("Instrueret af", "Terapeuten")
    me.press("Alle 3, der mangler")
    assert me.heard == ["Instrueret i dag: 3 hjælpere. Loftlift."]
    given = me.session.records.all(Instruction)
    assert sorted(one.given_by for one in given) == ["Eksempel", *["Terapeuten"] * 3]
    assert me.sees("Bo Prøve: instrueret 16. marts 2026 af Terapeuten.")


def test_a_new_version_begins_with_the_last_text_and_asks_again(me: Person) -> None:
    for who in ("anna", "bo", "carla"):
        lay(me.session, Instruction(helper=who, version="v1", given_on=dt.date(2026, 2, 1)))
    go(me, "procedures")
    assert me.sees("Dina Prøve: kender 0 af 2. Mangler: Fra seng til stol, Loftlift.")
    me.press("Fra seng til stol. Version fra 1. januar 2026. 3 af 4 hjælpere er instrueret.")
    me.press("Ny version")
    words = me.window.frame.panel.findChild(QPlainTextEdit, "words")
    assert words is not None
    assert words.toPlainText() == "Sig til."
    words.setPlainText("Sig til to gange.")
    me.press("Færdig")
    assert me.heard == ["Gemt: Version fra 16. marts 2026. 3 hjælpere skal instrueres igen."]
    assert (
        "Anna Prøve: skal instrueres igen. Sidst 1. februar 2026 (version fra 1. januar 2026)."
        in me.words()
    )
    me.press("Alle 4, der mangler")
    assert me.heard == ["Instrueret i dag: 4 hjælpere. Fra seng til stol."]


def test_an_earlier_version_is_read_from_the_panel_of_its_procedure(me: Person) -> None:
    lay(
        me.session,
        ProcedureVersion(id="v2", procedure="bed", valid_from=TODAY, words="Sig til to gange."),
        Instruction(helper="anna", version="v1", given_on=dt.date(2026, 2, 1), given_by="Mig"),
    )
    go(me, "procedures")
    open_procedure(me.window.desk, "bed")
    settle(me.window.frame)
    assert "Version fra 1. januar 2026, brugt til 15. marts 2026." in me.words()
    me.press("Se – version fra 1. januar 2026")
    end = time.monotonic() + _PATIENCE
    while me.window.desk.paper is None and time.monotonic() < end:
        time.sleep(0.01)
        settle(me.window.frame)
    paper = me.window.desk.paper
    assert paper is not None
    assert "Sig til." in paper.text
    assert "Sig til to gange." not in paper.text
    assert "Anna Prøve, 1. februar 2026 af Mig" in paper.text
    assert me.window.frame.current == "preview"


def test_a_picture_is_kept_once_it_has_words(
    me: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = io.BytesIO()
    Image.new("RGB", (20, 20), "red").save(data, "PNG")
    path = tmp_path / "sling.png"
    path.write_bytes(data.getvalue())
    monkeypatch.setattr(picture_part, "choose_picture", lambda _over: path)
    go(me, "procedures")
    me.press("Fra seng til stol. Version fra 1. januar 2026. 0 af 4 hjælpere er instrueret.")
    me.press("Tilføj et billede")
    end = time.monotonic() + _PATIENCE
    while me.window.frame.panel.title != "Nyt billede" and time.monotonic() < end:
        time.sleep(0.01)
        settle(me.window.frame)
    assert not me.session.records.all(ProcedurePicture)
    words = me.window.frame.panel.findChild(QLineEdit, "words")
    assert words is not None
    words.setText("Sejlet")
    me.press("Færdig")
    assert me.heard == ["Billedet er tilføjet: Sejlet."]
    assert me.sees("Se – Billede 1")


def test_the_door_of_a_helper_leads_to_what_they_learn(me: Person) -> None:
    go(me, "helpers")
    door = next(one for one in helper_doors.HELPER_DOORS if one.label == "What they learn")
    door.open(me.window.desk, me.session.records.get(Helper, "anna"))
    settle(me.window.frame)
    me.press("Skriv forslag til trin")
    assert me.heard[0].endswith("trin er skrevet til Anna.")
    me.press("Gjort i dag – 1")
    assert me.heard[0].startswith("Gjort i dag: ")
    assert any(one.done_on == TODAY for one in me.session.records.all(IntroductionStep))
    me.press("Læg en følgevagt")
    me.press("Bo")
    assert me.heard == ["Sammen med Bo Prøve."]
    me.press("Tag med tirsdag 17. marts 07–15")
    assert len(me.heard) == 1
    (made,) = [one for one in me.session.records.all(Shift) if one.helper == "anna"]
    assert made.kind is HourKind.TRAINING
    me.press("Tilbage til oplæring af Anna")
    assert "Følgevagt med Bo" in " ".join(me.names())


def test_the_application_for_a_course_is_written_and_noted_from_its_letter(me: Person) -> None:
    go(me, "courses")
    me.press("Anna Prøve: Løft, 16. marts 2026. 3 timer, gebyr 650,00\u00a0kr. Ikke ansøgt endnu.")
    me.press("Skriv ansøgningen")
    assert me.heard[0].startswith("Ansøgning om kursus: Løft.")
    me.press("Sendt i dag")
    me.press("Tilbage")
    assert any("Ansøgt den 16. marts 2026" in name for name in me.names())


def test_a_course_is_applied_for_planned_and_booked_with_what_is_known(me: Person) -> None:
    go(me, "courses")
    me.press("Anna Prøve: Løft, 16. marts 2026. 3 timer, gebyr 650,00\u00a0kr. Ikke ansøgt endnu.")
    me.press("Ansøgt i dag")
    assert me.heard == ["Ansøgt i dag: Løft."]
    me.press("Lav bilag")
    me.press("Færdig")
    (voucher,) = me.session.records.all(Voucher)
    assert (voucher.what, voucher.amount) == ("Kursus: Løft (AN)", Decimal(650))
    go(me, "courses")
    me.press(next(name for name in me.names() if name.startswith("Anna Prøve: Løft")))
    assert "står som Bilag" in me.words()
    me.press("Læg i vagtplanen")
    me.press("Opret vagt")
    kinds = [(one.kind, one.planned_start.hour) for one in me.session.records.all(Shift)]
    assert (HourKind.COURSE, 9) in kinds


def test_a_fee_without_a_voucher_is_asked_about_where_the_money_is(me: Person) -> None:
    lay(
        me.session,
        Course(id="d", helper="bo", title="Sår", held_on=dt.date(2026, 3, 2), cost=Decimal(90)),
    )
    go(me, "money")
    me.press("Lav bilag – Sår, Bo")
    me.press("Færdig")
    (voucher,) = me.session.records.all(Voucher)
    assert (voucher.day, voucher.amount) == (dt.date(2026, 3, 2), Decimal(90))
    assert not me.sees("Lav bilag – Sår, Bo")


def test_what_is_due_opens_where_it_is_dealt_with(me: Person) -> None:
    lay(me.session, Aid(id="late", name="Sug", inspection_on=dt.date(2026, 3, 1)))
    go(me, "today")
    me.press("Åbn hjælpemidlet")
    assert me.window.frame.panel.title == "Sug"
    me.press("Efterset i dag")
    assert me.heard == ["Sug er efterset i dag. Skriv, hvornår det er næste gang."]
    go(me, "today")
    me.press("Se, hvem der mangler")
    assert me.window.frame.current == "procedures"
