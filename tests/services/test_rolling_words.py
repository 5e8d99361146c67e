"""What is said of a roll-out counts what a person would count."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

from bpa_desktop.domain.kinds import WEEK
from bpa_desktop.domain.pattern import WEEKS, PatternLine, RosterPattern
from bpa_desktop.domain.roster import Shift
from bpa_desktop.services import rolling, rostering
from tests.domain.builders import time
from tests.services.little_roster import TODAY, lay, open_little

if TYPE_CHECKING:
    from pathlib import Path

ANNA = PatternLine(
    week=WEEKS[0], weekday=WEEK[2], from_time=time("07:00"), to_time=time("15:00"), helper="anna"
)
BO = replace(ANNA, weekday=WEEK[3], helper="bo")
PATTERN = RosterPattern(id="p", starts_on=TODAY, weeks=WEEKS[0], lines=(ANNA, BO))


def test_a_change_of_one_line_counts_only_the_shifts_that_change(tmp_path: Path) -> None:
    with open_little(tmp_path) as session:
        lay(session, PATTERN)
        rolling.roll_out(session, PATTERN, TODAY, 2)
        new = rolling.successor(PATTERN, TODAY + dt.timedelta(weeks=1))
        new = replace(new, lines=(replace(ANNA, helper="carla"), BO))
        said = rolling.told_changed(rolling.follow(session, PATTERN, new))
    assert said.startswith("Rulleplanen er ændret. 1 ændret")


def test_a_shift_that_was_deleted_is_told_as_a_kept_deviation(tmp_path: Path) -> None:
    with open_little(tmp_path) as session:
        lay(session, PATTERN)
        rolling.roll_out(session, PATTERN, TODAY, 1)
        rostering.delete_shift(session, session.records.all(Shift)[0])
        (known,) = session.records.all(RosterPattern)
        said = rolling.told_rolled_out(rolling.roll_out(session, known, TODAY, 1))
    assert "1 afvigelse er beholdt" in said
