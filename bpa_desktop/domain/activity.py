"""The activity schedule: what help is needed, when, how long, and why."""

from __future__ import annotations

import datetime as dt
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING, ClassVar

from bpa_desktop.domain.kinds import Area, Weekday
from bpa_desktop.domain.record import Choice, Problem, Record, Sensitivity, about, record
from bpa_desktop.errors import N_

if TYPE_CHECKING:
    from collections.abc import Iterator


class Category(Choice):
    """What kind of help an activity asks for."""

    PERSONAL_CARE = "personal_care", N_("Personal care")
    PRACTICAL = "practical", N_("Practical help")
    ACCOMPANIMENT = "accompaniment", N_("Accompaniment and activity")
    MONITORING = "monitoring", N_("Monitoring")
    AVAILABILITY = "availability", N_("Availability")
    MEETING = "meeting", N_("Meetings, talks and courses")
    OTHER = "other", N_("Other")


class DayPart(Choice):
    """When in the day, where no clock time can be given."""

    MORNING = "morning", N_("Morning")
    FORENOON = "forenoon", N_("Forenoon")
    AFTERNOON = "afternoon", N_("Afternoon")
    EVENING = "evening", N_("Evening")
    NIGHT = "night", N_("Night")
    VARIES = "varies", N_("Varies")


class Place(Choice):
    """Where the help is given."""

    HOME = "home", N_("At home")
    OUTSIDE = "outside", N_("Outside the home")
    BOTH = "both", N_("Both")


class Predictability(Choice):
    """Whether the need can be planned."""

    FIXED = "fixed", N_("Fixed time")
    MOVABLE = "movable", N_("Can be moved")
    UNPREDICTABLE = "unpredictable", N_("Cannot be foreseen")


class OtherHelp(Choice):
    """Help from elsewhere that covers part of the need."""

    NONE = "none", N_("None")
    HOME_CARE = "home_care", N_("Home care")
    NURSING = "nursing", N_("Municipal nursing")
    WORK_ASSISTANCE = "work_assistance", N_("Personal assistance at work")
    STUDY_SUPPORT = "study_support", N_("Study support")
    RESPIRATORY_TEAM = "respiratory_team", N_("The region's respiratory team")
    HOUSEHOLD = "household", N_("Others in the household")


@record
class ActivityItem(Record):
    """One activity of the citizen's week in which help is needed."""

    type_name: ClassVar[str] = "activity_item"

    activity: str = about(N_("Activity"), sensitivity=Sensitivity.HEALTH)
    category: Category = about(N_("Category"), default=Category.PERSONAL_CARE)
    area: Area | None = about(N_("Area"), default=None)
    weekdays: tuple[Weekday, ...] = about(
        N_("Weekdays"), default=(), help=N_("None chosen means every day.")
    )
    every_n_weeks: int = about(N_("Every how many weeks"), default=1)
    season: str = about(N_("Part of the year"), default="")
    from_time: dt.time | None = about(N_("From"), default=None)
    to_time: dt.time | None = about(N_("To"), default=None)
    day_part: DayPart = about(N_("Part of the day"), default=DayPart.VARIES)
    own_part: str = about(
        N_("What I do myself"), default="", sensitivity=Sensitivity.HEALTH, long=True
    )
    helper_part: str = about(
        N_("What the helper does"), default="", sensitivity=Sensitivity.HEALTH, long=True
    )
    minutes_per_occurrence: int = about(N_("Minutes each time"), default=0)
    occurrences_per_week: Decimal = about(N_("Times a week"), default=Decimal(1))
    helpers_needed: int = about(N_("Helpers needed"), default=1)
    second_helper_reason: str = about(
        N_("Why two helpers"), default="", sensitivity=Sensitivity.HEALTH
    )
    place: Place = about(N_("Place"), default=Place.HOME)
    predictability: Predictability = about(N_("Predictability"), default=Predictability.FIXED)
    covered_by: OtherHelp = about(N_("Covered by other help"), default=OtherHelp.NONE)
    covered_minutes_per_week: int = about(N_("Minutes a week covered by other help"), default=0)
    aid: str = about(N_("Aid used"), default="", sensitivity=Sensitivity.HEALTH)
    transfer_note: str = about(
        N_("Moving and handling"), default="", sensitivity=Sensitivity.HEALTH, long=True
    )
    example: str = about(
        N_("An example from everyday life"), default="", sensitivity=Sensitivity.HEALTH, long=True
    )
    private_note: str = about(
        N_("Private note"),
        default="",
        sensitivity=Sensitivity.HEALTH,
        long=True,
        help=N_("Only for you. It is never part of any document."),
    )

    @property
    def minutes_per_week(self) -> int:
        """Need in whole minutes a week, once for each helper, less what other help covers."""
        times = self.occurrences_per_week / self.every_n_weeks
        need = self.minutes_per_occurrence * self.helpers_needed * times
        whole = int(need.to_integral_value(ROUND_HALF_UP))
        return max(0, whole - self.covered_minutes_per_week)

    def problems(self) -> Iterator[Problem]:
        """Yield what is wrong with the item on its own."""
        if not self.activity.strip():
            yield Problem(field="activity", reason=N_("Write what the activity is."))
        for name in ("every_n_weeks", "helpers_needed"):
            if getattr(self, name) < 1:
                yield Problem(field=name, reason=N_("The number must be at least 1."))
        for name in ("minutes_per_occurrence", "occurrences_per_week", "covered_minutes_per_week"):
            if getattr(self, name) < 0:
                yield Problem(field=name, reason=N_("The number cannot be less than zero."))
