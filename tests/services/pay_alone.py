"""Rates of nothing for what an employer pays beside the shifts, so that sums are easy to follow."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from bpa_desktop.domain.own_rate import OwnRate, RateName


def nothing_beside() -> list[OwnRate]:
    """Rates by which pay is the pay of the shifts alone."""
    long_ago = dt.date(2020, 1, 1)
    names = (
        RateName.HOLIDAY_PAY,
        RateName.PENSION,
        RateName.PENSION_CLOCK,
        RateName.PENSION_WEEKEND,
        RateName.ATP_FULL,
        RateName.ATP_TWO,
        RateName.ATP_THIRD,
        RateName.BARSEL,
        RateName.AES,
    )
    return [OwnRate(name=one, value=Decimal(0), valid_from=long_ago) for one in names]
