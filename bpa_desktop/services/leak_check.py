"""Searches a finished file for what must not be in it; one that holds any of it is deleted.

A document is built from what may be shown, so nothing should ever be found. This is the second
lock: it reads the file as a stranger would, and knows nothing of how it was made.
"""

from __future__ import annotations

import re
import unicodedata
from contextlib import suppress
from typing import TYPE_CHECKING, Final, NamedTuple

from bpa_desktop.documents.file_reading import texts
from bpa_desktop.domain.record import Choice
from bpa_desktop.domain.sensitive_finds import looks_like_cpr
from bpa_desktop.errors import N_, BpaError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from bpa_desktop.documents.pdf_reading import Hiding


class Leaked(BpaError):
    """The finished file held something that was left out, and is deleted."""

    sentence = N_(
        "No file was made: what was left out of {where} still stood in it. "
        "Look at that text again, and leave it out of the others too."
    )


class Look(Choice):
    """How a secret is looked for."""

    PASSAGE = "passage", N_("Passage")
    NAME = "name", N_("Name")
    NUMBER = "number", N_("Number")


class Secret(NamedTuple):
    """Something that must not stand in a file, and what the user is told it was left out of."""

    text: str
    where: str
    look: Look = Look.PASSAGE


class Secrets(NamedTuple):
    """All that must not stand in a file.

    ``anywhere`` is what a user is told of a CPR number that nobody wrote about; without it such
    numbers are not looked for. ``allowed`` are numbers that may stand there all the same.
    """

    texts: tuple[Secret, ...] = ()
    anywhere: str = ""
    allowed: frozenset[str] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.texts or self.anywhere)


NO_SECRETS: Final = Secrets()


class Leak(NamedTuple):
    """Where in a file a secret stands, and what it was left out of."""

    hiding: Hiding
    where: str


_BROKEN: Final = re.compile(
    r"[-\u00ad\u2010\u2011\ufffe\u0002]\s*[\r\n]+\s*|[\u00ad\ufffe\u0002\u200b]"
)
_LETTERS: Final = re.compile(r"[\W_]+")
_NO_DIGITS: Final = re.compile(r"\D+")
_APART: Final = r"[\s.,/()\-\u2010-\u2015]{0,3}"
_CPR: Final = re.compile(r"(?<!\d)\d{6}\s?[-\u2010-\u2015]?\s?\d{4}(?!\d)")
_GENITIVE: Final = r"(?:['’]?s)?"


def leaks(content: bytes, file_name: str, secrets: Secrets) -> tuple[Leak, ...]:
    """Every secret that stands in the file or in its name; each once for each place."""
    found: dict[Leak, None] = {}
    for hiding, text in texts(content, file_name).items():
        for where in _in(_Searched.of(text), secrets):
            found[Leak(hiding, where)] = None
    return tuple(found)


def refuse_leaks(content: bytes, file_name: str, secrets: Secrets) -> None:
    """Raise ``Leaked``, that says where a secret was left out, when the PDF holds one."""
    found = leaks(content, file_name, secrets) if secrets else ()
    if found:
        raise Leaked(where=found[0].where)


def refuse_leaking(contents: Mapping[str, bytes], secrets: Secrets) -> None:
    """Raise ``Leaked`` when one of the files, by name, holds a secret; nothing is written yet."""
    for name, content in contents.items():
        refuse_leaks(content, name, secrets)


def refuse_leaking_files(
    files: Sequence[Path], secrets: Secrets, also: Sequence[Path] = ()
) -> None:
    """Read the files back; when any holds a secret delete all of them and raise ``Leaked``.

    ``also`` are files that hold the same text and are deleted with them.
    """
    try:
        for file in files:
            refuse_leaks(file.read_bytes(), file.name, secrets)
    except Leaked:
        for file in (*files, *also):
            with suppress(FileNotFoundError):
                file.unlink()
        raise


class _Searched(NamedTuple):
    """A text with words put together again, with nothing but its letters, and its digits alone."""

    words: str
    letters: str
    digits: str

    @classmethod
    def of(cls, text: str) -> _Searched:
        words = _plain(text)
        letters = _LETTERS.sub("", words).casefold()
        return cls(words, letters, _NO_DIGITS.sub("", words))


def _plain(text: str) -> str:
    """``text`` with ligatures taken apart and words put together that a line end breaks."""
    return _BROKEN.sub("", unicodedata.normalize("NFKC", text))


def _in(searched: _Searched, secrets: Secrets) -> Iterator[str]:
    for secret in secrets.texts:
        if _LOOKS[secret.look](searched, secret.text):
            yield secret.where
    if secrets.anywhere and any(_strange_numbers(searched.words, secrets.allowed)):
        yield secrets.anywhere


def _passage(searched: _Searched, text: str) -> bool:
    letters = letters_of(text)
    return bool(letters) and letters in searched.letters


def _name(searched: _Searched, text: str) -> bool:
    parts = _plain(text).split()
    if not all(part in searched.words for part in parts):
        return False
    words = r"\s+".join(map(re.escape, parts))
    return bool(words) and bool(re.search(rf"(?<!\w){words}{_GENITIVE}(?!\w)", searched.words))


def _number(searched: _Searched, text: str) -> bool:
    digits = re.findall(r"\d", text)
    # Zeros alone are nobody's number, and tables are full of them.
    if not any(map(int, digits)) or "".join(digits) not in searched.digits:
        return False
    pattern = rf"(?<!\d){_APART.join(digits)}(?!\d)"
    return bool(digits) and bool(re.search(pattern, searched.words))


_LOOKS: Final = {Look.PASSAGE: _passage, Look.NAME: _name, Look.NUMBER: _number}


def _strange_numbers(text: str, allowed: Iterable[str]) -> Iterator[str]:
    known = {digits_of(one) for one in allowed}
    for match in _CPR.finditer(text):
        if looks_like_cpr(match[0]) and digits_of(match[0]) not in known:
            yield match[0]


def is_cpr(text: str) -> bool:
    """Whether a text is or holds what may be a CPR number."""
    return any(_strange_numbers(_plain(text), ()))


def letters_of(text: str) -> str:
    """``text`` as passages are looked for in it: its letters and digits alone, in small letters."""
    return _LETTERS.sub("", _plain(text)).casefold()


def digits_of(text: str) -> str:
    """The digits of ``text`` and nothing else."""
    return "".join(letter for letter in text if letter.isdigit())
