"""Babel extractors for the texts in Designer files and in the tables of rules."""

from __future__ import annotations

import tomllib
from typing import IO, TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    Found = tuple[int, str, str | tuple[str, ...], list[str]]

TRANSLATED_KEYS = frozenset({"title", "reason"})


def extract_ui(
    fileobj: IO[bytes],
    _keywords: Collection[str],
    _tags: Collection[str],
    options: Any,  # noqa: ARG001 - the caller names it
) -> Iterator[Found]:
    """Yield every translatable string of a Designer file; its comment becomes the context."""
    for node in ET.parse(fileobj).iter("string"):  # noqa: S314 - our own files
        text = node.text or ""
        if not text or node.get("notr") == "true":
            continue
        context = node.get("comment")
        yield (0, "pgettext", (context, text), []) if context else (0, "gettext", text, [])


def extract_toml(
    fileobj: IO[bytes],
    _keywords: Collection[str],
    _tags: Collection[str],
    options: Any,  # noqa: ARG001 - the caller names it
) -> Iterator[Found]:
    """Yield the texts under the keys that the program shows in the user's language."""
    yield from ((0, "gettext", text, []) for text in _texts(tomllib.load(fileobj)))


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        for key, inner in value.items():
            if key in TRANSLATED_KEYS and isinstance(inner, str):
                yield inner
            else:
                yield from _texts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _texts(inner)
