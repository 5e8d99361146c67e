"""One of several in a box that opens: for choices with long words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtWidgets import QComboBox

from bpa_desktop.views.editors import Measure, WheelGuard
from bpa_desktop.views.field import Field

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

T = TypeVar("T")


class ChoiceBox(Field, Generic[T]):
    """A labelled box; ``choose`` is called with the value that was chosen, when it is another."""

    def __init__(
        self,
        label: str,
        options: Sequence[tuple[T, str]],
        value: T,
        choose: Callable[[T], object],
    ) -> None:
        box = QComboBox()
        box.setEditable(False)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setObjectName(label)
        box.addItems([text for _value, text in options])
        values = [one for one, _text in options]
        if value in values:
            box.setCurrentIndex(values.index(value))
        super().__init__(label, box)
        self._guard = WheelGuard(box)
        self._measure = Measure(box)
        self._value = value

        def chosen(place: int) -> None:
            if values[place] != self._value:
                self._value = values[place]
                choose(self._value)

        box.activated.connect(chosen)
