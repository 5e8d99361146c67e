"""What stays within the window's width while something below it is wider and scrolls sideways."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from shiboken6 import isValid

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

_FITS_AGAIN = frozenset({QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.LayoutRequest})


class InSight(QObject):
    """Keeps parts of ``page`` in the width that is seen at once, beside a wider ``body``.

    The parts are as wide as the page, and keep free on the right what the body sticks out.
    """

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self._page = page
        self._body: QWidget | None = None
        self._parts: Sequence[QWidget] = ()
        self._viewport: QWidget | None = None
        page.installEventFilter(self)

    def keep(self, *parts: QWidget) -> None:
        """Keep ``parts`` in sight from now on, and no others."""
        self._parts = parts
        self._fit()

    def beside(self, body: QWidget) -> None:
        """It is ``body`` that may be wider from now on."""
        self._body = body
        self._fit()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Fit again when the page, or what it is seen through, changes."""
        if event.type() in _FITS_AGAIN:
            self._fit()
        return False

    def _fit(self) -> None:
        viewport, layout = self._page.parentWidget(), self._page.layout()
        if viewport is None or layout is None or self._body is None or not isValid(self._body):
            return
        if viewport is not self._viewport:
            self._viewport = viewport
            viewport.installEventFilter(self)
        margins = layout.contentsMargins()
        room = viewport.width() - margins.left() - margins.right()
        out = max(0, self._body.minimumSizeHint().width() - room)
        for part in filter(isValid, self._parts):
            free = part.contentsMargins()
            if free.right() != out:
                free.setRight(out)
                part.setContentsMargins(free)
