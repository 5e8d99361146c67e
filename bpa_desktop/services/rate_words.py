"""The rates of a day in words: what each is, where it is from, and which are missing."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import TYPE_CHECKING, Final, NamedTuple

from bpa_desktop.domain.money import Unit, rate_of
from bpa_desktop.domain.own_rate import OwnRate, RateName, in_force
from bpa_desktop.i18n import _, date_words, money, number
from bpa_desktop.services.reading import employed
from bpa_desktop.services.tariff import tariff

if TYPE_CHECKING:
    from bpa_desktop.domain.people import Helper
    from bpa_desktop.services.session import Session
    from bpa_desktop.services.tariff import Tariff

_DIGITS: Final = 6
_ONE_DAY: Final = dt.timedelta(days=1)


class RateToday(NamedTuple):
    """One rate on a day: its name, the amount, where it is from; ``own`` is the user's record.

    ``helper`` is an id where the rate is that of one helper. Without an ``amount`` it is not known;
    it ``is_missing`` when pay cannot be reckoned without it.
    """

    name: RateName
    helper: str
    title: str
    amount: str
    origin: str
    own: OwnRate | None
    is_missing: bool


def rates_on(session: Session, on: dt.date) -> tuple[RateToday, ...]:
    """Every rate on a day: what is agreed with each helper employed, then what holds for all."""
    found = [_hour(session, helper, on) for helper in employed(session, on, on + _ONE_DAY)]
    own = session.records.all(OwnRate)
    rates = tariff(session)
    found += [_for_all(rates, name, on, in_force(own, name, on)) for name in RateName]
    return tuple(found)


def _for_all(rates: Tariff, name: RateName, on: dt.date, own: OwnRate | None) -> RateToday:
    value = rate_of(rates, name.rule, name.key, on)
    amount = worded(name, value) if isinstance(value, Decimal) else ""
    rule = rates.find(name.rule, on)
    origin = f"{_(rule.confidence.label)}: {rule.source}" if rule is not None and amount else ""
    if own is not None:
        origin = _own_origin(own)
    is_missing = not amount and name.unit is Unit.PERCENT
    return RateToday(name, "", _(name.label), amount, origin, own, is_missing)


def _hour(session: Session, helper: Helper, on: dt.date) -> RateToday:
    """The hourly pay of a helper: what is agreed with them or with all, else by their step."""
    agreed = in_force(session.records.all(OwnRate), RateName.AGREED_HOUR, on, helper.id)
    hour = tariff(session, helper).hour(on)
    amount = money(hour) if isinstance(hour, Decimal) else ""
    origin = "" if agreed is None else _own_origin(agreed)
    if agreed is None and amount:
        origin = _("By the step of the agreement.")
    title = _("Hourly pay of {who}").format(who=helper.name)
    # What is the same for all is changed on its own line.
    own = agreed if agreed is not None and agreed.helper == helper.id else None
    return RateToday(RateName.AGREED_HOUR, helper.id, title, amount, origin, own, not amount)


def _own_origin(own: OwnRate) -> str:
    words = _("Written by you, from {date}").format(date=date_words(own.valid_from))
    return f"{words}: {own.source}" if own.source else f"{words}."


def worded(name: RateName, value: Decimal) -> str:
    """``151,37 kr.``, ``30 %``, ``1,390861``."""
    if name.unit is Unit.KRONER:
        return money(value)
    text = number(value, _DIGITS)
    return f"{text} %" if name.unit is Unit.PERCENT else text
