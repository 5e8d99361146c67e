"""The pages of all places, each built when it is visited first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedWidget

from bpa_desktop.views.scroller import Scroller

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from bpa_desktop.views.desk import Desk
    from bpa_desktop.views.place import Place


class Pages(QStackedWidget):
    """Shows one page; each keeps how far it was scrolled."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._built: dict[str, Scroller] = {}
        self._guest: Scroller | None = None

    @property
    def page(self) -> QWidget | None:
        """The page that is shown."""
        shown = self.currentWidget()
        return shown.content if isinstance(shown, Scroller) else None

    @property
    def guest(self) -> QWidget | None:
        """What waits to be answered before a file is open."""
        return self._guest.content if self._guest is not None else None

    @property
    def shows_guest(self) -> bool:
        """Whether the guest, and no place, is shown."""
        return self._guest is not None and self.currentWidget() is self._guest

    def show_place(self, place: Place) -> None:
        """Show the page of ``place``; the guest waits while settings or help are looked at."""
        if not place.without_file:
            self._send_guest_away()
        if place.key not in self._built:
            self._built[place.key] = Scroller(place.build(self._desk))
            self.addWidget(self._built[place.key])
        self.setCurrentWidget(self._built[place.key])

    def show_guest(self, widget: QWidget) -> None:
        """Show ``widget`` until a place is shown."""
        self._send_guest_away()
        self._guest = Scroller(widget)
        self.addWidget(self._guest)
        self.show_guest_again()

    def show_guest_again(self) -> None:
        """Show the waiting guest; without one nothing happens."""
        if self._guest is not None:
            self.setCurrentWidget(self._guest)

    def forget_all(self) -> None:
        """Let every place be built again on its next visit."""
        for scroller in self._built.values():
            self._remove(scroller)
        self._built.clear()

    def _send_guest_away(self) -> None:
        if self._guest is not None:
            self._remove(self._guest)
            self._guest = None

    def _remove(self, scroller: Scroller) -> None:
        self.removeWidget(scroller)
        scroller.hide()
        scroller.deleteLater()
