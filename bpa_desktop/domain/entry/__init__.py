"""Reads what a person typed or dictated into a field, in Danish and in English.

Every parser takes the words as they come, asks the active language first and the other one
after it, and either gives a value or raises an ``EntryRefused`` whose sentence shows how to
write it. None of them looks at a clock: today is an argument.
"""

from bpa_desktop.domain.entry.days import parse_date, parse_moment
from bpa_desktop.domain.entry.numbers import (
    parse_hours,
    parse_minutes,
    parse_number,
    parse_whole_number,
)
from bpa_desktop.domain.entry.refused import (
    DateMissing,
    DateUnclear,
    EndMissing,
    EntryRefused,
    HoursUnclear,
    MomentUnclear,
    NumberUnclear,
    SpanTwofold,
    SpanUnclear,
    TimeUnclear,
    WeekdayWrong,
    WholeNumberNeeded,
)
from bpa_desktop.domain.entry.times import parse_span, parse_time

__all__ = [
    "DateMissing",
    "DateUnclear",
    "EndMissing",
    "EntryRefused",
    "HoursUnclear",
    "MomentUnclear",
    "NumberUnclear",
    "SpanTwofold",
    "SpanUnclear",
    "TimeUnclear",
    "WeekdayWrong",
    "WholeNumberNeeded",
    "parse_date",
    "parse_hours",
    "parse_minutes",
    "parse_moment",
    "parse_number",
    "parse_span",
    "parse_time",
    "parse_whole_number",
]
