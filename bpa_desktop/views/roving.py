"""Groups of buttons that are one Tab stop: arrows move inside them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt, Signal

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QPushButton

    from bpa_desktop.views.button import Button

Key = Qt.Key
_STEPS: Final = {Key.Key_Left: -1, Key.Key_Up: -1, Key.Key_Right: 1, Key.Key_Down: 1}


def _is_ready(button: QPushButton) -> bool:
    # One that was never shown counts as hidden for Qt until its page is.
    is_told = button.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide)
    return button.isEnabled() and not (is_told and button.isHidden())


def _settle(buttons: Sequence[Button], current: QPushButton | None) -> Button | None:
    """Make one ready button the Tab stop: ``current`` when it is ready, else the first."""
    ready = [button for button in buttons if _is_ready(button)]
    stop = next((button for button in ready if button is current), ready[0] if ready else None)
    for button in buttons:
        is_stop = button is stop
        policy = Qt.FocusPolicy.StrongFocus if is_stop else Qt.FocusPolicy.ClickFocus
        if button.focusPolicy() != policy:
            button.setFocusPolicy(policy)
    return stop


class Roving:
    """A row or a column of buttons: arrows go round, Home and End to its ends."""

    def __init__(self, buttons: Sequence[Button] = ()) -> None:
        self._buttons: list[Button] = []
        self._current: QPushButton | None = None
        self.set_buttons(buttons)

    @property
    def current(self) -> QPushButton | None:
        """The button that Tab reaches."""
        return self._current

    def set_buttons(self, buttons: Sequence[Button]) -> None:
        """Make ``buttons``, in reading order, the whole group."""
        self._buttons = list(buttons)
        for button in self._buttons:
            button.focus_group = self
        self.settle()

    def settle(self) -> None:
        """Choose a Tab stop again after buttons came, went, or were switched off."""
        self._current = _settle(self._buttons, self._current)

    def point_to(self, button: Button) -> None:
        """Let Tab reach ``button``, such as the chosen one."""
        self._current = button
        self.settle()

    def entered(self, button: QPushButton) -> None:
        """``button`` got the focus and is the Tab stop from now on."""
        self._current = button
        self.settle()

    def key(self, button: QPushButton, event: QKeyEvent) -> bool:
        """Move by an arrow, Home or End."""
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        ready = [each for each in self._buttons if _is_ready(each)]
        at = next((at for at, each in enumerate(ready) if each is button), 0)
        key = Key(event.key())
        if key in _STEPS:
            target = ready[(at + _STEPS[key]) % len(ready)]
        elif key in {Key.Key_Home, Key.Key_End}:
            target = ready[0 if key == Key.Key_Home else -1]
        else:
            return False
        target.setFocus(Qt.FocusReason.OtherFocusReason)
        return True


class GridFocus(QObject):
    """Rows of buttons that are one Tab stop; a cell may be empty.

    Arrows move, Home and End go to the ends of a row, with Ctrl to the first and last row.
    """

    page_up = Signal()
    page_down = Signal()

    def __init__(
        self, rows: Sequence[Sequence[Button | None]] = (), parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._rows: list[list[Button | None]] = []
        self._current: QPushButton | None = None
        self._pages: Final[dict[Qt.Key, Callable[[], None]]] = {
            Key.Key_PageUp: self.page_up.emit,
            Key.Key_PageDown: self.page_down.emit,
        }
        self.set_rows(rows)

    @property
    def current(self) -> QPushButton | None:
        """The button that Tab reaches."""
        return self._current

    def set_rows(self, rows: Sequence[Sequence[Button | None]]) -> None:
        """Make ``rows``, top-down and left to right, the whole grid."""
        self._rows = [list(row) for row in rows]
        for button in self._buttons():
            button.focus_group = self
        self.settle()

    def settle(self) -> None:
        """Choose a Tab stop again after buttons came, went, or were switched off."""
        self._current = _settle(self._buttons(), self._current)

    def point_to(self, button: Button) -> None:
        """Let Tab reach ``button``, such as today's."""
        self._current = button
        self.settle()

    def entered(self, button: QPushButton) -> None:
        """``button`` got the focus and is the Tab stop from now on."""
        self._current = button
        self.settle()

    def key(self, button: QPushButton, event: QKeyEvent) -> bool:
        """Move the focus, or ask for the page before or after."""
        key = Key(event.key())
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        place = self._place(button)
        if place is None or held not in {
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.ControlModifier,
        }:
            return False
        if key in self._pages and not held:
            self._pages[key]()
            return True
        target = self._target(place, key, far=bool(held))
        if target is None:
            return key in _STEPS or key in {Key.Key_Home, Key.Key_End}
        target.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def _buttons(self) -> list[Button]:
        return [button for row in self._rows for button in row if button is not None]

    def _place(self, button: QPushButton) -> tuple[int, int] | None:
        for row, cells in enumerate(self._rows):
            for column, cell in enumerate(cells):
                if cell is button:
                    return row, column
        return None

    def _target(self, place: tuple[int, int], key: Qt.Key, *, far: bool) -> Button | None:
        row, column = place
        if key in {Key.Key_Left, Key.Key_Right} and not far:
            return self._first(self._beside(row, column, _STEPS[key]))
        if key in {Key.Key_Up, Key.Key_Down} and not far:
            return self._first(self._above_or_below(row, column, _STEPS[key]))
        if key == Key.Key_Home:
            return self._first(
                [self._nearest(each, column) for each in self._rows] if far else self._rows[row]
            )
        if key == Key.Key_End:
            return self._first(
                [self._nearest(each, column) for each in reversed(self._rows)]
                if far
                else self._rows[row][::-1]
            )
        return None

    def _beside(self, row: int, column: int, step: int) -> list[Button | None]:
        cells = self._rows[row]
        return cells[column + 1 :] if step > 0 else cells[:column][::-1]

    def _above_or_below(self, row: int, column: int, step: int) -> list[Button | None]:
        rows = self._rows[row + 1 :] if step > 0 else self._rows[:row][::-1]
        return [self._nearest(cells, column) for cells in rows]

    @staticmethod
    def _nearest(cells: Sequence[Button | None], column: int) -> Button | None:
        ready = [
            (abs(at - column), at) for at, cell in enumerate(cells) if cell and _is_ready(cell)
        ]
        return cells[min(ready)[1]] if ready else None

    @staticmethod
    def _first(cells: Sequence[Button | None]) -> Button | None:
        return next((cell for cell in cells if cell is not None and _is_ready(cell)), None)
