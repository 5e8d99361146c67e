"""A person who is deleted leaves hours and amounts, and no trace in records, journal or file."""

from __future__ import annotations

import datetime as dt
import subprocess
import sys
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, Final

import pytest

from bpa_desktop.domain.absence import Absence, AbsenceKind
from bpa_desktop.domain.agreed_task import AgreedTask
from bpa_desktop.domain.applicant import Applicant, Stage
from bpa_desktop.domain.closed_month import ClosedMonth, Correction, SettledLine
from bpa_desktop.domain.contract import Addendum, Contract
from bpa_desktop.domain.key_receipt import KeyReceipt
from bpa_desktop.domain.meeting import Meeting, MeetingPoint, Participant, Section
from bpa_desktop.domain.own_rate import OwnRate
from bpa_desktop.domain.people import Employment, Helper
from bpa_desktop.domain.record import all_problems
from bpa_desktop.domain.roster import RolledOut, Shift, ShiftState
from bpa_desktop.domain.talk import Talk
from bpa_desktop.domain.workplace_event import EventKind, WorkplaceEvent
from bpa_desktop.services.catalogue import TYPES
from bpa_desktop.services.forgetting import forget_applicant, forget_helper, retentions
from bpa_desktop.services.keeping import discard, keep
from bpa_desktop.services.rostering import report_sick
from bpa_desktop.services.session import ReadOnly, open_session
from bpa_desktop.storage import keys
from bpa_desktop.storage.records import Gone
from tests.domain.builders import moment
from tests.little_file import BO, KEY, SCHEME, TODAY, write

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bpa_desktop.services.session import Session

ANNA: Final = Helper(
    id="helper-vibeke",
    first_name="Vibeke",
    last_name="Rosenstjerne",
    initials="VR",
    phone="12 34 56 78",
    email="vibeke@example.com",
    address="Prøvevej 77, 9999 Ingensted",
    cpr="1205880000",
    next_of_kin="Søster Holger, 87 65 43 21",
    qualifications="Kørekort til bus",
    employments=(Employment(first_day=dt.date(2024, 1, 1), last_day=dt.date(2026, 2, 28)),),
)
PERSONAL: Final = (
    *("Vibeke", "vibeke", "VIBEKE", "Rosenstjerne", "12345678", "12 34 56 78", "1205880000"),
    *("Prøvevej", "Holger", "87 65 43 21", "Kørekort", "Mathilde", "ryggen", "hemmeligt"),
    *("Rygerum", "Nøgle til kælder", "child_first_sick_day", "kattepasning"),
)


def opened(path: Path, *, read_only: bool = False) -> Session:
    return open_session(path, keys.parse(KEY), today=TODAY, read_only=read_only)


def shift(number: int, **more: object) -> Shift:
    day = dt.date(2026, 2, 1) + dt.timedelta(days=number)
    values: dict[str, object] = {
        "id": f"shift-{number}-vibeke",
        "planned_start": moment(f"{day}T07:00"),
        "planned_end": moment(f"{day}T15:00"),
        "helper": ANNA.id,
        "state": ShiftState.WORKED,
    }
    return Shift(**(values | more))  # type: ignore[arg-type]


