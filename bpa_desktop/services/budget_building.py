"""A budget built from the grant: what is assumed, the lines that come of it, and saving them."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from decimal import Decimal
from typing import TYPE_CHECKING, Final, NamedTuple

from bpa_desktop.domain.budget import Budget, BudgetLine
from bpa_desktop.domain.budget_building import (
    EMPLOYER,
    HEADROOM,
    MEETING,
    MUS,
    OWN_PAYROLL,
    employer_line,
    given_line,
    hour_line,
    seniority_mix,
    share_line,
    supplement_lines,
)
from bpa_desktop.domain.budget_contributions import atp_line, barsel_line, holiday_pay_line
from bpa_desktop.domain.budget_hours import budget_hours, per_helper_hours
from bpa_desktop.domain.kinds import HourKind
from bpa_desktop.domain.money import ZERO, Missing
from bpa_desktop.domain.own_rate import OwnRate
from bpa_desktop.domain.pay import BASE, pay_step
from bpa_desktop.domain.people import Position
from bpa_desktop.domain.standard_line import StandardLine
from bpa_desktop.errors import N_, BpaError
from bpa_desktop.i18n import _
from bpa_desktop.services.budget_building_words import (
    Said,
    formula_words,
    source_words,
    title_words,
)
from bpa_desktop.services.budget_pension import (
    Pension,
    of_profile,
    of_rates,
    sure,
    with_pension,
)
from bpa_desktop.services.budgets import save_budget
from bpa_desktop.services.own_profile import profile_of
from bpa_desktop.services.reading import employed, grants
from bpa_desktop.services.rulebook import rulebook
from bpa_desktop.services.tariff import tariff

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from bpa_desktop.domain.budget_building import BuiltLine, Mix
    from bpa_desktop.domain.budget_hours import BudgetHours, DayMinutes
    from bpa_desktop.domain.municipality import Profile
    from bpa_desktop.domain.people import Helper
    from bpa_desktop.services.session import Session
    from bpa_desktop.services.tariff import Tariff

_ONE_DAY: Final = dt.timedelta(days=1)
_TENTH: Final = Decimal("0.1")
_ALL: Final = Decimal(100)
_HOUR_LINES: Final = (
    (StandardLine.AVAILABILITY, HourKind.AVAILABILITY, N_("Availability hours")),
    (StandardLine.STAFF_MEETINGS, HourKind.STAFF_MEETING, N_("Staff meetings")),
    (StandardLine.MUS, HourKind.MUS, N_("Appraisal talks (MUS)")),
    (StandardLine.TRAINING, HourKind.TRAINING, N_("Training")),
    (StandardLine.COURSES, HourKind.COURSE, N_("Courses")),
    (StandardLine.HOLIDAY_TRIP, HourKind.HOLIDAY_EXTRA, N_("Extra hours on holiday")),
)
"""Lines of hours beside the basic ones, in the order of a budget."""
_BASIC: Final = (HourKind.BASIS, HourKind.TWO_HELPERS, HourKind.OTHER)
_DARK: Final = frozenset({StandardLine.EVENING, StandardLine.NIGHT})
_WEEKEND: Final = frozenset({StandardLine.SATURDAY, StandardLine.SUNDAY})


class NothingToBuild(BpaError):
    """Not one line of the budget can be worked out."""

    sentence = N_("No line can be worked out yet. Write the grant and the rates first.")


class Assumed(NamedTuple):
    """What a budget is built on beside the grant and the rates; ``last`` belongs to it.

    ``experienced`` and ``with_pension`` are the per cent of the pay of such helpers. ``meeting``
    and ``mus`` are hours a year for each helper, ``headroom`` and ``pension`` per cent, and so are
    those of the supplements of the hour (``pension_clock``) and of the weekend. The three amounts
    are kroner for the whole budget. ``None`` means that it is not known. With
    ``unplaced_by_day`` hours of which the grant does not say when they are have no supplement.
    """

    first: dt.date
    last: dt.date
    helpers: int
    permanent: int
    experienced: Decimal
    with_pension: Decimal
    meeting: Decimal | None = None
    mus: Decimal | None = None
    headroom: Decimal | None = None
    pension: Decimal | None = None
    insurance: Decimal | None = None
    helper_related: Decimal | None = None
    set_off: Decimal | None = None
    unplaced_by_day: bool = False
    pension_clock: Decimal | None = None
    pension_weekend: Decimal | None = None

    def with_terms(self, found: Pension) -> Assumed:
        """The same with the per cent of a pension."""
        return self._replace(
            pension=found.percent, pension_clock=found.clock, pension_weekend=found.weekend
        )

    @property
    def end(self) -> dt.date:
        """The first day after the budget."""
        return self.last + _ONE_DAY


class Built(NamedTuple):
    """The lines in the order of a budget, and the hours that they came from."""

    lines: tuple[BuiltLine, ...]
    hours: BudgetHours
    rates: Tariff

    @property
    def whole(self) -> tuple[BuiltLine, ...]:
        """The lines with an amount."""
        return tuple(line for line in self.lines if line.pay.amount is not None)

    @property
    def incomplete(self) -> tuple[BuiltLine, ...]:
        """The lines for which something is missing."""
        return tuple(line for line in self.lines if line.pay.amount is None)

    @property
    def missing(self) -> tuple[Missing, ...]:
        """What is missing, each value with the first day for which it is."""
        first: dict[tuple[str, str], Missing] = {}
        for line in self.lines:
            for one in line.pay.missing:
                first.setdefault((one.rule, one.key), one)
        return tuple(first.values())


def assumed(session: Session, first: dt.date, last: dt.date) -> Assumed:
    """What is known for a budget from ``first`` through ``last``: helpers and municipality."""
    people = _people(session, first, last)
    profile, book = profile_of(session, first), tariff(session)
    terms = of_profile(profile) or _sure_pension(session, first)
    pensioned = people if terms is None else with_pension(people, first, profile, book)
    permanent = [one for one in people if one.position is Position.PERMANENT]

    def known(key: str) -> Decimal | None:
        return None if profile is None else profile.number(key)

    return Assumed(
        first=first,
        last=last,
        helpers=len(people),
        permanent=len(permanent),
        experienced=_percent(_experienced(session, people, first), people),
        with_pension=_percent(pensioned, people),
        meeting=known(MEETING),
        mus=known(MUS),
        headroom=known(HEADROOM),
    ).with_terms(terms or Pension())


def _sure_pension(session: Session, on: dt.date) -> Pension | None:
    scheme = session.scheme()
    area = None if scheme is None else scheme.pay_area
    return sure(rulebook(), session.records.all(OwnRate), on, area)


def _people(session: Session, first: dt.date, last: dt.date) -> Sequence[Helper]:
    """Who is employed when the budget begins, else at some time in it."""
    begun = employed(session, first, first + _ONE_DAY)
    return begun or employed(session, first, last + _ONE_DAY)


def _percent(some: Sequence[Helper], people: Sequence[Helper]) -> Decimal:
    """How many of a hundred helpers are among ``some``, with one decimal."""
    return (_ALL * len(some) / len(people)).quantize(_TENTH) if people else Decimal(0)


def _experienced(session: Session, people: Sequence[Helper], on: dt.date) -> list[Helper]:
    """The helpers on the experienced step on a day."""
    book = tariff(session)
    row = book.find(BASE, on)
    step = None if row is None else row.whole("experienced_step")
    return [one for one in people if pay_step(one.seniority_date, on, book) == step]


def suggested(session: Session, basis: Assumed) -> Assumed | None:
    """The same with the pension of the rates, where they are not sure and nothing else is known.

    ``None`` without a suggestion: it counts only when the user has confirmed it.
    """
    if basis.pension is not None:
        return None
    book, on = tariff(session), basis.first
    found = of_rates(book, on)
    if found is None:
        return None
    people = _people(session, on, basis.last)
    share = _percent(with_pension(people, on, profile_of(session, on), book), people)
    return basis.with_terms(found)._replace(with_pension=share)


def build(session: Session, basis: Assumed) -> Built:
    """The lines of a budget by what is assumed; nothing is written."""
    rates = tariff(session)
    profile = profile_of(session, basis.first)
    yearly = {
        HourKind.STAFF_MEETING: _yearly(profile, MEETING, basis.meeting, basis, basis.helpers),
        HourKind.MUS: _yearly(profile, MUS, basis.mus, basis, basis.permanent),
    }
    hours = budget_hours(grants(session), yearly, basis.first, basis.end, rates)
    pay = list(_pay_lines(hours, seniority_mix(rates, basis.experienced), rates, basis))
    lines = (
        *pay,
        *_contributions(pay, rates, basis),
        *_others(session, profile, hours, basis),
    )
    order = list(StandardLine)
    said = [one for one in lines if one.pay.steps or one.pay.missing]
    return Built(tuple(sorted(said, key=lambda one: order.index(one.standard))), hours, rates)


def _yearly(
    profile: Profile | None, key: str, each: Decimal | None, basis: Assumed, of: int
) -> Decimal:
    known = None if profile is None else profile.known(key)
    least = 0 if known is None else known.min_helpers
    return per_helper_hours(each, basis.helpers, least, of)


def _pay_lines(hours: BudgetHours, mix: Mix, rates: Tariff, basis: Assumed) -> Iterator[BuiltLine]:
    """Basic pay with its supplements and headroom, then the other hours."""
    found: list[BuiltLine] = []
    basic = _days(hours, _BASIC)
    if basic:
        found.append(hour_line(StandardLine.BASIC_PAY, basic, mix, rates, N_("Basic pay")))
    by_day = basis.unplaced_by_day
    found += supplement_lines(hours, mix, rates, unplaced_by_day=by_day)
    if basis.headroom is not None and found:
        parts = [(tuple(found), basis.headroom)]
        found.append(share_line(StandardLine.HEADROOM, N_("Headroom"), parts))
    yield from found
    for standard, kind, title in _HOUR_LINES:
        minutes = _days(hours, (kind,))
        if minutes:
            yield hour_line(standard, minutes, mix, rates, title)


def _days(hours: BudgetHours, kinds: Iterable[HourKind]) -> DayMinutes:
    found: dict[dt.date, int] = defaultdict(int)
    for kind in kinds:
        for day, minutes in hours.by_kind.get(kind, {}).items():
            found[day] += minutes
    return dict(found)


def _contributions(pay: Sequence[BuiltLine], rates: Tariff, basis: Assumed) -> Iterator[BuiltLine]:
    """Holiday pay, pension, ATP and Barsel.dk on the lines of pay."""
    if not pay:
        return
    yield holiday_pay_line(pay, basis.last, rates)
    yield _pension(pay, basis)
    on_the_clock = {*_DARK, *_WEEKEND, StandardLine.HEADROOM}
    minutes = sum(line.minutes or 0 for line in pay if line.standard not in on_the_clock)
    for make in (atp_line, barsel_line):
        line = make(basis.helpers, minutes, basis.first, basis.end, rates)
        if line is not None:
            yield line


def _pension(pay: Sequence[BuiltLine], basis: Assumed) -> BuiltLine:
    """Pension of the pay without supplements, and of those what is given of them."""
    missing = [Missing("budget", "pension", basis.first)] if basis.pension is None else []
    dark = [line for line in pay if line.standard in _DARK]
    weekend = [line for line in pay if line.standard in _WEEKEND]
    rest = [line for line in pay if line.standard not in _DARK | _WEEKEND]
    parts = [(rest, basis.pension or ZERO)]
    for lines, percent in ((dark, basis.pension_clock), (weekend, basis.pension_weekend)):
        if percent is not None:
            parts.append((lines, percent))
    return share_line(StandardLine.PENSION, N_("Pension"), parts, missing, of=basis.with_pension)


def _others(
    session: Session, profile: Profile | None, hours: BudgetHours, basis: Assumed
) -> Iterator[BuiltLine]:
    """The employer's tasks, and the amounts that the user gives."""
    scheme = session.scheme()
    rate, own = (
        None if profile is None else profile.number(key) for key in (EMPLOYER, OWN_PAYROLL)
    )
    lines = (
        None
        if scheme is None
        else employer_line(scheme.employer, scheme.payroll, hours.of_the_grant, rate, own),
        given_line(StandardLine.INSURANCE, basis.insurance),
        given_line(StandardLine.HELPER_RELATED, basis.helper_related),
        given_line(StandardLine.SET_OFF, basis.set_off),
    )
    yield from (line for line in lines if line is not None)


