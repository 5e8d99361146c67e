"""In which order helpers are asked to take a shift."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING, Final, NamedTuple

from bpa_desktop.domain.findings import Code
from bpa_desktop.domain.people import Fit

if TYPE_CHECKING:
    from collections.abc import Iterable
    from decimal import Decimal

    from bpa_desktop.domain.findings import Finding


class Obstacle(IntEnum):
    """The worst that stands in the way, the lightest first."""

    NONE = 0
    HOURS = 1
    WISH = 2
    RULE = 3
    IMPOSSIBLE = 4


_OBSTACLES: Final = {
    Code.OVER_MOST_HOURS: Obstacle.HOURS,
    Code.NEVER_AVAILABLE: Obstacle.WISH,
    Code.DOUBLE_BOOKING: Obstacle.IMPOSSIBLE,
    Code.OUTSIDE_EMPLOYMENT: Obstacle.IMPOSSIBLE,
    Code.DURING_ABSENCE: Obstacle.IMPOSSIBLE,
    Code.UNDER_AGE: Obstacle.IMPOSSIBLE,
}
"""A finding that is not named here breaks a rule, such as that of the daily rest."""


def worst(against: Iterable[Finding]) -> Obstacle:
    """The worst obstacle among the findings."""
    return max((_OBSTACLES.get(one.code, Obstacle.RULE) for one in against), default=Obstacle.NONE)


class Standing(NamedTuple):
    """All that the order goes by, about one helper and one shift.

    ``over`` is by how many minutes the shift brings the helper over the hours agreed for its week,
    0 when it does not or none are agreed; ``minutes`` is all they have in that week without it.
    ``shifts`` is how many they have worked here, ``yes`` and ``no`` how often they took a shift in
    somebody's place or said no to one. ``cost`` is what they would be paid in kroner, None where a
    rate is missing.
    """

    helper: str
    name: str = ""
    has_declined: bool = False
    obstacle: Obstacle = Obstacle.NONE
    obstacles: int = 0
    fit: Fit | None = None
    over: int = 0
    shifts: int = 0
    is_permanent: bool = True
    yes: int = 0
    no: int = 0
    minutes: int = 0
    cost: Decimal | None = None


_FIT: Final = {Fit.GLADLY: 0, None: 1, Fit.RATHER_NOT: 2, Fit.NEVER: 3}


def rank(one: Standing) -> tuple[object, ...]:
    """A key that sorts who is asked first to the front; two helpers never have the same.

    In this order: who has not said no to this very shift; who is free, and then what stands in
    the way (hours, wishes, rest and other rules, what makes it impossible); whom the time fits;
    fewest hours over what is agreed; whom it costs least to pay, and then those of whom that is
    not known; who has worked here before; substitutes, who are there for
    it; who says yes more often; fewest hours that week; and last the name.
    """
    return (
        one.has_declined,
        one.obstacle,
        one.obstacles,
        _FIT[one.fit],
        max(0, one.over),
        (one.cost is None, one.cost or 0),
        one.shifts == 0,
        one.is_permanent,
        -says_yes(one),
        one.minutes,
        one.name,
        one.helper,
    )


def says_yes(one: Standing) -> float:
    """How likely a yes is, between 0 and 1; a half for who was never asked.

    One yes and one no that never were are counted along, so that a single answer does not say all.
    """
    return (one.yes + 1) / (one.yes + one.no + 2)
