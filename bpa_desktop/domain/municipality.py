"""What one municipality asks for and grants, each value with its source; unknown stays unknown."""

from __future__ import annotations

import unicodedata
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from bpa_desktop.domain.record import Choice
from bpa_desktop.errors import N_, NOTHING

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from bpa_desktop.domain.rates import Confidence, Figure


class Asked(Choice):
    """When a municipality asks for a document."""

    BEFORE = "before", N_("Sent before the visit")
    AT_VISIT = "at_visit", N_("Talked about at the visit")
    YEARLY = "yearly", N_("Asked for once a year")


class Seen(Choice):
    """How much of a text was read by the one who wrote its values down."""

    FULL = "full", N_("The whole text was read.")
    PAGE = "page", N_("The whole of a short page was read.")
    OPENING = "opening", N_("Only the beginning of the text was read.")
    TITLE = "title", N_("Only the title or the list of contents was seen.")
    CASE = "case", N_("Only known from a court case or a newspaper.")
    DECISION = "decision", N_("Written by you from your own decision.")


class Standing(Choice):
    """How much is known of a municipality."""

    READ = "read", N_("The municipality's own text was read.")
    LINKED = "linked", N_("Only where its own text can be found is known.")
    UNKNOWN = "unknown", N_("Nothing of the municipality's own was read.")


class Source(NamedTuple):
    """A text that values were read in.

    ``approved`` is the text's own date, ``None`` where it has none. ``read`` is the day on which
    it was read, and ``seen`` how much of it.
    """

    key: str
    title: str
    publisher: str
    approved: dt.date | None
    read: dt.date
    seen: Seen
    address: str = ""

    @property
    def named(self) -> str:
        """Who published the text and what it is called."""
        return ", ".join(part for part in (self.publisher, self.title) if part)


class TextToAskFor(NamedTuple):
    """A text of a municipality that nobody read for the program, and where it was listed.

    ``address`` is written as the list had it, empty where it had none.
    """

    title: str
    address: str
    seen: Seen


class Known(NamedTuple):
    """A value with its source. Words of the municipality stay Danish; ``english`` glosses them.

    ``about`` says that the source itself gives the value as an approximation. ``min_helpers`` is
    from how many helpers on it holds. ``is_own`` says that the user's own decision gives it.
    """

    value: Figure
    source: Source
    confidence: Confidence
    english: str = ""
    quote: str = ""
    about: bool = False
    min_helpers: int = 0
    is_own: bool = False


class AskedDocument(NamedTuple):
    """A document the municipality asks for; ``kind`` names what the program can produce.

    ``words`` are the municipality's own, in Danish. ``months`` is how far back it shall reach.
    """

    kind: str
    words: str
    english: str
    when: Asked
    source: Source
    confidence: Confidence
    quote: str = ""
    months: int | None = None


class Profile(NamedTuple):
    """A municipality: names it answers to, what it asks for, and what is known of it.

    ``documents`` stand in the municipality's own order. ``values`` are found by section and key,
    such as ``followup.revisit_every_months``; ``None`` means that no source says it. ``texts``
    are those to ask the municipality for, where its own was not read.
    """

    id: str
    name: str
    checked: str
    sources: tuple[Source, ...]
    names: tuple[str, ...] = ()
    documents: tuple[AskedDocument, ...] = ()
    values: Mapping[str, Known | None] = NOTHING
    standing: Standing = Standing.READ
    texts: tuple[TextToAskFor, ...] = ()

    def known(self, key: str) -> Known | None:
        """The value with its source, or ``None`` when it is not known."""
        return self.values.get(key)

    def whole(self, key: str) -> int | None:
        """The value as a whole number, or ``None`` when it is not known or is no number."""
        known = self.known(key)
        if known is None or isinstance(known.value, bool) or not isinstance(known.value, int):
            return None
        return known.value

    def number(self, key: str) -> Decimal | None:
        """The value as an exact number, or ``None`` when it is not known or is no number."""
        known = self.known(key)
        if known is None or isinstance(known.value, bool):
            return None
        return Decimal(known.value) if isinstance(known.value, (int, Decimal)) else None

    def asked(self, when: Asked) -> tuple[AskedDocument, ...]:
        """The documents asked for at one time, in the municipality's own order."""
        return tuple(document for document in self.documents if document.when is when)

    def answers_to(self, name: str) -> bool:
        """Whether ``name`` means this municipality, however it is spelled."""
        return spelled(name) in {spelled(one) for one in (self.id, self.name, *self.names)}


def spelled(name: str) -> str:
    """A municipality's name without case, accents written out, and without the word kommune.

    Letters that are put together of two signs, as some systems copy them, are the same.
    """
    words = unicodedata.normalize("NFC", name).casefold().replace("-", " ").split()
    plain = " ".join(word for word in words if word != "kommune")
    return plain.replace("æ", "ae").replace("ø", "oe").replace("å", "aa")
