"""Two helpers swap shifts in one action, and the rules are asked for both."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from bpa_desktop.domain.absence import Absence, AbsenceKind
from bpa_desktop.domain.findings import Code
from bpa_desktop.domain.roster import Shift, ShiftState
from bpa_desktop.services.checking import findings_between
from bpa_desktop.services.rostering import find_shift
from bpa_desktop.services.swapping import (
    NothingToSwap,
    exchanged,
    swap,
    swap_offers,
    swappable,
)
from tests.services.little_roster import everything, lay, open_little, shift

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bpa_desktop.services.session import Session
    from bpa_desktop.services.swapping import (
        Offer,
    )

ANNA = shift("03-18 07:00", "03-18 15:00", "anna")
BO = shift("03-20 07:00", "03-20 15:00", "bo")
CARLA = shift("03-19 07:00", "03-19 15:00", "carla")
CARLA_BEFORE = shift("03-17 23:00", "03-18 07:00", "carla")
FAR = shift("04-02 07:00", "04-02 15:00", "bo")
EMPTY = shift("03-19 15:00", "03-19 23:00", None)


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    with open_little(tmp_path) as opened:
        lay(opened, ANNA, BO, CARLA, CARLA_BEFORE, FAR, EMPTY)
        yield opened


def offers_for(session: Session, one: Shift) -> tuple[Offer, ...]:
    return swap_offers(session, one, swappable(session, one))


def test_both_shifts_change_hands_in_one_action(session: Session) -> None:
    before, steps = everything(session), len(session.records.journal.entries())
    swap(session, ANNA, BO)
    helpers = [getattr(find_shift(session, one.id), "helper", "") for one in (ANNA, BO)]
    assert helpers == ["bo", "anna"]
    assert len(session.records.journal.entries()) == steps + 1
    assert session.undo_text() == "byt Anna og Bo"
    session.undo()
    assert everything(session) == before


def test_those_with_nothing_against_come_first_and_the_rest_says_why(session: Session) -> None:
    offers = offers_for(session, ANNA)
    assert [(one.shift.id, one.is_free) for one in offers] == [
        (CARLA_BEFORE.id, True),
        (BO.id, True),
        (CARLA.id, False),
    ]
    assert offers[0].words == "begge er fri"
    assert [one.code for one in offers[2].against] == [Code.DAILY_REST]
    assert offers[2].words == "Carla: For lidt hvile"


def test_both_sides_are_looked_at(session: Session) -> None:
    day = dt.date(2026, 3, 20)
    lay(
        session,
        Absence(id="a", helper="anna", kind=AbsenceKind.HOLIDAY, first_day=day, last_day=day),
    )
    offer = next(one for one in offers_for(session, ANNA) if one.shift.id == BO.id)
    assert offer.words == "Anna: Vagt under fravær"
    from_the_other = next(one for one in offers_for(session, BO) if one.shift.id == ANNA.id)
    assert from_the_other.words == "Anna: Vagt under fravær"


def test_what_is_said_before_is_found_after(session: Session) -> None:
    first, end = dt.date(2026, 3, 10), dt.date(2026, 4, 10)
    for offer in offers_for(session, ANNA):
        before = findings_between(session, first, end)
        swap(session, ANNA, offer.shift)
        after = findings_between(session, first, end)
        new = [one for one in after if one.window not in {old.window for old in before}]
        assert bool(new) is not offer.is_free
        session.undo()


@pytest.mark.parametrize(
    "other",
    [
        {"state": ShiftState.CANCELLED},
        {"helper": None},
        {"helper": "anna"},
        {"planned_start": dt.datetime(2026, 3, 15, 7), "planned_end": dt.datetime(2026, 3, 15, 15)},  # noqa: DTZ001 - a wall clock
    ],
)
def test_only_coming_shifts_of_two_helpers_are_swapped(
    session: Session, other: dict[str, object]
) -> None:
    given = {"id": "other", **shift_fields(BO), **other}
    lay(session, unfit := Shift(**given))  # type: ignore[arg-type]
    assert "other" not in [one.shift.id for one in offers_for(session, ANNA)]
    before = everything(session)
    for pair in ((ANNA, unfit), (unfit, ANNA)):
        with pytest.raises(NothingToSwap):
            swap(session, *pair)
    assert everything(session) == before


def shift_fields(one: Shift) -> dict[str, object]:
    return {
        "planned_start": one.planned_start,
        "planned_end": one.planned_end,
        "helper": one.helper,
    }


def test_an_unfilled_shift_has_nothing_to_swap_with(session: Session) -> None:
    assert swappable(session, EMPTY) == ()


def test_whoever_comes_back_stands_in_for_nobody() -> None:
    taken = shift("03-18 07:00", "03-18 15:00", "bo", stands_in_for="anna")
    back, given = exchanged(taken, shift("03-20 07:00", "03-20 15:00", "anna"))
    assert (back.helper, back.stands_in_for) == ("anna", None)
    assert (given.helper, given.stands_in_for) == ("bo", None)
