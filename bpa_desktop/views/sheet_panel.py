"""A helper answers the questions of the APV on the screen and hands the answers in at the end."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from bpa_desktop.documents.assessment_sheet import promise_words
from bpa_desktop.domain.assessment import TopicAnswer, Verdict
from bpa_desktop.domain.scheme import Answer
from bpa_desktop.i18n import _
from bpa_desktop.services.assessment_questions import asked_questions
from bpa_desktop.services.assessment_words import place_words
from bpa_desktop.services.helper_sheets import hand_in
from bpa_desktop.views.button import Button
from bpa_desktop.views.card import Row
from bpa_desktop.views.drafts import Draft
from bpa_desktop.views.focus import focus_first
from bpa_desktop.views.roving import Roving
from bpa_desktop.views.stack import Stack
from bpa_desktop.views.text import Text
from bpa_desktop.views.verdict_row import VerdictRow, verdict_word
from bpa_desktop.views.words_field import WordsField

if TYPE_CHECKING:
    from collections.abc import Callable

    from bpa_desktop.domain.assessment import Assessment
    from bpa_desktop.domain.people import Helper
    from bpa_desktop.views.desk import Desk

_GAP: Final = 12
_DRAFT: Final = "apv sheet"


def open_sheet(
    desk: Desk, assessment: Assessment, helper: Helper | None, then: Callable[[], object]
) -> None:
    """Show an empty sheet beside the page; ``then`` comes once it is handed in."""
    panel = SheetPanel(desk, assessment, helper, then)
    title = _("APV sheet") if helper is None else _("APV sheet – {name}").format(name=helper.name)
    desk.show_panel(panel, title)
    desk.announcer.say(f"{title}. {panel.asked}")


class SheetPanel(Stack):
    """One question at a time.

    The answers live here alone: whoever leaves without handing in leaves nothing to be read.
    """

    def __init__(
        self,
        desk: Desk,
        assessment: Assessment,
        helper: Helper | None,
        then: Callable[[], object],
    ) -> None:
        super().__init__(_GAP)
        self._desk = desk
        self._assessment = assessment
        self._helper = helper
        self._then = then
        self._answers: dict[str, TopicAnswer] = {}
        self._at = 0
        self._body: Stack | None = None
        self._words: WordsField | None = None
        Draft(desk, _DRAFT, "").drop()
        self.add(Text(promise_words(is_anonymous=assessment.is_anonymous is Answer.YES)))
        self._show()

    @property
    def asked(self) -> str:
        """What is asked now."""
        asked = asked_questions()
        if self._at < len(asked):
            return _(asked[self._at].ask)
        return _("Is there more you want to say?")

    def _show(self) -> None:
        """The question the helper is at, in the place of the one before."""
        body = Stack(_GAP)
        asked = asked_questions()
        at_end = self._at >= len(asked)
        if not at_end:
            body.add(Text(place_words(asked[self._at]), tone="muted"))
        body.add(Text(self.asked, "section"))
        buttons: list[Button] = []
        if not at_end:
            body.add(Text(_(asked[self._at].examples)))
            row = VerdictRow(self._given(), self._answer)
            buttons += row.buttons
            body.add(row)
        self._words = self._field(at_end=at_end)
        body.add(self._words)
        body.add(self._ways(buttons, at_end=at_end))
        Roving(buttons)
        self.swap(self._body, body)
        self._body = body

    def _given(self) -> Verdict:
        found = self._answers.get(asked_questions()[self._at].key)
        return found.verdict if found is not None else Verdict.UNKNOWN

    def _field(self, *, at_end: bool) -> WordsField:
        """The words are kept in the panel only, see the class."""
        Draft(self._desk, _DRAFT, "").drop()
        known = None if at_end else self._answers.get(asked_questions()[self._at].key)
        words = known.words if known is not None else ""
        return WordsField(self._desk, _("In words"), words, Draft(self._desk, _DRAFT, ""))

    def _ways(self, buttons: list[Button], *, at_end: bool) -> Row:
        row = Row()
        if at_end:
            done = Button(_("Hand in the sheet"), "primary", press=self._hand_in)
            done.setEnabled(not self._desk.read_only)
            buttons.append(done)
            row.add(done)
        back = Button(_("Back one question"), icon="arrow-left", press=partial(self._turn, -1))
        back.setEnabled(self._at > 0)
        buttons.append(back)
        row.add(back)
        if not at_end:
            skip = Button(_("Skip the question"), press=partial(self._turn, 1))
            buttons.append(skip)
            row.add(skip)
        return row

    def _answer(self, verdict: Verdict) -> None:
        question = asked_questions()[self._at].key
        words = self._words.text if self._words is not None else ""
        self._answers[question] = TopicAnswer(question=question, verdict=verdict, words=words)
        self._turn(1, verdict_word(verdict))

    def _turn(self, step: int, done: str = "") -> None:
        self._at += step
        self._show()
        if self._body is not None:
            focus_first(self._body)
        self._desk.announcer.say(f"{done}. {self.asked}" if done else self.asked)

    def _hand_in(self) -> None:
        words = self._words.text if self._words is not None else ""
        desk, helper = self._desk, self._helper
        told: list[str] = []

        def act() -> None:
            given = self._answers.values()
            who = helper.id if helper is not None else None
            told.append(hand_in(desk.session, self._assessment, given, words, who))

        if desk.attempt(act):
            Draft(desk, _DRAFT, "").drop()
            self._then()
            desk.say(told[0])
