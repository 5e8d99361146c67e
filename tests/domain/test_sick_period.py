"""How long the employer pays in sickness, from when money comes back, and by when it is told."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bpa_desktop.domain.absence import AbsenceKind
from bpa_desktop.domain.holidays_dk import is_public_holiday
from bpa_desktop.domain.money import Missing
from bpa_desktop.domain.period import Period
from bpa_desktop.domain.rates import Confidence
from bpa_desktop.domain.sick_period import (
    Cover,
    Report,
    ReportTime,
    Spell,
    employer_period,
    last_claim,
    refund_from,
    report_time,
    sick_spells,
)
from bpa_desktop.services.rulebook import rulebook
from tests.domain.builders import absence, book, day

BOOK = rulebook()
NOTHING = book()
FIRST = day("2026-03-02")


@pytest.mark.parametrize(
    ("first", "last"),
    [
        pytest.param("2026-03-02", "2026-03-31", id="g-sick-02"),
        pytest.param("2026-03-27", "2026-04-25", id="g-sick-06: Easter lies in it"),
        pytest.param("2028-02-01", "2028-03-01", id="leap day"),
        pytest.param("2026-12-15", "2027-01-13", id="turn of the year"),
        pytest.param("2027-03-15", "2027-04-13", id="clock change"),
    ],
)
def test_the_employer_pays_for_thirty_calendar_days(first: str, last: str) -> None:
    found = employer_period(day(first), BOOK)
    assert isinstance(found, Period)
    assert (found.first, found.last) == (day(first), day(last))
    assert refund_from(day(first), BOOK) == day(last) + dt.timedelta(days=1)


@given(st.dates(day("2013-01-07"), day("2100-12-31")))
def test_no_public_holiday_makes_the_time_longer(first: dt.date) -> None:
    found = employer_period(first, BOOK)
    assert isinstance(found, Period)
    assert len(list(found.days())) == 30
    assert refund_from(first, BOOK, Cover.LONG_TERM) == first
    assert refund_from(first, BOOK, Cover.INSURED) == first + dt.timedelta(days=1)


def test_a_public_holiday_does_lie_in_the_case_with_easter() -> None:
    assert is_public_holiday(day("2026-04-05"))


def test_when_wages_in_sickness_are_reported_g_sick_02() -> None:
    assert report_time(Report.WAGE, FIRST, BOOK) == ReportTime(
        day("2026-03-24"), day("2026-04-06"), "sick-report-wage"
    )


@pytest.mark.parametrize(
    ("report", "latest"),
    [
        (Report.INSURED, "2026-06-02"),
        (Report.BENEFIT, "2026-04-07"),
        (Report.NEITHER, "2026-03-09"),
    ],
)
def test_when_a_spell_is_reported_at_the_latest(report: Report, latest: str) -> None:
    found = report_time(report, FIRST, BOOK)
    assert isinstance(found, ReportTime)
    assert found.latest == day(latest)
    assert BOOK.rule(found.rule, FIRST).source


def test_benefit_that_stopped_early_is_reported_early() -> None:
    found = report_time(Report.BENEFIT, FIRST, BOOK, paid_through=day("2026-03-10"))
    assert isinstance(found, ReportTime)
    assert (found.earliest, found.latest) == (day("2026-03-10"), day("2026-03-17"))


def test_only_the_report_on_which_sources_disagree_is_marked_so() -> None:
    marked = {one for one in Report if _confidence(one) is Confidence.CONFLICT}
    assert marked == {Report.NEITHER}


def _confidence(report: Report) -> Confidence:
    return BOOK.rule(f"sick-report-{report}", FIRST).confidence


@pytest.mark.parametrize(
    ("paid_for", "last"), [("2026-11-30", "2027-02-28"), ("2027-11-30", "2028-02-29")]
)
def test_a_refund_is_claimed_within_three_months(paid_for: str, last: str) -> None:
    assert last_claim(day(paid_for), BOOK) == day(last)


@given(st.sampled_from(Report), st.dates(day("2013-01-07"), day("2100-12-31")))
def test_no_report_is_late_before_it_can_be_made(report: Report, first: dt.date) -> None:
    found = report_time(report, first, BOOK)
    assert isinstance(found, ReportTime)
    assert first <= found.earliest <= found.latest


def test_what_is_not_known_is_missing() -> None:
    period = Missing("sick-employer-period", "days", FIRST)
    assert employer_period(FIRST, NOTHING) == period
    assert refund_from(FIRST, NOTHING) == period
    assert refund_from(FIRST, NOTHING, Cover.INSURED) == Missing(
        "sick-first-day-insurance", "refund_from_day", FIRST
    )
    assert report_time(Report.BENEFIT, FIRST, NOTHING) == period
    assert report_time(Report.WAGE, FIRST, NOTHING) == Missing(
        "sick-report-wage", "latest_months", FIRST
    )
    assert last_claim(FIRST, NOTHING) == Missing("sick-refund-claim", "latest_months", FIRST)
    assert employer_period(day("2012-12-31"), BOOK) == Missing(
        "sick-employer-period", "days", day("2012-12-31")
    )


def test_sickness_day_after_day_is_one_spell() -> None:
    own = [
        absence("anna", "2026-03-09", "2026-03-10"),
        absence("anna", "2026-03-01", "2026-03-03"),
        absence("anna", "2026-03-04", "2026-03-05"),
        absence("anna", "2026-03-02", "2026-03-02"),
        absence("anna", "2026-03-06", "2026-03-08", kind=AbsenceKind.HOLIDAY),
    ]
    assert sick_spells(own) == [
        Spell(day("2026-03-01"), day("2026-03-05")),
        Spell(day("2026-03-09"), day("2026-03-10")),
    ]


def test_sickness_that_goes_on_takes_in_what_comes_after() -> None:
    own = [absence("anna", "2026-03-01"), absence("anna", "2026-05-01", "2026-05-02")]
    assert sick_spells(own) == [Spell(day("2026-03-01"), None)]


SICK = st.tuples(st.integers(0, 60), st.integers(0, 9) | st.none())


@given(st.lists(SICK, max_size=8))
def test_spells_lie_apart_and_keep_every_day(drawn: list[tuple[int, int | None]]) -> None:
    start = day("2028-02-01")
    own = [
        absence(
            "anna",
            (start + dt.timedelta(days=at)).isoformat(),
            None if more is None else (start + dt.timedelta(days=at + more)).isoformat(),
        )
        for at, more in drawn
    ]
    spells = sick_spells(own)
    days = {start + dt.timedelta(days=number) for number in range(90)}
    ill = {
        one
        for one in days
        if any(each.first_day <= one <= (each.last_day or dt.date.max) for each in own)
    }
    assert ill == {
        one
        for one in days
        if any(spell.first <= one <= (spell.last or dt.date.max) for spell in spells)
    }
    for before, after in pairwise(spells):
        assert before.last is not None
        assert before.last + dt.timedelta(days=1) < after.first