RECORDS: Final = (
    SCHEME,
    ANNA,
    replace(BO, next_of_kin="Kæreste til Vibeke, 11 11 11 11"),
    shift(1, deviation="Vibeke havde ondt i ryggen"),
    shift(2, note="hemmeligt"),
    shift(3, helper="bo", stands_in_for=ANNA.id),
    shift(4, helper="bo", id="s4", note="Vibekes cykel står her"),
    shift(
        5,
        state=ShiftState.PLANNED,
        rolled_out=(
            RolledOut(
                pattern="",
                start=moment("2026-02-06T07:00"),
                end=moment("2026-02-06T15:00"),
                helper=ANNA.id,
            ),
        ),
    ),
    Absence(
        id="absence-vibeke",
        helper=ANNA.id,
        kind=AbsenceKind.CHILD_FIRST_SICK_DAY,
        first_day=dt.date(2026, 2, 10),
        last_day=dt.date(2026, 2, 10),
    ),
    Absence(
        id="old", helper=ANNA.id, first_day=dt.date(2018, 2, 10), last_day=dt.date(2018, 2, 11)
    ),
    Contract(id="c", helper=ANNA.id, begins_on=dt.date(2024, 1, 1), agreements="kattepasning"),
    Addendum(id="ad", contract="c", takes_effect_on=dt.date(2025, 1, 1), words="Rygerum"),
    OwnRate(
        id="rate-helper-vibeke",
        helper=ANNA.id,
        value=Decimal(165),
        valid_from=dt.date(2024, 1, 1),
        source="Aftalt med Vibeke",
    ),
    KeyReceipt(id="k", helper=ANNA.id, what="Nøgle til kælder", handed_on=dt.date(2024, 1, 1)),
    Talk(
        id="t",
        helper=ANNA.id,
        starts_at=moment("2025-05-01T10:00"),
        ends_at=moment("2025-05-01T11:00"),
        goals="hemmeligt mål",
    ),
    AgreedTask(id="at", what="Kursus om ryggen", helper=ANNA.id, talk="t"),
    AgreedTask(id="am", what="Vibeke køber handsker", helper=ANNA.id),
    Meeting(
        id="m",
        starts_at=moment("2025-06-01T10:00"),
        ends_at=moment("2025-06-01T12:00"),
        participants=(Participant(helper=ANNA.id), Participant(helper="bo")),
    ),
    MeetingPoint(id="p1", meeting="m", words="Vibeke Rosenstjerne og Bo bytter.\nRing 12345678."),
    MeetingPoint(id="p2", meeting="m", number=2, section=Section.PERSON, words="Vibeke og ryggen"),
    MeetingPoint(id="p3", meeting="m", number=3, section=Section.PERSON, words="Bo og nætterne"),
    WorkplaceEvent(
        id="we",
        helper=ANNA.id,
        kind=EventKind.ACCIDENT,
        happened_on=dt.date(2025, 3, 3),
        words="Fik vredet ryggen",
        away_days=3,
    ),
    ClosedMonth(
        id="cm",
        month=dt.date(2026, 2, 1),
        closed_on=dt.date(2026, 3, 2),
        corrections=(Correction(made_on=dt.date(2026, 3, 3), what="meld Vibeke syg"),),
        pay=(
            SettledLine(
                helper=ANNA.id, title="Timeløn", amount=Decimal(1280), month=dt.date(2026, 2, 1)
            ),
        ),
    ),
    Applicant(id="ap", name="Mathilde Prøve", applied_on=dt.date(2026, 1, 1), stage=Stage.REJECTED),
)


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    path = write(tmp_path / "a.bpa", RECORDS)
    with opened(path) as found:
        yield found


def dump(session: Session) -> str:
    """Everything in the database as text, whatever table it is in."""
    connection = session.records.connection
    query = "SELECT name FROM sqlite_master WHERE type = 'table'"
    tables = [row[0] for row in connection.execute(query)]
    every = (f'SELECT * FROM "{name}"' for name in tables)  # noqa: S608 - names of tables
    return "\n".join(str(row) for one in every for row in connection.execute(one))


def found_in(session: Session, *but: str) -> list[str]:
    text = dump(session)
    return [one for one in PERSONAL if one in text and one not in but]


def do_much(session: Session) -> None:
    """Work that leaves the helper in the journal: also of records that are there no more."""
    get = session.records.get
    keep(session, replace(get(Helper, ANNA.id), phone="12 34 56 78 "))
    planned = get(Shift, "shift-5-vibeke")
    report_sick(session, planned)
    session.undo()
    keep(session, KeyReceipt(helper=ANNA.id, what="Rygerum", handed_on=TODAY))
    (key,) = [one for one in session.records.all(KeyReceipt) if one.what == "Rygerum"]
    discard(session, key)
    keep(session, replace(get(MeetingPoint, "p3"), words="Bo og Vibeke og nætterne"))
    keep(session, get(MeetingPoint, "p3"))
    keep(session, replace(get(MeetingPoint, "p3"), words="Bo og nætterne"))


