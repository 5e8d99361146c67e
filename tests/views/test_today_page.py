"""The place Today, used by the names of its buttons, in both languages."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QProgressBar, QPushButton

from bpa_desktop import i18n
from bpa_desktop.app import build_window
from bpa_desktop.domain.absence import Absence, AbsenceKind
from bpa_desktop.domain.budget import Budget, BudgetLine
from bpa_desktop.domain.grant import Grant
from bpa_desktop.domain.money_flow import Voucher
from bpa_desktop.domain.people import Helper
from bpa_desktop.domain.roster import Shift, ShiftState
from bpa_desktop.domain.scheme import Answer, Scheme
from bpa_desktop.domain.standard_line import StandardLine
from bpa_desktop.services.due_words_ahead import warned
from bpa_desktop.services.foresight import hours_due
from bpa_desktop.services.preferences import Preferences
from bpa_desktop.views import foreseeing
from bpa_desktop.views.today_page import TodayPage
from tests.services.little_roster import lay, open_empty, open_little, round_the_clock, shift
from tests.views.audit.tree import shown
from tests.views.little import LIGHT
from tests.views.person import EARLY, FORENOON, example_copy, person_at
from tests.views.windows import settle, write_file

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication, QWidget
    from pytestqt.qtbot import QtBot

    from tests.views.little import Seat
    from tests.views.person import Person

WORDS = {
    "da": {
        "sick": "Meld syg – {}",
        "book": "Book {}",
        "hours": "Se timer",
        "said": "{} er meldt syg. Vagten 07 til 15 i dag er ubesat. Fortryd med Ctrl Z.",
        "booked": "{} er booket 07 til 15 i dag. Fortryd med Ctrl Z.",
        "under": "timer under",
    },
    "en": {
        "sick": "Report sick – {}",
        "book": "Book {}",
        "hours": "See hours",
        "said": "{} is reported sick. The shift 07 to 15 today is unfilled. Undo with Ctrl Z.",
        "booked": "{} is booked 07 to 15 today. Undo with Ctrl Z.",
        "under": "hours under",
    },
}


@pytest.fixture(name="file", scope="module")
def _file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_file(tmp_path_factory.mktemp("today"))


@pytest.fixture
def someone(qapp: QApplication, file: Path, tmp_path: Path) -> Iterator[Person]:
    with person_at(qapp, example_copy(file, tmp_path), known_as=__name__) as person:
        yield person


@pytest.fixture
def little(qapp: QApplication, tmp_path: Path) -> Iterator[Person]:
    """The window on a file with four helpers and three shifts today."""
    session = open_little(tmp_path)
    lay(
        session,
        shift("03-16 07:00", "03-16 15:00", "anna"),
        shift("03-16 15:00", "03-16 23:00", "bo"),
        shift("03-16 23:00", "03-17 07:00", "carla"),
    )
    with person_at(qapp, session) as person:
        yield person


def test_the_first_page_answers_before_anything_is_pressed(someone: Person) -> None:
    words = someone.words()
    assert "Mandag 16. marts" in words
    assert "Anna er her til kl. 15. Der er 2 huller i vagtplanen de næste 14 dage." in words
    for expected in ("Nu", "Næste", "I nat", "07–15", "Anna Nielsen", "12 34 56 78", "Skal gøres"):
        assert expected in words
    assert someone.sees("Ret vagt – Anna")
    assert someone.sees("Meld syg – Anna")
    assert someone.sees("Find vikar – torsdag")
    assert someone.sees("Find vikar – lørdag")


@pytest.mark.parametrize("language", i18n.LANGUAGES)
def test_j1_anna_is_sick_at_half_past_six(
    qapp: QApplication, file: Path, tmp_path: Path, language: str
) -> None:
    words = WORDS[language]
    preferences = Preferences(language=language, colours="light")
    with person_at(qapp, example_copy(file, tmp_path, EARLY), preferences) as person:
        before = person.everything()
        person.press(words["sick"].format("Anna"))
        assert person.heard == [words["said"].format("Anna")]
        today = FORENOON.date()
        sick = [
            one.helper
            for one in person.session.records.all(Absence)
            if one.kind is AbsenceKind.SICKNESS and one.first_day == today
        ]
        assert sick == ["helper-anna"]
        best = next(name for name in person.names() if name.startswith("Book "))
        assert person.focus == best
        person.press(best)
        assert person.heard == [words["booked"].format(best.removeprefix("Book "))]
        assert person.presses == 2
        assert person.window.frame.panel.content is None
        person.window.desk.undo()
        person.window.desk.undo()
        assert person.everything() == before


@pytest.mark.parametrize("language", i18n.LANGUAGES)
def test_j6_over_or_under_and_why(
    qapp: QApplication, file: Path, tmp_path: Path, language: str
) -> None:
    words = WORDS[language]
    preferences = Preferences(language=language, colours="light")
    with person_at(qapp, example_copy(file, tmp_path), preferences) as person:
        assert words["under"] in person.words()
        person.press(words["hours"])
        assert person.window.frame.current == "hours"
        show = "Vis forskel" if language == "da" else "Show the difference"
        person.press(show)
        assert person.presses == 2
        assert person.window.frame.panel.content is not None


def test_from_the_start_the_sick_call_is_at_most_two_tabs_away(someone: Person) -> None:
    for _tab in range(2):
        if someone.focus.startswith("Meld syg"):
            break
        someone.key(Qt.Key.Key_Tab)
    assert someone.focus == "Meld syg – Anna"


def test_undo_closes_the_panel_and_gives_the_shift_back(someone: Person) -> None:
    someone.press("Meld syg – Anna")
    assert someone.sees("Find vikar – nu")
    assert "Find vikar" in someone.words()
    someone.press("Fortryd: meld Anna syg")
    assert someone.window.frame.panel.content is None
    assert someone.sees("Meld syg – Anna")


def test_an_unfilled_shift_finds_its_substitute_from_the_card(little: Person) -> None:
    little.press("Meld syg – Bo")
    little.press("Lad vagten stå ubesat")
    assert little.window.frame.panel.content is None
    assert "Ubesat" in little.words()
    little.press("Find vikar – næste")
    little.press("Book Dina")
    assert little.heard == ["Dina er booket 15 til 23 i dag. Fortryd med Ctrl Z."]
    assert little.sees("Meld syg – Dina")


def test_what_speaks_against_a_candidate_is_told_and_they_can_be_booked_all_the_same(
    little: Person,
) -> None:
    little.press("Meld syg – Anna")
    words = little.words()
    assert "Anna kan ikke komme. 1 hjælper er fri." in words
    assert "har vagt" not in words
    assert "kun 8 timers hvile" in words
    assert "tlf. 00 00 00 00" in words
    little.press("Book Bo alligevel")
    assert little.heard == [
        "Bo er booket 07 til 15 i dag. Advarsel: for lidt hvile. Fortryd med Ctrl Z."
    ]


def test_nobody_free_is_said(little: Person) -> None:
    day = FORENOON.date()
    lay(
        little.session,
        *(
            Absence(helper=who, kind=AbsenceKind.HOLIDAY, first_day=day, last_day=day)
            for who in ("bo", "carla", "dina")
        ),
    )
    little.press("Meld syg – Anna")
    assert "Ingen er fri." in little.words()
    assert little.sees("Lad vagten stå ubesat")


def test_change_shift_opens_the_shift_without_a_second_sick_button(little: Person) -> None:
    little.press("Ret vagt – Anna")
    assert little.window.frame.panel.title == "Anna Prøve"
    assert sum(name.startswith("Meld syg – Anna") for name in little.names()) == 1
    little.press("Længere")
    assert little.heard == ["Vagten er nu 07 til 15:30 i dag. Fortryd med Ctrl Z."]
    assert "07–15:30" in little.words()
    assert sum(name.startswith("Meld syg – Anna") for name in little.names()) == 1


def test_holes_on_the_same_weekday_are_told_apart(little: Person) -> None:
    lay(
        little.session,
        shift("03-19 15:00", "03-19 23:00", None),
        shift("03-26 15:00", "03-26 23:00", None),
        shift("03-27 15:00", "03-27 17:00", None),
        shift("03-27 18:00", "03-27 19:00", None),
    )
    names = [name for name in little.names() if name.startswith("Find vikar")]
    assert names == [
        "Find vikar – torsdag 19. marts",
        "Find vikar – torsdag 26. marts",
        "Find vikar – fredag 27. marts 15–17",
        "Find vikar – fredag 27. marts 18–19",
    ]
    little.press("Find vikar – torsdag 26. marts")
    assert "torsdag 26. marts 15–23" in little.words()


def test_a_hole_without_a_shift_gets_one_of_a_usual_length(little: Person) -> None:
    lay(little.session, round_the_clock())
    hole = next(name for name in little.names() if name.startswith("Find vikar"))
    little.press(hole)
    assert little.heard == ["Ny ubesat vagt 07 til 15 i morgen. Fortryd med Ctrl Z."]
    assert "tirsdag 17. marts 07–15" in little.words()


def test_more_than_five_holes_wait_behind_a_button(little: Person) -> None:
    lay(
        little.session,
        *(shift(f"03-{day} 10:00", f"03-{day} 11:00", None) for day in range(18, 26)),
    )
    assert sum(name.startswith("Find vikar") for name in little.names()) == 5
    little.press("Vis alle huller (8)")
    assert sum(name.startswith("Find vikar") for name in little.names()) == 8


def test_what_is_due_leads_to_where_it_is_dealt_with(little: Person) -> None:
    lay(
        little.session,
        Scheme(
            id="scheme",
            citizen_name="Eksempel",
            care_work=Answer.NO,
            next_visit=dt.date(2026, 5, 20),
        ),
        Grant(id="one", valid_from=dt.date(2026, 1, 1), received_date=dt.date(2026, 2, 10)),
        Grant(id="two", valid_from=dt.date(2026, 2, 1), received_date=dt.date(2026, 3, 6)),
    )
    words = little.words()
    assert "10. marts (passeret)" in words
    assert "20. maj" in words
    little.press("Åbn pakken")
    assert little.window.frame.current == "package"
    little.window.frame.go("today")
    little.press("Åbn afgørelse – 3. april")
    assert little.window.frame.current == "grants"


def test_more_than_five_deadlines_wait_behind_a_button(little: Person) -> None:
    lay(
        little.session,
        Scheme(id="scheme", citizen_name="Eksempel", care_work=Answer.NO),
        *(
            Grant(
                id=f"grant-{number}",
                valid_from=dt.date(2026, 1, number),
                received_date=dt.date(2026, 3, number),
            )
            for number in range(1, 8)
        ),
    )
    assert sum(name.startswith("Åbn afgørelse") for name in little.names()) == 4
    little.press("Vis alle (8)")
    assert little.window.frame.page.heading.title == "Frister"  # type: ignore[union-attr]
    assert sum(name.startswith("Åbn afgørelse") for name in little.names()) == 7


def test_everything_went_as_planned_is_one_press(little: Person) -> None:
    lay(
        little.session,
        shift("03-14 07:00", "03-14 15:00", "anna"),
        shift("03-15 07:00", "03-15 15:00", "bo"),
    )
    before = little.everything()
    assert "2 vagter er slut. Hvordan gik de?" in little.words()
    little.press("Alt gik som planlagt")
    assert little.heard == ["2 vagter gik som planlagt. Fortryd med Ctrl Z."]
    assert not little.sees("Alt gik som planlagt")
    assert sum(one.state is ShiftState.WORKED for one in little.session.records.all(Shift)) == 2
    little.window.desk.undo()
    assert little.everything() == before


def test_the_meter_says_its_numbers(someone: Person) -> None:
    meter = next(one for one in shown(someone.page) if isinstance(one, QProgressBar))
    assert "timer brugt til nu" in meter.accessibleName()
    assert meter.maximum() >= meter.value() > 0


def test_a_file_that_is_only_read_says_so_and_offers_nothing_that_changes(
    qapp: QApplication, file: Path, tmp_path: Path
) -> None:
    with person_at(qapp, example_copy(file, tmp_path, read_only=True)) as person:
        assert "Filen er åbnet til læsning" in person.words()
        changing = ("Meld syg", "Find vikar", "Alt gik", "Book")
        assert not [name for name in person.names() if name.startswith(changing)]
        assert person.sees("Se timer")
        person.press("Ret vagt – Anna")
        offered = set(person.names())
        assert not offered & {
            "Tidligere",
            "Senere",
            "Kortere",
            "Længere",
            "Slet vagt",
            "Gør ubesat",
        }


def test_an_empty_file_says_where_to_begin(qapp: QApplication, tmp_path: Path) -> None:
    with person_at(qapp, open_empty(tmp_path)) as person:
        words = person.words()
        assert "Her ser du dagens vagter. Begynd med en hjælper." in words
        assert "Skriv din bevilling" in words
        assert "Alle vagter har en hjælper." not in words
        person.press("Ny hjælper")
        assert person.window.frame.current == "helpers"
        person.window.frame.go("today")
        person.press("Skriv bevilling")
        assert person.window.frame.current == "grants"


def test_the_same_helper_twice_today_is_told_apart(little: Person) -> None:
    lay(little.session, shift("03-16 15:30", "03-16 16:00", "anna"))
    names = [name for name in little.names() if name.startswith("Meld syg")]
    assert names == [
        "Meld syg – Anna Prøve 07–15",
        "Meld syg – Bo",
        "Meld syg – Anna Prøve 15:30–16",
    ]


def test_a_helper_who_left_still_has_the_running_shift(little: Person) -> None:
    anna = next(one for one in little.session.records.all(Helper) if one.id == "anna")
    ended = type(anna)(**{**vars(anna), "employments": ()})
    lay(little.session, ended)
    assert little.sees("Meld syg – Anna")


def test_the_page_is_read_again_when_something_changes_elsewhere(little: Person) -> None:
    lay(little.session, shift("03-18 10:00", "03-18 11:00", None))
    assert little.sees("Find vikar – onsdag")
    badge = little.window.frame.navigation.button("roster")
    assert badge is not None
    assert badge.accessibleName() == "Vagtplan, 1 hul"


def test_a_day_without_shifts_leads_to_the_roster(qapp: QApplication, tmp_path: Path) -> None:
    with person_at(qapp, open_little(tmp_path)) as person:
        assert "Der er ingen vagter i dag eller i morgen." in person.words()
        person.press("Åbn vagtplan")
        assert person.window.frame.current == "roster"


def test_the_page_follows_the_clock(little: Person) -> None:
    page = little.page
    assert isinstance(page, TodayPage)
    button = little.button("Meld syg – Anna")
    page.look_at_the_clock()
    assert little.button("Meld syg – Anna") is button
    later = FORENOON.replace(hour=15)
    little.session.now = lambda: later  # type: ignore[method-assign]
    page.look_at_the_clock()
    settle(little.window.frame)
    assert "Bo er her til kl. 23." in little.words()
    assert not little.sees("Meld syg – Anna")


@pytest.fixture
def far_ahead(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is foreseen by itself, however slowly the window opens."""
    monkeypatch.setattr(foreseeing, "SOON", 600_000)


