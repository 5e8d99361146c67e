"""The holiday of each helper by holiday year: what is earned, what is taken, and what is left."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from typing import TYPE_CHECKING, Final, NamedTuple, TypedDict

from bpa_desktop.domain.absence import Absence, AbsenceKind
from bpa_desktop.domain.brought_holiday import BroughtHoliday
from bpa_desktop.domain.clock import day_of
from bpa_desktop.domain.holiday import (
    earned_by_month,
    earned_days,
    entitled_days,
    holiday_year,
)
from bpa_desktop.domain.holiday_away import unearned_days
from bpa_desktop.domain.holiday_taken import Taken, days_taken, drawn
from bpa_desktop.domain.money import ZERO, Missing
from bpa_desktop.domain.pay import minutes_by_day
from bpa_desktop.domain.period import Period, months_before
from bpa_desktop.domain.scheme import SickPay
from bpa_desktop.services.pay_material import lost_of
from bpa_desktop.services.reading import all_stints, helpers
from bpa_desktop.services.rulebook import rulebook

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from collections.abc import Set as AbstractSet
    from decimal import Decimal

    from bpa_desktop.domain.away import Loss
    from bpa_desktop.domain.holiday import (
        HolidayYear,
        MonthEarned,
    )
    from bpa_desktop.domain.people import Helper
    from bpa_desktop.domain.rates import RuleBook
    from bpa_desktop.services.session import Session

_ONE_DAY: Final = dt.timedelta(days=1)
_MONTHS: Final = 12
_PAID_IN_SICKNESS: Final = frozenset({AbsenceKind.SICKNESS})


class MonthLine(NamedTuple):
    """A calendar month with some employment, through the day of the balance.

    ``length`` are its days so far, ``employed`` those of them with employment. Of these the
    ``sick`` days and so many days of ``leave`` earned nothing. It ``asks`` when it is not known
    whether the sick days did; then ``earned`` is the least.
    """

    month: dt.date
    length: int
    employed: int
    sick: tuple[dt.date, ...]
    leave: int
    earned: Decimal
    asks: bool = False


class TakenLine(NamedTuple):
    """One holiday, and how many of its days are taken from the year: none where not known.

    ``planned`` are those of them after the day of the balance.
    """

    holiday: Taken
    days: Decimal | None
    planned: Decimal


class Balance(NamedTuple):
    """The holiday of one helper in one holiday year as it stands on the day ``on``.

    ``earned`` and ``taken`` go through ``on``, ``planned`` is what comes after; each is None while
    something in it is not known. ``since`` is the first day the file tells of, where the year
    began before it and nobody wrote what was taken until then. ``brought`` is what was written of
    days from before; ``moved_on`` are those of it that were moved to the next year.
    """

    helper: Helper
    year: HolidayYear
    on: dt.date
    months: tuple[MonthLine, ...]
    holidays: tuple[TakenLine, ...]
    earned: Decimal | None
    missing: tuple[Missing, ...] = ()
    asks_sick_pay: bool = False
    since: dt.date | None = None
    brought: tuple[BroughtHoliday, ...] = ()
    moved_on: tuple[BroughtHoliday, ...] = ()

    @property
    def given(self) -> Decimal | None:
        """The days there are in all: those earned, and those moved here."""
        return None if self.earned is None else self.earned + moved_days(self.brought)

    @property
    def taken(self) -> Decimal | None:
        """The days taken through ``on``."""
        begun = [one for one in self.holidays if one.holiday.absence.first_day <= self.on]
        found = _sum_known((one.days, one.planned) for one in begun)
        return None if found is None else found + taken_days(self.brought)

    @property
    def planned(self) -> Decimal | None:
        """The days of holiday that are written for later."""
        if any(one.days is None and self._ends_later(one) for one in self.holidays):
            return None
        return sum((one.planned for one in self.holidays), ZERO)

    def _ends_later(self, line: TakenLine) -> bool:
        last = line.holiday.absence.last_day
        return last is None or last > self.on

    @property
    def left(self) -> Decimal | None:
        """What there is and is not taken; below zero when more is taken than there is."""
        if self.given is None or self.taken is None:
            return None
        return self.given - self.taken

    @property
    def is_open(self) -> bool:
        """Whether holiday of the year can still be taken on the day."""
        return self.on < self.year.taken.end


def _sum_known(parts: Iterable[tuple[Decimal | None, Decimal]]) -> Decimal | None:
    whole = ZERO
    for days, later in parts:
        if days is None:
            return None
        whole += days - later
    return whole


def holiday_balances(session: Session, on: dt.date) -> Mapping[str, tuple[Balance, ...]]:
    """The balances on a day by the helper's id, the oldest holiday year first.

    Of each year since the helper was employed that the file tells something of. Before the act
    on holiday there are none.
    """
    known = _Known(session, on)
    return {one.id: tuple(known.balances(one)) for one in helpers(session)}


class _Known:
    """What the balances of everybody are reckoned from, read once."""

    def __init__(self, session: Session, on: dt.date) -> None:
        self._on = on
        self._book: RuleBook = rulebook()
        scheme = session.scheme()
        self._sick_pay = SickPay.UNKNOWN if scheme is None else scheme.sick_pay
        rows = all_stints(session)
        absences = session.records.all(Absence)
        self._absences: dict[str, list[Absence]] = defaultdict(list)
        for one in sorted(absences, key=lambda one: (one.first_day, one.id)):
            self._absences[one.helper].append(one)
        self._brought: dict[str, list[BroughtHoliday]] = defaultdict(list)
        for holiday in session.records.all(BroughtHoliday):
            self._brought[holiday.helper].append(holiday)
        self._losses = lost_of(session, rows, absences)
        self._planned_to = max((day_of(row[5]) for row in rows), default=None)
        begins = [*(day_of(row[5]) for row in rows), *(one.first_day for one in absences)]
        self._since = min(begins, default=session.today)

    def balances(self, helper: Helper) -> Iterator[Balance]:
        """Those of one helper."""
        years = self._years(helper)
        whole = [self._earning(helper, one.earned, one) for one in years]
        caps = [
            (one.earned if isinstance(one, _Earned) else ZERO) + self._from_before(helper, year)
            for one, year in zip(whole, years, strict=True)
        ]
        found = [self._taken(one, helper) for one in self._holidays(helper)]
        counted = [one for one in found if isinstance(one, Taken)]
        lacking = [one for one in found if isinstance(one, Missing)]
        shares = drawn(_by_day(counted), years, caps)
        for year, own in zip(years, shares, strict=True):
            if year.earned.first <= self._on:
                balance = self._balance(helper, year, _lines(counted, own, year, self._on))
                yield balance._replace(missing=(*balance.missing, *lacking))

    def _years(self, helper: Helper) -> list[HolidayYear]:
        """The holiday years through the one after that of the day."""
        first = min((one.first_day for one in helper.employments), default=None)
        if first is None:
            return []
        found = []
        year = holiday_year(max(first, self._since), self._book)
        last = holiday_year(self._on, self._book)
        while not isinstance(year, Missing) and not isinstance(last, Missing):
            if year.earned.first > last.earned.end:
                break
            found.append(year)
            year = holiday_year(year.earned.end, self._book)
        return found

    def _holidays(self, helper: Helper) -> list[Absence]:
        return [one for one in self._absences[helper.id] if one.kind is AbsenceKind.HOLIDAY]

    def _taken(self, absence: Absence, helper: Helper) -> Taken | Missing:
        own = [one for one in self._losses.get(helper.id, ()) if one.absence.id == absence.id]
        lost = _minutes(own)
        return days_taken(absence, lost, helper.employments, self._book, self._planned_to)

    def _balance(
        self, helper: Helper, year: HolidayYear, holidays: tuple[TakenLine, ...]
    ) -> Balance:
        so_far = year.earned.until(self._on + _ONE_DAY) or year.earned
        found = self._earning(helper, so_far, year)
        told = self._told(helper, year)
        if isinstance(found, Missing):
            return Balance(helper, year, self._on, (), holidays, None, (found,), **told)
        earned = None if found.asks else found.earned
        return Balance(
            helper,
            year,
            self._on,
            found.months,
            holidays,
            earned,
            asks_sick_pay=found.asks,
            **told,
        )

    def _told(self, helper: Helper, year: HolidayYear) -> _Told:
        """What was written of days from before, and since when the file tells of the year."""
        brought = self._brought_into(helper, year.earned)
        is_told = any(not one.is_moved for one in brought)
        begun_before = not is_told and self._began_before(helper, year)
        moved_on = [
            one for one in self._brought_into(helper, _year_after(year.earned)) if one.is_moved
        ]
        return {
            "since": self._since if begun_before else None,
            "brought": brought,
            "moved_on": tuple(moved_on),
        }

    def _brought_into(self, helper: Helper, days: Period) -> tuple[BroughtHoliday, ...]:
        own = self._brought[helper.id]
        return tuple(one for one in own if days.first <= one.into < days.end)

    def _from_before(self, helper: Helper, year: HolidayYear) -> Decimal:
        brought = self._brought_into(helper, year.earned)
        return moved_days(brought) - taken_days(brought)

    def _began_before(self, helper: Helper, year: HolidayYear) -> bool:
        """Whether the helper was employed in days of the year of which the file tells nothing."""
        return year.earned.first < self._since and any(
            one.first_day < self._since and one.end >= year.earned.first
            for one in helper.employments
        )

    def _earning(self, helper: Helper, days: Period, year: HolidayYear) -> _Earned | Missing:
        """What is earned in ``days`` of a holiday year, its first ones."""
        leave = self._unearned(helper, year, _PAID_IN_SICKNESS)
        every = self._unearned(helper, year, frozenset())
        if isinstance(leave, Missing):
            return leave
        if isinstance(every, Missing):
            return every
        lost = leave if self._sick_pay is SickPay.FULL else every
        found = self._entitled(helper, days, year, lost)
        if isinstance(found, Missing):
            return found
        is_unknown = self._sick_pay is SickPay.UNKNOWN and lost != leave
        asks = is_unknown and found != self._entitled(helper, days, year, leave)
        months = _months(helper, days, found[0], lost - leave, leave)
        told = tuple(one._replace(asks=asks and bool(one.sick)) for one in months)
        return _Earned(told, found[1], asks)

    def _unearned(
        self, helper: Helper, year: HolidayYear, paid: AbstractSet[AbsenceKind]
    ) -> frozenset[dt.date] | Missing:
        own = self._absences[helper.id]
        return unearned_days(year.earned, own, helper.employments, self._book, paid=paid)

    def _entitled(
        self, helper: Helper, days: Period, year: HolidayYear, without: AbstractSet[dt.date]
    ) -> tuple[list[MonthEarned], Decimal] | Missing:
        months = earned_by_month(days, helper.employments, self._book, without)
        if isinstance(months, Missing):
            return months
        is_over = days == year.earned
        found = entitled_days(year, months, self._book) if is_over else earned_days(months)
        return found if isinstance(found, Missing) else (months, found)


def moved_days(brought: Iterable[BroughtHoliday]) -> Decimal:
    """The days that were moved here."""
    return sum((one.days for one in brought if one.is_moved), ZERO)


def taken_days(brought: Iterable[BroughtHoliday]) -> Decimal:
    """The days that were taken before the file tells of them."""
    return sum((one.days for one in brought if not one.is_moved), ZERO)


def _year_after(days: Period) -> Period:
    return Period(days.end, months_before(days.end, -_MONTHS))


class _Told(TypedDict):
    """The fields of a balance that do not hang on what was earned."""

    since: dt.date | None
    brought: tuple[BroughtHoliday, ...]
    moved_on: tuple[BroughtHoliday, ...]


class _Earned(NamedTuple):
    """What was earned; it ``asks`` when that hangs on what is paid in sickness."""

    months: tuple[MonthLine, ...]
    earned: Decimal
    asks: bool


def _months(
    helper: Helper,
    days: Period,
    months: Sequence[MonthEarned],
    sick: AbstractSet[dt.date],
    leave: AbstractSet[dt.date],
) -> tuple[MonthLine, ...]:
    earned = {one.month: one.earned for one in months}
    found = []
    for part in days.months():
        employed = [day for day in part.days() if helper.is_employed(day)]
        if employed:
            month = part.first.replace(day=1)
            lost = tuple(day for day in employed if day in sick)
            away = sum(day in leave for day in employed)
            length = (part.end - part.first).days
            amount = earned.get(month, ZERO)
            found.append(MonthLine(month, length, len(employed), lost, away, amount))
    return tuple(found)


def _minutes(losses: Iterable[Loss]) -> Mapping[dt.date, int]:
    found: dict[dt.date, int] = defaultdict(int)
    for one in losses:
        for day, minutes in minutes_by_day((one.start, one.end)):
            found[day] += minutes
    return found


def _by_day(counted: Iterable[Taken]) -> Mapping[dt.date, Decimal]:
    found: dict[dt.date, Decimal] = defaultdict(lambda: ZERO)
    for one in counted:
        for day, days in one.by_day.items():
            found[day] += days
    return found


def _lines(
    counted: Sequence[Taken], own: Mapping[dt.date, Decimal], year: HolidayYear, on: dt.date
) -> tuple[TakenLine, ...]:
    """The part of each holiday that is taken from a year, and those of its time not known."""
    whole = _by_day(counted)
    found = []
    for one in counted:
        if one.days is None:
            if year.taken.first <= one.absence.first_day < year.taken.end:
                found.append(TakenLine(one, None, ZERO))
            continue
        shares = {
            day: days * own[day] / whole[day] for day, days in one.by_day.items() if day in own
        }
        later = sum((days for day, days in shares.items() if day > on), ZERO)
        if shares:
            found.append(TakenLine(one, sum(shares.values(), ZERO), later))
    return tuple(found)
