"""What the rules would find if shifts were other than they are, without changing any."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from typing import TYPE_CHECKING, Final, NamedTuple

from bpa_desktop.domain.conflicts import conflicts
from bpa_desktop.domain.findings import Code, Severity, order
from bpa_desktop.domain.stints import stint
from bpa_desktop.services.reading import absences, helpers, stints
from bpa_desktop.services.rulebook import rulebook
from bpa_desktop.services.wording import finding_title

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from bpa_desktop.domain.findings import Finding
    from bpa_desktop.domain.people import Helper
    from bpa_desktop.domain.roster import Shift
    from bpa_desktop.domain.stints import Stint
    from bpa_desktop.services.session import Session

AROUND: Final = dt.timedelta(days=7)
"""So far before and after what changes other shifts are looked at."""


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
    """The shifts of some days as the rules read them; any change of them can be tried.

    Every rule looks at one helper at a time, so only the helpers of changed shifts are checked.
    """

    def __init__(self, session: Session, first: dt.date, end: dt.date) -> None:
        self._people = {helper.id: helper for helper in helpers(session)}
        self._away = absences(session, first, end)
        self._rows: dict[str | None, list[Stint]] = defaultdict(list)
        self._owner: dict[str, str | None] = {}
        self._before: dict[str, tuple[Finding, ...]] = {}
        for row in stints(session, first, end):
            self._rows[row[1]].append(row)
            self._owner[row[0]] = row[1]

    @classmethod
    def around(cls, session: Session, shifts: Iterable[Shift]) -> Trial:
        """The days around ``shifts``; there must be one."""
        moments = [moment for one in shifts for moment in (one.planned_start, *one.used)]
        end = max(moments).date() + AROUND + dt.timedelta(days=1)
        return cls(session, min(moments).date() - AROUND, end)

    def of(self, changed: Iterable[Shift]) -> Outcome:
        """What ``changed`` would bring about."""
        rows = [stint(one) for one in changed]
        names = {self._owner.get(row[0]) for row in rows} | {row[1] for row in rows}
        before = {one for name in names if name for one in map(_key, self._found_before(name))}
        found = [one for name in names if name for one in self._found(name, rows)]
        after = set(map(_key, found))
        held = [one for name in names if name for one in self._found_before(name)]
        return Outcome(
            new=_sorted(one for one in found if _key(one) not in before and _speaks_against(one)),
            gone=_sorted(one for one in held if _key(one) not in after),
        )

    def _found_before(self, name: str) -> tuple[Finding, ...]:
        if name not in self._before:
            self._before[name] = tuple(self._found(name, ()))
        return self._before[name]

    def _found(self, name: str, changed: Iterable[Stint]) -> list[Finding]:
        rows = list(changed)
        ids = {row[0] for row in rows if row[0]}
        own = [row for row in self._rows[name] if row[0] not in ids]
        own += [row for row in rows if row[1] == name]
        return conflicts(own, self._known(name), self._away, rulebook())

    def _known(self, name: str) -> tuple[Helper, ...]:
        return (self._people[name],) if name in self._people else ()


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
