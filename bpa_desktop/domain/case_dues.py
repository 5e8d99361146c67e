"""What is due in the case: what waits for you, for the municipality and for the board."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from bpa_desktop.domain.case_day import CaseStep
from bpa_desktop.domain.case_deadlines import case_days, weeks_of
from bpa_desktop.domain.deadlines import COMPLAINT, Due, DueCode

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from bpa_desktop.domain.allowed_time import Terms
    from bpa_desktop.domain.case_day import CaseDay
    from bpa_desktop.domain.case_deadlines import Case
    from bpa_desktop.domain.inquiry import Inquiry

_CODES: Final[Mapping[CaseStep, DueCode]] = {
    CaseStep.COMPLAIN_BY: DueCode.COMPLAINT,
    CaseStep.ANSWER_BY: DueCode.COMPLAINT_ANSWER,
    CaseStep.STANDS_BY: DueCode.COMPLAINT_STANDS,
    CaseStep.FORWARD_BY: DueCode.COMPLAINT_FORWARD,
    CaseStep.BOARD_BY: DueCode.BOARD_DECIDES,
    CaseStep.NEW_DECISION_BY: DueCode.NEW_DECISION,
    CaseStep.CORRECT_GRANT: DueCode.CORRECT_GRANT,
    CaseStep.EFFECT: DueCode.LESS_HELP,
}


class Told(NamedTuple):
    """A helper with the day to give notice by, ``None`` where the notice is not known."""

    helper: str
    by: dt.date | None


def case_dues(cases: Iterable[Case], terms: Terms) -> Iterator[Due]:
    """Yield a line for each open day of each decision and complaint.

    Where no text says when, the line stands on the day it would be counted from, and its values
    have ``is_known`` false.
    """
    for case in cases:
        for one in case_days(case, terms):
            if one.is_open:
                yield _line(one, case)


def _line(one: CaseDay, case: Case) -> Due:
    code = _CODES[one.step]
    on = one.on or one.since or case.decision.received_on
    values = {
        "reference": case.decision.reference,
        "subject": case.decision.subject,
        "decision": case.decision.id,
        "is_known": one.on is not None,
        "since": one.since,
        **one.values,
    }
    if code is DueCode.COMPLAINT and one.on is None:
        return Due(DueCode.RULE_UNKNOWN, on, one.record, {"rule": COMPLAINT, **values})
    return Due(code, on, one.record, values, one.source)


def notice_dues(case: Case, told: Sequence[Told], terms: Terms) -> Iterator[Due]:
    """Yield when helpers must be given notice because of less help: the first of them.

    ``told`` are those who were not told yet. Helpers whose notice is not known are a line of
    their own, on the safe last day to complain: by then the choice must be made.
    """
    weeks = weeks_of(case.decision, terms)
    if weeks is None or not told:
        return
    record, values = ("decision", case.decision.id), {"decision": case.decision.id}
    days = [one.by for one in told if one.by is not None]
    if days:
        more = {**values, "count": len(days), "complained": case.has_open_complaint}
        yield Due(DueCode.TELL_HELPERS, min(days), record, more, weeks.source)
    if len(days) < len(told):
        more = {**values, "count": len(told) - len(days)}
        yield Due(DueCode.NOTICE_UNKNOWN, weeks.complain_by, record, more, weeks.source)


def letter_dues(letters: Iterable[Inquiry]) -> Iterator[Due]:
    """Yield each letter that is not answered, on the day it names or else the day it came."""
    for one in letters:
        if one.answered_on is None:
            yield Due(
                DueCode.ANSWER_LETTER,
                one.answer_by or one.received_on,
                ("inquiry", one.id),
                {"kind": one.kind, "is_known": one.answer_by is not None},
            )
