"""The side panel of one helper's yearly talk (MUS): when it is, its sheet, and what is agreed."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, ClassVar, Final, cast

from bpa_desktop.documents.model import as_bundle
from bpa_desktop.documents.talk_sheet import talk_sheet
from bpa_desktop.i18n import _
from bpa_desktop.services import keeping
from bpa_desktop.services.catalogue import kind_named
from bpa_desktop.services.paper_talks import sheet_values
from bpa_desktop.services.talk_planning import talk_length
from bpa_desktop.services.talk_words import held_words, next_words, task_words
from bpa_desktop.services.talks import agreed_in, hold_talk, keep_talk, talks
from bpa_desktop.views.button import Button
from bpa_desktop.views.choice_panel import ChoicePanel
from bpa_desktop.views.record_editor import RecordEditor, open_editor
from bpa_desktop.views.showing import show_paper
from bpa_desktop.views.text import Text

if TYPE_CHECKING:
    from typing import Any

    from bpa_desktop.domain.agreed_task import AgreedTask
    from bpa_desktop.domain.record import Record
    from bpa_desktop.domain.talk import Talk
    from bpa_desktop.domain.talks import TalkState
    from bpa_desktop.services.session import Session
    from bpa_desktop.views.page import Page

_HOUR: Final = dt.time(13)
"""When a talk begins until somebody writes another time."""


def open_talk(page: Page, helper: str) -> None:
    """Show the talks of one helper beside ``page``, and say how it stands."""
    panel = _show(page, helper)
    if panel is not None:
        page.desk.announcer.say(f"{panel.title}. {panel.said}")


def _show(page: Page, helper: str, *, take_focus: bool = True) -> TalkPanel | None:
    state = next((one for one in talks(page.desk.session) if one.helper.id == helper), None)
    if state is None:
        page.desk.close_panel()
        return None
    panel = TalkPanel(page, state)
    page.desk.show_panel(panel, panel.title, take_focus=take_focus)
    return panel


class TalkPanel(ChoicePanel):
    """The next talk, else the last one; below it what was agreed, which comes back next year."""

    TOPICS: ClassVar[frozenset[str]] = frozenset({"talk", "helper", "shift", "agreed_task"})

    def __init__(self, page: Page, state: TalkState) -> None:
        super().__init__(page.desk, lambda: _show(page, state.helper.id, take_focus=False))
        self._page, self._state = page, state
        self.title = _("Talk (MUS) – {name}").format(name=state.helper.name)
        today = page.desk.session.today
        self.said = ". ".join(filter(None, (held_words(state), next_words(state, today))))
        self.add(Text(held_words(state), "strong"))
        if next_words(state, today):
            self.add(Text(next_words(state, today)))
        self._add_next()
        self.add_button(Button(_("See the sheet"), icon="eye", press=self._see))
        self._add_last()

    def _add_next(self) -> None:
        planned = self._state.planned
        if planned is None:
            press = partial(self._edit, None)
            self.add_button(Button(_("Write a talk"), "primary", press=press), writes=True)
            return
        held = Button(_("It has been held"), "primary", press=partial(self._hold, planned))
        self.add_button(held, writes=True)
        press = partial(self._edit, planned)
        self.add_button(Button(_("Change time or write"), press=press))

    def _add_last(self) -> None:
        last = self._state.last
        if last is None:
            return
        self.add_button(Button(_("What was written last"), press=partial(self._edit, last)))
        self.add(Text(_("Agreed at the last talk"), "label"))
        found = agreed_in(self.desk.session, last)
        if not found:
            self.add(Text(_("Nothing is written.")))
        names = self.desk.session.helper_names()
        for number, task in enumerate(found, start=1):
            self._add_task(number, task, task_words(task, names))
        given = {"talk": last.id, "helper": self._state.helper.id}
        self.add_button(
            Button(_("New agreement"), press=partial(self._task, None, **given)), writes=True
        )

    def _add_task(self, number: int, task: AgreedTask, words: str) -> None:
        self.add(Text(f"{number}. {words}"))
        if task.done_on is None:
            text = _("Done today – {number}").format(number=number)
            self.add_button(Button(text, press=partial(self._done, task)), writes=True)
        text = _("Open agreement – {number}").format(number=number)
        self.add_button(Button(text, press=partial(self._task, task)))

    def _hold(self, talk: Talk) -> None:
        self.desk.attempt(lambda: hold_talk(self.desk.session, talk))

    def _done(self, task: AgreedTask) -> None:
        session = self.desk.session
        done = replace(task, done_on=session.today)
        self.desk.attempt(lambda: keeping.keep(session, done))

    def _task(self, task: AgreedTask | None, **given: Any) -> None:
        open_editor(self.desk, kind_named("agreed_task"), task, self._again, **given)

    def _edit(self, talk: Talk | None) -> None:
        kind, session = kind_named("talk"), self.desk.session
        start = dt.datetime.combine(session.today + dt.timedelta(days=1), _HOUR)
        given = {
            "helper": self._state.helper.id,
            "starts_at": start,
            "ends_at": start + talk_length(session),
        }
        editor = RecordEditor(
            self.desk, kind, talk, None if talk else given, keep=_keep, then=self._again
        )
        title = _(kind.one) if talk else _(kind.new)
        self.desk.show_panel(editor, title)
        self.desk.announcer.say(f"{title}. {self._state.helper.name}.")

    def _again(self) -> None:
        _show(self._page, self._state.helper.id)

    def _see(self) -> None:
        session = self.desk.session
        bundle = as_bundle(talk_sheet(sheet_values(session, self._state)))
        show_paper(self._page, bundle, back="talks")


def _keep(session: Session, record: Record) -> str:
    return keep_talk(session, cast("Talk", record))
