"""The pension of a built budget: the municipality's, else that of the rates, sure or suggested."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final, NamedTuple

from bpa_desktop.domain.budget_building import PENSION, PENSION_NIGHT, PENSION_WEEKEND
from bpa_desktop.domain.clock import MINUTES_PER_HOUR
from bpa_desktop.domain.conflicts import age
from bpa_desktop.domain.money import Missing, rate_of
from bpa_desktop.domain.own_rate import RateName, in_force
from bpa_desktop.domain.pension import RULE, pension_from, works_enough
from bpa_desktop.domain.people import Position
from bpa_desktop.domain.period import months_before
from bpa_desktop.domain.rates import Confidence
from bpa_desktop.i18n import _, number

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from bpa_desktop.domain.municipality import Profile
    from bpa_desktop.domain.own_rate import OwnRate
    from bpa_desktop.domain.people import Helper
    from bpa_desktop.domain.rates import RuleBook
    from bpa_desktop.domain.scheme import PayArea

UNSURE: Final = frozenset({Confidence.REMEMBERED, Confidence.CONFLICT})
"""What is only suggested, and counts when the user has confirmed it."""
_NAMES: Final = (RateName.PENSION, RateName.PENSION_CLOCK, RateName.PENSION_WEEKEND)
_DIGITS: Final = 4


class Pension(NamedTuple):
    """Per cent of the pay, of the evening and night supplement, and of the weekend supplement."""

    percent: Decimal | None = None
    clock: Decimal | None = None
    weekend: Decimal | None = None


def of_profile(profile: Profile | None) -> Pension | None:
    """What the municipality gives; ``None`` where its profile says nothing of it."""
    if profile is None or profile.number(PENSION) is None:
        return None
    return Pension(*(profile.number(key) for key in (PENSION, PENSION_NIGHT, PENSION_WEEKEND)))


def of_rates(book: RuleBook, on: dt.date) -> Pension | None:
    """What the row ``pay-pension`` or the user's own rate gives on a day, sure or not."""
    keys = "percent", "clock_percent", "weekend_percent"
    found = [rate_of(book, RULE, key, on) for key in keys]
    known = [None if isinstance(one, Missing) else one for one in found]
    return None if known[0] is None else Pension(*known)


def sure(
    shipped: RuleBook, own: Iterable[OwnRate], on: dt.date, area: PayArea | None
) -> Pension | None:
    """What holds on a day without being confirmed: what the user wrote, and a row that is sure.

    ``None`` where the per cent of the pay is not among it.
    """
    row, rates = shipped.find(RULE, on), list(own)
    known = Pension() if row is None or row.confidence in UNSURE else of_rates(shipped, on)
    written = (in_force(rates, name, on, area=area) for name in _NAMES)
    found = [
        value if one is None else one.value
        for value, one in zip(known or Pension(), written, strict=True)
    ]
    return None if found[0] is None else Pension(*found)


def suggestion_words(pension: Pension, book: RuleBook, on: dt.date) -> str:
    """What is suggested, how sure it is, and from where."""
    row = book.find(RULE, on)
    text = _(
        "Suggested: {percent} % of the pay, {clock} % of the evening and night supplement, "
        "{weekend} % of the weekend supplement."
    )
    said = text.format(
        percent=number(pension.percent or Decimal(0), _DIGITS),
        clock=number(pension.clock or Decimal(0), _DIGITS),
        weekend=number(pension.weekend or Decimal(0), _DIGITS),
    )
    return said if row is None else f"{said} {_(row.confidence.label)}: {row.source}"


def with_pension(
    people: Iterable[Helper], on: dt.date, profile: Profile | None, book: RuleBook
) -> list[Helper]:
    """The helpers with a right to pension on a day: by the municipality, else by the rates.

    Hours per week are looked at only where they are agreed, and an age only where it is known.
    """
    if profile is None or profile.number(PENSION) is None:
        return [one for one in people if _by_rates(one, on, book)]
    months = profile.whole("pension.after_months") or 0
    years = profile.whole("pension.from_years") or 0
    hours = profile.whole("pension.least_hours_per_week") or 0
    return [one for one in people if _by_profile(one, on, months, years, hours)]


def _by_rates(helper: Helper, on: dt.date, book: RuleBook) -> bool:
    start = pension_from(helper, on, book)
    period = next((one for one in helper.employments if one.covers(on)), None)
    if start is None or period is None:
        return False
    agreed = period.agreed_minutes_per_week
    return agreed is None or works_enough(agreed, 0, 0, on, book) is not False


def _by_profile(helper: Helper, on: dt.date, months: int, years: int, hours: int) -> bool:
    if helper.position is not Position.PERMANENT:
        return False
    if helper.birth_date is not None and age(helper.birth_date, on) < years:
        return False
    period = next((one for one in helper.employments if one.covers(on)), None)
    if period is None:
        return False
    agreed = period.agreed_minutes_per_week
    waited = period.first_day <= months_before(on, months)
    early = helper.pension_date is not None and helper.pension_date <= on
    return (waited or early) and (agreed is None or agreed >= hours * MINUTES_PER_HOUR)
