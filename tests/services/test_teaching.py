"""Aids, procedures, instruction, introductions and courses, as they are written in a file."""

from __future__ import annotations

import datetime as dt
import io
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from bpa_desktop import i18n
from bpa_desktop.domain.activity import ActivityItem
from bpa_desktop.domain.aid import Aid
from bpa_desktop.domain.deadlines import DueCode
from bpa_desktop.domain.instruction import Course, Instruction, IntroductionStep
from bpa_desktop.domain.kinds import HourKind
from bpa_desktop.domain.money_flow import Voucher
from bpa_desktop.domain.moved_hours import Consent
from bpa_desktop.domain.people import Employment, Helper
from bpa_desktop.domain.procedure import Procedure, ProcedurePicture, ProcedureVersion, UsedAid
from bpa_desktop.domain.roster import Shift
from bpa_desktop.domain.scheme import Answer, Scheme
from bpa_desktop.services import aids, courses, introduction, procedures
from bpa_desktop.services.deadlines import due
from bpa_desktop.services.paper_teaching import (
    introduction_paper,
    other_version_paper,
    procedure_paper,
    visit_list,
)
from bpa_desktop.services.papers import rendered
from bpa_desktop.services.teaching import instruct, teaching, usual_teacher
from bpa_desktop.services.teaching_words import aid_line, helper_line, procedure_line
from bpa_desktop.storage.operation import Refused
from tests.documents.papers import failures, texts
from tests.documents.receipts import receipt
from tests.services.little_roster import TODAY, lay, open_little, shift

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bpa_desktop.services.session import Session

OLD = dt.date(2026, 1, 1)


@pytest.fixture(name="session")
def _session(tmp_path: Path) -> Iterator[Session]:
    with open_little(tmp_path) as session:
        lay(
            session,
            Aid(id="hoist", name="Loftlift", place="Annas rum", inspected_on=OLD),
            Procedure(id="bed", title="Fra seng til stol", aids=(UsedAid(aid="hoist"),)),
            ProcedureVersion(id="v1", procedure="bed", valid_from=OLD, words="Sig til.\n- Løft"),
            ActivityItem(id="up", activity="Stå op", aid="loftlift, toiletstol og Sug"),
        )
        yield session


def lacking(session: Session) -> list[tuple[str, str]]:
    return [(one.helper.id, one.topic.key[1]) for one in teaching(session).lacking]


def test_all_who_lack_it_are_instructed_in_one_action_and_undo_takes_it_back(
    session: Session,
) -> None:
    topic = next(one for one in teaching(session).topics if one.key == ("procedure", "bed"))
    found = teaching(session).standings(topic)
    assert instruct(session, found[:1], "Eksempel") == (
        "Instrueret i dag: Anna. Fra seng til stol."
    )
    said = instruct(session, teaching(session).standings(topic), "Eksempel")
    assert said == "Instrueret i dag: 3 hjælpere. Fra seng til stol."
    assert [who for who, what in lacking(session) if what == "bed"] == []
    assert len(session.records.all(Instruction)) == 4
    session.undo()
    assert [who for who, what in lacking(session) if what == "bed"] == ["bo", "carla", "dina"]


def test_nobody_is_noted_twice(session: Session) -> None:
    found = [one for one in teaching(session).lacking if one.helper.id == "anna"]
    instruct(session, found, usual_teacher(session))
    known = teaching(session).of_helper(session.records.get(Helper, "anna"))
    assert instruct(session, known, "") == "Ingen mangler denne instruktion."
    assert len(session.records.all(Instruction)) == 2
    assert {one.given_by for one in session.records.all(Instruction)} == {"Eksempel"}


def test_an_aid_of_the_schedule_comes_into_the_register_in_one_press(session: Session) -> None:
    assert aids.only_named(session) == ["Toiletstol", "Sug"]
    assert aids.register(session, ["Toiletstol", "Sug"]) == "Står nu i registret: 2 hjælpemidler."
    assert aids.only_named(session) == []
    hoist = session.records.get(Aid, "hoist")
    assert aids.activities_with(session, hoist) == ["Stå op"]
    assert [one.id for one in aids.procedures_with(session, hoist)] == ["bed"]


def test_the_next_inspection_is_as_far_off_as_the_one_before_was(session: Session) -> None:
    lay(
        session,
        Aid(id="chair", name="Stol", inspected_on=OLD, inspection_on=dt.date(2026, 3, 1)),
    )
    said = aids.inspected(session, session.records.get(Aid, "chair"))
    assert said == "Stol er efterset i dag. Næste eftersyn 14. maj 2026."
    said = aids.inspected(session, session.records.get(Aid, "hoist"))
    assert said == "Loftlift er efterset i dag. Skriv, hvornår det er næste gang."


def version(again: Answer, **fields: object) -> ProcedureVersion:
    given = {"procedure": "bed", "valid_from": TODAY, "words": "Nyt", **fields}
    return ProcedureVersion(asks_again=again, **given)  # type: ignore[arg-type]


