"""What is due around stays in hospital, applications, insurances and a change of employer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bpa_desktop.domain.answers_expected import answer_time
from bpa_desktop.domain.deadlines import Due, DueCode

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bpa_desktop.domain.answers_expected import Request
    from bpa_desktop.domain.hospital_stay import HospitalStay
    from bpa_desktop.domain.municipality import Profile


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


def requests_due(requests: Iterable[Request], profile: Profile | None) -> Iterator[Due]:
    """When to send what must be answered by a day, and when the answer to what is sent must come.

    Nothing is due where the municipality does not say how long it takes.
    """
    for one in requests:
        time = answer_time(profile, one.kind)
        if time is None or one.is_answered:
            continue
        values = {"title": one.title, "number": time.number, "in_weeks": time.in_weeks}
        if one.sent_on is not None:
            yield Due(
                code=DueCode.APPLICATION_ANSWER,
                on=time.after(one.sent_on),
                record=one.record,
                values={**values, "sent": one.sent_on},
                source=time.source,
            )
        elif one.needed_by is not None:
            yield Due(
                code=DueCode.APPLICATION_SEND,
                on=time.before(one.needed_by),
                record=one.record,
                values={**values, "needed": one.needed_by},
                source=time.source,
            )
