"""Work that is alike is reckoned once, and is paid as it would be alone."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from bpa_desktop.domain.alike import Alike, counted, kroner
from bpa_desktop.domain.clock import day_of, instant
from bpa_desktop.domain.kinds import HourKind
from bpa_desktop.domain.own_rate import OwnRate, RateName
from bpa_desktop.domain.pay import Job, pay_of
from bpa_desktop.services.rulebook import rulebook
from bpa_desktop.services.tariff import Tariff
from tests.domain.builders import day, helper, moment

LONG_AGO = day("2020-10-01")
ANNA = helper(seniority_date=day("2024-02-29"))
OWN = (
    OwnRate(id="11", name=RateName.HOUR_11, value=Decimal(140), valid_from=LONG_AGO),
    OwnRate(id="12", name=RateName.HOUR_12, value=Decimal(150), valid_from=LONG_AGO),
    OwnRate(id="eve", name=RateName.EVENING, value=Decimal(33), valid_from=day("2026-12-25")),
    OwnRate(
        id="night",
        name=RateName.NIGHT,
        value=Decimal(7),
        valid_from=LONG_AGO,
        valid_to=day("2026-10-24"),
    ),
)
RATES = Tariff(rulebook(), OWN, ANNA)
ALIKE = Alike(RATES)
"""One for all examples: what was reckoned before must hold for what comes after."""

FIRST = "2026-03-28 2026-10-23 2026-12-23 2028-02-27 2027-02-27 2026-04-02"
STARTS = [instant(moment(f"{first}T00:00")) for first in FIRST.split()]


@given(
    st.sampled_from(STARTS),
    st.integers(0, 4 * 1440).map(lambda one: one - one % 15),
    st.integers(1, 1600),
    st.sampled_from([HourKind.BASIS, HourKind.AVAILABILITY]),
    st.sampled_from([0, 0, 10, 600, 1500]),
    st.sampled_from([0, 45]),
)
def test_alike_work_is_paid_as_it_would_be_alone(
    first: int, after: int, length: int, kind: HourKind, since: int, overtime: int
) -> None:
    start = first + after
    job = Job((start, start + length), kind, start - since, overtime)
    alone = counted(pay_of(job, RATES.hour, RATES), kind)
    shared = ALIKE.pay(job, day_of(start))
    assert shared.pay.amount == alone.pay.amount
    assert [one[:3] for one in shared.shares] == [one[:3] for one in alone.shares]
    assert sum(one.ore for one in shared.shares) == (alone.pay.amount or 0) * 100


def test_a_rate_that_begins_within_long_work_is_not_shared_with_work_on_other_days() -> None:
    changed = day("2026-04-15")
    raised = OwnRate(id="up", name=RateName.HOUR_11, value=Decimal(200), valid_from=changed)
    rates = Tariff(rulebook(), (*OWN[:1], raised), None)
    alike = Alike(rates)
    for first in ("2026-04-13", "2026-04-14"):
        since = instant(moment(f"{first}T08:00"))
        job = Job((since + 1440, since + 2880), HourKind.AVAILABILITY, since)
        assert alike.pay(job).pay.amount == pay_of(job, rates.hour, rates).amount, first


def test_the_epoch_changes_where_a_rate_or_the_step_does() -> None:
    for changes in ("2026-12-25", "2026-10-25", "2027-03-01"):
        on = day(changes)
        assert RATES.epoch(on) != RATES.epoch(on - dt.timedelta(days=1)), changes
    assert RATES.hour(day("2027-02-28")) == 140
    assert RATES.hour(day("2027-03-01")) == 150


def test_ore_are_kroner_with_two_digits() -> None:
    assert str(kroner(123)) == "1.23"
    assert str(kroner(-100)) == "-1.00"
