"""When the role of employer goes to somebody else, what must be thought of, and what is due."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Final, NamedTuple

from bpa_desktop.domain.deadlines import Due, DueCode
from bpa_desktop.domain.period import months_before
from bpa_desktop.domain.record import Choice
from bpa_desktop.domain.scheme import Answer, Party
from bpa_desktop.errors import N_

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bpa_desktop.domain.handover import Handover
    from bpa_desktop.domain.rates import Rule, RuleBook

NOTICE: Final = "handover-notice"
APPROVED: Final = "handover-approved"
_MUST_BE_APPROVED: Final = frozenset({Party.ASSOCIATION, Party.COMPANY})
_A_DAY: Final = dt.timedelta(days=1)


class Takeover(NamedTuple):
    """The first day under the new employer; ``rule`` is the notice it follows from.

    Without a rule the day is agreed.
    """

    on: dt.date
    rule: Rule | None = None


def end_of_month(day: dt.date) -> dt.date:
    """The last day of the month of ``day``."""
    return months_before(day.replace(day=1), -1) - _A_DAY


def after_notice(agreed_on: dt.date, months: int) -> dt.date:
    """The first day after ``months`` whole months from the end of the month of the agreement."""
    return months_before(agreed_on.replace(day=1), -1 - months)


def takeover(one: Handover, book: RuleBook) -> Takeover | None:
    """When the new employer takes over; ``None`` where nothing is agreed and no notice known."""
    if one.takes_effect_on is not None:
        return Takeover(one.takes_effect_on)
    row = book.find(NOTICE, one.agreed_on)
    if row is None:
        return None
    return Takeover(after_notice(one.agreed_on, row.whole("months")), row)


class Doubt(Choice):
    """What must be thought of before the agreement is signed."""

    NOT_APPROVED = "not_approved", N_("Not approved by Socialtilsynet")
    APPROVAL_UNKNOWN = "approval_unknown", N_("Ask whether it is approved")
    SHORT_NOTICE = "short_notice", N_("Sooner than the notice")
    MUNICIPALITY = "municipality", N_("The municipality can only run the pay")


def doubts(one: Handover, book: RuleBook) -> Iterator[Doubt]:
    """What is doubtful; a relative needs no approval, nor does whoever takes the role back."""
    if one.to in _MUST_BE_APPROVED and one.is_approved is not Answer.YES:
        is_known = one.is_approved is Answer.NO
        yield Doubt.NOT_APPROVED if is_known else Doubt.APPROVAL_UNKNOWN
    if one.to is Party.MUNICIPALITY:
        yield Doubt.MUNICIPALITY
    row = book.find(NOTICE, one.agreed_on)
    on = one.takes_effect_on
    if row is not None and on is not None and on < after_notice(one.agreed_on, row.whole("months")):
        yield Doubt.SHORT_NOTICE


def handovers_due(found: Iterable[Handover], book: RuleBook) -> Iterator[Due]:
    """By when the municipality must be told, and the day of the hand-over, until each is done.

    The notice runs from the end of the month of the agreement: whoever tells it within that month
    is safe. The other steps are to be done by the day before the new employer takes over.
    """
    for one in found:
        if one.done_on is not None:
            continue
        start = takeover(one, book)
        row = book.find(NOTICE, one.agreed_on)
        if one.told_on is None:
            yield Due(
                code=DueCode.HANDOVER_TELL,
                on=end_of_month(one.agreed_on),
                record=("handover", one.id),
                values={"to": one.to, "name": one.name},
                source=row.source if row else "",
            )
        if start is not None:
            yield Due(
                code=DueCode.HANDOVER,
                on=start.on,
                record=("handover", one.id),
                values={"to": one.to, "name": one.name},
                source=start.rule.source if start.rule else "",
            )
