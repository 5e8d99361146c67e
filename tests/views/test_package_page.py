"""The package: three actions to a PDF on disk; what is missing is said and never in the way."""

from __future__ import annotations

import threading
from dataclasses import replace
from typing import TYPE_CHECKING

import pikepdf
import pypdfium2
import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QAbstractButton, QFileDialog

from bpa_desktop.domain.activity import ActivityItem
from bpa_desktop.domain.given_package import GivenPackage
from bpa_desktop.i18n import _
from bpa_desktop.services import package
from tests import little_file
from tests.little_file import ANNA, EVERYTHING, SCHEME
from tests.views.audit.tree import words_on
from tests.views.little import ENGLISH

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tests.views.little import Seat

    Sit = Callable[..., Seat]

FILE = "2026-05-13_Revisitation_24-1234.pdf"
KEPT = "Den er gemt i arkivet."


@pytest.fixture(name="folder")
def _folder(documents: Path) -> Path:
    """Where packages are saved by itself."""
    return documents / "BPA" / "Pakker"


def text_of(path: Path) -> str:
    with pypdfium2.PdfDocument(path) as pdf:
        return "\n".join(page.get_textpage().get_text_bounded() for page in pdf)


def save(me: Seat) -> str:
    """Press *Save PDF* and wait; what was announced."""
    before = len(me.log)
    me.press("Gem PDF")
    me.work()
    return "|".join(me.log[before:])


def test_three_actions_from_the_first_place_to_a_pdf_on_disk(me: Seat, folder: Path) -> None:
    me.go("today")
    with me.person.journey(most=3):
        me.person.press("Dokumenter")
        me.person.press("Lav pakke til kommunen")
        me.person.press("Gem PDF")
    assert me.person.heard[-1] == f"Gemt som {folder / FILE}. {KEPT}"
    with pikepdf.open(folder / FILE) as pdf:
        assert pdf.Root.MarkInfo.Marked
        assert len(pdf.pages) > 5
    assert {one.name for one in folder.iterdir()} == {
        FILE,
        FILE.replace(".pdf", ".zip"),
        "1_Aktivitetsskema.pdf",
        "2_Fraværsoversigt.pdf",
        "3_Anvendt_vagtplan.pdf",
        "4_MUS.pdf",
        "5_Timeregnskab.pdf",
        "6_Overblik.pdf",
    }
    assert me.focus == "Gem PDF"
    assert f"Gemt som {folder / FILE}." in me.page_words()


def test_the_page_says_what_is_ready_and_what_is_missing(me: Seat) -> None:
    me.go("package")
    assert "3 af 7 er klar. Ishøj Kommune kommer onsdag 13. maj." in me.words()
    words = me.words()
    order = [
        "Aktivitetsskema",
        "2 aktiviteter",
        "Se skema",
        "Fraværsoversigt",
        "13. maj 2025–12. maj 2026, uden årsager",
        "Se fravær",
        "Skriv om APV",
        "13. februar–12. maj, som den blev",
        "Se vagtplan",
        "Skriv om referater",
        "Skriv om regnskab",
        "Skriv om MUS",
    ]
    places = [words.index(word) for word in order]
    assert places == sorted(places)
    assert words.count("Klar") == 3
    assert words.count("Mangler") == 4


def test_missing_parts_never_stop_the_saving_and_stand_on_the_cover(me: Seat, folder: Path) -> None:
    me.go("package")
    assert save(me) == f"Gemt som {folder / FILE}. {KEPT}"
    cover = text_of(folder / FILE)
    assert "Mangler" in cover
    assert "Vedlagt" in cover


