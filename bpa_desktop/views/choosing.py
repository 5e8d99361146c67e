"""Choosing several shifts by pressing them, one after the other: no drag, no key held down."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from bpa_desktop.i18n import _
from bpa_desktop.views.button import Button
from bpa_desktop.views.card import Row
from bpa_desktop.views.roving import Roving

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable


class Choosing(QObject):
    """Whether shifts are being chosen, and which are; ``changed`` comes after every change."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._ids: frozenset[str] = frozenset()
        self._is_on = False

    @property
    def is_on(self) -> bool:
        """Whether a press on a shift chooses it."""
        return self._is_on

    @property
    def ids(self) -> frozenset[str]:
        """The ids of the chosen shifts."""
        return self._ids

    def begin(self) -> None:
        """Let presses choose, beginning with nothing."""
        self._set(frozenset(), on=True)

    def end(self) -> None:
        """Let presses open shifts again."""
        self._set(frozenset(), on=False)

    def toggle(self, ids: Iterable[str]) -> None:
        """Choose what of ``ids`` is not chosen; when all are, choose none of them any more."""
        found = frozenset(ids)
        self._set(self._ids - found if found <= self._ids else self._ids | found, on=True)

    def choose(self, ids: Iterable[str]) -> None:
        """Choose exactly ``ids``."""
        self._set(frozenset(ids), on=True)

    def keep(self, there: Iterable[str]) -> None:
        """Forget what is not among ``there`` any more, without telling."""
        self._ids &= frozenset(there)

    def forget(self) -> None:
        """Stop choosing without telling, because there is another file."""
        self._ids, self._is_on = frozenset(), False

    def _set(self, ids: frozenset[str], *, on: bool) -> None:
        if (ids, on) != (self._ids, self._is_on):
            self._ids, self._is_on = ids, on
            self.changed.emit()


class ChoiceBar(Row):
    """Stands in the place of the tools while shifts are chosen; one Tab stop, arrows move."""

    def __init__(
        self,
        everything: Callable[[], object],
        nothing: Callable[[], object],
        actions: Callable[[], object],
        done: Callable[[], object],
    ) -> None:
        super().__init__()
        self._actions = Button("", "primary", press=actions)
        buttons = [
            Button(_("Choose all"), press=everything),
            Button(_("Choose none"), press=nothing),
            self._actions,
            Button(_("Stop choosing"), press=done),
        ]
        for button in buttons:
            self.add(button)
        self._roving = Roving(buttons)
        self.show_count(0)

    def show_count(self, count: int) -> None:
        """Say on the button how many shifts an action would be about."""
        self._actions.set_label(_("Actions for the chosen ({n})").format(n=count))
        self._actions.setEnabled(count > 0)
