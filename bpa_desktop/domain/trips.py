"""What is to be thought of before a trip: when to apply, how long, how often, and abroad."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Final, NamedTuple

from bpa_desktop.domain.deadlines import Due, DueCode
from bpa_desktop.domain.moved_hours import Consent
from bpa_desktop.domain.period import months_before
from bpa_desktop.domain.record import Choice
from bpa_desktop.domain.scheme import Answer
from bpa_desktop.errors import N_, NOTHING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from bpa_desktop.domain.municipality import Known, Profile
    from bpa_desktop.domain.rates import RuleBook
    from bpa_desktop.domain.trip import Trip

USUAL: Final = "trip-usual"
ABROAD: Final = "trip-abroad"
FACTS: Final = "application-facts"
COSTS: Final = "holiday.travel_costs_covered"
APPLY_WEEKS: Final = "holiday.apply_weeks_before"
GOING_ABROAD: Final = "holiday.abroad"
OVER_MONTHS: Final = "holiday.approval_over_months"
_DAYS_IN_A_WEEK: Final = 7


class TripCode(Choice):
    """What is to be thought of."""

    LATE = "late", N_("Too late to apply")
    NO_LEAD_TIME = "no_lead_time", N_("Ask when to apply")
    LONG = "long", N_("Longer than usual with extra help")
    AGAIN = "again", N_("More trips than usual with extra help")
    MANY_DAYS = "many_days", N_("More extra help than the municipality gives in a year")
    APPROVAL = "approval", N_("Must be approved before you leave")
    TELL = "tell", N_("Tell the municipality")
    AGREE = "agree", N_("Agree on it before you leave")
    NO_REASON = "no_reason", N_("Write why")
    NO_WORDS = "no_words", N_("Write what the costs are")
    NOT_COVERED = "not_covered", N_("Costs are not covered as a rule")


class TripFinding(NamedTuple):
    """What is to be thought of, the numbers behind it, and the text they stand in."""

    code: TripCode
    values: Mapping[str, object] = NOTHING
    source: str = ""


class _Bound(NamedTuple):
    """A number with its source."""

    value: int
    source: str


def last_day_to_apply(trip: Trip, weeks: int) -> dt.date:
    """The last day on which an application is ``weeks`` weeks before the trip begins."""
    return trip.first_day - dt.timedelta(weeks=weeks)


def trip_findings(
    trip: Trip, trips: Iterable[Trip], profile: Profile | None, book: RuleBook, today: dt.date
) -> list[TripFinding]:
    """What is to be thought of for ``trip``; ``trips`` are all there are, ``trip`` among them.

    What the municipality says itself goes before the rows ``trip-usual`` and ``trip-abroad``.
    A trip that was refused with its extra help is not counted against others.
    """
    found = [*_applying(trip, profile, today)]
    if trip.has_extra_help:
        others = [one for one in trips if one.id != trip.id]
        found += _extra_help(trip, others, profile, book)
    if trip.is_abroad is Answer.YES:
        found += _abroad(trip, profile, book)
    if trip.consent is Consent.ASKED:
        found += [*_facts(trip, book, today), *_costs(trip, profile)]
    return found


def trips_due(trips: Iterable[Trip], profile: Profile | None, today: dt.date) -> Iterator[Due]:
    """The last day to apply for each trip that is not applied for and has not begun."""
    bound = _own(profile, APPLY_WEEKS)
    for trip in trips:
        if bound is not None and trip.applied_on is None and trip.first_day > today:
            yield Due(
                code=DueCode.TRIP,
                on=last_day_to_apply(trip, bound.value),
                record=("trip", trip.id),
                values={"place": trip.place, "first": trip.first_day, "weeks": bound.value},
                source=bound.source,
            )


def _applying(trip: Trip, profile: Profile | None, today: dt.date) -> Iterator[TripFinding]:
    bound = _own(profile, APPLY_WEEKS)
    if bound is None:
        if trip.applied_on is None and trip.first_day > today:
            yield TripFinding(TripCode.NO_LEAD_TIME)
        return
    last = last_day_to_apply(trip, bound.value)
    applied = trip.applied_on or today
    if applied > last and trip.consent is Consent.ASKED and trip.first_day > today:
        yield TripFinding(TripCode.LATE, {"last": last, "weeks": bound.value}, bound.source)


def _extra_help(
    trip: Trip, others: Iterable[Trip], profile: Profile | None, book: RuleBook
) -> Iterator[TripFinding]:
    before = [one for one in others if is_before(one, trip)]
    earlier = [one for one in before if one.first_day.year == trip.first_day.year]
    days = _bound(profile, "holiday.extra_help_max_days", book, USUAL, "days", trip.first_day)
    if days is not None and trip.days > days.value:
        values = {"days": trip.days, "most": days.value}
        yield TripFinding(TripCode.LONG, values, days.source)
    times = _bound(
        profile, "holiday.extra_help_trips_per_year", book, USUAL, "trips_per_year", trip.first_day
    )
    if times is not None and len(earlier) >= times.value:
        values = {"number": len(earlier) + 1, "most": times.value, "year": trip.first_day.year}
        yield TripFinding(TripCode.AGAIN, values, times.source)
    weeks = _own(profile, "holiday.extra_hours_max_weeks_year")
    if weeks is not None:
        yield from _many_days(trip, before, weeks)


def _many_days(trip: Trip, earlier: Sequence[Trip], weeks: _Bound) -> Iterator[TripFinding]:
    """Each calendar year of the trip in which there are more days; over New Year it has two."""
    for year in range(trip.first_day.year, trip.last_day.year + 1):
        spent = sum(_days_in(one, year) for one in (trip, *earlier))
        if spent > weeks.value * _DAYS_IN_A_WEEK:
            values = {"days": spent, "weeks": weeks.value, "year": year}
            yield TripFinding(TripCode.MANY_DAYS, values, weeks.source)


def _days_in(trip: Trip, year: int) -> int:
    """How many of its days lie in the year."""
    first = max(trip.first_day, dt.date(year, 1, 1))
    last = min(trip.last_day, dt.date(year, 12, 31))
    return max(0, (last - first).days + 1)


def is_before(other: Trip, trip: Trip) -> bool:
    """Whether ``other`` is an earlier trip with extra help that was not refused."""
    return (
        other.has_extra_help
        and other.consent is not Consent.REFUSED
        and (other.first_day, other.id) < (trip.first_day, trip.id)
    )


def _abroad(trip: Trip, profile: Profile | None, book: RuleBook) -> Iterator[TripFinding]:
    """A short trip is told, unless the municipality itself wants it agreed beforehand."""
    months = _bound(profile, OVER_MONTHS, book, ABROAD, "months", trip.first_day)
    if months is None:
        return
    own, is_agreed = _wants_agreement(profile), trip.consent is Consent.AGREED
    if trip.last_day >= months_before(trip.first_day, -months.value):
        if not is_agreed:
            yield TripFinding(TripCode.APPROVAL, {"months": months.value}, months.source)
    elif own is None:
        yield TripFinding(TripCode.TELL, {"months": months.value}, months.source)
    elif not is_agreed:
        yield TripFinding(TripCode.AGREE, source=_named(own))


def _wants_agreement(profile: Profile | None) -> Known | None:
    """What the municipality says of going abroad, where no time without an agreement is in it."""
    if profile is None or profile.known(OVER_MONTHS) is not None:
        return None
    return profile.known(GOING_ABROAD) or profile.known(APPLY_WEEKS)


def _facts(trip: Trip, book: RuleBook, today: dt.date) -> Iterator[TripFinding]:
    """What an application must hold and does not yet, so that it can be decided at once."""
    row = book.find(FACTS, today)
    source = "" if row is None else row.source
    if trip.extra_minutes and not trip.extra_reason.strip():
        yield TripFinding(TripCode.NO_REASON, source=source)
    if trip.cost and not trip.cost_words.strip():
        yield TripFinding(TripCode.NO_WORDS, source=source)


def _costs(trip: Trip, profile: Profile | None) -> Iterator[TripFinding]:
    """What the municipality says of costs, where it does not cover them as a rule."""
    known = profile.known(COSTS) if profile else None
    if trip.cost and known is not None and known.value is False:
        yield TripFinding(TripCode.NOT_COVERED, source=_named(known))


def _bound(
    profile: Profile | None, key: str, book: RuleBook, rule: str, name: str, on: dt.date
) -> _Bound | None:
    """What the municipality says, else what the row of that day says."""
    own = _own(profile, key)
    if own is not None:
        return own
    row = book.find(rule, on)
    return None if row is None else _Bound(row.whole(name), row.source)


def _own(profile: Profile | None, key: str) -> _Bound | None:
    if profile is None:
        return None
    known, value = profile.known(key), profile.whole(key)
    return None if known is None or value is None else _Bound(value, _named(known))


def _named(known: Known) -> str:
    return known.source.named
