"""Activity items: minutes a week, and what is wrong with an item on its own."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from bpa_desktop.domain.activity import ActivityItem


def item(**fields: Any) -> ActivityItem:
    return ActivityItem(**{"activity": "Morning wash", **fields})


@pytest.mark.parametrize(
    ("fields", "minutes"),
    [
        ({"minutes_per_occurrence": 45, "occurrences_per_week": Decimal(7)}, 315),
        (
            {"minutes_per_occurrence": 45, "occurrences_per_week": Decimal(7), "helpers_needed": 2},
            630,
        ),
        ({"minutes_per_occurrence": 30, "every_n_weeks": 2}, 15),
        ({"minutes_per_occurrence": 10, "every_n_weeks": 4}, 3),
        ({"minutes_per_occurrence": 60, "occurrences_per_week": Decimal("2.5")}, 150),
        ({"minutes_per_occurrence": 60, "covered_minutes_per_week": 20}, 40),
        ({"minutes_per_occurrence": 60, "covered_minutes_per_week": 90}, 0),
        ({}, 0),
    ],
)
def test_minutes_per_week(fields: dict[str, Any], minutes: int) -> None:
    assert item(**fields).minutes_per_week == minutes


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, []),
        ({"activity": " "}, ["activity"]),
        ({"every_n_weeks": 0, "helpers_needed": 0}, ["every_n_weeks", "helpers_needed"]),
        (
            {
                "minutes_per_occurrence": -1,
                "occurrences_per_week": Decimal(-1),
                "covered_minutes_per_week": -1,
            },
            ["minutes_per_occurrence", "occurrences_per_week", "covered_minutes_per_week"],
        ),
    ],
)
def test_problems(fields: dict[str, Any], expected: list[str]) -> None:
    assert [problem.field for problem in item(**fields).problems()] == expected
