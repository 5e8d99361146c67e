"""Sample records of every type, and their forms as a person meets them."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit

from bpa_desktop.domain.absence import Absence, AbsenceKind
from bpa_desktop.domain.activity import ActivityItem
from bpa_desktop.domain.grant import Grant, GrantLine, Per
from bpa_desktop.domain.kinds import Area, HourKind, Weekday
from bpa_desktop.domain.people import Employment, Helper, Position
from bpa_desktop.domain.roster import Shift
from bpa_desktop.domain.scheme import Scheme
from bpa_desktop.views.editors import Known
from bpa_desktop.views.forms import Form, load
from tests.views.audit.tree import name_of, shown

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from bpa_desktop.domain.record import Record

    OpenForm = Callable[[Record | type[Record]], "Opened"]

NOW = dt.datetime.fromisoformat("2026-03-16T06:30")
TODAY = NOW.date()
KNOWN = Known(now=NOW, choices={"helper": (("a", "Anna Nielsen"), ("b", "Bo Olsen"))})

SCHEME = Scheme(id="s", citizen_name="Kim Prøve", municipality="Ishøj", next_visit=TODAY)
HELPER = Helper(
    id="a",
    first_name="Anna",
    last_name="Nielsen",
    birth_date=dt.date(1990, 5, 1),
    position=Position.SUBSTITUTE,
    employments=(
        Employment(first_day=dt.date(2025, 1, 1), last_day=dt.date(2025, 6, 30)),
        Employment(first_day=dt.date(2025, 9, 1), agreed_minutes_per_week=1830),
    ),
)
GRANT = Grant(
    id="g",
    valid_from=dt.date(2025, 1, 1),
    lines=(
        GrantLine(minutes=10080, weekdays=(Weekday.MONDAY, Weekday.SUNDAY)),
        GrantLine(
            kind=HourKind.MUS,
            minutes=180,
            per=Per.YEAR,
            helpers=2,
            area=Area.CARE,
            from_time=dt.time(7),
            to_time=dt.time(15, 30),
        ),
    ),
)
SHIFT = Shift(
    id="v",
    planned_start=dt.datetime.fromisoformat("2026-03-16T23:00"),
    planned_end=dt.datetime.fromisoformat("2026-03-17T07:00"),
    helper="b",
    note="Tag nøglen med.\nRing først.",
)
ABSENCE = Absence(
    id="f", helper="a", kind=AbsenceKind.HOLIDAY, first_day=TODAY, last_day=dt.date(2026, 3, 20)
)
ACTIVITY = ActivityItem(
    id="i",
    activity="Bad",
    weekdays=(Weekday.TUESDAY,),
    minutes_per_occurrence=45,
    occurrences_per_week=Decimal("3.5"),
)
RECORDS = (SCHEME, HELPER, GRANT, SHIFT, ABSENCE, ACTIVITY)


@dataclass
class Opened:
    """A form on the screen and what it announced."""

    form: Form
    said: list[str]

    def line(self, name: str) -> QLineEdit:
        lines = self.form.widget.findChildren(QLineEdit, name)
        return next(line for line in lines if line.isVisible())

    def write(self, name: str, text: str) -> None:
        line = self.line(name)
        line.setFocus()
        line.selectAll()
        QTest.keyClicks(line, text)

    def leave(self, name: str) -> None:
        QTest.keyClick(self.line(name), Qt.Key.Key_Tab)

    def button(self, text: str) -> QAbstractButton:
        buttons = self.form.widget.findChildren(QAbstractButton)
        found = [one for one in buttons if one.isVisible() and name_of(one).startswith(text)]
        assert len(found) == 1, [name_of(one) for one in buttons if one.isVisible()]
        return found[0]

    def press(self, text: str) -> None:
        self.button(text).click()
        QApplication.processEvents()

    def words(self) -> list[str]:
        return [one.text() for one in shown(self.form.widget) if isinstance(one, QLabel)]


def opener(qtbot: QtBot, held: list[QWidget]) -> OpenForm:
    """Opens the form of a record, or of a new one of a type; ``held`` keeps the widgets."""

    def open_form(record: Record | type[Record]) -> Opened:
        kind = record if isinstance(record, type) else type(record)
        widget = load(str(kind.type_name))
        held.append(widget)
        qtbot.addWidget(widget)
        said: list[str] = []
        form = Form(widget, kind, KNOWN, said.append)
        form.fill(None if isinstance(record, type) else record)
        with qtbot.waitExposed(widget):
            widget.show()
        widget.activateWindow()
        return Opened(form, said)

    return open_form


def visible(opened: Opened) -> list[QAbstractButton]:
    return [one for one in opened.form.widget.findChildren(QAbstractButton) if one.isVisible()]


def tab_order(window: QWidget) -> list[QWidget]:
    order = []
    one = window.nextInFocusChain()
    while one is not None and one is not window:
        if one.isVisible() and one.focusPolicy() & Qt.FocusPolicy.TabFocus:
            order.append(one)
        one = one.nextInFocusChain()
    return order
