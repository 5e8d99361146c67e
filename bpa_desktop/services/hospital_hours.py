"""What a stay in hospital means for counted hours: who pays for them, and where nobody lacks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bpa_desktop.domain.stints import CANCELLED

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bpa_desktop.domain.hospital import ShiftKey
    from bpa_desktop.domain.hospital_stay import StayShift
    from bpa_desktop.domain.stints import Stint
    from bpa_desktop.services.session import Session

_STAY: Final = "hospital_stay"
_STAY_SHIFT: Final = "stay_shift"
# The first picture counts hours too, and few files hold a stay: its records are read when needed.


def paid_elsewhere(session: Session, rows: Sequence[Stint]) -> frozenset[str]:
    """The ids of the shifts that the region or others pay for."""
    if not session.records.has_any(_STAY_SHIFT):
        return frozenset()
    from bpa_desktop.domain import hospital, hospital_stay  # noqa: PLC0415 - see above

    return hospital.paid_elsewhere(rows, session.records.all(hospital_stay.StayShift))


def without_elsewhere(session: Session, rows: Sequence[Stint]) -> Sequence[Stint]:
    """``rows`` without those that others pay for."""
    others = paid_elsewhere(session, rows)
    return [one for one in rows if one[0] not in others] if others else rows


def as_needed(session: Session, rows: Sequence[Stint]) -> Sequence[Stint]:
    """``rows`` as the need sees them: what is called off during a stay leaves no hole."""
    if all(one[4] != CANCELLED for one in rows) or not session.records.has_any(_STAY):
        return rows
    from bpa_desktop.domain import hospital, hospital_stay  # noqa: PLC0415 - see above

    stays = session.records.all(hospital_stay.HospitalStay)
    return hospital.as_if_there(rows, stays, session.today)


def decisions_by_shift(session: Session) -> Mapping[ShiftKey, StayShift]:
    """What was decided for shifts during stays, by the shift."""
    from bpa_desktop.domain import hospital, hospital_stay  # noqa: PLC0415 - see above

    return hospital.decided(session.records.all(hospital_stay.StayShift))
