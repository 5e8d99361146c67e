"""The numbers of each paper, collected from a small file in which they can be counted by hand."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from bpa_desktop.documents.absence_overview import KindTotal
from bpa_desktop.documents.choices import Names
from bpa_desktop.documents.hours_values import HelperHours, Hours, YearToDate
from bpa_desktop.documents.overview import Cause, Environment, Explanation
from bpa_desktop.documents.pdf import render
from bpa_desktop.documents.plain import plain
from bpa_desktop.documents.roster_used import Deviation, Entry, Progress, Why, month_document
from bpa_desktop.domain.absence import Absence, AbsenceKind
from bpa_desktop.domain.assessment import Assessment
from bpa_desktop.domain.findings import Code
from bpa_desktop.domain.kinds import HourKind
from bpa_desktop.domain.period import Period
from bpa_desktop.domain.roster import Shift, ShiftState
from bpa_desktop.domain.work_problem import WorkProblem
from bpa_desktop.i18n import speaking
from bpa_desktop.services import keeping_findings
from bpa_desktop.services.checking import findings_between
from bpa_desktop.services.paper_absence import absence_values
from bpa_desktop.services.paper_activity import schedule_values
from bpa_desktop.services.paper_assessment import NoAssessment
from bpa_desktop.services.paper_hours import account_values
from bpa_desktop.services.paper_overview import overview_values
from bpa_desktop.services.paper_roster import roster_values
from bpa_desktop.services.paper_scope import scope
from bpa_desktop.services.papers import PAPERS, paper, rendered
from tests.documents.papers import failures
from tests.domain.builders import moment
from tests.services.small_scheme import PERIOD, TODAY, VISIT, small_scheme

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bpa_desktop.documents.overview import Overview
    from bpa_desktop.documents.roster_used import Day
    from bpa_desktop.services.paper_scope import Scope
    from bpa_desktop.services.session import Session


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    with small_scheme(tmp_path / "a.bpa") as made:
        yield made


@pytest.fixture
def given(session: Session) -> Scope:
    return scope(session)


def day(given: Scope, date: str) -> Day:
    wanted = dt.date.fromisoformat(date)
    days = (day for month in roster_values(given, PERIOD).months for day in month.days)
    return next(one for one in days if one.day == wanted)


def test_the_roster_by_month(given: Scope) -> None:
    values = roster_values(given, PERIOD)
    assert (values.case_number, values.made_on) == ("24/1234", TODAY)
    march, april = values.months
    assert [len(month.days) for month in values.months] == [2, 5]
    assert (march.used, march.unfilled, march.replaced) == (24 * 60, 1, 1)
    assert (march.unconfirmed, march.open_ahead) == (0, 0)
    assert (april.used, april.unfilled, april.replaced) == (7 * 60, 0, 0)
    assert (april.unconfirmed, april.open_ahead) == (1, 1)


def keep_findings(session: Session) -> None:
    """Bo goes on in the night after his evening; one decision fits that, one fits no more."""
    night = Shift(
        planned_start=moment("2026-03-30 23:00"),
        planned_end=moment("2026-03-31 07:00"),
        helper="bo",
        state=ShiftState.WORKED,
    )
    with session.operation("fill in") as operation:
        operation.save(night)
    found = findings_between(session, PERIOD.first, PERIOD.end)
    end = moment("2026-03-31 07:00")
    (short,) = [one for one in found if one.code is Code.DAILY_REST and one.window[1] == end]
    keeping_findings.keep(session, short, "Aftalt med Bo, tlf. 11 22 33 44")
    keeping_findings.keep(session, short._replace(minutes_short=1), "gammel")


def test_a_kept_finding_stands_with_its_reason_in_two_papers(
    session: Session, given: Scope
) -> None:
    assert overview_values(given, PERIOD, account_values(given, PERIOD)).kept == ()
    keep_findings(session)
    fresh = scope(session)
    (point,) = overview_values(fresh, PERIOD, account_values(fresh, PERIOD)).kept
    assert (point.day, point.code, point.who) == (dt.date(2026, 3, 31), Code.DAILY_REST, "BO")
    assert "11 22 33 44" not in point.reason
    assert "Bo" not in point.reason
    march, april = roster_values(fresh, PERIOD).months
    assert (march.kept, april.kept) == ((point,), ())
    text = plain(month_document(roster_values(fresh, PERIOD), march))
    assert "Hvor en regel ikke blev holdt, og hvorfor" in text


def test_the_shifts_of_a_day_as_they_were_worked(given: Scope) -> None:
    assert day(given, "2026-03-30").entries == (
        Entry(start=moment("2026-03-30T07:00"), end=moment("2026-03-30T15:00"), who=("AN",)),
        Entry(start=moment("2026-03-30T15:00"), end=moment("2026-03-30T22:00"), who=("BO",)),
    )
    stand_in, unfilled, night = day(given, "2026-03-31").entries
    assert (stand_in.who, stand_in.instead_of) == (("VI",), "AN")
    assert unfilled.who == ()
    assert night.end == moment("2026-04-01T07:00")


def test_a_meeting_of_several_is_one_entry_and_a_cancelled_shift_none(given: Scope) -> None:
    talk, meeting = day(given, "2026-04-01").entries
    assert (talk.kind, talk.who) == (HourKind.MUS, ("AN",))
    assert (meeting.kind, meeting.who) == (HourKind.STAFF_MEETING, ("AN", "BO"))
    (late,) = day(given, "2026-04-02").entries
    assert late.progress is Progress.UNCONFIRMED


def test_days_to_come_are_planned(given: Scope) -> None:
    assert not day(given, "2026-04-02").is_planned
    assert day(given, "2026-04-03").is_planned
    ahead = day(given, "2026-04-04")
    assert ahead.is_planned
    assert ahead.entries[0].progress is Progress.PLANNED


def test_a_day_is_used_once_a_shift_of_it_is_worked(tmp_path: Path) -> None:
    with small_scheme(tmp_path / "b.bpa", today=dt.date(2026, 4, 1)) as session:
        assert not day(scope(session), "2026-04-01").is_planned


def test_a_running_shift_is_planned_rather_than_unconfirmed(tmp_path: Path) -> None:
    with small_scheme(
        tmp_path / "b.bpa",
        today=dt.date(2026, 4, 3),
        more=(
            Shift(
                planned_start=moment("2026-04-02T23:00"),
                planned_end=moment("2026-04-03T07:00"),
                helper="bo",
            ),
        ),
    ) as session:
        found = [entry.progress for entry in day(scope(session), "2026-04-02").entries]
    assert found == [Progress.UNCONFIRMED, Progress.PLANNED]


def test_holidays_are_named_in_the_language_of_the_paper(given: Scope) -> None:
    assert day(given, "2026-04-02").holiday == "Skærtorsdag"
    with speaking("en"):
        assert day(given, "2026-04-03").holiday == "Good Friday"
    assert day(given, "2026-04-01").holiday == ""


def test_deviations_with_their_reasons_and_without_secrets(given: Scope) -> None:
    march, april = roster_values(given, PERIOD).months
    assert march.deviations == (
        Deviation(
            day=dt.date(2026, 3, 30),
            planned="15–23 BO",
            became="15–22 BO",
            text="AN ringede fra (udeladt) ((udeladt))",
        ),
        Deviation(
            day=dt.date(2026, 3, 31), planned="07–15 AN", became="07–15 VI", why=Why.SICKNESS
        ),
        Deviation(
            day=dt.date(2026, 3, 31),
            planned="15–23 AN",
            became="15–23",
            is_unfilled=True,
            why=Why.SICKNESS,
        ),
    )
    assert april.deviations == (Deviation(day=dt.date(2026, 4, 2), planned="07–15 AN", became=""),)


def test_another_absence_than_sickness_is_only_called_absence(tmp_path: Path) -> None:
    stand_in = Shift(
        planned_start=moment("2026-04-01T23:00"),
        planned_end=moment("2026-04-02T07:00"),
        helper="anna",
        stands_in_for="bo",
    )
    holiday = Absence(
        helper="bo",
        kind=AbsenceKind.CHILD_CARE_DAY,
        first_day=dt.date(2026, 4, 1),
        last_day=dt.date(2026, 4, 1),
    )
    with small_scheme(tmp_path / "b.bpa", more=(stand_in, holiday)) as session:
        april = roster_values(scope(session), PERIOD).months[1]
    assert april.deviations[0].why is Why.ABSENCE


def test_a_stand_in_without_an_absence_has_no_reason(tmp_path: Path) -> None:
    swapped = Shift(
        planned_start=moment("2026-04-02T02:00"),
        planned_end=moment("2026-04-02T03:00"),
        helper="anna",
        stands_in_for="bo",
    )
    with small_scheme(tmp_path / "b.bpa", more=(swapped,)) as session:
        april = roster_values(scope(session), PERIOD).months[1]
    assert april.deviations[0].why is None


def test_a_shift_that_began_after_midnight_deviates_on_its_planned_day(tmp_path: Path) -> None:
    late = Shift(
        planned_start=moment("2026-03-30T23:30"),
        planned_end=moment("2026-03-31T07:00"),
        worked_start=moment("2026-03-31T00:30"),
        helper="anna",
    )
    with small_scheme(tmp_path / "b.bpa", more=(late,)) as session:
        given = scope(session)
        assert day(given, "2026-03-31").entries[0].start == moment("2026-03-31T00:30")
        march = roster_values(given, PERIOD).months[0]
    assert [one.day.day for one in march.deviations] == [30, 30, 31, 31]


def test_hours_by_month_and_kind(given: Scope) -> None:
    march, april = account_values(given, PERIOD).months
    assert march.help == Hours(
        granted=2 * 1440, planned=33 * 60, used=24 * 60, absent=16 * 60, uncovered=24 * 60
    )
    assert april.help == Hours(granted=2 * 1440, planned=15 * 60, used=7 * 60, uncovered=33 * 60)
    assert dict(april.kinds)[HourKind.STAFF_MEETING] == Hours(
        granted=2 * 4 * 60, planned=240, used=240
    )
    assert dict(april.kinds)[HourKind.MUS] == Hours(planned=60, used=60)


def test_the_rest_of_the_period_is_only_a_plan(given: Scope) -> None:
    values = account_values(given, PERIOD)
    assert values.ahead_part == Period(TODAY, VISIT)
    assert values.ahead == Hours(granted=3 * 1440, planned=16 * 60, uncovered=3 * 1440 - 8 * 60)
    assert values.unconfirmed == 8 * 60


def test_hours_by_helper(given: Scope) -> None:
    assert account_values(given, PERIOD).helpers == (
        HelperHours(helper="AN", planned=11 * 60, used=11 * 60, absent=16 * 60),
        HelperHours(helper="BO", planned=26 * 60, used=17 * 60, absent=0),
        HelperHours(helper="VI", planned=8 * 60, used=8 * 60, absent=0),
        HelperHours(helper="", planned=8 * 60, used=0, absent=0),
    )


def test_the_year_to_date(given: Scope) -> None:
    values = account_values(given, PERIOD)
    assert (values.year, values.year_end) == (2026, TODAY)
    days = (TODAY - dt.date(2026, 1, 1)).days
    assert values.year_kinds == (
        YearToDate(kind=HourKind.BASIS, granted_year=365 * 1440, granted=days * 1440, used=31 * 60),
        YearToDate(
            kind=HourKind.STAFF_MEETING,
            granted_year=1460 * 60,
            granted=days * 4 * 60,
            used=4 * 60,
        ),
        YearToDate(kind=HourKind.MUS, granted_year=0, granted=0, used=60),
    )


def test_the_grants_of_the_period(given: Scope) -> None:
    (grant,) = account_values(given, PERIOD).grants
    assert (grant.first, grant.last) == (dt.date(2026, 1, 1), None)
    assert (grant.decided, grant.reference) == (dt.date(2025, 12, 1), "24/1234-7")
    assert [one.minutes for one in grant.amounts] == [1440, 1460 * 60]
    before = Period(dt.date(2025, 1, 1), dt.date(2026, 1, 1))
    assert account_values(given, before).grants == ()


def test_days_of_the_clock_change_are_named(given: Scope) -> None:
    period = Period(dt.date(2026, 3, 28), VISIT)
    assert account_values(given, period).clock_changes == (dt.date(2026, 3, 29),)


def test_before_the_period_nothing_is_counted(given: Scope) -> None:
    later = Period(dt.date(2026, 4, 4), VISIT)
    values = account_values(given, later)
    assert (values.months, values.helpers, values.year_kinds) == ((), (), ())
    assert (values.year_end, values.unconfirmed) == (None, 0)
    assert overview_values(given, later, values).explanations == ()
    assert roster_values(given, later).months[0].used == 0


def test_a_past_period_has_nothing_ahead(given: Scope) -> None:
    values = account_values(given, Period(PERIOD.first, TODAY))
    assert (values.ahead, values.ahead_part) == (None, None)


def test_absences_with_who_covered(given: Scope) -> None:
    values = absence_values(given, PERIOD)
    sick, child = values.spells
    assert (sick.helper, sick.kind, sick.days) == ("AN", AbsenceKind.SICKNESS, 1)
    assert (sick.lost, sick.covered, sick.uncovered) == (960, (("VI", 480),), 480)
    assert (child.helper, child.lost, child.covered, child.uncovered) == ("VI", 0, (), 0)
    assert values.totals[0] == KindTotal(
        kind=AbsenceKind.SICKNESS,
        spells=1,
        days=1,
        lost=960,
        by_permanent=0,
        by_substitutes=480,
        uncovered=480,
    )


def absent(**fields: object) -> Absence:
    values: dict[str, object] = {"helper": "bo", "first_day": dt.date(2026, 4, 2)}
    return Absence(**(values | fields))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("absence", "days", "is_open"),
    [
        (absent(), 2, True),
        (absent(last_day=dt.date(2026, 5, 1)), 4, False),
        (absent(first_day=dt.date(2026, 3, 1), last_day=dt.date(2026, 3, 30)), 1, False),
        (
            absent(last_day=dt.date(2026, 4, 3), from_time=dt.time(23), to_time=dt.time(7)),
            1,
            False,
        ),
        (
            absent(last_day=dt.date(2026, 4, 4), from_time=dt.time(23), to_time=dt.time(7)),
            2,
            False,
        ),
        (absent(last_day=dt.date(2026, 4, 2), from_time=dt.time(12)), 1, False),
    ],
)
def test_days_are_those_in_the_period_and_a_night_is_one(
    tmp_path: Path,
    absence: Absence,
    days: int,
    is_open: bool,  # noqa: FBT001 - a case
) -> None:
    with small_scheme(tmp_path / "b.bpa", more=(absence,)) as session:
        spells = absence_values(scope(session), PERIOD).spells
    found = next(one for one in spells if one.helper == "BO")
    assert (found.days, found.is_open) == (days, is_open)


def test_an_absence_outside_the_period_is_left_out(tmp_path: Path) -> None:
    early = absent(
        first_day=dt.date(2026, 3, 29),
        last_day=dt.date(2026, 3, 29),
        to_time=dt.time(12),
    )
    with small_scheme(tmp_path / "b.bpa", more=(early,)) as session:
        spells = absence_values(scope(session), PERIOD).spells
    assert [one.helper for one in spells] == ["AN", "VI"]


def test_a_shift_still_held_by_the_absent_helper_is_uncovered(tmp_path: Path) -> None:
    away = absent(last_day=dt.date(2026, 4, 2))
    with small_scheme(tmp_path / "b.bpa", more=(away,)) as session:
        spells = absence_values(scope(session), PERIOD).spells
    found = next(one for one in spells if one.helper == "BO")
    assert (found.lost, found.covered, found.uncovered) == (480, (), 480)


def test_a_shift_worked_in_spite_of_absence_is_covered_by_its_helper(tmp_path: Path) -> None:
    away = absent(first_day=dt.date(2026, 4, 1), last_day=dt.date(2026, 4, 1))
    with small_scheme(tmp_path / "b.bpa", more=(away,)) as session:
        given = scope(session)
        spells = absence_values(given, PERIOD).spells
        leading = seen(given).leading
    found = next(one for one in spells if one.helper == "BO")
    assert (found.lost, found.covered) == (420 + 120, (("BO", 420 + 120),))
    assert leading is not None
    assert (leading.sick_shifts, leading.sick_filled) == (2, 1)


def seen(given: Scope) -> Overview:
    return overview_values(given, PERIOD, account_values(given, PERIOD))


def test_the_overview_explains_each_month(given: Scope) -> None:
    march, april = seen(given).explanations
    assert march == (
        Explanation(cause=Cause.UNFILLED, days=(dt.date(2026, 3, 31),), minutes=-480),
        Explanation(
            cause=Cause.CHANGED,
            days=(dt.date(2026, 3, 30),),
            minutes=-60,
            text="AN ringede fra (udeladt) ((udeladt))",
        ),
    )
    assert april == (
        Explanation(cause=Cause.UNCONFIRMED, days=(dt.date(2026, 4, 2),), minutes=-480),
    )


def test_changes_without_a_reason_stand_together(tmp_path: Path) -> None:
    changed = tuple(
        Shift(
            planned_start=moment(f"2026-04-0{number}T20:00"),
            planned_end=moment(f"2026-04-0{number}T22:00"),
            worked_end=moment(f"2026-04-0{number}T22:30"),
            helper="anna",
            state=ShiftState.WORKED,
        )
        for number in (1, 2)
    )
    with small_scheme(tmp_path / "b.bpa", more=changed) as session:
        april = seen(scope(session)).explanations[1]
    assert april[-1] == Explanation(
        cause=Cause.CHANGED, days=(dt.date(2026, 4, 1), dt.date(2026, 4, 2)), minutes=60
    )


def test_the_clock_change_explains_an_hour(given: Scope) -> None:
    period = Period(dt.date(2026, 3, 28), VISIT)
    march = overview_values(given, period, account_values(given, period)).explanations[0]
    assert Explanation(cause=Cause.CLOCK, days=(dt.date(2026, 3, 29),), minutes=-60) in march


def test_what_leading_came_to(given: Scope) -> None:
    leading = seen(given).leading
    assert leading is not None
    assert (leading.helpers, leading.substitutes) == (3, 1)
    assert leading.started == (dt.date(2026, 3, 30),)
    assert leading.left == (dt.date(2026, 4, 1),)
    assert (leading.sick_shifts, leading.sick_filled) == (2, 1)
    assert (leading.meetings.count, leading.meetings.minutes) == (1, 240)
    assert leading.meetings.coming == dt.date(2026, 6, 10)
    assert (leading.meetings.year, leading.meetings.year_granted) == (240, 1460 * 60)
    assert (leading.mus.count, leading.mus.people, leading.mus.of_people) == (1, 1, 2)
    assert leading.training.count == 0


def test_every_kind_of_absence_stands_on_the_page_that_of_the_most_days_first(
    tmp_path: Path,
) -> None:
    kinds = (AbsenceKind.HOLIDAY, AbsenceKind.AGREED_DAY_OFF)
    more = tuple(
        absent(kind=kind, first_day=dt.date(2026, 3, 30), last_day=dt.date(2026, 3, 30 + extra))
        for extra, kind in enumerate(kinds)
    )
    with small_scheme(tmp_path / "b.bpa", more=more) as session:
        found = seen(scope(session)).absences
    assert found[0].kind is AbsenceKind.AGREED_DAY_OFF
    assert {one.kind for one in found} > {*kinds, AbsenceKind.SICKNESS}
    assert [one.days for one in found] == sorted((one.days for one in found), reverse=True)


def test_the_overview_tells_of_unfilled_shifts_the_apv_and_planned_talks(tmp_path: Path) -> None:
    made = Assessment(begun_on=dt.date(2025, 1, 11), finished_on=dt.date(2025, 1, 11))
    talk = Shift(
        planned_start=moment("2026-05-04T10:00"),
        planned_end=moment("2026-05-04T11:00"),
        helper="anna",
        kind=HourKind.MUS,
    )
    more = (made, WorkProblem(what="Kabel"), WorkProblem(what="Trin", done_on=TODAY), talk)
    with small_scheme(tmp_path / "b.bpa", more=more) as session:
        leading = seen(scope(session)).leading
    assert leading is not None
    assert leading.environment == Environment(
        made_on=dt.date(2025, 1, 11), next_on=dt.date(2028, 1, 11), open_actions=2
    )
    assert (leading.unfilled.count, leading.unfilled.minutes) == (1, 480)
    assert leading.unfilled.days == (dt.date(2026, 3, 31),)
    assert leading.mus.planned == 1


def test_the_activity_schedule_beside_the_grant(given: Scope) -> None:
    values = schedule_values(given, PERIOD.last)
    bath, shopping = values.tasks
    assert (bath.activity, bath.minutes_per_week, bath.is_placed) == ("Morgenbad med AN", 60, True)
    assert (shopping.minutes_per_week, shopping.is_placed) == (180, False)
    assert values.granted == 7 * 24 * 60 + 1460 * 60 * 7 // 365
    assert [(one.area, one.needed, one.granted) for one in values.areas] == [
        (bath.area, 60, 7 * 24 * 60),
        (None, 180, 1460 * 60 * 7 // 365),
    ]
    assert [(one.workdays, one.weekend) for one in values.times] == [(60, 0), (180, 0)]


def test_without_a_grant_there_is_nothing_beside_the_schedule(given: Scope) -> None:
    values = schedule_values(given, dt.date(2020, 1, 1))
    assert values.granted is None
    assert all(one.granted is None for one in values.areas)


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize("key", PAPERS)
def test_every_paper_can_be_shown_on_its_own(session: Session, key: str, language: str) -> None:
    session.save(Assessment(begun_on=PERIOD.first, finished_on=PERIOD.first), "finish the APV")
    with speaking(language):
        made = paper(session, key, PERIOD, Names.NUMBERED)
    assert made.language == language
    assert failures(rendered(made)) == []
    assert rendered(made) == render(made)


def test_without_an_apv_its_paper_is_refused(session: Session) -> None:
    with pytest.raises(NoAssessment):
        paper(session, "apv", PERIOD)


def test_an_unknown_paper_is_an_error(session: Session) -> None:
    with pytest.raises(KeyError):
        paper(session, "nothing", PERIOD)


def test_of_a_year_that_is_over_nothing_is_expected_any_more(tmp_path: Path) -> None:
    year = Period(dt.date(TODAY.year, 1, 1), dt.date(TODAY.year + 1, 1, 1))
    expected = {
        TODAY: ("Bevilget", "Brugt", "Lavest", "Ventet", "Højest"),
        year.end: ("Bevilget", "Brugt"),
    }
    for today, heads in expected.items():
        with small_scheme(tmp_path / f"{today}.bpa", today=today) as made, speaking("da"):
            found = account_values(scope(made), year).foresight
        assert found is not None
        assert found.heads == heads
        assert {len(row) for row in found.figures} == {1 + len(heads)}
    assert found.ending == "Året er slut."
