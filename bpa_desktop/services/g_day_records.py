"""The days without work that are written of a helper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bpa_desktop.domain.payslip import UnemploymentDay
from bpa_desktop.services.catalogue import kind_named

if TYPE_CHECKING:
    from bpa_desktop.domain.period import Period
    from bpa_desktop.services.session import Session


def g_days_of(session: Session, helper: str, month: Period) -> tuple[UnemploymentDay, ...]:
    """The days of a helper that lie in ``month``, in order."""
    found = (
        one
        for one in session.records.all(UnemploymentDay)
        if one.helper == helper and month.first <= one.day < month.end
    )
    return tuple(sorted(found, key=lambda one: (one.day, one.id)))


def describe(session: Session, day: UnemploymentDay) -> str:
    """``Anna Nielsen: G-dag 2. marts 2026``."""
    kind = kind_named(UnemploymentDay.type_name)
    return kind.describe(day, session.helper_names())
