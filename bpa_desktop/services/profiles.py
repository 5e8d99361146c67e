"""The municipalities that the program knows, and what holds for those it does not know."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from bpa_desktop import paths
from bpa_desktop.domain.municipality import Profile, Standing, spelled
from bpa_desktop.errors import N_
from bpa_desktop.i18n import _
from bpa_desktop.services.profile_checking import (
    FileProblem,
    ProfileUnreadable,
    problem_words,
)
from bpa_desktop.services.profile_reading import (
    NATIONAL,
    STUBS,
    municipality_files,
    try_reading,
    try_stubs,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_NOBODY: Final = Profile(id=NATIONAL, name="", checked="", sources=(), standing=Standing.UNKNOWN)
"""What is left when the file of the whole country itself cannot be read."""
_NAMELESS: Final = N_("The municipality")


def folder() -> Path:
    """Where the files of the municipalities lie."""
    return paths.RESOURCES / "municipalities"


def profiles() -> tuple[Profile, ...]:
    """The municipalities whose own text was read, by name; faulty files are left out."""
    return _profiles(folder())


@cache
def _profiles(where: Path) -> tuple[Profile, ...]:
    found = (try_reading(path) for path in municipality_files(where))
    read: dict[str, Profile] = {}
    for one in found:
        if isinstance(one, Profile):
            read.setdefault(one.id, one)
    return tuple(sorted(read.values(), key=lambda one: one.name))


def known_municipalities() -> tuple[Profile, ...]:
    """Every municipality the program has heard of, by name: those read, and the others."""
    others = (one for one in _stubs() if _read_as(one.name) is None)
    return tuple(sorted((*profiles(), *map(_filled, others)), key=lambda one: one.name))


def national() -> Profile:
    """What holds in the whole country; without a value when its file cannot be read."""
    found = try_reading(folder() / f"{NATIONAL}.toml")
    return found if isinstance(found, Profile) else _NOBODY


def profile_for(name: str) -> Profile | None:
    """The municipality called ``name`` in any spelling; ``None`` when ``name`` says nothing.

    A municipality of which nothing was read has the values of the whole country.
    """
    if not spelled(name):
        return None
    return _read_as(name) or _filled(_stub(name) or _NOBODY._replace(id=spelled(name), name=name))


def municipality_or_country(name: str) -> Profile:
    """The same as `profile_for`, and what holds in the whole country where no name is written."""
    return profile_for(name) or national()._replace(name=_(_NAMELESS), standing=Standing.UNKNOWN)


def with_papers(profile: Profile) -> Profile:
    """The same; where it names no papers, with those that hold in the whole country."""
    return profile if profile.documents else profile._replace(documents=national().documents)


def file_problems() -> tuple[FileProblem, ...]:
    """What is wrong with the files, every one of which is read for it."""
    where = folder()
    found = [try_reading(path) for path in (*municipality_files(where), where / f"{NATIONAL}.toml")]
    stubs = try_stubs(where / f"{STUBS}.toml")
    faulty = [one for one in (*found, stubs) if isinstance(one, ProfileUnreadable)]
    told = [problem for one in faulty for problem in one.problems]
    return (*told, *_told_twice(where))


def _told_twice(where: Path) -> Iterator[FileProblem]:
    """A file that says of itself what another one says: the first of them is used."""
    first: dict[str, str] = {}
    for path in municipality_files(where):
        found = try_reading(path)
        if isinstance(found, Profile):
            other = first.setdefault(found.id, path.name)
            if other != path.name:
                reason = N_("is that of the file {other}, which is used.")
                yield FileProblem(path.name, "id", reason, {"other": other})


def _read_as(name: str) -> Profile | None:
    """The municipality whose own text was read, the file of that name first."""
    same = (path for path in municipality_files(folder()) if path.stem == spelled(name))
    found = try_reading(path) if (path := next(same, None)) else None
    if isinstance(found, Profile):
        return found
    return next((one for one in profiles() if one.answers_to(name)), None)


def _stub(name: str) -> Profile | None:
    return next((one for one in _stubs() if one.answers_to(name)), None)


def _stubs() -> Iterator[Profile]:
    found = try_stubs(folder() / f"{STUBS}.toml")
    yield from found if isinstance(found, tuple) else ()


def _filled(profile: Profile) -> Profile:
    """The same with the values and the papers of the whole country."""
    country = national()
    return profile._replace(
        name=profile.name.strip(),
        checked=country.checked,
        sources=country.sources,
        documents=country.documents,
        values=country.values,
    )


def fault_words() -> tuple[str, ...]:
    """A sentence for each fault of the files, with the file, the key and the reason."""
    return tuple(problem_words(one) for one in file_problems())
