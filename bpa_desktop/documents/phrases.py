"""Short pieces of text that several papers share: periods, counts, differences, lists."""

from __future__ import annotations

import datetime as dt
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING, Final

from bpa_desktop.domain.kinds import WEEK
from bpa_desktop.errors import N_
from bpa_desktop.i18n import (
    _,
    brief,
    date_words,
    day_month,
    hours,
    language,
    ngettext,
    number,
    pgettext,
    span,
    weekday_short,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bpa_desktop.domain.kinds import Weekday
    from bpa_desktop.domain.period import Period

_COUNTS: Final = (
    N_("none"),
    N_("one"),
    N_("two"),
    N_("three"),
    N_("four"),
    N_("five"),
    N_("six"),
    N_("seven"),
    N_("eight"),
    N_("nine"),
    N_("ten"),
)

_ONE: Final = Decimal(1)
_MIDNIGHT: Final = dt.time()
_NO_BREAK: Final = "\u00a0"
_MINUTES_PER_HOUR: Final = 60
_HUNDREDTHS: Final = 100
_A_DAY: Final = dt.timedelta(days=1)
_IN_A_ROW: Final = 3

NONE: Final = "–"
"""Stands in a cell where there is nothing to say."""


def counted(number: int) -> str:
    """``number`` as a word up to ten, then in figures; in Danish as with ``en vagt``."""
    return _(_COUNTS[number]) if number < len(_COUNTS) else str(number)


def sentence(text: str) -> str:
    """``text`` with a capital first letter."""
    return text[:1].upper() + text[1:]


def joined(parts: Sequence[str]) -> str:
    """``a, b og c``."""
    *most, last = parts
    if not most:
        return last
    return _("{most} and {last}").format(most=", ".join(most), last=last)


def weekdays_words(days: Sequence[Weekday]) -> str:
    """``mandag og onsdag``; three days or more in a row are said as ``mandag til fredag``."""
    chosen = [day for day in WEEK if day in days]
    names = [_(day.label) for day in chosen]
    if language() == "da":
        names = [name.lower() for name in names]
    places = [WEEK.index(day) for day in chosen]
    if len(places) >= _IN_A_ROW and places[-1] - places[0] == len(places) - 1:
        return _("{first} to {last}").format(first=names[0], last=names[-1])
    return joined(names)


def period_words(period: Period) -> str:
    """``20. februar til 19. maj 2026``: the first year only where it differs."""
    first, last = period.first, period.last
    if first == last:
        return date_words(first)
    start = day_month(first) if first.year == last.year else date_words(first)
    return _("{first} to {last}").format(first=start, last=date_words(last))


def days_words(first: dt.date, last: dt.date) -> str:
    """``20.–28. februar``, ``28. februar–3. marts`` or ``16. marts``: the year is left out."""
    if first == last:
        return day_month(first)
    if (first.year, first.month) != (last.year, last.month):
        return f"{day_month(first)}–{day_month(last)}"
    return f"{month_day(first)}–{day_month(last)}"


def dates_words(first: dt.date, last: dt.date) -> str:
    """``20.–28. februar 2026``: as ``days_words``, with the year."""
    if first.year != last.year:
        return f"{date_words(first)}–{date_words(last)}"
    return f"{days_words(first, last)} {last.year}"


def month_day(day: dt.date) -> str:
    """The day's number as it stands in a calendar: ``16.``, in English ``16``."""
    return pgettext("day of the month", "{day}").format(day=day.day)


def month_label(part: Period) -> str:
    """``Marts`` for a whole month, ``20.–28. februar`` for part of one."""
    if part.is_whole_month:
        return sentence(day_month(part.first).partition(" ")[2])
    return days_words(part.first, part.last)


def month_title(part: Period) -> str:
    """``marts 2026`` for a whole month, ``20.–28. februar 2026`` for part of one, kept together."""
    words = f"{month_label(part)} {part.first.year}"
    if part.first.year != part.last.year:
        words = dates_words(part.first, part.last)
    words = words.replace(" ", _NO_BREAK)
    return words[:1].lower() + words[1:] if language() == "da" else words


def shift_span(start: dt.datetime, end: dt.datetime) -> str:
    """``07–15``; a shift that ends at midnight ends at 24 of the day before, not at 00."""
    if end.time() != _MIDNIGHT:
        return span(start, end)
    last = end - _A_DAY
    return f"{brief(start)}–{f'{weekday_short(last.date())} ' if last > start else ''}24"


def difference(minutes: int) -> str:
    """Hours with a sign: ``−14``, ``+3``, ``0``."""
    return f"+{hours(minutes)}" if minutes > 0 else hours(minutes)


def in_hours(minutes: int) -> str:
    """``8 timer``, ``1 time``."""
    one_or_more = 1 if abs(minutes) == _MINUTES_PER_HOUR else 2
    return ngettext("{hours} hour", "{hours} hours", one_or_more).format(hours=hours(minutes))


def in_hours_exactly(minutes: int) -> str:
    """``107 timer og 8 minutter`` where hundredths would round it, else as ``in_hours``."""
    whole, rest = divmod(minutes, _MINUTES_PER_HOUR)
    if rest * _HUNDREDTHS % _MINUTES_PER_HOUR == 0:
        return in_hours(minutes)
    text = ngettext("{hours} and {n} minute", "{hours} and {n} minutes", rest)
    return text.format(hours=in_hours(whole * _MINUTES_PER_HOUR), n=rest)


def whole_kroner(amount: Decimal) -> str:
    """``12.345``: without øre, the half away from zero."""
    return number(amount.quantize(_ONE, ROUND_HALF_UP), 0)


def in_kroner(amount: Decimal) -> str:
    """``12.345 kr.``, which is never divided between two lines."""
    text = _("{amount} kroner").format(amount=whole_kroner(amount))
    return text.replace(" ", _NO_BREAK)


def footer(case_number: str, short_title: str) -> str:
    """What stands at the foot of each page: ``Sagsnr. 24/1234 · Overblik``."""
    if not case_number:
        return short_title
    return _("Case no. {number} · {title}").format(number=case_number, title=short_title)
