"""When a contract is a duty and by when it is given, as the act of 2023 has it."""

from __future__ import annotations

import datetime as dt
import re
from itertools import accumulate
from typing import TYPE_CHECKING, Final, NamedTuple

from bpa_desktop.domain.clock import MINUTES_PER_HOUR
from bpa_desktop.domain.period import months_before
from bpa_desktop.domain.record import Choice
from bpa_desktop.errors import N_

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from bpa_desktop.domain.contract import Contract
    from bpa_desktop.domain.people import Employment, Helper
    from bpa_desktop.domain.rates import Rule, RuleBook

ACT: Final = "contract-act"
THRESHOLD: Final = "contract-threshold"
DEADLINES: Final = "contract-deadlines"
PROBATION: Final = "contract-probation"
CHANGES: Final = "contract-changes"
_DAYS_PER_WEEK: Final = 7
_MOST_COUNT: Final = 999
"""No probation is that long; a larger number would lead past the last day there is."""
_LENGTH: Final = re.compile(r"(\d+)\s*(dag|day|uge|week|måned|month|md|år|year)", re.IGNORECASE)
_DAYS: Final[Mapping[str, int]] = {"dag": 1, "day": 1, "uge": 7, "week": 7}
_MONTHS: Final[Mapping[str, int]] = {"måned": 1, "month": 1, "md": 1, "år": 12, "year": 12}


class Dates(NamedTuple):
    """By when each part is given, both days included, and the row behind it."""

    first_by: dt.date
    rest_by: dt.date
    rule: Rule


class Cover(Choice):
    """Whether the act on contracts holds for an employment."""

    NO_GUARANTEE = (
        "no_guarantee",
        N_("You must give a contract, because no hours are guaranteed."),
    )
    COVERED = (
        "covered",
        N_("You must give a contract, because the hours are above the limit of the act."),
    )
    AT_LIMIT = (
        "at_limit",
        N_("The hours are exactly at the limit of the act. Give a contract, to be sure."),
    )
    BELOW = "below", N_("By the hours the act asks for no contract. It is still wise to give one.")


def act_begins(book: RuleBook) -> dt.date | None:
    """From which first day of work a contract is given unasked; the act came into force then."""
    found = next((row.values.get("hired_from") for row in book.rows(ACT)), None)
    return found if isinstance(found, dt.date) else None


def is_before_act(begins_on: dt.date, book: RuleBook) -> bool:
    """Whether somebody was hired before the act, and gets a contract on request only."""
    begun = act_begins(book)
    return begun is not None and begins_on < begun


def given_by(begins_on: dt.date, book: RuleBook, asked_on: dt.date | None = None) -> Dates | None:
    """By when a contract is given to who begins on ``begins_on``; ``None`` where nobody asks.

    Before the act it is asked for on ``asked_on``, and all of it is given by the same day. A row
    that is not known gives ``None`` too. Source: the row ``contract-deadlines``.
    """
    is_old = is_before_act(begins_on, book)
    counted = asked_on if is_old else begins_on
    rule = None if counted is None else book.find(DEADLINES, counted)
    if counted is None or rule is None:
        return None
    if is_old:
        asked_by = counted + dt.timedelta(weeks=rule.whole("asked_weeks"))
        return Dates(asked_by, asked_by, rule)
    first_by = counted + dt.timedelta(days=rule.whole("first_days"))
    return Dates(first_by, months_before(counted, -rule.whole("rest_months")), rule)


def most_minutes(worked: Mapping[dt.date, int], weeks: int) -> int:
    """The most minutes that were worked in any ``weeks`` weeks in a row, from any day on."""
    if not worked:
        return 0
    first, days = min(worked), weeks * _DAYS_PER_WEEK
    length = (max(worked) - first).days + 1
    each = [worked.get(first + dt.timedelta(days=day), 0) for day in range(length)]
    sums = [0, *accumulate(each)]
    return max(sums[min(day + days, length)] - sums[day] for day in range(length))


def cover(agreed: int | None, worked: Mapping[dt.date, int], rule: Rule) -> Cover:
    """Whether the act holds, by the agreed minutes a week and the minutes worked day by day.

    Without agreed hours none are guaranteed. Agreed and worked hours count each on their own.
    Source: the row ``contract-threshold``.
    """
    if not agreed:
        return Cover.NO_GUARANTEE
    weeks = rule.whole("weeks")
    limit = rule.whole("hours_per_week") * MINUTES_PER_HOUR * weeks
    most = max(agreed * weeks, most_minutes(worked, weeks))
    if most == limit:
        return Cover.AT_LIMIT
    return Cover.COVERED if most > limit else Cover.BELOW


def has_few_hours(helper: Helper, rule: Rule) -> bool:
    """Whether the agreed hours of the newest employment alone make no contract a duty.

    Source: the row ``contract-threshold``.
    """
    newest = max(helper.employments, key=lambda one: one.first_day, default=None)
    agreed = newest.agreed_minutes_per_week if newest else None
    return bool(agreed) and cover(agreed, {}, rule) is Cover.BELOW


def employment_of(helper: Helper, day: dt.date) -> Employment | None:
    """The employment in which ``day`` lies."""
    return next((one for one in helper.employments if one.covers(day)), None)


def contract_of(employment: Employment, contracts: Iterable[Contract]) -> Contract | None:
    """The contract that began last of those that begin in ``employment``."""
    own = [one for one in contracts if employment.covers(one.begins_on)]
    return max(own, key=lambda one: (one.begins_on, one.id), default=None)


def without_contract(helper: Helper, contracts: Sequence[Contract]) -> tuple[Employment, ...]:
    """The employments in which no contract begins, oldest first."""
    bare = [one for one in helper.employments if contract_of(one, contracts) is None]
    return tuple(sorted(bare, key=lambda one: one.first_day))


def probation_end(words: str, begins_on: dt.date) -> dt.date | None:
    """The first day after the probation that ``words`` tell, such as "3 måneder" or "8 weeks".

    ``None`` where no length in figures is found.
    """
    found = _LENGTH.search(words)
    if found is None:
        return None
    count, unit = min(int(found[1]), _MOST_COUNT), found[2].lower()
    if unit in _DAYS:
        return begins_on + dt.timedelta(days=count * _DAYS[unit])
    return months_before(begins_on, -count * _MONTHS[unit])


def is_probation_too_long(contract: Contract, book: RuleBook) -> bool:
    """Whether the probation, as far as its length can be read, is longer than the act allows.

    Source: the row ``contract-probation``.
    """
    rule = book.find(PROBATION, contract.begins_on)
    end = probation_end(contract.probation, contract.begins_on)
    if rule is None or end is None:
        return False
    return end > months_before(contract.begins_on, -rule.whole("months"))
