"""The overview: one page that agrees with the papers behind it."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from bpa_desktop.documents.absence_overview import KindTotal
from bpa_desktop.documents.kept_points import KeptPoint
from bpa_desktop.documents.overview import (
    Cause,
    Environment,
    Explanation,
    Held,
    Leading,
    Unfilled,
    explained,
    overview,
)
from bpa_desktop.documents.pdf import render, render_pages
from bpa_desktop.documents.plain import plain
from bpa_desktop.domain.absence import AbsenceKind
from bpa_desktop.domain.findings import Code
from bpa_desktop.i18n import _, speaking
from tests.documents import paper_values
from tests.documents.paper_values import account
from tests.documents.papers import failures, texts

if TYPE_CHECKING:
    from bpa_desktop.documents.overview import (
        Overview,
    )


KEPT = tuple(
    KeptPoint(day=dt.date(2026, 3, day), code=Code.DAILY_REST, who="BO", reason=reason)
    for day, reason in ((3, "aftalt med BO"), (4, ""), (5, "a"), (6, "b"), (9, "c"))
)


def lines(values: Overview | None = None) -> list[str]:
    return plain(overview(values or paper_values.overview())).splitlines()


def test_months_with_what_explains_the_difference() -> None:
    assert [line for line in lines() if line.startswith("Måned:")] == [
        (
            "Måned: 20.–28. februar; Bevilget: 216; Planlagt: 216; Brugt: 214; Forskel: −2; "
            "Forklaring: Ubesat 24. og 26. februar: 2 timer"
        ),
        (
            "Måned: Marts; Bevilget: 743; Planlagt: 743; Brugt: 743,33; Forskel: +0,33; "
            "Forklaring: Hospital 2. marts: −4 timer, Sommertid begynder: −1 time"
        ),
        (
            "Måned: I alt; Bevilget: 959; Planlagt: 959; Brugt: 957,33; Forskel: −1,67; "
            "Forklaring: 1. april–19. maj: kun planlagt"
        ),
    ]


def explanation(cause: Cause, minutes: int, *days: str, text: str = "") -> Explanation:
    dates = tuple(dt.date.fromisoformat(day) for day in days)
    return Explanation(cause=cause, days=dates, minutes=minutes, text=text)


MANY = ("2026-03-01", "2026-03-02", "2026-03-05", "2026-04-09")


@pytest.mark.parametrize(
    ("one", "said"),
    [
        (explanation(Cause.UNFILLED, -480, "2026-04-09"), "Ubesat 9. april: 8 timer"),
        (explanation(Cause.UNFILLED, -480, *MANY), "Ubesat på 4 dage: 8 timer"),
        (explanation(Cause.CLOCK, 60, "2026-10-25"), "Sommertid slutter: +1 time"),
        (explanation(Cause.UNCONFIRMED, -480, "2026-04-09"), "Ikke bekræftet: 8 timer"),
        (explanation(Cause.CHANGED, 90, "2026-04-09"), "Ændret vagt 9. april: +1,5 timer"),
        (
            explanation(Cause.CHANGED, 90, "2026-04-09", text="x" * 31),
            "Ændret vagt 9. april: +1,5 timer",
        ),
    ],
)
def test_explanations(one: Explanation, said: str) -> None:
    assert explained(one) == said


def test_no_more_than_five_explanations_and_one_for_each_month_first() -> None:
    small = explanation(Cause.UNFILLED, -1, "2026-02-24")
    large = [explanation(Cause.CHANGED, number, "2026-03-02") for number in (600, 300, 100)]
    months = account().months * 2
    values = paper_values.overview(
        account=account(months=months),
        explanations=((small,), tuple(large), tuple(large), (small,)),
    )
    shown = [line.partition("Forklaring: ")[2] for line in lines(values) if "Forskel" in line]
    assert shown[0] == shown[3] == "Ubesat 24. februar: 0,02 timer"
    assert shown[1].count("Ændret") + shown[2].count("Ændret") == 3
    assert all("1,67" not in text for text in shown[:4])


def test_what_leading_came_to() -> None:
    assert [line for line in lines() if line.startswith("Opgave:")] == [
        (
            "Opgave: Hjælpere; I perioden: 7, heraf 2 vikarer; "
            "I år og næste gang: En begyndte 1. marts. To stoppede 28. februar og 31. marts."
        ),
        (
            "Opgave: Ubesatte vagter; I perioden: 2 vagter, 2 timer; "
            "I år og næste gang: 24. og 26. februar"
        ),
        (
            "Opgave: Vikar fundet ved sygdom; I perioden: 6 af 7 vagter; "
            "I år og næste gang: 1 vagt blev ikke besat"
        ),
        (
            "Opgave: Personalemøder; I perioden: 2 møder, 12 timer; "
            "I år og næste gang: I år: 12 af 28 timer. Næste: 10. juni."
        ),
        (
            "Opgave: MUS; I perioden: 1 samtale, 1 time; "
            "I år og næste gang: På 12 måneder: 3 af 5 faste. 2 samtaler er planlagt."
        ),
        "Opgave: Oplæring og kurser; I perioden: 16 timer; I år og næste gang: –",
        (
            "Opgave: APV; I perioden: Senest 11. januar 2025; "
            "I år og næste gang: 3 handlinger er åbne. Næste: 11. januar 2028."
        ),
    ]


def test_a_quiet_period_is_said_in_words() -> None:
    quiet = Leading(helpers=1, substitutes=0, meetings=Held(), mus=Held(), training=Held())
    text = lines(paper_values.overview(leading=quiet, absences=()))
    assert (
        "Opgave: Hjælpere; I perioden: 1, heraf 0 vikarer; "
        "I år og næste gang: De samme hjælpere hele vejen" in text
    )
    assert (
        "Opgave: Vikar fundet ved sygdom; I perioden: Ingen vagter ramt; "
        "I år og næste gang: –" in text
    )
    assert "Opgave: Personalemøder; I perioden: Ingen; I år og næste gang: –" in text
    assert "Opgave: Ubesatte vagter; I perioden: Ingen; I år og næste gang: –" in text
    assert (
        "Opgave: APV; I perioden: Ikke lavet endnu; I år og næste gang: Ingen handlinger er åbne."
        in text
    )
    assert text[-1] == "Der var intet."


def test_every_sick_shift_filled() -> None:
    leading = Leading(helpers=1, substitutes=0, sick_shifts=2, sick_filled=2)
    assert any(
        "2 af 2 vagter; I år og næste gang: Alle blev besat" in line
        for line in lines(paper_values.overview(leading=leading))
    )


def test_absence_has_no_sum_here() -> None:
    kinds = [line for line in lines() if line.startswith("Slags:")]
    assert len(kinds) == 2
    assert kinds[0].startswith("Slags: Sygdom; Gange: 2; Dage: 3; Timer: 16")


def test_a_finished_period_has_nothing_planned() -> None:
    values = paper_values.overview(account=account(ahead=None, ahead_part=None))
    assert not any("kun planlagt" in line for line in lines(values))


def test_before_the_period_there_are_no_months() -> None:
    values = paper_values.overview(account=account(months=()), explanations=(), leading=None)
    assert "Perioden er ikke begyndt endnu." in lines(values)
    assert "Hjælpetimer, måned for måned" not in lines(values)
    assert "Ledelse af ordningen" not in lines(values)


def test_rules_that_were_not_kept_are_told_with_their_days() -> None:
    one, two = (lines(paper_values.overview(kept=KEPT[:count])) for count in (1, 2))
    assert "En regel blev ikke holdt 3. marts. Hvorfor står i den anvendte vagtplan." in one
    assert (
        "En regel blev ikke holdt 2 gange: 3. og 4. marts. Hvorfor står i den anvendte vagtplan."
        in two
    )
    assert not any("regel" in line for line in lines())


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize("kept", [(), KEPT])
def test_it_is_one_accessible_page(language: str, kept: tuple[KeptPoint, ...]) -> None:
    with speaking(language):
        values = paper_values.overview(kept=kept)
        rendered = render_pages(overview(values))
        assert failures(render(overview(values))) == []
    assert rendered.pages == 1
    assert ("957,33" if language == "da" else "957.33") in texts(rendered.content)[0]


def crowded() -> Overview:
    """Thirty helpers, every kind of absence, and more to explain than there is room for."""
    days = tuple(dt.date(2026, 3, day) for day in range(1, 31))
    large = explanation(Cause.CHANGED, -600, "2026-03-02", text="Hospital i Aarhus med natten")
    kinds = tuple(
        KindTotal(
            kind=kind,
            spells=12,
            days=34,
            lost=4000,
            by_permanent=2000,
            by_substitutes=1500,
            uncovered=500,
        )
        for kind in AbsenceKind
    )
    leading = Leading(
        helpers=30,
        substitutes=12,
        started=days,
        left=days,
        sick_shifts=120,
        sick_filled=96,
        meetings=Held(count=12, minutes=7200, coming=days[0], year=7200, year_granted=7200),
        mus=Held(count=18, minutes=1080, people=13, of_people=18, coming=days[0], planned=5),
        training=Held(count=40, minutes=9600, year=9600, year_granted=12000, coming=days[0]),
        unfilled=Unfilled(count=40, minutes=19200, days=days),
        environment=Environment(made_on=days[0], next_on=days[1], open_actions=14),
    )
    months = account().months * 2
    return paper_values.overview(
        account=account(months=months),
        explanations=((large,) * 3,) * len(months),
        leading=leading,
        absences=kinds,
        kept=KEPT,
    )


@pytest.mark.parametrize("language", ["da", "en"])
def test_thirty_helpers_with_every_kind_of_absence_are_one_page(language: str) -> None:
    with speaking(language):
        made = overview(crowded())
        rendered = render_pages(made)
        labels = [_(kind.label) for kind in AbsenceKind]
        assert failures(rendered.content) == []
    assert rendered.pages == 1
    text = " ".join(texts(rendered.content)[0].split())
    assert all(label in text for label in labels)


def test_a_long_period_has_five_lines_of_explanations_in_all() -> None:
    months = account().months * 6
    why = tuple((explanation(Cause.CHANGED, number, "2026-03-02"),) for number in range(1, 13))
    values = paper_values.overview(account=account(months=months), explanations=why)
    shown = [line.partition("Forklaring: ")[2] for line in lines(values) if "Forskel" in line]
    assert sum(map(bool, shown[:-1])) == 5


def test_days_of_two_months_are_told_with_both_months() -> None:
    days = (dt.date(2026, 10, 23), dt.date(2026, 11, 3), dt.date(2026, 11, 20))
    unfilled = Explanation(cause=Cause.UNFILLED, days=days, minutes=-60)
    assert explained(unfilled) == "Ubesat 23. oktober, 3. og 20. november: 1 time"
