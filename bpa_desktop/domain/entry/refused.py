"""Why an entry could not be read, each with a sentence that shows how to write it."""

from bpa_desktop.errors import N_, BpaError


class EntryRefused(BpaError):
    """What was written could not be read; it is left as it stands."""


class TimeUnclear(EntryRefused):
    """The words are no time of day."""

    sentence = N_("This is not a time. Write for example 7, 7:30 or half past seven.")


class SpanUnclear(EntryRefused):
    """The words are no start and end, or may be read in two ways."""

    sentence = N_("Write a start and an end, for example 7-15 or seven to fifteen.")


class EndMissing(SpanUnclear):
    """The words are one time of day, where a start and an end are asked for."""

    sentence = N_("Only one time was understood: {time}. Write an end too, for example 7-15.")


class SpanTwofold(SpanUnclear):
    """The words may be read as more than one start and end."""

    sentence = N_("This may be read in more than one way: {ways}. Write for example 7-15.")


class DateUnclear(EntryRefused):
    """The words are no date."""

    sentence = N_("This is not a date. Write for example 16/3, 16 March 2026, today or Monday.")


class DateMissing(EntryRefused):
    """The date is not in the calendar."""

    sentence = N_("That date does not exist. Check the day and the month.")


class WeekdayWrong(EntryRefused):
    """The weekday and the date contradict each other."""

    sentence = N_("{date} is a {weekday}. Check the weekday or the date.")


class MomentUnclear(EntryRefused):
    """The words are no date and time."""

    sentence = N_("Write a date and a time, for example 16/3 7:30 or tomorrow 7.")


class HoursUnclear(EntryRefused):
    """The words are no amount of hours or minutes."""

    sentence = N_("This is not a number of hours. Write for example 7.5, 7:30 or 45 minutes.")


class NumberUnclear(EntryRefused):
    """The words are no number."""

    sentence = N_("This is not a number. Write for example 7 or 7.5.")


class WholeNumberNeeded(EntryRefused):
    """The number has decimals where only whole ones make sense."""

    sentence = N_("Write a whole number, for example 2.")
