"""Reading the files about municipalities, each only when it is first needed."""

from __future__ import annotations

import re
import tomllib
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from bpa_desktop.domain.municipality import (
    Asked,
    AskedDocument,
    Known,
    Profile,
    Seen,
    Source,
    Standing,
    TextToAskFor,
)
from bpa_desktop.errors import N_
from bpa_desktop.services.profile_checking import (
    ProfileUnreadable,
    at_line,
    in_whole_file,
    profile_problems,
    stub_problems,
)
from bpa_desktop.services.rulebook import CONFIDENCE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    from bpa_desktop.services.profile_checking import FileProblem

    Check = Callable[[str, Mapping[str, Any]], Iterator[FileProblem]]

NATIONAL: Final = "national"
"""The file of what holds in the whole country."""
STUBS: Final = "stubs"
"""The file of municipalities of which only a text to ask for is known."""
_ASKED: Final = {str(one): one for one in Asked}
_SEEN: Final = {str(one): one for one in Seen}
_PLACE: Final = re.compile(r" \(at line (\d+), column \d+\)$")


@cache
def municipality_files(folder: Path) -> tuple[Path, ...]:
    """The files of single municipalities in ``folder``, by name; none is read for it."""
    found = sorted(folder.glob("*.toml"))
    return tuple(one for one in found if one.stem not in {NATIONAL, STUBS})


@cache
def try_reading(path: Path) -> Profile | ProfileUnreadable:
    """The municipality of ``path``, or what is wrong with its file; read once."""
    try:
        return read_profile(path)
    except ProfileUnreadable as error:
        return error


def read_profile(path: Path) -> Profile:
    """The municipality described in ``path``; raises ``ProfileUnreadable`` with every fault."""
    data = _parsed(path, profile_problems)
    sources = {row["key"]: _source(row) for row in data["source"]}
    return Profile(
        id=data["id"],
        name=data["name"],
        names=tuple(data["names"]),
        checked=data["checked"],
        sources=tuple(sources.values()),
        documents=tuple(_document(row, sources) for row in data.get("document", ())),
        values={
            f"{section}.{key}": _known(entry, sources)
            for section, entries in data.items()
            if isinstance(entries, dict)
            for key, entry in entries.items()
        },
    )


@cache
def try_stubs(path: Path) -> tuple[Profile, ...] | ProfileUnreadable:
    """The municipalities of the file ``path``, or what is wrong with it; read once."""
    try:
        return read_stubs(path)
    except ProfileUnreadable as error:
        return error


def read_stubs(path: Path) -> tuple[Profile, ...]:
    """Municipalities without a value, each with the texts to ask it for.

    Raises ``ProfileUnreadable`` with every fault of the file.
    """
    data = _parsed(path, stub_problems)
    return tuple(
        Profile(
            id=row["id"],
            name=row["name"],
            names=tuple(row["names"]),
            checked="",
            sources=(),
            standing=Standing.LINKED,
            texts=tuple(
                TextToAskFor(one["title"], one["address"], _SEEN[one["seen"]])
                for one in row["text"]
            ),
        )
        for row in data.get("municipality", ())
    )


def _parsed(path: Path, check: Check) -> Mapping[str, Any]:
    problems = tuple(check(path.name, data := _loaded(path)))
    if problems:
        raise ProfileUnreadable(path.name, problems)
    return data


def _loaded(path: Path) -> Mapping[str, Any]:
    """What stands in the file; an editor's mark at its beginning does no harm."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8-sig"), parse_float=Decimal)
    except (OSError, UnicodeDecodeError) as error:
        fault = in_whole_file(path.name, N_("it cannot be read as text."))
        raise ProfileUnreadable(path.name, (fault,)) from error
    except tomllib.TOMLDecodeError as error:
        place = _PLACE.search(str(error))
        line, detail = int(place.group(1)) if place else 0, _PLACE.sub("", str(error))
        reason = N_("it is not written as TOML ({detail}).")
        fault = at_line(path.name, line, reason, detail=detail)
        raise ProfileUnreadable(path.name, (fault,)) from error
    except (ValueError, RecursionError) as error:
        fault = in_whole_file(path.name, N_("a number is too long, or too much lies in a list."))
        raise ProfileUnreadable(path.name, (fault,)) from error


def _source(row: Mapping[str, Any]) -> Source:
    return Source(**{**row, "approved": row["approved"] or None, "seen": _SEEN[row["seen"]]})


def _document(row: Mapping[str, Any], sources: Mapping[str, Source]) -> AskedDocument:
    return AskedDocument(**{**row, "when": _ASKED[row["when"]], **_origin(row, sources)})


def _known(entry: Mapping[str, Any], sources: Mapping[str, Source]) -> Known | None:
    return Known(**{**entry, **_origin(entry, sources)}) if entry else None


def _origin(entry: Mapping[str, Any], sources: Mapping[str, Source]) -> dict[str, Any]:
    return {"source": sources[entry["source"]], "confidence": CONFIDENCE[entry["confidence"]]}
