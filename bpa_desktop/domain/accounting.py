"""How accounts are made: each amount is put on the line of the budget on which it belongs."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final, NamedTuple, cast

from bpa_desktop.domain.accounts import OF_PAY, AccountLine, Accounts, Origin
from bpa_desktop.domain.budget_years import budget_on, granted_by_line, stretches
from bpa_desktop.domain.period import Period
from bpa_desktop.domain.standard_line import StandardLine, covering

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from bpa_desktop.domain.accounts import Entry, Receipt
    from bpa_desktop.domain.budget import Budget, BudgetLine, Explanation
    from bpa_desktop.domain.money import Missing


_HOURS: Final = frozenset(
    {
        StandardLine.BASIC_PAY,
        StandardLine.AVAILABILITY,
        StandardLine.STAFF_MEETINGS,
        StandardLine.MUS,
        StandardLine.TRAINING,
        StandardLine.COURSES,
    }
)
"""The lines of hours of one kind: what is missing for others does not touch them."""


class Lack(NamedTuple):
    """What is not known of the pay of a month, and the lines of the hours it is missing for.

    What is not known of the ``levies`` touches the lines ``levied`` alone.
    """

    missing: tuple[Missing, ...] = ()
    standards: frozenset[StandardLine] = frozenset()
    levies: tuple[Missing, ...] = ()
    levied: frozenset[StandardLine] = frozenset()


@dataclass(frozen=True, kw_only=True)
class Basis:
    """What the accounts of ``year`` are made from.

    ``missing`` holds what is not known of the pay, by the first day of each month.
    """

    year: Period
    counted: Period
    budgets: Sequence[Budget] = ()
    lines: Sequence[BudgetLine] = ()
    entries: Sequence[Entry] = ()
    receipts: Sequence[Receipt] = ()
    explanations: Sequence[Explanation] = ()
    missing: Mapping[dt.date, Lack] = field(default_factory=dict)


def account_year(budgets: Iterable[Budget], day: dt.date) -> Period:
    """The budget year in which ``day`` lies: the calendar year unless a budget crosses its end."""
    first, end = day.replace(month=1, day=1), day.replace(year=day.year + 1, month=1, day=1)
    here = [one for one in budgets if one.valid_from < end and one.end > first]
    if all(first <= one.valid_from and one.end <= end for one in here):
        return Period(first, end)
    found = budget_on(here, day)
    if found is None:
        ends = [one.end for one in here if one.end <= day]
        return Period(
            max([first, *ends]),
            min([end, *(one.valid_from for one in here if one.valid_from > day)]),
        )
    starts = [one.valid_from for one in here if one.valid_to == found.valid_to]
    return Period(min(starts), found.end)


def account(basis: Basis) -> Accounts:
    """The accounts, line by line."""
    sheet = _Sheet(basis)
    sheet.place(basis.entries)
    for receipt in basis.receipts:
        sheet.receive(receipt)
    for month, lack in basis.missing.items():
        sheet.lack(month, lack)
    lines = tuple(sheet.finished())
    budgets = sorted(sheet.budgets, key=lambda one: (one.valid_from, one.id))
    return Accounts(
        year=basis.year,
        counted=basis.counted,
        lines=tuple(one for one in lines if not one.is_outside),
        outside=tuple(one for one in lines if one.is_outside),
        receipts=tuple(sheet.unnamed),
        missing=tuple(
            one for lack in basis.missing.values() for one in (*lack.missing, *lack.levies)
        ),
        explain_from=budgets[-1].explain_from if budgets else None,
        budgets=tuple(budgets),
    )


_Key = tuple[object, ...]


class _Sheet:
    """The lines while they are filled: by a key that is the same in every budget of the year."""

    def __init__(self, basis: Basis) -> None:
        self._basis = basis
        self.budgets = [one for one, _part in stretches(basis.budgets, basis.year)]
        self.unnamed: list[Receipt] = []
        self._own = {one.id: self._lines_of(one) for one in self.budgets}
        self._key: dict[str, _Key] = {}
        self._lines: dict[_Key, AccountLine] = {}
        self._found: dict[tuple[str, bool, StandardLine], _Key] = {}
        for budget in sorted(self.budgets, key=lambda one: one.valid_from, reverse=True):
            self._open(budget)
        self._grant()

    def _lines_of(self, budget: Budget) -> list[BudgetLine]:
        own = (one for one in self._basis.lines if one.budget == budget.id)
        return sorted(own, key=lambda one: (one.place, one.id))

    def _open(self, budget: Budget) -> None:
        """An account line for each line of ``budget``, or the one that another budget has."""
        seen: dict[_Key, int] = {}
        for line in self._own[budget.id]:
            same = line.words.strip(), line.standard, line.money_class
            seen[same] = seen.get(same, 0) + 1
            key = *same, seen[same]
            self._key[line.id] = key
            known = self._lines.get(key)
            self._lines[key] = AccountLine(
                place=known.place if known else len(self._lines) + 1,
                words=line.words.strip(),
                standard=line.standard,
                is_outside=line.is_outside,
                ids=(*(known.ids if known else ()), line.id),
            )

    def _grant(self) -> None:
        """What the budgets grant for the days that are counted."""
        basis, days = self._basis, self._basis.counted
        for line, part in granted_by_line(basis.budgets, basis.lines, days.first, days.end).items():
            key = self._key[line]
            granted = self._lines[key].granted + part.amount
            self._lines[key] = replace(self._lines[key], granted=granted)

    def place(self, entries: Iterable[Entry]) -> None:
        """Put each of ``entries`` on the line where it belongs."""
        placed: dict[_Key, list[Entry]] = defaultdict(list)
        for entry in entries:
            placed[self._where(entry)].append(entry)
        for key, own in placed.items():
            line = self._lines.get(key) or self._extra(own[0].standard)
            self._lines[key] = replace(line, entries=tuple(own))

    def _where(self, entry: Entry) -> _Key:
        is_outside = entry.standard is StandardLine.HELPER_RELATED
        chosen = self._key.get(entry.line or "")
        if chosen is not None and (self._lines[chosen].is_outside or not is_outside):
            return chosen
        budget = budget_on(self.budgets, entry.day)
        asked = budget.id if budget else "", entry.origin in OF_PAY, entry.standard
        if asked not in self._found:
            self._found[asked] = self._covering(*asked)
        return self._found[asked]

    def _covering(self, budget: str, is_pay: bool, standard: StandardLine) -> _Key:  # noqa: FBT001
        """The line of ``budget`` for ``standard``; pay is never outside the accounts."""
        fitting = [
            one
            for one in self._own.get(budget, ())
            if not is_pay or not self._lines[self._key[one.id]].is_outside
        ]
        found = covering(standard, fitting, lambda one: one.standard)
        return self._key[found.id] if found else (standard,)

    @staticmethod
    def _extra(standard: StandardLine) -> AccountLine:
        is_outside = standard is StandardLine.HELPER_RELATED
        return AccountLine(place=None, words="", standard=standard, is_outside=is_outside)

    def receive(self, receipt: Receipt) -> None:
        """Put ``receipt`` on its line, or with what is for the whole budget."""
        key = self._key.get(receipt.line or "")
        if key is None:
            self.unnamed.append(receipt)
        else:
            line = self._lines[key]
            self._lines[key] = replace(line, receipts=(*line.receipts, receipt))

    def lack(self, month: dt.date, lack: Lack) -> None:
        """Mark the lines on which something of the pay of ``month`` is not known."""
        budget = budget_on(self.budgets, month)
        own = self._own[budget.id] if budget else []
        short: set[_Key] = set()
        touched = set(lack.levied)
        if lack.missing:
            short = {self._key[one.id] for one in own if _is_short(one.standard, lack)}
            short |= {key for key, line in self._lines.items() if _has_other_pay(line, month)}
            touched |= lack.standards or {StandardLine.BASIC_PAY}
        for standard in touched:
            found = covering(standard, own, lambda one: one.standard)
            short.add(self._key[found.id] if found else (standard,))
        for key in short:
            line = self._lines.get(key) or self._extra(cast("StandardLine", key[0]))
            self._lines[key] = replace(line, is_incomplete=True)

    def finished(self) -> Iterator[AccountLine]:
        """Every line: those of the budget in order, then what stands on none."""
        order = {standard: at for at, standard in enumerate(StandardLine)}
        extra = [one for one in self._lines.values() if one.place is None]
        extra.sort(key=lambda one: order[one.standard or StandardLine.ALL_PAY])
        for line in (*(one for one in self._lines.values() if one.place), *extra):
            said = explained(self._basis.explanations, line.ids, self._basis.year)
            words = " ".join(one.words.strip() for one in said)
            yield replace(line, explanation=words, spent_with=self._with(line))

    def _with(self, line: AccountLine) -> int | None:
        """The place of the line that takes what is spent for the purpose of ``line``."""
        if line.place is None or line.standard is None:
            return None
        takers = set()
        for own in self._own.values():
            if any(one.id in line.ids for one in own):
                first = covering(line.standard, own, lambda one: one.standard)
                takers.add(self._lines[self._key[first.id]].place if first else None)
        return None if line.place in takers else min((one for one in takers if one), default=None)


def explained(
    explanations: Iterable[Explanation], ids: Iterable[str | None], year: Period
) -> list[Explanation]:
    """What is said in ``year`` about the budget lines ``ids``; ``None`` stands for the hours."""
    wanted = set(ids)
    found = (
        one
        for one in explanations
        if one.line in wanted and one.first_day < year.end and one.last_day >= year.first
    )
    return sorted(found, key=lambda one: (one.first_day, one.id))


def is_pay(standard: StandardLine | None) -> bool:
    """Whether it is pay of the roster, or a share of it."""
    while standard is not None and standard is not StandardLine.ALL_PAY:
        standard = standard.within
    return standard is StandardLine.ALL_PAY


def _is_short(standard: StandardLine | None, lack: Lack) -> bool:
    """Whether a line of pay is touched: one of the hours, or of what is reckoned from them."""
    return is_pay(standard) and (standard not in _HOURS or standard in lack.standards)


def _has_other_pay(line: AccountLine, month: dt.date) -> bool:
    """Whether there is pay on a line that is not of the roster, such as pay during sickness."""
    has_pay = any(one.origin is Origin.PAY and one.day == month for one in line.entries)
    return has_pay and not is_pay(line.standard)
