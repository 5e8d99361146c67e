"""The values of the cover: who it is for, what stands in the package, and what is missing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bpa_desktop.documents import accounts, hours_account, roster_used, talks_held
from bpa_desktop.documents import cover as front
from bpa_desktop.documents import overview as page
from bpa_desktop.documents.account_words import year_words
from bpa_desktop.documents.pdf_fonts import cannot_be_drawn
from bpa_desktop.documents.plain import plain
from bpa_desktop.domain.given_package import PackageKind
from bpa_desktop.domain.municipality import Asked
from bpa_desktop.domain.scheme import LegalBasis
from bpa_desktop.errors import N_
from bpa_desktop.i18n import _, date_words, day_month, language
from bpa_desktop.services.package_about import ABOUT_A_RECORD, VISITED, chosen, words_for
from bpa_desktop.services.package_contents import names_papers
from bpa_desktop.services.package_parts import Asker, Readiness
from bpa_desktop.services.paper_sender import sender

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Mapping

    from bpa_desktop.documents.model import Bundle
    from bpa_desktop.services.package_parts import PackagePlan, Part
    from bpa_desktop.services.paper_scope import Scope

_STATES: Final = {
    Readiness.READY: front.State.ENCLOSED,
    Readiness.MISSING: front.State.MISSING,
    Readiness.NOT_RELEVANT: front.State.NOT_RELEVANT,
}
_AHEAD: Final[Mapping[str, str]] = {
    roster_used.KEY: N_("Planned only from {day}."),
    hours_account.KEY: N_("Planned only from {day}."),
    accounts.KEY: N_("Preliminary: the year is not over."),
}
"""What the cover says of a paper whose days are not over."""


def cover_values(
    given: Scope, plan: PackagePlan, papers: Mapping[str, Bundle], *, account: str, method: str
) -> front.Cover:
    """The cover of ``papers``; ``account`` and ``method`` are keys, empty where they are not."""
    scheme = given.session.scheme()
    return front.Cover(
        recipient=plan.profile.name,
        visit=plan.visit,
        citizen=scheme.citizen_name if scheme else "",
        cpr=scheme.citizen_cpr if scheme and plan.choices.with_cpr else "",
        case_number=given.case_number,
        basis=scheme.legal_basis if scheme else LegalBasis.SECTION_96,
        granted_from=scheme.start_date if scheme else None,
        period=plan.period,
        window=plan.choices.window,
        months=plan.months,
        made_by=sender(given.session),
        made_on=given.today,
        names=plan.choices.names,
        asked=tuple(_lines(plan, papers, Asker.MUNICIPALITY, given.today)),
        rules=tuple(_lines(plan, papers, Asker.RULES, given.today)),
        chosen=tuple(_lines(plan, papers, Asker.USER, given.today)),
        overview=page.KEY if page.KEY in papers else "",
        account=account,
        method=method,
        kind=plan.kind,
        occasion=_occasion(given, plan),
        remark=remark_on(plan),
        has_marks=any(map(cannot_be_drawn, _said(given, papers))),
    )


def _said(given: Scope, papers: Mapping[str, Bundle]) -> Iterator[str]:
    """Everything the package says, to be looked through for letters that cannot be drawn."""
    scheme = given.session.scheme()
    yield scheme.citizen_name if scheme else ""
    yield from map(plain, papers.values())


def remark_on(plan: PackagePlan) -> str:
    """What is to be known of the list: that the municipality names no papers for it."""
    name = plan.profile.name
    if plan.kind is PackageKind.REVISITATION and not names_papers(plan.profile):
        text = _("{name} names no papers for a visit. Here is what shows the case in detail.")
        return text.format(name=name)
    if plan.kind is PackageKind.FIRST_FOLLOW_UP:
        return _("{name} names no papers for the first follow-up.").format(name=name)
    return ""


def _occasion(given: Scope, plan: PackagePlan) -> str:
    """What the package is for, where it is for no visit."""
    if plan.kind in VISITED:
        return ""
    if plan.kind is PackageKind.ACCOUNTS:
        return year_words(plan.period)
    about = chosen(given.session, plan.kind, plan.about)
    if plan.kind in ABOUT_A_RECORD and about is not None:
        return given.naming.clean(words_for(given.session, about))
    return date_words(given.today)


def _lines(
    plan: PackagePlan, papers: Mapping[str, Bundle], asker: Asker, today: dt.date
) -> Iterator[front.Asked]:
    for part in plan.parts:
        if part.asker is asker:
            yield _line(part, papers.get(part.kind), today)


def _line(part: Part, paper: Bundle | None, today: dt.date) -> front.Asked:
    has_paper = part.is_enclosed and paper is not None
    return front.Asked(
        title=part.words,
        gloss="" if language() == "da" else part.english,
        at_visit=part.asked is Asked.AT_VISIT,
        yearly=part.asked is Asked.YEARLY and part.asker is Asker.MUNICIPALITY,
        state=_state(part),
        document=paper.documents[0].key if has_paper and paper is not None else "",
        remark=part.remark or _ahead(part, today),
    )


def _state(part: Part) -> front.State:
    """That talks are lacking is part of the list of them; minutes that wait are not there."""
    if part.is_partly:
        return front.State.ENCLOSED if part.kind == talks_held.KEY else front.State.PARTLY
    return _STATES[part.readiness]


def _ahead(part: Part, today: dt.date) -> str:
    """What of an enclosed paper has not happened yet."""
    words = _AHEAD.get(part.kind)
    if words is None or part.period is None or not part.is_enclosed or part.period.end <= today:
        return ""
    first = max(part.period.first, today)
    return _(words).format(day=day_month(first))
