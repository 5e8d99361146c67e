"""A screen without targets, so that the eyes may rest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QVBoxLayout, QWidget

from bpa_desktop.i18n import _
from bpa_desktop.views import paint
from bpa_desktop.views.button import Button
from bpa_desktop.views.theme import colours_of

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent


class Rest(QWidget):
    """Stands in the place of everything else; one large button at the bottom wakes it."""

    woken = Signal()

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.addStretch(1)
        self.button = Button("", press=self.woken.emit)
        column.addWidget(self.button, alignment=Qt.AlignmentFlag.AlignHCenter)
        self.hide()

    def begin(self) -> None:
        """Show nothing but the button."""
        self.button.set_label(_("Wake up"))
        self.show()
        self.button.setFocus(Qt.FocusReason.OtherFocusReason)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A plain ground."""
        painter = QPainter(self)
        paint.ground(painter, self.rect(), colours_of(self.palette()).background)
        painter.end()
