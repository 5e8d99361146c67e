"""The roster as it was used: a calendar for each month, and what became other than planned."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Final

from bpa_desktop.documents.kept_points import heading as kept_heading
from bpa_desktop.documents.kept_points import kept_table
from bpa_desktop.documents.model import Bundle, Column, Document, Heading, Line, Note, Style, Table
from bpa_desktop.documents.model import Text as Paragraph
from bpa_desktop.documents.month_grid import month_grid
from bpa_desktop.documents.phrases import (
    counted,
    footer,
    in_hours,
    month_day,
    month_title,
    sentence,
    shift_span,
)
from bpa_desktop.domain.kinds import HourKind
from bpa_desktop.domain.record import Choice
from bpa_desktop.errors import N_
from bpa_desktop.i18n import _, date_words, day_words, language, ngettext, pgettext

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Sequence

    from bpa_desktop.documents.kept_points import KeptPoint
    from bpa_desktop.documents.model import Block, Cell
    from bpa_desktop.domain.period import Period

KEY: Final = "roster_used"

KIND_WORDS: Final = {
    HourKind.AVAILABILITY: N_("availability"),
    HourKind.TWO_HELPERS: N_("extra"),
    HourKind.STAFF_MEETING: N_("staff meeting"),
    HourKind.MUS: N_("MUS"),
    HourKind.TRAINING: N_("training"),
    HourKind.COURSE: N_("course"),
    HourKind.HOLIDAY_EXTRA: N_("holiday"),
    HourKind.OTHER: N_("other"),
}
"""How a shift that is not a basic one is marked in the calendar."""


class Progress(Enum):
    """How far an entry has come."""

    USED = "used"
    PLANNED = "planned"
    UNCONFIRMED = "unconfirmed"


class Why(Choice):
    """Why somebody else came; never more than this."""

    SICKNESS = "sickness", N_("Sickness")
    ABSENCE = "absence", N_("Absence")


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One shift in a day's box, or several helpers' at the same time.

    ``who`` are the helpers as the package names them, none when it is unfilled. ``instead_of``
    is the helper it was planned for, when somebody else came.
    """

    start: dt.datetime
    end: dt.datetime
    who: tuple[str, ...] = ()
    instead_of: str = ""
    kind: HourKind = HourKind.BASIS
    progress: Progress = Progress.USED


