"""A letter ready to be handed out, as PDF and as a message, in the language it is written in."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING, Final

from bpa_desktop.documents.cover import Contact
from bpa_desktop.documents.letter import LetterPaper, letter_paper, plain_letter
from bpa_desktop.documents.model import as_bundle
from bpa_desktop.documents.pdf import render
from bpa_desktop.i18n import _, pgettext, speaking
from bpa_desktop.services.giving import HandOut
from bpa_desktop.services.letter_text import spoken_in

if TYPE_CHECKING:
    from bpa_desktop.domain.letter import Letter
    from bpa_desktop.services.session import Session

_UNSAFE: Final = re.compile(r"[^0-9A-Za-zÆØÅæøå]+")


def letter_values(session: Session, letter: Letter) -> LetterPaper:
    """The letter with who it is from; a draft bears the day of today."""
    scheme = session.scheme()
    return LetterPaper(
        sender=Contact(
            name=scheme.citizen_name.strip() if scheme else "",
            phone=scheme.phone.strip() if scheme else "",
            email=scheme.email.strip() if scheme else "",
        ),
        address=" ".join(scheme.address.split()) if scheme else "",
        recipient=letter.recipient,
        case_number=scheme.case_number.strip() if scheme else "",
        written_on=letter.sent_on or session.today,
        subject=letter.subject,
        words=letter.words,
    )


def letter_as_paper(session: Session, letter: Letter) -> HandOut:
    """The letter as PDF; its file is named by the day and the kind, never by its words."""
    values = letter_values(session, letter)
    with speaking(spoken_in(letter.words)):
        bundle = as_bundle(letter_paper(values))
    word = pgettext("file name", "Letter")
    kind = _UNSAFE.sub("-", _(letter.kind.label)).strip("-")
    name = f"{values.written_on}_{word}_{kind}.pdf"
    return HandOut(name, partial(render, bundle), bundle)


def letter_as_message(session: Session, letter: Letter) -> str:
    """The letter as the text of a message."""
    with speaking(spoken_in(letter.words)):
        return plain_letter(letter_values(session, letter))
