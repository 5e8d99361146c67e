"""What is due around stays in hospital, applications, insurances and a change of employer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bpa_desktop.domain.deadlines import Due, DueCode

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bpa_desktop.domain.hospital_stay import HospitalStay


def stays_to_tell(stays: Iterable[HospitalStay]) -> Iterator[Due]:
    """A stay of which the municipality is not told: due on its first day, until it is told."""
    for stay in stays:
        if stay.told_on is None:
            yield Due(
                code=DueCode.HOSPITAL_TELL,
                on=stay.first_day,
                record=("hospital_stay", stay.id),
                values={"first": stay.first_day},
            )
