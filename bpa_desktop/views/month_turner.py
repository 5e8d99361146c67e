"""The month that a panel is about, with the ways to the one before and the one after."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bpa_desktop.domain.period import months_before
from bpa_desktop.i18n import _, month_words
from bpa_desktop.views.button import Button
from bpa_desktop.views.card import Row
from bpa_desktop.views.stack import Stack
from bpa_desktop.views.text import Text

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

    from bpa_desktop.domain.period import Period

_GAP = 8


class MonthTurner(Stack):
    """``show`` gets the first day of another month; ``buttons`` belong to the panel's group."""

    def __init__(self, month: Period, show: Callable[[dt.date], object]) -> None:
        super().__init__(_GAP)
        name = month_words(month.first)
        self.add(Text(name[:1].upper() + name[1:], "strong"))
        earlier, later = months_before(month.first, 1), months_before(month.first, -1)
        self.buttons = [
            Button(_("Previous month"), press=lambda: show(earlier)),
            Button(_("Next month"), press=lambda: show(later)),
        ]
        self.add(Row(self.buttons))
