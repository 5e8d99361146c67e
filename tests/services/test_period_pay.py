"""Pay by the week or by 14 days: the periods are paid, and the months add up to them."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bpa_desktop.domain.absence import Absence, AbsenceKind
from bpa_desktop.domain.closed_month import ClosedMonth
from bpa_desktop.domain.own_rate import OwnRate, RateName
from bpa_desktop.domain.pay_periods import shared_out
from bpa_desktop.domain.period import Period
from bpa_desktop.domain.roster import Shift
from bpa_desktop.domain.scheme import PayRun, SickPay
from bpa_desktop.services.closed_months import month_of
from bpa_desktop.services.month_pay import month_pay, months_pay, periods_pay
from bpa_desktop.services.pay_basis import ending_in, pay_basis
from bpa_desktop.services.pay_corrections import due
from bpa_desktop.services.pay_papers import PayPapers, TableChoice
from bpa_desktop.services.rate_words import rates_on
from tests.services.little_roster import TODAY, lay, open_little, shift

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from bpa_desktop.services.month_pay import HelperPay
    from bpa_desktop.services.session import Session

MONDAY: Final = dt.date(2026, 3, 2)
LONG_AGO: Final = dt.date(2020, 1, 1)
WEEK_BANDS: Final = {
    RateName.ATP_WEEK_FULL: "49.80",
    RateName.ATP_WEEK_FULL_OWN: "24.90",
    RateName.ATP_WEEK_TWO: "33.20",
    RateName.ATP_WEEK_TWO_OWN: "16.60",
    RateName.ATP_WEEK_THIRD: "16.60",
    RateName.ATP_WEEK_THIRD_OWN: "8.30",
    RateName.ATP_FORTNIGHT_FULL: "99.60",
    RateName.ATP_FORTNIGHT_FULL_OWN: "49.80",
    RateName.ATP_FORTNIGHT_TWO: "66.40",
    RateName.ATP_FORTNIGHT_TWO_OWN: "33.20",
    RateName.ATP_FORTNIGHT_THIRD: "33.20",
    RateName.ATP_FORTNIGHT_THIRD_OWN: "16.60",
}


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    with open_little(tmp_path) as opened:
        fill(opened)
        yield opened


def fill(session: Session, run: PayRun = PayRun.WEEK, begins: dt.date = MONDAY) -> None:
    scheme = session.scheme()
    assert scheme is not None
    told: dict[str, Any] = {"pay_run": run, "pay_period_start": begins, "sick_pay": SickPay.FULL}
    rates = {RateName.AGREED_HOUR: "151.37", RateName.BARSEL: "0", RateName.AES: "0", **WEEK_BANDS}
    lay(
        session,
        replace(scheme, **told),
        *(OwnRate(name=one, value=Decimal(n), valid_from=LONG_AGO) for one, n in rates.items()),
    )


def atp(pays: Iterable[HelperPay]) -> Decimal:
    lines = (line for one in pays for line in one.lines if line.title == "The employer's ATP")
    return sum((line.amount for line in lines), Decimal())


def test_a_week_pays_the_atp_of_its_own_hours(session: Session) -> None:
    """27 hours in a week are a whole contribution, 26 two thirds, and 8 nothing."""
    lay(
        session,
        *(shift(f"03-0{day} 07:00", f"03-0{day} 16:00", "anna") for day in (2, 3, 4)),
        *(shift(f"03-{day} 07:00", f"03-{day} 20:00", "anna") for day in (10, 11)),
        shift("03-17 07:00", "03-17 15:00", "anna"),
    )
    march = month_of(MONDAY)
    found = {one.first.isoformat(): atp(pays) for one, pays in periods_pay(session, march)}
    assert {first: amount for first, amount in found.items() if amount} == {
        "2026-03-02": Decimal("49.80"),
        "2026-03-09": Decimal("33.20"),
    }
    assert atp(month_pay(session, march)) == Decimal("83.00")


def test_a_week_over_the_end_of_a_month_is_shared_by_the_minutes_worked(session: Session) -> None:
    lay(
        session,
        *(shift(f"03-3{day} 06:00", f"03-3{day} 15:00", "anna") for day in (0, 1)),
        shift("04-01 06:00", "04-01 15:00", "anna"),
    )
    months = [month_of(dt.date(2026, number, 1)) for number in (3, 4)]
    assert [atp(pays) for pays in months_pay(session, months)] == [
        Decimal("33.20"),
        Decimal("16.60"),
    ]


def test_what_was_paid_by_the_month_before_the_first_pay_period_stays_so(session: Session) -> None:
    lay(session, *(shift(f"02-0{day} 07:00", f"02-0{day} 16:00", "anna") for day in (2, 3, 4)))
    february = month_of(dt.date(2026, 2, 1))
    before = month_pay(session, february)
    scheme = session.scheme()
    assert scheme is not None
    session.save(replace(scheme, pay_run=PayRun.MONTH), "x")
    assert month_pay(session, february) == before
    assert atp(before) == 0, "27 hours are too few for a month"


def test_without_an_answer_pay_is_run_by_the_month(session: Session) -> None:
    lay(session, *(shift(f"03-0{day} 07:00", f"03-0{day} 16:00", "anna") for day in (2, 3, 4)))
    weekly = month_pay(session, month_of(TODAY))
    scheme = session.scheme()
    assert scheme is not None
    for answer in ({"pay_run": PayRun.UNKNOWN}, {"pay_period_start": None}):
        session.save(replace(scheme, **answer), "x")  # type: ignore[arg-type]
        by_month = month_pay(session, month_of(TODAY))
        (period, pays), *more = periods_pay(session, month_of(TODAY))
        assert (period, more) == (month_of(TODAY), [])
        assert [one.amount for one in pays] == [one.amount for one in by_month]
        assert atp(by_month) != atp(weekly)


def test_the_rates_asked_for_are_those_of_the_pay_run(session: Session) -> None:
    names = {one.name for one in rates_on(session, TODAY) if one.name.rule.startswith("atp-")}
    with session.operation("x") as operation:
        for one in session.records.all(OwnRate):
            if one.name in WEEK_BANDS:
                operation.delete(OwnRate, one.id)
    missing = {one.name for one in rates_on(session, TODAY) if one.is_missing}
    assert names == set(WEEK_BANDS), "the fortnight's are there because they are written"
    assert missing == {one for one in WEEK_BANDS if one.rule.startswith("atp-week")}


def test_a_new_rate_within_a_week_counts_from_its_day_and_atp_by_the_last_day(
    session: Session,
) -> None:
    first, last = dt.date(2026, 3, 4), dt.date(2026, 3, 7)
    lay(
        session,
        *(shift(f"03-0{day} 07:00", f"03-0{day} 16:00", "anna") for day in (2, 3, 4)),
        OwnRate(name=RateName.AGREED_HOUR, value=Decimal(200), valid_from=first),
        OwnRate(name=RateName.ATP_WEEK_FULL, value=Decimal(60), valid_from=last),
    )
    (anna,) = dict(periods_pay(session, Period(MONDAY, last)))[Period(MONDAY, dt.date(2026, 3, 9))]
    basic = [line.amount for line in anna.lines if line.title == "Basic pay"]
    assert basic == [2 * 9 * Decimal("151.37") + 9 * 200]
    assert atp([anna]) == 60


@given(st.decimals(-500, 5000, places=2), st.lists(st.integers(0, 3000), min_size=1, max_size=5))
def test_parts_add_up_to_the_whole(amount: Decimal, weights: list[int]) -> None:
    parts = shared_out(amount, weights)
    assert sum(parts) == amount
    if sum(weights):
        share = [amount * one / sum(weights) for one in weights]
        assert all(abs(a - b) <= Decimal("0.01") for a, b in zip(parts, share, strict=True))


TURNS = st.lists(
    st.tuples(
        st.integers(0, 364 + 40),
        st.sampled_from([0, 7, 15, 22]),
        st.integers(1, 24),
        st.sampled_from(["anna", "bo"]),
    ),
    min_size=1,
    max_size=14,
    unique_by=lambda one: (one[0] // 2, one[3]),
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    run=st.sampled_from([PayRun.WEEK, PayRun.FORTNIGHT]),
    offset=st.integers(0, 13),
    weeks_before=st.sampled_from([0, 80]),
    turns=TURNS,
    ill=st.integers(0, 364),
)
def test_the_months_are_what_the_pay_periods_were_paid_with_to_the_ore(
    tmp_path_factory: pytest.TempPathFactory,
    run: PayRun,
    offset: int,
    weeks_before: int,
    turns: list[tuple[int, int, int, str]],
    ill: int,
) -> None:
    """Over a whole year, both year ends and clock changes in it, line by line and helper by helper.

    The pay periods begin long before, or in March; until then pay is by the month.

    The pay periods that meet the months are cut where no shift lies: a month before and after.
    """
    with open_little(tmp_path_factory.mktemp("periods")) as session:
        fill(session, run, MONDAY + dt.timedelta(days=offset, weeks=-weeks_before))
        lay(session, *(of_turn(*one) for one in turns))
        first = dt.date(2026, 1, 1) + dt.timedelta(days=ill)
        lay(
            session,
            Absence(
                helper="anna",
                kind=AbsenceKind.SICKNESS,
                first_day=first,
                last_day=first + dt.timedelta(days=9),
            ),
        )
        months = Period(dt.date(2025, 11, 1), dt.date(2027, 4, 1))
        by_month = sums(one for pays in months_pay(session, months.months()) for one in pays)
        by_period = sums(one for _period, pays in periods_pay(session, months) for one in pays)
        assert by_month == by_period


def of_turn(day: int, hour: int, length: int, who: str) -> Shift:
    start = dt.datetime.combine(dt.date(2026, 1, 1), dt.time(hour)) + dt.timedelta(days=day)
    end = start + dt.timedelta(hours=length)
    return Shift(planned_start=start, planned_end=end, helper=who)


def sums(pays: Iterable[HelperPay]) -> dict[tuple[str, str, object], Decimal]:
    found: dict[tuple[str, str, object], Decimal] = {}
    for one in pays:
        assert not one.missing
        assert one.amount == sum(line.amount for line in one.lines)
        for line in (*one.lines, *one.drawn):
            key = (one.helper.id, line.title, line.standard)
            found[key] = found.get(key, Decimal()) + line.amount
            if line.steps:
                assert sum(step.amount for step in line.steps) == line.amount
    return {key: amount for key, amount in found.items() if amount}


def test_the_papers_of_a_pay_period_are_of_its_days_alone(session: Session) -> None:
    lay(
        session,
        *(shift(f"03-0{day} 07:00", f"03-0{day} 16:00", "anna") for day in (2, 3, 4)),
        shift("03-10 07:00", "03-10 20:00", "bo"),
        shift("03-30 07:00", "03-30 20:00", "bo"),
    )
    march = month_of(MONDAY)
    weeks = ending_in(session, march)
    assert [one.first.day for one in weeks] == [1, 2, 9, 16, 23]
    whole = PayPapers(session, march)
    papers = [PayPapers(session, one) for one in weeks]
    amounts = [one.basis.amount for one in papers]
    assert amounts[0] == amounts[3] == amounts[4] == 0
    rest = dict(periods_pay(session, march))[Period(dt.date(2026, 3, 30), dt.date(2026, 4, 6))]
    assert sum(amounts) + rest[0].amount == whole.basis.amount  # type: ignore[operator]
    first = papers[1]
    assert first.csv(TableChoice()).file_name == "2026-03-02_2026-03-08_Loen_alle.csv"
    text = first.csv(TableChoice()).make().decode("utf-8-sig")
    assert "Arbejdsgiverens ATP" in text
    assert "Bo" not in text
    bundle = first.paper("anna").bundle
    assert bundle is not None
    assert bundle.documents[0].title.split() == ["Lønbilag", "2.–8.", "marts", "2026"]


def test_a_correction_is_paid_with_the_last_pay_period_that_ends_in_the_month(
    session: Session,
) -> None:
    lay(session, shift("02-10 07:00", "02-10 16:00", "anna", id="late"))
    february, march = (month_of(dt.date(2026, number, 1)) for number in (2, 3))
    locked = replace(
        ClosedMonth(month=february.first, closed_on=TODAY), pay=due(session, february).lines
    )
    lay(session, locked)
    one = session.records.get(Shift, "late")
    session.save(replace(one, planned_end=one.planned_end + dt.timedelta(hours=1)), "x")
    weeks = [pay_basis(session, week) for week in ending_in(session, march)]
    carried = [{line.month for own in week.helpers for line in own.lines} for week in weeks]
    assert carried == [set(), set(), set(), set(), {february.first}]
