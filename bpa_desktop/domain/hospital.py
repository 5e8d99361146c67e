"""What shifts become while the citizen is in hospital, and which hours others pay for."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING, Final, TypeAlias

from bpa_desktop.domain.clock import days_span, instant, overlap
from bpa_desktop.domain.hospital_stay import Fate
from bpa_desktop.domain.money_flow import Payer
from bpa_desktop.domain.roster import ShiftState
from bpa_desktop.domain.scheme import Answer
from bpa_desktop.domain.stints import CANCELLED

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from bpa_desktop.domain.clock import Span
    from bpa_desktop.domain.hospital_stay import HospitalStay, StayShift
    from bpa_desktop.domain.roster import Shift
    from bpa_desktop.domain.stints import Stint

ShiftKey: TypeAlias = tuple[str | None, int, int]
"""The helper and the planned stretch in instants: by them a decision finds its shift."""

OFF: Final = frozenset({Fate.SENT_HOME, Fate.AGREED_OFF})
"""Then the helper does not work, and the shift is called off."""
_ELSEWHERE: Final = frozenset({Payer.REGION, Payer.OTHER})
_NOBODY_NEEDED: Final = "hospital"
"""Stands for a helper where none is needed."""
AHEAD: Final = dt.timedelta(days=7)
"""So far ahead it is decided about shifts while nobody knows when the stay ends."""
_A_DAY: Final = dt.timedelta(days=1)


def key_of(shift: Shift) -> ShiftKey:
    """By what a decision finds ``shift``."""
    return (shift.helper, *shift.planned)


def decided(decisions: Iterable[StayShift]) -> Mapping[ShiftKey, StayShift]:
    """The decisions by the shift that each is about."""
    return {key_of_decision(one): one for one in decisions}


def key_of_decision(one: StayShift) -> ShiftKey:
    """By what the decision finds its shift."""
    return one.helper, instant(one.shift_start), instant(one.shift_end)


def is_elsewhere(one: StayShift) -> bool:
    """Whether the helper works and somebody other than the municipality pays."""
    return one.fate not in OFF and one.payer in _ELSEWHERE


def paid_elsewhere(stints: Iterable[Stint], decisions: Iterable[StayShift]) -> frozenset[str]:
    """The ids of the shifts that others pay for: they use no hours of the grant."""
    keys = {key for key, one in decided(decisions).items() if is_elsewhere(one)}
    return frozenset(one[0] for one in stints if (one[1], one[5], one[6]) in keys)


def stay_span(stay: HospitalStay, today: dt.date) -> Span:
    """The whole days of the stay in instants; while it goes on, ``AHEAD`` from ``today`` too."""
    last = stay.last_day or max(stay.first_day, today) + AHEAD
    return days_span(stay.first_day, last + _A_DAY)


def as_if_there(
    stints: Sequence[Stint], stays: Iterable[HospitalStay], today: dt.date
) -> Sequence[Stint]:
    """``stints`` as the need sees them: what is called off during a stay leaves no hole.

    A shift is kept as it was laid, and stands as filled.
    """
    spans = [stay_span(one, today) for one in stays]
    return [_filled(one) if _is_off(one, spans) else one for one in stints]


def _is_off(one: Stint, spans: Iterable[Span]) -> bool:
    return one[4] == CANCELLED and any(overlap((one[5], one[6]), span) for span in spans)


def _filled(one: Stint) -> Stint:
    state = str(ShiftState.PLANNED)
    return (one[0], one[1] or _NOBODY_NEEDED, one[2], one[3], state, one[5], one[6], None, None)


def payer_for(fate: Fate, region_pays: Answer) -> Payer:
    """Who pays for a shift: the region only where it has said so for those who come along."""
    if fate is Fate.COMES_ALONG and region_pays is Answer.YES:
        return Payer.REGION
    return Payer.MUNICIPALITY


def state_after(shift: Shift, fate: Fate, before: StayShift | None) -> Shift:
    """The shift as it is once ``fate`` is decided; ``before`` is what was decided until now.

    One that is off is called off. One that the stay itself had called off takes place again.
    """
    if fate in OFF:
        return replace(shift, state=ShiftState.CANCELLED)
    return shift if before is None else undecided(shift, before)


def undecided(shift: Shift, before: StayShift) -> Shift:
    """The shift as it is without the decision ``before``: what that called off takes place."""
    if before.fate in OFF and shift.state is ShiftState.CANCELLED:
        return replace(shift, state=ShiftState.PLANNED)
    return shift


def concerned(
    stay: HospitalStay,
    shifts: Iterable[Shift],
    decisions: Iterable[StayShift],
    today: dt.date,
) -> Iterator[tuple[Shift, StayShift | None]]:
    """The shifts that lie in the stay in their order, each with what was decided for it.

    One that was called off for another reason is left out, and one that nobody has.
    """
    own = decided(one for one in decisions if one.stay == stay.id)
    span = stay_span(stay, today)
    for shift in sorted(shifts, key=lambda one: (one.planned, one.id)):
        found = own.get(key_of(shift))
        is_on = shift.state is not ShiftState.CANCELLED or found is not None
        if shift.helper is not None and is_on and overlap(shift.planned, span):
            yield shift, found
