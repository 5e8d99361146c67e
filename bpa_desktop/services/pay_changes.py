"""What changes in months whose pay is locked, in words: shown before it is paid with a month."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from bpa_desktop.documents.phrases import sentence
from bpa_desktop.domain.closed_month import ClosedMonth
from bpa_desktop.domain.settlement import amount_of
from bpa_desktop.i18n import _, money, month_words
from bpa_desktop.services.pay_corrections import carrier, corrections

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator
    from decimal import Decimal

    from bpa_desktop.services.pay_corrections import Owed
    from bpa_desktop.services.session import Session


class PayChange(NamedTuple):
    """What one helper's pay of a locked month changes by; None while a rate is missing for it.

    ``paid`` is what was settled for the month until now, ``now`` what it is worked out to.
    """

    helper: str
    name: str
    paid: Decimal
    now: Decimal | None

    def words(self) -> str:
        """``Anna Prøve: 80,00 kr. mere, fra 800,00 kr. til 880,00 kr.``."""
        if self.now is None:
            return _("{who}: cannot be worked out, a rate is missing.").format(who=self.name)
        more = self.now - self.paid
        text = _("{who}: {amount} more, from {before} to {after}")
        if more < 0:
            text = _("{who}: {amount} less, from {before} to {after}")
        elif not more:
            text = _("{who}: {after} as before, but the lines are others")
        return text.format(
            who=self.name, amount=money(abs(more)), before=money(self.paid), after=money(self.now)
        )


class MonthChanges(NamedTuple):
    """The changes of one month, and the month with which they are paid."""

    month: dt.date
    paid_with: dt.date
    helpers: tuple[PayChange, ...]

    def title(self) -> str:
        """``Januar 2026: kommer med lønnen for marts 2026``."""
        text = _("{month}: comes with the pay of {following}")
        names = month_words(self.month), month_words(self.paid_with)
        return sentence(text.format(month=names[0], following=names[1]))


def pay_changes(session: Session) -> tuple[MonthChanges, ...]:
    """Every locked month that is worked out to something else now, the oldest first."""
    return tuple(
        MonthChanges(month, carrier(session, month), tuple(_helpers(session, month, part)))
        for month, part in corrections(session).items()
    )


def _helpers(session: Session, month: dt.date, part: Owed) -> Iterator[PayChange]:
    names = session.helper_names()
    settled = [
        line for one in session.records.all(ClosedMonth) for line in one.pay if line.month == month
    ]
    for helper in dict.fromkeys((*(line.helper for line in part.lines), *part.missing)):
        paid = amount_of(line for line in settled if line.helper == helper)
        more = amount_of(line for line in part.lines if line.helper == helper)
        now = None if helper in part.missing else paid + more
        name = names.get(helper) or _("A helper who is not in the file any more")
        yield PayChange(helper, name, paid, now)
