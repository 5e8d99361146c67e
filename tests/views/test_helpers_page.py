"""The place Helpers: everybody is there, and can be written, changed and deleted by keyboard."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit

from bpa_desktop.domain.people import Employment, Helper, Position
from bpa_desktop.i18n import _
from tests import little_file
from tests.little_file import ANNA, BO, ELIAS, SCHEME
from tests.views.audit.tree import seen_in, shown
from tests.views.little import ENGLISH

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.views.little import Seat

    Sit = Callable[..., Seat]


def helpers(me: Seat) -> dict[str, Helper]:
    return {one.id: one for one in me.session.records.all(Helper)}


def test_everybody_stands_in_a_group_with_phone_and_hours(me: Seat) -> None:
    me.go("helpers")
    words = me.words()
    order = ["Faste hjælpere", "Anna Nielsen", "Vikarer", "Bo Olsen", "Tidligere hjælpere"]
    places = [words.index(word) for word in order]
    assert places == sorted(places)
    assert words.index("Elias Lund") > places[-1]
    assert "12 34 56 78" in words
    assert "36 timer om ugen" in words
    assert words.count("ingen aftalte timer") == 2
    assert me.log[-1] == "Hjælpere. 1 fast hjælper og 1 vikar."


def test_the_same_in_english(sit: Sit) -> None:
    me = sit(ENGLISH)
    me.go("helpers")
    assert {"Permanent helpers", "Substitutes", "36 hours a week"} <= set(me.words())
    assert "1 permanent helper and 1 substitute." in me.words()


def test_a_file_without_helpers_says_what_will_be_here(sit: Sit, tmp_path: Path) -> None:
    me = sit(file=little_file.write(tmp_path / "empty.bpa", [SCHEME]))
    me.go("helpers")
    assert "Der er ingen hjælpere endnu." in me.words()
    assert _("Here you will see everybody who helps you.") in me.words()


def test_two_of_the_same_first_name_are_told_apart(sit: Sit, tmp_path: Path) -> None:
    other = replace(ANNA, id="anna2", last_name="Holm")
    me = sit(file=little_file.write(tmp_path / "two.bpa", [ANNA, other, BO]))
    me.go("helpers")
    assert {"Åbn – Anna Nielsen", "Åbn – Anna Holm", "Åbn – Bo"} <= set(me.labels())


def test_the_list_is_one_tab_stop_and_arrows_move_in_it(me: Seat) -> None:
    me.go("helpers")
    me.tab_to("Åbn – Anna")
    me.key(Qt.Key.Key_Tab)
    assert not me.focus.startswith("Åbn")
    me.tab_to("Åbn – Anna")
    me.key(Qt.Key.Key_Down)
    assert me.focus == "Åbn – Bo"


def test_a_new_helper_by_keyboard_alone(me: Seat) -> None:
    before = me.everything()
    me.go("helpers")
    me.tab_to("Ny hjælper")
    assert me.key(Qt.Key.Key_Return) == "Ny hjælper."
    assert me.focus == "Fornavn"
    me.type("Gerda")
    me.tab_to("Telefon")
    me.type("44 44 44 44")
    me.tab_to("Stilling")
    me.key(Qt.Key.Key_Down)
    me.tab_to("Tilføj linje – ansættelsesperioder")
    me.key(Qt.Key.Key_Return)
    assert me.focus == "Første dag"
    me.type("1. april")
    me.tab_to("Færdig med linjen")
    me.key(Qt.Key.Key_Return)
    me.tab_to("Færdig")
    said = me.key(Qt.Key.Key_Return)
    assert said == "Gemt: Gerda, Vikar."
    (new,) = [one for one in helpers(me).values() if one.first_name == "Gerda"]
    assert new.phone == "44 44 44 44"
    assert new.position is Position.SUBSTITUTE
    assert new.employments == (Employment(first_day=dt.date(2026, 4, 1)),)
    assert me.panel is None
    assert me.focus == "Ny hjælper"
    assert "Åbn – Gerda" in me.labels()
    after = me.everything()
    assert me.undo().startswith("Fortrudt: ")
    assert me.everything() == before
    me.redo()
    assert me.everything() == after


def test_a_changed_helper_brings_the_focus_back_to_where_it_was_opened(me: Seat) -> None:
    me.go("helpers")
    assert me.details("Bo") == "Hjælper. Bo Olsen, Vikar."
    me.enter("Telefon", "99 99 99 99")
    me.tab_to("Færdig")
    me.key(Qt.Key.Key_Return)
    assert helpers(me)["bo"].phone == "99 99 99 99"
    assert "99 99 99 99" in me.words()
    assert me.focus == "Ret oplysninger"


def test_a_wrong_number_is_told_at_its_field(me: Seat) -> None:
    me.details("Anna")
    me.enter("CPR-nummer", "123")
    said = me.press("Færdig")
    assert said.startswith("CPR-nummer: ")
    assert me.focus == "CPR-nummer"
    assert me.problem("CPR-nummer") in said
    assert helpers(me)["anna"] == ANNA


def test_the_first_wrong_field_is_scrolled_into_sight_with_its_words(me: Seat) -> None:
    me.details("Anna")
    me.enter("CPR-nummer", "123")
    me.field("Fornavn").setFocus()
    me.rest()
    assert not seen_in(me.field("CPR-nummer"), me.window.frame).isValid()
    me.panel.finish()
    me.rest()
    field = me.field("CPR-nummer")
    told = me.problem("CPR-nummer")
    (words,) = [one for one in shown(me.panel) if getattr(one, "text", str)() == told]
    assert told
    assert all(seen_in(one, me.window.frame).size() == one.size() for one in (field, words))


def test_a_name_must_be_written(me: Seat) -> None:
    me.go("helpers")
    me.press("Ny hjælper")
    assert me.press("Færdig") == "Fornavn: Skriv et navn."
    assert len(helpers(me)) == 3


def test_a_helper_with_shifts_is_not_deleted(me: Seat) -> None:
    before = me.everything()
    me.details("Anna")
    said = me.press("Slet hjælper")
    assert said == _("This cannot be deleted, because other records still use it.")
    assert me.status == said
    assert me.everything() == before
    assert me.panel is not None


def test_a_helper_without_shifts_is_deleted_and_comes_back(sit: Sit, tmp_path: Path) -> None:
    me = sit(file=little_file.write(tmp_path / "few.bpa", [ANNA, BO, ELIAS]))
    before = me.everything()
    me.details("Elias")
    assert me.press("Slet hjælper") == "Slettet: Elias Lund, Fast hjælper. Fortryd med Ctrl Z."
    assert "elias" not in helpers(me)
    assert "Elias Lund" not in me.words()
    me.undo()
    assert me.everything() == before


def test_a_read_only_file_shows_everything_and_changes_nothing(sit: Sit) -> None:
    me = sit(read_only=True)
    me.go("helpers")
    assert _("The file is open read-only, so nothing can be changed.") in me.words()
    assert not me.button("Ny hjælper").isEnabled()
    me.details("Anna")
    assert me.text("Telefon") == "12 34 56 78"
    lines = me.panel.findChildren(QLineEdit)
    assert lines
    assert all(line.isReadOnly() for line in lines)
    assert not any(one.isEnabled() for one in me.panel.findChildren(QComboBox))
    assert not me.button("Færdig").isEnabled()
    assert not me.button("Slet hjælper").isEnabled()
    me.press("1. Fra 1. januar 2024, 36 timer om ugen")
    assert me.text("Aftalte timer om ugen") == "36"
    me.press("Luk linjen")
    assert "Tilføj linje – ansættelsesperioder" not in me.words()
