"""What is written into a form is not lost, and a form never shows what is not so any more."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from bpa_desktop.domain.grant import Grant
from bpa_desktop.domain.people import Helper
from bpa_desktop.domain.roster import Shift
from bpa_desktop.errors import BpaError
from bpa_desktop.i18n import _
from bpa_desktop.services import keeping
from bpa_desktop.services.catalogue import kind_named
from bpa_desktop.services.session import open_session
from bpa_desktop.storage import keys
from bpa_desktop.views.record_editor import RecordEditor, open_editor
from tests import little_file
from tests.little_file import ANNA

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    import pytest

    from tests.views.little import Seat

    Sit = Callable[..., Seat]

BEGUN = "You began to write here. Nothing of it is saved yet."


def test_a_draft_outlives_the_closing_of_the_panel_and_another_record(me: Seat) -> None:
    before = me.everything()
    me.details("Anna")
    me.enter("Telefon", "99")
    me.enter("Fødselsdato", "engang")
    me.press("Luk")
    assert me.focus == "Ret oplysninger"
    me.details("Bo")
    assert _(BEGUN) not in me.words()
    assert me.text("Telefon") == "22 33 44 55"
    me.details("Anna")
    assert _(BEGUN) in me.words()
    assert (me.text("Telefon"), me.text("Fødselsdato")) == ("99", "engang")
    assert me.everything() == before


def test_a_draft_holds_the_open_line_and_every_sort_of_field(me: Seat) -> None:
    me.go("grants")
    me.press("Bevilling fra 1. januar 2026")
    me.press("2. Basistimer: 2 timer pr. måned")
    me.enter("Antal timer", "næsten 3")
    me.press("Luk")
    me.press("Bevilling fra 1. januar 2026")
    assert me.text("Antal timer") == "næsten 3"
    me.press("Luk linjen")
    me.press("Luk")
    me.go("activities")
    me.press("Bad, Personlig pleje")
    me.button("Mandag").click()
    me.enter("Det gør jeg selv", "Vælger tøj.")
    me.field("Sted").setFocus()
    me.key(Qt.Key.Key_Down)
    place = me.text("Sted")
    me.press("Luk")
    me.press("Bad, Personlig pleje")
    assert me.button("Mandag").isChecked()
    assert (me.text("Det gør jeg selv"), me.text("Sted")) == ("Vælger tøj.", place)


def test_a_new_line_is_part_of_the_draft(me: Seat) -> None:
    me.details("Bo")
    me.press("Tilføj linje – ansættelsesperioder")
    me.enter("Aftalte timer om ugen", "12")
    me.press("Luk")
    me.details("Bo")
    assert me.text("Aftalte timer om ugen") == "12"


def test_what_was_written_can_be_dropped(me: Seat) -> None:
    me.details("Anna")
    me.enter("Fornavn", "Annie")
    me.press("Luk")
    me.details("Anna")
    assert me.press("Slet det skrevne") == "Det, du skrev, er slettet."
    assert me.text("Fornavn") == "Anna"
    assert me.focus == "Fornavn"
    assert _(BEGUN) not in me.words()


def test_saving_ends_the_draft(me: Seat) -> None:
    me.details("Anna")
    me.enter("Telefon", "99")
    me.press("Færdig")
    me.details("Anna")
    assert _(BEGUN) not in me.words()
    assert me.text("Telefon") == "99"


def test_a_draft_never_reaches_another_file(me: Seat, sit: Sit, tmp_path: Path) -> None:
    del sit
    me.go("helpers")
    me.press("Ny hjælper")
    me.enter("Fornavn", "Hemmelig")
    me.press("Luk")
    other = little_file.write(tmp_path / "other.bpa")
    me.window.opening.show_session(open_session(other, keys.parse(little_file.KEY)))
    me.go("helpers")
    me.press("Ny hjælper")
    assert me.text("Fornavn") == ""


def test_undo_is_seen_in_an_open_form(me: Seat) -> None:
    me.details("Anna")
    me.enter("Telefon", "99")
    me.press("Færdig")
    me.details("Anna")
    me.undo()
    assert me.text("Telefon") == ANNA.phone
    me.enter("E-mail", "anna@example.com")
    me.redo()
    assert me.text("Telefon") == ANNA.phone
    assert me.text("E-mail") == "anna@example.com"


def test_a_form_closes_when_its_record_is_gone(me: Seat) -> None:
    me.go("activities")
    me.press("Ny aktivitet")
    me.enter("Aktivitet", "Morgenmad")
    me.press("Færdig")
    me.press("Morgenmad, Personlig pleje")
    me.undo()
    assert me.panel is None


def test_another_record_s_change_leaves_the_form_alone(me: Seat) -> None:
    me.details("Anna")
    panel = me.panel
    bo = replace(little_file.BO, phone="1")
    keeping.keep(me.session, bo)
    me.rest()
    assert me.panel is panel
    assert me.text("Telefon") == ANNA.phone


def test_a_shift_can_be_edited_too(me: Seat) -> None:
    me.go("roster")
    shift = next(one for one in me.session.records.all(Shift) if one.helper == "bo")
    open_editor(me.window.desk, kind_named("shift"), shift, note="Tag nøglen med.")
    me.rest()
    assert me.log[-1] == "Vagt. mandag 30. marts 07–15 Bo Olsen."
    assert me.text("Note") == "Tag nøglen med."
    me.enter("Planlagt slut", "16")
    assert me.press("Færdig").startswith("Gemt: mandag 30. marts 07–16 Bo Olsen")
    (kept,) = [one for one in me.session.records.all(Shift) if one.id == shift.id]
    assert (kept.planned_end.hour, kept.note) == (16, "Tag nøglen med.")


def test_what_the_file_refuses_is_told_and_the_draft_stays(
    me: Seat, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> str:
        raise BpaError

    me.details("Anna")
    me.enter("Telefon", "99")
    monkeypatch.setattr(keeping, "keep", refuse)
    assert me.press("Færdig") == _("That could not be done.")
    assert me.text("Telefon") == "99"
    me.press("Luk")
    me.details("Anna")
    assert me.text("Telefon") == "99"


def test_a_problem_that_only_the_file_knows_is_told_in_the_form(me: Seat) -> None:
    me.go("roster")
    gone = replace(me.session.records.all(Shift)[0], id="", helper="gone")
    open_editor(me.window.desk, kind_named("shift"), gone)
    me.rest()
    said = me.press("Færdig")
    assert said.startswith("Hjælper: ")
    assert me.focus == "Hjælper"
    assert not [one for one in me.session.records.all(Shift) if one.helper == "gone"]


def test_deleting_what_was_never_kept_does_nothing(me: Seat) -> None:
    editor = RecordEditor(me.window.desk, kind_named("grant"))
    editor.delete()
    assert len(me.session.records.all(Grant)) == 1
    assert len(me.session.records.all(Helper)) == 3
