"""Everything that can be read out of a finished file of any kind a package holds."""

from __future__ import annotations

import io
import re
import zipfile
from collections import defaultdict
from html import unescape
from typing import TYPE_CHECKING, Final

from bpa_desktop.documents import pdf_reading
from bpa_desktop.documents.pdf_reading import Hiding

if TYPE_CHECKING:
    from collections.abc import Mapping

_ZIP: Final = b"PK\x03\x04"
_TAGS: Final = re.compile(r"<[^>]*>")
_IN_TAGS: Final = re.compile(r'="([^"]*)"')
_ABOUT_ITSELF: Final = ("docProps/", "xl/workbook.xml", "_rels/", "xl/_rels/")
_COMMENTS: Final = ("comments", "drawing", "vml", "note", "person")


def texts(content: bytes, file_name: str = "") -> Mapping[Hiding, str]:
    """The texts of a PDF, a spreadsheet or a zip by where they stand, zips inside it too."""
    if not content.startswith(_ZIP):
        return pdf_reading.texts(content, file_name)
    found: dict[Hiding, list[str]] = defaultdict(list)
    found[Hiding.FILE_NAME].append(file_name)
    with zipfile.ZipFile(io.BytesIO(content)) as file:
        found[Hiding.COMMENT].append(file.comment.decode("utf-8", "replace"))
        for member in file.infolist():
            found[Hiding.FILE_NAME].append(member.filename)
            found[Hiding.COMMENT] += [
                one.decode("utf-8", "replace") for one in (member.comment, member.extra)
            ]
            for hiding, text in _member(member.filename, file.read(member)).items():
                found[hiding].append(text)
    return {hiding: "\n".join(parts) for hiding, parts in found.items()}


def _member(name: str, data: bytes) -> Mapping[Hiding, str]:
    if data.startswith((_ZIP, b"%PDF-")):
        return texts(data, name)
    said = data.decode("utf-8", "replace")
    values = "\n".join(_IN_TAGS.findall(said))
    return {_hiding(name): unescape("\n".join((_TAGS.sub("\n", said), values)))}


def _hiding(name: str) -> Hiding:
    """Where a part of a spreadsheet belongs: what it tells of itself, a comment, or a cell."""
    if any(word in name.casefold() for word in _COMMENTS):
        return Hiding.COMMENT
    if name.startswith(_ABOUT_ITSELF):
        return Hiding.METADATA
    return Hiding.TEXT
