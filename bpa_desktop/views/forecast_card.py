"""Where the year will end: in words, as a chart, and as the figures of the chart."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bpa_desktop.domain.what_if import tried
from bpa_desktop.i18n import _
from bpa_desktop.services.forecast_words import (
    ending,
    reasons,
    safe_words,
    warning,
    year_chart,
)
from bpa_desktop.services.trying import trial_title
from bpa_desktop.views.button import Button
from bpa_desktop.views.card import Card, Notice, Row
from bpa_desktop.views.chart_picture import ChartPicture
from bpa_desktop.views.hours_tables import figures_table
from bpa_desktop.views.stack import Stack
from bpa_desktop.views.text import Text
from bpa_desktop.views.what_if_panel import open_what_if

if TYPE_CHECKING:
    from collections.abc import Callable

    from bpa_desktop.domain.forecast import Forecast
    from bpa_desktop.domain.what_if import Trial
    from bpa_desktop.views.desk import Desk

_LINE_GAP: Final = 4


class ForecastCard(Card):
    """The end of the year and what it is reckoned from; ``toggle`` shows or hides the figures.

    With a ``trial`` everything is as it would be with it, and it says so.
    """

    def __init__(
        self,
        desk: Desk,
        found: Forecast,
        toggle: Callable[[], object],
        *,
        shows_figures: bool,
        trial: Trial | None = None,
    ) -> None:
        super().__init__(_("To the year's end"))
        if trial is not None:
            self.add(Notice(trial_title(trial)))
            found = tried(found, trial)
        warned = warning(found)
        if warned and found.end > found.today:
            self.add(Notice(warned, "warn"))
        self.add(Text(ending(found), "strong"))
        if found.end > found.today and found.available > 0:
            self.add(Text(safe_words(found)))
        self.add(ChartPicture(year_chart(found)))
        self.add(Stack(_LINE_GAP, [Text(one, tone="muted") for one in reasons(found)]))
        text = _("Hide the figures") if shows_figures else _("Show the figures")
        self.buttons = [Button(text, press=toggle)]
        if found.first <= found.today < found.end:
            self.buttons.append(Button(_("What if"), press=lambda: open_what_if(desk)))
        self.add(Row(self.buttons))
        if shows_figures:
            self.add(figures_table(found))
