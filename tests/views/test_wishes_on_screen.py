"""What helpers have said of their time is seen where they stand and where a shift is made."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from bpa_desktop.domain.kinds import Weekday
from bpa_desktop.domain.people import Availability, Employment, Fit
from bpa_desktop.views.new_shift_panel import NewShift, open_new_shift
from bpa_desktop.views.shift_panel import open_shift
from tests.services.little_roster import TODAY, helper, lay, open_little, shift
from tests.views.person import person_at
from tests.views.windows import settle

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

    from tests.views.person import Person

MORNING = shift("03-16 07:00", "03-16 15:00", "carla")


@pytest.fixture
def me(qapp: QApplication, tmp_path: Path) -> Iterator[Person]:
    """Anna can never come on Mondays, Bo would rather not, Dina likes it."""
    session = open_little(tmp_path)
    agreed = Employment(
        first_day=dt.date(2020, 1, 1),
        agreed_minutes_per_week=20 * 60,
        most_minutes_per_week=30 * 60,
    )
    never = Availability(weekday=Weekday.MONDAY)
    lay(
        session,
        helper("Anna Prøve", availability=(never,), employments=(agreed,)),
        helper("Bo Prøve", availability=(Availability(fit=Fit.RATHER_NOT),)),
        helper("Dina Prøve", availability=(Availability(fit=Fit.GLADLY),)),
        MORNING,
    )
    with person_at(qapp, session) as person:
        yield person


def test_the_helpers_page_tells_them(me: Person) -> None:
    me.window.frame.go("helpers")
    settle(me.window.frame)
    words = me.words().splitlines()
    at = words.index("20 timer om ugen, højst 30")
    assert words[at + 1] == "Aldrig mandag"
    assert {"Helst ikke hver dag", "Gerne hver dag"} <= set(words)


def test_a_new_shift_tells_them_beside_the_names(me: Person) -> None:
    me.window.frame.go("roster")
    open_new_shift(me.window.desk, NewShift(TODAY))
    settle(me.window.frame)
    assert me.sees("Anna, kan aldrig på den tid")
    assert me.sees("Bo, helst ikke")
    assert me.sees("Dina, gerne")
    assert "Carla" in me.names()
    me.press("tir 17")
    assert "Anna" in me.names()


def test_moving_a_shift_tells_them_too_and_what_is_broken_stands_at_the_shift(me: Person) -> None:
    me.window.frame.go("roster")
    open_shift(me.window.desk, MORNING.id)
    settle(me.window.frame)
    assert me.sees("Flyt til Anna, kan aldrig på den tid")
    me.press("Flyt til Anna")
    assert "Anna Prøve kan aldrig arbejde på det tidspunkt" in me.words()


def test_an_empty_slot_says_how_its_usual_times_fit(me: Person) -> None:
    me.window.frame.go("roster")
    settle(me.window.frame)
    day = "mandag 16. marts, 07 til 15"
    assert {
        f"ny, Anna Prøve, {day}, kan aldrig på den tid",
        f"ny, Bo Prøve, {day}, helst ikke",
        f"ny, Dina Prøve, {day}, gerne",
        "ny, Anna Prøve, tirsdag 17. marts, 07 til 15",
    } <= set(me.names())
