"""The shown copy holds what may be shown and nothing else, and says what is left out."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from bpa_desktop.documents.choices import Names
from bpa_desktop.documents.plain import plain
from bpa_desktop.documents.preview import page_texts
from bpa_desktop.domain.meeting import (
    CheckAnswer,
    Mark,
    Meeting,
    MeetingPoint,
    MeetingState,
    Participant,
    Section,
)
from bpa_desktop.domain.period import Period
from bpa_desktop.domain.scheme import Scheme
from bpa_desktop.services import minutes as acts
from bpa_desktop.services.leak_check import Leaked
from bpa_desktop.services.meetings import find_meeting
from bpa_desktop.services.minutes_checks import (
    ChecksOpen,
    StillTold,
    answer,
    decide_again,
    replace_all,
    review,
)
from bpa_desktop.services.minutes_sharing import passages
from bpa_desktop.services.package import make_package, write_package
from bpa_desktop.services.package_plan import Answer, Choices, Readiness, plan_package
from bpa_desktop.services.paper_minutes import (
    finish_review,
    held_minutes,
    own_paper,
    shown_paper,
)
from tests.domain.builders import moment
from tests.services.little_roster import TODAY, lay, open_little

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bpa_desktop.services.session import Session

SAID = "Carla er sygemeldt med stress og kommer først igen til maj."
YEAR = Period(dt.date(2025, 5, 1), dt.date(2026, 5, 1))
VISIT = dt.date(2026, 5, 13)
MEETING = Meeting(
    id="m",
    starts_at=moment("2026-03-04T15:00"),
    ends_at=moment("2026-03-04T16:30"),
    state=MeetingState.HELD,
    participants=(Participant(helper="anna"), Participant(helper="bo")),
)


def point(number: int, heading: str, words: str = "", **fields: object) -> MeetingPoint:
    given = {"id": f"p{number}", "meeting": "m", "number": number, **fields}
    return MeetingPoint(heading=heading, words=words, **given)  # type: ignore[arg-type]


POINTS = (
    point(1, "Ny loftlift", "Oplæring torsdag. Anna viser det."),
    point(2, "Vagtplan i påsken", "Annas vagter er byttet. Bo tager søndag."),
    point(3, "Nøgle", "Ring 12 34 56 78, hvis døren er låst."),
    point(4, "Om Carla", SAID, section=Section.PERSON, mark=Mark.SENSITIVE),
)


@pytest.fixture(name="session")
def _session(tmp_path: Path) -> Iterator[Session]:
    with open_little(tmp_path) as session:
        lay(session, Scheme(id="scheme", citizen_name="Kim", municipality="Ishøj"), MEETING)
        lay(session, *POINTS)
        yield session


def kept(session: Session) -> Meeting:
    found = find_meeting(session, "m")
    assert found is not None
    return found


def decide(session: Session) -> None:
    """Answer everything: what was found is replaced."""
    for one in review(session, kept(session)).points:
        if one.open_checks:
            replace_all(session, one)


def text_of(session: Session, names: Names = Names.INITIALS) -> str:
    return " ".join(shown_paper(session, kept(session), names).view().text.split())


def test_a_point_that_is_left_out_is_told_and_the_numbers_stay(session: Session) -> None:
    text = text_of(session)
    assert "Punkt 4 er udeladt: personfølsomme oplysninger." in text
    assert "3. Nøgle" in text
    assert "Carla" not in text
    assert "sygemeldt" not in text


def test_a_leaked_text_can_not_come_from_the_values_of_the_copy(session: Session) -> None:
    bundle = shown_paper(session, kept(session)).bundle
    assert "sygemeldt" not in repr(bundle)
    assert "Om Carla" not in plain(bundle, {})


@pytest.mark.parametrize(
    ("names", "written"),
    [
        (Names.INITIALS, "AN's vagter er byttet. BO tager søndag."),
        (Names.NUMBERED, "Hjælper 1's vagter er byttet. Hjælper 2 tager søndag."),
        (Names.FULL, "Annas vagter er byttet. Bo tager søndag."),
    ],
)
def test_names_stand_as_in_the_package(session: Session, names: Names, written: str) -> None:
    decide(session)
    text = text_of(session, names)
    assert written in text
    assert ("Helpers who take part" in text) is False
    assert "12 34 56 78" not in text


def test_what_is_kept_stays_as_it_was_written(session: Session) -> None:
    third = review(session, kept(session)).points[2]
    answer(session, third.point, third.checks[0].find, CheckAnswer.KEEP)
    assert "Ring 12 34 56 78" in text_of(session)


def test_what_is_replaced_by_own_words(session: Session) -> None:
    third = review(session, kept(session)).points[2]
    answer(session, third.point, third.checks[0].find, CheckAnswer.REPLACE, "vagttelefonen")
    assert "Ring vagttelefonen, hvis døren er låst." in text_of(session)


def test_helpers_in_own_words_are_called_as_in_the_package(session: Session) -> None:
    third = review(session, kept(session)).points[2]
    answer(session, third.point, third.checks[0].find, CheckAnswer.REPLACE, "til Anna")
    assert "Ring til AN, hvis døren er låst." in text_of(session)


@pytest.mark.parametrize("words", ["12345678", "ring 87 65 43 21", "skriv til bo@example.org"])
def test_own_words_may_not_tell_a_number_or_an_address_again(session: Session, words: str) -> None:
    third = review(session, kept(session)).points[2]
    with pytest.raises(StillTold):
        answer(session, third.point, third.checks[0].find, CheckAnswer.REPLACE, words)
    with pytest.raises(StillTold):
        replace_all(session, third, {third.checks[0].find.text: words})
    assert review(session, kept(session)).points[2].open_checks


def test_an_uncertain_name_is_written_in_own_words_too(session: Session) -> None:
    second = review(session, kept(session)).points[1]
    (bo,) = second.checks
    replace_all(session, second, {bo.find.text: "En af jer"})
    assert "En af jer tager søndag." in text_of(session)


def test_what_was_decided_is_decided_again(session: Session) -> None:
    decide(session)
    finish_review(session, kept(session))
    third = review(session, kept(session)).points[2]
    decide_again(session, third.point, third.checks[0].find)
    with pytest.raises(ChecksOpen):
        finish_review(session, kept(session))
    session.undo()
    assert review(session, kept(session)).is_done


def test_minutes_are_not_done_while_something_waits(session: Session) -> None:
    with pytest.raises(ChecksOpen) as caught:
        finish_review(session, kept(session))
    assert caught.value.values == {"number": 2}
    decide(session)
    assert finish_review(session, kept(session)).checked_on == TODAY
    assert review(session, kept(session)).is_done


@pytest.mark.parametrize("change", ["words", "mark", "task", "delete"])
def test_minutes_that_change_are_looked_through_no_more(session: Session, change: str) -> None:
    decide(session)
    finish_review(session, kept(session))
    first = review(session, kept(session)).points[0].point
    if change == "words":
        acts.write_point(session, first, first.heading, "Noget andet.")
    elif change == "mark":
        acts.set_mark(session, first, Mark.SENSITIVE)
    elif change == "task":
        acts.agree(session, first, "Ring til leverandøren", "anna", None)
    else:
        acts.delete_point(session, kept(session), first)
    assert not review(session, kept(session)).is_done
    session.undo()
    assert review(session, kept(session)).is_done


def test_left_out_text_that_a_shown_point_repeats_is_caught(session: Session) -> None:
    decide(session)
    first = review(session, kept(session)).points[0].point
    acts.write_point(session, first, "Ny loftlift", f"Husk: {SAID}")
    decide(session)
    found = review(session, kept(session)).points[0]
    for check in found.checks:
        answer(session, found.point, check.find, CheckAnswer.KEEP)
        found = review(session, kept(session)).points[0]
    with pytest.raises(Leaked) as caught:
        finish_review(session, kept(session))
    assert caught.value.values["where"] == "punkt 4 i referatet fra 4. marts 2026"
    assert not review(session, kept(session)).is_done


def test_part_of_a_left_out_sentence_that_is_repeated_is_caught(session: Session) -> None:
    fourth = review(session, kept(session)).points[3].point
    acts.write_point(
        session, fourth, "Om Carla", "Det går ikke godt, hun skal have ro i hverdagen."
    )
    first = review(session, kept(session)).points[0].point
    acts.write_point(session, first, "Lift", "Vi aftalte det, og hun skal have ro i hverdagen")
    decide(session)
    with pytest.raises(Leaked):
        finish_review(session, kept(session))


def test_passages_are_long_enough_to_be_told_from_others() -> None:
    assert passages("Det går. Vi ses. Han kom for sent igen i dag.") == (
        "Han kom for sent igen i dag.",
    )


def test_the_own_copy_tells_everything_and_why_it_stays(session: Session) -> None:
    fourth = review(session, kept(session)).points[3].point
    acts.set_mark(session, fourth, Mark.SENSITIVE, "Helbred")
    text = plain(own_bundle(session), {})
    for words in (SAID, "Helbred", "16. marts 2026", "Personfølsomt", "Bliver hjemme"):
        assert words in text


def own_bundle(session: Session):  # type: ignore[no-untyped-def]  # noqa: ANN201
    from bpa_desktop.documents.model import as_bundle  # noqa: PLC0415

    return as_bundle(own_paper(session, kept(session)))


def test_the_package_waits_until_all_minutes_are_looked_through(session: Session) -> None:
    def part() -> object:
        plan = plan_package(session, "Ishøj", VISIT)
        return next(one for one in plan.parts if one.kind == "staff_meeting_minutes")

    waiting = part()
    assert (waiting.readiness, waiting.waiting) == (Readiness.MISSING, "m")  # type: ignore[attr-defined]
    assert waiting.remark == "Ikke gennemset endnu: 1 af 1."  # type: ignore[attr-defined]
    decide(session)
    finish_review(session, kept(session))
    assert part().readiness is Readiness.READY  # type: ignore[attr-defined]


def test_the_package_holds_the_copy_and_nothing_that_was_left_out(
    session: Session, tmp_path: Path
) -> None:
    decide(session)
    finish_review(session, kept(session))
    made = make_package(session, "Ishøj", VISIT, tmp_path / "p")
    text = " ".join(page_texts(made.package.read_bytes()).split())
    assert "Punkt 4 er udeladt: personfølsomme oplysninger." in text
    assert "sygemeldt" not in text
    assert any("referat" in one.name.lower() for one in made.files)


def test_a_package_that_tells_what_was_left_out_is_never_written(
    session: Session, tmp_path: Path
) -> None:
    decide(session)
    finish_review(session, kept(session))
    answers = {"apv": Answer(readiness=Readiness.MISSING, text=SAID)}
    plan = plan_package(session, "Ishøj", VISIT, Choices(answers=answers))
    with pytest.raises(Leaked) as caught:
        write_package(session, plan, tmp_path / "p")
    assert caught.value.values["where"] == "punkt 4 i referatet fra 4. marts 2026"
    assert not (tmp_path / "p").exists()


def test_meetings_without_minutes_or_outside_the_period_are_not_asked_for(
    session: Session,
) -> None:
    empty = replace(MEETING, id="e", starts_at=moment("2026-02-04T15:00"))
    old = replace(MEETING, id="o", starts_at=moment("2024-02-04T15:00"))
    lay(session, empty, old, replace(POINTS[0], id="old", meeting="o"))
    assert [one.meeting.id for one in held_minutes(session, YEAR).waiting] == ["m"]


def test_points_are_moved_without_dragging_and_keep_a_number_each(session: Session) -> None:
    second = review(session, kept(session)).points[1].point
    assert acts.move_point(session, kept(session), second, -1)
    assert [one.point.id for one in review(session, kept(session)).points][:2] == ["p2", "p1"]
    first = review(session, kept(session)).points[0].point
    assert not acts.move_point(session, kept(session), first, -1)
    acts.delete_point(session, kept(session), first)
    assert [one.point.number for one in review(session, kept(session)).points] == [1, 2, 3]


def test_a_new_point_about_one_person_stays_at_home(session: Session) -> None:
    new = (acts.NewPoint("Samtale", section=Section.PERSON), acts.NewPoint("Praktisk"))
    made = acts.add_points(session, kept(session), new)
    assert [(one.number, one.mark) for one in made] == [(5, Mark.SENSITIVE), (6, Mark.PROFESSIONAL)]
    assert acts.set_section(session, made[1], Section.PERSON).mark is Mark.SENSITIVE
