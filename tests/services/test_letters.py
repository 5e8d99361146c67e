"""Letters filled in from the file, kept once they are changed, and noted as sent."""

from __future__ import annotations

import dataclasses
import datetime as dt
from typing import TYPE_CHECKING

import pytest

from bpa_desktop import i18n
from bpa_desktop.domain.application import Application, ApplicationKind
from bpa_desktop.domain.complaint import Complaint, Outcome, Reassessment
from bpa_desktop.domain.decision import Decision, Effect
from bpa_desktop.domain.grant import Grant, GrantLine, Per
from bpa_desktop.domain.handover import Handover
from bpa_desktop.domain.hospital_stay import Fate, HospitalStay, StayShift
from bpa_desktop.domain.inquiry import Inquiry, InquiryKind
from bpa_desktop.domain.instruction import Course
from bpa_desktop.domain.kinds import HourKind
from bpa_desktop.domain.letter import Letter, LetterKind
from bpa_desktop.domain.moved_hours import MovedHours
from bpa_desktop.domain.municipality import Known, Profile, Seen, Source
from bpa_desktop.domain.rates import Confidence
from bpa_desktop.domain.readability import LETTER_LIMIT, readability
from bpa_desktop.domain.relocation import Relocation
from bpa_desktop.domain.roster import Shift, ShiftState
from bpa_desktop.domain.scheme import Answer, Party, Scheme
from bpa_desktop.domain.trip import Trip
from bpa_desktop.i18n import speaking
from bpa_desktop.services import letter_advice, letter_facts
from bpa_desktop.services.case import case_of, terms_of
from bpa_desktop.services.case_texts import state_words
from bpa_desktop.services.example import example_records
from bpa_desktop.services.letter_about import ENDS, LEADING, about_rules
from bpa_desktop.services.letter_advice import advice
from bpa_desktop.services.letter_facts import NOTICE
from bpa_desktop.services.letter_text import gaps
from bpa_desktop.services.letter_words import GROUPS, ease_words
from bpa_desktop.services.letters import (
    keep,
    keep_words,
    letter_for,
    letters,
    recipient,
    send_today,
)
from bpa_desktop.services.paper_letter import letter_as_message, letter_as_paper
from bpa_desktop.services.profiles import profiles
from bpa_desktop.services.session import make
from tests.domain.builders import book, day, moment, rule
from tests.services.little_roster import TODAY, lay, open_empty
from tests.storage.samples import key

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bpa_desktop.domain.record import Record
    from bpa_desktop.services.session import Session

SCHEME = Scheme(
    id="scheme",
    citizen_name="Kim Prøve",
    address="Prøvevej 1, 2635 Ishøj",
    municipality="Ishøj",
    case_number="24/1234",
)
DECISION = Decision(
    id="d",
    received_on=dt.date(2026, 3, 5),
    decided_on=dt.date(2026, 3, 3),
    effect=Effect.LESS,
    reference="24/1234-7",
    words="Min egen note om sagen",
)
TRIP = Trip(
    id="t",
    place="Bornholm",
    first_day=dt.date(2026, 7, 6),
    last_day=dt.date(2026, 7, 12),
    extra_minutes=1800,
    extra_reason="Nye steder.",
)


@pytest.fixture(name="session")
def _session(tmp_path: Path) -> Iterator[Session]:
    with open_empty(tmp_path) as opened:
        lay(opened, SCHEME)
        yield opened


@pytest.fixture(name="example", scope="module")
def _example(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Session]:
    with make(tmp_path_factory.mktemp("e") / "e.bpa", key(), today=TODAY) as opened:
        with opened.operation("fill in") as operation:
            for one in example_records(TODAY):
                operation.save(one)
        yield opened


@pytest.mark.parametrize("language", i18n.LANGUAGES)
@pytest.mark.parametrize("kind", LetterKind)
def test_every_letter_of_the_example_is_light_to_read(
    example: Session, kind: LetterKind, language: str
) -> None:
    with speaking(language):
        made = letter_for(example, kind)
    assert readability(made.words).lix <= LETTER_LIMIT
    assert made.recipient


