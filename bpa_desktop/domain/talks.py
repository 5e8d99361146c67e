"""Who has had their yearly talk (MUS), who is to have one, and by when."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Final, NamedTuple

from bpa_desktop.domain.deadlines import Due, DueCode
from bpa_desktop.domain.meeting import MeetingState
from bpa_desktop.domain.people import Position
from bpa_desktop.domain.period import months_before

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from bpa_desktop.domain.people import Helper
    from bpa_desktop.domain.rates import Rule, RuleBook
    from bpa_desktop.domain.talk import Talk

YEARLY: Final = "mus-yearly"
SOON: Final = dt.timedelta(weeks=13)
"""A talk that falls due within these weeks is asked for; before that there is nothing to do."""


class TalkState(NamedTuple):
    """How it stands with the talks of one helper.

    ``held_on`` is the day of the last talk, ``last`` what was kept of it, if anything. ``planned``
    is the next one. ``due_on`` is ``None`` where no rule tells; ``source`` is the rule's.
    """

    helper: Helper
    held_on: dt.date | None
    last: Talk | None
    planned: Talk | None
    due_on: dt.date | None
    source: str = ""

    def is_late(self, today: dt.date) -> bool:
        """Whether the talk should have been held before ``today``, planned or not."""
        return self.due_on is not None and self.due_on < today

    def lacks(self, today: dt.date) -> bool:
        """Whether a talk is due soon and none is planned."""
        return self.planned is None and self.due_on is not None and self.due_on <= today + SOON


def talk_states(
    helpers: Iterable[Helper],
    talks: Sequence[Talk],
    worked: Mapping[str, dt.date],
    book: RuleBook,
    today: dt.date,
) -> list[TalkState]:
    """The state of each permanent helper who is employed on ``today``, in the order of ``helpers``.

    ``worked`` has the day of the last worked hours of MUS by the helper's id: a talk was held then
    also where nobody wrote anything of it. Source of the interval: the row ``mus-yearly``.
    """
    rule = book.find(YEARLY, today)
    return [
        _state(helper, [one for one in talks if one.helper == helper.id], worked, rule, today)
        for helper in helpers
        if helper.position is Position.PERMANENT and helper.is_employed(today)
    ]


def _state(
    helper: Helper,
    own: Sequence[Talk],
    worked: Mapping[str, dt.date],
    rule: Rule | None,
    today: dt.date,
) -> TalkState:
    held = [one for one in own if one.state is MeetingState.HELD]
    last = max(held, key=lambda one: one.starts_at, default=None)
    days = [last.starts_at.date()] if last else []
    days += [worked[helper.id]] if helper.id in worked else []
    held_on = max(days, default=None)
    coming = [one for one in own if _is_coming(one, today, held_on)]
    planned = min(coming, key=lambda one: one.starts_at, default=None)
    due_on = _due(helper, last, held_on, rule, today)
    return TalkState(helper, held_on, last, planned, due_on, rule.source if rule else "")


def _is_coming(one: Talk, today: dt.date, held_on: dt.date | None) -> bool:
    """Whether it is planned; one that was planned and whose hours were worked has been held."""
    day = one.starts_at.date()
    return one.state is MeetingState.PLANNED and (day >= today or held_on is None or day > held_on)


def _due(
    helper: Helper,
    last: Talk | None,
    held_on: dt.date | None,
    rule: Rule | None,
    today: dt.date,
) -> dt.date | None:
    """The day agreed at the last talk; else so many months after it, or after the start."""
    if last is not None and last.next_on is not None and held_on == last.starts_at.date():
        return last.next_on
    if rule is None:
        return None
    begun = max((one.first_day for one in helper.employments if one.covers(today)), default=None)
    since = max((day for day in (held_on, begun) if day is not None), default=None)
    return None if since is None else months_before(since, -rule.whole("months"))


def talks_due(states: Iterable[TalkState], today: dt.date) -> Iterator[Due]:
    """One line for all who lack a talk, on the day of the first of them; today where it passed."""
    lacking = [(one.due_on, one) for one in states if one.due_on and one.lacks(today)]
    if lacking:
        on, first = min(lacking, key=lambda pair: (pair[0], pair[1].helper.id))
        yield Due(
            code=DueCode.MUS,
            on=max(on, today),
            record=("helper", first.helper.id),
            values={"count": len(lacking), "first": on},
            source=first.source,
        )
