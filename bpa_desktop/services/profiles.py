"""The municipalities that the program knows, read from their files."""

from __future__ import annotations

import tomllib
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from bpa_desktop import paths
from bpa_desktop.domain.municipality import (
    Asked,
    AskedDocument,
    Known,
    Profile,
    Source,
    spelled,
)
from bpa_desktop.services.rulebook import CONFIDENCE

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

_ASKED: Final = {str(one): one for one in Asked}


@cache
def profiles() -> tuple[Profile, ...]:
    """The municipalities that come with the program, by name."""
    folder = paths.RESOURCES / "municipalities"
    return tuple(sorted(map(_read_once, folder.glob("*.toml")), key=lambda one: one.name))


def profile_for(name: str) -> Profile | None:
    """The municipality called ``name`` in any spelling, or ``None`` when there is none."""
    named = paths.RESOURCES / "municipalities" / f"{spelled(name)}.toml"
    if spelled(name) in _file_names():
        return _read_once(named)
    return next((one for one in profiles() if one.answers_to(name)), None)


@cache
def _file_names() -> frozenset[str]:
    """The municipalities by the names of their files, none of which is read for it."""
    return frozenset(path.stem for path in (paths.RESOURCES / "municipalities").glob("*.toml"))


@cache
def _read_once(path: Path) -> Profile:
    return read_profile(path)


def read_profile(path: Path) -> Profile:
    """The municipality described in ``path``.

    Raises ``KeyError`` when a value names a source or a confidence that does not exist.
    """
    data = tomllib.loads(path.read_text(encoding="utf-8"), parse_float=Decimal)
    sources = {row["key"]: _source(row) for row in data["source"]}
    return Profile(
        id=data["id"],
        name=data["name"],
        names=tuple(data["names"]),
        checked=data["checked"],
        sources=tuple(sources.values()),
        documents=tuple(_document(row, sources) for row in data["document"]),
        values={
            f"{section}.{key}": _known(entry, sources)
            for section, entries in data.items()
            if isinstance(entries, dict)
            for key, entry in entries.items()
        },
    )


def _source(row: Mapping[str, Any]) -> Source:
    return Source(**{**row, "approved": row["approved"] or None})


def _document(row: Mapping[str, Any], sources: Mapping[str, Source]) -> AskedDocument:
    return AskedDocument(**{**row, "when": _ASKED[row["when"]], **_origin(row, sources)})


def _known(entry: Mapping[str, Any], sources: Mapping[str, Source]) -> Known | None:
    return Known(**{**entry, **_origin(entry, sources)}) if entry else None


def _origin(entry: Mapping[str, Any], sources: Mapping[str, Source]) -> dict[str, Any]:
    return {"source": sources[entry["source"]], "confidence": CONFIDENCE[entry["confidence"]]}
