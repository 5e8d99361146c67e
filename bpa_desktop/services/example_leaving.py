"""The example's helper who left: how, what was handed over, and what is still to be done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bpa_desktop.domain.key_receipt import KeyReceipt
from bpa_desktop.domain.leaving import Leaving, LeavingReason
from bpa_desktop.domain.period import months_before
from bpa_desktop.services.example_people import ANNA, ELIAS

if TYPE_CHECKING:
    from bpa_desktop.domain.record import Record
    from bpa_desktop.services.example_dates import Dates


def leaving(dates: Dates) -> tuple[Record, ...]:
    """The leaving, with the papers given and the statement not, and a key that is not back."""
    return (
        Leaving(
            id="leaving-1",
            helper=ELIAS,
            reason=LeavingReason.OWN_WISH,
            notice_on=months_before(dates.left, 1),
            last_day=dates.left,
            papers_given_on=dates.left,
        ),
        KeyReceipt(
            id="key-1", helper=ELIAS, what="Nøgle til hoveddøren", handed_on=dates.month(30)
        ),
        KeyReceipt(
            id="key-2",
            helper=ELIAS,
            what="Parkeringskort",
            handed_on=dates.month(24),
            returned_on=dates.left,
        ),
        KeyReceipt(id="key-3", helper=ANNA, what="Nøgle til hoveddøren", handed_on=dates.month(52)),
    )
