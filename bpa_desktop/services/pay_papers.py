"""The pay of a month as papers for the helpers and as a table for whoever runs the payroll."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final, NamedTuple

from bpa_desktop.documents.choices import Names
from bpa_desktop.documents.model import as_bundle
from bpa_desktop.documents.pay_basis import Away, PaidLine, PaidWork, PayBasis, pay_bases
from bpa_desktop.documents.pay_basis import pay_basis as one_paper
from bpa_desktop.documents.pay_table import PayColumn, PayTable, pay_csv, pay_xlsx
from bpa_desktop.documents.pdf import render
from bpa_desktop.documents.phrases import dates_words
from bpa_desktop.domain.clock import wall
from bpa_desktop.domain.settlement import amount_of
from bpa_desktop.i18n import _, date_words, language, money, month_words, pgettext, speaking
from bpa_desktop.services.closed_months import find_closed
from bpa_desktop.services.file_names import helper_word
from bpa_desktop.services.giving import HandOut
from bpa_desktop.services.holiday_balance import holiday_balances
from bpa_desktop.services.holiday_words import paper_words, unknown_words
from bpa_desktop.services.many_shifts import find_shifts
from bpa_desktop.services.paper_absence import absence_values
from bpa_desktop.services.paper_scope import scope
from bpa_desktop.services.pay_basis import BasisState, line_title, pay_basis
from bpa_desktop.services.pay_corrections import carrier, corrections, is_settled
from bpa_desktop.services.pay_rows import pay_rows
from bpa_desktop.services.pay_words import missing_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from bpa_desktop.documents.model import Bundle
    from bpa_desktop.domain.closed_month import ClosedMonth
    from bpa_desktop.domain.period import Period
    from bpa_desktop.services.pay_basis import HelperBasis, MonthBasis
    from bpa_desktop.services.session import Session

USUAL: Final = frozenset(PayColumn) - {PayColumn.CPR}
"""The columns until others are chosen: a CPR number only goes out when it is asked for."""


class TableChoice(NamedTuple):
    """Which columns a table has, and whether each shift has rows of its own."""

    columns: frozenset[PayColumn] = USUAL
    by_shift: bool = False


class PayPapers:
    """Everything that can be handed out of the pay of ``month``, collected once.

    No helper is named in the name of a file or in its properties.
    """

    def __init__(self, session: Session, month: Period) -> None:
        self.session = session
        self.basis: MonthBasis = pay_basis(session, month)

    @property
    def month(self) -> Period:
        """The month that is paid."""
        return self.basis.month

    def paper(self, helper: str = "") -> HandOut:
        """The pay basis of one helper by id, or that of each helper in one file."""
        values = _Values(self.session, self.basis)
        wanted = [one for one in self.basis.helpers if helper in {"", one.helper}]
        found = [values.of(one) for one in wanted]
        bundle = as_bundle(one_paper(found[0])) if helper else pay_bases(found, self.month)
        return _paper(self._name(pgettext("file name", "Pay-basis"), helper), bundle)

    def csv(self, choice: TableChoice) -> HandOut:
        """The table as text."""
        return self._table(choice, ".csv", pay_csv)

    def xlsx(self, choice: TableChoice) -> HandOut:
        """The table as a spreadsheet."""
        return self._table(choice, ".xlsx", pay_xlsx)

    def _table(
        self, choice: TableChoice, ending: str, write: Callable[[PayTable], bytes]
    ) -> HandOut:
        table = PayTable(
            title=_("Pay {month}").format(month=paid_days_words(self.month)),
            made_on=self.session.today,
            columns=choice.columns,
            rows=pay_rows(self.session, self.basis, by_shift=choice.by_shift),
            by_shift=choice.by_shift,
        )
        name = self._name(pgettext("file name", "Pay"))
        return HandOut(name + ending, partial(_spoken, language(), write, table))

    def _name(self, word: str, helper: str = "") -> str:
        known = {one.helper for one in self.basis.helpers if one.is_known}
        whose = helper_word(self.session, helper) if helper in known else ""
        when = f"{self.month.first:%Y-%m}"
        if not self.month.is_whole_month:
            when = f"{self.month.first.isoformat()}_{self.month.last.isoformat()}"
        return "_".join([when, word, whose or pgettext("file name", "everybody")])


def paid_days_words(days: Period) -> str:
    """``marts 2026`` for a month, ``2.–8. marts 2026`` for a pay period."""
    return month_words(days.first) if days.is_whole_month else dates_words(days.first, days.last)


def _paper(name: str, bundle: Bundle) -> HandOut:
    return HandOut(f"{name}.pdf", partial(render, bundle), bundle)


def _spoken(code: str, write: Callable[[PayTable], bytes], table: PayTable) -> bytes:
    with speaking(code):
        return write(table)


class _Values:
    """The values of the papers, with what they share collected once."""

    def __init__(self, session: Session, basis: MonthBasis) -> None:
        scheme = session.scheme()
        self._session = session
        self._basis = basis
        self._employer = scheme.citizen_name if scheme else ""
        self._scope = scope(session, Names.FULL)
        self._spells = absence_values(self._scope, basis.month).spells
        ids = [one.shift for helper in basis.helpers for one in helper.shifts]
        self._holiday = holiday_balances(session, basis.month.last)
        self._shifts = {one.id: one for one in find_shifts(session, ids)}

    def of(self, own: HelperBasis) -> PayBasis:
        """Those of one helper."""
        return PayBasis(
            helper=own.called,
            employer=self._employer,
            month=self._basis.month,
            made_on=self._session.today,
            state=paid_state_words(self._session, self._basis.month),
            lines=tuple(self._lines(own)),
            work=tuple(self._work(own)),
            away=tuple(self._away(own)),
            missing=missing_words(own.missing),
            since=since_words(self._session, self._basis, own.helper),
            holiday=tuple(self._left(own)),
        )

    def _left(self, own: HelperBasis) -> Iterator[str]:
        for one in self._holiday.get(own.helper, ()):
            if one.is_open:
                yield paper_words(one)
                yield from unknown_words(one)

    def _lines(self, own: HelperBasis) -> Iterator[PaidLine]:
        for line in own.lines:
            title = line_title(line, own, self._basis.month.first)
            yield PaidLine(title=title, minutes=line.minutes, amount=line.amount)

    def _work(self, own: HelperBasis) -> Iterator[PaidWork]:
        for paid in own.shifts:
            span = self._shifts[paid.shift].actual
            yield PaidWork(
                start=wall(span[0]),
                end=wall(span[1]),
                minutes=span[1] - span[0],
                kind=paid.kind,
                amount=paid.pay.amount,
            )

    def _away(self, own: HelperBasis) -> Iterator[Away]:
        if not own.is_known:
            return
        called = self._scope.naming.of(own.helper)
        for one in self._spells:
            if one.helper == called:
                yield Away(
                    kind=one.kind, first=one.first, last=one.last, days=one.days, lost=one.lost
                )


def paid_state_words(session: Session, days: Period) -> str:
    """How far the pay of a month has come; of a pay period, that pay is locked by the month."""
    if days.is_whole_month:
        return state_words(find_closed(session, days))
    return _("The numbers are as they stand now. Pay is locked by the month.")


def state_words(closed: ClosedMonth | None) -> str:
    """How far the pay of a month has come; when it is locked, since when the month is closed."""
    if closed is None:
        return _(BasisState.OPEN.label)
    if not is_settled(closed):
        return _(BasisState.CLOSED.label)
    text = _("The pay is locked. The month was closed on {date}.")
    return text.format(date=date_words(closed.closed_on))


def since_words(session: Session, basis: MonthBasis, helper: str) -> str:
    """What has changed for a helper since the pay was locked; empty where nothing has."""
    if basis.state is not BasisState.LOCKED or not basis.month.is_whole_month:
        return ""
    part = corrections(session).get(basis.month.first)
    lines = [one for one in part.lines if one.helper == helper] if part else []
    if not lines:
        return ""
    text = _(
        "{amount} has changed since the pay was locked, and comes with the pay of {month}. So the "
        "shifts below do not add up to what was locked."
    )
    following = carrier(session, basis.month.first)
    return text.format(amount=money(amount_of(lines)), month=month_words(following))
