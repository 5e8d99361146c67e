"""The example's rolling plan: who has which turn, and who takes over when somebody is away."""

from __future__ import annotations

import datetime as dt
from enum import Enum
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias

from bpa_desktop.domain.clock import at, instant, next_at
from bpa_desktop.domain.kinds import WEEK
from bpa_desktop.domain.pattern import WEEKS, PatternLine, RosterPattern
from bpa_desktop.domain.people import Fit, Position
from bpa_desktop.domain.roster import RolledOut
from bpa_desktop.domain.wishes import fit_of
from bpa_desktop.services.example_people import ANNA, BO, CARLA, DINA, ELIAS, FREJA, GORM

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from bpa_desktop.domain.clock import Span
    from bpa_desktop.domain.people import Helper
    from bpa_desktop.domain.roster import Shift
    from bpa_desktop.services.example_absences import Away
    from bpa_desktop.services.example_dates import Dates

PATTERN: Final = "pattern"
"""The id of the roster pattern."""

ONE_DAY: Final = dt.timedelta(days=1)
_DAYS_PER_WEEK: Final = 7


class Part(Enum):
    """The turns of a day, and work in the daytime beside them."""

    DAY = dt.time(7), dt.time(15)
    EVENING = dt.time(15), dt.time(23)
    NIGHT = dt.time(23), dt.time(7)
    BESIDE = dt.time(8), dt.time(15)

    @property
    def start(self) -> dt.time:
        """When it begins."""
        return self.value[0]

    @property
    def end(self) -> dt.time:
        """When it ends; for the night on the next day."""
        return self.value[1]


Key: TypeAlias = tuple[dt.date, Part]
"""A turn: the day on which it begins, and which it is."""

TURNS: Final = (Part.DAY, Part.EVENING, Part.NIGHT)

_MAY_FOLLOW: Final = {
    Part.DAY: frozenset(Part),
    Part.BESIDE: frozenset(Part),
    Part.EVENING: frozenset({Part.EVENING, Part.NIGHT}),
    Part.NIGHT: frozenset({Part.NIGHT}),
}
"""What a helper may have on the day after, so that there is time to rest in between."""

_DAY_OFF_BETWEEN: Final = frozenset(
    {
        *((earlier, later) for earlier in (Part.DAY, Part.BESIDE) for later in Part),
        (Part.EVENING, Part.EVENING),
        (Part.EVENING, Part.NIGHT),
        (Part.NIGHT, Part.NIGHT),
    }
)
"""The turns with a long enough day off between them when one day is free."""

_PATTERN: Final = {
    Part.DAY: "ddaaaaa ddaaaff aaddaaa aafaaaa",
    Part.EVENING: "bbbdgbb bbdbbdd bbbbbdd dbbddbb",
    Part.NIGHT: "cccfdcc gggcccg cccccff cccccfg",
}
"""Four weeks from Monday; d is the fourth permanent helper, whoever that is at the time."""

_LETTERS: Final = {"a": ANNA, "b": BO, "c": CARLA, "f": FREJA, "g": GORM}
_ROWS: Final = {part: weeks.replace(" ", "") for part, weeks in _PATTERN.items()}
_LENGTH: Final = len(_ROWS[Part.DAY])
_MOST_DAYS_RUNNING: Final = 6
_UNWILLING: Final = frozenset({Fit.NEVER, Fit.RATHER_NOT})
_AROUND: Final = range(-_DAYS_PER_WEEK, _DAYS_PER_WEEK + 1)


class Turn(NamedTuple):
    """Who has a turn, and in whose place."""

    helper: str | None
    stands_in_for: str | None = None


def turn_span(key: Key) -> Span:
    """The turn in instants."""
    start = at(key[0], key[1].start)
    return instant(start), instant(next_at(start, key[1].end))


def all_turns(dates: Dates) -> Iterator[Key]:
    """Every turn in order; the night before the first day belongs to the first day's need."""
    yield dates.start - ONE_DAY, Part.NIGHT
    day = dates.start
    while day < dates.end:
        for part in TURNS:
            yield day, part
        day += ONE_DAY


