"""What is done with vouchers and payments beyond writing them: sent, paid, numbered, again."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bpa_desktop.domain.billing import is_paid, is_written, next_month, payment_for
from bpa_desktop.domain.money_flow import Payment, Voucher, VoucherState
from bpa_desktop.domain.voucher_number import next_number, numbered
from bpa_desktop.errors import N_
from bpa_desktop.i18n import _, date_words, money, month_words, ngettext
from bpa_desktop.services.flow import budgets, total

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from bpa_desktop.domain.billing import Again
    from bpa_desktop.services.session import Session


def find_voucher(session: Session, voucher_id: str) -> Voucher | None:
    """The voucher with that id, if it is still there."""
    return next(iter(session.records.with_ids(Voucher, [voucher_id])), None)


def name_of(voucher: Voucher) -> str:
    """``Bilag 12``, or ``Bilag af 3. marts 2026`` while it has no number."""
    if voucher.number:
        return _("Voucher {number}").format(number=voucher.number)
    return _("Voucher of {date}").format(date=date_words(voucher.day))


def number_for(session: Session, day: dt.date) -> str:
    """The number a new voucher of that day's year gets, in the user's own way of counting."""
    return next_number(session.records.all(Voucher), day.year)


def unnumbered(session: Session, year: int) -> tuple[Voucher, ...]:
    """The vouchers of ``year`` without a number; for section 10 none is needed."""
    books = budgets(session)
    return tuple(
        one
        for one in session.records.all(Voucher)
        if one.day.year == year and not one.number.strip() and not books.is_outside(one)
    )


def give_numbers(session: Session, year: int) -> str:
    """Give every voucher of `unnumbered` the next number, by day, and say how many."""
    found = tuple(numbered(session.records.all(Voucher), unnumbered(session, year)))
    with session.operation(N_("number vouchers")) as operation:
        operation.save_all(replace(one, number=number) for one, number in found)
    return ngettext("{n} voucher got a number.", "{n} vouchers got a number.", len(found))


def mark_sent(session: Session, vouchers: Sequence[Voucher]) -> str:
    """Note that ``vouchers`` are sent to the municipality, and say so."""
    with session.operation(N_("mark as sent to the municipality")) as operation:
        operation.save_all(replace(one, state=VoucherState.SENT) for one in vouchers)
    amount = money(total(one.amount for one in vouchers))
    if len(vouchers) == 1:
        text = _("{voucher} is sent: {amount} wait to be paid.")
        return text.format(voucher=name_of(vouchers[0]), amount=amount)
    text = ngettext("{n} voucher is sent.", "{n} vouchers are sent.", len(vouchers))
    return " ".join((text, _("{amount} wait to be paid.").format(amount=amount)))


def mark_paid(session: Session, vouchers: Sequence[Voucher]) -> str:
    """Note that ``vouchers`` are paid, and write what came as payments of today; say so.

    A payment that was written by hand before is not written once more.
    """
    came = _payments_for(session, vouchers)
    with session.operation(N_("mark as paid by the municipality")) as operation:
        operation.save_all(replace(one, state=VoucherState.PAID) for one in vouchers)
        operation.save_all(came)
    if len(vouchers) == 1:
        text = _("{voucher} is paid.").format(voucher=name_of(vouchers[0]))
    else:
        text = ngettext("{n} voucher is paid.", "{n} vouchers are paid.", len(vouchers))
    return f"{text} {_written(came)}"


def _written(came: Sequence[Payment]) -> str:
    if not came:
        return _("What came is written already.")
    amount = money(total(one.amount for one in came))
    return _("{amount} is written as received today.").format(amount=amount)


def _payments_for(session: Session, vouchers: Sequence[Voucher]) -> list[Payment]:
    """The payments that ``vouchers`` lead to and that nobody has written yet."""
    books, known = budgets(session), list(session.records.all(Payment))
    paid = [one for one in session.records.all(Voucher) if is_paid(one)]
    came: list[Payment] = []
    for one in vouchers:
        wanted = payment_for(one, session.today, books, name_of(one))
        if not is_written(wanted, one, known, paid):
            came.append(wanted)
            known.append(wanted)
        paid.append(one)
    return came


def again(session: Session) -> Again | None:
    """The monthly payments that can be written once more for the month that is next."""
    return next_month(session.records.all(Payment), budgets(session), session.today)


def write_again(session: Session, found: Again) -> str:
    """Write the payments of a month once more, and say what for."""
    month = month_words(found.month.first)
    with session.operation(N_("payments for {month}"), month=month) as operation:
        operation.save_all(found.payments)
    text = _("Received for {month}: {amount}, as the month before.")
    return text.format(month=month, amount=money(found.amount))
