"""Trips: when to apply, how often, how long, and abroad."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bpa_desktop.domain.moved_hours import Consent
from bpa_desktop.domain.scheme import Answer
from bpa_desktop.domain.trip import Trip
from bpa_desktop.domain.trips import COSTS, TripCode, last_day_to_apply, trip_findings, trips_due
from bpa_desktop.services.profiles import profile_for
from bpa_desktop.services.rulebook import rulebook
from tests.domain.builders import book, day

BEFORE = dt.date(2026, 1, 5)
NORTH = profile_for("Brønderslev")
AARHUS = profile_for("Aarhus")


def trip(first: str, last: str | None = None, **fields: Any) -> Trip:
    fields.setdefault("id", first)
    return Trip(place="Skagen", first_day=day(first), last_day=day(last or first), **fields)


def codes(one: Trip, *others: Trip, profile: Any = AARHUS, today: dt.date = BEFORE) -> list[str]:
    found = trip_findings(one, [one, *others], profile, rulebook(), today)
    return [finding.code for finding in found]


def test_a_trip_from_1_july_is_applied_for_by_3_june_in_broenderslev() -> None:
    [due] = trips_due([trip("2026-07-01")], NORTH, BEFORE)
    assert due.on == dt.date(2026, 6, 3)
    assert "Brønderslev" in due.source


def test_a_second_trip_with_extra_help_in_a_year_is_warned_of_in_aarhus() -> None:
    first = trip("2026-05-01", extra_minutes=600)
    second = trip("2026-09-01", extra_minutes=600)
    assert TripCode.AGAIN not in codes(first, second)
    found = trip_findings(second, [first, second], AARHUS, rulebook(), BEFORE)
    again = next(one for one in found if one.code is TripCode.AGAIN)
    assert again.values == {"number": 2, "most": 1, "year": 2026}
    assert "Brugerklubben" in again.source


@pytest.mark.parametrize(
    "other",
    [
        trip("2025-12-30", extra_minutes=600),
        trip("2026-05-01"),
        trip("2026-05-01", extra_minutes=600, consent=Consent.REFUSED),
        trip("2026-10-01", extra_minutes=600),
    ],
)
def test_another_year_no_extra_help_a_no_or_a_later_trip_does_not_count(other: Trip) -> None:
    assert TripCode.AGAIN not in codes(trip("2026-09-01", extra_minutes=600), other)


def test_a_municipality_that_says_nothing_is_asked_and_the_usual_practice_warns() -> None:
    found = codes(
        trip("2026-09-01", "2026-09-21", extra_minutes=60, extra_reason="Ingen lift"),
        trip("2026-03-01", extra_minutes=60),
        profile=None,
    )
    assert found == [TripCode.NO_LEAD_TIME, TripCode.LONG, TripCode.AGAIN]
    without = trip_findings(trip("2026-09-01"), [], None, book(), BEFORE)
    assert [one.code for one in without] == [TripCode.NO_LEAD_TIME]


def test_too_late_is_said_until_the_trip_begins_or_is_answered() -> None:
    june = dt.date(2026, 6, 4)
    assert codes(trip("2026-07-01"), profile=NORTH, today=june) == [TripCode.LATE]
    in_time = trip("2026-07-01", applied_on=day("2026-06-03"))
    assert codes(in_time, profile=NORTH, today=june) == []
    answered = trip("2026-07-01", applied_on=june, consent=Consent.AGREED)
    assert codes(answered, profile=NORTH, today=june) == []
    assert codes(trip("2026-07-01"), profile=NORTH, today=day("2026-07-01")) == []


def test_extra_help_of_a_year_is_added_up_where_the_municipality_has_a_limit() -> None:
    first = trip("2026-03-01", "2026-03-09", extra_minutes=60)
    assert codes(trip("2026-05-01", "2026-05-05", second_helper="lift"), first, profile=NORTH) == [
        TripCode.AGAIN
    ]
    assert TripCode.MANY_DAYS in codes(
        trip("2026-05-01", "2026-05-06", extra_minutes=60), first, profile=NORTH
    )


@pytest.mark.parametrize(
    ("municipality", "last", "consent", "code"),
    [
        ("Ishøj", "2026-07-14", Consent.ASKED, TripCode.AGREE),
        ("Ishøj", "2026-07-14", Consent.AGREED, None),
        ("Ishøj", "2026-08-14", Consent.ASKED, TripCode.APPROVAL),
        ("Brønderslev", "2026-07-14", Consent.ASKED, TripCode.AGREE),
        ("Aarhus", "2026-07-14", Consent.ASKED, TripCode.TELL),
        ("Odense", "2026-07-14", Consent.ASKED, TripCode.TELL),
    ],
)
def test_a_short_trip_abroad_is_agreed_beforehand_where_the_municipality_says_so(
    municipality: str, last: str, consent: Consent, code: TripCode | None
) -> None:
    one = trip("2026-07-01", last, is_abroad=Answer.YES, consent=consent)
    found = trip_findings(one, [one], profile_for(municipality), rulebook(), BEFORE)
    abroad = {TripCode.AGREE, TripCode.TELL, TripCode.APPROVAL}
    told = [finding for finding in found if finding.code in abroad]
    assert [finding.code for finding in told] == ([code] if code else [])
    assert all(municipality in finding.source for finding in told if code is TripCode.AGREE)


def test_days_of_extra_help_count_in_the_calendar_year_in_which_they_lie() -> None:
    over = trip("2026-12-25", "2027-01-07", extra_minutes=60)
    spring = trip("2027-02-01", "2027-02-07", extra_minutes=60)

    def many(one: Trip, *others: Trip) -> list[tuple[object, object]]:
        found = trip_findings(one, [one, *others], NORTH, rulebook(), BEFORE)
        days = [it.values for it in found if it.code is TripCode.MANY_DAYS]
        return [(it["year"], it["days"]) for it in days]

    assert many(over) == many(spring, over) == []
    longer = replace(spring, last_day=day("2027-02-08"))
    assert many(longer, over) == [(2027, 15)]
    autumn = trip("2026-10-01", "2026-10-08", extra_minutes=60)
    assert many(over, autumn) == [(2026, 15)]
    assert many(trip("2026-12-01", "2027-01-31", extra_minutes=60)) == [(2026, 31), (2027, 31)]


@pytest.mark.parametrize(
    ("first", "last", "code"),
    [
        ("2026-07-01", "2026-07-31", TripCode.TELL),
        ("2026-07-01", "2026-08-01", TripCode.APPROVAL),
        ("2026-01-31", "2026-02-27", TripCode.TELL),
        ("2026-01-31", "2026-02-28", TripCode.APPROVAL),
    ],
)
def test_more_than_a_month_abroad_is_granted_before_leaving(
    first: str, last: str, code: TripCode
) -> None:
    abroad = trip(first, last, is_abroad=Answer.YES, applied_on=BEFORE)
    assert codes(abroad) == [code]
    agreed = trip(first, last, is_abroad=Answer.YES, applied_on=BEFORE, consent=Consent.AGREED)
    assert TripCode.APPROVAL not in codes(agreed)


@given(first=st.dates(dt.date(2020, 1, 1), dt.date(2090, 1, 1)), weeks=st.integers(0, 60))
def test_the_last_day_is_whole_weeks_before_and_on_the_same_weekday(
    first: dt.date, weeks: int
) -> None:
    one = Trip(place="Skagen", first_day=first, last_day=first)
    last = last_day_to_apply(one, weeks)
    assert (first - last).days == weeks * 7
    assert last.weekday() == first.weekday()


def test_what_is_applied_for_or_begun_is_not_due() -> None:
    applied = trip("2026-07-01", applied_on=BEFORE)
    assert list(trips_due([applied, trip("2026-01-01")], NORTH, BEFORE)) == []
    assert list(trips_due([trip("2026-07-01")], AARHUS, BEFORE)) == []


def test_what_an_application_must_hold_is_asked_for_until_it_is_answered() -> None:
    bare = trip("2026-09-01", extra_minutes=60, cost=Decimal(100))
    found = codes(bare)
    assert {TripCode.NO_REASON, TripCode.NO_WORDS} <= {*found}
    full = replace(bare, extra_reason="Ingen lift", cost_words="Færge")
    assert not {TripCode.NO_REASON, TripCode.NO_WORDS} & {*codes(full)}
    assert TripCode.NO_REASON not in codes(replace(bare, consent=Consent.AGREED))


def test_costs_that_are_not_covered_as_a_rule_are_told_with_the_source() -> None:
    assert NORTH is not None
    known = NORTH.known("holiday.apply_weeks_before")
    assert known is not None
    says = NORTH._replace(values={COSTS: known._replace(value=False)})
    one = trip("2026-09-01", cost=Decimal(100), cost_words="Færge")
    [found] = [
        finding
        for finding in trip_findings(one, [one], says, rulebook(), BEFORE)
        if finding.code is TripCode.NOT_COVERED
    ]
    assert "Brønderslev" in found.source
    assert TripCode.NOT_COVERED not in codes(one, profile=None)
