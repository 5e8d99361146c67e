"""A shift that was worked past its plan counts where it was worked."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

from bpa_desktop.domain.clock import at
from bpa_desktop.domain.hours import Measure
from bpa_desktop.domain.people import Employment, Helper
from bpa_desktop.domain.roster import Shift, ShiftState
from bpa_desktop.services.demo import DEMO_KEY
from bpa_desktop.services.hours_report import monthly
from bpa_desktop.services.session import make
from bpa_desktop.storage import keys

if TYPE_CHECKING:
    from pathlib import Path

HELPER = Helper(
    id="anna", first_name="Anna", employments=(Employment(first_day=dt.date(2025, 1, 1)),)
)
SHIFT = Shift(
    id="late",
    helper="anna",
    planned_start=at(dt.date(2026, 3, 31), dt.time(16)),
    planned_end=at(dt.date(2026, 4, 1), dt.time(0)),
    worked_end=at(dt.date(2026, 4, 1), dt.time(2)),
    state=ShiftState.WORKED,
)
EARLY = replace(
    SHIFT,
    id="early",
    planned_start=at(dt.date(2026, 5, 1), dt.time(0)),
    planned_end=at(dt.date(2026, 5, 1), dt.time(8)),
    worked_start=at(dt.date(2026, 4, 30), dt.time(23)),
    worked_end=None,
)


def test_only_one_worked_time_is_written(tmp_path: Path) -> None:
    with make(tmp_path / "a.bpa", keys.parse(DEMO_KEY)) as session:
        for record in (HELPER, SHIFT, EARLY):
            session.save(record, "add")
        april = monthly(session, dt.date(2026, 4, 1), dt.date(2026, 5, 1))
        march = monthly(session, dt.date(2026, 3, 1), dt.date(2026, 4, 1))
        may = monthly(session, dt.date(2026, 5, 1), dt.date(2026, 6, 1))
    assert april.minutes(Measure.WORKED) == 2 * 60 + 60
    assert march.minutes(Measure.WORKED) == 8 * 60
    assert may.minutes(Measure.WORKED) == 8 * 60
    assert april.minutes(Measure.PLANNED) == 0
