"""A move from one municipality to another."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, ClassVar

from bpa_desktop.domain.record import Problem, Record, about, record
from bpa_desktop.errors import N_

if TYPE_CHECKING:
    from collections.abc import Iterator


@record
class Relocation(Record):
    """The first day in the new municipality, and the two names as the user writes them."""

    type_name: ClassVar[str] = "relocation"

    moves_on: dt.date = about(N_("First day in the new municipality"))
    from_municipality: str = about(N_("The municipality you leave"))
    to_municipality: str = about(N_("The municipality you move to"))
    old_told_on: dt.date | None = about(N_("The old municipality was told on"), default=None)
    new_told_on: dt.date | None = about(N_("The new municipality was told on"), default=None)

    def problems(self) -> Iterator[Problem]:
        """Yield what is wrong with the move on its own."""
        for field in ("from_municipality", "to_municipality"):
            if not getattr(self, field).strip():
                yield Problem(field=field, reason=N_("Write the municipality."))
