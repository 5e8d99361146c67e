"""Closing a month beside the roster: what is missing, one press, and the trail afterwards."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog

from bpa_desktop.domain.closed_month import ClosedMonth
from bpa_desktop.domain.roster import Shift, ShiftState
from bpa_desktop.services import rostering
from bpa_desktop.views.month_panel import SHOWN_FIRST, open_month
from bpa_desktop.views.shift_panel import ShiftPanel
from bpa_desktop.views.statement_panel import open_statements
from tests.views.little import ENGLISH

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.views.little import Seat

    Sit = Callable[..., Seat]

FEBRUARY = dt.date(2026, 2, 1)
DAYS = [dt.date(2026, 2, day) for day in range(2, 7)]


def unsettle(me: Seat, *, unfilled: bool = False) -> None:
    """Make the five shifts of February planned again, and the last of them unfilled at will."""
    with me.session.operation("plan again") as operation:
        for shift in me.session.records.all(Shift):
            if shift.planned_start.date() in DAYS:
                operation.save(replace(shift, state=ShiftState.PLANNED))
        if unfilled:
            last = me.session.records.get(Shift, f"anna-{DAYS[-1]}")
            operation.save(replace(last, helper=None, state=ShiftState.PLANNED))
    me.go("roster")


def states(me: Seat) -> list[ShiftState]:
    found = me.session.records.all(Shift)
    return [one.state for one in found if one.planned_start.date() in DAYS]


def closed(me: Seat) -> tuple[ClosedMonth, ...]:
    return me.session.records.all(ClosedMonth)


def test_four_presses_confirm_and_close_the_month_that_waits(me: Seat) -> None:
    unsettle(me)
    before = me.everything()
    with me.person.journey(most=4):
        me.person.press("Flere handlinger")
        me.person.press("Luk måned")
        me.person.press("Alt gik som planlagt i februar 2026")
        me.person.press("Luk februar 2026")
    assert me.person.heard[1:] == [
        "Luk måneden: februar 2026. 5 vagter er ikke afklaret.",
        "5 vagter gik som planlagt. Fortryd med Ctrl Z.",
        "Februar 2026 er lukket uden løn: en sats mangler for Anna. Fortryd med Ctrl Z.",
    ]
    assert set(states(me)) == {ShiftState.WORKED}
    assert [one.month for one in closed(me)] == [FEBRUARY]
    assert "Måneden blev lukket 16. marts 2026." in me.words()
    me.undo()
    me.undo()
    assert me.everything() == before


def test_the_same_in_english(sit: Sit) -> None:
    me = sit(ENGLISH)
    unsettle(me)
    with me.person.journey(most=4):
        me.person.press("More actions")
        me.person.press("Close month")
        me.person.press("Everything went as planned in February 2026")
        me.person.press("Close February 2026")
    assert me.person.heard[-1] == (
        "February 2026 is closed without its pay: a rate is missing for Anna. Undo with Ctrl Z."
    )


def test_nothing_can_be_closed_while_something_is_missing(me: Seat) -> None:
    unsettle(me)
    me.press("Flere handlinger")
    me.press("Luk måned")
    close = me.button("Luk februar 2026")
    assert not close.isEnabled()
    assert close.accessibleName() == "Luk februar 2026, 5 mangler"
    assert "07–15 Anna Nielsen: ikke bekræftet." in me.words()


def test_one_day_at_a_time(me: Seat) -> None:
    unsettle(me)
    me.press("Flere handlinger")
    me.press("Luk måned")
    said = me.press("Mandag 2. februar gik som planlagt")
    assert said == "1 vagt gik som planlagt. Fortryd med Ctrl Z."
    assert states(me).count(ShiftState.WORKED) == 1
    assert "4 vagter er ikke afklaret." in me.words()
    assert not any("2. februar" in word for word in me.words())


def test_a_line_opens_its_shift(me: Seat) -> None:
    unsettle(me)
    me.press("Flere handlinger")
    me.press("Luk måned")
    said = me.press("Åbn 3. februar 07–15")
    assert said == "tirsdag 3. februar 07–15, Anna Nielsen: ikke bekræftet."
    assert isinstance(me.panel, ShiftPanel)
    assert me.panel.shift.id == f"anna-{DAYS[1]}"


def test_nobody_came_is_one_press(me: Seat) -> None:
    unsettle(me, unfilled=True)
    me.press("Flere handlinger")
    me.press("Luk måned")
    assert "07–15 ubesat: der er ikke skrevet hvorfor." in me.words()
    said = me.press("Ingen kom 6. februar 07–15")
    assert said == "Ingen kom til vagten 07 til 15 den 6. februar. Fortryd med Ctrl Z."
    assert me.session.records.get(Shift, f"anna-{DAYS[-1]}").deviation == "Ingen kunne komme."


def test_a_long_list_is_shown_in_part_until_all_is_wanted(me: Seat) -> None:
    unsettle(me)
    with me.session.operation("more") as operation:
        for day in (9, 11, 12):
            start = dt.datetime(2026, 2, day, 7)  # noqa: DTZ001 - wall clock time
            operation.save(
                Shift(planned_start=start, planned_end=start.replace(hour=9), helper="anna")
            )
    me.press("Flere handlinger")
    me.press("Luk måned")
    listed = [word for word in me.words() if word.startswith("Åbn ")]
    assert len(listed) == SHOWN_FIRST
    me.press("Vis alt, der mangler (8)")
    assert len([word for word in me.words() if word.startswith("Åbn ")]) == 8


def test_a_correction_is_told_with_the_action_and_stands_in_the_panel(me: Seat) -> None:
    with me.session.operation("close") as operation:
        operation.save(ClosedMonth(month=FEBRUARY, closed_on=dt.date(2026, 3, 2)))
    me.go("roster")
    open_month(me.window.desk, FEBRUARY)
    shift = me.session.records.get(Shift, f"anna-{DAYS[0]}")
    me.window.desk.attempt(
        lambda: rostering.set_end(me.session, shift, dt.time(14)) and "Vagten er ændret."
    )
    me.rest()
    assert me.log[-1] == "Vagten er ændret. Februar 2026 er lukket. Rettelsen er noteret."
    assert me.status == me.log[-1]
    assert any(word.startswith("16. marts 2026: Tider for Anna: mandag 2.") for word in me.words())
    assert "Februar 2026: lukket 2. marts 2026, 1 rettelse" in me.words()
    assert not any(word.startswith("Luk februar") for word in me.words())


def test_months_are_turned_and_told(me: Seat) -> None:
    me.go("roster")
    open_month(me.window.desk, FEBRUARY)
    said = me.press("Næste måned")
    assert said == ("Luk måneden: marts 2026. Måneden er ikke slut endnu. 1 vagt er ikke afklaret.")
    assert not me.button("Luk marts 2026").isEnabled()
    assert "07–15 Anna Nielsen: hjælperen var fraværende." in me.words()
    assert not any("gik som planlagt" in word for word in me.words() if "marts" in word)
    assert me.focus == "Næste måned"
    me.press("Forrige måned")
    assert "Februar 2026" in me.words()


def test_the_week_that_is_shown_is_confirmed_in_one_press(me: Seat) -> None:
    unsettle(me)
    me.window.desk.show_week(DAYS[0])
    me.rest()
    assert me.press("Alt gik som planlagt") == "5 vagter gik som planlagt. Fortryd med Ctrl Z."
    assert set(states(me)) == {ShiftState.WORKED}
    assert me.press("Alt gik som planlagt") == "Der er ikke noget at bekræfte."


def test_a_file_to_read_only_lets_nothing_be_closed_but_saves_statements(
    sit: Sit, documents: Path
) -> None:
    me = sit(read_only=True)
    me.go("roster")
    assert not me.button("Alt gik som planlagt").isEnabled()
    me.press("Flere handlinger")
    me.press("Luk måned")
    assert not me.button("Luk februar 2026").isEnabled()
    me.press("Opgørelser over arbejdstid")
    me.press("Gem som CSV – Anna")
    me.work()
    assert len(list(documents.rglob("*.csv"))) == 1


def test_what_waits_to_be_closed_stands_on_the_first_page(me: Seat) -> None:
    me.go("today")
    assert "Luk februar 2026" in me.words()
    me.person.journey(most=1).__enter__()
    me.person.press("Luk måneden")
    assert me.person.heard == ["Luk måneden: februar 2026. Alle vagter indtil nu er afklaret."]
    me.press("Luk februar 2026")
    assert "Luk februar 2026" not in me.words()


@pytest.mark.parametrize(
    ("words", "offer"),
    [
        ("alt gik som planlagt mandag 2. februar", "Alt gik som planlagt mandag 2. februar"),
        ("bekræft i går", "Alt gik som planlagt søndag 15. marts"),
        ("as planned friday", "Alt gik som planlagt fredag 13. marts"),
    ],
)
def test_a_day_is_confirmed_from_the_command_box(me: Seat, words: str, offer: str) -> None:
    unsettle(me)
    overlays = me.window.frame.overlays
    overlays.open_box()
    overlays.box.field.setText(words)
    assert offer in [one.text for one in overlays.box.offers]


@pytest.mark.parametrize("words", ["i morgen", "24. marts", "om to uger", "tirsdag 17. marts"])
def test_a_day_to_come_is_never_offered(me: Seat, words: str) -> None:
    overlays = me.window.frame.overlays
    overlays.open_box()
    overlays.box.field.setText(f"gik som planlagt {words}")
    offers = [one.text for one in overlays.box.offers]
    assert not [one for one in offers if one.startswith("Alt gik som planlagt ")]


def test_the_offer_confirms_the_day(me: Seat) -> None:
    unsettle(me)
    overlays = me.window.frame.overlays
    overlays.open_box()
    overlays.box.field.setText("gik som planlagt 2. februar")
    offer = next(one for one in overlays.box.offers if "2. februar" in one.text)
    offer.run()
    assert me.log[-1] == "1 vagt gik som planlagt. Fortryd med Ctrl Z."


def test_a_statement_is_two_presses_from_the_month(me: Seat, documents: Path) -> None:
    me.go("roster")
    open_month(me.window.desk, FEBRUARY)
    with me.person.journey(most=2):
        me.person.press("Opgørelser over arbejdstid")
        me.person.press("Gem opgørelse – Anna")
    folder = documents / "BPA" / "Arbejdstid"
    (paper,) = folder.iterdir()
    assert paper.name.startswith("2026-02_Arbejdstid_hjaelper-")
    assert paper.read_bytes().startswith(b"%PDF-")
    assert me.person.heard == [
        "Opgørelser over arbejdstid: 1. februar til 28. februar 2026.",
        f"Gemt som {paper}.",
    ]
    assert f"Gemt som {paper}." in me.words()


def test_the_reference_period_is_one_choice_and_the_panel_tells_how_long_it_is_kept(
    me: Seat, documents: Path
) -> None:
    me.go("roster")
    open_statements(me.window.desk, FEBRUARY)
    me.rest()
    assert any("De må slettes fra 1. maj 2031." in word for word in me.words())
    me.press("1. januar til 30. april 2026")
    me.press("Gem som CSV – Anna")
    me.work()
    (table,) = documents.rglob("*.csv")
    assert table.name.startswith("2026-01_2026-04_Arbejdstid_")
    rows = table.read_text(encoding="utf-8-sig").splitlines()
    assert rows[1] == "Anna Nielsen;2026-02-02;mandag;07–15;8;480"


def test_a_month_before_the_duty_says_that_no_rule_is_known(me: Seat) -> None:
    me.go("roster")
    open_statements(me.window.desk, dt.date(2024, 6, 1))
    me.rest()
    words = me.words()
    assert any("Der kendes ingen regel" in word for word in words)
    assert "Ingen arbejdede i 1. juni til 30. juni 2024." in words
    assert not any(word.startswith("Gem ") for word in words if "andet" not in word)


def test_another_folder_and_the_way_to_it(
    me: Seat, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(
        QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()) or True
    )
    chosen = tmp_path / "chosen"
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_args: str(chosen))
    me.go("roster")
    open_statements(me.window.desk, FEBRUARY)
    me.rest()
    assert not me.button("Åbn mappe").isEnabled()
    assert not me.button("Gem et andet sted").isEnabled()
    me.press("Gem som CSV – Anna")
    me.work()
    me.press("Gem et andet sted")
    me.work()
    (table,) = chosen.iterdir()
    assert me.log[-1] == f"Gemt som {table}."
    me.press("Åbn mappe")
    assert opened == [str(chosen)]


def test_a_folder_that_cannot_be_written_is_told(me: Seat, documents: Path) -> None:
    (documents / "BPA").parent.mkdir(parents=True)
    (documents / "BPA").write_text("")
    me.go("roster")
    open_statements(me.window.desk, FEBRUARY)
    me.press("Gem opgørelse – Anna")
    me.work()
    assert "mappe" in me.log[-1].lower()
    assert not (documents / "BPA").is_dir()
