"""Rules are found by date, and what is not known for a date is said, not carried forward."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest

from bpa_desktop.domain.rates import RuleUnknown
from tests.domain.builders import book, day, rule

PAY = book(
    rule("pay", "2021-10-01", "2022-09-30", hour=Decimal("135.60")),
    rule("pay", "2020-10-01", "2021-03-31", hour=Decimal("132.96"), step=11, paid=True),
    rule("rest", "2009-01-01", minutes=660),
)


@pytest.mark.parametrize(
    ("on", "hour"),
    [
        ("2020-10-01", Decimal("132.96")),
        ("2021-03-31", Decimal("132.96")),
        ("2021-10-01", Decimal("135.60")),
        ("2022-09-30", Decimal("135.60")),
    ],
)
def test_both_days_of_a_row_belong_to_it(on: str, hour: Decimal) -> None:
    assert PAY.value("pay", "hour", day(on)) == hour


@pytest.mark.parametrize("on", ["2020-09-30", "2021-04-01", "2021-09-30", "2022-10-01"])
def test_a_date_without_a_row_is_unknown(on: str) -> None:
    assert PAY.find("pay", day(on)) is None
    with pytest.raises(RuleUnknown, match=f"pay on {on}"):
        PAY.value("pay", "hour", day(on))


def test_a_row_without_an_end_holds_on() -> None:
    assert PAY.whole("rest", "minutes", day("2199-01-01")) == 660


def test_an_unknown_rule_and_an_unknown_value_are_named() -> None:
    with pytest.raises(RuleUnknown, match="pension on 2026-01-01"):
        PAY.rule("pension", day("2026-01-01"))
    with pytest.raises(RuleUnknown, match="rest hours on 2026-01-01"):
        PAY.value("rest", "hours", day("2026-01-01"))


@pytest.mark.parametrize("key", ["hour", "paid"])
def test_what_is_no_whole_number_is_not_taken_for_one(key: str) -> None:
    with pytest.raises(RuleUnknown, match=f"pay {key}"):
        PAY.whole("pay", key, day("2020-10-01"))


def test_rows_stand_oldest_first() -> None:
    assert [one.valid_from for one in PAY.rows("pay")] == [day("2020-10-01"), day("2021-10-01")]
    assert PAY.rows("pension") == ()
    assert PAY.ids() == ("pay", "rest")


@pytest.mark.parametrize(
    ("earlier", "later"),
    [(("2020-01-01", "2020-06-01"), "2020-06-01"), (("2020-01-01", None), "2021-01-01")],
)
def test_two_rows_cannot_hold_on_the_same_day(earlier: tuple[str, str | None], later: str) -> None:
    with pytest.raises(ValueError, match="two rows hold at once: pay"):
        book(rule("pay", *earlier), rule("pay", later))


def test_a_time_of_day_is_read_as_one_and_nothing_else_is() -> None:
    night = rule("night", night_from=dt.time(23), minutes=660)
    assert night.clock("night_from") == dt.time(23)
    for key in ("minutes", "missing"):
        with pytest.raises(RuleUnknown, match=f"night {key}"):
            night.clock(key)
    with pytest.raises(RuleUnknown, match="night night_from"):
        night.whole("night_from")


def test_the_edges_are_where_a_row_begins_and_the_day_after_one_ends() -> None:
    rows = book(
        rule("pay", "2020-01-01", "2020-03-31"),
        rule("pay", "2020-04-01"),
        rule("other", "2019-01-01", "9999-12-31"),
    )
    assert rows.edges(["pay"]) == [day("2020-01-01"), day("2020-04-01")]
    assert rows.edges(["other"]) == [day("2019-01-01"), day("9999-12-31")]
    assert rows.edges(["none"]) == []
