"""The days of a decision below each other: when, what, and where that comes from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bpa_desktop.domain.case_deadlines import case_days
from bpa_desktop.i18n import _
from bpa_desktop.services.case_texts import day_words_of
from bpa_desktop.views.stack import Stack
from bpa_desktop.views.text import Text

if TYPE_CHECKING:
    from bpa_desktop.domain.allowed_time import Terms
    from bpa_desktop.domain.case_deadlines import Case
    from bpa_desktop.views.live_panel import LivePanel

_GAP = 2


def add_days(panel: LivePanel, case: Case, terms: Terms) -> None:
    """Place the timeline in ``panel``: what is still waited for stands out."""
    panel.add(Text(_("The days"), "label"))
    for one in case_days(case, terms):
        words = day_words_of(one)
        line = Stack(_GAP, [Text(words.when, tone="accent" if words.is_open else "muted")])
        line.add(Text(words.what, "strong" if words.is_open else "body"))
        if words.beside:
            line.add(Text(words.beside, tone="muted"))
        panel.add(line)
