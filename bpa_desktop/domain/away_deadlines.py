"""What is due around stays in hospital, applications, and the figures for section 10."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING, Final

from bpa_desktop.domain.answers_expected import answer_time
from bpa_desktop.domain.deadlines import KEPT_AFTER, Due, DueCode, begun_here
from bpa_desktop.domain.period import months_before

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterable, Iterator

    from bpa_desktop.domain.answers_expected import Request
    from bpa_desktop.domain.hospital_stay import HospitalStay
    from bpa_desktop.domain.municipality import Profile
    from bpa_desktop.domain.scheme import Scheme

_ESTIMATE: Final = "expenses.estimate_every_months"
_ESTIMATE_AT_START: Final = "expenses.estimate_at_start"


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


def requests_due(
    requests: Iterable[Request], profile_on: Callable[[dt.date], Profile | None], today: dt.date
) -> Iterator[Due]:
    """When to send what must be answered by a day, and when the answer to what is sent must come.

    Who was asked answers, so the municipality is that of the day on which it was sent. Nothing is
    due where it does not say how long it takes, nor long after the answer was needed.
    """
    for one in requests:
        time = answer_time(profile_on(one.sent_on or today), one.kind)
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
        elif one.needed_by is not None and one.needed_by + KEPT_AFTER >= today:
            yield Due(
                code=DueCode.APPLICATION_SEND,
                on=time.before(one.needed_by),
                record=one.record,
                values={**values, "needed": one.needed_by},
                source=time.source,
            )


def estimate_due(
    scheme: Scheme,
    profile: Profile,
    given: Iterable[dt.date],
    today: dt.date,
    moved: dt.date | None = None,
) -> Iterator[Due]:
    """When figures for helper-related expenses (section 10) are to be given the next time.

    ``given`` are the days on which such figures were sent. Before the first time it is at the start
    of the scheme, where the municipality says so, and every so many months after it. A new
    municipality has none of them: ``moved`` is the first day in it.
    """
    known, months = profile.known(_ESTIMATE), profile.whole(_ESTIMATE)
    here = (day for day in given if moved is None or day >= moved)
    anchor = max(here, default=None)
    first = anchor or begun_here(scheme, moved)
    if known is None or not months or first is None:
        return
    begins = profile.known(_ESTIMATE_AT_START)
    at_start = anchor is None and begins is not None and begins.value is True
    days = (months_before(first, -months * times) for times in count(0 if at_start else 1))
    yield Due(
        code=DueCode.COSTS_ESTIMATE,
        on=next(day for day in days if day >= today - KEPT_AFTER),
        record=("scheme", scheme.id),
        values={"months": months, "quote": known.quote},
        source=known.source.named,
    )