@pytest.mark.parametrize("kind", LetterKind)
def test_every_letter_can_be_written_in_an_empty_file(tmp_path: Path, kind: LetterKind) -> None:
    with open_empty(tmp_path) as session:
        made = letter_for(session, kind)
        assert gaps(made.words)
        assert readability(made.words).lix <= LETTER_LIMIT
        assert any("Modtageren er ikke kendt" in one.text for one in advice(session, made))


def test_every_kind_can_be_chosen() -> None:
    assert {one.kind for group in GROUPS for one in group.choices} == set(LetterKind)


def test_a_complaint_is_about_the_decision_that_can_still_be_complained_about(
    session: Session,
) -> None:
    old = Decision(id="old", received_on=TODAY - dt.timedelta(weeks=4, days=1))
    lay(session, DECISION, old)
    made = letter_for(session, LetterKind.COMPLAINT)
    assert (made.about_type, made.about_id) == ("decision", "d")
    assert made.recipient.endswith("Ishøj Store Torv 20, 2635 Ishøj")
    assert "afgørelse af 3. marts 2026" in made.words
    assert "I giver mig mindre hjælp end før." in made.words
    assert "Min egen note" not in made.words


def test_a_decision_tells_the_hours_before_and_after_its_grant(session: Session) -> None:
    week, less = (GrantLine(minutes=60 * n, per=Per.WEEK) for n in (168, 140))
    lay(session, DECISION)
    lay(
        session,
        Grant(valid_from=dt.date(2025, 1, 1), lines=(week,)),
        Grant(valid_from=dt.date(2026, 6, 9), lines=(less,), decision="d"),
    )
    words = letter_for(session, LetterKind.COMPLAINT, ("decision", "d")).words
    assert "Før havde jeg 168 timer om ugen. Nu har jeg 140 timer." in words


def test_a_complaint_can_be_about_the_decision_of_a_grant(session: Session) -> None:
    decided = {"decision_date": dt.date(2026, 3, 3), "decision_reference": "24/9"}
    lay(session, Grant(id="g", valid_from=dt.date(2026, 4, 1), **decided))
    words = letter_for(session, LetterKind.COMPLAINT, ("grant", "g")).words
    assert "afgørelse af 3. marts 2026" in words
    assert "24/9" in words


def test_the_last_day_stands_on_the_screen_and_counts_from_the_earlier_day(
    session: Session,
) -> None:
    lay(session, DECISION)
    made = letter_for(session, LetterKind.COMPLAINT)
    told = " ".join(one.text for one in advice(session, made))
    assert "senest tirsdag 31. marts 2026" in told
    assert "Kilde: Ishøj" in told
    assert "31. marts" not in made.words


@pytest.mark.parametrize(
    ("received", "said"),
    [
        (dt.date(2026, 3, 7), "4. april er en lørdag. For en sikkerheds skyld"),
        (dt.date(2026, 3, 5), "2. april er skærtorsdag, en helligdag. For en sikkerheds skyld"),
    ],
)
def test_a_last_day_when_nobody_works_gives_no_more_time(
    session: Session, received: dt.date, said: str
) -> None:
    lay(session, Decision(id="d", received_on=received))
    told = advice(session, letter_for(session, LetterKind.COMPLAINT))
    assert said in told[-1].text
    assert "fremme senest onsdag den 1. april 2026." in told[-1].text


@pytest.mark.parametrize(
    ("effect", "last", "counted"),
    [
        (Effect.REFUSES, "torsdag 2. april 2026", "5. marts 2026"),
        (Effect.LESS, "tirsdag 31. marts 2026", "3. marts 2026"),
    ],
)
def test_the_letter_tells_the_same_last_day_as_the_decision(
    session: Session, effect: Effect, last: str, counted: str
) -> None:
    lay(session, dataclasses.replace(DECISION, effect=effect))
    told = advice(session, letter_for(session, LetterKind.COMPLAINT))[-1].text
    assert f"senest {last}" in told
    assert f"Det er talt fra den {counted}" in told
    found = case_of(session, "d")
    assert found is not None
    assert last.partition(" ")[2] in state_words(found, terms_of(session, found.decision))


