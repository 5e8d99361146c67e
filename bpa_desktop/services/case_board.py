"""What the page of the case shows: what waits, the decisions and the letters."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from bpa_desktop.domain.deadlines import DueCode
from bpa_desktop.i18n import _, ngettext
from bpa_desktop.services.case import cases, terms_by_decision
from bpa_desktop.services.case_texts import decision_name, line_words, state_words
from bpa_desktop.services.deadlines import due_in_the_case

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bpa_desktop.domain.deadlines import Due
    from bpa_desktop.services.session import Session

CASE_CODES: Final = frozenset(
    {
        DueCode.COMPLAINT,
        DueCode.RULE_UNKNOWN,
        DueCode.COMPLAINT_ANSWER,
        DueCode.COMPLAINT_STANDS,
        DueCode.COMPLAINT_FORWARD,
        DueCode.BOARD_DECIDES,
        DueCode.NEW_DECISION,
        DueCode.CORRECT_GRANT,
        DueCode.LESS_HELP,
        DueCode.TELL_HELPERS,
        DueCode.NOTICE_UNKNOWN,
        DueCode.ANSWER_LETTER,
    }
)
"""What waits by decisions, complaints and letters."""
VISIT_CODES: Final = frozenset(
    {
        DueCode.VISIT,
        DueCode.VISIT_PASSED,
        DueCode.FIRST_FOLLOW_UP,
        DueCode.REVISITATION,
        DueCode.BUDGET_FOLLOW_UP,
    }
)
"""What waits by visits and follow-ups."""


class DecisionLine(NamedTuple):
    """A decision in the list: its names, short and full, what it does, and how far it is."""

    id: str
    short: str
    name: str
    words: str
    state: str
    is_complained: bool


def waiting(session: Session, codes: frozenset[DueCode]) -> list[Due]:
    """What waits of these, the nearest first."""
    return [one for one in due_in_the_case(session) if one.code in codes]


def decision_lines(session: Session) -> list[DecisionLine]:
    """Every decision, the newest first."""
    terms_for = terms_by_decision(session)
    return [
        DecisionLine(
            one.decision.id,
            _(one.decision.subject.label),
            decision_name(one.decision),
            line_words(one.decision),
            state_words(one, terms_for(one.decision)),
            one.has_open_complaint,
        )
        for one in cases(session)
    ]


def summary(lines: Sequence[DecisionLine]) -> str:
    """How many decisions there are, and how many complaints are under way."""
    if not lines:
        return _("When a letter with a decision comes, register it here.")
    text = ngettext("{n} decision.", "{n} decisions.", len(lines))
    under_way = sum(one.is_complained for one in lines)
    if not under_way:
        return text
    more = ngettext("{n} complaint is under way.", "{n} complaints are under way.", under_way)
    return f"{text} {more}"
