"""Cleans a picture or PDF before it is kept: what is seen stays, what is hidden in it goes.

A picture is drawn anew, upright and no larger than a sheet of A4 at 200 dots per inch needs, so
that neither place, time nor camera comes along. A PDF loses its metadata, attached files, scripts,
actions and forms; what a form shows stays on the page.
"""

from __future__ import annotations

import io
import warnings
import zlib
from typing import TYPE_CHECKING, Final, NamedTuple

import pikepdf
from PIL import Image, ImageOps

from bpa_desktop.documents.preview import page_count
from bpa_desktop.errors import N_, BpaError

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST_MEGABYTES: Final = 20
"""The largest file that is read, and the largest that is kept once it is clean."""
_BYTES_PER_MEGABYTE: Final = 1_000_000
_SHORT_SIDE, _LONG_SIDE = 1654, 2339
"""A4 at 200 dots per inch, in pixels."""
_QUALITY: Final = 85
_PICTURES: Final = ("JPEG", "PNG", "WEBP")
_PDF_WITHIN: Final = 1024
"""A PDF may have so many bytes before its mark."""
_HEIC: Final = (b"heic", b"heix", b"hevc", b"mif1", b"heif", b"avif")
_KEPT_IN_ROOT: Final = frozenset(
    {"/Type", "/Pages", "/Lang", "/MarkInfo", "/StructTreeRoot", "/OCProperties", "/Version"}
)
_HIDDEN: Final = ("/Metadata", "/PieceInfo", "/AA", "/AF", "/LastModified", "/Thumb", "/JS")
_DROPPED_SEGMENTS: Final = frozenset({0xE1, 0xED, 0xFE})
"""Of a JPEG: EXIF and XMP, IPTC, and comments."""
_SCAN: Final = 0xDA
_MARK: Final = 0xFF
_SEGMENT_HEAD: Final = 4


class NotAttachable(BpaError):
    """The file is no picture and no PDF."""

    sentence = N_(
        "Only pictures (JPEG, PNG, WebP) and PDF files can be attached. Nothing was attached."
    )


class PictureOfAnotherKind(BpaError):
    """A picture as some telephones take it, which cannot be read."""

    sentence = N_(
        "Pictures of the kind HEIC cannot be read. Save the picture as JPEG and try again. "
        "Nothing was attached."
    )


class AttachmentDamaged(BpaError):
    """The file breaks off or does not hold together."""

    sentence = N_("The file is damaged and cannot be read. Nothing was attached.")


class AttachmentLocked(BpaError):
    """The PDF asks for a password."""

    sentence = N_(
        "The PDF asks for a password. Save it without one and try again. Nothing was attached."
    )


class AttachmentTooLarge(BpaError):
    """The file is larger than any receipt."""

    sentence = N_("The file is too large: at most {most} MB can be attached. Nothing was attached.")


class Cleaned(NamedTuple):
    """What is kept: ``image/jpeg``, ``image/png`` or ``application/pdf``, and the bytes."""

    media_type: str
    data: bytes


def clean(data: bytes) -> Cleaned:
    """The picture or PDF without what is hidden in it; raises a ``BpaError`` that says why not."""
    _check_size(data)
    if b"%PDF-" in data[:_PDF_WITHIN]:
        cleaned = Cleaned("application/pdf", _clean_pdf(data))
    else:
        cleaned = _clean_picture(data)
    _check_size(cleaned.data)
    return cleaned


def _check_size(data: bytes) -> None:
    if len(data) > MOST_MEGABYTES * _BYTES_PER_MEGABYTE:
        raise AttachmentTooLarge(most=MOST_MEGABYTES)


def _clean_picture(data: bytes) -> Cleaned:
    if data[4:8] == b"ftyp" and data[8:12] in _HEIC:
        raise PictureOfAnotherKind
    with warnings.catch_warnings():
        warnings.simplefilter("error", Image.DecompressionBombWarning)
        try:
            picture = Image.open(io.BytesIO(data), formats=_PICTURES)
        except (Image.DecompressionBombWarning, Image.DecompressionBombError) as error:
            raise AttachmentTooLarge(most=MOST_MEGABYTES) from error
        except (OSError, ValueError, SyntaxError) as error:
            raise (AttachmentDamaged if _begins_as_picture(data) else NotAttachable) from error
    try:
        return _drawn_anew(picture)
    except (OSError, ValueError, SyntaxError, EOFError) as error:
        raise AttachmentDamaged from error


