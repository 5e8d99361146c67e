"""Holidays of the citizen: the trip, the extra help it takes, and the municipality's answer."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import TYPE_CHECKING, ClassVar

from bpa_desktop.domain.moved_hours import Consent
from bpa_desktop.domain.record import Problem, Record, Sensitivity, about, record
from bpa_desktop.domain.scheme import Answer
from bpa_desktop.errors import N_

if TYPE_CHECKING:
    from collections.abc import Iterator


@record
class Trip(Record):
    """A trip; both days belong to it. ``extra_minutes`` are hours beyond those granted."""

    type_name: ClassVar[str] = "trip"

    place: str = about(N_("Where to"), sensitivity=Sensitivity.PERSONAL)
    is_abroad: Answer = about(N_("Abroad"), default=Answer.NO)
    first_day: dt.date = about(N_("First day"))
    last_day: dt.date = about(N_("Last day"))
    purpose: str = about(N_("What for"), sensitivity=Sensitivity.PERSONAL, default="", long=True)
    extra_minutes: int = about(
        N_("Extra hours"), default=0, in_hours=True, help=N_("Beyond your granted hours.")
    )
    extra_reason: str = about(
        N_("Why extra hours"), sensitivity=Sensitivity.HEALTH, default="", long=True
    )
    second_helper: str = about(
        N_("Why two helpers"), sensitivity=Sensitivity.HEALTH, default="", long=True
    )
    cost: Decimal | None = about(N_("Extra costs in kroner"), default=None)
    cost_words: str = about(
        N_("What they are"), default="", help=N_("For example: travel and board of a helper.")
    )
    applied_on: dt.date | None = about(N_("Applied on"), default=None)
    consent: Consent = about(N_("The municipality's answer"), default=Consent.ASKED)
    decision_reference: str = about(N_("The decision's reference"), default="")

    @property
    def days(self) -> int:
        """How many days it lasts, both ends counted."""
        return (self.last_day - self.first_day).days + 1

    @property
    def has_extra_help(self) -> bool:
        """Whether it takes more help than is granted."""
        return self.extra_minutes > 0 or bool(self.second_helper.strip())

    def problems(self) -> Iterator[Problem]:
        """Yield what is wrong with the trip on its own."""
        if not self.place.strip():
            yield Problem(field="place", reason=N_("Write where to."))
        if self.last_day < self.first_day:
            yield Problem(field="last_day", reason=N_("The last day is before the first day."))
        if self.extra_minutes < 0:
            yield Problem(field="extra_minutes", reason=N_("Hours cannot be less than zero."))
        if self.cost is not None and self.cost < 0:
            yield Problem(field="cost", reason=N_("An amount cannot be less than zero."))
