"""The contract of a helper, item by item; what is missing stands as missing."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from bpa_desktop.documents.job_text import blocks_of
from bpa_desktop.documents.model import Document, Facts, Heading, Line, Note, Style
from bpa_desktop.documents.model import Text as Paragraph
from bpa_desktop.documents.phrases import footer, in_hours
from bpa_desktop.documents.signatures import signatures
from bpa_desktop.domain.contract import Contract
from bpa_desktop.domain.contract_items import (
    ITEMS,
    PARTIES,
    Part,
    Parties,
    is_asked,
    is_written,
    missing_items,
)
from bpa_desktop.domain.record import Choice, field_named
from bpa_desktop.i18n import _, date_words, language, ngettext

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bpa_desktop.documents.model import Block
    from bpa_desktop.domain.contract import Addendum
    from bpa_desktop.domain.contract_items import Item

KEY: Final = "contract"
ADDENDUM_KEY: Final = "addendum"
_NOBODY: Final = Parties("", "", "", "")


@dataclass(frozen=True, kw_only=True)
class ContractPaper:
    """A contract and who makes it; ``cpr`` is empty unless the user chose to show it."""

    contract: Contract
    parties: Parties
    cpr: str = ""


@dataclass(frozen=True, kw_only=True)
class AddendumPaper:
    """A change of a contract that began on ``begins_on``."""

    addendum: Addendum
    begins_on: dt.date
    parties: Parties


def contract_paper(values: ContractPaper) -> Document:
    """The contract as a document."""
    text = _("{helper}, from {date}")
    begins = date_words(values.contract.begins_on)
    return Document(
        key=KEY,
        title=_("Contract of employment"),
        subtitle=text.format(helper=values.parties.helper, date=begins),
        language=language(),
        footer_left=footer("", _("Contract of employment")),
        blocks=tuple(_blocks(values)),
    )


def _blocks(values: ContractPaper) -> Iterator[Block]:
    missing = tuple(missing_items(values.contract, values.parties))
    if missing:
        text = ngettext(
            "{n} thing is missing. It is marked below.",
            "{n} things are missing. They are marked below.",
            len(missing),
        )
        yield Note(text=text)
    yield Heading(text=_("Who makes the contract"))
    yield Facts(pairs=tuple(_parties(values)))
    for part, title in (
        (Part.FIRST, _("The most important terms")),
        (Part.REST, _("The rest of the terms")),
        (Part.USUAL, _("Special for BPA")),
    ):
        items = [one for one in ITEMS if one.part is part and one not in PARTIES]
        told = [one for one in items if _is_told(one, values)]
        if told:
            yield Heading(text=title)
            yield from _items(told, values)
    yield Heading(text=_("Signatures"))
    yield signatures(_signers(values.parties))


def _signers(parties: Parties) -> list[tuple[str, str]]:
    return [(_("Employer"), parties.employer), (_("Helper"), parties.helper)]


def _parties(values: ContractPaper) -> Iterator[tuple[str, str | Line]]:
    for item in PARTIES:
        yield _(item.label), getattr(values.parties, item.name).strip() or _missing()
        if item.name == "helper" and values.cpr:
            yield _("CPR number"), values.cpr


def _is_told(item: Item, values: ContractPaper) -> bool:
    written = is_written(item, values.contract, values.parties)
    return written or is_asked(item, values.contract)


def _missing() -> Line:
    return Line(text=_("Missing"), style=Style.STRONG)


def _items(items: list[Item], values: ContractPaper) -> Iterator[Block]:
    """Short terms as a list of facts, then each text of several lines under its own heading."""
    long = [one for one in items if field_named(Contract, one.name).about.long]
    pairs = tuple(
        (_(one.label), _words(one, values.contract) or _missing())
        for one in items
        if one not in long
    )
    if pairs:
        yield Facts(pairs=pairs)
    for one in long:
        yield Heading(text=_(one.label), level=3)
        text = _words(one, values.contract)
        if text:
            yield from blocks_of(text)
        else:
            yield Paragraph(text=_("Missing"), style=Style.STRONG)


def _words(item: Item, contract: Contract) -> str:
    if not is_written(item, contract, _NOBODY):
        return ""
    value = getattr(contract, item.name)
    if isinstance(value, Choice):
        return _(value.label)
    if isinstance(value, dt.date):
        return date_words(value)
    return in_hours(value) if isinstance(value, int) else str(value).strip()


def addendum_paper(values: AddendumPaper) -> Document:
    """The change as a document of its own."""
    text = _("Holds from {date}")
    return Document(
        key=ADDENDUM_KEY,
        title=_("Addendum to the contract of employment"),
        subtitle=text.format(date=date_words(values.addendum.takes_effect_on)),
        language=language(),
        footer_left=footer("", _("Addendum")),
        blocks=tuple(_addendum(values)),
    )


def _addendum(values: AddendumPaper) -> Iterator[Block]:
    parties = values.parties
    yield Facts(
        pairs=(
            (_("Employer"), parties.employer or _missing()),
            (_("Helper"), parties.helper),
            (_("The contract is from"), date_words(values.begins_on)),
        )
    )
    yield Heading(text=_("What is changed"))
    yield from blocks_of(values.addendum.words)
    yield Paragraph(text=_("Everything else in the contract stays as it is."))
    yield Heading(text=_("Signatures"))
    yield signatures(_signers(parties))
