"""The sums of an activity schedule: by category, helpers, time of day, and area with the grant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bpa_desktop.documents.model import Align, Column, Heading, Table, Text
from bpa_desktop.documents.phrases import NONE, difference
from bpa_desktop.domain.activity import Category
from bpa_desktop.domain.activity_hours import BEGINS, TimeOfDay
from bpa_desktop.i18n import _, hours

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from bpa_desktop.documents.activity_schedule import ActivitySchedule, Task, TimeHours
    from bpa_desktop.documents.model import Block, Cell


def sums(values: ActivitySchedule) -> Iterator[Block]:
    """The hours a week under three headings."""
    yield Heading(text=_("Hours a week"))
    yield Text(text=_reading())
    yield Heading(text=_("By area, beside the grant"), level=3)
    yield _by_area(values)
    yield Heading(text=_("By category and number of helpers"), level=3)
    yield _by_category(values.tasks)
    yield Heading(text=_("By time of day"), level=3)
    yield _by_time(values.times)


def _by_category(tasks: Sequence[Task]) -> Table:
    rows = []
    for category in Category:
        own = [task for task in tasks if task.category is category]
        if own:
            rows.append((_(category.label), *_split(own)))
    return Table(
        columns=(
            Column(title=_("Category"), weight=3, is_row_header=True),
            Column(title=_("With one helper"), align=Align.END),
            Column(title=_("With two or more"), align=Align.END),
            Column(title=_("Hours a week"), align=Align.END),
        ),
        rows=tuple(rows),
        totals=(_("Total"), *_split(tasks)),
        summary=_("Hours a week of each category."),
    )


def _split(tasks: Iterable[Task]) -> tuple[str, str, str]:
    alone = sum(task.minutes_per_week for task in tasks if task.helpers == 1)
    more = sum(task.minutes_per_week for task in tasks if task.helpers > 1)
    return hours(alone), hours(more), hours(alone + more)


def _by_time(times: Sequence[TimeHours]) -> Table:
    workdays = sum(one.workdays for one in times)
    weekend = sum(one.weekend for one in times)
    return Table(
        columns=(
            Column(title=_("Time of day"), weight=3, is_row_header=True),
            Column(title=_("Monday to Friday"), align=Align.END),
            Column(title=_("Weekend"), align=Align.END),
            Column(title=_("Hours a week"), align=Align.END),
        ),
        rows=tuple(
            (
                _(one.part.label),
                hours(one.workdays) if one.part is not TimeOfDay.UNPLACED else NONE,
                hours(one.weekend) if one.part is not TimeOfDay.UNPLACED else NONE,
                hours(one.workdays + one.weekend),
            )
            for one in times
        ),
        totals=(_("Total"), NONE, NONE, hours(workdays + weekend)),
        summary=_("Hours a week by time of day."),
    )


def _reading() -> str:
    day, evening, night = (
        BEGINS[part] for part in (TimeOfDay.DAY, TimeOfDay.EVENING, TimeOfDay.NIGHT)
    )
    split = _("Day is {day}–{evening}, evening {evening}–{night}, night {night}–{day}.")
    return " ".join(
        (
            split.format(day=f"{day:02}", evening=f"{evening:02}", night=f"{night:02}"),
            _("Weekend is Saturday and Sunday. A task belongs to the day on which it begins."),
            _("Two helpers count twice. What other help covers is taken off."),
        )
    )


def _by_area(values: ActivitySchedule) -> Table:
    return Table(
        columns=(
            Column(title=_("Area"), weight=3, is_row_header=True),
            Column(title=_("Schedule"), align=Align.END),
            Column(title=_("Grant"), align=Align.END),
            Column(title=_("Grant less schedule"), align=Align.END),
        ),
        rows=tuple(
            (
                _(one.area.label) if one.area else _("No area chosen"),
                *_beside(one.needed, one.granted),
            )
            for one in values.areas
        ),
        totals=(_("Total"), *_beside(values.needed, values.granted)),
        summary=_("Hours a week in the schedule and in the grant."),
    )


def _beside(needed: int, granted: int | None) -> tuple[Cell, ...]:
    if granted is None:
        return hours(needed), NONE, NONE
    return hours(needed), hours(granted), difference(granted - needed)
