"""A budget built from the grant, with the golden numbers of municipalities."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from bpa_desktop.domain.budget import Budget, BudgetLine, MoneyClass
from bpa_desktop.domain.budget_building import is_paid_in_advance, usual_class
from bpa_desktop.domain.budget_years import sums
from bpa_desktop.domain.grant import Grant, GrantLine, Per, YearLength
from bpa_desktop.domain.kinds import HourKind
from bpa_desktop.domain.own_rate import OwnRate, RateName
from bpa_desktop.domain.people import Position
from bpa_desktop.domain.scheme import Party, Scheme
from bpa_desktop.domain.standard_line import StandardLine
from bpa_desktop.i18n import speaking
from bpa_desktop.services.budget_building import (
    Assumed,
    NothingToBuild,
    assumed,
    build,
    make_budget,
    suggested,
)
from bpa_desktop.services.budget_building_words import built_sentence, missing_words
from bpa_desktop.services.budgets import lines_of
from tests.services.little_roster import helper, lay, open_empty

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bpa_desktop.domain.budget_building import BuiltLine
    from bpa_desktop.services.budget_building import (
        Built,
    )
    from bpa_desktop.services.session import Session

FIRST, LAST = dt.date(2026, 1, 1), dt.date(2026, 12, 31)
LINE = StandardLine


@pytest.fixture(name="session")
def _session(tmp_path: Path) -> Iterator[Session]:
    with open_empty(tmp_path) as session:
        yield session


def scheme(employer: Party = Party.COMPANY, municipality: str = "Brønderslev") -> Scheme:
    return Scheme(
        id="scheme",
        citizen_name="Eksempel",
        municipality=municipality,
        employer=employer,
        payroll=employer,
    )


def weekly(hours: int, **fields: Any) -> Grant:
    line = GrantLine(minutes=hours * 60, per=Per.WEEK, **fields)
    return Grant(id="grant", valid_from=dt.date(2025, 1, 1), lines=(line,))


def round_the_clock(year_length: YearLength = YearLength.CALENDAR) -> Grant:
    line = GrantLine(minutes=1440, per=Per.DAY, from_time=dt.time(), to_time=dt.time())
    return Grant(id="grant", valid_from=dt.date(2025, 1, 1), year_length=year_length, lines=(line,))


def agreed(kroner: str = "100") -> OwnRate:
    return OwnRate(
        name=RateName.AGREED_HOUR,
        value=Decimal(kroner),
        valid_from=dt.date(2020, 1, 1),
        source="Aftale",
    )


def people(count: int, **fields: Any) -> list[Any]:
    return [helper(f"H{number} Prøve", **fields) for number in range(count)]


def built(session: Session, **changes: Any) -> Built:
    return build(session, assumed(session, FIRST, LAST)._replace(**changes))


def line_of(found: Built, standard: StandardLine) -> BuiltLine:
    return next(one for one in found.lines if one.standard is standard)


def kinds_of(found: Built) -> set[StandardLine]:
    return {one.standard for one in found.lines}


@pytest.mark.parametrize(
    ("year_length", "kroner"),
    [(YearLength.WEEKS_52, "46388.16"), (YearLength.CALENDAR, "46515.60")],
)
def test_t1_t2_a_firm_gets_so_much_for_each_granted_hour(
    session: Session, year_length: YearLength, kroner: str
) -> None:
    lay(session, scheme(), round_the_clock(year_length), agreed())
    line = line_of(built(session), LINE.EMPLOYER_TASK)
    assert line.pay.amount == Decimal(kroner)
    assert line.money_class is MoneyClass.ADVANCE


@pytest.mark.parametrize(("count", "meeting", "mus"), [(6, 24, 6), (1, 0, 0), (2, 8, 2)])
def test_t3_t4_hours_at_meetings_and_mus_from_the_second_helper_on(
    session: Session, count: int, meeting: int, mus: int
) -> None:
    lay(session, scheme(), round_the_clock(), agreed(), *people(count))
    found = built(session)
    assert found.hours.minutes(HourKind.STAFF_MEETING) == meeting * 60
    assert found.hours.minutes(HourKind.MUS) == mus * 60
    assert (LINE.MUS in kinds_of(found)) is bool(mus)


def test_a_substitute_has_hours_at_meetings_but_no_mus(session: Session) -> None:
    substitute = helper("Vita Vikar", position=Position.SUBSTITUTE)
    lay(session, scheme(), round_the_clock(), agreed(), *people(2), substitute)
    found = built(session)
    assert found.hours.minutes(HourKind.STAFF_MEETING) == 12 * 60
    assert found.hours.minutes(HourKind.MUS) == 2 * 60


def test_hours_that_the_decision_gives_hold_instead_of_the_rule(session: Session) -> None:
    own = GrantLine(kind=HourKind.STAFF_MEETING, minutes=40 * 60, per=Per.YEAR)
    clock = round_the_clock()
    grant = Grant(id="grant", valid_from=clock.valid_from, lines=(*clock.lines, own))
    lay(session, scheme(), grant, agreed(), *people(6))
    assert built(session).hours.minutes(HourKind.STAFF_MEETING) == 40 * 60


def test_t5_headroom_is_a_part_of_the_pay(session: Session) -> None:
    grant = Grant(
        id="grant",
        valid_from=FIRST,
        valid_to=LAST,
        lines=(
            GrantLine(
                minutes=10_000 * 60, per=Per.PERIOD, from_time=dt.time(8), to_time=dt.time(16)
            ),
        ),
    )
    lay(session, scheme(), grant, agreed())
    for name in (RateName.SATURDAY, RateName.SUNDAY, RateName.EVENING, RateName.NIGHT):
        lay(session, OwnRate(name=name, value=Decimal(0), valid_from=FIRST))
    found = built(session)
    assert line_of(found, LINE.BASIC_PAY).pay.amount == 1_000_000
    assert line_of(found, LINE.HEADROOM).pay.amount == 20_000


def test_t6_own_payroll_is_a_line_of_nothing(session: Session) -> None:
    lay(session, scheme(Party.RELATIVE), round_the_clock(), agreed())
    found = built(session)
    assert line_of(found, LINE.PAYROLL).pay.amount == 0
    assert LINE.EMPLOYER_TASK not in kinds_of(found)


def test_t9_a_firm_is_paid_after_the_month() -> None:
    assert is_paid_in_advance(Party.SELF)
    assert is_paid_in_advance(Party.RELATIVE)
    assert not is_paid_in_advance(Party.COMPANY)
    assert not is_paid_in_advance(Party.ASSOCIATION)


def test_t13_section_10_stands_outside_the_accounts(session: Session) -> None:
    lay(session, scheme(), round_the_clock(), agreed())
    _budget, _count = make_budget(
        session, assumed(session, FIRST, LAST)._replace(helper_related=Decimal(4800))
    )
    lines = session.records.all(BudgetLine)
    assert sums(lines).outside == 4800
    assert sums(lines).accounts == sum(
        one.amount for one in lines if one.standard is not LINE.HELPER_RELATED
    )
    assert usual_class(LINE.HELPER_RELATED) is MoneyClass.OUTSIDE


def test_supplements_follow_from_where_the_hours_are(session: Session) -> None:
    grant = weekly(35, from_time=dt.time(15), to_time=dt.time(20))
    lay(session, scheme(), grant, agreed())
    found = built(session)
    assert found.hours.spread == ()
    evening = line_of(found, LINE.EVENING)
    assert evening.minutes == 365 * 3 * 60
    assert evening.pay.amount == 365 * 3 * 30
    assert LINE.NIGHT not in kinds_of(found)


def test_fewer_hours_than_their_place_on_the_clock_share_the_supplement(session: Session) -> None:
    lay(session, scheme(), weekly(7, from_time=dt.time(16), to_time=dt.time(18)), agreed())
    found = built(session)
    assert line_of(found, LINE.EVENING).minutes == 365 * 30
    assert len(found.hours.spread) == 1


def test_the_second_helper_counts_once_more(session: Session) -> None:
    grant = weekly(7, from_time=dt.time(17), to_time=dt.time(18), helpers=2)
    lay(session, scheme(), grant, agreed())
    assert line_of(built(session), LINE.EVENING).minutes == 365 * 2 * 60


def test_hours_without_times_leave_the_supplement_unknown(session: Session) -> None:
    lay(session, scheme(), weekly(50), agreed())
    found = built(session)
    assert line_of(found, LINE.BASIC_PAY).pay.amount is not None
    for standard in (LINE.EVENING, LINE.NIGHT, LINE.SATURDAY, LINE.SUNDAY, LINE.HOLIDAY_PAY):
        assert line_of(found, standard).pay.amount is None
    with speaking("en"):
        words = [missing_words(one, found.rates) for one in found.missing]
    assert any("Write the times in the grant." in one for one in words)


def test_hours_without_times_can_be_taken_to_be_by_day(session: Session) -> None:
    placed = GrantLine(minutes=60, per=Per.DAY, from_time=dt.time(17), to_time=dt.time(18))
    grant = weekly(50)
    lay(
        session,
        scheme(),
        Grant(id="grant", valid_from=grant.valid_from, lines=(*grant.lines, placed)),
        agreed(),
    )
    assert line_of(built(session), LINE.EVENING).pay.amount is None
    assert line_of(built(session, unplaced_by_day=True), LINE.EVENING).pay.amount == 365 * 30


def test_a_missing_rate_makes_everything_above_it_incomplete_and_is_not_saved(
    session: Session,
) -> None:
    lay(session, scheme(), round_the_clock(), *people(2))
    found = built(session)
    assert {one.standard for one in found.whole} == {LINE.EMPLOYER_TASK, LINE.ATP}
    assert ("pay-hour", "step_11") in {(one.rule, one.key) for one in found.missing}
    with speaking("en"):
        assert built_sentence(found).endswith("lines cannot be worked out.")
        make_budget(session, assumed(session, FIRST, LAST))
    assert {one.standard for one in session.records.all(BudgetLine)} == {
        LINE.EMPLOYER_TASK,
        LINE.ATP,
    }


def test_the_mix_of_seniority_prices_the_hours(session: Session) -> None:
    lay(session, scheme(), weekly(70, from_time=dt.time(8), to_time=dt.time(18)))
    for name, value in ((RateName.HOUR_11, "100"), (RateName.HOUR_12, "110")):
        lay(session, OwnRate(name=name, value=Decimal(value), valid_from=FIRST))
    lay(session, *people(3, seniority_date=dt.date(2010, 1, 1)), helper("Ny Prøve"))
    basis = assumed(session, FIRST, LAST)
    assert basis.experienced == 75
    line = line_of(build(session, basis), LINE.BASIC_PAY)
    hours = 3650
    assert line.pay.amount == Decimal(hours) * (25 * 100 + 75 * 110) / 100
    assert [(one.quantity, one.rate) for one in line.pay.steps] == [
        (Decimal("912.5"), 100),
        (Decimal("2737.5"), 110),
    ]


def test_a_rate_that_changes_within_the_year_prices_each_day_as_it_is(session: Session) -> None:
    lay(session, scheme(), weekly(70, from_time=dt.time(8), to_time=dt.time(18)), agreed())
    lay(
        session,
        OwnRate(
            name=RateName.AGREED_HOUR, value=Decimal(200), valid_from=dt.date(2026, 4, 1), source=""
        ),
    )
    line = line_of(built(session), LINE.BASIC_PAY)
    assert line.pay.amount == 90 * 10 * 100 + 275 * 10 * 200


def test_availability_has_its_share_and_no_supplement(session: Session) -> None:
    grant = weekly(56, kind=HourKind.AVAILABILITY, from_time=dt.time(23), to_time=dt.time(7))
    lay(session, scheme(), grant, agreed())
    found = built(session)
    assert line_of(found, LINE.AVAILABILITY).pay.amount == 365 * 8 * 75
    assert LINE.NIGHT not in kinds_of(found)


def test_contributions_rest_on_the_pay(session: Session) -> None:
    lay(session, scheme(), weekly(70, from_time=dt.time(8), to_time=dt.time(18)), agreed())
    lay(session, *people(2))
    found = built(session, headroom=None, meeting=None, mus=None)
    basic = Decimal(365_000)
    assert line_of(found, LINE.BASIC_PAY).pay.amount == basic
    evening = line_of(found, LINE.EVENING).pay.amount
    weekend = [line_of(found, one).pay.amount for one in (LINE.SATURDAY, LINE.SUNDAY)]
    assert evening == 365 * 30
    pay = basic + evening + sum(one or 0 for one in weekend)
    assert line_of(found, LINE.HOLIDAY_PAY).pay.amount == pay * Decimal("0.125")
    pension = line_of(found, LINE.PENSION).pay
    assert [one.rate for one in pension.steps] == [
        Decimal("0.1289"),
        Decimal("0.05"),
        Decimal("0.01"),
    ]
    assert line_of(found, LINE.ATP).pay.amount == 2 * 12 * 198
    assert line_of(found, LINE.BARSEL).pay.amount is None


def test_what_the_municipality_does_not_say_is_asked_and_never_guessed(session: Session) -> None:
    lay(session, scheme(municipality="Ishøj"), round_the_clock(), agreed(), *people(6))
    found = built(session)
    assert not {LINE.HEADROOM, LINE.STAFF_MEETINGS, LINE.MUS} & kinds_of(found)
    assert line_of(found, LINE.EMPLOYER_TASK).pay.amount is None
    assert line_of(found, LINE.PENSION).pay.amount is None
    asked = line_of(built(session, pension=Decimal(13)), LINE.PENSION)
    assert asked.pay.amount is not None


def ishoj(session: Session, *records: Any) -> None:
    """A municipality that says nothing of pension, with a permanent helper and a substitute."""
    lay(session, scheme(municipality="Ishøj"), round_the_clock(), agreed(), *records)
    lay(session, helper("Anna Prøve"), helper("Bo Prøve", position=Position.SUBSTITUTE))


def test_a_pension_on_which_the_sources_disagree_is_suggested_until_it_is_taken(
    session: Session,
) -> None:
    ishoj(session)
    basis = assumed(session, FIRST, LAST)
    assert (basis.pension, basis.pension_clock, basis.with_pension) == (None, None, 100)
    taken = suggested(session, basis)
    assert taken is not None
    assert [str(one) for one in (taken.pension, taken.pension_clock, taken.pension_weekend)] == [
        "12.89",
        "5",
        "1",
    ]
    assert taken.with_pension == 50
    assert suggested(session, taken) is None
    assert line_of(build(session, basis), LINE.PENSION).pay.amount is None
    assert [one.rate for one in line_of(build(session, taken), LINE.PENSION).pay.steps] == [
        Decimal("0.1289"),
        Decimal("0.05"),
        Decimal("0.01"),
    ]
    with speaking("en"):
        budget, _count = make_budget(session, taken)
    line = next(one for one in lines_of(session, budget) if one.standard is LINE.PENSION)
    assert line.source.startswith("The sources disagree: Brønderslev")


def test_a_pension_that_the_user_wrote_counts_at_once_and_nothing_unsure_with_it(
    session: Session,
) -> None:
    since = dt.date(2025, 1, 1)
    own = OwnRate(
        name=RateName.PENSION, value=Decimal(13), valid_from=since, source="Lønseddel for marts"
    )
    ishoj(session, own)
    basis = assumed(session, FIRST, LAST)
    assert (basis.pension, basis.pension_clock, basis.with_pension) == (13, None, 50)
    assert suggested(session, basis) is None
    (step,) = line_of(build(session, basis), LINE.PENSION).pay.steps
    assert step.rate == Decimal("0.13")
    with speaking("en"):
        budget, _count = make_budget(session, basis)
    line = next(one for one in lines_of(session, budget) if one.standard is LINE.PENSION)
    assert line.source == "Written by you: Lønseddel for marts"


def test_a_set_off_is_taken_off_and_what_is_written_says_so(session: Session) -> None:
    lay(session, scheme(), round_the_clock(), agreed())
    with speaking("en"):
        basis = assumed(session, FIRST, LAST)._replace(set_off=Decimal(1200))
        budget, count = make_budget(session, basis)
    lines = lines_of(session, budget)
    assert len(lines) == count
    last = lines[-1]
    assert (last.standard, last.amount, last.source) == (LINE.SET_OFF, -1200, "Written by you")


def test_every_line_tells_how_it_is_worked_out_and_from_where(session: Session) -> None:
    lay(session, scheme(), round_the_clock(), agreed(), *people(2))
    with speaking("en"):
        budget, _count = make_budget(session, assumed(session, FIRST, LAST))
    lines = {one.standard: one for one in lines_of(session, budget)}
    assert [one.place for one in lines_of(session, budget)] == list(range(1, len(lines) + 1))
    task = lines[LINE.EMPLOYER_TASK]
    assert task.formula == "8,760 hours × DKK\u00a05.31"
    assert task.source == (
        "Read in the source: Brønderslev Kommune, Borgerstyret personlig assistance, "
        "kvalitetsstandard (4 December 2023)"
    )
    assert lines[LINE.BASIC_PAY].source == "Written by you: Aftale"
    assert lines[LINE.HEADROOM].formula.endswith("× 2 %")
    assert lines[LINE.ATP].formula == "24 months of helpers × DKK\u00a0198.00"
    assert all(one.formula and one.source for one in lines.values())


def test_it_is_one_action_that_can_be_undone(session: Session) -> None:
    lay(session, scheme(), round_the_clock(), agreed())
    make_budget(session, assumed(session, FIRST, LAST))
    session.undo()
    assert not session.records.all(Budget)
    assert not session.records.all(BudgetLine)


def test_an_empty_file_builds_nothing_and_writes_nothing(session: Session) -> None:
    with pytest.raises(NothingToBuild):
        make_budget(session, Assumed(FIRST, LAST, 0, 0, Decimal(0), Decimal(0)))
    assert not session.records.all(Budget)
