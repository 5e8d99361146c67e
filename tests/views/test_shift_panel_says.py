"""What is opened and closed in the panel of a shift is announced, once for each press."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication

from bpa_desktop.domain.roster import RolledOut
from bpa_desktop.views.shift_panel import open_shift
from tests.services.little_roster import days_and_evenings, lay, open_little, shift
from tests.views.person import person_at
from tests.views.windows import settle

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.views.person import Person

OPEN = shift("03-19 10:00", "03-19 12:00", None)
MADE = RolledOut(pattern="p", start=OPEN.planned_start, end=OPEN.planned_end, helper="anna")
EARLY = shift("03-18 07:00", "03-18 15:00", "anna")


@pytest.fixture
def me(qapp: QApplication, tmp_path: Path) -> Iterator[Person]:
    session = open_little(tmp_path)
    lay(
        session,
        *days_and_evenings("bo", "03-16", 5, "15:00", "23:00"),
        shift("03-17 15:00", "03-17 23:00", "anna"),
        EARLY,
        replace(OPEN, rolled_out=(MADE,)),
    )
    with person_at(qapp, session, known_as=__name__) as person:
        person.window.frame.go("roster")
        open_shift(person.window.desk, EARLY.id)
        settle(person.window.frame)
        yield person


@pytest.mark.parametrize("name", ["Behold alligevel", "Del i to", "Byt vagt", "Flere slags"])
def test_a_part_says_that_it_is_open_and_that_it_is_closed(me: Person, name: str) -> None:
    if not me.sees(name):
        me.press("Mere om vagten")
        assert me.heard == ["Mere om vagten."]
    me.press(name)
    assert me.heard == [f"{name} er åbnet."]
    me.press(name)
    assert me.heard == [f"{name} er lukket."]


@pytest.mark.parametrize("name", ["Byt vagt", "Del i to", "Kopiér til en anden dag"])
def test_what_is_opened_is_in_sight_where_the_focus_is(me: Person, name: str) -> None:
    me.press("Mere om vagten")
    me.press(name)
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.visibleRegion().boundingRect() == focused.rect()


def test_an_unfilled_shift_of_the_pattern_says_whose_it_is(me: Person) -> None:
    open_shift(me.window.desk, OPEN.id)
    settle(me.window.frame)
    assert "Rulleplanen har Anna her." in me.words()