def as_lines(session: Session, basis: Assumed, built: Built) -> list[BudgetLine]:
    """The lines that have an amount, as they are kept; their budget is not named yet."""
    said = Said(profile_of(session, basis.first), basis)
    return [
        BudgetLine(
            budget="",
            place=place,
            words=title_words(line.standard),
            amount=amount,
            minutes=line.minutes,
            standard=line.standard,
            money_class=line.money_class,
            formula=formula_words(line),
            source=source_words(line, built.rates, said),
        )
        for place, (line, amount) in enumerate(_amounts(built), start=1)
    ]


def _amounts(built: Built) -> Iterator[tuple[BuiltLine, Decimal]]:
    for line in built.lines:
        if line.pay.amount is not None:
            yield line, line.pay.amount


def make_budget(session: Session, basis: Assumed) -> tuple[Budget, int]:
    """Build the budget and save it with its whole lines as one action, and tell how many.

    A line for which something is missing is not saved. Raises ``NothingToBuild``.
    """
    lines = as_lines(session, basis, build(session, basis))
    if not lines:
        raise NothingToBuild
    name = _("Budget {year}").format(year=basis.first.year)
    budget = Budget(name=name, valid_from=basis.first, valid_to=basis.last)
    return save_budget(session, N_("build a budget from the grant"), budget, lines), len(lines)
