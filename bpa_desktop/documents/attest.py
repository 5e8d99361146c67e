"""A statement or an attest on one person: the text as it was written, dated, and signed by hand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from bpa_desktop.documents.model import Document, Facts, Text
from bpa_desktop.i18n import _, date_words, language

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from bpa_desktop.documents.model import Block

KEY: Final = "attest"
_LINE: Final = "_" * 40


@dataclass(frozen=True, kw_only=True)
class Attest:
    """What stands in it; an empty line in ``words`` parts two paragraphs.

    ``signed_by`` is the employer's name; ``reach`` is how to ask about it.
    """

    title: str
    words: str
    about: str
    made_on: dt.date
    signed_by: str
    reach: str = ""


def attest(values: Attest) -> Document:
    """The attest as a document of one page or more."""
    return Document(
        key=KEY,
        title=values.title,
        subtitle=date_words(values.made_on),
        language=language(),
        footer_left=values.title,
        blocks=tuple(_blocks(values)),
    )


def _blocks(values: Attest) -> Iterator[Block]:
    facts = [(_("About"), values.about), (_("Employer"), values.signed_by)]
    if values.reach:
        facts.append((_("Contact"), values.reach))
    yield Facts(pairs=tuple((label, value) for label, value in facts if value))
    for paragraph in values.words.split("\n\n"):
        if paragraph.strip():
            yield Text(text=paragraph.strip())
    signature = _("Signature")
    yield Text(text=f"{signature}:\n\n{_LINE}\n{values.signed_by}".rstrip())
