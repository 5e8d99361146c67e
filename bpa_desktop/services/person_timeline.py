"""Everything in the file about one helper as one line of days, the newest first.

Every record type that refers to a helper is found from its declaration alone. Shifts, and the noes
to shifts, are summed by month: a list of thousands says nothing.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from bpa_desktop.documents.phrases import in_hours
from bpa_desktop.domain.clock import wall
from bpa_desktop.domain.contract import Addendum, Contract
from bpa_desktop.domain.declined import Declined
from bpa_desktop.domain.helper_refs import refers_inside, refers_itself
from bpa_desktop.domain.people import Helper
from bpa_desktop.domain.period import months_before
from bpa_desktop.domain.record import Choice, fields_of, targets
from bpa_desktop.domain.roster import Shift
from bpa_desktop.domain.stints import CANCELLED, actual
from bpa_desktop.errors import N_
from bpa_desktop.i18n import _, ngettext
from bpa_desktop.services.catalogue import KINDS, kind_named
from bpa_desktop.services.person_words import WORDS, helper_days
from bpa_desktop.services.reading import all_stints

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from bpa_desktop.domain.findings import RecordKey
    from bpa_desktop.domain.record import Record
    from bpa_desktop.services.catalogue import Kind
    from bpa_desktop.services.session import Session

_SUMMED: Final = frozenset({Shift.type_name, Declined.type_name})
_ONE_DAY: Final = dt.timedelta(days=1)


class Side(Choice):
    """The side of working life that something belongs to."""

    EMPLOYMENT = "employment", N_("Employment")
    WORK = "work", N_("Shifts")
    AWAY = "away", N_("Days away")
    LEARNING = "learning", N_("Instruction")
    TALKS = "talks", N_("Talks")
    PAY = "pay", N_("Pay")
    OTHER = "other", N_("Other")


_SIDES: Final[Mapping[str, Side]] = {
    **dict.fromkeys(("applicant", "contract", "addendum", "key_receipt"), Side.EMPLOYMENT),
    **dict.fromkeys(("leaving", "own_text", "helper"), Side.EMPLOYMENT),
    **dict.fromkeys(("shift", "declined", "roster_pattern", "kept_finding"), Side.WORK),
    "stay_shift": Side.WORK,
    **dict.fromkeys(("absence", "brought_holiday"), Side.AWAY),
    **dict.fromkeys(("instruction", "introduction_step", "course"), Side.LEARNING),
    **dict.fromkeys(("talk", "meeting", "agreed_task"), Side.TALKS),
    **dict.fromkeys(("own_rate", "payslip", "unemployment_day"), Side.PAY),
}


class Moment(NamedTuple):
    """Something about the helper, and where it opens: a record, or the roster of ``week``.

    ``on`` is none for what has no day. A sum of shifts stands on the last day of its month.
    """

    on: dt.date | None
    words: str
    side: Side
    record: RecordKey | None = None
    week: dt.date | None = None


def timeline(session: Session, helper: Helper) -> tuple[Moment, ...]:
    """All there is about ``helper``, the newest first and what has no day last."""
    found = [*_own_days(helper), *_records(session, helper), *_work(session, helper)]
    return tuple(sorted(found, key=_newest_first))


def _newest_first(one: Moment) -> tuple[bool, int, str]:
    return one.on is None, -(one.on or dt.date.min).toordinal(), one.words


def _own_days(helper: Helper) -> Iterator[Moment]:
    for on, words in helper_days(helper):
        yield Moment(on, words, Side.EMPLOYMENT, (Helper.type_name, helper.id))


def _records(session: Session, helper: Helper) -> Iterator[Moment]:
    names = {**session.helper_names(), helper.id: helper.first_name}
    for kind in KINDS:
        if kind.name not in _SUMMED:
            for record in about(session, kind.record, helper.id):
                yield from _moments(session, kind, record, names)
    for contract in about(session, Contract, helper.id):
        for record in session.records.where(Addendum, contract=contract.id):
            yield from _moments(session, kind_named("addendum"), record, names)


def about(session: Session, kind: type[Record], helper: str) -> Iterator[Record]:
    """Every record of that type that refers to the helper, itself or in a part of it."""
    if refers_inside(kind):
        key = (Helper.type_name, helper)
        yield from (one for one in session.records.all(kind) if key in targets(one))
    elif fields := refers_itself(kind):
        found = {
            one.id: one
            for field in fields
            for one in session.records.where(kind, **{field.name: helper})
        }
        yield from found.values()


def _moments(
    session: Session, kind: Kind, record: Record, names: Mapping[str, str]
) -> Iterator[Moment]:
    side = _SIDES.get(kind.name, Side.OTHER)
    key = (kind.name, record.id)
    if kind.name in WORDS:
        for on, words in WORDS[kind.name](session, record):
            yield Moment(on, words, side, key)
        return
    words = f"{_(kind.one)}: {kind.describe(record, names)}"
    yield Moment(_day_of(session, record), words, side, key)


def _day_of(session: Session, record: Record) -> dt.date | None:
    """The first day written in the record, else in the first thing it belongs to."""
    fields = [one for one in fields_of(type(record)) if one.kind in {dt.date, dt.datetime}]
    for field in sorted(fields, key=lambda one: not one.required):
        held: Any = getattr(record, field.name)
        if isinstance(held, dt.datetime):
            return held.date()
        if held is not None and not field.many:
            return held  # type: ignore[no-any-return]
    for type_name, record_id in targets(record):
        if type_name != Helper.type_name:
            owners = session.records.with_ids(kind_named(type_name).record, [record_id])
            return next((_day_of(session, one) for one in owners), None)
    return None


class _Month(NamedTuple):
    """The shifts of a month: how many, their minutes, and to how many it was a no."""

    shifts: int = 0
    minutes: int = 0
    noes: int = 0


def _work(session: Session, helper: Helper) -> Iterator[Moment]:
    """A line for each month with shifts that count, worked or planned, or with noes."""
    months: dict[dt.date, _Month] = defaultdict(_Month)
    for row in all_stints(session):
        if row[1] == helper.id and row[4] != CANCELLED:
            start, end = actual(row)
            month = wall(start).date().replace(day=1)
            held = months[month]
            months[month] = _Month(held.shifts + 1, held.minutes + end - start)
    for one in session.records.where(Declined, helper=helper.id):
        month = one.shift_start.date().replace(day=1)
        months[month] = months[month]._replace(noes=months[month].noes + 1)
    for month, held in months.items():
        last = months_before(month, -1) - _ONE_DAY
        yield Moment(last, _month_words(held), Side.WORK, week=month)


def _month_words(held: _Month) -> str:
    parts = []
    if held.shifts:
        text = ngettext("{n} shift, {hours}.", "{n} shifts, {hours}.", held.shifts)
        parts.append(text.format(hours=in_hours(held.minutes)))
    if held.noes:
        parts.append(ngettext("Said no to {n} shift.", "Said no to {n} shifts.", held.noes))
    return " ".join(parts)


def sides(moments: Iterable[Moment]) -> Sequence[Side]:
    """The sides that there is something of, in their order."""
    there = {one.side for one in moments}
    return [side for side in Side if side in there]
