"""Saving and deleting one record, as a form does, says what happened."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from bpa_desktop.domain.activity import ActivityItem
from bpa_desktop.domain.aid import Aid
from bpa_desktop.domain.budget import Budget, BudgetLine
from bpa_desktop.domain.complaint import Complaint
from bpa_desktop.domain.decision import Decision, Subject
from bpa_desktop.domain.hospital_stay import HospitalStay, StayShift
from bpa_desktop.domain.money_flow import Voucher
from bpa_desktop.domain.own_municipal_value import OwnMunicipalValue
from bpa_desktop.domain.people import Helper
from bpa_desktop.domain.postponed import Postponed
from bpa_desktop.domain.procedure import Procedure
from bpa_desktop.domain.roster import Shift
from bpa_desktop.i18n import speaking
from bpa_desktop.services import keeping
from bpa_desktop.services.exchange import export_text
from bpa_desktop.services.session import ReadOnly
from bpa_desktop.storage.operation import StillReferredTo
from tests.little_file import ANNA, open_copy

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bpa_desktop.services.session import Session


@pytest.fixture
def session(small_file: Path, tmp_path: Path) -> Iterator[Session]:
    with open_copy(small_file, tmp_path) as opened:
        yield opened


def test_a_new_record_is_added_and_a_known_one_changed(session: Session) -> None:
    said = keeping.keep(session, ActivityItem(activity="Frokost"))
    assert said == "Gemt: Frokost, Personlig pleje."
    assert session.undo_text() == "tilføj Frokost, Personlig pleje"
    keeping.keep(session, replace(ANNA, phone="1"))
    assert session.undo_text() == "ret Anna Nielsen, Fast hjælper"


def test_it_is_said_in_the_active_language(session: Session) -> None:
    with speaking("en"):
        assert keeping.keep(session, replace(ANNA, phone="1")).startswith("Saved: Anna Nielsen")


def test_what_is_wrong_is_refused(session: Session) -> None:
    before = export_text(session)
    with pytest.raises(keeping.Refused) as caught:
        keeping.keep(session, replace(ANNA, first_name=" "))
    assert [problem.field for problem in caught.value.problems] == ["first_name"]
    assert export_text(session) == before


def test_a_record_is_deleted_and_can_be_brought_back(session: Session) -> None:
    before = export_text(session)
    item = session.records.all(ActivityItem)[0]
    said = keeping.discard(session, item)
    assert said == "Slettet: Bad, Personlig pleje. Fortryd med Ctrl Z."
    assert item not in session.records.all(ActivityItem)
    session.undo()
    assert export_text(session) == before


def test_what_others_use_stays(session: Session) -> None:
    before = export_text(session)
    with pytest.raises(StillReferredTo):
        keeping.discard(session, ANNA)
    assert export_text(session) == before


def test_nothing_changes_in_a_read_only_file(small_file: Path, tmp_path: Path) -> None:
    with open_copy(small_file, tmp_path, read_only=True) as session:
        for action in (keeping.keep, keeping.discard):
            with pytest.raises(ReadOnly):
                action(session, ANNA)


def test_the_record_as_it_is_now(session: Session) -> None:
    keeping.keep(session, replace(ANNA, phone="1"))
    assert keeping.current(session, ANNA) == replace(ANNA, phone="1")
    assert keeping.current(session, replace(ANNA, id="gone")) is None


def test_helpers_to_choose_from_stand_by_name(session: Session) -> None:
    assert keeping.choices(session, Shift) == {
        Helper.type_name: [
            ("anna", "Anna Nielsen"),
            ("bo", "Bo Olsen"),
            ("elias", "Elias Lund"),
        ],
    }
    assert keeping.choices(session, Voucher) == {"budget_line": []}


def test_what_is_chosen_inside_a_list_stands_to_be_chosen(session: Session) -> None:
    keeping.keep(session, Aid(name="Loftlift", place="Soveværelset"))
    assert [words for _id, words in keeping.choices(session, Procedure)["aid"]] == ["Loftlift, …"]


def test_budget_lines_to_choose_from_stand_in_their_order_with_short_words(
    session: Session,
) -> None:
    days = {"valid_from": dt.date(2026, 1, 1), "valid_to": dt.date(2026, 12, 31)}
    keeping.keep(session, Budget(id="b", name="Budget", **days))
    for place, words in ((2, "Kurser"), (1, "Hjælperrelaterede udgifter efter § 10")):
        line = BudgetLine(id=f"l{place}", budget="b", place=place, words=words, amount=Decimal(1))
        keeping.keep(session, line)
    lines = keeping.choices(session, Voucher)["budget_line"]
    assert lines == [("l1", "1. Hjælperrelaterede …"), ("l2", "2. Kurser")]


def test_decisions_and_stays_to_choose_from_are_told_apart_by_their_days(session: Session) -> None:
    for day, subject in ((3, Subject.HOLIDAY), (5, Subject.HELPER_RELATED)):
        received = dt.date(2026, 3, day)
        keeping.keep(session, Decision(id=f"d{day}", received_on=received, subject=subject))
    keeping.keep(session, HospitalStay(id="s", first_day=dt.date(2026, 3, 1)))
    decisions = keeping.choices(session, Complaint)["decision"]
    assert decisions == [("d5", "05.03.2026"), ("d3", "03.03.2026, Ferie")]
    assert keeping.choices(session, StayShift)["hospital_stay"] == [("s", "01.03.2026")]


def test_a_rule_and_what_is_put_off_are_told_in_words_and_no_key(session: Session) -> None:
    own = OwnMunicipalValue(key="special.nursing_delegated", value="false", reference="brev")
    assert keeping.told(session, own) == "Sygepleje delegeres til hjælpere, nej, brev"
    rules = dict(keeping.choices(session, OwnMunicipalValue)["rule"])
    assert rules["followup.revisit_every_months"] == "Tid mellem fulde revisitationer, i måneder"
    for subject in ("helper/anna", "helper/gone", "2026-03-01"):
        kept = Postponed(
            code="agreed_task", subject=subject, until=dt.date(2026, 4, 1), reason="venter"
        )
        keeping.keep(session, kept)
    assert keeping.told(session, kept) == "Aftale, udsat til 1. april 2026: venter"
    found = keeping.choices(session, Postponed)
    assert dict(found["due"])["agreed_task"] == "Aftale"
    assert dict(found["due_subject"]) == {
        "helper/anna": "Anna Nielsen, Fast hjælper",
        "helper/gone": "Det findes ikke mere.",
        "2026-03-01": "marts 2026",
    }
