"""Aids (hjælpemidler): what helpers must use, where it is, and when it is inspected."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, ClassVar

from bpa_desktop.domain.record import Problem, Record, Sensitivity, about, record
from bpa_desktop.errors import N_

if TYPE_CHECKING:
    from collections.abc import Iterator


@record
class Aid(Record):
    """An aid in the home; both days belong to the time in which it is used."""

    type_name: ClassVar[str] = "aid"

    name: str = about(
        N_("Aid"), sensitivity=Sensitivity.HEALTH, help=N_("For example: ceiling hoist.")
    )
    used_for: str = about(N_("Used for"), sensitivity=Sensitivity.HEALTH, default="")
    place: str = about(N_("Where it is"), default="")
    since: dt.date | None = about(N_("In use since"), default=None)
    until: dt.date | None = about(
        N_("Used until"), default=None, help=N_("Leave it empty while it is used.")
    )
    instructions: str = about(
        N_("How it is used"),
        sensitivity=Sensitivity.HEALTH,
        default="",
        long=True,
        help=N_("What a helper must know, or where the manual lies."),
    )
    supplier: str = about(N_("Who to call"), default="", help=N_("Supplier or depot, and phone."))
    inspected_on: dt.date | None = about(N_("Last inspected on"), default=None)
    inspection_on: dt.date | None = about(N_("Next inspection"), default=None)

    def is_used(self, day: dt.date) -> bool:
        """Whether it is in use on ``day``."""
        return (self.since or day) <= day <= (self.until or day)

    def problems(self) -> Iterator[Problem]:
        """Yield what is wrong with the aid on its own."""
        if not self.name.strip():
            yield Problem(field="name", reason=N_("Write what it is."))
        if self.since and self.until and self.until < self.since:
            yield Problem(field="until", reason=N_("The last day is before the first day."))
