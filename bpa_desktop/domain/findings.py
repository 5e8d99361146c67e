"""What a check finds: a code, the records, the window that was looked at, and the rule behind."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias

from bpa_desktop.domain.clock import wall
from bpa_desktop.domain.rates import Confidence
from bpa_desktop.domain.record import Choice
from bpa_desktop.errors import N_, NOTHING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bpa_desktop.domain.clock import Span
    from bpa_desktop.domain.rates import RuleBook

RecordKey: TypeAlias = tuple[str, str]
"""The type name and the id of a record."""

Window: TypeAlias = tuple[dt.datetime, dt.datetime]
"""Two Danish wall-clock times; the second does not belong to the window."""


class Severity(Choice):
    """How much a finding weighs."""

    PROBLEM = "problem", N_("Problem")
    WARNING = "warning", N_("Warning")
    HINT = "hint", N_("Hint")


class Code(Choice):
    """What a finding is about."""

    DOUBLE_BOOKING = "double_booking", N_("In two places at once")
    OUTSIDE_EMPLOYMENT = "outside_employment", N_("Shift outside employment")
    DURING_ABSENCE = "during_absence", N_("Shift during absence")
    UNDER_AGE = "under_age", N_("Helper is too young")
    BIRTH_DATE_MISSING = "birth_date_missing", N_("Date of birth is missing")
    DAILY_REST = "daily_rest", N_("Too little rest")
    UNCOVERED = "uncovered", N_("Not covered")
    NEVER_AVAILABLE = "never_available", N_("At a time that never fits")
    RATHER_NOT = "rather_not", N_("At a time that fits badly")
    OVER_MOST_HOURS = "over_most_hours", N_("More hours than agreed")
    UNDER_LEAST_HOURS = "under_least_hours", N_("Fewer hours than agreed")
    RULE_UNKNOWN = "rule_unknown", N_("A rule is not known for the date")


SEVERITY: Final[Mapping[Code, Severity]] = {
    Code.DOUBLE_BOOKING: Severity.PROBLEM,
    Code.OUTSIDE_EMPLOYMENT: Severity.PROBLEM,
    Code.DURING_ABSENCE: Severity.PROBLEM,
    Code.UNDER_AGE: Severity.PROBLEM,
    Code.DAILY_REST: Severity.PROBLEM,
    Code.UNCOVERED: Severity.WARNING,
    Code.NEVER_AVAILABLE: Severity.WARNING,
    Code.OVER_MOST_HOURS: Severity.WARNING,
    Code.RATHER_NOT: Severity.HINT,
    Code.UNDER_LEAST_HOURS: Severity.HINT,
    Code.RULE_UNKNOWN: Severity.WARNING,
    Code.BIRTH_DATE_MISSING: Severity.HINT,
}


class Finding(NamedTuple):
    """One thing a check found.

    ``minutes_short`` is how many minutes are missing or too many; 0 where the rule is not about
    time. ``values`` go into the wording; helpers stand there by id, never by name.
    """

    code: Code
    severity: Severity
    records: tuple[RecordKey, ...]
    window: Window
    minutes_short: int
    rule: str
    source: str
    confidence: Confidence
    values: Mapping[str, object] = NOTHING


def finding(
    code: Code,
    rule_id: str,
    book: RuleBook,
    span: Span,
    *,
    records: tuple[RecordKey, ...],
    minutes_short: int = 0,
    **values: object,
) -> Finding:
    """A finding under ``rule_id``; ``span`` is in instants.

    The source is that of the rule's row on the day the span ends, empty without one.
    """
    rule = book.find(rule_id, wall(span[1]).date())
    return Finding(
        code=code,
        severity=SEVERITY[code],
        records=records,
        window=(wall(span[0]), wall(span[1])),
        minutes_short=minutes_short,
        rule=rule_id,
        source=rule.source if rule else "",
        confidence=rule.confidence if rule else Confidence.OWN,
        values={"rule_title": rule.title if rule else "", **values},
    )


def order(one: Finding) -> tuple[object, ...]:
    """A key that sorts findings by time, then by what they are about."""
    return one.window, one.code, one.records
