"""The hours of a budget year settled: granted, used, moved by agreement, and to pay back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from bpa_desktop.domain.money import hours_of, ore
from bpa_desktop.domain.moved_hours import Consent

if TYPE_CHECKING:
    from collections.abc import Iterable
    from decimal import Decimal

    from bpa_desktop.domain.budget import Budget
    from bpa_desktop.domain.kinds import HourKind
    from bpa_desktop.domain.moved_hours import MovedHours
    from bpa_desktop.domain.period import Period


class KindHours(NamedTuple):
    """Minutes of one kind: granted for the whole year, used so far, planned for the rest of it."""

    kind: HourKind
    granted: int
    used: int
    planned: int = 0


class HourRate(NamedTuple):
    """Kroner per hour by which hours are paid back: pay in all over the hours it was paid for.

    Where the price is agreed with the municipality there is no pay behind it.
    """

    paid: Decimal | None
    minutes: int
    rate: Decimal


def hour_rate(paid: Decimal | None, minutes: int) -> HourRate | None:
    """The average pay of an hour in whole øre; ``None`` while pay is missing or nobody worked."""
    if paid is None or minutes <= 0:
        return None
    return HourRate(paid, minutes, ore(paid / hours_of(minutes)))


def agreed_rate(budgets: Iterable[Budget], year: Period) -> HourRate | None:
    """The price of the newest budget of ``year`` that names one; ``None`` where none does."""
    priced = [
        one
        for one in budgets
        if one.hour_price is not None and one.valid_from < year.end and one.end > year.first
    ]
    newest = max(priced, key=lambda one: one.valid_from, default=None)
    return None if newest is None or newest.hour_price is None else _agreed(newest.hour_price)


def _agreed(price: Decimal) -> HourRate:
    return HourRate(None, 0, ore(price))


@dataclass(frozen=True, kw_only=True)
class HoursSheet:
    """The hours of ``year``, all in minutes.

    ``moved_in`` are the agreed hours of the year before; ``moved_out`` is all that was asked for
    of this year, whatever the answer. ``unconfirmed`` are minutes of shifts that are over and that
    nobody has confirmed; they do not count as used. ``elsewhere`` are worked minutes that others
    pay for, such as the region while the citizen is in hospital; they do not count as used either.
    ``explanation`` is about the hours as a whole.
    """

    year: Period
    kinds: tuple[KindHours, ...] = ()
    moved_in: tuple[MovedHours, ...] = ()
    moved_out: tuple[MovedHours, ...] = ()
    unconfirmed: int = 0
    elsewhere: int = 0
    rate: HourRate | None = None
    explanation: str = ""
    is_over: bool = True

    @property
    def granted(self) -> int:
        """Granted in the year, of all kinds."""
        return sum(one.granted for one in self.kinds)

    @property
    def used(self) -> int:
        """Used, of all kinds."""
        return sum(one.used for one in self.kinds)

    @property
    def planned(self) -> int:
        """Planned for the rest of the year, of all kinds."""
        return sum(one.planned for one in self.kinds)

    @property
    def opening(self) -> int:
        """Moved in from the year before, as agreed."""
        return sum(one.minutes for one in self.moved_in)

    @property
    def agreed(self) -> int:
        """Moved to the next year, as agreed; what is only asked for does not count."""
        return sum(one.minutes for one in self.moved_out if one.consent is Consent.AGREED)

    @property
    def left(self) -> int:
        """What is not used and not planned; below zero when too much is."""
        return self.granted + self.opening - self.used - self.planned

    @property
    def repay(self) -> int:
        """What goes back to the municipality: what is left and not moved by agreement."""
        return max(0, self.left - self.agreed)

    @property
    def repay_kroner(self) -> Decimal | None:
        """The kroner of `repay`; ``None`` while the rate is not known."""
        return ore(self.rate.rate * hours_of(self.repay)) if self.rate else None
