"""Finding an action by loose words: endings, accents and small slips of the hand do not matter."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

_FILLERS: Final = frozenset(
    ("a", "an", "and", "at", "by", "den", "det", "en", "et", "for", "gaa", "i", "in", "me", "med",
     "min", "mit", "my", "of", "og", "om", "on", "paa", "please", "the", "til", "to")
)  # fmt: skip
_LETTERS: Final = str.maketrans({"å": "aa", "æ": "ae", "ø": "oe"})
_FUZZY_FROM: Final = 4
_CLOSE: Final = 0.75
_SHORT: Final = 3


def fold(text: str) -> str:
    """``text`` without case, accents and the difference between ``å`` and ``aa``."""
    plain = unicodedata.normalize("NFKC", text).casefold().translate(_LETTERS)
    bare = unicodedata.normalize("NFD", plain)
    return "".join(letter for letter in bare if not unicodedata.combining(letter))


def words_of(text: str) -> list[str]:
    """The folded words of ``text``."""
    return re.findall(r"\w+", fold(text))


def score(query: str, texts: Iterable[str]) -> float:
    """How well ``query`` fits: 0 for not at all, up to about 1.1 for the very words in order.

    The first of ``texts`` is the visible one and counts a little more than the others.
    """
    sought = [word for word in words_of(query) if word not in _FILLERS] or words_of(query)
    found = [words_of(text) for text in texts]
    if not sought or not any(found):
        return 0.0
    marks = [max(_best(word, words) for words in found) for word in sought]
    if sum(mark > 0 for mark in marks) <= len(marks) // 2:
        return 0.0
    bonus = 0.1 * sum(1 for word in sought if _best(word, found[0]) > 0) / len(sought)
    return sum(marks) / len(marks) + bonus


def _best(word: str, words: list[str]) -> float:
    return max((_likeness(word, other) for other in words), default=0.0)


def _likeness(word: str, other: str) -> float:
    if word == other:
        return 1.0
    if other.startswith(word):
        return 0.9
    if len(other) >= _SHORT and word.startswith(other):
        return 0.7
    if len(word) >= _SHORT and word in other:
        return 0.6
    if min(len(word), len(other)) >= _FUZZY_FROM:
        from difflib import SequenceMatcher  # noqa: PLC0415 - only when something is searched

        close = SequenceMatcher(None, word, other).ratio()
        return close * 0.7 if close >= _CLOSE else 0.0
    return 0.0
