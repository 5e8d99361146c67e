"""Hours of a stretch of days, counted from the file and told as plain values or lines."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bpa_desktop.domain.hours import NOBODY, Ledger, Measure, by_month, report
from bpa_desktop.i18n import _, hours, month_words
from bpa_desktop.services.hospital_hours import as_needed, paid_elsewhere
from bpa_desktop.services.reading import absences, grants, stints

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Mapping

    from bpa_desktop.domain.hours import Report
    from bpa_desktop.services.session import Session

    Plain = dict[str, Any]


def ledger(session: Session, first: dt.date, end: dt.date) -> Ledger:
    """What the hours from ``first`` to before ``end`` are counted from."""
    rows = stints(session, first, end)
    return Ledger(
        today=session.today,
        grants=grants(session),
        stints=rows,
        absences=absences(session, first, end),
        elsewhere=paid_elsewhere(session, rows),
        needed=as_needed(session, rows),
    )


def monthly(session: Session, first: dt.date, end: dt.date) -> Report:
    """The hours from ``first`` to before ``end`` by month."""
    return report(ledger(session, first, end), by_month(first, end))


def tell(session: Session, first: dt.date, end: dt.date) -> Plain:
    """The hours by month, kind and helper as plain values; every amount is whole minutes.

    ``from`` belongs to the stretch and ``to`` is the day after it, both as ``2026-03-01``.

    - ``months``: for each month ``month`` (``2026-03``), ``first`` (the first day counted),
      ``all`` and ``kinds``.
    - ``total``: ``all`` and ``kinds`` of the whole stretch.
    - ``helpers``: for each month, helper and kind ``helper`` (the id, null for unfilled shifts),
      ``name``, ``kind``, ``planned``, ``worked`` and ``absent``.

    ``all`` holds ``granted``, ``planned``, ``worked``, ``absent`` and ``uncovered``; ``kinds``
    holds the same by the name of the kind. A month in which nothing of a kind happens lacks it.
    """
    counted = monthly(session, first, end)
    return {
        "from": first.isoformat(),
        "to": end.isoformat(),
        "unit": "minutes",
        "months": [_month(counted, part) for part in counted.bounds[:-1]],
        "total": {
            "all": {measure.value: counted.minutes(measure) for measure in Measure},
            "kinds": _kinds(counted),
        },
        "helpers": _helpers(counted, session.helper_names()),
    }


def _month(counted: Report, part: dt.date) -> Plain:
    kinds = {
        row.kind.value: {measure.value: getattr(row, measure.value) for measure in Measure}
        for row in counted.rows()
        if row.first == part
    }
    return {
        "month": f"{part:%Y-%m}",
        "first": part.isoformat(),
        "all": {measure.value: counted.minutes(measure, part) for measure in Measure},
        "kinds": kinds,
    }


def _kinds(counted: Report) -> Plain:
    kinds = dict.fromkeys(row.kind for row in counted.rows())
    return {
        kind.value: {measure.value: counted.minutes(measure, None, kind) for measure in Measure}
        for kind in kinds
    }


def _helpers(counted: Report, names: Mapping[str, str]) -> list[Plain]:
    return [
        {
            "month": f"{row.first:%Y-%m}",
            "helper": row.helper or None,
            "name": names.get(row.helper) if row.helper != NOBODY else None,
            "kind": row.kind.value,
            "planned": row.planned,
            "worked": row.worked,
            "absent": row.absent,
        }
        for row in counted.helper_rows()
    ]


_WIDTH = 14


def as_lines(counted: Report, names: Mapping[str, str]) -> Iterator[str]:
    """The hours as lines of a table, in hours, and below it by helper."""
    heads = "".join(f"{_(measure.label):>{_WIDTH}}" for measure in Measure)
    yield f"{_('Month'):<34}{heads}"
    for row in counted.rows():
        amounts = "".join(f"{hours(minutes):>{_WIDTH}}" for minutes in row[2:])
        yield f"{month_words(row.first):<16}{_(row.kind.label):<18}{amounts}"
    total = "".join(f"{hours(counted.minutes(measure)):>{_WIDTH}}" for measure in Measure)
    yield f"{_('Total'):<34}{total}"
    yield ""
    for person, name in (*names.items(), (NOBODY, _("Unfilled"))):
        planned, worked, absent = (
            counted.minutes(measure, None, None, person)
            for measure in (Measure.PLANNED, Measure.WORKED, Measure.ABSENT)
        )
        if planned or worked or absent:
            amounts = f"{hours(planned):>{2 * _WIDTH}}{hours(worked):>{_WIDTH}}"
            yield f"{name:<34}{amounts}{hours(absent):>{_WIDTH}}"
