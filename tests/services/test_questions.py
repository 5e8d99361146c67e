"""Questions on which findings depend: asked once, and the answer is remembered."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bpa_desktop.domain.findings import Code
from bpa_desktop.domain.ground import Question
from bpa_desktop.domain.scheme import Agreement, Answer
from bpa_desktop.services.checking import as_lines, as_plain, check, findings_between
from bpa_desktop.services.questions import REPLIES, SchemeMissing, answer, open_questions
from bpa_desktop.services.week import shift_findings
from tests.services.little_roster import TODAY, lay, open_empty, open_little, shift

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bpa_desktop.services.session import Session

WHOLE = shift("03-17 08:00", "03-18 08:00", "anna")


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    with open_little(tmp_path) as opened:
        lay(opened, WHOLE)
        yield opened


def asked(session: Session) -> tuple[Question, ...]:
    return open_questions(session, shift_findings(session, WHOLE))


def test_each_question_is_asked_until_it_is_answered(session: Session) -> None:
    assert asked(session) == (Question.AGREEMENT, Question.CARE)
    found = shift_findings(session, WHOLE)
    answer(session, Question.CARE, Answer.YES)
    assert asked(session) == (Question.AGREEMENT,)
    assert open_questions(session, found) == (Question.AGREEMENT,)
    answer(session, Question.AGREEMENT, Agreement.NONE)
    assert asked(session) == ()
    assert [one.code for one in shift_findings(session, WHOLE)] == [Code.DAILY_REST]


def test_a_check_asks_each_question_once_however_many_findings_depend_on_it(
    session: Session,
) -> None:
    lay(session, shift("03-20 08:00", "03-21 08:00", "anna"))
    result = check(session)
    lines = list(as_lines(session, result))
    at = lines.index("Spørgsmål: 2")
    assert sum("Døgnvagt" in line or "døgnvagt" in line for line in lines[:at]) == 2
    assert lines[at + 1 : at + 3] == [
        "  Gælder overenskomsten mellem Dansk Erhverv og FOA? Svar under Min ordning.",
        "  Er der pleje i arbejdet? Svar under Min ordning.",
    ]
    assert [line.count("?") for line in lines].count(1) == 2
    told = as_plain(session, result)
    assert [one["code"] for one in told["questions"]] == ["agreement", "care"]
    answer(session, Question.CARE, Answer.YES)
    answer(session, Question.AGREEMENT, Agreement.NONE)
    assert as_plain(session, check(session))["questions"] == []
    assert not any(line.startswith("Spørgsmål") for line in as_lines(session, check(session)))


def test_an_answer_is_one_action_and_can_be_undone(session: Session) -> None:
    before = len(session.records.journal.entries())
    answer(session, Question.AGREEMENT, Agreement.DE_FOA)
    assert len(session.records.journal.entries()) == before + 1
    assert [one.code for one in shift_findings(session, WHOLE)] == [Code.RESTS_NOT_WRITTEN]
    session.undo()
    assert asked(session) == (Question.AGREEMENT, Question.CARE)


def test_where_nothing_depends_on_them_nothing_is_asked(session: Session) -> None:
    assert open_questions(session, findings_between(session, TODAY, TODAY)) == ()
    answer(session, Question.CARE, Answer.NO)
    assert asked(session) == ()


@pytest.mark.parametrize("question", Question)
def test_unanswered_is_no_reply_and_every_other_is(session: Session, question: Question) -> None:
    kinds = {Question.AGREEMENT: Agreement, Question.CARE: Answer}
    assert set(REPLIES[question]) == set(kinds[question]) - {kinds[question]("unknown")}
    for reply in (Agreement.UNKNOWN, Answer.UNKNOWN):
        with pytest.raises(ValueError, match="unknown"):
            answer(session, question, reply)
    with pytest.raises(ValueError, match="yes"):
        answer(session, Question.AGREEMENT, Answer.YES)


def test_without_a_scheme_there_is_nowhere_to_keep_it(tmp_path: Path) -> None:
    with open_empty(tmp_path) as session, pytest.raises(SchemeMissing):
        answer(session, Question.CARE, Answer.YES)
