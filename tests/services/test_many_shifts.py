"""Several shifts at once: one action each, nothing by halves, and what stays is told with why."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from bpa_desktop.domain.absence import Absence, AbsenceKind
from bpa_desktop.domain.clock import instant
from bpa_desktop.domain.kinds import HourKind
from bpa_desktop.domain.roster import RestPeriod, ShiftState
from bpa_desktop.services import many_news, many_shifts, many_times
from bpa_desktop.services.many_shifts import find_shifts, shifts_in
from bpa_desktop.services.session import ReadOnly
from tests.domain.builders import moment
from tests.services.little_roster import (
    days_and_evenings,
    everything,
    lay,
    open_little,
    shift,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from bpa_desktop.domain.roster import Shift
    from bpa_desktop.services.many_shifts import Outcome
    from bpa_desktop.services.session import Session

WEEK = (dt.date(2026, 3, 16), dt.date(2026, 3, 23))


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    with open_little(tmp_path) as opened:
        lay(
            opened,
            *days_and_evenings("anna", "03-16", 3, "07:00", "15:00"),
            shift("03-15 07:00", "03-15 15:00", "anna"),
            shift("03-19 10:00", "03-19 12:00", None),
        )
        yield opened


def chosen(session: Session) -> tuple[Shift, ...]:
    return shifts_in(session, dt.date(2026, 3, 15), WEEK[1])


def holders(session: Session) -> list[str | None]:
    return [one.helper for one in chosen(session)]


ACTIONS: dict[str, Callable[[Session, Sequence[Shift]], Outcome]] = {
    "make unfilled": many_shifts.make_unfilled,
    "call off": many_shifts.call_off,
    "confirm": many_shifts.confirm,
    "delete": many_shifts.delete,
    "copy": many_shifts.copy_to_next_week,
    "begin later": lambda session, shifts: many_times.move_starts(session, shifts, 30),
    "last longer": lambda session, shifts: many_times.move_ends(session, shifts, 30),
    "split": many_times.split,
    "kind": lambda session, shifts: many_shifts.set_kind(session, shifts, HourKind.TRAINING),
    "note": lambda session, shifts: many_shifts.set_note(session, shifts, " Husk nøglen "),
    "move": lambda session, shifts: many_shifts.move_to(session, shifts, "dina"),
}


@pytest.mark.parametrize("action", ACTIONS)
def test_every_action_is_one_line_in_the_journal_and_one_undo(
    session: Session, action: str
) -> None:
    before = everything(session)
    outcome = ACTIONS[action](session, chosen(session))
    assert outcome.done
    assert everything(session) != before
    session.undo()
    assert everything(session) == before


@pytest.mark.parametrize("action", ACTIONS)
def test_a_file_that_is_only_read_is_left_alone(
    session: Session, tmp_path: Path, action: str
) -> None:
    del tmp_path
    before, found = everything(session), chosen(session)
    session.file.read_only = True
    with pytest.raises(ReadOnly):
        ACTIONS[action](session, found)
    assert everything(session) == before


def test_shifts_are_found_by_time_and_what_is_gone_is_left_out(session: Session) -> None:
    found = find_shifts(session, ["anna-03-18-0700", "gone", "anna-03-16-0700"])
    assert [one.id for one in found] == ["anna-03-16-0700", "anna-03-18-0700"]


def test_only_what_stands_in_the_roster_of_the_days_is_chosen(session: Session) -> None:
    lay(
        session,
        shift("03-22 23:00", "03-23 07:00", "bo"),
        shift("03-23 07:00", "03-23 15:00", "bo"),
        shift("03-20 07:00", "03-20 15:00", None, state=ShiftState.CANCELLED),
    )
    assert [one.id for one in shifts_in(session, *WEEK)][-1] == "bo-03-22-2300"
    assert "None-03-20-0700" not in {one.id for one in shifts_in(session, *WEEK)}


def test_unfilled_shifts_stay_as_they_are(session: Session) -> None:
    outcome = many_shifts.make_unfilled(session, chosen(session))
    assert (len(outcome.done), len(outcome.left)) == (4, 1)
    assert holders(session) == [None] * 5
    assert many_news.made_unfilled(outcome) == (
        "4 vagter er ubesatte. Fortryd med Ctrl Z. "
        "1 vagt bliver, som den er: ubesat i forvejen (torsdag 19. marts 10–12)."
    )


def test_only_what_is_over_and_filled_went_as_planned(session: Session) -> None:
    outcome = many_shifts.confirm(session, chosen(session))
    assert [one.id for one in outcome.done] == ["anna-03-15-0700"]
    assert outcome.done[0].state is ShiftState.WORKED
    reasons = [left.reason for left in outcome.left]
    assert reasons == ["ikke slut endnu"] * 3 + ["ubesat"]
    again = many_shifts.confirm(session, outcome.done)
    assert many_news.confirmed(again) == (
        "1 vagt bliver, som den er: afklaret i forvejen (søndag 15. marts 07–15). "
        "Intet blev ændret."
    )


def test_what_was_called_off_is_not_called_off_again(session: Session) -> None:
    many_shifts.call_off(session, chosen(session)[:1])
    outcome = many_shifts.call_off(session, chosen(session)[:2])
    assert many_news.called_off(outcome).startswith("1 vagt er aflyst. Fortryd med Ctrl Z.")


def test_deleted_shifts_are_gone(session: Session) -> None:
    outcome = many_shifts.delete(session, chosen(session)[:2])
    assert many_news.deleted(outcome) == "2 vagter er slettet. Fortryd med Ctrl Z."
    assert len(chosen(session)) == 3


def test_a_shift_that_the_helper_cannot_take_stays_where_it_is(session: Session) -> None:
    lay(
        session,
        shift("03-16 15:00", "03-16 23:00", "bo"),
        Absence(
            id="away",
            helper="bo",
            kind=AbsenceKind.HOLIDAY,
            first_day=dt.date(2026, 3, 18),
            last_day=dt.date(2026, 3, 18),
        ),
    )
    mine = [one for one in chosen(session) if one.helper != "bo"]
    outcome = many_shifts.move_to(session, mine, "bo")
    assert [one.id for one in outcome.done] == ["anna-03-15-0700", "None-03-19-1000"]
    assert many_news.moved(outcome, "Bo") == (
        "Bo er booket på 2 vagter. Fortryd med Ctrl Z. 3 vagter bliver, som de er: "
        "Bo kun 8 timers hvile (2 vagter); Bo har fravær (onsdag 18. marts 07–15)."
    )


def test_each_moved_shift_counts_for_the_next(session: Session) -> None:
    """Two shifts at the same time: the helper can take one of them."""
    lay(session, shift("03-16 08:00", "03-16 14:00", "carla"))
    both = find_shifts(session, ["anna-03-16-0700", "carla-03-16-0800"])
    outcome = many_shifts.move_to(session, both, "dina")
    assert [one.id for one in outcome.done] == ["anna-03-16-0700"]
    assert [left.shift.id for left in outcome.left] == ["carla-03-16-0800"]


def test_moving_to_who_has_it_changes_nothing(session: Session) -> None:
    before = everything(session)
    outcome = many_shifts.move_to(session, chosen(session)[:1], "anna")
    assert not outcome.done
    assert everything(session) == before


def test_who_was_replaced_gets_the_shift_back(session: Session) -> None:
    lay(session, shift("03-20 07:00", "03-20 15:00", None, stands_in_for="bo"))
    outcome = many_shifts.move_to(session, find_shifts(session, ["None-03-20-0700"]), "bo")
    assert (outcome.done[0].helper, outcome.done[0].stands_in_for) == ("bo", None)


def test_a_copy_lies_a_week_later_and_is_only_planned(session: Session) -> None:
    lay(
        session,
        shift(
            "03-14 07:00",
            "03-14 19:00",
            "dina",
            state=ShiftState.WORKED,
            rests=(RestPeriod(start=moment("2026-03-14 12:00"), end=moment("2026-03-14 13:00")),),
        ),
    )
    outcome = many_shifts.copy_to_next_week(session, find_shifts(session, ["dina-03-14-0700"]))
    (copy,) = outcome.done
    assert copy.planned_start == moment("2026-03-21 07:00")
    assert (copy.helper, copy.state) == ("dina", ShiftState.PLANNED)
    assert copy.rests[0].start == moment("2026-03-21 12:00")
    assert many_news.copied(outcome) == "1 vagt er kopieret til næste uge. Fortryd med Ctrl Z."


def test_a_copy_whose_helper_cannot_take_it_is_unfilled_and_says_why(session: Session) -> None:
    day = dt.date(2026, 3, 24)
    lay(
        session,
        Absence(id="a", helper="anna", kind=AbsenceKind.HOLIDAY, first_day=day, last_day=day),
    )
    outcome = many_shifts.copy_to_next_week(session, chosen(session)[1:4])
    assert [one.helper for one in outcome.done] == ["anna", None, "anna"]
    assert many_news.copied(outcome) == (
        "3 vagter er kopieret til næste uge. 1 af dem er ubesat: Anna har fravær "
        "(tirsdag 24. marts 07–15). Fortryd med Ctrl Z."
    )


def test_copying_twice_lays_nothing_over_the_first_copy(session: Session) -> None:
    mine = chosen(session)
    many_shifts.copy_to_next_week(session, mine)
    before = everything(session)
    again = many_shifts.copy_to_next_week(session, mine)
    assert not again.done
    assert {left.reason for left in again.left} == {"der i forvejen"}
    assert everything(session) == before


def test_a_shift_that_was_called_off_is_not_copied(session: Session) -> None:
    off = many_shifts.call_off(session, chosen(session)[:1])
    outcome = many_shifts.copy_to_next_week(session, off.done)
    assert [left.reason for left in outcome.left] == ["aflyst"]


@pytest.mark.parametrize(
    ("start", "end"),
    [
        ("03-21 22:00", "03-22 06:00"),
        ("03-22 01:00", "03-22 02:30"),
        ("03-22 02:00", "03-22 02:30"),
        ("10-18 02:30", "10-18 03:00"),
        ("10-18 02:00", "10-18 02:30"),
        ("10-17 23:00", "10-18 07:00"),
    ],
)
def test_a_copy_over_the_clock_change_is_a_sound_shift(
    session: Session, start: str, end: str
) -> None:
    lay(session, shift(start, end, "dina"))
    found = find_shifts(session, [f"dina-{start}".replace(" ", "-").replace(":", "")])
    (copy,) = many_shifts.copy_to_next_week(session, found).done
    assert list(copy.problems()) == []
    assert instant(copy.planned_end) > instant(copy.planned_start)


def test_the_takers_are_employed_on_one_of_the_days(session: Session) -> None:
    assert [one.id for one in many_shifts.takers(session, chosen(session))] == [
        "anna",
        "bo",
        "carla",
        "dina",
    ]
    assert many_shifts.takers(session, ()) == ()
    own = find_shifts(session, ["anna-03-16-0700", "anna-03-17-0700"])
    assert [one.id for one in many_shifts.takers(session, own)] == ["bo", "carla", "dina"]


def test_more_reasons_than_can_be_listened_to_are_left_out(session: Session) -> None:
    lay(
        session,
        shift("03-13 07:00", "03-13 15:00", "anna", state=ShiftState.WORKED),
        shift("03-14 07:00", "03-14 15:00", "anna", state=ShiftState.CANCELLED),
    )
    left = many_shifts.Left
    five = [left(one, f"grund {at}") for at, one in enumerate(chosen(session))]
    told = many_news.deleted(many_shifts.Outcome((), tuple(five)))
    assert "grund 2" in told
    assert "grund 3" not in told
    assert "med flere" in told


def test_several_shifts_last_longer_and_what_is_over_says_how_it_was(session: Session) -> None:
    outcome = many_times.move_ends(session, chosen(session)[:2], 30)
    past, coming = outcome.done
    assert past.state is ShiftState.WORKED
    assert past.worked_end == moment("2026-03-15 15:30")
    assert coming.planned_end == moment("2026-03-16 15:30")
    assert many_news.retimed(session, outcome) == ("2 vagter har nye tider. Fortryd med Ctrl Z.")


def test_longer_shifts_warn_of_what_they_break(session: Session) -> None:
    lay(session, shift("03-19 02:00", "03-19 06:00", "anna"))
    outcome = many_times.move_ends(session, chosen(session)[3:4], 30)
    assert many_news.retimed(session, outcome) == (
        "1 vagt har nye tider. Advarsel: for lidt hvile. Fortryd med Ctrl Z."
    )


def test_shifts_that_would_end_before_they_begin_stay(session: Session) -> None:
    lay(session, shift("03-20 10:00", "03-20 10:30", "bo", id="brief"))
    brief = find_shifts(session, ["brief"])
    for outcome in (many_times.move_starts(session, brief, 30), many_times.split(session, brief)):
        assert not outcome.done
        assert [left.reason for left in outcome.left] == ["for kort til det"]


def test_several_shifts_are_split_in_the_middle(session: Session) -> None:
    outcome = many_times.split(session, chosen(session)[1:3])
    assert many_news.split(outcome) == (
        "2 vagter er delt. Anden del af hver er ubesat. Fortryd med Ctrl Z."
    )
    halves = [one for one in chosen(session) if one.planned_start == moment("2026-03-16 11:00")]
    assert [(one.helper, one.planned_end) for one in halves] == [(None, moment("2026-03-16 15:00"))]


def test_several_shifts_count_as_another_kind_and_what_does_already_stays(session: Session) -> None:
    first = chosen(session)[:1]
    many_shifts.set_kind(session, first, HourKind.TRAINING)
    outcome = many_shifts.set_kind(session, chosen(session), HourKind.TRAINING)
    assert {one.kind for one in chosen(session)} == {HourKind.TRAINING}
    assert [one.shift.id for one in outcome.left] == [first[0].id]
    said = many_news.other_kind(outcome, HourKind.TRAINING)
    assert said.startswith("4 vagter er nu oplæring. Fortryd med Ctrl Z.")


def test_a_note_is_kept_on_all_and_shown_when_all_have_it(session: Session) -> None:
    outcome = many_shifts.set_note(session, chosen(session)[1:], "Husk nøglen")
    assert many_news.noted(outcome) == "Noten står nu på 4 vagter. Fortryd med Ctrl Z."
    assert many_shifts.common_note(chosen(session)[1:]) == "Husk nøglen"
    assert many_shifts.common_note(chosen(session)) == ""
