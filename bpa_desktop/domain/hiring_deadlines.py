"""What is due about applicants and contracts."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from bpa_desktop.domain.applicant import ENDED
from bpa_desktop.domain.contract_terms import CHANGES, given_by, is_before_act, without_contract
from bpa_desktop.domain.deadlines import Due, DueCode

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from bpa_desktop.domain.applicant import Applicant
    from bpa_desktop.domain.contract import Addendum, Contract
    from bpa_desktop.domain.people import Helper
    from bpa_desktop.domain.rates import RuleBook


def hiring_due(
    applicants: Iterable[Applicant],
    helpers: Sequence[Helper],
    contracts: Sequence[Contract],
    addenda: Iterable[Addendum],
    book: RuleBook,
    today: dt.date,
) -> list[Due]:
    """What is due: applicants to delete from their day on, contracts and changes not given."""
    known = {helper.id: helper for helper in helpers if helper.erased_on is None}
    found = [*_applicants(applicants, today)]
    for contract in contracts:
        if contract.helper in known:
            found += _contract(contract, known[contract.helper], book)
    for helper in known.values():
        own = [one for one in contracts if one.helper == helper.id]
        found += _without(helper, own, book)
    whose = {one.id: known[one.helper] for one in contracts if one.helper in known}
    found += _addenda((one for one in addenda if one.contract in whose), whose, book)
    return found


def _applicants(applicants: Iterable[Applicant], today: dt.date) -> Iterator[Due]:
    for one in applicants:
        if one.stage in ENDED and one.delete_on is not None and one.delete_on <= today:
            yield Due(
                code=DueCode.APPLICANT,
                on=one.delete_on,
                record=("applicant", one.id),
                values={"name": one.name},
            )


def _contract(contract: Contract, helper: Helper, book: RuleBook) -> Iterator[Due]:
    dates = given_by(contract.begins_on, book, contract.asked_on)
    if dates is None:
        return
    for code, on, given in (
        (DueCode.CONTRACT_FIRST, dates.first_by, contract.given_on),
        (DueCode.CONTRACT_REST, dates.rest_by, contract.rest_given_on),
    ):
        if given is None:
            yield Due(
                code=code,
                on=on,
                record=("contract", contract.id),
                values={"name": helper.name, "helper": helper.id, "begins": contract.begins_on},
                source=dates.rule.source,
            )


def _without(helper: Helper, own: Sequence[Contract], book: RuleBook) -> Iterator[Due]:
    """Employments in which no contract is written; who has one on paper only stops being told."""
    for employment in without_contract(helper, own):
        dates = given_by(employment.first_day, book)
        if dates is not None and not is_before_act(employment.first_day, book):
            yield Due(
                code=DueCode.CONTRACT_NONE,
                on=dates.first_by,
                record=("helper", helper.id),
                values={
                    "name": helper.name,
                    "helper": helper.id,
                    "begins": employment.first_day,
                },
                source=dates.rule.source,
            )


def _addenda(
    addenda: Iterable[Addendum], whose: dict[str, Helper], book: RuleBook
) -> Iterator[Due]:
    for one in addenda:
        if one.given_on is not None:
            continue
        rule = book.find(CHANGES, one.takes_effect_on)
        before = dt.timedelta(days=rule.whole("days_before") if rule else 0)
        helper = whose[one.contract]
        yield Due(
            code=DueCode.ADDENDUM,
            on=one.takes_effect_on - before,
            record=("addendum", one.id),
            values={"name": helper.name, "helper": helper.id},
            source=rule.source if rule else "",
        )
