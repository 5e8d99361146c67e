"""How hard a text is to read: words per sentence, and the share of long words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bpa_desktop.documents.model import Bullets, Bundle, Note, Text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bpa_desktop.documents.model import Document

LONG = 6
SENTENCE = re.compile(r"[.!?:](?:\s|$)")


def lix(text: str) -> float:
    """Words per sentence plus the percentage of words over six letters; 25–34 is light reading.

    A colon that is followed by a space ends a sentence, as it does in the usual formula.
    """
    words = re.findall(r"[^\W\d_]+", text)
    sentences = max(1, len(SENTENCE.findall(re.sub(r"(\d)\.", r"\1", text))))
    long_words = sum(len(word) > LONG for word in words)
    return len(words) / sentences + 100 * long_words / len(words)


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
