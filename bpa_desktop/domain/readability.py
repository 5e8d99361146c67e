"""How hard a text is to read: the LIX of Björnsson, and where a text becomes hard.

LIX is the words per sentence, plus the words of more than six letters per hundred words
(C. H. Björnsson, Läsbarhet, 1968). This is how a letter is counted here:

* A **word** is what stands between blanks and holds a letter or a figure. ``BPA-ordning`` is one
  word of ten letters: a hyphen holds together and is no letter. ``§`` and a dash alone are none.
* A **number**, a date's day and year, an amount and a case number are a word each, and never a
  long one: figures are read as they stand.
* A **sentence** ends with ``.``, ``!``, ``?`` or ``:`` before a blank. It also ends where a
  paragraph ends (an empty line) and where a line of a list begins (a line with a dash), for a
  list is read line by line. A single line break ends nothing: the lines of a paragraph are one.
* The full stop of an **abbreviation** such as ``f.eks.`` or ``nr.`` and of an initial (``K.``)
  ends no sentence. That of ``kr.``, ``osv.`` and of a number does so only before a capital
  letter: ``16. marts`` goes on, ``i uge 12. Jeg`` are two sentences.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from bpa_desktop.domain.record import Choice
from bpa_desktop.errors import N_

if TYPE_CHECKING:
    from collections.abc import Iterator

LONG: Final = 6
"""A word of more letters than this is a long one."""
LETTER_LIMIT: Final = 40
"""The highest LIX that a letter to the municipality begins with."""
_NEVER_LAST: Final = frozenset(
    ("adr", "afd", "bl.a", "dvs", "e.g", "evt", "f.eks", "i.e", "inkl", "jf", "kap", "kl", "mr",
     "mrs", "nr", "pkt", "pr", "tlf", "vedr")
)  # fmt: skip
_MAY_BE_LAST: Final = frozenset(
    ("etc", "kr", "m.fl", "m.m", "m.v", "mfl", "mio", "mv", "osv", "pct", "stk")
)
_PARAGRAPH: Final = re.compile(r"\n\s*\n")
_LISTED: Final = re.compile(r"^\s*[–\-•*]\s+", re.MULTILINE)
_SOFT_HYPHEN: Final = "\u00ad"
_MARKS: Final = ".!?:"
_CLOSING: Final = "\"'»«”“)]"
_OPENING: Final = "\"'»«”“(["


class Ease(Choice):
    """How easy a letter is. Björnsson calls 25 to 34 light, and 45 and above hard."""

    EASY = "easy", N_("Easy to read")
    MIDDLING = "middling", N_("Fairly easy to read")
    HARD = "hard", N_("Hard to read")


_EASY: Final = 35
"""From this LIX on a text is middling."""


class Readability(NamedTuple):
    """What a text is made of. ``longest`` is its longest sentence, as it stands."""

    words: int = 0
    sentences: int = 0
    long_words: int = 0
    longest: str = ""
    longest_words: int = 0

    @property
    def lix(self) -> int:
        """The LIX as a whole number, a half rounded up; 0 for a text without words."""
        if not self.words:
            return 0
        exact = self.words / self.sentences + 100 * self.long_words / self.words
        return int(exact + 0.5)

    @property
    def ease(self) -> Ease:
        """The LIX as a step; hard begins above what a letter should have."""
        if self.lix > LETTER_LIMIT:
            return Ease.HARD
        return Ease.MIDDLING if self.lix >= _EASY else Ease.EASY


def readability(text: str) -> Readability:
    """What ``text`` is made of; see above for what counts."""
    sentences = list(_sentences(text))
    words = [word for sentence in sentences for word in sentence]
    longest = max(sentences, key=len, default=())
    return Readability(
        words=len(words),
        sentences=len(sentences),
        long_words=sum(map(is_long, words)),
        longest=" ".join(longest),
        longest_words=len(longest),
    )


def is_long(word: str) -> bool:
    """Whether ``word`` has more than six letters; figures and marks are no letters."""
    return sum(map(str.isalpha, word)) > LONG


def _sentences(text: str) -> Iterator[tuple[str, ...]]:
    """The words of each sentence, sentences without words left out."""
    for part in _PARAGRAPH.split(text.replace("\r\n", "\n").replace(_SOFT_HYPHEN, "")):
        for line in _LISTED.split(part):
            yield from _cut(line.split())


def _cut(tokens: list[str]) -> Iterator[tuple[str, ...]]:
    held: list[str] = []
    for place, token in enumerate(tokens):
        if any(map(str.isalnum, token)):
            held.append(token)
        following = tokens[place + 1] if place + 1 < len(tokens) else ""
        if held and _ends(token, following):
            yield tuple(held)
            held = []
    if held:
        yield tuple(held)


def _ends(token: str, following: str) -> bool:
    """Whether a sentence ends behind ``token``, when ``following`` is the next."""
    bare = token.rstrip(_CLOSING)
    if not bare or bare[-1] not in _MARKS:
        return False
    if bare[-1] != "." or bare.endswith(".."):
        return True
    word = bare[:-1].lstrip(_OPENING).casefold()
    if word in _NEVER_LAST or (len(word) == 1 and word.isalpha()):
        return False
    goes_on = following and not following.lstrip(_OPENING)[:1].isupper()
    return not (goes_on and (word.isdecimal() or word in _MAY_BE_LAST))
