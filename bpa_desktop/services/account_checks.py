"""Our own figures beside those of whoever makes the accounts, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bpa_desktop.domain.accounts import Mode, Origin
from bpa_desktop.domain.money import ZERO
from bpa_desktop.domain.payslip import Payslip
from bpa_desktop.i18n import _, money, ngettext

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator
    from decimal import Decimal

    from bpa_desktop.domain.accounts import Accounts
    from bpa_desktop.services.session import Session


def checks(session: Session, accounts: Accounts, mode: Mode) -> tuple[str, ...]:
    """How the payslips and the payments compare; nothing where we make the accounts ourselves."""
    if mode is Mode.OURS:
        return ()
    return tuple(_payslips(session, accounts)) + tuple(_received(accounts))


def _payslips(session: Session, accounts: Accounts) -> Iterator[str]:
    paid: dict[tuple[dt.date, str], Decimal] = {}
    for one in session.records.all(Payslip):
        if accounts.counted.first <= one.first < accounts.counted.end:
            key = one.first, one.helper
            paid[key] = paid.get(key, ZERO) + one.amount
    if not paid:
        yield _("No payslips are written for these days, so the pay cannot be compared.")
        return
    text = ngettext("{n} payslip says {paid}.", "{n} payslips together say {paid}.", len(paid))
    yield text.format(paid=money(sum(paid.values(), ZERO)))
    if accounts.missing:
        yield _("Our own figure for them is incomplete, because a rate is missing.")
        return
    reckoned = sum(
        (
            one.amount
            for one in accounts.total.entries
            if one.origin is Origin.PAY and (one.day, one.record) in paid
        ),
        ZERO,
    )
    yield _compared(reckoned, sum(paid.values(), ZERO) - reckoned)


def _compared(own: Decimal, more: Decimal) -> str:
    said = _("We make it {own}.").format(own=money(own))
    if not more:
        same = _("That is the same.")
        return f"{said} {same}"
    text = (
        _("The payslips are {amount} more.") if more > 0 else _("The payslips are {amount} less.")
    )
    return f"{said} {text.format(amount=money(abs(more)))}"


def _received(accounts: Accounts) -> Iterator[str]:
    total = accounts.total
    if total.receipts:
        text = _("{amount} is received for these days.")
        yield text.format(amount=money(total.received))
    else:
        yield _("No payments are written for these days.")
