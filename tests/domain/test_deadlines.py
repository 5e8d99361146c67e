"""What is due and when."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from bpa_desktop.domain.authority_visit import AuthorityVisit, VisitKind, awaited
from bpa_desktop.domain.deadlines import COMPLAINT, DueCode, due_list
from bpa_desktop.domain.grant import Grant, GrantLine, Per
from bpa_desktop.domain.municipality import Known, Profile, Source
from bpa_desktop.domain.rates import Confidence
from bpa_desktop.domain.scheme import Answer, Scheme
from tests.domain.builders import book, day, grant, rule

BOOK = book(rule(COMPLAINT, "2010-01-01", weeks=4))
SOURCE = Source(
    key="s",
    title="Standard",
    publisher="Prøveby",
    approved=None,
    read=day("2026-01-01"),
    seen="full",
)


def known(value: int, *, about: bool = False) -> Known:
    return Known(value=value, source=SOURCE, confidence=Confidence.SEEN, about=about, quote="q")


PROFILE = Profile(
    id="proeveby",
    name="Prøveby Kommune",
    checked="",
    sources=(SOURCE,),
    values={
        "followup.first_after_months": known(3, about=True),
        "followup.revisit_every_months": known(24),
        "followup.budget_every_months": None,
    },
)
EMPTY = Profile(
    id="x", name="X", checked="", sources=(), values={"followup.revisit_every_months": None}
)


def scheme(**fields: Any) -> Scheme:
    return Scheme(id="the scheme", citizen_name="Prøve Borger", **fields)


def found(
    *grants: Grant,
    of: Scheme | None = None,
    profile: Profile | None = None,
    today: str = "2026-03-16",
    visits: tuple[AuthorityVisit, ...] = (),
    moved: str | None = None,
) -> list[tuple[str, str]]:
    return [
        (str(one.code), one.on.isoformat())
        for one in due_list(
            of, grants, profile, BOOK, day(today), (), visits, day(moved) if moved else None
        )
    ]


def visit(on: str, kind: VisitKind = VisitKind.REVISITATION, **fields: Any) -> AuthorityVisit:
    return AuthorityVisit(id=on, day=day(on), kind=kind, **fields)


def test_a_complaint_must_be_received_four_weeks_after_the_decision() -> None:
    one = grant("2026-04-01", received_date=day("2026-03-02"), decision_reference="A-1")
    (item,) = due_list(None, [one], None, BOOK, day("2026-03-16"))
    assert (item.code, item.on) == (DueCode.COMPLAINT, day("2026-03-30"))
    assert item.record == ("grant", one.id)
    assert item.values["reference"] == "A-1"
    assert item.source == f"Source of {COMPLAINT}"


@pytest.mark.parametrize(
    ("before", "after", "on"),
    [(100, 90, "2026-03-30"), (100, 100, "2026-04-02"), (90, 100, "2026-04-02")],
)
def test_over_a_grant_of_fewer_hours_it_is_counted_from_the_earlier_day(
    before: int, after: int, on: str
) -> None:
    lines = [(GrantLine(minutes=hours * 60, per=Per.WEEK),) for hours in (before, after)]
    old = Grant(id="old", valid_from=day("2020-01-01"), lines=lines[0])
    new = Grant(
        id="new",
        valid_from=day("2026-07-01"),
        decision_date=day("2026-03-02"),
        received_date=day("2026-03-05"),
        lines=lines[1],
    )
    assert found(old, new) == [("complaint", on)]


def test_without_the_day_it_was_received_nothing_is_guessed() -> None:
    assert not found(grant("2026-04-01", decision_date=day("2026-03-02")))


def test_a_decision_from_before_the_rule_says_that_it_is_not_known() -> None:
    old = grant("2009-01-01", received_date=day("2009-12-31"))
    assert found(old, today="2010-01-01") == [("rule_unknown", "2009-12-31")]


@pytest.mark.parametrize(("today", "is_there"), [("2026-04-29", True), ("2026-04-30", False)])
def test_what_passed_more_than_thirty_days_ago_is_left_out(today: str, is_there: bool) -> None:  # noqa: FBT001
    one = grant("2026-04-01", received_date=day("2026-03-02"))
    assert bool(found(one, today=today)) is is_there


def test_a_grant_ends_unless_another_takes_over() -> None:
    ending = grant("2026-01-01", last="2026-06-30")
    assert found(ending) == [("grant_ends", "2026-06-30")]
    assert not found(ending, grant("2026-07-01"))
    assert found(ending, grant("2026-07-01", last="2026-07-01")) == [("grant_ends", "2026-07-01")]
    followed = found(ending, grant("2026-05-01", last="2027-06-30"))
    assert followed == [("grant_ends", "2027-06-30")]


@pytest.mark.parametrize(
    ("first", "last"),
    [
        ("2025-01-01", None),
        ("2026-07-02", None),
        ("2026-03-01", "2026-06-30"),
        ("2026-01-01", "2026-12-31"),
    ],
)
def test_a_grant_that_does_not_take_over(first: str, last: str | None) -> None:
    ending = grant("2026-01-01", last="2026-06-30")
    assert ("grant_ends", "2026-06-30") in found(ending, grant(first, last=last))


def test_a_grant_to_the_last_day_there_is_ends_then() -> None:
    assert found(Grant(valid_from=day("2026-01-01"), valid_to=dt.date.max)) == [
        ("grant_ends", "9999-12-31")
    ]


def test_the_visit_that_is_agreed() -> None:
    (item,) = due_list(scheme(next_visit=day("2026-05-20")), [], None, BOOK, day("2026-03-16"))
    assert (item.code, item.on, item.record) == (
        DueCode.VISIT,
        day("2026-05-20"),
        ("scheme", "the scheme"),
    )


def test_follow_up_and_revisitation_as_the_municipality_says() -> None:
    new = scheme(start_date=day("2026-01-31"))
    assert found(of=new, profile=PROFILE) == [
        ("first_follow_up", "2026-04-30"),
        ("revisitation", "2028-01-31"),
    ]
    items = due_list(new, [], PROFILE, BOOK, day("2026-03-16"))
    assert items[0].values["about"] is True
    assert items[1].values == {"about": False, "months": 24, "quote": "q"}
    assert items[1].source == "Prøveby, Standard"


def test_revisitation_comes_again_and_again() -> None:
    old = scheme(start_date=day("2019-06-01"))
    assert found(of=old, profile=PROFILE) == [("revisitation", "2027-06-01")]
    assert found(of=old, profile=PROFILE, today="2027-06-20") == [("revisitation", "2027-06-01")]
    assert found(of=old, profile=PROFILE, today="2027-07-01") == [("revisitation", "2027-06-01")]
    assert found(of=old, profile=PROFILE, today="2027-07-02") == [("revisitation", "2029-06-01")]


def test_an_agreed_visit_takes_the_place_of_the_expected_one() -> None:
    known_visit = scheme(start_date=day("2019-06-01"), next_visit=day("2026-03-16"))
    assert found(of=known_visit, profile=PROFILE) == [("visit", "2026-03-16")]


def test_after_a_visit_the_next_is_counted_from_it() -> None:
    visited = scheme(start_date=day("2019-06-01"), next_visit=day("2026-02-20"))
    assert found(of=visited, profile=PROFILE) == [
        ("visit", "2026-02-20"),
        ("revisitation", "2028-02-20"),
    ]


@pytest.mark.parametrize("profile", [None, EMPTY])
def test_what_no_source_says_is_not_due(profile: Profile | None) -> None:
    assert not found(of=scheme(start_date=day("2026-01-01")), profile=profile)


def test_without_a_start_nothing_is_expected() -> None:
    assert not found(of=scheme(), profile=PROFILE)


def test_all_in_order_of_the_day() -> None:
    one = grant("2026-04-01", last="2026-04-20", received_date=day("2026-03-02"))
    both = scheme(start_date=day("2026-01-10"), next_visit=day("2026-04-01"))
    assert [on for _code, on in found(one, of=both, profile=PROFILE)] == [
        "2026-03-30",
        "2026-04-01",
        "2026-04-10",
        "2026-04-20",
    ]


def test_a_grant_that_comes_from_a_decision_is_told_with_the_decision() -> None:
    one = grant("2026-04-01", received_date=day("2026-03-02"), decision="d")
    assert not found(one)


def test_a_visit_that_is_written_is_told_once_and_the_scheme_s_date_is_not() -> None:
    old = scheme(start_date=day("2019-06-01"), next_visit=day("2026-05-20"))
    assert found(of=old, profile=PROFILE, visits=(visit("2026-05-20"),)) == [
        ("visit", "2026-05-20")
    ]
    assert found(of=old, profile=PROFILE, visits=(visit("2026-05-06"),)) == [
        ("visit", "2026-05-06")
    ]


def test_a_held_visit_moves_the_next_and_one_that_was_not_held_does_not() -> None:
    old = scheme(start_date=day("2019-06-01"))
    held = visit("2026-03-02", is_held=Answer.YES)
    assert found(of=old, profile=PROFILE, visits=(held,)) == [("revisitation", "2028-03-02")]
    assert found(of=old, profile=PROFILE, visits=(visit("2026-03-02"),)) == [
        ("visit_passed", "2026-03-02"),
        ("revisitation", "2027-06-01"),
    ]
    other = visit("2026-03-02", VisitKind.FOLLOW_UP, is_held=Answer.YES)
    assert found(of=old, profile=PROFILE, visits=(other,)) == [("revisitation", "2027-06-01")]


def test_the_first_follow_up_is_not_expected_once_it_is_written() -> None:
    new = scheme(start_date=day("2026-01-31"))
    first = visit("2026-04-20", VisitKind.FIRST_FOLLOW_UP)
    assert found(of=new, profile=PROFILE, visits=(first,)) == [
        ("visit", "2026-04-20"),
        ("revisitation", "2028-01-31"),
    ]


def test_the_municipality_follows_up_when_budgets_are_made_anew() -> None:
    yearly = PROFILE._replace(values={"followup.budget_every_months": known(12)})
    new = scheme(start_date=day("2024-02-29"))
    assert found(of=new, profile=yearly) == [("budget_follow_up", "2026-02-28")]
    held = visit("2026-03-10", VisitKind.BUDGET, is_held=Answer.YES)
    assert found(of=new, profile=yearly, visits=(held,)) == [("budget_follow_up", "2027-03-10")]


def test_a_new_municipality_follows_up_from_the_move_on_and_not_from_visits_of_the_old() -> None:
    old = scheme(start_date=day("2019-06-01"), next_visit=day("2026-02-20"))
    held = visit("2026-01-20", is_held=Answer.YES)
    first = visit("2019-09-01", VisitKind.FIRST_FOLLOW_UP, is_held=Answer.YES)
    assert found(of=old, profile=PROFILE, visits=(held, first), moved="2026-03-01") == [
        ("visit", "2026-02-20"),
        ("first_follow_up", "2026-06-01"),
        ("revisitation", "2028-03-01"),
    ]


def test_an_observation_is_no_visit_with_papers() -> None:
    watched = visit("2026-04-01", VisitKind.OBSERVATION)
    asked = visit("2026-05-01")
    assert awaited((watched, asked), day("2026-03-16")) == asked
    assert awaited((watched,), day("2026-03-16")) is None
