"""How helpers are called in papers, and what is taken out of texts that people have written."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from typing import TYPE_CHECKING, Final

from bpa_desktop.documents.choices import Names
from bpa_desktop.domain.people import marks
from bpa_desktop.i18n import _

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from bpa_desktop.domain.people import Helper

_CPR: Final = re.compile(r"\b\d{6}[ -]?\d{4}\b")
_SHORTEST: Final = 2
"""A first name of one letter is not looked for in texts."""


def labels(helpers: Sequence[Helper], names: Names) -> Mapping[str, str]:
    """What each helper is called, by id; no two are called the same.

    Numbers follow the first day of employment, so that they stay the same from package to
    package as long as nobody earlier is added.
    """
    if names is Names.NUMBERED:
        called = _("Helper {number}")
        return {one: called.format(number=number) for one, number in numbers(helpers).items()}
    short = marks(helpers)
    if names is Names.INITIALS:
        return short
    often = Counter(helper.name for helper in helpers)
    return {
        helper.id: helper.name if often[helper.name] == 1 else f"{helper.name} ({short[helper.id]})"
        for helper in helpers
    }


def numbers(helpers: Sequence[Helper]) -> Mapping[str, int]:
    """The number of each helper by id, from 1, by the first day of employment."""
    ordered = sorted(enumerate(helpers), key=lambda pair: (_began(pair[1]), pair[0]))
    return {helper.id: number for number, (_place, helper) in enumerate(ordered, start=1)}


def _brief(helpers: Sequence[Helper], called: Mapping[str, str], names: Names) -> Mapping[str, str]:
    if names is Names.NUMBERED:
        return {helper: f"H{_natural(label)[1]}" for helper, label in called.items()}
    if names is Names.INITIALS:
        return {}
    often = Counter(helper.first_name for helper in helpers)
    return {helper.id: helper.first_name for helper in helpers if often[helper.first_name] == 1}


def _began(helper: Helper) -> dt.date:
    return min((period.first_day for period in helper.employments), default=dt.date.max)


class Naming:
    """The names of one package, and the same care with what people have written.

    ``order`` gives the place of each helper in a list, by id.
    """

    def __init__(self, helpers: Sequence[Helper], names: Names) -> None:
        self.names = names
        self._labels = labels(helpers, names)
        self._short = {**self._labels, **_brief(helpers, self._labels, names)}
        self._replaced = dict(self._replacements(helpers))
        self._pattern = _any_of(self._replaced)
        placed = sorted(self._labels, key=lambda one: _natural(self._labels[one]))
        self.order = {helper: place for place, helper in enumerate(placed)}

    def of(self, helper: str | None) -> str:
        """What the helper is called; empty for nobody."""
        return self._labels[helper] if helper else ""

    def short(self, helper: str | None) -> str:
        """The same in a calendar: a first name when no two are alike, ``H1`` for a number."""
        return self._short[helper] if helper else ""

    def clean(self, text: str) -> str:
        """``text`` without CPR numbers and helpers' details, with helpers called as here.

        What is taken out is marked, so that a reader sees that something is missing.
        """
        without = _CPR.sub(_("(left out)"), text.strip())
        if self._pattern is None:
            return without
        return self._pattern.sub(lambda found: self._replaced[found[0]], without)

    def _replacements(self, helpers: Iterable[Helper]) -> Iterator[tuple[str, str]]:
        for helper in helpers:
            for detail in (helper.phone, helper.phone.replace(" ", ""), helper.email):
                if detail.strip():
                    yield detail, _("(left out)")
            if self.names is not Names.FULL:
                yield from self._called(helper)

    def _called(self, helper: Helper) -> Iterator[tuple[str, str]]:
        for name in (helper.name, helper.first_name, helper.last_name):
            if len(name) >= _SHORTEST:
                yield name, self._labels[helper.id]
                yield f"{name}s", f"{self._labels[helper.id]}'s"


def without_others(text: str, others: Iterable[Helper]) -> str:
    """``text`` with every name of ``others`` taken out, for a paper about one helper alone."""
    names = {
        name
        for helper in others
        for name in (helper.name, helper.first_name, helper.last_name)
        if len(name) >= _SHORTEST
    }
    pattern = _any_of(names | {f"{name}s" for name in names})
    return text if pattern is None else pattern.sub(_("another helper"), text)


def without_names(text: str, helpers: Iterable[Helper]) -> str:
    """``text`` in which everybody is just a helper, for what leaves the house by itself."""
    names = {
        name
        for helper in helpers
        for name in (helper.name, helper.first_name, helper.last_name)
        if len(name) >= _SHORTEST
    }
    called = {name: _("a helper") for name in names} | {f"{one}s": _("a helper's") for one in names}
    pattern = _any_of(called)
    if pattern is None:
        return text
    told = pattern.sub(lambda found: called[found[0]], text)
    return told[:1].upper() + told[1:]


def _any_of(texts: Iterable[str]) -> re.Pattern[str] | None:
    longest_first = sorted(texts, key=lambda text: (-len(text), text))
    if not longest_first:
        return None
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, longest_first)) + r")(?!\w)")


def _natural(label: str) -> tuple[str, int]:
    digits = "".join(letter for letter in label if letter.isdigit())
    return label.rstrip("0123456789"), int(digits or 0)
