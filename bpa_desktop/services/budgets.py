"""The budgets of a file: their lines in order and in words, and a new budget from an old one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from bpa_desktop.domain.budget import Budget, BudgetLine
from bpa_desktop.domain.budget_years import (
    budget_on,
    counting,
    next_days,
    revised,
    sums,
    takes_over,
)
from bpa_desktop.errors import N_
from bpa_desktop.i18n import _, date_words, hours, money, ngettext

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from bpa_desktop.domain.budget_years import Sums
    from bpa_desktop.services.session import Session


class BudgetInUse(NamedTuple):
    """A budget as it is kept: its lines in the municipality's order, and their sums.

    ``counts_until`` is the last day on which it counts; it is before ``budget.valid_to`` where a
    later budget took its place, and ``None`` where it never counts.
    """

    budget: Budget
    lines: tuple[BudgetLine, ...]
    sums: Sums
    counts_until: dt.date | None

    @property
    def unmapped(self) -> tuple[BudgetLine, ...]:
        """The lines of which nobody has said what they are for."""
        return tuple(line for line in self.lines if line.standard is None)


def budgets(session: Session) -> tuple[Budget, ...]:
    """Every budget, the newest first."""
    found = sorted(session.records.all(Budget), key=lambda one: (one.valid_from, one.id))
    return tuple(reversed(found))


def lines_of(session: Session, budget: Budget) -> tuple[BudgetLine, ...]:
    """The lines of a budget in the municipality's order."""
    found = session.records.where(BudgetLine, budget=budget.id)
    return tuple(sorted(found, key=lambda one: (one.place, one.id)))


def budget_in_use(session: Session, chosen: str = "") -> BudgetInUse | None:
    """The budget with the id ``chosen``, else the one of today, else the newest there is."""
    found = budgets(session)
    budget = next((one for one in found if one.id == chosen), None)
    budget = budget or budget_on(found, session.today) or next(iter(found), None)
    if budget is None:
        return None
    lines = lines_of(session, budget)
    until = next((one.end for one in counting(found) if one.budget.id == budget.id), None)
    last = None if until is None else min(budget.valid_to, until - (budget.end - budget.valid_to))
    return BudgetInUse(budget, lines, sums(lines), last)


def name_of(budget: Budget) -> str:
    """What the budget is called, else from when it is."""
    return budget.name or _("Budget from {start}").format(start=date_words(budget.valid_from))


def sentence(found: BudgetInUse) -> str:
    """The sum, the days, and how many lines nobody has said the purpose of."""
    budget = found.budget
    days = (budget.end - budget.valid_from).days
    text = ngettext(
        "{sum} for {n} day, {first} to {last}.", "{sum} for {n} days, {first} to {last}.", days
    )
    words = text.format(
        sum=money(found.sums.accounts),
        first=date_words(budget.valid_from),
        last=date_words(budget.valid_to),
    )
    return f"{words} {_mapped(found)}"


def _mapped(found: BudgetInUse) -> str:
    count = len(found.unmapped)
    if not found.lines:
        return _("It has no lines yet.")
    if not count:
        return _("It is said of every line what it is for.")
    return ngettext(
        "{n} line does not say yet what it is for.",
        "{n} lines do not say yet what they are for.",
        count,
    )


def notes(found: BudgetInUse) -> tuple[str, ...]:
    """What else is to be known: money outside the accounts, and a budget that took its place."""
    said = []
    if found.sums.outside:
        text = _("Outside the accounts, section 10: {sum}")
        said.append(text.format(sum=money(found.sums.outside)))
    if found.counts_until is None:
        said.append(_("Another budget begins on the same day, so this one does not count."))
    elif found.counts_until < found.budget.valid_to:
        text = _("It counts through {last}. Then a later budget takes its place.")
        said.append(text.format(last=date_words(found.counts_until)))
    return tuple(said)


def line_words(line: BudgetLine) -> str:
    """``3. Aftentillæg, 1.460 timer``: the place, the municipality's words, and the hours."""
    words = f"{line.place}. {line.words}"
    if line.minutes is None:
        return words
    return _("{line}, {hours} hours").format(line=words, hours=hours(line.minutes))


def purpose_words(line: BudgetLine) -> str:
    """What a line is for and how it is paid."""
    purpose = _("Not said yet what it is for") if line.standard is None else _(line.standard.label)
    return f"{purpose}. {_(line.money_class.label)}."


def origin_words(line: BudgetLine) -> str:
    """How a line is worked out and where it is written; empty where nobody has said."""
    return " ".join(part for part in (line.formula, line.source) if part)


def next_place(session: Session, budget: Budget) -> int:
    """The place of a line that is put last."""
    return max((line.place for line in lines_of(session, budget)), default=0) + 1


def revision(session: Session, old: Budget, first: dt.date) -> tuple[Budget, list[BudgetLine]]:
    """The budget that follows ``old`` from ``first`` on, with its lines, unsaved.

    What belongs to one decision only, its reference, is left out.
    """
    begin, last = next_days(old, first)
    name = old.name if takes_over(old, replace(old, valid_from=begin, valid_to=last)) else ""
    new = replace(old, id="", name=name, valid_from=begin, valid_to=last, decision_reference="")
    return new, [revised(line, old, new) for line in lines_of(session, old)]


def revision_words(session: Session, old: Budget, first: dt.date) -> str:
    """What a new budget from ``first`` would be."""
    new, lines = revision(session, old, first)
    text = ngettext(
        "{n} line is copied. The new budget is for {first} to {last}.",
        "{n} lines are copied. The new budget is for {first} to {last}.",
        len(lines),
    )
    words = text.format(first=date_words(new.valid_from), last=date_words(new.valid_to))
    how = (
        _("Each amount is the part of the old one for these days.")
        if takes_over(old, new)
        else _("The amounts are the same as in the old one.")
    )
    stays = _("The old budget stays, and counts for the days before.")
    return f"{words} {how} {stays}"


def begin_revision(session: Session, old: Budget, first: dt.date) -> Budget:
    """Copy ``old`` with its lines to a new budget from ``first`` on, as one action."""
    new, lines = revision(session, old, first)
    return save_budget(session, N_("new budget from {date}"), new, lines)


def save_budget(
    session: Session, message: str, budget: Budget, lines: Iterable[BudgetLine]
) -> Budget:
    """Save a new budget with its lines as one action; ``message`` may name its ``{date}``."""
    date = date_words(budget.valid_from)
    with session.operation(message, date=date, name=name_of(budget)) as operation:
        saved = operation.save(budget)
        operation.save_all(replace(line, budget=saved.id) for line in lines)
    return saved


def saved_words(budget: Budget, count: int) -> str:
    """That a budget with so many lines is there now, and how to take it back."""
    text = ngettext(
        "{name} is there with {n} line. Undo with Ctrl Z.",
        "{name} is there with {n} lines. Undo with Ctrl Z.",
        count,
    )
    return text.format(name=name_of(budget))


def drop_budget(session: Session, budget: Budget) -> str:
    """Delete a budget with all its lines as one action, and say so."""
    with session.operation(N_("delete {name}"), name=name_of(budget)) as operation:
        for line in lines_of(session, budget):
            operation.delete(BudgetLine, line.id)
        operation.delete(Budget, budget.id)
    return _("Deleted: {what}. Undo with Ctrl Z.").format(what=name_of(budget))
