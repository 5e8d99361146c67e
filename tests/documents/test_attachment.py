"""What is kept of a picture or a PDF is what can be seen, and nothing that is hidden in it."""

from __future__ import annotations

import io
import random
from typing import TYPE_CHECKING

import pikepdf
import pytest
from PIL import Image, ImageDraw

from bpa_desktop.documents import attachment
from bpa_desktop.documents.attachment import (
    AttachmentDamaged,
    AttachmentLocked,
    AttachmentTooLarge,
    NotAttachable,
    PictureOfAnotherKind,
    clean,
)
from bpa_desktop.documents.preview import page_count, page_png, page_texts
from tests.documents.receipts import SECRET, bytes_of, locked_receipt, receipt

if TYPE_CHECKING:
    from collections.abc import Callable

    from bpa_desktop.errors import BpaError

_ORIENTATION, _GPS, _MAKER = 0x0112, 0x8825, 0x010F


def photo(size: tuple[int, int] = (400, 200), kind: str = "JPEG", turn: int = 1) -> bytes:
    """Blue with a red left edge, and with a place, a maker and a comment in it."""
    picture = Image.new("RGB", size, "blue")
    ImageDraw.Draw(picture).rectangle((0, 0, size[0] // 10, size[1]), fill="red")
    exif = Image.Exif()
    exif[_ORIENTATION], exif[_MAKER] = turn, SECRET
    exif.get_ifd(_GPS)[1] = "N"
    return bytes_of(picture, kind, exif=exif)


def opened(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(data))


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_a_picture_keeps_its_dots_and_nothing_else(kind: str) -> None:
    dirty = photo(kind=kind)
    assert SECRET.encode() in dirty
    kept = clean(dirty)
    picture = opened(kept.data)
    assert SECRET.encode() not in kept.data
    assert not picture.getexif()
    assert set(picture.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}
    assert picture.size == (400, 200)
    assert kept.media_type == f"image/{(picture.format or '').lower()}"


def test_a_picture_that_lies_on_its_side_is_turned_up() -> None:
    picture = opened(clean(photo(turn=6)).data)
    assert picture.size == (200, 400)
    top = picture.getpixel((100, 5))
    assert isinstance(top, tuple)
    assert top[0] > 200


def test_a_large_picture_is_made_to_fit_a_sheet() -> None:
    upright, wide = clean(photo((3000, 4000))), clean(photo((8000, 1000)))
    assert opened(upright.data).size == (1654, 2205)
    assert opened(wide.data).size == (2339, 292)


def test_a_small_picture_is_not_made_larger() -> None:
    assert opened(clean(photo((40, 30))).data).size == (40, 30)


def test_what_is_transparent_becomes_white() -> None:
    clear = Image.new("RGBA", (10, 10), (0, 0, 0, 0))
    picture = opened(clean(bytes_of(clear, "PNG")).data).convert("RGB")
    assert picture.getpixel((5, 5)) == (255, 255, 255)


def test_a_photo_as_png_is_kept_as_jpeg_and_a_drawing_as_png() -> None:
    noise = random.Random(1).randbytes(300 * 300 * 3)  # noqa: S311 - only dots
    busy = bytes_of(Image.frombytes("RGB", (300, 300), noise), "PNG")
    assert clean(busy).media_type == "image/jpeg"
    assert clean(bytes_of(Image.new("1", (300, 300)), "PNG")).media_type == "image/png"


def test_a_pdf_shows_the_same_and_hides_nothing() -> None:
    dirty = receipt()
    with pikepdf.open(io.BytesIO(dirty)) as pdf:
        assert _everything(pdf).count(SECRET.encode()) > 10
    kept = clean(dirty)
    assert kept.media_type == "application/pdf"
    assert page_count(kept.data) == 1
    assert "Kvittering 648,75" in page_texts(kept.data)
    assert "Udfyldt felt" in page_texts(kept.data)
    with pikepdf.open(io.BytesIO(kept.data)) as pdf:
        everything = _everything(pdf)
        assert SECRET.encode() not in everything
        assert "/Info" not in pdf.trailer
        assert not set(pdf.Root.keys()) & {"/Names", "/OpenAction", "/AcroForm", "/Metadata"}
        assert b"JavaScript" not in everything
        (page,) = pdf.pages
        assert "/Annots" not in page
        assert "/Photo" in page.Resources.XObject


def _everything(pdf: pikepdf.Pdf) -> bytes:
    """The file with nothing in it packed."""
    result = io.BytesIO()
    pdf.save(
        result,
        object_stream_mode=pikepdf.ObjectStreamMode.disable,
        stream_decode_level=pikepdf.StreamDecodeLevel.generalized,
        compress_streams=False,
    )
    return result.getvalue()


def test_a_photo_inside_a_pdf_keeps_its_dots() -> None:
    before, after = receipt(), clean(receipt()).data
    spot = (350, 80, 380, 110)
    pictures = [opened(page_png(one, 1, 595)).convert("RGB").crop(spot) for one in (before, after)]
    assert pictures[0].tobytes() == pictures[1].tobytes()
    assert pictures[0].getpixel((10, 10)) == pytest.approx((0, 0, 254), abs=3)


def test_the_same_file_gives_the_same_content() -> None:
    assert clean(receipt()) == clean(receipt())
    assert clean(photo()) == clean(photo())


REFUSED: list[tuple[type[BpaError], Callable[[], bytes]]] = [
    (NotAttachable, lambda: b""),
    (NotAttachable, lambda: b"hello"),
    (NotAttachable, lambda: b"PK\x03\x04 a spreadsheet"),
    (NotAttachable, lambda: bytes_of(Image.new("RGB", (9, 9)), "BMP")),
    (PictureOfAnotherKind, lambda: b"\x00\x00\x00\x18ftypheic" + bytes(40)),
    (AttachmentDamaged, lambda: photo()[:300]),
    (AttachmentDamaged, lambda: photo(kind="PNG")[:60]),
    (AttachmentDamaged, lambda: b"\xff\xd8\xff" + bytes(99)),
    (AttachmentDamaged, lambda: b"%PDF-1.7\n" + bytes(500)),
    (AttachmentDamaged, lambda: receipt()[:200]),
    (AttachmentLocked, locked_receipt),
]


@pytest.mark.parametrize(("why", "data"), REFUSED)
def test_everything_else_is_refused_with_a_sentence(
    why: type[BpaError], data: Callable[[], bytes]
) -> None:
    with pytest.raises(why):
        clean(data())


def test_a_pdf_that_opens_without_a_password_is_kept_unlocked() -> None:
    kept = clean(locked_receipt(user=""))
    with pikepdf.open(io.BytesIO(kept.data)) as pdf:
        assert not pdf.is_encrypted


def test_a_file_above_the_bound_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(attachment, "MOST_MEGABYTES", 0)
    with pytest.raises(AttachmentTooLarge):
        clean(photo())


def test_a_picture_of_more_dots_than_any_camera_is_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(Image, "MAX_IMAGE_PIXELS", 1000)
    for size in ((40, 40), (80, 80)):
        with pytest.raises(AttachmentTooLarge):
            clean(photo(size))
