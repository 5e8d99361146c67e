"""A built budget in words: what a line is called, how it is worked out, and what it rests on."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Final, NamedTuple

from bpa_desktop.documents.phrases import in_hours
from bpa_desktop.domain.budget import MoneyClass
from bpa_desktop.domain.budget_building import (
    EMPLOYER,
    HEADROOM,
    MEETING,
    MUS,
    OWN_PAYROLL,
    PENSION,
    UNPLACED,
)
from bpa_desktop.domain.money import ZERO, Unit, minutes_of
from bpa_desktop.domain.own_rate import RateName
from bpa_desktop.domain.pension import RULE as PENSION_RULE
from bpa_desktop.domain.rates import Confidence
from bpa_desktop.domain.standard_line import StandardLine
from bpa_desktop.errors import N_
from bpa_desktop.i18n import _, date_words, money, ngettext, number

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from decimal import Decimal

    from bpa_desktop.domain.budget_building import BuiltLine
    from bpa_desktop.domain.money import Missing, Step
    from bpa_desktop.domain.municipality import Known, Profile
    from bpa_desktop.domain.rates import Rule, RuleBook
    from bpa_desktop.services.budget_building import Assumed, Built

_DIGITS: Final = 4
_PERCENT: Final = 100
_NAMES: Final = {(name.rule, name.key): name.label for name in RateName}
_OWN_NAMES: Final = {
    ("budget", "pension"): N_("Pension in per cent"),
    ("budget", "employer_task"): N_("Kroner per hour for the employer's tasks"),
}
_KEYS: Final[Mapping[StandardLine, tuple[str, str]]] = {
    StandardLine.STAFF_MEETINGS: (MEETING, "meeting"),
    StandardLine.MUS: (MUS, "mus"),
    StandardLine.HEADROOM: (HEADROOM, "headroom"),
    StandardLine.PENSION: (PENSION, "pension"),
    StandardLine.EMPLOYER_TASK: (EMPLOYER, ""),
    StandardLine.PAYROLL: (OWN_PAYROLL, ""),
}
"""Where the number of a line stands in a profile, and what it is called among the assumptions."""


class Said(NamedTuple):
    """What the numbers beside the rates rest on: the municipality's profile, and the user."""

    profile: Profile | None
    basis: Assumed


def title_words(standard: StandardLine) -> str:
    """What a built line is called: the standard line without its code."""
    return _(standard.label).rsplit(" (", 1)[0]


def formula_words(line: BuiltLine) -> str:
    """``6.570 timer × 135,60 kr. + 2.190 timer × 137,93 kr.``; empty for an amount of the user."""
    if line.given:
        return ""
    return " + ".join(map(_step, line.pay.steps))


def _step(step: Step) -> str:
    rate = money(step.rate)
    if step.unit is Unit.HOURS:
        return f"{in_hours(minutes_of(step.quantity))} × {rate}"
    if step.unit is Unit.KRONER:
        return f"{money(step.quantity)} × {number(step.rate * _PERCENT, _DIGITS)} %"
    if step.unit is Unit.MONTHS:
        text = ngettext("{n} month of a helper", "{n} months of helpers", int(step.quantity))
        return f"{text} × {rate}"
    quantity = number(step.quantity, _DIGITS)
    return rate if step.quantity == 1 else f"{quantity} × {rate}"


def source_words(line: BuiltLine, rates: RuleBook, said: Said) -> str:
    """Everything that a line rests on, each source once with how sure it is."""
    if line.given:
        return _(Confidence.WRITTEN.label)
    found = [*_of_steps(line, rates), *_of_numbers(line, rates, said)]
    return "; ".join(dict.fromkeys(found))


def _of_steps(line: BuiltLine, rates: RuleBook) -> Iterator[str]:
    for step in line.pay.steps:
        rule = rates.find(step.rule, step.on) if step.rule and step.on else None
        if rule is not None:
            yield _row_words(rule)


def _of_numbers(line: BuiltLine, rates: RuleBook, said: Said) -> Iterator[str]:
    """Where a number of the municipality or of the rates is from; a changed one is the user's."""
    key, field = _KEYS.get(line.standard, ("", ""))
    known = None if said.profile is None else said.profile.known(key)
    if not key:
        return
    chosen = getattr(said.basis, field) if field else None
    if known is not None and (not field or chosen == known.value):
        yield known_words(known)
    elif chosen is not None:
        row = rates.find(PENSION_RULE, said.basis.first) if key == PENSION else None
        is_rate = row is not None and row.values.get("percent") == chosen
        yield _row_words(row) if row is not None and is_rate else _(Confidence.WRITTEN.label)


def _row_words(rule: Rule) -> str:
    """``Kilderne er uenige: Brønderslev Kommune …``: how sure a row is, and where it is from."""
    sure = _(rule.confidence.label)
    return f"{sure}: {rule.source}" if rule.source else sure


def known_words(known: Known) -> str:
    """``Læst i kilden: Brønderslev Kommune, Kvalitetsstandard (4. december 2023)``."""
    source = known.source
    dated = f" ({date_words(source.approved)})" if source.approved else ""
    return f"{_(known.confidence.label)}: {source.named}{dated}"


def missing_words(missing: Missing, rates: RuleBook) -> str:
    """``Timeløn på løntrin 11 mangler fra 1. januar 2026.``."""
    if missing.rule == UNPLACED:
        return _(
            "The grant does not say when on the clock all the hours are, so their supplements "
            "cannot be known. Write the times in the grant."
        )
    key = (missing.rule, missing.key)
    name = _NAMES.get(key) or _OWN_NAMES.get(key) or _title(missing.rule, rates)
    if missing.on == dt.date.min or key in _OWN_NAMES:
        return _("{what} is missing.").format(what=_(name))
    return _("{what} is missing from {date}.").format(what=_(name), date=date_words(missing.on))


def _title(rule: str, rates: RuleBook) -> str:
    return next((row.title for row in rates.rows(rule)), rule)


def built_words(line: BuiltLine) -> str:
    """``Grundløn: 1.234.567,00 kr.``, or that it is incomplete."""
    amount: Decimal | None = line.pay.amount
    text = money(amount) if amount is not None else _("incomplete")
    return _("{what}: {amount}").format(what=title_words(line.standard), amount=text)


def built_sentence(built: Built) -> str:
    """What the built lines come to without section 10, and how many cannot be worked out."""
    amounts = [one.pay.amount or ZERO for one in built.whole if not is_outside(one)]
    text = ngettext("{sum} in {n} line.", "{sum} in {n} lines.", len(built.whole))
    words = text.format(sum=money(sum(amounts, ZERO)))
    lacking = len(built.incomplete)
    if not lacking:
        return words
    more = ngettext(
        "Incomplete: {n} line cannot be worked out.",
        "Incomplete: {n} lines cannot be worked out.",
        lacking,
    )
    return f"{words} {more}"


def is_outside(line: BuiltLine) -> bool:
    """Whether a line stands outside the accounts."""
    return line.money_class is MoneyClass.OUTSIDE
