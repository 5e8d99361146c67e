"""What a month costs in pay or benefit while a helper, or a child of theirs, is ill."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Final, NamedTuple

from bpa_desktop.domain.absence import AbsenceKind
from bpa_desktop.domain.asked import CHILD_BORN, SICK_PAY
from bpa_desktop.domain.holiday import holiday_year
from bpa_desktop.domain.holiday_away import unearned_days
from bpa_desktop.domain.holiday_pay import sick_holiday_pay
from bpa_desktop.domain.money import ZERO, Missing, hours_of, ore, rate_of
from bpa_desktop.domain.scheme import Answer, SickPay
from bpa_desktop.domain.sick_pay import SickTime, sick_benefit
from bpa_desktop.domain.sick_period import sick_spells
from bpa_desktop.domain.sick_right import (
    AGREED,
    BENEFIT,
    DAY,
    agreed_pay_test,
    benefit_test,
    is_child_day_paid,
)
from bpa_desktop.domain.standard_line import StandardLine
from bpa_desktop.errors import N_
from bpa_desktop.services.pay_values import Found, Note, Sums, as_found, together

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from decimal import Decimal

    from bpa_desktop.domain.period import Period
    from bpa_desktop.domain.sick_period import Spell
    from bpa_desktop.services.month_work import LostPay
    from bpa_desktop.services.pay_material import Material, Person

FULL: Final = N_("Pay during sickness")
BENEFIT_TITLE: Final = N_("Sickness benefit")
CHILD: Final = N_("Pay on a child's sick day")
HOLIDAY_OF_SICK: Final = N_("Holiday pay of sick days")
_NO_RIGHT: Final = N_(
    "Nothing is paid for the sickness from {date}: "
    "employed too short a time, or too few hours worked in the weeks before."
)
_CHILD_KINDS: Final = (AbsenceKind.CHILD_FIRST_SICK_DAY, AbsenceKind.CHILD_SECOND_SICK_DAY)


class Ill(NamedTuple):
    """A spell of sickness, what was lost in it in the month, and what in the days before."""

    spell: Spell
    lost: tuple[LostPay, ...]
    before: tuple[LostPay, ...]


def sickness(stuff: Material, person: Person, lost: Sequence[LostPay], month: Period) -> Found:
    """The lines for the sickness of a helper in a month, by what the scheme pays."""
    own = [one for one in lost if one.loss.absence.kind is AbsenceKind.SICKNESS]
    ill = [_ill(spell, own, month) for spell in sick_spells(person.absences)]
    ways = {SickPay.FULL: _full_pay, SickPay.BENEFIT: _benefit}
    found = []
    for one in ill:
        if not one.lost:
            continue
        way = ways.get(stuff.sick_pay)
        if way is None:
            found.append(Found(missing=(SICK_PAY.missing(one.lost[0].day),)))
        else:
            found.append(way(stuff, person, one, month))
    return together(*found)


def _ill(spell: Spell, lost: Iterable[LostPay], month: Period) -> Ill:
    within = [
        one
        for one in lost
        if spell.first <= one.loss.absence.first_day
        and (spell.last is None or one.loss.absence.first_day <= spell.last)
    ]
    return Ill(
        spell,
        tuple(one for one in within if month.first <= one.day < month.end),
        tuple(one for one in within if one.day < month.first),
    )


def _full_pay(stuff: Material, person: Person, ill: Ill, _month: Period) -> Found:
    """The usual pay of what was lost, for who has been employed long enough."""
    first = ill.spell.first
    weeks = rate_of(person.rates, AGREED, "weeks", first)
    if isinstance(weeks, Missing):
        return usual_pay(ill.lost, FULL)
    worked = stuff.worked(person, first - dt.timedelta(weeks=int(weeks)), first)
    test = agreed_pay_test(first, person.helper.employments, worked, person.rates)
    if not isinstance(test, Missing) and test.answer is Answer.NO:
        return Found(notes=(Note(_NO_RIGHT, first),))
    return usual_pay(ill.lost, FULL)


def usual_pay(lost: Sequence[LostPay], title: str) -> Found:
    """All that the lost work would have been paid with, as one line."""
    missing = [missing for one in lost for missing in one.usual.pay.missing]
    if missing:
        return Found(missing=tuple(missing))
    sums = Sums()
    for one in lost:
        sums.add_whole(one.loss.shift, one.day, one.usual, (title, StandardLine.SICK_PAY))
    minutes = sum(one.minutes for one in lost)
    return Found(tuple(line._replace(minutes=minutes) for line in sums.lines()))


def _benefit(stuff: Material, person: Person, ill: Ill, month: Period) -> Found:
    """Sickness benefit in the employer period, and the holiday pay of the sick days."""
    holiday = _holiday_of_sick(person, ill, month)
    right = _right(stuff, person, ill)
    if isinstance(right, Missing):
        return together(Found(missing=(right,)), holiday)
    if right is Answer.NO:
        return together(Found(notes=(Note(_NO_RIGHT, ill.spell.first),)), holiday)
    if right is Answer.UNKNOWN:
        unknown = Missing(DAY, "most_hours", ill.spell.first)
        return together(Found(missing=(unknown,)), holiday)
    missing = [missing for one in ill.lost for missing in one.usual.pay.missing]
    if missing:
        return together(Found(missing=tuple(missing)), holiday)
    paid = sick_benefit(ill.spell.first, _times(ill.lost), person.rates, _times(ill.before))
    minutes = sum(one.minutes for one in ill.lost)
    shifts = [one.loss.shift for one in ill.lost]
    return together(as_found(paid, BENEFIT_TITLE, StandardLine.SICK_PAY, minutes, *shifts), holiday)


def _right(stuff: Material, person: Person, ill: Ill) -> Answer | Missing:
    first = ill.spell.first
    weeks = rate_of(person.rates, BENEFIT, "weeks", first)
    if isinstance(weeks, Missing):
        return weeks
    worked = stuff.worked(person, first - dt.timedelta(weeks=int(weeks)), first)
    test = benefit_test(
        first, person.helper.employments, worked, person.rates, at_work=bool(worked)
    )
    return test if isinstance(test, Missing) else test.answer


def _times(lost: Iterable[LostPay]) -> list[SickTime]:
    """What was lost with its usual hourly pay; what is missing there is told elsewhere."""
    return [
        SickTime(one.day, one.minutes, ore(one.usual.pay.amount / hours_of(one.minutes)))
        for one in lost
        if one.usual.pay.amount is not None
    ]


def _holiday_of_sick(person: Person, ill: Ill, month: Period) -> Found:
    """Holiday pay of sick days that earn holiday though they have no full pay."""
    year = holiday_year(ill.spell.first, person.rates)
    if isinstance(year, Missing):
        return Found(missing=(year,))
    employments = person.helper.employments
    unearned = unearned_days(year.earned, person.absences, employments, person.rates)
    if isinstance(unearned, Missing):
        return Found(missing=(unearned,))
    earning = [one for one in ill.lost if one.day not in unearned]
    amounts = [one.usual.pay.amount for one in earning]
    normal: Decimal = sum((amount for amount in amounts if amount is not None), ZERO)
    if not normal or None in amounts:
        return Found()
    paid = sick_holiday_pay(normal, month.last, person.rates)
    return as_found(paid, HOLIDAY_OF_SICK, StandardLine.HOLIDAY_PAY)


def child_days(person: Person, lost: Sequence[LostPay], month: Period) -> Found:
    """The usual pay of what was lost to a child's first and second sick day."""
    own = [
        one
        for one in lost
        if one.loss.absence.kind in _CHILD_KINDS and month.first <= one.day < month.end
    ]
    answers = [
        is_child_day_paid(
            one.loss.absence.kind,
            one.day,
            one.loss.absence.child_birth_date,
            person.helper.position,
            person.rates,
        )
        for one in own
    ]
    missing = [
        answer if isinstance(answer, Missing) else CHILD_BORN.missing(one.day)
        for one, answer in zip(own, answers, strict=True)
        if isinstance(answer, Missing) or answer is Answer.UNKNOWN
    ]
    paid = [one for one, answer in zip(own, answers, strict=True) if answer is Answer.YES]
    return together(Found(missing=tuple(missing)), usual_pay(paid, CHILD))
