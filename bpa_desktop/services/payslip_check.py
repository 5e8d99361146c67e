"""What was really paid, beside what the program worked out; a difference asks for a reason."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, Final, NamedTuple

from bpa_desktop.domain.money import ZERO
from bpa_desktop.domain.payslip import Payslip
from bpa_desktop.domain.standard_line import covering
from bpa_desktop.errors import N_
from bpa_desktop.i18n import _, money, month_words
from bpa_desktop.services.pay_basis import pay_basis

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from bpa_desktop.domain.period import Period
    from bpa_desktop.domain.standard_line import StandardLine
    from bpa_desktop.services.pay_basis import HelperBasis
    from bpa_desktop.services.session import Session

_HALF_ORE: Final = Decimal("0.005")


class LineCheck(NamedTuple):
    """Kroner on a standard line: ``paid`` by the payslip, and as the program ``worked_out``."""

    standard: StandardLine
    paid: Decimal
    worked_out: Decimal


class PayslipCheck(NamedTuple):
    """The payslips of one helper for a month beside the program's own numbers.

    ``worked_out`` is None while a rate is missing. ``lines`` are those that differ; ``rounding`` is
    what rounded amounts can differ by: half an øre for each.
    """

    payslips: tuple[Payslip, ...]
    worked_out: Decimal | None
    lines: tuple[LineCheck, ...]
    rounding: Decimal

    @property
    def paid(self) -> Decimal:
        """What the payslips say together."""
        return sum((one.amount for one in self.payslips), ZERO)

    @property
    def difference(self) -> Decimal | None:
        """Paid less worked out; None where it cannot be told."""
        return None if self.worked_out is None else self.paid - self.worked_out

    @property
    def differs(self) -> bool:
        """Whether the sum or a line differs by more than rounding."""
        off = self.difference is not None and abs(self.difference) > self.rounding
        return off or bool(self.lines)

    @property
    def explanation(self) -> str:
        """Why it differs, as it was written."""
        return " ".join(filter(None, (one.explanation.strip() for one in self.payslips)))

    @property
    def asks(self) -> bool:
        """Whether there is a difference that nobody has explained."""
        return self.differs and not self.explanation


def payslip_checks(session: Session, month: Period) -> Mapping[str, PayslipCheck]:
    """By helper: the payslips for ``month`` beside what it is paid with, corrections included."""
    found: dict[str, list[Payslip]] = defaultdict(list)
    for one in session.records.all(Payslip):
        if one.first == month.first:
            found[one.helper].append(one)
    if not found:
        return {}
    own = {one.helper: one for one in pay_basis(session, month).helpers}
    return {helper: _check(payslips, own.get(helper)) for helper, payslips in found.items()}


def _check(payslips: Sequence[Payslip], own: HelperBasis | None) -> PayslipCheck:
    rounded = sum(len(one.lines) + 1 for one in payslips)
    if own is not None:
        rounded += sum(len(one.pay.steps) for one in own.shifts) + len(own.lines)
    rounding = rounded * _HALF_ORE
    worked_out = ZERO if own is None else own.amount
    lines = () if own is None or worked_out is None else tuple(_lines(payslips, own, rounding))
    return PayslipCheck(tuple(payslips), worked_out, lines, rounding)


def _lines(payslips: Sequence[Payslip], own: HelperBasis, rounding: Decimal) -> Iterator[LineCheck]:
    """The lines of the payslip that differ from all that belongs on them."""
    given = [line for one in payslips for line in one.lines]
    worked_out: dict[StandardLine, Decimal] = defaultdict(lambda: ZERO)
    for line in own.lines:
        on = covering(line.standard, given, lambda one: one.standard)
        if on is not None:
            worked_out[on.standard] += line.amount
    paid: dict[StandardLine, Decimal] = defaultdict(lambda: ZERO)
    for one in given:
        paid[one.standard] += one.amount
    for standard, amount in paid.items():
        if abs(amount - worked_out[standard]) > rounding:
            yield LineCheck(standard, amount, worked_out[standard])


def explain(session: Session, payslip: Payslip, words: str) -> Payslip:
    """Write why the payslip differs from what the program worked out."""
    who, month = session.helper_names().get(payslip.helper, ""), month_words(payslip.first)
    message = N_("explain the payslip of {who}, {month}")
    with session.operation(message, who=who, month=month) as operation:
        return operation.save(replace(payslip, explanation=words.strip()))


def check_words(check: PayslipCheck) -> tuple[str, ...]:
    """What the payslip says, what was worked out, and where they differ; a sentence each."""
    return tuple(_sentences(check))


def _sentences(check: PayslipCheck) -> Iterator[str]:
    paid = money(check.paid)
    if check.worked_out is None:
        text = _("The payslip says: {paid}. It cannot be compared: a rate is missing.")
        yield text.format(paid=paid)
        return
    worked_out = money(check.worked_out)
    text = _("The payslip says: {paid}. The program has worked out: {worked_out}.")
    if not check.differs:
        text = _("The payslip says {paid}, as the program has worked out.")
    yield _closed(text.format(paid=paid, worked_out=worked_out))
    if check.differs and check.difference:
        more = _("{amount} more was paid than worked out.")
        text = more if check.difference > 0 else _("{amount} less was paid than worked out.")
        yield text.format(amount=money(abs(check.difference)))
    for one in check.lines:
        text = _("{what}: {paid} on the payslip, {worked_out} in the program.")
        worked_out = money(one.worked_out)
        words = text.format(what=_(one.standard.label), paid=money(one.paid), worked_out=worked_out)
        yield _closed(words)


def _closed(text: str) -> str:
    """One full stop where an amount that ends with one stands before another."""
    return text.replace("..", ".")
