"""What a leader did: counted once each, in the period alone, and told without a name."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Final

import pytest

from bpa_desktop.documents.model import as_bundle
from bpa_desktop.documents.plain import plain
from bpa_desktop.domain.absence import Absence, AbsenceKind
from bpa_desktop.domain.applicant import Applicant, Stage
from bpa_desktop.domain.instruction import Instruction
from bpa_desktop.domain.meeting import Meeting, MeetingState
from bpa_desktop.domain.own_text import OwnText, TextKind
from bpa_desktop.domain.period import Period
from bpa_desktop.domain.procedure import Procedure, ProcedureVersion
from bpa_desktop.domain.roster import Shift
from bpa_desktop.domain.talk import Talk
from bpa_desktop.domain.work_problem import WorkProblem
from bpa_desktop.services import paper_leadership
from bpa_desktop.services.copying import copy_week
from bpa_desktop.services.leadership import ROSTER_WORK, Deed, Span, leadership, period_of
from bpa_desktop.services.session import open_session
from bpa_desktop.storage import keys
from bpa_desktop.storage.journal import Label
from tests.domain.builders import moment
from tests.little_file import ANNA, BO, KEY, SCHEME, TODAY, write

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bpa_desktop.services.session import Session

YEAR: Final = Period(dt.date(2026, 1, 1), dt.date(2027, 1, 1))


def talk(key: str, day: str, state: MeetingState) -> Talk:
    return Talk(
        id=key,
        helper="anna",
        starts_at=moment(f"{day}T10:00"),
        ends_at=moment(f"{day}T11:00"),
        state=state,
        goals="Hemmeligt",
    )


RECORDS: Final = (
    SCHEME,
    ANNA,
    BO,
    OwnText(id="o1", kind=TextKind.ADVERT, title="Opslag", written_on=TODAY, used_on=TODAY),
    OwnText(id="o2", kind=TextKind.ADVERT, title="Ikke brugt", written_on=TODAY),
    Applicant(
        id="ap1",
        name="Gerda Grøn",
        applied_on=TODAY,
        stage=Stage.INTERVIEWED,
        interview_on=TODAY,
        interview_notes="Hemmeligt",
    ),
    Applicant(id="ap2", name="Per Blå", applied_on=TODAY, interview_on=TODAY),
    talk("t1", "2026-03-02", MeetingState.HELD),
    talk("t2", "2026-03-03", MeetingState.CANCELLED),
    talk("t3", "2025-12-31", MeetingState.HELD),
    Meeting(
        id="m",
        title="Om Anna",
        starts_at=moment("2026-12-31T10:00"),
        ends_at=moment("2026-12-31T12:00"),
        state=MeetingState.HELD,
    ),
    Procedure(id="pr", title="Bad"),
    ProcedureVersion(id="v", procedure="pr", valid_from=dt.date(2026, 1, 1), words="Ro på"),
    Instruction(id="i", helper="anna", version="v", given_on=dt.date(2026, 1, 1)),
    WorkProblem(id="wp", what="Annas ryg", done_on=dt.date(2026, 2, 2)),
    WorkProblem(id="wq", what="Åben"),
    Absence(id="s", helper="bo", kind=AbsenceKind.SICKNESS, first_day=dt.date(2026, 2, 9)),
    Absence(id="h", helper="bo", kind=AbsenceKind.HOLIDAY, first_day=dt.date(2025, 2, 9)),
    Shift(
        id="sub",
        helper="anna",
        stands_in_for="bo",
        planned_start=moment("2026-02-09T07:00"),
        planned_end=moment("2026-02-09T15:00"),
    ),
    Shift(
        id="open",
        stands_in_for="bo",
        planned_start=moment("2026-02-10T07:00"),
        planned_end=moment("2026-02-10T15:00"),
    ),
    Shift(
        id="before",
        helper="anna",
        stands_in_for="bo",
        planned_start=moment("2025-12-31T23:00"),
        planned_end=moment("2026-01-01T07:00"),
    ),
)


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    path = write(tmp_path / "a.bpa", RECORDS)
    with open_session(path, keys.parse(KEY), today=TODAY) as found:
        yield found


def counts(session: Session, period: Period) -> dict[Deed, int]:
    return {one.deed: len(one.done) for one in leadership(session, period) if one.done}


def test_each_thing_that_was_done_counts_once_and_in_its_period_alone(session: Session) -> None:
    assert counts(session, YEAR) == {
        Deed.ADVERTS: 1,
        Deed.INTERVIEWS: 1,
        Deed.PROCEDURES: 1,
        Deed.INSTRUCTIONS: 1,
        Deed.MEETINGS: 1,
        Deed.TALKS: 1,
        Deed.ACTIONS: 1,
        Deed.SUBSTITUTES: 1,
        Deed.SICK_CALLS: 1,
    }
    assert counts(session, Period(dt.date(2025, 12, 31), dt.date(2026, 1, 1))) == {
        Deed.TALKS: 1,
        Deed.SUBSTITUTES: 1,
    }


def test_rosters_are_counted_from_the_journal_while_they_stand(session: Session) -> None:
    wide = Period(dt.date(2020, 1, 1), dt.date(2200, 1, 1))
    copy_week(session, dt.date(2026, 2, 9), dt.date(2026, 3, 23))
    assert counts(session, wide)[Deed.ROSTERS] == 1
    session.undo()
    assert Deed.ROSTERS not in counts(session, wide)


def test_an_empty_file_has_done_nothing_and_says_so(tmp_path: Path) -> None:
    path = write(tmp_path / "b.bpa", [])
    with open_session(path, keys.parse(KEY), today=TODAY) as session:
        assert counts(session, YEAR) == {}
        text = plain(as_bundle(paper_leadership.paper(session, YEAR)), {})
        assert "Intet er skrevet for perioden." in text


def test_neither_lists_nor_paper_name_anybody(session: Session) -> None:
    told = [done.words for line in leadership(session, YEAR) for done in line.done]
    text = plain(as_bundle(paper_leadership.paper(session, YEAR)), {})
    for secret in ("Anna", "Gerda", "Olsen", "Hemmeligt", "ryg"):
        assert not [one for one in told if secret in one]
        assert secret not in text
    assert "Samtaler (MUS) holdt" in text


def test_every_msgid_of_the_journal_is_one_that_the_program_writes() -> None:
    from pathlib import Path  # noqa: PLC0415 - only here

    sources = "\n".join(
        path.read_text(encoding="utf-8")
        for path in Path("bpa_desktop/services").glob("*.py")
        if path.name != "leadership.py"
    )
    assert not [one for one in ROSTER_WORK if f'"{one}"' not in sources]


@pytest.mark.parametrize(
    ("chosen", "first", "end"),
    [
        (Span.THIS_YEAR, "2028-01-01", "2028-03-01"),
        (Span.LAST_YEAR, "2027-01-01", "2028-01-01"),
        (Span.TWELVE_MONTHS, "2027-03-01", "2028-03-01"),
        (Span.THREE_YEARS, "2025-03-01", "2028-03-01"),
    ],
)
def test_periods_on_a_leap_day(chosen: Span, first: str, end: str) -> None:
    found = period_of(chosen, dt.date(2028, 2, 29))
    assert (str(found.first), str(found.end)) == (first, end)


def test_the_journal_tells_of_a_stretch_of_time_alone(session: Session) -> None:
    with session.records.operation(Label("make a roster pattern"), "") as operation:
        operation.save(ANNA.__class__(first_name="Ny"))
    now = dt.datetime.now(dt.UTC)
    hour = dt.timedelta(hours=1)
    told = session.records.journal.told
    assert len(told(["make a roster pattern"], now - hour, now + hour)) == 1
    assert told(["make a roster pattern"], now + hour, now + 2 * hour) == ()
    assert told(["something else"], now - hour, now + hour) == ()
