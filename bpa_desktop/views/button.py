"""The push button of every screen: a real one, with words that wrap and a name that can be said."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QPushButton

from bpa_desktop.i18n import _
from bpa_desktop.views.button_look import Face, height_in, hints_in, room_for
from bpa_desktop.views.hyphens import soft
from bpa_desktop.views.style import sizes_for
from bpa_desktop.views.text import WRAPPING

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QSize
    from PySide6.QtGui import QFocusEvent, QKeyEvent

    from bpa_desktop.views.button_look import Kind, NoteLook, Room

_CHOSEN = frozenset({"chosen", "here"})
_LETTERS_CHANGED = frozenset({QEvent.Type.FontChange, QEvent.Type.StyleChange})
_ARROWS = frozenset({Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down})


class Group(Protocol):
    """Buttons that are one Tab stop together, see `roving`."""

    def key(self, button: QPushButton, event: QKeyEvent) -> bool:
        """Move the focus; false when the key is not the group's."""

    def entered(self, button: QPushButton) -> None:
        """``button`` got the focus."""

    def settle(self) -> None:
        """A button was switched on or off, shown or hidden."""


class Button(QPushButton):
    """A button whose visible text starts its accessible name.

    ``text`` is shown as it is: ``&`` is a letter. ``press`` is called on release inside, on
    Enter, Space, and on the accessible *Press* action.
    """

    def __init__(
        self,
        text: str,
        kind: Kind = "plain",
        icon: str = "",
        press: Callable[[], object] | None = None,
    ) -> None:
        super().__init__()
        self.focus_group: Group | None = None
        self.face = Face(text="", kind=kind, icon=icon)
        self._spoken = ""
        self._note_words = ""
        self._room: Room | None = None
        self._hints: tuple[QSize, QSize] | None = None
        self.setSizePolicy(WRAPPING)
        self.set_label(text)
        if press is not None:
            self.clicked.connect(lambda _checked=False: press())

    @property
    def label(self) -> str:
        """The visible text."""
        return self.face.text.replace("\N{SOFT HYPHEN}", "")

    def set_label(self, text: str) -> None:
        """Show ``text``."""
        self.setText(text.replace("&", "&&"))
        self._show(self.face._replace(text=soft(text)))

    def set_kind(self, kind: Kind) -> None:
        """Change the look; a chosen one says so."""
        self._show(self.face._replace(kind=kind))

    def set_icon(self, name: str) -> None:
        """Show the icon ``name`` left of the text; "" for none."""
        self._show(self.face._replace(icon=name))

    def set_note(self, text: str, look: NoteLook = "muted") -> None:
        """Show a short ``text`` at the right, and say it after the label."""
        self._show(self.face._replace(note=text, note_look=look))

    def set_note_words(self, words: str) -> None:
        """Say ``words`` instead of the note, such as "2 holes" for "2"."""
        self._note_words = words
        self._show(self.face)

    def set_leading(self) -> None:
        """Start the text at the left edge, as in a list of choices."""
        self._show(self.face._replace(leading=True))

    def set_spoken(self, words: str) -> None:
        """Say ``words`` after what is visible, such as a weekday and a date."""
        self._spoken = words
        self._show(self.face)

    def _show(self, face: Face) -> None:
        self.face = face
        chosen = _("chosen") if face.kind in _CHOSEN else ""
        note = self._note_words or face.note
        parts = (self.label, note, self._spoken, chosen)
        self.setAccessibleName(", ".join(part for part in parts if part))
        self._forget_sizes()

    @property
    def room(self) -> Room:
        """The room the face needs, measured once for its words and letters."""
        if self._room is None:
            self.ensurePolished()
            self._room = room_for(self.face, self.font(), sizes_for(self))
        return self._room

    def _forget_sizes(self) -> None:
        self._room = self._hints = None
        self.updateGeometry()
        self.update()

    def _sizes(self) -> tuple[QSize, QSize]:
        if self._hints is None:
            room = self.room
            self._hints = hints_in(room, self.face, self.font(), sizes_for(self))
        return self._hints

    def sizeHint(self) -> QSize:
        """Everything on one line."""
        return self._sizes()[0]

    def minimumSizeHint(self) -> QSize:
        """No word cut."""
        return self._sizes()[1]

    def hasHeightForWidth(self) -> bool:
        """Words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height at ``width`` logical pixels."""
        hint = self.sizeHint()
        if width >= hint.width():
            return hint.height()
        return height_in(self.room, self.face, self.font(), sizes_for(self), width)

    def changeEvent(self, event: QEvent) -> None:
        """Measure again when letters or sizes changed."""
        super().changeEvent(event)
        kind = event.type()
        if kind in _LETTERS_CHANGED:
            self._forget_sizes()
        elif kind == QEvent.Type.EnabledChange and self.focus_group is not None:
            self.focus_group.settle()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows belong to the group, Enter presses."""
        if self.focus_group is not None and self.focus_group.key(self, event):
            event.accept()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        elif self.focus_group is not None and event.key() in _ARROWS:
            # Qt would leave the group.
            event.ignore()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The group remembers where the focus was."""
        if self.focus_group is not None:
            self.focus_group.entered(self)
        super().focusInEvent(event)
