"""Copied shifts are shown as they were read, and come in at one press."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from bpa_desktop.domain.roster import Shift
from tests.services.little_roster import open_little
from tests.views.person import person_at
from tests.views.windows import settle

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

    from tests.views.person import Person


@pytest.fixture
def someone(qapp: QApplication, tmp_path: Path) -> Iterator[Person]:
    with person_at(qapp, open_little(tmp_path)) as person:
        person.window.frame.go("roster")
        settle(person.window.frame)
        yield person


def copy(person: Person, text: str) -> None:
    QGuiApplication.clipboard().setText(text)
    person.key(
        Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )


def test_what_is_copied_is_shown_first_and_put_in_at_a_press(someone: Person) -> None:
    copy(someone, "16/3;7-15;Anna\n17/3;22-6;Bo\nvrøvl")
    said = "2 nye vagter, ingen er ubesatte. 1 linje kunne ikke læses og er udeladt."
    assert someone.heard[-1] == f"Sæt kopierede vagter ind. {said}"
    assert someone.session.records.count(Shift) == 0
    someone.press("Sæt 2 vagter ind")
    assert someone.heard[-1] == (
        "2 vagter sat ind, ingen er ubesatte. Fortryd med Ctrl Z. "
        "1 linje kunne ikke læses og er udeladt."
    )
    assert someone.session.records.count(Shift) == 2


def test_what_is_there_already_is_not_put_in_again(someone: Person) -> None:
    copy(someone, "16/3;7-15;Anna")
    someone.press("Sæt 1 vagt ind")
    copy(someone, "16/3;7-15;Anna\n18/3;7-15;Bo")
    assert "1 vagt var der i forvejen" in someone.heard[-1]
    assert someone.sees("Sæt 1 vagt ind")
    copy(someone, "16/3;7-15;Anna")
    assert not any(name.startswith("Sæt 1 vagt") for name in someone.names())


def test_without_anything_copied_it_tells_how_lines_are_written(someone: Person) -> None:
    copy(someone, "")
    assert someone.heard[-1] == "Sæt kopierede vagter ind. Der er ikke kopieret vagter."
    QGuiApplication.clipboard().setText("16/3;7-15;Anna")
    someone.press("Læs det kopierede")
    someone.press("Sæt 1 vagt ind")
    assert someone.heard[-1].startswith("1 vagt sat ind")
