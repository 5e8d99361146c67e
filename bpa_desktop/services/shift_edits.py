"""More that a work leader does with one shift: its span, kind and words, copies, halves, a hole."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, Final, NamedTuple

from bpa_desktop.domain.clock import at, checked, instant, next_at, once, wall
from bpa_desktop.domain.findings import Code, Severity
from bpa_desktop.domain.kinds import PRESENT, HourKind
from bpa_desktop.domain.roster import RestPeriod, Shift, ShiftState, unfilled_copy
from bpa_desktop.domain.slots import slot_later
from bpa_desktop.errors import N_, BpaError
from bpa_desktop.services.reading import grants, shifts
from bpa_desktop.services.rostering import STEP, retime, save, texts
from bpa_desktop.services.trial import findings_if

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bpa_desktop.domain.findings import Finding
    from bpa_desktop.services.session import Session

MOST_USUAL_KINDS: Final = 5
"""So many kinds of hours are offered at first."""
_STEP: Final = dt.timedelta(minutes=STEP)
_REACH: Final = dt.timedelta(days=1)
"""So long after a shift the next one may begin for the time between to be a hole in the plan."""


class CutOutside(BpaError):
    """A shift cannot be split where it does not go on."""

    sentence = N_("The shift can only be split at a time inside it.")


class Copied(NamedTuple):
    """A copy, and what kept it from going to the same helper."""

    shift: Shift
    against: tuple[Finding, ...]


def set_span(session: Session, shift: Shift, start: dt.time, end: dt.time) -> Shift:
    """Let the shift go from ``start`` on the day it begins to the next ``end`` after that.

    Equal times are a day and a night on the wall clock. Raises ``NoSuchTime`` or ``TimeTwice``
    when the clock does not show a time once; nothing is saved when both are as before.
    """
    begin = checked(at(shift.planned_start.date(), start))
    span = begin, checked(next_at(begin, end))
    return shift if span == shift.used else retime(session, shift, *span)


def set_kind(session: Session, shift: Shift, kind: HourKind) -> Shift:
    """Count the shift as another kind of hours; nothing is saved when it is that already."""
    if shift.kind is kind:
        return shift
    return save(session, replace(shift, kind=kind), N_("kind of the shift {who}"))


def set_note(session: Session, shift: Shift, note: str) -> Shift:
    """Keep ``note`` for the work leader alone."""
    return save(session, replace(shift, note=note.strip()), N_("note on the shift {who}"))


def set_reason(session: Session, shift: Shift, reason: str) -> Shift:
    """Say why the shift became other than planned; it stands in the roster as used."""
    changed = replace(shift, deviation=reason.strip())
    return save(session, changed, N_("reason for the change {who}"))


def usual_kinds(
    session: Session, day: dt.date, own: HourKind = HourKind.BASIS
) -> tuple[HourKind, ...]:
    """The kinds the grant of ``day`` gives, and the shift's ``own``; basic hours always first.

    At most ``MOST_USUAL_KINDS``, those with most hours in the grant.
    """
    given: Counter[HourKind] = Counter()
    for grant in grants(session):
        if grant.valid_from <= day and (grant.valid_to is None or day <= grant.valid_to):
            given.update({line.kind: line.minutes for line in grant.lines})
    wanted = dict.fromkeys([HourKind.BASIS, own, *(kind for kind, _ in given.most_common())])
    chosen = list(wanted)[:MOST_USUAL_KINDS]
    return tuple(kind for kind in HourKind if kind in chosen)


def copied(session: Session, shift: Shift, day: dt.date) -> Copied:
    """The shift as it would be on ``day``: planned, with the same times, kind, helper and rests.

    Whatever speaks against the helper on that day makes the copy unfilled. Notes and reasons
    belong to the day for which they were written.
    """
    slot = slot_later(shift, day - shift.planned_start.date(), _STEP)
    copy = Shift(
        planned_start=slot.start,
        planned_end=slot.end,
        helper=shift.helper,
        kind=slot.kind,
        rests=slot.rests,
    )
    against = () if copy.helper is None else _impossible(session, copy)
    return Copied(unfilled_copy(copy) if against else copy, against)


def _impossible(session: Session, copy: Shift) -> tuple[Finding, ...]:
    """A time that never suits is asked of nobody by copying, nor is what a rule forbids."""
    return tuple(
        one
        for one in findings_if(session, [copy])
        if one.severity is Severity.PROBLEM or one.code is Code.NEVER_AVAILABLE
    )


def copy_to(session: Session, shift: Shift, day: dt.date) -> Copied:
    """Make a copy of the shift on ``day``, see ``copied``."""
    copy = copied(session, shift, day)
    return copy._replace(shift=save(session, copy.shift, N_("copy the shift {who}")))


def middle(shift: Shift) -> dt.datetime | None:
    """Where the shift is divided: half of its real time, rounded down to a whole ``STEP``.

    The clock shows that time once. None when there is no such time strictly inside the shift.
    """
    start, end = (instant(edge) for edge in _inside(shift))
    half = wall((start + end) // 2).replace(fold=0)
    cut = once(half - dt.timedelta(minutes=half.minute % STEP), _STEP)
    return cut if start < instant(cut) < end else None


def _inside(shift: Shift) -> tuple[dt.datetime, dt.datetime]:
    """Between which times a cut may lie: the shift goes on there by the plan and as it was."""
    start, end = shift.used
    return max(shift.planned_start, start), min(shift.planned_end, end)


def cut_at(shift: Shift, time: dt.time) -> dt.datetime:
    """The first time inside the shift at which the clock shows ``time``.

    Raises ``CutOutside`` when there is none, ``NoSuchTime`` or ``TimeTwice`` when the clock does
    not show it once.
    """
    start, end = shift.used
    cut = checked(next_at(start, time))
    if cut >= end:
        raise CutOutside
    return cut


def split(
    session: Session, shift: Shift, cut: dt.datetime, *, keep_helper: bool
) -> tuple[Shift, Shift]:
    """Make two shifts that meet at ``cut``; the second is unfilled unless ``keep_helper``.

    The first is the shift itself, made shorter. A rest over the cut is in both, each with its part.
    Raises ``CutOutside``.
    """
    first, second = halves(shift, cut, keep_helper=keep_helper)
    with session.operation(N_("split the shift {when}"), **texts(session, shift)) as operation:
        return operation.save(first), operation.save(second)


def halves(shift: Shift, cut: dt.datetime, *, keep_helper: bool) -> tuple[Shift, Shift]:
    """The two shifts that `split` saves; the second has no id yet. Raises ``CutOutside``."""
    start, end = _inside(shift)
    if not start < cut < end:
        raise CutOutside
    first = replace(
        shift, planned_end=cut, worked_end=None, rests=tuple(_rests(shift, shift.used[0], cut))
    )
    second = replace(
        shift,
        id="",
        planned_start=cut,
        worked_start=None,
        rests=tuple(_rests(shift, cut, shift.used[1])),
        rolled_out=(),
    )
    is_bare = not keep_helper and second.helper is not None
    return first, _bare(second) if is_bare else second


def _bare(shift: Shift) -> Shift:
    return replace(
        shift,
        helper=None,
        state=ShiftState.PLANNED,
        worked_end=None,
        deviation="",
        note="",
    )


def _rests(shift: Shift, start: dt.datetime, end: dt.datetime) -> Iterator[RestPeriod]:
    for one in shift.rests:
        begin, stop = max(one.start, start), min(one.end, end)
        if begin < stop:
            yield RestPeriod(start=begin, end=stop)


def next_start(session: Session, shift: Shift) -> dt.datetime | None:
    """When the next shift begins, if nobody is there from the end of this one until then.

    ``None`` when the shifts meet, or when none begins within a day.
    """
    end = shift.used[1]
    around = shifts(session, end.date() - _REACH, end.date() + 3 * _REACH)
    others = [
        other.used
        for other in around
        if other.id != shift.id
        and other.kind in PRESENT
        and other.state is not ShiftState.CANCELLED
        and other.used[1] > end
    ]
    begin = min((start for start, _end in others), default=None)
    return begin if begin is not None and end < begin <= end + _REACH else None


def extend_to_next(session: Session, shift: Shift) -> Shift:
    """Let the shift last until the next one begins; as it is when there is no time between."""
    end = next_start(session, shift)
    return shift if end is None else retime(session, shift, shift.used[0], end)
