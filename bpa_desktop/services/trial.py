"""What the rules would find if shifts were other than they are, without changing any."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING, Final, NamedTuple

from bpa_desktop.domain.findings import Code, Severity, order
from bpa_desktop.domain.stints import stint
from bpa_desktop.services.judging import judge_of
from bpa_desktop.services.reading import helpers
from bpa_desktop.services.wording import finding_title

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from bpa_desktop.domain.findings import Finding
    from bpa_desktop.domain.people import Helper
    from bpa_desktop.domain.roster import Shift
    from bpa_desktop.domain.stints import Stint
    from bpa_desktop.services.judging import Judge
    from bpa_desktop.services.session import Session

_ONE_DAY: Final = dt.timedelta(days=1)


class Outcome(NamedTuple):
    """What a change would bring about: findings that come, and findings that go."""

    new: tuple[Finding, ...]
    gone: tuple[Finding, ...]


def findings_if(session: Session, changed: Iterable[Shift]) -> tuple[Finding, ...]:
    """The findings that would be new if the shifts were as ``changed``, in order of time.

    A shift without an id is one more; one that is called off or unfilled is one less. Findings
    that only ask for something (hints, rules that are not known) are left out.
    """
    shifts = tuple(changed)
    return Trial.around(session, shifts).of(shifts).new


class Trial:
    """The days from ``first`` to before ``end`` as the rules read them; any change can be tried.

    Every rule and every wish looks at one helper at a time, or at the relatives who share hours,
    so only the helpers of changed shifts are judged.
    """

    def __init__(self, session: Session, first: dt.date, end: dt.date) -> None:
        self._judge = judge_of(session, first, end)
        self._people = {helper.id: helper for helper in self._judge.people}
        self._owner = {row[0]: row[1] for row in self._judge.rows}
        self._before: dict[str, tuple[Finding, ...]] = {}

    @classmethod
    def around(cls, session: Session, shifts: Iterable[Shift]) -> Trial:
        """The days of ``shifts``, as they were and as they are; there must be one."""
        moments = [moment for one in shifts for moment in (one.planned_start, *one.used)]
        moments += [one.planned_end for one in shifts]
        return cls(session, min(moments).date() - _ONE_DAY, max(moments).date() + 2 * _ONE_DAY)

    def of(self, changed: Iterable[Shift]) -> Outcome:
        """What ``changed`` would bring about."""
        shifts = tuple(changed)
        rows = [stint(one) for one in shifts]
        names = {self._owner.get(row[0]) for row in rows} | {row[1] for row in rows}
        people = [
            self._people[name] for name in sorted(filter(None, names)) if name in self._people
        ]
        judge = self._with_rests(shifts)
        held = [one for helper in people for one in self._found_before(helper)]
        found = [one for helper in people for one in self._found(judge, helper, rows)]
        before, after = set(map(_key, held)), set(map(_key, found))
        return Outcome(
            new=_sorted(one for one in found if _key(one) not in before and _speaks_against(one)),
            gone=_sorted(one for one in held if _key(one) not in after),
        )

    def _with_rests(self, shifts: Iterable[Shift]) -> Judge:
        """The rules that know of the rests inside ``shifts``, where rests count at all."""
        if not self._judge.ground.is_relaxed:
            return self._judge
        rests = {one.id: tuple(rest.span for rest in one.rests) for one in shifts}
        return replace(self._judge, rests={**self._judge.rests, **rests})

    def _found_before(self, helper: Helper) -> tuple[Finding, ...]:
        if helper.id not in self._before:
            self._before[helper.id] = tuple(self._found(self._judge, helper, ()))
        return self._before[helper.id]

    def _found(self, judge: Judge, helper: Helper, changed: Iterable[Stint]) -> list[Finding]:
        rows = list(changed)
        judged = _with(judge.touching(helper), rows, _sharing(judge, helper))
        own = [row for row in judged if row[1] == helper.id]
        return [*judge.found(judged, [helper]), *judge.wishes(own, [helper])]


def _sharing(judge: Judge, helper: Helper) -> Collection[str]:
    """Whose shifts the rules about ``helper`` look at: those of relatives are counted together."""
    relatives = judge.ground.relatives
    return relatives if helper.id in relatives else {helper.id}


def _with(known: Iterable[Stint], changed: Sequence[Stint], owners: Collection[str]) -> list[Stint]:
    """``known`` rows with ``changed`` ones in their place, as far as they are of ``owners``."""
    ids = {row[0] for row in changed if row[0]}
    return [
        *(row for row in known if row[0] not in ids),
        *(row for row in changed if row[1] in owners),
    ]


def _key(one: Finding) -> tuple[object, ...]:
    """What tells one finding from another; the shifts in it may have changed hands."""
    return one.code, one.window, one.minutes_short, one.values.get("helper")


def _sorted(found: Iterable[Finding]) -> tuple[Finding, ...]:
    return tuple(sorted(found, key=order))


def _speaks_against(one: Finding) -> bool:
    return one.severity is not Severity.HINT and one.code is not Code.RULE_UNKNOWN


def first_names(session: Session) -> Mapping[str, str]:
    """Every helper's first name by id."""
    return {helper.id: helper.first_name for helper in helpers(session)}


def against_words(found: Iterable[Finding], names: Mapping[str, str]) -> str:
    """What speaks against it in few words, each thing once; ``names`` are helpers by id.

    ``Bo: too little rest. Anna: shift during absence``.
    """
    said = {f"{names.get(_who(one), '')}: {finding_title(one)}": None for one in found}
    return ". ".join(said)


def _who(one: Finding) -> str:
    return str(one.values.get("helper", ""))
