"""R15: no text is cut off, nothing lies over anything else, nothing sticks out of its panel."""

from __future__ import annotations

import re
from itertools import combinations
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QComboBox,
    QGroupBox,
    QLabel,
    QProgressBar,
    QRadioButton,
    QScrollArea,
    QStyle,
    QStyleOptionButton,
)

from bpa_desktop.views.hyphens import soft
from bpa_desktop.views.roster_grid import RosterGrid
from tests.views.audit.found import breach
from tests.views.audit.tree import MAY_COVER, called, shown, shown_parts, words_on

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QWidget

    from tests.views.audit.found import Finding, Setting

_WRAP: Final = Qt.TextFlag.TextWordWrap.value
_ENDLESS: Final = 1 << 20
_CONTENTS: Final = (
    (QCheckBox, QStyle.SubElement.SE_CheckBoxContents),
    (QRadioButton, QStyle.SubElement.SE_RadioButtonContents),
)
_PLAIN_CONTENTS: Final = QStyle.SubElement.SE_PushButtonContents
_CUT_OFF: Final = re.compile(r"\w…$")


def text_is_whole(window: QWidget, setting: Setting) -> Iterator[Finding]:
    """R15, first part: labels, buttons, titles and choices have the room their text needs."""
    for widget in shown(window):
        needed, room = _needed_and_room(widget)
        if needed.width() > room.width() or needed.height() > room.height():
            detail = f"needs {needed.width()} × {needed.height()} px"
            yield breach("R15", setting, widget, f"{detail}, has {room.width()} × {room.height()}")
        if isinstance(widget, (QLabel, QAbstractButton)) and _CUT_OFF.search(widget.text()):
            yield breach("R15", setting, widget, "shows a text that was cut off")


def _needed_and_room(widget: QWidget) -> tuple[QSize, QSize]:
    if isinstance(widget, QLabel):
        return _label_needs(widget), widget.size()
    if isinstance(widget, QAbstractButton):
        return _button_needs(widget), _button_room(widget)
    if isinstance(widget, QGroupBox):
        title = widget.fontMetrics().size(Qt.TextFlag.TextShowMnemonic.value, widget.title())
        return QSize(title.width(), 0), widget.size()
    if isinstance(widget, (QComboBox, QProgressBar)):
        return QSize(widget.minimumSizeHint().width(), 0), widget.size()
    return QSize(0, 0), widget.size()


def _label_needs(label: QLabel) -> QSize:
    if not label.text():
        return QSize(0, 0)
    if not label.wordWrap():
        # Qt's own measure: what a kind of label wishes for may hold some air.
        return QLabel.minimumSizeHint(label)
    least = 0 if _is_rich(label) else _longest_word(label, QLabel.text(label))
    return QSize(least, label.heightForWidth(label.width()))


def _is_rich(label: QLabel) -> bool:
    if label.textFormat() is Qt.TextFormat.AutoText:
        return "<" in label.text()
    return label.textFormat() is not Qt.TextFormat.PlainText


def _longest_word(widget: QWidget, text: str) -> int:
    """The width of the longest piece of ``text`` that cannot be broken; a soft hyphen breaks."""
    words = text.replace("\N{SOFT HYPHEN}", " ").split()
    metrics = widget.fontMetrics()
    return max((metrics.horizontalAdvance(word) for word in words), default=0)


def _button_needs(button: QAbstractButton) -> QSize:
    """What the words need; a button that breaks its words into lines also knows itself."""
    words, metrics = words_on(button), button.fontMetrics()
    if not button.hasHeightForWidth():
        return metrics.size(Qt.TextFlag.TextSingleLine.value, words)
    box = metrics.boundingRect(QRect(0, 0, button.width(), _ENDLESS), _WRAP, words)
    own_height = button.heightForWidth(button.width())
    own_width = button.minimumSizeHint().width()
    return QSize(max(_longest_word(button, soft(words)), own_width), max(box.height(), own_height))


def _button_room(button: QAbstractButton) -> QSize:
    """The room for words: what the style leaves beside the frame, the icon or the tick."""
    if button.hasHeightForWidth():
        return button.size()
    option = QStyleOptionButton()
    option.initFrom(button)
    part = next((part for kind, part in _CONTENTS if isinstance(button, kind)), _PLAIN_CONTENTS)
    room = button.style().subElementRect(part, option, button).width()
    icon = 0 if button.icon().isNull() else button.iconSize().width()
    return QSize(room - icon, button.height())


def nothing_lies_over_anything(window: QWidget, setting: Setting) -> Iterator[Finding]:
    """R15, second part: sisters do not overlap, unless one is a panel meant to cover."""
    for parts in shown_parts(window):
        opaque = [(one, one.geometry()) for one in parts if not one.property(MAY_COVER)]
        for (one, here), (other, there) in combinations(opaque, 2):
            if here.intersects(there):
                yield breach("R15", setting, one, f"lies over {called(other)}")


def nothing_sticks_out(window: QWidget, setting: Setting) -> Iterator[Finding]:
    """R15, third part: a child lies within its panel; only a scroll area may hide a part."""
    for widget in shown(window):
        parent = widget.parentWidget()
        if widget is window or parent is None or isinstance(parent.parentWidget(), QScrollArea):
            continue
        if not widget.size().isEmpty() and not parent.rect().contains(widget.geometry()):
            yield breach("R15", setting, widget, f"sticks out of {called(parent)}")


def nothing_scrolls_sideways(window: QWidget, setting: Setting) -> Iterator[Finding]:
    """R15, fourth part: nobody has to push a page aside, save for a week, which has two ways."""
    for widget in shown(window):
        if isinstance(widget, QScrollArea) and widget.findChild(RosterGrid) is None:
            aside = widget.horizontalScrollBar().maximum()
            if aside > 0:
                yield breach("R15", setting, widget, f"is {aside} px wider than its window")
