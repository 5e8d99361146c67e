"""The activity schedule: the week on the clock, every task in full, and the hours a week."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from bpa_desktop.documents.activity_sums import sums
from bpa_desktop.documents.model import Align, Column, Document, Heading, Line, Style, Table
from bpa_desktop.documents.phrases import NONE, footer, in_hours, sentence, weekdays_words
from bpa_desktop.domain.activity import Category, DayPart, OtherHelp, Place, Predictability
from bpa_desktop.domain.kinds import WEEK
from bpa_desktop.errors import N_
from bpa_desktop.i18n import _, clock, hours, language, ngettext, number, span

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator, Sequence
    from decimal import Decimal

    from bpa_desktop.documents.model import Block, Cell
    from bpa_desktop.domain.activity_hours import TimeOfDay
    from bpa_desktop.domain.kinds import Area, Weekday

KEY: Final = "activity_schedule"
_DAWN: Final = 6
"""The hour at which a day of the schedule begins: nights stand last."""


_PLACES: Final = {
    Place.HOME: N_("At home"),
    Place.OUTSIDE: N_("Outside the home"),
    Place.BOTH: N_("At home and outside"),
}


@dataclass(frozen=True, kw_only=True)
class Task:
    """One activity with everything that may be shown; private notes have no place here.

    ``minutes_per_week`` counts each helper, less what other help covers. ``is_placed`` says
    that it stands on certain weekdays at a certain time or part of the day.
    """

    activity: str
    category: Category
    area: Area | None
    minutes: int
    times_per_week: Decimal
    minutes_per_week: int
    is_placed: bool
    weekdays: tuple[Weekday, ...] = ()
    every_n_weeks: int = 1
    season: str = ""
    from_time: dt.time | None = None
    to_time: dt.time | None = None
    day_part: DayPart = DayPart.VARIES
    own_part: str = ""
    helper_part: str = ""
    helpers: int = 1
    second_helper_reason: str = ""
    place: Place = Place.HOME
    predictability: Predictability = Predictability.FIXED
    covered_by: OtherHelp = OtherHelp.NONE
    covered_minutes: int = 0
    aid: str = ""
    transfer_note: str = ""
    example: str = ""


@dataclass(frozen=True, kw_only=True)
class TimeHours:
    """Minutes a week in one part of the day, on Monday to Friday and on weekends."""

    part: TimeOfDay
    workdays: int
    weekend: int


@dataclass(frozen=True, kw_only=True)
class AreaHours:
    """Minutes a week in one of the municipality's areas; ``None`` is where none is chosen."""

    area: Area | None
    needed: int
    granted: int | None


@dataclass(frozen=True, kw_only=True)
class ActivitySchedule:
    """The whole schedule; ``granted`` are minutes a week of the grant in force, if there is one."""

    case_number: str
    tasks: tuple[Task, ...]
    times: tuple[TimeHours, ...] = ()
    areas: tuple[AreaHours, ...] = ()
    granted: int | None = None

    @property
    def needed(self) -> int:
        """Minutes a week of all tasks."""
        return sum(task.minutes_per_week for task in self.tasks)


def activity_schedule(values: ActivitySchedule) -> Document:
    """The schedule as a document."""
    return Document(
        key=KEY,
        title=_("Activity schedule"),
        subtitle=summary(values),
        language=language(),
        footer_left=footer(values.case_number, _("Activity schedule")),
        landscape=True,
        blocks=tuple(_blocks(values)),
    )


def summary(values: ActivitySchedule) -> str:
    """How much help the schedule asks for, and how the grant compares."""
    said = ngettext(
        "{n} task, {hours} of help a week.", "{n} tasks, {hours} of help a week.", len(values.tasks)
    ).format(hours=in_hours(values.needed))
    if values.granted is None:
        return said
    given = _("The grant gives {hours} a week.").format(hours=in_hours(values.granted))
    return f"{said} {given} {_gap(values.granted - values.needed)}"


def _gap(minutes: int) -> str:
    if not minutes:
        return _("That is as much as the tasks need.")
    text = _("That is {hours} more than the tasks.")
    if minutes < 0:
        text = _("That is {hours} less than the tasks.")
    return text.format(hours=in_hours(abs(minutes)))


def _blocks(values: ActivitySchedule) -> Iterator[Block]:
    placed = [task for task in values.tasks if task.is_placed]
    loose = [task for task in values.tasks if not task.is_placed]
    if placed:
        yield Heading(text=_("The week on the clock"))
        yield _grid(placed)
    if loose:
        yield Heading(text=_("Without a fixed day or time"))
        yield _loose(loose)
    yield Heading(text=_("Every task, by category"))
    order = list(Category)
    yield _tasks(sorted(values.tasks, key=lambda task: order.index(task.category)))
    yield from sums(values)


def _grid(placed: Sequence[Task]) -> Table:
    slots: dict[tuple[int, str], list[Task]] = {}
    for task in placed:
        slots.setdefault((_order(task), _slot(task)), []).append(task)
    return Table(
        columns=(
            Column(title=_("Time"), weight=0, is_row_header=True),
            *(Column(title=_(day.label)) for day in WEEK),
        ),
        rows=tuple(
            (label, *(_box(tasks, day) for day in WEEK))
            for (_place, label), tasks in sorted(slots.items(), key=lambda slot: slot[0])
        ),
        summary=_("The tasks of each weekday by time of day."),
        is_calendar=True,
    )


