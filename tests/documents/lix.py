"""How hard a text is to read: words per sentence, and the share of long words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bpa_desktop.documents.model import Bullets, Bundle, Note, Text
from bpa_desktop.domain.readability import readability

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bpa_desktop.documents.model import Document


def lix(text: str) -> int:
    """Words per sentence plus the percentage of words over six letters; 25–34 is light reading."""
    return readability(text).lix


def running_texts(paper: Bundle | Document) -> Iterator[str]:
    """The texts of a paper that are read as sentences: subtitles, paragraphs, notes, lists."""
    documents = paper.documents if isinstance(paper, Bundle) else (paper,)
    for document in documents:
        if document.subtitle.endswith("."):
            yield document.subtitle
        for block in document.blocks:
            if isinstance(block, Text | Note):
                yield block.text
            elif isinstance(block, Bullets):
                yield from block.items
