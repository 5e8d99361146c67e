"""Who could take a shift, and in a few words what speaks against it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from bpa_desktop.domain.clock import days_span, overlap
from bpa_desktop.domain.findings import Code, Severity
from bpa_desktop.domain.people import Position
from bpa_desktop.domain.roster import Shift, ShiftState
from bpa_desktop.domain.stints import CANCELLED, actual, stint
from bpa_desktop.errors import N_
from bpa_desktop.i18n import _, hours, ngettext
from bpa_desktop.services.judging import judge_of
from bpa_desktop.services.reading import employed, helper_signs

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bpa_desktop.domain.clock import Span
    from bpa_desktop.domain.findings import Finding
    from bpa_desktop.domain.people import Helper
    from bpa_desktop.domain.stints import Stint
    from bpa_desktop.services.judging import Judge
    from bpa_desktop.services.reading import Sign
    from bpa_desktop.services.session import Session

_ONE_DAY = dt.timedelta(days=1)
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
    judge = judge_of(session, day, shift.planned_end.date() + _ONE_DAY)
    judge = replace(judge, rows=[row for row in judge.rows if row[0] != shift.id])
    near = days_span(day - _AROUND, day + _AROUND + _ONE_DAY)
    trial = _Trial(shift, judge, near, helper_signs(session))
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
    judge: Judge
    near: Span
    signs: Mapping[str, Sign]

    def of(self, helper: Helper) -> Candidate:
        own = self.judge.touching(helper)
        before = self._found(own, helper)
        after = self._found([*own, stint(_given_to(self.shift, helper))], helper)
        against = tuple(one for one in after if one not in before)
        words = _worded(min(against, key=_weight)) if against else _("free")
        return Candidate(helper, self.signs[helper.id], against, words, self._minutes(own, helper))

    def _found(self, rows: Sequence[Stint], helper: Helper) -> list[Finding]:
        found = self.judge.found(rows, [helper])
        return [one for one in found if one.severity is not Severity.HINT]

    def _minutes(self, own: Sequence[Stint], helper: Helper) -> int:
        """What they have in the days around the shift."""
        spans = [actual(row) for row in own if row[1] == helper.id and row[4] != CANCELLED]
        return sum(end - start for start, end in spans if overlap((start, end), self.near))


def _given_to(shift: Shift, helper: Helper) -> Shift:
    return Shift(
        id=shift.id,
        planned_start=shift.planned_start,
        planned_end=shift.planned_end,
        helper=helper.id,
        kind=shift.kind,
        state=ShiftState.PLANNED,
    )


_REASONS: Final = {
    Code.OUTSIDE_EMPLOYMENT: N_("is not employed that day"),
    Code.DURING_ABSENCE: N_("is away"),
    Code.DOUBLE_BOOKING: N_("has a shift"),
    Code.UNDER_AGE: N_("is too young"),
    Code.WEEKLY_DAY_OFF: N_("has no weekly day off"),
    Code.AVERAGE_WEEK: N_("has too many hours on average"),
    Code.RELATIVE_WEEK: N_("has too many hours in the week"),
}
"""In the order in which they are told: what makes it impossible comes first."""


def _weight(finding: Finding) -> int:
    order = list(_REASONS)
    return order.index(finding.code) if finding.code in order else len(order)


def _worded(finding: Finding) -> str:
    if finding.code in {Code.DAILY_REST, Code.SHORTENED_REST}:
        longest = int(str(finding.values["longest"]))
        return _("only {hours} hours of rest").format(hours=hours(longest))
    return _(_REASONS.get(finding.code, N_("against a rule")))


def summary(found: Sequence[Candidate]) -> str:
    """How many are free, in one sentence."""
    free = sum(one.is_free for one in found)
    if not free:
        return _("Nobody is free.")
    return ngettext("{n} helper is free.", "{n} helpers are free.", free)
