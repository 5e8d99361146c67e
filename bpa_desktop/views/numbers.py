"""Numbers on every control: say or write one to press it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QScrollArea,
    QWidget,
)
from shiboken6 import isValid

from bpa_desktop.i18n import _
from bpa_desktop.views import paint
from bpa_desktop.views.button import Button
from bpa_desktop.views.card import Card
from bpa_desktop.views.focus import show_whole
from bpa_desktop.views.reach import controls_in
from bpa_desktop.views.text import MAY_COVER, Text
from bpa_desktop.views.theme import colours_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QFontMetrics, QPaintEvent

_STIRRING = frozenset(
    {
        QEvent.Type.Show,
        QEvent.Type.Hide,
        QEvent.Type.Move,
        QEvent.Type.Resize,
        QEvent.Type.EnabledChange,
        QEvent.Type.LayoutRequest,
    }
)


class NumberLayer(QWidget):
    """Draws the numbers over everything; neither the pointer nor a screen reader meets it."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.setObjectName("number_overlay")
        self.setProperty(MAY_COVER, True)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.numbered: list[QWidget] = []
        self.hide()

    def show_numbers(self, controls: Sequence[QWidget]) -> None:
        """Number ``controls`` from 1 on."""
        self.numbered = list(controls)
        self.setGeometry(self._window.rect())
        self.show()
        self.raise_()
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A small plate at the upper left corner of every control that is in sight."""
        painter = QPainter(self)
        font = QFont(self.font())
        font.setWeight(QFont.Weight.Bold)
        painter.setFont(font)
        colours = colours_of(self.palette())
        for number, control in enumerate(self.numbered, start=1):
            place = seen_part(control, self._window)
            if place.isEmpty():
                continue
            plate = _plate(place, str(number), painter.fontMetrics())
            paint.panel(painter, plate, fill=colours.text, edge=colours.surface, radius=4)
            painter.setPen(QColor(colours.surface))
            painter.drawText(plate, Qt.AlignmentFlag.AlignCenter, str(number))
        painter.end()


def _plate(place: QRect, text: str, metrics: QFontMetrics) -> QRect:
    size = QSize(metrics.horizontalAdvance(text) + 8, metrics.height())
    corner = place.topLeft() - QPoint(6, 6)
    return QRect(QPoint(max(corner.x(), 0), max(corner.y(), 0)), size)


def seen_part(control: QWidget, window: QWidget) -> QRect:
    """Where ``control`` lies in ``window``, without what is scrolled away."""
    place = QRect(control.mapTo(window, QPoint(0, 0)), control.size())
    parent = control.parentWidget()
    while parent is not None and parent is not window:
        if isinstance(parent.parentWidget(), QScrollArea):
            place &= QRect(parent.mapTo(window, QPoint(0, 0)), parent.size())
        parent = parent.parentWidget()
    return place


class NumberBar(Card):
    """The field for the number, and the way out."""

    chosen = Signal(int)
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty(MAY_COVER, True)
        self.column.setContentsMargins(12, 8, 12, 8)
        self._label = Text("", "strong")
        self.field = QLineEdit()
        self.field.setMaximumWidth(120)
        self.field.returnPressed.connect(self._take)
        self._close = Button("", press=self.closed.emit)
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        for part in (self._label, self.field, self._close):
            line.addWidget(part)
        self._label.setBuddy(self.field)
        self.add(row)
        self.hide()

    def open_bar(self) -> None:
        """Show the bar and write in it."""
        self._label.setText(_("Number"))
        self.field.setAccessibleName(_("Number"))
        self._close.set_label(_("Hide numbers"))
        self.show()
        self.raise_()
        self.take_focus()

    def take_focus(self) -> None:
        """Make the field ready for the next number."""
        self.field.clear()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _take(self) -> None:
        digits = "".join(letter for letter in self.field.text() if letter.isdigit())
        self.field.clear()
        if digits:
            self.chosen.emit(int(digits))


class Numbers(QObject):
    """Shows and hides the numbers over ``window``, and presses the one that was asked for.

    Every control that can be pressed is numbered, also what is scrolled away, so that numbers
    stay the same while the screen does.
    """

    def __init__(self, window: QWidget, announce: Callable[[str], object]) -> None:
        super().__init__(window)
        self._window = window
        self._announce = announce
        self.layer = NumberLayer(window)
        self.bar = NumberBar()
        self.bar.setParent(window)
        self.bar.chosen.connect(self.press)
        self.bar.closed.connect(self.hide)
        self._before: QWidget | None = None
        self._waiting = QTimer(self)
        self._waiting.setSingleShot(True)
        self._waiting.setInterval(0)
        self._waiting.timeout.connect(self._count)

    @property
    def is_shown(self) -> bool:
        """Whether the numbers are on the screen."""
        return not self.layer.isHidden()

    def toggle(self) -> None:
        """Show the numbers; hide them when the number field is already being written in."""
        if self.is_shown and self.bar.field.hasFocus():
            self.hide()
        else:
            self.show()

    def show(self) -> None:
        """Number everything and write in the number field."""
        if not self.is_shown:
            self._before = QApplication.focusWidget()
            QApplication.instance().installEventFilter(self)  # type: ignore[union-attr]
        self.bar.show()
        self._count()
        self.bar.open_bar()

    def hide(self) -> None:
        """Put the numbers away and give the focus back."""
        if not self.is_shown:
            return
        QApplication.instance().removeEventFilter(self)  # type: ignore[union-attr]
        had_focus = self.bar.isAncestorOf(QApplication.focusWidget() or self._window)
        before = self._before
        # First, or Qt gives the focus to whatever comes next.
        if had_focus and before is not None and isValid(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)
        self.layer.hide()
        self.bar.hide()

    def press(self, number: int) -> None:
        """Press the control called ``number``, or go to it when it takes text."""
        if not 1 <= number <= len(self.layer.numbered):
            self._announce(_("There is no number {number}.").format(number=number))
            return
        control = self.layer.numbered[number - 1]
        show_whole(control)
        if isinstance(control, QAbstractButton):
            control.click()
        else:
            control.setFocus(Qt.FocusReason.OtherFocusReason)
            if isinstance(control, QComboBox):
                control.showPopup()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Count again after the screen changed."""
        if event.type() in _STIRRING and watched not in {self.layer, self.bar}:
            self._waiting.start()
        return False

    def _count(self) -> None:
        corner = self._window.rect().bottomRight()
        size = self.bar.sizeHint()
        self.bar.setGeometry(QRect(corner - QPoint(size.width() + 16, size.height() + 12), size))
        self.layer.show_numbers(controls_in(self._window))
        self.bar.raise_()
        self.layer.raise_()
