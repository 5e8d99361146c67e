"""One end of a shift: the time as a field to write in, and two large buttons that move it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bpa_desktop.domain.entry import parse_time
from bpa_desktop.i18n import clock
from bpa_desktop.views.entry_row import EntryRow

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

    from bpa_desktop.views.desk import Desk

_FIELD_LETTERS: Final = 7


class TimeRow(EntryRow):
    """``set_time`` gets what was written, read in any way that a time may be said."""

    def __init__(
        self, desk: Desk, label: str, time: dt.datetime, set_time: Callable[[dt.time], object]
    ) -> None:
        super().__init__(desk, label, clock(time), self._set, letters=_FIELD_LETTERS)
        self._time = time
        self._set_time = set_time

    def _set(self, text: str) -> None:
        time = parse_time(text)
        if clock(time) == clock(self._time):
            self.field.setText(clock(self._time))
        else:
            self._set_time(time)
