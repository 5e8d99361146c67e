"""The role of employer handed over and taken back, step by step, and undone in one."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from bpa_desktop.domain.contract import Addendum, Contract
from bpa_desktop.domain.handover import Handover
from bpa_desktop.domain.scheme import Party
from bpa_desktop.services import handovers as acts
from tests.services.little_roster import TODAY, everything, lay, open_little

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bpa_desktop.services.session import Session

BEGAN = dt.date(2024, 1, 1)


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    """A company takes over by an agreement of today; two helpers have contracts."""
    with open_little(tmp_path) as opened:
        lay(
            opened,
            Handover(
                id="h",
                to=Party.COMPANY,
                name="Prøve Hjælp",
                address="Prøvevej 1",
                agreed_on=TODAY,
            ),
            Contract(id="old", helper="anna", begins_on=dt.date(2020, 1, 1)),
            Contract(id="a", helper="anna", begins_on=BEGAN),
            Contract(id="b", helper="bo", begins_on=BEGAN),
        )
        yield opened


def handover(session: Session) -> Handover:
    return session.records.get(Handover, "h")


def test_carrying_it_out_changes_the_scheme_and_one_undo_brings_both_back(
    session: Session,
) -> None:
    before = everything(session)
    said = acts.carry_out(session, handover(session))
    assert said == "Gennemført: arbejdsgiver er Prøve Hjælp."
    scheme = session.scheme()
    assert scheme is not None
    assert (scheme.employer, scheme.employer_name) == (Party.COMPANY, "Prøve Hjælp")
    assert scheme.employer_address == "Prøvevej 1"
    assert acts.employer_words(scheme) == "Arbejdsgiver er Prøve Hjælp (en virksomhed)."
    session.undo()
    assert everything(session) == before


def test_taking_the_role_back_leaves_no_other_employer(session: Session) -> None:
    acts.carry_out(session, handover(session))
    lay(session, Handover(id="back", to=Party.SELF, agreed_on=TODAY))
    back = session.records.get(Handover, "back")
    assert "contract_sent_on" not in [one.key for one in acts.steps(session, back)]
    acts.carry_out(session, back)
    scheme = session.scheme()
    assert scheme is not None
    assert (scheme.employer, scheme.employer_name, scheme.employer_address) == (Party.SELF, "", "")


def test_each_step_is_done_with_a_press(session: Session) -> None:
    waiting = [one for one in acts.steps(session, handover(session)) if one.done]
    keys = [one.key for one in waiting]
    assert keys == ["told_on", "contract_sent_on", "helpers_told_on", "addenda"]
    for step in waiting:
        acts.take(session, handover(session), step)
    assert not [one for one in acts.steps(session, handover(session)) if one.done]
    found = handover(session)
    assert found.told_on == found.contract_sent_on == found.helpers_told_on == TODAY


def test_the_newest_contract_of_each_helper_gets_an_addendum_once(session: Session) -> None:
    assert acts.write_addenda(session, handover(session)) == "2 tillæg er skrevet."
    found = session.records.all(Addendum)
    assert {one.contract for one in found} == {"a", "b"}
    assert {one.takes_effect_on for one in found} == {dt.date(2026, 5, 1)}
    assert found[0].words == (
        "Fra den 1. maj 2026 er arbejdsgiveren Prøve Hjælp. Alt andet er som før."
    )
    assert acts.without_addendum(session, handover(session)) == ()


def test_an_agreement_with_somebody_not_approved_is_told_not_to_bind(session: Session) -> None:
    told = [*acts.doubt_words(handover(session))]
    assert told[0] == "Bed først skriftligt om godkendelsen fra Socialtilsynet."
    why = acts.approval_words(handover(session))
    assert "binder dig ikke" in why
    assert "§ 96, stk. 2" in why
    assert acts.is_too_early(session, handover(session))
