"""The statement of one helper's working time, as the law on its registration asks."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Final

from bpa_desktop.documents.model import Align, Column, Document, Facts, Heading, Line, Style, Table
from bpa_desktop.documents.model import Text as Paragraph
from bpa_desktop.documents.phrases import (
    in_hours,
    month_title,
    period_words,
    sentence,
    shift_span,
)
from bpa_desktop.i18n import (
    _,
    date_words,
    day_month,
    hours,
    language,
    ngettext,
    weekday_words,
)

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator, Sequence

    from bpa_desktop.documents.model import Block, Cell
    from bpa_desktop.domain.period import Period
    from bpa_desktop.domain.registration import Keeping

KEY: Final = "time_statement"
_BYTE_ORDER_MARK: Final = "\ufeff"
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r", "\n")
"""What a spreadsheet would take for the beginning of a formula."""


@dataclass(frozen=True, kw_only=True)
class DayHours:
    """The work of one day; times are by the wall clock, minutes are real ones."""

    day: dt.date
    stretches: tuple[tuple[dt.datetime, dt.datetime], ...]
    minutes: int


@dataclass(frozen=True, kw_only=True)
class Departure:
    """A departure from the rules on rest that was looked at and kept; ``start`` to ``end``."""

    what: str
    start: dt.datetime
    end: dt.datetime
    minutes_short: int
    reason: str


@dataclass(frozen=True, kw_only=True)
class TimeStatement:
    """One helper's working time in ``period``, and nobody else's.

    ``unconfirmed`` counts the helper's shifts that nobody has marked as worked. ``kept`` is
    ``None`` where no rule is known for the days.
    """

    helper: str
    leader: str
    period: Period
    made_on: dt.date
    days: tuple[DayHours, ...]
    unconfirmed: int = 0
    departures: tuple[Departure, ...] = ()
    kept: Keeping | None = None

    @property
    def minutes(self) -> int:
        """All the work of the period."""
        return sum(one.minutes for one in self.days)


def time_statement(values: TimeStatement) -> Document:
    """The statement as a document."""
    return Document(
        key=KEY,
        title=_("Working time: {period}").format(period=_when(values.period)),
        subtitle=summary(values),
        language=language(),
        footer_left=_("Working time"),
        blocks=tuple(_blocks(values)),
    )


def _when(period: Period) -> str:
    return month_title(period) if period.is_whole_month else period_words(period)


def summary(values: TimeStatement) -> str:
    """How much was worked, in a sentence."""
    text = ngettext(
        "{who} worked {hours} on {n} day.",
        "{who} worked {hours} on {n} days.",
        len(values.days),
    )
    return text.format(who=values.helper, hours=in_hours(values.minutes))


def _blocks(values: TimeStatement) -> Iterator[Block]:
    yield Facts(pairs=tuple(_facts(values)))
    yield Paragraph(text=_reading(values))
    months = [part for part in values.period.months() if _days_of(values, part)]
    if len(months) > 1:
        yield _months_table(values, months)
    for part in months:
        if len(values.period.months()) > 1:
            yield Heading(text=sentence(month_title(part)))
        yield _month_table(_days_of(values, part))
    yield from _departures(values.departures)
    yield Heading(text=_("How long this is kept"))
    yield Paragraph(text=kept_words(values.kept))
    if values.kept is not None:
        source = _("Source: {source}.").format(source=values.kept.source)
        yield Paragraph(text=source, style=Style.MUTED)


def _facts(values: TimeStatement) -> Iterator[tuple[str, str | Line]]:
    yield _("Helper"), Line(text=values.helper, style=Style.STRONG)
    if values.leader:
        yield _("Work leader"), values.leader
    yield _("Period"), period_words(values.period)
    yield _("Made on"), date_words(values.made_on)


def _reading(values: TimeStatement) -> str:
    said = [
        _("All time at work counts in full, from start to end. A day runs from midnight."),
        _("Days that are not listed had no work."),
        _("A week that lies in two months is summed in each of them."),
    ]
    if values.unconfirmed:
        said.append(
            ngettext(
                "{n} shift is not confirmed as worked. It is not in the hours.",
                "{n} shifts are not confirmed as worked. They are not in the hours.",
                values.unconfirmed,
            )
        )
    return " ".join(said)


def _days_of(values: TimeStatement, part: Period) -> list[DayHours]:
    return [one for one in values.days if part.first <= one.day < part.end]


def _months_table(values: TimeStatement, months: Sequence[Period]) -> Table:
    return Table(
        columns=(
            Column(title=_("Month"), is_row_header=True),
            Column(title=_("Hours"), align=Align.END, weight=0),
        ),
        rows=tuple(
            (
                sentence(month_title(part)),
                hours(sum(one.minutes for one in _days_of(values, part))),
            )
            for part in months
        ),
        totals=(_("Total"), hours(values.minutes)),
        summary=_("The hours of each month."),
    )


def _month_table(days: Sequence[DayHours]) -> Table:
    return Table(
        columns=(
            Column(title=_("Day"), weight=3, is_row_header=True),
            Column(title=_("From – to"), weight=4),
            Column(title=_("Hours"), align=Align.END, weight=0),
        ),
        rows=tuple(_rows(days)),
        totals=(_("Total"), "", hours(sum(one.minutes for one in days))),
        summary=_("Each day with work, when it was, and its hours; then the sum of the week."),
    )


def _rows(days: Sequence[DayHours]) -> Iterator[tuple[Cell, ...]]:
    for week, group in groupby(days, key=lambda one: one.day.isocalendar()[:2]):
        listed = list(group)
        for one in listed:
            day = f"{weekday_words(one.day)} {day_month(one.day)}"
            yield day, times_words(one), hours(one.minutes)
        total = hours(sum(one.minutes for one in listed))
        yield (
            Line(text=_("Week {number}").format(number=week[1]), style=Style.STRONG),
            "",
            Line(text=total, style=Style.STRONG),
        )


def times_words(one: DayHours) -> str:
    """``00–07, 23–24``."""
    return ", ".join(shift_span(start, end) for start, end in one.stretches)


def _departures(departures: Iterable[Departure]) -> Iterator[Block]:
    rows = tuple(
        (_moments(one), _what(one), one.reason or _("No reason is written.")) for one in departures
    )
    if not rows:
        return
    yield Heading(text=_("Departures from the rules on rest"))
    yield Table(
        columns=(
            Column(title=_("When"), weight=3, is_row_header=True),
            Column(title=_("What was found"), weight=3),
            Column(title=_("Why it stayed so"), weight=4),
        ),
        rows=rows,
        summary=_("Each departure that was looked at and kept, with the reason."),
    )


def _moments(one: Departure) -> str:
    if one.start.date() == one.end.date():
        return f"{date_words(one.start.date())} {shift_span(one.start, one.end)}"
    days = (f"{day_month(at.date())} {at:%H:%M}" for at in (one.start, one.end))
    return _("{start} to {end}").format(**dict(zip(("start", "end"), days, strict=True)))


def _what(one: Departure) -> str:
    if not one.minutes_short:
        return one.what
    return _("{what}: {hours} too little").format(what=one.what, hours=in_hours(one.minutes_short))


def kept_words(kept: Keeping | None) -> str:
    """Until when the hours are kept, and from which day they may be deleted."""
    if kept is None:
        return _("No rule is known for how long the hours of these days must be kept.")
    text = ngettext(
        "The hours are kept through {through}: {n} year after the end of the reference period, "
        "{reference}. They may be deleted from {day}.",
        "The hours are kept through {through}: {n} years after the end of the reference period, "
        "{reference}. They may be deleted from {day}.",
        kept.years,
    )
    return text.format(
        through=date_words(kept.through),
        reference=period_words(kept.reference),
        day=date_words(kept.deletable_from),
    )


def time_csv(values: TimeStatement) -> bytes:
    """The days as semicolon-separated values in UTF-8 with a byte order mark.

    One line for each day with work. Hours are decimal numbers in the language of the statement,
    minutes whole ones. No text can begin a formula.
    """
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    titles = (_("Helper"), _("Date"), _("Weekday"), _("From – to"), _("Hours"), _("Minutes"))
    writer.writerow(titles)
    for one in values.days:
        row = (
            values.helper,
            one.day.isoformat(),
            weekday_words(one.day),
            times_words(one),
            hours(one.minutes),
            str(one.minutes),
        )
        writer.writerow([harmless(cell) for cell in row])
    return (_BYTE_ORDER_MARK + text.getvalue()).encode()


def harmless(cell: str) -> str:
    """``cell`` so that no spreadsheet takes it for a formula."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
