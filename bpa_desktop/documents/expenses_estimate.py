"""The figures for an estimate of helper-related expenses (section 10): averages, no receipts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from bpa_desktop.documents.model import Align, Column, Document, Facts, Note, Table, Text
from bpa_desktop.documents.phrases import NONE, footer, in_kroner, period_words
from bpa_desktop.domain.money import ZERO, ore
from bpa_desktop.i18n import _, date_words, kroner, language

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator
    from decimal import Decimal

    from bpa_desktop.documents.model import Block
    from bpa_desktop.domain.period import Period

KEY: Final = "expenses_estimate"


@dataclass(frozen=True, kw_only=True)
class Expense:
    """One line: kroner granted in an average month, and spent in all by the citizen's own log."""

    words: str
    granted: Decimal
    logged: Decimal


@dataclass(frozen=True, kw_only=True)
class ExpensesEstimate:
    """Section 10 for the days of ``counted``, ``months`` of them long.

    ``quote`` are the municipality's own words on what it wants, empty where it says nothing.
    """

    case_number: str
    made_on: dt.date
    counted: Period
    months: Decimal
    lines: tuple[Expense, ...]
    quote: str = ""

    @property
    def logged(self) -> Decimal:
        """Kroner spent by the log in all."""
        return sum((one.logged for one in self.lines), ZERO)

    @property
    def granted(self) -> Decimal:
        """Kroner granted in an average month in all."""
        return sum((one.granted for one in self.lines), ZERO)

    def a_month(self, amount: Decimal) -> Decimal:
        """``amount`` for the average month, in whole øre."""
        return ore(amount / self.months) if self.months else ZERO


def expenses_estimate(values: ExpensesEstimate) -> Document:
    """The figures as a document."""
    title = _("Estimate of helper-related expenses")
    return Document(
        key=KEY,
        title=title,
        subtitle=period_words(values.counted),
        language=language(),
        footer_left=footer(values.case_number, title),
        blocks=tuple(_blocks(values)),
    )


def _blocks(values: ExpensesEstimate) -> Iterator[Block]:
    average = in_kroner(values.a_month(values.logged))
    yield Text(
        text=_(
            "I spend about {amount} a month on what my helpers need at home and outside."
        ).format(amount=average)
    )
    yield Facts(pairs=((_("Counted from my own log of"), period_words(values.counted)),))
    yield Table(
        columns=(
            Column(title=_("What for"), weight=4, is_row_header=True),
            Column(title=_("Estimate now, kr. a month"), align=Align.END, weight=2),
            Column(title=_("Own log, kr."), align=Align.END, weight=2),
            Column(title=_("Average, kr. a month"), align=Align.END, weight=2),
        ),
        rows=tuple(
            (
                one.words,
                kroner(one.granted) if one.granted else NONE,
                kroner(one.logged),
                kroner(values.a_month(one.logged)),
            )
            for one in values.lines
        ),
        totals=(
            _("Total"),
            kroner(values.granted) if values.granted else NONE,
            kroner(values.logged),
            kroner(values.a_month(values.logged)),
        ),
        summary=_("Each kind of expense: the estimate now, the own log, and the average month."),
    )
    yield Note(text=_said(values))


def _said(values: ExpensesEstimate) -> str:
    own = _("No receipts are enclosed. The figures were taken on {made}.")
    said = own.format(made=date_words(values.made_on))
    if not values.quote:
        return said
    return _("You write: “{quote}” {said}").format(quote=values.quote, said=said)
