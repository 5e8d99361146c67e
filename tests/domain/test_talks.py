"""The yearly talk (MUS): who lacks one, and by when."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bpa_desktop.domain.meeting import MeetingState
from bpa_desktop.domain.people import Employment, Helper, Position
from bpa_desktop.domain.period import months_before
from bpa_desktop.domain.talk import Talk
from bpa_desktop.domain.talks import SOON, talk_states, talks_due
from bpa_desktop.services.rulebook import rulebook
from tests.domain.builders import book, day

if TYPE_CHECKING:
    from bpa_desktop.domain.talks import TalkState

TODAY = dt.date(2026, 3, 16)
HELD, CANCELLED = MeetingState.HELD, MeetingState.CANCELLED


def helper(first: str = "2020-01-01", last: str | None = None, **fields: Any) -> Helper:
    own = Employment(first_day=day(first), last_day=day(last) if last else None)
    return Helper(id="anna", first_name="Anna", employments=(own,), **fields)


def talk(on: str, state: MeetingState = MeetingState.PLANNED, **fields: Any) -> Talk:
    start = dt.datetime.combine(day(on), dt.time(13))
    end = start + dt.timedelta(hours=1)
    return Talk(id=on, helper="anna", starts_at=start, ends_at=end, state=state, **fields)


def state(*talks: Talk, who: Helper | None = None, worked: str = "") -> TalkState:
    days = {"anna": day(worked)} if worked else {}
    [found] = talk_states([who or helper()], talks, days, rulebook(), TODAY)
    return found


def test_the_next_talk_is_a_year_after_the_last_that_was_held() -> None:
    found = state(talk("2024-05-01", HELD), talk("2025-05-02", HELD), talk("2026-01-01", CANCELLED))
    assert (found.held_on, found.due_on) == (day("2025-05-02"), day("2026-05-02"))
    assert found.last is not None
    assert "Brønderslev" in found.source


def test_the_day_agreed_for_the_next_talk_goes_before_the_year() -> None:
    agreed = talk("2025-05-02", HELD, next_on=day("2026-09-01"))
    assert state(agreed).due_on == day("2026-09-01")
    assert state(agreed, worked="2026-01-10").due_on == day("2027-01-10")


def test_hours_that_were_worked_are_a_talk_also_when_nothing_was_written() -> None:
    found = state(worked="2025-12-15")
    assert (found.held_on, found.last, found.due_on) == (
        day("2025-12-15"),
        None,
        day("2026-12-15"),
    )
    planned = talk("2025-12-15")
    assert state(planned, worked="2025-12-15").planned is None
    assert state(planned).planned == planned


def test_a_new_or_rehired_helper_has_a_year() -> None:
    assert state(who=helper("2025-12-01")).due_on == day("2026-12-01")
    back = Helper(
        id="anna",
        first_name="Anna",
        employments=(
            Employment(first_day=day("2019-01-01"), last_day=day("2021-01-01")),
            Employment(first_day=day("2026-01-01")),
        ),
    )
    assert state(talk("2020-06-01", HELD), who=back).due_on == day("2027-01-01")


@pytest.mark.parametrize(
    "who",
    [
        helper(position=Position.SUBSTITUTE),
        helper("2020-01-01", "2026-03-15"),
        helper("2026-03-17"),
    ],
)
def test_substitutes_and_those_not_employed_have_no_talk(who: Helper) -> None:
    assert talk_states([who], [], {}, rulebook(), TODAY) == []


def test_without_a_rule_nothing_is_due() -> None:
    [found] = talk_states([helper()], [], {}, book(), TODAY)
    assert found.due_on is None
    assert not found.lacks(TODAY)
    assert list(talks_due([found], TODAY)) == []


@given(held=st.dates(dt.date(2023, 1, 1), TODAY))
def test_a_talk_is_asked_for_a_while_before_it_is_due_and_never_when_it_is_planned(
    held: dt.date,
) -> None:
    found = state(talk(held.isoformat(), HELD))
    due = months_before(held, -12)
    assert found.lacks(TODAY) == (due <= TODAY + SOON)
    coming = state(talk(held.isoformat(), HELD), talk("2026-03-16"))
    assert not coming.lacks(TODAY) or held == TODAY


def test_one_line_tells_of_all_who_lack_a_talk() -> None:
    late, soon = state(talk("2025-01-14", HELD)), state(talk("2025-04-14", HELD))
    [found] = talks_due([soon, late], TODAY)
    assert (found.on, found.values) == (TODAY, {"count": 2, "first": day("2026-01-14")})
    [later] = talks_due([soon], TODAY)
    assert later.on == day("2026-04-14")