def picture(kind: str = "PNG") -> bytes:
    result = io.BytesIO()
    Image.new("RGB", (20, 20), "red").save(result, kind)
    return result.getvalue()


def test_a_new_version_takes_text_and_pictures_along_and_says_who_lacks_it(
    session: Session, tmp_path: Path
) -> None:
    instruct(session, teaching(session).lacking, "")
    path = tmp_path / "sling.png"
    path.write_bytes(picture())
    content = procedures.read_picture(path)
    procedures.keep_picture(session, ProcedurePicture(version="v1", words="Sejlet"), content)
    bed = session.records.get(Procedure, "bed")
    begun = procedures.new_version(session, bed)
    assert begun == {"procedure": "bed", "valid_from": TODAY, "words": "Sig til.\n- Løft"}
    said = procedures.keep_version(session, version(Answer.YES))
    assert said == "Gemt: Version fra 16. marts 2026. 4 hjælpere skal instrueres igen."
    newest = procedures.versions_of(session, "bed")[-1]
    (kept,) = procedures.pictures_of(session, newest)
    assert (kept.words, procedures.content_of(session, kept)) == ("Sejlet", content)
    assert procedure_line(teaching(session), bed).endswith(
        "0 af 4 hjælpere er instrueret. 4 skal instrueres igen."
    )
    (again,) = [one for one in due(session) if one.code is DueCode.INSTRUCT_AGAIN]
    assert again.values["helpers"] == 4
    session.undo()
    assert len(session.records.all(ProcedurePicture)) == 1


def test_a_version_that_asks_nobody_again_says_nothing_more(session: Session) -> None:
    instruct(session, teaching(session).lacking, "")
    assert procedures.keep_version(session, version(Answer.NO)) == (
        "Gemt: Version fra 16. marts 2026."
    )
    assert lacking(session) == []


def test_a_picture_needs_words_and_a_pdf_is_no_picture(session: Session, tmp_path: Path) -> None:
    content = procedures.read_picture(_file(tmp_path, picture("JPEG")))
    with pytest.raises(Refused):
        procedures.keep_picture(session, ProcedurePicture(version="v1", words=" "), content)
    with pytest.raises(procedures.NotAPicture):
        procedures.read_picture(_file(tmp_path, receipt()))


def _file(folder: Path, data: bytes) -> Path:
    path = folder / "a-file"
    path.write_bytes(data)
    return path


def new_helper(session: Session) -> Helper:
    begins = Employment(first_day=TODAY + dt.timedelta(days=1))
    lay(session, Helper(id="eva", first_name="Eva", last_name="Ny", employments=(begins,)))
    return session.records.get(Helper, "eva")


@pytest.mark.parametrize("code", i18n.LANGUAGES)
def test_the_template_speaks_every_language(code: str) -> None:
    found = introduction.ideas(code)
    assert len({one.words for one in found}) == len(found)
    assert [one.day for one in found] == sorted(one.day for one in found)


def test_suggested_steps_are_written_once(session: Session) -> None:
    eva = new_helper(session)
    count = len(introduction.ideas("da"))
    assert introduction.write_steps(session, eva) == f"{count} trin er skrevet til Eva."
    assert introduction.write_steps(session, eva) == "0 trin er skrevet til Eva."
    first = introduction.introduction(session, eva).steps[0]
    assert first.planned_on == TODAY + dt.timedelta(days=1)
    introduction.done_today(session, first)
    words = introduction.progress_words(introduction.introduction(session, eva))
    assert words == (f"1 af {count} trin er gjort. 0 af 2 arbejdsgange og hjælpemidler er lært.")


def test_a_training_shift_and_its_step_are_one_action(session: Session) -> None:
    eva = new_helper(session)
    lay(
        session,
        shift("03-16 15:00", "03-16 23:00", "bo"),
        shift("03-17 22:00", "03-18 07:00", "bo"),
    )
    assert [one.id for one in introduction.mentors(session, eva)] == ["anna", "bo", "carla", "dina"]
    (beside,) = introduction.to_follow(session, eva, "bo")
    said = introduction.follow(session, eva, beside)
    assert said.startswith("Ny vagt til Eva")
    made = [one for one in session.records.all(Shift) if one.helper == "eva"]
    assert [(one.kind, one.planned) for one in made] == [(HourKind.TRAINING, beside.planned)]
    (step,) = session.records.all(IntroductionStep)
    assert step.what == "Følgevagt med Bo, 22 til 07"
    assert not introduction.to_follow(session, eva, "bo")
    session.undo()
    assert not session.records.all(IntroductionStep)


def course(**fields: object) -> Course:
    given = {
        "id": "c",
        "helper": "anna",
        "title": "Forflytning",
        "held_on": TODAY - dt.timedelta(days=3),
        "minutes": 240,
        "cost": Decimal(650),
        **fields,
    }
    return Course(**given)  # type: ignore[arg-type]


