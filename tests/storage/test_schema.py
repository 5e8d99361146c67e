"""The JSON Schema and the import agree on what a data file may hold."""

from __future__ import annotations

import copy
import json
import re
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from bpa_desktop.domain.record import Choice, Value, fields_of
from bpa_desktop.services.catalogue import KINDS, TYPES
from bpa_desktop.services.exchange import export_text, json_schema
from bpa_desktop.services.session import make
from bpa_desktop.storage.codec import YEARS, Unreadable, from_plain, to_plain
from bpa_desktop.storage.interchange import load
from bpa_desktop.storage.schema import schema
from tests.storage.samples import Odd, key, records, sample

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bpa_desktop.domain.record import Record

IDS = {kind.name: f"{kind.name}-1" for kind in KINDS} | {"odd": "odd-1"}
EVERY = {**TYPES, "odd": Odd}
SCHEMA = schema(EVERY)
VALIDATOR = Draft202012Validator(SCHEMA)
ITEMS = {
    name: Draft202012Validator(group["items"])
    for name, group in SCHEMA["properties"]["records"]["properties"].items()
}
pytestmark = pytest.mark.usefixtures("uncounted")
every_type = pytest.mark.parametrize("kind", EVERY.values(), ids=list(EVERY))
patient = settings(
    max_examples=40, suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow]
)
"""For each type: all of them are read and written in one way."""

simple_values = st.one_of(
    st.none(), st.booleans(), st.integers(1, 9), st.just([1]), st.just({"a": 1}), st.just("x")
)
plain_values = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(allow_nan=False, allow_infinity=False),
    st.text(max_size=5),
    st.lists(st.integers(), max_size=2),
    st.dictionaries(st.text(max_size=3), st.integers(), max_size=2),
    st.sampled_from(["2026-03-16", "07:00", "2026-03-16T07:00", "2026-02-30", "99:99", "1.5"]),
)


def plain(kind: type[Record]) -> dict[str, Any]:
    return {"id": IDS[kind.type_name], **to_plain(sample(kind, IDS))}


WHOLE: dict[str, Any] = {
    "format": "bpa-desktop",
    "version": 1,
    "records": {name: [plain(kind)] for name, kind in EVERY.items()},
}


def fits_schema(whole: dict[str, Any]) -> bool:
    return bool(VALIDATOR.is_valid(whole))


def fits(kind: type[Record], item: dict[str, Any]) -> bool:
    """Whether the schema takes ``item`` as a record of that type."""
    return bool(ITEMS[kind.type_name].is_valid(item))


def misfits(kind: type[Record], item: dict[str, Any]) -> set[str]:
    """The fields that the import cannot read."""
    try:
        from_plain(kind, {name: value for name, value in item.items() if name != "id"})
    except Unreadable as unreadable:
        return {re.split(r"[.\[]", problem.field)[0] for problem in unreadable.problems}
    return set()


def test_it_is_a_schema() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    Draft202012Validator.check_schema(json_schema())


def test_what_is_right_fits_both() -> None:
    VALIDATOR.validate(WHOLE)
    assert len(load(json.dumps(WHOLE).encode(), EVERY)) == len(EVERY)


def test_an_export_fits_it(tmp_path: Path) -> None:
    with make(tmp_path / "a.bpa", key()) as session:
        with session.operation("fill") as operation:
            for kind in KINDS:
                operation.save(sample(kind.record, IDS, id=IDS[kind.name]))
        whole = json.loads(export_text(session))
    Draft202012Validator(json_schema()).validate(whole)
    assert all(len(group) == 1 for group in whole["records"].values())


@every_type
@patient
@given(data=st.data())
def test_every_record_fits_it(kind: type[Record], data: st.DataObject) -> None:
    record = data.draw(records(kind, IDS))
    ITEMS[kind.type_name].validate({"id": "x-1", **to_plain(record)})


@every_type
@patient
@given(data=st.data())
def test_what_it_refuses_in_a_field_the_import_refuses_too(
    kind: type[Record], data: st.DataObject
) -> None:
    name = data.draw(st.sampled_from([field.name for field in fields_of(kind)]))
    item = plain(kind) | {name: data.draw(plain_values)}
    if not fits(kind, item):
        assert misfits(kind, item) == {name}


