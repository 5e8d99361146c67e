"""The year's hours: so far, by month, and where the plan leads."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from bpa_desktop.domain.kinds import HourKind
from bpa_desktop.domain.roster import ShiftState
from bpa_desktop.i18n import speaking
from bpa_desktop.services.year import difference_text, whole, year_hours
from tests.services.little_roster import (
    days_and_evenings,
    lay,
    open_empty,
    open_little,
    round_the_clock,
    shift,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bpa_desktop.services.session import Session

HOUR = 60


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    with open_little(tmp_path) as opened:
        lay(opened, round_the_clock())
        yield opened


def work(session: Session, first: str, days: int) -> None:
    lay(
        session,
        *(
            shift(
                f"{one.planned_start:%m-%d %H:%M}",
                f"{one.planned_end:%m-%d %H:%M}",
                "anna",
                state=ShiftState.WORKED,
            )
            for one in days_and_evenings("anna", first, days, "07:00", "15:00")
        ),
    )


def test_what_is_used_and_granted_stops_before_today(session: Session) -> None:
    work(session, "01-01", 10)
    found = year_hours(session, 2026)
    assert found.granted == (31 + 28 + 15) * 24 * HOUR
    assert found.used == 80 * HOUR
    assert found.difference == found.used - found.granted
    assert found.granted_year == 8760 * HOUR
    assert found.so_far() == "80 af 1.776 timer brugt til nu."
    assert found.headline() == "▼ 1.696 timer under"


def test_in_short_it_is_the_same_without_months_and_kinds(session: Session) -> None:
    work(session, "01-01", 10)
    whole = year_hours(session, 2026)
    assert whole.months
    assert whole.kinds
    assert year_hours(session, 2026, in_short=True) == whole._replace(months=(), kinds=())


def test_the_plan_is_followed_as_far_as_it_goes(session: Session) -> None:
    work(session, "01-01", 10)
    assert year_hours(session, 2026).outlook() == "Der er ingen vagter i planen fra i dag."
    lay(session, *days_and_evenings("bo", "03-16", 5, "07:00", "15:00"))
    found = year_hours(session, 2026)
    assert found.planned_to == dt.date(2026, 3, 21)
    assert (found.expected, found.expected_of) == (120 * HOUR, (31 + 28 + 20) * 24 * HOUR)
    assert found.outlook() == (
        "Planen går til 20. marts. Til den tid bliver det 120 af 1.896 timer."
    )


def test_a_plan_to_the_end_tells_where_the_year_ends(session: Session) -> None:
    lay(session, shift("12-31 08:00", "12-31 16:00", "bo"))
    found = year_hours(session, 2026)
    assert found.expected_of == found.granted_year
    assert found.outlook() == "Du ender på 8 af 8.760 timer, hvis planen holder."


def test_a_cancelled_shift_is_no_plan(session: Session) -> None:
    lay(session, shift("06-01 08:00", "06-01 16:00", "bo", state=ShiftState.CANCELLED))
    assert year_hours(session, 2026).outlook() == "Der er ingen vagter i planen fra i dag."


def test_months_are_counted_as_far_as_they_have_come(session: Session) -> None:
    work(session, "02-27", 4)
    lay(session, *days_and_evenings("bo", "03-30", 4, "07:00", "15:00"))
    months = year_hours(session, 2026).months
    assert [line.first.month for line in months] == list(range(1, 13))
    assert [line.granted // HOUR for line in months[:4]] == [744, 672, 360, 0]
    assert [line.used // HOUR for line in months[:4]] == [0, 16, 16, 0]
    assert [line.planned // HOUR for line in months[2:4]] == [32, 16]
    assert months[1].difference == (16 - 672) * HOUR


def test_the_largest_gap_is_in_a_month_that_has_begun(session: Session) -> None:
    gap = year_hours(session, 2026).largest_gap()
    assert gap is not None
    assert gap.first == dt.date(2026, 1, 1)
    assert year_hours(session, 2027).largest_gap() is None


def test_a_year_that_is_over_and_one_that_has_not_begun(session: Session) -> None:
    before, after = year_hours(session, 2025), year_hours(session, 2027)
    assert (before.granted, before.used) == (0, 0)
    assert after.granted == 0
    assert after.granted_year == 365 * 24 * HOUR
    assert after.outlook() == "Der er ingen vagter i planen fra i dag."


def test_kinds_are_apart(session: Session) -> None:
    lay(
        session,
        shift("03-02 10:00", "03-02 12:00", "bo", kind=HourKind.MUS, state=ShiftState.WORKED),
    )
    kinds = {line.kind: line for line in year_hours(session, 2026).kinds}
    assert set(kinds) == {HourKind.BASIS, HourKind.MUS}
    assert (kinds[HourKind.MUS].used, kinds[HourKind.MUS].planned_year) == (120, 120)
    assert kinds[HourKind.BASIS].granted_year == 8760 * HOUR


def test_nothing_granted_is_nothing(tmp_path: Path) -> None:
    with open_empty(tmp_path) as session:
        found = year_hours(session, 2026)
    assert (found.granted_year, found.kinds) == (0, ())


@pytest.mark.parametrize(
    ("minutes", "danish", "english"),
    [
        (0, "Som bevilget", "As granted"),
        (29, "Som bevilget", "As granted"),
        (30, "▲ 1 time over", "▲ 1 hour over"),
        (-61, "▼ 1 time under", "▼ 1 hour under"),
        (-18 * HOUR, "▼ 18 timer under", "▼ 18 hours under"),
        (1234 * HOUR, "▲ 1.234 timer over", "▲ 1,234 hours over"),
    ],
)
def test_over_and_under_in_words(minutes: int, danish: str, english: str) -> None:
    assert difference_text(minutes) == danish
    with speaking("en"):
        assert difference_text(minutes) == english


def test_half_hours_round_away_from_zero() -> None:
    assert [whole(minutes) for minutes in (89, 90, -89, -90)] == ["1", "2", "−1", "−2"]
