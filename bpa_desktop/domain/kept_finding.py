"""A finding that the work leader looked at and kept as it is, with the reason."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, ClassVar

from bpa_desktop.domain.clock import WallTime, shown
from bpa_desktop.domain.findings import Code
from bpa_desktop.domain.record import Problem, Record, Sensitivity, about, record
from bpa_desktop.domain.roster import clock_problems
from bpa_desktop.errors import N_

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bpa_desktop.domain.findings import Finding


@record
class KeptFinding(Record):
    """What was found, and why it stays. It holds until the finding changes.

    The times are the window the finding looked at; ``minutes_short`` is what it found missing.
    """

    type_name: ClassVar[str] = "kept_finding"

    code: Code = about(N_("What was found"))
    helper: str | None = about(N_("Helper"), default=None, refers_to="helper")
    window_start: dt.datetime = about(N_("From"))
    window_end: dt.datetime = about(N_("To"))
    minutes_short: int = about(N_("Hours missing"), in_hours=True, default=0)
    reason: str = about(
        N_("Why it stays as it is"),
        default="",
        sensitivity=Sensitivity.PERSONAL,
        long=True,
        help=N_("Stands in the package. Never write why somebody is ill."),
    )
    kept_on: dt.date = about(N_("Decided on"))

    def problems(self) -> Iterator[Problem]:
        """Yield what is wrong with the record on its own."""
        for name in ("window_start", "window_end"):
            if shown(getattr(self, name)) is WallTime.NEVER:
                yield from clock_problems(name, getattr(self, name))
        if self.window_end < self.window_start:
            yield Problem(field="window_end", reason=N_("The end is before the start."))


def helper_of(found: Finding) -> str | None:
    """The id of the helper that ``found`` is about; ``None`` when it is about nobody."""
    return next((key for kind, key in found.records if kind == "helper"), None)


def kept_as(found: Finding, kept: Iterable[KeptFinding]) -> KeptFinding | None:
    """The decision that keeps ``found`` as it is, or ``None``.

    It holds while what was found, the helper, the window and the minutes are the same: once any
    of them changes, the finding is another and asks again.
    """
    wanted = (found.code, helper_of(found), *found.window, found.minutes_short)
    return next((one for one in kept if _holds_for(one) == wanted), None)


def is_kept(found: Finding, kept: Iterable[KeptFinding]) -> bool:
    """Whether somebody decided that ``found`` stays as it is."""
    return kept_as(found, kept) is not None


def _holds_for(one: KeptFinding) -> tuple[object, ...]:
    return one.code, one.helper, one.window_start, one.window_end, one.minutes_short
