"""What the rules find about a shift when it is laid: also where it stands at the next shift."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Final

from bpa_desktop.domain.findings import Severity, order
from bpa_desktop.i18n import _, uncapitalised
from bpa_desktop.services.judging import judge_of
from bpa_desktop.services.keeping_findings import not_kept
from bpa_desktop.services.rostering import find_shift, when
from bpa_desktop.services.wording import finding_title

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bpa_desktop.domain.findings import Finding
    from bpa_desktop.domain.roster import Shift
    from bpa_desktop.services.session import Session

_A_DAY: Final = dt.timedelta(days=1)
_AROUND: Final = 2 * _A_DAY


def warnings(session: Session, shift: Shift) -> tuple[Finding, ...]:
    """What speaks against the shift and is not kept, at this shift or at another, by time.

    Hints speak against nothing, and an unfilled shift has nothing against it.
    """
    if shift.helper is None:
        return ()
    named = (one for one in _found(session, shift) if ("shift", shift.id) in one.records)
    weighty = (one for one in named if one.severity is not Severity.HINT)
    return tuple(sorted(not_kept(session, weighty), key=order))


def _found(session: Session, shift: Shift) -> Iterator[Finding]:
    """What the rules and the wishes of the shift's helper find in the days around it."""
    start, end = shift.used
    judge = judge_of(session, start.date() - _A_DAY, end.date() + _AROUND)
    people = [one for one in judge.people if one.id == shift.helper]
    for helper in people:
        rows = judge.touching(helper)
        yield from judge.found(rows, people)
        yield from judge.wishes([row for row in rows if row[1] == helper.id], people)


def warned(session: Session, shift: Shift, sentence: str) -> str:
    """``sentence``, and what speaks against the shift, each thing once."""
    return warned_of(session, [shift], sentence)


def warned_of(session: Session, shifts: Iterable[Shift], sentence: str) -> str:
    """The same about several shifts."""
    found = [one for shift in shifts for one in warnings(session, shift)]
    titles = dict.fromkeys(uncapitalised(finding_title(one)) for one in found)
    if not titles:
        return sentence
    text = _("Warning: {what}.").format(what=", ".join(titles))
    return f"{sentence} {text}"


def told_elsewhere(session: Session, shift: Shift) -> tuple[str, ...]:
    """``For lidt hvile: se søndag 22. marts 07–15.`` for each that stands at another shift."""
    found: dict[str, None] = {}
    for one in warnings(session, shift):
        last = [key for kind, key in one.records if kind == "shift"][-1]
        other = find_shift(session, last) if last != shift.id else None
        if other is not None:
            text = _("{what}: see {when}.")
            found[text.format(what=finding_title(one), when=when(other))] = None
    return tuple(found)
