"""Applications to the municipality, and what became of them."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import TYPE_CHECKING, ClassVar

from bpa_desktop.domain.moved_hours import Consent
from bpa_desktop.domain.record import Choice, Problem, Record, Sensitivity, about, record
from bpa_desktop.errors import N_

if TYPE_CHECKING:
    from collections.abc import Iterator


class ApplicationKind(Choice):
    """What is applied for."""

    SCHEME = "scheme", N_("The scheme")
    HOURS = "hours", N_("More hours")
    HOLIDAY = "holiday", N_("Holiday")
    COURSE = "course", N_("Courses")
    HELPER_RELATED = "helper_related", N_("Helper-related expenses")
    OTHER = "other", N_("Something else")


@record
class Application(Record):
    """One application. ``cost`` is in kroner, ``minutes`` are hours for the whole of it."""

    type_name: ClassVar[str] = "application"

    kind: ApplicationKind = about(N_("What for"), default=ApplicationKind.COURSE)
    title: str = about(N_("In a few words"), help=N_("For example: course in moving and handling."))
    why: str = about(N_("Why"), sensitivity=Sensitivity.HEALTH, default="", long=True)
    minutes: int = about(N_("Number of hours"), default=0, in_hours=True)
    cost: Decimal | None = about(N_("Kroner"), default=None)
    needed_by: dt.date | None = about(
        N_("Needed by"), default=None, help=N_("The day on which the answer must be there.")
    )
    sent_on: dt.date | None = about(N_("Sent on"), default=None)
    trip: str | None = about(N_("For the trip"), default=None, refers_to="trip")
    answered_on: dt.date | None = about(N_("Answer received on"), default=None)
    consent: Consent = about(N_("The municipality's answer"), default=Consent.ASKED)

    def problems(self) -> Iterator[Problem]:
        """Yield what is wrong with the application on its own."""
        if not self.title.strip():
            yield Problem(field="title", reason=N_("Write what it is."))
        if self.minutes < 0:
            yield Problem(field="minutes", reason=N_("Hours cannot be less than zero."))
        if self.cost is not None and self.cost < 0:
            yield Problem(field="cost", reason=N_("An amount cannot be less than zero."))
        if self.sent_on and self.answered_on and self.answered_on < self.sent_on:
            yield Problem(field="answered_on", reason=N_("The answer came before the application."))
