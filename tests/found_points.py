"""How much the finder finds in a written set of made-up points of minutes."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from bpa_desktop.domain.sensitive_finds import Person, find_sensitive
from bpa_desktop.services.finder import lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator

_FILE: Final = Path(__file__).parent / "data" / "minutes_points.txt"
_MARKED: Final = re.compile(r"\{(\w+)\|([^}]*)\}")
PEOPLE: Final = tuple(
    Person(first, first, last)
    for first, last in (
        ("Anna", "Nielsen"),
        ("Bo", "Olsen"),
        ("Carla", "Holm"),
        ("Dina", "Berg"),
        ("Freja", "Dal"),
        ("Gorm", "Skov"),
        ("Mette-Marie", "Bæk"),
        ("Per", "Lind"),
    )
)


class Score(NamedTuple):
    """What of ``marked`` was found, and how many of ``suggested`` were marked."""

    kind: str
    marked: int
    found: int
    suggested: int
    right: int

    @property
    def recall(self) -> float:
        return self.found / self.marked if self.marked else 1.0

    @property
    def precision(self) -> float:
        return self.right / self.suggested if self.suggested else 1.0


def points() -> list[tuple[str, list[tuple[str, int, int]]]]:
    """Each point as plain text, with the kind and the place of what should be found."""
    lines = _FILE.read_text(encoding="utf-8").splitlines()
    return [_plain(line.replace("\\n", "\n")) for line in lines if not line.startswith("#")]


def _plain(line: str) -> tuple[str, list[tuple[str, int, int]]]:
    text, marks, last = "", [], 0
    for match in _MARKED.finditer(line):
        text += line[last : match.start()]
        marks.append((match[1], len(text), len(text) + len(match[2])))
        text += match[2]
        last = match.end()
    return text + line[last:], marks


def scores() -> list[Score]:
    """A score for each kind, and one for all together as the last."""
    marked, found, suggested, right = Counter[str](), Counter[str](), Counter[str](), Counter[str]()
    for text, marks in points():
        finds = find_sensitive(text, PEOPLE, lexicon())
        for kind, start, end in marks:
            marked[kind] += 1
            found[kind] += any(
                one.kind == kind and one.start <= start and end <= one.end for one in finds
            )
        for one in finds:
            suggested[str(one.kind)] += 1
            right[str(one.kind)] += any(
                one.kind == kind and start < one.end and one.start < end
                for kind, start, end in marks
            )
    rows = [Score(kind, marked[kind], found[kind], suggested[kind], right[kind]) for kind in marked]
    return [*rows, Score("all", *(sum(one.values()) for one in (marked, found, suggested, right)))]


def missed() -> Iterator[str]:
    """What was not found, and what was suggested without being marked."""
    for text, marks in points():
        finds = find_sensitive(text, PEOPLE, lexicon())
        for kind, start, end in marks:
            if not any(o.kind == kind and o.start <= start and end <= o.end for o in finds):
                yield f"missed {kind} {text[start:end]!r} in {text!r}"
        for one in finds:
            if not any(one.kind == k and s < one.end and one.start < e for k, s, e in marks):
                yield f"extra {one.kind} {one.text!r} in {text!r}"
