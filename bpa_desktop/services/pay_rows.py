"""The rows of a month's pay: one for each line, or one for each part of each shift."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from bpa_desktop.documents.pay_table import PayRow
from bpa_desktop.domain.clock import wall
from bpa_desktop.domain.closed_month import SettledLine
from bpa_desktop.domain.money import Unit, minutes_of
from bpa_desktop.domain.pay_standard import line_of
from bpa_desktop.domain.settlement import owed
from bpa_desktop.i18n import _
from bpa_desktop.services.many_shifts import find_shifts
from bpa_desktop.services.pay_basis import line_title
from bpa_desktop.services.pay_words import missing_words

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Mapping
    from decimal import Decimal

    from bpa_desktop.domain.roster import Shift
    from bpa_desktop.domain.standard_line import StandardLine
    from bpa_desktop.services.pay_basis import HelperBasis, MonthBasis
    from bpa_desktop.services.session import Session


def pay_rows(session: Session, basis: MonthBasis, *, by_shift: bool) -> tuple[PayRow, ...]:
    """The rows of everybody; together they are to the øre what the month is paid with.

    A helper for whom something is missing ends with a row that says so, without an amount.
    """
    shifts: dict[str, Shift] = {}
    if by_shift:
        ids = [one.shift for own in basis.helpers for one in own.shifts]
        shifts = {one.id: one for one in find_shifts(session, ids)}
    found: list[PayRow] = []
    for own in basis.helpers:
        rows = _Rows(own, basis.month.first)
        found += rows.by_shift(shifts) if by_shift else rows.summed()
        found += rows.lacking()
    return tuple(found)


class _Part(NamedTuple):
    """A step of a shift as a line, with its rate."""

    shift: str
    line: SettledLine
    rate: Decimal


class _Rows:
    """The rows of one helper."""

    def __init__(self, own: HelperBasis, first: dt.date) -> None:
        self._own = own
        self._first = first
        self._parts = tuple(self._find_parts())

    def _find_parts(self) -> Iterator[_Part]:
        for paid in self._own.shifts:
            for step in paid.pay.steps:
                line = SettledLine(
                    helper=self._own.helper,
                    title=step.title,
                    standard=line_of(step.title, paid.kind),
                    minutes=minutes_of(step.quantity) if step.unit is Unit.HOURS else 0,
                    amount=step.amount,
                    month=self._first,
                )
                yield _Part(paid.shift, line, step.rate)

    def summed(self) -> Iterator[PayRow]:
        """A row for each line; with a rate where all of its hours have the same."""
        rates: dict[tuple[str, StandardLine, dt.date], set[Decimal]] = defaultdict(set)
        for part in self._parts:
            rates[_key(part.line)].add(part.rate)
        for line in self._own.lines:
            known = rates.get(_key(line), set())
            yield self._row(line, rate=next(iter(known)) if len(known) == 1 else None)

    def by_shift(self, shifts: Mapping[str, Shift]) -> Iterator[PayRow]:
        """A row for each part of each shift, then what is not of any shift as it stands now."""
        for part in self._parts:
            start, end = map(wall, shifts[part.shift].actual)
            yield self._row(part.line, rate=part.rate, start=start, end=end)
        worked = {_key(part.line) for part in self._parts}
        for line in owed(self._own.lines, (part.line for part in self._parts)):
            row = self._row(line)
            if _key(line) not in worked:
                yield row
            else:
                # The pay was locked, and the shifts are as they stand now.
                text = _("Less what has changed since: {what}")
                yield self._row(line, what=text.format(what=row.what))

    def lacking(self) -> Iterator[PayRow]:
        """What is missing, in a row of its own."""
        if self._own.missing:
            words = " ".join(missing_words(self._own.missing))
            yield PayRow(
                helper=self._own.called,
                cpr=self._own.cpr,
                month=self._first,
                what=_("Incomplete: {what}").format(what=words),
                standard="",
            )

    def _row(
        self,
        line: SettledLine,
        *,
        what: str = "",
        rate: Decimal | None = None,
        start: dt.datetime | None = None,
        end: dt.datetime | None = None,
    ) -> PayRow:
        return PayRow(
            helper=self._own.called,
            cpr=self._own.cpr,
            month=line.month,
            what=what or line_title(line, self._own, self._first),
            standard=_(line.standard.label),
            minutes=line.minutes or None,
            rate=rate,
            amount=line.amount,
            start=start,
            end=end,
        )


def _key(line: SettledLine) -> tuple[str, StandardLine, dt.date]:
    return line.title, line.standard, line.month
