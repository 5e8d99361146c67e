"""Colours keep their contrast (R13), and a palette tells which tokens it was made of."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QColor, QPalette

from bpa_desktop.services.preferences import SIZES, Preferences
from bpa_desktop.views.theme import (
    CONTRAST,
    DARK,
    HELPER_HUES,
    LIGHT,
    colours_of,
    contrast,
    on_colour,
    palette_of,
    sizes_of,
)

if TYPE_CHECKING:
    from bpa_desktop.views.theme import (
        Colours,
    )

SCHEMES = {"light": LIGHT, "dark": DARK, "contrast": CONTRAST}
TEXT_PAIRS = [
    ("text", "background"),
    ("text", "surface"),
    ("muted", "background"),
    ("muted", "surface"),
    ("accent", "background"),
    ("accent", "surface"),
    ("accent", "info_tint"),
    ("on_accent", "accent"),
    ("danger", "surface"),
    ("danger", "danger_tint"),
    ("warn", "surface"),
    ("warn", "warn_tint"),
    ("ok", "surface"),
    ("ok", "ok_tint"),
    ("info", "info_tint"),
    ("muted", "info_tint"),
]
EDGE_PAIRS = [
    ("border", "background"),
    ("border", "surface"),
    ("focus", "background"),
    ("focus", "surface"),
    ("accent", "surface"),
    ("accent", "info_tint"),
]


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize(("ink", "ground"), TEXT_PAIRS)
def test_text_is_readable(scheme: str, ink: str, ground: str) -> None:
    colours = SCHEMES[scheme]
    assert contrast(getattr(colours, ink), getattr(colours, ground)) >= 4.5


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize(("edge", "ground"), EDGE_PAIRS)
def test_edges_are_seen(scheme: str, edge: str, ground: str) -> None:
    colours = SCHEMES[scheme]
    assert contrast(getattr(colours, edge), getattr(colours, ground)) >= 3.0


def test_high_contrast_is_high() -> None:
    for ink, ground in TEXT_PAIRS:
        assert contrast(getattr(CONTRAST, ink), getattr(CONTRAST, ground)) >= 7


def test_contrast_is_computed_as_wcag_does() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#ffffff", "#000000") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.478, abs=0.001)
    assert contrast("#123456", "#123456") == pytest.approx(1)


@pytest.mark.parametrize("hue", HELPER_HUES)
def test_initials_are_readable_on_every_helper_colour(hue: str) -> None:
    assert contrast(on_colour(hue), hue) >= 4.5


@pytest.mark.parametrize("colours", SCHEMES.values(), ids=SCHEMES)
def test_a_palette_remembers_its_tokens(colours: Colours) -> None:
    assert colours_of(palette_of(colours)) is colours


def test_a_label_with_a_colour_of_its_own_keeps_the_tokens() -> None:
    palette = palette_of(DARK)
    palette.setColor(QPalette.ColorRole.WindowText, QColor(DARK.warn))
    assert colours_of(palette) is DARK


def test_a_palette_that_is_changed_is_read_anew() -> None:
    palette = palette_of(LIGHT)
    assert colours_of(palette) is LIGHT
    palette.setColor(QPalette.ColorRole.Window, QColor("#123456"))
    assert colours_of(palette).background == "#123456"
    for one in range(600):
        other = QPalette(QColor(one % 256, one // 256, 7))
        assert colours_of(other) == colours_of(QPalette(other))
    assert colours_of(palette_of(DARK)) is DARK


def test_a_palette_of_the_system_is_used_as_it_is() -> None:
    palette = QPalette()
    palette.setColor(QPalette.ColorRole.Window, QColor("#2d3236"))
    palette.setColor(QPalette.ColorRole.WindowText, QColor("#ffffff"))
    palette.setColor(QPalette.ColorRole.Highlight, QColor("#abcfff"))
    palette.setColor(QPalette.ColorRole.HighlightedText, QColor("#263b50"))
    colours = colours_of(palette)
    assert colours.flat
    assert colours.edge == 2
    assert (colours.background, colours.warn_tint) == ("#2d3236", "#2d3236")
    assert (colours.text, colours.warn, colours.border) == ("#ffffff", "#ffffff", "#ffffff")
    assert (colours.accent, colours.on_accent) == ("#abcfff", "#263b50")


def test_disabled_text_keeps_the_contrast_of_an_edge() -> None:
    palette = palette_of(LIGHT)
    disabled = palette.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.ButtonText)
    assert contrast(disabled.name(), LIGHT.surface) >= 3


def test_sizes_follow_the_choice() -> None:
    targets = [sizes_of(Preferences(size=size)).target for size in SIZES]
    gaps = [sizes_of(Preferences(size=size)).gap for size in SIZES]
    assert targets == [44, 56, 72]
    assert gaps == [8, 12, 16]
    assert [sizes_of(Preferences(size=size)).is_gaze for size in SIZES] == [False, False, True]


def test_widths_that_hold_text_grow_with_it() -> None:
    assert sizes_of(Preferences(text_percent=200)).px(360) == 720
    assert sizes_of(Preferences()).px(360) == 360
