"""A question on which findings depend, with its answers as buttons: asked once, then remembered."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bpa_desktop.domain.ground import Question
from bpa_desktop.errors import N_
from bpa_desktop.i18n import _
from bpa_desktop.services import questions
from bpa_desktop.views.shift_bench import Part
from bpa_desktop.views.text import Text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from bpa_desktop.domain.findings import Finding
    from bpa_desktop.domain.roster import Shift
    from bpa_desktop.services.questions import Reply
    from bpa_desktop.views.button import Button
    from bpa_desktop.views.desk import Desk
    from bpa_desktop.views.shift_bench import Bench

_HELP: Final = {
    Question.AGREEMENT: N_("A citizen who employs helpers is normally not bound by an agreement."),
    Question.CARE: N_("For example baths with a lift, medicine or monitoring."),
}


def add_questions(
    place: Callable[[Part], object], bench: Bench, group: list[Button], found: Iterable[Finding]
) -> None:
    """Place each question that is open and on which one of ``found`` depends."""
    for question in questions.open_questions(bench.desk.session, found):
        place(QuestionPart(bench, group, question))


class QuestionPart(Part):
    """One question; an answer stands under *My scheme* and can be undone."""

    def __init__(self, bench: Bench, group: list[Button], question: Question) -> None:
        super().__init__(bench, group, f"question {question}")
        self._question = question
        words = _(question.label)
        self.add_label(words)
        self.add(Text(_(_HELP[question]), tone="muted"))
        self.add_row([self._answer(reply) for reply in questions.REPLIES[question]], words)

    def _answer(self, reply: Reply) -> Button:
        def act(desk: Desk, _shift: Shift) -> None:
            desk.attempt(lambda: _kept(desk, self._question, reply))

        return self.button(_(reply.label), act)


def _kept(desk: Desk, question: Question, reply: Reply) -> str:
    questions.answer(desk.session, question, reply)
    text = _("{question} {answer}. The answer stands under My scheme. Undo with Ctrl Z.")
    return text.format(question=_(question.label), answer=_(reply.label))
