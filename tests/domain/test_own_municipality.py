"""The municipality of a day, and what the user's own decisions say on it."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bpa_desktop.domain.municipality_term import Group, Kind, Term, Unit
from bpa_desktop.domain.own_municipal_value import OwnMunicipalValue
from bpa_desktop.domain.own_municipality import figure, in_force, municipality_on
from bpa_desktop.domain.relocation import Relocation

MOVE = dt.date(2026, 7, 1)
DAYS = st.dates(dt.date(2020, 1, 1), dt.date(2032, 12, 31))
NORTH = Relocation(moves_on=MOVE, from_municipality="Ishøj", to_municipality="Brønderslev")
BACK = Relocation(
    moves_on=dt.date(2028, 2, 29), from_municipality="Brønderslev", to_municipality="Aarhus"
)


def own(value: str, first: str = "", last: str = "") -> OwnMunicipalValue:
    return OwnMunicipalValue(
        key="holiday.apply_weeks_before",
        value=value,
        reference="brev",
        valid_from=dt.date.fromisoformat(first) if first else None,
        valid_to=dt.date.fromisoformat(last) if last else None,
    )


@pytest.mark.parametrize(
    ("day", "name"),
    [
        ("2019-01-01", "Ishøj"),
        ("2026-06-30", "Ishøj"),
        ("2026-07-01", "Brønderslev"),
        ("2028-02-28", "Brønderslev"),
        ("2028-02-29", "Aarhus"),
    ],
)
def test_where_the_user_lives_changes_on_the_day_of_the_move(day: str, name: str) -> None:
    assert municipality_on("Køge", [BACK, NORTH], dt.date.fromisoformat(day)) == name


@given(DAYS)
def test_without_a_move_the_written_municipality_holds(day: dt.date) -> None:
    assert municipality_on("Køge", [], day) == "Køge"


@given(st.lists(st.tuples(DAYS, DAYS), max_size=4), DAYS)
def test_of_two_decisions_the_one_that_began_last_counts(
    spans: list[tuple[dt.date, dt.date]], day: dt.date
) -> None:
    values = [
        own(str(number), first.isoformat(), last.isoformat())
        for number, (first, last) in enumerate(spans)
    ]
    holding = [one for one in values if one.valid_from <= day <= one.valid_to]  # type: ignore[operator]
    found = in_force(values, [], day)
    if not holding:
        assert found == {}
    else:
        newest = max(one.valid_from for one in holding if one.valid_from)
        assert found["holiday.apply_weeks_before"].valid_from == newest


@pytest.mark.parametrize(
    ("value", "day", "counts"),
    [
        (own("6"), "2026-06-30", True),
        (own("6"), "2026-07-01", False),
        (own("6", "2026-06-30"), "2026-07-01", False),
        (own("6", "2026-07-01"), "2026-07-01", True),
        (own("6", "2026-07-01", "2026-07-01"), "2026-07-02", False),
    ],
)
def test_a_decision_of_the_old_municipality_ends_with_the_move(
    value: OwnMunicipalValue, day: str, *, counts: bool
) -> None:
    assert bool(in_force([value], [NORTH], dt.date.fromisoformat(day))) is counts


@pytest.mark.parametrize(
    ("kind", "text", "value"),
    [
        (Kind.WHOLE, " 6 ", 6),
        (Kind.WHOLE, "seks", None),
        (Kind.WHOLE, "6,5", None),
        (Kind.WHOLE, "-6", None),
        (Kind.NUMBER, "5,31", Decimal("5.31")),
        (Kind.NUMBER, "5.31", Decimal("5.31")),
        (Kind.NUMBER, "1e9", None),
        (Kind.YES_NO, "Ja", True),
        (Kind.YES_NO, "false", False),
        (Kind.YES_NO, "måske", None),
        (Kind.WORDS, " 1. april ", "1. april"),
        (Kind.WORDS, "  ", None),
    ],
)
def test_what_is_written_is_read_as_the_kind_of_the_value(
    kind: Kind, text: str, value: object
) -> None:
    read = figure(Term(Group.CASE, kind, "x"), text)
    assert read == value
    assert type(read) is type(value)


@pytest.mark.parametrize(
    ("unit", "text", "value"),
    [
        (Unit.WEEKS, "520", 520),
        (Unit.WEEKS, "521", None),
        (Unit.MONTHS, "999999", None),
        (Unit.PERCENT, "101", None),
        (Unit.NONE, "1124", 1124),
    ],
)
def test_a_number_that_cannot_be_meant_is_none(unit: Unit, text: str, value: int | None) -> None:
    assert figure(Term(Group.CASE, Kind.WHOLE, "x", unit=unit), text) == value
