"""Each paper on its own, from what is in the file, for the screens that show it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bpa_desktop.documents import (
    absence_overview,
    accounts,
    activity_schedule,
    aids_list,
    cost_estimate,
    hours_account,
    leadership,
    minutes,
    overview,
    talks_held,
    workplace_assessment,
)
from bpa_desktop.documents import roster_used as roster
from bpa_desktop.documents.choices import Names
from bpa_desktop.documents.model import as_bundle
from bpa_desktop.documents.pdf import render
from bpa_desktop.services.accounts import year_of
from bpa_desktop.services.paper_absence import absence_values
from bpa_desktop.services.paper_accounts import accounts_values, clean_accounts
from bpa_desktop.services.paper_activity import schedule_values
from bpa_desktop.services.paper_assessment import assessment_values
from bpa_desktop.services.paper_costs import cost_values
from bpa_desktop.services.paper_hours import account_values
from bpa_desktop.services.paper_leadership import paper as leadership_of
from bpa_desktop.services.paper_minutes import held_minutes, minutes_bundle, minutes_values
from bpa_desktop.services.paper_overview import overview_values
from bpa_desktop.services.paper_roster import roster_values
from bpa_desktop.services.paper_scope import scope
from bpa_desktop.services.paper_talks import held_values
from bpa_desktop.services.paper_teaching import aids_values

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from bpa_desktop.documents.model import Bundle, Document
    from bpa_desktop.domain.period import Period
    from bpa_desktop.services.paper_scope import Scope
    from bpa_desktop.services.session import Session


def _activity(scope: Scope, period: Period) -> Document:
    return activity_schedule.activity_schedule(schedule_values(scope, period.last))


def _absence(scope: Scope, period: Period) -> Document:
    return absence_overview.absence_overview(absence_values(scope, period))


def _roster(scope: Scope, period: Period) -> Bundle:
    return roster.roster_used(roster_values(scope, period))


def _account(scope: Scope, period: Period) -> Document:
    return hours_account.hours_account(account_values(scope, period))


def _accounts(scope: Scope, period: Period) -> Document:
    year = year_of(scope.session, period.last)
    return accounts.accounts_paper(clean_accounts(accounts_values(scope.session, year), scope))


def _expenses(scope: Scope, _period: Period) -> Document:
    return cost_estimate.cost_estimate(cost_values(scope))


def _leadership(scope: Scope, period: Period) -> Document:
    return leadership_of(scope.session, period, scope.case_number)


def _assessment(scope: Scope, _period: Period) -> Document:
    return workplace_assessment.workplace_assessment(assessment_values(scope))


def _overview(scope: Scope, period: Period) -> Document:
    return overview.overview(overview_values(scope, period, account_values(scope, period)))


def _aids(scope: Scope, _period: Period) -> Document:
    return aids_list.aids_list(aids_values(scope))


def _minutes(scope: Scope, period: Period) -> Bundle:
    """The copies of those that are looked through, or a page that says there are none."""
    done = held_minutes(scope.session, period).done
    if not done:
        return as_bundle(minutes.no_minutes(scope.case_number, period))
    return minutes_bundle(minutes_values(scope, done))


def _talks(scope: Scope, _period: Period) -> Document:
    return talks_held.talks_held(held_values(scope))


_MAKERS: Final[Mapping[str, Callable[[Scope, Period], Bundle | Document]]] = {
    activity_schedule.KEY: _activity,
    absence_overview.KEY: _absence,
    roster.KEY: _roster,
    hours_account.KEY: _account,
    overview.KEY: _overview,
    accounts.KEY: _accounts,
    aids_list.KEY: _aids,
    minutes.KEY: _minutes,
    workplace_assessment.KEY: _assessment,
    talks_held.KEY: _talks,
    cost_estimate.KEY: _expenses,
    leadership.KEY: _leadership,
}

PAPERS: Final = tuple(_MAKERS)
"""The keys of the papers there are."""


def paper(session: Session, key: str, period: Period, names: Names = Names.INITIALS) -> Bundle:
    """The paper ``key`` for the days of ``period``, in the active language.

    The activity schedule has no period; it is set beside the grant of the period's last day. The
    accounts are those of the budget year in which that day lies. The list of aids is of today, and
    the APV is the latest one.
    Raises ``KeyError`` for a key that is not in ``PAPERS``, ``NoAssessment`` where there is no APV.
    """
    return paper_in(scope(session, names), key, period)


def paper_in(given: Scope, key: str, period: Period) -> Bundle:
    """The same for a file and names that are given; see `paper`."""
    return as_bundle(_MAKERS[key](given, period))


def rendered(bundle: Bundle) -> bytes:
    """``bundle`` as PDF; needs nothing but the bundle, so it may run on a thread."""
    return render(bundle)
