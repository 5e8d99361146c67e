"""Talks (MUS) with their hours in the roster, times that are proposed, and their papers."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from bpa_desktop import i18n
from bpa_desktop.documents.model import as_bundle
from bpa_desktop.documents.plain import plain
from bpa_desktop.documents.preview import page_texts
from bpa_desktop.documents.talk_sheet import talk_sheet
from bpa_desktop.documents.talks_held import talks_held
from bpa_desktop.domain.absence import AbsenceKind
from bpa_desktop.domain.agreed_task import AgreedTask
from bpa_desktop.domain.deadlines import DueCode
from bpa_desktop.domain.kinds import HourKind
from bpa_desktop.domain.meeting import MeetingState
from bpa_desktop.domain.people import Employment
from bpa_desktop.domain.roster import Shift, ShiftState
from bpa_desktop.domain.scheme import Scheme
from bpa_desktop.domain.talk import Talk
from bpa_desktop.services.deadlines import due
from bpa_desktop.services.due_words import due_text
from bpa_desktop.services.exchange import export_text
from bpa_desktop.services.package import make_package
from bpa_desktop.services.paper_scope import scope
from bpa_desktop.services.paper_talks import held_values, sheet_values
from bpa_desktop.services.talk_planning import propose, talk_length
from bpa_desktop.services.talk_words import held_words, next_words, talks_sentence, task_words
from bpa_desktop.services.talks import agreed_in, hold_talk, keep_talk, plan_talks, talks
from tests.domain.builders import absence, moment
from tests.services.little_roster import TODAY, helper, lay, open_little, shift

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bpa_desktop.services.session import Session

AT_ONE = dt.datetime.combine(TODAY + dt.timedelta(days=3), dt.time(13))
HOUR = dt.timedelta(hours=1)


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    with open_little(tmp_path) as opened:
        lay(opened, Scheme(id="scheme", citizen_name="Solveig Eksempel"))
        yield opened


def talk(start: dt.datetime = AT_ONE, **fields: Any) -> Talk:
    return Talk(helper="anna", starts_at=start, ends_at=start + HOUR, **fields)


def of_mus(session: Session) -> list[Shift]:
    return [one for one in session.records.all(Shift) if one.kind is HourKind.MUS]


def state_of(session: Session, who: str = "anna") -> Any:
    return next(one for one in talks(session) if one.helper.id == who)


def test_a_talk_has_its_hours_in_the_roster_and_takes_them_along(session: Session) -> None:
    before = export_text(session)
    assert keep_talk(session, talk()) == "Samtalen med Anna er gemt: torsdag 19. marts 13–14."
    [planned] = of_mus(session)
    assert (planned.helper, planned.planned_start, planned.state) == (
        "anna",
        AT_ONE,
        ShiftState.PLANNED,
    )
    [kept] = session.records.all(Talk)
    moved = replace(kept, starts_at=AT_ONE + HOUR, ends_at=AT_ONE + 2 * HOUR)
    keep_talk(session, moved)
    assert [one.planned_start for one in of_mus(session)] == [AT_ONE + HOUR]
    keep_talk(session, replace(moved, state=MeetingState.CANCELLED))
    assert [one.state for one in of_mus(session)] == [ShiftState.CANCELLED]
    for _step in range(3):
        session.undo()
    assert export_text(session) == before


def test_a_talk_that_was_held_has_worked_hours_once(session: Session) -> None:
    keep_talk(session, talk())
    [kept] = session.records.all(Talk)
    hold_talk(session, kept)
    hold_talk(session, session.records.get(Talk, kept.id))
    assert [one.state for one in of_mus(session)] == [ShiftState.WORKED]
    assert state_of(session).held_on == AT_ONE.date()


def test_hours_that_stand_in_the_roster_already_are_the_talks_own(session: Session) -> None:
    lay(session, shift("03-19 13:00", "03-19 14:00", "anna", kind=HourKind.MUS))
    keep_talk(session, talk())
    assert len(of_mus(session)) == 1
    keep_talk(session, talk(AT_ONE - dt.timedelta(days=9), state=MeetingState.CANCELLED))
    assert len(of_mus(session)) == 1


def test_times_lie_beside_shifts_by_day_and_within_the_rules(session: Session) -> None:
    lay(
        session,
        shift("03-18 07:00", "03-18 15:00", "anna"),
        shift("03-18 15:00", "03-18 23:00", "bo"),
    )
    found = {one.helper.id: one.times for one in propose(session)}
    assert found["anna"][0].start == moment("2026-03-18 15:00")
    assert found["bo"][0].start == moment("2026-03-18 14:00")
    assert all(one.beside for one in (found["anna"][0], found["bo"][0]))
    assert not any(
        one.start < other.end and other.start < one.end
        for one in (found["anna"][0],)
        for other in (found["bo"][0],)
    )


def test_no_time_is_proposed_in_an_absence_or_on_a_holiday(session: Session) -> None:
    away = absence("anna", "2026-03-17", "2026-04-01", kind=AbsenceKind.HOLIDAY)
    lay(session, away)
    times = next(one.times for one in propose(session) if one.helper.id == "anna")
    assert times
    assert min(one.start.date() for one in times) == dt.date(2026, 4, 7)


def test_nobody_who_is_about_to_leave_gets_a_time_after_the_last_day(session: Session) -> None:
    own = Employment(first_day=dt.date(2020, 1, 1), last_day=TODAY)
    lay(session, helper("Anna Prøve", employments=(own,)))
    assert next(one.times for one in propose(session) if one.helper.id == "anna") == ()


def test_all_are_planned_as_one_action_and_then_nobody_lacks_a_talk(session: Session) -> None:
    before = export_text(session)
    lacking = [one for one in due(session) if one.code == "mus"]
    assert "mangler den årlige samtale (MUS)" in due_text(lacking[0])
    planned = [one.times[0].talk() for one in propose(session)]
    assert plan_talks(session, planned).startswith(f"{len(planned)} samtaler er planlagt.")
    assert propose(session) == []
    assert not [one for one in due(session) if one.code == "mus"]
    assert len(of_mus(session)) == len(planned)
    session.undo()
    assert export_text(session) == before


def test_how_long_a_talk_is_follows_the_municipality(session: Session) -> None:
    assert talk_length(session) == HOUR
    lay(session, Scheme(id="scheme", citizen_name="Eksempel", municipality="Brønderslev"))
    assert talk_length(session) == HOUR


def test_words_of_talks(session: Session) -> None:
    assert talks_sentence([], TODAY).startswith("Du har ingen faste hjælpere.")
    states = talks(session)
    assert talks_sentence(states, TODAY).endswith("mangler en samtale.")
    assert held_words(state_of(session)) == "Ingen samtale endnu"
    assert next_words(state_of(session), TODAY).startswith("Skulle være holdt senest")
    keep_talk(session, talk())
    assert next_words(state_of(session), TODAY) == "Planlagt torsdag 19. marts 13–14"
    names = {"anna": "Anna"}
    done = AgreedTask(what="Kursus", helper="anna", done_on=TODAY)
    assert task_words(done, names) == "Kursus, Anna, gjort 16. marts 2026"
    assert task_words(AgreedTask(what="Ny stol", due_on=TODAY), names) == (
        "Ny stol, dig, senest 16. marts 2026"
    )


@pytest.fixture
def held(session: Session) -> Talk:
    last = talk(
        moment("2025-03-10 13:00"),
        id="last",
        state=MeetingState.HELD,
        goals="Flere dagvagter.",
        well_being="Hemmelig sag om hjemmet.",
    )
    lay(
        session,
        last,
        AgreedTask(what="Kursus i forflytning", helper="anna", talk="last", done_on=TODAY),
        AgreedTask(what="Ny kontorstol", talk="last", due_on=dt.date(2026, 5, 1)),
    )
    return last


def test_what_was_agreed_comes_back_on_the_due_list_in_its_own_words_alone(
    session: Session, held: Talk
) -> None:
    lay(session, AgreedTask(id="own", what="Kursus i løft", helper="anna", talk=held.id))
    (found,) = [one for one in due(session) if one.code is DueCode.AGREED_TASK]
    assert due_text(found) == "Ny kontorstol, senest 1. maj 2026."
    told = f"{found} {due_text(found)}"
    for secret in ("Hemmelig", "dagvagter", "Kursus", held.id, "anna"):
        assert secret not in told


def test_what_was_agreed_at_a_talk_is_in_no_paper_of_a_package(
    session: Session, held: Talk, tmp_path: Path
) -> None:
    assert held.well_being
    assert any(one.code is DueCode.AGREED_TASK for one in due(session))
    made = make_package(session, "Ishøj", TODAY + dt.timedelta(days=30), tmp_path / "p")
    for one in (made.package, *made.files):
        if one.suffix != ".pdf":
            continue
        text = page_texts(one.read_bytes())
        for secret in ("kontorstol", "Kursus i forflytning", "dagvagter", "Hemmelig"):
            assert secret not in text


def test_what_was_agreed_comes_back_on_next_years_sheet(session: Session, held: Talk) -> None:
    assert [one.what for one in agreed_in(session, held)] == [
        "Ny kontorstol",
        "Kursus i forflytning",
    ]
    assert agreed_in(session, None) == []
    text = plain(as_bundle(talk_sheet(sheet_values(session, state_of(session)))))
    for said in ("Flere dagvagter.", "Ny kontorstol", "1. maj 2026", "Solveig Eksempel"):
        assert said in text
    assert "Hemmelig" not in text


@pytest.mark.parametrize("language", i18n.LANGUAGES)
def test_a_package_tells_only_that_a_talk_was_held(
    session: Session, held: Talk, language: str
) -> None:
    with i18n.speaking(language):
        text = plain(as_bundle(talks_held(held_values(scope(session)))))
    assert "10" in text
    assert "2025" in text
    for private in (held.goals, held.well_being, "kontorstol", "forflytning"):
        assert private not in text
