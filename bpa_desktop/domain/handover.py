"""The role of employer handed to somebody else, or taken back."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, ClassVar

from bpa_desktop.domain.record import Problem, Record, Sensitivity, about, record
from bpa_desktop.domain.scheme import Answer, Party
from bpa_desktop.errors import N_

if TYPE_CHECKING:
    from collections.abc import Iterator


@record
class Handover(Record):
    """Who becomes employer, by an agreement of ``agreed_on``; the citizen takes it back as SELF."""

    type_name: ClassVar[str] = "handover"

    to: Party = about(N_("The new employer"), default=Party.RELATIVE)
    name: str = about(
        N_("Name"),
        sensitivity=Sensitivity.PERSONAL,
        default="",
        help=N_("Of the relative, the association or the company."),
    )
    address: str = about(N_("Address"), sensitivity=Sensitivity.PERSONAL, default="")
    company_number: str = about(N_("CVR number"), default="")
    agreed_on: dt.date = about(N_("Agreed on"))
    takes_effect_on: dt.date | None = about(
        N_("Takes effect on"),
        default=None,
        help=N_("Leave it empty: then it follows from the notice."),
    )
    is_approved: Answer = about(
        N_("Approved by Socialtilsynet"),
        default=Answer.UNKNOWN,
        help=N_("Only for an association or a company. Ask for it in writing before you sign."),
    )
    told_on: dt.date | None = about(N_("The municipality was told on"), default=None)
    contract_sent_on: dt.date | None = about(
        N_("A copy of the agreement was sent on"), default=None
    )
    helpers_told_on: dt.date | None = about(N_("The helpers were told on"), default=None)
    done_on: dt.date | None = about(N_("Carried out on"), default=None)

    def problems(self) -> Iterator[Problem]:
        """Yield what is wrong with the hand-over on its own."""
        if self.to is not Party.SELF and not self.name.strip():
            yield Problem(field="name", reason=N_("Write a name."))
        if self.takes_effect_on is not None and self.takes_effect_on < self.agreed_on:
            yield Problem(
                field="takes_effect_on", reason=N_("It takes effect before it was agreed.")
            )
