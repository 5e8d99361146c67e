"""The roster as two weeks and as a month, used by names and with the keyboard alone."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from bpa_desktop import i18n
from bpa_desktop.domain.absence import Absence, AbsenceKind
from bpa_desktop.domain.kinds import HourKind
from bpa_desktop.domain.people import Employment
from bpa_desktop.services.preferences import Preferences
from bpa_desktop.views.month_grid import MonthGrid
from bpa_desktop.views.roster_days import days_shown, turned
from bpa_desktop.views.roster_grid import RosterGrid
from bpa_desktop.views.roster_page import RosterPage
from tests.services.little_roster import (
    days_and_evenings,
    helper,
    lay,
    open_empty,
    open_little,
    round_the_clock,
    shift,
)
from tests.views.audit import Setting, audit
from tests.views.audit.tree import buttons, is_within, shown
from tests.views.person import person_at
from tests.views.windows import settle

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from bpa_desktop.services.session import Session
    from tests.views.person import Person

Key, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier
MONDAY_16 = "16 8 af 8, mandag 16. marts, i dag, Anna Prøve 07 til 15, 8 af 8 timer er dækket"


@pytest.fixture(name="looking")
def _looking(qapp: object, tmp_path: Path) -> Iterator[Callable[[str], Person]]:
    """Somebody who looks at a little roster in the view that is asked for."""
    with open_little(tmp_path) as session:
        lay_a_little(session)
        people: list[object] = []

        def look(view: str) -> Person:
            manager = person_at(
                qapp,  # type: ignore[arg-type]
                session,
                Preferences(colours="light", roster_view=view),
            )
            person = manager.__enter__()
            people.append(manager)
            person.window.frame.go("roster")
            settle(person.window.frame)
            return person

        yield look
        for manager in people:
            manager.__exit__(None, None, None)  # type: ignore[attr-defined]


def lay_a_little(session: Session) -> None:
    lay(
        session,
        *days_and_evenings("anna", "03-16", 5, "07:00", "15:00"),
        *days_and_evenings("bo", "03-24", 3, "15:00", "23:00"),
        shift("03-19 10:00", "03-19 12:00", None),
        shift("04-01 07:00", "04-01 15:00", "dina"),
        Absence(
            id="away",
            helper="carla",
            kind=AbsenceKind.HOLIDAY,
            first_day=dt.date(2026, 3, 18),
            last_day=dt.date(2026, 3, 19),
        ),
    )


def cells(person: Person) -> list[str]:
    everything = buttons(person.window.frame)
    return [one.accessibleName() for one in everything if is_within(one, "roster_grid")]


def visit(person: Person) -> RosterPage:
    page = person.page
    assert isinstance(page, RosterPage)
    return page


def focus_on(person: Person, name: str) -> None:
    person.button(name).setFocus()
    settle(person.window.frame)


@pytest.mark.parametrize(
    ("view", "day", "first", "end"),
    [
        ("week", "2026-03-18", "2026-03-16", "2026-03-23"),
        ("list", "2026-03-22", "2026-03-16", "2026-03-23"),
        ("two_weeks", "2026-12-28", "2026-12-28", "2027-01-11"),
        ("month", "2028-02-29", "2028-02-01", "2028-03-01"),
        ("month", "2026-12-31", "2026-12-01", "2027-01-01"),
    ],
)
def test_each_view_shows_the_days_around_a_day(view: str, day: str, first: str, end: str) -> None:
    shown_days = days_shown(view, dt.date.fromisoformat(day))
    assert shown_days == (dt.date.fromisoformat(first), dt.date.fromisoformat(end))


@pytest.mark.parametrize("view", ["week", "two_weeks", "month", "list"])
@pytest.mark.parametrize("day", ["2026-01-31", "2027-01-03", "2028-02-29", "2026-10-25"])
def test_a_turned_page_begins_where_the_last_one_ended(view: str, day: str) -> None:
    now = dt.date.fromisoformat(day)
    first, end = days_shown(view, now)
    assert days_shown(view, turned(view, now, 1))[0] == end
    assert days_shown(view, turned(view, now, -1))[1] == first


def test_two_weeks_stand_below_each_other_with_their_numbers(
    looking: Callable[[str], Person],
) -> None:
    person = looking("two_weeks")
    words = person.words()
    assert "Vagtplan uge 12 og 13" in words
    assert "16. marts til 29. marts 2026." in words
    for expected in ("Uge 12", "Uge 13", "man 16", "søn 29"):
        assert expected in words
    assert "40 t" in words
    assert "24 t" in words
    names = cells(person)
    assert "07–15, Anna Prøve, mandag 16. marts" in names
    assert "15–23, Bo Prøve, torsdag 26. marts" in names
    assert len(names) == len(set(names))
    assert visit(person).period() == (dt.date(2026, 3, 16), dt.date(2026, 3, 30))


def test_arrows_lead_from_the_one_week_into_the_other(looking: Callable[[str], Person]) -> None:
    person = looking("two_weeks")
    focus_on(person, "ny, Dina Prøve, tirsdag 17. marts")
    person.key(Key.Key_Down)
    assert person.focus.startswith("ny, Anna Prøve, tirsdag 24. marts")
    person.key(Key.Key_Up)
    assert person.focus.startswith("ny, Dina Prøve, tirsdag 17. marts")
    person.key(Key.Key_End, CTRL)
    assert person.focus.startswith("ny, Dina Prøve, tirsdag 24. marts")


def test_a_page_of_two_weeks_is_two_weeks(looking: Callable[[str], Person]) -> None:
    person = looking("two_weeks")
    focus_on(person, "07–15, Anna Prøve, mandag 16. marts")
    person.key(Key.Key_PageDown)
    assert len(person.heard) == 1
    assert person.heard[0].startswith("Vagtplan uge 14 og 15. 30. marts til 12. april 2026.")
    assert "Anna Prøve, mandag 30. marts" in person.focus
    person.key(Key.Key_PageUp)
    assert person.focus == "07–15, Anna Prøve, mandag 16. marts"


def test_the_week_is_the_same_grid_again_after_a_page_turned(
    looking: Callable[[str], Person],
) -> None:
    person = looking("two_weeks")
    grid = visit(person).findChild(RosterGrid)
    person.press("Næste")
    person.press("Forrige")
    assert visit(person).findChild(RosterGrid) is grid


def test_the_month_names_each_day_and_all_that_is_on_it(
    looking: Callable[[str], Person],
) -> None:
    person = looking("month")
    words = person.words()
    assert "Vagtplan marts 2026" in words
    assert "1. marts til 31. marts 2026." in words
    assert "Anna 40 t" in words
    names = cells(person)
    assert len(names) == 31
    assert MONDAY_16 in names
    assert (
        "19 1 ubesat, torsdag 19. marts, ubesat 10 til 12, Anna Prøve 07 til 15, "
        "8 af 10 timer er dækket, Carla Prøve ferie"
    ) in names
    assert "1, søndag 1. marts, ingen vagter, ingen ubesatte" in names


def test_the_month_has_the_numbers_of_its_weeks_and_the_names_of_weekdays(
    looking: Callable[[str], Person],
) -> None:
    person = looking("month")
    grid = next(one for one in shown(person.page) if one.objectName() == "roster_grid")
    assert grid.accessibleName() == "Vagtplan marts 2026, 1. marts til 31. marts 2026"
    said = [one.accessibleName() for one in shown(grid) if one.accessibleName()]
    for expected in ("Uge 9", "Uge 14", "mandag", "søndag"):
        assert expected in said


def test_a_special_day_is_named_in_the_month(looking: Callable[[str], Person]) -> None:
    person = looking("month")
    person.press("Næste")
    assert person.sees("2 Skærtorsdag, torsdag 2. april")
    assert person.sees("1 8 af 8, onsdag 1. april")


def test_a_warning_stands_at_its_day(looking: Callable[[str], Person]) -> None:
    person = looking("month")
    lay(person.session, shift("03-19 08:00", "03-19 09:00", "carla"))
    settle(person.window.frame)
    name = next(one for one in cells(person) if one.startswith("19 "))
    assert name.endswith("advarsel: Carla Prøve Vagt under fravær")


def test_arrows_move_in_the_month_and_pages_turn_it(looking: Callable[[str], Person]) -> None:
    person = looking("month")
    focus_on(person, "16 8 af 8")
    person.key(Key.Key_Right)
    assert person.focus.startswith("17 ")
    person.key(Key.Key_Down)
    assert person.focus.startswith("24 ")
    person.key(Key.Key_Home)
    assert person.focus.startswith("23, mandag 23. marts")
    person.key(Key.Key_End)
    assert person.focus.startswith("29, søndag 29. marts")
    person.key(Key.Key_Home, CTRL)
    assert person.focus.startswith("1, søndag 1. marts")
    person.key(Key.Key_PageDown)
    assert len(person.heard) == 1
    assert person.heard[0].startswith("Vagtplan april 2026. 1. april til 30. april 2026.")
    assert "onsdag 1. april" in person.focus
    person.key(Key.Key_T, CTRL)
    assert visit(person).period() == (dt.date(2026, 3, 1), dt.date(2026, 4, 1))


def test_tab_leads_to_today(looking: Callable[[str], Person]) -> None:
    person = looking("month")
    stops = [
        one
        for one in buttons(person.window.frame)
        if is_within(one, "roster_grid") and one.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    assert [one.accessibleName() for one in stops] == [MONDAY_16]


def test_a_day_of_the_month_opens_its_lines_and_its_week(
    looking: Callable[[str], Person],
) -> None:
    person = looking("month")
    person.press("19 1 ubesat")
    assert person.heard == ["Torsdag 19. marts. 8 af 10 timer er dækket. Der er 1 hul."]
    assert person.window.frame.panel.title == "Torsdag 19. marts"
    for expected in (
        "10–12 ubesat, torsdag 19. marts",
        "07–15 Anna Prøve, torsdag 19. marts",
        "ferie Carla Prøve, torsdag 19. marts",
    ):
        assert person.sees(expected)
    assert person.button("19 1 ubesat").accessibleName().endswith("valgt")
    person.press("07–15 Anna Prøve, torsdag 19. marts")
    assert person.window.frame.panel.title == "Anna Prøve"
    assert person.button("19 1 ubesat").accessibleName().endswith("valgt")
    person.press("19 1 ubesat")
    person.press("Vis uge 12")
    assert len(person.heard) == 1
    assert visit(person).view == "week"
    assert person.sees("10–12, ubesat, torsdag 19. marts")


def test_the_day_can_get_a_new_shift(looking: Callable[[str], Person]) -> None:
    person = looking("month")
    person.press("27, fredag 27. marts")
    assert "Intet er planlagt." in person.words()
    person.press("Ny vagt den dag")
    assert any(name.startswith("fre 27") and "valgt" in name for name in person.names())


def test_the_focus_stays_on_the_day_when_something_changes(
    looking: Callable[[str], Person],
) -> None:
    person = looking("month")
    focus_on(person, "27, fredag 27. marts")
    lay(person.session, shift("03-27 07:00", "03-27 15:00", "anna"))
    settle(person.window.frame)
    assert person.focus.startswith("27 8 af 8, fredag 27. marts")


@pytest.mark.parametrize(
    ("press", "view", "begins"),
    [
        ("2 uger", "two_weeks", "Vagtplan uge 12 og 13."),
        ("Måned", "month", "Vagtplan marts 2026."),
        ("Liste", "list", "Vagtplan uge 12."),
    ],
)
def test_a_view_is_chosen_said_and_remembered(
    looking: Callable[[str], Person], press: str, view: str, begins: str
) -> None:
    person = looking("week")
    person.press(press)
    assert len(person.heard) == 1
    assert person.heard[0].startswith(begins)
    assert person.window.desk.preferences.roster_view == view
    person.press("Timer")
    person.press("Vagtplan")
    assert visit(person).view == view
    assert person.sees(f"{press}, valgt")


def test_the_way_back_to_today_is_named_after_the_view(looking: Callable[[str], Person]) -> None:
    person = looking("month")
    assert person.sees("Denne måned")
    assert not person.sees("Denne uge")
    person.press("Næste")
    person.press("Denne måned")
    assert "Vagtplan marts 2026" in person.words()
    person.press("Uge")
    assert person.sees("Denne uge")


def test_the_week_after_the_month_is_the_one_that_was_looked_at(
    looking: Callable[[str], Person],
) -> None:
    person = looking("week")
    person.press("Næste")
    person.press("Måned")
    person.press("Uge")
    assert visit(person).first == dt.date(2026, 3, 23)
    person.press("Måned")
    person.press("Næste")
    person.press("Uge")
    assert visit(person).first == dt.date(2026, 3, 30)


def test_other_places_show_the_days_around_a_day_in_the_view_that_is_remembered(
    looking: Callable[[str], Person],
) -> None:
    person = looking("month")
    person.window.desk.show_week(dt.date(2026, 5, 4))
    settle(person.window.frame)
    assert "Vagtplan maj 2026" in person.words()


def test_the_months_of_the_clock_change_have_their_real_hours(qapp: object, tmp_path: Path) -> None:
    session = open_little(tmp_path)
    lay(session, round_the_clock(), shift("03-28 22:00", "03-29 06:00", "anna"))
    preferences = Preferences(colours="light", roster_view="month")
    with person_at(qapp, session, preferences) as person:  # type: ignore[arg-type]
        person.press("Vagtplan")
        assert person.sees("29 5 af 23, søndag 29. marts")
        assert "Anna 7 t" in person.words()
        assert "af 743 timer er dækket" in person.words()


@pytest.mark.parametrize("view", ["two_weeks", "month"])
def test_days_in_which_nobody_is_employed_say_so(qapp: object, tmp_path: Path, view: str) -> None:
    session = open_empty(tmp_path)
    lay(session, helper("Eva Ny", employments=(Employment(first_day=dt.date(2026, 7, 1)),)))
    preferences = Preferences(colours="light", roster_view=view)
    with person_at(qapp, session, preferences) as person:  # type: ignore[arg-type]
        person.press("Vagtplan")
        assert "Ingen er ansat i de dage." in person.words()


@pytest.mark.parametrize("language", i18n.LANGUAGES)
def test_twenty_helpers_fit_into_the_days_of_a_month(
    qapp: object, tmp_path: Path, language: str
) -> None:
    session = open_empty(tmp_path)
    people = [helper(f"Hjælper{number:02} Prøve") for number in range(20)]
    lay(session, *people)
    lay(session, *(shift("03-17 07:00", "03-17 15:00", one.id) for one in people))
    preferences = Preferences(language=language, colours="light", roster_view="month")
    with person_at(qapp, session, preferences) as person:  # type: ignore[arg-type]
        person.window.frame.go("roster")
        settle(person.window.frame)
        assert isinstance(visit(person)._body, MonthGrid)
        name = next(one for one in cells(person) if one.startswith("17 "))
        assert sum(one.name in name for one in people) == 20
        unfilled = {"da": "ubesat", "en": "unfilled"}[language]
        who = frozenset({*session.helper_names().values(), unfilled})
        assert audit(person.window.frame, Setting(screen="twenty", people=who)) == []


def test_the_key_to_this_week_says_one_sentence_and_leaves_the_focus(
    looking: Callable[[str], Person],
) -> None:
    person = looking("week")
    person.page.findChild(RosterGrid).setFocus()
    person.window.frame.next_pane()
    while not person.focus.endswith("mandag 16. marts"):
        person.key(Key.Key_Tab)
    person.key(Key.Key_PageDown)
    person.key(Key.Key_T, CTRL)
    assert len(person.heard) == 1
    assert person.focus.endswith("mandag 16. marts")


def test_this_week_from_another_place_is_said_once(looking: Callable[[str], Person]) -> None:
    person = looking("week")
    person.press("Hjælpere")
    person.key(Key.Key_T, CTRL)
    assert [one.split(".")[0] for one in person.heard] == ["Vagtplan uge 12"]


def test_the_list_tells_the_hours_of_each_helper_and_what_a_shift_counts_as(
    looking: Callable[[str], Person],
) -> None:
    person = looking("list")
    meeting = shift("03-18 12:00", "03-18 13:30", "bo", kind=HourKind.STAFF_MEETING)
    lay(person.session, meeting)
    settle(person.window.frame)
    assert "Anna 40 t" in person.words()
    assert "Bo 1,5 t" in person.words()
    assert person.sees("12–13:30 Bo Prøve, Personalemøder, onsdag 18. marts")


def test_a_day_that_is_over_can_be_confirmed_from_the_month(
    looking: Callable[[str], Person],
) -> None:
    person = looking("month")
    lay(person.session, shift("03-11 07:00", "03-11 15:00", "bo"))
    settle(person.window.frame)
    person.press(next(one for one in cells(person) if "onsdag 11. marts" in one))
    before = person.everything()
    person.press("Dagen gik som planlagt")
    assert person.heard == ["1 vagt gik som planlagt. Fortryd med Ctrl Z."]
    assert not person.sees("Dagen gik som planlagt")
    person.window.desk.undo()
    assert person.everything() == before
    person.press(MONDAY_16)
    assert not person.sees("Dagen gik som planlagt")


def test_hours_outside_what_is_agreed_stand_beside_the_hours_of_the_week(
    looking: Callable[[str], Person],
) -> None:
    person = looking("week")
    limits = (
        ("Anna Prøve", {"most_minutes_per_week": 32 * 60}),
        ("Dina Prøve", {"least_minutes_per_week": 20 * 60}),
    )
    for name, fields in limits:
        employed = (Employment(first_day=dt.date(2020, 1, 1), **fields),)
        lay(person.session, helper(name, employments=employed))
    settle(person.window.frame)
    assert "40 t\nhøjst 32" in person.words()
    assert "0 t\nmindst 20" in person.words()
    person.press("Liste")
    assert "Anna 40 t, højst 32" in person.words()
    person.press("Måned")
    assert "højst 32" not in person.words()
