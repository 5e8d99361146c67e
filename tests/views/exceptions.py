"""The one list of findings that are let pass, each with a reason and an owner; it only shrinks."""

from __future__ import annotations

from dataclasses import dataclass
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tests.views.audit import Finding


@dataclass(frozen=True, kw_only=True)
class Excuse:
    """A finding that is let pass; ``screen`` and ``widget`` may hold ``*``."""

    rule: str
    screen: str
    widget: str
    reason: str
    owner: str

    def covers(self, finding: Finding) -> bool:
        """Whether ``finding`` is the one that is meant."""
        return (
            self.rule == finding.rule
            and fnmatchcase(finding.screen, self.screen)
            and fnmatchcase(finding.widget, self.widget)
        )


_FIELDS: Final = (
    "The form of this record asks more than nine things; a choice box is a field like any other, "
    "and the rest of the window takes four stops."
)

EXCUSES: Final[tuple[Excuse, ...]] = (
    Excuse(rule="R5", screen="* activity_item", widget="*", reason=_FIELDS, owner="forms"),
    Excuse(rule="R5", screen="* shift", widget="*", reason=_FIELDS, owner="forms"),
)


def unexplained(findings: Iterable[Finding]) -> list[Finding]:
    """The findings that no excuse covers."""
    return [one for one in findings if not any(excuse.covers(one) for excuse in EXCUSES)]


def outdated(findings: Iterable[Finding]) -> list[Excuse]:
    """The excuses that no finding needs any more."""
    found = list(findings)
    return [excuse for excuse in EXCUSES if not any(excuse.covers(one) for one in found)]
