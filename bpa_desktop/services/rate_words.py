"""The rates of a day in words: what each is, where it is from, and which are missing."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import TYPE_CHECKING, Final, NamedTuple

from bpa_desktop.domain.absence import Absence, AbsenceKind
from bpa_desktop.domain.atp import BANDS, band_rule
from bpa_desktop.domain.atp import PayRun as AtpRun
from bpa_desktop.domain.money import Unit, rate_of
from bpa_desktop.domain.own_rate import OwnRate, RateName, in_force
from bpa_desktop.domain.payslip import UnemploymentDay
from bpa_desktop.domain.period import Period
from bpa_desktop.domain.scheme import Agreement, PayRun, SickPay
from bpa_desktop.errors import N_
from bpa_desktop.i18n import _, date_words, money, number
from bpa_desktop.services.reading import employed
from bpa_desktop.services.tariff import tariff

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bpa_desktop.domain.people import Helper
    from bpa_desktop.services.session import Session
    from bpa_desktop.services.tariff import Tariff

_DIGITS: Final = 6
_ONE_DAY: Final = dt.timedelta(days=1)


_PAY: Final = (
    RateName.AGREED_HOUR,
    RateName.HOUR_11,
    RateName.HOUR_12,
    RateName.YEAR_11,
    RateName.YEAR_12,
    RateName.FACTOR,
)
_CLOCK: Final = (
    RateName.EVENING,
    RateName.NIGHT,
    RateName.SATURDAY,
    RateName.SUNDAY,
    RateName.AVAILABILITY,
    RateName.OVERTIME,
)
_PENSION: Final = (
    RateName.HOLIDAY_PAY,
    RateName.PENSION,
    RateName.PENSION_CLOCK,
    RateName.PENSION_WEEKEND,
    RateName.PENSION_MONTHS,
)
_ATP: Final = (
    RateName.ATP_FULL_OWN,
    RateName.ATP_FULL,
    RateName.ATP_TWO_OWN,
    RateName.ATP_TWO,
    RateName.ATP_THIRD_OWN,
    RateName.ATP_THIRD,
    RateName.BARSEL,
    RateName.AES,
)
_ATP_RULES: Final = {
    run: frozenset(band_rule(AtpRun[run.name], band) for band in BANDS)
    for run in (PayRun.MONTH, PayRun.FORTNIGHT, PayRun.WEEK)
}
"""The rows of ATP that pay is reckoned with, by how often it is run."""
_BY_RUN: Final = tuple(
    name for name in RateName if any(name.rule in rules for rules in _ATP_RULES.values())
)
_ON_LEAVE: Final = (
    RateName.LEAVE_MATERNITY,
    RateName.LEAVE_PARENTAL,
    RateName.LEAVE_PERCENT,
    RateName.LEAVE_MONTHS,
)
_LEAVE_WEEKS: Final = {
    AbsenceKind.MATERNITY_LEAVE: RateName.LEAVE_MATERNITY,
    AbsenceKind.PARENTAL_LEAVE: RateName.LEAVE_PARENTAL,
}
_IN_SICKNESS: Final = (RateName.SICK_WEEK, RateName.SICK_DAY_HOURS, RateName.SICK_HOLIDAY)
_G_DAYS: Final = (RateName.G_WHOLE, RateName.G_HALF)
_ALWAYS: Final = frozenset({*_CLOCK, *_PENSION, *_ATP} - {*_BY_RUN})

GROUPS: Final[tuple[tuple[str, tuple[RateName, ...]], ...]] = (
    (N_("Hourly pay"), _PAY),
    (N_("Supplements and availability hours"), _CLOCK),
    (N_("Holiday pay and pension"), _PENSION),
    (N_("ATP, Barsel.dk and AES"), (*_ATP, *(one for one in _BY_RUN if one not in _ATP))),
    (N_("Sickness"), _IN_SICKNESS),
    (N_("Leave"), _ON_LEAVE),
    (N_("G-days"), _G_DAYS),
)
"""The rates that are the same for all, in the order in which they are shown; titles are msgids."""


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
    own, scheme = session.records.all(OwnRate), session.scheme()
    area = None if scheme is None else scheme.pay_area
    rates, needed = tariff(session), _needed(session, on)
    for name in RateName:
        written = in_force(own, name, on, area=area)
        if name in _BY_RUN and name not in needed and written is None:
            continue
        found.append(_for_all(rates, name, on, written, is_needed=name in needed))
    return tuple(found)


def _needed(session: Session, on: dt.date) -> frozenset[RateName]:
    """The rates without which the pay of this scheme cannot be reckoned on a day."""
    scheme = session.scheme()
    run = PayRun.UNKNOWN if scheme is None else scheme.pay_run
    of_atp = _ATP_RULES.get(run, _ATP_RULES[PayRun.MONTH])
    needed = {*_ALWAYS, *(name for name in _BY_RUN if name.rule in of_atp)}
    if scheme is not None and scheme.sick_pay is SickPay.BENEFIT:
        needed |= set(_IN_SICKNESS)
    if scheme is not None and scheme.agreement not in {Agreement.UNKNOWN, Agreement.NONE}:
        needed |= set(_for_leave(session, on))
    if any(one.day.year == on.year for one in session.records.all(UnemploymentDay)):
        needed |= set(_G_DAYS)
    return frozenset(needed)


def _for_leave(session: Session, on: dt.date) -> Iterator[RateName]:
    """What pay in the leaves of the year is reckoned with."""
    year = Period(dt.date(on.year, 1, 1), dt.date(on.year + 1, 1, 1))
    for one in session.records.all(Absence):
        if one.kind in _LEAVE_WEEKS and one.lies_in(year):
            yield _LEAVE_WEEKS[one.kind]
            yield RateName.LEAVE_PERCENT


def _for_all(
    rates: Tariff, name: RateName, on: dt.date, own: OwnRate | None, *, is_needed: bool
) -> RateToday:
    value = rate_of(rates, name.rule, name.key, on)
    amount = worded(name, value) if isinstance(value, Decimal) else ""
    rule = rates.find(name.rule, on)
    origin = f"{_(rule.confidence.label)}: {rule.source}" if rule is not None and amount else ""
    if own is not None:
        origin = _own_origin(own)
    return RateToday(name, "", _(name.label), amount, origin, own, is_needed and not amount)


def _hour(session: Session, helper: Helper, on: dt.date) -> RateToday:
    """The hourly pay of a helper: what is agreed with them or with all, else by their step."""
    scheme = session.scheme()
    area = None if scheme is None else scheme.pay_area
    agreed = in_force(session.records.all(OwnRate), RateName.AGREED_HOUR, on, helper.id, area)
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
    """``151,37 kr.``, ``30 %``, ``1,390861``, ``8 måneder``."""
    if name.unit is Unit.KRONER:
        return money(value)
    text = number(value, _DIGITS)
    if name.unit is Unit.PERCENT:
        return f"{text} %"
    return text if name.unit is Unit.TIMES else f"{text} {_(name.unit.label)}"
