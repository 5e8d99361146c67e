"""What happens at work and matters to safety: accidents, near-misses, and changed conditions."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, ClassVar

from bpa_desktop.domain.record import Choice, Problem, Record, Sensitivity, about, record
from bpa_desktop.domain.scheme import Answer
from bpa_desktop.errors import N_

if TYPE_CHECKING:
    from collections.abc import Iterator


class EventKind(Choice):
    """What happened."""

    ACCIDENT = "accident", N_("Accident at work")
    NEAR_MISS = "near_miss", N_("Near-miss")
    NEW_AID = "new_aid", N_("New aid")
    NEW_HOME = "new_home", N_("New home")
    NEW_TASK = "new_task", N_("New task")
    OTHER_CHANGE = "other_change", N_("Another change")


@record
class WorkplaceEvent(Record):
    """Something that happened. ``asks_again`` is whether the assessment must be made again."""

    type_name: ClassVar[str] = "workplace_event"

    kind: EventKind = about(N_("What happened"), default=EventKind.NEAR_MISS)
    happened_on: dt.date = about(N_("Date"))
    at_time: dt.time | None = about(N_("Time"), default=None)
    helper: str | None = about(N_("Helper"), default=None, refers_to="helper")
    place: str = about(N_("Place"), default="")
    words: str = about(
        N_("What happened, in words"), sensitivity=Sensitivity.HEALTH, default="", long=True
    )
    prevention: str = about(
        N_("What will prevent it"), sensitivity=Sensitivity.HEALTH, default="", long=True
    )
    away_days: int = about(
        N_("Days away from work"),
        default=0,
        help=N_("The day of the accident does not count."),
    )
    away_from: dt.date | None = about(
        N_("First day away"),
        default=None,
        help=N_("It may be later than the day after the accident."),
    )
    may_claim: Answer = about(
        N_("Can there be a claim for compensation?"),
        default=Answer.UNKNOWN,
        help=N_("Also for treatment and broken glasses. Report it when in doubt."),
    )
    insurer_told_on: dt.date | None = about(N_("Reported to the insurer on"), default=None)
    authority_told_on: dt.date | None = about(N_("Reported to the authority on"), default=None)
    asks_again: Answer = about(
        N_("Must the APV be made again?"),
        default=Answer.UNKNOWN,
        help=N_("Yes, when it changes the work in a way that matters."),
    )
    aid: str | None = about(N_("Aid"), default=None, refers_to="aid", inner=True)

    @property
    def first_away(self) -> dt.date | None:
        """The first day away after the day of the event; the earliest one where it is not written.

        None while nobody was away because of it.
        """
        if self.away_from is not None:
            return self.away_from
        return self.happened_on + dt.timedelta(days=1) if self.away_days > 0 else None

    def problems(self) -> Iterator[Problem]:
        """Yield what is wrong with it on its own."""
        if not self.words.strip():
            yield Problem(field="words", reason=N_("Write what happened."))
        if self.away_days < 0:
            yield Problem(field="away_days", reason=N_("The number cannot be less than zero."))
        if self.away_from is not None and self.away_from <= self.happened_on:
            yield Problem(field="away_from", reason=N_("It is a day after the event."))
