"""The fourteen weeks before less help: both ways to count, and when each helper is told."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from bpa_desktop.domain.case_deadlines import weeks_of
from bpa_desktop.domain.leaving import LeavingReason
from bpa_desktop.i18n import _, date_words, ngettext
from bpa_desktop.services.case import case_of, terms_of
from bpa_desktop.services.case_notice import helper_notices
from bpa_desktop.services.case_texts import decision_name
from bpa_desktop.services.day_off_words import day_off_words
from bpa_desktop.services.weeks_texts import counted_words, notice_words
from bpa_desktop.views.button import Button
from bpa_desktop.views.card import Notice
from bpa_desktop.views.choice_panel import ChoicePanel
from bpa_desktop.views.text import Text
from bpa_desktop.views.told_apart import told_apart

if TYPE_CHECKING:
    from collections.abc import Callable

    from bpa_desktop.domain.case_deadlines import Case
    from bpa_desktop.domain.notice_scheme import NoticeScheme
    from bpa_desktop.domain.people import Helper
    from bpa_desktop.services.case_notice import HelperNotice
    from bpa_desktop.views.desk import Desk


def open_weeks(desk: Desk, decision: str) -> None:
    """Show the fourteen weeks of the decision beside the page, and say from when less help is."""
    panel = show_weeks(desk, decision)
    if panel is not None:
        desk.announcer.say(f"{panel.title}. {panel.said}")


def show_weeks(desk: Desk, decision: str, *, take_focus: bool = True) -> WeeksPanel | None:
    """The same without a word; the panel closes when the decision gives no less help any more."""
    case = case_of(desk.session, decision)
    weeks = _weeks_of(desk, case) if case is not None else None
    if case is None or weeks is None:
        desk.close_panel()
        return None
    panel = WeeksPanel(desk, case, weeks)
    desk.show_panel(panel, panel.title, take_focus=take_focus)
    return panel


def _weeks_of(desk: Desk, case: Case) -> NoticeScheme | None:
    return weeks_of(case.decision, terms_of(desk.session, case.decision))


class WeeksPanel(ChoicePanel):
    """The safe day to complain first; then how it is counted; then the helpers."""

    TOPICS: ClassVar[frozenset[str]] = frozenset(
        {"decision", "complaint", "helper", "contract", "leaving", "scheme"}
    )

    def __init__(self, desk: Desk, case: Case, weeks: NoticeScheme) -> None:
        again = partial(show_weeks, desk, case.decision.id, take_focus=False)
        super().__init__(desk, again)
        self._case, self._weeks = case, weeks
        self.title = _("The fourteen weeks")
        text = _("Less help can begin on {date} at the earliest.")
        self.said = text.format(date=date_words(weeks.effect_on))
        self.add(Text(decision_name(case.decision), tone="muted"))
        self.add(Text(self.said, "strong"))
        self._add_safe()
        self.add_button(Button(_("Back to the decision"), press=self._open))
        self._add_counting()
        self._add_helpers()

    def _add_safe(self) -> None:
        if self._case.is_complained:
            return
        text = _("Go by the earlier day: see that your complaint is there by {date}.")
        words = text.format(date=date_words(self._weeks.complain_by))
        off = day_off_words(self._weeks.complain_by)
        self.add(Notice(" ".join(filter(None, (words, off))), "warn"))

    def _add_counting(self) -> None:
        weeks, decision = self._weeks, self._case.decision
        self.add(Text(_("Two ways to count"), "label"))
        self.add(
            Text(
                _("It is disputed from which day the weeks run, so both are worked out."),
                tone="muted",
            )
        )
        if decision.decided_on is None:
            text = _("The decision's own day is not written, so it is counted from receipt alone.")
            self.add(Notice(text, "warn"))
        else:
            self.add(Text(_("From the day of the decision"), "strong"))
            self.add(Text(counted_words(weeks.from_decision, weeks)))
        self.add(Text(_("From the day you received it"), "strong"))
        self.add(Text(counted_words(weeks.from_receipt, weeks)))
        self.add(Text(_("Source: {source}.").format(source=weeks.source), tone="muted"))

    def _add_helpers(self) -> None:
        found = helper_notices(self.desk.session, self._case)
        self.add(Text(_("When helpers are told"), "label"))
        if not found:
            self.add(Text(_("No helper is employed beyond that day.")))
            return
        unknown = sum(one.plain is None and one.told_on is None for one in found)
        if unknown:
            text = ngettext(
                "The notice of {n} helper is not known. It is not guessed: write it in the "
                "contract.",
                "The notice of {n} helpers is not known. It is not guessed: write it in the "
                "contracts.",
                unknown,
            )
            self.add(Notice(text, "warn"))
        names = told_apart([(one.helper.first_name, one.helper.name) for one in found])
        for one, name in zip(found, names, strict=True):
            self._add_helper(one, name)

    def _add_helper(self, one: HelperNotice, name: str) -> None:
        self.add(Text(name, "strong"))
        for words in notice_words(one, self._weeks):
            self.add(Text(words))
        if one.told_on is not None:
            return
        if one.notice.length is None:
            text = _("Write the notice – {name}").format(name=name)
            self._act(text, partial(self._contract, one.helper))
        text = _("Give notice – {name}").format(name=name)
        self._act(text, partial(self._leave, one.helper))

    def _act(self, text: str, press: Callable[[], object]) -> None:
        button = Button(text, press=press)
        button.setObjectName(text)
        self.add_button(button)

    def _contract(self, helper: Helper) -> None:
        from bpa_desktop.views.contract_panel import open_contract  # noqa: PLC0415 - rare

        open_contract(self.desk, helper.id)

    def _leave(self, helper: Helper) -> None:
        from bpa_desktop.views.leaving_panel import open_leaving  # noqa: PLC0415 - rare

        # The panel says what is shown; the page beside it does not have to as well.
        self.desk.person = helper.id
        self.desk.person_wanted.emit()
        self.desk.place_needed.emit("person")
        open_leaving(self.desk, helper, LeavingReason.GRANT_CHANGED)

    def _open(self) -> None:
        from bpa_desktop.views.decision_panel import open_decision  # noqa: PLC0415 - a circle

        open_decision(self.desk, self._case.decision.id)
