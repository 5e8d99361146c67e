"""What a forecast warns of, with the last day on which something can be done about it."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Final

from bpa_desktop.domain.deadlines import Due, DueCode

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bpa_desktop.domain.economy import LineMoney
    from bpa_desktop.domain.forecast import Forecast
    from bpa_desktop.domain.period import Period

_ONE_DAY: Final = dt.timedelta(days=1)


def hours_ahead(found: Forecast) -> Iterator[Due]:
    """That the hours run out, or that many of them are left; nothing for days that are over.

    What runs out is to be acted on before the month in which it does, at the latest today. What
    is left can be used, or asked to be moved, while the days run.
    """
    if found.end <= found.today:
        return
    month = found.passed_in()
    if found.is_over and month is not None:
        values = {"month": month, "is_used_up": found.used > found.available}
        on = max(found.today, month - _ONE_DAY)
        yield Due(code=DueCode.HOURS_OVER, on=on, record=None, values=values)
    elif found.is_far_under:
        on = found.end - _ONE_DAY
        values = {"minutes": found.safe}
        yield Due(code=DueCode.HOURS_UNDER, on=on, record=None, values=values)


def money_ahead(
    budget: str, days: Period, total: LineMoney, month: dt.date | None, today: dt.date
) -> Iterator[Due]:
    """The same of the kroner of the ``budget`` with that id, which counts on ``days``.

    ``total`` are all its lines together, ``month`` the one in which its money likely runs out.
    Nothing is foreseen where a rate is missing.
    """
    if days.end <= today:
        return
    record = "budget", budget
    if total.is_over and month is not None:
        values = {"month": month, "is_used_up": total.is_used_up}
        on = max(today, month - _ONE_DAY)
        yield Due(code=DueCode.MONEY_OVER, on=on, record=record, values=values)
    elif total.is_far_under:
        values = {"amount": total.surely_left}
        yield Due(code=DueCode.MONEY_UNDER, on=days.last, record=record, values=values)
