"""No record keeps a wall-clock time that the clock never shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bpa_desktop.domain.declined import Declined
from bpa_desktop.domain.findings import Code
from bpa_desktop.domain.kept_finding import KeptFinding
from bpa_desktop.domain.meeting import Meeting
from bpa_desktop.domain.record import all_problems
from bpa_desktop.domain.talk import Talk
from tests.domain.builders import day, moment

if TYPE_CHECKING:
    from bpa_desktop.domain.record import Record

NEVER, AFTER = moment("2026-03-29 02:30"), moment("2026-03-29 04:00")
FIRST = day("2026-03-01")


@pytest.mark.parametrize(
    "record",
    [
        Meeting(starts_at=NEVER, ends_at=AFTER),
        Talk(helper="anna", starts_at=NEVER, ends_at=AFTER),
        Declined(helper="anna", shift_start=NEVER, shift_end=AFTER, asked_on=FIRST),
        KeptFinding(code=Code.UNCOVERED, window_start=NEVER, window_end=AFTER, kept_on=FIRST),
    ],
)
def test_the_hour_that_the_clock_jumps_over_is_refused(record: Record) -> None:
    (problem,) = all_problems(record)
    assert "clock goes forward" in problem.reason
