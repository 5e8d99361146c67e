"""What is said after an action: one short sentence, and how to take it back."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from bpa_desktop.i18n import speaking
from bpa_desktop.services import shift_edits, shift_news
from bpa_desktop.services.confirming import Confirmed
from bpa_desktop.services.week import shift_findings
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


EVENING = shift("03-18 15:00", "03-18 23:00", "bo")
MORNING = shift("03-19 07:00", "03-19 15:00", "bo")


def test_a_copy_tells_who_comes_or_why_nobody_does(session: Session) -> None:
    lay(session, EVENING)
    copy = shift_edits.copy_to(session, EVENING, TODAY + dt.timedelta(days=4))
    assert shift_news.copied(session, copy) == (
        "Vagten er kopieret: Bo 15 til 23 på fredag. Fortryd med Ctrl Z."
    )
    again = shift_edits.copy_to(session, EVENING, TODAY + dt.timedelta(days=4))
    assert shift_news.copied(session, again).startswith(
        "Kopien 15 til 23 på fredag er ubesat. Bo: To steder på én gang"
    )


def test_both_sides_of_a_swap_are_told_in_order_of_time(session: Session) -> None:
    one, other = EVENING, shift("03-17 07:00", "03-17 15:00", "anna")
    assert shift_news.swapped(session, one, other) == (
        "Anna kommer 07 til 15 i morgen. Bo kommer 15 til 23 på onsdag. Fortryd med Ctrl Z."
    )


def test_what_is_emptied_is_told_to_be_gone(session: Session) -> None:
    assert shift_news.noted(session, EVENING).startswith("Noten er væk.")
    assert shift_news.reasoned(session, EVENING).startswith("Grunden er væk.")
    assert shift_news.rested(session, EVENING).startswith("Der er ingen hvile i vagten.")


def test_a_kept_finding_is_told_by_its_name(session: Session) -> None:
    lay(session, EVENING, MORNING)
    (found,) = shift_findings(session, MORNING)
    assert shift_news.kept(found) == "Beholdt: For lidt hvile. Fortryd med Ctrl Z."
    assert shift_news.taken_back(found) == "For lidt hvile advarer igen. Fortryd med Ctrl Z."
