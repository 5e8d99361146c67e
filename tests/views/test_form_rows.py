"""The rows of a list inside a form are changed in place."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QLineEdit

from bpa_desktop import i18n
from bpa_desktop.domain.people import Employment, Helper
from bpa_desktop.views.reach import controls_in
from bpa_desktop.views.rows_editor import OpenRow, RowsEditor
from bpa_desktop.views.translator import Translation
from tests.views.audit.tab_order import is_stop
from tests.views.audit.tree import name_of
from tests.views.forms_on_screen import GRANT, HELPER, TODAY, opener, tab_order, visible

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from tests.views.forms_on_screen import Opened, OpenForm


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


class TestRows:
    def test_a_row_is_a_sentence(self, open_form: OpenForm) -> None:
        opened = open_form(HELPER)
        opened.button("1. 1. januar 2025")
        assert "30,5" in name_of(opened.button("2. "))
        grant = open_form(GRANT)
        assert "168" in name_of(grant.button("1. "))
        assert "07–15:30" in name_of(grant.button("2. "))

    def test_a_row_is_changed_in_place(self, open_form: OpenForm) -> None:
        opened = open_form(HELPER)
        opened.press("2. ")
        opened.write("agreed_minutes_per_week", "32")
        assert [one[:9] for one in opened.said] == ["Åben: 2. "]
        opened.press(i18n._("Done with the line"))
        assert len(opened.said) == 2
        made = opened.form.finish(HELPER)
        assert isinstance(made, Helper)
        assert made.employments[0] == HELPER.employments[0]
        assert made.employments[1].agreed_minutes_per_week == 32 * 60
        opened.button("2. ").hasFocus()

    def test_a_row_is_added(self, open_form: OpenForm) -> None:
        opened = open_form(replace(HELPER, employments=()))
        opened.press("Tilføj linje – ansættelsesperioder")
        assert opened.line("first_day").hasFocus()
        opened.write("first_day", "i dag")
        opened.press(i18n._("Done with the line"))
        made = opened.form.finish(HELPER)
        assert isinstance(made, Helper)
        assert made.employments == (Employment(first_day=TODAY),)

    def test_a_row_is_deleted(self, open_form: OpenForm) -> None:
        opened = open_form(HELPER)
        opened.press("1. ")
        opened.press(i18n._("Delete the line"))
        made = opened.form.finish(HELPER)
        assert isinstance(made, Helper)
        assert made.employments == HELPER.employments[1:]
        assert len(opened.said) == 2

    def test_a_closed_row_stays_as_it_was(self, open_form: OpenForm) -> None:
        opened = open_form(HELPER)
        opened.press("1. ")
        opened.write("first_day", "1/2/2025")
        opened.press(i18n._("Close the line"))
        assert opened.form.finish(HELPER) == HELPER

    def test_a_new_row_that_is_closed_leaves_nothing(self, open_form: OpenForm) -> None:
        opened = open_form(HELPER)
        opened.press("Tilføj linje – ansættelsesperioder")
        assert not any(i18n._("Delete the line") in name_of(one) for one in visible(opened))
        opened.press(i18n._("Close the line"))
        assert opened.form.finish(HELPER) == HELPER

    def test_a_wrong_row_stays_open_and_says_why(self, open_form: OpenForm) -> None:
        opened = open_form(HELPER)
        opened.press("1. ")
        opened.write("first_day", "i morgen")
        opened.said.clear()
        opened.press(i18n._("Done with the line"))
        assert opened.said == [
            f"{i18n._('Last day')}: {i18n._('The last day is before the first day.')}"
        ]
        assert opened.line("last_day").hasFocus()

    def test_the_end_takes_an_open_row_along(self, open_form: OpenForm) -> None:
        opened = open_form(HELPER)
        opened.press("2. ")
        opened.write("first_day", "2/9/2025")
        made = opened.form.finish(HELPER)
        assert isinstance(made, Helper)
        assert made.employments[1].first_day == dt.date(2025, 9, 2)

    def test_the_end_stops_at_an_open_row_that_is_wrong(self, open_form: OpenForm) -> None:
        opened = open_form(HELPER)
        opened.press("2. ")
        opened.write("first_day", "engang")
        opened.said.clear()
        assert opened.form.finish(HELPER) is None
        assert opened.line("first_day").hasFocus()
        assert opened.said == [
            f"{i18n._('Employment periods')}: {i18n._('Finish the open line first, or close it.')}"
        ]

    def test_another_row_opens_only_when_the_first_can_be_kept(self, open_form: OpenForm) -> None:
        opened = open_form(HELPER)
        opened.press("1. ")
        opened.write("first_day", "engang")
        opened.press("2. ")
        assert opened.line("first_day").text() == "engang"
        opened.write("first_day", "2/1/2025")
        opened.press("2. ")
        assert opened.line("first_day").text() == "1. september 2025"
        opened.button("1. 2. januar 2025")

    def test_a_problem_inside_a_row_opens_it(self, open_form: OpenForm) -> None:
        opened = open_form(GRANT)
        wrong = replace(GRANT, lines=(GRANT.lines[0], replace(GRANT.lines[1], helpers=0)))
        opened.form.fill(wrong)
        assert opened.form.finish(wrong) is None
        assert opened.line("helpers").text() == "0"
        assert opened.line("helpers").hasFocus()
        assert opened.said == [
            f"{i18n._('Helpers at the same time')}: {i18n._('At least one helper is needed.')}"
        ]

    def test_a_problem_of_the_rows_together(self, open_form: OpenForm) -> None:
        opened = open_form(HELPER)
        both = (Employment(first_day=TODAY), Employment(first_day=TODAY))
        opened.form.fill(replace(HELPER, employments=both))
        assert opened.form.finish(HELPER) is None
        assert i18n._("Two employment periods lie over each other.") in opened.words()
        opened.button("1. ").hasFocus()

    def test_tab_and_reading_order_agree_around_an_open_row(self, open_form: OpenForm) -> None:
        opened = open_form(HELPER)
        opened.press("1. ")
        order = tab_order(opened.form.widget)
        places = [one.mapTo(opened.form.widget, QPoint()).y() for one in order]
        assert places == sorted(places)
        stops = [one for one in controls_in(opened.form.widget) if is_stop(one)]
        assert order == stops

    def test_an_open_row_follows_the_language(
        self, open_form: OpenForm, speak: Callable[[str], object]
    ) -> None:
        speak("en")
        opened = open_form(HELPER)
        opened.press("1. ")
        opened.button("Done with the line")
        opened.button("2. From 1 September 2025")
        speak("da")
        QApplication.processEvents()
        opened.button("Færdig med linjen")
        opened.button("2. Fra 1. september 2025")


def test_a_closed_list_takes_its_rows(open_form: OpenForm) -> None:
    opened = open_form(HELPER)
    editor = opened.form.editor("employments")
    assert isinstance(editor, RowsEditor)
    editor.done()
    editor.delete()
    editor.close()
    assert not editor.is_open
    assert editor.take() == HELPER.employments
    assert not opened.form.widget.findChildren(OpenRow)


def first_name(opened: Opened) -> QWidget:
    found = opened.form.widget.findChild(QLineEdit, "first_name")
    assert found is not None
    return found


class TestTheListAlone:
    """While a row is open, nothing else of the form is in the way."""

    def test_the_rest_is_gone_until_the_row_is_put_away(self, open_form: OpenForm) -> None:
        opened = open_form(HELPER)
        before = [name_of(one) for one in visible(opened)]
        opened.press("2. ")
        assert not first_name(opened).isVisible()
        assert not any("Tilføj linje – muligheder" in name_of(one) for one in visible(opened))
        opened.button("1. ")
        opened.press(i18n._("Close the line"))
        assert [name_of(one) for one in visible(opened)] == before

    def test_a_problem_elsewhere_puts_the_row_away_and_is_gone_to(
        self, open_form: OpenForm
    ) -> None:
        opened = open_form(HELPER)
        opened.line("first_name").clear()
        opened.press("2. ")
        opened.write("first_day", "2/9/2025")
        assert opened.form.finish(HELPER) is None
        assert opened.line("first_name").hasFocus()
        assert opened.line("first_name").isVisible()
        opened.write("first_name", "Anna")
        made = opened.form.finish(HELPER)
        assert isinstance(made, Helper)
        assert made.employments[1].first_day == dt.date(2025, 9, 2)

    def test_a_problem_in_the_open_row_comes_before_what_is_hidden(
        self, open_form: OpenForm
    ) -> None:
        opened = open_form(HELPER)
        opened.line("first_name").clear()
        opened.press("2. ")
        opened.line("first_day").clear()
        assert opened.form.finish(HELPER) is None
        assert opened.line("first_day").hasFocus()
        assert not first_name(opened).isVisible()

    def test_a_switch_of_language_shows_nothing_of_it(
        self, open_form: OpenForm, speak: Callable[[str], object]
    ) -> None:
        opened = open_form(HELPER)
        opened.press("2. ")
        before = len(visible(opened))
        speak("en")
        QApplication.processEvents()
        assert len(visible(opened)) == before
