"""What a package of each kind holds besides what a municipality itself asks for, and why."""

from __future__ import annotations

import tomllib
from functools import cache
from typing import Final, NamedTuple

from bpa_desktop import paths
from bpa_desktop.domain.given_package import PackageKind
from bpa_desktop.domain.record import Choice
from bpa_desktop.errors import N_
from bpa_desktop.i18n import language

_KINDS: Final = {one.value: one for one in PackageKind}


class Use(Choice):
    """When a paper goes along by itself."""

    ALWAYS = "always", N_("Always")
    UNNAMED = "unnamed", N_("Where the municipality names no papers")


_USES: Final = {one.value: one for one in Use}


class UsualPaper(NamedTuple):
    """A paper that goes along unless it is left out; ``words`` and ``why`` are Danish.

    ``english`` and ``english_why`` say the same. ``source`` is the text that the choice rests on.
    """

    package: PackageKind
    kind: str
    use: Use
    words: str
    english: str
    why: str
    english_why: str
    source: str

    @property
    def reason(self) -> str:
        """Why it goes along, in the active language."""
        return self.why if language() == "da" else self.english_why


@cache
def _usual() -> tuple[UsualPaper, ...]:
    data = tomllib.loads((paths.RESOURCES / "packages.toml").read_text(encoding="utf-8"))
    return tuple(
        UsualPaper(**{**row, "package": _KINDS[row["package"]], "use": _USES[row["use"]]})
        for row in data["paper"]
    )


def usual_papers(package: PackageKind, *, is_named: bool) -> tuple[UsualPaper, ...]:
    """The papers that go along by themselves, in order.

    ``is_named`` tells whether the municipality itself names papers for that kind of package.
    """
    return tuple(
        one
        for one in _usual()
        if one.package is package and (one.use is Use.ALWAYS or not is_named)
    )
