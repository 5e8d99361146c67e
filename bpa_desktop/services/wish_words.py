"""When helpers can and like to work, what is agreed of their hours, and what breaks it."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Final, cast

from bpa_desktop.domain.clock import instant
from bpa_desktop.domain.findings import Code
from bpa_desktop.domain.kinds import WEEK
from bpa_desktop.domain.people import Fit
from bpa_desktop.domain.wishes import fit_of
from bpa_desktop.errors import N_
from bpa_desktop.i18n import _, brief, date_words, day_month, hours, span, weekday_words

if TYPE_CHECKING:
    from bpa_desktop.domain.findings import Finding
    from bpa_desktop.domain.kinds import Weekday
    from bpa_desktop.domain.people import Availability, Employment, Helper

_FIT: Final = {
    Fit.NEVER: N_("Never {when}"),
    Fit.RATHER_NOT: N_("Rather not {when}"),
    Fit.GLADLY: N_("Gladly {when}"),
}

_IN_SHORT: Final = {
    Fit.NEVER: N_("can never then"),
    Fit.RATHER_NOT: N_("rather not"),
    Fit.GLADLY: N_("gladly"),
}

WISHES: Final = frozenset(
    {Code.NEVER_AVAILABLE, Code.RATHER_NOT, Code.OVER_MOST_HOURS, Code.UNDER_LEAST_HOURS}
)
"""The codes that `broken_wish` words."""


def wish_sentence(wish: Availability) -> str:
    """``Aldrig onsdag``, ``Helst ikke lørdag 18–23``, ``Gerne alle dage fra 1. juni 2026``."""
    is_one_day = wish.first_day is not None and wish.first_day == wish.last_day
    dates = _dates(wish.first_day, wish.last_day)
    days = dates if is_one_day else _weekday(wish.weekday)
    parts = (days, _times(wish), "" if is_one_day else dates)
    return _(_FIT[wish.fit]).format(when=" ".join(part for part in parts if part))


def _weekday(weekday: Weekday | None) -> str:
    if weekday is None:
        return _("every day")
    return weekday_words(dt.date.fromordinal(1 + WEEK.index(weekday)))


def _times(wish: Availability) -> str:
    if wish.from_time is not None and wish.to_time is not None:
        return span(wish.from_time, wish.to_time)
    if wish.from_time is not None:
        return _("from {time}").format(time=brief(wish.from_time))
    return _("until {time}").format(time=brief(wish.to_time)) if wish.to_time is not None else ""


def _dates(first: dt.date | None, last: dt.date | None) -> str:
    if first is not None and last is not None:
        if first == last:
            return date_words(first)
        return _("{first} to {last}").format(first=date_words(first), last=date_words(last))
    if first is not None:
        return _("from {first}").format(first=date_words(first))
    return _("through {last}").format(last=date_words(last)) if last is not None else ""


def fit_in_short(helper: Helper, start: dt.datetime, end: dt.datetime) -> str:
    """How the time fits the helper, in two words; empty when they said nothing of it."""
    fit = fit_of(helper, (instant(start), instant(end)))
    return "" if fit is None else _(_IN_SHORT[fit])


def hours_agreed(period: Employment) -> str:
    """``36 timer om ugen, mindst 20, højst 40``; nothing where nothing is agreed."""
    texts = (
        (_("{hours} hours a week"), period.agreed_minutes_per_week),
        (_("at least {hours}"), period.least_minutes_per_week),
        (_("at most {hours}"), period.most_minutes_per_week),
    )
    found = [text.format(hours=hours(minutes)) for text, minutes in texts if minutes is not None]
    return ", ".join(found)


def broken_wish(one: Finding, who: str, when: str, short: str) -> str:
    """What a finding with one of the codes `WISHES` has found, in a sentence."""
    if one.code is Code.NEVER_AVAILABLE:
        return _("{who} can never work then: {when} ({short}).").format(
            who=who, when=when, short=short
        )
    if one.code is Code.RATHER_NOT:
        return _("{who} would rather not work then: {when} ({short}).").format(
            who=who, when=when, short=short
        )
    text = (
        _("{who} has {planned} hours in the week from {day}. The most agreed is {agreed}.")
        if one.code is Code.OVER_MOST_HOURS
        else _("{who} has {planned} hours in the week from {day}. The fewest agreed is {agreed}.")
    )
    planned, agreed = (hours(cast("int", one.values[key])) for key in ("planned", "agreed"))
    return text.format(who=who, planned=planned, agreed=agreed, day=day_month(one.window[0].date()))


def hours_limit(found: Finding) -> str:
    """``mindst 30`` or ``højst 40``: the hours agreed for a week that has too few or too many."""
    limit = hours(cast("int", found.values["agreed"]))
    is_over = found.code is Code.OVER_MOST_HOURS
    return (_("at most {hours}") if is_over else _("at least {hours}")).format(hours=limit)
