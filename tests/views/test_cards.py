"""Cards, rows, notices, headings, and the small signs on them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QAccessible, QColor
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit

from bpa_desktop.services.preferences import Preferences
from bpa_desktop.views import controls
from bpa_desktop.views.controls import (
    Button,
    Card,
    Choice,
    Field,
    HelperMark,
    HoursMeter,
    Notice,
    PageHeading,
    Pill,
    Row,
    Rows,
    Section,
    Text,
)
from bpa_desktop.views.marks import KeyCap
from bpa_desktop.views.theme import CONTRAST, DARK, HELPER_HUES, LIGHT, on_colour
from tests.views.fake import button_called, settle

if TYPE_CHECKING:
    from PySide6.QtGui import QImage
    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from bpa_desktop.views.appearance import Appearance

LOOK = Preferences(colours="light")


@pytest.fixture(autouse=True)
def _dressed(appearance: Appearance) -> None:
    """Every test here starts in the light look."""
    appearance.wear(LOOK)


def _shown(qtbot: QtBot, widget: QWidget, width: int = 400) -> QImage:
    qtbot.addWidget(widget)
    height = widget.heightForWidth(width) if widget.hasHeightForWidth() else 0
    widget.resize(width, max(height, widget.sizeHint().height()))
    widget.show()
    settle()
    return widget.grab().toImage()


def _has(image: QImage, colour: str) -> bool:
    wanted = QColor(colour)
    return any(
        image.pixelColor(x, y) == wanted
        for x in range(image.width())
        for y in range(image.height())
    )


def test_everything_a_page_needs_is_in_one_place() -> None:
    for name in controls.__all__:
        assert hasattr(controls, name)


def test_a_card_is_a_named_group_on_a_surface(qtbot: QtBot) -> None:
    card = Card("Skal gøres")
    card.add(Text("APV"))
    image = _shown(qtbot, card)
    assert card.accessibleName() == "Skal gøres"
    assert card.heading is not None
    assert card.heading.property("heading") == 2
    assert image.pixelColor(200, 6) == QColor(LIGHT.surface)
    assert image.pixelColor(200, 0) == QColor(LIGHT.hairline)
    plain = Card()
    _shown(qtbot, plain)
    assert plain.heading is None


def test_a_section_is_a_named_group(qtbot: QtBot) -> None:
    section = Section("Flyt vagten")
    section.add(Button("Flyt til Bo"))
    _shown(qtbot, section)
    assert section.accessibleName() == section.title == "Flyt vagten"
    (heading,) = [label for label in section.findChildren(QLabel) if label.property("heading")]
    assert heading.property("heading") == 2


def test_rows_are_divided_by_lines(qtbot: QtBot) -> None:
    rows = Rows("Det kommunen beder om")
    for name in ("Aktivitetsskema", "Fravær", "APV"):
        rows.add(Row([Text(name), Button(f"Se {name}")]))
    image = _shown(qtbot, rows)
    for row in rows.rows:
        assert image.pixelColor(200, row.y()) == QColor(LIGHT.hairline)
    untitled = Rows()
    untitled.add(Row([Text("En")]))
    untitled.add(Row([Text("To")]))
    image = _shown(qtbot, untitled)
    assert image.pixelColor(200, untitled.rows[1].y()) == QColor(LIGHT.hairline)
    assert untitled.rows[0].y() == 0


@pytest.mark.parametrize("mood", ["info", "ok", "warn", "danger"])
def test_a_notice_has_words_an_icon_and_a_tint(qtbot: QtBot, mood: str) -> None:
    notice = Notice("Kun 8 timers pause.", mood)  # type: ignore[arg-type]
    image = _shown(qtbot, notice)
    assert notice.text == "Kun 8 timers pause."
    assert image.pixelColor(200, 4) == QColor(getattr(LIGHT, f"{mood}_tint"))
    icon = image.copy(0, 0, 48, image.height())
    assert _has(icon, getattr(LIGHT, mood))


def test_a_notice_makes_room_for_a_larger_icon(appearance: Appearance, qtbot: QtBot) -> None:
    notice = Notice("Kun 8 timers pause.", "warn")
    _shown(qtbot, notice)
    before = notice.findChildren(Text)[0].x()
    appearance.wear(LOOK._replace(text_percent=200))
    settle()
    assert notice.findChildren(Text)[0].x() > before


def test_without_tints_a_notice_and_a_pill_have_an_edge(
    appearance: Appearance, qtbot: QtBot
) -> None:
    appearance.wear(LOOK._replace(colours="contrast"))
    image = _shown(qtbot, Notice("Kun 8 timers pause.", "warn"))
    assert image.pixelColor(200, 0) == QColor(CONTRAST.warn)
    pill = Pill("Ubesat", "warn")
    image = _shown(qtbot, pill, pill.sizeHint().width())
    assert image.pixelColor(image.width() // 2, 0) == QColor(CONTRAST.warn)


def test_a_heading_says_title_and_sentence_and_holds_actions(qtbot: QtBot) -> None:
    heading = PageHeading("Timer 2026", "Du er 18 timer under.")
    heading.add(Button("Gem PDF", "primary"))
    _shown(qtbot, heading, 900)
    assert (heading.title, heading.sentence) == ("Timer 2026", "Du er 18 timer under.")
    assert button_called(heading, "Gem PDF").geometry().right() == 899
    heading.say("Timer 2025", "")
    assert heading.title == "Timer 2025"
    assert [label.text() for label in heading.findChildren(Text) if label.isVisible()] == [
        "Timer 2025"
    ]


@pytest.mark.parametrize(("scheme", "colours"), [("light", LIGHT), ("dark", DARK)])
def test_a_pill_has_a_word_an_icon_and_a_tint(
    appearance: Appearance, qtbot: QtBot, scheme: str, colours: object
) -> None:
    appearance.wear(LOOK._replace(colours=scheme))
    pill = Pill("Ubesat", "warn")
    image = _shown(qtbot, pill, pill.sizeHint().width())
    assert image.pixelColor(image.width() // 2, 2) == QColor(colours.warn_tint)  # type: ignore[attr-defined]
    left = image.copy(4, 0, 22, image.height())
    assert _has(left, colours.warn)  # type: ignore[attr-defined]
    name = QAccessible.queryAccessibleInterface(pill).text(QAccessible.Text.Name)
    assert name == "Ubesat"
    assert pill.minimumSizeHint() == pill.sizeHint()


def test_a_key_cap_has_an_edge(qtbot: QtBot) -> None:
    cap = KeyCap("Ctrl K")
    image = _shown(qtbot, cap, cap.sizeHint().width())
    assert image.pixelColor(image.width() // 2, 0) == QColor(LIGHT.hairline)


def test_helpers_are_told_apart_by_letters_colour_and_stripes(
    appearance: Appearance, qtbot: QtBot
) -> None:
    first, seventh = HelperMark("AN", 0), HelperMark("GR", 6)
    pictures = [_shown(qtbot, mark, mark.sizeHint().width()) for mark in (first, seventh)]
    assert first.hue == seventh.hue == HELPER_HUES[0]
    assert (first.is_striped, seventh.is_striped) == (False, True)
    side = pictures[0].height()
    assert pictures[0].pixelColor(5, 5) == QColor(first.hue)
    assert pictures[0].pixelColor(side // 2, 0) == QColor(LIGHT.text)
    top = [pictures[1].pixelColor(x, 4) for x in range(6, side - 6)]
    assert QColor(on_colour(seventh.hue)) in top
    assert first.minimumSizeHint() == first.sizeHint()
    appearance.wear(LOOK._replace(text_percent=200))
    settle()
    assert first.sizeHint().height() > side * 1.7


def test_a_meter_says_its_hours_in_words(qtbot: QtBot) -> None:
    meter = HoursMeter("Timer i 2026", "1.782 af 1.800 timer, 18 under")
    meter.show_hours(1782 * 60, 1800 * 60)
    _shown(qtbot, meter)
    interface = QAccessible.queryAccessibleInterface(meter)
    values = interface.valueInterface()
    assert (values.currentValue(), values.maximumValue()) == (106920, 108000)
    name = interface.text(QAccessible.Text.Name)
    assert name == "Timer i 2026: 1.782 af 1.800 timer, 18 under"
    assert meter.text() == "1.782 af 1.800 timer, 18 under"
    assert meter.minimumSizeHint().width() >= 44


def test_more_than_granted_keeps_the_grant_as_a_line(qtbot: QtBot) -> None:
    meter = HoursMeter("Timer", "120 af 100 timer, 20 over")
    meter.show_hours(120 * 60, 100 * 60)
    image = _shown(qtbot, meter, 240)
    assert meter.maximum() == 7200
    assert image.pixelColor(200, image.height() // 2) == QColor(LIGHT.on_accent)
    assert image.pixelColor(230, image.height() // 2) == QColor(LIGHT.accent)
    meter.show_hours(0, 0)
    assert meter.maximum() == 1


def test_a_choice_tells_what_is_chosen_and_calls_once(qtbot: QtBot) -> None:
    chosen: list[int] = []
    choice = Choice("Visning", [(1, "Uge"), (2, "2 uger"), (4, "Måned")], 1, chosen.append)
    _shown(qtbot, choice, 600)
    assert choice.accessibleName() == "Visning"
    assert button_called(choice, "Uge").accessibleName() == "Uge, valgt"
    button_called(choice, "Måned").click()
    button_called(choice, "Måned").click()
    assert chosen == [4]
    assert choice.value == 4
    assert button_called(choice, "Uge").accessibleName() == "Uge"
    choice.set_value(2)
    assert button_called(choice, "2 uger").accessibleName() == "2 uger, valgt"
    assert chosen == [4]
    choice.set_value(99)
    assert [button.face.kind for button in choice.findChildren(Button)] == ["plain"] * 3


def test_a_choice_can_have_its_label_beside(qtbot: QtBot) -> None:
    choice = Choice("Navne", [(1, "Initialer"), (2, "Fulde navne")], 1, print, beside=True)
    _shown(qtbot, choice, 700)
    (label,) = choice.findChildren(Text)
    row = label.parentWidget()
    assert row is button_called(choice, "Initialer").parentWidget()


def test_a_field_is_labelled_explained_and_says_what_is_wrong(qtbot: QtBot) -> None:
    edit = QLineEdit()
    field = Field("Telefon", edit, "Otte cifre.")
    _shown(qtbot, field)
    label, below = field.findChildren(Text)
    assert label.buddy() is edit
    assert edit.accessibleName() == "Telefon"
    assert (below.text(), edit.accessibleDescription()) == ("Otte cifre.", "Otte cifre.")
    field.set_problem("Der mangler et ciffer.")
    assert (below.text(), below.isVisible()) == ("Der mangler et ciffer.", True)
    assert edit.accessibleDescription() == "Der mangler et ciffer."
    field.set_problem("")
    assert below.text() == "Otte cifre."
    other = Field("Noter", QPlainTextEdit())
    _shown(qtbot, other)
    assert not other.findChildren(Text)[1].isVisible()
