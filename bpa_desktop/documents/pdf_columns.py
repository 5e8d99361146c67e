"""How wide the columns of a table are: what they hold, and their share of what is left."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_ROUNDING: Final = 1e-6


def column_widths(
    weights: Sequence[int],
    natural: Sequence[float],
    least: Callable[[int], float],
    width: float,
) -> list[float]:
    """The widths of the columns; their sum is ``width``.

    A column of weight 0 gets its natural width, the others share what is left by weight, but
    none gets less than ``least``, which is asked only where it matters. Where that is too much
    all are squeezed towards their least width; where even that is too much, the widest give up
    room until the table fits, and their longest words are broken.
    """
    fixed = sum(own for weight, own in zip(weights, natural, strict=True) if not weight)
    shares = _shares(weights, natural, least, width - fixed)
    widths = [shares.get(index, own) for index, own in enumerate(natural)]
    spare = width - sum(widths)
    if spare < -_ROUNDING:
        return _squeezed(natural, [least(index) for index in range(len(natural))], width)
    return [own + spare / len(widths) for own in widths]


def _shares(
    weights: Sequence[int],
    natural: Sequence[float],
    least: Callable[[int], float],
    room: float,
) -> dict[int, float]:
    shares: dict[int, float] = {}
    waiting = {index for index, weight in enumerate(weights) if weight}
    while waiting:
        unit = max(0.0, room - sum(shares.values())) / sum(weights[index] for index in waiting)
        narrow = {index for index in waiting if unit * weights[index] < natural[index]}
        tight = {index: least(index) for index in narrow if unit * weights[index] < least(index)}
        if not tight:
            return shares | {index: unit * weights[index] for index in waiting}
        shares |= tight
        waiting -= tight.keys()
    return shares


def _squeezed(natural: Sequence[float], least: Sequence[float], width: float) -> list[float]:
    spare = width - sum(least)
    if spare < 0:
        return _levelled(least, width)
    wishes = [own - small for own, small in zip(natural, least, strict=True)]
    return [
        small + spare * wish / (sum(wishes) or 1) for small, wish in zip(least, wishes, strict=True)
    ]


def _levelled(least: Sequence[float], width: float) -> list[float]:
    """Cut what is higher than one level, so that the narrow columns keep their width."""
    left, level = width, width
    for count, small in zip(range(len(least), 0, -1), sorted(least), strict=True):
        level = left / count
        if small >= level:
            break
        left -= small
    return [min(own, level) for own in least]
