"""What is said when a substitute is looked for, and when a sick helper is back: a sentence each."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from bpa_desktop.domain.absence import AbsenceKind
from bpa_desktop.i18n import _, clock, day_month, ngettext, span, uncapitalised, weekday_words
from bpa_desktop.services.rostering import who
from bpa_desktop.services.shift_news import day_phrase, spoken_times, with_undo

if TYPE_CHECKING:
    from bpa_desktop.domain.absence import Absence
    from bpa_desktop.domain.roster import Shift
    from bpa_desktop.services.session import Session
    from bpa_desktop.services.spells import Back, Length

_ONE_DAY = dt.timedelta(days=1)
_A_WEEK = dt.timedelta(days=7)


def declined(session: Session, shift: Shift, helper: str) -> str:
    """A helper was asked and said no."""
    day = day_phrase(shift.planned_start.date(), session.today)
    text = _("{who} said no to the shift {times} {day}.")
    times = spoken_times(shift)
    return with_undo(text.format(who=who(session, helper), times=times, day=day))


def stays_open(session: Session, shift: Shift) -> str:
    """Nobody was booked."""
    day = day_phrase(shift.planned_start.date(), session.today)
    return _("The shift {times} {day} stays unfilled.").format(times=spoken_times(shift), day=day)


def split(first: Shift, second: Shift) -> str:
    """A shift was divided."""
    text = _("The shift is split: {first} and {second}.")
    return with_undo(text.format(first=_times(first), second=_times(second)))


def _times(shift: Shift) -> str:
    return span(shift.planned_start, shift.planned_end)


def was_here(session: Session, helper: str, rest: Shift) -> str:
    """The sick helper was there until ``rest`` began, which nobody has."""
    text = _("{who} was here until {time}. {times} is unfilled.")
    at = clock(rest.planned_start)
    return with_undo(text.format(who=who(session, helper), time=at, times=_times(rest)))


def length_words(length: Length, today: dt.date) -> str:
    """``Til og med torsdag``, ``Til tirsdag 07:00``, ``Indtil videre``."""
    if length.last_day is None:
        return _("Until further notice")
    day = _near(length.last_day, today)
    if length.to_time is not None:
        return _("Until {day} {time}").format(day=day, time=clock(length.to_time))
    return _("Through {day}").format(day=day)


def _near(day: dt.date, today: dt.date) -> str:
    if day == today:
        return _("today")
    if day == today + _ONE_DAY:
        return _("tomorrow")
    return weekday_words(day) if today < day < today + _A_WEEK else day_month(day)


def lasts(session: Session, absence: Absence, length: Length, unfilled: int) -> str:
    """A sickness lasts as long as that."""
    text = _("{who} is sick {until}.").format(
        who=who(session, absence.helper), until=uncapitalised(length_words(length, session.today))
    )
    count = ngettext("{n} shift is unfilled.", "{n} shifts are unfilled.", unfilled)
    return with_undo(f"{text} {count}")


def back(session: Session, absence: Absence, found: Back) -> str:
    """A helper is back, and how many shifts can be given to them."""
    text = (
        _("{who} is fit again.")
        if absence.kind is AbsenceKind.SICKNESS
        else _("{who} is back at work.")
    )
    text = text.format(who=who(session, absence.helper))
    if found.open:
        count = len(found.open)
        waiting = ngettext("{n} shift can be given back.", "{n} shifts can be given back.", count)
        text = f"{text} {waiting}"
    return with_undo(text)


def gave_back(session: Session, helper: str, count: int) -> str:
    """A helper has their shifts again."""
    text = ngettext("{who} has {n} shift again.", "{who} has {n} shifts again.", count)
    return with_undo(text.format(who=who(session, helper)))
