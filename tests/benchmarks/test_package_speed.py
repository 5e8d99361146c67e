"""The package of the example against bare reportlab tables: the same rows, pages and font."""

from __future__ import annotations

import datetime as dt
import io
from typing import TYPE_CHECKING, Any

import pytest
from reportlab.lib.pagesizes import A4, landscape
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import BaseDocTemplate, Frame, NextPageTemplate, PageBreak, PageTemplate
from reportlab.platypus import Table as RawTable

from bpa_desktop import paths
from bpa_desktop.documents.model import Line, PageRef, Table
from bpa_desktop.documents.pdf import render_pages
from bpa_desktop.services.example import write_example
from bpa_desktop.services.package import collect, render
from bpa_desktop.services.package_plan import plan_package
from bpa_desktop.services.package_values import package_bundle
from bpa_desktop.services.session import make
from tests.benchmarks.timing import fastest
from tests.documents.papers import texts
from tests.storage.samples import key

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytest_benchmark.fixture import BenchmarkFixture

    from bpa_desktop.documents.model import Bundle, Cell, Document
    from bpa_desktop.documents.pdf import Rendered
    from bpa_desktop.services.package_values import PackageValues

LIMIT = 2.5
LARGEST = 2.0
"""The size beside that of the same rows without tags."""
SIZE = 6
STYLE = [
    ("FONT", (0, 0), (-1, -1), "Inter-Regular", SIZE, SIZE + 1),
    ("FONT", (0, 0), (-1, 0), "Inter-SemiBold", SIZE, SIZE + 1),
    ("TOPPADDING", (0, 0), (-1, -1), 1),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 1),
    ("LINEBELOW", (0, 0), (-1, -1), 0.5, "grey"),
]


@pytest.fixture
def values(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PackageValues]:
    path = tmp_path_factory.mktemp("example") / "e.bpa"
    with make(path, key(), today=dt.date(2026, 5, 8)) as session:
        write_example(session)
        yield collect(session, plan_package(session, "ishoej", dt.date(2026, 5, 20)))


def said(cell: Cell) -> str:
    """A cell as a plain string, with a line end where the cell has one."""
    if cell is None:
        return ""
    if isinstance(cell, PageRef):
        return "12"
    if isinstance(cell, Line):
        return f"{cell.text} {cell.aside}".strip()
    return "\n".join(map(said, cell)) if isinstance(cell, tuple) else cell


def tables(document: Document) -> list[list[list[str]]]:
    return [
        [
            [column.title for column in block.columns],
            *([*map(said, row)] for row in block.all_rows()),
        ]
        for block in document.blocks
        if isinstance(block, Table)
    ]


def pieces(document: Document, pages: int) -> Iterator[list[list[list[str]]]]:
    """The tables of a document, shared out over as many pages as it has."""
    found = tables(document)
    on_a_page = -(-sum(map(len, found)) // pages) or 1
    page: list[list[list[str]]] = []
    count = made = 0
    for table in found:
        for row in table:
            if not page or len(page[-1][0]) != len(row):
                page.append([])
            page[-1].append(row)
            count += 1
            if count == on_a_page and made + 1 < pages:
                yield page
                page, count, made = [], 0, made + 1
    yield page or [[[""]]]
    for _ in range(made + 1, pages):
        yield [[[""]]]


def bare(bundle: Bundle, rendered: Rendered) -> bytes:
    """The rows of every table on as many pages, as reportlab's own tables of plain strings."""
    for name in ("Inter-Regular", "Inter-SemiBold"):
        if name not in pdfmetrics.getRegisteredFontNames():
            pdfmetrics.registerFont(TTFont(name, str(paths.RESOURCES / "fonts" / f"{name}.ttf")))
    starts = [*rendered.first_pages.values(), rendered.pages + 1]
    story: list[Any] = []
    for document, first, after in zip(bundle.documents, starts, starts[1:], strict=False):
        story.append(NextPageTemplate("wide" if document.landscape else "tall"))
        for page in pieces(document, after - first):
            story += [PageBreak(), *(RawTable(rows, style=STYLE) for rows in page if rows)]
    result = io.BytesIO()
    template = BaseDocTemplate(result, initialFontName="Inter-Regular")
    for name, (width, height) in (("tall", A4), ("wide", landscape(A4))):
        frame = Frame(20, 20, width - 40, height - 40)
        template.addPageTemplates(PageTemplate(name, [frame], pagesize=(width, height)))
    template.build(story[0:1] + story[2:])
    return result.getvalue()


def test_the_package_against_bare_tables(
    benchmark: BenchmarkFixture, values: PackageValues
) -> None:
    bundle = package_bundle(values)
    rendered = render_pages(bundle)
    raw = bare(bundle, rendered)
    assert len(texts(raw)) == rendered.pages
    assert "Overvågning om natten" in " ".join(texts(raw))
    size = len(rendered.content) / len(raw)
    assert size <= LARGEST
    benchmark.pedantic(render, args=(values,), rounds=1)
    if benchmark.enabled:
        own, other = fastest(
            lambda: render_pages(package_bundle(values)), lambda: bare(bundle, rendered)
        )
        ratio = own / other
        benchmark.extra_info |= {
            "pages": rendered.pages,
            "rows": sum(len(rows) for document in bundle.documents for rows in tables(document)),
            "bytes": len(rendered.content),
            "seconds": round(own, 3),
            "ratio": round(ratio, 2),
            "bar": LIMIT,
            "size": round(size, 2),
        }
        assert ratio <= LIMIT
