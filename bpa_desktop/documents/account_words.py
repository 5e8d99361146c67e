"""The accounts in words: what the paper, the spreadsheet and the screen all say."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bpa_desktop.documents.phrases import NONE, in_hours, in_hours_exactly, joined, period_words
from bpa_desktop.domain.accounts import Mode
from bpa_desktop.domain.money import ZERO
from bpa_desktop.domain.period import Period
from bpa_desktop.errors import N_
from bpa_desktop.i18n import _, date_words, kroner, money, ngettext, uncapitalised

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from decimal import Decimal

    from bpa_desktop.domain.account_hours import HourRate, HoursSheet
    from bpa_desktop.domain.accounts import AccountLine, Accounts, Entry
    from bpa_desktop.domain.budget import Budget
    from bpa_desktop.domain.moved_hours import MovedHours

INCOMPLETE: Final = N_("Incomplete")
"""Stands in the place of an amount of which a rate is missing."""
_TITLES: Final = {
    Mode.OURS: N_("Accounts {year}"),
    Mode.CHECK: N_("Our own figures for {year}, beside the municipality's accounts"),
    Mode.FIRM: N_("Our own figures for {year}, beside the firm's accounts"),
}
_DIGITS: Final = re.compile(r"\d{1,6}")
_IN_A_ROW: Final = 3


def title(mode: Mode, year: Period) -> str:
    """What the accounts of ``year`` are called; those that somebody else makes are checked."""
    return _(_TITLES[mode]).format(year=year_words(year))


def year_words(year: Period) -> str:
    """``2026``, or ``1. april 2026 til 31. marts 2027`` where it is no calendar year."""
    is_calendar = year.first.year == year.last.year
    is_whole = (year.first.day, year.first.month) == (year.end.day, year.end.month) == (1, 1)
    return str(year.first.year) if is_calendar and is_whole else period_words(year)


def budget_words(budget: Budget) -> str:
    """``Budget 2026, 1. januar til 31. december 2026, afgørelse 24/1234-9``."""
    days = period_words(Period(budget.valid_from, budget.end))
    parts = [budget.name.strip(), days]
    if budget.decision_reference.strip():
        text = _("decision {reference}")
        parts.append(text.format(reference=budget.decision_reference.strip()))
    return ", ".join(part for part in parts if part)


def signed(amount: Decimal) -> str:
    """``+3,50``, ``−12,00`` or ``0,00``."""
    return f"+{kroner(amount)}" if amount > 0 else kroner(amount)


def line_name(line: AccountLine) -> str:
    """The budget's own words; what stands on no line of it says what it is for."""
    if line.place is not None or line.standard is None:
        return line.words
    return _("Not in the budget: {what}").format(what=uncapitalised(_(line.standard.label)))


def difference_words(amount: Decimal | None) -> str:
    """``▼ 12.000,00 kr. under``, ``▲ 3,50 kr. over``, ``Som bevilget`` or ``Ufuldstændig``."""
    if amount is None:
        return _(INCOMPLETE)
    if not amount:
        return _("As granted")
    text = _("▼ {amount} under") if amount < 0 else _("▲ {amount} over")
    return text.format(amount=money(abs(amount)))


def reading(accounts: Accounts) -> str:
    """The accounts in a sentence or two."""
    total = accounts.total
    if not accounts.has_budget:
        said = _("There is no budget for {year}.").format(year=year_words(accounts.year))
        rest = _("What is spent is incomplete: a rate is missing.")
        if total.spent is not None:
            rest = _("{amount} is spent.").format(amount=money(total.spent))
        return f"{said} {rest}"
    granted = _("{amount} is granted.").format(amount=money(total.granted))
    if total.spent is None:
        known = _("What is spent is incomplete, because a rate is missing. {amount} is known.")
        return f"{granted} {known.format(amount=money(total.known))}"
    spent = _("{amount} is spent.").format(amount=money(total.spent))
    return f"{granted} {spent} {_balance(total.spent - total.granted)}"


def _balance(difference: Decimal) -> str:
    if not difference:
        return _("That is as granted.")
    text = (
        _("That is {amount} less than granted.")
        if difference < 0
        else _("That is {amount} more than granted.")
    )
    return text.format(amount=money(abs(difference)))


def received_words(accounts: Accounts) -> str:
    """What was received beside what was spent; nothing while either is not known."""
    total = accounts.total
    if not total.receipts or total.spent is None:
        return ""
    came = _("{amount} is received.").format(amount=money(total.received))
    left = total.received - total.spent
    if not left:
        rest = _("That is what is spent.")
    elif left > 0:
        rest = _("That is {amount} more than is spent.").format(amount=money(left))
    else:
        rest = _("That is {amount} less than is spent.").format(amount=money(-left))
    return f"{came} {rest}"


