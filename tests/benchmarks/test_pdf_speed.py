"""Tagged papers against bare reportlab tables: the same rows, pages and font in one run."""

from __future__ import annotations

import gc
import io
import tracemalloc
from typing import TYPE_CHECKING

import pytest
from reportlab.lib.pagesizes import A4, landscape
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import PageBreak, SimpleDocTemplate
from reportlab.platypus import Table as RawTable

from bpa_desktop import paths
from bpa_desktop.documents.model import Column, Document, Table
from bpa_desktop.documents.pdf import render, render_pages
from tests.benchmarks.timing import fastest
from tests.documents.papers import texts

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytest_benchmark.fixture import BenchmarkFixture

COLUMNS = 8
STYLE = [
    ("FONT", (0, 0), (-1, -1), "Inter-Regular", 10),
    ("FONT", (0, 0), (-1, 0), "Inter-SemiBold", 10),
    ("LINEBELOW", (0, 0), (-1, -1), 0.5, "grey"),
]


def rows(count: int) -> tuple[tuple[str, ...], ...]:
    return tuple(
        tuple(
            f"{column * 37 % 24:02d}–{(column * 41 + row) % 24:02d} {row}"
            for column in range(COLUMNS)
        )
        for row in range(count)
    )


def tagged(count: int) -> Document:
    columns = tuple(Column(title=f"Kolonne {number}") for number in range(COLUMNS))
    table = Table(columns=columns, rows=rows(count))
    return Document(key="k", title="Vagtplan", language="da", landscape=True, blocks=(table,))


def bare(count: int, pages: int) -> bytes:
    """The same rows on as many pages, as reportlab's own tables of plain strings."""
    for name in ("Inter-Regular", "Inter-SemiBold"):
        if name not in pdfmetrics.getRegisteredFontNames():
            pdfmetrics.registerFont(TTFont(name, str(paths.RESOURCES / "fonts" / f"{name}.ttf")))
    title, data = [f"Kolonne {number}" for number in range(COLUMNS)], rows(count)
    on_a_page = -(-count // pages)
    story: list[object] = []
    for start in range(0, count, on_a_page):
        part = [title, *map(list, data[start : start + on_a_page])]
        story += [RawTable(part, style=STYLE, rowHeights=18), PageBreak()]
    result = io.BytesIO()
    SimpleDocTemplate(
        result,
        pagesize=landscape(A4),
        topMargin=40,
        bottomMargin=40,
        initialFontName="Inter-Regular",
    ).build(story)
    return result.getvalue()


def peak(work: Callable[[], object]) -> float:
    """The most memory held at once, in MiB."""
    gc.collect()
    tracemalloc.start()
    work()
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return most / 2**20


@pytest.mark.parametrize("count", [500, 4000])
def test_tagged_papers_against_bare_tables(benchmark: BenchmarkFixture, count: int) -> None:
    paper = tagged(count)
    rendered = render_pages(paper)
    raw = bare(count, rendered.pages)
    assert len(texts(raw)) == rendered.pages
    assert f" {count - 1}" in texts(rendered.content)[-1]
    assert f" {count - 1}" in texts(raw)[-1]
    benchmark.pedantic(render, args=(paper,), rounds=1)
    if benchmark.enabled:
        own_seconds, raw_seconds = fastest(
            lambda: render(paper), lambda: bare(count, rendered.pages)
        )
        own_peak, raw_peak = peak(lambda: render(paper)), peak(lambda: bare(count, rendered.pages))
        benchmark.extra_info |= {
            "pages": rendered.pages,
            "bytes": len(rendered.content),
            "ratio": round(own_seconds / raw_seconds, 2),
            "peak ratio": round(own_peak / raw_peak, 2),
        }
