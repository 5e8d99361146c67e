"""What users of other programs complain of, by their numbers, driven through the services.

The rules that stand behind some of them are tried in ``domain/test_peer_complaints.py`` as well.
Of numbers 8 (balances that are carried over) and 17 (budgets hard to grasp) only the hours are
tried: the program keeps no accounts of money yet.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from bpa_desktop.domain.entry import parse_span
from bpa_desktop.domain.findings import Code
from bpa_desktop.domain.grant import Grant, GrantLine, Per
from bpa_desktop.domain.hours import Measure
from bpa_desktop.domain.night_work import RULE, night_work
from bpa_desktop.domain.people import Employment, Helper
from bpa_desktop.domain.roster import Shift, ShiftState
from bpa_desktop.domain.scheme import Agreement, Answer
from bpa_desktop.domain.work import work_of
from bpa_desktop.i18n import speaking
from bpa_desktop.services import confirming, copying, fairness, rostering, shift_edits
from bpa_desktop.services.checking import check
from bpa_desktop.services.closed_months import month_of
from bpa_desktop.services.confirming import MonthNotSettled, Why
from bpa_desktop.services.hours_report import monthly
from bpa_desktop.services.paper_time import CSV, PDF, statement
from bpa_desktop.services.reading import stints
from bpa_desktop.services.shift_times import Times
from bpa_desktop.services.week import roster, shift_findings
from bpa_desktop.services.wording import finding_sentence
from bpa_desktop.services.year import year_hours
from tests.documents.lix import lix
from tests.domain.builders import book, day, moment, rule, time
from tests.services.little_roster import TODAY, lay, open_little, shift

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bpa_desktop.domain.period import Period
    from bpa_desktop.services.session import Session
    from bpa_desktop.services.week import RosterRow

HOUR = 60
WORKED = ShiftState.WORKED
MARCH = month_of(TODAY)
WEEK = dt.timedelta(weeks=1)


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    """Four helpers on the first of April 2026, with nothing planned."""
    with open_little(tmp_path, moment("2026-04-01 09:30")) as opened:
        scheme = opened.scheme()
        assert scheme is not None
        known = replace(scheme, agreement=Agreement.NONE, care_work=Answer.YES)
        opened.save(known, "what the rules depend on")
        yield opened


def read(session: Session, one: Shift) -> Shift:
    return session.records.get(Shift, one.id)


def row_of(session: Session, who: str, first: dt.date = TODAY) -> RosterRow:
    (found,) = [
        row
        for row in roster(session, first).rows
        if row.helper is not None and row.helper.id == who
    ]
    return found


def hours_by_day(session: Session, who: str, period: Period) -> dict[int, int]:
    return {one.day.day: one.minutes for one in statement(session, who, period).values.days}


def night_minutes(session: Session, night: tuple[str, str]) -> int:
    """What of the shifts of March lies in the night, by the function that counts for the year."""
    rows = book(
        rule(
            RULE,
            night_from=time(night[0]),
            night_to=time(night[1]),
            yearly_minutes=0,
            daily_from=time(night[0]),
            daily_to=time(night[1]),
            daily_minutes=24 * HOUR,
            daily_least_days=20,
            daily_over_percent=50,
            check_every_years=3,
        )
    )
    (found,) = night_work(work_of(stints(session, MARCH.first, MARCH.end)), rows)
    return int(str(found.values["minutes"]))


def test_1_a_night_may_end_before_it_begins_on_the_clock(session: Session) -> None:
    made = rostering.add_shift(session, TODAY, "anna", Times(dt.time(19), dt.time(9)))
    assert made.planned_end == moment("2026-03-17 09:00")
    written = shift_edits.set_span(session, made, *parse_span("19-9"))
    assert written.planned == made.planned
    assert row_of(session, "anna").minutes == 14 * HOUR


def test_2_two_shifts_of_a_day_are_two_nobody_is_absent_and_the_rest_is_too_short(
    session: Session,
) -> None:
    night = shift("03-16 18:00", "03-17 07:00", "anna")
    evening = shift("03-17 14:00", "03-17 20:00", "anna")
    lay(session, night, evening)
    monday, tuesday, *_rest = row_of(session, "anna").cells
    assert (monday.shifts, tuesday.shifts) == ((night,), (evening,))
    assert (monday.absence, tuesday.absence) == (None, None)
    (one,) = shift_findings(session, evening)
    assert (one.code, one.values["longest"]) == (Code.DAILY_REST, 7 * HOUR)


def test_3_a_night_from_22_to_06_is_eight_hours_of_night_and_none_of_day(session: Session) -> None:
    lay(session, shift("03-16 22:00", "03-17 06:00", "anna"))
    assert night_minutes(session, ("22:00", "06:00")) == 8 * HOUR
    assert row_of(session, "anna").minutes == 8 * HOUR


def test_4_a_night_that_does_not_cross_midnight_is_counted_once(session: Session) -> None:
    lay(session, shift("03-17 01:00", "03-17 09:00", "anna"))
    inside = night_minutes(session, ("00:00", "06:00"))
    assert (inside, row_of(session, "anna").minutes - inside) == (5 * HOUR, 3 * HOUR)


def test_5_a_night_is_one_shift_in_the_roster_and_its_hours_lie_on_two_days(
    session: Session,
) -> None:
    night = shift("03-16 20:00", "03-17 04:00", "anna", state=WORKED)
    lay(session, night)
    assert [cell.shifts for cell in row_of(session, "anna").cells[:2]] == [(night,), ()]
    assert row_of(session, "anna").day_minutes[:2] == (4 * HOUR, 4 * HOUR)
    assert hours_by_day(session, "anna", MARCH) == {16: 4 * HOUR, 17: 4 * HOUR}


@pytest.mark.parametrize("midnight", ["2026-03-31 00:00", "2026-03-01 00:00"])
def test_6_midnight_is_the_danish_one(session: Session, midnight: str) -> None:
    """At a Danish midnight it is 22 or 23 of the day before elsewhere."""
    around = moment(midnight)
    before, after = around - dt.timedelta(minutes=30), around + dt.timedelta(minutes=30)
    late = Shift(id="late", planned_start=before, planned_end=after, helper="anna", state=WORKED)
    lay(session, late)
    for when in (before, after):
        month = month_of(when.date())
        assert hours_by_day(session, "anna", month)[when.day] == 30
    codes = {one.code for one in check(session).findings}
    assert not codes


def test_7_agreed_hours_that_change_in_mid_year_leave_the_past_alone(session: Session) -> None:
    twenty = Employment(first_day=day("2020-01-01"), agreed_minutes_per_week=20 * HOUR)
    anna = replace(session.records.get(Helper, "anna"), employments=(twenty,))
    lay(session, anna)
    spring, autumn = (day("2026-01-01"), day("2026-07-01")), (day("2026-07-01"), day("2027-01-01"))

    def agreed(days: tuple[dt.date, dt.date]) -> int | None:
        found = {one.helper.id: one.load for one in fairness.fairness(session, *days).shares}
        return found["anna"].agreed

    before = agreed(spring)
    more = Employment(first_day=autumn[0], agreed_minutes_per_week=40 * HOUR)
    ended = replace(twenty, last_day=day("2026-06-30"))
    lay(session, replace(anna, employments=(ended, more)))
    assert agreed(spring) == before == round(181 * 20 * HOUR / 7)
    assert agreed(autumn) == round(184 * 40 * HOUR / 7)


def test_7_a_grant_that_changes_in_mid_year_leaves_the_past_alone(session: Session) -> None:
    def granted(first: str, end: str) -> int:
        return monthly(session, day(first), day(end)).minutes(Measure.GRANTED)

    line = GrantLine(minutes=70 * HOUR, per=Per.WEEK)
    lay(session, Grant(id="old", valid_from=day("2026-01-01"), lines=(line,)))
    before = granted("2026-01-01", "2026-07-01")
    other = replace(line, minutes=140 * HOUR)
    lay(session, Grant(id="new", valid_from=day("2026-07-01"), lines=(other,)))
    assert granted("2026-01-01", "2026-07-01") == before == 1810 * HOUR
    assert granted("2026-07-01", "2027-01-01") == 3680 * HOUR


def test_8_a_first_year_is_granted_for_its_own_days_and_nothing_slips_into_the_next(
    session: Session,
) -> None:
    line = GrantLine(minutes=365 * HOUR, per=Per.YEAR)
    lay(session, Grant(id="grant", valid_from=day("2025-10-01"), lines=(line,)))
    first, second = (year_hours(session, year) for year in (2025, 2026))
    assert (first.granted_year, first.used) == (92 * HOUR, 0)
    assert second.granted_year == 365 * HOUR
    assert second.granted == 90 * HOUR


def test_9_a_grant_is_for_any_stretch_of_days_and_the_year_is_told(session: Session) -> None:
    line = GrantLine(minutes=990 * HOUR, per=Per.PERIOD)
    first, last = day("2025-11-15"), day("2026-05-19")
    lay(session, Grant(id="grant", valid_from=first, valid_to=last, lines=(line,)))
    whole = monthly(session, day("2025-11-01"), day("2026-06-01"))
    assert whole.minutes(Measure.GRANTED) == 990 * HOUR
    years = [year_hours(session, year) for year in (2025, 2026)]
    assert sum(one.granted_year for one in years) == 990 * HOUR
    assert [len(one.months) for one in years] == [12, 12]


def test_10_a_public_holiday_is_named_and_counts_its_hours_once(session: Session) -> None:
    maundy, friday = shift("04-02 07:00", "04-02 15:00", "anna"), day("2026-04-03")
    lay(session, maundy, Grant(id="g", valid_from=day("2026-01-01"), lines=(_round_the_clock(),)))
    week = roster(session, day("2026-03-30"))
    assert [one.holiday for one in week.days[3:5]] == ["Skærtorsdag", "Langfredag"]
    assert row_of(session, "anna", week.first).day_minutes[3] == 8 * HOUR
    assert len({one.cover.needed for one in week.days}) == 1
    (share,) = fairness.fairness(session, day("2026-04-02"), friday).shares[:1]
    assert (share.load.holidays, share.load.minutes) == (1, 8 * HOUR)


def _round_the_clock() -> GrantLine:
    return GrantLine(minutes=24 * HOUR, per=Per.DAY, from_time=dt.time(), to_time=dt.time())


def test_11_coming_early_is_no_work_until_it_is_said_and_it_is_said_with_a_reason(
    session: Session,
) -> None:
    planned = shift("03-16 07:00", "03-16 15:00", "anna")
    lay(session, planned)
    assert hours_by_day(session, "anna", MARCH) == {}
    assert confirming.confirm_day(session, TODAY).shifts == 1
    assert hours_by_day(session, "anna", MARCH) == {16: 8 * HOUR}
    early = shift_edits.set_span(session, read(session, planned), time("06:30"), time("15:00"))
    with pytest.raises(MonthNotSettled) as refused:
        confirming.close_month(session, MARCH)
    assert [one.why for one in refused.value.missing] == [Why.CHANGED]
    told = shift_edits.set_reason(session, early, "Kom før et besøg på sygehuset")
    assert confirming.missing(session, MARCH) == ()
    assert (told.planned, told.used[0]) == (planned.planned, moment("2026-03-16 06:30"))
    assert told.deviation == "Kom før et besøg på sygehuset"
    assert hours_by_day(session, "anna", MARCH) == {16: 8 * HOUR + 30}


def test_12_what_is_lawful_does_not_warn_and_a_warning_tells_window_minutes_and_source(
    session: Session,
) -> None:
    early = shift("03-16 13:00", "03-16 21:00", "anna")
    lawful, late = (shift(f"03-17 0{hour}:00", "03-17 15:00", "anna") for hour in (8, 7))
    lay(session, early, lawful)
    assert shift_findings(session, lawful) == ()
    lay(session, replace(late, id=lawful.id))
    (one,) = shift_findings(session, read(session, lawful))
    with speaking("en"):
        words = finding_sentence(one, session.helper_names())
    for part in ("24 hours before", "The rule is 11 hours", "1 hour", "Arbejdsmiljøloven § 50"):
        assert part in words


def test_13_a_divided_day_that_ends_at_23_breaks_the_rest(session: Session) -> None:
    late = shift("03-16 15:00", "03-16 23:00", "anna")
    lay(session, shift("03-16 09:00", "03-16 12:00", "anna"), late)
    (one,) = shift_findings(session, late)
    assert (one.code, one.minutes_short) == (Code.DAILY_REST, HOUR)
    shorter = shift_edits.set_span(session, late, time("15:00"), time("22:00"))
    assert shift_findings(session, shorter) == ()


def test_14_before_a_month_is_closed_everything_that_is_missing_is_listed(
    session: Session,
) -> None:
    waits = shift("03-16 07:00", "03-16 15:00", "anna")
    empty = shift("03-17 07:00", "03-17 15:00", None)
    lay(session, waits, empty)
    with pytest.raises(MonthNotSettled) as refused:
        confirming.close_month(session, MARCH)
    listed = [(one.shift.id, one.why) for one in refused.value.missing]
    assert listed == [(waits.id, Why.UNCONFIRMED), (empty.id, Why.UNFILLED)]
    confirming.confirm_month(session, MARCH)
    confirming.stayed_unfilled(session, empty)
    assert confirming.close_month(session, MARCH).first == MARCH.first


def test_15_one_faulty_shift_keeps_no_other_helper_from_a_statement(session: Session) -> None:
    twice = [shift(f"03-16 0{hour}:00", "03-16 15:00", "bo", state=WORKED) for hour in (7, 8)]
    waits = shift("03-18 07:00", "03-18 15:00", "bo")
    lay(session, *twice, waits, shift("03-17 07:00", "03-17 15:00", "anna", state=WORKED))
    assert Code.DOUBLE_BOOKING in {one.code for one in check(session).findings}
    good, faulty = (statement(session, who, MARCH) for who in ("anna", "bo"))
    assert (good.values.unconfirmed, faulty.values.unconfirmed) == (0, 1)
    for one in (good, faulty):
        assert one.content(PDF).startswith(b"%PDF-")
        assert one.content(CSV)
    assert hours_by_day(session, "bo", MARCH) == {16: 8 * HOUR}


def test_16_a_week_is_typed_once_and_copied(session: Session) -> None:
    lay(
        session,
        shift("03-16 07:00", "03-16 15:00", "anna", note="only then"),
        shift("03-22 23:00", "03-23 07:00", "bo"),
    )
    copying.copy_week(session, TODAY, TODAY + WEEK)
    copies = [one for one in session.records.all(Shift) if one.planned_start.date() > TODAY + WEEK]
    (night,) = copies
    assert (night.helper, night.planned_start) == ("bo", moment("2026-03-29 23:00"))
    (monday,) = row_of(session, "anna", TODAY + WEEK).cells[0].shifts
    assert (monday.helper, monday.note) == ("anna", "")


def test_17_hours_against_the_grant_are_told_in_plain_words(session: Session) -> None:
    line = GrantLine(minutes=10 * HOUR, per=Per.DAY)
    lay(
        session,
        Grant(id="grant", valid_from=day("2026-01-01"), lines=(line,)),
        shift("03-16 07:00", "03-16 15:00", "anna", state=WORKED),
        shift("04-01 07:00", "04-01 15:00", "bo"),
    )
    year = year_hours(session, 2026)
    told = {
        "da": ("▼ 892 timer under", "8 af 900 timer brugt til nu.", "Planen går til 1. april."),
        "en": ("▼ 892 hours under", "8 of 900 hours used so far.", "The plan goes to 1 April."),
    }
    for code, (headline, so_far, outlook) in told.items():
        with speaking(code):
            assert (year.headline(), year.so_far()) == (headline, so_far)
            assert year.outlook().startswith(outlook)
            assert lix(f"{year.so_far()} {year.outlook()}") < 40


def test_18_nights_weekends_and_holidays_are_counted_for_each_helper(session: Session) -> None:
    lay(
        session,
        shift("03-31 23:00", "04-01 07:00", "anna"),
        shift("04-03 07:00", "04-03 15:00", "anna"),
        shift("04-04 07:00", "04-04 15:00", "bo"),
    )
    found = fairness.fairness(session, day("2026-03-30"), day("2026-04-06"))
    counts = {
        one.helper.id: (one.load.nights, one.load.weekends, one.load.holidays)
        for one in found.shares
    }
    assert (counts["anna"], counts["bo"], counts["carla"]) == ((1, 0, 1), (0, 1, 0), (0, 0, 0))
    with speaking("en"):
        assert found.sentence().startswith("Anna has most nights: 1;")
