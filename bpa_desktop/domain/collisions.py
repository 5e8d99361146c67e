"""Which slots their helpers cannot take, found in a sweep over all of them at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bpa_desktop.domain.conflicts import conflicts
from bpa_desktop.domain.findings import Code
from bpa_desktop.domain.roster import ShiftState
from bpa_desktop.domain.stints import CANCELLED

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from bpa_desktop.domain.absence import Absence
    from bpa_desktop.domain.findings import Finding
    from bpa_desktop.domain.people import Helper
    from bpa_desktop.domain.rates import RuleBook
    from bpa_desktop.domain.slots import Slot
    from bpa_desktop.domain.stints import Stint

_ALONE: Final = (Code.OUTSIDE_EMPLOYMENT, Code.UNDER_AGE, Code.DURING_ABSENCE)
_TOGETHER: Final = (Code.DOUBLE_BOOKING, Code.DAILY_REST)
"""What speaks against a shift on its own, and what only beside others.

A shift that leaves no rest by its own length alone, such as one of 24 hours, collides with nothing.
"""

_SLOT: Final = "slot "
_PLANNED: Final = str(ShiftState.PLANNED)


def collisions(
    slots: Sequence[Slot],
    there: Iterable[Stint],
    helpers: Iterable[Helper],
    absences: Iterable[Absence],
    book: RuleBook,
) -> Mapping[int, Finding]:
    """What speaks against each slot that its helper cannot take, by the place of the slot.

    ``there`` are the other shifts in and around those days. Where two slots do not go together,
    the later one gives way; where a slot does not go with a shift that is there, the slot does.
    All slots are looked at in one sweep, and again only for helpers who lost one in it.
    """
    people = {helper.id: helper for helper in helpers}
    away = list(absences)
    rows = {f"{_SLOT}{at}": _row(at, slot) for at, slot in enumerate(slots) if slot.helper}
    others = [one for one in there if one[1] in people and one[4] != CANCELLED]
    found: dict[int, Finding] = {}
    looked_at: Iterable[Helper] = people.values()
    while looked_at:
        names = {helper.id for helper in looked_at}
        stints = [one for one in (*others, *rows.values()) if one[1] in names]
        hit = _hit(conflicts(stints, looked_at, away, book), rows)
        looked_at = [people[str(rows[key][1])] for key in hit if rows[key][1] in people]
        looked_at = list({helper.id: helper for helper in looked_at}.values())
        for key, finding in hit.items():
            found[int(key.removeprefix(_SLOT))] = finding
            del rows[key]
    return found


def _row(at: int, slot: Slot) -> Stint:
    start, end = slot.span
    kind = str(slot.kind)
    return f"{_SLOT}{at}", slot.helper, None, kind, _PLANNED, start, end, None, None


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
