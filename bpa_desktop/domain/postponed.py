"""That something due was put off, until when and why; the only thing kept of the due list."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, ClassVar, Final

from bpa_desktop.domain.record import Problem, Record, about, record
from bpa_desktop.errors import N_

if TYPE_CHECKING:
    from collections.abc import Iterator

DUE: Final = "due"
"""What ``code`` is a key of: the kinds of things that are due."""
DUE_SUBJECT: Final = "due_subject"
"""What ``subject`` is a key of: a record, a helper, or a month."""


@record
class Postponed(Record):
    """One thing put off. ``code`` and ``subject`` tell which, as the due list names it."""

    type_name: ClassVar[str] = "postponed"

    code: str = about(N_("What"), keys=DUE)
    subject: str = about(N_("Which"), default="", keys=DUE_SUBJECT)
    until: dt.date = about(N_("Put off until"))
    reason: str = about(N_("Why"), help=N_("A few words, so that you know it later."))

    def problems(self) -> Iterator[Problem]:
        """Yield what is wrong with it on its own."""
        if not self.reason.strip():
            yield Problem(field="reason", reason=N_("Write why."))
