"""A year as a chart: the same shapes on paper and on the screen, and never by colour alone."""

from __future__ import annotations

import itertools
from typing import Final
from xml.etree import ElementTree as ET

import pytest
from reportlab.graphics.shapes import Line, Rect, String

from bpa_desktop.documents.chart import ChartLook, Palette, drawing, svg, words_of
from bpa_desktop.documents.model import Bar, Chart, Legend, Text
from bpa_desktop.documents.pdf import render
from bpa_desktop.documents.plain import plain
from tests.documents.papers import elements, failures, opened, paper, texts

HOUR: Final = 60
NAMES: Final = ("jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
LEGEND: Final = Legend("Bevilget", "Brugt", "Ventet", "Fra lavest til højest")
DONE = Bar("jan", 744 * HOUR, 700 * HOUR, 700 * HOUR, 700 * HOUR, 700 * HOUR)
COMING = Bar("feb", 672 * HOUR, 0, 600 * HOUR, 660 * HOUR, 680 * HOUR)
PALETTE: Final = Palette("#1b1f24", "#dce1e7", "#0b5cad")


def chart(*bars: Bar) -> Chart:
    return Chart(bars=bars, legend=LEGEND, text="Timer måned for måned.")


def look(width: float = 800, size: float = 15) -> ChartLook:
    return ChartLook(width, size * 18, size, lambda text: len(text) * size * 0.6, PALETTE)


def test_hours_to_come_are_hatched_and_have_a_range_and_hours_used_are_filled() -> None:
    bare = len(drawing(chart(Bar("jan", 0, 0, 0, 0, 0)), look()).contents)
    done = drawing(chart(DONE._replace(granted=0)), look()).contents
    filled = [one for one in done if isinstance(one, Rect) and one.fillColor is not None]
    assert len(filled) == 2  # the bar and its mark in the legend
    coming = drawing(chart(COMING), look()).contents
    filled = [one for one in coming if isinstance(one, Rect) and one.fillColor is not None]
    assert len(filled) == 1
    assert len(coming) > bare + 20


def test_the_height_of_a_bar_is_its_hours_by_the_scale() -> None:
    shapes = drawing(chart(DONE), look()).contents
    scale = {one.text: one.y + 15 * 0.35 for one in shapes if isinstance(one, String)}
    bar = max((one for one in shapes if isinstance(one, Rect)), key=lambda one: one.height)
    per_hour = (scale["800"] - scale["0"]) / 800
    assert bar.height == pytest.approx(700 * per_hour)


@pytest.mark.parametrize("width", [200, 420, 1200])
@pytest.mark.parametrize("size", [11, 30])
def test_everything_stays_inside_and_no_two_month_names_meet(width: int, size: int) -> None:
    found = chart(*(COMING._replace(label=name) for name in NAMES))
    shapes = drawing(found, look(width, size)).contents
    labels = [one for one in shapes if isinstance(one, String) and one.text in NAMES]
    ends = [(one.x, one.x + len(one.text) * size * 0.6) for one in labels]
    assert labels[0].text == "jan"
    assert all(end <= start for (_, end), (start, _) in itertools.pairwise(ends))
    assert all(0 <= one.x1 <= width + 1 for one in shapes if isinstance(one, Line))
    assert all(one.fontSize == size for one in shapes if isinstance(one, String))


def test_the_picture_for_the_screen_holds_the_same_words_in_the_window_s_font() -> None:
    found = chart(DONE, COMING)
    root = ET.fromstring(svg(found, look(), 'Inter "Tydelig"'))  # noqa: S314 - our own
    written = [one for one in root.iter() if one.tag.endswith("text")]
    assert {one.text for one in written} <= set(words_of(found))
    assert {one.get("font-family") for one in written} == {'Inter "Tydelig"'}


def test_on_paper_it_is_a_figure_with_words_and_letters_that_can_be_read() -> None:
    content = render(paper(chart(DONE, COMING), Text(text="Efter figuren.")))
    assert not failures(content)
    with opened(content) as pdf:
        (figure,) = (one for one in elements(pdf) if one.S == "/Figure")
        assert str(figure.Alt) == "Timer måned for måned."
    assert "Fra lavest til højest" in " ".join(texts(content))
    assert "Efter figuren." in " ".join(texts(content))


def test_read_aloud_it_is_its_words() -> None:
    assert "Timer måned for måned." in plain(paper(chart(DONE)))


def test_a_chart_without_words_or_months_is_refused() -> None:
    with pytest.raises(ValueError, match="blank"):
        Chart(bars=(DONE,), legend=LEGEND, text=" ")
    with pytest.raises(ValueError, match="at least one month"):
        Chart(bars=(), legend=LEGEND, text="x")
