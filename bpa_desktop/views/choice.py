"""One of a few: buttons side by side of which one is chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtWidgets import QVBoxLayout, QWidget

from bpa_desktop.views.button import Button
from bpa_desktop.views.card import Row
from bpa_desktop.views.roving import Roving
from bpa_desktop.views.text import Text

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

T = TypeVar("T")


class Choice(QWidget, Generic[T]):
    """A label and its choices as buttons, one Tab stop; the chosen one says that it is.

    ``choose`` is called with the value of the button that was pressed, when it is another one.
    One that is ``joined`` leaves it to its owner to make several choices one Tab stop.
    """

    def __init__(
        self,
        label: str,
        options: Sequence[tuple[T, str]],
        value: T,
        choose: Callable[[T], object],
        *,
        beside: bool = False,
        joined: bool = False,
    ) -> None:
        super().__init__()
        self._choose = choose
        self._buttons: dict[T, Button] = {}
        for option, text in options:
            self._buttons[option] = Button(text, press=self._pressed(option))
        self._value = value
        self.setAccessibleName(label)
        self._roving = None if joined else Roving(self.buttons)
        self._lay_out(label, beside=beside)
        self.set_value(value)

    @property
    def buttons(self) -> list[Button]:
        """A button for each choice, in their order."""
        return list(self._buttons.values())

    @property
    def value(self) -> T:
        """The chosen value."""
        return self._value

    def set_value(self, value: T) -> None:
        """Show ``value`` as chosen without telling anybody."""
        self._value = value
        for option, button in self._buttons.items():
            button.set_kind("chosen" if option == value else "plain")
        if value in self._buttons and self._roving is not None:
            self._roving.point_to(self._buttons[value])

    def _pressed(self, option: T) -> Callable[[], None]:
        def press() -> None:
            if option != self._value:
                self.set_value(option)
                self._choose(option)

        return press

    def _lay_out(self, label: str, *, beside: bool) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        row = Row()
        words = Text(label, tone="muted") if beside else Text(label, "strong")
        if beside:
            row.add(words)
        else:
            column.addWidget(words)
        for button in self._buttons.values():
            row.add(button)
        column.addWidget(row)
