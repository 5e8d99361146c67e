"""The first page: who is here, who is next, the holes, what is due, what is not confirmed."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from bpa_desktop.domain.deadlines import DueCode
from bpa_desktop.domain.grant import Grant
from bpa_desktop.domain.roster import ShiftState
from bpa_desktop.domain.scheme import Answer, Scheme
from bpa_desktop.services.rostering import report_sick
from bpa_desktop.services.today import (
    CONFIRM_DAYS,
    HOLE_DAYS,
    hole_cards,
    shift_cards,
    today,
    unconfirmed,
)
from tests.domain.builders import moment
from tests.services.little_roster import (
    TODAY,
    lay,
    open_empty,
    open_little,
    round_the_clock,
    shift,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bpa_desktop.services.session import Session

MORNING = shift("03-16 07:00", "03-16 15:00", "anna")
EVENING = shift("03-16 15:00", "03-16 23:00", "bo")
NIGHT = shift("03-16 23:00", "03-17 07:00", "carla")


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    with open_little(tmp_path) as opened:
        lay(opened, MORNING, EVENING, NIGHT)
        yield opened


def at(session: Session, text: str) -> None:
    session.now = lambda: moment(text)  # type: ignore[method-assign]


def told(session: Session) -> list[tuple[str, str, str]]:
    return [
        (card.when, card.times, card.helper.first_name if card.helper else "")
        for card in shift_cards(session)
    ]


def test_now_next_and_tonight(session: Session) -> None:
    assert told(session) == [
        ("Now", "07–15", "Anna"),
        ("Next", "15–23", "Bo"),
        ("Tonight", "23–07", "Carla"),
    ]
    assert [card.is_running for card in shift_cards(session)] == [True, False, False]


def test_the_night_runs_on_after_midnight(session: Session) -> None:
    lay(session, shift("03-15 23:00", "03-16 07:00", "dina"))
    at(session, "2026-03-16 06:30")
    assert told(session)[0] == ("Now", "23–07", "Dina")
    at(session, "2026-03-16 07:00")
    assert told(session)[0] == ("Now", "07–15", "Anna")


def test_between_two_shifts_the_next_one_is_first(session: Session) -> None:
    lay(session, shift("03-16 09:40", "03-16 10:00", "dina"))
    at(session, "2026-03-16 06:00")
    assert told(session)[0] == ("Next", "07–15", "Anna")
    assert [when for when, _times, _who in told(session)] == ["Next", "Later", "Later"]


def test_two_who_come_at_once_are_both_next(session: Session) -> None:
    lay(session, shift("03-16 15:00", "03-16 18:00", "dina"))
    assert [when for when, _times, _who in told(session)] == ["Now", "Next", "Next"]


def test_a_cancelled_shift_is_not_shown(session: Session) -> None:
    lay(session, shift("03-16 12:00", "03-16 13:00", "dina", state=ShiftState.CANCELLED))
    assert "Dina" not in {who for _when, _times, who in told(session)}


@pytest.mark.parametrize(
    ("extra", "sentence"),
    [
        ((), "Anna er her til kl. 15."),
        ((shift("03-16 09:00", "03-16 10:30", "dina"),), "Anna og Dina er her til kl. 10:30."),
    ],
)
def test_the_sentence_says_who_is_here(
    session: Session, extra: tuple[object], sentence: str
) -> None:
    lay(session, *extra)  # type: ignore[arg-type]
    assert today(session).sentence() == (
        f"{sentence} Der er ingen huller i vagtplanen de næste 14 dage."
    )


def test_the_sentence_after_a_sick_call(session: Session) -> None:
    report_sick(session, MORNING)
    assert today(session).sentence() == (
        "Ingen er på arbejde nu. Der er 1 hul i vagtplanen de næste 14 dage."
    )
    assert told(session)[0] == ("Now", "07–15", "")


def test_three_who_are_here_are_named_in_a_row(session: Session) -> None:
    lay(
        session,
        shift("03-16 09:00", "03-16 10:00", "dina"),
        shift("03-16 09:15", "03-16 10:00", "carla", id="extra"),
    )
    assert today(session).sentence().startswith("Anna, Dina og Carla er her til kl. 10.")


def test_holes_of_fourteen_days_that_are_not_over(session: Session) -> None:
    lay(
        session,
        shift("03-16 05:00", "03-16 06:00", None),
        shift("03-19 15:00", "03-19 23:00", None),
        shift("03-29 22:00", "03-30 06:00", None),
        shift("03-31 07:00", "03-31 15:00", None),
    )
    found = hole_cards(session)
    assert [(card.day_text, card.weekday, card.times) for card in found] == [
        ("torsdag 19. marts", "torsdag", "15–23"),
        ("søndag 29. marts", "søndag", "22–00"),
    ]
    assert found[0].shift == "None-03-19-1500"
    assert max(card.day for card in found) < TODAY + dt.timedelta(days=HOLE_DAYS)


def test_a_hole_over_several_days_says_until_when(session: Session) -> None:
    lay(session, round_the_clock())
    card = hole_cards(session)[0]
    assert card.shift is None
    assert (card.weekday, card.times) == ("tirsdag", "07:00 til mandag 30. marts 00:00")


def test_past_filled_shifts_ask_how_they_went(session: Session) -> None:
    assert unconfirmed(session) is None
    lay(
        session,
        shift("03-14 07:00", "03-14 15:00", "anna"),
        shift("03-13 07:00", "03-13 15:00", "anna"),
        shift("03-12 07:00", "03-12 15:00", None),
        shift("03-11 07:00", "03-11 15:00", "anna", state=ShiftState.WORKED),
        shift("03-10 07:00", "03-10 15:00", "anna", state=ShiftState.CANCELLED),
    )
    found = unconfirmed(session)
    assert found is not None
    assert (found.shifts, found.first) == (2, dt.date(2026, 3, 13))


def test_very_old_shifts_are_let_be(session: Session) -> None:
    old = TODAY - dt.timedelta(days=CONFIRM_DAYS + 5)
    lay(session, shift(f"{old:%m-%d} 07:00", f"{old:%m-%d} 15:00", "anna"))
    assert unconfirmed(session) is None


def test_what_is_due_comes_with_the_nearest_first(session: Session) -> None:
    lay(
        session,
        Scheme(
            id="scheme",
            citizen_name="Eksempel",
            next_visit=dt.date(2026, 5, 20),
            care_work=Answer.NO,
        ),
        Grant(id="g", valid_from=dt.date(2026, 1, 1), received_date=dt.date(2026, 3, 6)),
    )
    found = today(session)
    assert [(one.code, one.on) for one in found.due] == [
        (DueCode.MUS, dt.date(2026, 3, 16)),
        (DueCode.COMPLAINT, dt.date(2026, 4, 3)),
        (DueCode.VISIT, dt.date(2026, 5, 20)),
    ]
    assert found.has_helpers


def test_an_empty_file_has_an_empty_page(tmp_path: Path) -> None:
    with open_empty(tmp_path) as session:
        found = today(session)
    assert (found.cards, found.holes, found.due, found.unconfirmed) == ((), (), (), None)
    assert not found.has_helpers
    assert found.hours.granted_year == 0
