"""What a grant that was decided late changes in months that are over, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from bpa_desktop.documents.phrases import in_hours, sentence
from bpa_desktop.domain.closed_month import ClosedMonth
from bpa_desktop.domain.late_grants import late_grants
from bpa_desktop.i18n import _, date_words, month_words, ngettext
from bpa_desktop.services.reading import grants

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Collection, Iterator

    from bpa_desktop.domain.late_grants import LateGrant, MonthGranted
    from bpa_desktop.services.session import Session


class GrantChange(NamedTuple):
    """A grant that was decided late, and a sentence for each month that it changes.

    ``day`` is the day from which it counts, in words.
    """

    grant: str
    title: str
    day: str
    months: tuple[str, ...]


def grant_changes(session: Session, year: int) -> tuple[GrantChange, ...]:
    """What grants that were decided late change in the months of a calendar year."""
    closed = {one.first for one in session.records.all(ClosedMonth)}
    return tuple(
        GrantChange(late.grant.id, _title(late), date_words(late.grant.valid_from), months)
        for late in late_grants(grants(session), session.today)
        if (months := tuple(_months(late, year, closed)))
    )


def changed_in(session: Session, month: dt.date) -> tuple[str, ...]:
    """What grants that were decided late change in one month, by its first day."""
    return tuple(
        f"{_title(late)}. {_words(one, is_closed=False)}"
        for late in late_grants(grants(session), session.today)
        for one in late.months
        if one.first == month
    )


def changes_words(found: Collection[GrantChange]) -> str:
    """How many grants were decided late."""
    text = ngettext(
        "{n} grant was decided after the days it counts from. "
        "Months that are over get other hours.",
        "{n} grants were decided after the days they count from. "
        "Months that are over get other hours.",
        len(found),
    )
    return text.format(n=len(found))


def _title(late: LateGrant) -> str:
    text = _("Grant from {day}, decided on {decided}")
    return text.format(day=date_words(late.grant.valid_from), decided=date_words(late.decided))


def _months(late: LateGrant, year: int, closed: Collection[dt.date]) -> Iterator[str]:
    for one in late.months:
        if one.first.year == year:
            yield _words(one, is_closed=one.first in closed)


def _words(one: MonthGranted, *, is_closed: bool) -> str:
    """``Marts 2026: 40 timer mere, fra 700 timer til 740 timer. Måneden er lukket.``."""
    text = _("{month}: {hours} more, from {before} to {after}.")
    if one.more < 0:
        text = _("{month}: {hours} less, from {before} to {after}.")
    said = text.format(
        month=sentence(month_words(one.first)).rstrip("."),
        hours=in_hours(abs(one.more)),
        before=in_hours(one.before),
        after=in_hours(one.after),
    )
    closed = _("The month is closed.")
    return f"{said} {closed}" if is_closed else said
