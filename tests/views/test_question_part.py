"""What a finding depends on is asked at the shift, once, and the answer is remembered."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bpa_desktop.domain.scheme import Agreement, Answer, Scheme
from bpa_desktop.services.preferences import Preferences
from bpa_desktop.views.shift_panel import open_shift
from tests.services.little_roster import lay, open_little, shift
from tests.views.audit import Setting, audit
from tests.views.person import person_at
from tests.views.windows import settle

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

    from tests.views.person import Person

CARE = "Er der pleje i arbejdet?"
AGREEMENT = "Gælder overenskomsten mellem Dansk Erhverv og FOA?"


@pytest.fixture
def little(qapp: QApplication, tmp_path: Path) -> Iterator[Person]:
    """Bo ends at 23 and begins at 7, and nobody has said on what the rules rest."""
    session = open_little(tmp_path)
    lay(
        session,
        shift("03-16 15:00", "03-16 23:00", "bo"),
        shift("03-17 07:00", "03-17 15:00", "bo"),
    )
    with person_at(qapp, session, Preferences(colours="light")) as person:
        person.window.frame.go("roster")
        open_shift(person.window.desk, "bo-03-17-0700")
        settle(person.window.frame)
        yield person


def scheme(person: Person) -> Scheme:
    (found,) = person.session.records.all(Scheme)
    return found


def test_both_questions_stand_at_the_shift(little: Person) -> None:
    assert CARE in little.words()
    assert AGREEMENT in little.words()
    people = frozenset({*little.session.helper_names().values(), "ubesat"})
    assert audit(little.window.frame, Setting(screen="questions", people=people)) == []


def test_an_answer_is_one_press_is_said_and_is_not_asked_again(little: Person) -> None:
    little.press("Ja")
    assert little.heard == [f"{CARE} Ja. Svaret står under Min ordning. Fortryd med Ctrl Z."]
    assert scheme(little).care_work is Answer.YES
    assert CARE not in little.words().splitlines()
    assert AGREEMENT in little.words().splitlines()


def test_no_care_makes_the_rule_of_the_act_a_hint(little: Person) -> None:
    assert little.sees("Behold alligevel")
    little.press("Nej")
    assert not little.sees("Behold alligevel")


def test_the_answer_can_be_undone(little: Person) -> None:
    little.press("Ingen")
    assert scheme(little).agreement is Agreement.NONE
    little.window.desk.undo()
    settle(little.window.frame)
    assert scheme(little).agreement is Agreement.UNKNOWN
    assert AGREEMENT in little.words()
