"""A balance of holiday in words: what is earned, taken and left, and what becomes of the rest."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from bpa_desktop.documents.phrases import dates_words, in_hours, joined
from bpa_desktop.domain.brought_holiday import BroughtWhy
from bpa_desktop.domain.holiday import ACCRUAL, WEEK, YEAR
from bpa_desktop.domain.holiday_left import (
    DUE_RULES,
    PART_DAY,
    TRANSFER,
    HolidayDue,
    due_day,
    left_over,
)
from bpa_desktop.domain.holiday_taken import Way
from bpa_desktop.domain.money import ZERO, Missing, rate_of
from bpa_desktop.errors import N_
from bpa_desktop.i18n import _, date_words, day_month, month_words, ngettext, number
from bpa_desktop.services.holiday_balance import moved_days
from bpa_desktop.services.pay_words import missing_words
from bpa_desktop.services.rulebook import rulebook

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Sequence
    from decimal import Decimal

    from bpa_desktop.domain.brought_holiday import BroughtHoliday
    from bpa_desktop.domain.holiday_left import (
        Left,
    )
    from bpa_desktop.services.holiday_balance import Balance, MonthLine, TakenLine

_ONE: Final = 1
_BEYOND: Final = (HolidayDue.PAY_OUT, HolidayDue.AGREE, HolidayDue.REPORT)
"""What is due for the days beyond the first."""
_WHY_NOT: Final = {
    Way.NO_SHIFT: N_("The days are not known: no shift was planned in it."),
    Way.NO_HOURS: N_("The days are not known: write the helper's agreed hours per week."),
    Way.NOT_PLANNED: N_("The days are not known before the roster is planned so far."),
}


class Told(NamedTuple):
    """A sentence, and where what it says is from."""

    words: str
    origin: str = ""


def year_words(balance: Balance) -> str:
    """``2025/26``: the holiday year by the years in which it begins and ends."""
    days = balance.year.earned
    return f"{days.first.year}/{days.last.year % 100:02}"


def days_of(days: Decimal) -> str:
    """``14,56 dage``, ``1 dag``."""
    text = _("{days} day") if days == _ONE else _("{days} days")
    return text.format(days=number(days))


def summary(balance: Balance) -> str:
    """``Optjent 14,56 dage, afholdt 5, tilbage 9,56 pr. 16. marts 2026.``; not known is said."""
    taken, left = (
        _("not known") if one is None else number(one) for one in (balance.taken, balance.left)
    )
    earned = _("not known") if balance.earned is None else days_of(balance.earned)
    moved = moved_days(balance.brought)
    text = _("Earned {earned}, taken {taken}, left {left} on {date}.")
    if moved:
        text = _("Earned {earned}, moved here {moved}, taken {taken}, left {left} on {date}.")
    if balance.since is not None and balance.left is not None:
        text = _("Earned {earned}, taken {taken}, at most {left} left on {date}.")
        if moved:
            text = _(
                "Earned {earned}, moved here {moved}, taken {taken}, at most {left} left on {date}."
            )
    return text.format(
        earned=earned, moved=number(moved), taken=taken, left=left, date=date_words(balance.on)
    )


def in_short(balances: Sequence[Balance]) -> str:
    """``9,56 dage tilbage``, for a line in a list; with the holiday year where there are two."""
    if len(balances) == 1:
        return _in_short(balances[0])
    text = _("{year}: {what}")
    return ", ".join(text.format(year=year_words(one), what=_in_short(one)) for one in balances)


def _in_short(balance: Balance) -> str:
    if balance.left is None:
        return _("not known")
    text = _("{days} left") if balance.since is None else _("at most {days} left")
    return text.format(days=days_of(balance.left))


def paper_words(balance: Balance) -> str:
    """The same as `summary` with the holiday year, for a paper."""
    text = _("Holiday year {year}: {what}")
    words = summary(balance)
    return text.format(year=year_words(balance), what=words[:1].lower() + words[1:])


def until_words(balance: Balance) -> Told:
    """Until when the holiday must be taken, or that the time is over."""
    last = balance.year.taken.last
    text = (
        _("It must be taken by {date}.") if balance.is_open else _("It was to be taken by {date}.")
    )
    return Told(text.format(date=date_words(last)), _origin(YEAR, balance.year.earned.first))


def planned_words(balance: Balance) -> str:
    """What is written for later; empty where nothing is."""
    if balance.planned is None:
        return _("Planned for later: not known, see below.")
    if not balance.planned:
        return ""
    return _("Planned for later: {days}.").format(days=days_of(balance.planned))


def unknown_words(balance: Balance) -> tuple[str, ...]:
    """What is not known and what to do about it; nothing is guessed in its place."""
    found = list(missing_words(balance.missing))
    if balance.asks_sick_pay:
        found.append(
            _(
                "Whether the first sick days earn holiday is not known: "
                "answer under Rates what helpers get during sickness."
            )
        )
    if balance.since is not None:
        text = _(
            "What was taken before {date}, and sickness before it, is not in the program. "
            "Look at the payslip."
        )
        found.append(text.format(date=date_words(balance.since)))
    if balance.left is not None and balance.left < 0:
        text = _("{days} more are taken than earned so far.")
        found.append(text.format(days=days_of(-balance.left)))
    return tuple(found)


def month_line(line: MonthLine) -> tuple[str, str, str]:
    """The month, the days it gave, and what lowered them; the last is often empty."""
    lowered = list(_lowered(line))
    days = _("not known") if line.asks else days_of(line.earned)
    return month_words(line.month), days, joined(lowered) if lowered else ""


def _lowered(line: MonthLine) -> Iterator[str]:
    if line.employed < line.length:
        text = _("employed {employed} of {length} days")
        yield text.format(employed=line.employed, length=line.length)
    if line.sick:
        yield _first_days(line).format(dates=joined([day_month(day) for day in line.sick]))
    if line.leave:
        yield ngettext("{n} day of leave without pay", "{n} days of leave without pay", line.leave)


def _first_days(line: MonthLine) -> str:
    if line.asks:
        return ngettext(
            "it hangs on the first sick day {dates}",
            "it hangs on the first sick days {dates}",
            len(line.sick),
        )
    return ngettext(
        "the first sick day {dates} earns nothing",
        "the first sick days {dates} earn nothing",
        len(line.sick),
    )


def accrual_words(balance: Balance) -> Told:
    """How days are earned, and the source of it."""
    on = balance.year.earned.first
    month, day = (rate_of(rulebook(), ACCRUAL, f"days_per_{one}", on) for one in ("month", "day"))
    if isinstance(month, Missing) or isinstance(day, Missing):
        return Told("")
    text = _("{month} days for a whole month, {day} for each day of a part of one.")
    words = text.format(month=number(month), day=number(day))
    return Told(words, _origin(ACCRUAL, on))


def taken_line(line: TakenLine) -> tuple[str, str, str]:
    """When the holiday is, how many days it uses, and how they were counted."""
    absence = line.holiday.absence
    when = (
        _("from {first}").format(first=date_words(absence.first_day))
        if absence.last_day is None
        else dates_words(absence.first_day, absence.last_day)
    )
    if line.days is None:
        return when, _("not known"), _(_WHY_NOT[line.holiday.way])
    return when, days_of(line.days), _counted(line)


def _counted(line: TakenLine) -> str:
    if line.holiday.way is Way.WEEKS:
        return _("Counted as whole weeks.")
    text = _("Counted by shifts of {hours}, where {week} a week are agreed.")
    agreed = joined([in_hours(week) for week in line.holiday.weeks])
    return text.format(hours=in_hours(line.holiday.minutes), week=agreed)


def week_words(balance: Balance) -> Told:
    """How holiday is counted in days, and the source of it."""
    on = balance.year.earned.first
    days = rate_of(rulebook(), WEEK, "days_per_week", on)
    if isinstance(days, Missing):
        return Told("")
    words = _("A week of holiday is {days} days.").format(days=number(days))
    return Told(words, _origin(WEEK, on))


def rest_words(balance: Balance) -> tuple[Told, ...]:
    """What becomes of what is left when nothing more is taken than is written so far."""
    if balance.earned is None or balance.planned is None or balance.taken is None:
        return ()
    last = balance.year.taken.last
    moved = balance.moved_on
    found = left_over(
        balance.given or balance.earned,
        balance.taken + balance.planned,
        last,
        rulebook(),
        agreed=sum((one.days for one in moved if one.why is BroughtWhy.AGREEMENT), ZERO),
        hindered=sum((one.days for one in moved if one.why is BroughtWhy.HINDERED), ZERO),
    )
    if isinstance(found, Missing):
        return tuple(Told(one) for one in missing_words([found]))
    return tuple(_rest(balance, found)) or (Told(_("Nothing is left over.")),)


def brought_words(one: BroughtHoliday) -> str:
    """``2 dage: overført efter aftale, 1. december 2025``: for the button that opens it."""
    text = _("{what}: {amount}").format(what=days_of(one.days), amount=_(one.why.label).lower())
    return text if one.agreed_on is None else f"{text}, {date_words(one.agreed_on)}"


def _rest(balance: Balance, found: Left) -> Iterator[Told]:
    last = balance.year.taken.last
    on = found.moved + found.hindered
    if on:
        yield Told(_("{days} are moved to the next year.").format(days=days_of(on)))
    named = {due.name.lower(): _due(balance, due) for due in HolidayDue}
    named["first"] = _amount(rate_of(rulebook(), TRANSFER, "after_days", last))
    if found.lapsed:
        text = _(
            "{days} of the first {first} lapse, and the money is reported to a holiday fund by "
            "{fund}. Where illness or the like prevented the holiday, they move to the next year."
        )
        words = text.format(days=days_of(found.lapsed), **named)
        yield Told(words, _origins(last, TRANSFER, DUE_RULES[HolidayDue.FUND]))
    if found.paid_out:
        text = _(
            "{days} beyond the first {first} are paid out by {pay_out}, unless it is agreed in "
            "writing by {agree} to move them to the next year. That is reported by {report}."
        )
        rules = [DUE_RULES[due] for due in _BEYOND]
        yield Told(text.format(days=days_of(found.paid_out), **named), _origins(last, *rules))
    if found.on_request:
        text = _("{days} are paid out when the helper asks for it.")
        yield Told(text.format(days=days_of(found.on_request)), _origins(last, PART_DAY))


def _amount(found: Decimal | Missing) -> str:
    return "" if isinstance(found, Missing) else number(found)


def _due(balance: Balance, due: HolidayDue) -> str:
    found = due_day(due, balance.year, rulebook())
    return _("a day that is not known") if isinstance(found, Missing) else date_words(found)


def _origins(on: dt.date, *rules: str) -> str:
    return " ".join(dict.fromkeys(filter(None, (_origin(one, on) for one in rules))))


def _origin(rule: str, on: dt.date) -> str:
    """The confidence and the source: ``Læst i kilden: Ferieloven § 5 (danskelove.dk).``."""
    row = rulebook().find(rule, on)
    return "" if row is None else f"{_(row.confidence.label)}: {row.source}."
