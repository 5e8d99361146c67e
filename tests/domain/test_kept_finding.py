"""A decision to keep a finding holds for that finding, until it changes."""

from __future__ import annotations

from typing import Any

import pytest

from bpa_desktop.domain.findings import Code, Finding, Severity
from bpa_desktop.domain.kept_finding import KeptFinding, helper_of, is_kept, kept_as
from bpa_desktop.domain.rates import Confidence
from tests.domain.builders import day, moment

WINDOW = (moment("2026-03-20 15:00"), moment("2026-03-21 15:00"))
FOUND = Finding(
    code=Code.DAILY_REST,
    severity=Severity.PROBLEM,
    records=(("helper", "anna"), ("shift", "one"), ("shift", "two")),
    window=WINDOW,
    minutes_short=180,
    rule="wt-daily-rest-11h",
    source="",
    confidence=Confidence.OWN,
)
KEPT = KeptFinding(
    code=Code.DAILY_REST,
    helper="anna",
    window_start=WINDOW[0],
    window_end=WINDOW[1],
    minutes_short=180,
    reason="Agreed with Anna",
    kept_on=day("2026-03-16"),
)


def test_it_holds_for_the_finding_it_was_made_for() -> None:
    assert is_kept(FOUND, [KEPT])
    assert kept_as(FOUND, [KEPT]) is KEPT
    assert not is_kept(FOUND, [])


@pytest.mark.parametrize(
    "other",
    [
        {"minutes_short": 210},
        {"window": (WINDOW[0], moment("2026-03-21 15:30"))},
        {"window": (moment("2026-03-20 14:30"), WINDOW[1])},
        {"code": Code.DOUBLE_BOOKING},
        {"records": (("helper", "bo"), ("shift", "one"))},
        {"records": (("shift", "one"),)},
    ],
)
def test_a_finding_that_changed_asks_again(other: dict[str, Any]) -> None:
    assert not is_kept(FOUND._replace(**other), [KEPT])


def test_the_shifts_in_it_may_be_others() -> None:
    moved = FOUND._replace(records=(("helper", "anna"), ("shift", "three")))
    assert is_kept(moved, [KEPT])


def test_a_finding_about_no_helper_has_none() -> None:
    assert helper_of(FOUND) == "anna"
    assert helper_of(FOUND._replace(records=(("shift", "one"),))) is None
