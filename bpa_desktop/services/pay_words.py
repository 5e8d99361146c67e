"""How an amount of pay came about, and what is missing for one, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bpa_desktop.documents.phrases import in_hours
from bpa_desktop.domain import asked
from bpa_desktop.domain.money import Unit, minutes_of
from bpa_desktop.domain.own_rate import RateName
from bpa_desktop.errors import N_
from bpa_desktop.i18n import _, date_words, money, number
from bpa_desktop.services.rulebook import rulebook

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bpa_desktop.domain.money import Missing, Step

_NAMES: Final = {(name.rule, name.key): name for name in RateName}
_FACTS: Final = {
    asked.BIRTH_DATE: N_("The pension is missing: write the helper's date of birth."),
    asked.SICK_PAY: N_("Pay during sickness is missing: answer under Rates what helpers get."),
    asked.AGREEMENT: N_(
        "Pay during leave is missing: answer in the scheme whether an agreement is acceded to."
    ),
    asked.CHILD_BORN: N_("Pay on a child's sick day is missing: write the child's date of birth."),
    asked.IN_FUND: N_(
        "The G-day on {date} is missing: write whether the helper is in an unemployment fund."
    ),
    asked.OWN_WISH: N_(
        "The G-day on {date} is missing: write whether the helper ended it, "
        "or has new work, is ill or on holiday."
    ),
}
_HUNDRED: Final = 100
_DIGITS: Final = 6
_FEW_DIGITS: Final = 4


def rate_named(missing: Missing) -> RateName | None:
    """The rate that the user can write so that it is not missing any more; None for a fact."""
    return _NAMES.get((missing.rule, missing.key))


def step_words(step: Step) -> str:
    """``Aftentillæg: 6 timer × 40,68 kr. = 244,08 kr.``, or kroner times per cent."""
    text = _("{what}: {hours} × {rate} = {amount}")
    if step.unit is Unit.HOURS:
        quantity, rate = in_hours(minutes_of(step.quantity)), money(step.rate)
    elif step.unit is Unit.KRONER:
        quantity, rate = money(step.quantity), f"{number(step.rate * _HUNDRED, _DIGITS)} %"
    elif step.unit is Unit.TIMES and step.quantity != 1:
        quantity, rate = number(step.quantity, _FEW_DIGITS), money(step.rate)
    else:
        return _("{what}: {amount}").format(what=_(step.title), amount=money(step.amount))
    return text.format(what=_(step.title), hours=quantity, rate=rate, amount=money(step.amount))


def missing_words(missing: Iterable[Missing]) -> tuple[str, ...]:
    """``Timeløn på trin 11 mangler for 16. marts 2026.`` once for each rate: its first day."""
    first: dict[tuple[object, ...], Missing] = {}
    for one in missing:
        of_day = one.on if (one.rule, one.key) in {asked.IN_FUND, asked.OWN_WISH} else None
        first.setdefault((one.rule, one.key, of_day), one)
    return tuple(map(_missing, first.values()))


def _missing(missing: Missing) -> str:
    day, name = date_words(missing.on), rate_named(missing)
    fact = _FACTS.get(asked.Fact(missing.rule, missing.key))
    if fact is not None:
        return _(fact).format(date=day)
    what = _(name.label) if name is not None else _title(missing.rule)
    return _("{what} is missing for {date}.").format(what=what, date=day)


def _title(rule: str) -> str:
    rows = rulebook().rows(rule)
    return _(rows[0].title) if rows else rule
