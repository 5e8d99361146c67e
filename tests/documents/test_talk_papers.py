"""The papers about the yearly talk (MUS)."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from bpa_desktop import i18n
from bpa_desktop.documents.model import as_bundle
from bpa_desktop.documents.pdf import render
from bpa_desktop.documents.plain import plain
from bpa_desktop.documents.talk_sheet import TalkSheet, talk_sheet
from bpa_desktop.documents.talks_held import HeldTalk, TalksHeld, talks_held
from bpa_desktop.i18n import date_words, speaking
from tests.documents.papers import failures, texts

TODAY = dt.date(2026, 3, 16)
SHEET = TalkSheet(
    helper="Anna Prøve",
    leader="Solveig Eksempel",
    when="torsdag 19. marts 13–14",
    last_on="10. marts 2025",
    last_goals="Flere dagvagter.",
    agreed=(("Ny stol", "Solveig Eksempel", "1. maj 2026", "nej"),),
)
HELD = TalksHeld(
    case_number="24/1234",
    made_on=TODAY,
    year=2026,
    minutes=90,
    talks=(
        HeldTalk(
            helper="AN", held_on=dt.date(2026, 2, 1), planned_on=None, due_on=dt.date(2027, 2, 1)
        ),
        HeldTalk(helper="BO", held_on=None, planned_on=dt.date(2026, 4, 1), due_on=None),
        HeldTalk(helper="CA", held_on=None, planned_on=None, due_on=None),
    ),
)
FIRST = TalkSheet(helper="Bo", leader="", when="", last_on="", last_goals="", agreed=())
NOBODY = TalksHeld(case_number="", made_on=TODAY, year=2026, minutes=0, talks=())


@pytest.mark.parametrize("language", i18n.LANGUAGES)
@pytest.mark.parametrize("values", [SHEET, FIRST, HELD, NOBODY])
def test_each_paper_passes_the_validator(values: TalkSheet | TalksHeld, language: str) -> None:
    with speaking(language):
        paper = talk_sheet(values) if isinstance(values, TalkSheet) else talks_held(values)
        content = render(as_bundle(paper))
    assert failures(content) == []
    assert "2026" in texts(content)[0] or values is FIRST


def test_a_first_talk_has_nothing_from_before() -> None:
    with speaking("da"):
        told = plain(as_bundle(talk_sheet(FIRST)))
    assert "Der er ikke skrevet noget fra en tidligere samtale." in told
    assert "ikke aftalt endnu" in told


def test_what_is_held_planned_and_neither_is_told() -> None:
    with speaking("da"):
        told = plain(as_bundle(talks_held(HELD)))
    assert "Der er holdt samtale med 1 af 3 faste hjælpere." in told
    assert "Timer brugt på samtaler i 2026: 1,5 timer." in told
    for said in ("1. februar 2026", "senest 1. februar 2027", "planlagt 1. april 2026"):
        assert said in told
    assert "skulle være holdt senest" not in told
    assert told.count("ikke holdt endnu") == 2
    assert told.count("ikke planlagt") == 1


def test_a_talk_whose_day_is_over_is_told_as_late() -> None:
    late = HeldTalk(
        helper="AN",
        held_on=TODAY - dt.timedelta(days=366),
        planned_on=None,
        due_on=TODAY - dt.timedelta(days=1),
    )
    on_the_day = replace(late, helper="BO", due_on=TODAY)
    with speaking("da"):
        told = plain(as_bundle(talks_held(replace(HELD, talks=(late, on_the_day)))))
        last_day, today = date_words(late.due_on or TODAY), date_words(TODAY)
    assert f"skulle være holdt senest {last_day}" in told
    assert f"Næste samtale: senest {today}" in told
