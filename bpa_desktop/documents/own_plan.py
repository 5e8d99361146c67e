"""One helper's own shifts with the hours of each week, and nothing about anybody else."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from bpa_desktop.documents.model import Align, Column, Document, Heading, Table, Text
from bpa_desktop.documents.phrases import days_words, in_hours, period_words, sentence, shift_span
from bpa_desktop.documents.roster_used import KIND_WORDS
from bpa_desktop.domain.clock import monday
from bpa_desktop.domain.kinds import HourKind
from bpa_desktop.i18n import _, day_words, hours, language

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bpa_desktop.documents.model import Block, Cell
    from bpa_desktop.domain.period import Period

KEY: Final = "own_plan"


@dataclass(frozen=True, kw_only=True)
class OwnShift:
    """One shift of the helper; ``minutes`` are real ones, so a clock change counts."""

    start: dt.datetime
    end: dt.datetime
    minutes: int
    kind: HourKind = HourKind.BASIS


@dataclass(frozen=True, kw_only=True)
class OwnPlan:
    """The shifts that begin in ``period``, in order, of the helper called ``name``."""

    name: str
    period: Period
    shifts: tuple[OwnShift, ...]


def own_plan(values: OwnPlan) -> Document:
    """A table for each week with its hours; the name stands on the page and not in its title."""
    return Document(
        key=KEY,
        title=_("Your roster"),
        subtitle=_subtitle(values),
        recipient=values.name,
        language=language(),
        blocks=tuple(_blocks(values)),
        footer_left=_("Your roster"),
    )


def _subtitle(values: OwnPlan) -> str:
    minutes = sum(shift.minutes for shift in values.shifts)
    when = sentence(period_words(values.period))
    return _("{period}. {hours} in all.").format(period=when, hours=in_hours(minutes))


def _blocks(values: OwnPlan) -> Iterator[Block]:
    if not values.shifts:
        yield Text(text=_("You have no shifts in this period."))
    is_told = any(shift.kind in KIND_WORDS for shift in values.shifts)
    weeks: dict[dt.date, list[OwnShift]] = {}
    for shift in values.shifts:
        weeks.setdefault(monday(shift.start.date()), []).append(shift)
    for first, shifts in weeks.items():
        yield Heading(text=week_words(first))
        yield _table(shifts, with_kind=is_told)


def week_words(first: dt.date) -> str:
    """``Uge 12, 16.–22. marts``."""
    dates = days_words(first, first + dt.timedelta(days=6))
    return _("Week {number}, {dates}").format(number=first.isocalendar().week, dates=dates)


def _table(shifts: Sequence[OwnShift], *, with_kind: bool) -> Table:
    total = sum(shift.minutes for shift in shifts)
    return Table(
        columns=(
            Column(title=_("Day"), is_row_header=True, weight=3),
            Column(title=_("Time"), weight=2),
            *([Column(title=_("Kind"), weight=2)] if with_kind else []),
            Column(title=_("Hours"), weight=0, align=Align.END),
        ),
        rows=tuple(_row(shift, with_kind=with_kind) for shift in shifts),
        totals=(_("In all"), "", *([""] if with_kind else []), hours(total)),
        summary=_("Your shifts in this week."),
    )


def _row(shift: OwnShift, *, with_kind: bool) -> tuple[Cell, ...]:
    kind = KIND_WORDS.get(shift.kind)
    return (
        day_words(shift.start.date()),
        shift_span(shift.start, shift.end),
        *([_(kind) if kind else ""] if with_kind else []),
        hours(shift.minutes),
    )