_PART_HOURS: Final = {
    DayPart.MORNING: 6,
    DayPart.FORENOON: 9,
    DayPart.AFTERNOON: 12,
    DayPart.EVENING: 17,
    DayPart.NIGHT: 23,
}
"""Where a part of the day stands among clock times; only for the order of the rows."""


def _order(task: Task) -> int:
    hour, minute = _PART_HOURS.get(task.day_part, 0), 0
    if task.from_time is not None:
        hour, minute = task.from_time.hour, task.from_time.minute
    return (hour - _DAWN) % 24 * 60 + minute


def _slot(task: Task) -> str:
    if task.from_time is None:
        return _(task.day_part.label)
    if task.to_time is None:
        return clock(task.from_time)
    return span(task.from_time, task.to_time)


def _box(tasks: Iterable[Task], day: Weekday) -> Cell:
    here = [task for task in tasks if not task.weekdays or day in task.weekdays]
    return tuple(Line(text=task.activity, aside=_extras(task)) for task in here) or ""


def _extras(task: Task) -> str:
    parts = []
    if task.helpers > 1:
        parts.append(ngettext("{n} helper", "{n} helpers", task.helpers))
    if task.every_n_weeks > 1:
        parts.append(_every(task))
    return ", ".join(parts)


def _every(task: Task) -> str:
    return ngettext("every week", "every {n} weeks", task.every_n_weeks)


def _loose(tasks: Sequence[Task]) -> Table:
    return Table(
        columns=(
            Column(title=_("Task"), weight=3, is_row_header=True),
            Column(title=_("When"), weight=3),
            Column(title=_("Times a week"), align=Align.END, weight=0),
            Column(title=_("Minutes each time"), align=Align.END, weight=0),
            Column(title=_("Hours a week"), align=Align.END, weight=0),
        ),
        rows=tuple(
            (
                task.activity,
                when(task),
                number(task.times_per_week),
                number(task.minutes),
                hours(task.minutes_per_week),
            )
            for task in tasks
        ),
        summary=_("Tasks whose day or time differs."),
    )


def when(task: Task) -> str:
    """``Mandag og onsdag 07–08:30, hver 2. uge``; what is known of day, time and season."""
    said = [weekdays_words(task.weekdays)] if task.weekdays else []
    if not said and task.is_placed:
        said.append(_("every day"))
    if task.from_time is not None or task.day_part is not DayPart.VARIES:
        said.append(_slot(task).lower())
    if task.every_n_weeks > 1:
        said.append(_every(task))
    if task.season:
        said.append(task.season)
    return sentence(", ".join(said)) or _("Varies")


def _tasks(tasks: Sequence[Task]) -> Table:
    return Table(
        columns=(
            Column(title=_("Task"), weight=5, is_row_header=True),
            Column(title=_("What I do myself"), weight=7),
            Column(title=_("What the helper does"), weight=9),
            Column(title=_("Extent"), weight=4),
            Column(title=_("Hours a week"), align=Align.END, weight=0),
        ),
        rows=tuple(_task(task) for task in tasks),
        totals=(_("Total"), "", "", "", hours(sum(task.minutes_per_week for task in tasks))),
        summary=_("Each task with both parts of it and its time."),
    )


def _task(task: Task) -> tuple[Cell, ...]:
    kind = f"{_(task.category.label)}."
    about = f"{when(task)}. {_(_PLACES[task.place])}. {_(task.predictability.label)}."
    return (
        (
            Line(text=task.activity, style=Style.STRONG),
            Line(text=kind, style=Style.MUTED),
            Line(text=about, style=Style.MUTED),
        ),
        tuple(_own_lines(task)) or NONE,
        tuple(_helper_lines(task)) or NONE,
        tuple(_extent(task)),
        hours(task.minutes_per_week),
    )


def _extent(task: Task) -> Iterator[str]:
    yield ngettext("{n} minute", "{n} minutes", task.minutes)
    yield _often(task)
    yield ngettext("{n} helper", "{n} helpers", task.helpers)


def _often(task: Task) -> str:
    times = task.times_per_week * task.every_n_weeks
    count = 1 if times == 1 else 2
    if task.every_n_weeks == 1:
        text = ngettext("{times} time a week", "{times} times a week", count)
    else:
        text = ngettext(
            "{times} time every {weeks} weeks", "{times} times every {weeks} weeks", count
        )
    return text.format(times=number(times), weeks=task.every_n_weeks)


def _own_lines(task: Task) -> Iterator[str | Line]:
    if task.own_part:
        yield task.own_part
    if task.example:
        yield Line(text=f"{_('Example')}: {task.example}", style=Style.MUTED)


def _helper_lines(task: Task) -> Iterator[str | Line]:
    if task.helper_part:
        yield task.helper_part
    other = ""
    if task.covered_by is not OtherHelp.NONE or task.covered_minutes:
        other = _("{who}, {minutes} minutes a week").format(
            who=_(task.covered_by.label), minutes=number(task.covered_minutes)
        )
    labelled = (
        (_("Why two helpers"), task.second_helper_reason),
        (_("Aid used"), task.aid),
        (_("Moving and handling"), task.transfer_note),
        (_("Covered by other help"), other),
    )
    for label, text in labelled:
        if text:
            yield Line(text=f"{label}: {text}", style=Style.MUTED)
