"""A box to tick beside its words, for one thing that is or is not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox

if TYPE_CHECKING:
    from collections.abc import Callable


class Tick(QCheckBox):
    """``choose`` is called with whether it is ticked, when a person changes it."""

    def __init__(self, text: str, choose: Callable[[bool], object], *, ticked: bool) -> None:
        super().__init__(text)
        self.setObjectName(text)
        self.setChecked(ticked)
        self.clicked.connect(lambda checked=False: choose(bool(checked)))
