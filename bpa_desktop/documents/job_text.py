"""A job description or an advert as a paper, and as plain text to paste where people look."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Final

from bpa_desktop.documents.model import Bullets, Document
from bpa_desktop.documents.model import Text as Paragraph
from bpa_desktop.i18n import language

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bpa_desktop.documents.model import Block
    from bpa_desktop.domain.own_text import OwnText

KEY: Final = "job_text"
_BULLETS: Final = ("– ", "- ", "• ", "* ")


def job_text(text: OwnText) -> Document:
    """The text as a document; a line that begins with a dash is a line of a list."""
    return Document(
        key=KEY,
        title=text.title.strip(),
        language=language(),
        blocks=tuple(blocks_of(text.words)),
    )


def blocks_of(words: str) -> Iterator[Block]:
    """Paragraphs and lists of what somebody wrote; an empty line parts two paragraphs."""
    for paragraph in _paragraphs(words):
        for is_list, lines in groupby(paragraph, key=_is_listed):
            found = [line.strip() for line in lines]
            if is_list:
                yield Bullets(items=tuple(line[1:].strip() or line for line in found))
            else:
                yield Paragraph(text="\n".join(found))


def _paragraphs(words: str) -> Iterator[list[str]]:
    lines = words.replace("\r\n", "\n").split("\n")
    for is_blank, group in groupby(lines, key=lambda line: not line.strip()):
        if not is_blank:
            yield list(group)


def _is_listed(line: str) -> bool:
    return line.lstrip().startswith(_BULLETS)


def plain_text(text: OwnText) -> str:
    """The heading and the words as they stand, ending in a line end."""
    return f"{text.title.strip()}\n\n{text.words.strip()}\n"