def counted_words(accounts: Accounts) -> str:
    """Which days a preliminary account counts; nothing once the year is over."""
    if accounts.is_over:
        return ""
    text = _("Preliminary: {period}. All amounts are for these days.")
    return text.format(period=period_words(accounts.counted))


def explanation_words(line: AccountLine) -> str:
    """What is said about the line; the note that its spending stands on another comes first."""
    with_other = ""
    if line.spent_with is not None:
        with_other = _("Spent with line {n}.").format(n=line.spent_with)
    return " ".join(part for part in (with_other, line.explanation) if part)


def voucher_words(vouchers: Sequence[Entry]) -> str:
    """``1–4, 7 og 2 uden nummer``; nothing where there are none."""
    numbers = [one.number for one in vouchers if one.number]
    bare = len(vouchers) - len(numbers)
    parts = [", ".join(_runs(dict.fromkeys(numbers)))] if numbers else []
    if bare:
        parts.append(ngettext("{n} without a number", "{n} without a number", bare))
    return joined(parts) if parts else ""


def _runs(numbers: Iterable[str]) -> Iterator[str]:
    """Numbers in order, three or more that follow each other as one run."""
    whole = sorted({int(one) for one in numbers if _DIGITS.fullmatch(one)})
    start = 0
    for at in range(1, len(whole) + 1):
        if at < len(whole) and whole[at] == whole[at - 1] + 1:
            continue
        run = whole[start:at]
        yield from [f"{run[0]}–{run[-1]}"] if len(run) >= _IN_A_ROW else map(str, run)
        start = at
    yield from (one for one in numbers if not _DIGITS.fullmatch(one))


def rate_words(rate: HourRate) -> str:
    """By which rate hours are paid back, and how it came about."""
    if rate.paid is None:
        text = _("An hour costs {rate} by the price in the budget.")
        return text.format(rate=money(rate.rate))
    text = _("An hour costs {rate}. That is pay of {paid} divided by {hours}.")
    return text.format(
        rate=money(rate.rate), paid=money(rate.paid), hours=in_hours_exactly(rate.minutes)
    )


def settled_words(sheet: HoursSheet) -> str:
    """What becomes of the hours, in a sentence or two."""
    if not (sheet.granted or sheet.opening):
        return _("No hours are granted for the year.")
    if sheet.left < 0:
        text = _("{hours} more are used than there were.")
        if not sheet.is_over:
            text = _("If the plan holds, {hours} more are used than there are.")
        return text.format(hours=in_hours(-sheet.left))
    text = _("{left} are left, and {agreed} of them are moved by agreement. {repay} to pay back.")
    if not sheet.is_over:
        text = _(
            "If the plan holds, {left} are left, and {agreed} of them are moved by agreement. "
            "Then there are {repay} to pay back."
        )
    return text.format(
        left=in_hours(sheet.left), agreed=in_hours(sheet.agreed), repay=in_hours(sheet.repay)
    )


def repay_words(sheet: HoursSheet) -> str:
    """The kroner of the hours to pay back and their formula; nothing where there are none."""
    if not sheet.repay:
        return ""
    if sheet.rate is None:
        return _("What an hour costs is incomplete, so the amount to pay back is not known.")
    text = _("{hours} × {rate} = {amount}.")
    formula = text.format(
        hours=in_hours_exactly(sheet.repay),
        rate=money(sheet.rate.rate),
        amount=money(sheet.repay_kroner or ZERO),
    )
    return f"{formula} {rate_words(sheet.rate)}"


def moved_words(moved: MovedHours) -> str:
    """``Ferie, aftalt 3. november 2026, afgørelse 24/1234-9``."""
    parts = [_(moved.purpose.label), uncapitalised(_(moved.consent.label))]
    if moved.decided_on is not None:
        parts.append(date_words(moved.decided_on))
    if moved.decision_reference.strip():
        text = _("decision {reference}")
        parts.append(text.format(reference=moved.decision_reference.strip()))
    return ", ".join(parts)


def amount_cell(amount: Decimal | None) -> str:
    """An amount in a table, or that it is incomplete."""
    return _(INCOMPLETE) if amount is None else kroner(amount)


def received_cell(line: AccountLine) -> str:
    """What was received for the very line; a dash where nothing was."""
    return kroner(line.received) if line.receipts else NONE


def elsewhere_words(minutes: int) -> str:
    """How many worked hours others than the municipality pay for."""
    text = _("While in hospital: {hours} paid by others. They do not count as used.")
    return text.format(hours=in_hours(minutes))