@pytest.mark.usefixtures("far_ahead")
def test_what_the_year_ends_at_is_warned_of_once_the_page_is_there(
    qtbot: QtBot, me: Seat, monkeypatch: pytest.MonkeyPatch
) -> None:
    (due,) = hours_due(me.session)
    words = warned(due)
    assert words.startswith("Mindst ")
    assert words not in me.page_words()
    ahead = me.page.findChild(foreseeing.Foreseeing)
    assert ahead is not None
    ahead._timer.start(0)
    monkeypatch.setattr(foreseeing, "SOON", 0)
    qtbot.waitUntil(lambda: words in me.page_words())
    me.press(next(one for one in me.labels() if one.startswith("Vis alle (")))
    qtbot.waitUntil(lambda: "Timer bliver til overs" in me.page_words())
    assert "Timer bliver til overs" in me.page_words()


def test_money_that_runs_out_is_in_the_list_and_leads_to_economy(qtbot: QtBot, me: Seat) -> None:
    days = {"valid_from": dt.date(2026, 1, 1), "valid_to": dt.date(2026, 12, 31)}
    for_it = StandardLine.INSURANCE
    line = BudgetLine(
        budget="b", place=1, words="Forsikring", amount=Decimal(3650), standard=for_it
    )
    spent = Voucher(day=dt.date(2026, 1, 5), what="Police", amount=Decimal(4000), standard=for_it)
    lay(me.session, Budget(id="b", **days), line, spent)
    qtbot.waitUntil(lambda: "Åbn Økonomi" in me.labels())
    assert "Pengene slipper op" in me.page_words()
    # It stays where it is while the page is shown anew.
    me.page.refresh()
    assert "Pengene slipper op" in me.page_words()
    me.press("Åbn Økonomi")
    assert me.window.frame.current == "economy"


def test_the_first_picture_waits_for_nothing_that_is_due_in_leading(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    session = open_little(tmp_path)
    window = build_window(qapp, LIGHT, session)
    try:
        window.frame.show()
        page = window.frame.page
        assert isinstance(page, TodayPage)
        assert "Planlæg MUS" not in labels(page)
        qtbot.waitUntil(lambda: "Planlæg MUS" in labels(page))
    finally:
        window.close()
        for one in (window.appearance, window.frame, window.desk):
            one.deleteLater()


def labels(page: QWidget) -> list[str]:
    return [one.text() for one in page.findChildren(QPushButton)]
