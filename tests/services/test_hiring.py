"""Applicants from the first letter to the end, and what is typed only once."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from bpa_desktop.domain.applicant import Applicant, Stage
from bpa_desktop.domain.contract import Contract
from bpa_desktop.domain.people import Helper
from bpa_desktop.services import hiring, keeping
from bpa_desktop.services.deadlines import due
from bpa_desktop.storage.operation import Refused
from tests.domain.builders import day
from tests.services.little_roster import lay, open_little

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bpa_desktop.services.session import Session


@pytest.fixture(name="session")
def _session(tmp_path: Path) -> Iterator[Session]:
    with open_little(tmp_path) as session:
        yield session


def applicant(session: Session, **fields: Any) -> Applicant:
    given: dict[str, Any] = {
        "id": "a",
        "name": "Mikkel Prøve Testrup",
        "phone": "11 22 33 44",
        "email": "mikkel@example.com",
        "applied_on": day("2026-03-01"),
    }
    lay(session, Applicant(**(given | fields)))
    return now(session)


def now(session: Session) -> Applicant:
    return session.records.get(Applicant, "a")


def test_one_press_takes_an_application_a_stage_further(session: Session) -> None:
    one = applicant(session)
    assert hiring.move_on(session, one) == "Mikkel Prøve Testrup: inviteret til samtale."
    hiring.move_on(session, now(session))
    assert now(session).stage is Stage.INTERVIEWED
    assert now(session).interview_on == session.today
    session.undo()
    assert now(session).stage is Stage.INVITED


def test_a_no_keeps_the_reason_and_the_suggested_day(session: Session) -> None:
    said = hiring.end(session, applicant(session), "  Klage ", Stage.REJECTED)
    assert said == "Mikkel Prøve Testrup: fik et nej. Slettes 16. september 2026."
    one = now(session)
    assert (one.answered_on, one.delete_on) == (session.today, day("2026-09-16"))
    assert one.keep_reason == "Klage"


def test_a_no_without_a_reason_is_refused_and_changes_nothing(session: Session) -> None:
    one = applicant(session)
    with pytest.raises(Refused):
        hiring.end(session, one, " ", Stage.REJECTED)
    assert now(session) == one


def test_a_form_may_not_keep_somebody_longer_than_allowed(session: Session) -> None:
    hiring.end(session, applicant(session), "Klage", Stage.REJECTED)
    with pytest.raises(Refused) as refused:
        keeping.keep(session, replace(now(session), delete_on=day("2029-03-17")))
    (problem,) = refused.value.problems
    assert problem.field == "delete_on"
    assert problem.values == {"date": "16. marts 2029"}
    keeping.keep(session, replace(now(session), delete_on=day("2029-03-16")))


def test_the_period_is_told_with_its_doubt_and_its_sources(session: Session) -> None:
    words = hiring.retention_words(session, applicant(session))
    assert "6 måneder efter svaret. Højst 36 måneder" in words
    assert "Kilderne er uenige" in words
    assert "datatilsynet.dk" in words


def test_another_job_needs_consent_that_still_holds(session: Session) -> None:
    hiring.end(session, applicant(session), "Klage", Stage.WITHDRAWN)
    with pytest.raises(hiring.NoConsent):
        hiring.use_again(session, now(session))
    keeping.keep(session, replace(now(session), consent_to=session.today))
    hiring.use_again(session, now(session))
    assert now(session).stage is Stage.RECEIVED
    assert now(session).delete_on is None


def test_hiring_types_nothing_twice_and_is_one_step(session: Session) -> None:
    made = hiring.hire(session, applicant(session), day("2026-04-01"))
    helper = session.records.get(Helper, made.helper)
    assert (helper.first_name, helper.last_name) == ("Mikkel", "Prøve Testrup")
    assert (helper.phone, helper.email) == ("11 22 33 44", "mikkel@example.com")
    assert helper.is_employed(day("2026-04-01"))
    contract = session.records.get(Contract, made.contract)
    assert (contract.helper, contract.begins_on) == (helper.id, day("2026-04-01"))
    assert (now(session).stage, now(session).helper) == (Stage.HIRED, helper.id)
    session.undo()
    assert now(session).stage is Stage.RECEIVED
    assert not session.records.with_ids(Helper, [helper.id])


def test_deleting_takes_the_record_and_names_nobody_in_the_action(session: Session) -> None:
    hiring.delete(session, applicant(session))
    assert hiring.find(session, "a") is None
    entry = session.records.journal.entries(1)[0]
    assert "Mikkel" not in entry.label.message
    assert "Mikkel" not in "".join(entry.label.texts.values())


def test_no_action_on_an_applicant_writes_the_name_into_the_journals_labels(
    session: Session,
) -> None:
    hiring.move_on(session, applicant(session))
    hiring.save_notes(session, now(session), "Rar")
    hiring.end(session, now(session), "Klage", Stage.REJECTED)
    texts = [
        text for one in session.records.journal.entries(3) for text in one.label.texts.values()
    ]
    assert texts == []


def test_who_is_to_be_deleted_today_stands_in_the_due_list(session: Session) -> None:
    applicant(
        session,
        stage=Stage.REJECTED,
        answered_on=day("2025-09-16"),
        delete_on=session.today,
        keep_reason="Klage",
    )
    assert ("applicant", "a") in [one.record for one in due(session)]


def test_those_who_wait_stand_first_and_the_newest_of_them(session: Session) -> None:
    applicant(session, stage=Stage.REJECTED, applied_on=day("2026-03-15"))
    lay(
        session,
        Applicant(id="b", name="Bo Prøve", applied_on=day("2026-03-01")),
        Applicant(id="c", name="Carl Prøve", applied_on=day("2026-03-10")),
    )
    assert [one.id for one in hiring.applicants(session)] == ["c", "b", "a"]
