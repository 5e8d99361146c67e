"""A shift that was moved shortly before it began: what an agreement may give the helper for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from bpa_desktop.domain.clock import MINUTES_PER_DAY, day_of
from bpa_desktop.domain.findings import Code, finding
from bpa_desktop.domain.scheme import Agreement

if TYPE_CHECKING:
    from bpa_desktop.domain.findings import Finding
    from bpa_desktop.domain.ground import Ground
    from bpa_desktop.domain.rates import RuleBook
    from bpa_desktop.domain.stints import Stint

RULE: Final = "wt-roster-change-notice"
_BOUND: Final = frozenset({Agreement.DE_FOA, Agreement.DI_FOA, Agreement.OTHER})


def asks_for_notice(ground: Ground) -> bool:
    """Whether the employer is bound by an agreement, which may ask for notice."""
    return ground.agreement in _BOUND


class Move(NamedTuple):
    """When the times of a shift were changed, and when it was to begin until then; instants."""

    at: int
    began: int


def short_notice(one: Stint, move: Move, book: RuleBook, ground: Ground) -> Finding | None:
    """A hint when the shift ``one`` was moved with too short notice.

    The rule's row gives ``notice_days``, each of 24 hours. The notice is counted to the earlier of
    the start that was planned and the one that is: whoever gets another day off is told late too.
    A move after that is how the shift was worked, and nobody's notice. Only an agreement
    gives the right, and the program knows no agreement's own text, so it is a hint.

    Source: the municipal social and health agreement; the row says where it was read.
    """
    _id, helper, _for, _kind, _state, start, *_rest = one
    known = book.find(RULE, day_of(start))
    begins = min(start, move.began)
    if helper is None or known is None or move.at >= begins or not asks_for_notice(ground):
        return None
    needed = known.whole("notice_days") * MINUTES_PER_DAY
    if begins - move.at >= needed:
        return None
    return finding(
        Code.SHORT_NOTICE,
        RULE,
        book,
        (move.at, begins),
        records=(("helper", helper), ("shift", one[0])),
        minutes_short=needed - (begins - move.at),
        helper=helper,
        days=known.whole("notice_days"),
    )
