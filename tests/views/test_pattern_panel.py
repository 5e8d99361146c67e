"""The roster's second row: copying and rolling out, used by the names of the buttons."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QLineEdit

from bpa_desktop.domain.absence import Absence
from bpa_desktop.domain.kinds import WEEK, Weekday
from bpa_desktop.domain.pattern import PatternLine, RosterPattern
from bpa_desktop.domain.roster import Shift
from bpa_desktop.services.rolling import roll_out
from bpa_desktop.services.rostering import give_to
from tests.services.little_roster import (
    TODAY,
    days_and_evenings,
    everything,
    lay,
    open_little,
)
from tests.views.audit.tree import buttons, known_as, shown
from tests.views.person import person_at
from tests.views.windows import settle

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

    from tests.views.person import Person


NEXT = TODAY + dt.timedelta(weeks=1)
PATTERN = RosterPattern(
    id="p",
    name="Dagene",
    starts_on=TODAY,
    lines=tuple(
        PatternLine(weekday=day, from_time=dt.time(7), to_time=dt.time(15), helper="anna")
        for day in WEEK
        if day is not Weekday.SUNDAY
    ),
)
AWAY = Absence(
    id="away", helper="anna", first_day=dt.date(2026, 3, 25), last_day=dt.date(2026, 3, 26)
)


@pytest.fixture
def someone(qapp: QApplication, tmp_path: Path) -> Iterator[Person]:
    """A week of Anna's, and the roster in sight."""
    session = open_little(tmp_path)
    lay(session, *days_and_evenings("anna", "03-09", 5, "07:00", "15:00"), AWAY)
    with person_at(qapp, session, known_as=__name__, place="roster") as person:
        yield person


def shifts(person: Person) -> list[Shift]:
    found = person.session.records.all(Shift)
    return sorted(found, key=lambda one: one.planned_start)


def names(person: Person) -> list[str]:
    return [one.accessibleName() for one in buttons(person.window.frame)]


def test_copying_an_empty_week_says_so_and_is_no_action(someone: Person) -> None:
    before = everything(someone.session)
    someone.window.desk.show_week(TODAY + dt.timedelta(weeks=5))
    someone.press("Kopiér forrige uge")
    assert someone.heard == ["Der er intet at kopiere."]
    assert everything(someone.session) == before


def test_what_is_open_after_a_copy_is_listed_and_can_be_filled(someone: Person) -> None:
    before = everything(someone.session)
    someone.window.desk.show_week(NEXT)
    someone.press("Flere handlinger")
    someone.press("Kopiér uger")
    assert someone.heard == ["Kopiér uger. Der er intet at kopiere."]
    someone.press("Fra en tidligere uge")
    assert someone.heard == ["Kopiér uger. 5 nye vagter, 2 er ubesatte: Anna har fravær."]
    someone.press("Kopiér")
    assert someone.heard == ["5 vagter kopieret, 2 er ubesatte. Fortryd med Ctrl Z."]
    assert "Anna har fravær" in someone.words()
    someone.press("onsdag 25. marts 07–15")
    assert someone.heard == ["Find vikar. onsdag 25. marts 07–15. 3 hjælpere er fri."]
    someone.window.desk.undo()
    settle(someone.window.frame)
    assert everything(someone.session) == before


def test_undo_puts_the_list_of_open_shifts_away(someone: Person) -> None:
    someone.press("Kopiér forrige uge")
    someone.window.desk.show_week(NEXT)
    someone.press("Kopiér forrige uge")
    assert someone.heard == ["5 vagter kopieret, 2 er ubesatte. Fortryd med Ctrl Z."]
    assert "onsdag 25. marts 07–15, Anna har fravær" in names(someone)
    someone.window.desk.undo()
    settle(someone.window.frame)
    assert "onsdag 25. marts 07–15, Anna har fravær" not in names(someone)


def test_a_pattern_is_made_of_the_week_shown_and_rolled_out(someone: Person) -> None:
    someone.window.desk.show_week(TODAY - dt.timedelta(weeks=1))
    someone.press("Rulleplan")
    assert someone.heard == ["Rulleplan. En rulleplan er de uger, der kommer igen og igen."]
    someone.press("Lav en rulleplan af uge 11")
    assert someone.heard == ["Rulleplanen har 5 vagter. Fortryd med Ctrl Z."]
    someone.press("To uger")
    assert someone.heard == ["Rulleplan. 10 nye vagter, 2 er ubesatte: Anna har fravær."]
    someone.press("Indsæt")
    assert someone.heard == ["10 vagter lavet, 2 er ubesatte. Fortryd med Ctrl Z."]
    assert [one.helper for one in shifts(someone)].count(None) == 2


def test_deviations_stay_until_they_are_taken_back(someone: Person) -> None:
    session = someone.session
    lay(session, PATTERN)
    roll_out(session, PATTERN, NEXT, 1)
    give_to(session, shifts(someone)[5], "bo")
    someone.press("Rulleplan")
    someone.press("Én uge")
    someone.press("Tidligere")
    assert someone.heard == ["Rulleplan. Der kommer intet nyt. 1 afvigelse er beholdt."]
    someone.press("Tag afvigelser tilbage: nej")
    assert someone.heard == ["Rulleplan. 1 ændret, ingen er ubesatte."]
    someone.press("Indsæt")
    assert shifts(someone)[5].helper == "anna"


def test_a_pattern_in_use_is_changed_from_a_day_on(someone: Person) -> None:
    session = someone.session
    lay(session, PATTERN)
    roll_out(session, PATTERN, NEXT, 3)
    before = everything(session)
    someone.press("Rulleplan")
    someone.press("Ændr rulleplanen")
    assert someone.heard == ["Ændr rulleplanen. Fra hvornår skal ændringen gælde?"]
    someone.press("Fra mandag 13. april")
    assert someone.heard == ["Ændr fra mandag 13. april."]
    someone.press("1. Uge 1, Mandag 07–15, Anna Prøve")
    line = next(
        one
        for one in shown(someone.window.frame)
        if isinstance(one, QLineEdit) and known_as(one) == "Fra"
    )
    line.setText("9")
    someone.press("Færdig med linjen")
    someone.press("Færdig")
    assert someone.heard == ["Rulleplanen er ændret."]
    old, new = sorted(session.records.all(RosterPattern), key=lambda one: one.starts_on)
    assert (old.ends_on, new.starts_on) == (dt.date(2026, 4, 12), dt.date(2026, 4, 13))
    assert new.lines[0].from_time == dt.time(9)
    session.undo()
    assert everything(session) == before


def test_a_pattern_that_was_never_used_is_simply_opened(someone: Person) -> None:
    lay(someone.session, PATTERN)
    someone.press("Rulleplan")
    someone.press("Ændr rulleplanen")
    assert someone.heard == ["Rulleplan. Dagene fra 16. marts 2026."]
