"""The frame of every page: a title, a sentence, and content that is read again after a change."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtWidgets import QVBoxLayout, QWidget

from bpa_desktop.errors import BpaError
from bpa_desktop.i18n import _, explain
from bpa_desktop.views.button import Button
from bpa_desktop.views.card import Notice, PageHeading, Row
from bpa_desktop.views.focus import mark, refocus
from bpa_desktop.views.roving import Roving
from bpa_desktop.views.stack import Stack

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

    from bpa_desktop.views.desk import Desk

PAGE_MARGIN = 24
PAGE_SPACING = 16


class Page(QWidget):
    """A page that shows records.

    A subclass writes `refresh`: it says the heading and calls `fill` with fresh content. It is
    called when the page is shown first and after every change of the types in ``TOPICS`` (any
    type when empty); a hidden page waits until it is shown. The focus stays on the same control.
    """

    TOPICS: ClassVar[frozenset[str]] = frozenset()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._stale = True
        self._content: QWidget | None = None
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(PAGE_MARGIN, PAGE_MARGIN, PAGE_MARGIN, PAGE_MARGIN)
        self.column.setSpacing(PAGE_SPACING)
        self.heading = PageHeading("")
        self.column.addWidget(self.heading)
        self.column.addStretch(1)
        self.above: list[Button] = []
        self.group = Roving()
        desk.changed.connect(self._changed)

    def lead(self, *buttons: Button, main: Button | None = None) -> None:
        """Put *Back* and then ``buttons`` beside the heading: one Tab stop, entered at ``main``.

        ``above`` are all of them; others of the page may join them in ``group``.
        """
        self.above = [Button(_("Back"), icon="arrow-left", press=self.go_back), *buttons]
        self.group.set_buttons(self.above)
        if main is not None:
            self.group.point_to(main)
        self.heading.add(Row(self.above))

    def go_back(self) -> None:
        """Leave the page, as its *Back* does."""
        self.desk.go_back()

    def refresh(self) -> None:
        """Read the records and show them."""
        raise NotImplementedError

    def stack(self) -> Stack:
        """An empty column for `fill`; it begins with a sentence where nothing may be changed."""
        column = Stack(PAGE_SPACING)
        if self.desk.read_only:
            column.add(Notice(_("The file is open read-only, so nothing can be changed.")))
        return column

    def fill(self, content: QWidget) -> None:
        """Show ``content`` below the heading in place of what was there."""
        where = mark(self)
        old, self._content = self._content, content
        if old is not None:
            self.column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.column.insertWidget(1, content)
        content.show()
        refocus(self, where)

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what changed while hidden."""
        self.catch_up()
        super().showEvent(event)

    def catch_up(self) -> None:
        """Read again when something changed since the last time; say why where that fails."""
        if not self._stale:
            return
        self._stale = False
        try:
            self.refresh()
        except BpaError as error:
            self.fill(Notice(explain(error), "danger"))

    def _changed(self, topics: frozenset[str]) -> None:
        if self.TOPICS and topics and not topics & self.TOPICS:
            return
        self._stale = True
        if self.isVisible():
            self.catch_up()
