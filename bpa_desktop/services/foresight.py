"""What is warned of ahead: hours and money that will not last, or will be left.

It is part of the due list, and apart from `services.deadlines`: the first page does not wait for
it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bpa_desktop.domain.deadlines import in_order
from bpa_desktop.domain.economy import runs_out_in
from bpa_desktop.domain.foresight import hours_ahead, money_ahead
from bpa_desktop.domain.holidays_dk import is_public_holiday
from bpa_desktop.services.deadlines import due
from bpa_desktop.services.economy import budget_of, economy
from bpa_desktop.services.forecasting import year_forecast

if TYPE_CHECKING:
    import datetime as dt

    from bpa_desktop.domain.deadlines import Due
    from bpa_desktop.services.economy import Economy
    from bpa_desktop.services.session import Session


def all_due(session: Session) -> tuple[Due, ...]:
    """The whole due list, with what is warned of ahead; the nearest first."""
    return tuple(in_order([*due(session), *hours_due(session), *money_due(session)]))


def hours_due(session: Session) -> tuple[Due, ...]:
    """What is warned of in the hours of the year that runs."""
    return tuple(hours_ahead(year_forecast(session, session.today.year)))


def money_due(session: Session) -> tuple[Due, ...]:
    """What is warned of in the money of the budget that counts today."""
    budget = budget_of(session, session.today)
    return () if budget is None else warned_of(economy(session, budget), session.today)


def warned_of(found: Economy, today: dt.date) -> tuple[Due, ...]:
    """What is warned of in the money of one budget; nothing before its first day."""
    if today < found.days.first:
        return ()
    total = found.whole
    month = runs_out_in(total, found.to_date, found.forecast.months)
    return tuple(money_ahead(found.budget.id, found.days, total, month, today))


def ready_for_money(day: dt.date) -> None:
    """Load what pay is reckoned with and takes long to load, for the year of ``day``.

    Nothing of the user's is read, so it can be done on a thread.
    """
    is_public_holiday(day)
