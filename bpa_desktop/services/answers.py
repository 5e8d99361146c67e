"""What is known of each helper from before: shifts worked here, and how often they said yes."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from bpa_desktop.domain.clock import instant
from bpa_desktop.domain.declined import Declined
from bpa_desktop.domain.stints import CANCELLED, actual
from bpa_desktop.errors import N_
from bpa_desktop.services.rostering import who

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from bpa_desktop.domain.roster import Shift
    from bpa_desktop.domain.stints import Stint
    from bpa_desktop.services.session import Session

LOOK_BACK: Final = dt.timedelta(days=2 * 365)
"""How far back shifts and answers count; what is older says little of today."""


@dataclass(frozen=True)
class Answers:
    """By helper: shifts worked here, yes and no to others, and the day of a no to this one."""

    shifts: Mapping[str, int]
    yes: Mapping[str, int]
    no: Mapping[str, int]
    declined: Mapping[str, dt.date]


def answers(session: Session, shift: Shift, rows: Iterable[Stint]) -> Answers:
    """What the shifts ``rows`` and the answers in the file tell; ``shift`` itself tells nothing.

    A shift in somebody's place is a yes, whoever asked. Training counts as a shift: whoever went
    along knows the tasks.
    """
    now = instant(session.now())
    given = [row for row in rows if row[0] != shift.id and row[1] and row[4] != CANCELLED]
    since = session.today - LOOK_BACK
    asked = [one for one in session.records.all(Declined) if one.asked_on >= since]
    return Answers(
        shifts=Counter(str(row[1]) for row in given if actual(row)[1] <= now),
        yes=Counter(str(row[1]) for row in given if row[2] not in {None, row[1]}),
        no=Counter(one.helper for one in asked if not _is_about(one, shift)),
        declined={one.helper: one.asked_on for one in asked if _is_about(one, shift)},
    )


def _is_about(one: Declined, shift: Shift) -> bool:
    """Whether it was a no to these very times; half a shift may be asked about again."""
    return (one.shift_start, one.shift_end) == (shift.planned_start, shift.planned_end)


def decline(session: Session, shift: Shift, helper: str) -> Declined:
    """Keep that the helper was asked today and said no to the shift."""
    declined = Declined(
        helper=helper,
        shift_start=shift.planned_start,
        shift_end=shift.planned_end,
        asked_on=session.today,
    )
    with session.operation(N_("{who} said no"), who=who(session, helper)) as operation:
        return operation.save(declined)
