"""How far a helper's introduction is: the steps, and what there is to learn."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Final, NamedTuple

from bpa_desktop.domain.clock import instant
from bpa_desktop.domain.kinds import PRESENT, HourKind
from bpa_desktop.domain.roster import Shift, ShiftState

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bpa_desktop.domain.instruction import IntroductionStep
    from bpa_desktop.domain.people import Helper

NEW_FOR: Final = dt.timedelta(days=60)
"""How long a helper counts as new here; no rule says it."""


class StepIdea(NamedTuple):
    """A step that is suggested; ``day`` counts from 1, the first day of employment."""

    words: str
    day: int


class Progress(NamedTuple):
    """So many of so many."""

    done: int
    total: int


def began_on(helper: Helper, day: dt.date) -> dt.date | None:
    """The first day of the employment that goes on on ``day``, else of the next; None without."""
    running = [one.first_day for one in helper.employments if one.covers(day)]
    coming = [one.first_day for one in helper.employments if one.first_day > day]
    return max(running) if running else min(coming, default=None)


def is_new(helper: Helper, day: dt.date) -> bool:
    """Whether the helper begins soon or began within the last sixty days.

    Who was employed before is not new, but may be given an introduction all the same.
    """
    began = began_on(helper, day)
    was_here = any(one.first_day < (began or day) for one in helper.employments)
    return began is not None and not was_here and day - NEW_FOR <= began


def planned(ideas: Iterable[StepIdea], began: dt.date) -> list[tuple[str, dt.date]]:
    """What the ideas are and when, for a helper who begins on ``began``."""
    return [(one.words, began + dt.timedelta(days=one.day - 1)) for one in ideas]


def arranged(steps: Iterable[IntroductionStep]) -> list[IntroductionStep]:
    """``steps`` by the day on which they are planned; those without a day come last."""
    return sorted(steps, key=lambda one: (one.planned_on or dt.date.max, one.id))


def progress(steps: Sequence[IntroductionStep]) -> Progress:
    """How many of the steps are done."""
    return Progress(sum(one.done_on is not None for one in steps), len(steps))


def to_follow(mentors: Iterable[Shift], own: Iterable[Shift], now: dt.datetime) -> list[Shift]:
    """The coming shifts of a mentor on which the new helper can come along, the nearest first.

    Left out are those in which no help is given, and those that meet a shift of the helper's own.
    """
    taken = [one.planned for one in own if one.state is not ShiftState.CANCELLED]
    return sorted(
        (
            one
            for one in mentors
            if one.state is ShiftState.PLANNED
            and one.kind in PRESENT
            and one.planned[0] >= instant(now)
            and not any(start < one.planned[1] and one.planned[0] < end for start, end in taken)
        ),
        key=lambda one: (one.planned_start, one.id),
    )


def along(shift: Shift, helper: str) -> Shift:
    """The training shift of ``helper`` beside ``shift``: the same times and rests."""
    return Shift(
        planned_start=shift.planned_start,
        planned_end=shift.planned_end,
        helper=helper,
        kind=HourKind.TRAINING,
        rests=shift.rests,
    )
