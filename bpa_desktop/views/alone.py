"""A part of a form that is shown without the rest while something is done in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

if TYPE_CHECKING:
    from collections.abc import Iterator


class Alone:
    """Hides what stands around a part of ``form``, and shows it again as it was."""

    def __init__(self, form: QWidget) -> None:
        self._form = form
        self._part: QWidget | None = None
        self._hidden: list[QWidget] = []

    def leave(self, part: QWidget) -> None:
        """Leave only ``part`` in sight, with its label and the words below it."""
        self.end()
        self._part = part
        self.hold()

    def hold(self) -> None:
        """Hide again what has shown itself around the part meanwhile."""
        # A form that waits to be deleted still gets events.
        if self._part is None or not isValid(self._form):
            return
        for one in self._around(self._part):
            self._hidden.append(one)
            one.hide()

    def end(self) -> None:
        """Show everything again."""
        hidden, self._hidden, self._part = self._hidden, [], None
        for one in hidden:
            one.show()

    def _around(self, part: QWidget) -> Iterator[QWidget]:
        name = part.objectName()
        direct = Qt.FindChildOption.FindDirectChildrenOnly
        for one in self._form.findChildren(QWidget, options=direct):
            is_its_own = one.objectName().startswith(f"{name}__")
            if one is not part and not is_its_own and not one.isHidden():
                yield one
