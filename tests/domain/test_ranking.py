"""The order in which helpers are asked: whole, stable, and led by what weighs most."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bpa_desktop.domain.findings import Code, finding
from bpa_desktop.domain.people import Fit
from bpa_desktop.domain.ranking import Obstacle, Standing, rank, says_yes, worst
from tests.domain.builders import book

if TYPE_CHECKING:
    from bpa_desktop.domain.findings import Finding

FEW = st.integers(0, 3)
STANDINGS = st.lists(
    st.builds(
        Standing,
        helper=st.text("abc", min_size=1, max_size=3),
        name=st.sampled_from(["Anna", "Bo"]),
        has_declined=st.booleans(),
        obstacle=st.sampled_from(Obstacle),
        obstacles=FEW,
        fit=st.none() | st.sampled_from(Fit),
        over=FEW,
        shifts=FEW,
        is_permanent=st.booleans(),
        yes=FEW,
        no=FEW,
        minutes=FEW,
        cost=st.none() | st.integers(0, 3).map(Decimal),
    ),
    unique_by=lambda one: one.helper,
)


@given(STANDINGS, st.randoms())
def test_the_order_is_the_same_whatever_it_began_with(group: list[Standing], chance: Any) -> None:
    mixed = group[:]
    chance.shuffle(mixed)
    assert sorted(mixed, key=rank) == sorted(group, key=rank)
    assert all(rank(one) < rank(other) for one, other in pairwise(sorted(group, key=rank)))


@given(STANDINGS)
def test_who_said_no_comes_last_and_who_is_free_first(group: list[Standing]) -> None:
    order = sorted(group, key=rank)
    assert [one.has_declined for one in order] == sorted(one.has_declined for one in group)
    asked = [one.obstacle for one in order if not one.has_declined]
    assert asked == sorted(asked)


ANNA = Standing("anna", "Anna", shifts=5, yes=1, no=1, minutes=600, over=60)


@pytest.mark.parametrize(
    "better",
    [
        ANNA._replace(fit=Fit.GLADLY, over=900),
        ANNA._replace(over=0, shifts=0),
        ANNA._replace(is_permanent=False, yes=0),
        ANNA._replace(yes=2, minutes=2000),
        ANNA._replace(no=0, minutes=2000),
        ANNA._replace(minutes=0, name="Å"),
    ],
)
def test_what_weighs_more_goes_before_what_weighs_less(better: Standing) -> None:
    assert rank(better) < rank(ANNA)


@pytest.mark.parametrize(
    "worse",
    [
        ANNA._replace(has_declined=True, fit=Fit.GLADLY),
        ANNA._replace(obstacle=Obstacle.HOURS, obstacles=1, fit=Fit.GLADLY),
        ANNA._replace(fit=Fit.RATHER_NOT, over=0),
        ANNA._replace(shifts=0, is_permanent=False),
    ],
)
def test_what_speaks_against_somebody_puts_them_back(worse: Standing) -> None:
    assert rank(ANNA) < rank(worse)


def test_hours_under_the_agreement_are_no_merit() -> None:
    assert rank(ANNA._replace(over=-600)) == rank(ANNA._replace(over=0))


def test_one_answer_does_not_say_all() -> None:
    never_asked = Standing("a")
    assert says_yes(never_asked) == 0.5
    assert says_yes(Standing("b", yes=1)) < says_yes(Standing("c", yes=9, no=1))


def against(*codes: Code) -> list[Finding]:
    return [finding(code, "x", book(), (0, 1), records=()) for code in codes]


def test_the_worst_obstacle_counts() -> None:
    assert worst([]) is Obstacle.NONE
    assert worst(against(Code.OVER_MOST_HOURS, Code.NEVER_AVAILABLE)) is Obstacle.WISH
    assert worst(against(Code.DAILY_REST, Code.NEVER_AVAILABLE)) is Obstacle.RULE
    assert worst(against(Code.DURING_ABSENCE, Code.DAILY_REST)) is Obstacle.IMPOSSIBLE


def test_of_two_with_as_many_hours_the_cheaper_comes_first_and_an_unknown_cost_last() -> None:
    costs = (Decimal(900), None, Decimal("899.99"))
    group = [Standing(f"{at}", cost=cost) for at, cost in enumerate(costs)]
    assert [one.helper for one in sorted(group, key=rank)] == ["2", "0", "1"]
    over = Standing("over", over=30, cost=Decimal(1))
    assert max([*group, over], key=rank) is over
