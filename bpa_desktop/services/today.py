"""What a person needs to know first thing: who is here, who is next, the holes, what is due."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, NamedTuple

from bpa_desktop.domain.clock import day_of, instant, overlap, wall
from bpa_desktop.domain.coverage import holes, told
from bpa_desktop.domain.roster import ShiftState
from bpa_desktop.domain.stints import CANCELLED, WORKED
from bpa_desktop.errors import N_
from bpa_desktop.i18n import _, brief, clock, day_words, ngettext, span, weekday_words
from bpa_desktop.services.deadlines import due, due_at_once
from bpa_desktop.services.hospital_hours import as_needed
from bpa_desktop.services.postponing import waiting
from bpa_desktop.services.reading import away_spans, grants, helpers, shifts, signs, stints
from bpa_desktop.services.year import year_hours

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bpa_desktop.domain.coverage import Hole
    from bpa_desktop.domain.deadlines import Due
    from bpa_desktop.domain.people import Helper
    from bpa_desktop.domain.roster import Shift
    from bpa_desktop.services.reading import Sign
    from bpa_desktop.services.session import Session
    from bpa_desktop.services.year import YearHours

HOLE_DAYS = 14
_ONE_DAY = dt.timedelta(days=1)
CONFIRM_DAYS = 92
"""How far back shifts are asked about that nobody has confirmed."""

_MOST_SHIFTS = 3
_AHEAD = dt.timedelta(days=2)
_NIGHT_FROM = dt.time(20)


class ShiftCard(NamedTuple):
    """A shift on the first page: ``when`` is the msgid for now, next, later or tonight."""

    when: str
    shift: Shift
    helper: Helper | None
    sign: Sign | None
    is_running: bool

    @property
    def times(self) -> str:
        """``07–15``."""
        return span(self.shift.planned_start, self.shift.planned_end)


class HoleCard(NamedTuple):
    """A hole of the coming days; ``shift`` is the unfilled shift in it, if there is one."""

    hole: Hole
    day: dt.date
    shift: str | None
    times: str

    @property
    def day_text(self) -> str:
        """``torsdag 19. marts``."""
        return day_words(self.day)

    @property
    def weekday(self) -> str:
        """``torsdag``."""
        return weekday_words(self.day)


class Unconfirmed(NamedTuple):
    """Past shifts of which nobody has said how they went; ``first`` is the day of the oldest."""

    shifts: int
    first: dt.date


class Today(NamedTuple):
    """The first page."""

    day: dt.date
    cards: tuple[ShiftCard, ...]
    holes: tuple[HoleCard, ...]
    due: tuple[Due, ...]
    hours: YearHours
    unconfirmed: Unconfirmed | None
    has_helpers: bool

    @property
    def moment(self) -> tuple[object, ...]:
        """What is told of the clock, as `moment` gives it."""
        return _moment(self.day, self.cards)

    def sentence(self) -> str:
        """Who is here, and how many holes there are."""
        return f"{self._who_is_here()} {self._how_many_holes()}"

    def _who_is_here(self) -> str:
        here = [card for card in self.cards if card.is_running and card.helper]
        if not here:
            return _("Nobody is at work now.")
        names = _joined([card.helper.first_name for card in here if card.helper])
        until = brief(min(card.shift.planned_end for card in here))
        return ngettext(
            "{names} is here until {until}.", "{names} are here until {until}.", len(here)
        ).format(names=names, until=until)

    def _how_many_holes(self) -> str:
        count = len(self.holes)
        if not count:
            return _("There are no holes in the roster the next 14 days.")
        return ngettext(
            "There is {n} hole in the roster the next 14 days.",
            "There are {n} holes in the roster the next 14 days.",
            count,
        )


def _joined(names: Sequence[str]) -> str:
    if len(names) == 1:
        return names[0]
    return _("{names} and {last}").format(names=", ".join(names[:-1]), last=names[-1])


def today(session: Session, *, at_once: bool = False) -> Today:
    """The first page as of now; ``at_once`` leaves out of what is due all that takes a while."""
    day = session.today
    return Today(
        day=day,
        cards=shift_cards(session),
        holes=hole_cards(session),
        due=waiting(session, due_at_once(session) if at_once else due(session)),
        hours=year_hours(session, day.year, in_short=True),
        unconfirmed=unconfirmed(session),
        has_helpers=bool(helpers(session)),
    )


def moment(session: Session) -> tuple[object, ...]:
    """What the first page tells of the clock: it is told anew when this is another."""
    return _moment(session.today, shift_cards(session))


def _moment(day: dt.date, cards: Iterable[ShiftCard]) -> tuple[object, ...]:
    return day, *((card.shift.id, card.when) for card in cards)


def hole_cards(session: Session) -> tuple[HoleCard, ...]:
    """The holes of the coming days that are not over yet."""
    now = instant(session.now())
    first, end = session.today, session.today + dt.timedelta(days=HOLE_DAYS)

    def found() -> tuple[Hole, ...]:
        needed = as_needed(session, stints(session, first, end))
        return tuple(told(holes(grants(session), needed, first, end)))

    # The first page and the count beside the roster's name both ask.
    kept = session.records.worked_out(("holes", first, end), found)
    return tuple(_hole_card(hole) for hole in kept if hole.end > now)


def unconfirmed(session: Session) -> Unconfirmed | None:
    """The filled shifts of the last `CONFIRM_DAYS` that are over and still only planned.

    Those of a helper who was away did not go as planned; closing the month asks about them.
    """
    now, day = instant(session.now()), session.today
    first = day - dt.timedelta(days=CONFIRM_DAYS)
    away = away_spans(session, first, day + _AHEAD)
    starts = [
        one[5]
        for one in stints(session, first, day + _AHEAD)
        if one[1] is not None
        and one[4] not in {CANCELLED, WORKED}
        and one[6] <= now
        and not any(overlap((one[5], one[6]), span) for span in away.get(one[1], ()))
    ]
    return Unconfirmed(len(starts), day_of(min(starts))) if starts else None


def _hole_card(hole: Hole) -> HoleCard:
    start, end = wall(hole.start), wall(hole.end)
    times = span(start, end)
    if end - start > _ONE_DAY:
        until = f"{day_words(end.date())} {clock(end)}"
        times = _("{start} to {end}").format(start=clock(start), end=until)
    return HoleCard(hole, start.date(), next(iter(hole.shifts), None), times)


def shift_cards(session: Session) -> tuple[ShiftCard, ...]:
    """The running shifts and the next ones, at most a few."""
    now = session.now()
    moment = instant(now)
    day = session.today
    rows = [
        shift
        for shift in shifts(session, day, day + _AHEAD)
        if shift.state is not ShiftState.CANCELLED and shift.planned[1] > moment
    ]
    running = [shift for shift in rows if shift.planned[0] <= moment]
    coming = [shift for shift in rows if shift.planned[0] > moment]
    shown = [*running, *coming[: max(1, _MOST_SHIFTS - len(running))]]
    return tuple(_shift_cards(session, shown, moment))


def _shift_cards(session: Session, shown: Iterable[Shift], moment: int) -> Iterable[ShiftCard]:
    people = {helper.id: helper for helper in helpers(session)}
    known = signs(people.values())
    next_start: int | None = None
    for shift in shown:
        is_running = shift.planned[0] <= moment
        if not is_running and next_start is None:
            next_start = shift.planned[0]
        yield ShiftCard(
            when=_when(shift, is_running=is_running, is_next=shift.planned[0] == next_start),
            shift=shift,
            helper=people.get(shift.helper or ""),
            sign=known.get(shift.helper or ""),
            is_running=is_running,
        )


def _when(shift: Shift, *, is_running: bool, is_next: bool) -> str:
    if is_running:
        return N_("Now")
    if is_next:
        return N_("Next")
    return N_("Tonight") if shift.planned_start.time() >= _NIGHT_FROM else N_("Later")
