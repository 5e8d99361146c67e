"""Short ways to write the records that the tests of the rules need."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from bpa_desktop.domain.absence import Absence
from bpa_desktop.domain.grant import Grant, GrantLine, Per
from bpa_desktop.domain.ground import Ground
from bpa_desktop.domain.people import Employment, Helper
from bpa_desktop.domain.rates import Confidence, Rule, RuleBook
from bpa_desktop.domain.roster import Shift
from bpa_desktop.domain.scheme import Agreement, Answer
from bpa_desktop.domain.stints import stint

if TYPE_CHECKING:
    from bpa_desktop.domain.stints import Stint

MIDNIGHT = dt.time()
STATUTE = Ground(care=Answer.YES, agreement=Agreement.NONE)
FOA = Ground(care=Answer.YES, agreement=Agreement.DE_FOA)


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def time(text: str) -> dt.time:
    return dt.time.fromisoformat(text)


def moment(text: str) -> dt.datetime:
    return dt.datetime.fromisoformat(text)


def shift(start: str, end: str, helper: str | None = "anna", **fields: Any) -> Shift:
    """A shift whose id is its start, unless another is given."""
    fields.setdefault("id", start)
    return Shift(planned_start=moment(start), planned_end=moment(end), helper=helper, **fields)


def row(start: str, end: str, helper: str | None = "anna", **fields: Any) -> Stint:
    return stint(shift(start, end, helper, **fields))


def absence(helper: str, first: str, last: str | None = None, **fields: Any) -> Absence:
    fields.setdefault("id", f"{helper} {first}")
    last_day = day(last) if last else None
    return Absence(helper=helper, first_day=day(first), last_day=last_day, **fields)


def helper(name: str = "anna", **fields: Any) -> Helper:
    fields.setdefault("birth_date", dt.date(1990, 5, 17))
    fields.setdefault("employments", (Employment(first_day=dt.date(2020, 1, 1)),))
    return Helper(id=name, first_name=name.title(), **fields)


def line(minutes: int, per: Per = Per.DAY, **fields: Any) -> GrantLine:
    return GrantLine(minutes=minutes, per=per, **fields)


def round_the_clock(**fields: Any) -> GrantLine:
    return line(24 * 60, Per.DAY, from_time=MIDNIGHT, to_time=MIDNIGHT, **fields)


def grant(first: str, *lines: GrantLine, last: str | None = None, **fields: Any) -> Grant:
    fields.setdefault("id", f"grant {first}")
    valid_to = day(last) if last else None
    return Grant(valid_from=day(first), valid_to=valid_to, lines=lines, **fields)


def rule(rule_id: str, first: str = "2000-01-01", last: str | None = None, **values: Any) -> Rule:
    return Rule(
        id=rule_id,
        title=f"Title of {rule_id}",
        valid_from=day(first),
        valid_to=day(last) if last else None,
        values=values,
        source=f"Source of {rule_id}",
        confidence=Confidence.SEEN,
    )


def book(*rules: Rule) -> RuleBook:
    return RuleBook(rules)
