"""The example scheme: eighteen months of a made-up citizen's helpers, roster and papers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bpa_desktop.errors import N_
from bpa_desktop.services.example_activities import activities
from bpa_desktop.services.example_dates import Dates
from bpa_desktop.services.example_people import grants, helpers, scheme
from bpa_desktop.services.example_roster import roster
from bpa_desktop.services.example_turns import usual_weeks

if TYPE_CHECKING:
    import datetime as dt

    from bpa_desktop.domain.record import Record
    from bpa_desktop.services.session import Session


def example_records(today: dt.date) -> tuple[Record, ...]:
    """Every record of the example as of ``today``: the same day gives the same records.

    Shifts run from the first of the month eighteen months ago to at least eight weeks ahead. Those
    that were over when ``today`` began are worked; the turns after that were rolled out from the
    roster pattern. In the next 14 days there are two unfilled shifts and one that comes too soon
    after another; everything else is in order.
    """
    dates = Dates(today)
    people = helpers(dates)
    absences, shifts = roster(dates, people)
    pattern = usual_weeks(dates)
    return (
        scheme(dates),
        *people,
        *grants(dates),
        pattern,
        *shifts,
        *absences,
        *activities(),
    )


def write_example(session: Session) -> None:
    """Fill the file with the example as of the session's today, as one action."""
    records = example_records(session.today)
    with session.operation(N_("fill in the example")) as operation:
        operation.save_all(records)
