"""The absence overview shows kinds, days, hours and cover."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

import pytest

from bpa_desktop.documents.absence_overview import (
    Spell,
    absence_overview,
    kinds_table,
)
from bpa_desktop.documents.pdf import render
from bpa_desktop.documents.plain import plain
from bpa_desktop.domain.period import Period
from bpa_desktop.i18n import speaking
from tests.documents.paper_values import MADE, PERIOD, absences, totals
from tests.documents.papers import failures, texts

if TYPE_CHECKING:
    from bpa_desktop.documents.absence_overview import (
        AbsenceOverview,
    )


def lines(values: AbsenceOverview | None = None) -> list[str]:
    return plain(absence_overview(values or absences())).splitlines()


def test_each_absence_by_helper_with_its_cover() -> None:
    found = [line for line in lines() if line.startswith("Hjælper:")]
    assert found == [
        (
            "Hjælper: AN; Periode: 4.–5. marts 2026, en del af dagen; Slags: Sygdom; "
            "Dage: 1; Timer: 8; Dækket af: BO 4, CA 4"
        ),
        (
            "Hjælper: AN; Periode: fra 7. maj 2026, ikke slut; Slags: Sygdom; "
            "Dage: 2; Timer: 8; Dækket af: BO 4, ubesat 4"
        ),
        "Hjælper: BO; Periode: 9.–15. marts 2026; Slags: Ferie; Dage: 7; Timer: 0; Dækket af: –",
        "Hjælper: I alt; Dage: 10; Timer: 16; Dækket af: dækket 12, ubesat 4",
    ]


def test_sums_by_kind_tell_who_covered() -> None:
    found = [line for line in lines() if line.startswith("Slags:")]
    assert found == [
        (
            "Slags: Sygdom; Gange: 2; Dage: 3; Timer: 16; "
            "Dækket af: faste hjælpere 4, vikarer 8, ubesat 4"
        ),
        "Slags: Ferie; Gange: 1; Dage: 7; Timer: 0; Dækket af: ingen planlagte vagter",
        (
            "Slags: I alt; Gange: 3; Dage: 10; Timer: 16; "
            "Dækket af: faste hjælpere 4, vikarer 8, ubesat 4"
        ),
    ]


def test_a_single_kind_needs_no_sum() -> None:
    assert kinds_table(totals()[:1]).totals is None
    assert kinds_table(totals()).totals is not None
    assert kinds_table(totals(), with_sum=False).totals is None


def test_the_sentence_sums_up() -> None:
    assert lines()[1] == (
        "20. februar til 19. maj 2026: 3 fravær, 16 timer med planlagte vagter. "
        "Heraf blev 4 ikke dækket."
    )


def test_no_absence_is_said_plainly() -> None:
    text = plain(absence_overview(absences(spells=(), totals=())))
    assert "20. februar til 19. maj 2026: intet fravær." in text
    assert "Fravær efter slags" not in text


def test_days_to_come_are_said_to_be_what_is_known() -> None:
    said = "Den er lavet 8. maj 2026. Senere dage viser det, der er kendt nu."
    assert any(said in line for line in lines())
    past = absences(period=Period(PERIOD.first, MADE))
    assert not any("Senere dage" in line for line in lines(past))


def test_there_is_no_place_for_a_cause_or_a_childs_birth_date() -> None:
    names = {field.name for field in dataclasses.fields(Spell)}
    assert not names & {"note", "cause", "child_birth_date", "diagnosis"}


@pytest.mark.parametrize("language", ["da", "en"])
def test_the_file_is_accessible_and_can_be_read_out(language: str) -> None:
    with speaking(language):
        content = render(absence_overview(absences()))
    assert failures(content) == []
    assert ("Sygdom" if language == "da" else "Sickness") in texts(content)[0]
