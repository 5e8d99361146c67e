"""A picture on paper: one tagged figure with its words, which also stand below it."""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Final

from pikepdf import Dictionary, Name
from PIL import Image

from bpa_desktop.documents import pdf_style as style
from bpa_desktop.documents.pdf_tags import text_string

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    import pikepdf

    from bpa_desktop.documents.model import Picture
    from bpa_desktop.documents.pdf_flow import Flow

_CAPTION_GAP: Final = 4.0
_BITS: Final = 8


@dataclass(frozen=True, kw_only=True)
class LaidPicture:
    """A picture as large as its dots and the sheet allow, with the lines of its words."""

    picture: Picture
    size: tuple[float, float]
    lines: list[str]
    gap: float = style.BLOCK_GAP
    keeps: ClassVar[bool] = False

    @property
    def lead(self) -> float:
        """The picture and its words stand together."""
        return self.size[1] + _CAPTION_GAP + len(self.lines) * style.BODY_MUTED.leading

    def draw(self, flow: Flow) -> None:
        """Draw the picture as a figure; its words below it belong to the figure."""
        left, bottom = flow.left, flow.y - self.lead
        box = f"{left:.2f} {bottom:.2f} {left + flow.width:.2f} {flow.y:.2f}"
        said = text_string(self.picture.text)
        element = flow.press.tree.element(
            "Figure", flow.part, f"/Alt{said}/A<</O/Layout/Placement/Block/BBox[{box}]>>"
        )
        flow.sheet.figure(element, list(self._operators(flow)), (left, bottom))
        flow.fill(self.lead)

    def _operators(self, flow: Flow) -> Iterator[str]:
        """The picture above, its words below; the origin is the lower left corner."""
        width, height = self.size
        name = flow.press.picture(self.picture.data)
        look = style.BODY_MUTED
        yield f"q {width:.2f} 0 0 {height:.2f} 0 {self.lead - height:.2f} cm /{name} Do Q"
        ink, y = flow.ink(look), self.lead - height - _CAPTION_GAP
        for line in self.lines:
            yield f"BT {ink.setting} 1 0 0 1 0 {y - look.baseline:.2f} Tm {ink.shown(line)} ET"
            y -= look.leading


def picture(flow: Flow, block: Picture) -> LaidPicture:
    """A picture at its own size, smaller where the sheet asks for it."""
    with Image.open(io.BytesIO(block.data)) as opened:
        width, height = opened.size
    scale = min(style.POINTS_PER_PIXEL, flow.width / width, style.PICTURE_HEIGHT / height)
    ink = flow.ink(style.BODY_MUTED)
    lines = flow.lines(ink.clean(block.text), ink)
    return LaidPicture(picture=block, size=(width * scale, height * scale), lines=lines)


def embed(pdf: pikepdf.Pdf, pictures: Mapping[str, bytes]) -> None:
    """Put the pictures into the file under the names by which its pages draw them."""
    if not pictures:
        return
    streams = {f"/{name}": _stream(pdf, data) for name, data in pictures.items()}
    for page in pdf.pages:
        page.Resources.XObject = Dictionary(streams)


def _stream(pdf: pikepdf.Pdf, data: bytes) -> pikepdf.Object:
    """A photo goes in as it is, a drawing dot by dot."""
    with Image.open(io.BytesIO(data)) as opened:
        size, is_photo = opened.size, opened.format == "JPEG" and opened.mode == "RGB"
        dots = data if is_photo else opened.convert("RGB").tobytes()
    stream = pdf.make_stream(
        dots,
        Type=Name.XObject,
        Subtype=Name.Image,
        Width=size[0],
        Height=size[1],
        ColorSpace=Name.DeviceRGB,
        BitsPerComponent=_BITS,
    )
    if is_photo:
        stream.Filter = Name.DCTDecode
    return stream
