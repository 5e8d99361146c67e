"""What the municipalities' own numbers come to, worked out as a user would meet them."""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal

import pytest

from bpa_desktop.domain.budget_hours import per_helper_hours
from bpa_desktop.services.profiles import profile_for


def value(name: str, key: str) -> Decimal:
    profile = profile_for(name)
    assert profile is not None
    found = profile.number(key)
    assert found is not None
    return found


@pytest.mark.parametrize(("hours", "kroner"), [(168 * 52, "46388.16"), (365 * 24, "46515.60")])
def test_what_a_firm_is_given_as_employer(hours: int, kroner: str) -> None:
    each = value("Brønderslev", "rates.employer_task_external_dkk_per_granted_hour")
    assert hours * each == Decimal(kroner)


@pytest.mark.parametrize(("helpers", "meetings", "talks"), [(6, 24, 6), (1, 0, 0)])
def test_hours_of_meetings_and_talks(helpers: int, meetings: int, talks: int) -> None:
    profile = profile_for("Brønderslev")
    assert profile is not None
    for key, expected in (
        ("hours.staff_meeting_per_helper_year", meetings),
        ("hours.mus_per_permanent_helper_year", talks),
    ):
        known, each = profile.known(key), profile.number(key)
        assert known is not None
        assert per_helper_hours(each, helpers, known.min_helpers, helpers) == expected


def test_headroom_of_a_wage_base() -> None:
    percent = value("Brønderslev", "rates.headroom_percent")
    assert 1_000_000 * percent / 100 == 20_000


def test_a_trip_is_applied_for_four_weeks_before() -> None:
    weeks = int(value("Brønderslev", "holiday.apply_weeks_before"))
    assert dt.date(2026, 7, 1) - dt.timedelta(weeks=weeks) == dt.date(2026, 6, 3)


def test_the_cases_of_each_year_add_up_to_those_decided() -> None:
    profile = profile_for("Aarhus")
    assert profile is not None
    known = profile.known("lessons.appeals_by_year")
    assert known is not None
    rows = re.findall(r"sager (\d+) (\d+) (\d+) (\d+)", known.quote)
    assert [sum(map(int, year)) for year in zip(*rows, strict=True)] == [9, 11, 34, 25]
    for year, *counts in zip((2019, 2020, 2021, 2022), *rows, strict=True):
        (said,) = re.findall(rf"{year}: ([^.]*)\.", str(known.value))
        assert [int(one) for one in re.findall(r"\d+", said)] == [
            int(n) for n in counts if n != "0"
        ]