@dataclass(frozen=True, kw_only=True)
class Day:
    """One day of the period; the entries are those that begin on it.

    ``is_planned`` says that the day had not been used when the paper was made.
    """

    day: dt.date
    holiday: str = ""
    is_planned: bool = False
    entries: tuple[Entry, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Deviation:
    """A shift that became other than planned, on the day for which it was planned.

    ``became`` is empty when it was called off.
    """

    day: dt.date
    planned: str
    became: str
    is_unfilled: bool = False
    why: Why | None = None
    text: str = ""


@dataclass(frozen=True, kw_only=True)
class Month:
    """One calendar month of the period, or the part of it that belongs to the period.

    ``used`` are minutes of help that were worked. ``unfilled`` and ``replaced`` count shifts
    before the day the paper was made; ``open_ahead`` the unfilled ones from that day on. ``kept``
    are the rules that were not kept, each with why.
    """

    part: Period
    days: tuple[Day, ...]
    used: int
    unfilled: int = 0
    replaced: int = 0
    unconfirmed: int = 0
    open_ahead: int = 0
    deviations: tuple[Deviation, ...] = ()
    kept: tuple[KeptPoint, ...] = ()


@dataclass(frozen=True, kw_only=True)
class RosterUsed:
    """The months of a period in order, as they were on the day ``made_on``."""

    case_number: str
    made_on: dt.date
    months: tuple[Month, ...]


def key_of(month: Month) -> str:
    """The key of the month's document in a package."""
    return f"{KEY}-{month.part.first:%Y-%m}"


def roster_used(values: RosterUsed) -> Bundle:
    """A document for each month, as one bundle."""
    return Bundle(
        title=_("Roster as it was used"),
        language=language(),
        documents=tuple(month_document(values, month) for month in values.months),
    )


def month_document(values: RosterUsed, month: Month) -> Document:
    """The calendar of one month and its deviations."""
    return Document(
        key=key_of(month),
        title=_title(values, month),
        subtitle=summary(values, month),
        language=language(),
        footer_left=footer(values.case_number, _("Roster as used")),
        blocks=(
            _calendar(month),
            *_reading(values, month),
            Heading(text=_("Deviations from the plan")),
            *_deviations(month),
            *_kept(month),
        ),
    )


def _is_ahead(values: RosterUsed, month: Month) -> bool:
    return month.part.first >= values.made_on


def _title(values: RosterUsed, month: Month) -> str:
    when = month_title(month.part)
    if _is_ahead(values, month):
        return _("Roster as planned: {month}").format(month=when)
    return _("Roster as it was used: {month}").format(month=when)


def summary(values: RosterUsed, month: Month) -> str:
    """What the month's calendar shows, in a sentence or two."""
    if _is_ahead(values, month):
        said = [_("Nothing of it is used yet.")]
    else:
        said = [_("{hours} of help used.").format(hours=in_hours(month.used)), _went(month)]
    if month.open_ahead:
        said.append(_ahead(month.open_ahead))
    return " ".join(said)


def _went(month: Month) -> str:
    unfilled = ngettext(
        "{count} shift was unfilled", "{count} shifts were unfilled", month.unfilled
    )
    parts = []
    if month.unfilled:
        parts.append(unfilled.format(count=counted(month.unfilled)))
    if month.replaced:
        both = ngettext(
            "{count} was covered by somebody else than planned",
            "{count} were covered by somebody else than planned",
            month.replaced,
        )
        alone = ngettext(
            "{count} shift was covered by somebody else than planned",
            "{count} shifts were covered by somebody else than planned",
            month.replaced,
        )
        parts.append((both if parts else alone).format(count=counted(month.replaced)))
    if not parts:
        return _("Every shift was filled by the helper it was planned for.")
    return sentence(", ".join(parts)) + "."


def _ahead(count: int) -> str:
    text = ngettext(
        "{count} shift to come is still unfilled.",
        "{count} shifts to come are still unfilled.",
        count,
    )
    return sentence(text.format(count=counted(count)))


def _calendar(month: Month) -> Table:
    return month_grid(month.part, {day.day: _box(day) for day in month.days})


def _box(day: Day) -> Cell:
    asides = [day.holiday] if day.holiday else []
    if day.is_planned:
        asides.append(pgettext("roster", "planned"))
    number = Line(text=month_day(day.day), style=Style.STRONG, aside=", ".join(asides))
    return (number, *(_line(entry, on_planned_day=day.is_planned) for entry in day.entries))


def _line(entry: Entry, *, on_planned_day: bool) -> Line:
    text = entry_text(entry)
    if not entry.who:
        return Line(text=text, style=Style.STRONG)
    if entry.progress is Progress.UNCONFIRMED:
        return Line(text=text, aside=pgettext("roster", "not confirmed"))
    if entry.progress is Progress.PLANNED:
        aside = "" if on_planned_day else pgettext("roster", "planned")
        return Line(text=text, style=Style.MUTED, aside=aside)
    return Line(text=text)


def entry_text(entry: Entry) -> str:
    """``07–15 DI``, ``07–15 DI for AN``, ``23–07 ubesat``, ``10–12 AN, BO personalemøde``."""
    when = shift_span(entry.start, entry.end)
    if not entry.who:
        who = pgettext("roster", "unfilled")
    elif entry.instead_of:
        who = pgettext("roster", "{who} for {absent}").format(
            who=", ".join(entry.who), absent=entry.instead_of
        )
    else:
        who = ", ".join(entry.who)
    kind = KIND_WORDS.get(entry.kind)
    return f"{when} {who} {_(kind)}" if kind else f"{when} {who}"


def _reading(values: RosterUsed, month: Month) -> Iterator[Block]:
    ahead = month.part.since(values.made_on)
    if ahead is not None and not _is_ahead(values, month):
        text = _("Days from {date} on are planned, but not used yet.")
        yield Note(text=text.format(date=date_words(ahead.first)))
    if month.unconfirmed:
        text = ngettext(
            "{n} shift is not confirmed as worked. It is not in the hours above.",
            "{n} shifts are not confirmed as worked. They are not in the hours above.",
            month.unconfirmed,
        )
        yield Note(text=text)


def _deviations(month: Month) -> Iterator[Block]:
    if not month.deviations:
        yield Paragraph(text=_("There are none."))
        return
    yield Table(
        columns=(
            Column(title=_("Day"), weight=0, is_row_header=True),
            Column(title=pgettext("deviation", "Planned"), weight=0),
            Column(title=pgettext("deviation", "Became"), weight=0),
            Column(title=_("Explanation")),
        ),
        rows=tuple(
            (day_words(one.day), one.planned, became_text(one), explanation(one))
            for one in month.deviations
        ),
        summary=_("Each shift that became other than planned."),
    )


def _kept(month: Month) -> Iterator[Block]:
    if month.kept:
        yield Heading(text=kept_heading())
        yield kept_table(month.kept)


def became_text(deviation: Deviation) -> str:
    """What the shift became; a word for a shift that was unfilled or called off."""
    if deviation.is_unfilled:
        return pgettext("roster", "unfilled")
    return deviation.became or pgettext("roster", "called off")


def explanation(deviation: Deviation) -> str:
    """The kind of the absence, at most, and what the user wrote for this paper."""
    parts: Sequence[str] = (_(deviation.why.label) if deviation.why else "", deviation.text)
    return " ".join(_full_stop(part) for part in parts if part)


def _full_stop(text: str) -> str:
    return text if text.endswith((".", "?", "!")) else f"{text}."
