"""The end of an employment: why, with which notice, and what is still to be done."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, ClassVar

from bpa_desktop.domain.record import Choice, Problem, Record, Sensitivity, about, record
from bpa_desktop.errors import N_

if TYPE_CHECKING:
    from collections.abc import Iterator


class LeavingReason(Choice):
    """Why an employment ends."""

    OWN_WISH = "own_wish", N_("The helper resigns")
    DISMISSED = "dismissed", N_("Dismissed by you")
    GRANT_CHANGED = "grant_changed", N_("The grant is changed or ends")
    CITIZEN_DIED = "citizen_died", N_("The citizen has died")
    FIXED_TERM = "fixed_term", N_("The agreed time is over")
    SUMMARY = "summary", N_("Sent away at once")
    OTHER = "other", N_("Something else")


@record
class Leaving(Record):
    """That a helper leaves. ``last_day`` belongs to the employment."""

    type_name: ClassVar[str] = "leaving"

    helper: str = about(N_("Helper"), refers_to="helper")
    reason: LeavingReason = about(
        N_("Why"), default=LeavingReason.OWN_WISH, sensitivity=Sensitivity.PERSONAL
    )
    notice_on: dt.date = about(N_("Notice given on"))
    last_day: dt.date | None = about(N_("Last day of employment"), default=None)
    papers_given_on: dt.date | None = about(N_("Last papers given on"), default=None)
    statement_given_on: dt.date | None = about(N_("Statement given on"), default=None)
    note: str = about(
        N_("Note"),
        sensitivity=Sensitivity.PERSONAL,
        default="",
        long=True,
        help=N_("Only for you."),
    )

    def problems(self) -> Iterator[Problem]:
        """Yield what is wrong with it on its own."""
        if self.last_day is not None and self.last_day < self.notice_on:
            yield Problem(field="last_day", reason=N_("The last day is before the notice."))
