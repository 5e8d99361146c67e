"""Aids as they are named in free text, such as in the activity schedule."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

_BETWEEN: Final = re.compile(r"[,;\n+]|\s(?:og|and)\s", re.IGNORECASE)


def spelled(name: str) -> str:
    """``name`` as it is compared: without case, and with single blanks."""
    return " ".join(name.casefold().split())


def is_named(name: str, text: str) -> bool:
    """Whether ``text`` names the aid: its whole name, however it is written."""
    sought = spelled(name)
    if not sought:
        return False
    return re.search(rf"(?<!\w){re.escape(sought)}(?!\w)", spelled(text)) is not None


def named_alone(texts: Iterable[str], names: Iterable[str]) -> list[str]:
    """What ``texts`` name that is none of ``names``, each once, in the order in which it comes.

    A text may name several, with commas or an "and" between them. They are written with a
    capital first letter.
    """
    known = list(names)
    found: dict[str, str] = {}
    for text in texts:
        for part in _BETWEEN.split(text):
            words = " ".join(part.split()).strip(" .")
            if words and not any(is_named(name, words) for name in known):
                found.setdefault(spelled(words), words[:1].upper() + words[1:])
    return list(found.values())
