"""The rates that pay is reckoned by: those that come with the program, and the user's own."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections import defaultdict
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from bpa_desktop.domain import supplements
from bpa_desktop.domain.money import Missing, rate_of
from bpa_desktop.domain.own_rate import OwnRate, RateName, concerns, in_force
from bpa_desktop.domain.pay import (
    AVAILABILITY,
    BASE,
    FACTOR,
    HOUR,
    OVERTIME,
    YEAR,
    hourly_pay,
    pay_step,
)
from bpa_desktop.domain.period import months_before
from bpa_desktop.domain.rates import Confidence, Rule, RuleBook, after
from bpa_desktop.services.rulebook import rulebook

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from bpa_desktop.domain.pay import Hourly
    from bpa_desktop.domain.people import Helper
    from bpa_desktop.domain.scheme import PayArea
    from bpa_desktop.services.session import Session

_OF_WORK: Final = (
    *supplements.ALL,
    supplements.STACKING,
    AVAILABILITY,
    BASE,
    FACTOR,
    HOUR,
    OVERTIME,
    YEAR,
)
"""The rules by which work is paid."""
_NAMES: Final = {
    rule: tuple(name for name in RateName if name.rule == rule)
    for rule in {name.rule for name in RateName}
}
_YEARS: Final = "experienced_years"
_MONTHS: Final = 12
_ABOUT: Final = (-1, 0, 1, 2)
"""Days around the one on which the years of experience are over: months have no same length."""


class Tariff(RuleBook):
    """The shipped rows, in which every number the user wrote takes the place of the shipped one.

    What is written for the ``helper`` comes before what is written for the ``area``, and that
    before what is written for all.
    """

    def __init__(
        self,
        shipped: RuleBook,
        own: Iterable[OwnRate],
        helper: Helper | None,
        area: PayArea | None = None,
    ) -> None:
        super().__init__()
        self._shipped = shipped
        self._helper = helper
        self._area = area
        self._who = None if helper is None else helper.id
        self._own: dict[str, list[OwnRate]] = defaultdict(list)
        for one in own:
            if concerns(one, self._who, area):
                self._own[one.name.rule].append(one)
        self._turns: dict[str, list[dt.date]] = {}
        self._found: dict[tuple[str, int], Rule | None] = {}
        self._hours: dict[int, Hourly] = {}
        self._edges: list[dt.date] | None = None

    @property
    def book(self) -> RuleBook:
        """The rows."""
        return self

    def rows(self, rule_id: str) -> tuple[Rule, ...]:
        """The shipped rows with the id, oldest first; own numbers are found by date."""
        return self._shipped.rows(rule_id)

    def edges(self, rule_ids: Iterable[str]) -> list[dt.date]:
        """The days on which a row or a number of the user begins, or has just ended, in order."""
        ids = tuple(rule_ids)
        own = [one for rule_id in ids for one in self._own.get(rule_id, ())]
        begin = {one.valid_from for one in own}
        ended = {after(one.valid_to) for one in own if one.valid_to is not None}
        return sorted({*self._shipped.edges(ids)} | begin | ended)

    def find(self, rule_id: str, on: dt.date) -> Rule | None:
        """The row in force on ``on`` with the user's numbers in it."""
        turns = self._turns.get(rule_id)
        if turns is None:
            turns = self._turns[rule_id] = self.edges((rule_id,))
        key = rule_id, bisect_right(turns, on)
        if key not in self._found:
            self._found[key] = self._with_own(rule_id, on)
        return self._found[key]

    def _with_own(self, rule_id: str, on: dt.date) -> Rule | None:
        shipped = self._shipped.find(rule_id, on)
        written, names = self._own.get(rule_id, ()), _NAMES.get(rule_id, ())
        named = (in_force(written, name, on, self._who, self._area) for name in names)
        own = [one for one in named if one is not None]
        if not own:
            return shipped
        values = {} if shipped is None else dict(shipped.values)
        values |= {one.name.key: one.value for one in own}
        title = own[0].name.label if shipped is None else shipped.title
        return Rule(rule_id, title, on, Confidence.WRITTEN, on, values, own[0].source)

    def epoch(self, on: dt.date) -> int:
        """The number of the stretch of days around ``on`` in which work is paid by the same."""
        if self._edges is None:
            self._edges = sorted({*self.edges(_OF_WORK), *self._grown()})
        return bisect_right(self._edges, on)

    def _grown(self) -> set[dt.date]:
        """The days about which the helper comes to the next step."""
        since = None if self._helper is None else self._helper.seniority_date
        years = {row.values.get(_YEARS) for row in self._shipped.rows(BASE)}
        if since is None:
            return set()
        grown = [months_before(since, -one * _MONTHS) for one in years if isinstance(one, int)]
        return {day + dt.timedelta(days=more) for day in grown for more in _ABOUT}

    def hour(self, on: dt.date) -> Hourly:
        """Kroner for an hour of the helper: what is agreed, else by their step."""
        epoch = self.epoch(on)
        known = self._hours.get(epoch)
        if known is None:
            known = self._hour(on)
            if isinstance(known, Decimal):
                self._hours[epoch] = known
        return known

    def _hour(self, on: dt.date) -> Hourly:
        agreed = rate_of(self, HOUR, RateName.AGREED_HOUR.key, on)
        if isinstance(agreed, Decimal):
            return agreed
        seniority = None if self._helper is None else self._helper.seniority_date
        step = pay_step(seniority, on, self)
        return agreed if isinstance(step, Missing) else hourly_pay(step, on, self)


def tariff(session: Session, helper: Helper | None = None) -> Tariff:
    """The rates of a file, as they are for one helper or for all."""
    return tariffs(session, helper)[0]


def tariffs(session: Session, *of: Helper | None) -> tuple[Tariff, ...]:
    """The rates of a file as they are for each helper of ``of``; they are read once.

    Helpers with no rate and no seniority of their own share one tariff.
    """
    own, scheme = session.records.all(OwnRate), session.scheme()
    area = None if scheme is None else scheme.pay_area
    personal = {one.helper for one in own}
    common = Tariff(rulebook(), own, None, area)
    return tuple(
        common if _is_common(helper, personal) else Tariff(rulebook(), own, helper, area)
        for helper in of
    )


def _is_common(helper: Helper | None, personal: Collection[str | None]) -> bool:
    return helper is None or (helper.seniority_date is None and helper.id not in personal)
