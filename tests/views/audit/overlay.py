"""R17: the numbers over a screen cover exactly what can be pressed."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from tests.views.audit.found import breach
from tests.views.audit.tree import pressables

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from PySide6.QtWidgets import QWidget

    from tests.views.audit.found import Finding, Setting


def numbers_cover_all(
    window: QWidget, numbered: Iterable[QWidget], setting: Setting
) -> Iterator[Finding]:
    """R17: ``numbered`` are the widgets that have a number on them now."""
    wanted = pressables(window)
    known, counts = set(map(id, wanted)), Counter(map(id, given := list(numbered)))
    for widget in wanted:
        if id(widget) not in counts:
            yield breach("R17", setting, widget, "has no number")
    for widget in given:
        if id(widget) not in known:
            yield breach("R17", setting, widget, "has a number, but cannot be pressed")
        if counts[id(widget)] > 1:
            yield breach("R17", setting, widget, "has two numbers")
