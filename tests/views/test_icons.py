"""Icons: few, licensed, in any colour, and there when they are asked for."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage, QPainter

from bpa_desktop import paths
from bpa_desktop.views.icons import image, paint_icon

FOLDER = paths.RESOURCES / "icons"
VIEWS = Path(paths.__file__).parent / "views"
NAMES = sorted(path.stem for path in FOLDER.glob("*.svg"))


def test_there_are_few_of_them_with_their_licence() -> None:
    assert 0 < len(NAMES) <= 60
    assert "ISC License" in (FOLDER / "LICENSE.txt").read_text(encoding="utf-8")


def test_every_icon_is_used_somewhere() -> None:
    code = "".join(path.read_text(encoding="utf-8") for path in VIEWS.glob("*.py"))
    assert [name for name in NAMES if f'"{name}"' not in code] == []


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.usefixtures("qapp")
def test_every_icon_is_drawn_in_the_colour_asked_for(name: str) -> None:
    drawn = image(name, "#0b5cad", 48)
    solid = {
        drawn.pixelColor(x, y).name()
        for x in range(48)
        for y in range(48)
        if drawn.pixelColor(x, y).alpha() == 255
    }
    assert solid == {"#0b5cad"}
    assert "currentColor" in (FOLDER / f"{name}.svg").read_text(encoding="utf-8")


@pytest.mark.usefixtures("qapp")
def test_an_icon_is_drawn_once_per_size_and_colour() -> None:
    assert image("check", "#111111", 20) is image("check", "#111111", 20)
    assert image("check", "#111111", 20) is not image("check", "#222222", 20)


@pytest.mark.usefixtures("qapp")
def test_an_unknown_icon_is_an_error() -> None:
    with pytest.raises(FileNotFoundError):
        image("no-such-icon", "#000000", 20)


@pytest.mark.usefixtures("qapp")
def test_an_icon_is_sharp_on_a_dense_screen() -> None:
    canvas = QImage(40, 40, QImage.Format.Format_ARGB32_Premultiplied)
    canvas.setDevicePixelRatio(2)
    canvas.fill(QColor("#ffffff"))
    painter = QPainter(canvas)
    paint_icon(painter, QRect(0, 0, 20, 20), "house", "#000000")
    painter.end()
    expected = QImage(40, 40, QImage.Format.Format_ARGB32_Premultiplied)
    expected.fill(QColor("#ffffff"))
    painter = QPainter(expected)
    painter.drawImage(0, 0, image("house", "#000000", 40))
    painter.end()
    assert canvas.constBits().tobytes() == expected.constBits().tobytes()
