"""R4: assistive technology can press every button."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtGui import QAccessibleActionInterface
from PySide6.QtWidgets import QRadioButton

from tests.views.audit.found import breach
from tests.views.audit.tree import accessible, buttons

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QAbstractButton, QWidget

    from tests.views.audit.found import Finding, Setting

_PRESS: Final = QAccessibleActionInterface.pressAction()
_TOGGLE: Final = QAccessibleActionInterface.toggleAction()


def button_can_be_pressed(window: QWidget, setting: Setting) -> Iterator[Finding]:
    """R4; a radio button is toggled, everything else is pressed."""
    for button in buttons(window):
        wanted = _TOGGLE if isinstance(button, QRadioButton) else _PRESS
        if wanted not in actions_of(button):
            yield breach("R4", setting, button, f"does not offer {wanted}")


def actions_of(widget: QWidget) -> list[str]:
    """The actions assistive technology is offered."""
    return list(accessible(widget).actionInterface().actionNames())


def press(button: QAbstractButton) -> None:
    """Press as assistive technology does; the effect comes a little later."""
    wanted = _TOGGLE if isinstance(button, QRadioButton) else _PRESS
    accessible(button).actionInterface().doAction(wanted)
