"""Where long Danish words may break when the text is large."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from typing import Final

from bpa_desktop import paths

SOFT: Final = "\N{SOFT HYPHEN}"
_SHORTEST: Final = 12
_LONG_WORD: Final = re.compile(r"\w{12,}")
_FIRST_CUT: Final = 3


def soft(text: str) -> str:
    """``text`` with soft hyphens in its long words, for showing; never for saying or saving."""
    return text if len(text) < _SHORTEST else _LONG_WORD.sub(_cut, text)


def _cut(found: re.Match[str]) -> str:
    """Break before each second part of a compound, three letters or more into the word."""
    word = found.group()
    lower = word.lower()
    places = sorted({at for part in _parts() if (at := lower.find(part)) >= _FIRST_CUT})
    edges = [0, *places, len(word)]
    return SOFT.join(word[start:end] for start, end in pairwise(edges))


@cache
def _parts() -> tuple[str, ...]:
    return tuple((paths.RESOURCES / "hyphens" / "da.txt").read_text(encoding="utf-8").split())
