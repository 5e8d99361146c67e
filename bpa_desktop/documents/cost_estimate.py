"""An estimate of helper-related expenses (section 10): the average, its formula, the figures."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from bpa_desktop.documents.model import Bullets, Document, Facts, Note, Text
from bpa_desktop.documents.phrases import footer
from bpa_desktop.i18n import _, date_words, language, money

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator
    from decimal import Decimal

    from bpa_desktop.documents.model import Block

KEY: Final = "expenses_estimate"


@dataclass(frozen=True, kw_only=True)
class CostPaper:
    """``formula`` tells how ``per_month`` came about. What was bought stays at home.

    ``quote`` are the municipality's own words on what it wants, empty where it says nothing.
    Without whole months behind it there is no average.
    """

    citizen: str
    case_number: str
    made_on: dt.date
    formula: str
    per_month: Decimal | None = None
    months: str = ""
    granted: tuple[str, ...] = ()
    quote: str = ""


def cost_estimate(values: CostPaper) -> Document:
    """The estimate as a document of one page or more."""
    title = _("Estimate of helper-related expenses")
    return Document(
        key=KEY,
        title=title,
        subtitle=date_words(values.made_on),
        language=language(),
        footer_left=footer(values.case_number, title),
        blocks=tuple(_blocks(values)),
    )


def _blocks(values: CostPaper) -> Iterator[Block]:
    facts = [(_("Citizen"), values.citizen), (_("Months counted"), values.months)]
    if values.per_month is not None:
        facts.append((_("Average per month"), money(values.per_month)))
    shown = tuple((label, value) for label, value in facts if value)
    if shown:
        yield Facts(pairs=shown)
    yield Text(text=values.formula)
    if values.granted:
        yield Bullets(items=values.granted)
    yield Note(text=_said(values))


def _said(values: CostPaper) -> str:
    said = _("The figures are from my own log. Receipts are not enclosed.")
    if not values.quote:
        return said
    return _("You write: “{quote}” {said}").format(quote=values.quote, said=said)
