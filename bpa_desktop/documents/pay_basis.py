"""The basis of one helper's pay of a month: what is paid, for which shifts, and what is missing."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from bpa_desktop.documents.model import (
    Align,
    Bundle,
    Column,
    Document,
    Facts,
    Heading,
    Note,
    Table,
    Text,
)
from bpa_desktop.documents.phrases import (
    NONE,
    dates_words,
    in_hours,
    month_title,
    shift_span,
)
from bpa_desktop.domain.kinds import HourKind
from bpa_desktop.i18n import (
    _,
    date_words,
    day_month,
    hours,
    kroner,
    language,
    money,
    number,
    weekday_words,
)

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Sequence

    from bpa_desktop.documents.model import Block, Cell
    from bpa_desktop.domain.absence import AbsenceKind
    from bpa_desktop.domain.period import Period

KEY: Final = "pay_basis"


@dataclass(frozen=True, kw_only=True)
class PaidLine:
    """One line of the pay in words; kroner before tax. ``minutes`` is 0 for what has no hours."""

    title: str
    minutes: int
    amount: Decimal


@dataclass(frozen=True, kw_only=True)
class PaidWork:
    """One shift by the wall clock, with its real minutes; no ``amount`` where a rate is missing."""

    start: dt.datetime
    end: dt.datetime
    minutes: int
    kind: HourKind
    amount: Decimal | None


@dataclass(frozen=True, kw_only=True)
class Away:
    """One absence as far as it lies in the month; ``lost`` are minutes of planned shifts."""

    kind: AbsenceKind
    first: dt.date
    last: dt.date
    days: int
    lost: int


@dataclass(frozen=True, kw_only=True)
class PayBasis:
    """One helper's pay of ``month``, and nothing of anybody else's.

    ``state`` tells whether the pay is locked, ``missing`` each rate that is not known, ``since``
    what has changed after the pay was locked; all three in words.
    """

    helper: str
    employer: str
    month: Period
    made_on: dt.date
    state: str
    lines: tuple[PaidLine, ...] = ()
    work: tuple[PaidWork, ...] = ()
    away: tuple[Away, ...] = ()
    missing: tuple[str, ...] = ()
    since: str = ""
    holiday: tuple[str, ...] = ()

    @property
    def amount(self) -> Decimal | None:
        """The sum of the lines; None while something is missing."""
        return None if self.missing else sum((one.amount for one in self.lines), Decimal(0))

    @property
    def minutes(self) -> int:
        """The time of all the shifts."""
        return sum(one.minutes for one in self.work)


def pay_bases(values: Sequence[PayBasis], month: Period) -> Bundle:
    """The paper of each helper, one after the other, as one file."""
    documents = tuple(pay_basis(one, f"{KEY}_{place}") for place, one in enumerate(values))
    whole = _("Pay basis {month}").format(month=month_title(month))
    return Bundle(title=whole, language=language(), documents=documents)


def pay_basis(values: PayBasis, key: str = KEY) -> Document:
    """The paper of one helper; the name stands on the page and not in its title."""
    text = _("Pay basis {month}, incomplete") if values.missing else _("Pay basis {month}")
    title = text.format(month=month_title(values.month))
    return Document(
        key=key,
        title=title,
        subtitle=summary(values),
        recipient=values.helper,
        language=language(),
        footer_left=_("Pay basis {month}").format(month=month_title(values.month)),
        blocks=tuple(_blocks(values)),
    )


def summary(values: PayBasis) -> str:
    """The hours and the pay in a sentence."""
    if values.amount is None:
        text = _("{hours}. The pay is incomplete, because a rate is missing.")
        return text.format(hours=in_hours(values.minutes))
    text = _("{hours}. The pay is {amount} before tax.")
    return text.format(hours=in_hours(values.minutes), amount=money(values.amount))


def _blocks(values: PayBasis) -> Iterator[Block]:
    yield Facts(pairs=tuple(_facts(values)))
    if values.missing:
        yield Note(text="\n".join(values.missing))
    yield Heading(text=_("Pay"))
    if values.lines:
        yield _lines_table(values)
    yield Text(text=tax_words())
    if values.work:
        yield Heading(text=_("Hours by kind"))
        yield _kinds_table(values.work)
    if values.away:
        is_month = values.month.is_whole_month
        text = _("Absence in the month") if is_month else _("Absence in the pay period")
        yield Heading(text=text)
        yield _away_table(values.away)
    if values.holiday:
        yield Heading(text=_("Holiday"))
        yield Text(text="\n".join(values.holiday))
    if values.work:
        yield Heading(text=_("Shifts"))
        if values.since:
            yield Text(text=values.since)
        yield _work_table(values)


def tax_words() -> str:
    """Whose task the tax is."""
    return _(
        "All amounts are before tax. Income tax and labour market contribution are the task of the "
        "pay office, and are not worked out here."
    )


def _facts(values: PayBasis) -> Iterator[tuple[str, str]]:
    if values.employer:
        yield _("Employer"), values.employer
    yield _("Made on"), date_words(values.made_on)
    yield _("State"), values.state


def _lines_table(values: PayBasis) -> Table:
    whole = _("incomplete") if values.amount is None else _kroner(values.amount)
    return Table(
        columns=(
            Column(title=_("What it is"), weight=4, is_row_header=True),
            Column(title=_("Hours"), align=Align.END, weight=0),
            Column(title=_("Kroner"), align=Align.END, weight=0),
        ),
        rows=tuple(
            (one.title, hours(one.minutes) if one.minutes else NONE, _kroner(one.amount))
            for one in values.lines
        ),
        totals=(_("In all"), "", whole),
        summary=_("Each line of the pay with its hours and kroner."),
    )


def _kroner(amount: Decimal | None) -> str:
    """Kroner without the word, for a column that says it."""
    if amount is None:
        return NONE
    return kroner(amount)


def _kinds_table(work: Sequence[PaidWork]) -> Table:
    found: dict[HourKind, list[int]] = defaultdict(list)
    for one in work:
        found[one.kind].append(one.minutes)
    rows = [
        (_(kind.label), number(len(found[kind])), hours(sum(found[kind])))
        for kind in HourKind
        if kind in found
    ]
    every = sum(one.minutes for one in work)
    return Table(
        columns=(
            Column(title=_("Kind"), weight=4, is_row_header=True),
            Column(title=_("Number of shifts"), align=Align.END, weight=0),
            Column(title=_("Hours"), align=Align.END, weight=0),
        ),
        rows=tuple(rows),
        totals=(_("In all"), number(len(work)), hours(every)) if len(rows) > 1 else None,
        summary=_("Shifts and hours of each kind."),
    )


def _away_table(away: Sequence[Away]) -> Table:
    return Table(
        columns=(
            Column(title=_("Kind"), weight=3, is_row_header=True),
            Column(title=_("When"), weight=4),
            Column(title=_("Days"), align=Align.END, weight=0),
            Column(title=_("Hours of planned shifts"), align=Align.END, weight=0),
        ),
        rows=tuple(
            (_(one.kind.label), dates_words(one.first, one.last), number(one.days), hours(one.lost))
            for one in away
        ),
        summary=_("Each absence with its kind, days and hours."),
    )


def _work_table(values: PayBasis) -> Table:
    is_told = any(one.kind is not HourKind.BASIS for one in values.work)
    known = [one.amount for one in values.work if one.amount is not None]
    is_whole = len(known) == len(values.work)
    whole = _kroner(sum(known, Decimal(0))) if is_whole else _("incomplete")
    return Table(
        columns=(
            Column(title=_("Day"), weight=4, is_row_header=True),
            Column(title=_("From – to"), weight=3),
            *([Column(title=_("Kind"), weight=3)] if is_told else []),
            Column(title=_("Hours"), align=Align.END, weight=0),
            Column(title=_("Kroner"), align=Align.END, weight=0),
        ),
        rows=tuple(_work_row(one, is_told=is_told) for one in values.work),
        totals=(_("In all"), "", *([""] if is_told else []), hours(values.minutes), whole),
        summary=_("Each shift with its hours and what it is paid with."),
    )


def _work_row(one: PaidWork, *, is_told: bool) -> tuple[Cell, ...]:
    day = one.start.date()
    return (
        f"{weekday_words(day)} {day_month(day)}",
        shift_span(one.start, one.end),
        *([_(one.kind.label)] if is_told else []),
        hours(one.minutes),
        _kroner(one.amount),
    )
