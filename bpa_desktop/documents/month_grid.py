"""A month as a table: a row for each week, a box for each day."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from bpa_desktop.documents.model import Column, Table
from bpa_desktop.domain.clock import monday
from bpa_desktop.i18n import _, weekday_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from bpa_desktop.documents.model import Cell
    from bpa_desktop.domain.period import Period

_WEEK = 7


def month_grid(part: Period, boxes: Mapping[dt.date, Cell]) -> Table:
    """The weeks that ``part`` touches; a day without a box belongs to another month."""
    first = monday(part.first)
    weekdays = [weekday_words(day) for day in _week(first)]
    return Table(
        columns=(
            Column(title=_("Week"), weight=0, is_row_header=True),
            *(Column(title=name) for name in weekdays),
        ),
        rows=tuple(_rows(part, first, boxes)),
        summary=_("The shifts of each day, a row for each week."),
        is_calendar=True,
    )


def _rows(
    part: Period, first: dt.date, boxes: Mapping[dt.date, Cell]
) -> Iterator[tuple[Cell, ...]]:
    while first < part.end:
        yield str(first.isocalendar().week), *(boxes.get(day) for day in _week(first))
        first += dt.timedelta(days=_WEEK)


def _week(first: dt.date) -> tuple[dt.date, ...]:
    return tuple(first + dt.timedelta(days=count) for count in range(_WEEK))
