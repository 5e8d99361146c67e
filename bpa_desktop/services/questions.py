"""The questions on which findings depend: which are open, and what was answered."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final, TypeAlias, cast

from bpa_desktop.domain.ground import Question
from bpa_desktop.domain.scheme import Agreement, Answer
from bpa_desktop.errors import N_, BpaError
from bpa_desktop.i18n import _

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bpa_desktop.domain.findings import Finding
    from bpa_desktop.services.session import Session

Reply: TypeAlias = Agreement | Answer
"""An answer to a question, with the words a person reads in ``label``."""

REPLIES: Final[dict[Question, tuple[Reply, ...]]] = {
    Question.AGREEMENT: tuple(one for one in Agreement if one is not Agreement.UNKNOWN),
    Question.CARE: (Answer.YES, Answer.NO),
}
"""What can be answered, in the order in which it is offered."""

_FIELDS: Final = {Question.AGREEMENT: "agreement", Question.CARE: "care_work"}


class SchemeMissing(BpaError):
    """There is no scheme yet to keep an answer in."""

    sentence = N_("Write My scheme first: the answer is kept there.")


def open_questions(session: Session, findings: Iterable[Finding]) -> tuple[Question, ...]:
    """The questions that ``findings`` depend on and that have no answer, each once."""
    asked = {
        question
        for one in findings
        for question in cast("tuple[Question, ...]", one.values.get("asks", ()))
    }
    return tuple(
        question for question in Question if question in asked and not _answered(session, question)
    )


def _answered(session: Session, question: Question) -> bool:
    scheme = session.scheme()
    return scheme is not None and getattr(scheme, _FIELDS[question]) in REPLIES[question]


def question_words(question: Question) -> str:
    """The question, and where it is answered, for a list that has no buttons."""
    return _("{question} Answer under My scheme.").format(question=_(question.label))


def answer(session: Session, question: Question, reply: Reply) -> None:
    """Keep ``reply`` under the scheme as one action.

    Raises ``SchemeMissing``, and ``ValueError`` for a reply to another question.
    """
    if reply not in REPLIES[question] or type(reply) is not type(REPLIES[question][0]):
        raise ValueError(reply)
    scheme = session.scheme()
    if scheme is None:
        raise SchemeMissing
    field: dict[str, Any] = {_FIELDS[question]: reply}
    session.save(replace(scheme, **field), N_("answer a question about the scheme"))
