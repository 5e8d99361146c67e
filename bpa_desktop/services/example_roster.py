"""The example's shifts: the turns as they were planned and worked, and the work beside them."""

from __future__ import annotations

import datetime as dt
from calendar import FRIDAY, MONDAY, THURSDAY, TUESDAY, WEDNESDAY
from dataclasses import replace
from typing import TYPE_CHECKING, Final, NamedTuple

from bpa_desktop.domain.clock import at, next_at
from bpa_desktop.domain.declined import Declined
from bpa_desktop.domain.kinds import HourKind
from bpa_desktop.domain.roster import Shift, ShiftState
from bpa_desktop.services.example_absences import Away
from bpa_desktop.services.example_people import ANNA, BO, CARLA, DINA, ELIAS, FREJA, GORM
from bpa_desktop.services.example_turns import (
    ONE_DAY,
    TURNS,
    Part,
    Rota,
    all_turns,
    holders,
    rolled_out,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from bpa_desktop.domain.absence import Absence
    from bpa_desktop.domain.people import Helper
    from bpa_desktop.services.example_dates import Dates
    from bpa_desktop.services.example_turns import Key

    Times = tuple[dt.time, dt.time]

_EVENING_HOLE: Final = 3
_DAY_HOLES: Final = (12, 11, 13)
"""Days from today; the daytime hole lies on the first of its days with no second helper."""

_SOON: Final = 14
_SHORT_REST_DAYS: Final = range(2, 12)
_BATH_DAYS: Final = frozenset({TUESDAY, FRIDAY})
_OUTING_DAY: Final = WEDNESDAY
_OUTING: Final = dt.time(11), dt.time(15)
_MEETING: Final = dt.time(13), dt.time(14)
_TALK: Final = dt.time(14), dt.time(15)
_COURSE: Final = dt.time(9), dt.time(15)

_MEETING_WEEKS: Final = (75, 62, 49, 36, 23, 10, -3)
_TALK_WEEKS: Final = (
    (ANNA, 65),
    (BO, 64),
    (CARLA, 63),
    (ELIAS, 59),
    (ANNA, 13),
    (BO, 12),
    (DINA, -4),
)
_COURSE_WEEK: Final = 6
_COURSE_HELPERS: Final = (DINA, GORM)
_TRAINING: Final = (
    (1, Part.DAY),
    (2, Part.DAY),
    (4, Part.EVENING),
    (7, Part.DAY),
    (9, Part.NIGHT),
)
"""Days after the new helper began, and whom they went along with."""

_HOSPITAL_WEEKS: Final = (5, 27, 57)
_CALLED_OFF_WEEKS: Final = (4, 11, 20)
_HANDOVER_WEEKS: Final = range(2, 76, 3)
_THANKED_DAYS: Final = (72, 6)

_OTHER: Final = {FREJA: GORM, GORM: FREJA}
_ASKED_FIRST: Final = 3
"""How many of the latest shifts in somebody's place a second substitute said no to before."""

_HOSPITAL: Final = "Hospitalsbesøg: hjælperen gik kl. 11."
_NO_BUS: Final = "Turen blev aflyst: handicapbussen kom ikke."
_NO_OUTING: Final = "Turen blev aflyst: der var ingen ekstra hjælper."
_NO_BATH: Final = "Der var ingen ekstra hjælper. Badet blev til vask i sengen."
_NOBODY_CAME: Final = "Ingen kunne komme med så kort varsel. Min søster blev hos mig."
_WITH_THANKS: Final = "Kom med en times varsel. Husk at sige tak."


def meeting_id(day: dt.date) -> str:
    """The id of the staff meeting on that day; its shifts are known by it."""
    return f"meeting-{day}"


class _Handover(NamedTuple):
    """A turn that ended later than planned, and why; the next one then began later."""

    part: Part
    until: dt.time
    clock: str
    reason: str


_HANDOVERS: Final = (
    _Handover(Part.DAY, dt.time(15, 30), "15.30", "bussen var forsinket"),
    _Handover(Part.EVENING, dt.time(), "24", "koncerten varede længere"),
    _Handover(Part.NIGHT, dt.time(7, 30), "7.30", "toget holdt stille"),
    _Handover(Part.DAY, dt.time(16), "16", "turen varede længere"),
)


def roster(dates: Dates, people: Sequence[Helper]) -> tuple[tuple[Absence, ...], tuple[Shift, ...]]:
    """The absences and the shifts, which belong together; the shifts in order of time."""
    planned = holders(dates, people)
    away = Away(dates, people, planned)
    rota = Rota(dates, people, away)
    beside = _Beside(dates, people, rota)
    training = tuple(beside.training())
    rota.fill(planned, frozenset({*_holes(dates), *away.short_notice}))
    rota.rest_too_short([dates.days_ago(-count) for count in _SHORT_REST_DAYS])
    turns = [_turn(rota, key, dates.today, planned.get(key)) for key in all_turns(dates)]
    turns = _with_deviations(turns, dates)
    shifts = (*turns, *training, *beside.others())
    return tuple(away.absences), tuple(sorted(shifts, key=lambda one: (one.planned_start, one.id)))


def _holes(dates: Dates) -> Iterator[Key]:
    yield dates.days_ago(-_EVENING_HOLE), Part.EVENING
    taken = {*_BATH_DAYS, _OUTING_DAY}
    days = (dates.days_ago(-count) for count in _DAY_HOLES)
    yield next(day for day in days if day.weekday() not in taken), Part.DAY


def _shift(helper: str | None, day: dt.date, times: Times, today: dt.date, kind: HourKind) -> Shift:
    """A shift that is worked once it was over when ``today`` began."""
    start = at(day, times[0])
    end = next_at(start, times[1])
    is_worked = helper is not None and end <= at(today, dt.time())
    return Shift(
        id=f"shift-{start:%Y-%m-%d-%H}-{_name(helper)}",
        planned_start=start,
        planned_end=end,
        helper=helper,
        kind=kind,
        state=ShiftState.WORKED if is_worked else ShiftState.PLANNED,
    )


def _name(helper: str | None) -> str:
    return "unfilled" if helper is None else helper.removeprefix("helper-")


def _turn(rota: Rota, key: Key, today: dt.date, holder: str | None) -> Shift:
    """The turn as a shift; from today on the roster pattern made it for its holder."""
    day, part = key
    turn = rota.turns[key]
    shift = _shift(turn.helper, day, part.value, today, HourKind.BASIS)
    is_missed = turn.helper is None and shift.planned_end <= at(today, dt.time())
    return replace(
        shift,
        stands_in_for=turn.stands_in_for,
        deviation=_NOBODY_CAME if is_missed else "",
        rolled_out=(rolled_out(shift, holder),) if holder and day >= today else (),
    )


def refusals(dates: Dates, shifts: Iterable[Shift]) -> tuple[Declined, ...]:
    """Who was asked in vain before the substitute who came, for the last few times."""
    came = [
        shift
        for shift in shifts
        if shift.stands_in_for
        and shift.helper in _OTHER
        and shift.planned_end <= at(dates.today, dt.time())
    ]
    return tuple(
        Declined(
            id=f"declined-{shift.planned_start:%Y-%m-%d-%H}",
            helper=_OTHER[str(shift.helper)],
            shift_start=shift.planned_start,
            shift_end=shift.planned_end,
            asked_on=shift.planned_start.date(),
        )
        for shift in came[-_ASKED_FIRST:]
    )


class _Beside:
    """Work beside the turns: training, a second helper, meetings, talks and a course."""

    def __init__(self, dates: Dates, people: Sequence[Helper], rota: Rota) -> None:
        self._dates = dates
        self._people = people
        self._rota = rota

    def training(self) -> Iterator[Shift]:
        """The new helper goes along with others, before anybody's turns are given out."""
        for count, part in _TRAINING:
            day = self._dates.began + count * ONE_DAY
            self._rota.occupy(DINA, (day, part))
            yield self._work(DINA, day, part.value, HourKind.TRAINING)

    def others(self) -> Iterator[Shift]:
        """The rest, in an order that finds a free helper where one matters most."""
        yield from self._course()
        yield from self._meetings()
        yield from self._talks()
        yield from self._second_helpers()

    def _work(self, helper: str | None, day: dt.date, times: Times, kind: HourKind) -> Shift:
        return _shift(helper, day, times, self._dates.today, kind)

    def _days(self, back: int, weeks: int) -> Iterator[dt.date]:
        """Monday to Friday of so many weeks, from the one that lies ``back`` weeks back."""
        for week in range(back, back - weeks, -1):
            for count in range(MONDAY, FRIDAY + 1):
                yield self._dates.monday(week) + count * ONE_DAY

    def _person(self, helper: str) -> Helper:
        return next(one for one in self._people if one.id == helper)

    def _course(self) -> Iterator[Shift]:
        people = [self._person(helper) for helper in _COURSE_HELPERS]
        day = next(
            day
            for day in self._days(_COURSE_WEEK, 4)
            if all(self._rota.can_come(helper, (day, Part.BESIDE)) for helper in people)
        )
        for helper in _COURSE_HELPERS:
            yield self._extra(helper, day, _COURSE, HourKind.COURSE)

    def _meetings(self) -> Iterator[Shift]:
        """Everybody who can, besides the one who is at work and takes part anyway."""
        for back in _MEETING_WEEKS:
            groups = [(day, self._able(day)) for day in self._days(back, 1)]
            day, group = max(groups, key=lambda pair: len(pair[1]))
            for helper in group:
                shift = self._extra(helper.id, day, _MEETING, HourKind.STAFF_MEETING)
                yield replace(shift, id=f"{meeting_id(day)}.{helper.id}")

    def _able(self, day: dt.date) -> list[Helper]:
        return [helper for helper in self._people if self._rota.can_meet(helper, day)]

    def _talks(self) -> Iterator[Shift]:
        for helper, back in _TALK_WEEKS:
            person = self._person(helper)
            days = self._days(back, 4)
            day = next(day for day in days if self._rota.can_meet(person, day))
            yield self._extra(helper, day, _TALK, HourKind.MUS)

    def _extra(self, helper: str, day: dt.date, times: Times, kind: HourKind) -> Shift:
        """A shift that keeps the helper from other work that day, but for an evening after it."""
        if self._rota.has(helper, day) is None:
            self._rota.occupy(helper, (day, Part.BESIDE))
        return self._work(helper, day, times, kind)

    def _second_helpers(self) -> Iterator[Shift]:
        """A second helper for the bath twice a week, and since the second grant for an outing."""
        day = self._dates.start
        while day < self._dates.end:
            times = self._second_times(day)
            if times is not None:
                yield self._second_helper(day, times)
            day += ONE_DAY

    def _second_helper(self, day: dt.date, times: Times) -> Shift:
        is_soon = 0 <= (day - self._dates.today).days < _SOON
        helper = self._rota.free((day, Part.BESIDE), at_a_pinch=is_soon)
        if helper is None:
            return _alone(self._work(None, day, times, HourKind.TWO_HELPERS), self._dates.today)
        shift = self._extra(helper, day, times, HourKind.TWO_HELPERS)
        weeks = (self._dates.monday(back) for back in _CALLED_OFF_WEEKS)
        if day in {monday + _OUTING_DAY * ONE_DAY for monday in weeks}:
            return replace(shift, state=ShiftState.CANCELLED, deviation=_NO_BUS)
        return shift

    def _second_times(self, day: dt.date) -> Times | None:
        is_later = day >= self._dates.change
        if day.weekday() in _BATH_DAYS:
            return dt.time(8), dt.time(11) if is_later else dt.time(10)
        return _OUTING if is_later and day.weekday() == _OUTING_DAY else None


def _alone(shift: Shift, today: dt.date) -> Shift:
    """What became of it that nobody was free: no outing, and a wash instead of the bath."""
    if shift.planned_start.date() >= today:
        return shift
    if shift.planned_start.weekday() == _OUTING_DAY:
        return replace(shift, state=ShiftState.CANCELLED, deviation=_NO_OUTING)
    return replace(shift, deviation=_NO_BATH)


def _with_deviations(turns: Iterable[Shift], dates: Dates) -> list[Shift]:
    """The turns as they were worked: now and then otherwise than planned."""
    found = {shift.planned_start: shift for shift in turns}
    for back in _HOSPITAL_WEEKS:
        start = at(dates.monday(back) + THURSDAY * ONE_DAY, Part.DAY.start)
        if _as_planned(found[start]):
            leaves = start.replace(hour=11)
            found[start] = replace(found[start], worked_end=leaves, deviation=_HOSPITAL)
    for number, back in enumerate(_HANDOVER_WEEKS):
        day = dates.monday(back) + number % THURSDAY * ONE_DAY
        _hand_over(found, day, _HANDOVERS[number % len(_HANDOVERS)])
    for count in _THANKED_DAYS:
        for start in (at(dates.days_ago(count), part.start) for part in TURNS):
            if found[start].helper and found[start].stands_in_for:
                found[start] = replace(found[start], note=_WITH_THANKS)
    return list(found.values())


def _as_planned(shift: Shift) -> bool:
    return shift.state is ShiftState.WORKED and not shift.deviation


def _hand_over(found: dict[dt.datetime, Shift], day: dt.date, handover: _Handover) -> None:
    first = found[at(day, handover.part.start)]
    after = found[first.planned_end]
    if not (_as_planned(first) and _as_planned(after)):
        return
    moment = next_at(first.planned_start, handover.until)
    words = f"kl. {handover.clock}, fordi {handover.reason}."
    found[first.planned_start] = replace(first, worked_end=moment, deviation=f"Blev til {words}")
    found[after.planned_start] = replace(after, worked_start=moment, deviation=f"Kom {words}")
