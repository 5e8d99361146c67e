"""Ctrl+K: loose words in either language find what can be done."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from bpa_desktop.i18n import LANGUAGES, N_
from bpa_desktop.views.actions import Action, find, split_synonyms, spoken_keys
from bpa_desktop.views.button import Button
from bpa_desktop.views.matching import fold, score
from tests.views.fake import button_called, press_key, settle

if TYPE_CHECKING:
    from bpa_desktop.views.desk import Desk
    from bpa_desktop.views.frame import Frame

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Kopiér Uge", "kopier uge"),
        ("ÅBEN", "aaben"),
        ("aaben", "aaben"),
        ("Møde", "moede"),
        ("FRAVÆR", "fravaer"),
        ("café", "cafe"),
    ],
)
def test_accents_and_case_do_not_matter(text: str, folded: str) -> None:
    assert fold(text) == folded


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("uge kopier", "Kopiér forrige uge"),
        ("kopi", "Kopiér forrige uge"),
        ("gå til vagtplanen", "Vagtplan"),
        ("vagter", "Ny vagt"),
        ("inds", "Indstillinger"),
        ("indstilinger", "Indstillinger"),
        ("hjaelper", "Hjælpere"),
        ("større", "Større tekst"),
        ("plan", "Vagtplan"),
    ],
)
def test_loose_words_fit(query: str, text: str) -> None:
    assert score(query, [text]) > 0.35


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("banan", "Vagtplan"),
        ("zz", "Hjælp"),
        ("", "Hjælp"),
        ("anna", ""),
        ("sjov banan vagt", "Ny vagt"),
    ],
)
def test_other_words_do_not(query: str, text: str) -> None:
    assert score(query, [text]) == 0


def test_the_very_words_come_before_a_likeness() -> None:
    assert score("hjælp", ["Hjælp"]) > score("hjælp", ["Hjælpere"]) > 0
    assert score("hjælp", ["Hjælp"]) > score("hjælp", ["Vejledning", "hjælp"])
    assert score("the", ["the"]) > 0


def _action(key: str, title: str, synonyms: str = "one, two") -> Action:
    return Action(key=key, title=title, synonyms=synonyms, run=lambda: key)


def test_the_best_comes_first_and_order_breaks_ties() -> None:
    actions = [_action("a", "Blue xyz"), _action("b", "Red xyzzy"), _action("c", "Grey xyz")]
    found = [offer.text for offer in find("xyz", actions, 7)]
    assert found == ["Blue xyz", "Grey xyz", "Red xyzzy"]
    assert [offer.text for offer in find("", actions, 2)] == ["Blue xyz", "Red xyzzy"]
    assert find("quite other", actions, 7) == []


def test_both_languages_find_the_same(frame: Frame, desk: Desk) -> None:
    del frame
    for query in ("settings", "indstillinger", "valg", "preferences"):
        assert find(query, desk.actions, 3)[0].text == "Gå til Indstillinger", query


def test_every_action_has_two_synonyms_in_both_languages(frame: Frame, desk: Desk) -> None:
    del frame
    for action in desk.actions:
        for language in LANGUAGES:
            words = action.words(language)
            assert len(words) >= 3, (action.key, language)
            assert len({fold(word) for word in words}) == len(words), (action.key, language)
    keys = [action.key for action in desk.actions]
    assert len(keys) == len(set(keys))


def test_small_words_about_texts() -> None:
    assert split_synonyms("a, b ,, c") == ["a", "b", "c"]
    assert spoken_keys("Ctrl+K") == "Ctrl K"
    assert spoken_keys("Ctrl++") == "Ctrl +"
    assert spoken_keys("Ctrl+-") == "Ctrl -"
    assert N_("x") == "x"


def _lines(frame: Frame) -> list[str]:
    close = "Luk søgning"
    buttons = frame.overlays.box.findChildren(Button)
    return [button.label for button in buttons if button.isVisible() and button.label != close]


def test_the_box_opens_empty_with_the_focus_in_it(frame: Frame, desk: Desk) -> None:
    press_key(Key.Key_K, CTRL)
    box = frame.overlays.box
    assert box.isVisible()
    assert QApplication.focusWidget() is box.field
    assert box.field.accessibleName() == "Hvad vil du?"
    assert not frame.pages.isVisible()
    assert frame.navigation.isVisible()
    assert len(_lines(frame)) == 7
    press_key(Key.Key_Escape)
    assert not box.isVisible()
    assert QApplication.focusWidget() is frame.navigation.button("today")
    desk.announcer.log.clear()


def test_writing_and_enter_do_it_and_say_what_fits(frame: Frame, desk: Desk) -> None:
    button_called(frame.top_bar, "Søg eller gør").click()
    box = frame.overlays.box
    desk.announcer.log.clear()
    box.field.setText("papirer")
    assert _lines(frame)[0] == "Gå til Papirer"
    assert list(desk.announcer.log) == ["Gå til Papirer. 1 forslag."]
    QTest.keyClick(box.field, Key.Key_Return)
    settle()
    assert frame.current == "papers"
    assert not box.isVisible()


def test_a_place_offers_what_fits_the_words(frame: Frame, desk: Desk) -> None:
    frame.overlays.open_box()
    box = frame.overlays.box
    box.field.setText("syg anna")
    assert _lines(frame)[0] == "Meld syg – Anna"
    button_called(box, "Meld syg – Anna").click()
    assert desk.last_said == "Anna er meldt syg."


def test_arrows_lead_to_the_lines(frame: Frame) -> None:
    frame.overlays.open_box()
    box = frame.overlays.box
    first, second = box.offers[0].text, box.offers[1].text
    press_key(Key.Key_Down)
    assert QApplication.focusWidget().label == first  # type: ignore[union-attr]
    press_key(Key.Key_Down)
    assert QApplication.focusWidget().label == second  # type: ignore[union-attr]
    press_key(Key.Key_Return)
    assert frame.current == "roster"


def test_nothing_that_fits_is_said(frame: Frame, desk: Desk) -> None:
    frame.overlays.open_box()
    box = frame.overlays.box
    box.field.setText("qqqqq")
    assert _lines(frame) == []
    assert desk.announcer.log[-1] == "Intet passer. Prøv et andet ord."
    QTest.keyClick(box.field, Key.Key_Return)
    press_key(Key.Key_Down)
    assert box.isVisible()
    button_called(box, "Luk søgning").click()
    assert not box.isVisible()
    box.close_box()


def test_numbers_can_be_used_on_the_lines(frame: Frame) -> None:
    frame.overlays.open_box()
    box = frame.overlays.box
    press_key(Key.Key_F8)
    assert box.isVisible()
    numbered = frame.overlays.numbers.layer.numbered
    line = button_called(box, "Gå til Papirer")
    frame.overlays.numbers.press(numbered.index(line) + 1)
    settle()
    assert frame.current == "papers"
    press_key(Key.Key_Escape)
    assert not frame.overlays.has_numbers


def test_the_box_gives_way_to_a_place_a_panel_a_menu_and_a_language(
    frame: Frame, desk: Desk
) -> None:
    frame.overlays.open_box()
    button_called(frame.navigation, "Planen").click()
    assert not frame.overlays.has_box
    assert frame.pages.isVisible()
    frame.overlays.open_box()
    desk.show_panel(Button("Flyt til Bo"), "Dina")
    assert not frame.overlays.has_box
    assert frame.panel.isVisible()
    frame.overlays.open_box()
    assert not frame.panel.isVisible()
    press_key(Key.Key_Escape)
    assert frame.panel.isVisible()
    frame.resize(800, 600)
    settle()
    frame.overlays.open_box()
    frame.toggle_menu()
    assert not frame.overlays.has_box
    assert frame.navigation.isVisible()
    frame.overlays.open_box()
    assert not frame.navigation.isVisible()
    desk.change_preferences(language="en")
    settle()
    assert not frame.overlays.has_box
    frame.overlays.open_box()
    assert button_called(frame.overlays.box, "Close search")
    assert frame.overlays.box.field.accessibleName() == "What do you want to do?"
    frame.overlays.close_box()
    frame.overlays.close_box()
    assert not frame.overlays.has_box


def test_the_lines_can_be_scrolled_to_in_a_low_window(frame: Frame, desk: Desk) -> None:
    desk.change_preferences(text_percent=200, size="gaze")
    frame.resize(960, 400)
    settle()
    frame.overlays.open_box()
    settle()
    box = frame.overlays.box
    last = button_called(box, box.offers[-1].text)
    assert last.height() >= 72
    for _ in box.offers:
        press_key(Key.Key_Down)
    assert last.visibleRegion().boundingRect().height() == last.height()
