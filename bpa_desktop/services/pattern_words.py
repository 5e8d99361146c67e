"""Whose a shift would have been by its pattern or copy, how it differs, and what is in the way."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from bpa_desktop.domain.pattern import RosterPattern
from bpa_desktop.domain.roll_out import is_deviation, occurrences
from bpa_desktop.domain.roster import ShiftState
from bpa_desktop.errors import N_
from bpa_desktop.i18n import _, span
from bpa_desktop.services.laying import first_names
from bpa_desktop.services.reading import shifts

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bpa_desktop.domain.roster import RolledOut, Shift
    from bpa_desktop.services.candidates import Candidate
    from bpa_desktop.services.session import Session

_ONE_DAY: Final = dt.timedelta(days=1)


def foreseen_words(session: Session, shift: Shift, found: Iterable[Candidate]) -> tuple[str, ...]:
    """``Rulleplanen har Anna her.``, and ``Anna: har fravær.`` when something is in the way.

    ``found`` are the candidates for the shift; who is not among them is not employed that day.
    Nothing for a shift that is filled, that was made by hand or for nobody, whose helper is
    gone, or that is unfilled because that helper is absent, for then this is told already.
    """
    if shift.helper is not None:
        return ()
    for made in shift.rolled_out:
        helper = _foreseen(session, made)
        name = first_names(session).get(helper or "")
        if helper is not None and name is not None and helper != shift.stands_in_for:
            said = _(_SAID[bool(made.pattern)]).format(who=name)
            why = _against(helper, found)
            return (said, _("{who}: {words}.").format(who=name, words=why)) if why else (said,)
    return ()


_SAID: Final = {
    True: N_("The roster pattern has {who} here."),
    False: N_("Copied from a shift of {who}."),
}
"""By whether a pattern made the shift."""


def deviation_words(session: Session, shift: Shift) -> tuple[str, ...]:
    """``Afvigelse: rulleplanen har Anna 07–15 her.`` for a planned shift that was changed since.

    Nothing where all that differs is told already: who is missing from an unfilled shift, and in
    whose place a substitute comes.
    """
    if shift.helper is None or shift.state is not ShiftState.PLANNED or not is_deviation(shift):
        return ()
    made = shift.rolled_out[0]
    if not made.pattern:
        return ()
    has_times = (made.start, made.end) == (shift.planned_start, shift.planned_end)
    if has_times and made.kind is shift.kind and made.helper in {shift.helper, shift.stands_in_for}:
        return ()
    text = _("Deviation: the roster pattern has {who} {times} here.")
    who = first_names(session).get(made.helper) or _("nobody")
    return (text.format(who=who, times=span(made.start, made.end)),)


def _foreseen(session: Session, made: RolledOut) -> str | None:
    """Whom it was made for; the pattern itself tells it of a shift that was unfilled at once.

    Where the pattern asks for two alike, it is one who did not get theirs.
    """
    if made.helper or not made.pattern:
        return made.helper or None
    day = made.start.date()
    patterns = session.records.with_ids(RosterPattern, [made.pattern])
    alike = [
        slot.helper
        for pattern in patterns
        for slot in occurrences(pattern, day, day + _ONE_DAY)
        if (slot.start, slot.end, slot.kind) == (made.start, made.end, made.kind)
    ]
    there = shifts(session, day, day + _ONE_DAY)
    got = {one.helper for one in there if _is_same(one, made)}
    return next((helper for helper in alike if helper is not None and helper not in got), None)


def _is_same(shift: Shift, made: RolledOut) -> bool:
    """Whether the pattern made ``shift`` as it made the other, but for the helper."""
    return any(replace(one, helper="") == made for one in shift.rolled_out)


def _against(helper: str, found: Iterable[Candidate]) -> str:
    candidate = next((one for one in found if one.helper.id == helper), None)
    if candidate is None:
        return _("is not employed that day")
    return "" if candidate.is_free else candidate.words
