"""What is due about applicants and contracts, and until when it stays in the list."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bpa_desktop.domain.applicant import Applicant, Stage
from bpa_desktop.domain.contract import Addendum, Contract
from bpa_desktop.domain.deadlines import DueCode, arranged
from bpa_desktop.domain.hiring_deadlines import hiring_due
from bpa_desktop.domain.people import Employment
from bpa_desktop.services.rulebook import rulebook
from tests.domain.builders import day, helper

if TYPE_CHECKING:
    from bpa_desktop.domain.people import Helper

TODAY = day("2026-03-16")
NEW = helper(employments=(Employment(first_day=day("2026-03-09")),))
CONTRACT = Contract(id="c", helper="anna", begins_on=day("2026-03-09"))
REJECTED = Applicant(
    id="a",
    name="Prøve Ansøger",
    applied_on=day("2025-09-01"),
    stage=Stage.REJECTED,
    delete_on=TODAY,
    keep_reason="Klage",
)


def due(
    *,
    applicants: tuple[Applicant, ...] = (),
    helpers: tuple[Helper, ...] = (NEW,),
    contracts: tuple[Contract, ...] = (),
    addenda: tuple[Addendum, ...] = (),
    today: str = "2026-03-16",
) -> list[tuple[DueCode, str]]:
    found = hiring_due(applicants, helpers, contracts, addenda, rulebook(), day(today))
    return [(one.code, one.on.isoformat()) for one in arranged(found, day(today))]


def changed(**fields: Any) -> Contract:
    given: dict[str, Any] = {"id": "c", "helper": "anna", "begins_on": CONTRACT.begins_on}
    return Contract(**(given | fields))


def test_a_new_helper_without_a_contract_is_told_for_a_while() -> None:
    assert due() == [(DueCode.CONTRACT_NONE, "2026-03-16")]
    assert due(today="2026-05-01") == []


def test_a_contract_that_is_not_given_stays_however_late_it_is() -> None:
    both = [(DueCode.CONTRACT_FIRST, "2026-03-16"), (DueCode.CONTRACT_REST, "2026-04-09")]
    assert due(contracts=(CONTRACT,)) == both
    assert due(contracts=(CONTRACT,), today="2027-01-01") == both


def test_what_is_given_is_not_due() -> None:
    given = changed(given_on=TODAY)
    assert due(contracts=(given,)) == [(DueCode.CONTRACT_REST, "2026-04-09")]
    assert due(contracts=(changed(given_on=TODAY, rest_given_on=TODAY),)) == []


def test_who_was_hired_before_the_act_is_told_of_only_after_asking() -> None:
    old = helper(employments=(Employment(first_day=day("2020-01-01")),))
    assert due(helpers=(old,)) == []
    asked = changed(begins_on=day("2020-01-01"), asked_on=TODAY)
    assert [code for code, _on in due(helpers=(old,), contracts=(asked,))] == [
        DueCode.CONTRACT_FIRST,
        DueCode.CONTRACT_REST,
    ]


def test_an_addendum_is_due_on_the_day_it_takes_effect() -> None:
    given = changed(given_on=TODAY, rest_given_on=TODAY)
    change = Addendum(id="x", contract="c", takes_effect_on=day("2026-06-01"), words="Ny tid")
    assert due(contracts=(given,), addenda=(change,)) == [(DueCode.ADDENDUM, "2026-06-01")]


def test_an_applicant_is_to_be_deleted_from_the_day_on_and_not_before() -> None:
    assert due(applicants=(REJECTED,), helpers=(), today="2026-03-15") == []
    assert due(applicants=(REJECTED,), helpers=()) == [(DueCode.APPLICANT, "2026-03-16")]
    assert due(applicants=(REJECTED,), helpers=(), today="2027-01-01") == [
        (DueCode.APPLICANT, "2026-03-16")
    ]


def test_a_helper_whose_file_is_deleted_is_not_told_of() -> None:
    erased = helper(employments=NEW.employments, erased_on=TODAY)
    assert due(helpers=(erased,), contracts=(CONTRACT,)) == []
