"""What helpers have said stands at the shift, in the check of the file, and in words."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

import pytest

from bpa_desktop import i18n
from bpa_desktop.domain.findings import Code
from bpa_desktop.domain.kinds import Weekday
from bpa_desktop.domain.people import Availability, Employment, Fit
from bpa_desktop.services.checking import check, findings_between
from bpa_desktop.services.week import shift_findings
from bpa_desktop.services.wish_words import hours_agreed, wish_sentence
from bpa_desktop.services.wording import finding_text
from tests.services.little_roster import TODAY, helper, lay, open_little, shift

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bpa_desktop.services.session import Session

SUNDAY = shift("03-22 07:00", "03-22 15:00", "anna")
WEEK = [shift(f"03-{day} 07:00", f"03-{day} 15:00", "anna") for day in (16, 17, 18)]


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    with open_little(tmp_path) as opened:
        yield opened


def anna(*wishes: Availability, **hours: int) -> Any:
    given = {f"{name}_minutes_per_week": count * 60 for name, count in hours.items()}
    period = Employment(first_day=dt.date(2020, 1, 1), **given)
    return helper("Anna Prøve", availability=wishes, employments=(period,))


def test_a_broken_wish_stands_at_its_shift(session: Session) -> None:
    lay(session, anna(Availability(weekday=Weekday.SUNDAY)), SUNDAY, *WEEK)
    (one,) = shift_findings(session, SUNDAY)
    assert one.code is Code.NEVER_AVAILABLE
    assert finding_text(one, session.helper_names()) == (
        "Anna Prøve kan aldrig arbejde på det tidspunkt: søndag 22. marts 2026 07–15 (8 timer)."
    )
    assert not shift_findings(session, WEEK[0])


def test_the_whole_week_is_counted_when_only_one_day_is_looked_at(session: Session) -> None:
    lay(session, anna(most=24), SUNDAY, *WEEK)
    (one,) = shift_findings(session, SUNDAY)
    assert finding_text(one, session.helper_names()) == (
        "Anna Prøve har 32 timer i ugen fra 16. marts. Der er aftalt højst 24."
    )
    assert not shift_findings(session, WEEK[0])
    found = findings_between(session, TODAY, TODAY + dt.timedelta(days=1))
    assert [one.code for one in found if one.code is not Code.BREAK_RIGHT] == [one.code]


def test_too_few_hours_are_told_by_the_check(session: Session) -> None:
    lay(session, anna(least=30), *WEEK)
    found = check(session).findings
    (one,) = [one for one in found if one.code is not Code.BREAK_RIGHT]
    assert one.code is Code.UNDER_LEAST_HOURS
    assert finding_text(one, session.helper_names()) == (
        "Anna Prøve har 24 timer i ugen fra 16. marts. Der er aftalt mindst 30."
    )


@pytest.mark.parametrize(
    ("fields", "danish", "english"),
    [
        ({"weekday": Weekday.WEDNESDAY}, "Aldrig onsdag", "Never Wednesday"),
        (
            {
                "fit": Fit.RATHER_NOT,
                "weekday": Weekday.SATURDAY,
                "from_time": dt.time(18),
                "to_time": dt.time(23),
            },
            "Helst ikke lørdag 18–23",
            "Rather not Saturday 18–23",
        ),
        (
            {"fit": Fit.GLADLY, "from_time": dt.time(15), "first_day": dt.date(2026, 6, 1)},
            "Gerne hver dag fra 15 fra 1. juni 2026",
            "Gladly every day from 15 from 1 June 2026",
        ),
        (
            {"to_time": dt.time(9, 30), "last_day": dt.date(2026, 6, 1)},
            "Aldrig hver dag indtil 09:30 til og med 1. juni 2026",
            "Never every day until 09:30 through 1 June 2026",
        ),
        (
            {"first_day": dt.date(2026, 6, 1), "last_day": dt.date(2026, 6, 1)},
            "Aldrig 1. juni 2026",
            "Never 1 June 2026",
        ),
    ],
)
def test_a_wish_in_words(fields: dict[str, Any], danish: str, english: str) -> None:
    assert wish_sentence(Availability(**fields)) == danish
    with i18n.speaking("en"):
        assert wish_sentence(Availability(**fields)) == english


def test_agreed_hours_in_words() -> None:
    period = Employment(
        first_day=TODAY,
        agreed_minutes_per_week=36 * 60,
        least_minutes_per_week=20 * 60,
        most_minutes_per_week=40 * 60,
    )
    assert hours_agreed(period) == "36 timer om ugen, mindst 20, højst 40"
    assert hours_agreed(Employment(first_day=TODAY)) == ""
