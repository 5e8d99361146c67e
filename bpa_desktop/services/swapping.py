"""Two helpers exchange two shifts; what the rules say is looked at for both of them."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Final, NamedTuple

from bpa_desktop.domain.roster import ShiftState
from bpa_desktop.errors import N_, BpaError
from bpa_desktop.i18n import _
from bpa_desktop.services.reading import shifts
from bpa_desktop.services.rostering import given, is_over, when, who
from bpa_desktop.services.trial import Trial, against_words, first_names

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bpa_desktop.domain.findings import Finding
    from bpa_desktop.domain.roster import Shift
    from bpa_desktop.services.session import Session

REACH: Final = dt.timedelta(days=14)
"""So many days before and after a shift the one to swap it with may lie."""
_ONE_DAY: Final = dt.timedelta(days=1)


class NothingToSwap(BpaError):
    """A swap needs two coming shifts of two helpers."""

    sentence = N_("Only coming shifts of two different helpers can be swapped.")


class Offer(NamedTuple):
    """A shift to swap with; ``against`` is what would be found for either helper then.

    ``words`` says it, or that both sides are free.
    """

    shift: Shift
    against: tuple[Finding, ...]
    words: str

    @property
    def is_free(self) -> bool:
        """Whether nothing speaks against it on either side."""
        return not self.against


def swappable(session: Session, shift: Shift) -> tuple[Shift, ...]:
    """Every coming shift of another helper within ``REACH``, the nearest first.

    None for a shift that is unfilled, over or called off.
    """
    if not _may_swap(session, shift):
        return ()
    first, end = _days(shift)
    found = (one for one in shifts(session, first, end) if _fits(session, shift, one))
    return tuple(sorted(found, key=lambda one: _apart(shift, one)))


def swap_offers(session: Session, shift: Shift, others: Iterable[Shift]) -> tuple[Offer, ...]:
    """``others`` as offers to swap with: those with nothing against first, then the nearest.

    Each is tried against every rule, so give no more than are looked at.
    """
    trial = Trial(session, *_days(shift))
    names = first_names(session)
    offers = []
    for other in others:
        against = trial.of(exchanged(shift, other)).new
        words = against_words(against, names) or _("both sides are free")
        offers.append(Offer(other, against, words))
    return tuple(sorted(offers, key=lambda one: (len(one.against), _apart(shift, one.shift))))


def _days(shift: Shift) -> tuple[dt.date, dt.date]:
    day = shift.planned_start.date()
    return day - REACH, day + REACH + _ONE_DAY


def _apart(shift: Shift, other: Shift) -> tuple[object, ...]:
    return abs(other.planned_start - shift.planned_start), other.planned_start, other.id


def _may_swap(session: Session, shift: Shift) -> bool:
    is_planned = shift.state is ShiftState.PLANNED and shift.helper is not None
    return is_planned and not is_over(shift, session.now())


def _fits(session: Session, shift: Shift, other: Shift) -> bool:
    return _may_swap(session, other) and other.helper != shift.helper


def exchanged(one: Shift, other: Shift) -> tuple[Shift, Shift]:
    """Both shifts with the other's helper."""
    return given(one, other.helper), given(other, one.helper)


def swap(session: Session, one: Shift, other: Shift) -> tuple[Shift, Shift]:
    """Exchange the helpers of two coming shifts; raises ``NothingToSwap``."""
    if not (_may_swap(session, one) and _fits(session, one, other)):
        raise NothingToSwap
    words = {
        "who": who(session, one.helper),
        "other": who(session, other.helper),
        "when": f"{when(one)}, {when(other)}",
    }
    with session.operation(N_("swap {who} and {other}"), **words) as operation:
        first, second = operation.save_all(exchanged(one, other))
        return first, second
