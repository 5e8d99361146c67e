"""What the first page warns of ahead, found out after its first picture is on the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from bpa_desktop.errors import BpaError
from bpa_desktop.views.tasks import Task

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from bpa_desktop.domain.deadlines import Due
    from bpa_desktop.services.session import Session
    from bpa_desktop.views.desk import Desk

SOON: Final = 300
"""Milliseconds: nothing is foreseen before the picture is there."""
_TOPICS: Final = frozenset(
    {
        *("shift", "absence", "helper", "grant", "roster_pattern", "moved_hours"),
        *("own_rate", "budget", "budget_line", "voucher", "payment"),
    }
)
"""What the forecasts are made of."""


class Foreseeing(QObject):
    """``changed`` comes when ``due`` is another than before; it is read only for a ``page`` seen.

    What was foreseen stays until it is known anew, so that the page does not jump at each change.
    """

    changed = Signal()

    def __init__(self, desk: Desk, page: QWidget) -> None:
        super().__init__(page)
        self._desk = desk
        self._page = page
        self._hours: tuple[Due, ...] = ()
        self._money: tuple[Due, ...] = ()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SOON)
        self._timer.timeout.connect(self._foresee_hours)
        desk.changed.connect(self._changed)

    @property
    def due(self) -> tuple[Due, ...]:
        """What is warned of, of hours and then of money."""
        return *self._hours, *self._money

    @property
    def hours(self) -> tuple[Due, ...]:
        """What is warned of in the hours of the year."""
        return self._hours

    def begin(self) -> None:
        """Look ahead again in a moment."""
        self._timer.start()

    def _changed(self, topics: frozenset[str]) -> None:
        if (not topics or topics & _TOPICS) and self._page.isVisible():
            self.begin()

    @property
    def _is_wanted(self) -> bool:
        return self._desk.has_session and self._page.isVisible()

    def _foresee_hours(self) -> None:
        if not self._is_wanted:
            return
        from bpa_desktop.services import foresight  # noqa: PLC0415 - fast start

        session = self._desk.session
        before, self._hours = self._hours, read_or_nothing(foresight.hours_due, session)
        if before != self._hours:
            self.changed.emit()
        # What pay is reckoned with takes long to load, and needs nothing of the file.
        day = session.today
        loading = Task(lambda: foresight.ready_for_money(day), self)
        loading.done.connect(self._foresee_money)
        loading.start()

    def _foresee_money(self) -> None:
        if not self._is_wanted:
            return
        from bpa_desktop.services import foresight  # noqa: PLC0415 - fast start

        before, self._money = self._money, read_or_nothing(foresight.money_due, self._desk.session)
        if before != self._money:
            self.changed.emit()


def read_or_nothing(
    look: Callable[[Session], tuple[Due, ...]], session: Session
) -> tuple[Due, ...]:
    """What is foreseen; nothing in a file that cannot be read, which its check tells."""
    try:
        return look(session)
    except BpaError:
        return ()
