"""Unused hours that are moved to another year, and whether the municipality has agreed."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, ClassVar

from bpa_desktop.domain.record import Choice, Problem, Record, about, record
from bpa_desktop.errors import N_

if TYPE_CHECKING:
    from collections.abc import Iterator


class Purpose(Choice):
    """What hours are saved for."""

    HOLIDAY = "holiday", N_("Holiday")
    COURSE = "course", N_("Courses")
    FAMILY = "family", N_("Family event")
    SPORT = "sport", N_("Sport")
    OTHER = "other", N_("Something else")


class Consent(Choice):
    """What the municipality has said to a request."""

    ASKED = "asked", N_("Not answered yet")
    AGREED = "agreed", N_("Agreed")
    REFUSED = "refused", N_("Refused")


@record
class MovedHours(Record):
    """Minutes moved out of the budget year that ends on ``out_of``, into the year after it."""

    type_name: ClassVar[str] = "moved_hours"

    out_of: dt.date = about(N_("Last day of the year they come from"))
    minutes: int = about(N_("Number of hours"), in_hours=True, help=N_("For example 24 or 7.5."))
    purpose: Purpose = about(N_("What for"), default=Purpose.HOLIDAY)
    words: str = about(N_("More about it"), default="", long=True)
    consent: Consent = about(N_("The municipality's answer"), default=Consent.ASKED)
    decision_reference: str = about(N_("The decision's reference"), default="")
    decided_on: dt.date | None = about(N_("Date of the decision"), default=None)

    def problems(self) -> Iterator[Problem]:
        """Yield what is wrong with them on their own."""
        if self.minutes <= 0:
            yield Problem(field="minutes", reason=N_("Write how many hours."))
