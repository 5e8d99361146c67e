"""The example scheme: eighteen months of a made-up citizen's helpers, pay, roster and papers."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from bpa_desktop.domain.closed_month import ClosedMonth
from bpa_desktop.domain.deadlines import DueCode
from bpa_desktop.domain.period import months_before
from bpa_desktop.domain.postponed import Postponed
from bpa_desktop.errors import N_
from bpa_desktop.services.closed_months import month_of
from bpa_desktop.services.example_activities import activities
from bpa_desktop.services.example_away import away
from bpa_desktop.services.example_case import case
from bpa_desktop.services.example_dates import Dates
from bpa_desktop.services.example_hiring import hiring
from bpa_desktop.services.example_leaving import leaving
from bpa_desktop.services.example_letters import example_letters
from bpa_desktop.services.example_meetings import meetings
from bpa_desktop.services.example_money import money
from bpa_desktop.services.example_municipality import own_decisions
from bpa_desktop.services.example_people import agreed_pay, grants, helpers, scheme
from bpa_desktop.services.example_roster import refusals, roster
from bpa_desktop.services.example_safety import safety
from bpa_desktop.services.example_talks import talks
from bpa_desktop.services.example_teaching import sling, teaching
from bpa_desktop.services.example_trips import trips
from bpa_desktop.services.example_turns import usual_weeks
from bpa_desktop.services.month_pay import months_pay
from bpa_desktop.services.pay_corrections import as_lines

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bpa_desktop.domain.record import Record
    from bpa_desktop.domain.roster import Shift
    from bpa_desktop.services.session import Session

_TWO_DAYS: Final = dt.timedelta(days=2)


def example_records(today: dt.date) -> tuple[Record, ...]:
    """Every record of the example as of ``today``: the same day gives the same records.

    Shifts run from the first of the month eighteen months ago to at least eight weeks ahead. Those
    that were over when ``today`` began are worked; the turns after that were rolled out from the
    roster pattern. In the next 14 days there are two unfilled shifts and one that comes too soon
    after another. Here and there over the months somebody gave up a weekly day off to help out;
    everything else is in order. Every month that was over the day before is closed.
    """
    dates = Dates(today)
    people = helpers(dates)
    absences, shifts = roster(dates, people)
    plan = (*grants(dates), usual_weeks(dates), *shifts, *absences, *activities())
    paid = (*agreed_pay(dates), *money(dates))
    after = (*refusals(dates, shifts), *_closed(dates))
    own = scheme(dates)
    led = (*_led(dates, shifts), *safety(dates, own.citizen_name), *example_letters(dates, own))
    return (own, *people, *plan, *paid, *after, *led, *own_decisions(dates))


def _led(dates: Dates, shifts: Sequence[Shift]) -> Iterator[Record]:
    """What the leader has kept of helpers beside the roster and the pay."""
    yield from leaving(dates)
    yield from talks(dates, shifts)
    yield from trips(dates)
    yield from case(dates)
    yield from teaching(dates)
    yield from hiring(dates)
    yield from meetings(dates, shifts)
    yield Postponed(
        id="postponed-1",
        code=DueCode.COURSE_EXPIRES.value,
        subject="course/course-1",
        until=dates.days_ago(-7),
        reason="jeg venter på svar fra kursusstedet",
    )
    yield from away(dates, shifts)


def _closed(dates: Dates) -> Iterator[ClosedMonth]:
    """The months whose last night was over before today began."""
    first = dates.start
    while (end := months_before(first, -1)) < dates.today:
        closed_on = min(dates.today, end + _TWO_DAYS)
        yield ClosedMonth(id=f"closed-{first:%Y-%m}", month=first, closed_on=closed_on)
        first = end


def write_example(session: Session) -> None:
    """Fill the file with the example as of the session's today, as one action.

    The pay of the closed months is locked, as it was when they were closed.
    """
    records = example_records(session.today)
    closed = [one for one in records if isinstance(one, ClosedMonth)]
    with session.operation(N_("fill in the example")) as operation:
        operation.keep(sling())
        operation.save_all(one for one in records if not isinstance(one, ClosedMonth))
        operation.save_all(_locked(session, closed))


def _locked(session: Session, closed: Sequence[ClosedMonth]) -> Iterator[ClosedMonth]:
    """The closed months with their pay."""
    months = [month_of(one.first) for one in closed]
    for one, pays in zip(closed, months_pay(session, months), strict=True):
        yield replace(one, pay=as_lines(pays, one.first))
