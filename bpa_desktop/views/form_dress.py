"""What a loaded form looks like and how Tab goes through it: the Designer file says only what."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final, cast

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QFont, QKeyEvent, QKeySequence, QPalette, QShortcut
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
)
from shiboken6 import isValid

from bpa_desktop.views.field import prime
from bpa_desktop.views.fonts import scaled
from bpa_desktop.views.roving import Roving

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from PySide6.QtWidgets import QWidget

    from bpa_desktop.views.button import Button

_HEADING: Final = "group_"
_LABEL: Final = "__label"
_HELP: Final = "__help"
_HEADING_FACTOR: Final = 1.15
_AIR: Final = {_HEADING: 18, _LABEL: 8}
_TEXT_LINES: Final = (3, 5)
_STRONG: Final = QFont.Weight.DemiBold
_TEXT_PADDING: Final = 16


def dress(form: QWidget) -> None:
    """Tell headings, labels and help apart, and make what belongs together one Tab stop."""
    for label in form.findChildren(QLabel):
        _dress_label(label)
    for line in form.findChildren(QLineEdit):
        prime(line)
    for text in form.findChildren(QPlainTextEdit):
        text.setTabChangesFocus(True)
    for boxes in _groups_of_boxes(form):
        OneStop(boxes)
    for line, buttons in _buttons_below(form):
        _hang_below(line, buttons)
    Letters(form)


def _dress_label(label: QLabel) -> None:
    name = label.objectName()
    if name.endswith(_HELP):
        label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
    elif name.startswith(_HEADING) or name.endswith(_LABEL):
        font = QFont()
        font.setWeight(_STRONG)
        label.setFont(font)
        parent = label.parentWidget()
        is_first = parent is not None and parent.findChild(QLabel) is label
        air = _AIR[_HEADING if name.startswith(_HEADING) else _LABEL]
        label.setContentsMargins(0, 0 if is_first else air, 0, 0)


def _groups_of_boxes(form: QWidget) -> list[list[QCheckBox]]:
    """The tick boxes that stand together in a container of their own."""
    groups: dict[QWidget, list[QCheckBox]] = {}
    for box in form.findChildren(QCheckBox):
        parent = box.parentWidget()
        if parent is not None and parent is not form:
            groups.setdefault(parent, []).append(box)
    return list(groups.values())


def _buttons_below(form: QWidget) -> Iterator[tuple[QLineEdit, list[QPushButton]]]:
    """The lines that have buttons of their own, called ``<field>__<what>``."""
    all_buttons = form.findChildren(QPushButton)
    for line in form.findChildren(QLineEdit):
        own = [one for one in all_buttons if one.objectName().startswith(f"{line.objectName()}__")]
        if own:
            yield line, own


def _hang_below(line: QLineEdit, buttons: Sequence[QPushButton]) -> None:
    """Let Down lead from a field to the buttons that write into it, and Up lead back.

    They are no Tab stops of their own, because what they write can be typed as well.
    """
    for button in buttons:
        button.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            _on_key(button, key, button.click)
    for above, below in pairwise([line, *buttons]):
        _on_key(above, Qt.Key.Key_Down, below.setFocus)
        _on_key(below, Qt.Key.Key_Up, above.setFocus)


def _on_key(widget: QWidget, key: Qt.Key, do: Callable[[], object]) -> None:
    """Call ``do`` when ``key`` is pressed while ``widget`` itself has the focus."""
    shortcut = QShortcut(QKeySequence(key), widget)
    shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
    shortcut.activated.connect(do)


class OneStop(QObject):
    """Buttons of a form that are one Tab stop together; arrows move inside."""

    def __init__(self, buttons: Sequence[QAbstractButton]) -> None:
        super().__init__(buttons[0].parentWidget())
        self._group = Roving(cast("Sequence[Button]", buttons))
        for button in buttons:
            button.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hand focus and arrows to the group."""
        if event.type() == QEvent.Type.FocusIn and isinstance(watched, QAbstractButton):
            self._group.entered(cast("Button", watched))
        elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._group.key(cast("Button", watched), event)
        return False


class Letters(QObject):
    """Keeps what is measured in letters in step with them: headings, and room to write."""

    def __init__(self, form: QWidget) -> None:
        super().__init__(form)
        self._form = form
        self._measure()
        form.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Measure again when the letters change."""
        if event.type() == QEvent.Type.FontChange and isValid(self._form):
            self._measure()
        return False

    def _measure(self) -> None:
        for label in self._form.findChildren(QLabel):
            if label.objectName().startswith(_HEADING):
                label.setFont(scaled(QApplication.font(), _HEADING_FACTOR, _STRONG))
        line = self._form.fontMetrics().lineSpacing()
        for text in self._form.findChildren(QPlainTextEdit):
            text.setMinimumHeight(line * _TEXT_LINES[0] + _TEXT_PADDING)
            text.setMaximumHeight(line * _TEXT_LINES[1] + _TEXT_PADDING)
