"""Planned becomes worked in one press; a month is closed when nothing is missing."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from bpa_desktop.domain.closed_month import ClosedMonth
from bpa_desktop.domain.roster import Shift, ShiftState
from bpa_desktop.services import confirming
from bpa_desktop.services.closed_months import month_of
from bpa_desktop.services.confirming import MonthNotOver, MonthNotSettled, Why
from bpa_desktop.services.month_status import month_status
from tests.domain.builders import absence, moment
from tests.services.little_roster import everything, lay, open_little, shift

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bpa_desktop.services.session import Session

NOW = moment("2026-04-01 09:30")
MARCH = month_of(dt.date(2026, 3, 16))
APRIL = month_of(dt.date(2026, 4, 1))
SUNDAY = shift("03-15 07:00", "03-15 15:00", "anna")
MONDAY = shift("03-16 07:00", "03-16 15:00", "anna")
NIGHT = shift("03-16 23:00", "03-17 07:00", "carla")
INTO_MARCH = shift("02-28 23:00", "03-01 07:00", "bo")
RUNNING = shift("04-01 07:00", "04-01 15:00", "dina")
COMING = shift("04-01 15:00", "04-01 23:00", "anna")


@pytest.fixture(name="session")
def _session(tmp_path: Path) -> Iterator[Session]:
    with open_little(tmp_path, NOW) as opened:
        lay(opened, SUNDAY, MONDAY, NIGHT, RUNNING, COMING)
        yield opened


def worked(session: Session) -> set[str]:
    return {one.id for one in session.records.all(Shift) if one.state is ShiftState.WORKED}


def whys(session: Session) -> list[tuple[str, Why]]:
    return [(one.shift.id, one.why) for one in confirming.missing(session, MARCH)]


def test_a_day_a_week_a_period_and_a_month_are_each_one_action(session: Session) -> None:
    lay(session, INTO_MARCH)
    before = everything(session)
    wednesday = dt.date(2026, 3, 18)
    for act, ids in (
        (lambda: confirming.confirm_day(session, dt.date(2026, 3, 16)), {MONDAY.id, NIGHT.id}),
        (lambda: confirming.confirm_week(session, wednesday), {MONDAY.id, NIGHT.id}),
        (
            lambda: confirming.confirm_period(session, MARCH.first, MARCH.end),
            {SUNDAY.id, MONDAY.id, NIGHT.id},
        ),
        (
            lambda: confirming.confirm_month(session, MARCH),
            {SUNDAY.id, MONDAY.id, NIGHT.id, INTO_MARCH.id},
        ),
    ):
        steps = len(session.records.journal.entries())
        assert act() == (len(ids), 0)
        assert worked(session) == ids
        assert len(session.records.journal.entries()) == steps + 1
        session.undo()
        assert everything(session) == before


def test_what_runs_or_is_to_come_is_never_confirmed(session: Session) -> None:
    assert confirming.confirm_day(session, dt.date(2026, 4, 1)) == (0, 0)
    assert not worked(session)


def test_nothing_to_confirm_is_no_action(session: Session) -> None:
    confirming.confirm_month(session, MARCH)
    steps = len(session.records.journal.entries())
    assert confirming.confirm_month(session, MARCH) == (0, 0)
    assert len(session.records.journal.entries()) == steps


def test_a_deviation_that_was_written_stays(session: Session) -> None:
    done = replace(
        MONDAY, state=ShiftState.WORKED, worked_end=moment("2026-03-16 16:30"), deviation="Vejr."
    )
    told = replace(SUNDAY, worked_start=moment("2026-03-15 08:00"), deviation="Toget.")
    lay(session, done, told)
    confirming.confirm_month(session, MARCH)
    kept = {one.id: one for one in session.records.all(Shift)}
    assert kept[MONDAY.id] == done
    assert kept[SUNDAY.id] == replace(told, state=ShiftState.WORKED)


def test_a_helper_who_was_away_did_not_work_as_planned(session: Session) -> None:
    lay(session, absence("carla", "2026-03-17", "2026-03-18"))
    assert confirming.confirm_month(session, MARCH) == (2, 1)
    assert worked(session) == {SUNDAY.id, MONDAY.id}
    assert whys(session) == [(NIGHT.id, Why.ABSENT)]


def test_what_is_missing_is_told_with_the_reason(session: Session) -> None:
    lay(
        session,
        absence("anna", "2026-03-15", "2026-03-15"),
        shift("03-20 07:00", "03-20 15:00", None),
        shift("03-21 07:00", "03-21 15:00", None, deviation="Ingen kunne."),
        shift("03-22 07:00", "03-22 15:00", None, state=ShiftState.CANCELLED),
        shift("03-31 23:00", "04-01 10:00", "bo"),
        shift("04-01 00:00", "04-01 06:00", "carla"),
    )
    assert whys(session) == [
        (SUNDAY.id, Why.ABSENT),
        (MONDAY.id, Why.UNCONFIRMED),
        (NIGHT.id, Why.UNCONFIRMED),
        ("None-03-20-0700", Why.UNFILLED),
        ("bo-03-31-2300", Why.RUNNING),
    ]
    first = confirming.missing(session, MARCH)[1]
    assert first.words(session.helper_names()) == (
        "mandag 16. marts 07–15, Anna Prøve: ikke bekræftet"
    )


def test_a_month_closes_when_every_shift_is_settled(session: Session) -> None:
    with pytest.raises(MonthNotSettled) as refused:
        confirming.close_month(session, MARCH)
    assert [one.shift.id for one in refused.value.missing] == [SUNDAY.id, MONDAY.id, NIGHT.id]
    assert not session.records.all(ClosedMonth)
    confirming.confirm_month(session, MARCH)
    closed = confirming.close_month(session, MARCH)
    assert (closed.month, closed.closed_on) == (MARCH.first, NOW.date())
    assert session.undo_text() == "luk marts 2026"
    steps = len(session.records.journal.entries())
    assert confirming.close_month(session, MARCH) == closed
    assert len(session.records.journal.entries()) == steps


def test_a_month_that_runs_does_not_close(session: Session) -> None:
    with pytest.raises(MonthNotOver):
        confirming.close_month(session, APRIL)


def test_an_unfilled_shift_is_settled_by_saying_that_nobody_came(session: Session) -> None:
    empty = shift("03-20 07:00", "03-20 15:00", None)
    lay(session, empty)
    confirming.confirm_month(session, MARCH)
    assert whys(session) == [(empty.id, Why.UNFILLED)]
    told = confirming.stayed_unfilled(session, empty)
    assert (told.deviation, told.helper) == ("Ingen kunne komme.", None)
    assert not whys(session)


def test_the_status_of_a_month_in_words(session: Session) -> None:
    status = month_status(session, MARCH)
    assert (status.sentence(), status.may_confirm) == ("3 vagter er ikke afklaret.", True)
    confirming.confirm_month(session, MARCH)
    status = month_status(session, MARCH)
    assert (status.sentence(), status.may_close) == ("Alle vagter indtil nu er afklaret.", True)
    confirming.close_month(session, MARCH)
    status = month_status(session, MARCH)
    assert status.sentence() == "Måneden blev lukket 1. april 2026."
    assert not status.may_close
    assert month_status(session, APRIL).sentence() == (
        "Måneden er ikke slut endnu. 1 vagt er ikke afklaret."
    )
