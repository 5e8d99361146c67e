"""Everything the rules find in the file, and everything that is due."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any, NamedTuple

from bpa_desktop.domain.clock import day_of
from bpa_desktop.domain.conflicts import conflicts, uncovered
from bpa_desktop.domain.coverage import holes
from bpa_desktop.domain.findings import order
from bpa_desktop.domain.stints import actual
from bpa_desktop.i18n import _, date_short
from bpa_desktop.services.deadlines import due
from bpa_desktop.services.reading import absences, all_stints, grants, helpers, stints
from bpa_desktop.services.rulebook import rulebook
from bpa_desktop.services.wish_check import wishes_between
from bpa_desktop.services.wording import due_text, finding_sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bpa_desktop.domain.deadlines import Due
    from bpa_desktop.domain.findings import Finding
    from bpa_desktop.services.session import Session

    Plain = dict[str, Any]

_LOOK_BACK = dt.timedelta(days=2)


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
    findings = () if span is None else findings_between(session, *span)
    return Checked(findings, due(session))


def findings_between(session: Session, first: dt.date, end: dt.date) -> tuple[Finding, ...]:
    """What the rules find from ``first`` to before ``end``, by time.

    Shifts of the days just before and after count too, because a rest reaches over midnight.
    """
    book = rulebook()
    around = first - _LOOK_BACK, end + _LOOK_BACK
    rows = stints(session, *around)
    found = conflicts(rows, helpers(session), absences(session, *around), book)
    start, stop = (dt.datetime.combine(day, dt.time()) for day in (first, end))
    inside = [one for one in found if one.window[1] > start and one.window[0] < stop]
    missing = uncovered(holes(grants(session), rows, first, end), book)
    wishes = wishes_between(session, first, end, book)
    return tuple(sorted([*inside, *missing, *wishes], key=order))


def _days(
    session: Session, first: dt.date | None, end: dt.date | None
) -> tuple[dt.date, dt.date] | None:
    if first is not None and end is not None:
        return first, end
    spans = [actual(row) for row in all_stints(session)]
    if spans:
        earliest = day_of(min(start for start, _end in spans))
        # The end does not belong to the shift, so one that ends at midnight ends the day before.
        latest = day_of(max(stop for _start, stop in spans) - 1) + dt.timedelta(days=1)
    else:
        earliest = min((grant.valid_from for grant in grants(session)), default=session.today)
        latest = session.today + dt.timedelta(days=1)
    span = first or earliest, end or latest
    return span if span[0] < span[1] else None


def as_plain(session: Session, checked: Checked) -> Plain:
    """The result as plain values.

    - ``findings``, by time: ``code``, ``severity``, ``records`` (each with ``type`` and ``id``),
      the window looked at as ``from`` and ``to`` (half-open, local wall-clock times such as
      ``2026-03-16T07:00``), ``minutes_short``, ``rule`` (its id), ``source``, ``confidence``, and
      ``text`` in the active language.
    - ``due``, the nearest first: ``code``, ``date``, ``record`` (``type`` and ``id``, or null),
      ``source``, and ``text``.
    """
    names = session.helper_names()
    return {
        "findings": [
            {
                "code": one.code.value,
                "severity": one.severity.value,
                "records": [{"type": kind, "id": key} for kind, key in one.records],
                "from": f"{one.window[0]:%Y-%m-%dT%H:%M}",
                "to": f"{one.window[1]:%Y-%m-%dT%H:%M}",
                "minutes_short": one.minutes_short,
                "rule": one.rule,
                "source": one.source,
                "confidence": one.confidence.value,
                "text": finding_sentence(one, names),
            }
            for one in checked.findings
        ],
        "due": [
            {
                "code": str(one.code),
                "date": one.on.isoformat(),
                "record": None
                if one.record is None
                else {"type": one.record[0], "id": one.record[1]},
                "source": one.source,
                "text": due_text(one),
            }
            for one in checked.due
        ],
    }


def as_lines(session: Session, checked: Checked) -> Iterator[str]:
    """The result as sentences."""
    names = session.helper_names()
    yield _("Findings: {count}").format(count=len(checked.findings))
    for one in checked.findings:
        yield f"  {_(one.severity.label)}: {finding_sentence(one, names)}"
    yield _("Due: {count}").format(count=len(checked.due))
    for item in checked.due:
        yield f"  {date_short(item.on)} {due_text(item)}"
