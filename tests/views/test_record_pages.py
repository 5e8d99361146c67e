"""Grants, activities and the scheme: lists that open beside themselves, and one form."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from bpa_desktop.domain.activity import ActivityItem
from bpa_desktop.domain.grant import Grant, GrantLine, Per
from bpa_desktop.domain.kinds import Weekday
from bpa_desktop.domain.scheme import Scheme
from bpa_desktop.i18n import _
from tests import little_file
from tests.little_file import ANNA, GRANT, SCHEME

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.views.little import Seat

    Sit = Callable[..., Seat]


def test_every_grant_is_a_button_that_opens_it(me: Seat) -> None:
    me.go("grants")
    assert me.log[-1] == "Bevillinger. 1 afgørelse."
    assert me.press("Bevilling fra 1. januar 2026").startswith("Bevilling. Bevilling fra 1. januar")
    assert me.text("Gælder fra") == "1. januar 2026"


def test_a_new_grant_with_a_line_by_keyboard_alone(me: Seat) -> None:
    before = me.everything()
    me.go("grants")
    me.tab_to("Ny bevilling")
    me.key(Qt.Key.Key_Return)
    assert me.focus == "Gælder fra"
    me.type("1/7")
    me.tab_to("Tilføj linje")
    assert me.key(Qt.Key.Key_Return) == "Åben: Ny linje."
    me.tab_to("Antal timer")
    me.type("24")
    me.tab_to("Pr.")
    me.key(Qt.Key.Key_Up)
    me.tab_to("Mandag")
    me.key(Qt.Key.Key_Space)
    me.key(Qt.Key.Key_Right)
    assert me.focus == "Tirsdag"
    me.key(Qt.Key.Key_Space)
    me.key(Qt.Key.Key_Tab)
    assert me.focus == "Behovet begynder kl."
    me.tab_to("Færdig med linjen")
    assert me.key(Qt.Key.Key_Return).startswith("Gemt i listen: 1. Basistimer: 24 timer pr. dag")
    me.tab_to("Færdig")
    assert me.key(Qt.Key.Key_Return) == "Gemt: Bevilling fra 1. juli 2026."
    (new,) = [one for one in me.session.records.all(Grant) if one.id != "g"]
    line = GrantLine(minutes=24 * 60, per=Per.DAY, weekdays=(Weekday.MONDAY, Weekday.TUESDAY))
    assert (new.valid_from, new.lines) == (dt.date(2026, 7, 1), (line,))
    after = me.everything()
    me.undo()
    assert me.everything() == before
    me.redo()
    assert me.everything() == after


def test_a_line_that_is_wrong_stays_open_and_says_why(me: Seat) -> None:
    me.go("grants")
    me.press("Bevilling fra 1. januar 2026")
    me.press("2. Basistimer: 2 timer pr. måned")
    me.enter("Antal timer", "mange")
    assert me.press("Færdig med linjen").endswith(me.problem("Antal timer"))
    assert me.problem("Antal timer") in me.words()
    assert me.focus == "Antal timer"
    assert me.session.records.all(Grant) == (GRANT,)


def test_a_new_activity_by_keyboard_alone(me: Seat) -> None:
    me.go("activities")
    assert me.log[-1] == "Aktivitetsskema. 2 aktiviteter."
    me.tab_to("Ny aktivitet")
    me.key(Qt.Key.Key_Return)
    me.type("Morgenmad")
    me.tab_to("Minutter hver gang")
    me.type("30")
    me.tab_to("Færdig")
    assert me.key(Qt.Key.Key_Return) == "Gemt: Morgenmad, Personlig pleje."
    (new,) = [one for one in me.session.records.all(ActivityItem) if one.activity == "Morgenmad"]
    assert new.minutes_per_occurrence == 30
    assert "Morgenmad, Personlig pleje" in me.labels()


def test_two_records_that_read_alike_are_numbered(sit: Sit, tmp_path: Path) -> None:
    twice = [ActivityItem(id="a", activity="Bad"), ActivityItem(id="b", activity="Bad")]
    me = sit(file=little_file.write(tmp_path / "twice.bpa", twice))
    me.go("activities")
    assert me.labels()[-2:] == ["Bad, Personlig pleje (1)", "Bad, Personlig pleje (2)"]


def test_an_empty_list_says_what_belongs_there(sit: Sit, tmp_path: Path) -> None:
    me = sit(file=little_file.write(tmp_path / "empty.bpa", ()))
    me.go("grants")
    text = "Write what the municipality has decided, and the hours are counted against it."
    assert _(text) in me.words()
    me.go("activities")
    assert _("Write what you need help with, one activity at a time.") in me.words()


def test_back_leads_to_where_one_came_from(me: Seat) -> None:
    me.go("documents")
    me.press("Åbn bevillinger")
    me.press("Tilbage")
    assert me.window.frame.current == "documents"


def test_the_scheme_is_written_first_and_then_changed(sit: Sit, tmp_path: Path) -> None:
    me = sit(file=little_file.write(tmp_path / "new.bpa", ()))
    me.go("scheme")
    assert me.press("Færdig").startswith("Borgerens navn: ")
    me.enter("Borgerens navn", "Kim Prøve")
    me.enter("Kommune", "Ishøj")
    me.enter("Kommunens næste besøg", "13/5")
    assert me.press("Færdig") == "Gemt: Kim Prøve, Ishøj."
    (kept,) = me.session.records.all(Scheme)
    assert (kept.citizen_name, kept.next_visit) == ("Kim Prøve", dt.date(2026, 5, 13))
    assert me.focus == "Færdig"
    me.enter("Kommunens sagsnummer", "24/1")
    me.press("Færdig")
    assert me.session.records.all(Scheme) == (replace(kept, case_number="24/1"),)
    assert "Slet ordning" not in me.labels()


def test_the_scheme_follows_undo(me: Seat) -> None:
    me.go("scheme")
    me.enter("Kommune", "Aarhus")
    me.press("Færdig")
    me.undo()
    assert me.text("Kommune") == "Ishøj"
    assert me.session.scheme() == SCHEME


def test_a_read_only_file_shows_the_scheme_and_the_lists(sit: Sit) -> None:
    me = sit(read_only=True)
    me.go("scheme")
    assert me.text("Borgerens navn") == "Kim Prøve"
    assert not me.button("Færdig").isEnabled()
    me.go("grants")
    assert not me.button("Ny bevilling").isEnabled()
    assert me.button("Bevilling fra 1. januar 2026").isEnabled()
    assert ANNA in me.session.records.all(type(ANNA))
