"""Which rate holds: the helper's own, that of the pay area, or the one for all."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from itertools import permutations
from typing import TYPE_CHECKING

import pytest

from bpa_desktop.domain.own_rate import OwnRate, RateName
from bpa_desktop.domain.people import Helper
from bpa_desktop.domain.scheme import PayArea, Scheme, SickPay
from bpa_desktop.services.rate_words import GROUPS, rates_on
from bpa_desktop.services.tariff import tariff, tariffs
from tests.services.little_roster import TODAY, lay, open_little

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bpa_desktop.services.session import Session

LONG_AGO = dt.date(2020, 1, 1)
AREA = PayArea.AREA_2


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    with open_little(tmp_path) as opened:
        yield opened


def scheme(**fields: object) -> Scheme:
    return Scheme(id="scheme", citizen_name="Eksempel", **fields)  # type: ignore[arg-type]


def hour(value: int, **fields: object) -> OwnRate:
    given = {"valid_from": LONG_AGO, **fields}
    return OwnRate(id=str(value), name=RateName.HOUR_11, value=Decimal(value), **given)  # type: ignore[arg-type]


EVERY = (
    hour(101, valid_from=TODAY),
    hour(102, area=AREA),
    hour(103, area=PayArea.AREA_4, valid_from=TODAY),
    hour(104, helper="anna"),
)


@pytest.mark.parametrize("order", list(permutations(EVERY))[::5])
def test_the_helper_s_own_comes_first_then_the_area_then_all(
    session: Session, order: tuple[OwnRate, ...]
) -> None:
    lay(session, scheme(pay_area=AREA), *order)
    anna, bo = (session.records.get(Helper, who) for who in ("anna", "bo"))
    assert tariff(session, anna).hour(TODAY) == 104
    assert tariff(session, bo).hour(TODAY) == 102
    lay(session, scheme())
    assert tariff(session, bo).hour(TODAY) == 101


def test_helpers_without_anything_of_their_own_share_one_tariff(session: Session) -> None:
    lay(session, *EVERY)
    people = [session.records.get(Helper, who) for who in ("anna", "bo", "carla")]
    anna, bo, carla = tariffs(session, *people)
    assert bo is carla
    assert anna is not bo


def test_a_rate_holds_to_the_end_of_its_last_day(session: Session) -> None:
    lay(session, hour(101, valid_to=TODAY), hour(102, valid_from=TODAY + dt.timedelta(days=2)))
    rates = tariff(session)
    days = [TODAY + dt.timedelta(days=more) for more in range(3)]
    found = [rates.hour(day) for day in days]
    assert found[0] == 101
    assert found[2] == 102
    assert not isinstance(found[1], Decimal)


def test_every_rate_stands_in_exactly_one_group() -> None:
    grouped = [name for _title, names in GROUPS for name in names]
    assert sorted(grouped) == sorted(RateName)


def test_sickness_benefit_is_asked_for_only_where_it_is_paid(session: Session) -> None:
    def missing() -> set[RateName]:
        return {one.name for one in rates_on(session, TODAY) if one.is_missing}

    always = {RateName.AGREED_HOUR, RateName.BARSEL, RateName.AES}
    assert missing() == always
    lay(session, scheme(sick_pay=SickPay.BENEFIT))
    assert missing() == always | {RateName.SICK_WEEK, RateName.SICK_HOLIDAY}
