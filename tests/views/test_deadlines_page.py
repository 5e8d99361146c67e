"""The place of deadlines, used by the names of its buttons."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from bpa_desktop.domain.grant import Grant
from bpa_desktop.domain.postponed import Postponed
from tests.services.little_roster import TODAY, lay, open_little
from tests.views.person import person_at

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from tests.views.person import Person


@pytest.fixture
def little(qapp: QApplication, tmp_path: Path) -> Iterator[Person]:
    session = open_little(tmp_path)
    lay(session, Grant(id="g", valid_from=TODAY, received_date=TODAY))
    with person_at(qapp, session) as person:
        yield person


def test_a_complaint_is_put_off_with_three_presses_and_stands_apart(little: Person) -> None:
    assert little.sees("Åbn afgørelse")
    little.press("Se alle frister")
    assert "13. april 2026" in little.words()
    little.presses = 0
    little.press("Udsæt – Klagefrist")
    assert "Den kommer tilbage senest den 6. april 2026." in little.words()
    little.press("I morgen")
    little.press("Jeg venter på svar")
    assert little.presses == 3
    assert little.heard == ["Klagefrist er udsat til den 17. marts 2026. Fortryd med Ctrl Z."]
    assert little.window.frame.panel.content is None
    words = little.words()
    assert "Udsat til den 17. marts 2026: jeg venter på svar." in words
    assert "13. april 2026" in words
    little.window.frame.go("today")
    assert not little.sees("Åbn afgørelse")
    little.window.desk.undo()
    assert little.sees("Åbn afgørelse")


def test_own_words_and_an_own_day(little: Person) -> None:
    little.window.frame.go("deadlines")
    little.press("Udsæt – Klagefrist")
    little.press("Udsæt")
    assert little.heard == ["Skriv hvorfor. Så ved du det senere."]
    little.write("Eller med dine egne ord", "advokaten læser den")
    little.write("Tilbage den", "1. maj")
    little.press("Udsæt")
    assert little.session.records.all(Postponed) == (), "it must be back before its day"
    little.write("Tilbage den", "1. april")
    little.press("Udsæt")
    (kept,) = little.session.records.all(Postponed)
    assert (kept.until, kept.reason) == (dt.date(2026, 4, 1), "advokaten læser den")
    little.press("Tag frem – Klagefrist")
    assert little.session.records.all(Postponed) == ()


def test_the_calendar_is_saved_with_one_press_and_says_where(
    little: Person, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bpa_desktop.services.recent.home_folder", lambda: tmp_path)
    little.window.frame.go("deadlines")
    little.press("Gem til kalenderen")
    file = tmp_path / "Frister" / "Frister.ics"
    qtbot.waitUntil(lambda: f"Gemt som {file}." in little.words())
    assert b"DTSTART;VALUE=DATE:20260413" in file.read_bytes()
