"""The place Hours: the year's sums, and every number opens what it is the sum of."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from bpa_desktop.domain.grant import Grant
from bpa_desktop.domain.hours import Measure
from bpa_desktop.i18n import _
from bpa_desktop.services.hours_origin import origins
from bpa_desktop.views.chart_picture import ChartPicture
from tests import little_file
from tests.little_file import ANNA, SCHEME
from tests.views.audit.tree import shown
from tests.views.little import ENGLISH

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.views.little import Seat

    Sit = Callable[..., Seat]


def after(me: Seat, name: str, count: int) -> list[str]:
    words = me.words()
    return words[words.index(name) + 1 :][:count]


def test_each_month_has_its_numbers_and_the_year_its_sum(me: Seat) -> None:
    me.go("hours")
    # 31 days of 8 hours and 2 a month; nothing was worked in January.
    assert after(me, "januar", 5) == ["250", "0", "0", "▼ 250 timer under", "Se januar"]
    assert after(me, "februar", 4) == ["226", "40", "40", "▼ 186 timer under"]
    assert after(me, "marts", 3)[1:] == ["64", "0"]
    assert after(me, "april", 4) == ["–", "0", "–", "–"]
    granted, planned, used, difference = after(me, "I alt 2026", 4)
    assert (planned, used) == ("104", "40")
    assert me.log[-1] == f"Timer 2026. {difference}. 40 af {granted} timer brugt til nu."


def test_numbers_stand_at_the_right_of_their_columns(me: Seat) -> None:
    me.go("hours")
    edges = set()
    for name, number in (
        ("januar", "250"),
        ("februar", "226"),
        ("I alt 2026", after(me, "I alt 2026", 1)[0]),
    ):
        labels = [one for one in shown(me.page) if isinstance(one, QLabel) and one.text() == number]
        column = [one for one in labels if one.alignment() & Qt.AlignmentFlag.AlignRight]
        assert column, name
        edges.add(column[0].mapTo(me.page, column[0].rect().topRight()).x())
    assert len(edges) == 1


def test_a_month_opens_what_its_hours_are_the_sum_of(me: Seat) -> None:
    me.go("hours")
    assert me.press("Se februar") == "februar 2026: ▼ 186 timer under."
    assert "40 timer fra 5 poster." in me.words()
    assert "mandag 2. februar 07–15 Anna Nielsen" in me.words()
    assert me.press("Bevilget") == "Bevilget: 226 timer fra 1 post."
    assert "Bevilling fra 1. januar 2026" in me.words()
    assert me.focus.startswith("Bevilget")


def test_the_difference_opens_the_month_that_is_furthest_off(me: Seat) -> None:
    me.go("hours")
    assert me.press("Vis forskel") == "januar 2026: ▼ 250 timer under."
    assert "0 timer fra 0 poster." in me.words()


def test_the_open_month_follows_undo(me: Seat) -> None:
    me.go("hours")
    me.press("Se februar")
    with me.session.operation("x") as operation:
        operation.delete(type(little_file.SHIFTS[0]), little_file.SHIFTS[0].id)
    me.rest()
    assert "32 timer fra 4 poster." in me.words()
    assert after(me, "februar", 3) == ["226", "32", "32"]
    me.undo()
    assert "40 timer fra 5 poster." in me.words()


def test_the_sums_of_the_panel_are_those_of_the_page(me: Seat) -> None:
    first, end = (
        day.replace(day=1) for day in (little_file.TODAY, little_file.TODAY.replace(month=4))
    )
    me.go("hours")
    me.press("Se marts")
    me.press("Planlagt")
    total = sum(one.minutes for one in origins(me.session, Measure.PLANNED, first, end))
    assert total == 64 * 60
    assert f"{total // 60} timer fra 8 poster." in me.words()


def test_another_year(me: Seat) -> None:
    me.go("hours")
    assert me.press("Forrige år").startswith("Timer 2025. ")
    assert _("There is no grant for this year yet.") in me.words()
    assert not me.button("Vis forskel").isEnabled()
    assert me.press("Næste år").startswith("Timer 2026. ")
    assert me.focus == "Næste år"


def test_without_a_grant_it_says_what_to_do(sit: Sit, tmp_path: Path) -> None:
    me = sit(file=little_file.write(tmp_path / "none.bpa", [SCHEME, ANNA]))
    me.go("hours")
    assert _("Write your grant, and the program counts the rest.") in me.words()
    assert "Efter slags, i timer" not in me.words()
    me.press("Bevillinger")
    assert me.window.frame.current == "grants"


def test_the_same_in_english(sit: Sit) -> None:
    me = sit(ENGLISH)
    me.go("hours")
    assert after(me, "February", 4) == ["226", "40", "40", "▼ 186 hours under"]
    assert me.button("See February").accessibleName() == (
        "See February, granted 226, planned 40, used 40, ▼ 186 hours under"
    )
    assert me.button("See April").accessibleName() == "See April, planned 0"
    assert {"By kind, in hours", "Basic hours"} <= set(me.words())


def test_a_part_that_differs_much_asks_for_a_sentence_and_shows_it(me: Seat) -> None:
    me.go("hours")
    me.press("Skriv forklaring – februar")
    assert (me.text("Fra"), me.text("Til")) == ("1. februar 2026", "28. februar 2026")
    me.enter("Forklaring", "Indlagt i to uger.")
    me.press("Færdig")
    assert "Indlagt i to uger." in me.page_words()
    assert "Skriv forklaring – februar" not in me.labels()
    assert "Ret forklaring – februar" in me.labels()
    me.undo()
    assert "Skriv forklaring – februar" in me.labels()


def test_a_month_that_runs_asks_for_no_sentence(me: Seat) -> None:
    me.go("hours")
    assert "Skriv forklaring – marts" not in me.labels()


def test_by_quarter_and_by_year(me: Seat) -> None:
    me.go("hours")
    assert me.press("Kvartal") == "Vist efter: Kvartal."
    granted, planned, used = after(me, "1. kvartal", 3)
    assert (planned, used) == ("104", "40")
    assert me.press("Se 1. kvartal").startswith("1. kvartal 2026: ▼ ")
    assert me.press("År") == "Vist efter: År."
    assert after(me, "2026", 1) == [granted]
    assert me.focus == "År, valgt"


def test_the_end_of_the_year_stands_in_words_and_as_a_chart(me: Seat) -> None:
    me.go("hours")
    me.work()
    (chart,) = (one for one in shown(me.page) if isinstance(one, ChartPicture))
    assert chart.is_drawn
    assert chart.accessibleName().startswith("Timer måned for måned. Året ender omkring ")
    assert "Ikke bekræftet: 8 timer." not in me.words()
    assert "Forude uden hjælper, eller med en, som er væk: 16 timer." in me.words()


def test_the_figures_of_the_chart_can_be_shown(me: Seat) -> None:
    me.go("hours")
    assert me.press("Vis tallene") == "Tallene er vist."
    words = me.words()
    place = words.index("Tallene i figuren, i timer")
    assert words[place + 1 : place + 7] == [
        "Måned", "Bevilget", "Brugt", "Lavest", "Ventet", "Højest"
    ]  # fmt: skip
    assert words[place + 7 : place + 13] == ["januar", "250", "0", "0", "0", "0"]
    assert me.press("Skjul tallene") == "Tallene er skjult."


def test_a_kind_opens_its_own_records(me: Seat) -> None:
    me.go("hours")
    assert me.press("Se basistimer") == "Basistimer 2026."
    assert "40 timer fra 5 poster." in me.words()


def test_the_account_of_the_year_is_made(me: Seat) -> None:
    me.go("hours")
    me.press("Lav timeregnskab")
    me.work()
    assert me.window.frame.current == "preview"


def test_a_grant_that_is_decided_late_leads_to_the_months_it_changes(
    sit: Sit, tmp_path: Path
) -> None:
    records = [
        replace(one, decision_date=little_file.TODAY) if isinstance(one, Grant) else one
        for one in little_file.EVERYTHING
    ]
    me = sit(file=little_file.write(tmp_path / "a.bpa", records))
    me.go("hours")
    told = me.press("Det ændrer sig")
    assert told == (
        "1 bevilling er afgjort efter de dage, den gælder fra. "
        "Måneder, der er gået, får andre timer."
    )
    assert "Februar 2026: 226 timer mere, fra 0 timer til 226 timer." in me.words()
    me.press("Åbn bevillingen fra 1. januar 2026")
    assert "Bevilling" in me.words()
