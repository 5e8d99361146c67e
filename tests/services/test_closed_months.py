"""What is changed in a closed month leaves its trail, in the same action."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from bpa_desktop.domain.closed_month import ClosedMonth, Correction
from bpa_desktop.domain.deadlines import DueCode
from bpa_desktop.domain.roster import ShiftState
from bpa_desktop.domain.scheme import Answer, Scheme
from bpa_desktop.services import exchange, keeping, rostering
from bpa_desktop.services.closed_months import closed_months, month_of, open_months
from bpa_desktop.services.deadlines import due
from bpa_desktop.services.due_words import due_text, due_title
from tests.domain.builders import moment
from tests.services.little_roster import (
    TODAY,
    days_and_evenings,
    everything,
    lay,
    open_little,
    shift,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from bpa_desktop.domain.deadlines import Due
    from bpa_desktop.services.session import Session

WORKED = {"state": ShiftState.WORKED}
FEBRUARY = ClosedMonth(id="february", month=dt.date(2026, 2, 1), closed_on=dt.date(2026, 3, 2))
JANUARY = ClosedMonth(id="january", month=dt.date(2026, 1, 31), closed_on=dt.date(2026, 2, 2))
DAY = shift("02-10 07:00", "02-10 15:00", "anna", **WORKED)
NIGHT = shift("01-31 23:00", "02-01 07:00", "bo", **WORKED)
LAST = shift("02-28 16:00", "03-01 00:00", "carla", **WORKED)
MARCH = shift("03-10 07:00", "03-10 15:00", "anna", **WORKED)


@pytest.fixture(name="session")
def _session(tmp_path: Path) -> Iterator[Session]:
    with open_little(tmp_path) as opened:
        lay(opened, DAY, NIGHT, LAST, MARCH, JANUARY, FEBRUARY)
        opened.aside()
        yield opened


def trail(session: Session) -> dict[str, list[str]]:
    return {one.id: [each.what for each in one.corrections] for one in closed_months(session)}


def test_an_edit_is_noted_with_what_it_was_and_what_it_is(session: Session) -> None:
    rostering.set_end(session, DAY, dt.time(16))
    (noted,) = session.records.get(ClosedMonth, "february").corrections
    assert noted == Correction(
        made_on=TODAY,
        what="Tider for Anna: tirsdag 10. februar 07–15 Anna (arbejdet), "
        "nu tirsdag 10. februar 07–16 Anna (arbejdet)",
    )
    assert session.aside() == "Februar 2026 er lukket. Rettelsen er noteret."
    assert session.aside() == ""


ACTIONS: list[Callable[[Session], object]] = [
    lambda session: rostering.set_end(session, DAY, dt.time(16)),
    lambda session: rostering.give_to(session, DAY, "bo"),
    lambda session: rostering.delete_shift(session, DAY),
    lambda session: rostering.add_shift(session, dt.date(2026, 2, 11), "dina"),
    lambda session: keeping.keep(session, replace(DAY, deviation="Vejret.")),
    lambda session: keeping.discard(session, DAY),
]


@pytest.mark.parametrize("action", ACTIONS)
def test_every_way_to_change_a_shift_is_one_action_with_its_trail(
    session: Session, action: Callable[[Session], object]
) -> None:
    before, steps = everything(session), len(session.records.journal.entries())
    action(session)
    assert [len(noted) for noted in trail(session).values()] == [1, 0]
    assert len(session.records.journal.entries()) == steps + 1
    after = everything(session)
    session.undo()
    assert everything(session) == before
    session.redo()
    assert everything(session) == after


def test_a_night_between_two_closed_months_is_noted_in_both(session: Session) -> None:
    rostering.delete_shift(session, NIGHT)
    assert [len(noted) for noted in trail(session).values()] == [1, 1]
    assert session.aside() == "Januar 2026 og februar 2026 er lukket. Rettelsen er noteret."


def test_what_lies_outside_or_is_private_corrects_nothing(session: Session) -> None:
    rostering.delete_shift(session, MARCH)
    keeping.keep(session, replace(DAY, note="Husk tak."))
    lay(session, shift("03-01 00:00", "03-01 07:00", "bo"))
    assert trail(session) == {"february": [], "january": []}
    assert session.aside() == ""


def test_a_shift_moved_into_or_worked_into_a_closed_month_is_noted(session: Session) -> None:
    lay(
        session,
        replace(
            MARCH, planned_start=moment("2026-02-20 07:00"), planned_end=moment("2026-02-20 15:00")
        ),
    )
    early = replace(
        MARCH,
        id="early",
        planned_start=moment("2026-03-01 00:00"),
        planned_end=moment("2026-03-01 08:00"),
    )
    lay(session, early)
    lay(session, replace(early, worked_start=moment("2026-02-28 23:30")))
    assert len(trail(session)["february"]) == 2


def test_many_shifts_at_once_are_counted(session: Session) -> None:
    lay(session, *days_and_evenings("dina", "02-02", 20, "07:00", "15:00"))
    assert trail(session)["february"] == ["Fill in: 20 vagter"]


def test_a_shift_through_several_months_is_noted_in_each(session: Session) -> None:
    april = ClosedMonth(id="april", month=dt.date(2026, 4, 5), closed_on=dt.date(2026, 3, 2))
    lay(session, april)
    lay(session, shift("02-28 23:00", "04-01 07:00", "bo"))
    noted = {name: len(what) for name, what in trail(session).items()}
    assert noted == {"april": 1, "february": 1, "january": 0}


def test_an_import_is_noted_but_a_month_it_brings_closed_itself_is_not(
    session: Session, tmp_path: Path
) -> None:
    data = json.loads(exchange.export_text(session))
    exchange.import_data(session, json.dumps(data).encode())
    assert trail(session) == {"february": [], "january": []}
    rostering.delete_shift(session, DAY)
    exchange.import_data(session, json.dumps(data).encode())
    assert [what.partition(":")[0] for what in trail(session)["february"]] == [
        "Indlæsning af en datafil"
    ]
    other = tmp_path / "other"
    other.mkdir()
    with open_little(other) as fresh:
        exchange.import_data(fresh, json.dumps(data).encode())
        assert trail(fresh) == {"february": [], "january": []}


def test_a_refused_change_leaves_no_trail(session: Session) -> None:
    before = everything(session)
    with pytest.raises(Exception, match="Nothing was saved"):
        lay(session, replace(DAY, helper="nobody"))
    assert everything(session) == before
    assert session.aside() == ""


def test_without_a_closed_month_nothing_but_the_months_is_looked_at(tmp_path: Path) -> None:
    with open_little(tmp_path) as plain:
        seen: list[str] = []
        plain.records.connection.set_trace_callback(seen.append)
        rostering.add_shift(plain, TODAY, "dina")
        plain.records.connection.set_trace_callback(None)
        asked = [text for text in seen if "closed_month" in text]
        assert len(asked) == 1


def test_the_months_that_wait_to_be_closed(session: Session) -> None:
    assert open_months(session) == ()
    old = shift("02-01 07:00", "02-01 15:00", "anna")
    long_ago = replace(
        old,
        id="b",
        planned_start=moment("2025-03-31 07:00"),
        planned_end=moment("2025-03-31 15:00"),
    )
    too_old = replace(
        old,
        id="c",
        planned_start=moment("2025-02-28 07:00"),
        planned_end=moment("2025-02-28 15:00"),
    )
    off = replace(
        old,
        id="d",
        planned_start=moment("2025-05-31 07:00"),
        planned_end=moment("2025-05-31 15:00"),
        state=ShiftState.CANCELLED,
    )
    lay(session, long_ago, too_old, off)
    assert open_months(session) == (month_of(dt.date(2025, 3, 1)),)
    with session.operation("open again") as operation:
        operation.delete(ClosedMonth, "february")
    assert [month.first.month for month in open_months(session)] == [3, 2]


def waiting(session: Session) -> list[Due]:
    """What is due besides the yearly talks."""
    return [one for one in due(session) if one.code is not DueCode.MUS]


def test_one_gentle_line_stands_in_the_list_of_what_is_due(session: Session) -> None:
    lay(session, Scheme(id="scheme", citizen_name="Eksempel", care_work=Answer.NO))
    assert not waiting(session)
    with session.operation("open again") as operation:
        operation.delete(ClosedMonth, "february")
    (one,) = waiting(session)
    assert (due_title(one), one.on) == ("Luk februar 2026", dt.date(2026, 3, 31))
    assert due_text(one) == "Februar 2026 er slut og ikke lukket."
    with session.operation("open again") as operation:
        operation.delete(ClosedMonth, "january")
    (one,) = waiting(session)
    assert due_text(one) == "2 måneder er slut og ikke lukket. Den ældste er januar 2026."
