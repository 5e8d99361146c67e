"""What is said after an action: one short sentence, and how to take it back."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from bpa_desktop.i18n import speaking
from bpa_desktop.services import shift_news
from bpa_desktop.services.confirming import Confirmed
from tests.services.little_roster import TODAY, lay, open_little, shift

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bpa_desktop.services.session import Session


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    with open_little(tmp_path) as opened:
        yield opened


@pytest.mark.parametrize(
    ("days", "danish", "english"),
    [
        (-2, "den 14. marts", "on 14 March"),
        (-1, "i går", "yesterday"),
        (0, "i dag", "today"),
        (1, "i morgen", "tomorrow"),
        (2, "på onsdag", "on Wednesday"),
        (6, "på søndag", "on Sunday"),
        (7, "den 23. marts", "on 23 March"),
    ],
)
def test_near_days_have_names(days: int, danish: str, english: str) -> None:
    day = TODAY + dt.timedelta(days=days)
    assert shift_news.day_phrase(day, TODAY) == danish
    with speaking("en"):
        assert shift_news.day_phrase(day, TODAY) == english


def test_every_action_has_its_sentence(session: Session) -> None:
    one, nobody = (shift("03-16 07:00", "03-16 15:30", who) for who in ("dina", None))
    lay(session, one)
    undo = " Fortryd med Ctrl Z."
    wanted = {
        "added": "Ny vagt til Dina 07 til 15:30 i dag." + undo,
        "booked": "Dina er booket 07 til 15:30 i dag." + undo,
        "reported_sick": "Dina er meldt syg. Vagten 07 til 15:30 i dag er ubesat." + undo,
        "retimed": "Vagten er nu 07 til 15:30 i dag." + undo,
        "confirmed": "Vagten 07 til 15:30 i dag gik som planlagt." + undo,
        "cancelled": "Vagten 07 til 15:30 i dag er aflyst." + undo,
        "restored": "Vagten 07 til 15:30 i dag gennemføres alligevel." + undo,
        "deleted": "Vagten 07 til 15:30 i dag er slettet." + undo,
    }
    assert {news: getattr(shift_news, news)(session, one) for news in wanted} == wanted
    assert shift_news.added(session, nobody) == "Ny ubesat vagt 07 til 15:30 i dag." + undo
    assert shift_news.booked(session, nobody) == "Vagten 07 til 15:30 i dag er ubesat." + undo


def test_many_shifts_are_counted() -> None:
    assert shift_news.confirmed_many(Confirmed(1, 0)).startswith("1 vagt gik som planlagt. Fortryd")
    assert shift_news.confirmed_many(Confirmed(3, 2)) == (
        "3 vagter gik som planlagt. 2 vagter står tilbage, fordi hjælperne var fraværende. "
        "Fortryd med Ctrl Z."
    )
    left = "1 vagt står tilbage, fordi hjælperen var fraværende."
    assert shift_news.confirmed_many(Confirmed(0, 1)) == left
    assert shift_news.confirmed_many(Confirmed(0, 0)) == "Der er ikke noget at bekræfte."
