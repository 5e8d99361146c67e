"""The letter about who is the employer from now on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from bpa_desktop.domain.scheme import Party
from bpa_desktop.errors import N_
from bpa_desktop.i18n import _, date_words
from bpa_desktop.services.letter_text import draft, line, listed, on_day, prompt, unstopped

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from bpa_desktop.services.letter_text import Draft, Signer

_TO: Final[Mapping[Party, str]] = {
    Party.RELATIVE: N_("I hand the role as employer over to a close relative: {name}."),
    Party.ASSOCIATION: N_("I hand the role as employer over to an association: {name}."),
    Party.COMPANY: N_("I hand the role as employer over to a firm: {name}."),
}

_APPROVED: Final[Mapping[Party, str]] = {
    Party.ASSOCIATION: N_("Socialtilsynet has approved the association."),
    Party.COMPANY: N_("Socialtilsynet has approved the firm."),
}


class HandedOver(NamedTuple):
    """Who is the employer after it and from which day; ``agreed_on`` is the day of the agreement.

    `Party.SELF` means that the citizen takes the role back. ``is_approved`` says that it is known
    that Socialtilsynet has approved the firm or the association.
    """

    to: Party = Party.COMPANY
    name: str = ""
    company_number: str = ""
    agreed_on: dt.date | None = None
    from_day: dt.date | None = None
    is_approved: bool = False


def handover(one: HandedOver, signer: Signer) -> Draft:
    """That somebody else becomes the employer, or that the citizen does."""
    day = on_day(one.from_day, _("the day it begins"))
    since = _("It holds from {day}.").format(day=day)
    agreed = ""
    if one.agreed_on:
        agreed = _("We agreed on it on {day}.").format(day=date_words(one.agreed_on))
    if one.to not in _TO:
        subject = _("I become the employer myself")
        parts = [
            line(_("I take the role as employer over myself."), since, agreed),
            _("Please pay the grant to me from that day."),
            _answer(),
        ]
        return draft(subject, parts, signer)
    name = unstopped(one.name) or prompt(_("the name of who takes over"))
    if one.company_number.strip():
        name = _("{name}, CVR number {number}").format(name=name, number=one.company_number.strip())
    approved = ""
    if one.is_approved and one.to in _APPROVED:
        approved = _(_APPROVED[one.to])
    parts = [
        line(_(_TO[one.to]).format(name=name), approved, since, agreed),
        line(_("I still lead the work."), _("I choose and train my helpers, and plan their work.")),
        _("Please pay the grant to the new employer from that day."),
        listed(_("I send this with the letter:"), [prompt(_("the agreement, if there is one"))]),
        _answer(),
    ]
    return draft(_("I hand over the role as employer"), parts, signer)


def _answer() -> str:
    return _("Please write to me that you have received this, and from which day it holds.")
