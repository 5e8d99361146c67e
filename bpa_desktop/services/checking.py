"""Everything the rules find in the file, and everything that is due."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from typing import TYPE_CHECKING, Any, NamedTuple

from bpa_desktop.domain.clock import day_of
from bpa_desktop.domain.conflicts import uncovered
from bpa_desktop.domain.coverage import holes
from bpa_desktop.domain.findings import Severity, order
from bpa_desktop.domain.night_work import night_work
from bpa_desktop.domain.stints import actual
from bpa_desktop.domain.work import work_of
from bpa_desktop.i18n import _, date_short
from bpa_desktop.services.due_words import due_text
from bpa_desktop.services.foresight import all_due
from bpa_desktop.services.hospital_hours import as_needed
from bpa_desktop.services.judging import judge_of, within
from bpa_desktop.services.notice import notice_hints_between
from bpa_desktop.services.questions import open_questions, question_words
from bpa_desktop.services.reading import all_stints, grants, stints
from bpa_desktop.services.rulebook import rulebook
from bpa_desktop.services.wording import finding_sentence

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from bpa_desktop.domain.deadlines import Due
    from bpa_desktop.domain.findings import Finding
    from bpa_desktop.services.judging import Judge
    from bpa_desktop.services.session import Session

    Plain = dict[str, Any]

_ONE_DAY = dt.timedelta(days=1)


class Checked(NamedTuple):
    """What a check of the file found and what is due."""

    findings: tuple[Finding, ...]
    due: tuple[Due, ...]


def check(session: Session, first: dt.date | None = None, end: dt.date | None = None) -> Checked:
    """Findings whose window ends after ``first`` and begins before ``end``, and the due list.

    Without days the whole roster is looked at, from its first day through the day its last
    shift ends; in a file without shifts, every day through today for which a need is granted.
    """
    span = _days(session, first, end)
    if span is None:
        return Checked((), all_due(session))
    found = [
        *findings_between(session, *span),
        *night_hints(session, *span),
        *notice_hints_between(session, *span),
    ]
    return Checked(tuple(sorted(found, key=order)), all_due(session))


def findings_between(session: Session, first: dt.date, end: dt.date) -> tuple[Finding, ...]:
    """What the rules find from ``first`` to before ``end``, by time.

    Shifts of the days around them count too, because a rest reaches over midnight and a weekly
    day off over weeks; and those of the whole months over which hours are averaged.
    """
    judge = judge_of(session, first, end)
    rows = within(judge.rows, judge.near)
    missing = uncovered(holes(grants(session), as_needed(session, rows), first, end), judge.book)
    return tuple(sorted([*_judged(judge, first, end), *missing], key=order))


def judged(judge: Judge, first: dt.date, end: dt.date) -> tuple[Finding, ...]:
    """The same without what nobody covers, by what judges those days."""
    return tuple(sorted(_judged(judge, first, end), key=order))


def _judged(judge: Judge, first: dt.date, end: dt.date) -> Iterator[Finding]:
    rows, people = judge.rows, judge.people
    start, stop = (dt.datetime.combine(day, dt.time()) for day in (first, end))
    for one in (*judge.found(rows, people), *judge.wishes(rows, people)):
        if one.window[1] > start and one.window[0] < stop:
            yield one


def night_hints(session: Session, first: dt.date, end: dt.date) -> list[Finding]:
    """Who has a right to a health check for work at night, in the years of the days.

    Whole years are read for it, so it is no part of what is checked while one edits.
    """
    years = dt.date(first.year, 1, 1), dt.date((end - _ONE_DAY).year + 1, 1, 1)
    return list(night_work(work_of(stints(session, *years)), rulebook()))


def _days(
    session: Session, first: dt.date | None, end: dt.date | None
) -> tuple[dt.date, dt.date] | None:
    if first is not None and end is not None:
        return first, end
    spans = [actual(row) for row in all_stints(session)]
    if spans:
        earliest = day_of(min(start for start, _end in spans))
        # The end does not belong to the shift, so one that ends at midnight ends the day before.
        latest = day_of(max(stop for _start, stop in spans) - 1) + _ONE_DAY
    else:
        earliest = min((grant.valid_from for grant in grants(session)), default=session.today)
        latest = session.today + _ONE_DAY
    span = first or earliest, end or latest
    return span if span[0] < span[1] else None


def as_plain(session: Session, checked: Checked) -> Plain:
    """The result as plain values.

    - ``findings``, by time: ``code``, ``severity``, ``records`` (each with ``type`` and ``id``),
      the window looked at as ``from`` and ``to`` (half-open, local wall-clock times such as
      ``2026-03-16T07:00``), ``minutes_short``, ``rule`` (its id), ``source``, ``confidence``, and
      ``text`` in the active language.
    - ``questions``, what findings depend on and nobody has answered, each once: ``code`` and
      ``text``.
    - ``due``, the nearest first: ``code``, ``date``, ``record`` (``type`` and ``id``, or null),
      ``source``, and ``text``.
    """
    names = session.helper_names()
    return {
        "findings": [_plain_finding(one, names) for one in checked.findings],
        "questions": [
            {"code": question.value, "text": question_words(question)}
            for question in open_questions(session, checked.findings)
        ],
        "due": [_plain_due(one) for one in checked.due],
    }


def _plain_finding(one: Finding, names: Mapping[str, str]) -> Plain:
    start, end = one.window
    return {
        "code": one.code.value,
        "severity": one.severity.value,
        "records": [{"type": kind, "id": key} for kind, key in one.records],
        "from": f"{start:%Y-%m-%dT%H:%M}",
        "to": f"{end:%Y-%m-%dT%H:%M}",
        "minutes_short": one.minutes_short,
        "rule": one.rule,
        "source": one.source,
        "confidence": one.confidence.value,
        "text": finding_sentence(one, names),
    }


def _plain_due(one: Due) -> Plain:
    record = None if one.record is None else {"type": one.record[0], "id": one.record[1]}
    return {
        "code": str(one.code),
        "date": one.on.isoformat(),
        "record": record,
        "source": one.source,
        "text": due_text(one),
    }


def as_lines(session: Session, checked: Checked) -> Iterator[str]:
    """The result as sentences; of hints of one kind about one helper only the first is told.

    What findings depend on is asked once, after them.
    """
    names = session.helper_names()
    yield _("Findings: {count}").format(count=len(checked.findings))
    for one, more in _without_repeats(checked.findings):
        text = f"  {_(one.severity.label)}: {finding_sentence(one, names)}"
        also = _("And {count} more like it.").format(count=more)
        yield f"{text} {also}" if more else text
    asked = open_questions(session, checked.findings)
    if asked:
        yield _("Questions: {count}").format(count=len(asked))
        yield from (f"  {question_words(question)}" for question in asked)
    yield _("Due: {count}").format(count=len(checked.due))
    for item in checked.due:
        yield f"  {date_short(item.on)} {due_text(item)}"


def _without_repeats(findings: Iterable[Finding]) -> Iterator[tuple[Finding, int]]:
    """Each finding, and how many more hints like it follow, which are left out."""
    rest = Counter(_kind(one) for one in findings)
    told: set[tuple[object, ...]] = set()
    for one in findings:
        is_hint = one.severity is Severity.HINT
        if not is_hint or _kind(one) not in told:
            told.add(_kind(one))
            yield one, rest[_kind(one)] - 1 if is_hint else 0


def _kind(one: Finding) -> tuple[object, ...]:
    return one.severity, one.code, one.values.get("helper")
