"""The place Documents leads to the package, to each paper, and to what they are made from."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest

from bpa_desktop.errors import BpaError
from bpa_desktop.i18n import _
from bpa_desktop.views import showing
from tests.views.little import ENGLISH

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from bpa_desktop.documents.model import Bundle
    from bpa_desktop.services.paper_view import PaperView
    from tests.views.little import Seat

    Sit = Callable[..., Seat]

PAPERS = {
    "Se skema": "Aktivitetsskema",
    "Se fravær": "Fraværsoversigt",
    "Se vagtplan": "Vagtplan",
    "Se timeregnskab": "Timeregnskab",
    "Se overblik": "Overblik",
}


@pytest.mark.parametrize("label", PAPERS)
def test_each_paper_is_shown_with_one_sentence_when_it_is_ready(me: Seat, label: str) -> None:
    me.go("documents")
    with me.person.journey(most=1):
        me.person.press(label)
    assert me.window.frame.current == "preview"
    assert me.person.heard[0].startswith(PAPERS[label])
    assert "side" in me.person.heard[0]
    assert me.status == "Siderne er klar."
    me.press("Tilbage")
    assert me.window.frame.current == "documents"


@pytest.mark.parametrize(
    ("label", "place"),
    [
        ("Lav pakke til kommunen", "package"),
        ("Åbn afgørelserne", "case"),
        ("Åbn brevene", "letters"),
        ("Åbn fristerne", "deadlines"),
        ("Åbn min ordning", "scheme"),
        ("Åbn bevillinger", "grants"),
        ("Åbn aktiviteter", "activities"),
        ("Åbn historik", "history"),
    ],
)
def test_every_button_leads_somewhere(me: Seat, label: str, place: str) -> None:
    me.go("documents")
    me.press(label)
    assert me.window.frame.current == place


def test_the_same_in_english(sit: Sit) -> None:
    me = sit(ENGLISH)
    me.go("documents")
    assert {"See the activities", "See the hours account", "Open my scheme"} <= set(me.labels())
    assert "Here you make what the municipality asks for." in me.words()


def test_whoever_goes_on_is_not_called_back(me: Seat, monkeypatch: pytest.MonkeyPatch) -> None:
    gate, real = threading.Event(), showing.view

    def slowly(bundle: Bundle) -> PaperView:
        assert gate.wait(10)
        return real(bundle)

    monkeypatch.setattr(showing, "view", slowly)
    me.go("documents")
    assert me.press("Se overblik") == ""
    assert me.status == "Siderne bliver lavet."
    me.go("helpers")
    gate.set()
    me.work()
    assert me.window.frame.current == "helpers"
    assert me.window.desk.paper is None


def test_a_paper_that_cannot_be_made_says_why(me: Seat, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_bundle: Bundle) -> PaperView:
        raise BpaError

    monkeypatch.setattr(showing, "view", refuse)
    me.go("documents")
    me.press("Se overblik")
    me.work()
    assert me.log[-1] == _("That could not be done.")
    assert me.window.frame.current == "documents"


def test_a_fault_of_the_program_is_not_hidden(
    me: Seat, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    def fail(_bundle: Bundle) -> PaperView:
        raise ZeroDivisionError

    monkeypatch.setattr(showing, "view", fail)
    me.go("documents")
    with qtbot.captureExceptions() as caught:
        me.press("Se overblik")
        me.work()
    assert [kind for kind, _value, _trace in caught] == [ZeroDivisionError]
