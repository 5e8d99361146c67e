"""The absence overview: who was away when, how many hours, and who covered; never why."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from bpa_desktop.documents.model import Align, Column, Document, Heading, Table, Text
from bpa_desktop.documents.phrases import NONE, dates_words, footer, in_hours, period_words
from bpa_desktop.domain.absence import AbsenceKind
from bpa_desktop.i18n import _, date_words, hours, language, ngettext, number, pgettext

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator, Sequence

    from bpa_desktop.documents.model import Block, Cell
    from bpa_desktop.domain.period import Period

KEY: Final = "absence_overview"


@dataclass(frozen=True, kw_only=True)
class Spell:
    """One absence, as far as it lies in the period; minutes are of planned shifts.

    ``helper`` and those in ``covered`` are named as the package names them, the latter in short.
    ``lost`` is the sum of ``covered`` and ``uncovered``. ``is_open`` says that it had not ended,
    ``is_part_of_day`` that it was shorter than its days.
    """

    helper: str
    kind: AbsenceKind
    first: dt.date
    last: dt.date
    days: int
    is_open: bool = False
    is_part_of_day: bool = False
    lost: int = 0
    covered: tuple[tuple[str, int], ...] = ()
    uncovered: int = 0


@dataclass(frozen=True, kw_only=True)
class KindTotal:
    """All absences of one kind; minutes by who covered them."""

    kind: AbsenceKind
    spells: int
    days: int
    lost: int
    by_permanent: int
    by_substitutes: int
    uncovered: int


@dataclass(frozen=True, kw_only=True)
class AbsenceOverview:
    """Every absence of the period by helper and day, and the sums by kind."""

    case_number: str
    period: Period
    made_on: dt.date
    spells: tuple[Spell, ...]
    totals: tuple[KindTotal, ...]


def absence_overview(values: AbsenceOverview) -> Document:
    """The overview as a document."""
    return Document(
        key=KEY,
        title=_("Absence overview"),
        subtitle=sentence_of(values),
        language=language(),
        footer_left=footer(values.case_number, _("Absence overview")),
        blocks=tuple(_blocks(values)),
    )


def sentence_of(values: AbsenceOverview) -> str:
    """How much absence there was, in a sentence."""
    when = period_words(values.period)
    if not values.spells:
        return _("{period}: no absence.").format(period=when)
    lost = sum(one.lost for one in values.totals)
    uncovered = sum(one.uncovered for one in values.totals)
    count = len(values.spells)
    text = ngettext(
        "{period}: {n} absence, {lost} of planned shifts. {uncovered} of them stayed uncovered.",
        "{period}: {n} absences, {lost} of planned shifts. {uncovered} of them stayed uncovered.",
        count,
    )
    return text.format(period=when, lost=in_hours(lost), uncovered=hours(uncovered))


def _blocks(values: AbsenceOverview) -> Iterator[Block]:
    if values.spells:
        yield Heading(text=_("Absence by kind"))
        yield kinds_table(values.totals)
    yield Text(text=_reading(values))
    if values.spells:
        yield Heading(text=_("Absence by helper"))
        yield _spells_table(values)


def kinds_table(totals: Sequence[KindTotal], *, with_sum: bool = True) -> Table:
    """The sums by kind, as they stand here and, without the sum of all, on the overview page."""
    return Table(
        columns=(
            Column(title=_("Kind"), weight=0, is_row_header=True),
            Column(title=pgettext("absence", "Times"), align=Align.END, weight=0),
            Column(title=_("Days"), align=Align.END, weight=0),
            Column(title=_("Hours"), align=Align.END, weight=0),
            Column(title=_("Covered by")),
        ),
        rows=tuple(
            (
                _(one.kind.label),
                number(one.spells),
                number(one.days),
                hours(one.lost),
                _cover(one),
            )
            for one in totals
        ),
        totals=_kinds_sum(totals) if with_sum and len(totals) > 1 else None,
        summary=_("Days and hours of each kind of absence."),
    )


def _kinds_sum(totals: Sequence[KindTotal]) -> tuple[Cell, ...]:
    everything = KindTotal(
        kind=AbsenceKind.OTHER,
        spells=sum(one.spells for one in totals),
        days=sum(one.days for one in totals),
        lost=sum(one.lost for one in totals),
        by_permanent=sum(one.by_permanent for one in totals),
        by_substitutes=sum(one.by_substitutes for one in totals),
        uncovered=sum(one.uncovered for one in totals),
    )
    return (
        _("Total"),
        number(everything.spells),
        number(everything.days),
        hours(everything.lost),
        _cover(everything),
    )


def _cover(total: KindTotal) -> str:
    parts = (
        (_("permanent helpers {hours}"), total.by_permanent),
        (_("substitutes {hours}"), total.by_substitutes),
        (_("unfilled {hours}"), total.uncovered),
    )
    said = [text.format(hours=hours(minutes)) for text, minutes in parts if minutes]
    return ", ".join(said) or _("no planned shifts")


def _spells_table(values: AbsenceOverview) -> Table:
    return Table(
        columns=(
            Column(title=_("Helper"), weight=0, is_row_header=True),
            Column(title=_("Period"), weight=5),
            Column(title=_("Kind"), weight=3),
            Column(title=_("Days"), align=Align.END, weight=0),
            Column(title=_("Hours"), align=Align.END, weight=0),
            Column(title=_("Covered by"), weight=4),
        ),
        rows=tuple(_row(one) for one in values.spells),
        totals=(
            _("Total"),
            "",
            "",
            number(sum(one.days for one in values.spells)),
            hours(sum(one.lost for one in values.spells)),
            _coverers(
                [(_("covered"), sum(one.lost - one.uncovered for one in values.spells))],
                sum(one.uncovered for one in values.spells),
            ),
        ),
        summary=_("Each absence with its days, its hours, and who covered them."),
    )


def _row(spell: Spell) -> tuple[Cell, ...]:
    return (
        spell.helper,
        _when(spell),
        _(spell.kind.label),
        number(spell.days),
        hours(spell.lost),
        _coverers(spell.covered, spell.uncovered),
    )


def _when(spell: Spell) -> str:
    if spell.is_open:
        return _("from {date}, not ended").format(date=date_words(spell.first))
    when = dates_words(spell.first, spell.last)
    return _("{days}, part of the day").format(days=when) if spell.is_part_of_day else when


def _coverers(covered: Iterable[tuple[str, int]], uncovered: int) -> str:
    said = [f"{who} {hours(minutes)}" for who, minutes in covered if minutes]
    if uncovered:
        said.append(_("unfilled {hours}").format(hours=hours(uncovered)))
    return ", ".join(said) or NONE


def _reading(values: AbsenceOverview) -> str:
    said = [
        _("The overview shows kind, days and hours. Causes are not kept."),
        _("Days are calendar days. A night or part of a day counts as one day."),
        _("Hours are planned shifts that lie in the absence."),
    ]
    if values.period.end > values.made_on:
        said.append(
            _("It was made on {date}. Later days show what is known so far.").format(
                date=date_words(values.made_on)
            )
        )
    return " ".join(said)