def test_the_work_is_done_on_a_thread_and_said_once(
    me: Seat, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, threads, gate = package.render, [], threading.Event()

    def render(values: object, _step: object) -> package.RenderedPackage:
        threads.append(threading.current_thread())
        assert gate.wait(10)
        return real(values)  # type: ignore[arg-type]

    monkeypatch.setattr(package, "render", render)
    me.go("package")
    assert me.press("Gem PDF") == ""
    assert me.status == "Pakken bliver lavet."
    assert me.press("Gem PDF") == "Pakken bliver lavet."
    before = len(me.log)
    gate.set()
    me.work()
    assert me.log[before:] == [f"Gemt som {folder / FILE}. {KEPT}"]
    assert len(threads) == 1
    assert threads[0] is not threading.current_thread()


def test_private_words_that_a_paper_repeats_are_told_when_it_is_saved(
    me: Seat, folder: Path
) -> None:
    said = "Jeg synger anden stemme i koret"
    me.session.save(ActivityItem(activity="Kor", own_part=said, private_note=said), "an activity")
    me.go("package")
    told = (
        f"Gemt som {folder / FILE}. {KEPT} Ord fra en privat note til en aktivitet står også i "
        "pakken, fordi et papir siger det samme. Se pakken igennem, før du sender den."
    )
    assert save(me).endswith(told)
    assert "Ord fra en privat note til en aktivitet" in " ".join(me.page_words())


def test_nothing_moves_when_it_has_been_saved(me: Seat) -> None:
    me.go("package")
    names = ("Gem PDF", "Se skema", "Åbn mappe", "Gem et andet sted")
    before = [me.button(name).mapTo(me.page, QPoint()) for name in names]
    save(me)
    assert [me.button(name).mapTo(me.page, QPoint()) for name in names] == before


def test_a_folder_that_cannot_be_written_is_told(me: Seat, documents: Path) -> None:
    documents.write_text("no folder")
    me.go("package")
    said = _("Nothing can be written in that folder. Choose another one. No file was made.")
    assert save(me) == said
    assert me.status == said
    assert not me.button("Åbn mappe").isEnabled()


def test_a_fault_of_the_program_is_not_hidden(
    me: Seat, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(package, "render", lambda _values, _step: 1 / 0)
    me.go("package")
    with qtbot.captureExceptions() as caught:
        assert save(me) == ""
    assert [kind for kind, _value, _trace in caught] == [ZeroDivisionError]


def test_a_municipality_nobody_read_gets_a_package_all_the_same(sit: Sit, tmp_path: Path) -> None:
    elsewhere = replace(SCHEME, municipality="Atlantis")
    me = sit(file=little_file.write(tmp_path / "a.bpa", [elsewhere, ANNA]))
    me.go("package")
    assert "Årligt regnskab for tilskud efter §§ 5-9" in me.words()
    assert me.button("Gem PDF").isEnabled()


def test_an_empty_file_says_what_must_be_written(sit: Sit, tmp_path: Path) -> None:
    me = sit(file=little_file.write(tmp_path / "new.bpa", [replace(SCHEME, next_visit=None)]))
    me.go("package")
    assert "0 af 7 er klar. Intet besøg er skrevet ind." in me.words()
    for label, place in (
        ("Skriv aktiviteter", "activities"),
        ("Skriv hjælpere", "helpers"),
        ("Skriv vagtplan", "roster"),
    ):
        me.go("package")
        me.press(label)
        assert me.window.frame.current == place


def test_without_a_municipality_it_is_asked_for(sit: Sit, tmp_path: Path) -> None:
    me = sit(file=little_file.write(tmp_path / "new.bpa", [replace(SCHEME, municipality="")]))
    me.go("package")
    assert me.button("Gem PDF").isEnabled()
    me.press("Skriv din kommune")
    assert me.window.frame.current == "scheme"
    me.enter("Kommune", "ishøj")
    me.press("Færdig")
    me.go("package")
    assert "Skriv din kommune" not in me.labels()


def test_a_new_file_without_a_scheme_makes_a_package(sit: Sit, tmp_path: Path) -> None:
    me = sit(file=little_file.write(tmp_path / "new.bpa", ()))
    me.go("package")
    assert "Skriv din kommune" in me.labels()
    assert me.words().count("0 af 4 er klar. Intet besøg er skrevet ind.") == 1
    assert me.button("Gem PDF").isEnabled()


def test_two_choices_keep_the_focus_and_change_the_package(me: Seat, folder: Path) -> None:
    me.go("package")
    assert me.press("1. februar–30. april") == "Periode: 1. februar–30. april."
    assert me.focus == "1. februar–30. april, valgt"
    assert "1. februar–30. april, som den blev" in me.words()
    assert me.press("Navne") == "Hjælpere står med: Navne."
    assert me.focus == "Navne, valgt"
    save(me)
    assert "Anna" in text_of(folder / FILE)


def test_another_day_of_the_visit_moves_everything(me: Seat) -> None:
    me.go("package")
    me.enter("Besøgsdag", "1/6")
    said = me.press("Navne")
    assert said.startswith("3 af 7 er klar. Ishøj Kommune kommer mandag 1. juni.")
    assert "1. marts–31. maj, som den blev" in me.words()
    me.enter("Besøgsdag", "når de vil")
    before = len(me.log)
    me.field("Besøgsdag").returnPressed.emit()
    me.field("Besøgsdag").editingFinished.emit()
    assert me.log[before:] == [me.problem("Besøgsdag")]
    assert me.problem("Besøgsdag") in me.words()
    me.enter("Besøgsdag", "1/6/2026")
    me.field("Besøgsdag").editingFinished.emit()
    assert "kommer mandag 1. juni" in me.page_words()[1]


def test_a_part_is_seen_alone_and_the_package_as_the_caseworker_sees_it(me: Seat) -> None:
    me.go("package")
    me.person.press("Se vagtplan")
    assert me.window.frame.current == "preview"
    me.press("Tilbage")
    assert me.window.frame.current == "package"
    me.person.press("Se som sagsbehandleren")
    assert "Det har I bedt om" in me.window.desk.paper.text
    me.press("Tilbage")
    assert me.window.frame.current == "package"


class TestAnswers:
    def test_a_word_about_a_missing_part_stands_on_the_cover(self, me: Seat, folder: Path) -> None:
        me.go("package")
        assert me.press("Skriv om MUS") == "Afholdelse af MUS."
        me.press("Ikke relevant")
        me.enter("Skriv hvornår eller hvorfor", "der er ansat nye hjælpere")
        assert me.press("Færdig") == "Svaret står på forsiden."
        assert me.panel is None
        assert me.focus == "Skriv om MUS"
        assert {"Ikke relevant", "der er ansat nye hjælpere"} <= set(me.words())
        save(me)
        cover = " ".join(text_of(folder / FILE).split())
        assert "Ikke relevant, fordi der er ansat nye hjælpere" in cover

    def test_it_can_be_changed_and_taken_away(self, me: Seat) -> None:
        me.go("package")
        me.press("Skriv om APV")
        assert not me.button("Fjern svaret").isEnabled()
        me.enter("Skriv hvornår eller hvorfor", "Den kommer i juni.")
        me.press("Færdig")
        me.press("Skriv om APV")
        assert me.text("Skriv hvornår eller hvorfor") == "Den kommer i juni."
        assert me.press("Fjern svaret") == "Svaret er fjernet."
        assert "Den kommer i juni." not in me.words()

    def test_an_answer_without_words_is_not_taken(self, me: Seat) -> None:
        me.go("package")
        me.press("Skriv om regnskab")
        assert me.press("Færdig") == "Skriv først et par ord."
        assert me.problem("Skriv hvornår eller hvorfor") == "Skriv først et par ord."
        assert me.focus == "Skriv hvornår eller hvorfor"


class TestFolders:
    @pytest.fixture(name="opens", params=[True, False])
    def _opens(self, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> bool:
        works = bool(request.param)
        monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: works)
        return works

    def test_the_folder_is_opened_once_it_is_there(
        self,
        me: Seat,
        folder: Path,
        opens: bool,  # noqa: FBT001 - a fixture
    ) -> None:
        me.go("package")
        assert f"Pakken gemmes i mappen {folder}." in me.page_words()
        assert not me.button("Åbn mappe").isEnabled()
        save(me)
        said = f"Mappen {folder} er åben." if opens else f"Intet program åbnede mappen {folder}."
        assert me.press("Åbn mappe") == said

    @pytest.mark.parametrize("opens", [True], indirect=True)
    @pytest.mark.usefixtures("opens")
    def test_another_folder_can_be_chosen_and_is_the_one_that_opens(
        self, me: Seat, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        other = tmp_path / "usb"
        answers = ["", str(other)]
        monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: answers.pop(0))
        me.go("package")
        assert me.press("Gem et andet sted") == ""
        me.press("Gem et andet sted")
        me.work()
        assert (other / FILE).is_file()
        assert not folder.exists()
        assert me.press("Åbn mappe") == f"Mappen {other} er åben."


def test_in_english_the_municipality_s_words_are_explained(sit: Sit) -> None:
    me = sit(ENGLISH)
    me.go("package")
    words = me.words()
    assert words[words.index("Aktivitetsskema") + 1] == "Activity schedule"
    assert {"See the activities", "Write about the MUS", "Helper 1, 2, 3"} <= set(me.labels())


def test_the_page_follows_what_is_written_elsewhere(sit: Sit, tmp_path: Path) -> None:
    few = [one for one in EVERYTHING if one.type_name != "activity_item"]
    me = sit(file=little_file.write(tmp_path / "few.bpa", few))
    me.go("package")
    assert "Skriv aktiviteter" in me.labels()
    with me.session.operation("x") as operation:
        operation.save(little_file.ACTIVITIES[0])
    me.rest()
    assert {"1 aktivitet", "Se skema"} <= set(me.words())


class TestChoosing:
    def test_another_kind_of_package_is_one_choice_and_says_so(self, me: Seat) -> None:
        me.go("package")
        before = len(me.log)
        me.person.choose("Hvad pakken er til", "Klagesag")
        assert me.log[before:] == ["Pakke til: Klagesag."]
        words = me.words()
        assert "Pakke til en klagesag" in words
        assert {"Skriv afgørelsen", "Skriv klagen", "Se skema"} <= set(me.labels())
        assert "Besøgsdag" not in words

    def test_cpr_stands_on_the_cover_only_when_the_box_is_ticked(
        self, sit: Sit, tmp_path: Path, documents: Path
    ) -> None:
        own = replace(SCHEME, citizen_cpr="050585-4321")
        me = sit(file=little_file.write(tmp_path / "cpr.bpa", [own, ANNA]))
        folder = documents / "BPA" / "Pakker"
        me.go("package")
        save(me)
        assert "050585" not in text_of(folder / FILE)
        assert "CPR-nummeret er ikke med." in me.page_words()[-2]
        before = len(me.log)
        me.person.press("CPR-nummer")
        me.rest()
        assert me.log[before:] == ["Dit CPR-nummer står på forsiden."]
        save(me)
        assert "050585-4321" in text_of(folder / FILE)

    def test_papers_are_taken_along_and_left_at_home(self, me: Seat, folder: Path) -> None:
        me.go("package")
        assert me.press("Vælg papirer") == "Papirer i pakken."
        assert me.press("Hjælpemidler") == "Hjælpemidler kommer med."
        assert me.focus == "Hjælpemidler, valgt"
        assert "Skriv hjælpemidler" in me.labels()
        assert me.press("Hjælpemidler") == "Hjælpemidler bliver hjemme."
        assert "Skriv hjælpemidler" not in me.labels()
        me.press("Fraværsoversigt")
        save(me)
        assert "Udeladt af borgeren." in " ".join(text_of(folder / FILE).split())
        assert not (folder / "2_Fraværsoversigt.pdf").exists()


class TestStopping:
    def test_it_can_be_stopped_and_leaves_nothing_behind(
        self, me: Seat, folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        real, gate, begun = package.render, threading.Event(), threading.Event()

        def render(values: object, step: Callable[[int, int], None]) -> package.RenderedPackage:
            step(1, 9)
            begun.set()
            assert gate.wait(10)
            return real(values, step)  # type: ignore[arg-type]

        monkeypatch.setattr(package, "render", render)
        me.go("package")
        assert not me.button("Stop").isEnabled()
        me.press("Gem PDF")
        assert begun.wait(10)
        me.rest()
        assert me.status == "Pakken bliver lavet. 1 af 9."
        me.press("Stop")
        before = len(me.log)
        gate.set()
        me.work()
        assert me.log[before:] == ["Stoppet. Ingen fil er lavet."]
        assert not folder.exists()
        assert not me.button("Stop").isEnabled()
        assert me.session.records.count(GivenPackage) == 0
        save(me)
        assert (folder / FILE).is_file()


class TestArchive:
    def test_what_is_saved_is_kept_and_can_be_opened_sent_and_compared(
        self, me: Seat, folder: Path
    ) -> None:
        me.go("package")
        assert me.press("Hvad sendte vi sidst?") == (
            "Der er ikke noteret noget af den slags som sendt."
        )
        save(me)
        me.go("given")
        assert "1 pakke. 1 er ikke noteret som sendt." in me.page_words()
        assert me.press("Åbn – Revisitation til Ishøj Kommune") == (
            "Revisitation til Ishøj Kommune."
        )
        said = me.press("Sendt i dag")
        assert said == "Sendt i dag: Revisitation til Ishøj Kommune. Fortryd med Ctrl Z."
        assert not me.button("Sendt i dag").isEnabled()
        assert me.press("Hvad er ændret siden?") == "0 af 6 papirer ville være anderledes i dag."
        assert "Aktivitetsskema: Som den var" in me.words()
        me.press("Gem en kopi")
        copies = [
            one for one in folder.iterdir() if one.read_bytes() == (folder / FILE).read_bytes()
        ]
        assert len(copies) == 2
        me.go("package")
        assert me.press("Hvad sendte vi sidst?") == "Arkiv. 1 pakke."
        assert me.window.frame.current == "given"
        assert "Sendt i dag" in [words_on(one) for one in me.panel.findChildren(QAbstractButton)]
        me.press("Se filen")
        me.work()
        assert me.window.frame.current == "preview"
        assert me.window.desk.paper.content == (folder / FILE).read_bytes()
        me.press("Tilbage")
        me.press("Åbn – Revisitation til Ishøj Kommune")
        assert me.press("Slet i arkivet") == "Slettet i arkivet. Fortryd med Ctrl Z."
        assert me.panel is None
        me.undo()
        assert "Åbn – Revisitation til Ishøj Kommune" in me.labels()
