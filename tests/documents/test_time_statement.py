"""The statement of one helper's working time, as paper and for a spreadsheet."""

from __future__ import annotations

import csv
import dataclasses
import datetime as dt
import io
from typing import Any

import pytest

from bpa_desktop import i18n
from bpa_desktop.documents.model import as_bundle
from bpa_desktop.documents.pdf import render
from bpa_desktop.documents.plain import plain
from bpa_desktop.documents.time_statement import (
    DayHours,
    Departure,
    TimeStatement,
    harmless,
    kept_words,
    time_csv,
    time_statement,
)
from bpa_desktop.domain.period import Period
from bpa_desktop.domain.registration import Keeping
from bpa_desktop.i18n import speaking
from tests.documents.lix import lix, running_texts
from tests.documents.papers import failures, tags, texts
from tests.domain.builders import moment

MARCH = Period(dt.date(2026, 3, 1), dt.date(2026, 4, 1))
SPRING = Period(dt.date(2026, 1, 1), dt.date(2026, 5, 1))
KEPT = Keeping(SPRING, 5, dt.date(2031, 4, 30), "En kilde")


def worked(start: str, end: str, minutes: int) -> DayHours:
    first, last = moment(f"2026-{start}"), moment(f"2026-{end}")
    return DayHours(day=first.date(), stretches=((first, last),), minutes=minutes)


DAYS = (
    worked("03-01 00:00", "03-01 07:00", 420),
    worked("03-02 07:00", "03-02 15:00", 480),
    DayHours(
        day=dt.date(2026, 3, 7),
        stretches=(
            (moment("2026-03-07 07:00"), moment("2026-03-07 10:30")),
            (moment("2026-03-07 23:00"), moment("2026-03-08 00:00")),
        ),
        minutes=270,
    ),
    worked("03-08 00:00", "03-08 07:00", 420),
)


def values(**fields: Any) -> TimeStatement:
    given: dict[str, Any] = {
        "helper": "Anna Prøve",
        "leader": "Kim Prøve",
        "period": MARCH,
        "made_on": dt.date(2026, 4, 2),
        "days": DAYS,
        "kept": KEPT,
    }
    return TimeStatement(**(given | fields))


def lines(**fields: Any) -> list[str]:
    return plain(time_statement(values(**fields))).splitlines()


def test_each_day_and_each_week_and_the_month_are_summed() -> None:
    assert [line for line in lines() if line.startswith("Dag:")] == [
        "Dag: søndag 1. marts; Fra – til: 00–07; Timer: 7",
        "Dag: Uge 9; Timer: 7",
        "Dag: mandag 2. marts; Fra – til: 07–15; Timer: 8",
        "Dag: lørdag 7. marts; Fra – til: 07–10:30, 23–24; Timer: 4,5",
        "Dag: søndag 8. marts; Fra – til: 00–07; Timer: 7",
        "Dag: Uge 10; Timer: 19,5",
        "Dag: I alt; Timer: 26,5",
    ]
    assert "Anna Prøve arbejdede 26,5 timer på 4 dage." in lines()


def test_a_reference_period_has_a_table_for_each_month_with_work_and_the_sum_of_all() -> None:
    days = (worked("01-31 07:00", "01-31 15:00", 480), *DAYS)
    told = lines(period=SPRING, days=days)
    assert [line for line in told if line.startswith("Måned:")] == [
        "Måned: Januar 2026; Timer: 8",
        "Måned: Marts 2026; Timer: 26,5",
        "Måned: I alt; Timer: 34,5",
    ]
    assert sum(line.startswith("Dag: I alt") for line in told) == 2


def test_it_tells_how_long_it_is_kept_and_when_it_may_be_deleted() -> None:
    assert kept_words(KEPT) == (
        "Timerne gemmes til og med 30. april 2031: 5 år efter referenceperioden "
        "1. januar til 30. april 2026. De må slettes fra 1. maj 2031."
    )
    assert kept_words(KEPT) in lines()
    assert "Kilde: En kilde." in lines()
    assert any("Der kendes ingen regel" in line for line in lines(kept=None))


def test_what_is_not_confirmed_is_told_and_departures_stand_with_their_reason() -> None:
    departure = Departure(
        what="For lidt hvile",
        start=moment("2026-03-09 15:00"),
        end=moment("2026-03-10 15:00"),
        minutes_short=60,
        reason="",
    )
    told = lines(unconfirmed=2, departures=(departure,))
    assert any("2 vagter er ikke bekræftet." in line for line in told)
    assert (
        "Hvornår: 9. marts 15:00 til 10. marts 15:00; Hvad der er fundet: For lidt hvile: "
        "1 time for lidt; Hvorfor det blev sådan: Der er ikke skrevet en begrundelse."
    ) in told
    assert not any("Hvornår" in line for line in lines())


@pytest.mark.parametrize("language", i18n.LANGUAGES)
def test_the_paper_is_tagged_and_passes_the_validator(language: str) -> None:
    days = (worked("01-31 07:00", "01-31 15:00", 480), *DAYS)
    with speaking(language):
        content = render(as_bundle(time_statement(values(period=SPRING, days=days))))
    assert failures(content) == []
    assert tags(content)["/Table"] == 3
    assert "Anna Prøve" in " ".join(texts(content))


def test_a_month_without_work_is_a_paper_too() -> None:
    empty = values(days=())
    assert failures(render(as_bundle(time_statement(empty)))) == []
    assert "Anna Prøve arbejdede 0 timer på 0 dage." in plain(time_statement(empty))


def test_it_is_light_reading() -> None:
    assert lix(" ".join(running_texts(time_statement(values())))) < 40


def rows(**fields: Any) -> list[list[str]]:
    text = time_csv(values(**fields)).decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=";"))


def test_the_table_for_a_spreadsheet_has_a_line_for_each_day() -> None:
    assert time_csv(values()).startswith(b"\xef\xbb\xbfHj")
    assert rows() == [
        ["Hjælper", "Dato", "Ugedag", "Fra – til", "Timer", "Minutter"],
        ["Anna Prøve", "2026-03-01", "søndag", "00–07", "7", "420"],
        ["Anna Prøve", "2026-03-02", "mandag", "07–15", "8", "480"],
        ["Anna Prøve", "2026-03-07", "lørdag", "07–10:30, 23–24", "4,5", "270"],
        ["Anna Prøve", "2026-03-08", "søndag", "00–07", "7", "420"],
    ]


@pytest.mark.parametrize("name", ["=1+1", "+45", "-2", "@cmd", "\tx", '=HYPERLINK("x";"y")'])
def test_no_name_begins_a_formula(name: str) -> None:
    assert rows(helper=name)[1][0] == f"'{name}"
    assert harmless("Anna = Prøve") == "Anna = Prøve"


def test_a_name_with_a_semicolon_stays_one_cell() -> None:
    assert rows(helper='Anna; "An" Prøve')[1][0] == 'Anna; "An" Prøve'


def test_the_values_hold_nobody_else() -> None:
    names = {field.name for field in dataclasses.fields(TimeStatement)}
    assert names == {
        "helper",
        "leader",
        "period",
        "made_on",
        "days",
        "unconfirmed",
        "departures",
        "kept",
    }
