"""Rules and rates as rows with a time range, a source and a confidence; never a bare number."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from bpa_desktop.domain.record import Choice
from bpa_desktop.errors import N_, NOTHING, BpaError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

Figure: TypeAlias = bool | int | Decimal | str | dt.date | dt.time


class Confidence(Choice):
    """How sure it is that a value is right."""

    SEEN = "SEEN", N_("Read in the source")
    SEEN_2 = "SEEN-2", N_("Read in a text that quotes the source")
    REMEMBERED = "REM", N_("Not checked against the source")
    CONFLICT = "CONFLICT", N_("The sources disagree")
    CALCULATED = "CALC", N_("Worked out from values that were read")
    OWN = "OWN", N_("The program's own check")
    WRITTEN = "WRITTEN", N_("Written by you")


class RuleUnknown(BpaError):
    """A rule, or a value of it, is not known for a date."""

    sentence = N_("No value is known for {rule} on {date}. Find it at the source, and write it.")


class Rule(NamedTuple):
    """One row: what holds from ``valid_from`` through ``valid_to`` (both included).

    Without a ``valid_to`` it holds until it is changed. ``title`` and ``reason`` are msgids.
    """

    id: str
    title: str
    valid_from: dt.date
    confidence: Confidence
    valid_to: dt.date | None = None
    values: Mapping[str, Figure] = NOTHING
    source: str = ""
    section: str = ""
    reason: str = ""

    def holds(self, on: dt.date) -> bool:
        """Whether the row is in force on the day ``on``."""
        return self.valid_from <= on and (self.valid_to is None or on <= self.valid_to)

    def whole(self, key: str) -> int:
        """A value that is a whole number; raises ``RuleUnknown`` when there is none."""
        found = self.values.get(key)
        if isinstance(found, bool) or not isinstance(found, int):
            raise RuleUnknown(rule=f"{self.id} {key}", date=self.valid_from.isoformat())
        return found

    def clock(self, key: str) -> dt.time:
        """A value that is a time of day; raises ``RuleUnknown`` when there is none."""
        found = self.values.get(key)
        if not isinstance(found, dt.time):
            raise RuleUnknown(rule=f"{self.id} {key}", date=self.valid_from.isoformat())
        return found


def after(day: dt.date) -> dt.date:
    """The day after ``day``; the last day there is has none after it."""
    return day if day == dt.date.max else day + dt.timedelta(days=1)


class RuleBook:
    """All rows, looked up by id and date.

    Raises ``ValueError`` when two rows with the same id hold on the same day.
    """

    def __init__(self, rules: Iterable[Rule] = ()) -> None:
        self._rows: dict[str, list[Rule]] = defaultdict(list)
        for rule in sorted(rules, key=lambda one: (one.id, one.valid_from)):
            self._rows[rule.id].append(rule)
        for rows in self._rows.values():
            for earlier, later in pairwise(rows):
                if earlier.valid_to is None or later.valid_from <= earlier.valid_to:
                    raise ValueError(f"two rows hold at once: {later.id} {later.valid_from}")

    def rows(self, rule_id: str) -> tuple[Rule, ...]:
        """Every row with the id, oldest first."""
        return tuple(self._rows.get(rule_id, ()))

    def ids(self) -> tuple[str, ...]:
        """The ids there are rows for, in alphabetical order."""
        return tuple(self._rows)

    def find(self, rule_id: str, on: dt.date) -> Rule | None:
        """The row in force on ``on``, or ``None``; an older row is never carried forward."""
        for rule in self.rows(rule_id):
            if rule.holds(on):
                return rule
        return None

    def edges(self, rule_ids: Iterable[str]) -> list[dt.date]:
        """The days on which a row with one of the ids begins, or has just ended, in order."""
        rows = [row for rule_id in rule_ids for row in self.rows(rule_id)]
        begin = {row.valid_from for row in rows}
        ended = {after(row.valid_to) for row in rows if row.valid_to is not None}
        return sorted(begin | ended)

    def rule(self, rule_id: str, on: dt.date) -> Rule:
        """The row in force on ``on``; raises ``RuleUnknown``."""
        found = self.find(rule_id, on)
        if found is None:
            raise RuleUnknown(rule=rule_id, date=on.isoformat())
        return found

    def value(self, rule_id: str, key: str, on: dt.date) -> Figure:
        """The value ``key`` of the row in force on ``on``; raises ``RuleUnknown``."""
        values = self.rule(rule_id, on).values
        if key not in values:
            raise RuleUnknown(rule=f"{rule_id} {key}", date=on.isoformat())
        return values[key]

    def whole(self, rule_id: str, key: str, on: dt.date) -> int:
        """A value that is a whole number; raises ``RuleUnknown`` when there is none."""
        return self.rule(rule_id, on).whole(key)
