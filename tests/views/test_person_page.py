"""One helper's page: their whole time, how they leave, and how they are deleted for good."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Final

from bpa_desktop.domain.key_receipt import KeyReceipt
from bpa_desktop.domain.leaving import Leaving, LeavingReason
from bpa_desktop.domain.own_text import OwnText, TextKind
from bpa_desktop.domain.people import Helper
from bpa_desktop.i18n import _
from bpa_desktop.views.life_part import MOST
from tests import little_file
from tests.little_file import ANNA, BO, ELIAS, SCHEME, TODAY

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.views.little import Seat

    Sit = Callable[..., Seat]

_KEYS: Final = 40


def test_the_page_tells_who_it_is_and_what_has_happened(me: Seat) -> None:
    me.go("helpers")
    said = me.press("Åbn – Anna")
    assert said.startswith("Anna Nielsen. Fast hjælper, ansat.")
    words = me.words()
    assert {"12 34 56 78", "Det er sket", "2026", "2024"} <= set(words)
    assert "1. januar: Ansættelsen begynder." in me.labels()
    assert "9. marts: Sygdom 9. marts 2026." in me.labels()
    assert me.press("9. marts: Sygdom 9. marts 2026.").startswith("Fravær.")
    me.press("Luk")
    me.press("Tilbage")
    assert me.window.frame.current == "helpers"


def test_many_lines_are_shown_a_few_at_a_time_and_by_side(sit: Sit, tmp_path: Path) -> None:
    keys = [
        KeyReceipt(
            id=f"k{number}",
            helper="anna",
            what=f"Nøgle {number}",
            handed_on=dt.date(2025, 1, 1) + dt.timedelta(days=number),
        )
        for number in range(_KEYS)
    ]
    me = sit(file=little_file.write(tmp_path / "m.bpa", [*little_file.EVERYTHING, *keys]))
    me.go("helpers")
    me.press("Åbn – Anna")
    assert me.press("Dage væk") == "Vist: dage væk."
    assert not [one for one in me.labels() if "Nøgle" in one]
    me.press("Ansættelse")
    assert sum("Nøgle" in one for one in me.labels()) == MOST
    me.press(f"Vis {_KEYS + 1 - MOST} ældre")
    assert sum("Nøgle" in one for one in me.labels()) == _KEYS


def test_a_helper_leaves_and_every_step_is_a_press(me: Seat) -> None:
    before = me.everything()
    me.go("helpers")
    me.press("Åbn – Bo")
    assert me.press("Hjælper stopper") == "Bo stopper."
    assert me.press("Opsagt af dig") == "Hvorfor: opsagt af dig."
    me.enter("Sidste ansættelsesdag", "i går")
    assert me.press("Skriv det ned") == _("The last day is before the notice.")
    me.enter("Sidste ansættelsesdag", "31. marts")
    said = me.press("Skriv det ned")
    assert said.startswith("Bo stopper. Den sidste dag er den 31. marts 2026.")
    (leaving,) = me.session.records.all(Leaving)
    assert (leaving.reason, leaving.notice_on) == (LeavingReason.DISMISSED, TODAY)
    assert me.press("Papirer givet i dag") == "Gjort: Papirer givet i dag. Fortryd med Ctrl Z."
    assert "De sidste papirer er givet den 16. marts 2026." in me.words()
    me.undo()
    me.undo()
    assert me.everything() == before


def test_a_day_that_cannot_be_read_is_told_at_its_field(me: Seat) -> None:
    me.go("helpers")
    me.press("Åbn – Bo")
    me.press("Hjælper stopper")
    me.enter("Sidste ansættelsesdag", "engang")
    assert me.press("Skriv det ned") == me.problem("Sidste ansættelsesdag")
    assert me.session.records.all(Leaving) == ()


def test_deleting_for_good_takes_two_presses_and_can_be_left(me: Seat) -> None:
    me.go("helpers")
    me.press("Åbn – Anna")
    assert "Slet det gemte" not in me.labels()
    me.press("Tilbage")
    me.press("Åbn – Elias")
    before = me.everything()
    assert me.press("Slet det gemte").startswith("Slet det gemte om Elias. ")
    assert me.press("Slet Elias …") == _("Delete for good? Press once more, or keep.")
    assert me.focus == "Behold Elias"
    assert me.press("Behold Elias") == _("Nothing was deleted.")
    assert me.everything() == before
    me.press("Slet Elias …")
    said = me.press("Slet Elias for altid")
    assert said.startswith("Slettet for altid.")
    assert me.window.frame.current == "helpers"
    assert "Elias Lund" not in me.everything()
    assert "1 tidligere hjælper er slettet. Timerne står tilbage." in me.words()
    erased = [one for one in me.session.records.all(Helper) if one.erased_on]
    assert [one.name for one in erased] == ["Tidligere hjælper 1"]
    me.go("history")
    lines = me.page_words()
    assert "Slet det gemte om Tidligere hjælper 1" in lines
    assert not [one for one in lines if "fortrudt" in one]


def test_a_statement_is_changed_kept_and_seen(sit: Sit, tmp_path: Path) -> None:
    me = sit(file=little_file.write(tmp_path / "s.bpa", [SCHEME, ANNA, BO, ELIAS]))
    me.go("helpers")
    me.press("Åbn – Elias")
    me.press("Tjenesteattest")
    me.press("Gem og se papiret")
    me.work()
    assert me.window.frame.current == "preview"
    (text,) = me.session.records.all(OwnText)
    assert (text.kind, text.helper) == (TextKind.STATEMENT, "elias")
    me.press("Tilbage")
    assert me.window.frame.current == "person"
    assert me.press("16. marts: Tjenesteattest: Tjenesteattest.") == "Tjenesteattest."


def test_leadership_opens_the_list_behind_each_number(me: Seat) -> None:
    me.go("leadership")
    number = next(one for one in me.labels() if one.endswith("Sygemeldinger taget imod"))
    assert me.press(number).startswith("Sygemeldinger taget imod: ")
    assert me.press("I år") == "Periode: I år."
    me.press("Se dokumentet")
    me.work()
    assert me.window.frame.current == "preview"
