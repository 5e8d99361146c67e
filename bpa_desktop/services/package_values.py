"""The values of a package, frozen, and the papers that are built from them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from bpa_desktop.documents import absence_overview as absence
from bpa_desktop.documents import accounts as money
from bpa_desktop.documents import activity_schedule as activity
from bpa_desktop.documents import cover as front
from bpa_desktop.documents import hours_account as account
from bpa_desktop.documents import minutes as meetings
from bpa_desktop.documents import overview as page
from bpa_desktop.documents import roster_used as roster
from bpa_desktop.documents import talks_held as mus
from bpa_desktop.documents import workplace_assessment as apv
from bpa_desktop.documents.model import Bundle, as_bundle
from bpa_desktop.domain.municipality import Asked
from bpa_desktop.domain.scheme import LegalBasis
from bpa_desktop.errors import N_
from bpa_desktop.i18n import _, language, speaking
from bpa_desktop.services.package_plan import Readiness
from bpa_desktop.services.paper_absence import absence_values
from bpa_desktop.services.paper_accounts import accounts_values
from bpa_desktop.services.paper_activity import schedule_values
from bpa_desktop.services.paper_assessment import assessment_values
from bpa_desktop.services.paper_hours import account_values
from bpa_desktop.services.paper_minutes import (
    held_minutes,
    minutes_bundle,
    minutes_values,
    secrets_of,
)
from bpa_desktop.services.paper_overview import overview_values
from bpa_desktop.services.paper_roster import roster_values
from bpa_desktop.services.paper_scope import scope
from bpa_desktop.services.paper_talks import held_values

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from bpa_desktop.documents.hours_values import HoursAccount
    from bpa_desktop.documents.model import Document
    from bpa_desktop.services.minutes_checks import Review
    from bpa_desktop.services.minutes_sharing import SharedSecrets
    from bpa_desktop.services.package_plan import PackagePlan, Part
    from bpa_desktop.services.session import Session

_STATES: Final = {
    Readiness.READY: front.State.ENCLOSED,
    Readiness.MISSING: front.State.MISSING,
    Readiness.NOT_RELEVANT: front.State.NOT_RELEVANT,
}
SHORT_TITLES: Final[Mapping[str, str]] = {
    activity.KEY: N_("Activity schedule"),
    absence.KEY: N_("Absence overview"),
    roster.KEY: N_("Roster as used"),
    account.KEY: N_("Account of hours"),
    money.KEY: N_("Accounts beside the budget"),
    page.KEY: N_("Overview"),
    meetings.KEY: N_("Minutes of staff meetings"),
    apv.KEY: N_("APV"),
    mus.KEY: N_("MUS"),
}
"""What each paper is called in a list and in the name of its file."""


@dataclass(frozen=True, kw_only=True)
class PackageValues:
    """Everything a package shows, and nothing else; a paper that is not enclosed is ``None``.

    ``order`` names the enclosed papers as they follow the overview.
    """

    language: str
    file_name: str
    order: tuple[str, ...]
    cover: front.Cover
    overview: page.Overview | None
    schedule: activity.ActivitySchedule | None
    absences: absence.AbsenceOverview | None
    roster: roster.RosterUsed | None
    account: HoursAccount | None
    accounts: money.AccountsPaper | None = None
    minutes: tuple[meetings.ShownMinutes, ...] = ()
    assessment: apv.AssessmentPaper | None = None
    talks: mus.TalksHeld | None = None


def collect(session: Session, plan: PackagePlan) -> PackageValues:
    """Read everything the package shows, in the active language."""
    given = scope(session, plan.choices.names)
    hours = account_values(given, plan.period) if plan.has_hours else None
    used = roster_values(given, plan.period) if plan.is_ready(roster.KEY) else None
    return PackageValues(
        language=language(),
        file_name=plan.file_name,
        order=tuple(_order(plan)),
        cover=_cover(session, plan, used),
        overview=overview_values(given, plan.period, hours) if hours else None,
        schedule=(
            schedule_values(given, plan.period.last) if plan.is_ready(activity.KEY) else None
        ),
        absences=(
            absence_values(given, plan.absence_period) if plan.is_ready(absence.KEY) else None
        ),
        roster=used,
        account=hours if _has_account(plan) else None,
        accounts=_accounts(session, plan),
        minutes=minutes_values(given, enclosed_minutes(session, plan)),
        assessment=assessment_values(given) if plan.is_ready(apv.KEY) else None,
        talks=held_values(given) if plan.is_ready(mus.KEY) else None,
    )


def enclosed_minutes(session: Session, plan: PackagePlan) -> tuple[Review, ...]:
    """The minutes that the package holds, each looked through."""
    if not plan.is_ready(meetings.KEY):
        return ()
    return held_minutes(session, plan.minutes_period).done


def package_secrets(session: Session, plan: PackagePlan) -> SharedSecrets:
    """What must stand nowhere in the finished package."""
    return secrets_of(scope(session, plan.choices.names), enclosed_minutes(session, plan))


def _accounts(session: Session, plan: PackagePlan) -> money.AccountsPaper | None:
    years = (one.period for one in plan.parts if one.kind == money.KEY)
    year = next(years, None) if plan.is_ready(money.KEY) else None
    return accounts_values(session, year) if year is not None else None


def _order(plan: PackagePlan) -> Iterator[str]:
    for part in plan.parts:
        if part.readiness is Readiness.READY:
            yield part.kind
    if _has_account(plan) and not plan.is_ready(account.KEY):
        yield account.KEY


def _has_account(plan: PackagePlan) -> bool:
    """Whether the account of hours is enclosed: as asked for, else because there are hours."""
    is_asked = any(part.kind == account.KEY for part in plan.parts)
    return plan.is_ready(account.KEY) if is_asked else plan.has_hours


def _cover(session: Session, plan: PackagePlan, used: roster.RosterUsed | None) -> front.Cover:
    scheme = session.scheme()
    return front.Cover(
        recipient=plan.profile.name,
        visit=plan.visit,
        citizen=scheme.citizen_name if scheme else "",
        cpr=scheme.citizen_cpr if scheme and plan.choices.with_cpr else "",
        case_number=scheme.case_number.strip() if scheme else "",
        basis=scheme.legal_basis if scheme else LegalBasis.SECTION_96,
        granted_from=scheme.start_date if scheme else None,
        period=plan.period,
        window=plan.choices.window,
        months=plan.months,
        made_by=front.Contact(
            name=scheme.citizen_name if scheme else "",
            phone=scheme.phone if scheme else "",
            email=scheme.email if scheme else "",
        ),
        made_on=session.today,
        names=plan.choices.names,
        asked=tuple(_asked(part, used) for part in plan.parts),
        overview=page.KEY if plan.has_hours else "",
        account=account.KEY if _has_account(plan) else "",
    )


def _asked(part: Part, used: roster.RosterUsed | None) -> front.Asked:
    is_ready = part.readiness is Readiness.READY
    return front.Asked(
        title=part.words,
        gloss="" if language() == "da" else part.english,
        at_visit=part.asked is Asked.AT_VISIT,
        state=_STATES[part.readiness],
        document=_first_key(part, used) if is_ready else "",
        remark=part.remark,
    )


def _first_key(part: Part, used: roster.RosterUsed | None) -> str:
    return roster.key_of(used.months[0]) if part.kind == roster.KEY and used else part.kind


def papers(values: PackageValues) -> Mapping[str, Bundle]:
    """Each enclosed paper on its own by key, the overview last, in the package's language."""
    with speaking(values.language):
        built = dict(_built(values))
    ordered = {key: built[key] for key in values.order}
    return ordered | ({page.KEY: built[page.KEY]} if page.KEY in built else {})


