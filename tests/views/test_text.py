"""Words on the screen: they wrap, grow with the text size, and follow the colours."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QColor
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget

from bpa_desktop.services.preferences import TEXT_STEPS, Preferences
from bpa_desktop.views import fonts
from bpa_desktop.views.hyphens import soft
from bpa_desktop.views.text import MEASURE, Look, Text
from bpa_desktop.views.theme import DARK, LIGHT
from tests.views.fake import settle

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from bpa_desktop.views.appearance import Appearance

LOOK = Preferences(colours="light")
SENTENCE = (
    "Der er et hul i vagtplanen på torsdag fra 14 til 22. Vælg en vikar, og fortryd bagefter."
)


@pytest.fixture(autouse=True)
def _dressed(appearance: Appearance) -> None:
    """Every test here starts in the light look."""
    appearance.wear(LOOK)


@pytest.mark.parametrize("look", get_args(Look))
def test_every_look_grows_with_the_text_size(
    appearance: Appearance, qtbot: QtBot, look: Look
) -> None:
    text = Text("Mandag", look)
    qtbot.addWidget(text)
    small = text.font().pointSizeF()
    assert small >= 11
    for percent in TEXT_STEPS:
        appearance.wear(LOOK._replace(text_percent=percent))
        assert text.font().pointSizeF() == pytest.approx(small * percent / 100)
        assert text.font().pixelSize() == -1


def test_numbers_stand_in_columns(qtbot: QtBot) -> None:
    text = Text("x")
    qtbot.addWidget(text)
    metrics = text.fontMetrics()
    assert metrics.horizontalAdvance("111") == metrics.horizontalAdvance("000")


def test_a_line_is_never_longer_than_the_measure(qtbot: QtBot) -> None:
    text = Text(SENTENCE * 3)
    qtbot.addWidget(text)
    letter = text.fontMetrics().horizontalAdvance("n")
    assert text.sizeHint().width() == letter * MEASURE
    assert text.heightForWidth(5000) == text.heightForWidth(letter * MEASURE)
    text.resize(1600, text.heightForWidth(1600))
    image = text.grab().toImage()
    ground = image.pixelColor(1599, 0)
    right = [
        x
        for x in range(letter * MEASURE + 2, 1600)
        for y in range(image.height())
        if image.pixelColor(x, y) != ground
    ]
    assert not right


def test_a_short_text_asks_for_one_line(qtbot: QtBot) -> None:
    text = Text("Ingen møder endnu.")
    qtbot.addWidget(text)
    assert text.sizeHint().height() < 2 * text.fontMetrics().height()
    assert text.heightForWidth(60) > text.sizeHint().height()


@pytest.mark.parametrize("tone", ["danger", "warn", "ok", "info", "muted", "accent", "text"])
def test_the_colour_says_what_it_means_in_light_and_dark(
    appearance: Appearance, qtbot: QtBot, tone: str
) -> None:
    text = Text("Mangler", tone=tone)  # type: ignore[arg-type]
    qtbot.addWidget(text)
    text.show()
    for scheme, colours in (("light", LIGHT), ("dark", DARK), ("light", LIGHT)):
        appearance.wear(LOOK._replace(colours=scheme))
        settle()
        ink = text.palette().color(text.foregroundRole())
        assert ink == QColor(getattr(colours, tone))


def test_the_tone_can_change_and_change_back(qtbot: QtBot) -> None:
    text = Text("Klar", tone="warn")
    qtbot.addWidget(text)
    text.set_tone("muted")
    assert text.palette().color(text.foregroundRole()) == QColor(LIGHT.muted)
    text.set_tone("text")
    assert text.palette().color(text.foregroundRole()) == QColor(LIGHT.text)


def test_markup_is_shown_and_not_obeyed(qtbot: QtBot) -> None:
    text = Text("<b>Anna</b> & Bo")
    qtbot.addWidget(text)
    assert text.textFormat() == Qt.TextFormat.PlainText
    name = QAccessible.queryAccessibleInterface(text).text(QAccessible.Text.Name)
    assert name == "<b>Anna</b> & Bo"


def test_only_the_title_is_the_heading_of_the_page(qtbot: QtBot) -> None:
    levels = {}
    for look in get_args(Look):
        text = Text("x", look)
        qtbot.addWidget(text)
        levels[look] = text.property("heading")
    assert levels.pop("title") == 1
    assert levels.pop("section") == 2
    assert set(levels.values()) == {None}


def test_a_column_does_not_centre_its_text(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    text = Text("Kort")
    column.addWidget(text)
    window.resize(2000, 100)
    window.show()
    settle()
    assert text.x() == column.contentsMargins().left()


@pytest.mark.parametrize(
    ("word", "shown"),
    [
        ("arbejdspladsvurdering", "arbejds-plads-vurdering"),
        ("Personalemødereferater", "Personale-møde-referater"),
        ("Arbejdsmiljø", "Arbejds-miljø"),
        ("Revisitationspakken", "Revisitations-pakken"),
        ("vagt", "vagt"),
        ("Vagtplan i dag", "Vagtplan i dag"),
        ("sidste fraværsoversigt, 2026", "sidste fraværs-oversigt, 2026"),
        ("", ""),
    ],
)
def test_long_danish_words_may_break_where_their_parts_meet(word: str, shown: str) -> None:
    assert soft(word).replace("\N{SOFT HYPHEN}", "-") == shown
    assert soft(word).replace("\N{SOFT HYPHEN}", "") == word


def test_a_word_that_may_break_is_said_whole(qtbot: QtBot) -> None:
    text = Text("Personalemødereferater")
    qtbot.addWidget(text)
    whole = text.fontMetrics().horizontalAdvance("Personalemødereferater")
    assert text.minimumSizeHint().width() < whole
    assert text.text() == "Personalemødereferater"
    name = QAccessible.queryAccessibleInterface(text).text(QAccessible.Text.Name)
    assert name == "Personalemødereferater"
    text.setText("MUS")
    assert text.accessibleName() == ""


def test_the_letters_are_ours_or_the_systems() -> None:
    assert QApplication.font().family() == fonts.register()
    system = fonts.app_font(200, "")
    assert system.pointSizeF() >= 22
    assert system.family() != "Inter"


def test_without_font_files_the_system_font_is_used(tmp_path: Path) -> None:
    assert fonts.register(tmp_path) == ""


@pytest.mark.parametrize("change", ["words", "letters", "margins", "one line"])
def test_the_height_follows_everything_it_hangs_on(
    appearance: Appearance, qtbot: QtBot, change: str
) -> None:
    text = Text(SENTENCE)
    qtbot.addWidget(text)
    before = text.heightForWidth(120)
    assert before == text.heightForWidth(120) == QLabel.heightForWidth(text, 120)
    if change == "words":
        text.setText("Mandag")
    elif change == "letters":
        appearance.wear(LOOK._replace(text_percent=200))
    elif change == "margins":
        text.setContentsMargins(20, 30, 20, 30)
    else:
        text.setWordWrap(False)
    assert text.heightForWidth(120) == QLabel.heightForWidth(text, 120) != before
