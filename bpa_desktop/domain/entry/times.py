"""Times of day and spans of time, typed or dictated."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final

from bpa_desktop.domain.clock import MINUTES_PER_DAY, MINUTES_PER_HOUR
from bpa_desktop.domain.entry.refused import EndMissing, SpanTwofold, SpanUnclear, TimeUnclear
from bpa_desktop.domain.entry.spoken import NUMBERS, even, in_turn
from bpa_desktop.i18n import clock, span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from bpa_desktop.domain.entry.spoken import Numbers

_QUARTER: Final = 15
_HALF_DAY: Final = 12
_LATE_NIGHT: Final = 6


@dataclass(frozen=True, kw_only=True)
class _Words:
    """How one language says times; every text is a pattern, ``half_shift`` is in minutes."""

    numbers: Numbers
    fillers: str
    midnight: str
    noon: str
    quarter: str
    minutes: str
    past: str
    before: str
    half: str
    half_shift: int
    until: str
    forenoon: str
    afternoon: str
    night: str

    @cached_property
    def clock(self) -> re.Pattern[str]:
        """``ten past half seven``, ``7:30``, ``7``; the groups are named."""
        return re.compile(
            rf"(?:(?P<shift>\d{{1,2}}|{self.quarter})(?: {self.minutes})?"
            rf" (?:(?P<past>{self.past})|{self.before}) )?"
            rf"(?P<half>(?:{self.half}) )?(?P<hour>\d{{1,2}})"
            r"(?:(?:[:.,h] ?| )(?P<minute>\d{2}))?"
        )

    @cached_property
    def day_part(self) -> re.Pattern[str]:
        """The part of the day at the end of a time."""
        return re.compile(
            rf" ?(?<![a-zæøå])(?:(?P<am>{self.forenoon})|(?P<pm>{self.afternoon})"
            rf"|(?P<night>{self.night}))$"
        )


_WORDS: Final[Mapping[str, _Words]] = {
    "da": _Words(
        numbers=NUMBERS["da"],
        fillers=r"\b(?:kl|klokken|fra|mellem|ca|cirka)\b\.?",
        midnight="midnat",
        noon="middag",
        quarter=r"(?:1 )?kvart(?:er)?",
        minutes=r"min(?:ut(?:ter)?)?\.?",
        past="over",
        before="i",
        half="halv",
        half_shift=-30,
        until=r" ?- ?| til | og ",
        forenoon="om morgenen|om formiddagen",
        afternoon="om eftermiddagen|om aftenen",
        night="om natten",
    ),
    "en": _Words(
        numbers=NUMBERS["en"],
        fillers=r"\b(?:at(?! night)|from|between|about)\b|\bo['’]?clock\b",
        midnight="midnight",
        noon="noon|midday",
        quarter="(?:a )?quarter",
        minutes=r"min(?:ute)?s?\.?",
        past="past",
        before="to",
        half="half past|half",
        half_shift=30,
        until=r" ?- ?| to | till | until | and ",
        forenoon=r"a\.?m\.?|in the morning",
        afternoon=r"p\.?m\.?|in the afternoon|in the evening",
        night="at night",
    ),
}


def parse_time(text: str) -> dt.time:
    """The time of day that ``text`` says; 24 is midnight. Raises ``TimeUnclear``.

    ``7``, ``0715``, ``7.15``, ``kl. 7``, ``halv otte``, ``ti i otte``, ``ten past seven``.
    """
    for words in in_turn(_WORDS):
        minute = _minute_of_day(_plain(text, words), words)
        if minute is not None:
            return _as_time(minute)
    raise TimeUnclear


def parse_span(text: str) -> tuple[dt.time, dt.time]:
    """Start and end that ``text`` says; an end not after the start is on the next day.

    ``7-15``, ``0715`` (7 to 15), ``syv til femten``, ``half past seven to three pm``; ``7-7`` is
    a day and a night. Raises ``SpanUnclear``; ``EndMissing`` where the words are one time, and
    ``SpanTwofold`` where they may be read in two ways, tell what was understood.
    """
    twofold: set[tuple[int, int]] = set()
    for words in in_turn(_WORDS):
        found = set(_spans(_plain(text, words), words))
        if len(found) == 1:
            start, end = found.pop()
            return _as_time(start), _as_time(end)
        twofold = twofold or found
    if twofold:
        ways = (span(_as_time(start), _as_time(end)) for start, end in sorted(twofold))
        raise SpanTwofold(ways=", ".join(ways))
    try:
        alone = parse_time(text)
    except TimeUnclear:
        raise SpanUnclear from None
    raise EndMissing(time=clock(alone))


def _plain(text: str, words: _Words) -> str:
    """``text`` without filling words, with digits for numbers and figures for named times."""
    plain = even(re.sub(words.fillers, " ", even(text)))
    plain = re.sub(rf"\b(?:{words.midnight})\b", "0:00", plain)
    plain = re.sub(rf"\b(?:{words.noon})\b", "12:00", plain)
    plain = words.numbers.as_digits(plain)
    return re.sub(r"\b0 (\d)\b", r"0\1", plain)


def _minute_of_day(plain: str, words: _Words) -> int | None:
    part = words.day_part.search(plain)
    bare = plain[: part.start()] if part else plain
    compact = re.fullmatch(r"(\d{1,2})(\d{2})", bare)
    if compact:
        bare = f"{compact[1]}:{compact[2]}"
    found = words.clock.fullmatch(bare)
    if found is None:
        return None
    return _resolved(found, words, part.lastgroup if part else None)


def _resolved(found: re.Match[str], words: _Words, part: str | None) -> int | None:
    hour, minute = int(found["hour"]), int(found["minute"] or 0)
    shift = _shift(found, words)
    if minute >= MINUTES_PER_HOUR or abs(shift) >= MINUTES_PER_HOUR or (shift and minute):
        return None
    total = hour * MINUTES_PER_HOUR + minute
    if total > MINUTES_PER_DAY:
        return None
    hours_on = _half_day(hour, part) * MINUTES_PER_HOUR
    return (total + hours_on + shift) % MINUTES_PER_DAY


def _shift(found: re.Match[str], words: _Words) -> int:
    shift = words.half_shift if found["half"] else 0
    if found["shift"] is None:
        return shift
    amount = int(found["shift"]) if found["shift"].isdigit() else _QUARTER
    return shift + (amount if found["past"] else -amount)


def _half_day(hour: int, part: str | None) -> int:
    """Hours to add to ``hour`` for a part of the day."""
    if part == "pm":
        return _HALF_DAY if hour < _HALF_DAY else 0
    if hour == _HALF_DAY and part in {"am", "night"}:
        return -_HALF_DAY
    return _HALF_DAY if part == "night" and _LATE_NIGHT <= hour < _HALF_DAY else 0


def _spans(plain: str, words: _Words) -> Iterator[tuple[int, int]]:
    for left, right in _halves(plain, words):
        start, end = _minute_of_day(left, words), _minute_of_day(right, words)
        if start is not None and end is not None:
            yield start, end


def _halves(plain: str, words: _Words) -> Iterator[tuple[str, str]]:
    compact = re.fullmatch(r"(\d{2})(\d{2})|(\d{4})(\d{4})", plain)
    if compact:
        left, right = (part for part in compact.groups() if part)
        yield left, right
        return
    found = list(re.finditer(words.until, plain))
    if not found and re.fullmatch(r"[\d:.]+ [\d:.]+", plain):
        found = list(re.finditer(" ", plain))
    for gap in found:
        yield plain[: gap.start()], plain[gap.end() :]


def _as_time(minute: int) -> dt.time:
    return dt.time(*divmod(minute % MINUTES_PER_DAY, MINUTES_PER_HOUR))
