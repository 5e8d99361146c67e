"""Money against the budget in words and whole kroner, and the records behind each line."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING, Final, NamedTuple

from bpa_desktop.documents.phrases import in_kroner, whole_kroner
from bpa_desktop.domain.economy import line_of, voucher_line
from bpa_desktop.domain.money import ZERO
from bpa_desktop.i18n import _, date_words, day_month, money, month_words, number
from bpa_desktop.services.closed_months import month_of
from bpa_desktop.services.economy import lines_of
from bpa_desktop.services.flow import counted_vouchers
from bpa_desktop.services.pay_counted import counted_pay
from bpa_desktop.services.pay_spent import levies_in

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from bpa_desktop.domain.budget import BudgetLine
    from bpa_desktop.domain.economy import Kroner, LineMoney
    from bpa_desktop.domain.period import Period
    from bpa_desktop.services.economy import Economy
    from bpa_desktop.services.pay_counted import CountedPay
    from bpa_desktop.services.session import Session

_ONE: Final = Decimal(1)
_ONE_DAY: Final = dt.timedelta(days=1)


def amount_cell(amount: Decimal | None) -> str:
    """Whole kroner, or that they are not known in full."""
    return _("incomplete") if amount is None else whole_kroner(amount)


def difference_cell(line: LineMoney) -> str:
    """``▼ 1.200 under``, ``▲ 300 over``, or that it is not known in full."""
    if line.difference is None:
        return _("incomplete")
    return _over_or_under(line.difference)


def _over_or_under(amount: Decimal) -> str:
    rounded = amount.quantize(_ONE, ROUND_HALF_UP)
    if not rounded:
        return _("As granted")
    text = _("▲ {amount} over") if rounded > 0 else _("▼ {amount} under")
    return text.format(amount=whole_kroner(abs(rounded)))


def numbers(line: LineMoney) -> tuple[str, ...]:
    """What is granted, used and expected on a line, in whole kroner."""
    expected = None if line.expected is None else line.expected.middle
    return whole_kroner(line.granted), amount_cell(line.used), amount_cell(expected)


def beside(line: LineMoney) -> str:
    """``92 % of what is granted to date``; empty where there is nothing to compare."""
    percent = line.percent
    if percent is None:
        return ""
    text = (
        _("{percent} % of what is granted to date")
        if line.by_day
        else _("{percent} % of what is granted in all")
    )
    return text.format(percent=number(percent.quantize(_ONE, ROUND_HALF_UP), 0))


def meter_of(line: LineMoney) -> tuple[int, int]:
    """What is used and what it is laid beside in whole kroner, as a meter shows them."""
    return _at_least_none(line.used or ZERO), _at_least_none(line.measure)


def _at_least_none(amount: Decimal) -> int:
    return max(0, int(amount.quantize(_ONE, ROUND_HALF_UP)))


def sentence(found: Economy) -> str:
    """What is used of what is granted to date, and where the budget ends."""
    total = found.whole
    if total.used is None or total.expected is None:
        return _("Incomplete: a rate is missing, so the pay is not known in full.")
    return f"{_so_far(found, total.used)} {ending(found)}"


def _so_far(found: Economy, used: Decimal) -> str:
    granted = whole_kroner(found.whole.to_date)
    if found.to_date <= found.days.first:
        return _("The budget has just begun.")
    text = _("{used} of {granted} kroner granted to {day} are used.")
    day = day_month(found.to_date - _ONE_DAY)
    return text.format(used=whole_kroner(used), granted=granted, day=day)


def ending(found: Economy) -> str:
    """Where the budget ends, and between which amounts it will be."""
    total = found.whole
    if total.expected is None or total.difference is None:
        return _("Incomplete: a rate is missing, so the pay is not known in full.")
    text = _("The budget ends at about {expected} of {granted} kroner: {difference}.").format(
        expected=whole_kroner(total.expected.middle),
        granted=whole_kroner(total.granted),
        difference=_over_or_under(total.difference),
    )
    return f"{text} {spread(total.expected)}".rstrip()


def spread(expected: Kroner) -> str:
    """Between which amounts it will be; nothing where all is certain."""
    low, high = whole_kroner(expected.low), whole_kroner(expected.high)
    if low == high:
        return ""
    return _("It will be between {low} and {high} kroner.").format(low=low, high=high)


def basis(found: Economy) -> tuple[str, ...]:
    """What the numbers are made of."""
    return (
        _("Pay is counted month by month, to {day}. Vouchers are counted to today.").format(
            day=date_words(max(found.days.first, found.to_date - _ONE_DAY))
        ),
        _("To come: the pay of the roster, and other hours at what an hour cost in 3 months."),
        _("Lines without pay are expected to be used as granted."),
        _("Received so far: {amount}").format(amount=in_kroner(found.received)),
    )


def name_of(line: LineMoney) -> str:
    """``3. Grundløn``: the place and the municipality's words."""
    if line.line is None:
        return _("On no line of the budget")
    return f"{line.line.place}. {line.line.words}"


class Source(NamedTuple):
    """A record behind a sum, in words, with its amount; ``month`` and helper for pay."""

    type_name: str
    record_id: str
    words: str
    month: Period | None = None


def sources(session: Session, found: Economy, line: LineMoney) -> Iterator[Source]:
    """What the used amount of ``line`` is the sum of: pay by helper and month, and vouchers."""
    lines = lines_of(session, found.budget)
    past, names = found.days.until(found.to_date), session.helper_names()
    for month in past.months() if past is not None else ():
        (counted,) = counted_pay(session, [month_of(month.first)])
        for helper, amount in _parts(counted, month, line.line, lines).items():
            if amount:
                words = _("{who}, {month}: {amount}").format(
                    who=names.get(helper) or _("A helper who is not in the file any more"),
                    month=month_words(month.first),
                    amount=money(amount),
                )
                yield Source("helper", helper, words, month_of(month.first))
    yield from _vouchers(session, found, line, lines)


def _parts(
    counted: CountedPay, days: Period, line: BudgetLine | None, lines: Sequence[BudgetLine]
) -> Mapping[str, Decimal]:
    """What the pay of the days comes to on one line, by helper."""
    known = [(*key, amount) for key, amount in counted.on_days(days).items()]
    for pay in counted.pays:
        known += ((pay.helper.id, *one) for one in levies_in(pay, days).items())
    sums: dict[str, Decimal] = defaultdict(lambda: ZERO)
    for helper, standard, amount in known:
        if _same(line_of(standard, lines), line):
            sums[helper] += amount
    return sums


def _vouchers(
    session: Session, found: Economy, line: LineMoney, lines: Sequence[BudgetLine]
) -> Iterator[Source]:
    for one in reversed(counted_vouchers(session, found.days.first, found.days.end)):
        if _same(voucher_line(one, lines), line.line):
            words = f"{date_words(one.day)}, {one.what}: {money(one.amount)}"
            yield Source("voucher", one.id, words)


def _same(one: BudgetLine | None, other: BudgetLine | None) -> bool:
    return (one and one.id) == (other and other.id)
