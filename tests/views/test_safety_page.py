"""The place Work environment and the guided talk, by what they are called; J9 is counted."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from bpa_desktop.domain.aid import Aid
from bpa_desktop.domain.assessment import Assessment, HelperSheet, TopicAnswer, Verdict
from bpa_desktop.domain.scheme import Answer
from bpa_desktop.domain.work_problem import Effect, WorkProblem
from bpa_desktop.domain.workplace_event import EventKind, WorkplaceEvent
from bpa_desktop.services.assessment_questions import asked_questions
from bpa_desktop.services.session import open_session
from tests.services.little_roster import TODAY, lay, open_little
from tests.storage.samples import key
from tests.views.little import ENGLISH, LIGHT, seat

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

    from bpa_desktop.services.session import Session
    from tests.views.little import Seat

LAST = dt.date(2023, 3, 10)
COUNT = len(asked_questions())


@pytest.fixture(name="session")
def _session(tmp_path: Path) -> Iterator[Session]:
    session = open_little(tmp_path)
    given = tuple(
        TopicAnswer(question=one.key, verdict=Verdict.FINE, words=f"om {one.key}")
        for one in asked_questions()
    )
    lay(session, Assessment(id="last", begun_on=LAST, finished_on=LAST, answers=given))
    yield session
    session.close()


def latest(session: Session) -> Assessment:
    return max(session.records.all(Assessment), key=lambda one: one.begun_on)


def test_j9_an_apv_where_nothing_has_changed(qapp: QApplication, session: Session) -> None:
    """Two presses and one for each answer; the last time's words are kept."""
    with seat(qapp, session) as me:
        with me.person.journey(most=2 + COUNT):
            me.person.press("Start APV")
            for _number in range(COUNT):
                me.person.press("Som sidst")
            me.person.press("Gør APV færdig")
        assert me.person.actions == 2 + COUNT
        assert me.person.heard[-1] == "APV fra 16. marts 2026 er færdig."
        assert me.window.frame.current == "safety"
        made = latest(session)
        assert made.finished_on == TODAY
        assert all(one.words == f"om {one.question}" for one in made.answers)


def test_j9_stopped_and_gone_on_with(qapp: QApplication, session: Session, tmp_path: Path) -> None:
    """Whoever closes the program loses nothing, and goes on with one press from the first page."""
    with seat(qapp, session, ENGLISH) as me:
        me.person.press("Start APV")
        for _number in range(4):
            me.person.press("As last time")
        first = me.person.actions
    again = open_session(tmp_path / "roster.bpa", key(), today=TODAY)
    with seat(qapp, again) as me, me.person.journey(most=3 + COUNT - first):
        me.person.press("Fortsæt APV")
        assert me.page_words()[0] == f"APV: spørgsmål 5 af {COUNT}"
        for _number in range(COUNT - 4):
            me.person.press("Som sidst")
        me.person.press("Gør APV færdig")
        assert first + me.person.actions == 3 + COUNT
        assert latest(again).finished_on == TODAY


def test_j9_closed_with_the_button_and_gone_on_with(qapp: QApplication, session: Session) -> None:
    """The last answer finishes: no more than three presses and the answers."""
    with seat(qapp, session) as me, me.person.journey(most=3 + COUNT):
        me.person.press("Start APV")
        for _number in range(4):
            me.person.press("Som sidst")
        me.person.press("Luk samtalen")
        me.person.press("Fortsæt APV")
        for _number in range(COUNT - 5):
            me.person.press("Som sidst")
        assert me.person.sees("Det er det sidste spørgsmål uden svar.")
        me.person.press("Som sidst, og gør APV færdig")
        assert me.person.actions == 3 + COUNT
        assert me.person.heard[-1] == "APV fra 16. marts 2026 er færdig."
        assert me.window.frame.current == "safety"
        made = latest(session)
        assert made.finished_on == TODAY
        assert {one.words for one in made.answers} == {f"om {one.key}" for one in asked_questions()}
        me.undo()
        back = latest(session)
        assert back.finished_on is None
        assert len(back.answers) == COUNT - 1


def test_who_took_part_is_kept_when_the_last_answer_finishes(
    qapp: QApplication, session: Session
) -> None:
    with seat(qapp, session) as me:
        me.press("Start APV")
        for _number in range(COUNT - 1):
            me.press("Som sidst")
        me.enter("Hvem der deltog", "Alle fire")
        me.press("Som sidst, og gør APV færdig")
        assert latest(session).taking_part == "Alle fire"
        assert latest(session).finished_on == TODAY


