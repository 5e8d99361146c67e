"""The main window: top bar, places at the left, the page, the side panel and the status line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QMainWindow, QVBoxLayout, QWidget

from bpa_desktop.i18n import _, language
from bpa_desktop.views.focus import focus_first, mark, refocus
from bpa_desktop.views.frame_actions import frame_actions
from bpa_desktop.views.navigation import Navigation
from bpa_desktop.views.overlays import Overlays, give_focus
from bpa_desktop.views.page import Page
from bpa_desktop.views.pages import Pages
from bpa_desktop.views.panes import Panes
from bpa_desktop.views.places import PLACES
from bpa_desktop.views.side_panel import SidePanel
from bpa_desktop.views.status_line import StatusLine
from bpa_desktop.views.style import sizes_for
from bpa_desktop.views.tab_stops import go_to_next_stop
from bpa_desktop.views.top_bar import Tools, TopBar
from bpa_desktop.views.trail import Trail

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bpa_desktop.views.appearance import Appearance
    from bpa_desktop.views.desk import Desk
    from bpa_desktop.views.focus import Mark
    from bpa_desktop.views.place import Place

_FIRST_SIZE: Final = (1280, 800)


class Frame(QMainWindow):
    """Shows one place at a time; a page is built on its first visit.

    ``spoken`` comes after everything was said anew in another language.
    """

    spoken = Signal()

    def __init__(
        self, desk: Desk, appearance: Appearance, places: Sequence[Place] = PLACES
    ) -> None:
        super().__init__()
        self.desk = desk
        self.places = {place.key: place for place in places}
        self.current = ""
        self._appearance = appearance
        self._language = language()
        self._before_panel: QWidget | None = None
        self._place_before_panel: Mark | None = None
        self._trail = Trail()
        self._build()
        self._connect()
        self._register()
        self.resize(*_FIRST_SIZE)
        self.panes.set_places(on=desk.has_session)
        self.show_first_place()

    def _build(self) -> None:
        desk = self.desk
        self.overlays = Overlays(self, desk)
        self.top_bar = TopBar(desk, self._tools())
        named = [place for place in self.places.values() if not place.tool]
        self.navigation = Navigation(desk, named, self.go)
        self.pages = Pages(desk)
        self.panel = SidePanel()
        self.panes = Panes(self.navigation, self.pages, self.panel)
        self.status = StatusLine()
        centre = QWidget()
        column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.top_bar, self.panes, self.status):
            column.addWidget(part)
        column.setStretchFactor(self.panes, 1)
        self.setCentralWidget(centre)
        self.overlays.lie_over(self.top_bar, self.panes, self.status)

    def _tools(self) -> Tools:
        return Tools(
            menu=self.toggle_menu,
            search=self.overlays.open_box,
            undo=self.desk.undo,
            numbers=self.overlays.toggle_numbers,
            help=lambda: self.go("help"),
            settings=lambda: self.go("settings"),
            rest=self.overlays.begin_rest,
        )

    def _connect(self) -> None:
        desk = self.desk
        desk.said.connect(self.status.say)
        desk.place_wanted.connect(self.go)
        desk.place_needed.connect(self._enter)
        desk.return_wanted.connect(self.return_to)
        desk.back_wanted.connect(self.go_back)
        desk.panel_wanted.connect(self.show_panel)
        desk.panel_unwanted.connect(self.close_panel)
        desk.changed.connect(self._changed)
        desk.preferences_changed.connect(self._wear)
        self.panel.closed.connect(self.close_panel)
        self.panes.arranged.connect(self._arranged)

    def _register(self) -> None:
        """Collect what can be done from anywhere and give each shortcut its key."""
        self.desk.places = tuple(self.places.values())
        self.desk.actions = frame_actions(self)
        for action in self.desk.actions:
            if action.shortcut:
                shortcut = QShortcut(QKeySequence(action.shortcut), self)
                shortcut.activated.connect(action.run)

    def show_first_place(self) -> None:
        """Show the first place, once a file is open; the first Tab then leads into its page."""
        first = next((key for key, place in self.places.items() if not place.tool), None)
        if first is None or not self.desk.has_session:
            return
        self._show_place(first)
        button = self.navigation.button(first)
        if button is not None:
            button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _can_see(self, place: Place) -> bool:
        return place.without_file or self.desk.has_session

    @property
    def page(self) -> QWidget | None:
        """The page that is shown."""
        return self.pages.page

    def go(self, key: str) -> None:
        """Show the place called ``key``, announce its heading, and leave the focus nearby.

        An unknown key is a programming error. Without an open file most places stay closed.
        """
        if self._went(key):
            self._announce_page()
            self._focus_button(key)

    def return_to(self, key: str) -> None:
        """As `go`, with the focus on what it was on when the place was left."""
        if not self._went(key, is_back=True):
            return
        self._announce_page()
        refocus(self.pages, self._trail.mark_in(key))
        if mark(self.pages) is None:
            self._focus_button(key)

    def _enter(self, key: str) -> None:
        """Show a place that says itself what it shows; nothing moves where it is shown already."""
        if self.current == key:
            self.overlays.close_box()
        elif self._went(key):
            self._focus_button(key)

    def _went(self, key: str, *, is_back: bool = False) -> bool:
        """Show a place; false where that needs an open file and there is none."""
        if not self._can_see(self.places[key]):
            self.desk.say(_("Open a file first."), "warn")
            return False
        self.overlays.close_box()
        self.close_panel()
        self.panes.set_menu_open(on=False)
        self._trail.leave(self.current, mark(self.pages))
        self._show_place(key, is_back=is_back)
        return True

    def _focus_button(self, key: str) -> None:
        button = self.navigation.button(key) or self.top_bar.button(key)
        if button is not None and button.isVisible():
            button.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.page is not None and not focus_first(self.page):
            focus_first(self.top_bar)

    def go_back(self) -> None:
        """Show again what was shown before the tool that is shown now."""
        if self.pages.guest is not None:
            self._show_guest_again()
        elif self._trail.back:
            self.return_to(self._trail.back)

    def show_guest(self, widget: QWidget) -> None:
        """Show ``widget`` in the place of a page, such as the first-run guide."""
        self.overlays.close_box()
        self.close_panel()
        self.pages.show_guest(widget)
        self._show_guest_again()

    def _show_guest_again(self) -> None:
        self.current = ""
        self.pages.show_guest_again()
        self.top_bar.show_current("")
        self.setWindowTitle("BPA Desktop")
        if self.pages.guest is not None:
            focus_first(self.pages.guest)

    def _show_place(self, key: str, *, is_back: bool = False) -> None:
        place = self.places[key]
        self.current = key
        self._trail.enter(place, is_back=is_back)
        self.pages.show_place(place)
        self.navigation.show_current(key)
        self.top_bar.show_current(key)
        self._make_room_for_panel()
        self.setWindowTitle(f"{_(place.title)} – BPA Desktop")

    def _announce_page(self) -> None:
        if isinstance(self.page, Page):
            self.page.catch_up()
            heading = self.page.heading
            said = (heading.title.rstrip("."), heading.sentence.rstrip("."))
            self.desk.announcer.say(". ".join(filter(None, said)) + ".")

    def show_panel(self, widget: QWidget, title: str, take_focus: bool = True) -> None:  # noqa: FBT001, FBT002 - a signal's arguments have no names
        """Show ``widget`` beside the page, or in its place when the window is narrow."""
        self.overlays.close_box()
        inside = self.panel.isAncestorOf(QApplication.focusWidget() or self)
        if not inside:
            self._before_panel = QApplication.focusWidget()
            self._place_before_panel = mark(self.pages)
        self.panel.show_content(widget, title)
        self._make_room_for_panel()
        if not inside and (take_focus or self.panes.is_covering):
            self.panel.take_focus()

    def close_panel(self) -> None:
        """Put the panel away and give the focus back to where it was."""
        if self.panel.content is None:
            return
        inside = self.panel.isAncestorOf(QApplication.focusWidget() or self)
        self.panel.show_hint()
        self._make_room_for_panel()
        before, self._before_panel = self._before_panel, None
        if inside:
            give_focus(before, self._focus_page)

    def _make_room_for_panel(self) -> None:
        keep = self.places[self.current].keeps_panel if self.current else False
        if keep and self.panel.content is None:
            self.panel.show_hint()
        self.panes.set_panel(on=self.panel.content is not None, keep=keep)

    def _focus_page(self) -> None:
        """The page may have been read again, so the same control is looked for by its name."""
        if self.page is None:
            return
        if self._place_before_panel is not None:
            refocus(self.pages, self._place_before_panel)
        else:
            focus_first(self.page)

    def toggle_menu(self) -> None:
        """Show or hide the places where the navigation is a menu."""
        self.overlays.close_box()
        self.panes.set_menu_open(on=not self.panes.is_menu_open)
        if self.panes.is_menu_open:
            focus_first(self.navigation)

    def _arranged(self) -> None:
        self.top_bar.has_menu(on=self.panes.is_compact)
        self.top_bar.show_menu(is_open=self.panes.is_menu_open)
        self.top_bar.has_rest(on=sizes_for(self).is_gaze)

    def next_pane(self) -> None:
        """Go on to the next part of the window."""
        parts = (self.top_bar, self.navigation, self.pages, self.panel, self.status)
        panes = [part for part in parts if part.isVisible()]
        focused = QApplication.focusWidget() or self
        at = next((at for at, pane in enumerate(panes) if pane.isAncestorOf(focused)), -1)
        for pane in [*panes[at + 1 :], *panes[: at + 1]]:
            if focus_first(pane):
                return
            if pane is self.status and self.status.words.text():
                self.status.words.setFocus(Qt.FocusReason.ShortcutFocusReason)
                return

    def step_back(self) -> None:
        """Close what was opened last: numbers, search, menu or side panel."""
        if self.overlays.close_one():
            return
        if self.panes.is_menu_open:
            self.panes.set_menu_open(on=False)
        elif self.panel.content is not None:
            self.close_panel()
        elif self.current and self.places[self.current].tool:
            self._leave_tool()

    def _leave_tool(self) -> None:
        if isinstance(self.page, Page):
            self.page.go_back()
        else:
            self.go_back()

    def _changed(self, topics: frozenset[str]) -> None:
        self.top_bar.refresh()
        self.navigation.count()
        if not topics:
            self._show_other_file()

    def _show_other_file(self) -> None:
        """Nothing of the file before may stay in sight."""
        self.overlays.close_box()
        self.close_panel()
        self._trail.forget()
        self.pages.forget_all()
        self.panes.set_places(on=self.desk.has_session)
        self.show_first_place()

    def _wear(self) -> None:
        self._appearance.wear(self.desk.preferences)
        if language() != self._language:
            self._language = language()
            # The button that was pressed is still at work.
            QTimer.singleShot(0, self, self._speak)

    def _speak(self) -> None:
        """Say everything in the language that is spoken now; the focus stays where it was."""
        self.overlays.close_box()
        where = mark(self.pages)
        self.top_bar.retranslate()
        self.navigation.retranslate()
        self.panel.retranslate()
        self.close_panel()
        self.pages.forget_all()
        if self.current:
            self._show_place(self.current)
            self._announce_page()
        refocus(self.pages, where)
        self.spoken.emit()

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: FBT001, N802 - Qt's own shape
        """Tab follows the order in which things are laid out."""
        return go_to_next_stop(self, forward=forward) or super().focusNextPrevChild(forward)
