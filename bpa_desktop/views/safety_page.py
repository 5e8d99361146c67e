"""The place Work environment: the APV, what is open, what happened, and what comes next."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar, Final

from bpa_desktop.domain.ground import Question
from bpa_desktop.domain.scheme import Answer
from bpa_desktop.domain.work_problem import Effect
from bpa_desktop.i18n import _, date_words
from bpa_desktop.services import action_plan, questions, safety_words
from bpa_desktop.services.catalogue import kind_named
from bpa_desktop.services.safety import view
from bpa_desktop.views import safety_papers
from bpa_desktop.views.assessment_page import go_on_with_assessment
from bpa_desktop.views.button import Button
from bpa_desktop.views.card import Notice, Row, Rows, Section
from bpa_desktop.views.page import Page
from bpa_desktop.views.problem_panel import open_problem
from bpa_desktop.views.record_editor import open_editor
from bpa_desktop.views.roving import Roving
from bpa_desktop.views.sheets_panel import open_sheets
from bpa_desktop.views.stack import Stack
from bpa_desktop.views.text import Text
from bpa_desktop.views.told_apart import told_apart

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from PySide6.QtWidgets import QWidget

    from bpa_desktop.domain.aid import Aid
    from bpa_desktop.domain.work_problem import WorkProblem
    from bpa_desktop.domain.workplace_event import WorkplaceEvent
    from bpa_desktop.services.safety import SafetyView
    from bpa_desktop.views.desk import Desk

_GAP: Final = 8
_LINE_GAP: Final = 2
_WHAT_CHARS: Final = 24
_FIRST_EVENTS: Final = 10
_EFFECTS: Final = (Effect.YES, Effect.PARTLY, Effect.NO)


class SafetyPage(Page):
    """A sentence first; then what waits for an answer, what is open, and what has been.

    All that can be pressed is one Tab stop.
    """

    TOPICS: ClassVar[frozenset[str]] = frozenset(
        {
            "assessment",
            "work_problem",
            "workplace_event",
            "yearly_discussion",
            "aid",
            "scheme",
            "helper",
        }
    )

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._shows_all = False
        self._records = _Group()
        self._start = Button("", "primary", press=partial(go_on_with_assessment, desk))
        self._see = Button(_("See the APV"), icon="eye", press=partial(safety_papers.apv, self))
        happened = Button(_("Write what happened"), icon="plus", press=self._new_event)
        for button in (self._start, happened):
            button.setEnabled(not desk.read_only)
        self._above = [self._see, happened, self._start]
        self._group = Roving(self._above)
        self._group.point_to(self._start)
        self.heading.add(Row(self._above))

    def refresh(self) -> None:
        """Read the working environment again."""
        found = view(self.desk.session)
        today = self.desk.session.today
        self.heading.say(_("Work environment"), safety_words.sentence(found))
        label = _("Start APV") if found.running is None else _("Go on with the APV")
        self._start.set_label(label)
        self._see.setEnabled(found.latest is not None)
        content = self.stack()
        if (why := safety_words.why_words(found, today)) and found.running is None:
            content.add(Notice(why, "warn"))
        self._records = _Group()
        for part in self._parts(found):
            content.add(part)
        self._group.set_buttons([*self._above, *self._records.told_apart()])
        self.fill(content)

    def _parts(self, found: SafetyView) -> Iterator[QWidget]:
        if found.running is not None:
            begun = date_words(found.running.begun_on)
            yield Notice(_("An APV was begun {date}. Every answer is kept.").format(date=begun))
            press = partial(open_sheets, self.desk, found.running.id)
            sheets = Button(_("Helpers' answers"), icon="users", press=press)
            self._records.add(sheets, "")
            yield Row([sheets])
        yield from self._care(found)
        if found.asking or found.new_aids:
            yield self._asking(found)
        yield self._open(found.to_solve)
        if found.to_follow:
            yield self._follow(found.to_follow)
        yield self._events(found.events)
        yield self._discussion(found)

    def _care(self, found: SafetyView) -> Iterator[QWidget]:
        """The question on which it hangs whether the whole act applies; asked once."""
        if found.care is Answer.NO:
            yield Notice(
                _(
                    "You have said that the work includes no care. Then the law does not ask for "
                    "an APV in a private home. It can still be wise. Change the answer under My "
                    "scheme."
                )
            )
        if found.care is not Answer.UNKNOWN:
            return
        section = Section(_("Does the work include care?"))
        section.add(
            Text(
                _(
                    "For example baths with a lift, medicine or monitoring. If it does, the whole "
                    "Working Environment Act applies, and there must be an APV. Work in a private "
                    "home without care is left out of most of it. Until you answer, the program "
                    "counts on yes."
                )
            )
        )
        buttons = [
            self._doer(_(reply.label), partial(self._answer_care, reply))
            for reply in (Answer.YES, Answer.NO)
        ]
        for one in buttons:
            self._records.add(one, section.title)
        section.add(Row(buttons))
        yield section

    def _answer_care(self, reply: Answer) -> None:
        def act() -> str:
            questions.answer(self.desk.session, Question.CARE, reply)
            return _("The answer stands under My scheme. Undo with Ctrl Z.")

        self.desk.attempt(act)

    def _asking(self, found: SafetyView) -> Rows:
        """Each thing that may change the work, with yes and no."""
        rows = Rows(_("Must the APV be made again?"))
        acts = [(safety_words.event_words(one), self._ask_event(one)) for one in found.asking]
        acts += [(_aid_words(one), self._ask_aid(one)) for one in found.new_aids]
        texts = (_("Yes, make it again"), Answer.YES), (_("No, it still holds"), Answer.NO)
        for what, ask in acts:
            buttons = [
                self._records.add(self._doer(text, partial(ask, reply)), what)
                for text, reply in texts
            ]
            rows.add(_line([Text(what, "strong")], buttons))
        return rows

    def _ask_event(self, event: WorkplaceEvent) -> Callable[[Answer], object]:
        desk = self.desk
        return lambda answer: desk.attempt(
            lambda: action_plan.ask_of_event(desk.session, event, answer)
        )

    def _ask_aid(self, aid: Aid) -> Callable[[Answer], object]:
        desk = self.desk
        return lambda answer: desk.attempt(
            lambda: action_plan.ask_of_aid(desk.session, aid, answer)
        )

    def _open(self, problems: Sequence[WorkProblem]) -> Stack:
        """The open actions with who and when, and the way to write another."""
        rows = Rows(_("Open actions"))
        for one in problems:
            today = self.desk.session.today
            lines = [Text(one.what, "strong")]
            lines.append(Text(safety_words.responsible_words(one, today), tone="muted"))
            done = self._doer(_("Done today"), self._done(one))
            edit = Button(_("Open the problem"), press=partial(open_problem, self.desk, one))
            rows.add(
                _line(lines, [self._records.add(done, one.what), self._records.add(edit, one.what)])
            )
        if not problems:
            rows.add(_line([Text(_("Nothing waits to be solved."), tone="muted")], []))
        new = self._doer(_("New problem"), self._new_problem)
        self._records.add(new, "")
        return Stack(_GAP, [rows, Row([new])])

    def _new_problem(self) -> None:
        open_editor(self.desk, kind_named("work_problem"))

    def _done(self, problem: WorkProblem) -> Callable[[], object]:
        desk = self.desk
        return lambda: desk.attempt(lambda: action_plan.done_today(desk.session, problem))

    def _follow(self, problems: Sequence[WorkProblem]) -> Rows:
        """What is done, and whether it worked."""
        rows = Rows(_("Did it work?"))
        for one in problems:
            buttons = [
                self._records.add(self._doer(_(effect.label), self._worked(one, effect)), one.what)
                for effect in _EFFECTS
            ]
            lines = [Text(one.what, "strong"), Text(safety_words.done_words(one), tone="muted")]
            rows.add(_line(lines, buttons))
        return rows

    def _worked(self, problem: WorkProblem, effect: Effect) -> Callable[[], object]:
        desk = self.desk
        return lambda: desk.attempt(lambda: action_plan.worked(desk.session, problem, effect))

    def _events(self, events: Sequence[WorkplaceEvent]) -> QWidget:
        """Accidents, near-misses and changes, the newest first."""
        rows = Rows(_("What has happened"))
        shown = events if self._shows_all else events[:_FIRST_EVENTS]
        for one in shown:
            what = safety_words.event_words(one)
            lines = [Text(what, "strong"), Text(one.words, tone="muted")]
            lines += [Text(line, tone="warn") for line in safety_words.report_words(one)]
            edit = partial(open_editor, self.desk, kind_named("workplace_event"), one)
            see = partial(safety_papers.event, self, one)
            buttons = [
                self._records.add(Button(_("Change the event"), press=edit), what),
                self._records.add(Button(_("See the report"), icon="eye", press=see), what),
            ]
            rows.add(_line(lines, buttons))
        if not events:
            text = _("No accidents, near-misses or changes are written.")
            rows.add(_line([Text(text, tone="muted")], []))
        if len(shown) < len(events):
            more = Button(_("Show all ({n})").format(n=len(events)), press=self._show_all)
            self._records.add(more, "")
            rows.add(Row([more]))
        return rows

    def _show_all(self) -> None:
        self._shows_all = True
        self.refresh()
        self.desk.say(_("All are shown."))

    def _discussion(self, found: SafetyView) -> Section:
        section = Section(_("Yearly discussion of the working environment"))
        for line in safety_words.discussion_words(found, self.desk.session.today):
            section.add(Text(line))
        new = self._doer(_("Write a discussion"), self._new_discussion)
        sheet = Button(
            _("See the sheet for the next one"),
            icon="eye",
            press=partial(safety_papers.discussion, self, None),
        )
        buttons = [new, sheet]
        if found.discussions:
            last = found.discussions[0]
            edit = partial(open_editor, self.desk, kind_named("yearly_discussion"), last)
            proof = partial(safety_papers.discussion, self, last)
            buttons.append(Button(_("See the proof of the last one"), icon="eye", press=proof))
            buttons.append(Button(_("Open the last one"), press=edit))
        for one in buttons:
            self._records.add(one, section.title)
        section.add(Row(buttons))
        return section

    def _new_discussion(self) -> None:
        today = self.desk.session.today
        open_editor(self.desk, kind_named("yearly_discussion"), held_on=today)

    def _new_event(self) -> None:
        today = self.desk.session.today
        open_editor(self.desk, kind_named("workplace_event"), happened_on=today)

    def _doer(self, text: str, press: Callable[[], object]) -> Button:
        button = Button(text, press=press)
        button.setEnabled(not self.desk.read_only)
        return button


def _aid_words(aid: Aid) -> str:
    since = date_words(aid.since) if aid.since is not None else ""
    return _("New aid: {what}, {date}").format(what=aid.name, date=since)


def _line(lines: Sequence[QWidget], buttons: Sequence[Button]) -> Row:
    row = Row()
    row.add(Stack(_LINE_GAP, lines), chars=_WHAT_CHARS, stretch=True, fold=True)
    if buttons:
        row.add(Row(buttons))
    return row


class _Group:
    """The buttons below the heading; what each is about is said where two are called the same."""

    def __init__(self) -> None:
        self._buttons: list[Button] = []
        self._about: list[str] = []

    def add(self, button: Button, what: str) -> Button:
        """Count ``button`` in; ``what`` tells it from others of its name."""
        self._buttons.append(button)
        self._about.append(what)
        return button

    def told_apart(self) -> list[Button]:
        """Every button, each with a name of its own."""
        forms = [
            (one.label, f"{one.label} – {what}" if what else one.label)
            for one, what in zip(self._buttons, self._about, strict=True)
        ]
        for button, label in zip(self._buttons, told_apart(forms), strict=True):
            if label != button.label:
                button.set_label(label)
        return self._buttons
