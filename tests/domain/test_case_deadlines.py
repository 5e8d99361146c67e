"""The days of decisions and complaints, by the municipality's own words and by the rules."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any, Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bpa_desktop.domain.allowed_time import Terms
from bpa_desktop.domain.case_day import CaseStep
from bpa_desktop.domain.case_deadlines import Case, case_days, complain_by, is_late
from bpa_desktop.domain.case_dues import Told, case_dues, letter_dues, notice_dues
from bpa_desktop.domain.complaint import Complaint, Outcome, Reassessment
from bpa_desktop.domain.deadlines import DueCode
from bpa_desktop.domain.decision import Decision, Effect, Subject
from bpa_desktop.domain.inquiry import Inquiry
from bpa_desktop.domain.rates import RuleBook
from bpa_desktop.domain.scheme import Answer
from bpa_desktop.services.profiles import profile_for
from bpa_desktop.services.rulebook import rulebook
from tests.domain.builders import day, grant

if TYPE_CHECKING:
    from bpa_desktop.domain.case_day import CaseDay
    from bpa_desktop.domain.grant import Grant

ISHOEJ: Final = Terms(profile_for("Ishøj"), rulebook())
BROENDERSLEV: Final = Terms(profile_for("Brønderslev"), rulebook())
NOBODY: Final = Terms(None, rulebook())


def decision(received: str, decided: str | None = None, **fields: Any) -> Decision:
    made = day(decided) if decided else None
    return Decision(id="d", received_on=day(received), decided_on=made, **fields)


def complaint(sent: str | None, **fields: Any) -> Complaint:
    fields.setdefault("id", "c")
    return Complaint(decision="d", sent_on=day(sent) if sent else None, **fields)


def open_days(
    one: Decision, *complaints: Complaint, terms: Terms = ISHOEJ, grants: tuple[Grant, ...] = ()
) -> dict[CaseStep, str]:
    found = case_days(Case(one, complaints, grants), terms)
    return {one.step: one.on.isoformat() if one.on else "?" for one in found if one.is_open}


def test_the_time_to_complain_runs_from_the_day_it_was_received() -> None:
    one = decision("2026-03-05", "2026-03-02")
    (found,) = [one for one in case_days(Case(one), ISHOEJ) if one.is_open]
    assert (found.step, found.on) == (CaseStep.COMPLAIN_BY, day("2026-04-02"))
    assert found.source == "Ishøj Kommune, Kvalitetsstandard for BPA § 95 og 96"
    assert found.quote.startswith("Klagen skal være modtaget af Ishøj Kommune")


def test_without_a_municipality_the_rule_says_it_and_without_a_rule_nobody() -> None:
    one = decision("2026-03-05")
    assert open_days(one, terms=NOBODY) == {CaseStep.COMPLAIN_BY: "2026-04-02"}
    assert open_days(one, terms=Terms(None, RuleBook())) == {CaseStep.COMPLAIN_BY: "?"}
    (due,) = case_dues([Case(one)], Terms(None, RuleBook()))
    assert (due.code, due.on) == (DueCode.RULE_UNKNOWN, day("2026-03-05"))


def test_with_less_help_the_safe_day_is_the_earlier_and_the_effect_the_later() -> None:
    less = decision("2026-03-05", "2026-03-02", effect=Effect.LESS)
    assert open_days(less) == {CaseStep.COMPLAIN_BY: "2026-03-30", CaseStep.EFFECT: "2026-06-11"}
    undated = decision("2026-03-05", effect=Effect.LESS)
    assert open_days(undated) == {CaseStep.COMPLAIN_BY: "2026-04-02", CaseStep.EFFECT: "2026-06-11"}
    holiday = decision("2026-03-05", "2026-03-02", effect=Effect.LESS, subject=Subject.HOLIDAY)
    assert open_days(holiday) == {CaseStep.COMPLAIN_BY: "2026-04-02"}


def test_one_that_was_received_before_it_was_decided_counts_from_the_earlier() -> None:
    turned = decision("2026-03-02", "2026-03-05", effect=Effect.LESS)
    assert complain_by(turned, ISHOEJ) == day("2026-03-30")
    assert [one.field for one in turned.problems()] == ["received_on"]


def test_the_municipality_answers_in_four_weeks_and_in_two_where_help_gets_less() -> None:
    sent = complaint("2026-03-20")
    assert open_days(decision("2026-03-05"), sent) == {CaseStep.ANSWER_BY: "2026-04-17"}
    less = decision("2026-03-05", "2026-03-02", effect=Effect.LESS)
    assert open_days(less, sent)[CaseStep.ANSWER_BY] == "2026-04-03"
    assert open_days(decision("2026-03-05"), sent, terms=NOBODY) == {
        CaseStep.ANSWER_BY: "2026-04-17"
    }


def test_after_an_agreement_in_part_broenderslev_gives_four_weeks_and_ishoej_says_nothing() -> None:
    partly = complaint(
        "2026-03-20", reassessment=Reassessment.PARTLY, reassessed_on=day("2026-04-10")
    )
    one = decision("2026-03-05")
    assert open_days(one, partly, terms=BROENDERSLEV) == {CaseStep.STANDS_BY: "2026-05-08"}
    assert open_days(one, partly) == {CaseStep.STANDS_BY: "?"}
    (due,) = case_dues([Case(one, (partly,))], ISHOEJ)
    assert (due.code, due.on, due.values["is_known"]) == (
        DueCode.COMPLAINT_STANDS,
        day("2026-04-10"),
        False,
    )


def test_it_goes_on_to_the_board_as_broenderslev_says() -> None:
    upheld = complaint(
        "2026-03-20", reassessment=Reassessment.UPHELD, reassessed_on=day("2026-04-10")
    )
    stands = complaint(
        "2026-03-20",
        reassessment=Reassessment.PARTLY,
        reassessed_on=day("2026-04-10"),
        stands_told_on=day("2026-04-20"),
    )
    one = decision("2026-03-05")
    assert open_days(one, upheld, terms=BROENDERSLEV) == {CaseStep.FORWARD_BY: "2026-04-17"}
    assert open_days(one, stands, terms=BROENDERSLEV) == {CaseStep.FORWARD_BY: "2026-05-04"}
    assert open_days(one, upheld) == {}


@pytest.mark.parametrize("terms", [BROENDERSLEV, ISHOEJ, NOBODY])
def test_with_less_help_a_decision_that_is_kept_goes_on_within_the_two_weeks(terms: Terms) -> None:
    less = decision("2026-03-05", "2026-03-02", effect=Effect.LESS)
    upheld = complaint(
        "2026-03-20", reassessment=Reassessment.UPHELD, reassessed_on=day("2026-04-01")
    )
    found = open_days(less, upheld, terms=terms)
    assert found[CaseStep.FORWARD_BY] == "2026-04-03"
    assert found[CaseStep.BOARD_BY] == "2026-05-29"


def test_what_the_own_decision_says_of_the_weeks_goes_before_the_rule() -> None:
    country = profile_for("Odense")
    assert country is not None
    known = country.known("complaint.notice_weeks")
    shorter = country.known("complaint.notice_reassessed_within_weeks")
    assert known is not None
    assert shorter is not None
    own = country._replace(
        values={
            "complaint.notice_weeks": known._replace(value=20),
            "complaint.notice_reassessed_within_weeks": shorter._replace(value=3),
        }
    )
    less = decision("2026-03-05", "2026-03-02", effect=Effect.LESS)
    for profile, effect, answer in (
        (country, "2026-06-11", "2026-04-03"),
        (own, "2026-07-23", "2026-04-10"),
    ):
        found = open_days(less, complaint("2026-03-20"), terms=Terms(profile, rulebook()))
        assert found == {CaseStep.ANSWER_BY: answer, CaseStep.EFFECT: effect}


def test_the_board_has_eight_weeks_where_help_gets_less() -> None:
    less = decision("2026-03-05", "2026-03-02", effect=Effect.TAKES_AWAY)
    upheld = complaint(
        "2026-03-20", reassessment=Reassessment.UPHELD, reassessed_on=day("2026-04-01")
    )
    assert open_days(less, upheld)[CaseStep.BOARD_BY] == "2026-05-29"
    sent_on = complaint(
        "2026-03-20",
        reassessment=Reassessment.UPHELD,
        reassessed_on=day("2026-04-01"),
        forwarded_on=day("2026-04-02"),
    )
    assert open_days(less, sent_on)[CaseStep.BOARD_BY] == "2026-05-28"


def test_an_agreement_leads_to_a_new_decision_and_ends_the_fourteen_weeks() -> None:
    less = decision("2026-03-05", "2026-03-02", effect=Effect.LESS)
    agreed = complaint(
        "2026-03-20", reassessment=Reassessment.AGREED, reassessed_on=day("2026-04-01")
    )
    assert open_days(less, agreed) == {CaseStep.NEW_DECISION_BY: "2026-04-17"}
    assert open_days(less, agreed, terms=NOBODY) == {CaseStep.NEW_DECISION_BY: "?"}
    linked = complaint(
        "2026-03-20",
        reassessment=Reassessment.AGREED,
        reassessed_on=day("2026-04-01"),
        new_decision="e",
    )
    assert not open_days(less, linked)


def test_sent_back_means_a_new_decision_and_changed_means_another_grant() -> None:
    one = decision("2026-03-05")
    back = complaint("2026-03-20", outcome=Outcome.REMITTED, decided_on=day("2026-09-01"))
    assert open_days(one, back) == {CaseStep.NEW_DECISION_BY: "?"}
    changed = complaint("2026-03-20", outcome=Outcome.CHANGED, decided_on=day("2026-09-01"))
    assert open_days(one, changed) == {CaseStep.CORRECT_GRANT: "2026-09-01"}
    old = grant("2026-01-01", decision="d", decision_date=day("2026-03-02"))
    assert open_days(one, changed, grants=(old,)) == {CaseStep.CORRECT_GRANT: "2026-09-01"}
    new = grant("2026-09-01", decision="d", decision_date=day("2026-09-01"))
    assert not open_days(one, changed, grants=(old, new))
    holiday = decision("2026-03-05", subject=Subject.HOLIDAY)
    assert not open_days(holiday, changed)


@pytest.mark.parametrize("outcome", [Outcome.UPHELD, Outcome.WITHDRAWN, Outcome.NOT_TAKEN_UP])
def test_when_it_is_over_nothing_is_waited_for(outcome: Outcome) -> None:
    over = complaint("2026-03-20", outcome=outcome, decided_on=day("2026-09-01"))
    assert not open_days(decision("2026-03-05"), over)


def test_two_open_complaints_are_each_waited_for() -> None:
    two = (complaint("2026-03-10", id="a"), complaint("2026-03-20", id="b"))
    found = [
        (one.code, one.on.isoformat(), one.record)
        for one in case_dues([Case(decision("2026-03-05"), two)], ISHOEJ)
    ]
    assert found == [
        (DueCode.COMPLAINT_ANSWER, "2026-04-07", ("complaint", "a")),
        (DueCode.COMPLAINT_ANSWER, "2026-04-17", ("complaint", "b")),
    ]


def test_a_complaint_that_is_only_begun_does_not_stop_the_time() -> None:
    assert open_days(decision("2026-03-05"), complaint(None)) == {
        CaseStep.COMPLAIN_BY: "2026-04-02"
    }


@pytest.mark.parametrize(("sent", "late"), [("2026-04-02", False), ("2026-04-03", True)])
def test_a_complaint_after_the_last_day_is_late(sent: str, *, late: bool) -> None:
    assert is_late(complaint(sent), decision("2026-03-05"), ISHOEJ) is late


def test_help_that_goes_on_until_the_board_has_decided_does_not_end_yet() -> None:
    less = decision("2026-03-05", "2026-03-02", effect=Effect.LESS)
    goes_on = complaint("2026-03-20", suspends=Answer.YES)
    assert CaseStep.EFFECT not in open_days(less, goes_on)
    assert CaseStep.EFFECT in open_days(less, complaint("2026-03-20"))


def test_helpers_are_told_by_the_first_of_their_days_and_an_unknown_notice_is_asked_for() -> None:
    less = Case(decision("2026-03-05", "2026-03-02", effect=Effect.LESS))
    told = [Told("a", day("2026-05-11")), Told("b", day("2026-04-01")), Told("c", None)]
    known, unknown = notice_dues(less, told, ISHOEJ)
    assert (known.code, known.on, known.values["count"]) == (
        DueCode.TELL_HELPERS,
        day("2026-04-01"),
        2,
    )
    assert (unknown.code, unknown.on) == (DueCode.NOTICE_UNKNOWN, day("2026-03-30"))
    assert not list(notice_dues(Case(decision("2026-03-05")), told, ISHOEJ))


def test_a_letter_waits_until_it_is_answered() -> None:
    named = Inquiry(id="a", received_on=day("2026-03-02"), answer_by=day("2026-03-16"))
    unnamed = Inquiry(id="b", received_on=day("2026-03-02"))
    done = Inquiry(id="c", received_on=day("2026-03-02"), answered_on=day("2026-03-03"))
    assert [
        (one.on.isoformat(), one.values["is_known"]) for one in letter_dues([named, unnamed, done])
    ] == [
        ("2026-03-16", True),
        ("2026-03-02", False),
    ]


@given(
    received=st.dates(dt.date(2018, 1, 5), dt.date(2090, 1, 1)),
    before=st.integers(0, 10),
    sent=st.integers(0, 60),
)
def test_nothing_you_must_do_is_later_than_four_weeks_after_receipt(
    received: dt.date, before: int, sent: int
) -> None:
    """On leap days and at the turn of the year as well."""
    less = Decision(
        id="d",
        received_on=received,
        decided_on=received - dt.timedelta(days=before),
        effect=Effect.LESS,
    )
    last = complain_by(less, ISHOEJ)
    assert last is not None
    assert last == received + dt.timedelta(days=28 - before)
    found: list[CaseDay] = case_days(
        Case(less, (complaint((received + dt.timedelta(days=sent)).isoformat()),)), ISHOEJ
    )
    known = [one.on for one in found if one.on is not None]
    assert known == sorted(known)
