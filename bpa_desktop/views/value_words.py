"""The values of a record's fields as words: in a field, in a row, in a sentence."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from decimal import Decimal
from functools import singledispatch
from typing import TYPE_CHECKING

from bpa_desktop.domain.clock import MINUTES_PER_HOUR
from bpa_desktop.domain.grant import GrantLine
from bpa_desktop.domain.kinds import HourKind
from bpa_desktop.domain.pattern import PatternLine
from bpa_desktop.domain.people import Availability, Employment
from bpa_desktop.domain.record import Choice, fields_of
from bpa_desktop.errors import NOTHING
from bpa_desktop.i18n import _, clock, date_words, hours, ngettext, number, span
from bpa_desktop.services.wish_words import hours_agreed, wish_sentence

if TYPE_CHECKING:
    from bpa_desktop.domain.record import Field, Value


def worded(field: Field, value: object) -> str:
    """``value`` of ``field`` as a person writes it; nothing for no value."""
    if field.about.in_hours and isinstance(value, int):
        return hours(value)
    if isinstance(value, tuple):
        return ", ".join(worded(field, one) for one in value)
    return _plain(value)


def _plain(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, Choice):
        return _(value.label)
    if isinstance(value, bool):
        return _("Yes") if value else _("No")
    if isinstance(value, Decimal):
        return number(value)
    return _time(value) if isinstance(value, (dt.date, dt.time)) else str(value)


def _time(value: dt.date | dt.time) -> str:
    if isinstance(value, dt.datetime):
        return f"{date_words(value.date())} {clock(value)}"
    return clock(value) if isinstance(value, dt.time) else date_words(value)


@singledispatch
def sentence(value: Value, names: Mapping[str, str] = NOTHING) -> str:
    """One line that tells ``value`` from its neighbours: every field that says something.

    ``names`` tell what is referred to, by id.
    """
    parts = [
        f"{_(field.about.label)}: {_referred(field, getattr(value, field.name), names)}"
        for field in fields_of(type(value))
        if getattr(value, field.name) not in {None, "", ()}
    ]
    return ", ".join(parts)


def _referred(field: Field, value: object, names: Mapping[str, str]) -> str:
    if field.about.refers_to is not None and isinstance(value, str):
        return names.get(value, value)
    return worded(field, value)


@sentence.register
def _employment(period: Employment, _names: Mapping[str, str] = NOTHING) -> str:
    first = date_words(period.first_day)
    if period.last_day is None:
        when = _("From {first}").format(first=first)
    else:
        when = _("{first} to {last}").format(first=first, last=date_words(period.last_day))
    return ", ".join(part for part in (when, hours_agreed(period)) if part)


@sentence.register
def _availability(wish: Availability, _names: Mapping[str, str] = NOTHING) -> str:
    return wish_sentence(wish)


@sentence.register
def _grant_line(line: GrantLine, _names: Mapping[str, str] = NOTHING) -> str:
    text = ngettext(
        "{kind}: {hours} hour {per}",
        "{kind}: {hours} hours {per}",
        1 if line.minutes == MINUTES_PER_HOUR else 2,
    )
    amount = text.format(kind=_(line.kind.label), hours=hours(line.minutes), per=_(line.per.label))
    parts = [amount, *(_(day.label) for day in line.weekdays)]
    if line.helpers > 1:
        parts.insert(1, ngettext("{n} helper", "{n} helpers", line.helpers))
    if line.from_time is not None and line.to_time is not None:
        parts.append(span(line.from_time, line.to_time))
    return ", ".join(parts)


@sentence.register
def _pattern_line(line: PatternLine, names: Mapping[str, str] = NOTHING) -> str:
    times = span(line.from_time, line.to_time)
    who = _("unfilled") if line.helper is None else names.get(line.helper, "")
    parts = [_(line.week.label), f"{_(line.weekday.label)} {times}", who]
    if line.kind is not HourKind.BASIS:
        parts.append(_(line.kind.label))
    return ", ".join(part for part in parts if part)