def test_no_personal_text_is_left_anywhere(session: Session) -> None:
    do_much(session)
    assert found_in(session) == [one for one in PERSONAL if one != "VIBEKE"]
    told = forget_helper(session, ANNA.id)
    assert "Tidligere hjælper 1" in told
    assert found_in(session, "Mathilde") == []
    assert ANNA.id not in dump(session)


def test_hours_and_amounts_stay_and_are_nobodys(session: Session) -> None:
    before = [(one.actual, one.kind, one.state) for one in session.records.all(Shift)]
    forget_helper(session, ANNA.id)
    shifts = session.records.all(Shift)
    assert sorted((one.actual, one.kind, one.state) for one in shifts) == sorted(before)
    (former,) = [one for one in session.records.all(Helper) if one.erased_on == TODAY]
    assert former.name == "Tidligere hjælper 1"
    assert former.employments == ANNA.employments
    assert (former.cpr, former.phone, former.birth_date, former.next_of_kin) == ("", "", None, "")
    assert sum(one.helper == former.id for one in shifts) == 3
    assert [one.stands_in_for for one in shifts if one.stands_in_for] == [former.id]
    assert [one.rolled_out[0].helper for one in shifts if one.rolled_out] == [former.id]
    (month,) = session.records.all(ClosedMonth)
    assert month.pay[0].helper == former.id
    assert month.corrections[0].what == "Tidligere hjælper 1"
    (absence,) = session.records.all(Absence)
    assert (absence.helper, absence.kind) == (former.id, AbsenceKind.OTHER)


def test_what_was_theirs_goes_and_what_is_shared_stays_without_the_name(session: Session) -> None:
    forget_helper(session, ANNA.id)
    get = session.records.get
    for kind in (Contract, Addendum, KeyReceipt, Talk):
        assert session.records.all(kind) == ()
    assert [one.what for one in session.records.all(AgreedTask)] == [
        "Tidligere hjælper 1 køber handsker"
    ]
    assert get(MeetingPoint, "p1").words == (
        "Tidligere hjælper 1 og Bo bytter.\nRing Tidligere hjælper 1."
    )
    assert (get(MeetingPoint, "p2").heading, get(MeetingPoint, "p2").words) == (
        "Tidligere hjælper 1",
        "",
    )
    assert get(MeetingPoint, "p3").words == "Bo og nætterne"
    assert get(Shift, "s4").note == "Tidligere hjælper 1 cykel står her"
    assert len(get(Meeting, "m").participants) == 2
    event = get(WorkplaceEvent, "we")
    assert (event.helper, event.away_days, event.kind) == (None, 3, EventKind.ACCIDENT)
    assert get(Helper, "bo").next_of_kin.startswith("Kæreste til Tidligere hjælper 1")
    assert session.scheme() == SCHEME


def test_nothing_before_it_can_be_undone_and_the_journal_tells_that_it_was(
    session: Session,
) -> None:
    do_much(session)
    count = len(session.records.journal.entries())
    forget_helper(session, ANNA.id)
    assert (session.undo_text(), session.redo_text()) == (None, None)
    entries = session.records.journal.entries()
    assert len(entries) == count + 1
    assert entries[0].label.texts == {"who": "Tidligere hjælper 1"}
    told = [one for entry in entries for one in entry.label.texts.values()]
    assert "Tidligere hjælper 1" in told
    keep(session, replace(BO, phone="99 99 99 99"))
    session.undo()
    assert session.records.get(Helper, "bo").phone == BO.phone


def test_no_freed_page_is_left_and_the_file_is_whole(session: Session) -> None:
    forget_helper(session, ANNA.id)
    execute = session.records.connection.execute
    assert execute("PRAGMA freelist_count").fetchone()[0] == 0
    assert execute("PRAGMA integrity_check").fetchone()[0] == "ok"
    assert execute("PRAGMA foreign_key_check").fetchone() is None
    assert execute("PRAGMA secure_delete").fetchone()[0] == 1
    assert session.file.path.with_name("a.bpa-wal").stat().st_size == 0


