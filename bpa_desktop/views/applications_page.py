"""The place Applications: what waits for an answer, what is not sent, and what was answered."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar, Final

from bpa_desktop.domain.answers_expected import answer_time
from bpa_desktop.domain.application import ApplicationKind
from bpa_desktop.i18n import _
from bpa_desktop.services import requests as acts
from bpa_desktop.services.case_profile import own_profile
from bpa_desktop.services.catalogue import kind_named
from bpa_desktop.views.application_panel import open_application
from bpa_desktop.views.button import Button
from bpa_desktop.views.card import Card, Notice, Section
from bpa_desktop.views.course_panel import open_course
from bpa_desktop.views.page import Page
from bpa_desktop.views.record_editor import open_editor
from bpa_desktop.views.roving import Roving
from bpa_desktop.views.stack import Stack
from bpa_desktop.views.text import Text
from bpa_desktop.views.told_apart import told_apart

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bpa_desktop.domain.answers_expected import Request
    from bpa_desktop.views.desk import Desk

_GAP: Final = 8
_KINDS: Final = (ApplicationKind.COURSE, ApplicationKind.HOLIDAY)
"""The processing times that are shown before that of a case as such."""


class ApplicationsPage(Page):
    """Each application is a button with a full sentence; it opens beside the list."""

    TOPICS: ClassVar[frozenset[str]] = frozenset(
        {"application", "trip", "course", "decision", "scheme"}
    )

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        new = Button(_("New application"), "primary", icon="plus", press=self._new)
        new.setEnabled(not desk.read_only)
        self.lead(new, main=new)

    def refresh(self) -> None:
        """Read the applications again."""
        session = self.desk.session
        found = acts.requests(session)
        self.heading.say(_("Applications"), acts.sentence(session))
        content = self.stack()
        if not found:
            text = _("Write what you apply for, and see when the answer must come.")
            content.add(Notice(text))
        buttons: list[Button] = []
        for title, group in (
            (_("Waiting for an answer"), [one for one in found if one.is_waiting]),
            (_("Not sent"), [one for one in found if not one.is_answered and not one.sent_on]),
            (_("Answered"), [one for one in found if one.is_answered]),
        ):
            if group:
                own = self._buttons(group)
                section = Section(title)
                section.add(Stack(_GAP, own))
                content.add(section)
                buttons += own
        Roving(buttons)
        content.add(self._times())
        self.fill(content)

    def _buttons(self, group: Sequence[Request]) -> list[Button]:
        session = self.desk.session
        lines = [(acts.request_words(session, one),) for one in group]
        buttons = []
        for one, label in zip(group, told_apart(lines), strict=True):
            button = Button(label, press=partial(self._open, one))
            button.set_leading()
            buttons.append(button)
        return buttons

    def _times(self) -> Card:
        profile = own_profile(self.desk.session)
        card = Card(_("How long an answer takes"))
        for kind in _KINDS:
            words = acts.time_words(answer_time(profile, kind))
            card.add(Text(_("{kind}: {words}").format(kind=_(kind.label), words=words)))
        words = acts.case_time_words(profile)
        card.add(Text(_("{kind}: {words}").format(kind=_("A case"), words=words)))
        return card

    def _open(self, one: Request) -> None:
        """A trip and a course have rooms of their own."""
        place, record = one.record
        if place == "trip":
            self.desk.go("trips")
        elif place == "course":
            self.desk.go("courses")
            open_course(self.desk, record)
        else:
            open_application(self.desk, record)

    def _new(self) -> None:
        open_editor(self.desk, kind_named("application"))
