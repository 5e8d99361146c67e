"""The comparison of the helpers beside the roster."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bpa_desktop.services.preferences import Preferences
from tests.services.little_roster import days_and_evenings, lay, open_empty, open_little, shift
from tests.views.audit import Setting, audit
from tests.views.audit.tree import shown
from tests.views.person import person_at
from tests.views.windows import settle

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

    from tests.views.person import Person


@pytest.fixture
def little(qapp: QApplication, tmp_path: Path) -> Iterator[Person]:
    session = open_little(tmp_path)
    lay(
        session,
        *days_and_evenings("bo", "03-16", 4, "23:00", "07:00"),
        *days_and_evenings("anna", "03-21", 2, "07:00", "15:00"),
        shift("04-02 07:00", "04-02 15:00", "anna"),
        *days_and_evenings("dina", "05-04", 6, "23:00", "07:00"),
    )
    with person_at(qapp, session) as person:
        person.window.frame.go("roster")
        settle(person.window.frame)
        yield person


def said(person: Person) -> list[str]:
    panel = person.window.frame.panel
    return [one.accessibleName() for one in shown(panel) if one.accessibleName()]


def test_the_sentence_comes_first_and_is_what_is_said(little: Person) -> None:
    little.press("Flere handlinger")
    little.press("Fordeling")
    assert little.heard == ["Fordeling. Bo har flest nætter: 4; flere har færrest: 0."]
    assert "Bo har flest nætter: 4; flere har færrest: 0." in little.words()
    assert little.window.frame.panel.title == "Fordeling"


def test_each_line_says_the_whole_of_it(little: Person) -> None:
    little.press("Flere handlinger")
    little.press("Fordeling")
    assert "Bo Prøve: nætter 4, weekender 0, helligdage 0" in said(little)
    assert "Anna Prøve: nætter 0, weekender 2, helligdage 0" in said(little)
    assert "Ingen timer aftalt" in little.words()


def test_the_year_is_one_press_away(little: Person) -> None:
    little.press("Flere handlinger")
    little.press("Fordeling")
    little.press("Året, så langt der er planlagt")
    assert little.heard == ["Dina har flest nætter: 6; flere har færrest: 0."]
    assert "Anna Prøve: nætter 0, weekender 2, helligdage 1" in said(little)
    assert little.sees("Året, så langt der er planlagt, valgt")


def test_it_follows_a_change_and_stays_with_the_year(little: Person) -> None:
    little.press("Flere handlinger")
    little.press("Fordeling")
    little.press("Året, så langt der er planlagt")
    lay(little.session, *days_and_evenings("bo", "06-08", 5, "23:00", "07:00"))
    settle(little.window.frame)
    assert "Bo har flest nætter: 9; flere har færrest: 0." in little.words()
    assert little.sees("Året, så langt der er planlagt, valgt")


def test_it_is_about_the_days_of_the_view(qapp: QApplication, tmp_path: Path) -> None:
    session = open_little(tmp_path)
    lay(session, *days_and_evenings("bo", "03-30", 2, "23:00", "07:00"))
    month = Preferences(colours="light", roster_view="month")
    with person_at(qapp, session, month) as person:
        person.press("Vagtplan")
        person.press("Flere handlinger")
        person.press("Fordeling")
        assert person.heard == ["Fordeling. Bo har flest nætter: 2; flere har færrest: 0."]
        people = frozenset({*session.helper_names().values(), "ubesat"})
        assert audit(person.window.frame, Setting(screen="fairness", people=people)) == []


def test_without_helpers_it_says_so(qapp: QApplication, tmp_path: Path) -> None:
    with person_at(qapp, open_empty(tmp_path)) as person:
        person.press("Vagtplan")
        person.press("Flere handlinger")
        person.press("Fordeling")
        assert "Ingen er ansat i de dage." in person.words()
