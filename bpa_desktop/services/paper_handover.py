"""The values of the papers of a hand-over: the agreement, the tasks, and what goes along."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from bpa_desktop.documents.handover_papers import AgreementPaper, ListPaper, TasksPaper
from bpa_desktop.domain.contract import Contract
from bpa_desktop.domain.insurance import Insurance
from bpa_desktop.domain.pattern import RosterPattern
from bpa_desktop.domain.period import months_before
from bpa_desktop.domain.procedure import Procedure
from bpa_desktop.domain.rates import after
from bpa_desktop.domain.scheme import Answer, Party
from bpa_desktop.i18n import _, date_words, language, month_words, ngettext
from bpa_desktop.services.own_profile import profile_of, recipient_name
from bpa_desktop.services.profiles import municipality_or_country, national, profile_for
from bpa_desktop.services.reading import employed

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from bpa_desktop.domain.handover import Handover
    from bpa_desktop.domain.municipality import Known, Profile
    from bpa_desktop.services.paper_scope import Scope

_NOTICE: Final = "leading.handover_notice_months"
_LEADER: Final = "leading.leader_tasks"
_EMPLOYER: Final = "leading.employer_tasks"
_ELSEWHERE: Final = "Ishøj"
"""Whose split stands for a municipality that writes none itself."""


class Notice(NamedTuple):
    """The first day with the new employer by the notice, and where the notice stands."""

    first_day: dt.date
    months: int
    source: str


def notice_for(given: Scope, handover: Handover) -> Notice | None:
    """The day that follows from the notice, which runs from the end of the month of agreement."""
    for profile in (profile_of(given.session, handover.agreed_on), national()):
        known = None if profile is None else profile.known(_NOTICE)
        months = None if profile is None else profile.whole(_NOTICE)
        if known is not None and months is not None:
            first = months_before(handover.agreed_on.replace(day=1), -1 - months)
            return Notice(first, months, known.source.named)
    return None


def agreement_values(given: Scope, handover: Handover) -> AgreementPaper:
    """Who is employer from when, and what has been done."""
    session = given.session
    scheme = session.scheme()
    notice = notice_for(given, handover)
    reckoned = handover.takes_effect_on is None and notice is not None
    return AgreementPaper(
        case_number=given.case_number,
        recipient=given.recipient or recipient_name(session, given.today),
        citizen=scheme.citizen_name if scheme else "",
        now=_(scheme.employer.label) if scheme else "",
        to=_(handover.to.label),
        name=handover.name.strip(),
        address=handover.address.strip(),
        company_number=handover.company_number.strip(),
        agreed_on=handover.agreed_on,
        takes_effect_on=notice.first_day if reckoned and notice else handover.takes_effect_on,
        reckoned=_reckoned(handover, notice) if reckoned and notice else "",
        notice_source=notice.source if reckoned and notice else "",
        approved=_approved(handover),
        told=(
            (_("The municipality was told"), handover.told_on),
            (_("A copy of the agreement was sent"), handover.contract_sent_on),
            (_("The helpers were told"), handover.helpers_told_on),
            (_("The hand-over was carried out"), handover.done_on),
        ),
    )


def _reckoned(handover: Handover, notice: Notice) -> str:
    text = ngettext(
        "No day is agreed. With {n} month's notice from the end of {month} it is {date}.",
        "No day is agreed. With {n} months' notice from the end of {month} it is {date}.",
        notice.months,
    )
    return text.format(month=month_words(handover.agreed_on), date=date_words(notice.first_day))


def _approved(handover: Handover) -> str:
    """Only an association or a company needs to be approved."""
    if handover.to not in {Party.ASSOCIATION, Party.COMPANY}:
        return ""
    return (
        _("Not known yet")
        if handover.is_approved is Answer.UNKNOWN
        else _(handover.is_approved.label)
    )


def tasks_values(given: Scope) -> TasksPaper:
    """The split of tasks by the municipality's own words, else by those of another that has any."""
    own = profile_of(given.session, given.today) or municipality_or_country("")
    known = _split(own) or _split(profile_for(_ELSEWHERE))
    if known is None:
        return TasksPaper(case_number=given.case_number, leader=(), employer=(), source="")
    leader, employer = known
    return TasksPaper(
        case_number=given.case_number,
        leader=_tasks(leader),
        employer=_tasks(employer),
        source=leader.source.named,
    )


def _split(profile: Profile | None) -> tuple[Known, Known] | None:
    if profile is None:
        return None
    leader, employer = profile.known(_LEADER), profile.known(_EMPLOYER)
    return None if leader is None or employer is None else (leader, employer)


def _tasks(known: Known) -> tuple[str, ...]:
    """Each task of the text as a line of its own; in English the gloss."""
    words = str(known.value) if language() == "da" or not known.english else known.english
    return tuple(part.strip().rstrip(".") for part in words.split(". ") if part.strip())


def list_values(given: Scope) -> ListPaper:
    """What the new employer gets, counted from what is in the file."""
    return ListPaper(case_number=given.case_number, rows=tuple(_rows(given)))


def _rows(given: Scope) -> Iterator[tuple[str, str, str]]:
    yield from _about_helpers(given)
    yield from _about_the_home(given)


def _about_helpers(given: Scope) -> Iterator[tuple[str, str, str]]:
    records, today = given.session.records, given.today
    helpers = employed(given.session, today, after(today))
    yield (
        _("Names and contact of the helpers"),
        ngettext("{n} helper", "{n} helpers", len(helpers)),
        _("They are given to the new employer directly."),
    )
    yield (
        _("Contracts"),
        ngettext("{n} contract", "{n} contracts", records.count(Contract)),
        _("The new employer takes the terms over."),
    )
    yield (
        _("Roster patterns and roster"),
        ngettext("{n} pattern", "{n} patterns", records.count(RosterPattern)),
        _("They hold until the citizen and the new employer agree on others."),
    )
    yield (
        _("Holiday and time off that are owed"),
        _("for each helper"),
        _("They are settled, or go along by agreement."),
    )


def _about_the_home(given: Scope) -> Iterator[tuple[str, str, str]]:
    records, today = given.session.records, given.today
    insured = [
        one for one in records.all(Insurance) if one.ended_on is None or one.ended_on >= today
    ]
    yield (
        _("Insurances"),
        ngettext("{n} policy", "{n} policies", len(insured)),
        _("They end when the new employer's own are in force."),
    )
    yield (
        _("Work procedures"),
        ngettext("{n} procedure", "{n} procedures", records.count(Procedure)),
        _("They stay with the citizen, and are shown on request."),
    )