def _built(values: PackageValues) -> Iterator[tuple[str, Bundle]]:
    if values.overview:
        yield page.KEY, as_bundle(page.overview(values.overview))
    if values.schedule:
        yield activity.KEY, as_bundle(activity.activity_schedule(values.schedule))
    if values.absences:
        yield absence.KEY, as_bundle(absence.absence_overview(values.absences))
    if values.roster:
        yield roster.KEY, roster.roster_used(values.roster)
    if values.accounts:
        yield money.KEY, as_bundle(money.accounts_paper(values.accounts))
    if values.minutes:
        yield meetings.KEY, minutes_bundle(values.minutes)
    if values.assessment:
        yield apv.KEY, as_bundle(apv.workplace_assessment(values.assessment))
    if values.talks:
        yield mus.KEY, as_bundle(mus.talks_held(values.talks))
    if values.account:
        yield account.KEY, as_bundle(account.hours_account(values.account))


def package_bundle(values: PackageValues) -> Bundle:
    """The whole package: the cover, the overview, and the papers in the municipality's order."""
    single = papers(values)
    keys = [key for key in (page.KEY, *values.order) if key in single]
    with speaking(values.language):
        first = front.cover(values.cover)
        inside: list[Document] = [one for key in keys for one in single[key].documents]
        return Bundle(title=_title(values), language=language(), documents=(first, *inside))


def _title(values: PackageValues) -> str:
    title = _("Documentation for revisitation")
    number = values.cover.case_number
    return _("{title}, case no. {number}").format(title=title, number=number) if number else title
