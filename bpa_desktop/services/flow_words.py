"""How money that came in and was spent is told: the sentence of a year, and each record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bpa_desktop.documents.phrases import joined, period_words
from bpa_desktop.domain.flow_sums import days_of, part_of
from bpa_desktop.domain.money import ZERO
from bpa_desktop.domain.money_flow import Payer, VoucherState
from bpa_desktop.i18n import _, date_words, money, month_words, ngettext
from bpa_desktop.services.flow import total
from bpa_desktop.services.vouchers import name_of

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence
    from decimal import Decimal

    from bpa_desktop.domain.flow_sums import Budgets
    from bpa_desktop.domain.money_flow import Payment, Voucher
    from bpa_desktop.services.flow import Flow


def sentence(found: Flow) -> str:
    """What came, what vouchers cost, and what waits, in at most three sentences."""
    amounts = {"received": money(found.received_in_all), "spent": money(found.spent_in_all)}
    told = _("Received {received}. Spent on vouchers {spent}.").format(**amounts)
    waiting = waiting_words(found)
    return f"{told} {waiting}" if waiting else told


def waiting_words(found: Flow) -> str:
    """How many vouchers wait to be sent or paid; empty when none does."""
    parts = []
    if found.not_sent:
        parts.append(
            ngettext("{n} voucher is not sent", "{n} vouchers are not sent", len(found.not_sent))
        )
    if found.not_paid:
        parts.append(
            ngettext("{n} is sent and not paid", "{n} are sent and not paid", len(found.not_paid))
        )
    return f"{joined(parts)}." if parts else ""


def group_words(vouchers: Sequence[Voucher]) -> str:
    """How many vouchers, and the kroner of all of them: ``3 bilag, 1.250,00 kr.``."""
    count = ngettext("{n} voucher", "{n} vouchers", len(vouchers))
    return f"{count}, {money(total(one.amount for one in vouchers))}"


def voucher_line(voucher: Voucher, budgets: Budgets) -> str:
    """One line that tells all that a list must: number, day, what, kroner, line, state."""
    words = (
        f"{name_of(voucher)}: {voucher.what}",
        money(voucher.amount),
        date_words(voucher.day) if voucher.number else "",
        "" if voucher.is_outside else belongs(voucher, budgets),
        state_words(voucher, budgets),
        _("with attachment") if voucher.attachment else "",
    )
    return ", ".join(word for word in words if word)


def belongs(voucher: Voucher, budgets: Budgets) -> str:
    """The budget line in the municipality's words, else what the voucher is for."""
    line = budgets.line_of(voucher)
    return _(voucher.standard.label) if line is None else line.words


def state_words(voucher: Voucher, budgets: Budgets) -> str:
    """``ikke sendt``, ``sendt`` or ``betalt``; empty for what is not paid after a bill."""
    if budgets.is_outside(voucher):
        return ""
    if voucher.state is VoucherState.SENT:
        return _("sent, not paid")
    if voucher.state is VoucherState.PAID:
        return _("paid")
    return _("not sent") if budgets.is_billed(voucher) else ""


def payment_line(payment: Payment, budgets: Budgets) -> str:
    """One line that tells all that a list must: day, from whom, kroner, line, what for."""
    line = budgets.named(payment.line)
    words = (
        f"{date_words(payment.received_on)}: {money(payment.amount)}",
        _from(payment),
        line.words if line is not None else "",
        _("for {period}").format(period=_period(payment)),
    )
    return ", ".join(word for word in words if word)


def _from(payment: Payment) -> str:
    if payment.amount < 0 and payment.payer is not Payer.SET_OFF:
        return _("paid back")
    return {
        Payer.MUNICIPALITY: _("from the municipality"),
        Payer.REGION: _("from the region"),
        Payer.SET_OFF: _("set off for a care supplement"),
        Payer.OTHER: _("from somebody else"),
    }[payment.payer]


def _period(payment: Payment) -> str:
    period = days_of(payment)
    return month_words(period.first) if period.is_whole_month else period_words(period)


def payer_lines(
    payments: Sequence[Payment], budgets: Budgets, first: dt.date, end: dt.date
) -> list[str]:
    """``Regionen: 12.000,00 kr.`` for each payer where there are several; section 10 is left out.

    The kroner are for the days from ``first`` to before ``end``.
    """
    sums: dict[Payer, Decimal] = {}
    for one in payments:
        if not budgets.is_apart(one.line):
            sums[one.payer] = sums.get(one.payer, ZERO) + part_of(one, first, end)
    told = [f"{_(payer.label)}: {money(sums[payer])}" for payer in Payer if payer in sums]
    return told if len(told) > 1 else []


def matching(line: str, words: str) -> bool:
    """Whether every one of ``words`` stands in ``line``, in capitals or not; none always do."""
    said = line.casefold()
    return all(word in said for word in words.casefold().split())
