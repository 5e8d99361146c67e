"""The example's talks (MUS): what was said at the last one with the first helper, and agreed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bpa_desktop.domain.agreed_task import AgreedTask
from bpa_desktop.domain.kinds import HourKind
from bpa_desktop.domain.meeting import MeetingState
from bpa_desktop.domain.roster import ShiftState
from bpa_desktop.domain.talk import Talk
from bpa_desktop.services.example_people import ANNA

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bpa_desktop.domain.roster import Shift
    from bpa_desktop.services.example_dates import Dates


def talks(dates: Dates, shifts: Iterable[Shift]) -> Iterator[Talk | AgreedTask]:
    """The last talk with one helper, whose hours stand in the roster already."""
    worked = [
        one
        for one in shifts
        if one.kind is HourKind.MUS and one.helper == ANNA and one.state is ShiftState.WORKED
    ]
    for shift in sorted(worked, key=lambda one: one.planned_start)[-1:]:
        talk = f"talk-{ANNA}"
        yield Talk(
            id=talk,
            helper=ANNA,
            starts_at=shift.planned_start,
            ends_at=shift.planned_end,
            state=MeetingState.HELD,
            tasks="Anna vil gerne stå for bestilling af varer.",
            well_being="Det går godt. Nattevagterne er hårde om vinteren.",
            wishes="Kursus i forflytning.",
            goals="Færre nattevagter og et kursus i forflytning.",
        )
        yield AgreedTask(
            id="agreed-course",
            what="Søg om kursus i forflytning",
            talk=talk,
            due_on=dates.days_ago(-30),
        )
        yield AgreedTask(
            id="agreed-goods",
            what="Bestiller varer hver mandag",
            helper=ANNA,
            talk=talk,
            done_on=dates.days_ago(60),
        )
