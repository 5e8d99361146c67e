"""Giving the roster out: two presses to the week on paper, and every file says where it lies."""

from __future__ import annotations

import threading
from dataclasses import replace
from typing import TYPE_CHECKING

import pypdfium2
import pytest
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QFileDialog

from bpa_desktop.domain.roster import Shift
from bpa_desktop.services.file_writing import NoRoom
from bpa_desktop.views import give_out_panel
from bpa_desktop.views.give_out_panel import GiveOutPanel
from tests.documents.ics_reader import read
from tests.views.little import ENGLISH

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from tests.views.little import Seat

    Sit = Callable[..., Seat]


@pytest.fixture(name="folder")
def _folder(documents: Path) -> Path:
    """Where files are saved by themselves."""
    return documents / "BPA" / "Vagtplaner"


def text_of(path: Path) -> str:
    with pypdfium2.PdfDocument(path) as pdf:
        return "\n".join(page.get_textpage().get_text_bounded() for page in pdf)


def open_panel(me: Seat) -> None:
    me.go("roster")
    me.press("Giv ud")


def save(me: Seat, label: str) -> str:
    """Press a button that saves, and wait; what was announced."""
    before = len(me.log)
    me.press(label)
    me.work()
    return "|".join(me.log[before:])


def test_the_week_for_the_wall_is_two_presses_from_the_roster(me: Seat, folder: Path) -> None:
    me.go("roster")
    with me.person.journey(most=2):
        me.person.press("Giv ud")
        me.person.press("Gem ugen som PDF")
    me.work()
    path = folder / "2026-uge-12_Vagtplan.pdf"
    assert me.log[-1] == f"Gemt som {path}."
    assert "07–15 Anna" in text_of(path)


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("Gem marts 2026 som PDF", "2026-03_Vagtplan.pdf"),
        ("Gem planlagt og brugt", "2026-uge-12_Planlagt-og-brugt.pdf"),
        ("Kalender til alle", "2026-03-16_Kalender_alle.ics"),
        ("Tabel til Excel", "2026-uge-12_Vagter.xlsx"),
        ("Tabel som CSV", "2026-uge-12_Vagter.csv"),
    ],
)
def test_everything_for_all_is_saved_at_once_and_said_once(
    me: Seat, folder: Path, label: str, name: str
) -> None:
    open_panel(me)
    assert save(me, label) == f"Gemt som {folder / name}."
    assert [path.name for path in folder.iterdir()] == [name]
    assert me.focus == label


def test_what_is_for_one_helper_comes_when_the_helper_is_chosen(me: Seat, folder: Path) -> None:
    open_panel(me)
    assert me.press("Anna") == "Til hvem: Anna."
    assert me.focus == "Anna, valgt"
    assert save(me, "Kalender til Anna") == (
        f"Gemt som {folder / '2026-03-16_Kalender_hjaelper-2.ics'}."
    )
    events = read((folder / "2026-03-16_Kalender_hjaelper-2.ics").read_bytes())
    assert {one.title for one in events} == {"Vagt 07–15"}
    save(me, "Gem egen plan til Anna")
    assert "Din vagtplan" in text_of(folder / "2026-uge-12_Vagtplan_hjaelper-2.pdf")


def test_a_message_is_copied_and_nothing_is_sent_or_written(me: Seat, folder: Path) -> None:
    open_panel(me)
    assert me.press("Kopiér besked til alle") == "Beskeden er kopieret."
    assert QGuiApplication.clipboard().text().startswith("Hej alle. Her er vagterne i uge 12:")
    me.press("Anna")
    assert me.press("Kopiér besked til Anna") == "Beskeden er kopieret."
    assert QGuiApplication.clipboard().text().startswith("Hej Anna. Du har disse vagter i uge 12:")
    assert not folder.exists()


def test_opening_and_coming_back_are_each_said_once(me: Seat) -> None:
    me.go("roster")
    assert me.press("Giv ud") == "Giv ud: 16.–22. marts 2026."
    assert me.press("Sådan laves det").startswith("Hjælpere står med: Navne. Kalendere fortæller")
    assert me.press("Færdig") == "Giv ud: 16.–22. marts 2026."


@pytest.mark.parametrize("label", ["Se ugen", "Se marts 2026", "Se planlagt og brugt"])
def test_a_paper_can_be_looked_at_first_and_leads_back(me: Seat, folder: Path, label: str) -> None:
    open_panel(me)
    me.press(label)
    me.work()
    assert me.window.frame.current == "preview"
    me.press("Tilbage")
    assert me.window.frame.current == "roster"
    assert not folder.exists()


