"""What a button looks like: its face as a value, the room it needs, and how it is drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal, NamedTuple, get_args

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics
from PySide6.QtWidgets import QStyle

from bpa_desktop.views import paint
from bpa_desktop.views.icons import paint_icon
from bpa_desktop.views.theme import colours_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QPainter
    from PySide6.QtWidgets import QPushButton, QStyleOption

    from bpa_desktop.views.theme import Colours, Sizes

Kind = Literal["plain", "primary", "quiet", "chosen", "danger", "place", "here"]
NoteLook = Literal["muted", "key", "badge", "ok", "warn", "danger", "info"]
KINDS: Final[tuple[str, ...]] = get_args(Kind)

State = QStyle.StateFlag
_WRAP: Final = Qt.TextFlag.TextWordWrap.value
_ICON_GAP: Final = 8
_PADDING: Final = 15
_ROOM_ABOVE: Final = 8
_MARK_PADDING: Final = 8
_BAR: Final = 4
_KEY_LETTERS: Final = 0.87
_STRONG: Final = frozenset({"primary", "chosen", "here"})


class Face(NamedTuple):
    """What stands on a button; ``note`` is said after the text and drawn at its right."""

    text: str
    kind: Kind = "plain"
    icon: str = ""
    note: str = ""
    note_look: NoteLook = "muted"
    leading: bool = False


def face_of(button: QPushButton) -> Face:
    """The face of ``button``; one from a form has its text and its ``kind`` property."""
    face = getattr(button, "face", None)
    if isinstance(face, Face):
        return face
    kind = button.property("kind")
    text = button.text().replace("&&", "\0").replace("&", "").replace("\0", "&")
    return Face(text, kind if kind in KINDS else "plain")


class Room(NamedTuple):
    """The room a face needs in one font: all widths in logical pixels.

    ``icon`` is the icon and the gap behind it, ``side`` the icon alone.
    """

    icon: int
    side: int
    words: int
    longest_word: int
    note: int
    longest_note: int
    line: int
    padding: int

    @property
    def aside(self) -> int:
        """What the note takes when it stands on the same line as the text."""
        return self.note + _PADDING if self.note else 0

    @property
    def natural(self) -> int:
        """The width at which everything stands on one line."""
        return 2 * self.padding + self.icon + self.words + self.aside

    @property
    def least(self) -> int:
        """The smallest width at which no word is cut."""
        return 2 * self.padding + self.icon + max(self.longest_word, self.longest_note)

    def is_stacked(self, inner: int) -> bool:
        """Whether the note must go below the text when ``inner`` pixels lie between the edges."""
        return self.note > 0 and inner - self.icon - self.aside < self.words


def room_for(face: Face, font: QFont, sizes: Sizes) -> Room:
    """Measure ``face`` in both weights, so that choosing moves nothing."""
    both = tuple(map(QFontMetrics, _both(font)))
    metrics = both[-1]
    words = face.text.replace("\N{SOFT HYPHEN}", " ").split(" ")
    whole = _width(face.text, both)
    side = icon_side(sizes, metrics)
    gap = 12 if face.kind in {"place", "here"} else _ICON_GAP
    letters = QFontMetrics(_note_font(font, face.note_look))
    note = letters.horizontalAdvance(face.note) + 1 if face.note else 0
    note += 2 * _MARK_PADDING if note and face.note_look != "muted" else 0
    return Room(
        icon=side + gap if face.icon else 0,
        side=side,
        words=whole + 2,
        longest_word=(max(_width(word, both) for word in words) if words[1:] else whole) + 2,
        note=note,
        longest_note=_longest_in(face, letters) or note,
        line=metrics.height(),
        padding=12 if face.kind in {"place", "here"} else _PADDING,
    )


def _longest_in(face: Face, letters: QFontMetrics) -> int:
    """The width of the longest word of a note that may wrap: one without a tint around it."""
    words = face.note.split(" ") if face.note_look == "muted" else []
    return max((letters.horizontalAdvance(word) + 1 for word in words), default=0)


def _note_height(room: Room, face: Face, font: QFont, width: int) -> int:
    """The height of a note below the text, where ``width`` pixels are free."""
    if face.note_look != "muted":
        return room.line
    return max(_wrapped(face.note, _note_font(font, face.note_look), width).height(), room.line)


def _width(text: str, both: Iterable[QFontMetrics]) -> int:
    """The width of ``text`` in the wider of the two weights."""
    return max(one.horizontalAdvance(text) for one in both)


def height_for(face: Face, font: QFont, sizes: Sizes, width: int) -> int:
    """The height ``face`` needs at ``width``: at least the target size."""
    return height_in(room_for(face, font, sizes), face, font, sizes, width)


def height_in(room: Room, face: Face, font: QFont, sizes: Sizes, width: int) -> int:
    """The same for a face whose ``room`` is known."""
    inner = width - 2 * room.padding
    stacked = room.is_stacked(inner)
    text_width = inner - room.icon - (0 if stacked else room.aside)
    high = max(_wrapped(face.text, one, text_width).height() for one in _both(font))
    if stacked:
        high += _note_height(room, face, font, inner - room.icon) + 4
    return max(sizes.target, high + 2 * _ROOM_ABOVE)


def hint_for(face: Face, font: QFont, sizes: Sizes) -> QSize:
    """The size at which everything stands on one line."""
    return hints_in(room_for(face, font, sizes), face, font, sizes)[0]


def hints_in(room: Room, face: Face, font: QFont, sizes: Sizes) -> tuple[QSize, QSize]:
    """The size for one line, and the smallest one: no word cut, no target too small."""
    least = sizes.target
    tall = height_in(room, face, font, sizes, room.natural)
    return QSize(max(room.natural, least), tall), QSize(max(room.least, least), least)


def icon_side(sizes: Sizes, metrics: QFontMetrics) -> int:
    """An icon grows with the size of the targets and with the text beside it."""
    return max(sizes.icon, round(metrics.height() * 0.95))


def paint_button(
    painter: QPainter, option: QStyleOption, button: QPushButton, sizes: Sizes
) -> None:
    """Draw the whole button: panel, icon, words and note."""
    colours, face = colours_of(option.palette), face_of(button)
    ink = _paint_panel(painter, option, face, colours)
    painter.save()
    painter.setFont(_weighted(button.font(), strong=face.kind in _STRONG))
    _paint_face(painter, option.rect, face, (ink, colours), _room_of(button, face, sizes))
    painter.restore()


def _room_of(button: QPushButton, face: Face, sizes: Sizes) -> Room:
    """The room ``button`` has measured; one from a form is measured here."""
    room = getattr(button, "room", None)
    return room if isinstance(room, Room) else room_for(face, button.font(), sizes)


def _paint_panel(painter: QPainter, option: QStyleOption, face: Face, colours: Colours) -> str:
    fill, edge, ink = button_colours(face.kind, colours)
    state = option.state
    if not state & State.State_Enabled:
        fill, edge, ink = colours.background, colours.hairline, colours.border
        if face.kind in {"quiet", "place", "here"}:
            fill = edge = ""
    elif state & (State.State_Sunken | State.State_MouseOver) and face.kind not in _STRONG:
        fill = colours.info_tint if state & State.State_Sunken else colours.background
    if fill or edge:
        width = colours.edge + (2 if colours.flat and face.kind == "chosen" else 0)
        paint.panel(painter, option.rect, fill=fill, edge=edge, width=width)
    if face.kind == "here":
        _paint_bar(painter, option.rect, colours.accent)
    return ink


def button_colours(kind: Kind, colours: Colours) -> tuple[str, str, str]:
    """Fill, edge and ink of a button that waits to be pressed; "" is nothing."""
    if kind == "primary":
        return colours.accent, colours.accent, colours.on_accent
    if kind == "chosen":
        return colours.info_tint, colours.accent, colours.info
    if kind == "danger":
        return colours.danger_tint, colours.danger, colours.danger
    if kind == "here":
        return colours.info_tint, colours.accent if colours.flat else "", colours.accent
    if kind in {"quiet", "place"}:
        return "", "", colours.text
    return colours.surface, colours.border, colours.text


def _paint_bar(painter: QPainter, rect: QRect, colour: str) -> None:
    painter.save()
    painter.setClipRect(QRect(rect.left(), rect.top(), _BAR, rect.height()))
    paint.panel(painter, rect, fill=colour)
    painter.restore()


def _paint_face(
    painter: QPainter, rect: QRect, face: Face, inks: tuple[str, Colours], room: Room
) -> None:
    ink, colours = inks
    inner = rect.adjusted(room.padding, 0, -room.padding, 0)
    if room.note:
        inner = _paint_note(painter, inner, room, face, colours)
    widest = inner.width() - room.icon
    words = min(_wrapped(face.text, painter.font(), widest).width() + 2, widest)
    centred = not (face.note or face.leading or face.kind in {"place", "here"})
    left = inner.left() + ((widest - words) // 2 if centred else 0)
    if face.icon:
        side = room.side
        square = QRect(left, inner.center().y() - side // 2 + 1, side, side)
        paint_icon(painter, square, face.icon, ink)
    painter.setPen(QColor(ink))
    across = Qt.AlignmentFlag.AlignHCenter if centred else Qt.AlignmentFlag.AlignLeft
    box = QRect(left + room.icon, inner.top(), words, inner.height())
    painter.drawText(box, (across | Qt.AlignmentFlag.AlignVCenter).value | _WRAP, face.text)


def _paint_note(painter: QPainter, inner: QRect, room: Room, face: Face, colours: Colours) -> QRect:
    """Draw the note at the right, or below when there is no room; gives what is left."""
    if room.is_stacked(inner.width()):
        width = min(room.note, inner.width() - room.icon)
        high = _note_height(room, face, painter.font(), inner.width() - room.icon)
        box = QRect(inner.left() + room.icon, inner.bottom() - _ROOM_ABOVE - high, width, high + 2)
        left_over = inner.adjusted(0, 0, 0, -(high + 4))
    else:
        box = QRect(inner.right() - room.note + 1, 0, room.note, room.line + 4)
        box.moveTop(inner.center().y() - box.height() // 2 + 1)
        left_over = inner.adjusted(0, 0, -room.aside, 0)
    paint_mark(painter, box, face.note, face.note_look, colours)
    return left_over


def paint_mark(painter: QPainter, box: QRect, text: str, look: NoteLook, colours: Colours) -> None:
    """Draw a word with its meaning as tint: a status, a count or a key."""
    fill, edge, ink = mark_colours(look, colours)
    radius = box.height() / 2 if look == "badge" else 4.0
    if fill or edge:
        paint.panel(painter, box, fill=fill, edge=edge, width=colours.edge, radius=radius)
    painter.setPen(QColor(ink))
    painter.save()
    painter.setFont(_note_font(painter.font(), look))
    across = Qt.AlignmentFlag.AlignLeft if look == "muted" else Qt.AlignmentFlag.AlignHCenter
    painter.drawText(box, (across | Qt.AlignmentFlag.AlignVCenter).value | _WRAP, text)
    painter.restore()


def mark_colours(look: NoteLook, colours: Colours) -> tuple[str, str, str]:
    """Fill, edge and ink of a mark; without tints the edge takes over."""
    if look == "muted":
        return "", "", colours.muted
    if look == "key":
        return colours.surface, colours.hairline, colours.muted
    fill, ink = {
        "badge": (colours.warn_tint, colours.warn),
        "ok": (colours.ok_tint, colours.ok),
        "warn": (colours.warn_tint, colours.warn),
        "danger": (colours.danger_tint, colours.danger),
        "info": (colours.info_tint, colours.info),
    }[look]
    return fill, ink if colours.flat else "", ink


def _note_font(font: QFont, look: NoteLook) -> QFont:
    other = QFont(font)
    quiet = look in {"muted", "key"}
    other.setWeight(QFont.Weight.Normal if quiet else QFont.Weight.DemiBold)
    if look == "key":
        other.setPointSizeF(font.pointSizeF() * _KEY_LETTERS)
    return other


def _weighted(font: QFont, *, strong: bool) -> QFont:
    other = QFont(font)
    other.setWeight(QFont.Weight.DemiBold if strong else QFont.Weight.Medium)
    return other


def _both(font: QFont) -> tuple[QFont, QFont]:
    """``font`` as it waits and as it is chosen."""
    return _weighted(font, strong=False), _weighted(font, strong=True)


def _wrapped(text: str, font: QFont, width: int) -> QRect:
    return QFontMetrics(font).boundingRect(QRect(0, 0, max(width, 1), 10_000), _WRAP, text)