def _begins_as_picture(data: bytes) -> bool:
    return data.startswith((b"\xff\xd8\xff", b"\x89PNG")) or data[8:12] == b"WEBP"


def _drawn_anew(picture: Image.Image) -> Cleaned:
    """The pixels alone, upright, on white where it is transparent, and scaled to fit."""
    is_drawing = picture.format == "PNG"
    picture.draft("RGB", (_LONG_SIDE, _LONG_SIDE))
    upright = ImageOps.exif_transpose(picture).convert("RGBA")
    sheet = Image.new("RGB", upright.size, "white")
    sheet.paste(upright, mask=upright.getchannel("A"))
    wide = sheet.width > sheet.height
    sheet.thumbnail((_LONG_SIDE, _SHORT_SIDE) if wide else (_SHORT_SIDE, _LONG_SIDE))
    as_photo = _saved(sheet, "JPEG", quality=_QUALITY)
    if is_drawing and len(as_drawing := _saved(sheet, "PNG", optimize=True)) <= len(as_photo):
        return Cleaned("image/png", as_drawing)
    return Cleaned("image/jpeg", as_photo)


def _saved(picture: Image.Image, kind: str, **options: object) -> bytes:
    result = io.BytesIO()
    picture.save(result, kind, **options)
    return result.getvalue()


def _clean_pdf(data: bytes) -> bytes:
    try:
        with pikepdf.open(io.BytesIO(data)) as pdf:
            _strip(pdf)
            result = io.BytesIO()
            pdf.save(
                result,
                object_stream_mode=pikepdf.ObjectStreamMode.generate,
                deterministic_id=True,
            )
        content = result.getvalue()
        pages = page_count(content)
    except pikepdf.PasswordError as error:
        raise AttachmentLocked from error
    except (
        pikepdf.PdfError,
        zlib.error,
        RuntimeError,
        ValueError,
        TypeError,
        AttributeError,
    ) as error:
        raise AttachmentDamaged from error
    if not pages:
        raise AttachmentDamaged
    return content


def _strip(pdf: pikepdf.Pdf) -> None:
    """Leave the pages, and how they are read aloud; everything else goes."""
    # What a form or a stamp shows becomes part of the page before the form goes.
    pdf.flatten_annotations("screen")
    for key in set(pdf.Root.keys()) - _KEPT_IN_ROOT:
        del pdf.Root[key]
    for page in pdf.pages:
        if "/Annots" in page:
            del page["/Annots"]
    if "/Info" in pdf.trailer:
        del pdf.trailer["/Info"]
    for item in pdf.objects:
        if isinstance(item, (pikepdf.Dictionary, pikepdf.Stream)):
            _strip_object(item)


def _strip_object(item: pikepdf.Dictionary | pikepdf.Stream) -> None:
    for key in _HIDDEN:
        if key in item:
            del item[key]
    if item.get("/Type") == "/OBJR" and "/Obj" in item:
        # It would keep a link or a form field that is on no page any more.
        del item["/Obj"]
    if isinstance(item, pikepdf.Stream):
        _strip_photo(item)


def _strip_photo(item: pikepdf.Stream) -> None:
    """A photo inside the PDF has its own metadata."""
    filters = item.get("/Filter")
    names = [filters] if isinstance(filters, pikepdf.Name) else list(filters or ())
    *outer, last = [str(name) for name in names] or [""]
    if last != "/DCTDecode":
        return
    if outer not in ([], ["/FlateDecode"]):
        raise AttachmentDamaged
    raw = item.read_raw_bytes()
    jpeg = _without_segments(zlib.decompress(raw) if outer else raw)
    item.write(jpeg, filter=pikepdf.Name.DCTDecode)


def _without_segments(jpeg: bytes) -> bytes:
    """A JPEG without EXIF, XMP, IPTC and comments; not a dot of the picture changes."""
    kept, at = [jpeg[:2]], 2
    for end, marker in _segments(jpeg):
        if marker not in _DROPPED_SEGMENTS:
            kept.append(jpeg[at:end])
        at = end
    return b"".join((*kept, jpeg[at:]))


def _segments(jpeg: bytes) -> Iterator[tuple[int, int]]:
    """Where each segment before the picture itself ends, and its mark."""
    at = 2
    while at + _SEGMENT_HEAD <= len(jpeg) and jpeg[at] == _MARK and jpeg[at + 1] != _SCAN:
        end = at + 2 + int.from_bytes(jpeg[at + 2 : at + _SEGMENT_HEAD], "big")
        yield end, jpeg[at + 1]
        at = end
