"""What a sick week costs: the shifts that lie in it, sick pay, and those who step in."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from bpa_desktop.domain.absence import Absence, AbsenceKind
from bpa_desktop.domain.own_rate import OwnRate, RateName
from bpa_desktop.domain.period import Period
from bpa_desktop.domain.roster import ShiftState
from bpa_desktop.domain.scheme import SickPay
from bpa_desktop.services.economy import cost_of
from bpa_desktop.services.reading import helpers
from bpa_desktop.services.sick_week import sick_week
from bpa_desktop.services.trying import ground, sickness
from tests.services.little_roster import everything, lay, open_little, shift
from tests.services.pay_alone import nothing_beside

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bpa_desktop.services.session import Session
    from bpa_desktop.services.sick_week import SickWeek

MONDAY = dt.date(2026, 3, 23)
MARCH = Period(dt.date(2026, 3, 1), dt.date(2026, 4, 1))


def rate(who: str, kroner: int) -> OwnRate:
    name = RateName.AGREED_HOUR
    return OwnRate(name=name, helper=who, value=Decimal(kroner), valid_from=dt.date(2020, 1, 1))


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    """Anna is laid for 16 hours in the week from 23 March at 100 kroner; the others cost 120."""
    with open_little(tmp_path) as opened:
        scheme = opened.scheme()
        assert scheme is not None
        rates = [rate("anna", 100), *(rate(who, 120) for who in ("bo", "carla", "dina"))]
        lay(
            opened,
            replace(scheme, sick_pay=SickPay.FULL),
            *nothing_beside(),
            *rates,
            shift("03-24 08:00", "03-24 16:00", "anna"),
            shift("03-26 08:00", "03-26 16:00", "anna"),
            shift("04-02 08:00", "04-02 16:00", "anna"),
        )
        yield opened


def tried_(session: Session, first: dt.date = MONDAY) -> SickWeek:
    return sick_week(session, helpers(session)[0], first)


def test_only_the_shifts_of_that_week_count(session: Session) -> None:
    week = tried_(session)
    assert (week.helper.id, week.minutes, week.unfilled) == ("anna", 16 * 60, 0)
    assert tried_(session, MONDAY + dt.timedelta(weeks=1)).minutes == 8 * 60


def test_the_cost_is_what_pay_is_more_once_it_is_written(session: Session) -> None:
    before, week = everything(session), tried_(session)
    assert everything(session) == before
    paid = sum(cost_of(session, MARCH).amounts.values())
    taken = [
        shift(f"{day} 08:00", f"{day} 16:00", week.stand_ins[0].id, stands_in_for="anna",
              id=f"anna-{day}-0800")
        for day in ("03-24", "03-26")
    ]  # fmt: skip
    lay(session, Absence(helper="anna", first_day=MONDAY, last_day=dt.date(2026, 3, 29)), *taken)
    after = cost_of(session, MARCH)
    assert not after.missing
    assert week.cost == sum(after.amounts.values()) - paid
    assert week.cost > 0


def test_nobody_steps_in_for_a_shift_that_nobody_is_free_for(session: Session) -> None:
    away = [
        Absence(helper=who, first_day=MONDAY, last_day=dt.date(2026, 3, 24))
        for who in ("bo", "carla", "dina")
    ]
    lay(session, *away)
    week = tried_(session)
    assert (week.minutes, week.unfilled) == (16 * 60, 8 * 60)
    assert len(week.stand_ins) == 1


def test_days_on_which_the_helper_is_away_already_change_nothing(session: Session) -> None:
    whole = tried_(session)
    away = Absence(
        helper="anna",
        kind=AbsenceKind.HOLIDAY,
        first_day=dt.date(2026, 3, 26),
        last_day=dt.date(2026, 3, 29),
    )
    lay(session, away)
    rest = tried_(session)
    # Sixteen hours at 120 kroner in the stead of 100; Anna has no right to sick pay yet.
    assert (whole.cost, whole.minutes) == (Decimal(320), 16 * 60)
    assert (rest.cost, rest.minutes) == (Decimal(160), 8 * 60)


def test_a_rate_that_is_missing_makes_the_cost_unknown(session: Session) -> None:
    scheme = session.scheme()
    assert scheme is not None
    lay(session, replace(scheme, sick_pay=SickPay.UNKNOWN))
    week = tried_(session)
    assert (week.cost, [one.key for one in week.missing]) == (None, ["sick_pay"])
    words = sickness(session, ground(session), week.helper, MONDAY)[1]
    assert "Det vides ikke, hvad det koster, for en sats mangler." in words


def test_a_week_without_shifts_changes_nothing_and_says_so(session: Session) -> None:
    found = ground(session)
    trial, words = sickness(session, found, helpers(session)[1], MONDAY)
    assert trial is None
    assert words == ("Bo har ingen vagter i den uge, så intet ændrer sig.",)


def test_what_is_worked_already_is_not_lost_any_more(session: Session) -> None:
    lay(session, shift("03-16 08:00", "03-16 16:00", "anna", state=ShiftState.WORKED))
    assert tried_(session, dt.date(2026, 3, 16)).minutes == 0


def test_a_sick_week_is_told_with_its_hours_and_who_steps_in(session: Session) -> None:
    trial, words = sickness(session, ground(session), helpers(session)[0], MONDAY)
    assert trial is not None
    assert words[0] == "Anna har 16 timer i den uge."
    assert words[1].startswith("Først på listen over dem, der kan træde til: ")
    assert words[2].startswith("Lønnen bliver omkring ")
