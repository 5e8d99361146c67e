"""A paper becomes pages, pictures and text, on any thread."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import TYPE_CHECKING

import pypdfium2
import pytest

from bpa_desktop.domain.period import Period
from bpa_desktop.i18n import speaking
from bpa_desktop.services.paper_view import PaperView, view
from bpa_desktop.services.papers import paper
from tests.little_file import TODAY, open_copy

if TYPE_CHECKING:
    from pathlib import Path

    from bpa_desktop.documents.model import Bundle

PERIOD = Period(TODAY.replace(month=1, day=1), TODAY)


@pytest.fixture
def bundle(small_file: Path, tmp_path: Path) -> Bundle:
    with open_copy(small_file, tmp_path) as session:
        return paper(session, "roster_used", PERIOD)


def test_the_pdf_the_pictures_and_the_text_are_of_the_same_paper(bundle: Bundle) -> None:
    made = view(bundle)
    with pypdfium2.PdfDocument(made.content) as pdf:
        assert len(pdf) == made.pages == 3
    assert made.title == bundle.title
    assert "februar" in made.text
    first, second = made.picture(1, 200), made.picture(2, 200)
    assert first.startswith(b"\x89PNG")
    assert first != second


def test_the_text_speaks_the_language_of_the_paper(bundle: Bundle) -> None:
    here = view(bundle)
    with speaking("en"):
        assert view(bundle).text == here.text
    with ThreadPoolExecutor() as pool:
        there = pool.submit(view, replace(bundle, language="en")).result()
    assert there.pages == here.pages


@pytest.mark.parametrize(
    ("title", "stem"),
    [
        ("Fraværsoversigt", "Fraværsoversigt"),
        ("Dokumentation til revisitation, sagsnr. 24/1234", None),
        ("a:b\\c*?", "a-b-c-"),
        ("Slut.", "Slut"),
    ],
)
def test_the_name_of_its_file_is_one_that_every_system_takes(title: str, stem: str | None) -> None:
    made = PaperView(title=title, content=b"", text="", pages=0)
    assert made.file_stem == (stem or "Dokumentation til revisitation, sagsnr. 24-1234")