def test_a_day_that_has_passed_is_said_to_have(session: Session) -> None:
    lay(session, Decision(id="old", received_on=TODAY - dt.timedelta(weeks=5)))
    told = advice(session, letter_for(session, LetterKind.COMPLAINT, ("decision", "old")))
    assert any(one.is_late and "Klagefristen udløb" in one.text for one in told)


def test_a_letter_is_kept_only_once_it_is_changed_and_goes_on_then(session: Session) -> None:
    lay(session, TRIP)
    made = letter_for(session, LetterKind.HOLIDAY)
    assert not letters(session)
    kept = keep_words(session, made, "Mine egne ord.")
    assert letter_for(session, LetterKind.HOLIDAY) == kept
    assert letter_for(session, LetterKind.HOLIDAY, ("trip", "t")).words == "Mine egne ord."
    session.undo()
    assert not letters(session)


def test_words_are_kept_beside_whatever_else_was_changed_meanwhile(session: Session) -> None:
    kept = keep(session, letter_for(session, LetterKind.ACCESS))
    session.save(Letter(**{**vars(kept), "recipient": "Region"}), "change")
    assert keep_words(session, kept, "Nyt.").recipient == "Region"


SENT = [
    (LetterKind.HOLIDAY, TRIP, "applied_on"),
    (
        LetterKind.COURSE,
        Course(id="c", helper="anna", title="Forflytning", held_on=dt.date(2026, 9, 1)),
        "applied_on",
    ),
    (
        LetterKind.HEARING,
        Inquiry(id="i", kind=InquiryKind.HEARING, received_on=TODAY, words="Nat"),
        "answered_on",
    ),
    (
        LetterKind.PAPERS,
        Inquiry(id="i", kind=InquiryKind.PAPERS, received_on=TODAY, words="- APV\n- Vagtplan"),
        "answered_on",
    ),
    (
        LetterKind.HANDOVER,
        Handover(id="h", to=Party.COMPANY, name="Eksempel", agreed_on=TODAY),
        "told_on",
    ),
    (LetterKind.HOSPITAL, HospitalStay(id="s", first_day=TODAY), "told_on"),
    (
        LetterKind.MOVING,
        Relocation(
            id="r", moves_on=TODAY, from_municipality="Ishøj", to_municipality="Brønderslev"
        ),
        "old_told_on",
    ),
    (LetterKind.COMPLAINT, Complaint(id="k", decision="d"), "sent_on"),
    (
        LetterKind.STANDS,
        Complaint(
            id="k",
            decision="d",
            sent_on=dt.date(2026, 3, 6),
            reassessment=Reassessment.PARTLY,
            reassessed_on=TODAY,
        ),
        "stands_told_on",
    ),
]


@pytest.mark.parametrize(("kind", "record", "field"), SENT, ids=[one[0] for one in SENT])
def test_a_letter_that_is_sent_is_noted_where_it_is_waited_for(
    session: Session, kind: LetterKind, record: Record, field: str
) -> None:
    lay(session, DECISION, *_helper(record))
    lay(session, record)
    made = letter_for(session, kind)
    assert (made.about_type, made.about_id) == (record.type_name, record.id)
    send_today(session, made)
    assert getattr(session.records.get(type(record), record.id), field) == TODAY
    assert letters(session)[0].sent_on == TODAY
    session.undo()
    assert getattr(session.records.get(type(record), record.id), field) is None
    assert not letters(session)


def _helper(record: Record) -> list[Record]:
    from tests.services.little_roster import helper  # noqa: PLC0415

    return [helper("Anna Prøve")] if isinstance(record, Course) else []


