"""A package before it is made: what is chosen, each part of it, and whether that is ready."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bpa_desktop.documents.choices import Names
from bpa_desktop.domain.given_package import PackageKind
from bpa_desktop.domain.period import Window
from bpa_desktop.domain.record import Choice
from bpa_desktop.errors import N_
from bpa_desktop.i18n import ngettext

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from bpa_desktop.domain.municipality import Asked, Profile
    from bpa_desktop.domain.period import Period


class Readiness(Choice):
    """How far a part of the package is."""

    READY = "ready", N_("Ready")
    MISSING = "missing", N_("Missing")
    NOT_RELEVANT = "not_relevant", N_("Not relevant")


class Asker(Choice):
    """Who a part is for: whoever asks for it, or the user who takes it along."""

    MUNICIPALITY = "municipality", N_("Asked for by the municipality")
    RULES = "rules", N_("Asked for by the rules")
    USER = "user", N_("Chosen by you")


@dataclass(frozen=True, kw_only=True)
class Answer:
    """What the user says about a part: that it is not relevant, because; or when it comes.

    ``text`` goes on after "because", or is a sentence of its own for what is missing.
    """

    readiness: Readiness
    text: str


@dataclass(frozen=True, kw_only=True)
class Choices:
    """What the user chooses for a package; ``answers`` are by the kind of document.

    ``more`` are papers taken along, ``left_out`` those that stay at home. ``about`` is the id of
    the trip, the complaint, the decision or the hand-over that the package is about; empty for
    the one that comes next.
    """

    kind: PackageKind = PackageKind.REVISITATION
    names: Names = Names.INITIALS
    window: Window = Window.ROLLING
    with_cpr: bool = False
    answers: Mapping[str, Answer] = field(default_factory=dict)
    more: frozenset[str] = frozenset()
    left_out: frozenset[str] = frozenset()
    about: str = ""


@dataclass(frozen=True, kw_only=True)
class Part:
    """One thing in the package, in the words of whoever asks for it, and what comes of it.

    ``english`` glosses the words for a reader of English. ``period`` is what the paper covers.
    ``is_partly`` tells of a missing part that what there is of it is enclosed all the same.
    ``waiting`` is the id of a record that must be looked through first, if there is one. ``why``
    says why it goes along where the municipality did not ask.
    """

    kind: str
    words: str
    english: str
    asked: Asked
    readiness: Readiness
    remark: str = ""
    period: Period | None = None
    waiting: str = ""
    asker: Asker = Asker.MUNICIPALITY
    why: str = ""
    source: str = ""
    is_partly: bool = False

    @property
    def is_enclosed(self) -> bool:
        """Whether the package holds it, or what there is of it."""
        return self.readiness is Readiness.READY or self.is_partly


@dataclass(frozen=True, kw_only=True)
class PackagePlan:
    """A package before it is made; ``period`` is that of the roster and the hours.

    ``has_hours`` tells whether there are hours to account for: the period has begun, and there is
    a grant or a shift. ``about`` is the id of the record it is about, empty where there is none.
    """

    profile: Profile
    visit: dt.date
    choices: Choices
    period: Period
    absence_period: Period
    minutes_period: Period
    months: int
    parts: tuple[Part, ...]
    has_hours: bool
    file_name: str
    about: str = ""

    @property
    def kind(self) -> PackageKind:
        """What the package is for."""
        return self.choices.kind

    def part(self, kind: str) -> Part | None:
        """The part of that kind of document, if there is one."""
        return next((one for one in self.parts if one.kind == kind), None)

    def encloses(self, kind: str) -> bool:
        """Whether the package holds that kind of document, or what there is of it."""
        return any(one.kind == kind and one.is_enclosed for one in self.parts)

    def sentence(self) -> str:
        """How much of what is asked for is ready: ``3 af 7 er klar.``."""
        ready = sum(one.readiness is Readiness.READY for one in self.parts)
        text = ngettext("{ready} of {n} is ready.", "{ready} of {n} are ready.", len(self.parts))
        return text.format(ready=ready)
