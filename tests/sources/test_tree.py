"""Every system, document, actor, rule and number of the three papers has a home in the program."""

from __future__ import annotations

import importlib
import re
import tomllib
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import pytest

from bpa_desktop.domain.record import fields_of
from bpa_desktop.services.catalogue import TYPES
from bpa_desktop.services.papers import PAPERS
from bpa_desktop.services.profiles import profile_for
from bpa_desktop.services.rulebook import rulebook
from bpa_desktop.views.places import PLACES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from bpa_desktop.domain.municipality import Profile

FOLDER: Final = Path(__file__).parent
MUNICIPALITIES: Final = ("ishoej", "broenderslev", "aarhus")
KINDS: Final = frozenset({"system", "document", "actor", "rule", "number"})
ROWS: Final[list[dict[str, Any]]] = tomllib.loads((FOLDER / "tree.toml").read_text("utf-8"))["row"]

_HYPHENS: Final = re.compile(r"(\w)-[ \t]*\n\s*(?!og\b|eller\b)(\w)")
_NUMBER: Final = re.compile(r"\d[\d.,]*")
_MARKS: Final = re.compile(
    r"(?:spørgsmål|tabel|perioden|budgetforlig|budget|vedr\. BPA,) \d[\d.-]*", re.IGNORECASE
)
"""What numbers the paper itself: its questions, its tables, and the years these are about."""
_YEARS: Final = re.compile(r"(?:\d{1,2}\. \w+ )?20[12]\d(?:20[12]\d)?")
"""Years head the columns of tables; a number of its own is never one of them."""


@cache
def text_of(paper: str) -> str:
    """The paper without line ends and the hyphens of its lines."""
    text = (FOLDER / f"{paper}.txt").read_text("utf-8").replace("\u00ad", "")
    return " ".join(_HYPHENS.sub(r"\1\2", text).split())


def places_of(words: str, text: str) -> Iterator[range]:
    """Where the words stand."""
    for match in re.finditer(re.escape(words), text):
        yield range(match.start(), match.end())


@pytest.mark.parametrize("paper", MUNICIPALITIES)
def test_every_row_has_the_words_of_its_paper(paper: str) -> None:
    text = text_of(paper)
    strange = [one["words"] for one in ROWS if one["paper"] == paper and one["words"] not in text]
    assert strange == []


def test_every_row_has_a_kind_and_a_home() -> None:
    assert {one["paper"] for one in ROWS} == set(MUNICIPALITIES)
    assert {one["kind"] for one in ROWS} == KINDS
    assert [one["words"] for one in ROWS if not one["homes"]] == []


def test_every_paper_names_each_kind() -> None:
    by_paper = {(one["paper"], one["kind"]) for one in ROWS}
    assert by_paper == {(paper, kind) for paper in MUNICIPALITIES for kind in KINDS}


def test_no_row_stands_twice() -> None:
    seen = sorted((one["paper"], one["words"]) for one in ROWS)
    assert [key for key, same in groupby(seen) if len(list(same)) > 1] == []


@pytest.mark.parametrize("paper", MUNICIPALITIES)
def test_every_number_of_a_paper_stands_in_a_row(paper: str) -> None:
    text = text_of(paper)
    covered = {
        at
        for one in ROWS
        if one["paper"] == paper
        for place in places_of(one["words"], text)
        for at in place
    }
    for marks in (_MARKS, _YEARS):
        covered |= {at for one in marks.finditer(text) for at in range(one.start(), one.end())}
    homeless = [
        text[max(0, one.start() - 40) : one.end() + 20]
        for one in _NUMBER.finditer(text)
        if one.start() not in covered
    ]
    assert homeless == []


def _profile(name: str) -> Profile:
    found = profile_for(name)
    assert found is not None
    return found


def _value(where: str) -> bool:
    municipality, key = where.split()
    return _profile(municipality).known(key) is not None


def _asked(where: str) -> bool:
    municipality, kind = where.split()
    return kind in {one.kind for one in _profile(municipality).documents}


def _field(where: str) -> bool:
    record, name = where.split(".")
    if record == "grant_line":
        kind: Any = importlib.import_module("bpa_desktop.domain.grant").GrantLine
    else:
        kind = TYPES[record]
    return name in {one.name for one in fields_of(kind)}


def _code(where: str) -> bool:
    module, names = where.split(":")
    found: Any = importlib.import_module(module)
    for name in names.split("."):
        found = getattr(found, name)
    return found is not None


def _source(where: str) -> bool:
    municipality, key = where.split()
    return key in {one.key for one in _profile(municipality).sources}


HOMES: Final[Mapping[str, Callable[[str], bool]]] = {
    "profile": _value,
    "asked": _asked,
    "source": _source,
    "rule": lambda where: where in rulebook().ids(),
    "place": lambda where: where in {one.key for one in PLACES},
    "paper": lambda where: where in PAPERS,
    "field": _field,
    "code": _code,
}


@pytest.mark.parametrize("home", sorted({home for one in ROWS for home in one["homes"]}))
def test_the_home_is_there(home: str) -> None:
    kind, where = home.split(" ", 1)
    assert HOMES[kind](where)


def test_a_home_that_is_not_there_is_found() -> None:
    assert not _value("ishoej accounts.deadline")
    assert not HOMES["place"]("nowhere")
    assert not HOMES["rule"]("no-such-rule")
    with pytest.raises(AttributeError):
        _code("bpa_desktop.domain.scheme:LegalBasis.SECTION_97")


@pytest.mark.parametrize("paper", MUNICIPALITIES)
def test_what_a_profile_quotes_of_its_paper_stands_in_it(paper: str) -> None:
    profile, text = _profile(paper), text_of(paper)
    quotes = [
        part.strip()
        for known in profile.values.values()
        if known is not None and known.source.seen == "full"
        for part in known.quote.split("[...]")
        if part.strip()
    ]
    assert len(quotes) > 1
    assert [one for one in quotes if " ".join(one.split()) not in text] == []


_BROKEN_OFF: Final = frozenset({("ishoej", "leading.working_environment")})
"""Words into which a line of the next column of the page has strayed."""


@pytest.mark.parametrize("paper", MUNICIPALITIES)
def test_the_words_of_a_profile_are_those_of_its_paper(paper: str) -> None:
    """Where no quote stands beside them; a list of the paper is set with commas."""
    profile, text = _profile(paper), text_of(paper)
    strange = [
        (key, words)
        for key, known in profile.values.items()
        if known is not None and known.source.seen == "full" and not known.quote
        for words in _parts(known.value)
        if words not in text and (paper, key) not in _BROKEN_OFF
    ]
    assert strange == []


def _parts(value: object) -> list[str]:
    if not isinstance(value, str):
        return []
    return [part.strip(" .:,") for part in re.split(r"(?<=[.:,]) ", value) if part.strip(" .:,")]
