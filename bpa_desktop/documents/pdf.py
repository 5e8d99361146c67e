"""Documents as tagged PDF: PDF/UA-1 for readers of every kind, PDF/A-2a for the archive."""

from __future__ import annotations

from dataclasses import dataclass
from threading import Lock
from typing import TYPE_CHECKING, Any, Final

from bpa_desktop.documents import pdf_blocks as blocks
from bpa_desktop.documents import pdf_style as style
from bpa_desktop.documents.model import (
    Bullets,
    Chart,
    Facts,
    Heading,
    Meter,
    Note,
    Picture,
    Table,
    Text,
    as_bundle,
)
from bpa_desktop.documents.pdf_figure import figure
from bpa_desktop.documents.pdf_finish import finished
from bpa_desktop.documents.pdf_flow import Flow
from bpa_desktop.documents.pdf_picture import picture
from bpa_desktop.documents.pdf_press import Press
from bpa_desktop.documents.pdf_tables import LaidTable, table
from bpa_desktop.errors import N_, BpaError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from bpa_desktop.documents.model import (
        Bundle,
        Document,
    )
    from bpa_desktop.documents.pdf_blocks import Laid


_ONE_AT_A_TIME: Final = Lock()
"""The font is read from one place in memory, so two threads must not cut subsets at once."""


@dataclass(frozen=True, kw_only=True)
class Rendered:
    """A finished PDF: its bytes, how many pages, and where each document begins, from 1."""

    content: bytes
    pages: int
    first_pages: Mapping[str, int]


class Cancelled(BpaError):
    """Somebody did not want to wait for the file any more."""

    sentence = N_("Stopped. No file was made.")


def render(paper: Bundle | Document) -> bytes:
    """``paper`` as PDF; the same paper gives the same bytes."""
    return render_pages(paper).content


def render_pages(paper: Bundle | Document, done: Callable[[], object] | None = None) -> Rendered:
    """``paper`` as PDF, with the numbers of its pages.

    ``done`` is called after each document; it may raise ``Cancelled`` to stop there.
    """
    bundle = as_bundle(paper)
    with _ONE_AT_A_TIME:
        press = Press(bundle)
        for document in bundle.documents:
            _draw(Flow(press, document))
            if done is not None:
                done()
        written = press.close()
    content = finished(written, bundle, press.bookmarks, press.pictures)
    return Rendered(content=content, pages=len(press.sheets), first_pages=press.first_pages)


def _draw(flow: Flow) -> None:
    for block in blocks.title(flow):
        flow.gap(block.gap)
        block.draw(flow)
    body, share = _fitted(flow) if flow.document.one_sheet else (_body(flow), 1.0)
    for number, block in enumerate(body):
        flow.gap(_gap(body, number) * share)
        flow.need(_lead(body, number))
        block.draw(flow)


def _body(flow: Flow) -> list[Laid]:
    return [_LAYOUTS[type(block)](flow, block) for block in flow.document.blocks]


def _fitted(flow: Flow) -> tuple[list[Laid], float]:
    """The body in the largest writing that fits this sheet, and how much white lies between."""
    body, share = _body(flow), 1.0
    for look, share in zip(style.LISTS, style.GAP_SHARES, strict=True):
        flow.list_look = look
        body = _body(flow)
        gaps = sum(_gap(body, number) for number in range(len(body))) * share
        if sum(map(_height, body)) + gaps <= flow.room:
            break
    return body, share


def _gap(laid: Sequence[Laid], number: int) -> float:
    gap = laid[number].gap
    return max(gap, style.BODY_GAP) if number == 0 else gap


def _height(laid: Laid) -> float:
    return laid.height if isinstance(laid, LaidTable | blocks.LaidList) else laid.lead


def _lead(laid: Sequence[Laid], number: int) -> float:
    """The height that must stand together: headings never stand alone."""
    block = laid[number]
    if not block.keeps or number + 1 == len(laid):
        return block.lead
    return block.lead + laid[number + 1].gap + _lead(laid, number + 1)


_LAYOUTS: Final[Mapping[type, Callable[[Flow, Any], Laid]]] = {
    Bullets: blocks.bullets,
    Chart: figure,
    Facts: blocks.facts,
    Heading: blocks.heading,
    Meter: lambda _flow, block: blocks.LaidMeter(meter=block),
    Note: blocks.note,
    Picture: picture,
    Table: table,
    Text: blocks.text,
}
