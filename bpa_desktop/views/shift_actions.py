"""What a press does to a shift: one action, and one sentence on what came of it."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from bpa_desktop.domain.kinds import HourKind
from bpa_desktop.services import confirming, rostering, shift_news

if TYPE_CHECKING:
    from collections.abc import Callable

    from bpa_desktop.domain.coverage import Hole
    from bpa_desktop.domain.roster import Shift
    from bpa_desktop.services.session import Session
    from bpa_desktop.services.shift_times import Times
    from bpa_desktop.views.desk import Desk

    News = Callable[[Session, Shift], str]


def do(desk: Desk, action: Callable[[Session], Shift], news: News) -> Shift | None:
    """Run ``action`` and tell ``news`` of what it gives; None when it was refused."""
    done: list[Shift] = []

    def run() -> str:
        done.append(action(desk.session))
        return news(desk.session, done[0])

    desk.attempt(run)
    return done[0] if done else None


def add(
    desk: Desk,
    day: dt.date,
    helper: str | None,
    times: Times | None = None,
    kind: HourKind = HourKind.BASIS,
) -> Shift | None:
    """Make a shift for a helper or for nobody."""
    return do(
        desk,
        lambda session: rostering.add_shift(session, day, helper, times, kind),
        shift_news.added,
    )


def fill_hole(desk: Desk, hole: Hole) -> str | None:
    """Lay an unfilled shift in a hole that has none; its id, or None when it was refused."""
    shift = do(desk, lambda session: rostering.lay_in(session, hole), shift_news.added)
    return None if shift is None else shift.id


def give(desk: Desk, shift: Shift, helper: str | None) -> None:
    """Book a helper for the shift, or nobody."""
    do(desk, lambda session: rostering.give_to(session, shift, helper), shift_news.booked)


def set_times(desk: Desk, shift: Shift, times: Times) -> None:
    """Give the shift other times; nothing happens when it has them already."""

    def told(session: Session, changed: Shift) -> str:
        return (shift_news.as_before if changed == shift else shift_news.retimed)(session, changed)

    do(desk, lambda session: rostering.set_times(session, shift, times), told)


def set_start(desk: Desk, shift: Shift, time: dt.time) -> None:
    """Let the shift begin at ``time``."""
    do(desk, lambda session: rostering.set_start(session, shift, time), shift_news.retimed)


def set_end(desk: Desk, shift: Shift, time: dt.time) -> None:
    """Let the shift end at ``time``."""
    do(desk, lambda session: rostering.set_end(session, shift, time), shift_news.retimed)


def move_start(desk: Desk, shift: Shift, minutes: int) -> None:
    """Let the shift begin ``minutes`` later, or earlier when negative."""
    do(desk, lambda session: rostering.shift_start(session, shift, minutes), shift_news.retimed)


def move_end(desk: Desk, shift: Shift, minutes: int) -> None:
    """Let the shift end ``minutes`` later, or earlier when negative."""
    do(desk, lambda session: rostering.shift_end(session, shift, minutes), shift_news.retimed)


def confirm(desk: Desk, shift: Shift) -> None:
    """Mark the shift as worked as planned."""
    do(desk, lambda session: rostering.confirm(session, shift), shift_news.confirmed)


def confirm_all(desk: Desk, first: dt.date) -> None:
    """Mark every past filled shift from ``first`` on as worked as planned."""
    confirm_period(desk, first, desk.session.today + dt.timedelta(days=1))


def confirm_period(desk: Desk, first: dt.date, end: dt.date) -> None:
    """Mark every past filled shift that begins from ``first`` to before ``end`` as worked."""

    def run() -> str:
        return shift_news.confirmed_many(confirming.confirm_period(desk.session, first, end))

    desk.attempt(run)


def cancel(desk: Desk, shift: Shift) -> None:
    """Call the shift off."""
    do(desk, lambda session: rostering.cancel(session, shift), shift_news.cancelled)


def restore(desk: Desk, shift: Shift) -> None:
    """Let the shift take place after all."""
    do(desk, lambda session: rostering.restore(session, shift), shift_news.restored)


def delete(desk: Desk, shift: Shift) -> None:
    """Take the shift out of the roster."""

    def run() -> str:
        sentence = shift_news.deleted(desk.session, shift)
        rostering.delete_shift(desk.session, shift)
        return sentence

    desk.attempt(run)


def report_sick(desk: Desk, shift: Shift) -> bool:
    """Record the helper's sickness; the shift is unfilled then. False when it was refused."""

    def run() -> str:
        sentence = shift_news.reported_sick(desk.session, shift)
        rostering.report_sick(desk.session, shift)
        return sentence

    return desk.attempt(run)
