"""What of the due list may be put off, until when, and what comes back when its day is near.

Putting off never moves a deadline: it only takes the reminder out of the first page for a while.
A day that others have set (a law, an agreement, the municipality) cannot be put past: what is due
then comes back `BACK_BEFORE` that day at the latest, and from then on it stays. Only what has no
such day, see `FREE`, may be put off for as long as the user likes.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Final, NamedTuple

from bpa_desktop.domain.deadlines import DueCode
from bpa_desktop.domain.period import months_before
from bpa_desktop.domain.record import Choice
from bpa_desktop.errors import N_

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from bpa_desktop.domain.deadlines import Due
    from bpa_desktop.domain.postponed import Postponed

    Key = tuple[str, str]

BACK_BEFORE: Final = dt.timedelta(days=7)
"""So long before a day that cannot be put past the reminder is back; the program's own choice."""

FREE: Final = frozenset(
    {
        DueCode.FIRST_FOLLOW_UP,
        DueCode.REVISITATION,
        DueCode.BUDGET_FOLLOW_UP,
        DueCode.COSTS_ESTIMATE,
        DueCode.VISIT_PASSED,
        DueCode.CLOSE_MONTH,
        DueCode.MUS,
        DueCode.KEY_BACK,
        DueCode.DELETE_FILE,
        DueCode.AGREED_TASK,
        DueCode.HOURS_OVER,
        DueCode.HOURS_UNDER,
        DueCode.MONEY_OVER,
        DueCode.MONEY_UNDER,
        DueCode.INSTRUCT,
        DueCode.INSTRUCT_AGAIN,
        DueCode.INTRODUCTION,
        DueCode.COURSE_EXPIRES,
        DueCode.APV_RUNNING,
        DueCode.APV_QUESTION,
        DueCode.WORK_PROBLEM,
        DueCode.EFFECT,
    }
)
"""What only the user, or nobody, has set a day for: an expected letter, a plan, a warning.

Everything that is not named here counts as firm, so that a new kind of deadline is safe.
"""


class Length(Choice):
    """For how long something is put off."""

    DAY = "day", N_("Tomorrow")
    WEEK = "week", N_("In a week")
    MONTH = "month", N_("In a month")
    LAST = "last", N_("At the latest")


class Delay(NamedTuple):
    """A day until which something may be put off."""

    length: Length
    until: dt.date


class Standing(NamedTuple):
    """Something due and how it was put off last; ``until`` is the day it comes back, if later."""

    due: Due
    put_off: Postponed | None = None
    until: dt.date | None = None

    @property
    def is_put_off(self) -> bool:
        """Whether it is left out of the first page now."""
        return self.until is not None


def subject_of(one: Due) -> str:
    """Which of its kind it is: the record it comes from, its helper or its month."""
    if one.record is not None:
        return "/".join(one.record)
    if "helper" in one.values:
        return f"helper/{one.values['helper']}"
    return str(one.values.get("month", ""))


def key_of(one: Due) -> Key:
    """By what a postponement knows it."""
    return one.code.value, subject_of(one)


def latest(one: Due) -> dt.date | None:
    """The last day on which it must be back in the list; ``None`` where there is no such day."""
    return None if one.code in FREE else one.on - BACK_BEFORE


def may_be_put_off(one: Due, today: dt.date) -> bool:
    """Whether there is a day after ``today`` until which it may be put off."""
    last = latest(one)
    return last is None or last > today


def is_within(one: Due, until: dt.date, today: dt.date) -> bool:
    """Whether ``until`` is a day until which it may be put off."""
    last = latest(one)
    return until > today and (last is None or until <= last)


def delays(one: Due, today: dt.date) -> tuple[Delay, ...]:
    """Tomorrow, in a week and in a month; in the stead of what is too late, the last day."""
    wanted = (
        Delay(Length.DAY, today + dt.timedelta(days=1)),
        Delay(Length.WEEK, today + dt.timedelta(weeks=1)),
        Delay(Length.MONTH, months_before(today, -1)),
    )
    fitting = [delay for delay in wanted if is_within(one, delay.until, today)]
    last = latest(one)
    if last is not None and today < last < wanted[-1].until and last != _last_of(fitting):
        fitting.append(Delay(Length.LAST, last))
    return tuple(fitting)


def _last_of(found: Sequence[Delay]) -> dt.date | None:
    return found[-1].until if found else None


def standing(one: Due, known: Mapping[Key, Postponed], today: dt.date) -> Standing:
    """``one`` with its newest postponement.

    A deadline whose day was moved forward since then comes back in time all the same.
    """
    found = known.get(key_of(one))
    if found is None:
        return Standing(one)
    last = latest(one)
    until = found.until if last is None else min(found.until, last)
    return Standing(one, found, until if until > today else None)


def by_key(postponements: Iterable[Postponed]) -> dict[Key, Postponed]:
    """The newest of each thing; those made later come later."""
    return {(one.code, one.subject): one for one in postponements}