def test_a_complaint_over_a_decision_becomes_a_complaint_that_is_sent(session: Session) -> None:
    lay(session, DECISION)
    made = letter_for(session, LetterKind.COMPLAINT)
    send_today(session, made)
    (complaint,) = session.records.all(Complaint)
    assert (complaint.decision, complaint.sent_on) == ("d", TODAY)
    again = letter_for(session, LetterKind.COMPLAINT, ("decision", "d"))
    send_today(session, again)
    assert len(session.records.all(Complaint)) == 1


def test_a_complaint_that_is_at_an_end_is_taken_back_with_the_answer(session: Session) -> None:
    partly = {"reassessment": Reassessment.PARTLY, "reassessed_on": TODAY}
    lay(session, DECISION)
    lay(session, Complaint(id="k", decision="d", **partly))
    stands = letter_for(session, LetterKind.STANDS)
    ends = letter_for(session, LetterKind.STANDS, (ENDS, ""))
    assert (stands.subject, ends.subject) == ("Jeg fastholder min klage", "Min klage er slut")
    send_today(session, ends)
    found = session.records.get(Complaint, "k")
    assert (found.outcome, found.stands_told_on) == (Outcome.WITHDRAWN, TODAY)
    session.undo()
    assert session.records.get(Complaint, "k").is_open


def test_a_day_that_stands_already_stays(session: Session) -> None:
    lay(session, Trip(**{**vars(TRIP), "applied_on": dt.date(2026, 1, 1)}))
    made = letter_for(session, LetterKind.HOLIDAY, ("trip", "t"))
    send_today(session, made)
    assert session.records.get(Trip, "t").applied_on == dt.date(2026, 1, 1)


def test_earlier_trips_of_the_year_tell_what_was_used(session: Session) -> None:
    earlier = Trip(
        id="e",
        place="Blokhus",
        first_day=dt.date(2026, 2, 2),
        last_day=dt.date(2026, 2, 8),
        extra_minutes=1440,
    )
    worked = Shift(
        planned_start=moment("2026-02-03T10:00"),
        planned_end=moment("2026-02-03T16:00"),
        kind=HourKind.HOLIDAY_EXTRA,
        state=ShiftState.WORKED,
        helper="anna",
    )
    last_year = Trip(**{**vars(earlier), "id": "l", "first_day": dt.date(2025, 2, 2)})
    (anna,) = _helper(Course(helper="anna", title="x"))
    lay(session, TRIP, earlier, last_year, anna)
    lay(session, worked)
    words = letter_for(session, LetterKind.HOLIDAY).words
    assert words.count("Blokhus") == 1
    assert "Blokhus, 2.–8. februar 2026, 24 timer ekstra søgt, 6 timer brugt" in words


def test_a_trip_abroad_beyond_what_needs_no_leave_is_asked_for(session: Session) -> None:
    abroad = {"is_abroad": Answer.YES, "extra_minutes": 0, "extra_reason": ""}
    long = {**vars(TRIP), **abroad, "last_day": dt.date(2026, 9, 30)}
    lay(session, Trip(**long))
    assert "tage min BPA med til udlandet" in letter_for(session, LetterKind.HOLIDAY).words


def test_an_application_for_a_trip_is_the_letter_about_that_trip(session: Session) -> None:
    lay(session, TRIP)
    wanted = Application(id="a", kind=ApplicationKind.HOLIDAY, title="Ferie", trip="t")
    lay(session, wanted)
    made = letter_for(session, LetterKind.HOLIDAY, ("application", "a"))
    assert "Bornholm" in made.subject
    send_today(session, made)
    assert session.records.get(Trip, "t").applied_on == TODAY
    assert session.records.get(Application, "a").sent_on == TODAY


def test_papers_that_were_asked_for_stand_one_by_one(session: Session) -> None:
    lay(session, Inquiry(id="i", kind=InquiryKind.PAPERS, received_on=TODAY, words="- APV\nPlan"))
    words = letter_for(session, LetterKind.PAPERS).words
    assert "I beder om:\n– APV\n– Plan" in words


