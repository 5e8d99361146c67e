"""The roster as used says who came, who should have come, and what was not filled."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from bpa_desktop.documents.kept_points import KeptPoint
from bpa_desktop.documents.model import Line, Note, Style, Table
from bpa_desktop.documents.pdf import render
from bpa_desktop.documents.plain import plain
from bpa_desktop.documents.roster_used import (
    Entry,
    entry_text,
    key_of,
    month_document,
    roster_used,
    summary,
)
from bpa_desktop.domain.findings import Code
from bpa_desktop.domain.kinds import HourKind
from bpa_desktop.domain.period import Period
from bpa_desktop.i18n import speaking
from tests.documents.paper_values import april, at, roster
from tests.documents.papers import failures, texts

if TYPE_CHECKING:
    from bpa_desktop.documents.roster_used import (
        Month,
    )


def calendar(month: Month | None = None) -> Table:
    month = month or april()
    table = month_document(roster(month), month).blocks[0]
    assert isinstance(table, Table)
    return table


def test_a_row_for_each_week_and_a_shaded_box_for_each_day_of_another_month() -> None:
    rows = calendar().rows
    assert [row[0] for row in rows] == ["14", "15", "16", "17", "18"]
    assert [cell is None for cell in rows[0]] == [
        False,
        True,
        True,
        False,
        False,
        True,
        False,
        True,
    ]
    assert [column.title for column in calendar().columns][:3] == ["Uge", "mandag", "tirsdag"]


def test_only_the_weeks_of_the_period_are_shown() -> None:
    part = Period(dt.date(2026, 4, 1), dt.date(2026, 4, 6))
    assert [row[0] for row in calendar(april(part=part)).rows] == ["14"]


def test_a_box_holds_the_day_its_holiday_and_its_shifts() -> None:
    wednesday, thursday = calendar().rows[0][3:5]
    assert wednesday == (
        Line(text="1.", style=Style.STRONG),
        Line(text="07–15:30 AN"),
        Line(text="15:30–24 DI for BO"),
        Line(text="17–19 AN, CA møde"),
    )
    assert thursday == (
        Line(text="2.", style=Style.STRONG, aside="Skærtorsdag"),
        Line(text="23–07 ubesat", style=Style.STRONG),
        Line(text="07–15 AN", aside="ikke bekræftet"),
    )


def test_a_planned_day_is_said_to_be_planned_in_words() -> None:
    saturday = calendar().rows[0][6]
    assert saturday == (
        Line(text="4.", style=Style.STRONG, aside="planlagt"),
        Line(text="07–15 BO", style=Style.MUTED),
    )


@pytest.mark.parametrize(
    ("kind", "word"),
    [
        (HourKind.BASIS, ""),
        (HourKind.AVAILABILITY, " rådighed"),
        (HourKind.TWO_HELPERS, " ekstra"),
        (HourKind.MUS, " MUS"),
        (HourKind.TRAINING, " oplæring"),
        (HourKind.COURSE, " kursus"),
        (HourKind.HOLIDAY_EXTRA, " ferie"),
        (HourKind.OTHER, " andet"),
    ],
)
def test_a_special_kind_is_marked(kind: HourKind, word: str) -> None:
    entry = Entry(start=at(1, 9), end=at(1, 10), who=("AN",), kind=kind)
    assert entry_text(entry) == f"09–10 AN{word}"


@pytest.mark.parametrize(
    ("unfilled", "replaced", "said"),
    [
        (0, 0, "Alle vagter blev dækket af den planlagte hjælper."),
        (1, 0, "En vagt var ubesat."),
        (0, 1, "En vagt blev dækket af en anden end planlagt."),
        (3, 0, "Tre vagter var ubesatte."),
        (1, 2, "En vagt var ubesat, to blev dækket af en anden end planlagt."),
        (12, 1, "12 vagter var ubesatte, en blev dækket af en anden end planlagt."),
    ],
)
def test_the_summary_counts_what_became_different(unfilled: int, replaced: int, said: str) -> None:
    month = april(unfilled=unfilled, replaced=replaced)
    assert summary(roster(month), month) == f"712 timer hjælp brugt. {said}"


def test_the_summary_in_english() -> None:
    with speaking("en"):
        assert summary(roster(), april()) == (
            "712 hours of help used. One shift was unfilled, "
            "two were covered by somebody else than planned."
        )


def test_deviations_name_the_plan_what_came_and_no_more_than_sickness_or_absence() -> None:
    rows = [line for line in plain(roster_used(roster())).splitlines() if "Blev:" in line]
    assert rows == [
        (
            "Dag: onsdag 1. april; Planlagt: 15:30–24 BO; Blev: 15:30–24 DI; "
            "Forklaring: Sygdom. Fem hjælpere spurgt."
        ),
        "Dag: torsdag 2. april; Planlagt: 23–07 CA; Blev: ubesat",
        "Dag: fredag 3. april; Planlagt: 07–15 AN; Blev: aflyst; Forklaring: Fravær.",
    ]


def test_no_deviations_is_said() -> None:
    text = plain(roster_used(roster(april(deviations=()))))
    assert text.endswith("Afvigelser fra planen\n\nDer er ingen.\n")


def test_what_is_ahead_is_called_planned_and_not_used() -> None:
    values = roster(april(), made_on=dt.date(2026, 4, 4))
    document = month_document(values, values.months[0])
    assert "som den blev brugt" in document.title
    notes = [block.text for block in document.blocks if isinstance(block, Note)]
    assert notes == ["Dage fra 4. april 2026 er planlagt, men endnu ikke brugt."]


def test_a_month_that_is_all_ahead_is_a_plan() -> None:
    values = roster(april(open_ahead=2, deviations=()), made_on=dt.date(2026, 3, 31))
    document = month_document(values, values.months[0])
    assert document.title == "Vagtplan som planlagt: april\u00a02026"
    assert document.subtitle == "Intet af den er brugt endnu. To kommende vagter er endnu ubesatte."
    assert not any(isinstance(block, Note) for block in document.blocks)


def test_unconfirmed_shifts_are_told_apart_from_used_ones() -> None:
    text = plain(roster_used(roster(april(unconfirmed=1))))
    assert "1 vagt er ikke bekræftet som arbejdet. Den er ikke med i timerne ovenfor." in text


def test_every_month_has_its_own_key_and_footer() -> None:
    march = april(part=Period(dt.date(2026, 3, 20), dt.date(2026, 4, 1)))
    bundle = roster_used(roster(march, april()))
    assert [one.key for one in bundle.documents] == [key_of(march), key_of(april())]
    assert {one.footer_left for one in bundle.documents} == {"Sagsnr. 24/1234 · Anvendt vagtplan"}
    assert "20.–31.\u00a0marts\u00a02026" in bundle.documents[0].title


@pytest.mark.parametrize("language", ["da", "en"])
def test_the_file_is_accessible_and_can_be_read_out(language: str) -> None:
    with speaking(language):
        content = render(roster_used(roster()))
    assert failures(content) == []
    (text,) = texts(content)
    assert "15:30–24 DI for BO" in text
    assert ("23–07 ubesat" if language == "da" else "23–07 unfilled") in text


KEPT = (
    KeptPoint(day=dt.date(2026, 4, 7), code=Code.DAILY_REST, who="BO", reason="aftalt med BO"),
    KeptPoint(day=dt.date(2026, 4, 9), code=Code.DOUBLE_BOOKING),
)


def test_each_rule_that_was_not_kept_stands_with_why() -> None:
    month = april(kept=KEPT)
    lines = plain(month_document(roster(month), month)).splitlines()
    at_heading = lines.index("Hvor en regel ikke blev holdt, og hvorfor")
    assert [line for line in lines[at_heading:] if line.startswith("Dag: ")] == [
        (
            "Dag: tirsdag 7. april; Hvad der er fundet: For lidt hvile, BO; "
            "Hvorfor det bliver stående: Aftalt med BO"
        ),
        (
            "Dag: torsdag 9. april; Hvad der er fundet: To steder på én gang; "
            "Hvorfor det bliver stående: Der er ikke skrevet en begrundelse."
        ),
    ]
    assert failures(render(month_document(roster(month), month))) == []