def test_helpers_stand_as_chosen_and_calendars_tell_what_was_chosen(me: Seat, folder: Path) -> None:
    open_panel(me)
    me.press("Sådan laves det")
    assert me.press("Initialer") == "Hjælpere står med: Initialer."
    assert me.press("Også dit navn") == "Kalendere fortæller: Også dit navn."
    me.press("Færdig")
    save(me, "Tabel som CSV")
    assert ";AN;" in (folder / "2026-uge-12_Vagter.csv").read_text(encoding="utf-8-sig")
    save(me, "Kalender til alle")
    events = read((folder / "2026-03-16_Kalender_alle.ics").read_bytes())
    assert "AN 07–15 hos Kim Prøve" in {one.title for one in events}


def test_files_go_where_the_person_says(
    me: Seat, tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = tmp_path / "andet"
    monkeypatch.setattr(
        QFileDialog, "getExistingDirectory", staticmethod(lambda *_asked: str(other))
    )
    open_panel(me)
    me.press("Sådan laves det")
    said = f"Filerne gemmes i mappen {other}."
    assert me.press("Gem et andet sted") == said
    me.press("Færdig")
    assert any(said in words for words in me.words())
    assert save(me, "Tabel som CSV") == f"Gemt som {other / '2026-uge-12_Vagter.csv'}."
    assert not folder.exists()


def test_the_folder_opens_once_something_is_saved(
    me: Seat, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    can_open = [True, False]
    monkeypatch.setattr(
        QDesktopServices,
        "openUrl",
        staticmethod(lambda url: (opened.append(url.toLocalFile()), can_open.pop(0))[1]),
    )
    open_panel(me)
    assert me.press("Åbn mappe") == f"Intet er gemt endnu. Mappen bliver {folder}."
    save(me, "Tabel som CSV")
    assert me.press("Åbn mappe") == f"Mappen {folder} er åben."
    assert me.press("Åbn mappe") == f"Intet program åbnede mappen {folder}."
    assert opened == [str(folder)] * 2


def test_a_folder_where_nothing_can_be_written_is_said(me: Seat, folder: Path) -> None:
    folder.parent.mkdir(parents=True)
    folder.write_text("")
    open_panel(me)
    assert save(me, "Gem ugen som PDF").startswith("Der kan ikke skrives i den mappe.")


def test_a_full_disk_is_said(me: Seat, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_contents: Mapping[str, bytes], _folder: Path) -> None:
        raise NoRoom

    monkeypatch.setattr("bpa_desktop.services.giving.write_all", refuse)
    open_panel(me)
    assert (
        save(me, "Tabel som CSV") == "Disken er fuld. Skaf plads, og prøv igen. Ingen fil er lavet."
    )


def test_the_file_is_made_on_a_thread_and_told_even_when_the_panel_is_closed(
    me: Seat, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, threads, gate = give_out_panel.write_out, [], threading.Event()

    def write(*asked: object) -> Path:
        threads.append(threading.current_thread())
        assert gate.wait(10)
        return real(*asked)  # type: ignore[arg-type]

    monkeypatch.setattr(give_out_panel, "write_out", write)
    open_panel(me)
    assert me.press("Gem ugen som PDF") == ""
    assert me.press("Tabel som CSV") == "Filen laves."
    me.press("Luk")
    gate.set()
    me.work()
    assert me.log[-1] == f"Gemt som {folder / '2026-uge-12_Vagtplan.pdf'}."
    assert threads[0] is not threading.main_thread()


def test_the_panel_shows_the_roster_as_it_is_after_a_change(me: Seat, folder: Path) -> None:
    open_panel(me)
    first = me.panel
    session = me.window.desk.session
    (open_one,) = [one for one in session.records.all(Shift) if one.helper is None]
    session.save(replace(open_one, helper="bo"), "change {what}", what="")
    me.rest()
    assert isinstance(me.panel, GiveOutPanel)
    assert me.panel is not first
    save(me, "Gem ugen som PDF")
    assert "07–15 Bo" in text_of(folder / "2026-uge-12_Vagtplan.pdf")


def test_a_file_that_is_open_read_only_can_be_given_out(sit: Sit, folder: Path) -> None:
    me = sit(read_only=True)
    open_panel(me)
    assert save(me, "Gem ugen som PDF") == f"Gemt som {folder / '2026-uge-12_Vagtplan.pdf'}."


def test_in_english(sit: Sit, documents: Path) -> None:
    me = sit(preferences=ENGLISH)
    me.go("roster")
    me.press("Give out")
    path = documents / "BPA" / "Rosters" / "2026-week-12_Roster.pdf"
    assert save(me, "Save the week as PDF") == f"Saved as {path}."
    assert "unfilled" in text_of(path)
