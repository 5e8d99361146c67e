"""The yearly discussion of the working environment (arbejdsmiljødrøftelse) and its five points."""

from __future__ import annotations

import datetime as dt
from typing import ClassVar

from bpa_desktop.domain.record import Record, Sensitivity, about, record
from bpa_desktop.errors import N_


@record
class YearlyDiscussion(Record):
    """One discussion and what came out of it; kept as the written proof that it was held."""

    type_name: ClassVar[str] = "yearly_discussion"

    held_on: dt.date = about(N_("Held on"))
    taking_part: str = about(N_("Who took part"), sensitivity=Sensitivity.PERSONAL, default="")
    goals_met: str = about(N_("Were last year's goals met?"), default="", long=True)
    plan: str = about(N_("What you work on together next year"), default="", long=True)
    how: str = about(N_("How you do it"), default="", long=True)
    goals: str = about(N_("Goals for next year"), default="", long=True)
    knowledge: str = about(N_("Is the needed knowledge there?"), default="", long=True)
