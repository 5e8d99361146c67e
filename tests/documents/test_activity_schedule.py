"""The activity schedule: the week on the clock, every field that may be shown, and the sums."""

from __future__ import annotations

import dataclasses
import datetime as dt
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from bpa_desktop.documents.activity_schedule import (
    Task,
    activity_schedule,
    summary,
    when,
)
from bpa_desktop.documents.model import Line, Table
from bpa_desktop.documents.pdf import render
from bpa_desktop.documents.plain import plain
from bpa_desktop.domain.activity import ActivityItem, DayPart
from bpa_desktop.domain.kinds import Weekday
from bpa_desktop.i18n import speaking
from tests.documents.paper_values import schedule, task
from tests.documents.papers import failures, texts

if TYPE_CHECKING:
    from bpa_desktop.documents.activity_schedule import (
        ActivitySchedule,
    )


def lines(values: ActivitySchedule | None = None) -> list[str]:
    return plain(activity_schedule(values or schedule())).splitlines()


def grid(*tasks: Task) -> Table:
    values = schedule(tasks=tasks) if tasks else schedule()
    table = activity_schedule(values).blocks[1]
    assert isinstance(table, Table)
    assert table.is_calendar
    return table


def test_the_grid_has_a_row_for_each_time_and_a_column_for_each_weekday() -> None:
    table = grid()
    assert [column.title for column in table.columns][:3] == ["Tid", "Mandag", "Tirsdag"]
    assert [row[0] for row in table.rows] == ["07–08", "13–16"]
    assert table.rows[0][1:] == ((Line(text="Morgenbad"),),) * 7
    swim = (Line(text="Svømning", aside="2 hjælpere, hver 2. uge"),)
    assert table.rows[1][1:] == ("", "", swim, "", "", "", "")


def test_the_day_of_the_grid_begins_in_the_morning() -> None:
    tasks = (
        task(activity="Nat", from_time=dt.time(1), to_time=dt.time(2)),
        task(activity="Aften", from_time=None, to_time=None, day_part=DayPart.EVENING),
        task(activity="Sen", from_time=dt.time(22), to_time=None),
        task(activity="Morgen", from_time=None, to_time=None, day_part=DayPart.MORNING),
        task(activity="Start", from_time=dt.time(6), to_time=dt.time(6, 30)),
    )
    assert [row[0] for row in grid(*tasks).rows] == [
        "06–06:30",
        "Morgen",
        "Aften",
        "22:00",
        "01–02",
    ]


def test_what_has_no_fixed_day_or_time_stands_apart() -> None:
    assert "Uden fast dag eller tid" in lines()
    assert (
        "Opgave: Toilet; Hvornår: Varierer; Gange om ugen: 28; "
        "Minutter hver gang: 15; Timer om ugen: 7"
    ) in lines()
    only_placed = lines(schedule(tasks=(task(),)))
    assert "Uden fast dag eller tid" not in only_placed
    only_loose = lines(schedule(tasks=(task(is_placed=False),)))
    assert "Ugen på klokken" not in only_loose


def test_every_field_of_a_task_that_may_be_shown_is_shown() -> None:
    (row,) = (line for line in lines() if line.startswith("Opgave: Svømning, "))
    for text in (
        "Ledsagelse og aktivitet.",
        "Onsdag, 13–16, hver 2. uge, fra april til oktober. Uden for hjemmet. Kan flyttes.",
        "Det gør jeg selv: Jeg svømmer selv., Eksempel: I maj var bassinet lukket.",
        "Det gør hjælperen: Hjælperen løfter mig i og op.",
        "Hvorfor to hjælpere: Liften skal styres.",
        "Hjælpemiddel: Badestol",
        "Forflytning: To løfter fra stolen.",
        "Dækket af anden hjælp: Andre i husstanden, 30 minutter om ugen",
        "Omfang: 180 minutter, 1 gang hver 2. uge, 2 hjælpere",
        "Timer om ugen: 3",
    ):
        assert text in row


