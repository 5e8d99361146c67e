"""The place Courses: those to come, those held, and what they cost in hours and kroner."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar, Final

from bpa_desktop.i18n import _
from bpa_desktop.services import courses as acts
from bpa_desktop.services.catalogue import kind_named
from bpa_desktop.views.button import Button
from bpa_desktop.views.card import Notice, Section
from bpa_desktop.views.course_panel import open_course
from bpa_desktop.views.page import Page
from bpa_desktop.views.record_editor import open_editor
from bpa_desktop.views.roving import Roving
from bpa_desktop.views.stack import Stack
from bpa_desktop.views.text import Text
from bpa_desktop.views.told_apart import told_apart

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bpa_desktop.domain.instruction import Course
    from bpa_desktop.views.desk import Desk

_GAP: Final = 8


class CoursesPage(Page):
    """Each course is a button with a full sentence; it opens beside the list."""

    TOPICS: ClassVar[frozenset[str]] = frozenset({"course", "helper", "voucher", "scheme"})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        new = Button(_("New course"), "primary", icon="plus", press=self._new)
        new.setEnabled(not desk.read_only)
        self.lead(new, main=new)

    def refresh(self) -> None:
        """Read the courses again."""
        session = self.desk.session
        found = acts.courses(session)
        self.heading.say(_("Courses"), acts.year_words(session, session.today.year))
        content = self.stack()
        told = _(
            "Hours count in the grant when they are in the roster. "
            "A fee counts in the accounts when it is a voucher."
        )
        content.add(Notice(told))
        listed = []
        for title, group in (
            (_("To come"), found.coming),
            (_("Held"), found.held),
            (_("Refused by the municipality"), found.refused),
        ):
            if group:
                buttons = self._buttons(group)
                section = Section(title)
                section.add(Stack(_GAP, buttons))
                content.add(section)
                listed += buttons
        if not listed:
            content.add(Text(_("Write which courses your helpers take, and when they run out.")))
        Roving(listed)
        self.fill(content)

    def _buttons(self, group: Sequence[Course]) -> list[Button]:
        session = self.desk.session
        names = session.helper_names()
        lines = [
            " ".join((acts.course_line(one, names), acts.answer_words(session, one)))
            for one in group
        ]
        buttons = []
        for one, label in zip(group, told_apart([(line,) for line in lines]), strict=True):
            button = Button(label, press=partial(open_course, self.desk, one.id))
            button.set_leading()
            buttons.append(button)
        return buttons

    def _new(self) -> None:
        open_editor(self.desk, kind_named("course"))
