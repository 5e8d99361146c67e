"""The guided talk of the APV: one question at a time, stopped and gone on with at any time."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar, Final

from PySide6.QtCore import Qt, QTimer

from bpa_desktop.documents.workplace_assessment import sick_lines
from bpa_desktop.domain.assessment import Topic, Verdict
from bpa_desktop.domain.assessment_talk import last_answer, next_open, progress, verdict
from bpa_desktop.i18n import _
from bpa_desktop.services import assessing
from bpa_desktop.services.assessment_questions import asked_questions
from bpa_desktop.services.assessment_words import (
    age_words,
    end_words,
    helpers_words,
    last_words,
    place_words,
    progress_words,
    result_words,
    since_words,
)
from bpa_desktop.services.safety import safety_of, sick_days, sick_period
from bpa_desktop.views.button import Button
from bpa_desktop.views.card import Card, Notice, Row
from bpa_desktop.views.drafts import Draft
from bpa_desktop.views.page import Page
from bpa_desktop.views.problem_panel import open_new_problem
from bpa_desktop.views.roving import Roving
from bpa_desktop.views.sheets_panel import open_sheets
from bpa_desktop.views.stack import Stack
from bpa_desktop.views.text import Text
from bpa_desktop.views.verdict_row import VerdictRow, verdict_word
from bpa_desktop.views.words_field import WordsField

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtGui import QShowEvent
    from PySide6.QtWidgets import QWidget

    from bpa_desktop.domain.assessment import Assessment
    from bpa_desktop.domain.assessment_talk import AskedQuestion
    from bpa_desktop.views.desk import Desk

_GAP: Final = 8
_END: Final = "end"


def go_on_with_assessment(desk: Desk) -> None:
    """Show the talk where it stopped; begin one where none goes on."""
    if desk.attempt(lambda: _begun(desk)):
        desk.go("assessment")


def _begun(desk: Desk) -> None:
    assessing.begin(desk.session)


class AssessmentPage(Page):
    """Every answer is kept at once; whoever leaves goes on where the talk stopped."""

    TOPICS: ClassVar[frozenset[str]] = frozenset({"assessment", "helper_sheet", "absence"})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._at = ""
        self._is_quiet = False
        self._words: WordsField | None = None
        self._part: WordsField | None = None
        self._answer_buttons: list[Button] = []
        self._close = Button(_("Close the talk"), icon="x", press=self._leave)
        self._helpers = Button(_("Helpers' answers"), icon="users", press=self._open_sheets)
        self._above = [self._helpers, self._close]
        self._group = Roving(self._above)
        self.heading.add(Row(self._above))

    def refresh(self) -> None:
        """Show the question the talk is at."""
        if self._is_quiet:
            return
        assessment = assessing.running(self.desk.session)
        self._helpers.setEnabled(assessment is not None)
        self._close.set_label(_("Back") if assessment is None else _("Close the talk"))
        self._close.set_icon("arrow-left" if assessment is None else "x")
        content = self.stack()
        self._words = self._part = None
        self._answer_buttons = []
        if assessment is None:
            self._show_none(content)
        elif (question := self._question(assessment)) is not None:
            self._show_question(content, assessment, question)
        else:
            self._show_end(content, assessment)
        self.fill(content)

    def _question(self, assessment: Assessment) -> AskedQuestion | None:
        """The question that is shown: the chosen one, else the first without an answer."""
        if self._at == _END:
            return None
        found = next((one for one in asked_questions() if one.key == self._at), None)
        return found or next_open(asked_questions(), assessment)

    def _show_none(self, content: Stack) -> None:
        self._at = ""
        self.heading.say(_("APV"), _("No APV is going on."))
        begin = Button(_("Start APV"), "primary", press=partial(go_on_with_assessment, self.desk))
        begin.setEnabled(not self.desk.read_only)
        self._answer_buttons = [begin]
        content.add(Row([begin]))

    def _show_question(
        self, content: Stack, assessment: Assessment, question: AskedQuestion
    ) -> None:
        self._at = question.key
        found = progress(asked_questions(), assessment)
        self.heading.say(place_words(question), progress_words(found))
        for line in self._age(assessment):
            content.add(Notice(line))
        card = Card(_(question.topic.label))
        card.add(Text(_(question.ask), "section"))
        card.add(Text(_(question.examples)))
        for known in self._known(assessment, question):
            card.add(known)
        answers = self._answers(assessment, question)
        card.add(answers)
        self._answer_buttons = answers.buttons
        self._words = self._field(assessment, question)
        if assessing.may_finish_as_last(self.desk.session, assessment, question):
            self._part = self._part_field(assessment)
            self._answer_buttons = [*answers.buttons, self._add_finish(card, assessment, question)]
        card.add(self._words)
        if self._part is not None:
            card.add(self._part)
        content.add(card)
        content.add(self._ways(question))
        Roving(self._answer_buttons)

    def _add_finish(self, card: Card, assessment: Assessment, question: AskedQuestion) -> Button:
        """One press for the last answer and the end of the talk."""
        card.add(Text(_("This is the last question without an answer."), "strong"))
        finish = partial(self._finish_as_last, assessment, question)
        button = Button(_("As last time, and finish the APV"), icon="repeat", press=finish)
        button.setEnabled(not self.desk.read_only)
        card.add(Row([button]))
        return button

    def showEvent(self, event: QShowEvent) -> None:
        """Whoever comes to a question answers it next."""
        super().showEvent(event)
        QTimer.singleShot(0, self, self._focus_answers)

    def _focus_answers(self) -> None:
        first = next(iter(self._answer_buttons), None)
        if first is not None and self.isVisible():
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _age(self, assessment: Assessment) -> Iterator[str]:
        """How old the talk is, and what has happened since, once it is old."""
        old = age_words(assessment, self.desk.session.today)
        if old:
            since = since_words(safety_of(self.desk.session).events, assessment)
            yield " ".join((old, *since))

    def _known(self, assessment: Assessment, question: AskedQuestion) -> Iterator[QWidget]:
        """What is known already: the absence, helpers' answers, and last time."""
        session = self.desk.session
        if question.topic is Topic.ABSENCE:
            period = sick_period(session.today)
            lines = sick_lines(sick_days(session, period), period)
            yield Stack(_GAP, map(Text, lines))
        lines = helpers_words(session, assessment, question.key)
        if lines:
            yield Stack(_GAP, map(Text, lines))
        last = assessing.previous(session, assessment)
        given = last_answer(last, question.key)
        if given is not None and last is not None and last.finished_on is not None:
            yield Text(last_words(given, last.finished_on), tone="muted")

    def _answers(self, assessment: Assessment, question: AskedQuestion) -> VerdictRow:
        last = assessing.previous(self.desk.session, assessment)
        again = None
        if last_answer(last, question.key) is not None:
            again = partial(self._as_last, assessment, question)
        given = verdict(assessment, question.key)
        row = VerdictRow(given, self.answer, again)
        for button in row.buttons:
            button.setEnabled(not self.desk.read_only)
        return row

    def _field(self, assessment: Assessment, question: AskedQuestion) -> WordsField:
        known = assessment.answer(question.key)
        draft = Draft(self.desk, "assessment words", f"{assessment.id} {question.key}")
        saved = known.words if known is not None else ""
        save = partial(self._keep_words, question)
        return WordsField(self.desk, _("In words"), saved, draft, save)

    def _ways(self, question: AskedQuestion) -> Row:
        asked = asked_questions()
        at = asked.index(question)
        back = Button(_("Question before"), icon="arrow-left", press=partial(self._turn, at - 1))
        back.setEnabled(at > 0)
        onward = Button(_("Next question"), icon="arrow-right", press=partial(self._turn, at + 1))
        end = Button(_("Go to the end"), press=self.show_end)
        buttons = [back, onward, end]
        Roving(buttons)
        return Row(buttons)

    def _show_end(self, content: Stack, assessment: Assessment) -> None:
        self._at = _END
        found = progress(asked_questions(), assessment)
        self.heading.say(_("APV: the end"), progress_words(found))
        card = Card(_("Result"))
        card.add(Text(result_words(found), "strong"))
        for line in end_words(self.desk.session, assessment):
            card.add(Text(line))
        card.add(self._taking_part(assessment))
        content.add(card)
        finish = Button(_("Finish the APV"), "primary", press=self._finish)
        finish.setEnabled(not found.left and not self.desk.read_only)
        missing = Button(_("Show what is not answered"), press=self._show_open)
        missing.setEnabled(bool(found.left))
        back = Button(
            _("Question before"), icon="arrow-left", press=partial(self._turn, found.total - 1)
        )
        buttons = [finish, missing, back]
        Roving(buttons)
        content.add(Row(buttons))

    def _taking_part(self, assessment: Assessment) -> WordsField:
        self._words = self._part_field(assessment)
        return self._words

    def _part_field(self, assessment: Assessment) -> WordsField:
        draft = Draft(self.desk, "assessment taking part", assessment.id)
        save = partial(self._keep_taking_part, assessment)
        label = _("Who took part")
        help_text = _("For example: all four helpers, at the staff meeting in March.")
        return WordsField(self.desk, label, assessment.taking_part, draft, save, help_text)

    def answer(self, given: Verdict) -> None:
        """Answer the question that is shown."""
        assessment = assessing.running(self.desk.session)
        if assessment is None:
            return
        question = self._question(assessment)
        if question is not None:
            self._answer(assessment, question, given)

    def show_end(self) -> None:
        """Show how the talk ends."""
        self._turn(len(asked_questions()))

    def _answer(self, assessment: Assessment, question: AskedQuestion, given: Verdict) -> None:
        words = self._words.text if self._words is not None else ""
        problem = None

        def act() -> None:
            nonlocal problem
            problem = assessing.answer(self.desk.session, assessment, question, given, words)
            self._drop_draft(assessment, question)
            if given is not Verdict.PROBLEM:
                self._onward(question)

        if not self.desk.attempt(lambda: self._quietly(act)):
            return
        self.refresh()
        if problem is not None:
            open_new_problem(self.desk, problem, partial(self._after_problem, question))
        else:
            self._say_where(verdict_word(given))

    def _as_last(self, assessment: Assessment, question: AskedQuestion) -> None:
        def act() -> None:
            assessing.as_last(self.desk.session, assessment, question)
            self._drop_draft(assessment, question)
            self._onward(question)

        if self.desk.attempt(lambda: self._quietly(act)):
            self.refresh()
            self._say_where(_("As last time"))

    def _finish_as_last(self, assessment: Assessment, question: AskedQuestion) -> None:
        self._take_words()
        session, done = self.desk.session, list[str]()

        def act() -> None:
            done.append(assessing.as_last_and_finish(session, assessment, question))
            self._drop_draft(assessment, question)

        if self.desk.attempt(lambda: self._quietly(act)):
            self._leave_with(done[0])

    def _drop_draft(self, assessment: Assessment, question: AskedQuestion) -> None:
        Draft(self.desk, "assessment words", f"{assessment.id} {question.key}").drop()

    def _quietly(self, act: Callable[[], object]) -> None:
        """Run ``act`` without showing the page anew for each thing that it saves."""
        self._is_quiet = True
        try:
            act()
        finally:
            self._is_quiet = False

    def _onward(self, question: AskedQuestion) -> None:
        """Go on to the next question without an answer; to the end when there is none."""
        assessment = assessing.running(self.desk.session)
        found = assessment and next_open(asked_questions(), assessment, question.key)
        self._at = found.key if found else _END

    def _after_problem(self, question: AskedQuestion) -> None:
        self._onward(question)
        self.refresh()

    def _say_where(self, done: str) -> None:
        """Say what was answered, and what is asked now."""
        assessment = assessing.running(self.desk.session)
        question = assessment and self._question(assessment)
        title = self.heading.title
        asked = _(question.ask) if question else self.heading.sentence
        self.desk.say(f"{done}. {title}. {asked}")

    def _keep_words(self, question: AskedQuestion, words: str) -> bool:
        def act() -> None:
            assessment = assessing.running(self.desk.session)
            if assessment is not None:
                assessing.write_words(self.desk.session, assessment, question, words)

        return self.desk.attempt(lambda: self._quietly(act))

    def _keep_taking_part(self, assessment: Assessment, words: str) -> bool:
        def act() -> None:
            assessing.write_taking_part(self.desk.session, assessment, words)

        return self.desk.attempt(lambda: self._quietly(act))

    def _turn(self, place: int) -> None:
        """Show the question at ``place``, or the end behind the last one."""
        self._take_words()
        asked = asked_questions()
        self._at = asked[place].key if place < len(asked) else _END
        self.desk.close_panel()
        self.refresh()
        self.desk.say(f"{self.heading.title}. {self._asked()}")

    def _asked(self) -> str:
        found = next((one for one in asked_questions() if one.key == self._at), None)
        return _(found.ask) if found is not None else self.heading.sentence

    def _show_open(self) -> None:
        self._take_words()
        assessment = assessing.running(self.desk.session)
        found = assessment and next_open(asked_questions(), assessment)
        self._at = found.key if found else _END
        self.refresh()
        self.desk.say(f"{self.heading.title}. {self._asked()}")

    def _take_words(self) -> None:
        for field in (self._words, self._part):
            if field is not None:
                field.take()

    def _leave_with(self, sentence: str) -> None:
        """Show the place of the working environment once the talk is finished, and say so."""
        self._at = ""
        self._stale = True
        self.desk.place_needed.emit("safety")
        self.desk.say(sentence)

    def _finish(self) -> None:
        self._take_words()
        found = assessing.running(self.desk.session)
        if found is None:
            return
        done: list[str] = []
        if self.desk.attempt(lambda: done.append(assessing.finish(self.desk.session, found))):
            self._leave_with(done[0])

    def _open_sheets(self) -> None:
        self._take_words()
        assessment = assessing.running(self.desk.session)
        if assessment is not None:
            # A helper at the screen shall not read what the leader has answered.
            self.desk.place_needed.emit("safety")
            open_sheets(self.desk, assessment.id)

    def _leave(self) -> None:
        """Everything is kept; the place of the working environment says what is open."""
        self._take_words()
        self._at = ""
        self.desk.close_panel()
        self.desk.go("safety")