def test_a_task_has_a_place_for_each_field_of_an_activity_but_the_private_note() -> None:
    shown = {field.name for field in dataclasses.fields(Task)}
    kept = {field.name for field in dataclasses.fields(ActivityItem)}
    renamed = {
        "minutes_per_occurrence": "minutes",
        "occurrences_per_week": "times_per_week",
        "helpers_needed": "helpers",
        "covered_minutes_per_week": "covered_minutes",
    }
    assert {renamed.get(name, name) for name in kept - {"id", "private_note"}} <= shown
    assert not any("private" in name or "note" in name for name in shown - {"transfer_note"})


def test_tasks_stand_by_category() -> None:
    found = [line for line in lines() if line.startswith("Opgave: ") and "Omfang" in line]
    assert [line.split(",")[0] for line in found] == [
        "Opgave: Morgenbad",
        "Opgave: Toilet",
        "Opgave: Svømning",
    ]


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({}, "Hver dag, 07–08"),
        ({"weekdays": (Weekday.MONDAY,)}, "Mandag, 07–08"),
        ({"from_time": None, "day_part": DayPart.NIGHT}, "Hver dag, nat"),
        ({"from_time": None, "is_placed": False}, "Varierer"),
        ({"from_time": None, "is_placed": False, "season": "om sommeren"}, "Om sommeren"),
        ({"every_n_weeks": 4}, "Hver dag, 07–08, hver 4. uge"),
    ],
)
def test_when_says_what_is_known(fields: dict[str, object], said: str) -> None:
    assert when(task(**fields)) == said


def test_sums_by_category_and_by_number_of_helpers() -> None:
    found = [line for line in lines() if line.startswith("Kategori:")]
    assert found == [
        "Kategori: Personlig pleje; Med en hjælper: 14; Med to eller flere: 0; Timer om ugen: 14",
        (
            "Kategori: Ledsagelse og aktivitet; Med en hjælper: 0; Med to eller flere: 3; "
            "Timer om ugen: 3"
        ),
        "Kategori: I alt; Med en hjælper: 14; Med to eller flere: 3; Timer om ugen: 17",
    ]


def test_sums_by_time_of_day_and_weekend() -> None:
    found = [line for line in lines() if line.startswith("Tid på døgnet:")]
    assert found == [
        "Tid på døgnet: Dag; Mandag til fredag: 8; Weekend: 2; Timer om ugen: 10",
        (
            "Tid på døgnet: Uden fast dag eller tid; Mandag til fredag: –; Weekend: –; "
            "Timer om ugen: 7"
        ),
        "Tid på døgnet: I alt; Mandag til fredag: –; Weekend: –; Timer om ugen: 17",
    ]
    assert any("Dag er 06–17, aften 17–23 og nat 23–06." in line for line in lines())


def test_areas_beside_the_grant() -> None:
    found = [line for line in lines() if line.startswith("Udmålingsområde:")]
    assert found == [
        (
            "Udmålingsområde: Personlig pleje og praktisk hjælp; Skema: 14; Bevilling: 17; "
            "Bevilling minus skema: +3"
        ),
        (
            "Udmålingsområde: Aktivitet og ledsagelse; Skema: 3; Bevilling: –; "
            "Bevilling minus skema: –"
        ),
        "Udmålingsområde: I alt; Skema: 17; Bevilling: 17; Bevilling minus skema: 0",
    ]


@pytest.mark.parametrize(
    ("granted", "said"),
    [
        (None, ""),
        (1020, " Bevillingen giver 17 timer om ugen. Det er lige så meget, som opgaverne kræver."),
        (1080, " Bevillingen giver 18 timer om ugen. Det er 1 time mere end opgaverne."),
        (900, " Bevillingen giver 15 timer om ugen. Det er 2 timer mindre end opgaverne."),
    ],
)
def test_the_sentence_sets_the_schedule_beside_the_grant(granted: int | None, said: str) -> None:
    assert summary(schedule(granted=granted)) == f"3 opgaver, 17 timer hjælp om ugen.{said}"


def test_one_time_a_week_is_said_in_the_singular() -> None:
    text = plain(activity_schedule(schedule(tasks=(task(times_per_week=Decimal(1), minutes=1),))))
    assert "1 minut, 1 gang om ugen, 1 hjælper" in text


@pytest.mark.parametrize("language", ["da", "en"])
def test_the_file_is_accessible_and_can_be_read_out(language: str) -> None:
    with speaking(language):
        content = render(activity_schedule(schedule()))
    assert failures(content) == []
    assert "Svømning" in " ".join(texts(content))
