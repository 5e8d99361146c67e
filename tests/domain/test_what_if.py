"""A trial falls on the months it is in, adds what it takes, and changes nothing that is given."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from bpa_desktop.domain.forecast import Known, forecast
from bpa_desktop.domain.grant import Per
from bpa_desktop.domain.what_if import Trial, TrialKind, trial_of, tried
from tests.domain.builders import day, grant, line

if TYPE_CHECKING:
    from bpa_desktop.domain.forecast import Forecast

HOUR = 60
TODAY = day("2026-10-15")


def year(today: str = "2026-10-15") -> Forecast:
    known = Known(
        today=day(today),
        first=day("2026-01-01"),
        end=day("2027-01-01"),
        grants=[grant("2026-01-01", line(1000 * HOUR, Per.YEAR))],
    )
    return forecast(known)


def more(trial: Trial) -> dict[int, int]:
    """The minutes that the trial adds, by month."""
    before = year()
    pairs = zip(before.months, tried(before, trial).months, strict=True)
    steps = {one.first.month: two.total.middle - one.total.middle for one, two in pairs}
    return {month: minutes for month, minutes in steps.items() if minutes}


def test_a_trip_falls_on_its_month() -> None:
    trip = trial_of(TrialKind.TRIP, 8, 7, day=day("2026-12-01"))
    assert more(trip) == {12: 56 * HOUR}


def test_what_would_lie_in_the_past_falls_on_the_month_that_runs() -> None:
    assert more(trial_of(TrialKind.COURSE, 7, 1, day=day("2026-02-01"))) == {10: 7 * HOUR}


def test_meetings_are_spread_over_the_months_to_come() -> None:
    assert more(trial_of(TrialKind.MEETINGS, 2, 1)) == {10: 2 * HOUR}
    four = more(trial_of(TrialKind.MEETINGS, 2, 4))
    assert four == {10: 4 * HOUR, 11: 2 * HOUR, 12: 2 * HOUR}


def test_a_course_costs_its_fee_for_each_helper() -> None:
    assert trial_of(TrialKind.COURSE, 7, 3, each=Decimal(1000)).fee == Decimal(3000)


def test_a_sick_week_uses_less_only_where_nobody_steps_in() -> None:
    assert more(Trial(TrialKind.SICK_WEEK, 36 * HOUR, day=TODAY)) == {}
    short = Trial(TrialKind.SICK_WEEK, 36 * HOUR, day=TODAY, unfilled=8 * HOUR)
    assert more(short) == {10: -8 * HOUR}


def test_a_year_that_is_over_stays_as_it_is() -> None:
    done = year("2027-01-01")
    assert tried(done, trial_of(TrialKind.TRIP, 8, 7)) == done


@given(st.sampled_from(TrialKind), st.integers(0, 30), st.integers(1, 14), st.dates())
def test_every_minute_of_a_trial_is_in_the_year_once(
    kind: TrialKind, hours: int, times: int, on: object
) -> None:
    trial = trial_of(kind, hours, times, day=on)  # type: ignore[arg-type]
    before, after = year(), tried(year(), trial)
    assert after.total == before.total.later(trial.used)
    assert after.available == before.available