def test_close_leads_back_and_says_that_a_talk_goes_on(
    qapp: QApplication, session: Session
) -> None:
    with seat(qapp, session) as me:
        me.press("Start APV")
        assert me.focus == "Som sidst"
        assert me.press("I orden").startswith(f"I orden. APV: spørgsmål 2 af {COUNT}.")
        me.enter("Med ord", "Der er mørkt om natten")
        me.press("Luk samtalen")
        assert me.window.frame.current == "safety"
        assert "Fortsæt APV" in me.labels()
        kept = latest(session).answer(asked_questions()[1].key)
        assert kept is not None
        assert (kept.verdict, kept.words) == (Verdict.UNKNOWN, "Der er mørkt om natten")


def test_a_problem_is_asked_about_beside_the_question_and_the_talk_goes_on(
    qapp: QApplication, session: Session
) -> None:
    with seat(qapp, session) as me:
        me.press("Start APV")
        assert me.press("Problem") == "Hvad skal der gøres? Plads til arbejdet."
        me.enter("Løsning", "Kommoden flyttes")
        me.press("Færdig")
        assert me.page_words()[0] == f"APV: spørgsmål 2 af {COUNT}"
        (made,) = session.records.all(WorkProblem)
        assert (made.what, made.solution) == ("Plads til arbejdet", "Kommoden flyttes")
        me.undo()
        me.undo()
        assert session.records.all(WorkProblem) == ()


def test_helpers_answer_without_names_on_the_screen(qapp: QApplication, session: Session) -> None:
    with seat(qapp, session) as me:
        me.press("Start APV")
        me.press("Hjælpernes svar")
        assert me.window.frame.current == "safety"
        me.press("Uden navn")
        me.press("Udfyld et skema her")
        for _number in range(COUNT):
            me.press("Spring over")
        said = me.press("Aflevér skemaet")
        assert said == "Skemaet er afleveret. 1 skema er afleveret."
        (sheet,) = session.records.all(HelperSheet)
        assert sheet.helper is None
        assert latest(session).is_anonymous is Answer.YES


def test_an_action_is_done_and_then_asked_after(qapp: QApplication, session: Session) -> None:
    lay(session, WorkProblem(id="cable", what="Kabel", due_on=TODAY, responsible="Bo"))
    with seat(qapp, session) as me:
        me.go("safety")
        assert "1 handling er åben." in me.page_words()[1]
        me.press("Gjort i dag")
        assert me.press("Det virkede ikke").startswith("Åben igen: Kabel.")
        me.press("Gjort i dag")
        me.press("Det virkede")
        assert session.records.get(WorkProblem, "cable").effect is Effect.YES


def test_a_new_aid_asks_whether_the_apv_must_be_made_again(
    qapp: QApplication, session: Session
) -> None:
    lay(session, Aid(id="lift", name="Loftlift", since=dt.date(2026, 2, 2)))
    with seat(qapp, session) as me:
        me.go("safety")
        assert "Nyt hjælpemiddel: Loftlift, 2. februar 2026" in me.page_words()
        me.press("Nej, den gælder stadig")
        (event,) = session.records.all(WorkplaceEvent)
        assert (event.aid, event.asks_again) == ("lift", Answer.NO)
        assert "Skal APV laves om?" not in me.page_words()


def test_an_accident_says_who_must_be_told_by_when(qapp: QApplication, session: Session) -> None:
    fall = WorkplaceEvent(
        id="fall", kind=EventKind.ACCIDENT, happened_on=TODAY, words="Et fald", away_days=1
    )
    lay(session, fall)
    with seat(qapp, session) as me:
        me.go("safety")
        said = "Arbejdstilsynet skal have anmeldelsen af ulykken senest 31. marts 2026."
        assert any(line.startswith(said) for line in me.page_words())


def test_whether_the_whole_act_applies_is_asked_once(qapp: QApplication, session: Session) -> None:
    with seat(qapp, session) as me:
        me.go("safety")
        me.press("Nej")
        scheme = session.scheme()
        assert scheme is not None
        assert scheme.care_work is Answer.NO
        assert "Ja" not in me.labels()


def test_without_an_apv_the_page_says_how_long_it_takes(qapp: QApplication, tmp_path: Path) -> None:
    with open_little(tmp_path) as empty, seat(qapp, empty, LIGHT) as me:
        me.go("safety")
        assert me.page_words()[1] == "Ingen APV endnu. Den tager ca. 20 minutter og kan deles op."
        assert _told(me) == ["Start APV"]


def _told(me: Seat) -> list[str]:
    return [label for label in me.labels() if "APV" in label and label != "Se APV"]
