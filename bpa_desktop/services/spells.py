"""Spells of absence: how long one lasts, and what becomes of the shifts when it is over.

A spell that is ended now leaves the helper fit from the next shift that has not begun. Its last
day is the one before, unless the helper already missed a shift today; then it is today, and where
they can still take a later shift of today it ends with the one they missed.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING, Final, NamedTuple

from bpa_desktop.domain.absence import Absence, AbsenceKind
from bpa_desktop.domain.clock import day_start, instant, once, overlap
from bpa_desktop.domain.roster import Shift, ShiftState
from bpa_desktop.errors import N_
from bpa_desktop.i18n import clock
from bpa_desktop.services.reading import absences
from bpa_desktop.services.rostering import given, is_running, vacated, who
from bpa_desktop.services.shift_edits import halves
from bpa_desktop.services.substitution import is_open

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bpa_desktop.domain.clock import Span
    from bpa_desktop.services.session import Session

_ONE_DAY: Final = dt.timedelta(days=1)
_MINUTE: Final = dt.timedelta(minutes=1)
_QUARTER: Final = 15
_HALF_HOUR: Final = dt.timedelta(minutes=30)
_MIDNIGHT: Final = dt.time()


class Length(NamedTuple):
    """How an absence ends: with a day, at a time of it, or without a day not yet."""

    last_day: dt.date | None
    to_time: dt.time | None = None


class Back(NamedTuple):
    """Whose spell is over, and the coming shifts in it that were theirs.

    ``open`` are the ids of those that nobody has, ``taken`` of those that a substitute has.
    """

    helper: str
    open: tuple[str, ...]
    taken: tuple[str, ...]


def goes_on(absence: Absence, now: dt.datetime) -> bool:
    """Whether the helper is away at ``now``."""
    start, end = absence.plan_span()
    return start <= instant(now) < end


def going_on(session: Session) -> tuple[Absence, ...]:
    """The absences that go on now."""
    now = session.now()
    found = absences(session, session.today, session.today + _ONE_DAY)
    return tuple(one for one in found if goes_on(one, now))


def length_of(absence: Absence) -> Length:
    """How it ends."""
    return Length(absence.last_day, absence.to_time)


def lengths(session: Session, shift: Shift) -> tuple[Length, ...]:
    """How long a sickness that began with the shift may be: the shift alone first, then longer.

    The shift's own day, tomorrow, the end of tomorrow's week, and until further notice.
    """
    end = shift.planned_end
    is_over_midnight = shift.planned_start.date() != end.date()
    own = Length(end.date(), end.time()) if is_over_midnight else Length(end.date())
    tomorrow = max(end.date(), session.today) + (_ONE_DAY * (not is_over_midnight))
    sunday = tomorrow + dt.timedelta(days=6 - tomorrow.weekday())
    return tuple(dict.fromkeys([own, Length(tomorrow), Length(sunday), Length(None)]))


def set_length(session: Session, absence: Absence, length: Length) -> int:
    """Let the absence end otherwise; how many of its coming shifts are unfilled then.

    The helper's coming shifts inside it become unfilled and remember whose they were. Those that
    are outside now and still unfilled are the helper's again.
    """
    changed = replace(absence, last_day=length.last_day, to_time=length.to_time)
    now, span = instant(session.now()), changed.plan_span()
    coming = _coming(session, absence, changed, now)
    hit = [one for one in coming if overlap(one.planned, span) is not None]
    taken = [vacated(one) for one in hit if one.helper == absence.helper]
    left = [one for one in coming if one not in hit and one.planned[0] >= now]
    with session.operation(
        N_("change how long {who} is away"), who=who(session, absence.helper)
    ) as operation:
        operation.save(changed)
        operation.save_all([*taken, *_freed(session, absence, left)])
    waiting = sum(_is_waiting(one, absence.helper) for one in hit)
    return len(taken) + waiting


def fell_ill_at(session: Session, shift: Shift) -> dt.datetime | None:
    """Until when the helper of a running shift may have been there: the last quarter of an hour.

    None when the shift does not run, or has hardly begun.
    """
    now = session.now()
    cut = once(now - dt.timedelta(minutes=now.minute % _QUARTER), _MINUTE * _QUARTER)
    return cut if shift.planned_start < cut < shift.planned_end and is_running(shift, now) else None


def was_here(session: Session, shift: Shift, spell: Absence, until: dt.datetime) -> Shift:
    """Let the sick helper have the unfilled shift as far as they were there; the rest of it.

    The sickness begins with that rest, which stays unfilled.
    """
    first, rest = halves(shift, until, keep_helper=True)
    with session.operation(
        N_("{who} was here until {time}"), who=who(session, spell.helper), time=clock(until)
    ) as operation:
        operation.save(given(first, spell.helper))
        operation.save(replace(spell, first_day=until.date(), from_time=until.time()))
        return operation.save(rest)


def _freed(session: Session, absence: Absence, left: Iterable[Shift]) -> list[Shift]:
    """Those of ``left`` that wait for somebody and can be the helper's again, as theirs."""
    still_away = _other_spans(session, absence)
    return [
        _returned(one)
        for one in left
        if _is_waiting(one, absence.helper) and not _meets(one, still_away)
    ]


