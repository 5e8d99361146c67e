"""Where navigation, page and side panel lie, from the width and height of the window."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QEvent, QRect, Signal
from PySide6.QtWidgets import QWidget

from bpa_desktop.views.scroller import Scroller
from bpa_desktop.views.style import sizes_for

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from bpa_desktop.views.navigation import Navigation
    from bpa_desktop.views.pages import Pages
    from bpa_desktop.views.side_panel import SidePanel
    from bpa_desktop.views.theme import Sizes

COMPACT_BELOW: Final = 900
COVERING_BELOW: Final = 1100
_PANEL: Final = (360, 420)
_PAGE: Final = 480
# Large scroll bars and page buttons take their part of both.
_COVERING_BELOW_FOR_GAZE: Final = 1600
_PANEL_FOR_GAZE: Final = (540, 600)
_LARGEST_SHARE: Final = 0.3


class Room(NamedTuple):
    """What must be placed: the area and what its parts want, in logical pixels.

    ``keeps_panel`` holds the panel's place free even when it is empty, where there is room.
    """

    width: int
    height: int
    menu_width: int
    menu_height: int
    has_panel: bool = False
    keeps_panel: bool = False


class Places(NamedTuple):
    """The rectangles; ``panel`` is empty when there is none.

    ``is_compact``: the navigation has become a menu. ``is_covering``: the panel stands in the
    place of the page.
    """

    menu: QRect
    page: QRect
    panel: QRect
    is_compact: bool
    is_covering: bool


def arrange(room: Room, sizes: Sizes) -> Places:
    """Nothing lies over anything: a part that has no room takes the place of another."""
    compact = (
        room.width < COMPACT_BELOW
        or room.menu_width > room.width * _LARGEST_SHARE
        or room.menu_height > room.height
    )
    left = 0 if compact else room.menu_width
    menu = QRect(0, 0, room.width if compact else left, room.height)
    whole = QRect(left, 0, room.width - left, room.height)
    narrowest, widest = _PANEL_FOR_GAZE if sizes.is_gaze else _PANEL
    panel_width = min(max(sizes.px(narrowest), room.width * 28 // 100), sizes.px(widest))
    limit = _COVERING_BELOW_FOR_GAZE if sizes.is_gaze else COVERING_BELOW
    covering = room.width < limit or whole.width() - panel_width < sizes.px(_PAGE)
    if not (room.has_panel or (room.keeps_panel and not covering)):
        return Places(menu=menu, page=whole, panel=QRect(), is_compact=compact, is_covering=False)
    if covering:
        return Places(menu=menu, page=whole, panel=whole, is_compact=compact, is_covering=True)
    page = whole.adjusted(0, 0, -panel_width, 0)
    panel = QRect(page.right() + 1, 0, panel_width, room.height)
    return Places(menu=menu, page=page, panel=panel, is_compact=compact, is_covering=False)


class Panes(QWidget):
    """Holds the three parts and shows those that have room."""

    arranged = Signal()

    def __init__(self, navigation: Navigation, pages: Pages, panel: SidePanel) -> None:
        super().__init__()
        self.navigation = navigation
        self.menu = Scroller(navigation)
        self.pages = pages
        self.panel = panel
        for part in (self.menu, self.pages, self.panel):
            part.setParent(self)
        self.is_menu_open = False
        self._has_places = False
        self._has_panel = False
        self._keeps_panel = False
        self._cover: QWidget | None = None
        self._places: Places | None = None
        self.panel.hide()

    @property
    def is_compact(self) -> bool:
        """Whether the navigation is a menu now."""
        return self._places is not None and self._places.is_compact

    @property
    def is_covering(self) -> bool:
        """Whether the panel stands in the place of the page now."""
        return self._places is not None and self._places.is_covering

    def set_menu_open(self, *, on: bool) -> None:
        """Show or hide the places where the navigation is a menu."""
        self.is_menu_open = on
        self.place()

    def set_places(self, *, on: bool) -> None:
        """Show the navigation, or nothing while there is nowhere to go."""
        self._has_places = on and not self.navigation.is_empty
        self.place()

    def set_panel(self, *, on: bool, keep: bool) -> None:
        """Make room for the panel; with ``keep`` also when it is empty."""
        self._has_panel, self._keeps_panel = on, keep
        self.place()

    def set_cover(self, cover: QWidget | None) -> None:
        """Show ``cover`` in the place of page and panel, or give it back to them."""
        if self._cover is not None:
            self._cover.hide()
        self._cover = cover
        self.is_menu_open = self.is_menu_open and cover is None
        self.place()

    def place(self) -> None:
        """Put every part where it belongs."""
        wanted = self.navigation.wanted_width()
        empty = not self._has_places
        room = Room(
            width=self.width(),
            height=self.height(),
            menu_width=0 if empty else wanted,
            menu_height=0 if empty else self.navigation.heightForWidth(wanted),
            has_panel=self._has_panel,
            keeps_panel=self._keeps_panel,
        )
        self._places = places = arrange(room, sizes_for(self))
        self.is_menu_open = self.is_menu_open and places.is_compact
        self.menu.setGeometry(places.menu)
        self.pages.setGeometry(places.page)
        self.panel.setGeometry(places.panel)
        self.panel.set_covering(on=places.is_covering)
        self.menu.setVisible(not empty and (self.is_menu_open or not places.is_compact))
        free = not self.is_menu_open and self._cover is None
        self.panel.setVisible(free and not places.panel.isEmpty())
        self.pages.setVisible(free and not places.is_covering)
        if self._cover is not None:
            self._cover.setGeometry(places.page.united(places.panel))
            self._cover.setVisible(not self.is_menu_open)
        self.arranged.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place everything anew."""
        super().resizeEvent(event)
        self.place()

    def changeEvent(self, event: QEvent) -> None:
        """Larger words may leave no room for the navigation."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self.place()
