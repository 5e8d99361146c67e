"""The receipt for keys, cards and codes: what was handed over, and what came back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from bpa_desktop.documents.model import Column, Document, Facts, Heading, Table
from bpa_desktop.documents.model import Text as Paragraph
from bpa_desktop.documents.phrases import footer
from bpa_desktop.documents.signatures import signatures
from bpa_desktop.i18n import _, date_words, language

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from bpa_desktop.documents.model import Block
    from bpa_desktop.domain.contract_items import Parties
    from bpa_desktop.domain.key_receipt import KeyReceipt

KEY: Final = "key_list"
_ROOM: Final = "\u00a0"


@dataclass(frozen=True, kw_only=True)
class KeyList:
    """What a helper has been handed by the day ``made_on``."""

    parties: Parties
    keys: tuple[KeyReceipt, ...]
    made_on: dt.date


def key_list(values: KeyList) -> Document:
    """The receipt as a document."""
    return Document(
        key=KEY,
        title=_("Receipt for keys"),
        subtitle=values.parties.helper,
        language=language(),
        footer_left=footer("", _("Receipt for keys")),
        blocks=tuple(_blocks(values)),
    )


def _blocks(values: KeyList) -> Iterator[Block]:
    parties = values.parties
    yield Facts(
        pairs=(
            (_("Handed over by"), parties.employer),
            (_("Received by"), parties.helper),
            (_("Made on"), date_words(values.made_on)),
        )
    )
    if values.keys:
        yield _table(values.keys)
    else:
        yield Paragraph(text=_("Nothing has been handed over."))
    yield Paragraph(
        text=_("You make no copy, lend it to nobody, and tell at once if something is lost.")
    )
    yield Heading(text=_("Signatures"))
    yield signatures([(_("Employer"), parties.employer), (_("Helper"), parties.helper)])


def _table(keys: tuple[KeyReceipt, ...]) -> Table:
    return Table(
        columns=(
            Column(title=_("What"), weight=3, is_row_header=True),
            Column(title=_("Handed over on"), weight=2),
            Column(title=_("Came back on"), weight=2),
        ),
        rows=tuple(
            (
                one.what,
                date_words(one.handed_on),
                date_words(one.returned_on) if one.returned_on else _ROOM,
            )
            for one in keys
        ),
        summary=_("What was handed over, when, and when it came back."),
    )
