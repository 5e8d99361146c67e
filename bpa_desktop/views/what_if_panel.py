"""What if: trials of a sick week, a meeting, a course or a trip, beside the page."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar, Final

from bpa_desktop.documents.phrases import in_kroner
from bpa_desktop.domain.what_if import TrialKind, trial_of, tried
from bpa_desktop.i18n import _
from bpa_desktop.services.forecast_words import month_name, year_chart
from bpa_desktop.services.trying import ground, length_of, sickness, told, week_number
from bpa_desktop.views.card import Notice
from bpa_desktop.views.chart_picture import ChartPicture
from bpa_desktop.views.choice import Choice
from bpa_desktop.views.live_panel import LivePanel
from bpa_desktop.views.roving import Roving
from bpa_desktop.views.stack import Stack
from bpa_desktop.views.text import Text

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from bpa_desktop.domain.what_if import Trial
    from bpa_desktop.services.trying import Ground
    from bpa_desktop.views.button import Button
    from bpa_desktop.views.desk import Desk

_GAP: Final = 6
_HOURS: Final[Mapping[TrialKind, tuple[int, ...]]] = {
    TrialKind.MEETINGS: (2, 3, 4),
    TrialKind.COURSE: (7, 15, 30),
    TrialKind.TRIP: (4, 8, 16, 24),
}
"""The hours to choose from, for each time."""
_TIMES: Final[Mapping[TrialKind, tuple[int, ...]]] = {
    TrialKind.MEETINGS: (1, 4, 6, 12),
    TrialKind.COURSE: (1, 2, 3),
    TrialKind.TRIP: (2, 4, 7, 14),
}
_FEES: Final = (0, 1000, 2500, 5000)


@dataclass(frozen=True, kw_only=True)
class WhatIf:
    """What is chosen in the panel: the trial, its numbers by their places, and whose sick week."""

    kind: TrialKind = TrialKind.SICK_WEEK
    hours: int = 0
    times: int = 0
    fee: int = 0
    helper: int = 0
    week: int = 0
    month: int = 0


def open_what_if(desk: Desk, choice: WhatIf = WhatIf(), *, is_new: bool = True) -> None:
    """Show the trials beside the page, and say what the chosen one comes to."""
    panel = WhatIfPanel(desk, choice)
    desk.show_panel(panel, _("What if"), take_focus=is_new)
    panel.gone.connect(lambda: desk.tried.emit(None))
    desk.tried.emit(panel.trial)
    desk.announcer.say(" ".join(panel.sentences))


class WhatIfPanel(LivePanel):
    """Every press is another trial; none of them writes anything.

    Whoever shows the year is told of the ``trial`` by `Desk.tried`, and of its end by None.
    """

    TOPICS: ClassVar[frozenset[str]] = frozenset(
        {"shift", "helper", "absence", "grant", "own_rate", "roster_pattern"}
    )

    def __init__(self, desk: Desk, choice: WhatIf) -> None:
        super().__init__(desk, lambda: open_what_if(desk, choice, is_new=False))
        self._choice = choice
        found = ground(desk.session)
        self.add(Notice(_("This is only a trial. Nothing is written.")))
        kinds = [(kind, _(kind.label)) for kind in TrialKind]
        self.add(Choice(_("What if there is"), kinds, choice.kind, self._choose_kind))
        self._details: list[Button] = []
        is_sickness = choice.kind is TrialKind.SICK_WEEK
        self.trial, self.sentences = self._sick_week(found) if is_sickness else self._tried(found)
        Roving(self._details)
        self.add(Stack(_GAP, [Text(one, "strong") for one in self.sentences]))
        if self.trial is not None:
            self.add(ChartPicture(year_chart(tried(found.forecast, self.trial))))

    def _choose_kind(self, kind: TrialKind) -> None:
        open_what_if(self.desk, WhatIf(kind=kind), is_new=False)

    def _tried(self, found: Ground) -> tuple[Trial | None, tuple[str, ...]]:
        """The trial that is chosen, with its choices laid out, and what it comes to."""
        choice = self._choice
        hours, times = _HOURS[choice.kind], _TIMES[choice.kind]
        self._ask(_times_label(choice.kind), [str(one) for one in times], choice.times, "times")
        each = [length_of(one) for one in hours]
        self._ask(_hours_label(choice.kind), each, choice.hours, "hours")
        fee, day = Decimal(0), None
        if choice.kind is TrialKind.COURSE:
            fees = [in_kroner(Decimal(one)) for one in _FEES]
            self._ask(_("Price of the course"), fees, choice.fee, "fee")
            fee = Decimal(_FEES[choice.fee])
        if choice.kind is not TrialKind.MEETINGS:
            names = [month_name(one) for one in found.months]
            place = min(choice.month, len(names) - 1)
            self._ask(_("In which month"), names, place, "month")
            day = found.months[place]
        trial = trial_of(choice.kind, hours[choice.hours], times[choice.times], each=fee, day=day)
        return trial, told(found, trial)

    def _sick_week(self, found: Ground) -> tuple[Trial | None, tuple[str, ...]]:
        if not found.helpers:
            return None, (_("There are no helpers yet."),)
        place = min(self._choice.helper, len(found.helpers) - 1)
        self._ask(_("Who"), [one.name for one in found.helpers], place, "helper")
        week = self._choice.week
        self._ask(_("In which week"), [week_number(one) for one in found.weeks], week, "week")
        return sickness(self.desk.session, found, found.helpers[place], found.weeks[week])

    def _ask(self, label: str, options: list[str], value: int, name: str) -> None:
        choose: Callable[[int], None] = partial(self._chosen, name)
        asked = Choice(label, list(enumerate(options)), value, choose, joined=True)
        self._details += asked.buttons
        self.add(asked)

    def _chosen(self, name: str, place: int) -> None:
        changes: dict[str, Any] = {name: place}
        choice = replace(self._choice, **changes)
        open_what_if(self.desk, choice, is_new=False)


def _times_label(kind: TrialKind) -> str:
    return {
        TrialKind.MEETINGS: _("Meetings"),
        TrialKind.COURSE: _("Helpers on the course"),
        TrialKind.TRIP: _("Days"),
    }[kind]


def _hours_label(kind: TrialKind) -> str:
    return {
        TrialKind.MEETINGS: _("Hours of a meeting"),
        TrialKind.COURSE: _("Hours for each helper"),
        TrialKind.TRIP: _("Extra hours a day"),
    }[kind]
