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
    SHORTENED_REST = "shortened_rest", N_("Shortened rest")
    WEEKLY_DAY_OFF = "weekly_day_off", N_("No weekly day off")
    DAY_SHIFT_REST = "day_shift_rest", N_("Too little rest in a 24-hour shift")
    RESTS_NOT_WRITTEN = "rests_not_written", N_("Rest in a 24-hour shift is not written")
    REST_BEFORE_DAY_SHIFT = "rest_before_day_shift", N_("Too little rest before a 24-hour shift")
    REST_AFTER_DAY_SHIFT = "rest_after_day_shift", N_("Too little rest after a 24-hour shift")
    AVERAGE_WEEK = "average_week", N_("Too many hours on average")
    RELATIVE_WEEK = "relative_week", N_("Too many hours for relatives")
    BREAK_RIGHT = "break_right", N_("Right to a break")
    SHORT_NOTICE = "short_notice", N_("Moved with short notice")
    NIGHT_CHECK = "night_check", N_("Right to a health check")
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
    Code.SHORTENED_REST: Severity.PROBLEM,
    Code.WEEKLY_DAY_OFF: Severity.PROBLEM,
    Code.DAY_SHIFT_REST: Severity.PROBLEM,
    Code.REST_BEFORE_DAY_SHIFT: Severity.PROBLEM,
    Code.REST_AFTER_DAY_SHIFT: Severity.PROBLEM,
    Code.AVERAGE_WEEK: Severity.PROBLEM,
    Code.RELATIVE_WEEK: Severity.PROBLEM,
    Code.UNCOVERED: Severity.WARNING,
    Code.NEVER_AVAILABLE: Severity.WARNING,
    Code.OVER_MOST_HOURS: Severity.WARNING,
    Code.RATHER_NOT: Severity.HINT,
    Code.UNDER_LEAST_HOURS: Severity.HINT,
    Code.RULE_UNKNOWN: Severity.WARNING,
    Code.BIRTH_DATE_MISSING: Severity.HINT,
    Code.RESTS_NOT_WRITTEN: Severity.HINT,
    Code.BREAK_RIGHT: Severity.HINT,
    Code.SHORT_NOTICE: Severity.HINT,
    Code.NIGHT_CHECK: Severity.HINT,
}
"""How much a code weighs, unless what the scheme rests on makes it weigh less."""


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
    severity: Severity | None = None,
    **values: object,
) -> Finding:
    """A finding under ``rule_id``; ``span`` is in instants, ``severity`` by default the code's.

    The source is that of the rule's row on the day the span ends, empty without one.
    """
    window = wall(span[0]), wall(span[1])
    rule = book.find(rule_id, window[1].date())
    return Finding(
        code=code,
        severity=severity or SEVERITY[code],
        records=records,
        window=window,
        minutes_short=minutes_short,
        rule=rule_id,
        source=rule.source if rule else "",
        confidence=rule.confidence if rule else Confidence.OWN,
        values={"rule_title": rule.title if rule else "", **values},
    )


def order(one: Finding) -> tuple[object, ...]:
    """A key that sorts findings by time, then by what they are about."""
    return one.window, one.code, one.records
