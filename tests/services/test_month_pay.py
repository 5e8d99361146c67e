"""The pay of a month by helper: sums of shifts, lines and helpers agree to the øre."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bpa_desktop.domain.absence import Absence, AbsenceKind
from bpa_desktop.domain.asked import BIRTH_DATE, SICK_PAY
from bpa_desktop.domain.kinds import HourKind
from bpa_desktop.domain.money import ore
from bpa_desktop.domain.own_rate import OwnRate, RateName
from bpa_desktop.domain.payslip import UnemploymentDay
from bpa_desktop.domain.people import Employment, Position
from bpa_desktop.domain.period import Period
from bpa_desktop.domain.roster import Shift, ShiftState
from bpa_desktop.domain.scheme import Agreement, Answer, Scheme, SickPay
from bpa_desktop.domain.standard_line import StandardLine
from bpa_desktop.services.closed_months import month_of
from bpa_desktop.services.lacking import asked_for
from bpa_desktop.services.month_pay import month_pay, months_pay
from bpa_desktop.services.month_pay_words import lacking_words, note_words, why
from bpa_desktop.services.pay_spent import pay_spent
from bpa_desktop.services.shift_pay import shift_pay
from tests.services.little_roster import days_and_evenings, helper, lay, open_little, shift

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bpa_desktop.domain.money import Missing
    from bpa_desktop.services.session import Session

MARCH = Period(dt.date(2026, 3, 1), dt.date(2026, 4, 1))
LONG_AGO = dt.date(2020, 1, 1)


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    with open_little(tmp_path) as opened:
        lay(opened, *(rate(who, "151.37") for who in ("anna", "bo")))
        yield opened


def rate(who: str, value: str) -> OwnRate:
    name = RateName.AGREED_HOUR
    return OwnRate(name=name, helper=who, value=Decimal(value), valid_from=LONG_AGO)


def test_a_shift_belongs_to_the_month_it_begins_in(session: Session) -> None:
    lay(
        session,
        shift("02-28 23:00", "03-01 07:00", "anna"),
        shift("03-31 23:00", "04-01 07:00", "anna", id="last"),
        shift("03-10 07:00", "03-10 15:00", "anna", state=ShiftState.CANCELLED),
        shift("03-11 07:00", "03-11 15:00", None),
    )
    (anna,) = month_pay(session, MARCH)
    assert [one.shift for one in anna.shifts] == ["last"]
    assert [(line.title, line.minutes) for line in anna.lines] == [
        ("Basic pay", 480),
        ("Night supplement", 420),
        ("Holiday pay", 0),
    ]


def test_it_counts_as_worked_and_a_missing_rate_leaves_no_sum(session: Session) -> None:
    lay(
        session,
        shift(
            "03-10 07:00",
            "03-10 15:00",
            "anna",
            state=ShiftState.WORKED,
            worked_end=dt.datetime.fromisoformat("2026-03-10T16:00"),
        ),
        shift("03-10 07:00", "03-10 15:00", "carla"),
    )
    anna, carla = month_pay(session, MARCH)
    assert anna.lines[0].amount == Decimal("1362.33")
    assert anna.amount == Decimal("1362.33") + Decimal("170.29")
    assert carla.amount is None
    assert {one.key for one in carla.missing} == {"step_11"}
    assert carla.lines == ()


def test_holiday_pay_is_of_all_that_was_earned_and_am_bidrag_is_drawn_from_it(
    session: Session,
) -> None:
    lay(session, shift("03-10 07:00", "03-10 15:00", "anna", overtime_minutes=120))
    (anna,) = month_pay(session, MARCH)
    lines = {line.title: line for line in anna.lines}
    assert lines["Overtime supplement"].amount == Decimal("151.38")
    assert lines["Overtime supplement"].standard is StandardLine.OVERTIME
    assert lines["Holiday pay"].amount == Decimal("170.29")
    assert lines["Holiday pay"].standard is StandardLine.HOLIDAY_PAY
    assert [(one.title, one.amount) for one in anna.drawn] == [
        ("Labour-market contribution of the holiday pay", Decimal("13.62"))
    ]


def test_a_line_opens_its_steps_with_the_row_and_the_shifts_it_is_of(session: Session) -> None:
    lay(
        session,
        shift("03-10 15:00", "03-10 20:00", "anna", id="one"),
        shift("03-11 15:00", "03-11 20:00", "anna", id="two"),
        shift("03-12 07:00", "03-12 08:00", "anna", id="day"),
    )
    (anna,) = month_pay(session, MARCH)
    evening = next(line for line in anna.lines if line.title == "Evening supplement")
    (step,) = evening.steps
    assert (step.quantity, step.rate, step.amount) == (6, Decimal("45.41"), Decimal("272.46"))
    assert (step.rule, step.key, evening.amount) == ("pay-evening", "percent", step.amount)
    assert evening.shifts == ("one", "two")


def month_of_work(who: str) -> list[Shift]:
    """Seven hours on each of twenty days: 140 hours."""
    return days_and_evenings(who, "03-02", 20, "07:00", "14:00")


def test_the_employer_s_atp_is_a_cost_and_the_helper_s_is_drawn(session: Session) -> None:
    lay(session, *month_of_work("bo"))
    (bo,) = month_pay(session, MARCH)
    employer = next(line for line in bo.lines if line.standard is StandardLine.ATP)
    assert (employer.title, employer.amount) == ("The employer's ATP", 198)
    assert [one.amount for one in bo.drawn if one.standard is StandardLine.ATP] == [99]


def pension_of(session: Session, **fields: object) -> tuple[Decimal, tuple[Missing, ...]]:
    person = helper("Anna Prøve", **fields)
    lay(session, person, *month_of_work("anna"))
    (anna,) = month_pay(session, MARCH)
    pension = [line.amount for line in anna.lines if line.standard is StandardLine.PENSION]
    return sum(pension, Decimal()), anna.missing


FROM_MARCH = (Employment(first_day=dt.date(2026, 3, 1)),)
TWO_HOURS = (Employment(first_day=dt.date(2020, 1, 1), agreed_minutes_per_week=120),)


def test_a_permanent_helper_has_pension_of_basic_pay_and_of_a_part_of_the_supplements(
    session: Session,
) -> None:
    amount, missing = pension_of(session)
    basic = 140 * Decimal("151.37")
    weekend = Decimal("45.41") * 6 * 3 + Decimal("75.69") * 7 * 2
    assert missing == ()
    assert amount == ore(basic * Decimal("0.1289")) + ore(weekend / 100)


@pytest.mark.parametrize(
    "fields",
    [
        pytest.param({"position": Position.SUBSTITUTE}, id="no permanent helper"),
        pytest.param({"employments": FROM_MARCH}, id="still waiting"),
        pytest.param({"employments": FROM_MARCH, "birth_date": None}, id="waiting, age unknown"),
        pytest.param({"employments": TWO_HOURS}, id="too few hours a week"),
        pytest.param({"birth_date": dt.date(2006, 3, 16)}, id="too young"),
    ],
)
def test_who_does_not_meet_the_conditions_has_no_pension(
    session: Session, fields: dict[str, object]
) -> None:
    assert pension_of(session, **fields) == (0, ())


def test_an_earlier_right_takes_the_place_of_the_waiting_from_its_day(session: Session) -> None:
    amount, _missing = pension_of(
        session, employments=FROM_MARCH, pension_date=dt.date(2026, 3, 20)
    )
    two_days = ore(14 * Decimal("151.37") * Decimal("0.1289"))
    assert amount == two_days + ore((Decimal("45.41") * 6) / 100)


def test_without_a_date_of_birth_the_pension_is_missing_and_the_sum_with_it(
    session: Session,
) -> None:
    _amount, missing = pension_of(session, birth_date=None)
    assert missing == (BIRTH_DATE.missing(dt.date(2026, 3, 31)),)
    assert lacking_words(month_pay(session, MARCH)[0]) == (
        "Pensionen mangler: skriv hjælperens fødselsdato.",
    )


def sick(who: str, first: str, last: str, **fields: object) -> Absence:
    days = [dt.date.fromisoformat(f"2026-{day}") for day in (first, last)]
    return Absence(helper=who, first_day=days[0], last_day=days[1], **fields)  # type: ignore[arg-type]


def worked_before(who: str) -> list[Shift]:
    """Ten shifts of eight hours in the weeks before March."""
    return days_and_evenings(who, "02-09", 10, "07:00", "15:00")


def scheme(sick_pay: SickPay) -> Scheme:
    return Scheme(id="scheme", citizen_name="Eksempel", sick_pay=sick_pay)


LOST = shift("03-10 15:00", "03-10 20:00", None, id="lost", stands_in_for="anna")


def test_sickness_with_full_pay_costs_the_usual_pay_of_the_shifts_that_were_lost(
    session: Session,
) -> None:
    lay(session, scheme(SickPay.FULL), *worked_before("anna"), sick("anna", "03-10", "03-11"))
    still_hers = shift("03-11 07:00", "03-11 15:00", "anna", id="hers")
    taken = replace(LOST, helper="bo")
    lay(session, taken, still_hers)
    anna, bo = month_pay(session, MARCH)
    (line,) = [line for line in anna.lines if line.standard is StandardLine.SICK_PAY]
    assert (line.title, line.minutes, line.shifts) == ("Pay during sickness", 780, ("lost", "hers"))
    assert line.amount == Decimal("756.85") + Decimal("136.23") + Decimal("1210.96")
    assert anna.shifts == ()
    assert anna.amount == line.amount + ore(line.amount / 8)
    assert bo.lines[0].minutes == 300


def test_pension_of_pay_during_sickness_is_that_of_the_work_that_was_lost(
    session: Session,
) -> None:
    evening = shift("03-21 07:00", "03-21 20:00", "anna", id="evening")
    lay(session, scheme(SickPay.FULL), *worked_before("anna"), *month_of_work("anna")[:17])
    lay(session, evening)
    well = pension_line(session)
    lay(session, sick("anna", "03-21", "03-21"))
    assert pension_line(session) == well


def test_pension_that_begins_within_the_month_is_also_of_the_sick_days_after_it(
    session: Session,
) -> None:
    person = helper("Anna Prøve", pension_date=dt.date(2026, 3, 20))
    lay(session, scheme(SickPay.FULL), *worked_before("anna"), *month_of_work("anna"), person)
    well = pension_line(session)
    lay(session, sick("anna", "03-19", "03-20"))
    assert pension_line(session) == well


def pension_line(session: Session) -> Decimal:
    lines = month_pay(session, MARCH)[0].lines
    return sum((one.amount for one in lines if one.standard is StandardLine.PENSION), Decimal())


def test_what_is_not_known_of_sick_pay_is_missing_with_what_to_write(session: Session) -> None:
    lay(session, *worked_before("anna"), sick("anna", "03-10", "03-10"), LOST)
    (anna,) = month_pay(session, MARCH)
    assert anna.amount is None
    assert anna.missing == (SICK_PAY.missing(dt.date(2026, 3, 10)),)
    assert lacking_words(anna) == (
        "Løn under sygdom mangler: svar under Satser, hvad hjælperne får.",
    )
    assert pay_spent(session, MARCH.first, MARCH.end).missing == anna.missing


@pytest.mark.parametrize("sick_pay", [SickPay.FULL, SickPay.BENEFIT])
def test_who_has_worked_too_few_hours_gets_nothing_and_is_told_so(
    session: Session, sick_pay: SickPay
) -> None:
    lay(session, scheme(sick_pay), sick("anna", "03-10", "03-10"), LOST)
    (anna,) = month_pay(session, MARCH)
    assert anna.lines == ()
    assert note_words(anna) == (
        (
            "Der betales ikke for sygdommen fra 10. marts 2026: "
            "ansat for kort tid, eller for få timer i ugerne før."
        ),
    )


def test_sickness_benefit_is_by_the_hour_with_its_cap_and_needs_the_holiday_rate(
    session: Session,
) -> None:
    week = OwnRate(name=RateName.SICK_WEEK, value=Decimal(3700), valid_from=LONG_AGO)
    lay(session, scheme(SickPay.BENEFIT), week, *worked_before("anna"), *worked_more("anna"))
    lay(session, sick("anna", "03-10", "03-11"), LOST)
    lay(session, shift("03-11 07:00", "03-11 15:00", "anna", id="hers"))
    (anna,) = month_pay(session, MARCH)
    assert [one.rule for one in anna.missing] == ["hol-sick-allowance-rate"]
    lay(session, OwnRate(name=RateName.SICK_HOLIDAY, value=Decimal("12.5"), valid_from=LONG_AGO))
    (anna,) = month_pay(session, MARCH)
    assert [(line.title, line.amount) for line in anna.lines] == [
        ("Sickness benefit", Decimal("1300.00")),
        ("Holiday pay of sick days", Decimal("151.37")),
    ]
    assert anna.drawn == ()


def worked_more(who: str) -> list[Shift]:
    return days_and_evenings(who, "01-19", 10, "07:00", "14:00")


def test_benefit_ends_with_the_employer_s_thirty_days(session: Session) -> None:
    week = OwnRate(name=RateName.SICK_WEEK, value=Decimal(3700), valid_from=LONG_AGO)
    lay(session, scheme(SickPay.BENEFIT), week, *worked_before("anna"), *worked_more("anna"))
    lay(session, OwnRate(name=RateName.SICK_HOLIDAY, value=Decimal(0), valid_from=LONG_AGO))
    lay(session, sick("anna", "02-20", "03-31"))
    lay(
        session,
        shift("03-21 07:00", "03-21 10:00", "anna"),
        shift("03-22 07:00", "03-22 10:00", "anna"),
    )
    (anna,) = month_pay(session, MARCH)
    assert anna.lines[0].amount == 300


def test_a_child_s_sick_day_has_the_usual_pay_for_a_permanent_helper(session: Session) -> None:
    kind = AbsenceKind.CHILD_FIRST_SICK_DAY
    born = dt.date(2020, 1, 1)
    lay(session, sick("anna", "03-10", "03-10", kind=kind, id="child"), LOST)
    (anna,) = month_pay(session, MARCH)
    assert lacking_words(anna) == ("Løn på barns sygedag mangler: skriv barnets fødselsdato.",)
    lay(session, sick("anna", "03-10", "03-10", kind=kind, id="child", child_birth_date=born))
    (anna,) = month_pay(session, MARCH)
    assert [(line.title, line.amount) for line in anna.lines[:1]] == [
        ("Pay on a child's sick day", Decimal("893.08"))
    ]


def test_a_g_day_costs_also_in_a_month_without_a_shift(session: Session) -> None:
    lay(session, *worked_before("anna"))
    day = UnemploymentDay(
        helper="anna", day=dt.date(2026, 3, 2), minutes=444, in_fund=Answer.YES, own_wish=Answer.NO
    )
    lay(session, replace(day, id="g"))
    (anna,) = month_pay(session, MARCH)
    assert [(one.rule, one.key) for one in anna.missing] == [("pay-g-day-amount", "whole")]
    lay(session, OwnRate(name=RateName.G_WHOLE, value=Decimal(1000), valid_from=LONG_AGO))
    (anna,) = month_pay(session, MARCH)
    assert [(line.standard, line.amount) for line in anna.lines] == [(StandardLine.G_DAYS, 1000)]
    assert pay_spent(session, MARCH.first, MARCH.end).amounts == {StandardLine.G_DAYS: 1000}
    lay(session, replace(day, id="g", in_fund=Answer.UNKNOWN))
    (anna,) = month_pay(session, MARCH)
    assert lacking_words(anna) == (
        "G-dagen 2. marts 2026 mangler: skriv, om hjælperen er i a-kasse.",
    )


def test_g_days_in_a_row_over_new_year_look_back_from_the_first_of_them(
    session: Session,
) -> None:
    work = days_and_evenings("anna", "12-01", 10, "07:00", "15:00")
    days = [dt.date(2026, 12, 29) + dt.timedelta(days=number) for number in range(4)]
    given = {"minutes": 444, "in_fund": Answer.YES, "own_wish": Answer.NO}
    lay(session, *work, *(UnemploymentDay(helper="anna", day=day, **given) for day in days))
    lay(session, OwnRate(name=RateName.G_WHOLE, value=Decimal(1000), valid_from=LONG_AGO))
    (anna,) = month_pay(session, month_of(dt.date(2027, 1, 1)))
    assert anna.amount == 1000


def test_where_the_sources_disagree_on_a_g_day_both_readings_are_told(session: Session) -> None:
    lay(
        session,
        *worked_before("anna"),
        OwnRate(name=RateName.G_HALF, value=Decimal(500), valid_from=LONG_AGO),
        UnemploymentDay(
            helper="anna",
            day=dt.date(2026, 3, 2),
            minutes=234,
            in_fund=Answer.YES,
            own_wish=Answer.NO,
        ),
    )
    (anna,) = month_pay(session, MARCH)
    assert anna.amount == 500
    assert note_words(anna) == (
        (
            "Kilderne er uenige 2. marts 2026. Programmet regner med: G-dag, en halv dag. "
            "Den anden kilde: G-dag, en hel dag."
        ),
    )


def test_many_months_at_once_are_what_each_is_alone(session: Session) -> None:
    lay(session, scheme(SickPay.FULL), *worked_before("anna"), sick("anna", "02-26", "03-03"))
    lay(session, *days_and_evenings("anna", "02-25", 9, "20:00", "06:00"))
    months = [month_of(dt.date(2026, number, 1)) for number in (1, 2, 3)]
    together = [[pay._replace(shifts=()) for pay in found] for found in months_pay(session, months)]
    alone = [month_pay(session, one) for one in months]
    assert together == [[pay._replace(shifts=()) for pay in found] for found in alone]


kinds_of_absence = st.sampled_from([AbsenceKind.AGREED_DAY_OFF, AbsenceKind.SICKNESS])
turns = st.lists(
    st.tuples(
        st.integers(0, 900),
        st.integers(1, 900),
        st.sampled_from([HourKind.BASIS, HourKind.AVAILABILITY, HourKind.MUS]),
        st.sampled_from([0, 0, 30]),
        st.sampled_from(["anna", "bo"]),
    ),
    min_size=1,
    max_size=12,
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(turns, st.integers(3, 12), kinds_of_absence)
def test_the_sums_of_lines_shifts_helpers_and_the_month_agree(
    session: Session, made: list[tuple[int, int, HourKind, int, str]], day: int, away: AbsenceKind
) -> None:
    with session.operation("clear") as operation:
        for one in session.records.all(Shift):
            operation.delete(Shift, one.id)
    at, shifts = dt.datetime.fromisoformat("2026-03-03T06:00"), []
    for number, (gap, length, kind, overtime, who) in enumerate(made):
        start = at + dt.timedelta(minutes=gap)
        at = start + dt.timedelta(minutes=length)
        fields = {"helper": who, "kind": kind, "overtime_minutes": overtime, "id": f"s{number}"}
        shifts.append(Shift(planned_start=start, planned_end=at, **fields))
    lay(session, scheme(SickPay.FULL), *worked_before("anna"), *shifts)
    lay(session, sick("anna", f"03-{day:02}", f"03-{day:02}", kind=away, id="away"))
    found = month_pay(session, MARCH)
    for one in found:
        assert one.amount == sum(line.amount for line in one.lines)
        assert all(sum(step.amount for step in line.steps) == line.amount for line in one.lines)
        of_work = [line.amount for line in one.lines if line.standard not in BESIDE]
        assert sum(of_work) == sum(paid.pay.amount or 0 for paid in one.shifts)
    mine = {paid.shift: paid.pay.amount for one in found for paid in one.shifts}
    told = {one.id: shift_pay(session, one) for one in shifts}
    assert sum(mine.values()) == sum(one.reckoned.amount or 0 for one in told.values() if one)
    spent = pay_spent(session, MARCH.first, MARCH.end)
    assert sum(spent.amounts.values()) == sum(one.amount or 0 for one in found)


BESIDE = {
    StandardLine.HOLIDAY_PAY,
    StandardLine.PENSION,
    StandardLine.ATP,
    StandardLine.SICK_PAY,
}


def under(agreement: Agreement) -> Scheme:
    return Scheme(id="scheme", citizen_name="Eksempel", agreement=agreement)


def test_leave_under_an_agreement_is_the_usual_pay_for_its_weeks(session: Session) -> None:
    leave = sick("anna", "03-02", "04-30", kind=AbsenceKind.PARENTAL_LEAVE)
    person = helper("Anna Prøve", position=Position.SUBSTITUTE)
    lay(session, under(Agreement.DE_FOA), person, leave, *month_of_work("anna"))
    (anna,) = month_pay(session, MARCH)
    assert [(one.rule, one.key) for one in anna.missing] == [
        ("pay-maternity", "parental_weeks"),
        ("pay-maternity", "percent"),
    ]
    assert [one.name for one in asked_for(session, anna.helper, anna.missing)] == [
        RateName.LEAVE_PARENTAL,
        RateName.LEAVE_PERCENT,
    ]
    for name, value in ((RateName.LEAVE_PARENTAL, 1), (RateName.LEAVE_PERCENT, 50)):
        lay(session, OwnRate(name=name, value=Decimal(value), valid_from=LONG_AGO))
    (anna,) = month_pay(session, MARCH)
    assert [(one.title, one.minutes, one.amount, one.standard) for one in anna.lines] == [
        ("Pay during leave", 49 * 60, Decimal("4110.02"), StandardLine.SICK_PAY),
        ("Holiday pay", 0, Decimal("513.75"), StandardLine.HOLIDAY_PAY),
        ("The employer's ATP", 0, Decimal(66), StandardLine.ATP),
    ]
    assert why(session, anna, anna.lines[0])[0].words == (
        "Grundløn: 49 timer × 75,69 kr. = 3.708,81 kr."
    )
    assert note_words(anna) == (
        "Der betales ikke for orloven fra 9. marts 2026: ugerne med løn er gået.",
    )


def test_leave_without_an_agreement_is_not_paid_and_says_so(session: Session) -> None:
    leave = sick("anna", "03-02", "04-30", kind=AbsenceKind.MATERNITY_LEAVE)
    lay(session, under(Agreement.NONE), leave, *month_of_work("anna"))
    (anna,) = month_pay(session, MARCH)
    assert (anna.lines, anna.amount) == ((), 0)
    assert note_words(anna) == (
        (
            "Der betales ikke for orloven fra 2. marts 2026: "
            "Der er ikke tiltrådt en overenskomst, og der er ikke skrevet en sats."
        ),
    )


def test_leave_with_pay_in_which_no_shift_is_planned_says_what_to_write(session: Session) -> None:
    rates = [
        OwnRate(name=name, value=Decimal(value), valid_from=LONG_AGO)
        for name, value in ((RateName.LEAVE_PARENTAL, 6), (RateName.LEAVE_PERCENT, 100))
    ]
    leave = sick("anna", "03-02", "04-30", kind=AbsenceKind.PARENTAL_LEAVE)
    lay(session, *rates, helper("Anna Prøve"), leave)
    (anna,) = month_pay(session, MARCH)
    assert anna.amount == 0
    assert note_words(anna)[0].startswith("Ingen vagt er planlagt for hjælperen i orloven")
