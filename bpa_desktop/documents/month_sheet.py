"""A month on one sheet across: a row for each week, and who comes when on each day."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bpa_desktop.documents.model import Bundle, Document, Line, Style
from bpa_desktop.documents.month_grid import month_grid
from bpa_desktop.documents.phrases import month_day, month_title
from bpa_desktop.documents.plan_days import entry_line
from bpa_desktop.i18n import _, language

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bpa_desktop.documents.model import Cell
    from bpa_desktop.documents.plan_days import PlanDay
    from bpa_desktop.domain.period import Period

KEY: Final = "month_sheet"


def month_sheets(period: Period, days: Sequence[PlanDay]) -> Bundle:
    """A sheet for each month of ``period``; ``days`` are all its days."""
    sheets = tuple(month_sheet(part, days) for part in period.months())
    title = _("Roster, month by month") if len(sheets) > 1 else sheets[0].title
    return Bundle(title=title, language=language(), documents=sheets)


def month_sheet(part: Period, days: Sequence[PlanDay]) -> Document:
    """The days of one month, or the part of it that belongs to the period."""
    boxes = {day.day: _box(day) for day in days if part.first <= day.day < part.end}
    return Document(
        key=f"{KEY}-{part.first:%Y-%m}",
        title=_("Roster {month}").format(month=month_title(part)),
        language=language(),
        blocks=(month_grid(part, boxes),),
        footer_left=_("Roster"),
        landscape=True,
    )


def _box(day: PlanDay) -> Cell:
    number = Line(text=month_day(day.day), style=Style.STRONG, aside=day.holiday)
    return (number, *map(entry_line, day.entries))
