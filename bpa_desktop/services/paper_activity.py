"""The values of the activity schedule, collected from the activities and the grant."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bpa_desktop.documents.activity_schedule import ActivitySchedule, AreaHours, Task, TimeHours
from bpa_desktop.domain.activity import ActivityItem
from bpa_desktop.domain.activity_hours import (
    TimeOfDay,
    by_time_of_day,
    granted_by_area,
    granted_per_week,
    is_placed,
    times_per_week,
)
from bpa_desktop.domain.kinds import Area
from bpa_desktop.services.reading import grants

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Sequence

    from bpa_desktop.services.naming import Naming
    from bpa_desktop.services.paper_scope import Scope

_WRITTEN: Final = (
    "activity",
    "season",
    "own_part",
    "helper_part",
    "second_helper_reason",
    "aid",
    "transfer_note",
    "example",
)
"""What the user has written of a task and may be shown."""


def schedule_values(scope: Scope, on: dt.date) -> ActivitySchedule:
    """The schedule beside the grant in force on the day ``on``."""
    items = scope.session.records.all(ActivityItem)
    given = grants(scope.session)
    per_week = granted_per_week(given, on)
    return ActivitySchedule(
        case_number=scope.case_number,
        tasks=tuple(_task(item, scope.naming) for item in items),
        times=tuple(_times(items)),
        areas=tuple(_areas(scope, items, on)),
        granted=per_week or None,
    )


def _task(item: ActivityItem, naming: Naming) -> Task:
    written = {name: naming.clean(getattr(item, name)) for name in _WRITTEN}
    return Task(
        **written,
        category=item.category,
        area=item.area,
        minutes=item.minutes_per_occurrence,
        times_per_week=times_per_week(item),
        minutes_per_week=item.minutes_per_week,
        is_placed=is_placed(item),
        weekdays=item.weekdays,
        every_n_weeks=item.every_n_weeks,
        from_time=item.from_time,
        to_time=item.to_time,
        day_part=item.day_part,
        helpers=item.helpers_needed,
        place=item.place,
        predictability=item.predictability,
        covered_by=item.covered_by,
        covered_minutes=item.covered_minutes_per_week,
    )


def _times(items: Sequence[ActivityItem]) -> Iterator[TimeHours]:
    found = by_time_of_day(items)
    for part in TimeOfDay:
        one = TimeHours(
            part=part, workdays=found.get((part, False), 0), weekend=found.get((part, True), 0)
        )
        if one.workdays or one.weekend:
            yield one


def _areas(scope: Scope, items: Sequence[ActivityItem], on: dt.date) -> Iterator[AreaHours]:
    """Each area that a task or a line of the grant names, and what names none."""
    given = granted_by_area(grants(scope.session), on)
    total = granted_per_week(grants(scope.session), on)
    for area in (*Area, None):
        needed = sum(item.minutes_per_week for item in items if item.area is area)
        granted = given.get(area) if area else total - sum(given.values()) or None
        if needed or granted:
            yield AreaHours(area=area, needed=needed, granted=granted)
