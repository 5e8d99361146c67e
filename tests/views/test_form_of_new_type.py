"""A record type that the program has never seen needs no view code of its own."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, ClassVar

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QCheckBox, QPushButton

from bpa_desktop import paths
from bpa_desktop.domain.record import Choice, Problem, Record, about, record
from bpa_desktop.errors import N_
from bpa_desktop.views.forms import FormIncomplete, child
from tests.views.forms_on_screen import opener

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from tests.views.forms_on_screen import OpenForm


@pytest.fixture(name="open_form")
def _open_form(qtbot: QtBot) -> Iterator[OpenForm]:
    held: list[QWidget] = []
    yield opener(qtbot, held)
    held.clear()


class Colour(Choice):
    RED = "red", N_("Red")
    BLUE = "blue", N_("Blue")


class Workday(Choice):
    ON = "on", N_("Yes")
    OFF = "off", N_("No")


@record
class Lamp(Record):
    type_name: ClassVar[str] = "lamp"

    name: str = about("Name", help="What you call it.")
    nickname: str | None = about("Nickname", default=None)
    story: str | None = about("Story", default=None, long=True)
    colour: Colour | None = about("Colour", default=None)
    is_on: bool = about("Is on", default=False)
    watts: Decimal | None = about("Watts", default=None)
    at: dt.time | None = about("At", default=None)
    days: tuple[Workday, ...] = about("Lamp days", default_factory=lambda: (Workday.ON,))
    hidden: int = about("Hidden", default=7)

    def problems(self) -> Iterator[Problem]:
        if self.name == "sun":
            yield Problem(field="", reason="{name} is no lamp.", values={"name": self.name})
        if self.hidden == 8:
            yield Problem(field="hidden", reason="Not eight.")


LAMP_UI = """<?xml version="1.0" encoding="UTF-8"?>
<ui version="4.0"><class>Lamp</class><widget class="QWidget" name="Lamp">
<layout class="QFormLayout" name="rows">
{rows}
</layout></widget></ui>"""
ROW = """
<item row="{n}" column="0"><widget class="QLabel" name="{name}__label">
<property name="text"><string notr="true">{name}</string></property>
<property name="buddy"><cstring>{name}</cstring></property></widget></item>
<item row="{n}" column="1"><widget class="{kind}" name="{name}"/></item>"""
CONTROLS = {
    "name": "QLineEdit",
    "nickname": "QLineEdit",
    "story": "QPlainTextEdit",
    "colour": "QComboBox",
    "is_on": "QCheckBox",
    "watts": "QLineEdit",
    "at": "QLineEdit",
    "at__earlier": "QPushButton",
    "at__later": "QPushButton",
}
BOXES = """
<item row="20" column="1"><widget class="QWidget" name="days">
<layout class="QHBoxLayout" name="days__row">
<item><widget class="QCheckBox" name="days__on"/></item>
<item><widget class="QCheckBox" name="days__off"/></item>
</layout></widget></item>"""


def write_lamp(folder: Path, controls: dict[str, str]) -> None:
    rows = (
        ROW.format(n=n, name=name, kind=kind) for n, (name, kind) in enumerate(controls.items())
    )
    (folder / "lamp.ui").write_text(LAMP_UI.format(rows="".join([*rows, BOXES])), encoding="utf-8")


@pytest.fixture(name="lamp_folder")
def _lamp_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(paths, "UI", tmp_path)
    write_lamp(tmp_path, CONTROLS)
    return tmp_path


@pytest.mark.usefixtures("lamp_folder")
class TestNewRecordType:
    LAMP: ClassVar[Lamp] = Lamp(
        name="Desk", story="Old", colour=Colour.BLUE, is_on=True, watts=Decimal("7.5"), hidden=9
    )

    @pytest.mark.parametrize("lamp", [LAMP, Lamp(name="Bed", hidden=9)])
    def test_it_needs_no_code_of_its_own(self, open_form: OpenForm, lamp: Lamp) -> None:
        opened = open_form(lamp)
        assert opened.form.finish(lamp) == lamp

    def test_a_new_one_begins_with_its_defaults(self, open_form: OpenForm) -> None:
        opened = open_form(Lamp)
        assert opened.form.read().values["is_on"] is False
        opened.write("name", "Desk")
        assert opened.form.finish(id="x", hidden=3) == Lamp(name="Desk", id="x", hidden=3)

    def test_help_is_shown_where_the_form_has_none(self, open_form: OpenForm) -> None:
        opened = open_form(Lamp)
        assert "What you call it." in opened.words()
        assert opened.line("name").accessibleDescription() == "What you call it."

    def test_a_problem_of_the_whole_record_stands_at_the_end(self, open_form: OpenForm) -> None:
        opened = open_form(replace(self.LAMP, name="sun"))
        assert opened.form.finish() is None
        assert opened.words()[-1] == "sun is no lamp."
        assert opened.said == ["sun is no lamp."]
        opened.write("name", "Desk")
        assert opened.form.finish() is not None
        assert "sun is no lamp." not in opened.words()

    def test_so_does_the_problem_of_a_field_that_is_not_shown(self, open_form: OpenForm) -> None:
        eight = replace(self.LAMP, hidden=8)
        opened = open_form(eight)
        assert opened.form.finish(eight) is None
        assert opened.words()[-1] == "Not eight."

    def test_earlier_and_later(self, open_form: OpenForm) -> None:
        opened = open_form(replace(self.LAMP, at=dt.time(0, 15)))
        child(opened.form.widget, QPushButton, "at__earlier").click()
        assert opened.line("at").text() == "23:45"
        opened.line("at").clear()
        child(opened.form.widget, QPushButton, "at__later").click()
        assert opened.line("at").text() == "07:00"

    def test_a_nudge_over_an_unreadable_entry_begins_now(self, open_form: OpenForm) -> None:
        opened = open_form(self.LAMP)
        opened.write("at", "engang")
        child(opened.form.widget, QPushButton, "at__later").click()
        assert opened.line("at").text() == "07:00"

    def test_tick_boxes_are_gone_to_where_they_are_wrong(self, open_form: OpenForm) -> None:
        opened = open_form(self.LAMP)
        opened.form.refuse([Problem(field="days", reason="Not so.")])
        assert child(opened.form.widget, QCheckBox, "days__on").hasFocus()
        assert opened.said == ["Lamp days: Not so."]

    def test_tick_boxes_that_are_missing(self, open_form: OpenForm, lamp_folder: Path) -> None:
        form = (lamp_folder / "lamp.ui").read_text(encoding="utf-8")
        form = form.replace('"QCheckBox" name="days__', '"QLabel" name="days__')
        (lamp_folder / "lamp.ui").write_text(form, encoding="utf-8")
        with pytest.raises(FormIncomplete, match="days"):
            open_form(Lamp)

    def test_a_control_that_cannot_hold_the_field(
        self, open_form: OpenForm, lamp_folder: Path
    ) -> None:
        write_lamp(lamp_folder, {**CONTROLS, "watts": "QLabel"})
        with pytest.raises(FormIncomplete, match="watts"):
            open_form(Lamp)

    def test_an_event_of_another_kind_passes(self, open_form: OpenForm) -> None:
        opened = open_form(self.LAMP)
        assert opened.form.eventFilter(opened.form.widget, QEvent(QEvent.Type.User)) is False
