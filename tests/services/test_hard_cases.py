"""Shifts and grants at the edges of days, weeks and years, driven through the services.

That 52 weeks rolled out are taken back as one step, that a roll-out cut short changes nothing, and
that a pattern goes on over a week 53 is tried in ``test_rolling.py`` and in
``domain/test_roll_out.py``.
"""

from __future__ import annotations

import datetime as dt
import time
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

import pytest

from bpa_desktop.domain.clock import instant
from bpa_desktop.domain.closed_month import ClosedMonth
from bpa_desktop.domain.findings import Code
from bpa_desktop.domain.grant import Grant, GrantLine, Per
from bpa_desktop.domain.hours import Measure
from bpa_desktop.domain.people import Employment, Helper
from bpa_desktop.domain.period import Period
from bpa_desktop.domain.roster import Shift, ShiftState
from bpa_desktop.services import copying, rostering, shift_edits
from bpa_desktop.services.candidates import candidates
from bpa_desktop.services.checking import check
from bpa_desktop.services.exchange import export_text, import_data
from bpa_desktop.services.hours_report import monthly
from bpa_desktop.services.late_grants import changed_in, grant_changes
from bpa_desktop.services.paper_time import statement
from bpa_desktop.services.reading import stints
from bpa_desktop.services.rolling import pattern_from_weeks, roll_out
from bpa_desktop.services.shift_times import Times
from bpa_desktop.services.week import roster, shift_findings
from bpa_desktop.storage.interchange import Faulty
from bpa_desktop.storage.operation import Refused
from tests.domain.builders import day, moment
from tests.domain.builders import time as clock
from tests.services.little_roster import TODAY, everything, lay, open_empty, open_little

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from bpa_desktop.services.session import Session

HOUR = 60
WEEK = dt.timedelta(weeks=1)
MANY = 10_000
EDGES = [
    ("2026-03-16 22:00", "2026-03-17 06:00", 8),
    ("2026-03-31 22:00", "2026-04-01 06:00", 8),
    ("2026-12-31 22:00", "2027-01-01 06:00", 8),
    ("2028-02-28 22:00", "2028-02-29 06:00", 8),
    ("2028-02-29 22:00", "2028-03-01 06:00", 8),
    ("2026-03-28 22:00", "2026-03-29 06:00", 7),
    ("2026-10-24 22:00", "2026-10-25 06:00", 9),
    ("2026-03-28 07:00", "2026-03-29 07:00", 23),
    ("2026-10-24 07:00", "2026-10-25 07:00", 25),
    ("2026-03-28 07:00", "2026-03-30 19:00", 59),
    ("2026-12-30 07:00", "2027-01-02 07:00", 72),
]


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    with open_little(tmp_path) as opened:
        yield opened


def worked(start: str, end: str, who: str | None = "anna") -> Shift:
    return Shift(
        id="one",
        planned_start=moment(start),
        planned_end=moment(end),
        helper=who,
        state=ShiftState.WORKED,
    )


def months_around(one: Shift) -> tuple[dt.date, dt.date]:
    first = one.planned_start.date().replace(day=1)
    return first, (one.planned_end.date().replace(day=1) + dt.timedelta(days=32)).replace(day=1)


@pytest.mark.parametrize(("start", "end", "hours"), EDGES)
def test_every_sum_of_a_shift_over_an_edge_is_its_real_time(
    session: Session, start: str, end: str, hours: int
) -> None:
    one = worked(start, end)
    lay(session, one)
    first, after = months_around(one)
    days = roster(session, first, (after - first).days)
    (row,) = [each for each in days.rows if each.helper is not None and each.helper.id == "anna"]
    assert row.minutes == sum(row.day_minutes) == hours * HOUR
    assert monthly(session, first, after).minutes(Measure.WORKED) == hours * HOUR
    told = statement(session, "anna", Period(first, after)).values.days
    assert sum(each.minutes for each in told) == hours * HOUR
    assert len(told) == (one.planned_end.date() - one.planned_start.date()).days + 1


@pytest.mark.parametrize(("start", "end", "hours"), EDGES)
def test_a_shift_over_an_edge_comes_back_from_a_file_and_can_be_divided(
    session: Session, tmp_path: Path, start: str, end: str, hours: int
) -> None:
    one = worked(start, end)
    lay(session, one)
    (tmp_path / "other").mkdir()
    with open_empty(tmp_path / "other") as other:
        import_data(other, export_text(session).encode())
        assert other.records.get(Shift, "one") == one
    before, cut = everything(session), shift_edits.middle(one)
    assert cut is not None
    halves = shift_edits.split(session, one, cut, keep_helper=True)
    assert sum(half.planned[1] - half.planned[0] for half in halves) == hours * HOUR
    session.undo()
    assert everything(session) == before