def _coming(session: Session, old: Absence, new: Absence, now: int) -> Sequence[Shift]:
    """The planned shifts in the one or the other that are not over."""
    spans = old.plan_span(), new.plan_span()
    span = max(now, min(start for start, _end in spans)), max(end for _start, end in spans)
    found = session.records.overlapping(Shift, "planned_start", "planned_end", span)
    return [one for one in found if one.state is ShiftState.PLANNED]


def _other_spans(session: Session, absence: Absence) -> Sequence[Span]:
    """The stretches in which the helper is away for another reason."""
    mine = session.records.where(Absence, helper=absence.helper)
    return [one.plan_span() for one in mine if one.id != absence.id]


def _meets(shift: Shift, spans: Iterable[Span]) -> bool:
    return any(overlap(shift.planned, span) is not None for span in spans)


def _is_waiting(shift: Shift, helper: str) -> bool:
    return is_open(shift) and shift.stands_in_for == helper


def _returned(shift: Shift) -> Shift:
    return replace(shift, helper=shift.stands_in_for, stands_in_for=None)


def fit_again(session: Session, absence: Absence) -> Back:
    """End the absence as the module says; what of the helper's coming shifts can be given back."""
    now = session.now()
    own = [one for one in _own(session, absence) if one.state is not ShiftState.CANCELLED]
    still_away = _other_spans(session, absence)
    begun = [one for one in own if one.planned[0] < instant(now)]
    coming = [one for one in own if one not in begun and not _meets(one, still_away)]
    length = end_of(absence, begun, coming, now)
    ended = replace(absence, last_day=length.last_day, to_time=length.to_time)
    if ended.plan_span()[1] > absence.plan_span()[1]:
        ended = absence
    message = (
        N_("{who} is fit again")
        if absence.kind is AbsenceKind.SICKNESS
        else N_("{who} is back at work")
    )
    session.save(ended, message, who=who(session, absence.helper))
    return Back(
        absence.helper,
        tuple(one.id for one in coming if _is_waiting(one, absence.helper)),
        tuple(one.id for one in coming if one.helper not in {None, absence.helper}),
    )


def _own(session: Session, absence: Absence) -> tuple[Shift, ...]:
    """The shifts in the absence that are or were the helper's."""
    span = absence.plan_span()
    found = session.records.overlapping(Shift, "planned_start", "planned_end", span)
    return tuple(one for one in found if absence.helper in {one.helper, one.stands_in_for})


def end_of(
    absence: Absence, begun: Iterable[Shift], coming: Iterable[Shift], now: dt.datetime
) -> Length:
    """How an absence that goes on at ``now`` ends, as the module says.

    ``begun`` are the helper's shifts in it that have begun, ``coming`` those that have not.
    """
    today = now.date()
    ends = [one.planned_end for one in begun if one.planned[1] > day_start(today)]
    if not ends and absence.first_day < today:
        return Length(today - _ONE_DAY)
    if not ends:
        return _at(max(now, absence.first_time + _MINUTE))
    missed = max(ends)
    later = (one.planned_start for one in coming)
    if missed.date() == today and not any(missed <= one and one.date() == today for one in later):
        return Length(today)
    return _at(missed)


def _at(moment: dt.datetime) -> Length:
    """To that time; where it comes twice or never, to the next half hour that does not."""
    moment = once(moment, _HALF_HOUR)
    if moment.time() == _MIDNIGHT:
        return Length(moment.date() - _ONE_DAY)
    return Length(moment.date(), moment.time())


def still(session: Session, ids: Sequence[str], *, is_open_still: bool) -> tuple[Shift, ...]:
    """Those of the shifts that are unfilled, or that somebody has, in order of time."""
    found = session.records.with_ids(Shift, ids)
    kept = (one for one in found if is_open(one) is is_open_still)
    return tuple(sorted(kept, key=lambda one: (one.planned_start, one.id)))


def give_back(session: Session, back: Back) -> int:
    """Give the helper the shifts that are still unfilled; how many."""
    waiting = still(session, back.open, is_open_still=True)
    with session.operation(
        N_("give shifts back to {who}"), who=who(session, back.helper)
    ) as operation:
        operation.save_all([_returned(one) for one in waiting])
    return len(waiting)
