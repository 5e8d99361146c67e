"""Keys, cards and codes that a helper has received, and whether they have come back."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, ClassVar

from bpa_desktop.domain.record import Problem, Record, about, record
from bpa_desktop.errors import N_

if TYPE_CHECKING:
    from collections.abc import Iterator


@record
class KeyReceipt(Record):
    """Something a helper has been handed."""

    type_name: ClassVar[str] = "key_receipt"

    helper: str = about(N_("Helper"), refers_to="helper")
    what: str = about(N_("What"), help=N_("For example: key to the front door."))
    handed_on: dt.date = about(N_("Handed over on"))
    returned_on: dt.date | None = about(N_("Came back on"), default=None)

    def problems(self) -> Iterator[Problem]:
        """Yield what is wrong with the receipt on its own."""
        if not self.what.strip():
            yield Problem(field="what", reason=N_("Write what it is."))
        if self.returned_on is not None and self.returned_on < self.handed_on:
            yield Problem(
                field="returned_on", reason=N_("It cannot come back before it was handed over.")
            )
