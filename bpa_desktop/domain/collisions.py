"""Which slots their helpers cannot take, found in a sweep over all of them at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from bpa_desktop.domain.clock import instant
from bpa_desktop.domain.conflicts import conflicts
from bpa_desktop.domain.day_shifts import day_shifts
from bpa_desktop.domain.findings import Code, Severity, order
from bpa_desktop.domain.rest import daily_rest
from bpa_desktop.domain.roster import ShiftState
from bpa_desktop.domain.shortened_rest import shortened
from bpa_desktop.domain.stints import CANCELLED
from bpa_desktop.domain.wishes import wish_findings
from bpa_desktop.domain.work import work_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from bpa_desktop.domain.absence import Absence
    from bpa_desktop.domain.findings import Finding
    from bpa_desktop.domain.ground import Ground
    from bpa_desktop.domain.people import Helper
    from bpa_desktop.domain.rates import RuleBook
    from bpa_desktop.domain.slots import Slot
    from bpa_desktop.domain.stints import Stint
    from bpa_desktop.domain.work import Work

_ALONE: Final = (
    Code.OUTSIDE_EMPLOYMENT,
    Code.UNDER_AGE,
    Code.DURING_ABSENCE,
    Code.NEVER_AVAILABLE,
)
_TOGETHER: Final = (
    Code.DOUBLE_BOOKING,
    Code.DAILY_REST,
    Code.SHORTENED_REST,
    Code.REST_BEFORE_DAY_SHIFT,
    Code.REST_AFTER_DAY_SHIFT,
)
"""What speaks against a shift on its own, and what only beside others.

A shift that leaves no rest by its own length alone, such as one of 24 hours, collides with nothing.
"""

_SLOT: Final = "slot "
_PLANNED: Final = str(ShiftState.PLANNED)


class Law(NamedTuple):
    """The rules, and what those of working time rest on."""

    book: RuleBook
    ground: Ground


def collisions(
    slots: Sequence[Slot],
    there: Iterable[Stint],
    helpers: Iterable[Helper],
    absences: Iterable[Absence],
    law: Law,
) -> Mapping[int, Finding]:
    """What speaks against each slot that its helper cannot take, by the place of the slot.

    ``there`` are the other shifts in and around those days. Where two slots do not go together,
    the later one gives way; where a slot does not go with a shift that is there, the slot does.
    All slots are looked at in one sweep, and again only for helpers who lost one in it.
    """
    people = {helper.id: helper for helper in helpers}
    away = list(absences)
    mine = (_row(f"{_SLOT}{at}", slot) for at, slot in enumerate(slots) if slot.helper)
    rows = {row[0]: row for row in mine}
    others = [one for one in there if one[1] in people and one[4] != CANCELLED]
    found: dict[int, Finding] = {}
    looked_at: Iterable[Helper] = people.values()
    while looked_at:
        names = {helper.id for helper in looked_at}
        stints = [one for one in (*others, *rows.values()) if one[1] in names]
        hit = _hit(_found(stints, looked_at, away, law), rows)
        looked_at = [people[str(rows[key][1])] for key in hit if rows[key][1] in people]
        looked_at = list({helper.id: helper for helper in looked_at}.values())
        for key, finding in hit.items():
            found[int(key.removeprefix(_SLOT))] = finding
            del rows[key]
    return found


def _found(
    stints: Sequence[Stint], helpers: Iterable[Helper], away: Iterable[Absence], law: Law
) -> list[Finding]:
    """What speaks against the shifts; a rest that is only a hint is none of it."""
    found = [
        *conflicts(stints, helpers, away, law.book),
        *wish_findings(stints, helpers, (), (), law.book),
        *(one for one in _rest(work_of(stints), law) if one.severity is Severity.PROBLEM),
    ]
    return sorted(found, key=order)


def _rest(work: Work, law: Law) -> Iterator[Finding]:
    short = daily_rest(work, law.book, law.ground)
    if law.ground.is_relaxed:
        yield from shortened(short, law.book)
        yield from day_shifts(work, {}, law.book)
    else:
        yield from short


def _row(key: str, slot: Slot) -> Stint:
    start, end, helper, kind, _rests = slot
    return key, helper, None, str(kind), _PLANNED, instant(start), instant(end), None, None


def _hit(findings: Sequence[Finding], rows: Mapping[str, Stint]) -> Mapping[str, Finding]:
    """The slots that give way; what may be right once they have is not looked at yet."""
    hit: dict[str, Finding] = {}
    for codes in (_ALONE, _TOGETHER):
        for one in findings:
            shifts = [key for kind, key in one.records if kind == "shift"]
            named = [key for key in shifts if key in rows]
            is_alone = codes is _TOGETHER and len(shifts) == 1
            if one.code in codes and named and not is_alone and not hit.keys() & set(named):
                hit[named[-1]] = one
    return hit
