"""What an amount of the accounts is the sum of: pay by month and helper, vouchers, payments."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from bpa_desktop.domain.accounts import OF_PAY, Origin
from bpa_desktop.domain.money import ZERO
from bpa_desktop.domain.money_flow import Payment, Voucher
from bpa_desktop.i18n import _, date_words, month_words

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable
    from decimal import Decimal

    from bpa_desktop.domain.accounts import AccountLine, Receipt
    from bpa_desktop.domain.record import Record
    from bpa_desktop.services.session import Session


class Portion(NamedTuple):
    """A part of an amount in words, and what it comes from.

    That is one ``record``, or the pay of a ``month`` by its first day, or of a ``helper`` by id.
    """

    words: str
    amount: Decimal
    record: Record | None = None
    month: dt.date | None = None
    helper: str = ""


def pay_by_month(line: AccountLine) -> tuple[Portion, ...]:
    """The pay on ``line`` month by month."""
    sums: dict[dt.date, Portion] = {}
    for one in sorted(line.entries, key=lambda entry: entry.day):
        if one.origin in OF_PAY:
            known = sums.get(one.day, Portion(month_words(one.day), ZERO, month=one.day))
            sums[one.day] = known._replace(amount=known.amount + one.amount)
    return tuple(sums.values())


def pay_by_helper(
    session: Session, line: AccountLine, month: dt.date | None = None
) -> tuple[Portion, ...]:
    """The pay on ``line`` by helper in the order of the names; of one month where it is given."""
    names = session.helper_names()
    sums: dict[str, Portion] = {}
    for one in line.entries:
        if one.origin in OF_PAY and month in {None, one.day}:
            name = names.get(one.record) or _("A helper who is not in the file any more")
            known = sums.get(one.record, Portion(name, ZERO, helper=one.record))
            sums[one.record] = known._replace(amount=known.amount + one.amount)
    return tuple(sorted(sums.values(), key=lambda one: one.words.casefold()))


def vouchers(session: Session, line: AccountLine) -> tuple[Portion, ...]:
    """Each voucher on ``line`` with what it is for."""
    ids = [one.record for one in line.vouchers]
    found = {one.id: one for one in session.records.with_ids(Voucher, ids)}
    portions = []
    for one in line.vouchers:
        voucher = found[one.record]
        parts = (one.number, date_words(one.day), voucher.what)
        words = ", ".join(part for part in parts if part)
        portions.append(Portion(words, one.amount, voucher))
    return tuple(portions)


def payments(session: Session, receipts: Iterable[Receipt]) -> tuple[Portion, ...]:
    """Each payment with who it came from, and its share for the days that are counted."""
    ordered = sorted(receipts, key=lambda one: (one.day, one.record))
    found = session.records.with_ids(Payment, [one.record for one in ordered])
    known = {one.id: one for one in found}
    return tuple(
        Portion(f"{date_words(one.day)}, {_(one.payer.label)}", one.amount, known[one.record])
        for one in ordered
    )


def set_off(session: Session, line: AccountLine) -> tuple[Portion, ...]:
    """Each payment that was set off, and by how much it lowers what is spent."""
    own = sorted((one for one in line.entries if one.origin is Origin.SET_OFF), key=lambda e: e.day)
    found = session.records.with_ids(Payment, [one.record for one in own])
    known = {one.id: one for one in found}
    return tuple(
        Portion(
            _("Set off, {date}").format(date=date_words(one.day)), one.amount, known[one.record]
        )
        for one in own
    )
