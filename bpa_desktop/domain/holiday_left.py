"""What becomes of holiday that was not taken, when it is due, and with which notice it is set."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Final, NamedTuple

from bpa_desktop.domain.money import ZERO, Missing, rate_of, rates_of
from bpa_desktop.domain.period import months_before
from bpa_desktop.domain.record import Choice
from bpa_desktop.errors import N_

if TYPE_CHECKING:
    from decimal import Decimal

    from bpa_desktop.domain.holiday import HolidayYear
    from bpa_desktop.domain.rates import RuleBook

TRANSFER: Final = "hol-transfer"
PART_DAY: Final = "hol-payout-part-day"
NOTICE: Final = "hol-notice"
_MAIN: Final = ("main_weeks", "main_from_month", "main_from_day", "main_to_month", "main_to_day")


class HolidayDue(Choice):
    """What is due after the holiday year."""

    AGREE = "agree", N_("Last day to agree on moving holiday")
    REPORT = "report", N_("Last day to report holiday that was moved")
    PAY_OUT = "pay_out", N_("Last day to pay out holiday that was not taken")
    FUND = "fund", N_("Last day to report holiday money that lapsed")


DUE_RULES: Final = {
    HolidayDue.AGREE: "hol-transfer-agreement",
    HolidayDue.REPORT: "hol-transfer-report",
    HolidayDue.PAY_OUT: "hol-payout-5th-week",
    HolidayDue.FUND: "hol-fund-report",
}
"""The row in which each day stands; one of them has the confidence ``CONFLICT``."""


class Left(NamedTuple):
    """Days that were earned and not taken, by what becomes of them; they add up.

    ``hindered`` and ``moved`` go to the next year, ``paid_out`` are paid, ``on_request`` are paid
    when the helper asks, and ``lapsed`` go to a holiday fund.
    """

    hindered: Decimal = ZERO
    moved: Decimal = ZERO
    paid_out: Decimal = ZERO
    on_request: Decimal = ZERO
    lapsed: Decimal = ZERO


def left_over(
    earned: Decimal,
    taken: Decimal,
    on: dt.date,
    book: RuleBook,
    *,
    agreed: Decimal = ZERO,
    hindered: Decimal = ZERO,
) -> Left | Missing:
    """What becomes of the days left when the time to take them is over on the day ``on``.

    What was taken counts as the first days. Of those, ``hindered`` days move because the holiday
    was prevented, and the rest lapses. Of the days beyond, ``agreed`` days move by a written
    agreement, and the rest is paid out. Source: the rows ``hol-transfer`` and
    ``hol-payout-part-day``.
    """
    first = rate_of(book, TRANSFER, "after_days", on)
    part = rate_of(book, PART_DAY, "under_days", on)
    if isinstance(first, Missing):
        return first
    if isinstance(part, Missing):
        return part
    of_first = max(min(earned, first) - taken, ZERO)
    beyond = max(earned - max(taken, first), ZERO)
    kept, moved = min(hindered, of_first), min(agreed, beyond)
    rest = of_first - kept
    on_request = rest if of_first + beyond < part else ZERO
    return Left(kept, moved, beyond - moved, on_request, rest - on_request)


def due_day(due: HolidayDue, year: HolidayYear, book: RuleBook) -> dt.date | Missing:
    """The last day for something that is due over a holiday year.

    It is the first such day of a calendar year on or after the last day on which the holiday can
    be taken. Days beyond the first may be paid out by agreement from the day after the holiday
    year, ``year.earned.end``. Source: the rows in ``DUE_RULES``.
    """
    last = year.taken.last
    found = rates_of(book, DUE_RULES[due], last, "month", "day")
    if isinstance(found, Missing):
        return found
    day = dt.date(last.year, int(found[0]), int(found[1]))
    return day if day >= last else day.replace(year=last.year + 1)


def is_main_holiday(first_day: dt.date, last_day: dt.date, book: RuleBook) -> bool | Missing:
    """Whether days in a row, both included, are the main holiday: long, and in the summer months.

    The days off before and after the first and the last week need not be among them.
    Source: the row ``hol-notice``.
    """
    found = rates_of(book, NOTICE, first_day, *_MAIN)
    week = rate_of(book, "hol-week", "days_per_week", first_day)
    if isinstance(found, Missing):
        return found
    if isinstance(week, Missing):
        return week
    weeks, from_month, from_day, to_month, to_day = (int(number) for number in found)
    opens = dt.date(first_day.year, from_month, from_day)
    closes = dt.date(first_day.year, to_month, to_day)
    least = dt.timedelta(weeks=weeks - 1, days=int(week) - 1)
    return opens <= first_day and last_day <= closes and last_day - first_day >= least


def last_notice(first_day: dt.date, last_day: dt.date, book: RuleBook) -> dt.date | Missing:
    """The last day to tell a helper of holiday that you set, where you do not agree.

    Source: the row ``hol-notice``.
    """
    main = is_main_holiday(first_day, last_day, book)
    if isinstance(main, Missing):
        return main
    months = rate_of(book, NOTICE, f"{'main' if main else 'other'}_notice_months", first_day)
    return months if isinstance(months, Missing) else months_before(first_day, int(months))
