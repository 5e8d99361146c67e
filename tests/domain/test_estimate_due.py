"""When figures for helper-related expenses are to be given: at the start, and year by year."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bpa_desktop.domain.away_deadlines import estimate_due
from bpa_desktop.domain.scheme import Scheme
from tests.domain.builders import day
from tests.domain.test_deadlines import PROFILE, known

if TYPE_CHECKING:
    import datetime as dt

YEARLY = PROFILE._replace(
    values={
        "expenses.estimate_every_months": known(12),
        "expenses.estimate_at_start": known(1)._replace(value=True),
    }
)


def dues(start: str, *given: str, today: str = "2026-03-16") -> list[dt.date]:
    scheme = Scheme(id="s", citizen_name="Prøve", start_date=day(start))
    return [one.on for one in estimate_due(scheme, YEARLY, map(day, given), day(today))]


@pytest.mark.parametrize(
    ("start", "given", "on"),
    [
        ("2026-03-10", (), "2026-03-10"),
        ("2021-11-01", (), "2026-11-01"),
        ("2024-02-29", (), "2026-02-28"),
        ("2026-03-10", ("2026-03-12",), "2027-03-12"),
        ("2021-11-01", ("2024-05-01", "2025-12-01"), "2026-12-01"),
    ],
)
def test_figures_are_due_at_the_start_and_a_year_after_the_last_time(
    start: str, given: tuple[str, ...], on: str
) -> None:
    assert dues(start, *given) == [day(on)]


def test_a_new_municipality_is_given_figures_from_the_move_on() -> None:
    scheme = Scheme(id="s", citizen_name="Prøve", start_date=day("2021-11-01"))
    given = [day("2026-01-10")]
    (due,) = estimate_due(scheme, YEARLY, given, day("2026-03-16"), day("2026-03-01"))
    assert due.on == day("2026-03-01")
    (later,) = estimate_due(
        scheme, YEARLY, [*given, day("2026-03-05")], day("2026-03-16"), day("2026-03-01")
    )
    assert later.on == day("2027-03-05")


def test_nothing_is_due_where_the_municipality_does_not_ask_or_the_start_is_not_known() -> None:
    scheme = Scheme(id="s", citizen_name="Prøve", start_date=day("2026-03-10"))
    assert not [*estimate_due(scheme, PROFILE, (), day("2026-03-16"))]
    unknown = Scheme(id="s", citizen_name="Prøve")
    assert not [*estimate_due(unknown, YEARLY, (), day("2026-03-16"))]
