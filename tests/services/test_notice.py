"""The journal tells when a shift was moved, and the shift says so where an agreement binds."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from bpa_desktop.domain.clock import ZONE, instant
from bpa_desktop.domain.findings import Code
from bpa_desktop.domain.roster import ShiftState
from bpa_desktop.domain.scheme import Agreement, Scheme
from bpa_desktop.services.checking import check
from bpa_desktop.services.notice import last_move
from bpa_desktop.services.rostering import find_shift, give_to, shift_end
from bpa_desktop.services.week import shift_findings
from tests.services.little_roster import lay, open_empty, shift

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bpa_desktop.domain.roster import Shift
    from bpa_desktop.services.session import Session

from tests.services.little_roster import helper

TOMORROW = (dt.datetime.now(ZONE) + dt.timedelta(days=1)).replace(tzinfo=None, minute=0)


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    """Anna has a shift tomorrow by the real clock, for that is what the journal writes."""
    start = TOMORROW.replace(hour=8, second=0, microsecond=0)
    with open_empty(tmp_path, start - dt.timedelta(days=1)) as made:
        lay(
            made,
            Scheme(citizen_name="Eksempel", agreement=Agreement.DE_FOA),
            helper("Anna Prøve"),
            helper("Bo Prøve"),
            replace(
                shift("03-20 07:00", "03-20 15:00", "anna", id="one"),
                planned_start=start,
                planned_end=start + dt.timedelta(hours=8),
            ),
        )
        yield made


def the_shift(session: Session) -> Shift:
    found = find_shift(session, "one")
    assert found is not None
    return found


def codes(session: Session) -> set[Code]:
    return {one.code for one in shift_findings(session, the_shift(session))}


def test_a_new_shift_was_not_moved(session: Session) -> None:
    assert last_move(session, the_shift(session)) is None
    assert Code.SHORT_NOTICE not in codes(session)


def test_moving_it_the_day_before_is_told(session: Session) -> None:
    shift_end(session, the_shift(session), 30)
    moved = last_move(session, the_shift(session))
    assert moved is not None
    assert abs(moved.at - instant(dt.datetime.now(ZONE).replace(tzinfo=None))) <= 1
    assert Code.SHORT_NOTICE in codes(session)


def test_moving_tomorrow_s_shift_to_next_week_is_told_and_a_check_tells_it_too(
    session: Session,
) -> None:
    one = the_shift(session)
    week = dt.timedelta(days=7)
    later = replace(one, planned_start=one.planned_start + week, planned_end=one.planned_end + week)
    session.save(later, "move")
    assert Code.SHORT_NOTICE in codes(session)
    assert Code.SHORT_NOTICE in {found.code for found in check(session).findings}
    session.save(replace(later, state=ShiftState.CANCELLED), "call off")
    assert Code.SHORT_NOTICE not in {found.code for found in check(session).findings}


def test_what_was_undone_was_not_moved(session: Session) -> None:
    shift_end(session, the_shift(session), 30)
    session.undo()
    assert Code.SHORT_NOTICE not in codes(session)


def test_giving_it_to_somebody_else_moves_nobody_s_shift(session: Session) -> None:
    give_to(session, the_shift(session), "bo")
    assert Code.SHORT_NOTICE not in codes(session)


def test_without_an_agreement_the_journal_is_not_asked(session: Session) -> None:
    shift_end(session, the_shift(session), 30)
    (scheme,) = session.records.all(Scheme)
    session.save(replace(scheme, agreement=Agreement.NONE), "answer")
    assert Code.SHORT_NOTICE not in codes(session)