def test_a_fee_is_a_voucher_once(session: Session) -> None:
    lay(session, course(), course(id="d", helper="bo"))
    first, second = session.records.all(Course)
    begun = courses.voucher_begun(session, first)
    assert begun["what"] == "Kursus: Forflytning (AN)"
    assert [one.id for one in courses.unbooked(session, 2026)] == ["d", "c"]
    lay(session, Voucher(id="v", day=TODAY, **begun))
    assert courses.voucher_of(session, first) is not None
    assert courses.voucher_of(session, second) is None
    assert [one.id for one in courses.unbooked(session, 2026)] == ["d"]


def test_a_course_is_in_the_roster_when_its_hours_are(session: Session) -> None:
    lay(session, course(held_on=dt.date(2026, 3, 20)))
    (found,) = session.records.all(Course)
    assert not courses.is_in_roster(session, found)
    lay(session, shift("03-20 09:00", "03-20 13:00", "anna", kind=HourKind.COURSE))
    assert courses.is_in_roster(session, found)


def test_when_to_apply_follows_the_municipality(session: Session) -> None:
    coming = course(held_on=dt.date(2026, 4, 20))
    lay(session, coming)
    assert courses.answer_words(session, coming) == "Ikke ansøgt endnu."
    assert not [one for one in due(session) if one.code is DueCode.COURSE_APPLY]
    lay(session, Scheme(id="scheme", citizen_name="Eksempel", municipality="Brønderslev"))
    assert courses.answer_words(session, coming) == "Ikke ansøgt endnu. Søg senest 6. april 2026."
    (apply,) = [one for one in due(session) if one.code is DueCode.COURSE_APPLY]
    assert apply.on == dt.date(2026, 4, 6)
    courses.applied(session, coming)
    courses.answered(session, session.records.get(Course, "c"), Consent.REFUSED)
    assert courses.courses(session).refused
    assert courses.year_words(session, 2026) == "Ingen kurser i 2026."


def test_lines_say_how_far_it_is(session: Session) -> None:
    found = teaching(session)
    assert aid_line(found, found.aids[0]) == (
        "Loftlift: Annas rum. 0 af 4 hjælpere er instrueret. Sidst efterset 1. januar 2026."
    )
    anna = found.helpers[0]
    assert helper_line(anna, found.of_helper(anna)) == (
        "Anna Prøve: kender 0 af 2. Mangler: Fra seng til stol, Loftlift."
    )


@pytest.mark.parametrize("code", i18n.LANGUAGES)
def test_every_paper_is_accessible(session: Session, code: str, tmp_path: Path) -> None:
    anna = session.records.get(Helper, "anna")
    content = procedures.read_picture(_file(tmp_path, picture("JPEG")))
    procedures.keep_picture(session, ProcedurePicture(version="v1", words="Sejlet"), content)
    lay(session, ProcedurePicture(version="v1", words="Gået tabt", attachment="0" * 64))
    instruct(session, [one for one in teaching(session).lacking if one.helper.id == "anna"], "Mig")
    with i18n.speaking(code):
        sheet = procedure_paper(session, session.records.get(Procedure, "bed"))
        assert sheet is not None
        plan, listed = introduction_paper(session, anna), visit_list(session)
        made = [rendered(one) for one in (sheet, plan, listed)]
    assert [failures(one) for one in made] == [[], [], []]
    written = texts(made[0])[0]
    for words in ("Sig til.", "Sejlet", "Gået tabt", "Anna Prøve", "Dina Prøve", "Mig"):
        assert words in written
    assert "Loftlift" in texts(made[1])[0]


@pytest.mark.parametrize("code", ["da", "en"])
def test_other_versions_are_papers_that_say_when_they_held(session: Session, code: str) -> None:
    later = {"procedure": "bed", "words": "Sig til to gange."}
    for key, day in (("v2", TODAY), ("v3", TODAY + dt.timedelta(days=30))):
        lay(session, ProcedureVersion(id=key, valid_from=day, **later))
    bed = session.records.get(Procedure, "bed")
    others = procedures.other_versions(session, bed)
    assert [(one.version.id, one.end, one.coming) for one in others] == [
        ("v3", None, True),
        ("v1", TODAY, False),
    ]
    with i18n.speaking(code):
        made = [rendered(other_version_paper(session, bed, one)) for one in others]
    assert [failures(one) for one in made] == [[], []]
    told = {
        "da": ("gælder ikke endnu", "brugt til 15. marts 2026"),
        "en": ("not in force yet", "used until 15 March 2026"),
    }[code]
    for one, words in zip(made, told, strict=True):
        assert words in texts(one)[0]
    assert "Sig til to gange." not in texts(made[1])[0]


def test_the_list_for_the_visit_names_no_helper(session: Session) -> None:
    listed = texts(rendered(visit_list(session)))[0]
    assert "Loftlift" in listed
    assert "Fra seng til stol" in listed
    assert "Anna" not in listed
    assert "Hjælper 1s rum" in listed


def test_a_procedure_without_a_version_has_no_paper(session: Session) -> None:
    lay(session, Procedure(id="empty", title="Tom"))
    assert procedure_paper(session, session.records.get(Procedure, "empty")) is None
