from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from bpa_desktop.domain.clock import wall
from bpa_desktop.domain.collisions import collisions
from bpa_desktop.domain.conflicts import conflicts
from bpa_desktop.domain.findings import Code
from bpa_desktop.domain.people import Employment
from bpa_desktop.domain.slots import Slot
from bpa_desktop.domain.stints import stint
from bpa_desktop.services.rulebook import rulebook
from tests.domain.builders import absence, day, helper, moment, row, shift

if TYPE_CHECKING:
    from bpa_desktop.domain.absence import Absence
    from bpa_desktop.domain.people import Helper
    from bpa_desktop.domain.stints import Stint

ANNA = helper("anna")
MONDAY = 29_560_000 // 1440 * 1440


def slot(start: str, end: str, who: str | None = "anna") -> Slot:
    return Slot(moment(f"2026-{start}"), moment(f"2026-{end}"), who)


def codes(
    slots: list[Slot],
    there: list[Stint] | None = None,
    people: list[Helper] | None = None,
    away: list[Absence] | None = None,
) -> dict[int, Code]:
    found = collisions(slots, there or [], people or [ANNA], away or [], rulebook())
    return {place: one.code for place, one in found.items()}


def test_each_reason() -> None:
    one = slot("03-16 07:00", "03-16 15:00")
    assert codes([one]) == {}
    assert codes([one], away=[absence("anna", "2026-03-16")]) == {0: Code.DURING_ABSENCE}
    there = [row("2026-03-16 14:00", "2026-03-16 20:00")]
    assert codes([one], there) == {0: Code.DOUBLE_BOOKING}
    assert codes([one], [row("2026-03-15 20:00", "2026-03-16 00:00")]) == {0: Code.DAILY_REST}
    young = helper("anna", birth_date=day("2012-01-01"))
    assert codes([one], people=[young]) == {0: Code.UNDER_AGE}


def test_an_employment_that_ends_in_the_middle_of_the_night() -> None:
    last = day("2026-03-16")
    leaves = helper("anna", employments=(Employment(first_day=day("2020-01-01"), last_day=last),))
    night = slot("03-16 23:00", "03-17 07:00")
    assert codes([night], people=[leaves]) == {0: Code.OUTSIDE_EMPLOYMENT}


def test_nobodys_slot_and_somebody_unknown_collide_with_nothing() -> None:
    assert codes([slot("03-16 07:00", "03-16 15:00", None)]) == {}


def test_a_slot_gives_way_to_a_later_shift_that_is_there() -> None:
    evening = slot("03-16 15:00", "03-16 23:00")
    assert codes([evening], [row("2026-03-17 07:00", "2026-03-17 15:00")]) == {0: Code.DAILY_REST}


def test_of_two_slots_the_later_gives_way_and_what_is_right_then_stays() -> None:
    slots = [
        slot("03-16 15:00", "03-16 23:00"),
        slot("03-17 07:00", "03-17 15:00"),
        slot("03-17 23:00", "03-18 07:00"),
    ]
    assert codes(slots) == {1: Code.DAILY_REST}


hours = st.integers(0, 14 * 24)


@given(st.lists(st.tuples(hours, st.integers(1, 30)), max_size=14), st.integers(0, 4))
def test_what_is_left_collides_with_nothing_and_whatever_gave_way_would(
    some: list[tuple[int, int]], standing: int
) -> None:
    spans = [(MONDAY + start * 60, MONDAY + (start + length) * 60) for start, length in some]
    slots = [Slot(wall(start), wall(end), "anna") for start, end in spans]
    there = [
        stint(shift(f"{one.start}", f"{one.end}", id=f"there {number}"))
        for number, one in enumerate(slots[:standing])
    ]
    asked, book = slots[standing:], rulebook()
    found = collisions(asked, there, [ANNA], [], book)
    left = [
        stint(shift(f"{one.start}", f"{one.end}", id=f"new {number}"))
        for number, one in enumerate(asked)
        if number not in found
    ]
    after = conflicts([*there, *left], [ANNA], [], book)
    shifts = [[key for kind, key in one.records if kind == "shift"] for one in after]
    assert not [keys for keys in shifts if len(keys) > 1 and any(key[:4] == "new " for key in keys)]


def test_a_day_and_night_shift_is_no_collision_by_itself() -> None:
    whole_day = slot("03-16 09:00", "03-17 09:00")
    assert codes([whole_day]) == {}
    assert codes([whole_day], [row("2026-03-16 04:00", "2026-03-16 08:00")]) == {}
    assert codes([whole_day], [row("2026-03-16 08:00", "2026-03-16 10:00")]) != {}
