"""The side panel about what one helper learns: the introduction, and procedures and aids."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar

from bpa_desktop.domain.people import Helper
from bpa_desktop.i18n import _
from bpa_desktop.services import introduction as acts
from bpa_desktop.services.catalogue import kind_named
from bpa_desktop.services.paper_teaching import introduction_paper
from bpa_desktop.services.teaching import usual_teacher
from bpa_desktop.views.button import Button
from bpa_desktop.views.card import Row
from bpa_desktop.views.follow_panel import open_follow
from bpa_desktop.views.instruct_part import InstructPart
from bpa_desktop.views.live_panel import LivePanel
from bpa_desktop.views.record_editor import open_editor
from bpa_desktop.views.roving import Roving
from bpa_desktop.views.showing import show_paper
from bpa_desktop.views.text import Text

if TYPE_CHECKING:
    from collections.abc import Callable

    from bpa_desktop.domain.instruction import IntroductionStep
    from bpa_desktop.services.introduction import Introduction
    from bpa_desktop.views.desk import Desk


def open_learning(desk: Desk, helper: Helper) -> None:
    """Show what ``helper`` learns beside the page, and say how far it is."""
    show_learning(desk, helper.id)
    found = acts.introduction(desk.session, helper)
    desk.announcer.say(f"{_title(helper)}. {acts.progress_words(found)}")


def show_learning(desk: Desk, helper_id: str, teacher: str | None = None) -> None:
    """The same without a word; the panel closes when the helper is gone."""
    found = next(iter(desk.session.records.with_ids(Helper, [helper_id])), None)
    if found is None:
        desk.close_panel()
        return
    teacher = usual_teacher(desk.session) if teacher is None else teacher
    desk.show_panel(LearningPanel(desk, found, teacher), _title(found))


def _title(helper: Helper) -> str:
    return _("What {who} learns").format(who=helper.first_name)


class LearningPanel(LivePanel):
    """The steps of the introduction, then everything there is to know."""

    TOPICS: ClassVar[frozenset[str]] = frozenset(
        {"introduction_step", "instruction", "helper", "aid", "procedure", "procedure_version"}
    )

    def __init__(self, desk: Desk, helper: Helper, teacher: str) -> None:
        super().__init__(desk, self._again)
        self._helper = helper
        self._buttons: list[Button] = []
        found = acts.introduction(desk.session, helper)
        self._part = InstructPart(self, found.standings, teacher, self._again, of_helper=True)
        self.add(Text(acts.progress_words(found)))
        paper = Button(_("See the introduction plan"), icon="eye", press=self._paper)
        self._buttons.append(paper)
        self.add(Row([paper, self._doer(_("Plan a training shift"), self._follow)]))
        self._add_steps(found)
        self._part.show()
        self._roving = Roving([*self._buttons, *self._part.buttons])

    def _again(self) -> None:
        show_learning(self.desk, self._helper.id, self._part.teacher)

    def _add_steps(self, found: Introduction) -> None:
        self.add(Text(_("Introduction"), "label"))
        for number, step in enumerate(found.steps, start=1):
            self._add_step(number, step)
        row = Row([self._doer(_("New step"), self._new_step)])
        if not found.steps:
            text = _("Suggested steps can be changed, moved and left out.")
            self.add(Text(text, tone="muted"))
            row.add(self._doer(_("Write the suggested steps"), self._suggest))
        self.add(row)

    def _add_step(self, number: int, step: IntroductionStep) -> None:
        line = Button(f"{number}. {acts.step_words(step)}", press=partial(self._change, step))
        line.set_leading()
        line.setEnabled(not self.desk.read_only)
        self._buttons.append(line)
        self.add(line)
        if step.done_on is None:
            text = _("Done today – {number}").format(number=number)
            self.add(Row([self._doer(text, partial(self._done, step))]))

    def _doer(self, text: str, press: Callable[[], object]) -> Button:
        button = Button(text, press=press)
        button.setEnabled(not self.desk.read_only)
        self._buttons.append(button)
        return button

    def _change(self, step: IntroductionStep) -> None:
        open_editor(self.desk, kind_named("introduction_step"), step, then=self._again)

    def _done(self, step: IntroductionStep) -> None:
        self.desk.attempt(lambda: acts.done_today(self.desk.session, step))

    def _new_step(self) -> None:
        given: dict[str, Any] = {"helper": self._helper.id, "planned_on": self.desk.session.today}
        open_editor(self.desk, kind_named("introduction_step"), then=self._again, **given)

    def _suggest(self) -> None:
        self.desk.attempt(lambda: acts.write_steps(self.desk.session, self._helper))

    def _follow(self) -> None:
        open_follow(self.desk, self._helper, back=self._again)

    def _paper(self) -> None:
        bundle = introduction_paper(self.desk.session, self._helper)
        show_paper(self, bundle, back="procedures")
