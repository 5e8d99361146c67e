"""Everything that can be read out of a finished PDF, also what no page shows."""

from __future__ import annotations

import io
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Final

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream, String

from bpa_desktop.documents.preview import all_page_texts
from bpa_desktop.domain.record import Choice
from bpa_desktop.errors import N_

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

_ALTERNATIVES: Final = (Name.Alt, Name.ActualText, Name.E, Name.Contents, Name.TU)
_READ_ELSEWHERE: Final = (Name.Metadata, Name.ObjStm, Name.XRef)
"""Streams that hold metadata, or objects that are read as what they are."""
_UNICODE: Final = ("utf-16-be", "utf-16-le")


class Hiding(Choice):
    """Where in a file something can stand."""

    TEXT = "text", N_("text of a page")
    STREAM = "stream", N_("raw content")
    METADATA = "metadata", N_("what the file tells of itself")
    BOOKMARK = "bookmark", N_("bookmark")
    ATTACHMENT = "attachment", N_("attached file")
    ALTERNATIVE = "alternative", N_("alternative text")
    FILE_NAME = "file_name", N_("name of the file")
    COMMENT = "comment", N_("comment")


def texts(content: bytes, file_name: str = "") -> Mapping[Hiding, str]:
    """The texts of the PDF by where they stand, each kind read in a way of its own.

    Pages are read as a reader program reads them, also what lies outside the paper or is drawn
    without colour. Streams are read decompressed, without those of metadata and attachments.
    """
    with pikepdf.open(io.BytesIO(content)) as pdf:
        found = {hiding: "\n".join(read(pdf)) for hiding, read in READERS.items()}
    return {Hiding.TEXT: all_page_texts(content), Hiding.FILE_NAME: file_name, **found}


def _metadata(pdf: pikepdf.Pdf) -> Iterator[str]:
    yield from (str(value) for value in pdf.docinfo.values())
    for stream in _streams(pdf):
        if _is_metadata(stream):
            yield from _decoded(stream)


def _bookmarks(pdf: pikepdf.Pdf) -> Iterator[str]:
    with pdf.open_outline() as outline:
        waiting = list(outline.root)
    while waiting:
        item = waiting.pop()
        yield item.title
        waiting += item.children


def _attachments(pdf: pikepdf.Pdf) -> Iterator[str]:
    for one in _dictionaries(pdf):
        if one.get(Name.EF) is None:
            continue
        for key in (Name.F, Name.UF, Name.Desc):
            yield str(one.get(key, ""))
        for file in one.EF.values():
            yield from _decoded(file)


def _alternatives(pdf: pikepdf.Pdf) -> Iterator[str]:
    for one in _dictionaries(pdf):
        for key in _ALTERNATIVES:
            value = one.get(key)
            if isinstance(value, String):
                yield str(value)


def _raw(pdf: pikepdf.Pdf) -> Iterator[str]:
    attached = {
        file.objgen for one in _dictionaries(pdf) if one.get(Name.EF) for file in one.EF.values()
    }
    for stream in _streams(pdf):
        if stream.objgen not in attached and stream.get(Name.Type) not in _READ_ELSEWHERE:
            yield from _decoded(stream)


READERS: Final[dict[Hiding, Callable[[pikepdf.Pdf], Iterator[str]]]] = {
    Hiding.STREAM: _raw,
    Hiding.METADATA: _metadata,
    Hiding.BOOKMARK: _bookmarks,
    Hiding.ATTACHMENT: _attachments,
    Hiding.ALTERNATIVE: _alternatives,
}
"""How each place but the pages is read."""


def _is_metadata(stream: Stream) -> bool:
    return bool(stream.get(Name.Type) == Name.Metadata)


def _streams(pdf: pikepdf.Pdf) -> Iterator[Stream]:
    return (one for one in pdf.objects if isinstance(one, Stream))


def _dictionaries(pdf: pikepdf.Pdf) -> Iterator[Dictionary]:
    """Every dictionary of the file, those inside others too, each once."""
    waiting: list[Any] = [pdf.trailer, *pdf.objects]
    while waiting:
        one = waiting.pop()
        if isinstance(one, Dictionary):
            yield one
            waiting += (value for value in one.values() if _is_inside(value))
        elif isinstance(one, Array):
            waiting += (value for value in one if _is_inside(value))


def _is_inside(value: Any) -> bool:
    """Whether ``value`` stands in its parent itself, and not as an object of its own."""
    return isinstance(value, (Array, Dictionary)) and not value.is_indirect


def _decoded(stream: Any) -> Iterator[str]:
    """The stream as text in each way in which letters may be kept."""
    try:
        data = stream.read_bytes()
    except pikepdf.PdfError:
        # A picture in a format of its own: no letters are kept in it.
        return
    yield data.decode("latin-1")
    for encoding in ("utf-8", *_UNICODE):
        with suppress(UnicodeDecodeError):
            yield data.decode(encoding)
