"""Findings and what is due, said in both languages."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from decimal import Decimal
from itertools import chain
from typing import TYPE_CHECKING

import pytest

from bpa_desktop import i18n
from bpa_desktop.domain import teaching_deadlines as deadlines
from bpa_desktop.domain.absence import AbsenceKind
from bpa_desktop.domain.agreed_task import AgreedTask
from bpa_desktop.domain.aid import Aid
from bpa_desktop.domain.allowed_time import Terms
from bpa_desktop.domain.answers_expected import Request
from bpa_desktop.domain.applicant import Applicant, Stage
from bpa_desktop.domain.application import ApplicationKind
from bpa_desktop.domain.assessment import Assessment
from bpa_desktop.domain.authority_visit import AuthorityVisit, VisitKind
from bpa_desktop.domain.away_deadlines import estimate_due, requests_due, stays_to_tell
from bpa_desktop.domain.case_deadlines import Case
from bpa_desktop.domain.case_dues import Told, case_dues, letter_dues, notice_dues
from bpa_desktop.domain.clock import instant
from bpa_desktop.domain.complaint import Complaint, Outcome, Reassessment
from bpa_desktop.domain.conflicts import conflicts, too_young, uncovered
from bpa_desktop.domain.contract import Addendum, Contract
from bpa_desktop.domain.coverage import Hole
from bpa_desktop.domain.deadlines import Due, DueCode, due_list
from bpa_desktop.domain.decision import Decision, Effect
from bpa_desktop.domain.findings import Code
from bpa_desktop.domain.ground import Ground
from bpa_desktop.domain.handover import Handover
from bpa_desktop.domain.handovers import handovers_due
from bpa_desktop.domain.hiring_deadlines import hiring_due
from bpa_desktop.domain.hospital_stay import HospitalStay
from bpa_desktop.domain.inquiry import Inquiry
from bpa_desktop.domain.instruction import Course, Instruction, IntroductionStep
from bpa_desktop.domain.instruction_needs import Topic, standing
from bpa_desktop.domain.insurance import Insurance
from bpa_desktop.domain.insurances import NEEDED, YearHours, lacks_due, renewals
from bpa_desktop.domain.key_receipt import KeyReceipt
from bpa_desktop.domain.kinds import HourKind
from bpa_desktop.domain.leaving import Leaving
from bpa_desktop.domain.leaving_deadlines import Left, leaving_dues
from bpa_desktop.domain.meeting_deadlines import meeting_deadlines
from bpa_desktop.domain.moved_hours import Consent
from bpa_desktop.domain.people import Availability, Employment, Fit
from bpa_desktop.domain.rates import Confidence
from bpa_desktop.domain.rest import daily_rest
from bpa_desktop.domain.safety_deadlines import Safety, safety_due
from bpa_desktop.domain.scheme import Agreement, Answer, Scheme
from bpa_desktop.domain.short_notice import Move, short_notice
from bpa_desktop.domain.talks import talk_states, talks_due
from bpa_desktop.domain.trip import Trip
from bpa_desktop.domain.trips import trips_due
from bpa_desktop.domain.wishes import wish_findings
from bpa_desktop.domain.work import work_of
from bpa_desktop.domain.work_problem import WorkProblem
from bpa_desktop.domain.working_time import working_time
from bpa_desktop.domain.workplace_event import EventKind, WorkplaceEvent
from bpa_desktop.services import due_words, wording
from bpa_desktop.services.profiles import profile_for
from bpa_desktop.services.rulebook import rulebook
from bpa_desktop.services.teaching_due import ANSWER_WEEKS
from bpa_desktop.services.time_words import length_words, spoken_span, window_words
from tests.domain.builders import STATUTE, absence, book, day, grant, helper, moment, row

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bpa_desktop.domain.findings import Finding
    from bpa_desktop.domain.stints import Stint

NAMES = {"anna": "Anna Prøve"}
TODAY = day("2026-03-16")


@pytest.fixture(name="_english")
def _speak_english() -> Iterator[None]:
    with i18n.speaking("en"):
        yield


def every_finding() -> list[Finding]:
    rows = [
        row("2026-03-16T13:00", "2026-03-16T21:00"),
        row("2026-03-17T07:00", "2026-03-17T15:00"),
        row("2026-03-17T14:00", "2026-03-17T15:00"),
        row("2026-03-17T14:00", "2026-03-17T15:00", "bo", id="bo"),
    ]
    people = [
        helper(birth_date=dt.date(2010, 1, 1), employments=()),
        helper("bo", birth_date=None),
    ]
    away = [absence("anna", "2026-03-17", "2026-03-17")]
    return [
        *conflicts(rows, people, away, rulebook()),
        *too_young(rows, people[:1], book()),
        *uncovered([hole(1), hole(2)], rulebook()),
        *broken_wishes(),
        *moved(),
        *of_working_time(),
    ]


def of_working_time() -> list[Finding]:
    """Nights without a day off, and shifts of 24 hours with and without rest, on every ground."""
    nights = daily("2026-03-01T22:00", 120, 10)
    short = [*daily("2026-06-01T06:00", 20, 15), *daily("2026-07-01T06:00", 3, 14)]
    whole = [
        row("2026-08-01T06:00", "2026-08-01T10:00"),
        row("2026-08-01T12:00", "2026-08-02T12:00", id="whole"),
        row("2026-08-03T08:00", "2026-08-04T08:00"),
    ]
    once = [row("2026-09-01T06:00", "2026-09-01T21:00")]
    night = instant(moment("2026-08-01T23:00"))
    rests = {"whole": ((night, night + 60),)}
    rows = [*nights, *short, *whole, *once]
    away = [absence("anna", "2026-04-20", "2026-04-21", kind=AbsenceKind.HOLIDAY)]
    grounds = [
        Ground(care, agreement, relatives=relatives)
        for care in Answer
        for agreement in Agreement
        for relatives in (frozenset(), frozenset({"anna"}), frozenset({"anna", "bo"}))
    ]
    together = [*rows, row("2026-03-02T10:00", "2026-03-02T12:00", "bo", id="bo")]
    found = [
        one for ground in grounds for one in working_time(together, rests, away, rulebook(), ground)
    ]
    return list({(one.code, repr(one.values)): one for one in found}.values())


def daily(first: str, days: int, length: int) -> list[Stint]:
    """A shift a day of so many hours."""
    starts = [moment(first) + dt.timedelta(days=count) for count in range(days)]
    ends = [start + dt.timedelta(hours=length) for start in starts]
    return [
        row(start.isoformat(), end.isoformat()) for start, end in zip(starts, ends, strict=True)
    ]


def moved() -> list[Finding]:
    """A shift that was moved the evening before."""
    found = short_notice(
        row("2026-03-17T07:00", "2026-03-17T15:00"),
        Move(instant(moment("2026-03-16T20:00")), instant(moment("2026-03-17T07:00"))),
        rulebook(),
        Ground(agreement=Agreement.OTHER),
    )
    return [] if found is None else [found]


def broken_wishes() -> list[Finding]:
    rows = [
        row("2026-03-16T07:00", "2026-03-16T15:00"),
        row("2026-03-16T07:00", "2026-03-16T15:00", "bo", id="bo"),
    ]
    most = Employment(first_day=dt.date(2020, 1, 1), most_minutes_per_week=60)
    least = Employment(first_day=dt.date(2020, 1, 1), least_minutes_per_week=9 * 60)
    people = [
        helper(employments=(most,), availability=(Availability(),)),
        helper("bo", employments=(least,), availability=(Availability(fit=Fit.RATHER_NOT),)),
    ]
    return wish_findings(rows, people, [], [TODAY], rulebook())


def hole(missing: int) -> Hole:
    start = instant(moment("2026-03-16T10:00"))
    return Hole(start=start, end=start + 60, kind=HourKind.TWO_HELPERS, missing=missing)


@pytest.mark.parametrize("language", i18n.LANGUAGES)
def test_every_finding_is_a_full_sentence(language: str) -> None:
    found = every_finding()
    assert {one.code for one in found} == set(Code)
    with i18n.speaking(language):
        for one in found:
            text = wording.finding_sentence(one, NAMES)
            assert text.endswith(".")
            assert "{" not in text
            assert wording.finding_title(one)


def test_the_two_languages_differ() -> None:
    for one in every_finding():
        danish = wording.finding_sentence(one, NAMES)
        with i18n.speaking("en"):
            assert wording.finding_sentence(one, NAMES) != danish


def test_too_little_rest_names_rule_source_and_what_is_missing() -> None:
    rows = [
        row("2026-03-16T13:00", "2026-03-16T21:00"),
        row("2026-03-17T07:00", "2026-03-17T15:00"),
    ]
    (found,) = daily_rest(work_of(rows), rulebook(), STATUTE)
    assert wording.finding_sentence(found, NAMES) == (
        "Anna Prøve hviler kun 10 timer i træk i de 24 timer før tirsdag 17. marts 2026 "
        "15:00. Reglen er 11 timer: 1 time for lidt. Begynd tidligst 08:00. "
        "Regel: Daglig hviletid. Kilde: "
        "Arbejdsmiljøloven § 50, stk. 1 (danskelove.dk); Arbejdstilsynet, spørgsmål og svar om "
        "hvileperiode. Læst i kilden."
    )


@pytest.mark.usefixtures("_english")
def test_what_is_open_is_told_but_not_asked_and_an_answer_is_told() -> None:
    rows = [row("2026-03-16T08:00", "2026-03-17T08:00")]
    text = {
        (care, agreement): wording.finding_text(one, NAMES)
        for care in Answer
        for agreement in Agreement
        for one in daily_rest(work_of(rows), rulebook(), Ground(care, agreement))
    }
    unanswered = text[Answer.UNKNOWN, Agreement.UNKNOWN]
    assert unanswered.endswith(
        "Under the agreement of Dansk Erhverv and FOA more is allowed. "
        "Without care in the work it may be otherwise."
    )
    assert not any("?" in told for told in text.values())
    assert text[Answer.YES, Agreement.NONE] == (
        "Anna Prøve has no rest within 24 hours before Tuesday 17 March 2026 08:00. "
        "The rule is 11 hours. A 24-hour shift takes an agreement; rest on the spot does not "
        "count without. End at 21:00 at the latest."
    )
    assert "leaves out work without care" in text[Answer.NO, Agreement.NONE]
    assert "does not know its rules" in text[Answer.YES, Agreement.OTHER]
    assert (Answer.YES, Agreement.DE_FOA) not in text


@pytest.mark.usefixtures("_english")
def test_a_hole_tells_how_many_are_missing_and_of_which_kind() -> None:
    one, two = uncovered([hole(1), hole(2)], rulebook())
    assert wording.finding_text(one, {}) == (
        "Nobody is planned: Monday 16 March 2026 10–11 (1 hour). Second helper."
    )
    assert wording.finding_text(two, {}) == (
        "2 helpers are missing: Monday 16 March 2026 10–11 (2 hours). Second helper."
    )


@pytest.mark.usefixtures("_english")
def test_an_own_check_has_a_rule_and_no_source() -> None:
    (found,) = uncovered([hole(1)], rulebook())
    assert wording.finding_source(found) == "Rule: The need is covered. The program's own check."


@pytest.mark.usefixtures("_english")
def test_a_rule_that_is_not_sure_says_so() -> None:
    (found,) = uncovered([hole(1)], rulebook())
    unsure = found._replace(confidence=Confidence.CONFLICT, source="Two texts")
    assert wording.finding_source(unsure) == (
        "Rule: The need is covered. Source: Two texts. The sources disagree."
    )


@pytest.mark.usefixtures("_english")
@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        ("2026-03-16T07:00", "2026-03-16T15:00", "Monday 16 March 2026 07–15"),
        ("2026-03-16T22:00", "2026-03-17T06:30", "Monday 16 March 2026 22–06:30"),
        (
            "2026-03-16T07:00",
            "2026-03-17T07:00",
            "Monday 16 March 2026 07:00 to Tuesday 17 March 2026 07:00",
        ),
        (
            "2026-03-16T07:00",
            "2026-03-18T06:00",
            "Monday 16 March 2026 07:00 to Wednesday 18 March 2026 06:00",
        ),
    ],
)
def test_windows_in_words(start: str, end: str, words: str) -> None:
    assert window_words((moment(start), moment(end))) == words


@pytest.mark.parametrize(
    ("minutes", "danish"), [(1, "1 minut"), (45, "45 minutter"), (60, "1 time"), (450, "7,5 timer")]
)
def test_lengths_in_words(minutes: int, danish: str) -> None:
    assert length_words(minutes) == danish


def every_due() -> list[Due]:
    new = Scheme(
        id="s",
        citizen_name="Prøve Borger",
        start_date=day("2026-01-16"),
        next_visit=day("2026-02-20"),
    )
    grants = [
        grant("2026-02-01", last="2026-04-05", received_date=day("2026-03-01")),
        grant(
            "2026-03-01",
            last="2026-04-06",
            received_date=day("2026-03-02"),
            decision_reference="A-1",
        ),
    ]
    unknown = due_list(None, grants[:1], None, book(), TODAY)
    months = [day("2026-01-01"), day("2026-02-01")]
    known = due_list(new, grants, profile_for("Ishøj"), rulebook(), TODAY, months)
    areas = (
        of_trips(),
        of_talks(),
        leaving_dues([somebody_left()], rulebook(), TODAY),
        taught(),
        of_hiring(),
        of_work_environment(),
        meeting_deadlines([AgreedTask(id="t", what="Ring", due_on=TODAY)]),
        of_what_is_applied_for(),
    )
    case = [*of_the_case(), *of_visits()]
    return [*case, *known, *unknown, *every_warning(), *chain.from_iterable(areas)]


def of_trips() -> Iterable[Due]:
    trip = Trip(place="Skagen", first_day=day("2026-07-01"), last_day=day("2026-07-08"))
    return trips_due([trip], profile_for("Brønderslev"), TODAY)


def of_what_is_applied_for() -> list[Due]:
    """A stay nobody is told of, and applications before and after they are sent."""
    plain = Request(("application", "a"), ApplicationKind.COURSE, "Løft", None, Consent.ASKED)
    asks = profile_for("Brønderslev")
    assert asks is not None
    scheme = Scheme(id="s", citizen_name="Prøve Borger", start_date=day("2024-01-16"))
    asked = plain._replace(sent_on=TODAY), plain._replace(needed_by=TODAY)
    return [
        *handovers_due([Handover(id="o", name="Prøve", agreed_on=TODAY)], rulebook()),
        *renewals([Insurance(id="i", company="Prøve", renews_on=TODAY)]),
        *stays_to_tell([HospitalStay(id="h", first_day=TODAY)]),
        *requests_due(asked, lambda _day: asks, TODAY),
        *lacks_due(list(NEEDED), YearHours(0, 0, 0, TODAY), ""),
        *estimate_due(scheme, asks, (), TODAY),
    ]


def of_talks() -> Iterable[Due]:
    anna = helper("anna", employments=(Employment(first_day=day("2024-01-01")),))
    return talks_due(talk_states([anna], [], {}, rulebook(), TODAY), TODAY)


def of_hiring() -> list[Due]:
    """An applicant to delete, a contract and an addendum not given, and a helper without one."""
    gone = Applicant(
        id="a",
        name="Prøve Ansøger",
        applied_on=day("2026-01-01"),
        stage=Stage.REJECTED,
        delete_on=TODAY,
        keep_reason="Klage",
    )
    begins = day("2026-03-02")
    people = [helper(one, employments=(Employment(first_day=begins),)) for one in ("anna", "bo")]
    contract = Contract(id="c", helper="anna", begins_on=begins)
    change = Addendum(id="x", contract="c", takes_effect_on=day("2026-06-01"), words="Ny tid")
    return hiring_due([gone], people, [contract], [change], rulebook(), TODAY)


def of_the_case() -> Iterator[Due]:
    """Each way a decision and a complaint can be waited for, and two letters."""
    less = Decision(
        id="d", decided_on=day("2026-03-02"), received_on=day("2026-03-05"), effect=Effect.LESS
    )
    sent = Complaint(id="c", decision="d", sent_on=day("2026-03-20"))
    answered = replace(sent, reassessed_on=day("2026-04-01"))
    upheld = replace(answered, reassessment=Reassessment.UPHELD)
    partly = replace(answered, reassessment=Reassessment.PARTLY)
    agreed = replace(answered, reassessment=Reassessment.AGREED)
    decided = replace(upheld, decided_on=day("2026-05-20"))
    back, changed = (replace(decided, outcome=one) for one in (Outcome.REMITTED, Outcome.CHANGED))
    terms = Terms(profile_for("Brønderslev"), rulebook())
    nobody = Terms(None, rulebook())
    for complaint in (sent, upheld, partly, agreed, back, changed):
        for known in (terms, nobody):
            yield from case_dues([Case(less, (complaint,))], known)
    yield from case_dues([Case(less)], terms)
    for case in (Case(less), Case(less, (sent,))):
        yield from notice_dues(case, [Told("a", day("2026-05-01")), Told("b", None)], terms)
    letters = (Inquiry(id="a", received_on=TODAY, answer_by=day("2026-12-24")),)
    yield from letter_dues([*letters, Inquiry(id="b", received_on=TODAY)])


def of_visits() -> list[Due]:
    """A visit that is planned, one that has passed, and what comes with new budgets."""
    scheme = Scheme(id="s", citizen_name="Prøve Borger", start_date=day("2024-01-16"))
    visits = [
        AuthorityVisit(id="a", day=day("2026-03-10")),
        AuthorityVisit(id="b", day=day("2026-04-10"), kind=VisitKind.OBSERVATION),
    ]
    return due_list(scheme, [], profile_for("Ishøj"), rulebook(), TODAY, (), visits)


def every_warning() -> list[Due]:
    over = {"month": day("2026-11-01"), "is_used_up": False}
    return [
        Due(DueCode.HOURS_OVER, day("2026-10-31"), None, over),
        Due(DueCode.HOURS_UNDER, day("2026-12-31"), None, {"minutes": 25_430}),
        Due(DueCode.MONEY_OVER, day("2026-10-31"), ("budget", "b"), over),
        Due(DueCode.MONEY_OVER, TODAY, ("budget", "b"), {**over, "is_used_up": True}),
        Due(DueCode.MONEY_UNDER, day("2026-12-31"), ("budget", "b"), {"amount": Decimal("9.5")}),
    ]


def somebody_left() -> Left:
    """Five years ago, and nothing of what was to be done is done."""
    last = day("2021-03-01")
    period = Employment(first_day=day("2020-01-01"), last_day=last)
    return Left(
        helper(employments=(period,)),
        Leaving(id="l", helper="anna", notice_on=last, last_day=last),
        (KeyReceipt(id="k", helper="anna", what="Nøgle", handed_on=day("2020-01-01")),),
    )


def taught() -> list[Due]:
    """What is due in teaching: late and early, for one and for several."""
    people = [helper(), helper("bo")]
    aids = [
        Aid(id="a", name="Loftlift", inspection_on=day("2026-03-01")),
        Aid(id="b", name="Stol", inspection_on=day("2026-04-01")),
    ]
    key = ("procedure", "p")
    bed = Topic(key, "Seng", ("procedure_version", "2"), frozenset("2"), frozenset("1"))
    chair = Topic(("aid", "b"), "Stol", ("aid", "b"), frozenset("b"))
    once = [Instruction(id="i", helper="anna", version="1", given_on=day("2026-01-01"))]
    lacking = [standing(bed, people[0], once, TODAY), standing(chair, people[1], once, TODAY)]
    step = IntroductionStep(id="s", helper="bo", what="Nat", planned_on=TODAY)
    old = Course(id="c", helper="bo", title="Førstehjælp", valid_to=TODAY)
    new = Course(id="d", helper="bo", title="Løft", held_on=day("2026-05-01"))
    weeks = profile_for("Brønderslev")
    assert weeks is not None
    return [
        *deadlines.inspections(aids, TODAY),
        *deadlines.instruction(lacking, TODAY),
        *deadlines.instruction([*lacking, standing(bed, people[1], [], TODAY)], TODAY),
        *deadlines.introductions([step], people, TODAY),
        *deadlines.course_applications([new], weeks.known(ANSWER_WEEKS), 2, TODAY),
        *deadlines.expiring_courses([old], people, TODAY),
    ]


def of_work_environment() -> list[Due]:
    """An APV that is due for each reason and one that goes on, actions, and accidents."""
    old = Assessment(id="old", begun_on=day("2023-01-01"), finished_on=day("2023-01-01"))
    running = Assessment(id="running", begun_on=day("2026-01-01"))
    fall = WorkplaceEvent(
        id="fall", kind=EventKind.ACCIDENT, happened_on=TODAY, words="Fald", away_days=1
    )
    full = Safety(
        assessments=(old,),
        events=(fall, replace(fall, id="long ago", happened_on=day("2021-01-01"))),
        problems=(
            WorkProblem(id="a", what="Kabel", due_on=TODAY, responsible="Bo"),
            WorkProblem(id="b", what="Lys", due_on=TODAY),
            WorkProblem(id="c", what="Støj", done_on=TODAY),
        ),
        employed_since=day("2020-01-01"),
    )
    moved = replace(fall, kind=EventKind.NEW_HOME)
    ways = (
        full,
        full._replace(assessments=()),
        full._replace(assessments=(old, running)),
        full._replace(events=(moved,)),
    )
    return [one for way in ways for one in safety_due(way, rulebook(), TODAY)]


@pytest.mark.parametrize("language", i18n.LANGUAGES)
def test_everything_due_is_a_full_sentence(language: str) -> None:
    found = every_due()
    assert {one.code for one in found} == set(DueCode)
    with i18n.speaking(language):
        for one in found:
            assert due_words.due_text(one).endswith(".")
            assert "{" not in due_words.due_text(one)
            assert due_words.due_title(one)


def test_due_in_danish() -> None:
    texts = {one.code: due_words.due_text(one) for one in every_due()}
    assert texts[DueCode.COMPLAINT] == (
        "Kommunen skal senest den 30. marts 2026 have modtaget en klage over A-1."
    )
    assert texts[DueCode.FIRST_FOLLOW_UP] == (
        "Vent første opfølgning ca. 3 måneder efter start: omkring den 16. april 2026."
    )
    assert texts[DueCode.REVISITATION] == (
        "Kommunen revisiterer hver 24. måned. Vent det omkring den 20. februar 2028."
    )


def test_what_is_warned_of_says_what_to_do_and_by_when() -> None:
    assert [due_words.due_text(one) for one in every_warning()] == [
        (
            "Fortsætter det sådan, er årets timer brugt i november. "
            "Ret planen, eller søg om flere timer senest den 31. oktober 2026."
        ),
        (
            "Mindst 423 timer bliver ikke brugt i år. "
            "Brug dem, eller søg om at få dem flyttet, senest den 31. december 2026."
        ),
        (
            "Fortsætter det sådan, er budgettet brugt i november. "
            "Ret planen, eller skriv til kommunen senest den 31. oktober 2026."
        ),
        "Budgettet er brugt. Ret planen, eller skriv til kommunen senest den 16. marts 2026.",
        (
            "Mindst 10\u00a0kr. af budgettet bliver ikke brugt. "
            "Brug dem, eller aftal med kommunen, hvad der skal ske, senest den 31. december 2026."
        ),
    ]


def test_a_day_the_user_wrote_has_no_source() -> None:
    sources = {one.code: due_words.due_source(one) for one in every_due()}
    assert sources[DueCode.VISIT] == ""
    assert sources[DueCode.REVISITATION] == (
        "Kilde: Ishøj Kommune, Kvalitetsstandard for BPA § 95 og 96."
    )


def test_a_shift_of_a_day_or_more_is_told_with_the_day_it_ends_on() -> None:
    start = moment("2026-03-16T07:00")
    assert spoken_span(start, start + dt.timedelta(hours=8)) == "07 til 15"
    assert spoken_span(start, start + dt.timedelta(days=1)) == "07 til tir 07"