def test_the_same_time_twice_is_a_day_and_a_night_and_never_nothing(session: Session) -> None:
    made = rostering.add_shift(session, TODAY, "anna", Times(clock("00:00"), clock("00:00")))
    assert made.planned_end - made.planned_start == dt.timedelta(days=1)
    before = everything(session)
    for end in (made.planned_start, made.planned_start - dt.timedelta(hours=1)):
        with pytest.raises(Refused):
            session.save(replace(made, planned_end=end), "no length")
    assert everything(session) == before


def test_a_shift_is_never_made_shorter_than_nothing(session: Session) -> None:
    made = rostering.add_shift(session, TODAY, "anna", Times(clock("07:00"), clock("07:30")))
    before = everything(session)
    with pytest.raises(Refused):
        rostering.shift_end(session, made, -30)
    with pytest.raises(Refused):
        rostering.shift_start(session, made, 30)
    assert everything(session) == before


def test_an_employment_that_ends_in_the_middle_of_a_shift_is_found_and_warned_of(
    session: Session,
) -> None:
    anna = session.records.get(Helper, "anna")
    last = Employment(first_day=day("2020-01-01"), last_day=day("2026-03-16"))
    night = replace(worked("2026-03-16 22:00", "2026-03-17 06:00"), state=ShiftState.PLANNED)
    lay(session, replace(anna, employments=(last,)), night)
    assert Code.OUTSIDE_EMPLOYMENT in {one.code for one in shift_findings(session, night)}
    unfilled = rostering.give_to(session, night, None)
    (offer,) = [one for one in candidates(session, unfilled) if one.helper.id == "anna"]
    assert [one.code for one in offer.against] == [Code.OUTSIDE_EMPLOYMENT]
    copy = copying.copy_week(session, day("2026-03-16"), day("2026-03-23"))
    assert [one.why for one in copy.open] == [None]


