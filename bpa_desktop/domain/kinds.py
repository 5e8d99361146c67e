"""The kinds of hours that a grant gives and a shift uses."""

from __future__ import annotations

from typing import Final

from bpa_desktop.domain.record import Choice
from bpa_desktop.errors import N_


class HourKind(Choice):
    """What an hour is granted for and used on."""

    BASIS = "basis", N_("Basic hours")
    AVAILABILITY = "availability", N_("Availability hours")
    TWO_HELPERS = "two_helpers", N_("Second helper")
    STAFF_MEETING = "staff_meeting", N_("Staff meetings")
    MUS = "mus", N_("Appraisal talks (MUS)")
    TRAINING = "training", N_("Training")
    COURSE = "course", N_("Courses")
    HOLIDAY_EXTRA = "holiday_extra", N_("Extra hours on holiday")
    OTHER = "other", N_("Other hours")


COVERING: Final = (HourKind.BASIS, HourKind.AVAILABILITY, HourKind.TWO_HELPERS)
"""The kinds whose need stands on the clock, in the order in which helpers fill it."""

PRESENT: Final = frozenset({*COVERING, HourKind.HOLIDAY_EXTRA, HourKind.OTHER})
"""The kinds in which a helper is there for the citizen, and so covers a need."""


class Area(Choice):
    """The three areas in which Ishøj measures help and sets up the budget."""

    CARE = "care", N_("Personal care and practical help")
    ACTIVITY = "activity", N_("Activity and accompaniment")
    COHERENCE = "coherence", N_("Coherence in the scheme")


class Weekday(Choice):
    """A day of the week."""

    MONDAY = "monday", N_("Monday")
    TUESDAY = "tuesday", N_("Tuesday")
    WEDNESDAY = "wednesday", N_("Wednesday")
    THURSDAY = "thursday", N_("Thursday")
    FRIDAY = "friday", N_("Friday")
    SATURDAY = "saturday", N_("Saturday")
    SUNDAY = "sunday", N_("Sunday")


WEEK: Final = tuple(Weekday)
"""Monday first; the index is what ``date.weekday`` gives."""
