"""Dates, and dates with a time, typed or dictated."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final

from bpa_desktop import i18n
from bpa_desktop.domain.entry.refused import (
    DateMissing,
    DateUnclear,
    EntryRefused,
    MomentUnclear,
    TimeUnclear,
    WeekdayWrong,
)
from bpa_desktop.domain.entry.spoken import NUMBERS, any_of, even, in_turn, listed
from bpa_desktop.domain.entry.times import parse_time

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from bpa_desktop.domain.entry.spoken import Numbers

_DAYS_PER_WEEK: Final = 7
_YEARS_AHEAD: Final = 20
_CENTURY: Final = 100
_YEAR: Final = r"(?P<year>\d{4}|\d{2})"
_SEP: Final = r"[./ -]+(?:i )?"
_FIGURES: Final = (
    re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})"),
    re.compile(rf"(?P<day>\d{{2}})(?P<month>\d{{2}}){_YEAR}"),
)


@dataclass(frozen=True, kw_only=True)
class _Words:
    """How one language says dates; the names are words, the rest are patterns."""

    numbers: Numbers
    ordinals: Mapping[str, int]
    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    near: Mapping[str, int]
    fillers: str
    ordinal_end: str
    ahead: str
    ago: str
    week: str
    next_week: str
    in_next_week: str
    last_weekday: str

    @cached_property
    def written(self) -> tuple[re.Pattern[str], ...]:
        """``Monday 16 March 2026`` and ``March 16 2026``; weekday and year at will."""
        weekday = rf"(?:(?P<weekday>{any_of(self.weekdays)})[ .]+)?"
        month = any_of(self.months)
        year = rf"(?:{_SEP}{_YEAR})?"
        return (
            re.compile(rf"{weekday}(?P<day>\d{{1,2}}){_SEP}(?P<month>\d{{1,2}}|{month}){year}"),
            re.compile(rf"{weekday}(?P<month>{month}) (?P<day>\d{{1,2}}){year}"),
        )

    @cached_property
    def ordinal(self) -> re.Pattern[str]:
        """Finds an ordinal number said in words."""
        return re.compile(any_of(self.ordinals))


_WORDS: Final[Mapping[str, _Words]] = {
    "da": _Words(
        numbers=NUMBERS["da"],
        ordinals=listed(
            "første anden/andet tredje/tredie fjerde femte sjette syvende ottende niende tiende "
            "ellevte/elvte tolvte trettende fjortende femtende sekstende syttende attende "
            "nittende tyvende enogtyvende toogtyvende treogtyvende fireogtyvende femogtyvende "
            "seksogtyvende syvogtyvende otteogtyvende niogtyvende tredivte enogtredivte",
            1,
        ),
        months=listed(
            "januar/jan februar/feb marts/mar april/apr maj juni/jun juli/jul august/aug "
            "september/sept/sep oktober/okt november/nov december/dec",
            1,
        ),
        weekdays=listed(
            "mandag/man tirsdag/tirs/tir onsdag/ons torsdag/tors/tor fredag/fre lørdag/lør "
            "søndag/søn",
            0,
        ),
        near={
            "i forgårs": -2,
            "i går": -1,
            "igår": -1,
            "i dag": 0,
            "idag": 0,
            "i morgen": 1,
            "imorgen": 1,
            "i overmorgen": 2,
            "overmorgen": 2,
        },
        fillers=r"\b(?:den|d|på|kommende)\b\.?|,",
        ordinal_end=r"(?<=\d)\.?(?:te|de|ende)\b",
        ahead=r"om (\d+) (dage?|uger?)",
        ago=r"for (\d+) (dage?|uger?) siden",
        week="uge",
        next_week="næste uge",
        in_next_week=" i næste uge",
        last_weekday=r"i (\w+)s|sidste (\w+)",
    ),
    "en": _Words(
        numbers=NUMBERS["en"],
        ordinals=listed(
            "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth "
            "thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth "
            "twentieth twenty-first twenty-second twenty-third twenty-fourth twenty-fifth "
            "twenty-sixth twenty-seventh twenty-eighth twenty-ninth thirtieth thirty-first",
            1,
        ),
        months=listed(
            "january/jan february/feb march/mar april/apr may june/jun july/jul august/aug "
            "september/sept/sep october/oct november/nov december/dec",
            1,
        ),
        weekdays=listed(
            "monday/mon tuesday/tues/tue wednesday/wed thursday/thurs/thu friday/fri "
            "saturday/sat sunday/sun",
            0,
        ),
        near={
            "day before yesterday": -2,
            "yesterday": -1,
            "today": 0,
            "tomorrow": 1,
            "day after tomorrow": 2,
        },
        fillers=r"\b(?:the|on|of|coming)\b|,",
        ordinal_end=r"(?<=\d)(?:st|nd|rd|th)\b",
        ahead=r"in (\d+) (days?|weeks?)",
        ago=r"(\d+) (days?|weeks?) ago",
        week="week",
        next_week="next week",
        in_next_week=" next week",
        last_weekday=r"last (\w+)",
    ),
}


def parse_date(text: str, today: dt.date) -> dt.date:
    """The date that ``text`` says.

    ``16/3``, ``16.3.2026``, ``2026-03-16``, ``16. marts``, ``i dag``, ``om to uger``,
    ``mandag`` (the next one after ``today``), ``i mandags``. Without a year it is the date
    nearest to ``today``; a year of two digits lies at most 20 years ahead. Raises
    ``DateUnclear``, ``DateMissing`` or ``WeekdayWrong``.
    """
    for words in in_turn(_WORDS):
        plain = _plain(text, words)
        day = _relative(plain, words, today) or _written(plain, words, today)
        if day is not None:
            return day
    raise DateUnclear


def parse_moment(text: str, today: dt.date, day: dt.date | None = None) -> dt.datetime:
    """The wall-clock time that ``text`` says; a time alone lies on ``day``, else ``today``.

    ``16/3 7:30``, ``i morgen kl. 7``, ``07:30 on Monday``. Raises what ``parse_date`` raises,
    and ``MomentUnclear``, also where the words may be read in two ways.
    """
    alone = _time_or_none(text)
    if alone is not None:
        return dt.datetime.combine(day or today, alone)
    pairs = list(_parted(re.sub(r"(?<=\d)[Tt](?=\d)", " ", text.strip())))
    refusals: list[EntryRefused] = []
    for in_order in (pairs, [pair[::-1] for pair in pairs]):
        read = [_moment(date, time, today) for date, time in in_order]
        found = {moment for moment in read if isinstance(moment, dt.datetime)}
        if len(found) > 1:
            raise MomentUnclear
        if found:
            return found.pop()
        refusals += [refusal for refusal in read if isinstance(refusal, EntryRefused)]
    raise next(iter(refusals), MomentUnclear())


def _plain(text: str, words: _Words) -> str:
    plain = even(re.sub(words.fillers, " ", even(text)))
    plain = words.ordinal.sub(lambda found: str(words.ordinals[found[0]]), plain)
    return re.sub(words.ordinal_end, "", words.numbers.as_digits(plain))


def _relative(plain: str, words: _Words, today: dt.date) -> dt.date | None:
    """A date that is told from ``today``."""
    if plain in words.near:
        return today + dt.timedelta(days=words.near[plain])
    if plain == words.next_week:
        return _monday_after(today)
    for pattern, sign in ((words.ahead, 1), (words.ago, -1)):
        found = re.fullmatch(pattern, plain)
        if found:
            unit = _DAYS_PER_WEEK if found[2].startswith(words.week) else 1
            return _moved(today, sign * int(found[1]) * unit)
    return _weekday(plain, words, today)


def _moved(today: dt.date, days: int) -> dt.date:
    try:
        return today + dt.timedelta(days=days)
    except OverflowError as beyond:
        raise DateMissing from beyond


def _monday_after(today: dt.date) -> dt.date:
    return today + dt.timedelta(days=_DAYS_PER_WEEK - today.weekday())


def _weekday(plain: str, words: _Words, today: dt.date) -> dt.date | None:
    if plain in words.weekdays:
        ahead = (words.weekdays[plain] - today.weekday() - 1) % _DAYS_PER_WEEK + 1
        return today + dt.timedelta(days=ahead)
    named = plain.removesuffix(words.in_next_week)
    if named != plain and named in words.weekdays:
        return _monday_after(today) + dt.timedelta(days=words.weekdays[named])
    found = re.fullmatch(words.last_weekday, plain)
    named = next(filter(None, found.groups())) if found else ""
    if named in words.weekdays:
        back = (today.weekday() - words.weekdays[named] - 1) % _DAYS_PER_WEEK + 1
        return today - dt.timedelta(days=back)
    return None


def _written(plain: str, words: _Words, today: dt.date) -> dt.date | None:
    """A date that is told by its day and month."""
    for pattern in (*_FIGURES, *words.written):
        found = pattern.fullmatch(plain)
        if found is None:
            continue
        month = found["month"]
        number = int(month) if month.isdigit() else words.months[month]
        day = _dated(int(found["day"]), number, found["year"], today)
        _check_weekday(day, found.groupdict().get("weekday"), words)
        return day
    return None


def _dated(day: int, month: int, year: str | None, today: dt.date) -> dt.date:
    years = (today.year - 1, today.year, today.year + 1) if year is None else (_full(year, today),)
    found = [date for date in (_date(each, month, day) for each in years) if date]
    if not found:
        raise DateMissing
    return min(found, key=lambda date: abs(date - today))


def _full(year: str, today: dt.date) -> int:
    """A year of two digits as the latest one that is at most 20 years ahead."""
    if len(year) > 2:  # noqa: PLR2004 - two digits leave the century out
        return int(year)
    latest = today.year + _YEARS_AHEAD
    return latest - (latest - int(year)) % _CENTURY


def _date(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def _check_weekday(day: dt.date, weekday: str | None, words: _Words) -> None:
    if weekday is not None and words.weekdays[weekday] != day.weekday():
        raise WeekdayWrong(date=i18n.date_words(day), weekday=i18n.weekday_words(day))


def _parted(text: str) -> Iterator[tuple[str, str]]:
    """Every way to part ``text`` at a blank."""
    for gap in re.finditer(r"\s+", text):
        yield text[: gap.start()], text[gap.end() :]


def _moment(date: str, time: str, today: dt.date) -> dt.datetime | EntryRefused | None:
    """The moment that two parts say, why the date is refused, or nothing where they say none."""
    at = _time_or_none(time)
    try:
        return None if at is None else dt.datetime.combine(parse_date(date, today), at)
    except DateUnclear:
        return None
    except EntryRefused as refusal:
        return refusal


def _time_or_none(text: str) -> dt.time | None:
    try:
        return parse_time(text)
    except TimeUnclear:
        return None
