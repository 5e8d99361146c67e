"""Numbers and amounts of time, typed or dictated."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from functools import cached_property
from typing import TYPE_CHECKING, Final

from bpa_desktop.domain.clock import MINUTES_PER_HOUR
from bpa_desktop.domain.entry.refused import HoursUnclear, NumberUnclear, WholeNumberNeeded
from bpa_desktop.domain.entry.spoken import NUMBERS, any_of, even, in_turn

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bpa_desktop.domain.entry.spoken import Numbers

_FRACTIONS: Final = {"½": Decimal("0.5"), "¼": Decimal("0.25"), "¾": Decimal("0.75")}
_FRACTION: Final = "[½¼¾]"


@dataclass(frozen=True, kw_only=True)
class _Words:
    """How one language says amounts; ``hour``, ``minute`` and ``joint`` are patterns."""

    numbers: Numbers
    fractions: Mapping[str, str]
    hour: str
    minute: str
    joint: str
    minus: str
    decimal: str
    group: str

    @cached_property
    def amount(self) -> re.Pattern[str]:
        """``7 ½ hours and 15 minutes``, with all but the first number left out at will."""
        number = rf"(?P<number>\d[\d.,]*)?(?: ?(?:{self.joint} )?(?P<fraction>{_FRACTION}))?"
        rest_fraction = rf"(?P<rest_fraction>{_FRACTION})(?: {self.hour})?"
        rest = rf"(?:{rest_fraction}|(?P<rest>\d{{1,2}})(?: ?{self.minute})?)"
        unit = rf"(?P<unit>{self.hour})(?: ?(?:{self.joint} )?{rest})?"
        return re.compile(rf"{number}(?: ?(?:(?P<small>{self.minute})|{unit}))?")

    @cached_property
    def fraction(self) -> re.Pattern[str]:
        """Finds a fraction said in words."""
        return re.compile(any_of(self.fractions))


_WORDS: Final[Mapping[str, _Words]] = {
    "da": _Words(
        numbers=NUMBERS["da"],
        fractions={
            "halvanden": "1½",
            "halvandet": "1½",
            "en halv": "½",
            "et halvt": "½",
            "halv": "½",
            "et kvarter": "¼ time",
            "kvarter": "¼ time",
            "tre kvarter": "¾ time",
        },
        hour=r"t(?:ime(?:r)?)?\.?",
        minute=r"m(?:in(?:ut(?:ter)?)?)?\.?",
        joint="og",
        minus="minus ",
        decimal=",",
        group=".",
    ),
    "en": _Words(
        numbers=NUMBERS["en"],
        fractions={
            "half an hour": "½ hour",
            "a half": "½",
            "half": "½",
            "an hour": "1 hour",
            "a quarter of an hour": "¼ hour",
            "quarter of an hour": "¼ hour",
            "three quarters of an hour": "¾ hour",
            "a quarter": "¼",
            "three quarters": "¾",
        },
        hour=r"h(?:(?:ou)?rs?)?\.?",
        minute=r"m(?:in(?:ute)?s?)?\.?",
        joint="and",
        minus="minus ",
        decimal=".",
        group=",",
    ),
}


def parse_number(text: str) -> Decimal:
    """The number that ``text`` says, with the active language's decimal sign where it matters.

    ``7,5``, ``2.160,25``, ``syv``, ``seven and a half``. Raises ``NumberUnclear``.
    """
    for words in in_turn(_WORDS):
        plain = _plain(text, words)
        sign = -1 if plain.startswith("-") else 1
        found = words.amount.fullmatch(plain.removeprefix("-"))
        if found and not (found["unit"] or found["small"]):
            value = _value(found, words)
            if value is not None:
                return sign * value
    raise NumberUnclear


def parse_whole_number(text: str) -> int:
    """The whole number that ``text`` says. Raises ``NumberUnclear`` or ``WholeNumberNeeded``."""
    value = parse_number(text)
    if value != value.to_integral_value():
        raise WholeNumberNeeded
    return int(value)


def parse_hours(text: str) -> int:
    """Whole minutes in what ``text`` says, where a bare number means hours.

    ``7,5`` is 450, and so are ``7:30``, ``7 t 30``, ``450 min`` and ``syv en halv``; parts of a
    minute round half up. Raises ``HoursUnclear``.
    """
    return _minutes(text, bare=MINUTES_PER_HOUR)


def parse_minutes(text: str) -> int:
    """Whole minutes in what ``text`` says, where a bare number means minutes.

    ``45`` is 45, ``1 t 30 min`` and ``halvanden time`` are 90. Raises ``HoursUnclear``.
    """
    return _minutes(text, bare=1)


def _minutes(text: str, bare: int) -> int:
    for words in in_turn(_WORDS):
        plain = _plain(text, words)
        clock = re.fullmatch(r"(\d{1,4}):([0-5]\d)", plain)
        if clock:
            return int(clock[1]) * MINUTES_PER_HOUR + int(clock[2])
        found = words.amount.fullmatch(plain)
        minutes = _counted(found, words, bare) if found else None
        if minutes is not None:
            return int(minutes.to_integral_value(ROUND_HALF_UP))
    raise HoursUnclear


def _counted(found: re.Match[str], words: _Words, bare: int) -> Decimal | None:
    value = _value(found, words)
    if value is None:
        return None
    if found["small"]:
        return value
    if not found["unit"]:
        return value * bare
    rest = int(found["rest"] or 0)
    part = _FRACTIONS.get(found["rest_fraction"], Decimal(0))
    return (value + part) * MINUTES_PER_HOUR + rest


def _value(found: re.Match[str], words: _Words) -> Decimal | None:
    part = _FRACTIONS.get(found["fraction"])
    if found["number"] is None:
        return part
    whole = _decimal(found["number"], words)
    if whole is None or part is None:
        return whole
    return whole + part if whole == whole.to_integral_value() else None


def _decimal(figures: str, words: _Words) -> Decimal | None:
    """``figures`` as a number; signs of the other language are read where nothing contradicts."""
    group, decimal = re.escape(words.group), re.escape(words.decimal)
    if re.fullmatch(rf"\d{{1,3}}(?:{group}\d{{3}})+(?:{decimal}\d+)?", figures):
        return Decimal(figures.replace(words.group, "").replace(words.decimal, "."))
    if re.fullmatch(r"\d+(?:[.,]\d+)?", figures):
        return Decimal(figures.replace(",", "."))
    return None


def _plain(text: str, words: _Words) -> str:
    """``text`` with numbers and fractions in figures and without blanks inside a number."""
    plain = words.fraction.sub(lambda found: words.fractions[found[0]], even(text))
    plain = words.numbers.as_digits(plain).replace(words.minus, "-")
    return re.sub(r"(?<=\d) (?=\d{3}\b)", "", plain)
