"""The finder of sensitive words with its word lists and the helpers of the file."""

from __future__ import annotations

import tomllib
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from bpa_desktop import paths
from bpa_desktop.domain.sensitive_finds import (
    FindKind,
    Lexicon,
    Person,
    WordList,
    find_sensitive,
)
from bpa_desktop.services.reading import helpers

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bpa_desktop.domain.sensitive_finds import Find
    from bpa_desktop.services.session import Session

_SUBJECTS: Final = (FindKind.HEALTH, FindKind.UNION, FindKind.RELIGION)


@cache
def lexicon() -> Lexicon:
    """The words that come with the program."""
    path = paths.RESOURCES / "words" / "sensitive.toml"
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    return Lexicon(
        subjects={kind: _words(data[str(kind)]) for kind in _SUBJECTS},
        names_too=frozenset(data["names"]["words"]),
        persons_do=frozenset(data["names"]["persons_do"]),
        in_papers={code: frozenset(one) for code, one in data["names"]["in_papers"].items()},
    )


def _words(row: Mapping[str, Any]) -> WordList:
    return WordList(
        begins=tuple(row["begins"]),
        inside=tuple(row["inside"]),
        whole=frozenset(row["whole"]),
        unless=frozenset(row["unless"]),
    )


def people(session: Session) -> tuple[Person, ...]:
    """The helpers whose names are looked for."""
    return tuple(Person(one.id, one.first_name, one.last_name) for one in helpers(session))


def finds(session: Session, text: str) -> tuple[Find, ...]:
    """What in ``text`` the leader should look at before it is shown to others."""
    return find_sensitive(text, people(session), lexicon())
