"""The roster pattern in use: rolled out, changed from a day on, or made from weeks there are."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import replace
from typing import TYPE_CHECKING, Final, NamedTuple

from bpa_desktop.domain.clock import monday
from bpa_desktop.domain.kinds import WEEK
from bpa_desktop.domain.pattern import WEEKS, PatternLine, RosterPattern
from bpa_desktop.domain.roll_out import asked_for
from bpa_desktop.domain.roster import Shift, ShiftState
from bpa_desktop.errors import N_
from bpa_desktop.i18n import _, ngettext
from bpa_desktop.services.laying import Laying, counted, laid_out, save, told
from bpa_desktop.services.reading import shifts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from bpa_desktop.domain.pattern import LeftOut
    from bpa_desktop.domain.roll_out import RollOut
    from bpa_desktop.domain.roster import RolledOut
    from bpa_desktop.services.session import Session
    from bpa_desktop.storage.operation import Operation

    Days = tuple[dt.date, dt.date]

_WEEK: Final = dt.timedelta(weeks=1)
_ONE_DAY: Final = dt.timedelta(days=1)
_NAMES: Final = ("id", "rolled_out")
_STRETCH: Final = ("planned_start", "planned_end")


class Wish(NamedTuple):
    """A pattern, the Monday from which it is rolled out, over how many weeks, and how."""

    pattern: RosterPattern
    first: dt.date
    weeks: int
    take_back: bool = False

    @property
    def days(self) -> Days:
        """The first day, and the first one after."""
        return self.first, self.first + self.weeks * _WEEK


def patterns(session: Session) -> tuple[RosterPattern, ...]:
    """Every pattern that still holds or will, the one that holds longest last."""
    found = [one for one in session.records.all(RosterPattern) if _holds(one, session.today)]
    return tuple(sorted(found, key=lambda one: (one.starts_on, one.id)))


def _holds(pattern: RosterPattern, today: dt.date) -> bool:
    return pattern.ends_on is None or pattern.ends_on >= today


def foreseen(session: Session, wish: Wish) -> Laying:
    """What rolling out would make, without making it."""
    return _laying(session, wish, _is_own(session, wish.pattern))


def roll_out(
    session: Session,
    pattern: RosterPattern,
    first: dt.date,
    weeks: int,
    *,
    take_back: bool = False,
) -> Laying:
    """Lay the shifts of ``weeks`` weeks from ``first`` on in the roster, as one action.

    What a person changed since the last time stays, unless ``take_back``; what they deleted stays
    away. Shifts of a pattern that has ended are taken over. What collides is unfilled.
    """
    wish = Wish(pattern, first, weeks, take_back)
    laying = foreseen(session, wish)
    text = _label(weeks)
    with session.operation(text, n=str(weeks)) as operation:
        if take_back:
            _forget(operation, wish)
        return save(operation, laying)


def _label(weeks: int) -> str:
    return N_("roll out one week") if weeks == 1 else N_("roll out {n} weeks")


def _laying(session: Session, wish: Wish, is_own: Callable[[RolledOut], bool]) -> Laying:
    found = asked_for(
        wish.pattern,
        wish.days,
        _around(session, wish.days),
        is_own=is_own,
        take_back=wish.take_back,
    )
    return _ready(session, found, wish.pattern.id)


def _ready(session: Session, found: RollOut, pattern_id: str) -> Laying:
    laying = laid_out(session, found.placed, found.removed, pattern_id)
    return laying._replace(filled=len(found.filled), kept=len(found.kept) + found.left_out)


def _is_own(session: Session, pattern: RosterPattern) -> Callable[[RolledOut], bool]:
    """Shifts of the pattern itself, and of one that has ended before them."""
    ends = {one.id: one.ends_on for one in session.records.all(RosterPattern)}

    def is_own(made: RolledOut) -> bool:
        end = ends.get(made.pattern)
        return made.pattern == pattern.id or (end is not None and made.start.date() > end)

    return is_own


def _around(session: Session, days: Days) -> Sequence[Shift]:
    """The shifts in and around the days, and those that were made for a day in them."""
    near = shifts(session, days[0] - _WEEK, days[1] + _WEEK)
    known = {one.id for one in near}
    rows = session.records.cells(Shift, _NAMES, None, _STRETCH)
    strays = [key for key, cell in rows if key not in known and _made_in(cell, days)]
    return (*near, *session.records.with_ids(Shift, strays))


def _made_in(cell: str, days: Days) -> bool:
    """Whether a shift was made for a day in ``days``: ISO dates compare as texts do."""
    first, end = (day.isoformat() for day in days)
    return any(first <= made["start"] < end for made in json.loads(cell))


def _forget(operation: Operation, wish: Wish) -> None:
    """Let what was deleted in the days be made again."""
    pattern, (first, end) = wish.pattern, wish.days
    left = tuple(one for one in pattern.left_out if not first <= one.start.date() < end)
    if left != pattern.left_out:
        operation.save(replace(pattern, left_out=left))


def rolled_days(session: Session, pattern: RosterPattern) -> tuple[dt.date, ...]:
    """The days for which the pattern has made a shift that is still there, in order."""
    rows = session.records.cells(Shift, _NAMES, None, _STRETCH)
    found = {
        dt.datetime.fromisoformat(made["start"]).date()
        for _key, cell in rows
        if pattern.id in cell
        for made in json.loads(cell)
        if made["pattern"] == pattern.id
    }
    return tuple(sorted(found))


def next_first(session: Session, pattern: RosterPattern) -> dt.date:
    """The Monday of the next week in which the pattern holds and has made nothing yet."""
    done = {monday(day) for day in rolled_days(session, pattern)}
    first = max(monday(session.today) + _WEEK, pattern.monday)
    while first in done:
        first += _WEEK
    return first


def successor(pattern: RosterPattern, day: dt.date) -> RosterPattern:
    """The same weeks as a pattern of its own that begins on ``day``, in the week of its turn."""
    length = pattern.length
    turned = (monday(day) - pattern.monday).days // len(WEEK) % length
    lines = sorted(
        (
            replace(line, week=WEEKS[(WEEKS.index(line.week) - turned) % length])
            for line in pattern.lines
        ),
        key=lambda line: (line.day, line.from_time),
    )
    return RosterPattern(
        name=pattern.name,
        starts_on=day,
        ends_on=pattern.ends_on,
        weeks=WEEKS[length - 1],
        lines=tuple(lines),
    )


def change_from(
    session: Session, pattern: RosterPattern, day: dt.date, lines: Iterable[PatternLine]
) -> Laying:
    """Let other lines hold from ``day`` on, in the same weeks of the turn; see `follow`."""
    return follow(session, pattern, successor(replace(pattern, lines=tuple(lines)), day))


def follow(session: Session, old: RosterPattern, new: RosterPattern) -> Laying:
    """Let ``new`` take the place of ``old`` from its first day on, as one action.

    The old pattern ends the day before, and what it made before that stays as it is. Weeks that
    were rolled out already follow the new one from that day on, but for deviations and for what
    was deleted. A pattern that would not have begun by then is changed itself.
    """
    with session.operation(N_("change the roster pattern")) as operation:
        saved = _follow(operation, old, new)
        return _follow_up(session, operation, old, saved)


def _follow(operation: Operation, old: RosterPattern, new: RosterPattern) -> RosterPattern:
    day = new.starts_on
    if day <= old.starts_on:
        return operation.save(replace(new, id=old.id, left_out=old.left_out))
    operation.save(replace(old, ends_on=day - _ONE_DAY, left_out=_left(old, day, before=True)))
    return operation.save(replace(new, left_out=_left(old, day, before=False)))


def _left(old: RosterPattern, day: dt.date, *, before: bool) -> tuple[LeftOut, ...]:
    return tuple(one for one in old.left_out if (one.start.date() < day) is before)


def _follow_up(
    session: Session, operation: Operation, old: RosterPattern, new: RosterPattern
) -> Laying:
    """Roll the new pattern out over the days from its first on that the old one has reached."""
    reached = [one for one in rolled_days(session, old) if one >= new.starts_on]
    if not reached:
        return Laying((), (), (), 0, 0)
    days = new.starts_on, reached[-1] + _ONE_DAY

    def is_own(made: RolledOut) -> bool:
        return made.pattern in {old.id, new.id}

    found = asked_for(new, days, _around(session, days), is_own=is_own)
    return save(operation, _ready(session, found, new.id))


def pattern_from_weeks(session: Session, first: dt.date, weeks: int) -> RosterPattern:
    """Make a pattern of the shifts that lie in ``weeks`` weeks from the Monday ``first`` on.

    A shift belongs to who was planned, not to who stood in; what was called off is left out.
    """
    pattern = RosterPattern(
        name=_("The usual weeks"),
        starts_on=first,
        weeks=WEEKS[weeks - 1],
        lines=lines_of(session, first, weeks),
    )
    with session.operation(N_("make a roster pattern")) as operation:
        return operation.save(pattern)


def lines_of(session: Session, first: dt.date, weeks: int) -> tuple[PatternLine, ...]:
    """The shifts of those weeks as lines of a pattern; one longer than a day is cut to a day."""
    end = first + weeks * _WEEK
    return tuple(
        PatternLine(
            week=WEEKS[(shift.planned_start.date() - first).days // len(WEEK)],
            weekday=WEEK[shift.planned_start.weekday()],
            from_time=shift.planned_start.time(),
            to_time=shift.planned_end.time(),
            helper=shift.stands_in_for or shift.helper,
            kind=shift.kind,
        )
        for shift in shifts(session, first, end)
        if shift.state is not ShiftState.CANCELLED and first <= shift.planned_start.date() < end
    )


def told_rolled_out(laying: Laying) -> str:
    """One sentence on what was made, and how to take it back."""
    return told(laying, _made(laying))


def rolled_out_words(laying: Laying) -> str:
    """What was made."""
    return counted(laying, _made(laying))


def _made(laying: Laying) -> str:
    return ngettext("{n} shift made", "{n} shifts made", laying.made)


def told_changed(laying: Laying) -> str:
    """One sentence on what the change of a pattern did to the weeks rolled out already."""
    if laying.is_empty:
        return _("The roster pattern is changed.")
    return f"{_('The roster pattern is changed.')} {told_rolled_out(laying)}"
