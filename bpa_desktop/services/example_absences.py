"""The example's absences: spells of sickness, a child's sick day, holidays and a longer leave."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from typing import TYPE_CHECKING, Final, NamedTuple

from bpa_desktop.domain.absence import Absence, AbsenceKind
from bpa_desktop.domain.clock import day_span, overlap
from bpa_desktop.services.example_people import ANNA, BO, CARLA, ELIAS, FREJA, GORM
from bpa_desktop.services.example_turns import TURNS, Part

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from bpa_desktop.domain.clock import Span
    from bpa_desktop.domain.people import Helper
    from bpa_desktop.services.example_dates import Dates
    from bpa_desktop.services.example_turns import Key

_ONE_DAY: Final = dt.timedelta(days=1)

_HOLIDAY_WEEKS: Final = (
    (BO, 74, 1),
    (ANNA, 70, 1),
    (CARLA, 66, 2),
    (ELIAS, 62, 2),
    (ANNA, 58, 2),
    (FREJA, 54, 1),
    (CARLA, 41, 1),
    (BO, 38, 2),
    (ELIAS, 35, 1),
    (ANNA, 32, 1),
    (CARLA, 29, 1),
    (GORM, 27, 1),
    (ELIAS, 24, 1),
    (ANNA, 20, 1),
    (BO, 16, 1),
    (CARLA, 9, 1),
    (FREJA, 7, 1),
    (CARLA, -5, 1),
)
"""Who, how many weeks ago it began (negative: ahead), and how many weeks it lasted."""

_COMING_HOLIDAY: Final = (2, 6)
"""The first and the last day of Anna's holiday, in days from today."""

_LEAVE_WEEKS: Final = (52, 8)
_CHILD_OF_ANNA: Final = dt.date(2019, 4, 11)
_CHILD_OF_BO_WEEKS: Final = 60


class _Spell(NamedTuple):
    """Sickness that begins with whoever has this part of the day ``ago`` days before today."""

    ago: int
    part: Part
    days: int
    filled: bool = True


_SPELLS: Final = (
    _Spell(500, Part.DAY, 2),
    _Spell(447, Part.EVENING, 3),
    _Spell(402, Part.EVENING, 1),
    _Spell(345, Part.DAY, 2),
    _Spell(262, Part.NIGHT, 1),
    _Spell(219, Part.EVENING, 2, filled=False),
    _Spell(173, Part.DAY, 4),
    _Spell(121, Part.NIGHT, 2),
    _Spell(72, Part.DAY, 2),
    _Spell(40, Part.NIGHT, 1),
    _Spell(24, Part.EVENING, 2, filled=False),
    _Spell(6, Part.DAY, 1),
)


class Away:
    """The absences of the example, and who is away at a time.

    ``short_notice`` are the turns that nobody could take over, because the message came late.
    """

    def __init__(self, dates: Dates, people: Sequence[Helper], holders: Mapping[Key, str]) -> None:
        self._dates = dates
        self._people = {helper.id: helper for helper in people}
        self._holders = holders
        self._spans: dict[str, list[Span]] = defaultdict(list)
        self.absences: list[Absence] = []
        self.short_notice: set[Key] = set()
        for absence in (*_holidays(dates), *_leave(dates)):
            self._add(absence)
        for spell in _SPELLS:
            self._fall_sick(spell)
        self._single_days()

    def is_away(self, helper: str, span: Span) -> bool:
        """Whether the helper is away at some time of ``span``."""
        return any(overlap(span, one) for one in self._spans[helper])

    def _add(self, absence: Absence) -> None:
        self.absences.append(absence)
        self._spans[absence.helper].append(absence.span(self._dates.today))

    def _fall_sick(self, spell: _Spell) -> None:
        day = self._dates.days_ago(spell.ago)
        parts = sorted(TURNS, key=lambda part: part is not spell.part)
        absences = {
            part: _sickness(self._holders[day, part], day, part, spell.days)
            for part in parts
            if (day, part) in self._holders
        }
        part = next(part for part in absences if self._is_possible(absences[part]))
        if not spell.filled:
            self.short_notice.add((day, part))
        self._add(absences[part])

    def _is_possible(self, absence: Absence) -> bool:
        is_free = not self.is_away(absence.helper, absence.span(self._dates.today))
        last = absence.last_day or absence.first_day
        return is_free and self._people[absence.helper].is_employed(last)

    def _single_days(self) -> None:
        born = self._dates.monday(_CHILD_OF_BO_WEEKS)
        child_sick, child_care = AbsenceKind.CHILD_FIRST_SICK_DAY, AbsenceKind.CHILD_CARE_DAY
        self._day_off(ANNA, Part.DAY, 80, child_sick, _CHILD_OF_ANNA)
        self._day_off(ANNA, Part.DAY, 310, child_sick, _CHILD_OF_ANNA)
        self._day_off(BO, Part.EVENING, 150, child_care, born)
        day = self._latest(BO, Part.EVENING, 50)
        times = dt.time(15), dt.time(23)
        self._add(_absence(BO, AbsenceKind.AGREED_DAY_OFF, (day, day), times))

    def _day_off(
        self, helper: str, part: Part, ago: int, kind: AbsenceKind, child: dt.date
    ) -> None:
        day = self._latest(helper, part, ago)
        self._add(_absence(helper, kind, (day, day), child=child))

    def _latest(self, helper: str, part: Part, ago: int) -> dt.date:
        """The last day, at least ``ago`` days ago, on which the helper had that part."""
        day = self._dates.days_ago(ago)
        while self._holders.get((day, part)) != helper or self.is_away(helper, day_span(day)):
            day -= _ONE_DAY
        return day


def _absence(
    helper: str,
    kind: AbsenceKind,
    days: tuple[dt.date, dt.date],
    times: tuple[dt.time | None, dt.time | None] = (None, None),
    child: dt.date | None = None,
) -> Absence:
    name = helper.removeprefix("helper-")
    return Absence(
        id=f"absence-{days[0].isoformat()}-{name}",
        helper=helper,
        kind=kind,
        first_day=days[0],
        last_day=days[1],
        from_time=times[0],
        to_time=times[1],
        child_birth_date=child,
    )


def _weeks(helper: str, kind: AbsenceKind, monday: dt.date, weeks: int) -> Absence:
    return _absence(helper, kind, (monday, monday + dt.timedelta(weeks=weeks) - _ONE_DAY))


def _holidays(dates: Dates) -> Iterator[Absence]:
    for helper, back, weeks in _HOLIDAY_WEEKS:
        yield _weeks(helper, AbsenceKind.HOLIDAY, dates.monday(back), weeks)
    first, last = (dates.days_ago(-count) for count in _COMING_HOLIDAY)
    yield _absence(ANNA, AbsenceKind.HOLIDAY, (first, last))


def _leave(dates: Dates) -> Iterable[Absence]:
    back, weeks = _LEAVE_WEEKS
    return (_weeks(BO, AbsenceKind.PARENTAL_LEAVE, dates.monday(back), weeks),)


def _sickness(helper: str, day: dt.date, part: Part, days: int) -> Absence:
    """Whole days, or from the first night's beginning to the last night's end."""
    if part is not Part.NIGHT:
        last = day + (days - 1) * _ONE_DAY
        return _absence(helper, AbsenceKind.SICKNESS, (day, last))
    times = part.start, part.end
    return _absence(helper, AbsenceKind.SICKNESS, (day, day + days * _ONE_DAY), times)
