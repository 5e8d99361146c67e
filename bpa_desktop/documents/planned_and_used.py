"""The roster as planned and as used, side by side, with each difference and its reason."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from bpa_desktop.documents.model import Align, Column, Document, Line, Note, Style, Table, Text
from bpa_desktop.documents.phrases import NONE, difference, footer, period_words, sentence
from bpa_desktop.documents.roster_used import Progress, became_text, explanation
from bpa_desktop.i18n import _, day_words, hours, language, ngettext, pgettext

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bpa_desktop.documents.model import Block, Cell
    from bpa_desktop.documents.roster_used import Deviation
    from bpa_desktop.domain.period import Period

KEY: Final = "planned_and_used"


@dataclass(frozen=True, kw_only=True)
class Pair:
    """One shift: what was planned, what it became, and the minutes of both.

    ``used`` is 0 for a shift that was unfilled or called off, and for one that lies ahead or was
    not confirmed. ``is_settled`` tells whether it is known what it became.
    """

    became: Deviation
    progress: Progress
    planned: int
    used: int
    is_settled: bool
    is_changed: bool


@dataclass(frozen=True, kw_only=True)
class PlannedAndUsed:
    """The shifts that were planned to begin in ``period``, in order."""

    case_number: str
    period: Period
    pairs: tuple[Pair, ...]


def planned_and_used(values: PlannedAndUsed) -> Document:
    """A table with a row for each shift."""
    return Document(
        key=KEY,
        title=_("Roster as planned and as used"),
        subtitle=f"{sentence(period_words(values.period))}. {_summary(values)}",
        language=language(),
        blocks=tuple(_blocks(values)),
        footer_left=footer(values.case_number, _("As planned and as used")),
        landscape=True,
    )


def _summary(values: PlannedAndUsed) -> str:
    changed = sum(pair.is_changed for pair in values.pairs)
    if not changed:
        return _("No shift became other than planned.")
    text = ngettext(
        "{n} shift became other than planned.", "{n} shifts became other than planned.", changed
    )
    return text.format(n=changed)


def _blocks(values: PlannedAndUsed) -> Iterator[Block]:
    if not values.pairs:
        yield Text(text=_("There are no shifts in the period."))
        return
    open_ones = sum(not pair.is_settled for pair in values.pairs)
    if open_ones:
        text = ngettext(
            "{n} shift is not used or not confirmed yet. It is not in the sums.",
            "{n} shifts are not used or not confirmed yet. They are not in the sums.",
            open_ones,
        )
        yield Note(text=text)
    yield _table(values)


def _table(values: PlannedAndUsed) -> Table:
    settled = [pair for pair in values.pairs if pair.is_settled]
    planned, used = sum(pair.planned for pair in settled), sum(pair.used for pair in settled)
    return Table(
        columns=(
            Column(title=_("Day"), weight=0, is_row_header=True),
            Column(title=pgettext("roster", "As planned"), weight=3),
            Column(title=pgettext("roster", "As used"), weight=3),
            Column(title=_("Difference in hours"), weight=2, align=Align.END),
            Column(title=_("Explanation"), weight=4),
        ),
        rows=tuple(map(_row, values.pairs)),
        totals=(_("Hours in all"), hours(planned), hours(used), difference(used - planned), ""),
        summary=_("Each shift as it was planned beside what it became."),
    )


def _row(pair: Pair) -> tuple[Cell, ...]:
    used = Line(text=_used(pair), style=Style.STRONG if pair.is_changed else Style.BODY)
    return (
        day_words(pair.became.day),
        pair.became.planned,
        used,
        _difference(pair),
        explanation(pair.became),
    )


def _difference(pair: Pair) -> str:
    """Nothing where all went as planned, so that what differs is seen."""
    if not pair.is_settled:
        return NONE
    return difference(pair.used - pair.planned) if pair.is_changed else ""


def _used(pair: Pair) -> str:
    if pair.is_settled or pair.became.is_unfilled:
        return became_text(pair.became)
    if pair.progress is Progress.UNCONFIRMED:
        return pgettext("roster", "not confirmed")
    return pgettext("roster", "not yet")
