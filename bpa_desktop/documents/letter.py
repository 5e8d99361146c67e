"""A letter as a paper, and as plain text to paste into Digital Post."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from bpa_desktop.documents.job_text import blocks_of
from bpa_desktop.documents.model import Document, Facts
from bpa_desktop.documents.phrases import footer
from bpa_desktop.i18n import _, date_words, language

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from bpa_desktop.documents.cover import Contact

KEY: Final = "letter"


@dataclass(frozen=True, kw_only=True)
class LetterPaper:
    """What stands on the paper. ``recipient`` has commas between its lines.

    ``written_on`` is the day it is sent, or was. Whoever writes stands with the address that is
    known, without a CPR number: Digital Post tells the municipality who sends.
    """

    sender: Contact
    address: str
    recipient: str
    case_number: str
    written_on: dt.date
    subject: str
    words: str


def letter_paper(values: LetterPaper) -> Document:
    """The letter as a document: who to, what about, the day, who from, and the words."""
    facts = tuple(_facts(values))
    return Document(
        key=KEY,
        title=values.subject.strip(),
        recipient=values.recipient.strip(),
        subtitle=date_words(values.written_on),
        language=language(),
        footer_left=footer(values.case_number, _("Letter")),
        blocks=(*([Facts(pairs=facts)] if facts else []), *blocks_of(values.words)),
    )


def _facts(values: LetterPaper) -> Iterator[tuple[str, str]]:
    sender = values.sender
    if sender.name:
        yield _("From"), sender.name
    if values.address:
        yield _("Address"), values.address
    reached = [_("phone {number}").format(number=sender.phone)] if sender.phone else []
    reached += [sender.email] if sender.email else []
    if reached:
        yield _("Contact"), ", ".join(reached)
    if values.case_number:
        yield _("Your case number"), values.case_number


def plain_letter(values: LetterPaper) -> str:
    """What is pasted as the message: the case number, then the words as they stand.

    The subject is left out: Digital Post has a field of its own for it.
    """
    head = [f"{_('Your case number')}: {values.case_number}"] if values.case_number else []
    return "\n\n".join([*head, values.words.strip()]) + "\n"
