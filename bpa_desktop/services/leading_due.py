"""What is due in leading helpers, from hiring to leaving, and before trips."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bpa_desktop.domain.agreed_task import AgreedTask
from bpa_desktop.domain.applicant import Applicant
from bpa_desktop.domain.contract import Addendum, Contract
from bpa_desktop.domain.contract_terms import THRESHOLD, Cover, has_few_hours
from bpa_desktop.domain.hiring_deadlines import hiring_due
from bpa_desktop.domain.leaving_deadlines import leaving_dues
from bpa_desktop.domain.meeting_deadlines import meeting_deadlines
from bpa_desktop.domain.talks import talks_due
from bpa_desktop.domain.trip import Trip
from bpa_desktop.domain.trips import trips_due
from bpa_desktop.services.away_due import away_due
from bpa_desktop.services.left_helpers import all_left
from bpa_desktop.services.own_profile import profile_by_day
from bpa_desktop.services.reading import helpers
from bpa_desktop.services.rulebook import rulebook
from bpa_desktop.services.safety import due_of
from bpa_desktop.services.talks import talks
from bpa_desktop.services.teaching_due import teaching_due

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bpa_desktop.domain.deadlines import Due
    from bpa_desktop.domain.municipality import Profile
    from bpa_desktop.domain.people import Helper
    from bpa_desktop.services.session import Session


def leading_due(session: Session, profile: Profile | None) -> list[Due]:
    """What the leader must do and by when, in no order."""
    return [
        *_hiring(session),
        *_trips(session),
        *talks_due(talks(session), session.today),
        *leaving_dues(all_left(session), rulebook(), session.today),
        *teaching_due(session, profile),
        *_agreed(session),
        *due_of(session),
        *away_due(session, profile),
    ]


def _trips(session: Session) -> Iterator[Due]:
    """Each trip by the municipality of its first day: that is the one to apply to."""
    profile = profile_by_day(session)
    for trip in session.records.all(Trip):
        yield from trips_due([trip], profile(trip.first_day), session.today)


def _hiring(session: Session) -> list[Due]:
    records, people = session.records, helpers(session)
    written = records.all(Contract), records.all(Addendum)
    below = _below_the_act(session, people)
    asked = [one for one in people if one.id not in below]
    return hiring_due(records.all(Applicant), asked, *written, rulebook(), session.today)


def _below_the_act(session: Session, people: Iterable[Helper]) -> frozenset[str]:
    """The helpers who work so little that no contract has to be given; few work so little."""
    rule = rulebook().find(THRESHOLD, session.today)
    few = [one for one in people if rule is not None and has_few_hours(one, rule)]
    if not few:
        return frozenset()
    from bpa_desktop.services.contracts import employments_of, state_of  # noqa: PLC0415 - rare

    newest = {one.id: state_of(session, one, employments_of(one)[0]) for one in few}
    return frozenset(one for one, state in newest.items() if state.cover is Cover.BELOW)


def _agreed(session: Session) -> Iterator[Due]:
    """What was agreed at meetings and talks, with the names of those who do it."""
    names = session.helper_names()
    for one in meeting_deadlines(session.records.where(AgreedTask, done_on=None)):
        who = names.get(str(one.values["helper"]), "")
        yield one._replace(values={**one.values, "who": who})