def holders(dates: Dates, people: Sequence[Helper]) -> dict[Key, str]:
    """Who has each turn by the rolling plan; turns that are nobody's are left out.

    The plan is laid so that today is Anna's, then Bo's, then Carla's.
    """
    shift = _first_place(dates.today.weekday()) - dates.today.toordinal()
    employed = {helper.id: helper for helper in people}
    found: dict[Key, str] = {}
    for key in all_turns(dates):
        letter = _ROWS[key[1]][(key[0].toordinal() + shift) % _LENGTH]
        helper = _LETTERS.get(letter) or (ELIAS if key[0] <= dates.left else DINA)
        if is_employed(employed[helper], key) and (helper != DINA or key[0] >= dates.trained):
            found[key] = helper
    return found


def usual_weeks(dates: Dates) -> RosterPattern:
    """The rolling plan as a roster pattern, since the new helper has had turns in it."""
    first = dates.today - _first_place(dates.today.weekday()) * ONE_DAY
    while first - _LENGTH * ONE_DAY >= dates.trained:
        first -= _LENGTH * ONE_DAY
    return RosterPattern(
        id=PATTERN,
        name="De sædvanlige uger",
        starts_on=first,
        weeks=WEEKS[_LENGTH // _DAYS_PER_WEEK - 1],
        lines=tuple(_line(place, part) for place in range(_LENGTH) for part in TURNS),
    )


def _line(place: int, part: Part) -> PatternLine:
    week, weekday = divmod(place, _DAYS_PER_WEEK)
    return PatternLine(
        week=WEEKS[week],
        weekday=WEEK[weekday],
        from_time=part.start,
        to_time=part.end,
        helper=_LETTERS.get(_ROWS[part][place], DINA),
    )


def rolled_out(shift: Shift, holder: str) -> RolledOut:
    """That the pattern made the shift, for ``holder``."""
    return RolledOut(
        pattern=PATTERN,
        start=shift.planned_start,
        end=shift.planned_end,
        helper=holder,
        kind=shift.kind,
    )


def _first_place(weekday: int) -> int:
    places = range(weekday, _LENGTH, _DAYS_PER_WEEK)
    return next(
        place for place in places if [_ROWS[part][place] for part in TURNS] == ["a", "b", "c"]
    )


def is_employed(helper: Helper, key: Key) -> bool:
    """Whether the whole turn lies in an employment."""
    day, part = key
    return helper.is_employed(day) and (part is not Part.NIGHT or helper.is_employed(day + ONE_DAY))


class Rota:
    """Who has which turn in the end: the rolling plan, and somebody else where that fails.

    ``unfilled`` are turns that stay open on purpose.
    """

    def __init__(self, dates: Dates, people: Sequence[Helper], away: Away) -> None:
        self._dates = dates
        self._people = people
        self._away = away
        self._busy: dict[tuple[str, dt.date], Part] = {}
        self.turns: dict[Key, Turn] = {}

    def fill(self, planned: Mapping[Key, str], unfilled: frozenset[Key]) -> None:
        """Give every turn to its holder, then find somebody for those that are left."""
        left: list[Key] = []
        for key in all_turns(self._dates):
            holder = planned.get(key)
            if holder is None or key in unfilled or self._away.is_away(holder, turn_span(key)):
                left.append(key)
            else:
                self._give(key, Turn(holder))
        for key in left:
            holder = planned.get(key)
            is_away = holder is not None and self._away.is_away(holder, turn_span(key))
            other = None if key in unfilled else self.free(key)
            self._give(key, Turn(other, holder if is_away else None))

    def _give(self, key: Key, turn: Turn) -> None:
        self.turns[key] = turn
        if turn.helper is not None:
            self.occupy(turn.helper, key)

    def occupy(self, helper: str, key: Key) -> None:
        """Note that the helper has this on that day."""
        self._busy[helper, key[0]] = key[1]

    def free(self, key: Key, *, at_a_pinch: bool = True) -> str | None:
        """Who can take the turn, substitutes first and then who has least around it.

        A weekly day off is given up only at a pinch: when nobody else can take it.
        """
        able = [helper for helper in self._people if self.can_take(helper, key)]
        rested = [helper for helper in able if self._is_rested(helper.id, key)]
        asked = rested or (able if at_a_pinch else [])
        best = min(asked, key=lambda helper: self._rank(helper, key[0]), default=None)
        return None if best is None else best.id

    def _rank(self, helper: Helper, day: dt.date) -> tuple[bool, int]:
        load = sum((helper.id, day + count * ONE_DAY) in self._busy for count in _AROUND)
        return helper.position is Position.PERMANENT, load

    def can_take(self, helper: Helper, key: Key) -> bool:
        """Whether the helper is there, has nothing else that day, and gets rest around it."""
        day, part = key
        return (
            self.has(helper.id, day) is None
            and self._is_available(helper, key)
            and _fits(self.has(helper.id, day - ONE_DAY), part)
            and _fits(part, self.has(helper.id, day + ONE_DAY))
        )

    def can_come(self, helper: Helper, key: Key) -> bool:
        """Whether the helper can take it and has a weekly day off in time all the same."""
        return self.can_take(helper, key) and self._is_rested(helper.id, key)

    def _is_available(self, helper: Helper, key: Key) -> bool:
        is_trained = helper.id != DINA or key[0] >= self._dates.trained
        return (
            is_trained
            and is_employed(helper, key)
            and fit_of(helper, turn_span(key)) not in _UNWILLING
            and not self._away.is_away(helper.id, turn_span(key))
        )

    def _is_rested(self, helper: str, key: Key) -> bool:
        """Whether there is a weekly day off in time before and after the turn."""
        return self._days_running(helper, key) <= _MOST_DAYS_RUNNING

    def _days_running(self, helper: str, key: Key) -> int:
        """How many days it would be from one day off to the next with the turn.

        A single day between two turns is no day off when it is too short.
        """
        before, after = self._run(helper, key, -1), self._run(helper, key, 1)
        return before + after + 1

    def _run(self, helper: str, key: Key, step: int) -> int:
        """How many days before or after the turn belong to the same run."""
        day, part = key
        count = 0
        while count <= _MOST_DAYS_RUNNING:
            for gap in (1, 2):
                other = day + step * gap * ONE_DAY
                near = self.has(helper, other)
                pair = (near, part) if step < 0 else (part, near)
                if near is not None and (gap == 1 or pair not in _DAY_OFF_BETWEEN):
                    day, part, count = other, near, count + gap
                    break
            else:
                break
        return count

    def has(self, helper: str, day: dt.date) -> Part | None:
        """What the helper has on that day."""
        return self._busy.get((helper, day))

    def can_meet(self, helper: Helper, day: dt.date) -> bool:
        """Whether the helper can come to a talk before 15: not after a night, nor before one."""
        return (
            self.has(helper.id, day) in {None, Part.EVENING}
            and self.has(helper.id, day - ONE_DAY) is not Part.NIGHT
            and self._is_available(helper, (day, Part.BESIDE))
            and self._is_rested(helper.id, (day, Part.BESIDE))
        )

    def rest_too_short(self, days: Sequence[dt.date]) -> None:
        """Give somebody who has an evening the next day's turn as well, or the other way about.

        It is done once, on the first of ``days`` on which that changes a single turn.
        """
        helper, key = next(
            (helper.id, key)
            for day in days
            for helper in self._people
            for key in self._too_soon(helper, day)
        )
        old = self.turns[key]
        if old.helper is not None:
            del self._busy[old.helper, key[0]]
        self._give(key, old._replace(helper=helper))

    def _too_soon(self, helper: Helper, day: dt.date) -> Iterator[Key]:
        """The one turn that would give the helper too short a rest after ``day``."""
        keys = (day, Part.EVENING), (day + ONE_DAY, Part.DAY)
        parts = [self.has(helper.id, key[0]) for key in keys]
        for key, part, other, wanted in zip(
            keys, parts, reversed(parts), (Part.DAY, Part.EVENING), strict=True
        ):
            is_free = part is None and self._is_available(helper, key)
            before = self.has(helper.id, day - ONE_DAY)
            if is_free and other is wanted and self.turns[key].helper and _fits(before, keys[0][1]):
                yield key


def _fits(earlier: Part | None, later: Part | None) -> bool:
    return earlier is None or later is None or later in _MAY_FOLLOW[earlier]
