"""One sentence for each record of the case, that tells it from others in a list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bpa_desktop.domain.scheme import Party
from bpa_desktop.i18n import _, date_words, day_words, span

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bpa_desktop.domain.application import Application
    from bpa_desktop.domain.authority_visit import AuthorityVisit
    from bpa_desktop.domain.complaint import Complaint
    from bpa_desktop.domain.decision import Decision
    from bpa_desktop.domain.given_package import GivenPackage
    from bpa_desktop.domain.handover import Handover
    from bpa_desktop.domain.hospital_stay import HospitalStay, StayShift
    from bpa_desktop.domain.inquiry import Inquiry
    from bpa_desktop.domain.insurance import Insurance
    from bpa_desktop.domain.letter import Letter
    from bpa_desktop.domain.own_municipal_value import OwnMunicipalValue
    from bpa_desktop.domain.relocation import Relocation

    Names = Mapping[str, str]


def _joined(*words: str) -> str:
    return ", ".join(word for word in words if word)


def application(one: Application, _names: Names) -> str:
    """What, and when it was sent."""
    return _joined(one.title, date_words(one.sent_on) if one.sent_on else _("not sent"))


def decision(one: Decision, _names: Names) -> str:
    """What it is about, what it does, its reference and when it came."""
    text = _("received {date}").format(date=date_words(one.received_on))
    return _joined(_(one.subject.label), _(one.effect.label), one.reference, text)


def complaint(one: Complaint, _names: Names) -> str:
    """When it was sent, and how far it has come."""
    if one.sent_on is None:
        return _("Complaint, not sent")
    sent = _("Complaint of {date}").format(date=date_words(one.sent_on))
    state = one.reassessment.label if one.decided_on is None else one.outcome.label
    return _joined(sent, _(state))


def inquiry(one: Inquiry, _names: Names) -> str:
    """What for, and when it came."""
    return _joined(_(one.kind.label), date_words(one.received_on))


def authority_visit(one: AuthorityVisit, _names: Names) -> str:
    """What for, and when."""
    return _joined(_(one.kind.label), date_words(one.day))


def hospital_stay(one: HospitalStay, _names: Names) -> str:
    """From when to when."""
    first = date_words(one.first_day)
    if one.last_day is None:
        return _("In hospital from {date}").format(date=first)
    text = _("In hospital {first} – {last}")
    return text.format(first=first, last=date_words(one.last_day))


def stay_shift(one: StayShift, names: Names) -> str:
    """Whose shift, when, and what becomes of it."""
    when = f"{day_words(one.shift_start.date())} {span(one.shift_start, one.shift_end)}"
    return _joined(names.get(one.helper, ""), when, _(one.fate.label))


def insurance(one: Insurance, _names: Names) -> str:
    """What it covers, and with whom."""
    return _joined(_(one.covers.label), one.company)


def handover(one: Handover, _names: Names) -> str:
    """To whom, and when it was agreed."""
    who = _(one.to.label) if one.to is Party.SELF else one.name or _(one.to.label)
    text = _("To {who}, agreed {date}")
    return text.format(who=who, date=date_words(one.agreed_on))


def relocation(one: Relocation, _names: Names) -> str:
    """From where to where, and when."""
    text = _("From {old} to {new}, {date}")
    return text.format(
        old=one.from_municipality, new=one.to_municipality, date=date_words(one.moves_on)
    )


def own_municipal_value(one: OwnMunicipalValue, _names: Names) -> str:
    """Which rule it is about, what it says, and where that stands."""
    from bpa_desktop.services.profile_words import (  # noqa: PLC0415 - fast start
        term_of,
        written_words,
    )

    term = term_of(one.key)
    label = _(term.label) if term else one.key
    return _joined(label, written_words(one), one.reference)


def letter(one: Letter, _names: Names) -> str:
    """Its subject and its day."""
    return _joined(one.subject, date_words(one.sent_on or one.written_on))


def given_package(one: GivenPackage, _names: Names) -> str:
    """What for, to whom and when."""
    return _joined(_(one.kind.label), one.recipient, date_words(one.given_on or one.made_on))
