"""One helper's whole time: everything that tells of them, in order, and nothing of anybody else."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING, Final

import pytest

from bpa_desktop.domain.absence import Absence, AbsenceKind
from bpa_desktop.domain.contract import Addendum, Contract
from bpa_desktop.domain.declined import Declined
from bpa_desktop.domain.helper_refs import refers_inside, refers_itself
from bpa_desktop.domain.key_receipt import KeyReceipt
from bpa_desktop.domain.meeting import Meeting, MeetingState, Participant
from bpa_desktop.domain.people import Employment, Helper
from bpa_desktop.domain.roster import Shift, ShiftState
from bpa_desktop.services.catalogue import KINDS
from bpa_desktop.services.person_head import standing
from bpa_desktop.services.person_timeline import Side, about, timeline
from bpa_desktop.services.session import open_session
from bpa_desktop.storage import keys
from tests.domain.builders import moment
from tests.little_file import ANNA, BO, KEY, SCHEME, TODAY, write
from tests.storage.samples import sample

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bpa_desktop.services.session import Session

RECORDS: Final = (
    SCHEME,
    replace(ANNA, seniority_date=dt.date(2020, 1, 1)),
    BO,
    Contract(id="c", helper="anna", begins_on=dt.date(2024, 1, 1), given_on=dt.date(2024, 1, 5)),
    Addendum(id="a", contract="c", takes_effect_on=dt.date(2025, 5, 1), words="37 timer"),
    Absence(
        id="s",
        helper="anna",
        kind=AbsenceKind.SICKNESS,
        first_day=dt.date(2026, 2, 9),
        last_day=dt.date(2026, 2, 9),
    ),
    KeyReceipt(id="k", helper="bo", what="Nøgle", handed_on=dt.date(2025, 1, 1)),
    Meeting(
        id="m",
        starts_at=moment("2025-06-01T10:00"),
        ends_at=moment("2025-06-01T12:00"),
        state=MeetingState.HELD,
        participants=(Participant(helper="anna"),),
    ),
    Declined(
        id="d",
        helper="anna",
        shift_start=moment("2026-03-02T07:00"),
        shift_end=moment("2026-03-02T15:00"),
        asked_on=dt.date(2026, 3, 1),
    ),
    *(
        Shift(
            id=f"w{day}",
            helper=who,
            planned_start=moment(f"2026-03-{day:02}T23:00"),
            planned_end=moment(f"2026-03-{day + 1:02}T07:00"),
            state=state,
        )
        for day, who, state in (
            (4, "anna", ShiftState.WORKED),
            (28, "anna", ShiftState.PLANNED),
            (10, "anna", ShiftState.CANCELLED),
            (12, "bo", ShiftState.PLANNED),
        )
    ),
)


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    path = write(tmp_path / "a.bpa", RECORDS)
    with open_session(path, keys.parse(KEY), today=TODAY) as found:
        yield found


def lines(session: Session, who: str) -> list[str]:
    helper = session.records.get(Helper, who)
    return [f"{one.on} {one.words}" for one in timeline(session, helper)]


def test_the_newest_stands_first_and_shifts_are_summed_by_month(session: Session) -> None:
    """The night of the clock's change is an hour shorter."""
    assert lines(session, "anna") == [
        "2026-03-31 2 vagter, 15 timer. Sagde nej til 1 vagt.",
        "2026-02-09 Sygdom 9. februar 2026.",
        "2025-06-01 Deltog i et møde: personalemøde.",
        "2025-05-01 Ændring af ansættelsesbeviset: 37 timer",
        "2024-01-05 Ansættelsesbevis udleveret.",
        "2024-01-01 Ansættelsen begynder.",
        "2024-01-01 Ansættelsesbeviset gælder fra denne dag.",
    ]


def test_nothing_of_anybody_else(session: Session) -> None:
    assert lines(session, "bo") == [
        "2026-03-31 1 vagt, 8 timer.",
        "2025-01-01 Ansættelsen begynder.",
        "2025-01-01 Udleveret: Nøgle.",
    ]


def test_every_line_leads_somewhere(session: Session) -> None:
    for one in timeline(session, session.records.get(Helper, "anna")):
        assert (one.record is None) is (one.week is not None)
        assert one.record is not None or one.side is Side.WORK


@pytest.mark.parametrize(
    "kind",
    [one for one in KINDS if refers_itself(one.record) or refers_inside(one.record)],
    ids=lambda one: one.name,
)
def test_every_record_type_that_tells_of_a_helper_is_found(session: Session, kind: object) -> None:
    """A sample of any type, made from its declaration alone."""
    record_type = kind.record  # type: ignore[attr-defined]
    ids = {one.name: f"{one.name}-x" for one in KINDS} | {"helper": "bo"}
    record = replace(sample(record_type, ids), id="sample")
    with session.records.transaction():
        session.records.put(record_type.type_name, [(record, _plain(record))])
        session.records.connection.execute("PRAGMA foreign_keys")
        assert record in set(about(session, record_type, "bo"))
        assert record not in set(about(session, record_type, "anna"))
        _drop(session, record_type.type_name)


def _plain(record: object) -> dict[str, object]:
    from bpa_desktop.storage.codec import to_plain  # noqa: PLC0415 - only here

    return to_plain(record)  # type: ignore[arg-type]


def _drop(session: Session, name: str) -> None:
    """What it refers to is not there, so it may not stay."""
    session.records.drop(name, ["sample"])


def test_where_somebody_stands_is_one_sentence() -> None:
    assert standing(ANNA, TODAY) == "Fast hjælper, ansat."
    assert standing(BO, dt.date(2024, 5, 1)) == "Vikar, begynder den 1. januar 2025."
    ended = replace(
        ANNA,
        employments=(Employment(first_day=dt.date(2024, 1, 1), last_day=dt.date(2026, 3, 31)),),
    )
    assert standing(ended, TODAY) == "Fast hjælper, ansat til den 31. marts 2026."
    assert standing(ended, dt.date(2026, 4, 1)) == (
        "Tidligere hjælper. Den sidste dag var den 31. marts 2026."
    )
    assert standing(replace(ANNA, employments=()), TODAY) == (
        "Fast hjælper. Ingen ansættelse er skrevet."
    )
