"""Text as it comes from a keyboard or from dictation, made even, with said numbers as digits."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Final, TypeVar

from bpa_desktop.i18n import LANGUAGES, language

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

Words = TypeVar("Words")
_TEN: Final = 10
_DASHES: Final = {ord(dash): "-" for dash in "‐‑‒–—―−"}


def even(text: str) -> str:
    """``text`` in small letters, with one kind of dash, single blanks and bare ends."""
    plain = unicodedata.normalize("NFC", text).translate(_DASHES).casefold()
    return " ".join(plain.split()).strip(" .,;!?")


def in_turn(words: Mapping[str, Words]) -> Iterator[Words]:
    """The words of the active language first, then those of the others."""
    active = language()
    yield words[active]
    yield from (words[other] for other in LANGUAGES if other != active)


def any_of(words: Iterable[str]) -> str:
    """A pattern that finds any of ``words`` as whole words, the longest first."""
    longest_first = sorted(words, key=len, reverse=True)
    return rf"(?<!\w)(?:{'|'.join(re.escape(word) for word in longest_first)})(?!\w)"


def listed(words: str, first: int) -> dict[str, int]:
    """Number ``words`` from ``first``; a slash parts two words for the same thing."""
    return {
        word: number
        for number, group in enumerate(words.split(), start=first)
        for word in group.split("/")
    }


def _danish() -> dict[str, int]:
    numbers = listed(
        "nul en/et/én/ét to tre fire fem seks syv otte ni ti elleve tolv tretten fjorten femten "
        "seksten sytten atten nitten",
        0,
    )
    units = [(word, value) for word, value in numbers.items() if 0 < value < _TEN]
    tens = listed("tyve tredive fyrre halvtreds tres halvfjerds firs halvfems", 2)
    for ten, tenfold in tens.items():
        numbers[ten] = tenfold * _TEN
        for unit, value in units:
            numbers[f"{unit}og{ten}"] = numbers[f"{unit} og {ten}"] = tenfold * _TEN + value
    return numbers


def _english() -> dict[str, int]:
    numbers = listed(
        "zero/oh one two three four five six seven eight nine ten eleven twelve thirteen "
        "fourteen fifteen sixteen seventeen eighteen nineteen",
        0,
    )
    units = [(word, value) for word, value in numbers.items() if 0 < value < _TEN]
    tens = listed("twenty thirty forty fifty sixty seventy eighty ninety", 2)
    for ten, tenfold in tens.items():
        numbers[ten] = tenfold * _TEN
        for unit, value in units:
            numbers[f"{ten}-{unit}"] = numbers[f"{ten} {unit}"] = tenfold * _TEN + value
    return numbers


class Numbers:
    """The numbers 0 to 99 as one language says them."""

    def __init__(self, words: Mapping[str, int]) -> None:
        self._words = words
        self._pattern = re.compile(any_of(words))

    def as_digits(self, text: str) -> str:
        """``text`` with every number said in words written in digits."""
        return self._pattern.sub(lambda found: str(self._words[found[0]]), text)


NUMBERS: Final[Mapping[str, Numbers]] = {"da": Numbers(_danish()), "en": Numbers(_english())}
