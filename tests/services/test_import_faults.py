"""Every fault of a data file is named with record, field and reason, and nothing comes in."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import pytest

from bpa_desktop.domain.activity import ActivityItem
from bpa_desktop.domain.scheme import Scheme
from bpa_desktop.i18n import LANGUAGES, explain, speaking
from bpa_desktop.services.exchange import (
    export_text,
    fault_text,
    faults_of,
    import_data,
)
from bpa_desktop.services.session import make
from bpa_desktop.storage.interchange import (
    Faulty,
    FieldTwice,
    NotInterchange,
    NotJson,
    NotText,
)
from tests.services.data_files import ANNA, BO, data, shift
from tests.storage.samples import key

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bpa_desktop.errors import BpaError
    from bpa_desktop.services.session import Session

BACKWARDS = {"first_day": "2026-02-01", "last_day": "2026-01-01"}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "a.bpa"


@pytest.fixture
def session(path: Path) -> Iterator[Session]:
    with make(path, key(), actor="Anna") as made:
        yield made


def refused(session: Session, content: bytes) -> tuple[str, ...]:
    """The faults for which the data is refused, after a look at what is left behind."""
    before = export_text(session)
    lines = session.records.journal.entries()
    with pytest.raises(Faulty) as caught:
        import_data(session, content)
    assert export_text(session) == before
    assert session.records.journal.entries() == lines
    with speaking("en"):
        assert str(len(caught.value.faults)) in explain(caught.value)
        english = faults_of(caught.value)
    with speaking("da"):
        danish = faults_of(caught.value)
    assert len(english) == len(danish) == len(caught.value.faults)
    for one, other in zip(english, danish, strict=True):
        assert one != other
        assert not re.search(r"\{\w+\}", one + other)
    return english


def test_every_fault_is_named_with_record_field_and_reason(session: Session) -> None:
    told = refused(
        session,
        data(
            helper=[
                {"id": "h1", "first_name": " ", "cpr": "123"},
                {"id": "h2", "birth_date": "1990-02-30"},
                {"first_name": "Nobody"},
                "Anna",
                {
                    "id": "h3",
                    "first_name": "Ib",
                    "employments": [
                        {"first_day": "2026-01-01", "last_day": "2025-01-01"},
                        {"first_day": "2025-06-01", "agreed_minutes_per_week": "37"},
                    ],
                },
            ],
            shift=[shift(0, "h9"), shift(1, kind="magic"), shift(2, note=None, colour="red")],
            spaceship=[],
            absence={},
        ),
    )
    assert set(told) == {
        "spaceship: There is no such record type.",
        "Helper h1, first_name (First name): Write a name.",
        "Helper h1, cpr (CPR number): A CPR number has ten digits and begins with a date of birth.",
        (
            "Helper h2, birth_date (Date of birth): This must be a date that exists, "
            "written as 2026-03-16."
        ),
        "Helper h2, first_name (First name): This must be filled in.",
        "Helper 3, id: Every record needs an id, written as a text.",
        "Helper 4: This must be a group of fields.",
        ("Helper h3, employments[0].last_day (Last day): The last day is before the first day."),
        (
            "Helper h3, employments[1].agreed_minutes_per_week (Agreed hours per week): "
            "This must be a whole number."
        ),
        "Shift s00000, helper (Helper): This refers to something that is not there: Helper h9.",
        (
            "Shift s00001, kind (Kind): This must be one of: basis, availability, two_helpers, "
            "staff_meeting, mus, training, course, holiday_extra, other."
        ),
        "Shift s00002, colour: There is no such field.",
        "Shift s00002, note (Note): This must be a text.",
        "Absences: This must be a list.",
    }


def test_a_second_fault_of_a_record_is_told_with_the_first(session: Session) -> None:
    backwards = {"planned_start": "2026-05-02T10:00", "planned_end": "2026-05-02T08:00"}
    twice = [{"first_day": "2026-01-01"}, {"first_day": "2026-02-01"}]
    helper = ANNA | {"birth_date": "2026-02-30", "employments": twice}
    told = refused(
        session,
        data(helper=[helper], shift=[shift(0, "nobody", kind=7, colour="red", **backwards)]),
    )
    assert set(told) == {
        (
            "Helper h1, birth_date (Date of birth): This must be a date that exists, "
            "written as 2026-03-16."
        ),
        "Helper h1, employments (Employment periods): Two employment periods lie over each other.",
        "Shift s00000, colour: There is no such field.",
        (
            "Shift s00000, kind (Kind): This must be one of: basis, availability, two_helpers, "
            "staff_meeting, mus, training, course, holiday_extra, other."
        ),
        "Shift s00000, planned_end (Planned end): The end is not after the start.",
        "Shift s00000, helper (Helper): This refers to something that is not there: Helper nobody.",
    }


def test_a_group_with_a_fault_hides_no_fault_of_the_others(session: Session) -> None:
    line = {"kind": "basis", "per": "day", "helpers": 0}
    lines = [line | {"minutes": -5}, line | {"minutes": "x"}, line, "line"]
    told = refused(session, data(grant=[{"id": "g", "valid_from": "2026-01-01", "lines": lines}]))
    assert {fault.split(": ")[0] for fault in told} == {
        "Grant g, lines[0].minutes (Number of hours)",
        "Grant g, lines[0].helpers (Helpers at the same time)",
        "Grant g, lines[1].minutes (Number of hours)",
        "Grant g, lines[2].minutes (Number of hours)",
        "Grant g, lines[3] (Lines)",
    }


@pytest.mark.parametrize(
    ("fault", "group"),
    [
        (
            "employments[0].last_day (Last day): The last day is before the first day.",
            {"helper": [ANNA | {"employments": [BACKWARDS]}]},
        ),
        (
            "employments (Employment periods): Two employment periods lie over each other.",
            {
                "helper": [
                    ANNA
                    | {
                        "employments": [
                            {"first_day": "2026-01-01"},
                            {"first_day": "2026-02-01", "last_day": "2026-03-01"},
                        ]
                    }
                ]
            },
        ),
        (
            "worked_end (Worked to): The end is not after the start.",
            {"shift": [shift(0, None, worked_end="1999-01-01T07:00")]},
        ),
        (
            (
                "planned_start (Planned start): The time does not exist: "
                "the clock goes forward that night."
            ),
            {
                "shift": [
                    shift(
                        0,
                        None,
                        planned_start="2026-03-29T02:30",
                        planned_end="2026-03-29T12:00",
                    )
                ]
            },
        ),
        (
            "planned_end (Planned end): The time comes twice: the clock goes back that night.",
            {
                "shift": [
                    shift(
                        0,
                        None,
                        planned_start="2026-10-24T22:00",
                        planned_end="2026-10-25T02:30",
                    )
                ]
            },
        ),
        (
            (
                "planned_start (Planned start): This must be a date and a time without offset, "
                "written as 2026-03-16T07:00."
            ),
            {"shift": [shift(0, None, planned_start="2026-03-16T07:00+01:00")]},
        ),
        (
            (
                "planned_start (Planned start): This must be a date and a time without offset, "
                "written as 2026-03-16T07:00."
            ),
            {"shift": [shift(0, None, planned_start="2026-02-30T07:00")]},
        ),
        (
            "birth_date (Date of birth): The year must lie between 1900 and 2199.",
            {"helper": [ANNA | {"birth_date": "0198-05-01"}]},
        ),
        (
            "first_name (First name): The text holds a sign that cannot be written.",
            {"helper": [ANNA | {"first_name": "\udc00"}]},
        ),
    ],
)
def test_what_is_wrong_with_one_record(
    session: Session, fault: str, group: dict[str, list[Any]]
) -> None:
    content = json.dumps({"format": "bpa-desktop", "version": 1, "records": group}).encode()
    (told,) = refused(session, content)
    assert told.partition(", ")[2] == fault


def test_what_one_record_alone_cannot_tell(session: Session) -> None:
    scheme = {"id": "s1", "citizen_name": "Eksempel Eksempelsen"}
    import_data(session, data(scheme=[scheme], helper=[ANNA]))
    assert refused(session, data(scheme=[scheme | {"id": "s2"}])) == (
        "Scheme: A file holds only one of these.",
    )
    assert refused(session, data(helper=[BO, BO], shift=[shift(0, "h2")])) == (
        "Helper h2, id: Two records have the same id.",
    )
    assert refused(session, data(shift=[shift(0, "h1", stands_in_for="h5")])) == (
        (
            "Shift s00000, stands_in_for (In place of): "
            "This refers to something that is not there: Helper h5."
        ),
    )
    import_data(session, data(scheme=[scheme | {"citizen_name": "Prøve Prøvesen"}]))
    assert [one.citizen_name for one in session.records.all(Scheme)] == ["Prøve Prøvesen"]


def test_two_schemes_in_the_data_are_a_fault(session: Session) -> None:
    both = [{"id": name, "citizen_name": "Eksempel"} for name in ("s1", "s2")]
    assert refused(session, data(scheme=both)) == ("Scheme: A file holds only one of these.",)


def test_a_faulty_record_is_no_reason_to_blame_those_that_refer_to_it(session: Session) -> None:
    (told,) = refused(session, data(helper=[ANNA | {"cpr": 7}], shift=[shift(0)]))
    assert told == "Helper h1, cpr (CPR number): This must be a text."


def test_faults_are_told_in_danish(session: Session) -> None:
    with pytest.raises(Faulty) as caught:
        import_data(session, data(shift=[shift(0, "h9")]))
    assert fault_text(caught.value.faults[0]) == (
        "Vagt s00000, helper (Hjælper): Her henvises til noget, der ikke findes: Hjælper h9."
    )
    assert faults_of(NotText()) == ()


WHOLE = data(helper=[ANNA])
BAD: list[tuple[type[BpaError], bytes]] = [
    (NotText, b"\xff\xfe\x00"),
    (NotText, "Kære".encode("latin-1")),
    (NotJson, b""),
    (NotJson, WHOLE[:-2]),
    (NotJson, WHOLE.replace(b'"h1"', b"h1")),
    (NotInterchange, b"[]"),
    (NotInterchange, b"null"),
    (NotInterchange, b"[" * 100_000),
    (NotInterchange, b'{"format": "bpa-desktop", "version": ' + b"1" * 5000 + b"}"),
    (NotInterchange, WHOLE.replace(b"bpa-desktop", b"vagtplan")),
    (NotInterchange, WHOLE.replace(b'"version": 1', b'"version": 2')),
    (NotInterchange, WHOLE.replace(b'"version": 1', b'"version": true')),
    (NotInterchange, WHOLE.replace(b'"version": 1', b'"version": "1"')),
    (NotInterchange, b'{"format": "bpa-desktop", "version": 1}'),
    (NotInterchange, b'{"format": "bpa-desktop", "version": 1, "records": []}'),
    (FieldTwice, WHOLE.replace(b'"id": "h1"', b'"id": "h1", "id": "h2"')),
    (FieldTwice, WHOLE.replace(b'"helper":', b'"helper": [], "helper":')),
]


@pytest.mark.parametrize(("kind", "content"), BAD, ids=lambda value: ascii(value)[:40])
def test_what_is_no_data_file_is_said_so(
    session: Session, kind: type[BpaError], content: bytes
) -> None:
    with pytest.raises(kind) as caught:
        import_data(session, content)
    assert session.records.journal.entries() == ()
    told = set()
    for language in LANGUAGES:
        with speaking(language):
            told.add(explain(caught.value))
    assert len(told) == len(LANGUAGES)
    assert not any("{" in sentence for sentence in told)


def test_a_slip_in_the_writing_is_told_with_its_place(session: Session) -> None:
    with pytest.raises(NotJson) as caught:
        import_data(session, b'{\n  "format": bpa\n}')
    assert caught.value.values == {"line": 2, "column": 13}


def test_a_part_that_is_not_known_is_a_fault(session: Session) -> None:
    content = WHOLE.replace(b'"version"', b'"made_by": "hand", "version"')
    assert refused(session, content) == ("made_by: There is no such field.",)


def test_numbers_of_other_writers_come_in(session: Session) -> None:
    times = {"occurrences_per_week": 7, "minutes_per_occurrence": 30.0}
    import_data(session, data(activity_item=[{"id": "a1", "activity": "Bad"} | times]))
    (saved,) = session.records.all(ActivityItem)
    assert saved.minutes_per_week == 210
