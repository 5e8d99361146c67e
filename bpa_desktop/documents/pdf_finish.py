"""The last step of a PDF: what it says of itself, its bookmarks, and a small file."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING, Final
from xml.sax.saxutils import escape

import pikepdf
from pikepdf import Array, Dictionary, Name, OutlineItem, String

from bpa_desktop import paths
from bpa_desktop.documents.pdf_picture import embed
from bpa_desktop.documents.pdf_tags import one_line

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bpa_desktop.documents.model import Bundle
    from bpa_desktop.documents.pdf_press import Bookmark

_PROGRAM: Final = "BPA Desktop"
_BLOCK: Final = 100
"""No more lines may stand in one block of a character map."""
_FIRST_CHARACTER: Final = 0x20
_DELETE: Final = 0x7F

_METADATA: Final = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"
 xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<pdf:Producer>{program}</pdf:Producer>
<xmp:CreatorTool>{program}</xmp:CreatorTool>
<pdfuaid:part>1</pdfuaid:part>
<pdfaid:part>2</pdfaid:part>
<pdfaid:conformance>A</pdfaid:conformance>
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>PDF/UA version identifier</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>"""


def finished(
    written: bytes, bundle: Bundle, bookmarks: Sequence[Bookmark], pictures: Mapping[str, bytes]
) -> bytes:
    """``written`` as PDF/UA-1 and PDF/A-2a, compressed; the same input gives the same bytes.

    ``pictures`` are those that its pages draw, by name.
    """
    with pikepdf.open(io.BytesIO(written)) as pdf:
        _describe(pdf, bundle)
        _say_what_colours_mean(pdf)
        _add_bookmarks(pdf, bookmarks)
        embed(pdf, pictures)
        for font in pdf.pages[0].Resources.Font.values():  # all pages share their fonts
            font.ToUnicode.write(_mended(font.ToUnicode.read_bytes()))
        result = io.BytesIO()
        pdf.save(
            result,
            min_version="1.7",
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            deterministic_id=True,
        )
    return _told_apart(result.getvalue())


def _told_apart(file: bytes) -> bytes:
    """``file`` with the end of each stream told apart from the line end that follows it.

    Where compressed data happens to end with a carriage return, the line feed after it would be
    read as part of one line end, and the stream as a byte too short.
    """
    return file.replace(b"\r\nendstream\nendobj", b"\r\rendstream\nendobj")


def _describe(pdf: pikepdf.Pdf, bundle: Bundle) -> None:
    root, title, author = pdf.Root, one_line(bundle.title), one_line(bundle.author)
    words = _METADATA.format(
        title=escape(title),
        author=escape(author),
        language=bundle.language,
        program=_PROGRAM,
    )
    root.Metadata = pdf.make_stream(words.encode(), Type=Name.Metadata, Subtype=Name.XML)
    root.Lang = String(bundle.language)
    root.MarkInfo = Dictionary(Marked=True)
    root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    root.PageMode = Name.UseOutlines
    pdf.trailer.Info = pdf.make_indirect(
        Dictionary(
            Title=String(title),
            Author=String(author),
            Creator=String(_PROGRAM),
            Producer=String(_PROGRAM),
        )
    )


def _say_what_colours_mean(pdf: pikepdf.Pdf) -> None:
    profile = pdf.make_stream((paths.RESOURCES / "colour" / "sRGB.icc").read_bytes(), N=3)
    intent = Dictionary(
        Type=Name.OutputIntent,
        S=Name.GTS_PDFA1,
        OutputConditionIdentifier=String("sRGB"),
        Info=String("sRGB"),
        DestOutputProfile=profile,
    )
    pdf.Root.OutputIntents = Array([intent])


def _add_bookmarks(pdf: pikepdf.Pdf, bookmarks: Sequence[Bookmark]) -> None:
    with pdf.open_outline() as outline:
        above: list[list[OutlineItem]] = [outline.root]
        for bookmark in bookmarks:
            item = OutlineItem(bookmark.title, bookmark.page, "XYZ", top=bookmark.y)
            del above[bookmark.level :]
            above[-1].append(item)
            above.append(item.children)


def _mended(character_map: bytes) -> bytes:
    """The way from glyphs to text, without the codes that stand for no character.

    reportlab names U+0000 for every code it has not used, which no file for people may hold,
    and writes all lines in one block, of which a reader need not take more than a hundred.
    """
    pattern = rb"<([0-9A-F]{2})> <([0-9A-F]{4,})>"
    begin, end = rb"\n\d+ beginbfchar\n", b"\nendbfchar\n"
    head, rest = re.split(begin, character_map, maxsplit=1)
    body, tail = rest.split(end, maxsplit=1)
    pairs = [
        pair.group(0)
        for pair in re.finditer(pattern, body)
        if int(pair[2], 16) >= _FIRST_CHARACTER and int(pair[2], 16) != _DELETE
    ]
    blocks = [pairs[start : start + _BLOCK] for start in range(0, len(pairs), _BLOCK)]
    written = [
        b"%d beginbfchar\n%s\nendbfchar" % (len(block), b"\n".join(block)) for block in blocks
    ]
    return b"\n".join([head, *written, tail])
