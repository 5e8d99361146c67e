"""Where the parts of the window lie: never over each other, never outside."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bpa_desktop.views.panes import Room, arrange
from bpa_desktop.views.theme import Sizes

STANDARD = Sizes()


@given(
    width=st.integers(320, 3840),
    height=st.integers(120, 2160),
    menu_width=st.sampled_from([0, 216, 330, 520]),
    menu_height=st.integers(0, 900),
    percent=st.sampled_from([100, 150, 200, 250]),
    has_panel=st.booleans(),
    keeps_panel=st.booleans(),
)
def test_parts_never_overlap_and_fill_the_window(
    width: int,
    height: int,
    menu_width: int,
    menu_height: int,
    percent: int,
    has_panel: bool,  # noqa: FBT001 - drawn or given by the test
    keeps_panel: bool,  # noqa: FBT001 - drawn or given by the test
) -> None:
    room = Room(
        width=width,
        height=height,
        menu_width=menu_width,
        menu_height=menu_height,
        has_panel=has_panel,
        keeps_panel=keeps_panel,
    )
    places = arrange(room, Sizes(text_percent=percent))
    shown = [] if places.is_compact else [places.menu]
    shown += [places.panel] if places.is_covering else [places.page, places.panel]
    shown = [rect for rect in shown if not rect.isEmpty()]
    for one, other in combinations(shown, 2):
        assert not one.intersects(other)
    assert sum(rect.width() for rect in shown) == width
    assert all(rect.height() == height for rect in shown)
    if has_panel:
        assert not places.panel.isEmpty()
    if not places.panel.isEmpty() and not places.is_covering:
        assert places.page.width() >= 480 * percent // 100
        assert 360 * percent // 100 <= places.panel.width() <= 420 * percent // 100


@pytest.mark.parametrize(
    ("width", "compact", "covering"),
    [(1280, False, False), (1100, False, False), (1099, False, True), (899, True, True)],
)
def test_the_limits_are_those_of_the_design(width: int, *, compact: bool, covering: bool) -> None:
    room = Room(width=width, height=700, menu_width=216, menu_height=460, has_panel=True)
    places = arrange(room, STANDARD)
    assert (places.is_compact, places.is_covering) == (compact, covering)


def test_a_low_window_has_a_menu() -> None:
    room = Room(width=1280, height=300, menu_width=216, menu_height=460)
    assert arrange(room, STANDARD).is_compact


def test_large_words_make_the_navigation_a_menu() -> None:
    room = Room(width=1280, height=900, menu_width=420, menu_height=600)
    assert arrange(room, STANDARD).is_compact


def test_the_panel_grows_with_the_window_up_to_a_limit() -> None:
    widths = [
        arrange(
            Room(width=width, height=800, menu_width=216, menu_height=400, has_panel=True), STANDARD
        ).panel.width()
        for width in (1280, 1400, 1920)
    ]
    assert widths == [360, 392, 420]


def test_an_empty_panel_keeps_its_place_only_where_there_is_room() -> None:
    def panel(width: int) -> int:
        room = Room(width=width, height=800, menu_width=216, menu_height=400, keeps_panel=True)
        return arrange(room, STANDARD).panel.width()

    assert panel(1280) == 360
    assert panel(1000) == 0


def test_in_the_size_for_eye_gaze_page_and_panel_need_more_room() -> None:
    gaze = Sizes(target=72, gap=16, icon=32, scroll_bar=44)

    def room(width: int) -> Room:
        return Room(width=width, height=900, menu_width=216, menu_height=800, has_panel=True)

    assert arrange(room(1599), gaze).is_covering
    assert not arrange(room(1600), gaze).is_covering
    assert arrange(room(1600), gaze).panel.width() == 540
