"""Insurances of the scheme: what they cover, and when they are renewed."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import TYPE_CHECKING, ClassVar

from bpa_desktop.domain.record import Choice, Problem, Record, about, record
from bpa_desktop.errors import N_

if TYPE_CHECKING:
    from collections.abc import Iterator


class Cover(Choice):
    """What an insurance covers."""

    WORK_INJURY = "work_injury", N_("Work injury")
    LIABILITY = "liability", N_("Employer's liability")
    TRAVEL = "travel", N_("Travel")
    ALL = "all", N_("All three together")
    OTHER = "other", N_("Something else")


@record
class Insurance(Record):
    """One policy. ``yearly_price`` is in kroner a year; ``renews_on`` is the next renewal."""

    type_name: ClassVar[str] = "insurance"

    covers: Cover = about(N_("Covers"), default=Cover.WORK_INJURY)
    company: str = about(N_("Company"))
    policy: str = about(N_("Policy number"), default="")
    since: dt.date | None = about(N_("In force from"), default=None)
    ended_on: dt.date | None = about(N_("Ended on"), default=None)
    renews_on: dt.date | None = about(N_("Renewed on"), default=None)
    yearly_price: Decimal | None = about(N_("Kroner a year"), default=None)
    paid_by: str = about(
        N_("Paid by"),
        default="",
        help=N_("For example: the municipality's own agreement, or after a bill."),
    )
    phone: str = about(N_("Phone for claims"), default="")
    attachment: str = about(N_("Attachment"), default="", inner=True, content=True)

    def problems(self) -> Iterator[Problem]:
        """Yield what is wrong with the policy on its own."""
        if not self.company.strip():
            yield Problem(field="company", reason=N_("Write the company."))
        if self.since and self.ended_on and self.ended_on < self.since:
            yield Problem(field="ended_on", reason=N_("The end is before the start."))
