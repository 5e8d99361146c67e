"""The hours of a budget year by kind, and the sentence about them."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from bpa_desktop.documents.account_words import settled_words
from bpa_desktop.documents.phrases import difference
from bpa_desktop.i18n import _, hours
from bpa_desktop.services.account_reasons import reasons
from bpa_desktop.services.accounts import counted_in, hours_sheet
from bpa_desktop.views.explain_part import About, ExplainPart
from bpa_desktop.views.live_panel import LivePanel
from bpa_desktop.views.roving import Roving
from bpa_desktop.views.stack import Stack
from bpa_desktop.views.text import Text

if TYPE_CHECKING:
    from bpa_desktop.domain.account_hours import HoursSheet, KindHours
    from bpa_desktop.domain.period import Period
    from bpa_desktop.views.desk import Desk

_GAP: Final = 6


def open_hours(desk: Desk, year: Period, *, take_focus: bool = True) -> None:
    """Show the hours of ``year`` beside the page, and say how they stand."""
    sheet = hours_sheet(desk.session, year)
    desk.show_panel(HoursPanel(desk, sheet), _("The hours of the year"), take_focus=take_focus)
    if take_focus:
        desk.announcer.say(settled_words(sheet))


class HoursPanel(LivePanel):
    """Each kind of hours, and one sentence on why they differ."""

    TOPICS: ClassVar[frozenset[str]] = frozenset({"shift", "absence", "grant", "explanation"})

    def __init__(self, desk: Desk, sheet: HoursSheet) -> None:
        super().__init__(desk, lambda: open_hours(desk, sheet.year, take_focus=False))
        self.add(Text(settled_words(sheet)))
        for one in sheet.kinds:
            self.add(Stack(_GAP, [Text(_(one.kind.label), "label"), Text(_kind_words(sheet, one))]))
        known = reasons(desk.session, counted_in(sheet.year, desk.session.today))
        part = ExplainPart(desk, About(sheet.year, (None,), sheet.explanation, known))
        self._roving = Roving(part.buttons)
        self.add(part)


def _kind_words(sheet: HoursSheet, one: KindHours) -> str:
    numbers = {
        "granted": hours(one.granted),
        "used": hours(one.used),
        "planned": hours(one.planned),
        "difference": difference(one.used + one.planned - one.granted),
    }
    text = _("Granted {granted}, used {used}, planned {planned}. Difference {difference}.")
    if sheet.is_over:
        text = _("Granted {granted}, used {used}. Difference {difference}.")
    return text.format(**numbers)
