"""A record type tells its fields, and problems are named by where they are."""

from __future__ import annotations

import datetime as dt
from dataclasses import FrozenInstanceError, replace
from typing import ClassVar

import pytest

from bpa_desktop.domain.grant import Grant, GrantLine, Per
from bpa_desktop.domain.people import Employment, Helper, Position
from bpa_desktop.domain.record import (
    Record,
    Reference,
    Sensitivity,
    Value,
    about,
    all_problems,
    field_named,
    fields_of,
    record,
    references,
    with_id,
)
from bpa_desktop.domain.roster import Shift


def test_fields_stand_in_order_without_the_id() -> None:
    names = [field.name for field in fields_of(Shift)]
    assert names[:3] == ["planned_start", "planned_end", "worked_start"]
    assert "id" not in names


def test_a_field_is_taken_apart() -> None:
    worked = field_named(Shift, "worked_start")
    assert (worked.kind, worked.optional, worked.many, worked.required) == (
        dt.datetime,
        True,
        False,
        False,
    )
    employments = field_named(Helper, "employments")
    assert (employments.kind, employments.optional, employments.many) == (Employment, False, True)
    assert field_named(Shift, "planned_start").required
    assert field_named(Helper, "position").kind is Position


def test_a_field_knows_what_it_is_about() -> None:
    assert field_named(Shift, "helper").about.refers_to == "helper"
    assert field_named(Shift, "note").about.long
    assert field_named(Helper, "cpr").about.sensitivity is Sensitivity.PERSONAL
    assert field_named(Shift, "kind").about.sensitivity is Sensitivity.ORDINARY


def test_an_unknown_field_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        field_named(Shift, "colour")


def test_a_choice_is_its_stored_value_with_a_label() -> None:
    assert Position.PERMANENT == "permanent"
    assert Position.PERMANENT.label == "Permanent helper"
    assert f"{Position.PERMANENT}" == "permanent"


def test_problems_of_inner_groups_have_a_path() -> None:
    record = Grant(
        valid_from=dt.date(2026, 1, 1),
        valid_to=dt.date(2025, 1, 1),
        lines=(GrantLine(minutes=60), GrantLine(minutes=-1, per=Per.DAY, helpers=0)),
    )
    assert [problem.field for problem in all_problems(record)] == [
        "valid_to",
        "lines[1].minutes",
        "lines[1].helpers",
    ]


def test_a_record_without_fault_has_no_problems() -> None:
    assert not list(all_problems(Grant(valid_from=dt.date(2026, 1, 1))))


@record
class Guest(Value):
    helper: str | None = about("Helper", default=None, refers_to="helper")


@record
class Gathering(Record):
    type_name: ClassVar[str] = "gathering"

    host: str | None = about("Host", default=None, refers_to="helper")
    cooks: tuple[str, ...] = about("Cooks", default=(), refers_to="helper")
    guests: tuple[Guest, ...] = about("Guests", default=())
    hours: int = about("Hours", default=0, in_hours=True)


def test_references_are_found_in_fields_lists_and_groups() -> None:
    meal = Gathering(host="anna", cooks=("bo", "dina"), guests=(Guest(), Guest(helper="anna")))
    assert list(references(meal)) == [
        Reference(path="host", type_name="helper", id="anna"),
        Reference(path="cooks[0]", type_name="helper", id="bo"),
        Reference(path="cooks[1]", type_name="helper", id="dina"),
        Reference(path="guests[1].helper", type_name="helper", id="anna"),
    ]
    assert not list(references(Gathering()))
    assert not list(all_problems(meal))


def test_minutes_may_be_shown_as_hours() -> None:
    assert field_named(Gathering, "hours").about.in_hours
    assert not field_named(Gathering, "host").about.in_hours


def test_a_record_is_made_of_its_fields_and_its_defaults() -> None:
    helper = Helper(first_name="Bo", id="7")
    assert (helper.id, helper.first_name, helper.position) == ("7", "Bo", Position.PERMANENT)
    with pytest.raises(TypeError, match="first_name"):
        Helper()  # type: ignore[call-arg]
    with pytest.raises(TypeError, match="colour"):
        replace(helper, colour="red")  # type: ignore[call-arg]


def test_a_record_stays_as_it_is() -> None:
    helper = Helper(first_name="Bo")
    with pytest.raises(FrozenInstanceError):
        helper.first_name = "Ib"  # type: ignore[misc]
    with pytest.raises(FrozenInstanceError):
        del helper.first_name


def test_records_with_the_same_values_are_the_same() -> None:
    line = GrantLine(minutes=60)
    assert replace(line, minutes=61, helpers=2) != line
    assert {replace(line, helpers=2), GrantLine(helpers=2, minutes=60)} == {
        GrantLine(minutes=60, helpers=2)
    }
    assert line != Employment(first_day=dt.date(2026, 1, 1))
    assert with_id(Helper(first_name="Bo"), "7") == Helper(id="7", first_name="Bo")


def test_no_error_text_can_tell_what_a_person_wrote() -> None:
    assert repr(Helper(first_name="Bo", cpr="0101010101")) == "Helper(…)"
