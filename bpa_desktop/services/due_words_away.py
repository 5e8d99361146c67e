"""What is due around hospital, applications, insurances and the employer, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, cast

from bpa_desktop.documents.phrases import joined
from bpa_desktop.domain.deadlines import DueCode
from bpa_desktop.i18n import _, date_words, uncapitalised
from bpa_desktop.services.day_off_words import with_day_off

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Mapping, Sequence

    from bpa_desktop.domain.deadlines import Due
    from bpa_desktop.domain.insurance import Cover
    from bpa_desktop.domain.scheme import Party


def _hospital(one: Due) -> str:
    text = _("You are in hospital from {first}. The municipality is not told.")
    return text.format(first=date_words(one.on))


def _answer(one: Due) -> str:
    sent = date_words(cast("dt.date", one.values["sent"]))
    text = _("The answer about {title}, sent on {sent}, must come by {on}. Ask if it does not.")
    return text.format(title=one.values["title"], sent=sent, on=date_words(one.on))


def _send(one: Due) -> str:
    needed = date_words(cast("dt.date", one.values["needed"]))
    text = _("Send the application {title} by {on}: the answer must be there on {needed}.")
    said = text.format(title=one.values["title"], needed=needed, on=date_words(one.on))
    return with_day_off(said, one.on)


def _insurance(one: Due) -> str:
    text = _("The insurance with {company} is renewed on {on}: {what}.")
    what = uncapitalised(_(cast("Cover", one.values["covers"]).label))
    return text.format(company=one.values["company"], on=date_words(one.on), what=what)


def _uninsured(one: Due) -> str:
    covers = cast("Sequence[Cover]", one.values["covers"])
    what = joined([uncapitalised(_(cover.label)) for cover in covers])
    text = _("Your helpers must be insured from {on}. Not written yet: {what}.")
    return text.format(on=date_words(one.on), what=what)


def _estimate(one: Due) -> str:
    text = _("Give the municipality figures for helper-related expenses (section 10) around {on}.")
    return text.format(on=date_words(one.on))


def _told_of_employer(one: Due) -> str:
    text = _("Tell the municipality by {on} that the employer will be: {who}.")
    return with_day_off(text.format(who=_who(one), on=date_words(one.on)), one.on)


def _handover(one: Due) -> str:
    text = _("The employer from {on}: {who}. Do the steps that are left, and carry it out.")
    return text.format(who=_who(one), on=date_words(one.on))


def _who(one: Due) -> str:
    to = cast("Party", one.values["to"])
    return str(one.values["name"]).strip() or uncapitalised(_(to.label))


AWAY: Final[Mapping[DueCode, Callable[[Due], str]]] = {
    DueCode.HOSPITAL_TELL: _hospital,
    DueCode.HANDOVER_TELL: _told_of_employer,
    DueCode.HANDOVER: _handover,
    DueCode.INSURANCE: _insurance,
    DueCode.INSURANCE_LACKS: _uninsured,
    DueCode.COSTS_ESTIMATE: _estimate,
    DueCode.APPLICATION_ANSWER: _answer,
    DueCode.APPLICATION_SEND: _send,
}
"""The sentence of each thing that is due then."""

TITLES: Final[Mapping[DueCode, Callable[[Due], str]]] = {
    DueCode.INSURANCE: lambda one: _("Renew: {what}").format(
        what=uncapitalised(_(cast("Cover", one.values["covers"]).label))
    ),
}
"""The titles that say what it is about; the others are those of the code."""
