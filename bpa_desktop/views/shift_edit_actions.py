"""What a press does to a shift beyond its times and helper: one action, and one sentence on it."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from bpa_desktop.services import (
    keeping_findings,
    mending,
    shift_edits,
    shift_news,
    shift_rests,
    swapping,
)
from bpa_desktop.views.shift_actions import do

if TYPE_CHECKING:
    from bpa_desktop.domain.findings import Finding
    from bpa_desktop.domain.kept_finding import KeptFinding
    from bpa_desktop.domain.kinds import HourKind
    from bpa_desktop.domain.roster import RestPeriod, Shift
    from bpa_desktop.services.mending import Mend
    from bpa_desktop.services.session import Session
    from bpa_desktop.services.shift_times import Times
    from bpa_desktop.views.desk import Desk


def set_span(desk: Desk, shift: Shift, times: Times) -> bool:
    """Let the shift go from the one time to the other; equal ones are a day and a night.

    False when it was refused.
    """

    def told(session: Session, changed: Shift) -> str:
        return (shift_news.as_before if changed == shift else shift_news.retimed)(session, changed)

    done = do(
        desk, lambda session: shift_edits.set_span(session, shift, times.start, times.end), told
    )
    return done is not None


def set_kind(desk: Desk, shift: Shift, kind: HourKind) -> None:
    """Count the shift as another kind of hours."""
    is_same = shift.kind is kind
    news = shift_news.kind_as_before if is_same else shift_news.other_kind
    do(desk, lambda session: shift_edits.set_kind(session, shift, kind), news)


def set_note(desk: Desk, shift: Shift, text: str) -> Shift | None:
    """Keep a note on the shift; the shift with it, or None when it was refused."""
    return do(desk, lambda session: shift_edits.set_note(session, shift, text), shift_news.noted)


def set_reason(desk: Desk, shift: Shift, text: str) -> Shift | None:
    """Say why the shift became other than planned; None when it was refused."""
    return do(
        desk, lambda session: shift_edits.set_reason(session, shift, text), shift_news.reasoned
    )


def extend_to_next(desk: Desk, shift: Shift) -> None:
    """Let the shift last until the next one begins."""
    do(desk, lambda session: shift_edits.extend_to_next(session, shift), shift_news.retimed)


def copy_to(desk: Desk, shift: Shift, day: dt.date) -> bool:
    """Make a copy of the shift on ``day``; false when it was refused."""
    return desk.attempt(
        lambda: shift_news.copied(desk.session, shift_edits.copy_to(desk.session, shift, day))
    )


def copy_by(desk: Desk, shift: Shift, days: int) -> None:
    """Make a copy of the shift so many days later."""
    copy_to(desk, shift, shift.planned_start.date() + dt.timedelta(days=days))


def split(desk: Desk, shift: Shift, cut: dt.datetime, *, keep_helper: bool) -> Shift | None:
    """Make two shifts of one; the later half, or None when it was refused."""
    return do(
        desk,
        lambda session: shift_edits.split(session, shift, cut, keep_helper=keep_helper)[1],
        shift_news.halved,
    )


def swap(desk: Desk, shift: Shift, other: Shift) -> None:
    """Exchange the helpers of two shifts."""
    desk.attempt(
        lambda: shift_news.swapped(desk.session, *swapping.swap(desk.session, shift, other))
    )


def add_rest(desk: Desk, shift: Shift, times: Times) -> bool:
    """Let the helper rest inside the shift; false when it was refused."""
    done = do(
        desk,
        lambda session: shift_rests.add_rest(session, shift, times.start, times.end),
        shift_news.rested,
    )
    return done is not None


def remove_rest(desk: Desk, shift: Shift, rest: RestPeriod) -> None:
    """Let there be no such rest inside the shift."""
    do(desk, lambda session: shift_rests.remove_rest(session, shift, rest), shift_news.rested)


def mend(desk: Desk, shift: Shift, chosen: Mend) -> None:
    """Give the shift the times that mend a finding."""
    do(desk, lambda session: mending.mend(session, shift, chosen), shift_news.retimed)


def keep(desk: Desk, found: Finding, reason: str) -> bool:
    """Let a finding stay as it is; false when it was refused."""

    def run() -> str:
        keeping_findings.keep(desk.session, found, reason)
        return shift_news.kept(found)

    return desk.attempt(run)


def take_back(desk: Desk, found: Finding, decision: KeptFinding) -> None:
    """Let a finding warn again."""

    def run() -> str:
        keeping_findings.take_back(desk.session, decision)
        return shift_news.taken_back(found)

    desk.attempt(run)