def test_a_stay_tells_what_became_of_the_shifts(session: Session) -> None:
    (anna,) = _helper(Course(helper="anna", title="x"))
    lay(session, HospitalStay(id="s", first_day=TODAY), anna)
    start = moment("2026-03-16T07:00")
    lay(
        session,
        StayShift(
            stay="s",
            helper="anna",
            shift_start=start,
            shift_end=start + dt.timedelta(hours=8),
            fate=Fate.SENT_HOME,
        ),
    )
    assert (
        f"– {i18n._(Fate.SENT_HOME.label)}: 1 vagt"
        in letter_for(session, LetterKind.HOSPITAL).words
    )


def test_moved_hours_and_a_rule_that_is_not_known_fill_their_letters(session: Session) -> None:
    lay(session, MovedHours(id="m", out_of=dt.date(2025, 12, 31), minutes=1440))
    assert "24 timer fra 2025" in letter_for(session, LetterKind.MOVE_HOURS).words
    asked = letter_for(session, LetterKind.QUESTION, about_rules(["accounts.deadline"]))
    assert "– Hvornår skal regnskabet senest sendes?" in asked.words
    assert gaps(letter_for(session, LetterKind.QUESTION, about_rules(["no.such"])).words)


def test_the_two_changes_are_two_letters(session: Session) -> None:
    need = letter_for(session, LetterKind.CHANGE)
    leading = letter_for(session, LetterKind.CHANGE, LEADING)
    assert need.subject != leading.subject
    keep(session, leading)
    assert letter_for(session, LetterKind.CHANGE).subject == need.subject


def test_a_move_is_told_to_the_old_municipality_and_then_to_the_new(session: Session) -> None:
    move = Relocation(
        id="r", moves_on=TODAY, from_municipality="Ishøj", to_municipality="Brønderslev"
    )
    lay(session, move)
    first = letter_for(session, LetterKind.MOVING)
    assert first.recipient == "Ishøj Kommune"
    send_today(session, first)
    assert letter_for(session, LetterKind.MOVING).recipient == "Brønderslev Kommune"


@pytest.mark.parametrize("municipality", [one.name for one in profiles()])
def test_a_complaint_goes_where_the_municipality_says(session: Session, municipality: str) -> None:
    lay(session, Scheme(**{**vars(SCHEME), "municipality": municipality}))
    to = recipient(session, LetterKind.COMPLAINT)
    assert to.startswith(municipality)
    assert to.count(municipality) == 1


def saying(monkeypatch: pytest.MonkeyPatch, **values: object) -> None:
    """Let the municipality say these values, with two underscores for the stop in a key."""
    source = Source("s", "Standarden", "Ishøj Kommune", None, TODAY, Seen.FULL)
    known = {
        key.replace("__", "."): Known(value, source, Confidence.SEEN, english="In English.")  # type: ignore[arg-type]
        for key, value in values.items()
    }
    made = Profile("p", "Ishøj Kommune", "", (source,), values=known)
    monkeypatch.setattr(letter_advice, "profile_of", lambda _session, _on: made)


