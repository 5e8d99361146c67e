"""A press with the mouse reaches the button under it, whatever is saved meanwhile."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit

from bpa_desktop.domain.own_text import OwnText, TextKind
from bpa_desktop.views.pressing import Pressing
from tests.domain.builders import day
from tests.services.little_roster import lay, open_little
from tests.views.person import LIGHT, person_at
from tests.views.windows import settle

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication, QWidget

    from tests.views.person import Person


@pytest.fixture(name="me")
def _me(qapp: QApplication, tmp_path: Path) -> Iterator[Person]:
    session = open_little(tmp_path)
    text = OwnText(
        id="t",
        kind=TextKind.JOB_DESCRIPTION,
        title="Jobbeskrivelse",
        words="Kort.",
        written_on=day("2026-03-01"),
    )
    lay(session, text)
    with person_at(qapp, session, LIGHT) as person:
        person.window.frame.go("hiring")
        settle(person.window.frame)
        yield person


def middle(widget: QWidget) -> QPoint:
    return widget.mapTo(widget.window(), widget.rect().center())


def test_a_press_that_leaves_a_field_saves_it_and_still_presses(me: Person) -> None:
    me.press("Åbn – jobbeskrivelse")
    field = me.window.frame.findChild(QPlainTextEdit)
    assert isinstance(field, QPlainTextEdit)
    field.setFocus()
    field.setPlainText("Længere.")
    handle = me.window.frame.windowHandle()
    assert handle is not None
    QGuiApplication.clipboard().clear()
    at = middle(me.button("Kopiér teksten"))
    QTest.mousePress(handle, Qt.MouseButton.LeftButton, pos=at)
    QTest.qWait(60)
    assert me.session.records.get(OwnText, "t").words == "Længere."
    QTest.mouseRelease(handle, Qt.MouseButton.LeftButton, pos=at)
    QTest.qWait(60)
    assert QGuiApplication.clipboard().text().endswith("Længere.\n")


def test_what_waits_is_done_in_the_order_of_asking(qapp: QApplication, me: Person) -> None:
    handle = me.window.frame.windowHandle()
    assert handle is not None
    done: list[int] = []
    pressing = Pressing(QObject(qapp))
    QTest.mousePress(handle, Qt.MouseButton.LeftButton, pos=QPoint(1, 1))
    pressing.after(lambda: done.append(1))
    pressing.after(lambda: done.append(2))
    QTest.qWait(30)
    assert done == []
    QTest.mouseRelease(handle, Qt.MouseButton.LeftButton, pos=QPoint(1, 1))
    QTest.qWait(30)
    assert done == [1, 2]
    pressing.after(lambda: done.append(3))
    assert done == [1, 2, 3]
