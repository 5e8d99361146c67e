"""Shifts that were copied elsewhere come in as one action, and what cannot be read is told."""

from __future__ import annotations

import datetime as dt
import time
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from bpa_desktop.domain.kinds import HourKind
from bpa_desktop.domain.period import Period
from bpa_desktop.domain.roster import Shift
from bpa_desktop.services.giving import Giving
from bpa_desktop.services.pasting import (
    MOST_LINES,
    TooManyLines,
    foreseen_pasted,
    foretold_pasted,
    put_in,
    read_pasted,
    told_pasted,
)
from tests.domain.builders import moment
from tests.services.little_roster import TODAY, everything, helper, lay, open_little, shift

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bpa_desktop.services.session import Session


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    with open_little(tmp_path) as opened:
        yield opened


def read(session: Session, *lines: str) -> list[tuple[str, str, str | None]]:
    found = read_pasted(session, "\n".join(lines))
    assert not found.faults
    return [
        (f"{one.start:%m-%d %H:%M}", f"{one.end:%m-%d %H:%M}", one.helper) for one in found.slots
    ]


def test_lines_as_people_write_them(session: Session) -> None:
    assert read(
        session,
        "16-03-2026\t07:00:00\t15:00:00\tAnna Prøve",
        "2026-03-17\t22\t6\tbo",
        "onsdag 18. marts\tsyv til femten\tCARLA",
        "19/3\t0715\tubesat",
        "20/3\t8-8",
    ) == [
        ("03-16 07:00", "03-16 15:00", "anna"),
        ("03-17 22:00", "03-18 06:00", "bo"),
        ("03-18 07:00", "03-18 15:00", "carla"),
        ("03-19 07:00", "03-19 15:00", None),
        ("03-20 08:00", "03-21 08:00", None),
    ]


def test_a_line_that_cannot_be_read_is_told_with_its_number_and_left_out(session: Session) -> None:
    lay(session, replace(helper("Anna Fiktiv"), id="other"))
    lines = ["16/3;7-15;Bo", "32/3;7-15;Bo", "16/3;syv;Bo", "16/3;7-15;Zoe", "16/3;7-15;Anna"]
    found = read_pasted(session, "\n".join(lines))
    assert [one.number for one in found.faults] == [2, 3, 4, 5]
    reasons = [one.reason for one in found.faults]
    assert reasons[2] == "Der er ingen hjælper, der hedder Zoe."
    assert reasons[3] == "Der er flere hjælpere, der hedder Anna. Skriv hele navnet."
    made = put_in(session, found)
    assert told_pasted(found, made) == (
        "1 vagt sat ind, ingen er ubesatte. Fortryd med Ctrl Z. "
        "4 linjer kunne ikke læses og er udeladt."
    )


def test_it_is_one_action_and_twice_is_as_once(session: Session) -> None:
    before = everything(session)
    found = read_pasted(session, "16/3;7-15;Anna\n17/3;22-6;Bo")
    assert len(put_in(session, found).shifts) == 2
    assert put_in(session, found).is_empty
    assert foretold_pasted(session, found, foreseen_pasted(session, found)) == (
        "Der kommer intet nyt. 2 vagter var der i forvejen og bliver."
    )
    session.undo()
    assert everything(session) == before


def test_what_collides_is_unfilled_with_its_reason(session: Session) -> None:
    lay(session, shift("03-16 10:00", "03-16 12:00", "anna"))
    made = put_in(session, read_pasted(session, "16/3;7-15;Anna\n17/3;7-15;Bo\n17/3;14-20;Bo"))
    assert [(one.slot.helper, one.why is not None) for one in made.open] == [
        ("anna", True),
        ("bo", True),
    ]


def test_the_table_that_is_given_out_comes_back(session: Session) -> None:
    lay(
        session,
        shift("03-16 07:00", "03-16 15:00", "anna"),
        shift("03-18 22:00", "03-19 06:00", None),
        shift("03-17 17:00", "03-17 19:00", "bo", kind=HourKind.TRAINING),
    )
    known = [(one.planned, one.helper, one.kind) for one in session.records.all(Shift)]
    week = Period(TODAY, TODAY + dt.timedelta(weeks=1))
    text = Giving(session, week).csv().make().decode("utf-8")
    session.undo()
    put_in(session, read_pasted(session, text))
    found = [(one.planned, one.helper, one.kind) for one in session.records.all(Shift)]
    assert sorted(found, key=str) == sorted(known, key=str)


def test_a_night_that_the_clock_skips_is_moved_as_every_new_shift(session: Session) -> None:
    (one,) = read_pasted(session, "29/3;02:30;10:00;Anna").slots
    assert one.start == moment("2026-03-29T03:30")


def test_nothing_copied_makes_nothing(session: Session) -> None:
    found = read_pasted(session, "")
    ahead = foreseen_pasted(session, found)
    assert foretold_pasted(session, found, ahead) == "Der er ikke kopieret vagter."
    assert put_in(session, found).is_empty


def test_far_too_many_lines_are_refused(session: Session) -> None:
    with pytest.raises(TooManyLines):
        read_pasted(session, "16/3;7-15\n" * (MOST_LINES + 1))


@pytest.mark.slow
@pytest.mark.usefixtures("uncounted_here")
def test_ten_thousand_pasted_shifts_come_in_and_go_again_in_a_bearable_time(
    session: Session,
) -> None:
    before, who = everything(session), ("Anna", "Bo", "Carla", "Dina")
    first = TODAY - dt.timedelta(days=3400)
    lines = [
        f"{first + dt.timedelta(days=at // 3):%d-%m-%Y}\t{7 + at % 3 * 8:02}:00"
        f"\t{(15 + at % 3 * 8) % 24:02}:00\t{who[at % 4]}"
        for at in range(10_000)
    ]
    begin = time.process_time()
    made = put_in(session, read_pasted(session, "\n".join(lines)))
    assert session.records.count(Shift) == made.made == 10_000
    session.undo()
    assert time.process_time() - begin < 15
    assert everything(session) == before


def test_hours_of_a_kind_that_nobody_knows_are_left_out_and_told(session: Session) -> None:
    lines = ("Dag\tVagt\tHjælper\tSlags", "16/3\t7-15\tAnna\tOplæring", "17/3\t7-15\tAnna\tOplæs")
    found = read_pasted(session, "\n".join(lines))
    assert [one.kind for one in found.slots] == [HourKind.TRAINING]
    assert [(one.number, one.reason) for one in found.faults] == [
        (3, "Der er ingen timer, der hedder Oplæs.")
    ]
