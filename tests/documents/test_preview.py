from __future__ import annotations

import struct
from concurrent.futures import ThreadPoolExecutor

import pytest

from bpa_desktop.documents.pdf import render
from bpa_desktop.documents.preview import page_count, page_png
from tests.documents import papers


@pytest.fixture(scope="module")
def package() -> bytes:
    return render(papers.package())


def size(png: bytes) -> tuple[int, int]:
    assert png.startswith(b"\x89PNG")
    width, height = struct.unpack(">II", png[16:24])
    return width, height


def test_pages_are_counted(package: bytes) -> None:
    assert page_count(package) == len(papers.texts(package))


def test_a_page_is_as_wide_as_asked(package: bytes) -> None:
    width, height = size(page_png(package, 1, 600))
    assert width == 600
    assert height == pytest.approx(849, abs=1)
    lying = size(page_png(package, 3, 600))
    assert lying[1] == pytest.approx(424, abs=1)


def test_pages_differ(package: bytes) -> None:
    assert page_png(package, 1, 200) != page_png(package, 2, 200)


@pytest.mark.parametrize("page", [0, -1, 10_000])
def test_a_page_that_is_not_there_is_refused(package: bytes, page: int) -> None:
    with pytest.raises(IndexError):
        page_png(package, page, 200)


def test_a_picture_without_width_is_refused(package: bytes) -> None:
    with pytest.raises(ValueError, match="wider than nothing"):
        page_png(package, 1, 0)


def test_several_threads_may_ask_at_once(package: bytes) -> None:
    with ThreadPoolExecutor(4) as pool:
        pictures = list(pool.map(lambda page: page_png(package, page, 100), [1, 2] * 4))
    assert len(set(pictures)) == 2


def test_several_threads_may_render_at_once(package: bytes) -> None:
    with ThreadPoolExecutor(4) as pool:
        assert set(pool.map(lambda _: render(papers.package()), range(4))) == {package}
