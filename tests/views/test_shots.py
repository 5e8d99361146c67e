"""The pictures show every place in every way that is looked at by eye."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QImage

from bpa_desktop.services.preferences import Preferences
from tests.shots import settings, take_all

if TYPE_CHECKING:
    from pathlib import Path

    from bpa_desktop.views.frame import Frame


def test_every_way_is_different() -> None:
    ways = list(settings())
    assert len(ways) == len(set(ways)) == 16


def test_every_place_is_taken_in_every_way(frame: Frame, tmp_path: Path) -> None:
    ways = [Preferences(colours="light"), Preferences(language="en", size="gaze", colours="dark")]
    taken = take_all(lambda _how: frame, tmp_path, ways)
    assert len(taken) == 2 * len(frame.places)
    assert taken[0].name == "today-da-standard-100-light.png"
    pictures = [QImage(str(path)) for path in taken]
    assert all(picture.width() == 1280 for picture in pictures)
    assert pictures[0] != pictures[len(frame.places)]
