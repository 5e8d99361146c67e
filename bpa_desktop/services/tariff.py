"""The rates that pay is reckoned by: those that come with the program, and the user's own."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from bpa_desktop.domain.money import Missing, rate_of
from bpa_desktop.domain.own_rate import OwnRate, RateName, in_force
from bpa_desktop.domain.pay import HOUR, hourly_pay, pay_step
from bpa_desktop.domain.rates import Confidence, Rule, RuleBook
from bpa_desktop.services.rulebook import rulebook

if TYPE_CHECKING:
    import datetime as dt

    from bpa_desktop.domain.pay import Hourly
    from bpa_desktop.domain.people import Helper
    from bpa_desktop.services.session import Session


class Tariff(RuleBook):
    """The shipped rows, in which every number the user wrote takes the place of the shipped one.

    What is written for the ``helper`` comes before what is written for all.
    """

    def __init__(self, shipped: RuleBook, own: tuple[OwnRate, ...], helper: Helper | None) -> None:
        super().__init__()
        self._shipped = shipped
        self._helper = helper
        self._own = own
        self._found: dict[tuple[str, dt.date], Rule | None] = {}

    def rows(self, rule_id: str) -> tuple[Rule, ...]:
        """The shipped rows with the id, oldest first; own numbers are found by date."""
        return self._shipped.rows(rule_id)

    def find(self, rule_id: str, on: dt.date) -> Rule | None:
        """The row in force on ``on`` with the user's numbers in it."""
        key = (rule_id, on)
        if key not in self._found:
            self._found[key] = self._with_own(rule_id, on)
        return self._found[key]

    def _with_own(self, rule_id: str, on: dt.date) -> Rule | None:
        shipped = self._shipped.find(rule_id, on)
        who = None if self._helper is None else self._helper.id
        named = (in_force(self._own, name, on, who) for name in RateName if name.rule == rule_id)
        own = [one for one in named if one is not None]
        if not own:
            return shipped
        values = {} if shipped is None else dict(shipped.values)
        values |= {one.name.key: one.value for one in own}
        title = own[0].name.label if shipped is None else shipped.title
        return Rule(rule_id, title, on, Confidence.WRITTEN, on, values, own[0].source)

    def hour(self, on: dt.date) -> Hourly:
        """Kroner for an hour of the helper: what is agreed, else by their step."""
        agreed = rate_of(self, HOUR, RateName.AGREED_HOUR.key, on)
        if isinstance(agreed, Decimal):
            return agreed
        seniority = None if self._helper is None else self._helper.seniority_date
        step = pay_step(seniority, on, self)
        return agreed if isinstance(step, Missing) else hourly_pay(step, on, self)


def tariff(session: Session, helper: Helper | None = None) -> Tariff:
    """The rates of a file, as they are for one helper or for all."""
    return Tariff(rulebook(), session.records.all(OwnRate), helper)
