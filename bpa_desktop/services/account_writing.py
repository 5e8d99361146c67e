"""What is written into the accounts: one sentence on a difference, and hours to move."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bpa_desktop.domain.accounting import explained
from bpa_desktop.domain.budget import Explanation
from bpa_desktop.domain.moved_hours import Consent, MovedHours
from bpa_desktop.errors import N_

if TYPE_CHECKING:
    from bpa_desktop.domain.moved_hours import Purpose
    from bpa_desktop.domain.period import Period
    from bpa_desktop.services.session import Session


def explain(session: Session, year: Period, ids: tuple[str | None, ...], words: str) -> None:
    """Write ``words`` in place of what is said in ``year`` about the budget lines ``ids``.

    The ids are those that a line of the accounts unites; ``(None,)`` means the hours. Without
    words what is said is taken away.
    """
    known = explained(session.records.all(Explanation), ids, year)
    label = N_("explain a difference") if words.strip() else N_("take an explanation away")
    with session.operation(label) as operation:
        for old in known:
            operation.delete(Explanation, old.id)
        if words.strip():
            operation.save(
                Explanation(
                    first_day=year.first, last_day=year.last, line=ids[-1], words=words.strip()
                )
            )


def ask_to_move(
    session: Session, year: Period, minutes: int, purpose: Purpose, words: str
) -> MovedHours:
    """Keep the wish to move ``minutes`` out of ``year``; the municipality has not answered yet.

    Raises ``Refused`` when there are no hours to move.
    """
    wish = MovedHours(
        out_of=year.last,
        minutes=minutes,
        purpose=purpose,
        words=words.strip(),
        consent=Consent.ASKED,
    )
    with session.operation(N_("ask to move hours")) as operation:
        return operation.save(wish)
