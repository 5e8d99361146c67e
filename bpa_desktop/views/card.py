"""Quiet surfaces that hold things together: cards, sections, lists of rows and notices."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QRect
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from bpa_desktop.views import paint
from bpa_desktop.views.flow import Flow
from bpa_desktop.views.icons import paint_icon
from bpa_desktop.views.moods import MOOD_ICONS
from bpa_desktop.views.style import sizes_for
from bpa_desktop.views.text import HEADING, Text
from bpa_desktop.views.theme import colours_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QPaintEvent

    from bpa_desktop.views.moods import Mood

CARD_PADDING: Final = 16


class Card(QWidget):
    """A surface with an edge; ``title`` stands on top and names the group for a screen reader."""

    def __init__(self, title: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(CARD_PADDING, CARD_PADDING, CARD_PADDING, CARD_PADDING)
        self.column.setSpacing(12)
        self.title = title
        self.heading = Text(title, "label", "muted") if title else None
        if self.heading is not None:
            self.heading.setProperty(HEADING, 2)
            self.column.addWidget(self.heading)
            self.setAccessibleName(title)

    def add(self, widget: QWidget) -> None:
        """Place ``widget`` below what is there."""
        self.column.addWidget(widget)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A panel with a quiet edge."""
        colours = colours_of(self.palette())
        painter = QPainter(self)
        edge = colours.hairline
        paint.panel(painter, self.rect(), fill=colours.surface, edge=edge, width=colours.edge)
        painter.end()


class Section(QWidget):
    """A heading and what belongs below it, without a surface."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(12)
        self.title = title
        self.setAccessibleName(title)
        self.column.addWidget(Text(title, "section"))

    def add(self, widget: QWidget) -> None:
        """Place ``widget`` below what is there."""
        self.column.addWidget(widget)


class Row(QWidget):
    """Widgets on one line, in columns, that break into more lines when the text is large."""

    def __init__(
        self, widgets: Iterable[QWidget] = (), *, gap: int | None = None, even: bool = False
    ) -> None:
        super().__init__()
        self.flow = Flow(gap=gap, even=even)
        self.setLayout(self.flow)
        for widget in widgets:
            self.flow.add(widget)

    def add(
        self,
        widget: QWidget,
        chars: int = 0,
        most: int = 0,
        *,
        stretch: bool = False,
        fold: bool = False,
    ) -> None:
        """Place ``widget`` last, see `Flow`."""
        self.flow.add(widget, chars, most, stretch=stretch, fold=fold)

    def add_space(self) -> None:
        """Push what follows to the right edge."""
        self.flow.add(QWidget(), stretch=True)


class Rows(Card):
    """A card of rows with a thin line between them."""

    def __init__(self, title: str = "", parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self.column.setSpacing(0)
        self.column.setContentsMargins(0, 12 if title else 0, 0, 0)
        self._rows: list[QWidget] = []
        if self.heading is not None:
            self.heading.setContentsMargins(CARD_PADDING, 0, CARD_PADDING, 12)

    @property
    def rows(self) -> list[QWidget]:
        """The rows, top-down."""
        return list(self._rows)

    def add(self, widget: QWidget) -> None:
        """Place ``widget`` as the last row."""
        widget.setContentsMargins(CARD_PADDING, 7, CARD_PADDING, 7)
        self._rows.append(widget)
        self.column.addWidget(widget)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The card, and a line above every row but the topmost thing."""
        super().paintEvent(event)
        colours = colours_of(self.palette())
        painter = QPainter(self)
        painter.setPen(QPen(QColor(colours.hairline), colours.edge))
        for row in self._rows[0 if self.title else 1 :]:
            if not row.isHidden():
                painter.drawLine(1, row.y(), self.width() - 2, row.y())
        painter.end()


class Notice(QWidget):
    """A few sentences on a tint, with an icon that says how serious they are."""

    def __init__(self, text: str, mood: Mood = "info", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.mood: Mood = mood
        self._row = QHBoxLayout(self)
        self._words = Text(text, tone=mood)
        self._row.addWidget(self._words, 1)
        self._make_room()

    @property
    def text(self) -> str:
        """The sentences."""
        return self._words.text()

    def _icon_side(self) -> int:
        return max(sizes_for(self).icon, self.fontMetrics().height())

    def _make_room(self) -> None:
        left = CARD_PADDING + self._icon_side() + 12
        self._row.setContentsMargins(left, 12, CARD_PADDING, 12)

    def changeEvent(self, event: QEvent) -> None:
        """The icon grows with the letters."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._make_room()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A tint without an edge; with one where tints are not used."""
        colours = colours_of(self.palette())
        painter = QPainter(self)
        ink = getattr(colours, self.mood)
        tint = getattr(colours, f"{self.mood}_tint")
        paint.panel(painter, self.rect(), fill=tint, edge=ink if colours.flat else "", width=2)
        side = self._icon_side()
        top = self._words.y() + (self._words.fontMetrics().height() - side) // 2
        paint_icon(painter, QRect(16, max(top, 8), side, side), MOOD_ICONS[self.mood], ink)
        painter.end()


class PageHeading(QWidget):
    """The one title of a page, the sentence that sums it up, and its main actions at the right."""

    def __init__(self, title: str, sentence: str = "") -> None:
        super().__init__()
        words = QWidget()
        column = QVBoxLayout(words)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        self._title = Text(title, "title")
        self._title.setObjectName("heading")
        self._sentence = Text(sentence, "lead")
        column.addWidget(self._title)
        column.addWidget(self._sentence)
        self._flow = Flow()
        self.setLayout(self._flow)
        self._flow.add(words, stretch=True)
        self.say(title, sentence)

    @property
    def title(self) -> str:
        """The title."""
        return self._title.text()

    @property
    def sentence(self) -> str:
        """The sentence below it."""
        return self._sentence.text()

    def say(self, title: str, sentence: str) -> None:
        """Show another ``title`` and ``sentence``."""
        self._title.setText(title)
        self._sentence.setText(sentence)
        self._sentence.setVisible(bool(sentence))

    def add(self, widget: QWidget) -> None:
        """Place an action at the right of the title."""
        self._flow.add(widget)
