"""The declaration of confidentiality that a helper signs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from bpa_desktop.documents.job_text import blocks_of
from bpa_desktop.documents.model import Bullets, Document, Facts, Heading
from bpa_desktop.documents.model import Text as Paragraph
from bpa_desktop.documents.phrases import footer
from bpa_desktop.documents.signatures import signatures
from bpa_desktop.i18n import _, language

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bpa_desktop.documents.model import Block
    from bpa_desktop.domain.contract_items import Parties

KEY: Final = "confidentiality"


@dataclass(frozen=True, kw_only=True)
class Declaration:
    """Who promises whom; ``words`` are those of the contract, empty for the usual ones."""

    parties: Parties
    words: str = ""


def declaration(values: Declaration) -> Document:
    """The declaration as a document."""
    return Document(
        key=KEY,
        title=_("Declaration of confidentiality"),
        subtitle=values.parties.helper,
        language=language(),
        footer_left=footer("", _("Confidentiality")),
        blocks=tuple(_blocks(values)),
    )


def _blocks(values: Declaration) -> Iterator[Block]:
    parties = values.parties
    yield Facts(pairs=((_("Employer"), parties.employer), (_("Helper"), parties.helper)))
    yield Paragraph(text=_("As a helper you come close to a private life. You promise:"))
    yield Bullets(
        items=(
            _("You tell nobody what you learn about the citizen, the family or other helpers."),
            _("You write nothing of it, and show no pictures, on the internet or in messages."),
            _("You keep papers, codes and keys so that nobody else sees or gets them."),
            _("The promise holds after the job has ended too."),
        )
    )
    yield Paragraph(
        text=_(
            "You may still speak up about your own working conditions, and tell the authorities "
            "of danger or of a crime."
        )
    )
    if values.words.strip():
        yield Heading(text=_("As it stands in the contract"))
        yield from blocks_of(values.words)
    yield Heading(text=_("Signature"))
    yield signatures([(_("Helper"), parties.helper)])
