"""What stands in a form half-way can be put away and shown again; a form may be for reading."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QPlainTextEdit, QPushButton

from bpa_desktop import i18n
from bpa_desktop.domain.people import Helper
from bpa_desktop.views.editors import EntryMissing
from bpa_desktop.views.forms import child
from tests.views.forms_on_screen import (
    ABSENCE,
    ACTIVITY,
    GRANT,
    HELPER,
    RECORDS,
    SHIFT,
    opener,
    visible,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from bpa_desktop.domain.record import Record
    from tests.views.forms_on_screen import OpenForm


@pytest.fixture(name="open_form")
def _open_form(qtbot: QtBot) -> Iterator[OpenForm]:
    held: list[QWidget] = []
    yield opener(qtbot, held)
    held.clear()


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.type_name)
def test_an_untouched_draft_is_the_record(open_form: OpenForm, record: Record) -> None:
    draft = open_form(record).form.draft()
    again = open_form(type(record))
    again.form.resume(draft)
    assert again.form.finish(record) == record


def test_a_wrong_entry_stands_in_the_draft_as_it_was_written(open_form: OpenForm) -> None:
    opened = open_form(ABSENCE)
    opened.write("from_time", "halvsyv")
    again = open_form(ABSENCE)
    again.form.resume(opened.form.draft())
    assert again.line("from_time").text() == "halvsyv"
    assert [one.field for one in again.form.read().problems] == ["from_time"]


def test_ticks_choices_and_long_texts_stand_in_the_draft(open_form: OpenForm) -> None:
    opened = open_form(ACTIVITY)
    form = opened.form.widget
    child(form, QCheckBox, "weekdays__friday").click()
    child(form, QComboBox, "place").setCurrentIndex(2)
    child(form, QPlainTextEdit, "example").setPlainText("Midt i noget")
    again = open_form(ACTIVITY)
    again.form.resume(opened.form.draft())
    assert again.form.read() == opened.form.read()


def test_a_choice_that_is_still_missing_is_a_draft_too(open_form: OpenForm) -> None:
    opened = open_form(type(ABSENCE))
    again = open_form(ABSENCE)
    again.form.resume(opened.form.draft())
    with pytest.raises(EntryMissing):
        again.form.editor("helper").take()


def test_an_open_row_is_open_again(open_form: OpenForm) -> None:
    opened = open_form(HELPER)
    opened.press("2. ")
    opened.write("first_day", "engang")
    again = open_form(HELPER)
    again.form.resume(opened.form.draft())
    assert again.line("first_day").text() == "engang"
    again.write("first_day", "2/9/2025")
    again.press(i18n._("Done with the line"))
    made = again.form.finish(HELPER)
    assert isinstance(made, Helper)
    assert made.employments[1].first_day.isoformat() == "2025-09-02"


def test_a_new_row_is_open_again(open_form: OpenForm) -> None:
    opened = open_form(HELPER)
    opened.press("Tilføj linje – ansættelsesperioder")
    opened.write("first_day", "i morgen")
    opened.leave("first_day")
    again = open_form(HELPER)
    again.form.resume(opened.form.draft())
    assert again.line("first_day").text() == "17. marts 2026"
    again.press(i18n._("Close the line"))
    assert again.form.finish(HELPER) == HELPER


@pytest.mark.parametrize("record", [ABSENCE, GRANT, SHIFT, ACTIVITY], ids=lambda one: one.id)
def test_a_form_for_reading_changes_nothing(open_form: OpenForm, record: Record) -> None:
    opened = open_form(record)
    opened.form.set_read_only()
    form = opened.form.widget
    assert all(line.isReadOnly() for line in form.findChildren(QLineEdit))
    assert all(text.isReadOnly() for text in form.findChildren(QPlainTextEdit))
    chooses = [*form.findChildren(QComboBox), *form.findChildren(QCheckBox)]
    assert not any(one.isEnabled() for one in chooses)
    nudges = [one for one in form.findChildren(QPushButton) if "__" in one.objectName()]
    assert not any(one.isEnabled() for one in nudges)


def test_a_row_may_be_opened_for_reading(open_form: OpenForm) -> None:
    opened = open_form(HELPER)
    opened.form.set_read_only()
    opened.press("1. ")
    assert opened.line("first_day").isReadOnly()
    names = [one.text() for one in visible(opened) if one.isEnabled()]
    assert i18n._("Delete the line") not in names
    assert i18n._("Done with the line") not in names
    opened.press(i18n._("Close the line"))
    assert opened.form.finish(HELPER) == HELPER
