"""An unfilled shift tells whom the roster pattern has there, and what is in their way now."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING, Final

import pytest

from bpa_desktop.domain.kinds import WEEK
from bpa_desktop.domain.pattern import WEEKS, PatternLine, RosterPattern
from bpa_desktop.domain.people import Employment, Helper
from bpa_desktop.domain.roster import Shift
from bpa_desktop.i18n import speaking
from bpa_desktop.services import copying, many_shifts, rostering, shift_edits
from bpa_desktop.services.candidates import candidates
from bpa_desktop.services.pattern_words import deviation_words, foreseen_words
from bpa_desktop.services.rolling import roll_out
from tests.domain.builders import absence, day, time
from tests.services.little_roster import TODAY, lay, open_little, shift

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    from bpa_desktop.services.session import Session

LINE = PatternLine(
    week=WEEKS[0], weekday=WEEK[2], from_time=time("07:00"), to_time=time("15:00"), helper="anna"
)
PATTERN = RosterPattern(id="p", starts_on=TODAY, weeks=WEEKS[0], lines=(LINE,))
AWAY = absence("anna", "2026-03-18", "2026-03-18", id="away")
WEEK = dt.timedelta(weeks=1)


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    with open_little(tmp_path) as opened:
        lay(opened, PATTERN)
        yield opened


def rolled(session: Session) -> Shift:
    roll_out(session, PATTERN, TODAY, 1)
    (made,) = session.records.all(Shift)
    return made


def told(session: Session, one: Shift) -> tuple[str, ...]:
    return foreseen_words(session, one, candidates(session, one))


def test_whom_the_pattern_has_and_why_they_cannot(session: Session) -> None:
    lay(session, AWAY)
    made = rolled(session)
    assert made.helper is None
    assert told(session, made) == ("Rulleplanen har Anna her.", "Anna: har fravær.")
    with speaking("en"):
        assert told(session, made) == ("The roster pattern has Anna here.", "Anna: is away.")


def test_who_could_come_again_has_nothing_against_them(session: Session) -> None:
    lay(session, AWAY)
    made = rolled(session)
    with session.operation("back") as operation:
        operation.delete(type(AWAY), AWAY.id)
    assert told(session, made) == ("Rulleplanen har Anna her.",)


def test_who_is_not_employed_any_more(session: Session) -> None:
    made = rostering.give_to(session, rolled(session), None)
    anna = session.records.get(Helper, "anna")
    gone = Employment(first_day=day("2020-01-01"), last_day=day("2026-03-17"))
    lay(session, replace(anna, employments=(gone,)))
    assert told(session, made)[-1] == "Anna: er ikke ansat den dag."


def test_nothing_is_told_of_a_filled_shift_one_of_the_sick_or_one_by_hand(session: Session) -> None:
    made = rolled(session)
    assert told(session, made) == ()
    rostering.report_sick(session, made)
    assert told(session, session.records.get(Shift, made.id)) == ()
    by_hand = shift("03-20 07:00", "03-20 15:00", None)
    lay(session, by_hand)
    assert told(session, by_hand) == ()


def test_of_two_alike_it_is_the_one_who_did_not_get_theirs(session: Session) -> None:
    lay(session, AWAY)
    both = replace(PATTERN, lines=(replace(LINE, helper="bo"), LINE))
    lay(session, both)
    roll_out(session, both, TODAY, 1)
    (one,) = [made for made in session.records.all(Shift) if made.helper is None]
    assert told(session, one)[0] == "Rulleplanen har Anna her."


def test_a_shift_that_the_pattern_has_nobody_for_is_silent(session: Session) -> None:
    open_line = replace(PATTERN, lines=(replace(LINE, helper=None),))
    lay(session, open_line)
    roll_out(session, open_line, TODAY, 1)
    (one,) = session.records.all(Shift)
    assert told(session, one) == ()


COPYING: Final[Mapping[str, Callable[[Session, Shift], Shift]]] = {
    "a week": lambda session, _worked: copying.copy_week(session, TODAY - WEEK, TODAY).shifts[0],
    "one": lambda session, worked: shift_edits.copy_to(session, worked, AWAY.first_day).shift,
    "several": lambda session, worked: many_shifts.copy_to_next_week(session, [worked]).done[0],
}


@pytest.mark.parametrize("how", COPYING)
def test_a_copy_tells_whose_shift_it_was_and_why_it_is_unfilled(session: Session, how: str) -> None:
    worked = shift("03-11 07:00", "03-11 15:00", "anna", id="before")
    lay(session, worked, AWAY)
    copy = COPYING[how](session, worked)
    assert copy.helper is None
    assert told(session, copy) == ("Kopieret fra en vagt, som Anna havde.", "Anna: har fravær.")
    assert told(session, rostering.give_to(session, copy, "bo")) == ()
    assert roll_out(session, PATTERN, TODAY, 1).made == 0


def test_a_copy_that_its_helper_took_tells_nothing(session: Session) -> None:
    lay(session, shift("03-11 07:00", "03-11 15:00", "anna", id="before"))
    copy = copying.copy_week(session, TODAY - WEEK, TODAY).shifts[0]
    assert copy.rolled_out == ()
    assert told(session, rostering.give_to(session, copy, None)) == ()


def test_a_shift_that_was_changed_tells_how_the_pattern_has_it(session: Session) -> None:
    made = rolled(session)
    assert deviation_words(session, made) == ()
    moved = rostering.give_to(session, made, "bo")
    said = ("Afvigelse: rulleplanen har Anna 07–15 her.",)
    assert deviation_words(session, moved) == said
    later = rostering.shift_start(session, made, 60)
    assert deviation_words(session, later) == said
    stands_in = replace(made, helper="bo", stands_in_for="anna")
    assert deviation_words(session, stands_in) == ()
    confirmed = rostering.confirm(session, later)
    assert deviation_words(session, confirmed) == ()


def test_a_copy_that_another_took_is_no_deviation_from_a_pattern(session: Session) -> None:
    worked = shift("03-11 07:00", "03-11 15:00", "anna", id="before")
    lay(session, worked, AWAY)
    copy = shift_edits.copy_to(session, worked, AWAY.first_day).shift
    taken = rostering.give_to(session, copy, "bo")
    assert taken.rolled_out
    assert deviation_words(session, taken) == ()
