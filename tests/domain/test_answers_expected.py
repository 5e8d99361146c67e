"""When an answer must come: weeks, months, month ends, and what is not known."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bpa_desktop.domain.answers_expected import (
    AnswerTime,
    Request,
    answer_by,
    answer_time,
    asked_of,
)
from bpa_desktop.domain.application import ApplicationKind
from bpa_desktop.domain.away_deadlines import requests_due
from bpa_desktop.domain.deadlines import DueCode, arranged
from bpa_desktop.domain.moved_hours import Consent
from bpa_desktop.services.profiles import profile_for
from tests.domain.builders import day

if TYPE_CHECKING:
    from bpa_desktop.domain.municipality import Profile

NORTH = profile_for("Brønderslev")
ISHOEJ = profile_for("Ishøj")
AARHUS = profile_for("Aarhus")
SENT = day("2026-03-02")
COURSE, HOURS = ApplicationKind.COURSE, ApplicationKind.HOURS


def request(kind: ApplicationKind = COURSE, **fields: object) -> Request:
    made = Request(("application", "a"), kind, "Løft", SENT, Consent.ASKED)
    return made._replace(**fields)  # type: ignore[arg-type]


def in_north(_day: dt.date) -> Profile | None:
    return NORTH


def test_a_course_takes_two_weeks_and_a_case_twelve_in_broenderslev() -> None:
    assert answer_by(request(), NORTH) == day("2026-03-16")
    assert answer_by(request(HOURS), NORTH) == day("2026-05-25")


def test_a_decision_comes_within_six_months_in_ishoej() -> None:
    assert answer_by(request(ApplicationKind.SCHEME), ISHOEJ) == day("2026-09-02")


@pytest.mark.parametrize(
    "kind", [ApplicationKind.HOLIDAY, ApplicationKind.HELPER_RELATED, ApplicationKind.OTHER]
)
def test_the_time_of_a_case_is_said_of_nothing_else(kind: ApplicationKind) -> None:
    assert answer_time(ISHOEJ, kind) is None
    assert answer_time(NORTH, kind) is None
    assert asked_of(kind) in {"holiday.answer_within_months", "case.decision_within_weeks"}


@pytest.mark.parametrize("profile", [None, AARHUS])
def test_what_nobody_says_is_not_known_and_nothing_is_due(profile: object) -> None:
    assert answer_time(profile, COURSE) is None  # type: ignore[arg-type]
    assert [*requests_due([request()], lambda _day: profile, SENT)] == []  # type: ignore[arg-type]


def test_a_late_answer_stays_in_the_list_until_it_comes() -> None:
    [due] = arranged(requests_due([request()], in_north, SENT), day("2027-01-01"))
    assert (due.code, due.on) == (DueCode.APPLICATION_ANSWER, day("2026-03-16"))
    assert "Brønderslev" in due.source
    for consent in (Consent.AGREED, Consent.REFUSED):
        assert [*requests_due([request(consent=consent)], in_north, SENT)] == []


@pytest.mark.parametrize(("today", "is_told"), [("2026-06-14", True), ("2026-06-15", False)])
def test_what_was_not_sent_in_time_stays_as_long_as_it_may_be_of_use(
    today: str,
    is_told: bool,  # noqa: FBT001 - what is expected
) -> None:
    late = request(HOURS, sent_on=None, needed_by=day("2026-05-15"))
    found = arranged(requests_due([late], in_north, day(today)), day(today))
    assert [one.on for one in found] == ([day("2026-02-20")] if is_told else [])


def test_who_was_asked_answers_also_after_a_move() -> None:
    def moved(on: dt.date) -> Profile | None:
        return NORTH if on <= SENT else ISHOEJ

    assert [one.on for one in requests_due([request()], moved, day("2026-03-10"))] == [
        day("2026-03-16")
    ]
    after = request(sent_on=day("2026-03-03"))
    assert [*requests_due([after], moved, day("2026-03-10"))] == []


def test_what_must_be_answered_by_a_day_is_sent_before_it() -> None:
    [due] = requests_due([request(sent_on=None, needed_by=day("2026-05-15"))], in_north, SENT)
    assert (due.code, due.on) == (DueCode.APPLICATION_SEND, day("2026-05-01"))
    assert [*requests_due([request(sent_on=None)], in_north, SENT)] == []


@given(
    st.dates(dt.date(2020, 1, 1), dt.date(2040, 1, 1)),
    st.integers(1, 24),
    st.sampled_from(("weeks", "months")),
)
def test_what_is_sent_on_the_last_day_is_answered_in_time(
    needed: dt.date, number: int, unit: str
) -> None:
    """At month ends there are shorter months: the answer may come earlier, never later."""
    assert NORTH is not None
    known = NORTH.known("special.course_answer_within_weeks")
    assert known is not None
    time = AnswerTime(number, unit == "weeks", known)
    sent = time.before(needed)
    assert sent < needed
    assert time.after(sent) <= needed
    if unit == "weeks":
        assert time.after(sent) == needed
