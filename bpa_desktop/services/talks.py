"""The yearly talks (MUS): how it stands with each helper, and keeping a talk with its hours."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

from bpa_desktop.domain.agreed_task import AgreedTask
from bpa_desktop.domain.kinds import HourKind
from bpa_desktop.domain.meeting import MeetingState
from bpa_desktop.domain.roster import Shift, ShiftState
from bpa_desktop.domain.talk import Talk
from bpa_desktop.domain.talks import talk_states
from bpa_desktop.errors import N_
from bpa_desktop.i18n import _, day_words, span
from bpa_desktop.services.reading import first_name, helpers, shifts_at
from bpa_desktop.services.rulebook import rulebook

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from bpa_desktop.domain.talks import TalkState
    from bpa_desktop.services.session import Session
    from bpa_desktop.storage.operation import Operation

_SHIFT_STATE = {
    MeetingState.PLANNED: ShiftState.PLANNED,
    MeetingState.HELD: ShiftState.WORKED,
    MeetingState.CANCELLED: ShiftState.CANCELLED,
}


def talks(session: Session) -> list[TalkState]:
    """How it stands with each permanent helper, by name."""
    people = sorted(helpers(session), key=lambda one: one.name)
    found = session.records.all(Talk)
    return talk_states(people, found, _worked(session), rulebook(), session.today)


def _worked(session: Session) -> Mapping[str, dt.date]:
    """The last day on which hours of MUS were worked, by the helper's id."""
    found: dict[str, dt.date] = {}
    for one in session.records.where(Shift, kind=HourKind.MUS, state=ShiftState.WORKED):
        if one.helper is not None:
            day = one.used[0].date()
            found[one.helper] = max(day, found.get(one.helper, day))
    return found


def agreed_in(session: Session, talk: Talk | None) -> list[AgreedTask]:
    """What was agreed at a talk, what is not done first, then by the day it is due."""
    if talk is None:
        return []
    own = [one for one in session.records.all(AgreedTask) if one.talk == talk.id]
    return sorted(own, key=lambda one: (one.done_on is not None, one.due_on or dt.date.max))


def keep_talk(session: Session, talk: Talk) -> str:
    """Save a talk together with its hours in the roster, and say so.

    The hours follow the talk: moved, worked or called off with it. Hours that stand in the roster
    for the same helper and time are the talk's own. Raises ``Refused`` with what is wrong.
    """
    message = N_("change the talk with {who}") if talk.id else N_("plan a talk with {who}")
    who = first_name(session, talk.helper)
    with session.operation(message, who=who) as operation:
        before = session.records.get(Talk, talk.id) if talk.id else None
        save_talk(session, operation, talk, before)
    when = f"{day_words(talk.starts_at.date())} {span(talk.starts_at, talk.ends_at)}"
    return _("The talk with {who} is kept: {when}.").format(who=who, when=when)


def save_talk(
    session: Session, operation: Operation, talk: Talk, before: Talk | None = None
) -> Talk:
    """Save a talk and its hours as part of ``operation``; ``before`` is the talk as it was."""
    saved = operation.save(talk)
    shift = _hours_of(session, before or talk)
    if shift is not None and shift.state is ShiftState.WORKED and _is_same(shift, talk):
        return saved
    made = shift or Shift(planned_start=talk.starts_at, planned_end=talk.ends_at, kind=HourKind.MUS)
    if shift is not None or talk.state is not MeetingState.CANCELLED:
        operation.save(
            replace(
                made,
                planned_start=talk.starts_at,
                planned_end=talk.ends_at,
                helper=talk.helper,
                state=_SHIFT_STATE[talk.state],
            )
        )
    return saved


def _is_same(shift: Shift, talk: Talk) -> bool:
    """Whether worked hours already say what the talk says."""
    return talk.state is MeetingState.HELD and shift.helper == talk.helper


def _hours_of(session: Session, talk: Talk) -> Shift | None:
    first, end = talk.starts_at.date(), talk.ends_at.date() + dt.timedelta(days=1)
    return next((one for one in shifts_at(session, first, end) if _belongs(one, talk)), None)


def _belongs(shift: Shift, talk: Talk) -> bool:
    return (
        shift.kind is HourKind.MUS
        and shift.helper == talk.helper
        and (shift.planned_start, shift.planned_end) == (talk.starts_at, talk.ends_at)
        and shift.state is not ShiftState.CANCELLED
    )


def hold_talk(session: Session, talk: Talk) -> str:
    """Say that a talk has been held; its hours count as worked."""
    return keep_talk(session, replace(talk, state=MeetingState.HELD))


def plan_talks(session: Session, planned: Iterable[Talk]) -> str:
    """Put several talks and their hours into the roster as one action, and say how many."""
    found = list(planned)
    with session.operation(N_("plan talks (MUS)")) as operation:
        for talk in found:
            save_talk(session, operation, talk)
    return _("{n} talks are planned. They stand in the roster. Undo with Ctrl Z.").format(
        n=len(found)
    )
