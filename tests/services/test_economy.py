"""Money against the budget, read from a file: to the øre, and honest where a rate is missing."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from bpa_desktop.domain.absence import Absence, AbsenceKind
from bpa_desktop.domain.budget import Budget, BudgetLine, MoneyClass
from bpa_desktop.domain.economy import Kroner
from bpa_desktop.domain.kinds import HourKind
from bpa_desktop.domain.money import ore
from bpa_desktop.domain.money_flow import Payment, Voucher
from bpa_desktop.domain.own_rate import OwnRate, RateName
from bpa_desktop.domain.period import Period
from bpa_desktop.domain.roster import ShiftState
from bpa_desktop.domain.standard_line import StandardLine
from bpa_desktop.domain.what_if import Trial, TrialKind
from bpa_desktop.i18n import speaking
from bpa_desktop.services.accounts import accounts_of
from bpa_desktop.services.economy import average, budget_of, economy
from bpa_desktop.services.economy_words import sentence, sources
from bpa_desktop.services.pay_spent import pay_spent
from bpa_desktop.services.trying import cost, ground, told
from tests.services.little_roster import lay, open_little, shift
from tests.services.pay_alone import nothing_beside

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bpa_desktop.services.session import Session

BUDGET = Budget(id="b", valid_from=dt.date(2026, 1, 1), valid_to=dt.date(2026, 12, 31))
WORKED = {"state": ShiftState.WORKED}


def line(place: int, amount: str, standard: StandardLine | None, **fields: object) -> BudgetLine:
    given = {"id": f"line {place}", "budget": "b", "words": f"Linje {place}", **fields}
    return BudgetLine(place=place, amount=Decimal(amount), standard=standard, **given)  # type: ignore[arg-type]


PAY = line(1, "36500", StandardLine.ALL_PAY)
INSURANCE = line(2, "3650", StandardLine.INSURANCE)


def rate(who: str, kroner: str = "100", first: dt.date = dt.date(2020, 1, 1)) -> OwnRate:
    name = RateName.AGREED_HOUR
    return OwnRate(name=name, helper=who, value=Decimal(kroner), valid_from=first)


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    """Monday 16 March 2026: 80 hours worked on weekdays in January and February, at 100 kroner."""
    with open_little(tmp_path) as opened:
        days = ("01-12", "01-13", "01-14", "01-15", "01-16", "02-09", "02-10", "02-11", "02-12")
        worked = [shift(f"{day} 08:00", f"{day} 16:00", "anna", **WORKED) for day in days]
        worked.append(shift("02-13 08:00", "02-13 16:00", "bo", **WORKED))
        lay(opened, *nothing_beside(), rate("anna"), rate("bo"), BUDGET, PAY, INSURANCE, *worked)
        yield opened


def test_what_is_used_is_the_pay_of_the_months_that_are_over(session: Session) -> None:
    lay(session, shift("03-03 08:00", "03-03 16:00", "anna", **WORKED))
    found = economy(session, BUDGET)
    pay, insurance = found.lines
    spent = pay_spent(session, dt.date(2026, 1, 1), dt.date(2026, 3, 1))
    assert pay.used == sum(spent.amounts.values()) == Decimal(8000)
    assert pay.to_date == Decimal(5900)
    assert (insurance.used, insurance.to_date) == (Decimal(0), Decimal(590))
    assert found.to_date == dt.date(2026, 3, 1)


def test_the_lines_add_up_to_the_whole_and_each_to_its_records(session: Session) -> None:
    lay(
        session,
        Voucher(id="v", day=dt.date(2026, 3, 2), what="Forsikring", amount=Decimal("1234.56"),
                standard=StandardLine.INSURANCE),
        Voucher(id="w", day=dt.date(2026, 3, 2), what="Avis", amount=Decimal(10),
                standard=StandardLine.ADVERTS),
        Voucher(id="x", day=dt.date(2026, 3, 2), what="Billet", amount=Decimal(99),
                standard=StandardLine.HELPER_RELATED),
    )  # fmt: skip
    found = economy(session, BUDGET)
    assert [one.used for one in found.lines] == [Decimal(8000), Decimal("1234.56"), Decimal(10)]
    assert found.whole.used == Decimal("9244.56")
    assert [one.record_id for one in sources(session, found, found.lines[0])] == [
        "anna", "anna", "bo"
    ]  # fmt: skip
    assert [one.record_id for one in sources(session, found, found.lines[1])] == ["v"]
    assert [one.record_id for one in sources(session, found, found.lines[2])] == ["w"]


def test_pay_to_come_is_that_of_the_roster_and_other_hours_at_what_an_hour_cost(
    session: Session,
) -> None:
    before = economy(session, BUDGET).lines[0].expected
    assert before is not None
    # From here on little is planned: 80 hours in the 90 days behind, to the year's end.
    days = (dt.date(2027, 1, 1) - session.today).days
    behind = (session.today - dt.date(2025, 12, 16)).days
    likely = Decimal(8000) + round(Decimal(80 * 60 * days) / behind) * Decimal(100) / 60
    # Ten months are each rounded to a whole minute.
    assert abs(before.middle - likely) < 10
    assert before.low < before.middle < before.high


def test_a_shift_that_is_laid_raises_the_end_by_its_own_pay(tmp_path: Path) -> None:
    with open_little(tmp_path) as session:
        week = [f"03-{day}" for day in (16, 17, 18)]
        laid = [shift(f"{day} 08:00", f"{day} 16:00", "anna") for day in week]
        lay(session, *nothing_beside(), rate("anna"), rate("bo", "250"), BUDGET, PAY, *laid)
        one = economy(session, BUDGET).lines[0].expected
        assert one == Kroner(*[Decimal(2400)] * 3)
        lay(session, shift("03-19 08:00", "03-19 16:00", "bo"))
        assert economy(session, BUDGET).lines[0].expected == Kroner(*[Decimal(4400)] * 3)


def test_a_shift_that_was_lost_to_an_absence_neither_costs_nor_saves(tmp_path: Path) -> None:
    with open_little(tmp_path) as session:
        week = [f"03-{day}" for day in (16, 17, 18)]
        laid = [shift(f"{day} 08:00", f"{day} 16:00", "anna") for day in week]
        lay(session, *nothing_beside(), rate("anna"), BUDGET, PAY, *laid)
        away = {"helper": "anna", "kind": AbsenceKind.AGREED_DAY_OFF}
        over = dt.date(2026, 3, 13)
        lay(session, shift("03-13 08:00", "03-13 16:00", "anna"))
        lay(session, Absence(first_day=over, last_day=over, **away))
        assert economy(session, BUDGET).lines[0].expected == Kroner(*[Decimal(2400)] * 3)
        # One that is to come is likely worked by somebody else, for the same pay.
        lay(session, Absence(first_day=session.today, last_day=session.today, **away))
        found = economy(session, BUDGET).lines[0].expected
        assert found == Kroner(Decimal(1600), Decimal(2400), Decimal(2400))


def test_a_missing_rate_makes_the_pay_and_the_whole_incomplete_and_nothing_else(
    session: Session,
) -> None:
    lay(session, shift("02-16 08:00", "02-16 16:00", "carla", **WORKED))
    found = economy(session, BUDGET)
    assert (found.lines[0].used, found.lines[0].expected) == (None, None)
    assert (found.whole.used, found.whole.expected, found.whole.difference) == (None, None, None)
    assert found.lines[1].used == 0
    assert found.missing
    assert sentence(found).startswith("Ufuldstændig")


def test_a_rate_that_is_missing_for_shifts_to_come_leaves_what_is_used(session: Session) -> None:
    lay(session, shift("03-20 08:00", "03-20 16:00", "carla"))
    pay = economy(session, BUDGET).lines[0]
    assert (pay.used, pay.expected) == (Decimal(8000), None)


def test_a_later_budget_takes_over_in_the_middle_of_a_month(session: Session) -> None:
    later = Budget(id="c", valid_from=dt.date(2026, 2, 11), valid_to=dt.date(2026, 12, 31))
    own = line(1, "3240", StandardLine.BASIC_PAY, id="own", budget="c")
    lay(session, later, own)
    first, second = economy(session, BUDGET), economy(session, later)
    assert budget_of(session, session.today) == later
    assert (first.days.end, first.to_date) == (dt.date(2026, 2, 11), dt.date(2026, 2, 11))
    # Seven days of eight hours come before, three after.
    assert first.lines[0].used == Decimal(5600)
    assert first.lines[0].granted == Decimal(4100)
    assert second.lines[0].used == Decimal(2400)
    assert second.lines[0].to_date == Decimal(180)


def test_a_month_of_two_budgets_costs_both_together_what_the_month_cost(session: Session) -> None:
    later = Budget(id="c", valid_from=dt.date(2026, 2, 11), valid_to=dt.date(2026, 12, 31))
    january = dt.date(2026, 1, 1)
    percent = OwnRate(name=RateName.HOLIDAY_PAY, value=Decimal("12.5"), valid_from=january)
    lay(session, later, line(1, "3240", StandardLine.ALL_PAY, id="own", budget="c"))
    lay(session, percent)
    spent = pay_spent(session, dt.date(2026, 1, 1), dt.date(2026, 3, 1))
    both = [economy(session, one) for one in (BUDGET, later)]
    used = [one.lines[0].used for one in both]
    # February has 500 kroner of holiday pay for 28 days, 10 of them before the revision.
    assert used == [Decimal(5600) + 500 + ore(Decimal(5000) / 28), Decimal("2721.43")]
    assert sum(one or 0 for one in used) == sum(spent.amounts.values()) == 9000
    told = [list(sources(session, one, one.lines[0])) for one in both]
    assert [len(one) for one in told] == [3, 2]


def test_a_payment_over_two_budgets_is_received_in_each_for_its_days(session: Session) -> None:
    days = {"first_day": dt.date(2025, 12, 22), "last_day": dt.date(2026, 1, 10)}
    lay(session, Payment(received_on=dt.date(2025, 12, 20), amount=Decimal(2000), **days))
    year = Period(dt.date(2026, 1, 1), dt.date(2027, 1, 1))
    assert economy(session, BUDGET).received == 1000
    assert accounts_of(session, year).total.received == 1000


def test_a_voucher_on_a_line_of_section_10_is_in_no_sum_t13(session: Session) -> None:
    apart = line(3, "5000", StandardLine.HELPER_RELATED)
    bought = {"day": dt.date(2026, 3, 2), "what": "Sæbe", "amount": Decimal(4800)}
    lay(session, apart, Voucher(id="v", line=apart.id, **bought))
    lay(session, line(4, "900", StandardLine.COURSES))
    found = economy(session, BUDGET)
    assert [one.line and one.line.place for one in found.lines] == [1, 2, 4]
    assert found.whole.used == 8000
    assert [list(sources(session, found, one)) for one in found.lines[1:]] == [[], []]
    year = Period(dt.date(2026, 1, 1), dt.date(2027, 1, 1))
    assert accounts_of(session, year).total.spent == 8000


def test_a_set_off_counts_day_by_day_and_what_is_outside_not_at_all(session: Session) -> None:
    lay(
        session,
        line(3, "-3650", StandardLine.SET_OFF),
        line(4, "5000", StandardLine.HELPER_RELATED, money_class=MoneyClass.OUTSIDE),
        Payment(received_on=dt.date(2026, 1, 2), amount=Decimal(500)),
        Payment(received_on=dt.date(2025, 12, 31), amount=Decimal(700)),
    )
    found = economy(session, BUDGET)
    assert [one.line and one.line.place for one in found.lines] == [1, 2, 3]
    assert (found.lines[2].used, found.lines[2].difference) == (Decimal(-590), 0)
    assert found.received == Decimal(500)


def test_a_line_without_pay_is_certain_only_as_far_as_it_is_used(session: Session) -> None:
    insurance = economy(session, BUDGET).lines[1]
    assert insurance.expected == Kroner(Decimal(0), Decimal(3650), Decimal(3650))


def test_a_trial_costs_what_hours_have_cost_and_writes_nothing(session: Session) -> None:
    usual = average(session)
    assert usual is not None
    assert round(usual.minute(HourKind.BASIS) * 60, 6) == 100
    found = ground(session)
    trip = Trial(TrialKind.TRIP, 8 * 60, 7)
    before = session.undo_text()
    assert (trip.used, cost(found, trip)) == (56 * 60, Decimal(5600))
    course = Trial(TrialKind.COURSE, 7 * 60, 2, Decimal(3000))
    assert cost(found, course) == Decimal(4400)
    with speaking("en"):
        assert told(found, trip)[0] == "It takes 56 hours more: 7 times 8 hours."
        assert told(found, trip)[1].startswith("It costs about 5,600\u00a0kroner")
    assert session.undo_text() == before


def test_what_a_trial_costs_is_not_guessed_without_a_rate(session: Session) -> None:
    lay(session, shift("02-16 08:00", "02-16 16:00", "carla", **WORKED))
    found = ground(session)
    assert cost(found, Trial(TrialKind.TRIP, 8 * 60)) is None
    assert [one.id for one in found.helpers] == ["anna", "bo", "carla", "dina"]
