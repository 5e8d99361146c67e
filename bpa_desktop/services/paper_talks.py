"""The values of the papers about talks (MUS): the sheet to prepare one, and that they were held."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from bpa_desktop.documents.phrases import NONE
from bpa_desktop.documents.talk_sheet import TalkSheet
from bpa_desktop.documents.talks_held import HeldTalk, TalksHeld
from bpa_desktop.domain.kinds import HourKind
from bpa_desktop.domain.roster import Shift, ShiftState
from bpa_desktop.i18n import _, date_words
from bpa_desktop.services.talk_words import when_words
from bpa_desktop.services.talks import agreed_in, talks

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from bpa_desktop.domain.agreed_task import AgreedTask
    from bpa_desktop.domain.talks import TalkState
    from bpa_desktop.services.paper_scope import Scope
    from bpa_desktop.services.session import Session


def sheet_values(session: Session, state: TalkState) -> TalkSheet:
    """What is known before the next talk with one helper; nothing is asked that is known."""
    scheme = session.scheme()
    leader = scheme.citizen_name if scheme else ""
    names = session.helper_names()
    return TalkSheet(
        helper=state.helper.name,
        leader=leader,
        when="" if state.planned is None else when_words(state.planned),
        last_on="" if state.held_on is None else date_words(state.held_on),
        last_goals="" if state.last is None else state.last.goals.strip(),
        agreed=tuple(_agreed(one, names, leader) for one in agreed_in(session, state.last)),
    )


def _agreed(task: AgreedTask, names: Mapping[str, str], leader: str) -> tuple[str, str, str, str]:
    who = leader if task.helper is None else names.get(task.helper, "")
    due = NONE if task.due_on is None else date_words(task.due_on)
    done = _("no") if task.done_on is None else date_words(task.done_on)
    return task.what, who, due, done


def held_values(scope: Scope) -> TalksHeld:
    """The permanent helpers of today, named as the package names them."""
    year = scope.today.year
    order = scope.naming.order
    states = sorted(talks(scope.session), key=lambda one: order[one.helper.id])
    in_roster = dict(_in_roster(scope))
    return TalksHeld(
        case_number=scope.case_number,
        made_on=scope.today,
        year=year,
        minutes=_minutes(scope.session, year),
        talks=tuple(
            HeldTalk(
                helper=scope.naming.of(one.helper.id),
                held_on=one.held_on,
                planned_on=one.planned.starts_at.date()
                if one.planned
                else in_roster.get(one.helper.id),
                due_on=one.due_on,
            )
            for one in states
        ),
    )


def _in_roster(scope: Scope) -> Iterator[tuple[str, dt.date]]:
    """The first hour of a talk that each helper has ahead in the roster, the nearest last."""
    coming = scope.session.records.where(Shift, kind=HourKind.MUS, state=ShiftState.PLANNED)
    for one in sorted(coming, key=lambda shift: shift.planned_start, reverse=True):
        if one.helper is not None and one.planned_start.date() >= scope.today:
            yield one.helper, one.planned_start.date()


def _minutes(session: Session, year: int) -> int:
    """Minutes of MUS worked in a calendar year."""
    worked = session.records.where(Shift, kind=HourKind.MUS, state=ShiftState.WORKED)
    spans = (one.used for one in worked if one.used[0].year == year)
    return sum(int((end - start) / dt.timedelta(minutes=1)) for start, end in spans)