def test_a_name_that_others_have_too_is_left_where_it_stands_alone(tmp_path: Path) -> None:
    other = replace(BO, id="x", first_name="Vibeke", last_name="Holm")
    point = MeetingPoint(id="p9", meeting="m", words="Vibeke bager. Vibeke Rosenstjerne rydder.")
    path = write(tmp_path / "b.bpa", [*RECORDS, other, point])
    with opened(path) as session:
        forget_helper(session, ANNA.id)
        words = session.records.get(MeetingPoint, "p9").words
        assert words == "Vibeke bager. Tidligere hjælper 1 rydder."
        assert session.records.get(Helper, "x").name == "Vibeke Holm"


def test_what_is_left_is_in_order_and_can_be_brought_to_another_file(
    session: Session, tmp_path: Path
) -> None:
    forget_helper(session, ANNA.id)
    left = [one for kind in TYPES.values() for one in session.records.all(kind)]
    assert not [problem for one in left for problem in all_problems(one)]
    with opened(write(tmp_path / "other.bpa", left)) as other:
        assert [one for kind in TYPES.values() for one in other.records.all(kind)] == left
    (rate,) = session.records.all(OwnRate)
    assert (rate.value, rate.source) == (Decimal(165), "")


def test_two_deleted_helpers_are_told_apart(session: Session) -> None:
    forget_helper(session, ANNA.id)
    forget_helper(session, "bo")
    names = {one.name for one in session.records.all(Helper)}
    assert names == {"Tidligere hjælper 1", "Tidligere hjælper 2"}


def test_an_applicant_goes_without_a_trace(session: Session) -> None:
    session.save(
        replace(session.records.get(Applicant, "ap"), interview_notes="hemmeligt"), "change"
    )
    keep(session, replace(BO, qualifications="Kender Mathilde"))
    forget_applicant(session, "ap")
    assert session.records.all(Applicant) == ()
    assert "Mathilde" not in dump(session)
    assert session.records.get(Helper, ANNA.id) == ANNA


def test_a_hired_applicant_leaves_the_helper_alone(session: Session) -> None:
    hired = Applicant(name=ANNA.name, applied_on=TODAY, stage=Stage.HIRED, helper=ANNA.id)
    keep(session, replace(hired, interview_notes="Meget privat"))
    (saved,) = [one for one in session.records.all(Applicant) if one.helper]
    forget_applicant(session, saved.id)
    assert "Meget privat" not in dump(session)
    assert session.records.get(Helper, ANNA.id) == ANNA
    assert "Vibeke" in session.records.get(MeetingPoint, "p1").words


def test_refused_in_a_file_that_is_only_read(tmp_path: Path) -> None:
    path = write(tmp_path / "r.bpa", RECORDS)
    with opened(path, read_only=True) as session, pytest.raises(ReadOnly):
        forget_helper(session, ANNA.id)


def test_somebody_who_is_not_there_is_refused_and_nothing_changes(session: Session) -> None:
    before = dump(session)
    with pytest.raises(Gone):
        forget_helper(session, "nobody")
    assert dump(session) == before


def test_what_must_be_kept_until_when(session: Session) -> None:
    found = {one.what: one.through for one in retentions(session, ANNA)}
    assert found == {
        "Pay and vouchers": dt.date(2031, 12, 31),
        "Working time": dt.date(2031, 4, 30),
        "Contract, talks and papers": dt.date(2031, 2, 28),
    }


KILLED: Final = """
import os, sys
from pathlib import Path
from bpa_desktop.services.forgetting import forget_helper
from bpa_desktop.storage.contents import Contents
from tests.services.test_forgetting import opened
Contents.drop_unused = lambda _self: os._exit(9)
with opened(Path(sys.argv[1])) as session:
    forget_helper(session, "helper-vibeke")
"""


@pytest.mark.skipif(sys.platform == "win32", reason="the lock is held in another way")
def test_stopped_in_the_middle_it_leaves_everything(tmp_path: Path) -> None:
    path = write(tmp_path / "k.bpa", RECORDS)
    with opened(path) as session:
        before = dump(session)
    done = subprocess.run([sys.executable, "-c", KILLED, str(path)], check=False)
    assert done.returncode == 9
    with opened(path) as session:
        assert dump(session) == before
