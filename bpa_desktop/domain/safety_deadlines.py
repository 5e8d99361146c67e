"""When the working environment asks for something: the APV, its actions, talks and accidents."""

from __future__ import annotations

import datetime as dt
from itertools import chain
from typing import TYPE_CHECKING, Final, NamedTuple

from bpa_desktop.domain.assessment_talk import going_on, last_finished
from bpa_desktop.domain.deadlines import Due, DueCode
from bpa_desktop.domain.period import months_before
from bpa_desktop.domain.record import Choice
from bpa_desktop.domain.scheme import Answer
from bpa_desktop.domain.work_problem import Effect
from bpa_desktop.domain.workplace_event import EventKind
from bpa_desktop.errors import N_

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bpa_desktop.domain.aid import Aid
    from bpa_desktop.domain.assessment import Assessment
    from bpa_desktop.domain.findings import RecordKey
    from bpa_desktop.domain.people import Helper
    from bpa_desktop.domain.rates import RuleBook
    from bpa_desktop.domain.work_problem import WorkProblem
    from bpa_desktop.domain.workplace_event import WorkplaceEvent
    from bpa_desktop.domain.yearly_discussion import YearlyDiscussion

INTERVAL: Final = "apv-interval"
YEARLY: Final = "amd-yearly"
ORGANISATION: Final = "amo-threshold"
AUTHORITY: Final = "accident-authority"
INSURER: Final = "accident-insurer"
SEEN_AFTER: Final = dt.timedelta(days=30)
"""So long after something was done its effect is asked for: some weeks of shifts have shown it."""
AHEAD_MONTHS: Final = 6
"""So long before its day the next APV or yearly discussion stands in the list of what is due."""
_MONTHS_PER_YEAR: Final = 12
_CHANGES: Final = frozenset({EventKind.NEW_AID, EventKind.NEW_HOME, EventKind.NEW_TASK})


class Why(Choice):
    """Why the assessment is due."""

    FIRST = "first", N_("There is no APV yet.")
    TIME = "time", N_("The time since the last one is over.")
    CHANGE = "change", N_("The work has changed since the last one.")


class Next(NamedTuple):
    """When something is due, why, and the text behind it; ``record`` is what it comes from."""

    on: dt.date
    why: Why
    record: RecordKey | None = None
    source: str = ""


class Safety(NamedTuple):
    """What the file holds of the working environment, and since when there are helpers.

    ``care`` is whether the work includes care; without it the Act does not ask for an APV in a
    private household. ``employed_since`` is the first day of the longest employment of today.
    """

    assessments: tuple[Assessment, ...] = ()
    events: tuple[WorkplaceEvent, ...] = ()
    aids: tuple[Aid, ...] = ()
    problems: tuple[WorkProblem, ...] = ()
    discussions: tuple[YearlyDiscussion, ...] = ()
    employed_since: dt.date | None = None
    care: Answer = Answer.UNKNOWN


def employed_since(people: Iterable[Helper], today: dt.date) -> dt.date | None:
    """The first day of the employment that has lasted longest of those that last today."""
    return min(
        (
            one.first_day
            for helper in people
            for one in helper.employments
            if one.first_day <= today <= one.end
        ),
        default=None,
    )


def safety_due(found: Safety, book: RuleBook, today: dt.date) -> list[Due]:
    """Everything the working environment asks for; what is far ahead is left out."""
    until = months_before(today, -AHEAD_MONTHS)
    dated = [one for one in _dated(found, book, today) if one.on <= until]
    running = going_on(found.assessments)
    if running is not None:
        dated = list(_with_running(dated, running))
    return [*dated, *_actions(found.problems), *_accidents(found.events, book), *_asking(found)]


def _dated(found: Safety, book: RuleBook, today: dt.date) -> Iterator[Due]:
    for code, one in (
        (DueCode.APV, next_assessment(found, book, today)),
        (DueCode.DISCUSSION, next_discussion(found, book, today)),
    ):
        if one is not None:
            yield Due(code, one.on, one.record, {"why": one.why}, one.source)


def _with_running(dated: Iterable[Due], running: Assessment) -> Iterator[Due]:
    """The talk that goes on, on the day by which it is due, in the stead of one to begin."""
    known = {one.code: one for one in dated}
    due = known.pop(DueCode.APV, None)
    on, source = (due.on, due.source) if due is not None else (running.begun_on, "")
    key = ("assessment", running.id)
    yield Due(DueCode.APV_RUNNING, on, key, {"begun": running.begun_on}, source)
    yield from known.values()


