"""One visit beside the page: when it is, what to think of, and what was agreed."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from bpa_desktop.domain.authority_visit import PAPERS_ASKED, AuthorityVisit
from bpa_desktop.domain.observation import ObservationCode, observation_findings
from bpa_desktop.domain.scheme import Answer
from bpa_desktop.i18n import _, hours
from bpa_desktop.services.case import visits
from bpa_desktop.services.catalogue import kind_named
from bpa_desktop.services.own_profile import profile_of
from bpa_desktop.services.visit_acts import hold, make_tasks, new_points
from bpa_desktop.services.visit_texts import observation_words, visit_name, visit_state
from bpa_desktop.views.button import Button
from bpa_desktop.views.card import Notice
from bpa_desktop.views.choice_panel import ChoicePanel
from bpa_desktop.views.record_editor import open_editor
from bpa_desktop.views.text import Text

if TYPE_CHECKING:
    from collections.abc import Callable

    from bpa_desktop.views.desk import Desk


def open_visit(desk: Desk, visit: str) -> None:
    """Show the visit beside the page, and say when it is."""
    panel = show_visit(desk, visit)
    if panel is not None:
        desk.announcer.say(f"{panel.title}. {panel.said}")


def show_visit(desk: Desk, visit: str, *, take_focus: bool = True) -> VisitPanel | None:
    """The same without a word; the panel closes when the visit is gone."""
    found = next(iter(desk.session.records.with_ids(AuthorityVisit, [visit])), None)
    if found is None:
        desk.close_panel()
        return None
    panel = VisitPanel(desk, found)
    desk.show_panel(panel, panel.title, take_focus=take_focus)
    return panel


class VisitPanel(ChoicePanel):
    """What is known, then one press for what comes of it."""

    TOPICS: ClassVar[frozenset[str]] = frozenset({"authority_visit", "agreed_task", "scheme"})

    def __init__(self, desk: Desk, visit: AuthorityVisit) -> None:
        super().__init__(desk, partial(show_visit, desk, visit.id, take_focus=False))
        self._visit = visit
        self.title = visit_name(visit)
        self.said = visit_state(visit, desk.session.today)
        self.add(Text(self.said, "strong"))
        for label, words in self._facts():
            self.add(Text(label, "label", "muted"))
            self.add(Text(words))
        profile = profile_of(desk.session, visit.day)
        for finding in observation_findings(visit, profile, visits(desk.session)):
            is_fact = finding.code is ObservationCode.WHO
            self.add(Notice(observation_words(finding), "info" if is_fact else "warn"))
        self._add_ways()

    def _facts(self) -> list[tuple[str, str]]:
        visit = self._visit
        length = hours(visit.minutes) if visit.minutes else ""
        found = [
            (_("Length"), length),
            (_("Who takes part"), visit.participants.strip()),
            (_("Observed by"), visit.carried_out_by.strip()),
            (_("What was agreed"), visit.agreed.strip()),
        ]
        return [(label, words) for label, words in found if words]

    def _act(self, text: str, press: Callable[[], object], *, writes: bool = False) -> None:
        button = Button(text, press=press)
        button.setObjectName(text)
        self.add_button(button, writes=writes)

    def _add_ways(self) -> None:
        visit, session = self._visit, self.desk.session
        is_held = visit.is_held is Answer.YES
        if not is_held and visit.day <= session.today:
            self._act(_("It was held"), self._hold, writes=True)
        if not is_held and visit.kind in PAPERS_ASKED:
            self._act(_("Open the package"), partial(self.desk.go, "package"))
        if is_held and new_points(session, visit):
            self._act(_("Make what was agreed into tasks"), self._tasks, writes=True)
        self._act(_("Change the visit"), self._change)

    def _hold(self) -> None:
        self.desk.attempt(lambda: hold(self.desk.session, self._visit))

    def _tasks(self) -> None:
        self.desk.attempt(lambda: make_tasks(self.desk.session, self._visit))

    def _change(self) -> None:
        then = partial(show_visit, self.desk, self._visit.id)
        open_editor(self.desk, kind_named("authority_visit"), self._visit, then=then)
