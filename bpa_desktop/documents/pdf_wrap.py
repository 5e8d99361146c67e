"""Breaking a text into lines that fit a width, without losing a letter."""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING, Final

from bpa_desktop.documents.pdf_fonts import HYPHEN, SOFT_HYPHEN

if TYPE_CHECKING:
    from bpa_desktop.documents.pdf_fonts import Widths

_LAST_LETTERS: Final = 2
"""So many letters at least are left for the next line."""
_BREAK_AFTER: Final = frozenset("-–/@.,;:_")


def wrap(text: str, widths: Widths, room: float) -> list[str]:
    """The lines of ``text``, none wider than ``room`` (both in the units of ``widths``).

    A line that goes on ends with a space, so that the words stay apart when the text is read
    out of the file; where a word is broken it ends with ``HYPHEN``. Neither counts as width:
    a space at the end is not seen, and the hyphen has been made room for.
    """
    if widths[text] <= room:
        return [text]
    filler = _Filler(widths, room)
    for paragraph in text.split("\n"):
        for word in filter(None, paragraph.split(" ")):
            filler.add(word)
        filler.end(" ")
    return [*filler.lines[:-1], filler.lines[-1].rstrip(" ")]


def longest_word(text: str, widths: Widths) -> float:
    """The least width at which ``text`` needs no word broken by force."""
    words = text.replace("\n", " ").split(" ")
    return max(_longest_piece(word, widths) for word in words)


def _longest_piece(word: str, widths: Widths) -> float:
    *heads, tail = word.split(SOFT_HYPHEN)
    return max([widths[tail], *(widths[head + HYPHEN] for head in heads)])


class _Filler:
    """Fills line after line with words."""

    def __init__(self, widths: Widths, room: float) -> None:
        self.lines: list[str] = []
        self._widths = widths
        self._room = room
        self._words: list[str] = []
        self._used = 0.0

    def add(self, word: str) -> None:
        """Put ``word`` on this line, or broken on this and the next, or on the next."""
        while True:
            left = self._room - self._used - (self._widths[" "] if self._words else 0)
            is_one_letter = len(word) == 1 and not self._words
            if self._widths[word] <= left or is_one_letter:
                self._put(word)
                return
            head, tail = self._at_soft_hyphen(word, left)
            if not head and self._words:
                self.end(" ")
                continue
            if not head:
                head, tail = self._by_force(word)
            self._put(head)
            self.end("")
            word = tail

    def end(self, mark: str) -> None:
        """Begin a new line; ``mark`` ends this one."""
        self.lines.append(" ".join(self._words) + mark)
        self._words = []
        self._used = 0.0

    def _put(self, word: str) -> None:
        self._used += self._widths[word] + (self._widths[" "] if self._words else 0)
        self._words.append(word)

    def _at_soft_hyphen(self, word: str, room: float) -> tuple[str, str]:
        pieces = word.split(SOFT_HYPHEN)
        for count in range(len(pieces) - 1, 0, -1):
            head = "".join(pieces[:count]) + HYPHEN
            if self._widths[head] <= room:
                return head, SOFT_HYPHEN.join(pieces[count:])
        return "", word

    def _by_force(self, word: str) -> tuple[str, str]:
        """Break a word that is wider than a whole line: after a mark, else anywhere."""
        fits = self._letters_that_fit(word)
        for count in range(fits, 1, -1):
            if word[count - 1] in _BREAK_AFTER:
                return word[:count], word[count:]
        count = max(1, min(fits, len(word) - _LAST_LETTERS))
        return word[:count] + HYPHEN, word[count:]

    def _letters_that_fit(self, word: str) -> int:
        reach = accumulate(map(self._widths.__getitem__, word), initial=self._widths[HYPHEN])
        return sum(1 for used in reach if used <= self._room) - 1
