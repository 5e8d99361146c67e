"""R17: the numbers over a screen cover exactly what can be pressed."""

from __future__ import annotations

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
    given, wanted = list(numbered), pressables(window)
    for widget in wanted:
        if widget not in given:
            yield breach("R17", setting, widget, "has no number")
    for widget in given:
        if widget not in wanted:
            yield breach("R17", setting, widget, "has a number, but cannot be pressed")
        if given.count(widget) > 1:
            yield breach("R17", setting, widget, "has two numbers")