def test_the_weeks_to_answer_a_new_decision_are_the_municipalitys_own(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    lay(session, DECISION)
    lay(
        session,
        Complaint(
            id="k",
            decision="d",
            reassessment=Reassessment.PARTLY,
            reassessed_on=dt.date(2026, 3, 10),
        ),
    )
    made = letter_for(session, LetterKind.STANDS)
    assert "Se i den, hvor længe" in advice(session, made)[-1].text
    saying(monkeypatch, complaint__partly_upheld_answer_weeks=4)
    told = advice(session, made)[-1]
    assert told.text.startswith("Kommunen giver dig 4 uger til at svare: til den 7. april 2026.")
    assert told.text.endswith("Kilde: Standarden.")
    assert not told.is_late


def test_the_duty_to_report_stands_in_the_municipalitys_own_words(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    saying(monkeypatch, followup__report_leading="Ring.", followup__report_change="Skriv.")
    leading = letter_for(session, LetterKind.CHANGE, LEADING)
    assert advice(session, leading)[-1].text == "Ring. Kilde: Standarden."
    need = letter_for(session, LetterKind.CHANGE)
    assert advice(session, need)[-1].text == "Skriv. Kilde: Standarden."
    with speaking("en"):
        assert advice(session, need)[-1].text.startswith("In English.")


@pytest.mark.parametrize(
    ("agreed", "begins"),
    [("2026-03-16", "1. maj 2026"), ("2026-12-31", "1. februar 2027"), ("2026-01-31", "1. marts")],
)
def test_a_new_employer_begins_after_the_notice(
    session: Session, monkeypatch: pytest.MonkeyPatch, agreed: str, begins: str
) -> None:
    lay(session, Handover(id="h", to=Party.COMPANY, name="Eksempel", agreed_on=day(agreed)))
    with_rule = book(rule(NOTICE, months=1))
    for module in (letter_facts, letter_advice):
        monkeypatch.setattr(module, "rulebook", lambda: with_rule)
    made = letter_for(session, LetterKind.HANDOVER)
    assert f"Det gælder fra den {begins}" in made.words
    assert any(f"Source of {NOTICE}" in one.text for one in advice(session, made))


def test_the_day_of_a_new_employer_is_asked_for_where_no_notice_is_known(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    lay(session, Handover(id="h", to=Party.SELF, agreed_on=TODAY))
    monkeypatch.setattr(letter_facts, "rulebook", book)
    assert gaps(letter_for(session, LetterKind.HANDOVER).words)


def test_the_time_of_an_answer_about_courses_is_told(session: Session) -> None:
    lay(session, Scheme(**{**vars(SCHEME), "municipality": "Brønderslev"}))
    told = advice(session, letter_for(session, LetterKind.COURSE))[-1].text
    assert told.startswith("Kommunen svarer om kurser inden for 2 uger. Kilde: ")


def test_a_letter_that_is_sent_needs_no_advice(session: Session) -> None:
    made = letter_for(session, LetterKind.COMPLAINT)
    send_today(session, made)
    assert advice(session, letters(session)[0]) == []


def test_a_file_is_named_by_day_and_kind_and_by_nothing_private(session: Session) -> None:
    lay(session, TRIP)
    made = letter_for(session, LetterKind.HOLIDAY)
    assert letter_as_paper(session, made).file_name == "2026-03-16_Brev_Søg-om-ferie.pdf"


def test_a_paper_speaks_the_language_that_its_letter_is_written_in(session: Session) -> None:
    danish = letter_for(session, LetterKind.ACCESS)
    with speaking("en"):
        english = letter_for(session, LetterKind.ACCESS)
        bundle = letter_as_paper(session, danish).bundle
        assert bundle is not None
        assert bundle.language == "da"
        assert "Jeres sagsnr." in letter_as_message(session, danish)
    assert "Your case number" in letter_as_message(session, english)
    own = dataclasses.replace(english, words="Hello.")
    assert "Jeres sagsnr." in letter_as_message(session, own)


def test_a_message_begins_with_the_case_and_has_no_subject(session: Session) -> None:
    made = letter_for(session, LetterKind.ACCESS)
    message = letter_as_message(session, made)
    assert message.startswith("Jeres sagsnr.: 24/1234\n\nJeg beder om")
    assert message.endswith("Venlig hilsen\nKim Prøve\n")
    assert made.subject not in message


def test_how_hard_a_text_is_stands_in_words() -> None:
    assert ease_words("Jeg vil gerne se min sag.") == "Let at læse (LIX 6)."
    assert ease_words("") == ""
    hard = ease_words("Revisitationen understøtter arbejdslederevnen fuldstændig.")
    assert "Den længste sætning har 4 ord." in hard