def next_assessment(found: Safety, book: RuleBook, today: dt.date) -> Next | None:
    """When the APV is due: so many years after the last one, or on the day of a change before.

    None where the Act does not ask for one, where nobody is employed, or where the rule is not
    known for ``today``.
    """
    if found.care is Answer.NO:
        return None
    last = last_finished(found.assessments)
    if last is None or last.finished_on is None:
        since = found.employed_since
        return Next(since, Why.FIRST) if since is not None else None
    rule = book.find(INTERVAL, today)
    if rule is None:
        return None
    on = months_before(last.finished_on, -rule.whole("years") * _MONTHS_PER_YEAR)
    usual = Next(on, Why.TIME, ("assessment", last.id), rule.source)
    changes = _changed(found, last.finished_on, rule.source)
    return min(chain((usual,), changes), key=lambda one: one.on)


def _changed(found: Safety, since: dt.date, source: str) -> Iterator[Next]:
    """Every change after ``since`` of which nobody has said that it does not matter."""
    for event in found.events:
        if event.happened_on > since and _matters(event):
            key = ("workplace_event", event.id)
            yield Next(event.happened_on, Why.CHANGE, key, source)
    for aid in unasked_aids(found, since):
        yield Next(aid.since or since, Why.CHANGE, ("aid", aid.id), source)


def _matters(event: WorkplaceEvent) -> bool:
    if event.asks_again is Answer.UNKNOWN:
        return event.kind in _CHANGES
    return event.asks_again is Answer.YES


def unasked_aids(found: Safety, since: dt.date | None) -> tuple[Aid, ...]:
    """The aids that came after ``since`` and about which nobody has been asked."""
    if since is None:
        return ()
    known = {event.aid for event in found.events if event.aid is not None}
    new = (one for one in found.aids if one.since is not None and one.since > since)
    return tuple(one for one in new if one.id not in known)


def unasked_events(found: Safety) -> tuple[WorkplaceEvent, ...]:
    """What happened after the last APV, and nobody has said whether it must be made again."""
    last = last_finished(found.assessments)
    if last is None or last.finished_on is None:
        return ()
    since = last.finished_on
    new = (one for one in found.events if one.happened_on > since)
    return tuple(one for one in new if one.asks_again is Answer.UNKNOWN)


def _asking(found: Safety) -> Iterator[Due]:
    for event in unasked_events(found):
        if event.kind not in _CHANGES and found.care is not Answer.NO:
            key = ("workplace_event", event.id)
            yield Due(DueCode.APV_QUESTION, event.happened_on, key, {"kind": event.kind})


def next_discussion(found: Safety, book: RuleBook, today: dt.date) -> Next | None:
    """When the yearly discussion is due: a year after the last one, or after the first helper."""
    last = max((one.held_on for one in found.discussions), default=None)
    begun = last or found.employed_since
    if begun is None or found.care is Answer.NO:
        return None
    rule = book.find(YEARLY, today)
    if rule is None:
        return None
    on = months_before(begun, -rule.whole("months"))
    return Next(on, Why.FIRST if last is None else Why.TIME, source=rule.source)


def _actions(problems: Iterable[WorkProblem]) -> Iterator[Due]:
    for one in problems:
        values = {"what": one.what, "responsible": one.responsible}
        key = ("work_problem", one.id)
        if one.done_on is None and one.due_on is not None:
            yield Due(DueCode.WORK_PROBLEM, one.due_on, key, values)
        elif one.done_on is not None and one.effect is Effect.UNKNOWN:
            yield Due(DueCode.EFFECT, one.done_on + SEEN_AFTER, key, values)


def _accidents(events: Iterable[WorkplaceEvent], book: RuleBook) -> Iterator[Due]:
    for one in events:
        if one.kind is EventKind.ACCIDENT:
            for code, on in dict.fromkeys(report_days(one, book)):
                rule_id = AUTHORITY if code is DueCode.ACCIDENT_AUTHORITY else INSURER
                rule = book.find(rule_id, one.happened_on)
                source = rule.source if rule is not None else ""
                yield Due(code, on, ("workplace_event", one.id), source=source)


def report_days(event: WorkplaceEvent, book: RuleBook) -> Iterator[tuple[DueCode, dt.date]]:
    """What is still to be reported of an accident, and by when.

    The days are counted from the first day away. Without a day away only the insurer is told, and
    only where a claim is possible; then they are counted from the day of the accident.
    """
    away = event.first_away
    if event.authority_told_on is None and away is not None:
        yield _by(DueCode.ACCIDENT_AUTHORITY, AUTHORITY, event, away, book)
    claims = away is not None or event.may_claim is not Answer.NO
    if event.insurer_told_on is None and claims:
        yield _by(DueCode.ACCIDENT_INSURER, INSURER, event, away or event.happened_on, book)


def _by(
    code: DueCode, rule_id: str, event: WorkplaceEvent, begun: dt.date, book: RuleBook
) -> tuple[DueCode, dt.date]:
    rule = book.find(rule_id, event.happened_on)
    if rule is None:
        return DueCode.ACCIDENT_UNKNOWN, event.happened_on
    return code, begun + dt.timedelta(days=rule.whole("days"))
