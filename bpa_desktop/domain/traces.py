"""Finds what points at one person in free text: names, numbers and addresses, and takes it out.

A first or last name is found where it stands with a capital first letter or in capitals, also with
an s after it. One that somebody else in the file has as well is left: alone it tells of nobody.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_OWNED: Final = r"(?:['’]?s\b|['’])?"
_WORD: Final = re.compile(r"\w+")
_SHORTEST: Final = 2
"""A single letter is no name to look for."""
_NUMBER: Final = 6
"""So many digits make a number that belongs to somebody."""
_BETWEEN: Final = r"[\s.\-/]*"


@dataclass(frozen=True, kw_only=True)
class Person:
    """What is known of somebody; ``names`` are written apart, ``lines`` are whole texts."""

    whole_name: str
    names: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()
    lines: tuple[str, ...] = ()


class Traces:
    """Looks for one person; ``others`` are the names that somebody else has too."""

    def __init__(self, person: Person, others: Iterable[str] = ()) -> None:
        taken = {word.casefold() for name in others for word in _WORD.findall(name)}
        parts = [*_lines(person), *_numbers(person), *_names(person, taken)]
        self._pattern = re.compile("|".join(f"(?:{part})" for part in parts)) if parts else None

    def are_in(self, text: str) -> bool:
        """Whether ``text`` tells of the person."""
        return self._pattern is not None and self._pattern.search(text) is not None

    def cleaned(self, text: str, instead: str) -> str:
        """``text`` with ``instead`` wherever the person stood."""
        return text if self._pattern is None else self._pattern.sub(lambda _found: instead, text)

    def cleaned_plain(self, plain: Any, instead: str) -> Any:
        """The same with every text inside plain values such as JSON has."""
        if isinstance(plain, str):
            return self.cleaned(plain, instead)
        if isinstance(plain, list):
            return [self.cleaned_plain(one, instead) for one in plain]
        if isinstance(plain, dict):
            return {name: self.cleaned_plain(one, instead) for name, one in plain.items()}
        return plain


def _lines(person: Person) -> Iterator[str]:
    """Whole texts in any letters: the whole name, an e-mail, an address."""
    for line in (person.whole_name, *person.lines):
        words = line.split()
        if len(line.strip()) > _SHORTEST and (len(words) > 1 or "@" in line):
            spaced = r"\s+".join(map(re.escape, words))
            yield rf"(?i:(?<!\w){spaced}{_OWNED}(?!\w))"


def _numbers(person: Person) -> Iterator[str]:
    for number in person.numbers:
        digits = [one for one in number if one.isdigit()]
        if len(digits) >= _NUMBER:
            yield rf"(?<!\d)(?:\+?45{_BETWEEN})?{_BETWEEN.join(digits)}(?!\d)"


def _names(person: Person, taken: set[str]) -> Iterator[str]:
    for name in dict.fromkeys(word for one in person.names for word in one.split()):
        if len(name) < _SHORTEST or name.casefold() in taken:
            continue
        forms = dict.fromkeys((name, name[:1].upper() + name[1:], name.upper()))
        written = "|".join(map(re.escape, forms))
        yield rf"(?<!\w)(?:{written}){_OWNED}(?!\w)"