def test_two_grants_that_meet_in_mid_week_are_each_needed_on_their_own_days(
    session: Session,
) -> None:
    def grant(name: str, first: str, last: str | None, to: str) -> Grant:
        hours = clock(to).hour or 24
        line = GrantLine(
            minutes=hours * HOUR, per=Per.DAY, from_time=clock("00:00"), to_time=clock(to)
        )
        until = None if last is None else day(last)
        return Grant(id=name, valid_from=day(first), valid_to=until, lines=(line,))

    lay(
        session,
        grant("old", "2026-01-01", "2026-03-18", "00:00"),
        grant("new", "2026-03-19", None, "12:00"),
        replace(worked("2026-03-18 18:00", "2026-03-19 12:00"), state=ShiftState.PLANNED),
    )
    week = roster(session, TODAY)
    assert [one.cover.needed // HOUR for one in week.days] == [24, 24, 24, 12, 12, 12, 12]
    assert [one.cover.covered // HOUR for one in week.days] == [0, 0, 6, 12, 0, 0, 0]
    granted = monthly(session, TODAY, TODAY + WEEK).minutes(Measure.GRANTED)
    assert granted == (3 * 24 + 4 * 12) * HOUR


def test_a_leap_day_is_a_day_of_its_week_and_of_its_copies(session: Session) -> None:
    lay(session, worked("2028-02-22 07:00", "2028-02-22 15:00"))
    copying.copy_week(session, day("2028-02-21"), day("2028-02-28"))
    week = roster(session, day("2028-02-28"))
    assert [one.day.day for one in week.days] == [28, 29, 1, 2, 3, 4, 5]
    (copy,) = week.rows[0].cells[1].shifts
    assert copy.planned_start == moment("2028-02-29 07:00")


def test_a_week_53_has_its_name_is_copied_and_rolled_out(session: Session) -> None:
    monday = day("2026-12-28")
    lay(session, worked("2027-01-02 23:00", "2027-01-03 07:00"))
    week = roster(session, monday)
    assert week.title() == "Vagtplan uge 53"
    assert roster(session, monday, 14).title() == "Vagtplan uge 53 og 1"
    copied = copying.copy_week(session, monday, monday + WEEK)
    assert [one.planned_start for one in copied.shifts] == [moment("2027-01-09 23:00")]
    session.undo()
    pattern = pattern_from_weeks(session, monday, 1)
    made = roll_out(session, pattern, monday + WEEK, 2).shifts
    assert [one.planned_start.date() for one in made] == [day("2027-01-09"), day("2027-01-16")]


def _many(count: int) -> bytes:
    """A file of so many shifts, three a day, for four helpers; all lie before today."""
    start, rows = dt.datetime.combine(TODAY, dt.time()) - count // 3 * dt.timedelta(days=1), []
    for at in range(count):
        begin = start + at // 3 * dt.timedelta(days=1) + (7 + at % 3 * 8) * dt.timedelta(hours=1)
        end = begin + dt.timedelta(hours=8)
        rows.append(
            f'{{"id": "s{at:05}", "helper": "{("anna", "bo", "carla", "dina")[at % 4]}",'
            f' "planned_start": "{begin:%Y-%m-%dT%H:%M}", "planned_end": "{end:%Y-%m-%dT%H:%M}"}}'
        )
    head = '{"format": "bpa-desktop", "version": 1, "records": {"shift": ['
    return f"{head}{','.join(rows)}]}}}}".encode()


Result = TypeVar("Result")


class Stopwatch(dict[str, float]):
    """How long each of some steps took, in seconds of the processor."""

    def time(self, name: str, step: Callable[[], Result]) -> Result:
        """Take ``step`` and note its time under ``name``."""
        begin = time.process_time()
        result = step()
        self[name] = time.process_time() - begin
        return result


@pytest.mark.slow
@pytest.mark.usefixtures("uncounted_here")
def test_ten_thousand_shifts_come_in_are_shown_checked_and_go_out_in_a_bearable_time(
    session: Session,
) -> None:
    content, before, took = _many(MANY), everything(session), Stopwatch()

    took.time("import", lambda: import_data(session, content))
    assert session.records.count(Shift) == MANY
    first = TODAY - WEEK
    week = took.time("week", lambda: roster(session, first))
    assert len(list(week.all_shifts())) == 21
    assert took.time("check", lambda: check(session).findings)
    text = took.time("export", lambda: export_text(session))
    assert text.count('"planned_start"') == MANY
    took.time("undo", session.undo)
    assert everything(session) == before
    assert took["import"] < 15
    assert took["week"] < 1
    assert took["check"] < 15
    assert max(took["export"], took["undo"]) < 8


def test_a_file_with_one_bad_shift_among_many_is_refused_whole(session: Session) -> None:
    rows = _many(300).replace(b'T15:00", "planned_end": "2026', b'T23:30", "planned_end": "2026', 1)
    before = everything(session)
    with pytest.raises(Faulty):
        import_data(session, rows)
    assert everything(session) == before


def test_no_instant_is_lost_between_the_days_of_a_year(session: Session) -> None:
    nights = [
        worked(f"{first:%Y-%m-%d} 22:00", f"{first + dt.timedelta(days=1):%Y-%m-%d} 06:00")
        for first in (day("2026-01-01") + count * dt.timedelta(days=1) for count in range(365))
    ]
    lay(session, *(replace(one, id=f"n{at}") for at, one in enumerate(nights)))
    year = day("2026-01-01"), day("2027-01-02")
    real = sum(instant(one.planned_end) - instant(one.planned_start) for one in nights)
    assert real == 365 * 8 * HOUR
    assert monthly(session, *year).minutes(Measure.WORKED) == real
    assert len(stints(session, *year)) == 365


def test_a_grant_that_is_decided_late_is_told_with_the_months_it_changes(tmp_path: Path) -> None:
    with open_empty(tmp_path) as session:
        for name, first, hours, decided in (
            ("old", "2025-01-01", 10, "2024-12-01"),
            ("new", "2026-01-01", 12, "2026-03-10"),
        ):
            line = GrantLine(minutes=hours * HOUR, per=Per.DAY)
            own = Grant(id=name, valid_from=day(first), decision_date=day(decided), lines=(line,))
            lay(session, own)
        lay(session, ClosedMonth(month=day("2026-01-01"), closed_on=day("2026-02-02")))
        (found,) = grant_changes(session, 2026)
        assert found.title == "Bevilling fra 1. januar 2026, afgjort 10. marts 2026"
        assert found.months == (
            "Januar 2026: 62 timer mere, fra 310 timer til 372 timer. Måneden er lukket.",
            "Februar 2026: 56 timer mere, fra 280 timer til 336 timer.",
        )
        assert grant_changes(session, 2025) == ()
        assert changed_in(session, day("2026-02-01")) == (
            (
                "Bevilling fra 1. januar 2026, afgjort 10. marts 2026. "
                "Februar 2026: 56 timer mere, fra 280 timer til 336 timer."
            ),
        )
