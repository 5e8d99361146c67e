"""How far a month has come: open, settled, or closed, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from bpa_desktop.i18n import _, date_words, month_words, ngettext
from bpa_desktop.services.closed_months import find_closed
from bpa_desktop.services.confirming import Why, is_month_over, missing

if TYPE_CHECKING:
    from bpa_desktop.domain.closed_month import ClosedMonth
    from bpa_desktop.domain.period import Period
    from bpa_desktop.services.confirming import Missing
    from bpa_desktop.services.session import Session


class MonthStatus(NamedTuple):
    """A month, the record that closes it once it is closed, and the shifts not settled."""

    month: Period
    is_over: bool
    closed: ClosedMonth | None
    missing: tuple[Missing, ...]

    @property
    def name(self) -> str:
        """``marts 2026``."""
        return month_words(self.month.first)

    @property
    def may_close(self) -> bool:
        """Whether it can be closed now."""
        return self.is_over and self.closed is None and not self.missing

    @property
    def may_confirm(self) -> bool:
        """Whether a shift waits for nothing but the word that it went as planned."""
        return any(one.why is Why.UNCONFIRMED for one in self.missing)

    def sentence(self) -> str:
        """How far it has come."""
        return " ".join(filter(None, (self._state(), self._what_is_missing())))

    def _state(self) -> str:
        if self.closed is not None:
            day = date_words(self.closed.closed_on)
            return _("The month was closed on {date}.").format(date=day)
        return "" if self.is_over else _("The month is not over yet.")

    def _what_is_missing(self) -> str:
        if self.missing:
            count = len(self.missing)
            return ngettext("{n} shift is not settled.", "{n} shifts are not settled.", count)
        return "" if self.closed is not None else _("Every shift until now is settled.")


def month_status(session: Session, month: Period) -> MonthStatus:
    """How far ``month`` has come."""
    return MonthStatus(
        month=month,
        is_over=is_month_over(session, month),
        closed=find_closed(session, month),
        missing=missing(session, month),
    )


def closed_words(closed: ClosedMonth) -> str:
    """``februar 2026: lukket 2. marts 2026, 1 rettelse``."""
    text = _("{month}: closed on {date}").format(
        month=month_words(closed.first), date=date_words(closed.closed_on)
    )
    count = len(closed.corrections)
    if not count:
        return text
    corrections = ngettext("{n} correction", "{n} corrections", count)
    return f"{text}, {corrections}"
