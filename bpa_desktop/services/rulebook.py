"""The rules and rates that come with the program, read from their files."""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from bpa_desktop import paths
from bpa_desktop.domain.rates import Confidence, Rule, RuleBook

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

_DESCRIBED: Final = frozenset(
    {"id", "title", "valid_from", "valid_to", "source", "confidence", "section", "reason"}
)
"""What says something about a row; every other key of it is a value."""


_ID: Final = re.compile(r'^id = "(.+)"$', re.MULTILINE)
"""How a row of a file begins, so that what is in it is known without reading all of it."""


@cache
def rulebook() -> RuleBook:
    """The rule book that comes with the program; a file is read when one of its rules is asked."""
    return Shelf(paths.RESOURCES / "rules")


class Shelf(RuleBook):
    """The rule book in the ``*.toml`` files of ``folder``, each read when it is first needed."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._files: dict[str, list[Path]] = defaultdict(list)
        for path in sorted(folder.glob("*.toml")):
            for rule_id in dict.fromkeys(_ID.findall(path.read_text(encoding="utf-8"))):
                self._files[rule_id].append(path)
        self._rules: dict[Path, tuple[Rule, ...]] = {}
        self._known: dict[str, tuple[Rule, ...]] = {}

    def rows(self, rule_id: str) -> tuple[Rule, ...]:
        """Every row with the id, oldest first."""
        if rule_id not in self._known:
            rules = [rule for path in self._files.get(rule_id, ()) for rule in self._in(path)]
            self._known[rule_id] = RuleBook(rules).rows(rule_id)
        return self._known[rule_id]

    def ids(self) -> tuple[str, ...]:
        """The ids there are rows for, in alphabetical order."""
        return tuple(sorted(self._files))

    def _in(self, path: Path) -> tuple[Rule, ...]:
        if path not in self._rules:
            self._rules[path] = tuple(_rules(path))
        return self._rules[path]


def read_rules(folder: Path) -> RuleBook:
    """The rule book in the ``*.toml`` files of ``folder``; each holds a list ``rule``.

    Raises ``KeyError`` or ``ValueError`` for a row that lacks its id, title, start or confidence,
    or that holds on the same day as another with its id.
    """
    return RuleBook(rule for path in sorted(folder.glob("*.toml")) for rule in _rules(path))


def _rules(path: Path) -> Iterator[Rule]:
    data = tomllib.loads(path.read_text(encoding="utf-8"), parse_float=Decimal)
    for row in data["rule"]:
        yield _rule(row)


def _rule(row: Mapping[str, Any]) -> Rule:
    return Rule(
        id=row["id"],
        title=row["title"],
        valid_from=row["valid_from"],
        valid_to=row.get("valid_to"),
        values={key: value for key, value in row.items() if key not in _DESCRIBED},
        source=row.get("source", ""),
        confidence=CONFIDENCE[row["confidence"]],
        section=row.get("section", ""),
        reason=row.get("reason", ""),
    )


CONFIDENCE: Final = {str(one): one for one in Confidence}
"""The confidence behind the mark that stands in a file."""
