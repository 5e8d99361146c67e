"""That something due was put off, until when and why; the only thing kept of the due list."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, ClassVar

from bpa_desktop.domain.record import Problem, Record, about, record
from bpa_desktop.errors import N_

if TYPE_CHECKING:
    from collections.abc import Iterator


@record
class Postponed(Record):
    """One thing put off. ``code`` and ``subject`` tell which, as the due list names it."""

    type_name: ClassVar[str] = "postponed"

    code: str = about(N_("What"))
    subject: str = about(N_("Which"), default="")
    until: dt.date = about(N_("Put off until"))
    reason: str = about(N_("Why"), help=N_("A few words, so that you know it later."))

    def problems(self) -> Iterator[Problem]:
        """Yield what is wrong with it on its own."""
        if not self.reason.strip():
            yield Problem(field="reason", reason=N_("Write why."))
