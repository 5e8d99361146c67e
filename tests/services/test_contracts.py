"""Contracts: filled from what is known, what is missing, and by when they are given."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from bpa_desktop.domain.contract_items import Part
from bpa_desktop.domain.contract_terms import Cover
from bpa_desktop.domain.deadlines import DueCode
from bpa_desktop.domain.own_rate import OwnRate, RateName
from bpa_desktop.domain.people import Employment, Helper
from bpa_desktop.domain.roster import ShiftState
from bpa_desktop.domain.scheme import Agreement, Answer, Party, Scheme
from bpa_desktop.services import contracts
from bpa_desktop.services.contract_filling import told_sources
from bpa_desktop.services.deadlines import due
from tests.domain.builders import day, shift
from tests.services.little_roster import helper, lay, open_little

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bpa_desktop.domain.contract import Contract
    from bpa_desktop.services.session import Session

NEW = Employment(first_day=day("2026-03-09"), agreed_minutes_per_week=30 * 60)


@pytest.fixture(name="session")
def _session(tmp_path: Path) -> Iterator[Session]:
    with open_little(tmp_path) as session:
        yield session


def scheme(session: Session, **fields: Any) -> None:
    given = {"id": "scheme", "citizen_name": "Kim Prøve", "address": "Prøvevej 1"}
    lay(session, Scheme(**(given | fields)))


def employed(session: Session, *periods: Employment, **fields: Any) -> Helper:
    lay(session, helper("Anna Prøve", employments=periods, **fields))
    return session.records.get(Helper, "anna")


def begun(session: Session, *periods: Employment) -> Contract:
    person = employed(session, *periods)
    return contracts.begin(session, person, periods[0])[1]


def test_a_contract_is_filled_from_helper_scheme_and_pay(session: Session) -> None:
    scheme(session, agreement=Agreement.NONE)
    lay(
        session,
        OwnRate(
            id="r",
            name=RateName.AGREED_HOUR,
            value=Decimal("161.5"),
            valid_from=day("2026-01-01"),
        ),
        OwnRate(id="e", name=RateName.EVENING, value=Decimal(20), valid_from=day("2026-01-01")),
    )
    made = begun(session, NEW)
    assert made.pay == "161,50\u00a0kr. i timen. Tillæg: aften 20 %."
    assert made.hours == "30 timer om ugen i gennemsnit. Vagterne står i vagtplanen."
    assert made.workplace == "Prøvevej 1. Arbejdet er i mit hjem."
    assert made.agreements == "Der er ingen overenskomst for jobbet."
    assert made.paid_leave.endswith("2,08 dage for hver måneds ansættelse.")
    assert made.begins_on == NEW.first_day


def test_what_sources_dispute_is_promised_under_its_agreement_only(session: Session) -> None:
    scheme(session, agreement=Agreement.NONE)
    assert begun(session, NEW).overtime == ""
    scheme(session, agreement=Agreement.DE_FOA)
    assert begun(session, NEW).overtime == "Overarbejde betales med et tillæg på 50 %."


@pytest.mark.parametrize("agreement", [Agreement.DE_FOA, Agreement.DI_FOA])
def test_notice_and_training_follow_the_agreement_and_tell_where_it_was_read(
    session: Session, agreement: Agreement
) -> None:
    scheme(session, agreement=agreement)
    made = begun(session, NEW)
    assert made.notice == "For begge parter følger varslet § 16 i overenskomsten."
    assert made.training == "Retten til uddannelse følger § 3 i overenskomsten."
    assert made.special_notice == (
        "Dør borgeren, eller ændres bevillingen væsentligt, er varslet op til 30 dage efter "
        "overenskomsten."
    )
    found = {labels: rule.source for labels, rule in told_sources(session, made)}
    assert list(found) == [
        ("Right to training", "Notice from both sides"),
        ("Notice if the grant changes or the citizen dies",),
    ]
    assert list(found.values())[1] == "FOA, OK23 for handicaphjælpere, foa.dk"
    own = replace(made, notice="Løbende måned plus en", special_notice="")
    assert [labels for labels, _rule in told_sources(session, own)] == [("Right to training",)]


@pytest.mark.parametrize("agreement", [Agreement.NONE, Agreement.OTHER, Agreement.UNKNOWN])
def test_without_an_agreement_that_was_read_notice_and_training_stay_empty(
    session: Session, agreement: Agreement
) -> None:
    scheme(session, agreement=agreement)
    made = begun(session, NEW)
    assert (made.notice, made.training, made.special_notice) == ("", "", "")
    assert list(told_sources(session, made)) == []


def test_a_contract_from_before_the_longer_notice_has_the_shorter_one(session: Session) -> None:
    scheme(session, agreement=Agreement.DE_FOA)
    made = begun(session, Employment(first_day=day("2021-05-01")))
    assert "op til 14 dage" in made.special_notice
    assert made.notice == ""


def test_pension_stands_in_the_contract_of_a_permanent_helper_under_an_agreement(
    session: Session,
) -> None:
    scheme(session, agreement=Agreement.DE_FOA)
    assert "Pension: 12,89 % af grundlønnen, efter 8 måneder." in begun(session, NEW).pay
    scheme(session, agreement=Agreement.NONE)
    assert "Pension" not in begun(session, NEW).pay
    person = employed(session, NEW, pension_date=day("2020-01-01"))
    assert "Hjælperen har pension fra første dag." in contracts.begin(session, person, NEW)[1].pay


def test_a_helper_under_age_is_told_of(session: Session) -> None:
    person = employed(session, NEW, birth_date=day("2008-03-10"))
    state = contracts.state_of(session, person, NEW)
    assert next(contracts.warnings(state)) == "Anna er ikke fyldt 18 år på den første dag."
    grown = employed(session, NEW, birth_date=day("2008-03-09"))
    told = list(contracts.warnings(contracts.state_of(session, grown, NEW)))
    assert not any("18" in one for one in told)


def test_without_agreed_hours_the_contract_is_about_unpredictable_ones(session: Session) -> None:
    made = begun(session, Employment(first_day=day("2026-03-09")))
    assert (made.is_unpredictable, made.guaranteed_minutes) == (Answer.YES, 0)


def test_missing_parts_and_days_are_told(session: Session) -> None:
    scheme(session)
    person = employed(session, NEW, address="Prøvevej 2")
    contracts.begin(session, person, NEW)
    state = contracts.state_of(session, person, NEW)
    assert {"probation", "pay", "payday", "overtime", "shift_changes", "is_unpredictable"} == {
        one.name for one in state.missing(Part.FIRST)
    } - {"tasks"}
    assert contracts.part_words(state, Part.FIRST) == (
        "Første del: skal gives senest den 16. marts 2026."
    )
    assert contracts.part_words(state, Part.REST) == "Resten: skal gives senest den 9. april 2026."


def test_what_is_given_today_is_kept_and_told(session: Session) -> None:
    made = begun(session, NEW)
    said = contracts.mark_given(session, made, Part.FIRST)
    assert said == "Første del: givet 16. marts 2026."
    person = session.records.get(Helper, "anna")
    state = contracts.state_of(session, person, NEW)
    assert contracts.part_words(state, Part.FIRST) == said
    assert state.contract is not None
    assert state.contract.rest_given_on is None


def test_another_employer_is_named_and_has_no_address_of_the_citizen(session: Session) -> None:
    scheme(session, employer=Party.ASSOCIATION, employer_name="Prøveforeningen")
    person = employed(session, NEW)
    parties = contracts.parties_of(session, person)
    assert (parties.employer, parties.employer_address) == ("Prøveforeningen", "")
    scheme(
        session,
        employer=Party.ASSOCIATION,
        employer_name="Prøveforeningen",
        employer_address="Prøvevej 9",
    )
    assert contracts.parties_of(session, person).employer_address == "Prøvevej 9"


def test_the_hours_that_were_worked_make_a_contract_a_duty(session: Session) -> None:
    few = Employment(first_day=day("2026-01-01"), agreed_minutes_per_week=60)
    person = employed(session, few)
    assert contracts.state_of(session, person, few).cover is Cover.BELOW
    worked = {"state": ShiftState.WORKED}
    lay(session, shift("2026-02-01T07:00", "2026-02-01T15:00", **worked))
    lay(session, shift("2026-02-20T07:00", "2026-02-20T11:00", **worked))
    assert contracts.state_of(session, person, few).cover is Cover.AT_LIMIT
    lay(session, shift("2026-02-28T23:00", "2026-03-01T07:00", **worked))
    assert contracts.state_of(session, person, few).cover is Cover.COVERED


def test_nobody_is_told_of_a_contract_for_so_few_hours_until_they_become_more(
    session: Session,
) -> None:
    few = Employment(first_day=day("2026-03-09"), agreed_minutes_per_week=60)
    employed(session, few)
    assert DueCode.CONTRACT_NONE not in {one.code for one in due(session)}
    long = {"state": ShiftState.WORKED}
    lay(session, shift("2026-03-14T07:00", "2026-03-14T20:00", **long))
    assert DueCode.CONTRACT_NONE in {one.code for one in due(session)}


def test_who_was_hired_before_the_act_is_told_of_asking(session: Session) -> None:
    old = Employment(first_day=day("2023-06-30"), agreed_minutes_per_week=30 * 60)
    person = employed(session, old)
    state = contracts.state_of(session, person, old)
    assert state.dates is None
    assert list(contracts.warnings(state)) == [
        "Ansat før loven fra 2023. En ny kontrakt gives inden 8 uger, hvis hjælperen beder om den."
    ]


def test_who_was_hired_again_keeps_the_old_contract_apart(session: Session) -> None:
    before = Employment(first_day=day("2024-01-01"), last_day=day("2025-01-31"))
    person = employed(session, before, NEW)
    old = contracts.begin(session, person, before)[1]
    assert contracts.state_of(session, person, before).contract == old
    assert contracts.state_of(session, person, NEW).contract is None


def test_a_long_probation_is_warned_about(session: Session) -> None:
    made = begun(session, NEW)
    lay(session, type(made)(**{**vars(made), "probation": "9 måneder"}))
    state = contracts.state_of(session, session.records.get(Helper, "anna"), NEW)
    assert contracts.has_long_probation(state)
    assert contracts.probation_words(state).startswith("Prøvetiden er længere end 6 måneder.")
