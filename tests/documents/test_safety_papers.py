"""The papers of the working environment: the APV, the sheet, the discussion and the report."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from bpa_desktop.documents.assessment_sheet import SheetPaper, SheetQuestion, assessment_sheet
from bpa_desktop.documents.discussion_record import POINTS, DiscussionRecord, discussion_record
from bpa_desktop.documents.event_report import EventReport, Told, event_report
from bpa_desktop.documents.pdf import render
from bpa_desktop.documents.plain import plain
from bpa_desktop.documents.workplace_assessment import (
    Answered,
    AssessmentPaper,
    Planned,
    workplace_assessment,
)
from bpa_desktop.domain.assessment import Topic, Verdict
from bpa_desktop.domain.period import Period
from bpa_desktop.domain.safe_number import SickDays
from bpa_desktop.domain.work_problem import Effect, Extent, Severity
from bpa_desktop.domain.workplace_event import EventKind
from bpa_desktop.i18n import speaking
from tests.documents.papers import failures

if TYPE_CHECKING:
    from bpa_desktop.documents.model import Document

DAY = dt.date(2026, 1, 11)
YEAR = Period(dt.date(2025, 1, 1), dt.date(2026, 1, 1))
CABLE = Planned(
    what="Kabel over gulvet",
    topic=Topic.ACCIDENTS,
    severity=Severity.SERIOUS,
    extent=Extent.ALWAYS,
    cause="Stikket sidder forkert",
    solution="Nyt stik",
    responsible="Eksempel Eksempelsen",
    due_on=dt.date(2026, 2, 1),
    done_on=dt.date(2026, 1, 20),
    effect=Effect.YES,
    follow_up="Ingen er snublet",
)
APV = AssessmentPaper(
    case_number="24/1234",
    begun_on=DAY,
    finished_on=DAY,
    taking_part="Alle",
    is_anonymous=True,
    sheets=4,
    answers=(
        Answered(topic=Topic.PHYSICAL, ask="Er der lys nok?", verdict=Verdict.FINE),
        Answered(
            topic=Topic.ACCIDENTS, ask="Kan man falde?", verdict=Verdict.PROBLEM, words="Kabel"
        ),
    ),
    sick=SickDays(((dt.date(2025, 3, 1), 9),), 4),
    sick_period=YEAR,
    absence_words="Nej",
    plan=(CABLE, replace(CABLE, what="Lys", done_on=None, due_on=None, effect=Effect.UNKNOWN)),
    next_on=dt.date(2029, 1, 11),
    source="Kilde",
)
SHEET = SheetPaper(
    leader="Eksempel Eksempelsen",
    helper="Anna Prøve",
    is_anonymous=False,
    questions=(SheetQuestion(topic=Topic.HOME, ask="Er der plads?", examples="I badet"),),
)
TALK = DiscussionRecord(
    case_number="",
    leader="Eksempel Eksempelsen",
    held_on=DAY,
    taking_part="Alle",
    points=tuple((label, f"svar {number}") for number, (_field, label) in enumerate(POINTS)),
    last_goals="Færre løft",
)
FALL = EventReport(
    kind=EventKind.ACCIDENT,
    leader="Eksempel Eksempelsen",
    happened_on=DAY,
    at_time=dt.time(7, 30),
    place="Badet",
    helper="Anna Prøve",
    words="Faldt",
    prevention="",
    away_days=2,
    first_away=dt.date(2026, 1, 12),
    told=(
        Told(who="Arbejdstilsynet", by=dt.date(2026, 1, 26), source="at.dk"),
        Told(who="Forsikringen", done_on=DAY, source="at.dk"),
    ),
)


def papers() -> tuple[Document, ...]:
    return (
        workplace_assessment(APV),
        workplace_assessment(replace(APV, finished_on=None, plan=(), answers=(), sheets=0)),
        assessment_sheet(SHEET),
        discussion_record(TALK),
        discussion_record(replace(TALK, held_on=None, points=((POINTS[0][1], ""),))),
        event_report(FALL),
        event_report(replace(FALL, kind=EventKind.NEAR_MISS, told=())),
    )


@pytest.mark.parametrize("language", ["da", "en"])
def test_every_paper_is_accessible(language: str) -> None:
    with speaking(language):
        assert [found for one in papers() for found in failures(render(one))] == []


def test_the_plan_tells_who_when_and_whether_it_worked() -> None:
    lines = plain(workplace_assessment(APV)).splitlines()
    (cable,) = [line for line in lines if line.startswith("Problem: Kabel over gulvet")]
    for words in (
        "Alvorligt",
        "Årsag: Stikket sidder forkert",
        "Løsning: Nyt stik",
        "Eksempel Eksempelsen",
        "senest 1. februar 2026",
        "Gjort 20. januar 2026",
        "Det virkede",
        "Ingen er snublet",
    ):
        assert words in cable
    assert any("Problem: Lys" in line and "Ikke løst endnu" in line for line in lines)


def test_the_apv_sums_up_and_tells_of_absence_only_together() -> None:
    text = plain(workplace_assessment(APV))
    assert "Færdig 11. januar 2026. Der er fundet 1 problem." in text
    assert "1. januar til 31. december 2025: 13 sygedage i alt." in text
    assert "Marts\N{NO-BREAK SPACE}2025: 9" in text
    assert "De andre måneder tilsammen: 4" in text
    assert "4 skemaer uden navn" in text
    hidden = plain(workplace_assessment(replace(APV, sick=SickDays(rest=None, hidden=True))))
    assert "kan ikke vises uden at pege på nogen" in hidden
    assert "sygedage i alt" not in hidden


def test_a_sheet_without_names_has_no_place_for_one() -> None:
    assert "Anna Prøve" in plain(assessment_sheet(SHEET))
    text = plain(assessment_sheet(replace(SHEET, is_anonymous=True)))
    assert "Anna" not in text
    assert "Hjælper:" not in text
    assert "mindst 3 hjælpere" in text


def test_the_discussion_has_its_five_points() -> None:
    lines = plain(discussion_record(TALK)).splitlines()
    assert sum(line.startswith(tuple(f"{n}. " for n in range(1, 6))) for line in lines) == 5
    assert "Sidste års mål: Færre løft" in lines
    assert all(f"svar {number}" in lines for number in range(5))
    proof = "Dette papir er det skriftlige bevis for, at drøftelsen er holdt."
    assert proof in lines
    assert proof not in plain(discussion_record(replace(TALK, held_on=None)))


def test_the_report_says_who_is_told_by_when_with_the_source_once() -> None:
    text = plain(event_report(FALL))
    assert "Arbejdstilsynet: senest 26. januar 2026" in text
    assert "Forsikringen: anmeldt 11. januar 2026" in text
    assert text.count("Kilde: at.dk.") == 1
    assert "Hvem der får besked" not in plain(event_report(replace(FALL, kind=EventKind.NEAR_MISS)))
