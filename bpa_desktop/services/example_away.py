"""The example's stay in hospital, applications, insurances, and the role of employer."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from bpa_desktop.domain.application import Application, ApplicationKind
from bpa_desktop.domain.hospital_stay import Fate, HospitalStay, StayShift
from bpa_desktop.domain.insurance import Cover, Insurance
from bpa_desktop.domain.moved_hours import Consent
from bpa_desktop.domain.scheme import Answer

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bpa_desktop.domain.record import Record
    from bpa_desktop.domain.roster import Shift
    from bpa_desktop.services.example_dates import Dates

_A_DAY: Final = dt.timedelta(days=1)


def away(dates: Dates, shifts: Sequence[Shift]) -> Iterator[Record]:
    """What the case of the example holds beside its decisions."""
    yield from _stay(dates, shifts)
    yield from _applications(dates)
    yield from _insurances(dates)


def _applications(dates: Dates) -> Iterator[Application]:
    """One that waits for its answer, and one that was answered last year."""
    yield Application(
        id="application-hours",
        kind=ApplicationKind.HOURS,
        title="Flere timer i weekenden",
        why="Der er brug for en hjælper mere, når jeg er ude lørdag og søndag.",
        minutes=4 * 60,
        sent_on=dates.days_ago(30),
    )
    yield Application(
        id="application-ticket",
        kind=ApplicationKind.HELPER_RELATED,
        title="Ledsagerkort",
        why="Hjælperen skal have billet, når vi er i svømmehal og teater.",
        sent_on=dates.days_ago(300),
        answered_on=dates.days_ago(270),
        consent=Consent.AGREED,
    )


def _insurances(dates: Dates) -> Iterator[Insurance]:
    """One policy for the duty to insure and the liability; travel is not insured."""
    for cover in (Cover.WORK_INJURY, Cover.LIABILITY):
        yield Insurance(
            id=f"insurance-{cover.value}",
            covers=cover,
            company="Eksempel Forsikring",
            policy=f"EKS-{cover.value[:4].upper()}",
            since=dates.month(60),
            renews_on=dates.month(-9),
            yearly_price=Decimal(3970),
            paid_by="Efter regning",
        )


def _stay(dates: Dates, shifts: Sequence[Shift]) -> Iterator[HospitalStay | StayShift]:
    """A day and a night in hospital eleven weeks ago: whoever had a shift did other work."""
    first = dates.monday(11) + _A_DAY
    yield HospitalStay(
        id="stay",
        first_day=first,
        last_day=first + _A_DAY,
        place="Eksempel Sygehus",
        region_pays=Answer.NO,
        told_on=first,
    )
    days = {first, first + _A_DAY}
    for one in shifts:
        if one.helper is not None and one.planned_start.date() in days:
            yield StayShift(
                id=f"stay-{one.id}",
                stay="stay",
                helper=one.helper,
                shift_start=one.planned_start,
                shift_end=one.planned_end,
                fate=Fate.OTHER_WORK,
            )
