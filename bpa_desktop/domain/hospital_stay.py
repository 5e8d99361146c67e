"""Stays of the citizen in hospital, and what becomes of each shift meanwhile."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, ClassVar

from bpa_desktop.domain.money_flow import Payer
from bpa_desktop.domain.record import Choice, Problem, Record, Sensitivity, about, record
from bpa_desktop.domain.roster import clock_problems
from bpa_desktop.domain.scheme import Answer
from bpa_desktop.errors import N_

if TYPE_CHECKING:
    from collections.abc import Iterator


@record
class HospitalStay(Record):
    """A stay; both days belong to it. Without a last day it goes on."""

    type_name: ClassVar[str] = "hospital_stay"

    first_day: dt.date = about(N_("First day"))
    last_day: dt.date | None = about(
        N_("Last day"), default=None, help=N_("Leave it empty while you are there.")
    )
    place: str = about(N_("Hospital"), sensitivity=Sensitivity.HEALTH, default="")
    region_pays: Answer = about(
        N_("The region pays for your helpers there"),
        default=Answer.UNKNOWN,
        help=N_("The region decides whether your own helpers come along, and pays for them."),
    )
    told_on: dt.date | None = about(N_("The municipality was told on"), default=None)
    note: str = about(
        N_("Note"),
        sensitivity=Sensitivity.HEALTH,
        default="",
        long=True,
        help=N_("Only for you. It is not part of any document."),
    )

    def problems(self) -> Iterator[Problem]:
        """Yield what is wrong with the stay on its own."""
        if self.last_day is not None and self.last_day < self.first_day:
            yield Problem(field="last_day", reason=N_("The last day is before the first day."))


class Fate(Choice):
    """What becomes of a shift while the citizen is in hospital."""

    COMES_ALONG = "comes_along", N_("Comes along to the hospital")
    OTHER_WORK = "other_work", N_("Does other work for you")
    SENT_HOME = "sent_home", N_("Is sent home")
    AGREED_OFF = "agreed_off", N_("Agreed to be off")


@record
class StayShift(Record):
    """What was decided for one shift, by its wall-clock times, during a stay; and who pays."""

    type_name: ClassVar[str] = "stay_shift"

    stay: str = about(N_("Stay in hospital"), refers_to="hospital_stay")
    helper: str = about(N_("Helper"), refers_to="helper")
    shift_start: dt.datetime = about(N_("The shift begins"))
    shift_end: dt.datetime = about(N_("The shift ends"))
    fate: Fate = about(N_("The helper"), default=Fate.SENT_HOME)
    payer: Payer = about(N_("Paid by"), default=Payer.MUNICIPALITY)
    attest_on: dt.date | None = about(
        N_("Attest given on"), default=None, help=N_("For the job centre and the a-kasse.")
    )

    def problems(self) -> Iterator[Problem]:
        """Yield what is wrong with the times on their own."""
        for name in ("shift_start", "shift_end"):
            yield from clock_problems(name, getattr(self, name))
        if self.shift_end <= self.shift_start:
            yield Problem(field="shift_end", reason=N_("The end is not after the start."))
