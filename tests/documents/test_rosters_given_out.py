"""The rosters that are handed out: on the wall, across a month, to one helper, beside what was."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from bpa_desktop.documents.model import Line, Note, Style, Table, as_bundle
from bpa_desktop.documents.month_sheet import month_sheets
from bpa_desktop.documents.own_plan import OwnPlan, OwnShift, own_plan
from bpa_desktop.documents.pdf import render, render_pages
from bpa_desktop.documents.plain import plain
from bpa_desktop.documents.plan_days import PlanDay
from bpa_desktop.documents.planned_and_used import Pair, PlannedAndUsed, planned_and_used
from bpa_desktop.documents.roster_used import Deviation, Entry, Progress, Why
from bpa_desktop.documents.week_sheet import week_sheets
from bpa_desktop.domain.kinds import HourKind
from bpa_desktop.domain.period import Period
from bpa_desktop.i18n import speaking
from tests.documents.papers import failures, opened, texts

if TYPE_CHECKING:
    from bpa_desktop.documents.model import Bundle, Document

MONDAY = dt.date(2026, 3, 30)
WEEK = Period(MONDAY, MONDAY + dt.timedelta(weeks=1))
APRIL = Period(dt.date(2026, 4, 1), dt.date(2026, 5, 1))


def at(day: dt.date, hour: int) -> dt.datetime:
    return dt.datetime.combine(day, dt.time()) + dt.timedelta(hours=hour)


def entry(day: dt.date, start: int, end: int, *who: str, **more: Any) -> Entry:
    return Entry(start=at(day, start), end=at(day, end), who=who, **more)


def round_the_clock(day: dt.date) -> PlanDay:
    return PlanDay(
        day=day,
        entries=(
            entry(day, 7, 15, "Anna"),
            entry(day, 9, 12, "Gorm", kind=HourKind.TWO_HELPERS),
            entry(day, 15, 23, "Bo"),
            entry(day, 23, 31, "Carla"),
        ),
    )


def days(period: Period = WEEK, **of_the_first: Any) -> list[PlanDay]:
    found = [round_the_clock(day) for day in period.days()]
    return [replace(found[0], **of_the_first), *found[1:]]


def table(document: Document) -> Table:
    return next(block for block in document.blocks if isinstance(block, Table))


def sheet(*days: PlanDay) -> Table:
    return table(week_sheets(days).documents[0])


def largest(content: bytes) -> float:
    """The size in points of the largest letters below the title."""
    with opened(content) as pdf:
        found = pdf.pages[0].Contents.read_bytes().split()
    sizes = [float(found[place - 1]) for place, word in enumerate(found) if word == b"Tf"]
    sizes.remove(22)
    return max(sizes)


def test_the_wall_sheet_has_a_row_for_each_day_and_a_column_for_each_part_of_it() -> None:
    found = sheet(*days())
    assert [column.title for column in found.columns] == ["Ugedag", "Dag", "Aften", "Nat"]
    assert found.rows[0] == (
        (Line(text="Mandag 30.", style=Style.STRONG),),
        (Line(text="07–15 Anna"), Line(text="09–12 Gorm")),
        (Line(text="15–23 Bo"),),
        (Line(text="23–07 Carla"),),
    )


def test_only_parts_in_which_a_shift_begins_have_a_column() -> None:
    whole = [PlanDay(day=day, entries=(entry(day, 8, 32, "Anna"),)) for day in WEEK.days()]
    assert [column.title for column in sheet(*whole).columns] == ["Ugedag", "Dag"]


def test_what_begins_after_midnight_stands_first_on_its_day() -> None:
    found = sheet(*days(entries=(entry(MONDAY, 0, 8, "Anna"), entry(MONDAY, 8, 16, "Bo"))))
    assert found.rows[0][1] == (Line(text="00–08 Anna"), Line(text="08–16 Bo"))


def test_an_unfilled_shift_is_told_in_words_and_in_strong_letters() -> None:
    found = sheet(*days(entries=(entry(MONDAY, 7, 15),)))
    assert found.rows[0][1] == (Line(text="07–15 ubesat", style=Style.STRONG),)


def test_who_is_not_there_is_named_without_a_reason() -> None:
    found = sheet(*days(away=("Dina", "Bo 12–15")))
    assert found.columns[-1].title == "Ikke her"
    assert found.rows[0][-1] == Line(text="Dina, Bo 12–15", style=Style.MUTED)


def test_a_holiday_is_named_below_its_day() -> None:
    found = sheet(*days(holiday="2. påskedag"))
    assert found.rows[0][0] == (
        Line(text="Mandag 30.", style=Style.STRONG),
        Line(text="2. påskedag", style=Style.MUTED),
    )


@pytest.mark.parametrize("language", ["da", "en"])
def test_an_ordinary_week_is_one_page_in_large_letters(language: str) -> None:
    with speaking(language):
        made = render_pages(week_sheets(days(away=("Dina",))))
    assert made.pages == 1
    assert largest(made.content) >= 16


def test_a_full_week_stays_on_one_page_in_smaller_letters() -> None:
    names = ("Anna", "Bo", "Carla")
    full = [
        PlanDay(day=day, entries=tuple(entry(day, hour, hour + 2, *names) for hour in (7, 9, 11)))
        for day in WEEK.days()
    ]
    made = render_pages(week_sheets(full))
    assert made.pages == 1
    assert 12 <= largest(made.content) < 20


def test_a_very_full_week_stays_on_its_page_before_it_is_parted() -> None:
    full = [
        PlanDay(
            day=day,
            entries=tuple(
                entry(day, hour, hour + 4, "Anna-Margrethe") for hour in (0, 4, 8, 12, 14, 17, 21)
            ),
        )
        for day in WEEK.days()
    ]
    made = render_pages(week_sheets(full))
    assert made.pages == 1
    assert 9 <= largest(made.content) < 12


def test_what_no_page_can_hold_goes_on_in_letters_that_can_be_read() -> None:
    crowded = [
        PlanDay(day=day, entries=tuple(entry(day, 7, 15, f"Hjælper {n}") for n in range(8)))
        for day in WEEK.days()
    ]
    made = render_pages(week_sheets(crowded))
    assert made.pages > 1
    assert largest(made.content) == 12


def test_several_weeks_have_a_sheet_each() -> None:
    two = Period(MONDAY, MONDAY + dt.timedelta(weeks=2))
    made = render_pages(week_sheets(days(two)))
    assert made.pages == 2
    first, second = texts(made.content)
    assert "Uge 14, 30. marts–5. april 2026" in first
    assert "Uge 15, 6.–12. april 2026" in second


def test_a_month_is_one_page_across_with_every_shift() -> None:
    made = render_pages(month_sheets(APRIL, days(APRIL, holiday="Skærtorsdag")))
    (text,) = texts(made.content)
    assert made.pages == 1
    assert text.count("07–15 Anna") == 30
    assert "Vagtplan april 2026" in text
    assert "1. Skærtorsdag" in text


def own(*shifts: OwnShift) -> OwnPlan:
    return OwnPlan(name="Dina Prøve", period=APRIL, shifts=shifts)


def own_shift(day: int, minutes: int = 480, **more: Any) -> OwnShift:
    start = at(dt.date(2026, 4, day), 7)
    return OwnShift(start=start, end=start + dt.timedelta(minutes=minutes), minutes=minutes, **more)


def test_the_own_plan_has_the_hours_of_each_week_and_of_all() -> None:
    shifts = (own_shift(1), own_shift(2), own_shift(7, 450, kind=HourKind.STAFF_MEETING))
    document = own_plan(own(*shifts))
    assert document.subtitle == "1. april til 30. april 2026. 23,5 timer i alt."
    words = plain(document)
    assert "Uge 14, 30. marts–5. april" in words
    assert "Dag: onsdag 1. april; Tid: 07–15; Timer: 8" in words
    assert "Dag: I alt; Timer: 16" in words
    assert "Dag: tirsdag 7. april; Tid: 07–14:30; Slags: møde; Timer: 7,5" in words


def test_nobody_is_named_in_the_properties_of_an_own_plan() -> None:
    content = render(own_plan(own(own_shift(1))))
    assert "Dina Prøve" in texts(content)[0]
    with opened(content) as pdf:
        said = str(dict(pdf.docinfo)) + pdf.Root.Metadata.read_bytes().decode()
        with pdf.open_outline() as outline:
            said += str([one.title for one in outline.root])
    assert "Dina" not in said


def test_an_own_plan_without_shifts_says_so() -> None:
    assert "Du har ingen vagter i perioden." in plain(own_plan(own()))


def pair(day: int, became: str, used: int | None = 480, **more: Any) -> Pair:
    """A shift of eight hours; ``used`` is None while it is not known."""
    deviation = {key: more.pop(key) for key in ("is_unfilled", "why", "text") if key in more}
    return Pair(
        became=Deviation(
            day=dt.date(2026, 4, day), planned="07–15 Anna", became=became, **deviation
        ),
        progress=more.get("progress", Progress.USED),
        planned=480,
        used=used or 0,
        is_settled=used is not None,
        is_changed=more.get("is_changed", False),
    )


PAIRS = (
    pair(1, "07–15 Anna"),
    pair(2, "07–15:30 Dina", 510, why=Why.SICKNESS, text="Toget", is_changed=True),
    pair(3, "", 0, is_changed=True),
    pair(4, "", 0, is_unfilled=True, is_changed=True),
    pair(5, "07–15 Anna", None, progress=Progress.UNCONFIRMED),
    pair(6, "07–15 Anna", None, progress=Progress.PLANNED),
)


def beside(*pairs: Pair) -> PlannedAndUsed:
    return PlannedAndUsed(case_number="24/1234", period=APRIL, pairs=pairs)


def test_planned_and_used_stand_side_by_side_with_difference_and_reason() -> None:
    rows = [line for line in plain(planned_and_used(beside(*PAIRS))).splitlines() if "Dag:" in line]
    assert rows == [
        "Dag: onsdag 1. april; Som planlagt: 07–15 Anna; Som brugt: 07–15 Anna",
        (
            "Dag: torsdag 2. april; Som planlagt: 07–15 Anna; Som brugt: 07–15:30 Dina; "
            "Forskel i timer: +0,5; Forklaring: Sygdom. Toget."
        ),
        ("Dag: fredag 3. april; Som planlagt: 07–15 Anna; Som brugt: aflyst; Forskel i timer: −8"),
        ("Dag: lørdag 4. april; Som planlagt: 07–15 Anna; Som brugt: ubesat; Forskel i timer: −8"),
        (
            "Dag: søndag 5. april; Som planlagt: 07–15 Anna; Som brugt: ikke bekræftet; "
            "Forskel i timer: –"
        ),
        (
            "Dag: mandag 6. april; Som planlagt: 07–15 Anna; Som brugt: endnu ikke; "
            "Forskel i timer: –"
        ),
        "Dag: Timer i alt; Som planlagt: 32; Som brugt: 16,5; Forskel i timer: −15,5",
    ]


def test_what_is_not_known_yet_is_left_out_of_the_sums_and_said() -> None:
    document = planned_and_used(beside(*PAIRS))
    assert document.subtitle.endswith("3 vagter blev anderledes end planlagt.")
    (note,) = [block.text for block in document.blocks if isinstance(block, Note)]
    assert note.startswith("2 vagter er ikke brugt eller ikke bekræftet endnu.")


def test_nothing_changed_and_no_shifts_are_said() -> None:
    assert "Ingen vagt blev anderledes" in planned_and_used(beside(PAIRS[0])).subtitle
    assert "Der er ingen vagter i perioden." in plain(planned_and_used(beside()))


def every_paper() -> list[Bundle]:
    marked = days(holiday="Skærtorsdag", away=("Dina",), entries=(entry(MONDAY, 7, 15),))
    return [
        week_sheets(marked),
        month_sheets(APRIL, days(APRIL)),
        as_bundle(own_plan(own(own_shift(1), own_shift(20, kind=HourKind.MUS)))),
        as_bundle(own_plan(own())),
        as_bundle(planned_and_used(beside(*PAIRS))),
        as_bundle(planned_and_used(beside())),
    ]


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize("number", range(6))
def test_every_paper_is_accessible(language: str, number: int) -> None:
    with speaking(language):
        content = render(every_paper()[number])
    assert failures(content) == []
