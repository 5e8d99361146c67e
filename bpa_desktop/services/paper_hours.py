"""The values of the account of hours, counted from grants, shifts and absences."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Final

from bpa_desktop.documents.hours_values import (
    Amount,
    Foresight,
    GrantInForce,
    HelperHours,
    Hours,
    HoursAccount,
    MonthHours,
    YearToDate,
    summed,
)
from bpa_desktop.domain.clock import MINUTES_PER_DAY, day_span, days_span, overlap
from bpa_desktop.domain.granted import NO_END, granted, in_force
from bpa_desktop.domain.hours import NOBODY, Measure, by_month, report
from bpa_desktop.domain.kinds import PRESENT, HourKind
from bpa_desktop.domain.roster import ShiftState
from bpa_desktop.services.forecast_words import (
    ending,
    figure_heads,
    figures,
    is_over,
    month_name,
    reasons,
    year_chart,
)
from bpa_desktop.services.forecasting import year_forecast
from bpa_desktop.services.hospital_hours import without_elsewhere
from bpa_desktop.services.hours_report import ledger
from bpa_desktop.services.reading import grants, helpers, stints

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bpa_desktop.domain.hours import Report
    from bpa_desktop.domain.period import Period
    from bpa_desktop.services.paper_scope import Scope

_PLANNED: Final = str(ShiftState.PLANNED)
_KNOWN: Final = 2
"""The figures of a month that are told of a year that is over: granted and used."""


def account_values(scope: Scope, period: Period) -> HoursAccount:
    """The hours of ``period`` as far as it has come, and the plan for the rest of it."""
    counted = period.until(scope.today)
    ahead = period.since(scope.today)
    months = month_hours(scope, period)
    return HoursAccount(
        case_number=scope.case_number,
        period=period,
        made_on=scope.today,
        months=months,
        ahead=_ahead(scope, ahead) if ahead else None,
        ahead_part=ahead,
        unconfirmed=_unconfirmed(scope, counted) if counted else 0,
        elsewhere=_report(scope, counted).elsewhere(Measure.WORKED) if counted else 0,
        helpers=tuple(_helpers(scope, counted)) if counted else (),
        grants=tuple(_grants(scope, period)),
        year=counted.last.year if counted else 0,
        year_kinds=tuple(_year(scope, counted)) if counted else (),
        year_end=counted.end if counted else None,
        clock_changes=tuple(clock_changes(counted)) if counted else (),
        foresight=_foresight(scope, counted) if counted else None,
    )


def _foresight(scope: Scope, counted: Period) -> Foresight:
    found = year_forecast(scope.session, counted.last.year)
    columns = _KNOWN if is_over(found) else None
    return Foresight(
        ending=ending(found),
        chart=year_chart(found),
        heads=figure_heads()[:columns],
        figures=tuple((month_name(one.first), *figures(one)[:columns]) for one in found.months),
        reasons=reasons(found),
    )


def month_hours(scope: Scope, period: Period) -> tuple[MonthHours, ...]:
    """The hours of each calendar month of ``period`` before today, by kind."""
    counted = period.until(scope.today)
    if counted is None:
        return ()
    found = _report(scope, counted)
    return tuple(
        MonthHours(
            part=part,
            kinds=tuple(
                (kind, one) for kind in HourKind if (one := _hours(found, part.first, kind))
            ),
        )
        for part in counted.months()
    )


def _report(scope: Scope, period: Period) -> Report:
    everything = ledger(scope.session, period.first, period.end)
    return report(everything, by_month(period.first, period.end))


def _hours(found: Report, first: dt.date | None, kind: HourKind) -> Hours:
    return Hours(
        granted=found.minutes(Measure.GRANTED, first, kind),
        planned=found.minutes(Measure.PLANNED, first, kind),
        used=found.minutes(Measure.WORKED, first, kind),
        absent=found.minutes(Measure.ABSENT, first, kind),
        uncovered=found.minutes(Measure.UNCOVERED, first, kind),
    )


def _ahead(scope: Scope, ahead: Period) -> Hours:
    found = _report(scope, ahead)
    return summed(_hours(found, None, kind) for kind in HourKind if kind in PRESENT)


def _unconfirmed(scope: Scope, counted: Period) -> int:
    window = days_span(counted.first, counted.end)
    total = 0
    everybody = stints(scope.session, counted.first, counted.end)
    for one in without_elsewhere(scope.session, everybody):
        _id, helper, _for, kind, state, start, end, _from, _to = one
        inside = overlap((start, end), window)
        if inside and helper and state == _PLANNED and kind in PRESENT:
            total += inside[1] - inside[0]
    return total


def _helpers(scope: Scope, counted: Period) -> Iterator[HelperHours]:
    found = _report(scope, counted)
    order = scope.naming.order
    people = sorted((helper.id for helper in helpers(scope.session)), key=lambda one: order[one])
    for person in (*people, NOBODY):
        planned, used, absent = (
            found.minutes(measure, None, None, person)
            for measure in (Measure.PLANNED, Measure.WORKED, Measure.ABSENT)
        )
        if planned or used or absent:
            name = scope.naming.of(person)
            yield HelperHours(helper=name, planned=planned, used=used, absent=absent)


def _grants(scope: Scope, period: Period) -> Iterator[GrantInForce]:
    for validity in in_force(grants(scope.session)):
        if validity.first < period.end and validity.end > period.first:
            grant = validity.grant
            is_open = validity.end == NO_END
            yield GrantInForce(
                first=validity.first,
                last=None if is_open else validity.end - dt.timedelta(days=1),
                decided=grant.decision_date,
                reference=grant.decision_reference.strip(),
                year_length=grant.year_length,
                amounts=tuple(
                    Amount(
                        kind=line.kind,
                        minutes=line.minutes,
                        per=line.per,
                        helpers=line.helpers,
                        weekdays=line.weekdays,
                    )
                    for line in grant.lines
                ),
            )


def _year(scope: Scope, counted: Period) -> Iterator[YearToDate]:
    first = dt.date(counted.last.year, 1, 1)
    everything = ledger(scope.session, first, counted.end)
    found = report(everything, (first, counted.end))
    whole = granted(everything.grants, first, dt.date(first.year + 1, 1, 1))
    for kind in HourKind:
        one = _hours(found, None, kind)
        if one.granted or one.used or whole.get(kind):
            yield YearToDate(
                kind=kind, granted_year=whole.get(kind, 0), granted=one.granted, used=one.used
            )


def clock_changes(counted: Period) -> Iterator[dt.date]:
    """The days of ``counted`` that are longer or shorter than 24 hours."""
    for day in counted.days():
        start, end = day_span(day)
        if end - start != MINUTES_PER_DAY:
            yield day
