"""The case: what is done with decisions and complaints, and what is due then."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

import pytest

from bpa_desktop.domain.agreed_task import AgreedTask
from bpa_desktop.domain.authority_visit import AuthorityVisit, VisitKind
from bpa_desktop.domain.case_deadlines import Case, case_days
from bpa_desktop.domain.complaint import Complaint, Outcome, Reassessment
from bpa_desktop.domain.contract import Contract
from bpa_desktop.domain.deadlines import DueCode
from bpa_desktop.domain.decision import Decision, Effect
from bpa_desktop.domain.grant import Grant
from bpa_desktop.domain.inquiry import Inquiry
from bpa_desktop.domain.leaving import Leaving, LeavingReason
from bpa_desktop.domain.letter import LetterKind
from bpa_desktop.domain.observation import (
    ObservationCode,
    minutes_in_a_row,
    observation_findings,
)
from bpa_desktop.domain.relocation import Relocation
from bpa_desktop.domain.scheme import Agreement, Answer
from bpa_desktop.services import case_acts as acts
from bpa_desktop.services.case import case_of, cases, next_visit, terms_of
from bpa_desktop.services.case_notice import helper_notices
from bpa_desktop.services.case_texts import day_words_of, state_words, warnings
from bpa_desktop.services.day_off_words import day_off_words
from bpa_desktop.services.deadlines import due
from bpa_desktop.services.leaving import scheme_of_newest
from bpa_desktop.services.letters import recipient
from bpa_desktop.services.profiles import profile_for
from bpa_desktop.services.session import open_session
from bpa_desktop.services.visit_acts import hold, make_tasks, new_points
from bpa_desktop.services.visit_texts import observation_words
from bpa_desktop.storage import keys
from bpa_desktop.storage.operation import Refused
from tests import little_file
from tests.domain.builders import day

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from bpa_desktop.domain.record import Record
    from bpa_desktop.services.session import Session

    Open = Callable[..., Session]

LESS: Final = Decision(
    id="d", decided_on=day("2026-03-02"), received_on=day("2026-03-05"), effect=Effect.LESS
)
PEOPLE: Final = (little_file.SCHEME, little_file.ANNA, little_file.BO, little_file.ELIAS)


@pytest.fixture(name="open_with")
def _open_with(tmp_path: Path) -> Iterator[Open]:
    opened: list[Session] = []

    def open_with(*records: Record) -> Session:
        session = open_session(
            little_file.write(tmp_path / "file.bpa", records),
            keys.parse(little_file.KEY),
            today=little_file.TODAY,
        )
        opened.append(session)
        return session

    yield open_with
    for session in opened:
        session.close()


def codes(session: Session) -> list[tuple[DueCode, str]]:
    told = {DueCode.VISIT, DueCode.CONTRACT_NONE, DueCode.APV, DueCode.MUS, DueCode.DISCUSSION}
    return [(one.code, one.on.isoformat()) for one in due(session) if one.code not in told]


def test_a_decision_is_registered_and_its_last_day_is_said(open_with: Open) -> None:
    session = open_with(*PEOPLE[:1])
    sentence, saved = acts.register(session, Decision(received_on=day("2026-11-26")))
    assert sentence == (
        "Afgørelsen er registreret. Klagen skal være modtaget senest den 24. december 2026. "
        "24. december er juleaftensdag, en dag, hvor mange kontorer har lukket. For en sikkerheds "
        "skyld: sørg for, at det er fremme senest onsdag den 23. december 2026."
    )
    assert (DueCode.COMPLAINT, "2026-12-24") in codes(session)
    session.undo()
    assert not session.records.with_ids(Decision, [saved.id])


def test_one_that_was_received_before_it_was_decided_is_refused(open_with: Open) -> None:
    turned = Decision(decided_on=day("2026-03-06"), received_on=day("2026-03-05"))
    with pytest.raises(Refused):
        acts.register(open_with(), turned)


def walked(session: Session, *steps: tuple[str, str]) -> Complaint:
    """Take the steps of those keys, each on its day."""
    for key, on in steps:
        (complaint,) = session.records.all(Complaint)
        step = next(one for one in acts.next_steps(complaint) if one.key == key)
        acts.take(session, complaint, step, day(on))
    (complaint,) = session.records.all(Complaint)
    return complaint


def test_a_complaint_step_by_step_to_a_changed_decision_and_the_grant(open_with: Open) -> None:
    old = replace(little_file.GRANT, decision="d", received_date=day("2026-03-05"))
    session = open_with(little_file.SCHEME, LESS, old)
    acts.complain(session, LESS, None)
    complaint = walked(
        session,
        ("sent", "2026-03-20"),
        ("upheld", "2026-04-01"),
        ("forwarded", "2026-04-02"),
        ("changed", "2026-05-20"),
    )
    assert (complaint.sent_on, complaint.forwarded_on) == (day("2026-03-20"), day("2026-04-02"))
    assert complaint.outcome is Outcome.CHANGED
    assert not acts.next_steps(complaint)
    assert codes(session) == [(DueCode.CORRECT_GRANT, "2026-05-20")]
    case = case_of(session, "d")
    assert case is not None
    begun = acts.corrected_grant(session, case)
    assert (begun.decision, begun.decision_date) == ("d", day("2026-05-20"))
    assert begun.lines == little_file.GRANT.lines
    session.save(begun, "write the grant")
    assert codes(session) == []


def test_a_new_decision_answers_the_complaint_it_was_asked_for(open_with: Open) -> None:
    session = open_with(little_file.SCHEME, LESS, Complaint(id="c", decision="d"))
    complaint = walked(session, ("sent", "2026-03-10"), ("agreed", "2026-03-16"))
    assert complaint.awaits_decision
    new = Decision(received_on=day("2026-03-16"), effect=Effect.SAME)
    _sentence, saved = acts.register(session, new, complaint.id)
    assert session.records.get(Complaint, "c").new_decision == saved.id
    assert [code for code, _on in codes(session)] == [DueCode.COMPLAINT]


def test_an_answer_before_the_complaint_is_refused_and_nothing_is_kept(open_with: Open) -> None:
    sent = Complaint(id="c", decision="d", sent_on=day("2026-03-10"))
    session = open_with(little_file.SCHEME, LESS, sent)
    with pytest.raises(Refused):
        walked(session, ("upheld", "2026-03-09"))
    assert session.records.get(Complaint, "c").reassessment is Reassessment.WAITING


def test_a_letter_is_told_once_whether_as_grant_or_as_decision(open_with: Open) -> None:
    received = day("2026-03-05")
    unlinked = replace(little_file.GRANT, received_date=received)
    alone = open_with(little_file.SCHEME, unlinked)
    assert codes(alone) == [(DueCode.COMPLAINT, "2026-04-02")]
    alone.save(Decision(received_on=received), "register")
    assert codes(alone) == [(DueCode.COMPLAINT, "2026-04-02")]
    (line,) = (one for one in due(alone) if one.code is DueCode.COMPLAINT)
    assert line.record is not None
    assert line.record[0] == "decision"


def notices(session: Session) -> dict[str, tuple[Any, ...]]:
    (case,) = cases(session)
    return {
        one.helper.id: (one.plain, one.complained, one.told_on)
        for one in helper_notices(session, case)
    }


def test_each_helper_is_told_by_their_own_notice_and_an_unknown_one_is_asked_for(
    open_with: Open,
) -> None:
    contracts = (
        Contract(id="a", helper="anna", begins_on=day("2024-01-01"), special_notice="14 dage"),
        Contract(id="b", helper="bo", begins_on=day("2025-01-01"), notice="Efter aftale"),
    )
    session = open_with(*PEOPLE, LESS, *contracts)
    ends = day("2026-06-11")
    assert notices(session) == {
        "anna": (day("2026-05-24"), ends, None),
        "bo": (None, ends, None),
    }
    assert (DueCode.TELL_HELPERS, "2026-05-24") in codes(session)
    assert (DueCode.NOTICE_UNKNOWN, "2026-03-30") in codes(session)
    gone = Leaving(
        id="l", helper="anna", reason=LeavingReason.GRANT_CHANGED, notice_on=day("2026-03-10")
    )
    session.save(gone, "x")
    assert notices(session)["anna"][2] == day("2026-03-10")
    assert DueCode.TELL_HELPERS not in dict(codes(session))


@pytest.mark.parametrize(("today", "is_told"), [("2026-07-11", True), ("2026-07-12", False)])
def test_notice_that_was_not_given_is_told_until_there_is_less_help(
    tmp_path: Path,
    today: str,
    is_told: bool,  # noqa: FBT001 - what is expected
) -> None:
    """However long ago the day was: a long notice is due months before the help ends."""
    contract = Contract(id="a", helper="anna", begins_on=day("2024-01-01"), notice="3 måneder")
    written = little_file.write(tmp_path / "file.bpa", (*PEOPLE, LESS, contract))
    with open_session(written, keys.parse(little_file.KEY), today=day(today)) as session:
        found = dict(codes(session))
    assert (found.get(DueCode.TELL_HELPERS) == "2026-03-07") is is_told
    assert (DueCode.NOTICE_UNKNOWN in found) is is_told


def test_the_agreement_acceded_to_tells_the_notice(open_with: Open) -> None:
    scheme = replace(little_file.SCHEME, agreement=Agreement.DE_FOA)
    session = open_with(scheme, little_file.ANNA, LESS)
    assert notices(session)["anna"][0] == day("2026-05-08")


def test_with_a_complaint_helpers_are_told_when_the_weeks_end(open_with: Open) -> None:
    sent = Complaint(id="c", decision="d", sent_on=day("2026-03-16"))
    session = open_with(*PEOPLE, LESS, sent)
    assert (DueCode.TELL_HELPERS, "2026-06-11") in codes(session)
    assert DueCode.NOTICE_UNKNOWN not in dict(codes(session))


def test_whoever_leaves_for_a_changed_grant_goes_by_the_registered_decision(
    open_with: Open,
) -> None:
    session = open_with(little_file.SCHEME, LESS)
    found = scheme_of_newest(session, day("2026-03-16"))
    assert found is not None
    assert found.from_decision.start == day("2026-03-02")


def test_what_must_be_thought_of_is_said(open_with: Open) -> None:
    late = Complaint(id="c", decision="d", sent_on=day("2026-04-10"))
    soon = replace(LESS, takes_effect_on=day("2026-05-01"))
    session = open_with(little_file.SCHEME, soon, late)
    (case,) = cases(session)
    found = " ".join(warnings(case, terms_of(session, case.decision)))
    assert "Brevet siger fra den 1. maj 2026. Efter de 14 uger er det tidligst den 11." in found
    assert "Klagen blev sendt efter fristen. Du kan bede kommunen" in found
    undated = replace(LESS, decided_on=None)
    assert "Skriv, hvornår afgørelsen er truffet" in " ".join(
        warnings(Case(undated), terms_of(session, undated))
    )


def test_two_open_complaints_are_told_each_and_a_draft_hides_none_of_them(
    open_with: Open,
) -> None:
    first = Complaint(id="a", decision="d", sent_on=day("2026-03-09"))
    second = Complaint(id="b", decision="d", sent_on=day("2026-03-12"))
    draft = Complaint(id="c", decision="d")
    session = open_with(*PEOPLE[:1], LESS, first, second, draft)
    answers = [one for one in codes(session) if one[0] is DueCode.COMPLAINT_ANSWER]
    assert answers == [
        (DueCode.COMPLAINT_ANSWER, "2026-03-23"),
        (DueCode.COMPLAINT_ANSWER, "2026-03-26"),
    ]
    (case,) = cases(session)
    terms = terms_of(session, LESS)
    assert state_words(case, terms) == "2 klager over den er i gang."
    alone = case._replace(complaints=(first, draft))
    assert state_words(alone, terms).startswith("Du klagede den 9. marts 2026.")
    ended = replace(second, outcome=Outcome.WITHDRAWN)
    one_left = case._replace(complaints=(first, ended))
    assert state_words(one_left, terms).startswith("Du klagede den 9. marts 2026.")
    assert state_words(case._replace(complaints=(ended, draft)), terms) == "Du trak klagen tilbage."


def test_after_a_move_the_old_municipality_s_times_hold_for_its_own_decisions(
    open_with: Open,
) -> None:
    """Brønderslev gives four weeks to say whether a complaint stands; Ishøj says nothing of it."""
    move = Relocation(
        moves_on=day("2026-03-15"), from_municipality="Brønderslev", to_municipality="Ishøj"
    )
    old = Decision(id="old", decided_on=day("2026-02-02"), received_on=day("2026-02-04"))
    new = Decision(id="new", decided_on=day("2026-03-15"), received_on=day("2026-03-15"))
    complaints = (
        Complaint(
            id=name,
            decision=decision,
            sent_on=day(sent),
            reassessment=Reassessment.PARTLY,
            reassessed_on=day("2026-03-16"),
        )
        for name, decision, sent in (("o", "old", "2026-02-20"), ("n", "new", "2026-03-15"))
    )
    session = open_with(*PEOPLE[:1], move, old, new, *complaints)
    stands = [one for one in due(session) if one.code is DueCode.COMPLAINT_STANDS]
    assert {one.record[1]: one.values["is_known"] for one in stands if one.record} == {
        "o": True,
        "n": False,
    }
    assert ("o", day("2026-04-13")) in {(one.record[1], one.on) for one in stands if one.record}
    for letter in (LetterKind.COMPLAINT, LetterKind.STANDS):
        assert "Brønderslev Kommune, Visi" in recipient(session, letter, ("complaint", "o"))
        assert "Ishøj Kommune, Center for" in recipient(session, letter, ("complaint", "n"))


def test_aarhus_sends_no_decisions_before_days_off_and_is_quoted(open_with: Open) -> None:
    aarhus = replace(little_file.SCHEME, municipality="Aarhus")
    session = open_with(aarhus)
    friday = Decision(id="d", decided_on=day("2026-03-06"), received_on=day("2026-03-09"))
    (found,) = warnings(Case(friday), terms_of(session, friday))
    assert "»Det er indskærpet, at der om fredagen og op til helligdage ikke sendes" in found
    monday = replace(friday, decided_on=day("2026-03-02"))
    assert not list(warnings(Case(monday), terms_of(session, monday)))


@pytest.mark.parametrize(
    ("last", "words"),
    [
        ("2026-03-30", ""),
        (
            "2026-04-04",
            (
                "4. april er en lørdag. For en sikkerheds skyld: sørg for, at det er fremme senest "
                "onsdag den 1. april 2026."
            ),
        ),
    ],
)
def test_a_day_off_is_said_and_nothing_is_moved(last: str, words: str) -> None:
    assert day_off_words(day(last)) == words


def test_a_day_of_the_timeline_tells_weekday_source_and_the_own_words(open_with: Open) -> None:
    session = open_with(little_file.SCHEME, LESS)
    (case,) = cases(session)
    assert (
        state_words(case, terms_of(session, case.decision))
        == "Du kan klage til og med den 30. marts 2026."
    )
    told = [day_words_of(one) for one in case_days(case, terms_of(session, case.decision))]
    (last,) = (one for one in told if one.what == "Klagen skal senest være modtaget")
    assert last.when == "mandag 30. marts 2026"
    assert last.beside.startswith("Kilde: Ishøj Kommune, Kvalitetsstandard for BPA § 95 og 96.")
    assert "»Klagen skal være modtaget af Ishøj Kommune" in last.beside


def visit(**fields: Any) -> AuthorityVisit:
    fields.setdefault("id", "v")
    return AuthorityVisit(day=fields.pop("on", day("2026-04-20")), **fields)


def test_a_written_visit_counts_before_the_scheme_s_own_date(open_with: Open) -> None:
    session = open_with(little_file.SCHEME)
    assert next_visit(session) == day("2026-05-13")
    session.save(visit(), "x")
    assert next_visit(session) == day("2026-04-20")
    hold(session, session.records.get(AuthorityVisit, "v"))
    assert next_visit(session) == day("2026-05-13")


def test_what_was_agreed_becomes_tasks_once(open_with: Open) -> None:
    agreed = visit(is_held=Answer.YES, agreed="- Ny loftlift bestilles\n\n• Send APV\nSend APV")
    session = open_with(little_file.SCHEME, agreed)
    assert new_points(session, agreed) == ("Ny loftlift bestilles", "Send APV")
    assert make_tasks(session, agreed).startswith("2 aftalte opgaver er skrevet")
    assert {one.what for one in session.records.all(AgreedTask)} == {
        "Ny loftlift bestilles",
        "Send APV",
    }
    assert not new_points(session, agreed)


@pytest.mark.parametrize(
    ("minutes", "agreed", "code"),
    [
        (12 * 60, Answer.NO, None),
        (12 * 60 + 1, Answer.UNKNOWN, ObservationCode.LONG),
        (24 * 60, Answer.YES, None),
        (0, Answer.NO, ObservationCode.LENGTH_MISSING),
    ],
)
def test_an_observation_is_at_most_twelve_hours_in_aarhus_unless_agreed(
    minutes: int, agreed: Answer, code: ObservationCode | None
) -> None:
    one = visit(kind=VisitKind.OBSERVATION, minutes=minutes, agreed_longer=agreed)
    found = list(observation_findings(one, profile_for("Aarhus")))
    assert [each.code for each in found if each.code is not ObservationCode.WHO] == (
        [code] if code else []
    )
    assert "Aarhus Kommune som udgangspunkt er ansvarlig" in observation_words(found[-1])
    assert [each.code for each in observation_findings(one, profile_for("Ishøj"))] == [
        ObservationCode.MOST_UNKNOWN
    ]
    assert not list(observation_findings(replace(one, kind=VisitKind.BUDGET), None))


@pytest.mark.parametrize(
    ("begins", "hours", "in_a_row"),
    [
        (("2026-03-02", "20:00"), 4, 16),
        (("2026-03-02", "04:00"), 4, 16),
        (("2026-03-02", "20:01"), 11, 12),
        (("2026-03-02", "10:00"), 2, 12),
    ],
)
def test_two_observations_without_a_pause_are_one(
    begins: tuple[str, str], hours: int, in_a_row: int
) -> None:
    def watched(name: str, on: str, at: str, long: int) -> AuthorityVisit:
        start = dt.time.fromisoformat(at)
        kind = VisitKind.OBSERVATION
        return AuthorityVisit(id=name, kind=kind, day=day(on), at_time=start, minutes=long * 60)

    first = watched("a", "2026-03-02", "08:00", 12)
    other = watched("b", *begins, hours)
    assert minutes_in_a_row(first, (first, other)) == in_a_row * 60
    found = {one.code for one in observation_findings(first, profile_for("Aarhus"), (other,))}
    assert (ObservationCode.LONG in found) is (in_a_row > 12)


def test_observations_over_a_night_in_which_the_clock_changes_are_taken_in_real_time() -> None:
    kind, at = VisitKind.OBSERVATION, dt.time(20)
    evening = AuthorityVisit(id="a", kind=kind, day=day("2026-10-24"), at_time=at, minutes=10 * 60)
    morning = replace(evening, id="b", day=day("2026-10-25"), at_time=dt.time(5), minutes=3 * 60)
    assert minutes_in_a_row(evening, (morning,)) == 13 * 60
    spring = replace(evening, day=day("2026-03-28"))
    assert minutes_in_a_row(spring, (replace(morning, day=day("2026-03-29")),)) == 11 * 60


def test_a_letter_waits_and_is_answered(open_with: Open) -> None:
    letter = Inquiry(id="i", received_on=day("2026-03-12"), answer_by=day("2026-03-27"))
    session = open_with(little_file.SCHEME, letter)
    assert codes(session) == [(DueCode.ANSWER_LETTER, "2026-03-27")]
    session.save(replace(letter, answered_on=day("2026-03-16")), "x")
    assert codes(session) == []


def test_the_grant_of_a_decision_keeps_its_link(open_with: Open) -> None:
    session = open_with(little_file.SCHEME, LESS)
    (case,) = cases(session)
    saved = session.save(acts.corrected_grant(session, case), "x")
    assert isinstance(saved, Grant)
    assert cases(session)[0].grants == (saved,)
