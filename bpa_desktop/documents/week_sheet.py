"""A week on one sheet for the kitchen wall: who comes when, in letters as large as fit."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from bpa_desktop.documents.model import Bundle, Column, Document, Line, Style, Table
from bpa_desktop.documents.phrases import NONE, dates_words, month_day, sentence
from bpa_desktop.documents.plan_days import entry_line
from bpa_desktop.domain.kinds import HourKind
from bpa_desktop.errors import N_
from bpa_desktop.i18n import _, language, weekday_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bpa_desktop.documents.model import Cell
    from bpa_desktop.documents.plan_days import PlanDay
    from bpa_desktop.documents.roster_used import Entry

KEY: Final = "week_sheet"
_WEEK: Final = 7
_PARTS: Final = (
    (N_("Day"), dt.time(0)),
    (N_("Evening"), dt.time(13)),
    (N_("Night"), dt.time(20)),
)
"""The columns, and when a shift begins that stands in them; what begins after midnight comes first
on its day."""


def week_sheets(days: Sequence[PlanDay]) -> Bundle:
    """A sheet for each week; ``days`` are whole weeks from a Monday on."""
    weeks = [days[place : place + _WEEK] for place in range(0, len(days), _WEEK)]
    return Bundle(
        title=_("Roster, week by week") if len(weeks) > 1 else _title(weeks[0]),
        language=language(),
        documents=tuple(map(week_sheet, weeks)),
    )


def week_sheet(days: Sequence[PlanDay]) -> Document:
    """The seven ``days`` of a week as a table with a row for each."""
    return Document(
        key=f"{KEY}-{days[0].day.isoformat()}",
        title=_title(days),
        language=language(),
        blocks=(_table(days),),
        footer_left=_("Roster"),
        landscape=True,
    )


def _title(days: Sequence[PlanDay]) -> str:
    number = days[0].day.isocalendar().week
    dates = dates_words(days[0].day, days[-1].day)
    return _("Week {number}, {dates}").format(number=number, dates=dates)


def _table(days: Sequence[PlanDay]) -> Table:
    parts = _parts_in_use(days)
    is_anybody_away = any(day.away for day in days)
    return Table(
        columns=(
            Column(title=_("Weekday"), weight=0, is_row_header=True),
            *(Column(title=_(_PARTS[part][0]), weight=3) for part in parts),
            *([Column(title=_("Not here"), weight=2)] if is_anybody_away else []),
        ),
        rows=tuple(_row(day, parts, with_away=is_anybody_away) for day in days),
        summary=_("Who comes when, a row for each day."),
        is_poster=True,
    )


def _parts_in_use(days: Sequence[PlanDay]) -> list[int]:
    """The parts of the day in which a shift begins on any day; the first one if there is none."""
    return sorted({_part(entry) for day in days for entry in day.entries}) or [0]


def _part(entry: Entry) -> int:
    return max(place for place, (_name, since) in enumerate(_PARTS) if entry.start.time() >= since)


def _row(day: PlanDay, parts: Sequence[int], *, with_away: bool) -> tuple[Cell, ...]:
    name = f"{sentence(weekday_words(day.day))} {month_day(day.day)}"
    title: list[str | Line] = [Line(text=name, style=Style.STRONG)]
    if day.holiday:
        title.append(Line(text=day.holiday, style=Style.MUTED))
    away: Cell = Line(text=", ".join(day.away) or NONE, style=Style.MUTED)
    return (
        tuple(title),
        *(_box(day, part) for part in parts),
        *([away] if with_away else []),
    )


def _box(day: PlanDay, part: int) -> Cell:
    here = (_brief(entry) for entry in day.entries if _part(entry) == part)
    return tuple(map(entry_line, here)) or NONE


def _brief(entry: Entry) -> Entry:
    """Without the word for a second helper: who comes is enough, and the letters stay large."""
    is_second = entry.kind is HourKind.TWO_HELPERS
    return replace(entry, kind=HourKind.BASIS) if is_second else entry
