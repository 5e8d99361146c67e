"""Forms show a record, read it back as it was written, and say what is wrong where it is wrong."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING, Final

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
)

from bpa_desktop import i18n
from bpa_desktop.domain.absence import Absence
from bpa_desktop.domain.grant import GrantLine
from bpa_desktop.domain.own_municipal_value import OwnMunicipalValue
from bpa_desktop.domain.pattern import PatternLine
from bpa_desktop.domain.people import Availability, Employment
from bpa_desktop.domain.record import fields_of
from bpa_desktop.domain.roster import RestPeriod, Shift
from bpa_desktop.services.catalogue import KINDS
from bpa_desktop.views.editors import Known
from bpa_desktop.views.forms import Form, FormIncomplete, child, load
from bpa_desktop.views.translator import Translation
from tests.views.audit.tree import label_of, name_of
from tests.views.forms_on_screen import (
    ABSENCE,
    ACTIVITY,
    HELPER,
    KNOWN,
    NOW,
    RECORDS,
    SHIFT,
    TODAY,
    opener,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from bpa_desktop.domain.record import Record, Value
    from tests.views.forms_on_screen import OpenForm


@pytest.fixture(name="open_form")
def _open_form(qtbot: QtBot) -> Iterator[OpenForm]:
    held: list[QWidget] = []
    yield opener(qtbot, held)
    held.clear()


@pytest.fixture(name="speak")
def _speak(qapp: QApplication) -> Iterator[Callable[[str], object]]:
    translation = Translation(qapp)
    yield translation.speak
    translation.speak("da")


GROUPS: Final = {
    Availability: "availability",
    Employment: "employment",
    GrantLine: "grant_line",
    PatternLine: "pattern_line",
    RestPeriod: "rest_period",
}
"""The groups of fields inside a record, each with its form."""


class TestRealForms:
    @pytest.mark.parametrize("kind", [*(kind.record for kind in KINDS), *GROUPS])
    def test_every_field_that_is_not_kept_by_the_program_has_a_control(
        self, qtbot: QtBot, kind: type[Value]
    ) -> None:
        widget = load(GROUPS.get(kind) or str(getattr(kind, "type_name", "")))
        qtbot.addWidget(widget)
        form = Form(widget, kind, KNOWN, print)
        named = tuple(field.name for field in fields_of(kind) if not field.about.inner)
        assert sorted(form.fields) == sorted(named)

    @pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.type_name)
    @pytest.mark.parametrize("language", i18n.LANGUAGES)
    def test_a_record_comes_back_as_it_was(
        self, open_form: OpenForm, record: Record, language: str
    ) -> None:
        with i18n.speaking(language):
            opened = open_form(record)
            assert opened.form.read().problems == ()
            assert opened.form.finish(record) == record
        assert opened.said == []

    @pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.type_name)
    def test_every_control_has_a_label(self, open_form: OpenForm, record: Record) -> None:
        opened = open_form(record)
        for name in opened.form.fields:
            control = opened.form.editor(name).control
            assert label_of(control) or name_of(control), name

    @pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.type_name)
    def test_leaving_every_line_changes_nothing(self, open_form: OpenForm, record: Record) -> None:
        opened = open_form(record)
        for line in opened.form.widget.findChildren(QLineEdit):
            line.editingFinished.emit()
        assert opened.form.finish(record) == record

    def test_a_form_follows_the_language(
        self, open_form: OpenForm, speak: Callable[[str], object]
    ) -> None:
        speak("en")
        opened = open_form(ABSENCE)
        assert "Holiday" in child(opened.form.widget, QComboBox, "kind").currentText()
        assert "First day" in opened.words()
        speak("da")
        QApplication.processEvents()
        assert "First day" not in opened.words()
        assert child(opened.form.widget, QComboBox, "kind").currentText() == "Ferie"
        assert opened.form.finish(ABSENCE) == ABSENCE


class TestLoading:
    def test_a_missing_form(self) -> None:
        with pytest.raises(FormIncomplete, match="nosuch"):
            load("nosuch")

    def test_lookup_by_kind_and_name(self, qtbot: QtBot) -> None:
        widget = load("absence")
        qtbot.addWidget(widget)
        assert child(widget, QLineEdit, "first_day").objectName() == "first_day"
        with pytest.raises(FormIncomplete, match="first_day"):
            child(widget, QComboBox, "first_day")
        with pytest.raises(FormIncomplete, match="nosuch"):
            child(widget, QLineEdit, "nosuch")

    def test_tab_leaves_a_field_of_several_lines(self, qtbot: QtBot) -> None:
        widget = load("shift")
        qtbot.addWidget(widget)
        assert all(text.tabChangesFocus() for text in widget.findChildren(QPlainTextEdit))


class TestEntries:
    def test_a_tolerant_entry_is_understood_and_shown(self, open_form: OpenForm) -> None:
        opened = open_form(ABSENCE)
        opened.write("last_day", "i morgen")
        opened.leave("last_day")
        assert opened.line("last_day").text() == "17. marts 2026"
        assert opened.form.read().values["last_day"] == dt.date(2026, 3, 17)
        assert opened.said == []

    def test_a_wrong_entry_is_told_below_the_field_and_once(self, open_form: OpenForm) -> None:
        opened = open_form(ABSENCE)
        opened.write("from_time", "halvsyv")
        opened.leave("from_time")
        opened.line("from_time").editingFinished.emit()
        sentence = i18n._("This is not a time. Write for example 7, 7:30 or half past seven.")
        assert opened.said == [sentence]
        assert sentence in opened.words()
        assert opened.line("from_time").accessibleDescription() == sentence
        assert opened.line("from_time").text() == "halvsyv"
        assert not opened.line("from_time").hasFocus()

    def test_pressing_done_out_of_a_wrong_entry_says_it_once(self, open_form: OpenForm) -> None:
        opened = open_form(ABSENCE)
        opened.write("from_time", "halvsyv")
        opened.leave("from_time")
        assert opened.form.finish(ABSENCE) is None
        assert len(opened.said) == 1
        assert opened.line("from_time").hasFocus()
        assert opened.form.finish(ABSENCE) is None
        assert len(opened.said) == 2

    def test_a_mended_entry_takes_the_message_away(self, open_form: OpenForm) -> None:
        opened = open_form(ABSENCE)
        opened.write("from_time", "halvsyv")
        opened.leave("from_time")
        opened.write("from_time", "halv syv")
        opened.leave("from_time")
        assert opened.said[0] not in opened.words()
        assert opened.line("from_time").text() == "06:30"

    def test_an_empty_field_is_not_blamed_until_the_end(self, open_form: OpenForm) -> None:
        opened = open_form(Absence)
        opened.line("first_day").setFocus()
        opened.leave("first_day")
        assert opened.said == []
        assert opened.form.finish() is None
        assert len(opened.said) == 1

    def test_only_the_end_moves_the_focus_to_the_first_problem(self, open_form: OpenForm) -> None:
        opened = open_form(ABSENCE)
        opened.write("from_time", "halvsyv")
        opened.write("first_day", "32/1")
        opened.write("last_day", "20/3")
        opened.said.clear()
        assert opened.form.finish(ABSENCE) is None
        assert opened.line("first_day").hasFocus()
        assert len(opened.said) == 1
        assert opened.said[0].startswith(i18n._("First day"))

    def test_what_the_record_itself_refuses_stands_at_its_field(self, open_form: OpenForm) -> None:
        opened = open_form(ABSENCE)
        opened.write("last_day", "1/3/2026")
        assert opened.form.finish(ABSENCE) is None
        assert opened.line("last_day").hasFocus()
        assert i18n._("The last day is before the first day.") in opened.words()

    def test_a_time_alone_follows_the_start(self, open_form: OpenForm) -> None:
        opened = open_form(SHIFT)
        opened.write("planned_start", "15")
        opened.write("planned_end", "23")
        moved = opened.form.finish(SHIFT)
        assert isinstance(moved, Shift)
        assert moved.planned_start == dt.datetime.fromisoformat("2026-03-16T15:00")
        assert moved.planned_end == dt.datetime.fromisoformat("2026-03-16T23:00")
        opened.write("planned_end", "7")
        moved = opened.form.finish(SHIFT)
        assert isinstance(moved, Shift)
        assert moved.planned_end == dt.datetime.fromisoformat("2026-03-17T07:00")

    def test_reading_a_draft_tells_nothing(self, open_form: OpenForm) -> None:
        opened = open_form(HELPER)
        opened.press("2. ")
        opened.write("last_day", "1/1/2024")
        opened.said.clear()
        before = opened.words()
        assert [one.field for one in opened.form.read().problems] == ["employments"]
        assert opened.words() == before
        assert opened.said == []

    def test_an_open_row_counts_as_it_stands(self, open_form: OpenForm) -> None:
        opened = open_form(HELPER)
        changes: list[bool] = []
        opened.form.changed.connect(lambda: changes.append(True))
        opened.press("1. ")
        opened.write("agreed_minutes_per_week", "9")
        assert opened.form.read().values["employments"][0].agreed_minutes_per_week == 540
        assert changes
        opened.press(i18n._("Close the line"))
        assert opened.form.read().values["employments"] == HELPER.employments

    def test_a_time_alone_in_an_empty_field_is_today(self, open_form: OpenForm) -> None:
        opened = open_form(Shift)
        opened.write("planned_start", "7")
        assert opened.form.read().values["planned_start"] == dt.datetime.fromisoformat(
            "2026-03-16T07:00"
        )

    def test_an_end_without_a_start_is_on_its_own_day(self, open_form: OpenForm) -> None:
        opened = open_form(SHIFT)
        opened.write("worked_end", "i morgen 8.15")
        assert opened.form.read().values["worked_end"] == dt.datetime.fromisoformat(
            "2026-03-17T08:15"
        )

    def test_the_button_for_today(self, open_form: OpenForm) -> None:
        opened = open_form(replace(ABSENCE, first_day=dt.date(2026, 1, 1)))
        changes: list[bool] = []
        opened.form.changed.connect(lambda: changes.append(True))
        child(opened.form.widget, QPushButton, "first_day__today").click()
        assert opened.form.read().values["first_day"] == TODAY
        assert opened.said == [f"{i18n._('First day')}: 16. marts 2026"]
        assert changes == [True]

    def test_every_kind_of_change_is_told(self, open_form: OpenForm) -> None:
        opened = open_form(ACTIVITY)
        changes: list[bool] = []
        opened.form.changed.connect(lambda: changes.append(True))
        opened.write("activity", "B")
        child(opened.form.widget, QCheckBox, "weekdays__monday").click()
        combo = child(opened.form.widget, QComboBox, "place")
        QTest.keyClick(combo, Qt.Key.Key_Down)
        QTest.keyClicks(child(opened.form.widget, QPlainTextEdit, "own_part"), "x")
        assert len(changes) == 4


class TestChoices:
    def test_a_reference_must_be_chosen(self, open_form: OpenForm) -> None:
        opened = open_form(Absence)
        opened.write("first_day", "i dag")
        assert opened.form.finish() is None
        combo = child(opened.form.widget, QComboBox, "helper")
        assert combo.hasFocus()
        combo.setCurrentIndex(combo.findText("Bo Olsen"))
        made = opened.form.finish()
        assert isinstance(made, Absence)
        assert made.helper == "b"

    def test_a_reference_to_one_who_is_gone_is_kept(self, open_form: OpenForm) -> None:
        shift = replace(SHIFT, helper="gone")
        opened = open_form(shift)
        assert opened.form.finish(shift) == shift

    def test_nobody_may_be_chosen_where_that_is_allowed(self, open_form: OpenForm) -> None:
        opened = open_form(SHIFT)
        child(opened.form.widget, QComboBox, "helper").setCurrentIndex(0)
        made = opened.form.finish(SHIFT)
        assert isinstance(made, Shift)
        assert made.helper is None

    def test_the_wheel_leaves_a_choice_alone(self, open_form: OpenForm) -> None:
        opened = open_form(ABSENCE)
        combo = child(opened.form.widget, QComboBox, "kind")
        combo.setFocus()
        before = combo.currentIndex()
        middle = QPointF(combo.rect().center())
        turn = QWheelEvent(
            middle,
            combo.mapToGlobal(middle),
            QPoint(),
            QPoint(0, -120),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QCoreApplication.sendEvent(combo, turn)
        assert combo.currentIndex() == before


def test_a_key_is_said_in_words_and_kept_as_it_is(qtbot: QtBot) -> None:
    rule = OwnMunicipalValue(id="o", key="visit.place", value="Hjemme", reference="brev")
    widget = load("own_municipal_value")
    qtbot.addWidget(widget)
    known = Known(now=NOW, choices={"rule": (("visit.place", "Hvor besøget er"),)})
    form = Form(widget, OwnMunicipalValue, known, print)
    form.fill(rule)
    assert child(widget, QLabel, "key").text() == "Hvor besøget er"
    assert form.finish(rule) == rule
    form.fill()
    assert [one.field for one in form.read().problems] == ["key"]
