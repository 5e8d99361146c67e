"""R1 to R3: everything that can be pressed has a role and a name that starts with what is seen."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QComboBox

from tests.views.audit.found import Finding, breach
from tests.views.audit.tree import (
    ROSTER,
    accessible,
    buttons,
    inputs,
    is_within,
    known_as,
    label_of,
    name_of,
    pressables,
    shown,
    words_on,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QWidget

    from tests.views.audit.found import Setting

_SILENT_ROLES: Final = frozenset({QAccessible.Role.NoRole, QAccessible.Role.Client})
_HANDLERS: Final = ("mousePressEvent", "mouseReleaseEvent", "mouseDoubleClickEvent")


def control_has_name_and_role(window: QWidget, setting: Setting) -> Iterator[Finding]:
    """R1; a widget that reacts to the mouse without being a control is found here too."""
    controls = pressables(window)
    for widget in controls:
        role = accessible(widget).role()
        if not known_as(widget):
            yield breach("R1", setting, widget, "has no accessible name")
        if role in _SILENT_ROLES:
            yield breach("R1", setting, widget, f"has the role {role.name}")
    known = set(map(id, controls))
    for widget in shown(window):
        if id(widget) not in known and widget.isEnabled() and _reacts_to_mouse(widget):
            yield breach("R1", setting, widget, "reacts to the mouse but is no control")


def _reacts_to_mouse(widget: QWidget) -> bool:
    """Whether our own code, not Qt's, handles the mouse in ``widget``."""
    own = [kind for kind in type(widget).__mro__ if not kind.__module__.startswith("PySide6")]
    return any(handler in vars(kind) for kind in own for handler in _HANDLERS)


def input_has_label(window: QWidget, setting: Setting) -> Iterator[Finding]:
    """R2; a choice box needs a real label, because its name may give way to its value."""
    for widget in inputs(window):
        needs_relation = isinstance(widget, QComboBox)
        if not (label_of(widget) or (name_of(widget) and not needs_relation)):
            yield breach("R2", setting, widget, "has no label")


def name_starts_with_visible_text(window: QWidget, setting: Setting) -> Iterator[Finding]:
    """R3; a label also needs letters or digits, or nobody can say it."""
    for button in buttons(window):
        seen, name = words_on(button), name_of(button)
        if not name.startswith(seen):
            yield breach("R3", setting, button, f"shows '{seen}'")
        if not any(letter.isalnum() for letter in seen):
            yield breach("R3", setting, button, f"shows '{seen}', which cannot be said")


def no_label_or_name_twice(window: QWidget, setting: Setting) -> Iterator[Finding]:
    """R3b; inside the roster grid a short text may come again, a name may not."""
    outside = [button for button in buttons(window) if not is_within(button, ROSTER)]
    names = [known_as(widget) for widget in pressables(window)]
    for kind, texts in (("show it", map(words_on, outside)), ("are called so", names)):
        for text, count in Counter(filter(None, texts)).items():
            if count > 1:
                detail = f"{count} controls {kind}"
                yield Finding(rule="R3b", screen=setting.screen, widget=f"'{text}'", detail=detail)
