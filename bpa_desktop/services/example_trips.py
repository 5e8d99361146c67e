"""The example's trips: one that is over, and one in the summer to come."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from bpa_desktop.domain.moved_hours import Consent
from bpa_desktop.domain.trip import Trip

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bpa_desktop.services.example_dates import Dates

_WEEK: Final = dt.timedelta(days=6)
_HOUR: Final = 60


def trips(dates: Dates) -> Iterator[Trip]:
    """A week away last autumn, and one this summer that is not applied for."""
    past, coming = dates.monday(22), dates.monday(-16)
    yield Trip(
        id="trip-past",
        place="Sommerhus ved Blokhus",
        first_day=past,
        last_day=past + _WEEK,
        purpose="Ferie sammen med familien.",
        extra_minutes=24 * _HOUR,
        extra_reason="Der er ingen lift i huset, så der skal være to ved forflytning.",
        second_helper="Forflytning uden loftlift.",
        cost=Decimal(1850),
        cost_words="Kost til hjælperne og færge.",
        applied_on=past - dt.timedelta(weeks=7),
        consent=Consent.AGREED,
        decision_reference="Ferie 25/88",
    )
    yield Trip(
        id="trip-coming",
        place="Bornholm",
        first_day=coming,
        last_day=coming + _WEEK,
        purpose="Ferie.",
        extra_minutes=30 * _HOUR,
        extra_reason="Fremmede omgivelser, og vi er ude hele dagen.",
    )
