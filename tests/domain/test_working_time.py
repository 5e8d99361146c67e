"""All the rules together, and what they rest on: the agreement, care, and who employs."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bpa_desktop.domain.clock import day_of, days_span, instant
from bpa_desktop.domain.findings import Code, Severity, order
from bpa_desktop.domain.ground import Ground, Question, ground_of
from bpa_desktop.domain.kinds import HourKind
from bpa_desktop.domain.people import Position
from bpa_desktop.domain.scheme import Agreement, Answer, LegalBasis, Party, Scheme
from bpa_desktop.domain.work import work_of
from bpa_desktop.domain.working_time import (
    LOOK_AHEAD,
    LOOK_BACK,
    nearby_rules,
    working_time,
)
from bpa_desktop.services.rulebook import rulebook
from tests.counting import not_counting
from tests.domain.builders import FOA, STATUTE, helper, moment, row

if TYPE_CHECKING:
    from bpa_desktop.domain.findings import Finding
    from bpa_desktop.domain.stints import Stint

WHOLE = row("2026-03-17T08:00", "2026-03-18T08:00", id="whole")
NIGHT = instant(moment("2026-03-17T23:00"))
RESTS = {"whole": ((NIGHT, NIGHT + 360), (NIGHT - 600, NIGHT - 480))}
TIGHT = (
    row("2026-03-16T13:00", "2026-03-16T21:00"),
    row("2026-03-17T06:00", "2026-03-17T14:00"),
)


def told(*rows: Stint, ground: Ground) -> list[tuple[Code, Severity]]:
    found = working_time(rows, RESTS, (), rulebook(), ground)
    return [(one.code, one.severity) for one in found if one.code is not Code.BREAK_RIGHT]


def asked(*rows: Stint, ground: Ground) -> set[Question]:
    found = working_time(rows, RESTS, (), rulebook(), ground)
    return {question for one in found for question in one.values.get("asks", ())}  # type: ignore[attr-defined]


@pytest.mark.parametrize("agreement", [one for one in Agreement if one is not Agreement.DE_FOA])
def test_without_the_agreement_a_24_hour_shift_breaks_the_daily_rest(agreement: Agreement) -> None:
    ground = Ground(Answer.YES, agreement)
    assert told(WHOLE, ground=ground) == [(Code.DAILY_REST, Severity.PROBLEM)]


def test_with_the_agreement_a_lawful_one_is_no_alarm() -> None:
    assert told(WHOLE, ground=FOA) == []


def test_the_agreement_is_asked_about_while_it_would_change_something() -> None:
    unknown = Ground(Answer.YES, Agreement.UNKNOWN)
    assert asked(WHOLE, ground=unknown) == {Question.AGREEMENT}
    assert asked(*TIGHT, ground=unknown) == {Question.AGREEMENT}
    hopeless = row("2026-03-17T02:00", "2026-03-17T14:00")
    assert asked(TIGHT[0], hopeless, ground=unknown) == set()
    assert asked(WHOLE, ground=STATUTE) == set()


def test_care_is_asked_about_where_a_household_employs() -> None:
    unknown = Ground(Answer.UNKNOWN, Agreement.NONE)
    assert asked(*TIGHT, ground=unknown) == {Question.CARE}
    assert asked(*TIGHT, ground=unknown._replace(in_household=False)) == set()
    assert asked(*TIGHT, ground=unknown._replace(agreement=Agreement.DE_FOA)) == set()


def test_without_care_in_a_household_the_act_only_gives_hints() -> None:
    no_care = Ground(Answer.NO, Agreement.NONE)
    assert told(*TIGHT, ground=no_care) == [(Code.DAILY_REST, Severity.HINT)]
    assert asked(*TIGHT, ground=Ground(Answer.NO, Agreement.UNKNOWN)) == set()
    company = no_care._replace(in_household=False)
    assert told(*TIGHT, ground=company) == [(Code.DAILY_REST, Severity.PROBLEM)]
    agreed = no_care._replace(agreement=Agreement.DE_FOA)
    assert not agreed.is_exempt


def test_another_agreement_is_said_to_be_unknown() -> None:
    other = Ground(Answer.YES, Agreement.OTHER)
    (one,) = [
        one for one in working_time(TIGHT, {}, (), rulebook(), other) if one.code is Code.DAILY_REST
    ]
    assert one.values["other_agreement"] is True


def test_shortened_rest_is_a_hint_with_the_agreement() -> None:
    assert told(*TIGHT, ground=FOA) == [(Code.SHORTENED_REST, Severity.HINT)]
    assert told(*TIGHT, ground=STATUTE) == [(Code.DAILY_REST, Severity.PROBLEM)]


def test_work_close_to_a_24_hour_shift_is_told_once_by_its_own_rule() -> None:
    after = row("2026-03-18T18:00", "2026-03-18T23:00")
    assert told(WHOLE, after, ground=FOA) == [(Code.REST_AFTER_DAY_SHIFT, Severity.PROBLEM)]


def test_findings_come_in_order_of_time() -> None:
    rows = [row(f"2026-03-{day:02}T06:00", f"2026-03-{day:02}T21:00") for day in range(1, 29)]
    found = working_time(rows, {}, (), rulebook(), STATUTE)
    assert {one.code for one in found} >= {Code.DAILY_REST, Code.WEEKLY_DAY_OFF, Code.BREAK_RIGHT}
    assert [one.window for one in found] == sorted(one.window for one in found)


def test_availability_in_the_home_is_not_rest() -> None:
    rows = [
        row("2026-03-16T15:00", "2026-03-16T23:00"),
        row("2026-03-16T23:00", "2026-03-17T07:00", kind=HourKind.AVAILABILITY),
        row("2026-03-17T07:00", "2026-03-17T08:00"),
    ]
    assert told(*rows, ground=STATUTE) == [(Code.DAILY_REST, Severity.PROBLEM)]


def scheme(**fields: object) -> Scheme:
    return Scheme(citizen_name="Prøve", **fields)


def test_the_ground_of_a_scheme() -> None:
    people = [helper(), helper("bo", position=Position.RELATIVE)]
    assert ground_of(None, people) == Ground()
    answered = scheme(agreement=Agreement.DE_FOA, care_work=Answer.YES)
    assert ground_of(answered, people) == FOA
    assert not ground_of(scheme(employer=Party.COMPANY), people).in_household
    assert ground_of(scheme(employer=Party.RELATIVE), people).in_household


@pytest.mark.parametrize(
    ("basis", "employer", "who"),
    [
        (LegalBasis.SECTION_95_3, Party.RELATIVE, {"bo"}),
        (LegalBasis.SECTION_95_3, Party.COMPANY, set()),
        (LegalBasis.SECTION_96, Party.SELF, set()),
        (LegalBasis.SECTION_95_2, Party.SELF, set()),
    ],
)
def test_only_relatives_who_hold_a_grant_themselves_share_the_hours(
    basis: LegalBasis, employer: Party, who: set[str]
) -> None:
    people = [helper(), helper("bo", position=Position.RELATIVE)]
    assert ground_of(scheme(legal_basis=basis, employer=employer), people).relatives == who


BASE = instant(moment("2026-03-02T00:00"))
DAYS = 45


@st.composite
def rosters(draw: st.DrawFn) -> list[Stint]:
    """A shift on most of some weeks' days, now and then of 24 hours, over the clock change."""
    made = []
    for number in range(DAYS):
        if draw(st.integers(0, 9)):
            start = BASE + number * 1440 + draw(st.sampled_from([0, 420, 480, 900, 1380]))
            length = draw(st.sampled_from([240, 480, 481, 840, 1440]))
            span = start, start + length
            made.append((f"s{number}", "anna", None, "basis", "planned", *span, None, None))
    return made


@not_counting()
@given(rosters(), st.integers(0, DAYS - 7), st.sampled_from([STATUTE, FOA]))
def test_a_week_needs_no_more_than_the_days_around_it(
    rows: list[Stint], after: int, ground: Ground
) -> None:
    start = day_of(BASE) + dt.timedelta(days=after)
    end = start + dt.timedelta(days=7)
    near = days_span(start - LOOK_BACK, end + LOOK_AHEAD)

    def inside(some: list[Stint]) -> list[Finding]:
        found = nearby_rules(work_of(some), {}, rulebook(), ground)
        edges = dt.datetime.combine(start, dt.time()), dt.datetime.combine(end, dt.time())
        return sorted(
            (one for one in found if one.window[1] > edges[0] and one.window[0] < edges[1]),
            key=order,
        )

    read = [row for row in rows if row[5] < near[1] and row[6] > near[0]]
    assert inside(read) == inside(rows)
