"""One day of a case: what happens on it, where that comes from, and whether it is still open."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from bpa_desktop.domain.record import Choice
from bpa_desktop.errors import N_, NOTHING

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from bpa_desktop.domain.findings import RecordKey


class CaseStep(Choice):
    """What happens on a day; those that end in *by* or *expected* lie ahead."""

    DECIDED = "decided", N_("The decision was made")
    RECEIVED = "received", N_("You received it")
    COMPLAIN_BY = "complain_by", N_("The complaint must have been received")
    SENT = "sent", N_("You complained")
    ANSWER_BY = "answer_by", N_("The municipality's answer is expected")
    ANSWERED = "answered", N_("The municipality answered")
    STANDS_BY = "stands_by", N_("Say whether the complaint stands")
    STANDS_TOLD = "stands_told", N_("You said whether it stands")
    FORWARD_BY = "forward_by", N_("Sent on to the Board of Appeal, at the latest")
    FORWARDED = "forwarded", N_("Sent on to the Board of Appeal")
    BOARD_BY = "board_by", N_("The Board of Appeal's decision is expected")
    BOARD_DECIDED = "board_decided", N_("The Board of Appeal decided")
    NEW_DECISION_BY = "new_decision_by", N_("A new decision is expected")
    CORRECT_GRANT = "correct_grant", N_("Correct the grant")
    EFFECT = "effect", N_("The earliest day of less help")
    TAKES_EFFECT = "takes_effect", N_("Takes effect, by the letter")


YOURS = frozenset({CaseStep.COMPLAIN_BY, CaseStep.STANDS_BY})
"""What the citizen must have done by the day: there a safe day stands beside it."""


class CaseDay(NamedTuple):
    """A day of a case; ``on`` is ``None`` where no text says when.

    ``since`` is the day it is counted from. ``record`` is what is opened for it. ``is_open`` says
    that it is still waited for.
    """

    step: CaseStep
    on: dt.date | None
    record: RecordKey
    since: dt.date | None = None
    source: str = ""
    quote: str = ""
    is_open: bool = False
    values: Mapping[str, object] = NOTHING
