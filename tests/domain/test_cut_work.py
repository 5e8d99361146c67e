"""Sickness in a shift: a half hour in which work and sickness meet is paid once."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from hypothesis import example, given
from hypothesis import strategies as st

from bpa_desktop.domain.clock import instant
from bpa_desktop.domain.cut_work import work_left, work_lost
from bpa_desktop.domain.pay import Job
from bpa_desktop.domain.supplements import ALL, EVENING, NIGHT, portions
from tests.domain.builders import moment
from tests.domain.test_pay import LAW, span

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bpa_desktop.domain.clock import Span

LATE = span("2021-10-14T15:00", "2021-10-14T23:00")


def minutes(jobs: Iterable[Job]) -> dict[str, int]:
    found = dict.fromkeys(ALL, 0)
    for job in jobs:
        for one in portions(job.span, LAW, job.begun, job.had):
            found[one.rule] += one.minutes
    return {rule: count for rule, count in found.items() if count}


def parts(job: Job, lost: list[Span]) -> tuple[list[Job], list[Job]]:
    return work_left(job, lost), [work_lost(job, one, lost) for one in lost]


def test_who_falls_ill_at_20_10_has_the_half_hour_from_20_paid_as_work() -> None:
    work, ill = parts(Job(LATE), [span("2021-10-14T20:10", "2021-10-14T23:00")])
    assert (minutes(work), minutes(ill)) == ({EVENING: 210}, {EVENING: 150})


def test_who_comes_back_has_every_begun_half_hour_once() -> None:
    work, ill = parts(Job(LATE), [span("2021-10-14T18:10", "2021-10-14T20:05")])
    assert (minutes(work), minutes(ill)) == ({EVENING: 270}, {EVENING: 90})


def test_a_shift_that_is_lost_altogether_is_paid_as_it_would_have_been() -> None:
    work, ill = parts(Job(LATE, overtime=30), [LATE])
    assert (work, minutes(ill), ill[0].overtime) == ([], {EVENING: 360}, 0)


def test_a_half_hour_that_the_shift_before_began_is_not_paid_again_in_a_cut_one() -> None:
    second = span("2021-10-14T17:10", "2021-10-14T23:00")
    begun = instant(moment("2021-10-14T15:00"))
    work, ill = parts(Job(second, begun=begun), [span("2021-10-14T22:00", "2021-10-14T23:00")])
    assert (minutes(work), minutes(ill)) == ({EVENING: 270}, {EVENING: 60})


def test_a_half_hour_ends_where_its_supplement_does() -> None:
    shift = span("2021-10-14T17:20", "2021-10-15T01:00")
    work, ill = parts(Job(shift), [span("2021-10-14T22:50", "2021-10-14T23:00")])
    assert (minutes(work), minutes(ill)) == ({EVENING: 330, NIGHT: 120}, {EVENING: 30})


starts = st.integers(instant(moment("2024-01-01T00:00")), instant(moment("2027-12-31T00:00")))


@given(starts, st.lists(st.integers(1, 700), min_size=1, max_size=6), st.integers(0, 300))
@example(instant(moment("2026-03-28T20:10")), [200, 35, 500], 10)
@example(instant(moment("2026-10-24T20:10")), [200, 35, 500], 10)
def test_the_parts_of_a_shift_are_together_the_whole_and_work_is_paid_in_full(
    start: int, lengths: list[int], before: int
) -> None:
    edges = [start]
    for length in lengths:
        edges.append(edges[-1] + length)
    pieces = list(itertools.pairwise(edges))
    job = Job((start, edges[-1]), begun=start - before)
    work, ill = parts(job, pieces[1::2])
    assert minutes([*work, *ill]) == minutes([job])
    for one in work:
        alone = portions(one.span, LAW, one.span[0])
        worked = dict.fromkeys(ALL, 0)
        for portion in alone:
            worked[portion.rule] += portion.minutes
        own = minutes([one._replace(had=())])
        assert all(own.get(rule, 0) >= count for rule, count in worked.items())
