"""Who could take a shift, and in a few words what speaks against it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from bpa_desktop.domain.conflicts import conflicts
from bpa_desktop.domain.findings import Code
from bpa_desktop.domain.people import Position
from bpa_desktop.domain.roster import Shift, ShiftState
from bpa_desktop.domain.stints import CANCELLED, actual, stint
from bpa_desktop.errors import N_
from bpa_desktop.i18n import _, hours, ngettext
from bpa_desktop.services.reading import absences, employed, helper_signs, stints
from bpa_desktop.services.rulebook import rulebook

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bpa_desktop.domain.absence import Absence
    from bpa_desktop.domain.findings import Finding
    from bpa_desktop.domain.people import Helper
    from bpa_desktop.domain.rates import RuleBook
    from bpa_desktop.domain.stints import Stint
    from bpa_desktop.services.reading import Sign
    from bpa_desktop.services.session import Session

_AROUND = dt.timedelta(days=3)


@dataclass(frozen=True)
class Candidate:
    """A helper who could take a shift.

    ``against`` is what the rules find when they do; ``words`` says it, or that they are free.
    ``minutes`` is what they already have in the days around the shift.
    """

    helper: Helper
    sign: Sign
    against: tuple[Finding, ...]
    words: str
    minutes: int

    @property
    def is_free(self) -> bool:
        """Whether nothing speaks against it."""
        return not self.against


def candidates(session: Session, shift: Shift) -> tuple[Candidate, ...]:
    """Every other helper employed on the day, those who are free and have fewest hours first."""
    day = shift.planned_start.date()
    first, end = day - _AROUND, day + _AROUND + dt.timedelta(days=1)
    rows = [row for row in stints(session, first, end) if row[0] != shift.id]
    away = absences(session, first, end)
    trial = _Trial(shift, rulebook(), rows, away, helper_signs(session))
    found = [
        trial.of(helper)
        for helper in employed(session, day, day + dt.timedelta(days=1))
        if helper.id not in {shift.helper, shift.stands_in_for}
    ]
    return tuple(sorted(found, key=_rank))


def _rank(one: Candidate) -> tuple[object, ...]:
    is_permanent = one.helper.position is Position.PERMANENT
    return len(one.against), is_permanent, one.minutes, one.helper.first_name


@dataclass(frozen=True)
class _Trial:
    """A shift that is given to one helper after the other to see what the rules find."""

    shift: Shift
    book: RuleBook
    rows: Sequence[Stint]
    away: Sequence[Absence]
    signs: Mapping[str, Sign]

    def of(self, helper: Helper) -> Candidate:
        own = [row for row in self.rows if row[1] == helper.id]
        before = self._found(own, helper)
        after = self._found([*own, stint(_given_to(self.shift, helper))], helper)
        against = tuple(
            one for one in after if one not in before and one.code is not Code.BIRTH_DATE_MISSING
        )
        minutes = sum(_length(row) for row in own if row[4] != CANCELLED)
        words = _worded(min(against, key=_weight)) if against else _("free")
        return Candidate(helper, self.signs[helper.id], against, words, minutes)

    def _found(self, rows: Sequence[Stint], helper: Helper) -> list[Finding]:
        return conflicts(rows, [helper], self.away, self.book)


def _given_to(shift: Shift, helper: Helper) -> Shift:
    return Shift(
        id=shift.id,
        planned_start=shift.planned_start,
        planned_end=shift.planned_end,
        helper=helper.id,
        kind=shift.kind,
        state=ShiftState.PLANNED,
    )


def _length(row: Stint) -> int:
    start, end = actual(row)
    return end - start


_REASONS: Final = {
    Code.OUTSIDE_EMPLOYMENT: N_("is not employed that day"),
    Code.DURING_ABSENCE: N_("is away"),
    Code.DOUBLE_BOOKING: N_("has a shift"),
    Code.UNDER_AGE: N_("is too young"),
}
"""In the order in which they are told: what makes it impossible comes first."""


def _weight(finding: Finding) -> int:
    order = list(_REASONS)
    return order.index(finding.code) if finding.code in order else len(order)


def _worded(finding: Finding) -> str:
    if finding.code is Code.DAILY_REST:
        longest = int(str(finding.values["longest"]))
        return _("only {hours} hours of rest").format(hours=hours(longest))
    return _(_REASONS.get(finding.code, N_("against a rule")))


def summary(found: Sequence[Candidate]) -> str:
    """How many are free, in one sentence."""
    free = sum(one.is_free for one in found)
    if not free:
        return _("Nobody is free.")
    return ngettext("{n} helper is free.", "{n} helpers are free.", free)
