"""A helper leaves: what is known of the last day, what the step does, and what is due then."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING, Final

import pytest

from bpa_desktop.domain.contract import Contract
from bpa_desktop.domain.deadlines import DueCode
from bpa_desktop.domain.grant import Grant
from bpa_desktop.domain.key_receipt import KeyReceipt
from bpa_desktop.domain.leaving import Leaving, LeavingReason
from bpa_desktop.domain.people import Employment, Helper
from bpa_desktop.domain.roster import Shift, ShiftState
from bpa_desktop.domain.scheme import Agreement
from bpa_desktop.services.deadlines import due
from bpa_desktop.services.leaving import advice, leave, left_words
from bpa_desktop.services.leaving_steps import steps, take
from bpa_desktop.services.reading import helpers
from bpa_desktop.services.session import open_session
from bpa_desktop.storage import keys
from tests.domain.builders import moment
from tests.little_file import ANNA, BO, KEY, SCHEME, TODAY, write

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from bpa_desktop.services.session import Session

    Open = Callable[..., Session]

LAST: Final = dt.date(2026, 3, 31)
CHANGED: Final = LeavingReason.GRANT_CHANGED


def shift(day: str, number: int = 0, **more: object) -> Shift:
    values: dict[str, object] = {
        "id": f"{day}-{number}",
        "helper": "anna",
        "planned_start": moment(f"{day}T07:00"),
        "planned_end": moment(f"{day}T15:00"),
    }
    return Shift(**(values | more))  # type: ignore[arg-type]


SHIFTS: Final = (
    shift("2026-03-10", state=ShiftState.WORKED),
    shift("2026-03-31"),
    shift("2026-03-31", 1, planned_end=moment("2026-04-01T07:00")),
    shift("2026-04-01"),
    shift("2026-05-01"),
    shift("2026-04-02", state=ShiftState.CANCELLED),
    shift("2026-04-03", helper="bo"),
)


@pytest.fixture
def open_with(tmp_path: Path) -> Iterator[Open]:
    held = []

    def begin(*records: object, scheme: object = SCHEME) -> Session:
        path = write(tmp_path / "a.bpa", [scheme, ANNA, BO, *records])  # type: ignore[list-item]
        held.append(open_session(path, keys.parse(KEY), today=TODAY))
        return held[-1]

    yield begin
    for one in held:
        one.close()


def leaving(**more: object) -> Leaving:
    values: dict[str, object] = {"helper": "anna", "notice_on": TODAY, "last_day": LAST}
    return Leaving(**(values | more))  # type: ignore[arg-type]


def test_leaving_ends_the_employment_and_opens_the_shifts_after_it(open_with: Open) -> None:
    session = open_with(*SHIFTS)
    saved, unfilled = leave(session, leaving())
    assert unfilled == 2
    anna = session.records.get(Helper, "anna")
    assert [one.last_day for one in anna.employments] == [LAST]
    open_now = {one.id for one in session.records.all(Shift) if one.helper is None}
    assert open_now == {"2026-04-01-0", "2026-05-01-0"}
    assert left_words(session, saved, unfilled) == (
        "Anna stopper. Den sidste dag er den 31. marts 2026. 2 vagter er nu ubesatte. "
        "Fortryd med Ctrl Z."
    )


def test_it_is_one_action_that_one_undo_takes_back(open_with: Open) -> None:
    session = open_with(*SHIFTS)
    leave(session, leaving())
    assert session.undo() == "Fortrudt: Anna stopper."
    assert session.records.all(Leaving) == ()
    assert session.records.get(Helper, "anna") == ANNA
    assert all(one.helper for one in session.records.all(Shift))


def test_without_a_last_day_nothing_ends(open_with: Open) -> None:
    session = open_with(*SHIFTS)
    saved, unfilled = leave(session, leaving(last_day=None))
    assert (unfilled, saved.last_day) == (0, None)
    assert session.records.get(Helper, "anna") == ANNA
    assert not [one for one in due(session) if one.code is DueCode.LAST_PAPERS]


def test_of_two_employments_the_one_that_goes_on_is_ended(open_with: Open) -> None:
    twice = replace(
        ANNA,
        employments=(
            Employment(first_day=dt.date(2020, 1, 1), last_day=dt.date(2021, 1, 1)),
            Employment(first_day=dt.date(2024, 1, 1)),
        ),
    )
    session = open_with()
    session.save(twice, "x")
    leave(session, leaving())
    found = session.records.get(Helper, "anna").employments
    assert [one.last_day for one in found] == [dt.date(2021, 1, 1), LAST]


@pytest.mark.parametrize(
    ("agreement", "notice", "last"),
    [
        (Agreement.DE_FOA, "2026-03-16", "2026-04-15"),
        (Agreement.DI_FOA, "2023-02-01", "2023-02-15"),
        (Agreement.NONE, "2026-03-16", None),
        (Agreement.UNKNOWN, "2026-03-16", None),
    ],
)
@pytest.mark.parametrize("reason", [LeavingReason.CITIZEN_DIED, CHANGED])
def test_the_short_notice_holds_with_an_agreement_only(
    open_with: Open, agreement: Agreement, notice: str, last: str | None, reason: LeavingReason
) -> None:
    session = open_with(scheme=replace(SCHEME, agreement=agreement))
    found = advice(session, ANNA, reason, dt.date.fromisoformat(notice))
    assert found.last_day == (dt.date.fromisoformat(last) if last else None)
    assert bool(found.source) is (last is not None)


def test_what_the_contract_says_is_told_and_no_day_is_guessed(open_with: Open) -> None:
    contract = Contract(
        id="c",
        helper="anna",
        begins_on=dt.date(2024, 1, 1),
        ends_on=dt.date(2026, 6, 30),
        notice="En måned til den første.",
    )
    session = open_with(contract)
    found = advice(session, ANNA, LeavingReason.DISMISSED, TODAY)
    assert found.last_day is None
    assert found.words == ("Ansættelsesbeviset siger om varsel: En måned til den første.",)
    fixed = advice(session, ANNA, LeavingReason.FIXED_TERM, TODAY)
    assert fixed.last_day == dt.date(2026, 6, 30)
    assert advice(session, BO, LeavingReason.OWN_WISH, TODAY).last_day is None


def test_fourteen_weeks_are_told_of_a_decision_that_is_not_in_force(open_with: Open) -> None:
    decided = Grant(
        id="g2",
        valid_from=dt.date(2026, 6, 1),
        decision_date=dt.date(2026, 3, 2),
        received_date=dt.date(2026, 3, 5),
    )
    session = open_with(decided)
    words = " ".join(advice(session, ANNA, CHANGED, TODAY).words)
    for day in ("11. juni 2026", "8. juni 2026", "30. marts 2026"):
        assert day in words
    later = advice(session, ANNA, CHANGED, dt.date(2026, 7, 1))
    assert "juni" not in " ".join(later.words)


def test_due_until_it_is_done_and_each_step_is_one_press(open_with: Open) -> None:
    key = KeyReceipt(id="k", helper="anna", what="Nøgle", handed_on=dt.date(2024, 1, 1))
    session = open_with(key, leaving(id="l", notice_on=dt.date(2025, 9, 1), last_day=TODAY))
    mine = (DueCode.LAST_PAPERS, DueCode.STATEMENT, DueCode.KEY_BACK)
    assert [one.code for one in due(session) if one.code in mine] == sorted(mine)
    while waiting := [one for one in steps(session, session.records.get(Leaving, "l")) if one.done]:
        assert take(session, waiting[0]).startswith("Gjort: ")
    assert session.records.get(KeyReceipt, "k").returned_on == TODAY
    assert not [one for one in due(session) if one.code in mine]


def test_what_is_late_is_due_today(open_with: Open) -> None:
    session = open_with(
        leaving(id="l", notice_on=dt.date(2025, 9, 1), last_day=dt.date(2025, 9, 30))
    )
    (papers,) = [one for one in due(session) if one.code is DueCode.LAST_PAPERS]
    assert papers.on == TODAY


@pytest.mark.parametrize(
    ("last", "told"),
    [("2021-03-16", True), ("2021-04-14", True), ("2021-04-16", False)],
)
def test_the_deletion_is_told_of_when_it_is_near(open_with: Open, last: str, told: bool) -> None:  # noqa: FBT001
    day = dt.date.fromisoformat(last)
    gone = replace(BO, employments=(Employment(first_day=dt.date(2020, 1, 1), last_day=day),))
    session = open_with()
    session.save(gone, "x")
    session.save(leaving(helper="bo", notice_on=day, last_day=day), "x")
    found = [one for one in due(session) if one.code is DueCode.DELETE_FILE]
    assert bool(found) is told
    if found:
        assert found[0].source
        assert found[0].on >= TODAY


def test_nothing_is_due_for_somebody_who_is_employed_again(open_with: Open) -> None:
    session = open_with(
        leaving(id="l", notice_on=dt.date(2020, 1, 1), last_day=dt.date(2020, 2, 1))
    )
    assert not [one for one in due(session) if one.code is DueCode.DELETE_FILE]
    assert {one.id for one in helpers(session)} == {"anna", "bo"}
