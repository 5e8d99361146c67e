"""A picture in a document: seen, read out, and kept once."""

from __future__ import annotations

import io

import pikepdf
import pytest
from PIL import Image

from bpa_desktop.documents.model import Document, Picture, Text
from bpa_desktop.documents.pdf import render
from bpa_desktop.documents.plain import plain
from bpa_desktop.documents.preview import page_png
from bpa_desktop.i18n import speaking
from tests.documents.papers import elements, failures, opened, texts


def dots(kind: str, size: tuple[int, int] = (40, 30)) -> bytes:
    result = io.BytesIO()
    Image.new("RGB", size, "#c02040").save(result, kind)
    return result.getvalue()


def paper(*pictures: Picture) -> Document:
    return Document(
        key="p", title="Arbejdsgang", language="da", blocks=(Text(text="Først."), *pictures)
    )


@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
def test_a_picture_is_seen_and_its_words_are_read_out(kind: str) -> None:
    content = render(paper(Picture(data=dots(kind), text="Sejlet under lårene")))
    assert failures(content) == []
    with opened(content) as pdf:
        (figure,) = [one for one in elements(pdf) if one.S == "/Figure"]
        assert str(figure.Alt) == "Sejlet under lårene"
    assert "Sejlet under lårene" in texts(content)[0]
    sheet = Image.open(io.BytesIO(page_png(content, 1, 595))).convert("RGB")
    reddish = sum(
        count
        for count, (red, green, _blue) in sheet.getcolors(10**6) or []
        if red > 150 > green + 50
    )
    assert reddish > 30 * 22 / 2


def test_the_same_picture_is_kept_once_and_a_huge_one_fits_its_sheet() -> None:
    huge = Picture(data=dots("JPEG", (1600, 2300)), text="Stor")
    content = render(paper(huge, huge, Picture(data=dots("PNG"), text="Lille")))
    assert failures(content) == []
    with opened(content) as pdf:
        images = [
            one
            for one in pdf.objects
            if isinstance(one, pikepdf.Stream) and one.get("/Subtype") == "/Image"
        ]
        assert len(images) == 2


def test_the_words_stand_in_the_plain_text() -> None:
    with speaking("en"):
        assert "Picture: Sejlet" in plain(paper(Picture(data=dots("PNG"), text="Sejlet")))


def test_a_picture_without_words_is_refused() -> None:
    with pytest.raises(ValueError, match="blank"):
        Picture(data=dots("PNG"), text=" ")
