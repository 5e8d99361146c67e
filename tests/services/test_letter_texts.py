"""The words of each letter: light to read, plainly unfinished where something is not known."""

from __future__ import annotations

import dataclasses
import datetime as dt
from typing import TYPE_CHECKING

import pytest

from bpa_desktop import i18n
from bpa_desktop.domain.moved_hours import Consent, Purpose
from bpa_desktop.domain.readability import LETTER_LIMIT, readability
from bpa_desktop.domain.scheme import Answer, Party
from bpa_desktop.i18n import speaking
from bpa_desktop.services.letter_text import gaps, stopped
from bpa_desktop.services.letters_apply import EarlierTrip, Journey, holiday, moving
from bpa_desktop.services.letters_case import InHospital, change_of_need, hospital, question
from bpa_desktop.services.letters_complaint import Decided, complaint, complaint_stands
from bpa_desktop.services.letters_handover import handover
from tests.documents.account_values import moved
from tests.documents.account_values import sheet as hours_sheet
from tests.services.letter_values import (
    ANSWERED,
    BARE_TRIP,
    DECIDED,
    EARLIER,
    EMPTY,
    FULL,
    HANDED,
    KIM,
    TRIP,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from bpa_desktop.services.letter_text import Draft

ALL = [(f"full {name}", make) for name, make in FULL.items()]
ALL += [(f"empty {name}", make) for name, make in EMPTY.items()]


@pytest.mark.parametrize("language", i18n.LANGUAGES)
@pytest.mark.parametrize(("name", "make"), ALL, ids=[name for name, _make in ALL])
def test_every_letter_is_light_to_read(name: str, make: Callable[[], Draft], language: str) -> None:
    with speaking(language):
        made = make()
    assert readability(made.words).lix <= LETTER_LIMIT, name
    assert made.subject.strip()


@pytest.mark.parametrize(("name", "make"), ALL, ids=[name for name, _make in ALL])
def test_no_letter_shows_a_hole_of_the_program(name: str, make: Callable[[], Draft]) -> None:
    made = make()
    told = f"{made.subject}\n{made.words}"
    for broken in ("None", "{", "..", " .", "  ", ": .", "\n\n\n"):
        assert broken not in told, name


@pytest.mark.parametrize("name", EMPTY)
def test_a_letter_without_a_name_asks_for_it(name: str) -> None:
    assert "Skriv her: dit navn" in gaps(EMPTY[name]().words)


def test_a_full_complaint_asks_only_for_what_nobody_can_know() -> None:
    made = complaint(DECIDED, KIM)
    assert made.subject == "Klage over afgørelse af 3. marts 2026"
    assert gaps(made.words) == ("Skriv her: hvorfor, med et eksempel fra din hverdag",)
    for known in (
        "Jeg modtog afgørelsen den 5. marts 2026.",
        "Jeres reference er 24/1234-7.",
        "Den handler om: ordningen og dens timer.",
        "Før havde jeg 168 timer om ugen. Nu har jeg 140 timer.",
        "– To hjælpere ved bad",
    ):
        assert known in made.words


def test_help_that_goes_on_is_asked_for_only_where_there_is_to_be_less() -> None:
    goes_on = "Jeg beder om, at min hjælp fortsætter"
    assert goes_on in complaint(DECIDED, KIM).words
    assert goes_on not in complaint(DECIDED._replace(lowers=False), KIM).words


def test_a_complaint_tells_no_last_day_and_names_the_board() -> None:
    words = complaint(DECIDED, KIM).words
    assert "Ankestyrelsen" in words
    assert "31. marts" not in words
    assert "uger" not in complaint(Decided(), KIM).words


def test_a_complaint_that_stands_goes_on_and_one_that_ends_does_not() -> None:
    assert "Ankestyrelsen" in complaint_stands(ANSWERED, KIM).words
    assert "Ankestyrelsen" not in complaint_stands(ANSWERED._replace(stands=False), KIM).words


def test_a_trip_without_extra_help_is_told_of_and_not_applied_for() -> None:
    made = holiday(Journey(BARE_TRIP), KIM)
    assert made.subject == "Jeg skal på ferie: Bornholm, 6. juli 2026"
    assert "søger" not in made.words
    assert "ekstra" not in made.words


def test_an_application_for_a_holiday_tells_all_that_is_asked() -> None:
    used = EarlierTrip(EARLIER, 20 * 60)
    words = holiday(Journey(TRIP, 168 * 60, (used,)), KIM).words
    for told in (
        "Bornholm fra 6. juli til 12. juli 2026. Det er 7 dage.",
        "Rejsen går til udlandet.",
        "Jeg bruger mine faste timer på rejsen",
        "Jeg søger om 30 timer ekstra.",
        "to hjælpere på samme tid. Grunden er: Der er ingen lift.",
        "1.850,00\xa0kr.",
        "– Blokhus, 2.–8. februar 2026, 24 timer ekstra bevilget, 20 timer brugt",
    ):
        assert told in words
    assert not gaps(words)


def test_a_long_trip_abroad_is_asked_for_and_a_short_one_only_told_of() -> None:
    abroad = dataclasses.replace(BARE_TRIP, is_abroad=Answer.YES)
    short = holiday(Journey(abroad), KIM)
    assert short.subject.startswith("Jeg skal på ferie")
    assert "Skriv til mig, at I ved det." in short.words
    long = holiday(Journey(abroad, needs_approval=True), KIM)
    assert long.subject.startswith("Ansøgning om ferie")
    assert "tage min BPA med til udlandet" in long.words
    assert "Svar skriftligt" in long.words


def test_nothing_is_said_of_earlier_trips_where_none_is_known() -> None:
    assert "før i 2026" not in holiday(Journey(TRIP), KIM).words


def test_approval_is_told_only_of_whom_it_is_known() -> None:
    assert "Firmaet er godkendt af Socialtilsynet." in handover(HANDED, KIM).words
    unknown = handover(HANDED._replace(is_approved=False), KIM).words
    relative = handover(HANDED._replace(to=Party.RELATIVE), KIM).words
    assert "Socialtilsynet" not in unknown
    assert "Socialtilsynet" not in relative


def test_moved_hours_carry_the_sum_they_are_left_from() -> None:
    agreed = moved(60, Consent.AGREED)
    wish = moved(20, Consent.ASKED, purpose=Purpose.SPORT, words="VM i kørestolsrugby i maj.")
    sheet = dataclasses.replace(hours_sheet(), moved_out=(agreed, wish))
    words = moving(wish, sheet, KIM).words
    assert "Jeg søger om at flytte 20 timer fra 2026 til året efter." in words
    assert "VM i kørestolsrugby i maj." in words
    assert [line for line in words.splitlines() if line.startswith("–")] == [
        "– Bevilget i året: 5.000 timer",
        "– Brugt til nu: 4.820 timer",
        "– Tilbage: 180 timer",
        "– Allerede flyttet til næste år: 60 timer",
    ]


def test_who_pays_in_hospital_is_told_only_where_it_is_known() -> None:
    stay = InHospital(dt.date(2026, 3, 3))
    assert "egionen" not in hospital(stay, KIM).words
    assert "Regionen betaler ikke" in hospital(stay._replace(region_pays=False), KIM).words


def test_granted_hours_are_told_only_where_they_are_known() -> None:
    assert "Jeg er bevilget 168 timer om ugen i dag." in change_of_need(168 * 60, KIM).words
    assert "bevilget" not in change_of_need(None, KIM).words


def test_one_question_is_asked_as_one() -> None:
    assert "et spørgsmål" in question(["Hvornår?"], KIM).words
    assert "nogle spørgsmål" in question(["Hvornår?", "Hvor?"], KIM).words


@pytest.mark.parametrize(
    ("text", "ended"),
    [("", ""), ("Ferie", "Ferie."), ("Ferie. ", "Ferie."), ("a\n b", "a b."), ("Hvad?", "Hvad?")],
)
def test_what_somebody_wrote_ends_as_a_sentence(text: str, ended: str) -> None:
    assert stopped(text) == ended
