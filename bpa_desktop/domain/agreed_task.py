"""What was agreed at a meeting or a talk: who does what, and by when."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, ClassVar

from bpa_desktop.domain.record import Problem, Record, Sensitivity, about, record
from bpa_desktop.errors import N_

if TYPE_CHECKING:
    from collections.abc import Iterator


@record
class AgreedTask(Record):
    """Something that was agreed; without a helper it is the leader's own."""

    type_name: ClassVar[str] = "agreed_task"

    what: str = about(N_("What was agreed"), sensitivity=Sensitivity.PERSONAL)
    helper: str | None = about(
        N_("Who"), default=None, refers_to="helper", help=N_("Empty: you do it yourself.")
    )
    due_on: dt.date | None = about(N_("By when"), default=None)
    done_on: dt.date | None = about(N_("Done on"), default=None)
    point: str | None = about(N_("Point of a meeting"), default=None, refers_to="meeting_point")
    talk: str | None = about(N_("Talk"), default=None, refers_to="talk")

    def problems(self) -> Iterator[Problem]:
        """Yield what is wrong with it on its own."""
        if not self.what.strip():
            yield Problem(field="what", reason=N_("Write what was agreed."))
