"""The accounts of a budget year: what was granted, received and spent, line by line.

The lines are those of the budget, in its words and order; what fits on none of them stands on
lines of its own at the end. Every amount is rounded to whole øre where it is counted, and a sum is
the sum of what is shown. Helper-related expenses (section 10) lie outside the accounts (order
1069/2020 section 14) and are in no sum.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

from bpa_desktop.domain.money import ZERO
from bpa_desktop.domain.record import Choice
from bpa_desktop.domain.scheme import Party
from bpa_desktop.errors import N_

if TYPE_CHECKING:
    import datetime as dt
    from decimal import Decimal

    from bpa_desktop.domain.budget import Budget
    from bpa_desktop.domain.money import Missing
    from bpa_desktop.domain.money_flow import Payer
    from bpa_desktop.domain.period import Period
    from bpa_desktop.domain.scheme import Scheme
    from bpa_desktop.domain.standard_line import StandardLine


class Mode(Choice):
    """Who makes the accounts that the municipality gets."""

    OURS = "ours", N_("We make the accounts")
    CHECK = "check", N_("We check the municipality's accounts")
    FIRM = "firm", N_("The firm or association makes the accounts")


_FIRMS: Final = frozenset({Party.ASSOCIATION, Party.COMPANY})


def mode_of(scheme: Scheme | None) -> Mode:
    """Who makes the accounts: it follows from who runs payroll (order 1069/2020 section 14)."""
    if scheme is None:
        return Mode.OURS
    if scheme.payroll is Party.MUNICIPALITY:
        return Mode.CHECK
    return Mode.FIRM if _FIRMS & {scheme.payroll, scheme.employer} else Mode.OURS


class Origin(Choice):
    """What an amount on a line comes from."""

    PAY = "pay", N_("Pay")
    LEVY = "levy", N_("Barsel.dk and AES")
    VOUCHER = "voucher", N_("Voucher")
    SET_OFF = "set_off", N_("Set off")


OF_PAY: Final = frozenset({Origin.PAY, Origin.LEVY})
"""What comes with the pay of a helper."""


class Entry(NamedTuple):
    """Kroner spent, in whole øre; what lowers the spending is below zero.

    ``day`` is that of the voucher, or the first of the month of the pay. ``record`` is the id of
    the voucher, of the payment that was set off, or of the helper whose pay or levy it is.
    ``line`` is the budget line that was chosen for it; without one it follows from ``standard``.
    """

    origin: Origin
    day: dt.date
    standard: StandardLine
    amount: Decimal
    record: str = ""
    line: str | None = None
    number: str = ""


class Receipt(NamedTuple):
    """Kroner of one payment for the days that are counted; ``line`` as chosen, if it was."""

    record: str
    day: dt.date
    payer: Payer
    amount: Decimal
    line: str | None = None


@dataclass(frozen=True, kw_only=True)
class AccountLine:
    """One line of the accounts, and everything its amounts are the sums of.

    ``place`` is its number in the accounts, ``None`` for what stands on no line of the budget.
    ``ids`` are the budget lines it unites. What is spent for the same purpose as on an earlier
    line is counted there: ``spent_with`` is the place of that line.
    """

    place: int | None
    words: str
    standard: StandardLine | None
    is_outside: bool = False
    ids: tuple[str, ...] = ()
    granted: Decimal = ZERO
    entries: tuple[Entry, ...] = ()
    receipts: tuple[Receipt, ...] = ()
    is_incomplete: bool = False
    spent_with: int | None = None
    explanation: str = ""

    @property
    def received(self) -> Decimal:
        """Kroner received for this very line."""
        return sum((one.amount for one in self.receipts), ZERO)

    @property
    def known(self) -> Decimal:
        """Kroner spent as far as it is known."""
        return sum((one.amount for one in self.entries), ZERO)

    @property
    def spent(self) -> Decimal | None:
        """Kroner spent; ``None`` while a rate is missing."""
        return None if self.is_incomplete else self.known

    @property
    def difference(self) -> Decimal | None:
        """Spent less granted: below zero when something is left."""
        return None if self.spent is None else self.spent - self.granted

    @property
    def vouchers(self) -> tuple[Entry, ...]:
        """The vouchers on the line in order of their day."""
        found = (one for one in self.entries if one.origin is Origin.VOUCHER)
        return tuple(sorted(found, key=lambda one: (one.day, one.number, one.record)))


@dataclass(frozen=True, kw_only=True)
class Accounts:
    """The accounts of ``year``, of which the days of ``counted`` are counted.

    ``budgets`` are those that count in the year, in order of their beginning.
    ``receipts`` are for the whole budget and on no line. ``outside`` is section 10. From
    ``explain_from`` kroner on a difference asks for an explanation, where that is set.
    """

    year: Period
    counted: Period
    lines: tuple[AccountLine, ...] = ()
    outside: tuple[AccountLine, ...] = ()
    receipts: tuple[Receipt, ...] = ()
    missing: tuple[Missing, ...] = ()
    explain_from: Decimal | None = None
    budgets: tuple[Budget, ...] = ()

    @property
    def has_budget(self) -> bool:
        """Whether there is a budget for the year."""
        return bool(self.budgets)

    @property
    def is_over(self) -> bool:
        """Whether the whole year is counted."""
        return self.counted == self.year

    @property
    def received_for_all(self) -> Decimal:
        """Kroner received for the whole budget, on no line."""
        return sum((one.amount for one in self.receipts), ZERO)

    @property
    def total(self) -> AccountLine:
        """All lines together, with what was received for the whole budget; incomplete if one is."""
        return AccountLine(
            place=None,
            words="",
            standard=None,
            granted=sum((one.granted for one in self.lines), ZERO),
            entries=tuple(entry for one in self.lines for entry in one.entries),
            receipts=(*(got for one in self.lines for got in one.receipts), *self.receipts),
            is_incomplete=any(one.is_incomplete for one in self.lines),
        )

    def joint_difference(self, line: AccountLine) -> Decimal | None:
        """The difference of a line with those whose spending is counted on it."""
        shared = [one for one in self.lines if one.place is not None and one.place == line.place]
        shared += [one for one in self.lines if line.place and one.spent_with == line.place]
        parts = [one.difference for one in shared or [line]]
        return None if None in parts else sum((one or ZERO for one in parts), ZERO)

    def asks(self, line: AccountLine) -> bool:
        """Whether the difference of ``line`` still wants one sentence of explanation."""
        if self.explain_from is None or line.explanation or line.spent_with is not None:
            return False
        difference = self.joint_difference(line)
        return difference is not None and abs(difference) > self.explain_from

    def waiting(self) -> tuple[AccountLine, ...]:
        """The lines that still want an explanation."""
        return tuple(one for one in self.lines if self.asks(one))