@every_type
@patient
@given(data=st.data())
def test_a_value_of_the_wrong_sort_is_refused_by_both(
    kind: type[Record], data: st.DataObject
) -> None:
    name = data.draw(st.sampled_from([field.name for field in fields_of(kind)]))
    item = plain(kind) | {name: data.draw(simple_values)}
    assert fits(kind, item) is not bool(misfits(kind, item))


@every_type
def test_a_record_without_what_it_needs_fits_neither(kind: type[Record]) -> None:
    for field in fields_of(kind):
        item = plain(kind)
        del item[field.name]
        assert fits(kind, item) is not field.required
        assert misfits(kind, item) == ({field.name} if field.required else set())


def spoiled() -> Iterator[tuple[str, dict[str, Any]]]:
    whole = WHOLE
    for name, value in (("version", 2), ("version", True), ("format", "x"), ("records", [])):
        yield f"{name} {value}", whole | {name: value}
    for name in ("version", "format", "records"):
        yield f"no {name}", {key_: value for key_, value in whole.items() if key_ != name}
    yield "something more", whole | {"more": 1}
    groups = whole["records"]
    yield "another type", whole | {"records": groups | {"spaceship": []}}
    yield "no list", whole | {"records": groups | {"odd": {}}}
    for item in ({}, {"id": ""}, {"id": " "}, {"id": 1}, 7, None, plain(Odd) | {"more": 1}):
        yield f"record {item}"[:30], whole | {"records": groups | {"odd": [item]}}


@pytest.mark.parametrize("whole", [pytest.param(one, id=name) for name, one in spoiled()])
def test_what_is_wrong_around_the_records_fits_neither(whole: dict[str, Any]) -> None:
    assert not fits_schema(whole)
    with pytest.raises(Exception, match=r"problems were found|not a data file"):
        load(json.dumps(whole).encode(), EVERY)


EDGES = [
    ("whole", 2**53 - 1, True),
    ("whole", 2**53, False),
    ("whole", 7.0, True),
    ("number", "999999999999.999999999", True),
    ("number", "1000000000000", False),
    ("number", 1e12, False),
    ("number", "1,5", False),
    ("day", "1899-12-31", False),
    ("day", "1900-01-01", True),
    ("day", "2199-12-31", True),
    ("day", "2200-01-01", False),
    ("time", "23:59", True),
    ("time", "24:00", False),
    ("moment", "2026-03-16T07:00:00", True),
    ("moment", "2026-03-16T07:00:01", False),
    ("moment", "2026-13-16T07:00", False),
    ("colour", "red", True),
    ("colour", "RED", False),
]


@pytest.mark.parametrize(("field", "value", "is_right"), EDGES)
def test_both_draw_the_line_in_the_same_place(field: str, value: object, *, is_right: bool) -> None:
    item = plain(Odd) | {field: value}
    assert fits(Odd, item) is is_right
    assert misfits(Odd, item) == (set() if is_right else {field})


def test_the_years_are_those_the_import_takes() -> None:
    pattern = SCHEMA["properties"]["records"]["properties"]["odd"]["items"]["properties"]["day"]
    assert [
        year
        for year in range(1800, 2300)
        if re.search(pattern["anyOf"][0]["pattern"], f"{year}-01-01")
    ] == list(range(YEARS[0], YEARS[1] + 1))


def _groups(kind: type[Value], found: dict[str, Any]) -> Iterator[tuple[type[Value], Any]]:
    yield kind, found
    for field in fields_of(kind):
        if issubclass(field.kind, Value):
            inner = copy.deepcopy(found["properties"][field.name])
            inner = next(one for one in inner.get("anyOf", [inner]) if one.get("type") != "null")
            yield from _groups(field.kind, inner.get("items", inner))


@every_type
def test_every_field_is_described_with_its_choices(kind: type[Record]) -> None:
    whole = SCHEMA["properties"]["records"]["properties"][kind.type_name]["items"]
    for group, found in _groups(kind, whole):
        assert found["additionalProperties"] is False
        assert found["description"]
        for field in fields_of(group):
            told = found["properties"][field.name]
            assert field.about.label.rstrip(".?") in told["description"]
            if field.about.refers_to:
                assert f"The id of a {field.about.refers_to}" in told["description"]
            if issubclass(field.kind, Choice):
                assert all(f'"{choice.value}"' in json.dumps(told) for choice in field.kind)
