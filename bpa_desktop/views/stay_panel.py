"""One shift of a stay in hospital: what becomes of it, one press; then the next that waits."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from bpa_desktop.domain.hospital_stay import Fate
from bpa_desktop.domain.people import Helper
from bpa_desktop.domain.scheme import Answer
from bpa_desktop.i18n import _
from bpa_desktop.services import hospital as acts
from bpa_desktop.services.attests import sent_home
from bpa_desktop.views.attest_panel import open_text
from bpa_desktop.views.button import Button
from bpa_desktop.views.card import Notice
from bpa_desktop.views.choice_panel import Chip, ChoicePanel
from bpa_desktop.views.text import Text

if TYPE_CHECKING:
    from bpa_desktop.domain.hospital_stay import HospitalStay
    from bpa_desktop.services.hospital import SentHome, StayLine
    from bpa_desktop.views.desk import Desk


def open_stay_shift(desk: Desk, stay_id: str, shift_id: str) -> None:
    """Show the shift beside the page, and say which it is."""
    panel = _show(desk, stay_id, shift_id)
    if panel is not None:
        desk.announcer.say(panel.said)


def open_attest(desk: Desk, stay: HospitalStay, one: SentHome) -> None:
    """Show the attest of a helper who was sent home, for the days of the decisions."""
    helper = desk.session.records.get(Helper, one.helper)
    last = one.last if stay.last_day is not None else None
    open_text(desk, sent_home(desk.session, helper, one.first, last))


def _show(
    desk: Desk, stay_id: str, shift_id: str, *, take_focus: bool = True
) -> StayShiftPanel | None:
    stay = acts.find_stay(desk.session, stay_id)
    found = acts.lines(desk.session, stay) if stay else ()
    line = next((one for one in found if one.shift.id == shift_id), None)
    if stay is None or line is None:
        desk.close_panel()
        return None
    panel = StayShiftPanel(desk, stay, line)
    desk.show_panel(panel, _("Shift during the stay"), take_focus=take_focus)
    return panel


class StayShiftPanel(ChoicePanel):
    """Whose shift, when, and the four things that can become of it."""

    TOPICS: ClassVar[frozenset[str]] = frozenset({"hospital_stay", "stay_shift", "shift"})

    def __init__(self, desk: Desk, stay: HospitalStay, line: StayLine) -> None:
        reopen = partial(_show, desk, stay.id, line.shift.id, take_focus=False)
        super().__init__(desk, reopen)
        self._stay, self._line = stay, line
        whose = acts.line_words(desk.session, line)
        self.said = f"{whose}: {acts.decision_words(line)}."
        self.add(Text(whose, "strong"))
        self.add(Text(_("Now: {what}.").format(what=acts.decision_words(line))))
        chosen = line.decision.fate if line.decision else None
        self.add_chips(
            _("What becomes of it"),
            [Chip(_(one.label), partial(self._decide, one), one is chosen) for one in Fate],
        )
        if chosen is Fate.COMES_ALONG and stay.region_pays is Answer.UNKNOWN:
            self.add(Notice(_("Answer on the page whether the region pays."), "warn"))
        waiting = acts.open_lines(desk.session, stay)
        if any(one.shift.id != line.shift.id for one in waiting):
            self.add_button(Button(_("Next that waits"), press=self._next))

    def _decide(self, fate: Fate) -> None:
        session = self.desk.session
        act = partial(acts.decide, session, self._stay, [self._line], fate)
        if self.desk.attempt(act):
            self._next()

    def _next(self) -> None:
        """The next one that waits stands here, so that a press each is enough."""
        waiting = acts.open_lines(self.desk.session, self._stay)
        if waiting:
            _show(self.desk, self._stay.id, waiting[0].shift.id)
