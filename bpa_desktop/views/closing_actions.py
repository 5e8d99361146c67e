"""What a press does to a month: one action, and one sentence on what came of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bpa_desktop.i18n import _, month_words
from bpa_desktop.services import confirming, pay_settling, shift_news

if TYPE_CHECKING:
    from bpa_desktop.domain.period import Period
    from bpa_desktop.domain.roster import Shift
    from bpa_desktop.views.desk import Desk


def confirm_month(desk: Desk, month: Period) -> None:
    """Mark every past filled shift with an hour in the month as worked as planned."""
    desk.attempt(lambda: shift_news.confirmed_many(confirming.confirm_month(desk.session, month)))


def stayed_unfilled(desk: Desk, shift: Shift) -> None:
    """Write that nobody came to an unfilled shift."""

    def run() -> str:
        confirming.stayed_unfilled(desk.session, shift)
        return shift_news.stayed_unfilled(desk.session, shift)

    desk.attempt(run)


def close_month(desk: Desk, month: Period) -> None:
    """Close the month."""

    def run() -> str:
        closed = confirming.close_month(desk.session, month)
        return shift_news.with_undo(pay_settling.closed_words(desk.session, closed, month))

    desk.attempt(run)


def lock_pay(desk: Desk, month: Period) -> None:
    """Lock the pay of a month that was closed without it."""

    def run() -> str:
        pay_settling.lock_pay(desk.session, month)
        text = _("The pay of {month} is locked.").format(month=month_words(month.first))
        return shift_news.with_undo(text)

    desk.attempt(run)
