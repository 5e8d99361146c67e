"""Dividing an unfilled shift, the others of the same absence, and the message that asks."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bpa_desktop.domain.clock import WallTime, instant, shown, wall
from bpa_desktop.domain.record import all_problems
from bpa_desktop.domain.roster import RestPeriod, RolledOut, Shift
from bpa_desktop.i18n import speaking
from bpa_desktop.services import rostering, sick_news, spells
from bpa_desktop.services.messages_shift import asking
from bpa_desktop.services.shift_edits import middle, split
from bpa_desktop.services.spells import Length
from bpa_desktop.services.substitution import others_open
from tests.domain.builders import moment
from tests.services.little_roster import TODAY, everything, helper, lay, open_little, shift

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bpa_desktop.services.session import Session

OPEN = shift("03-16 07:00", "03-16 15:00", None, stands_in_for="anna")
EARLY = dt.datetime.combine(TODAY, dt.time(6, 30))


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    with open_little(tmp_path, EARLY) as opened:
        lay(opened, OPEN)
        yield opened


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ("03-16 07:00", "03-16 15:00", "03-16 11:00"),
        ("03-16 07:00", "03-16 14:15", "03-16 10:30"),
        ("03-16 23:00", "03-17 07:00", "03-17 03:00"),
        ("03-28 23:00", "03-29 07:00", "03-29 03:30"),
        ("10-24 23:00", "10-25 07:00", "10-25 03:00"),
        ("03-16 07:00", "03-16 07:45", None),
        ("03-16 07:15", "03-16 08:15", "03-16 07:30"),
    ],
)
def test_where_a_shift_is_divided(start: str, end: str, expected: str | None) -> None:
    found = middle(shift(start, end, None))
    assert found == (moment(f"2026-{expected}") if expected else None)


@given(
    st.datetimes(moment("2026-01-01T00:00"), moment("2027-12-31T00:00")),
    st.integers(1, 30 * 60),
)
@example(moment("2026-10-25T00:00"), 300)
@example(moment("2026-03-29T00:00"), 300)
def test_a_middle_lies_inside_and_the_clock_shows_it_once(start: dt.datetime, length: int) -> None:
    begins = instant(start)
    one = Shift(planned_start=wall(begins), planned_end=wall(begins + length))
    found = middle(one)
    if found is not None:
        assert one.planned[0] < instant(found) < one.planned[1]
        assert shown(found) is WallTime.ONCE
        assert found.minute in {0, 30}


def test_both_halves_are_unfilled_and_it_is_one_action(session: Session) -> None:
    before = everything(session)
    first, second = split(session, OPEN, moment("2026-03-16T11:00"), keep_helper=True)
    assert first.id == OPEN.id != second.id
    assert (first.planned_end, second.planned_start) == (second.planned_start, first.planned_end)
    assert (second.planned_end, second.stands_in_for) == (OPEN.planned_end, "anna")
    assert sick_news.split(first, second) == "Vagten er delt: 07–11 og 11–15. Fortryd med Ctrl Z."
    session.undo()
    assert everything(session) == before


def test_rests_are_divided_and_only_the_first_half_comes_from_the_pattern(
    session: Session,
) -> None:
    day = "2026-03-18T"
    made = RolledOut(
        pattern="p", start=moment(f"{day}07:00"), end=moment(f"{day}15:00"), helper="anna"
    )
    whole = replace(
        shift("03-18 07:00", "03-18 15:00", None),
        rests=(
            RestPeriod(start=moment(f"{day}08:00"), end=moment(f"{day}09:00")),
            RestPeriod(start=moment(f"{day}10:30"), end=moment(f"{day}12:00")),
        ),
        rolled_out=(made,),
    )
    lay(session, whole)
    first, second = split(session, whole, moment(f"{day}11:00"), keep_helper=True)
    assert [f"{one.start:%H:%M}-{one.end:%H:%M}" for one in first.rests] == [
        "08:00-09:00",
        "10:30-11:00",
    ]
    assert [f"{one.start:%H:%M}-{one.end:%H:%M}" for one in second.rests] == ["11:00-12:00"]
    assert (first.rolled_out, second.rolled_out) == ((made,), ())
    assert not [*all_problems(first), *all_problems(second)]


def test_the_other_shifts_of_the_same_absence(session: Session) -> None:
    mine = [shift(f"03-{day} 07:00", f"03-{day} 15:00", "anna") for day in (17, 18, 24)]
    lay(session, *mine, shift("03-17 15:00", "03-17 23:00", None))
    assert others_open(session, OPEN) == ()
    own = shift("03-16 15:00", "03-16 23:00", "anna")
    lay(session, own)
    absence = rostering.report_sick(session, own)
    spells.set_length(session, absence, Length(TODAY + dt.timedelta(days=2)))
    start = session.records.get(Shift, own.id)
    others = [one.id for one in others_open(session, start)]
    assert others == [OPEN.id, mine[0].id, mine[1].id]
    rostering.give_to(session, session.records.get(Shift, mine[0].id), "bo")
    assert [one.id for one in others_open(session, start)] == [OPEN.id, mine[1].id]


def test_a_message_asks_and_never_says_why(session: Session) -> None:
    text = asking(session, OPEN, helper("Dina Prøve"))
    assert text == (
        "Hej Dina. Kan du tage vagten mandag 16. marts 07–15? "
        "Svar gerne, så snart du kan. Hilsen Eksempel"
    )
    with speaking("en"):
        english = asking(session, OPEN, helper("Dina Prøve"))
    assert english.startswith("Hi Dina. Can you take the shift Monday 16 March 07–15?")
    assert "Anna" not in text + english
