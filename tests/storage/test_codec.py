"""Values become JSON and cells and come back unchanged; what does not fit is refused by name."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bpa_desktop.domain.record import field_named, fields_of
from bpa_desktop.domain.roster import Shift
from bpa_desktop.storage.codec import (
    Unreadable,
    column_type,
    from_cell,
    from_plain,
    to_plain,
    to_row,
)
from bpa_desktop.storage.soundness import is_sound
from tests.domain.builders import moment
from tests.storage.samples import Inner, Odd, records, sample

if TYPE_CHECKING:
    from bpa_desktop.domain.record import Field

IDS = {"odd": "o1"}


def reasons(plain: dict[str, Any]) -> dict[str, str]:
    """Why ``plain`` makes no record, by field; empty when it does."""
    try:
        from_plain(Odd, {"text": "x"} | plain)
    except Unreadable as unreadable:
        return {problem.field: problem.reason for problem in unreadable.problems}
    return {}


@given(records(Odd, IDS))
def test_every_kind_of_field_survives_json(odd: Odd) -> None:
    text = json.dumps(to_plain(odd))
    assert from_plain(Odd, json.loads(text), id=odd.id) == odd


@given(records(Odd, IDS))
def test_every_kind_of_field_survives_the_database(odd: Odd) -> None:
    cells = to_row(odd)
    back = {field.name: from_cell(field, cells[field.name]) for field in fields_of(Odd)}
    assert Odd(**back) == odd
    for field in fields_of(Odd):
        assert cells[field.name] is None or type(cells[field.name]) is column_type(field)


ODD_VALUES = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(allow_nan=False),
    st.text(max_size=4),
    st.datetimes(timezones=st.none() | st.just(dt.UTC)),
    st.times(),
    st.dates(),
    st.tuples(st.text(max_size=2)),
    st.lists(st.integers(), max_size=2),
)


@given(records(Odd, IDS), st.sampled_from(fields_of(Odd)), ODD_VALUES)
def test_what_is_sound_comes_back_as_it_is_without_trying(
    odd: Odd, field: Field, value: object
) -> None:
    changed = replace(odd, **{field.name: value})
    for one in (odd, changed):
        if is_sound(one):
            assert from_plain(Odd, json.loads(json.dumps(to_plain(one))), id=one.id) == one


def test_what_a_form_makes_is_sound() -> None:
    assert is_sound(sample(Shift, {"helper": "h1", "roster_pattern": "p1"}))
    good = moment("2026-03-16 07:00")
    for wrong in (
        good.replace(second=1),
        good.replace(fold=1),
        good.replace(tzinfo=dt.UTC),
        good.replace(year=1800),
        good.date(),
        None,
    ):
        assert not is_sound(Shift(planned_start=wrong, planned_end=good))  # type: ignore[arg-type]


def test_an_empty_group_stays_empty() -> None:
    odd = Odd(text="x")
    assert to_plain(odd)["group"] is None
    assert to_row(odd)["groups"] == "[]"


@pytest.mark.parametrize(
    ("field", "value", "expected"),
    [
        ("whole", 7.0, 7),
        ("number", 7, Decimal(7)),
        ("number", 0.5, Decimal("0.5")),
        ("number", "1.50", Decimal("1.50")),
        ("number", 1e-3, Decimal("0.001")),
        ("moment", "2026-03-16T07:00:00", dt.datetime(2026, 3, 16, 7)),  # noqa: DTZ001
        ("day", None, None),
    ],
)
def test_what_other_writers_may_write(field: str, value: object, expected: object) -> None:
    assert getattr(from_plain(Odd, {"text": "x", field: value}), field) == expected


WRONG: list[tuple[str, object]] = [
    ("text", 1),
    ("text", None),
    ("text", "\ud800"),
    ("whole", "1"),
    ("whole", True),
    ("whole", 1.5),
    ("whole", 2**53),
    ("whole", float("inf")),
    ("truth", 1),
    ("number", True),
    ("number", "1,5"),
    ("number", "１２"),
    ("number", " 1"),
    ("number", "NaN"),
    ("number", float("nan")),
    ("number", "1e5"),
    ("number", 1e300),
    ("number", 10**12),
    ("number", 10**20),
    ("number", "1" * 13),
    ("day", "2026-02-30"),
    ("day", "2026-3-6"),
    ("day", "20260306"),
    ("day", "2026-W12-1"),
    ("day", "0206-03-16"),
    ("day", "2200-01-01"),
    ("day", "2026-03-16\n"),
    ("day", "٢٠٢٦-03-16"),
    ("day", 20260316),
    ("time", "7:00"),
    ("time", "24:00"),
    ("time", "07:00:00"),
    ("moment", "2026-03-16T07:00+01:00"),
    ("moment", "2026-03-16T07:00Z"),
    ("moment", "2026-03-16 07:00"),
    ("moment", "2026-03-16T07:00:30"),
    ("moment", "1899-12-31T07:00"),
    ("colour", "green"),
    ("colour", ["red"]),
    ("group", []),
    ("groups", {}),
    ("texts", "x"),
    ("unheard", "of"),
]


@pytest.mark.parametrize(("field", "value"), WRONG, ids=lambda value: ascii(value)[:30])
def test_what_does_not_fit_is_refused_by_name(field: str, value: object) -> None:
    assert set(reasons({field: value})) == {field}


def test_every_problem_is_named_with_its_place() -> None:
    plain = {
        "whole": "x",
        "texts": ["a", 2],
        "groups": [{"day": "2026-03-16"}, {"amount": "x"}, 3],
        "group": {"day": None, "more": 1},
    }
    assert set(reasons(plain)) == {
        "whole",
        "texts[1]",
        "groups[1].day",
        "groups[1].amount",
        "groups[2]",
        "group.day",
        "group.more",
    }


def test_a_missing_field_is_only_a_problem_when_it_is_needed() -> None:
    with pytest.raises(Unreadable) as caught:
        from_plain(Odd, {})
    assert [problem.field for problem in caught.value.problems] == ["text"]


def test_a_year_far_away_is_told_with_the_years_that_fit() -> None:
    with pytest.raises(Unreadable) as caught:
        from_plain(Inner, {"day": "0206-03-16"})
    assert caught.value.problems[0].values == {"first": 1900, "last": 2199}


@given(st.dates(dt.date(1900, 1, 1), dt.date(2199, 12, 31)), st.integers(0, 23))
def test_moments_of_every_year_that_fits_survive(day: dt.date, hour: int) -> None:
    field = field_named(Odd, "moment")
    moment = dt.datetime.combine(day, dt.time(hour))
    plain = to_plain(Odd(text="x", moment=moment))
    assert from_plain(Odd, plain).moment == moment
    back = from_cell(field, to_row(Odd(text="x", moment=moment))["moment"])
    # Where the clock jumps, the cell holds the time after the jump; such times are refused.
    assert back in {moment, moment + dt.timedelta(hours=1)}


def test_numbers_are_written_without_exponents() -> None:
    odd = Odd(text="x", number=Decimal("1E+2"))
    assert to_plain(odd)["number"] == "100"


def test_a_number_of_absurd_length_is_refused_rather_than_written_out() -> None:
    plain = to_plain(Odd(text="x", number=Decimal("1E+999999999")))
    assert reasons(plain) == {"number": reasons({"number": "x"})["number"]}
