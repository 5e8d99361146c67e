"""The budget: the municipality's lines in its own words and order, and what each is for."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import TYPE_CHECKING, ClassVar

from bpa_desktop.domain.record import Choice, Problem, Record, about, record
from bpa_desktop.domain.standard_line import StandardLine
from bpa_desktop.errors import N_

if TYPE_CHECKING:
    from collections.abc import Iterator


class MoneyClass(Choice):
    """How the municipality pays what a line is for."""

    ADVANCE = "advance", N_("Paid in advance")
    AFTER_BILL = "after_bill", N_("Paid after a bill")
    OUTSIDE = "outside", N_("Outside (section 10)")


@record
class Budget(Record):
    """One budget; both days belong to it, and the amounts of its lines are for all of them.

    A later budget takes its place from the day on which that begins; the earlier one stays, and
    then counts for its days until that day.
    """

    type_name: ClassVar[str] = "budget"

    name: str = about(
        N_("Name"), default="", help=N_("For example Budget 2026, or as the municipality calls it.")
    )
    valid_from: dt.date = about(N_("Valid from"))
    valid_to: dt.date = about(
        N_("Valid to"), help=N_("The last day of the budget year. The amounts are for all of it.")
    )
    decision_reference: str = about(N_("The decision's reference"), default="")
    explain_from: Decimal | None = about(
        N_("Ask for an explanation from"),
        default=None,
        help=N_("Kroner. A larger difference on a line asks for one sentence."),
    )

    hour_price: Decimal | None = about(
        N_("Price of an hour to pay back"),
        default=None,
        help=N_("Kroner. Leave it empty: then it is what the hours have cost on average."),
    )

    @property
    def end(self) -> dt.date:
        """The first day after the budget."""
        return self.valid_to + dt.timedelta(days=1)

    def problems(self) -> Iterator[Problem]:
        """Yield what is wrong with the budget on its own."""
        if self.valid_to < self.valid_from:
            yield Problem(field="valid_to", reason=N_("The end is before the start."))
        if self.explain_from is not None and self.explain_from < 0:
            yield Problem(field="explain_from", reason=N_("An amount cannot be less than zero."))
        if self.hour_price is not None and self.hour_price < 0:
            yield Problem(field="hour_price", reason=N_("An amount cannot be less than zero."))


@record
class BudgetLine(Record):
    """One line of a budget, word for word. A deduction has an amount below zero.

    ``place`` is its place in the budget, from 1. ``formula`` and ``source`` tell how a line came
    about that the program worked out; in one that the municipality wrote they may be empty.
    """

    type_name: ClassVar[str] = "budget_line"

    budget: str = about(N_("Budget"), refers_to="budget")
    place: int = about(N_("Place in the budget"), default=1)
    words: str = about(N_("The municipality's words"), help=N_("Word for word as in the budget."))
    amount: Decimal = about(N_("Kroner"), help=N_("For the whole budget. A deduction has a minus."))
    minutes: int | None = about(
        N_("Number of hours"),
        default=None,
        in_hours=True,
        help=N_("Leave it empty when the line names no hours."),
    )
    standard: StandardLine | None = about(
        N_("What it is for"), default=None, help=N_("What is spent on it is counted on this line.")
    )
    money_class: MoneyClass = about(N_("How it is paid"), default=MoneyClass.ADVANCE)
    formula: str = about(N_("How it is worked out"), default="", long=True)
    source: str = about(N_("Where it is written"), default="")

    @property
    def is_outside(self) -> bool:
        """Whether no accounts count the line: it is paid outside them, or for section 10."""
        return (
            self.money_class is MoneyClass.OUTSIDE or self.standard is StandardLine.HELPER_RELATED
        )

    def problems(self) -> Iterator[Problem]:
        """Yield what is wrong with the line on its own."""
        if not self.words.strip():
            yield Problem(field="words", reason=N_("Write the words of the line."))
        if self.place < 1:
            yield Problem(field="place", reason=N_("The first place is 1."))


@record
class Explanation(Record):
    """One sentence on a difference: of a budget line, or of the hours where no line is named.

    Both days belong to what is explained.
    """

    type_name: ClassVar[str] = "explanation"

    first_day: dt.date = about(N_("From"))
    last_day: dt.date = about(N_("To"))
    line: str | None = about(
        N_("Budget line"),
        default=None,
        refers_to="budget_line",
        help=N_("Leave it empty when it is about the hours."),
    )
    words: str = about(
        N_("Explanation"), long=True, help=N_("One sentence. Never write why somebody is ill.")
    )

    def problems(self) -> Iterator[Problem]:
        """Yield what is wrong with the explanation on its own."""
        if self.last_day < self.first_day:
            yield Problem(field="last_day", reason=N_("The last day is before the first day."))
        if not self.words.strip():
            yield Problem(field="words", reason=N_("Write one sentence."))
