"""The values of a package, frozen, and the papers that are built from them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, cast

from bpa_desktop.documents import accounts as money
from bpa_desktop.documents import case_papers, handover_papers
from bpa_desktop.documents import cover as front
from bpa_desktop.documents import holiday_application as holiday
from bpa_desktop.documents import hours_account as account
from bpa_desktop.documents import method as reckoning
from bpa_desktop.documents import minutes as meetings
from bpa_desktop.documents import overview as page
from bpa_desktop.documents.model import Bundle, as_bundle
from bpa_desktop.i18n import _, language, speaking
from bpa_desktop.services.leak_check import is_cpr
from bpa_desktop.services.package_about import VISITED, chosen
from bpa_desktop.services.package_cover import cover_values
from bpa_desktop.services.package_parts import Readiness
from bpa_desktop.services.paper_accounts import accounts_values, clean_accounts
from bpa_desktop.services.paper_case import (
    complaint_values,
    decision_in,
    decision_values,
    timeline_values,
)
from bpa_desktop.services.paper_handover import agreement_values, list_values, tasks_values
from bpa_desktop.services.paper_holiday import holiday_values
from bpa_desktop.services.paper_hours import account_values
from bpa_desktop.services.paper_minutes import held_minutes
from bpa_desktop.services.paper_overview import overview_values
from bpa_desktop.services.paper_scope import scope
from bpa_desktop.services.papers import PAPERS, paper_in
from bpa_desktop.services.profiles import national

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from bpa_desktop.documents.accounts import AccountsPaper
    from bpa_desktop.documents.hours_values import HoursAccount
    from bpa_desktop.documents.model import Document
    from bpa_desktop.domain.handover import Handover
    from bpa_desktop.domain.record import Record
    from bpa_desktop.domain.trip import Trip
    from bpa_desktop.services.minutes_checks import Review
    from bpa_desktop.services.package_parts import PackagePlan
    from bpa_desktop.services.paper_scope import Scope
    from bpa_desktop.services.session import Session


@dataclass(frozen=True, kw_only=True)
class PackageValues:
    """Everything a package shows, and nothing else: its papers as documents, in its language.

    ``order`` names the enclosed papers as they follow the overview; ``papers`` are all of them by
    key, each as it stands alone. ``inside`` are those that stand otherwise in the whole package.
    ``method`` is its last page, ``None`` where nothing is counted. ``accounts`` make the
    spreadsheet.
    """

    language: str
    title: str
    file_name: str
    order: tuple[str, ...]
    cover: front.Cover
    papers: Mapping[str, Bundle]
    inside: Mapping[str, Bundle]
    method: Document | None = None
    accounts: AccountsPaper | None = None


def collect(session: Session, plan: PackagePlan) -> PackageValues:
    """Read everything the package shows, in the active language."""
    given = given_scope(session, plan)
    accounts = _accounts(given, plan)
    order = tuple(enclosed(plan))
    hours = _hours(given, plan) if account.KEY in order else None
    papers = dict(_papers(given, plan, order, hours, accounts))
    inside = dict(_inside(order, hours, accounts))
    counting = _method(given, order, hours, accounts)
    return PackageValues(
        language=language(),
        title=_title(plan, given.case_number),
        file_name=plan.file_name,
        order=order,
        cover=cover_values(
            given,
            plan,
            papers,
            account=account.KEY if account.KEY in order else "",
            method="" if counting is None else reckoning.KEY,
        ),
        papers=papers,
        inside=inside,
        method=counting,
        accounts=accounts,
    )


def one_paper(session: Session, plan: PackagePlan, key: str) -> Bundle:
    """One paper of the package on its own; raises ``KeyError`` where it cannot be made."""
    given = given_scope(session, plan)
    hours = _hours(given, plan) if key == account.KEY else None
    accounts = _accounts(given, plan) if key == money.KEY else None
    return dict(_papers(given, plan, (key,), hours, accounts))[key]


def given_scope(session: Session, plan: PackagePlan) -> Scope:
    """The file and its names; a case number like a CPR number stands only when that is chosen."""
    named = plan.profile.name if plan.profile.id != national().id else ""
    given = replace(scope(session, plan.choices.names), recipient=named)
    if is_cpr(given.case_number) and not plan.choices.with_cpr:
        return replace(given, case_number="")
    return given


def enclosed(plan: PackagePlan) -> Iterator[str]:
    """The keys of the enclosed papers in order, without the cover, the overview and the method."""
    for part in plan.parts:
        if part.is_enclosed:
            yield part.kind
    is_asked = plan.part(account.KEY) is not None
    is_wanted = account.KEY not in plan.choices.left_out
    if not is_asked and plan.kind in VISITED and plan.has_hours and is_wanted:
        yield account.KEY


def has_overview(plan: PackagePlan) -> bool:
    """Whether the overview on one page stands after the cover."""
    choices = plan.choices
    is_usual = plan.kind in VISITED and page.KEY not in choices.left_out
    return plan.has_hours and (is_usual or page.KEY in choices.more)


def enclosed_minutes(session: Session, plan: PackagePlan) -> tuple[Review, ...]:
    """The minutes that the package holds, each looked through."""
    if not plan.encloses(meetings.KEY):
        return ()
    return held_minutes(session, plan.minutes_period).done


def _hours(given: Scope, plan: PackagePlan) -> HoursAccount | None:
    """The account of hours for the days of its own part, else for those of the roster."""
    if not plan.has_hours:
        return None
    part = plan.part(account.KEY)
    return account_values(given, (part.period if part else None) or plan.period)


def _accounts(given: Scope, plan: PackagePlan) -> AccountsPaper | None:
    part = plan.part(money.KEY)
    if part is None or part.period is None or part.readiness is not Readiness.READY:
        return None
    return clean_accounts(accounts_values(given.session, part.period), given)


def _papers(
    given: Scope,
    plan: PackagePlan,
    order: tuple[str, ...],
    hours: HoursAccount | None,
    accounts: AccountsPaper | None,
) -> Iterator[tuple[str, Bundle]]:
    if has_overview(plan):
        is_same = hours is not None and hours.period == plan.period
        counted = hours if hours and is_same else account_values(given, plan.period)
        yield page.KEY, as_bundle(page.overview(overview_values(given, plan.period, counted)))
    about = chosen(given.session, plan.kind, plan.about)
    for key in order:
        if key == account.KEY and hours is not None:
            yield key, as_bundle(account.hours_account(hours))
        elif key == money.KEY and accounts is not None:
            yield key, as_bundle(money.accounts_paper(accounts))
        elif key in PAPERS:
            part = plan.part(key)
            period = part.period if part is not None else None
            yield key, paper_in(given, key, period or plan.period)
        elif about is not None and (made := _MAKERS[key](given, about)) is not None:
            yield key, as_bundle(made)


def _decision(given: Scope, about: Record) -> Document | None:
    found = decision_in(given.session, about)
    return None if found is None else case_papers.decision_paper(decision_values(given, found))


def _timeline(given: Scope, about: Record) -> Document | None:
    found = decision_in(given.session, about)
    return None if found is None else case_papers.timeline_paper(timeline_values(given, found))


def _complaint(given: Scope, about: Record) -> Document | None:
    found = complaint_values(given, about)
    return None if found is None else case_papers.complaint_paper(found)


def _holiday(given: Scope, about: Record) -> Document:
    return holiday.holiday_application(holiday_values(given, cast("Trip", about)))


def _agreement(given: Scope, about: Record) -> Document:
    return handover_papers.agreement_paper(agreement_values(given, cast("Handover", about)))


_MAKERS: Final[Mapping[str, Callable[[Scope, Record], Document | None]]] = {
    holiday.KEY: _holiday,
    case_papers.DECISION: _decision,
    case_papers.COMPLAINT: _complaint,
    case_papers.TIMELINE: _timeline,
    handover_papers.AGREEMENT: _agreement,
    handover_papers.TASKS: lambda given, _about: handover_papers.tasks_paper(tasks_values(given)),
    handover_papers.LIST: lambda given, _about: handover_papers.list_paper(list_values(given)),
}
"""The papers that are made from the record that a package is about."""


def _inside(
    order: tuple[str, ...], hours: HoursAccount | None, accounts: AccountsPaper | None
) -> Iterator[tuple[str, Bundle]]:
    """The papers whose way of counting stands on the last page of the package instead."""
    if hours is not None and account.KEY in order:
        yield account.KEY, as_bundle(account.hours_account(hours, with_method=False))
    if accounts is not None:
        yield money.KEY, as_bundle(money.accounts_paper(accounts, with_method=False))


def _method(
    given: Scope,
    order: tuple[str, ...],
    hours: HoursAccount | None,
    accounts: AccountsPaper | None,
) -> Document | None:
    keys = reckoning.COUNTING.intersection(order)
    if not keys:
        return None
    return reckoning.method(
        reckoning.Method(
            case_number=given.case_number,
            taken_at=given.session.now(),
            keys=keys,
            hours=hours if account.KEY in keys else None,
            money=accounts,
        )
    )


def _title(plan: PackagePlan, number: str) -> str:
    title = _(front.TITLES[plan.kind])
    return _("{title}, case no. {number}").format(title=title, number=number) if number else title


def papers(values: PackageValues) -> Mapping[str, Bundle]:
    """Each enclosed paper on its own by key, the overview last."""
    ordered = {key: values.papers[key] for key in values.order if key in values.papers}
    found = values.papers.get(page.KEY)
    return ordered if found is None else {**ordered, page.KEY: found}


def package_bundle(values: PackageValues) -> Bundle:
    """The whole package: cover, overview, the papers in order, and how it is reckoned."""
    shown = {**values.papers, **values.inside}
    keys = [key for key in (page.KEY, *values.order) if key in shown]
    with speaking(values.language):
        first = front.cover(values.cover)
    found: list[Document] = [one for key in keys for one in shown[key].documents]
    last = () if values.method is None else (values.method,)
    return Bundle(title=values.title, language=values.language, documents=(first, *found, *last))
