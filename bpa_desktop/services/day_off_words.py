"""What is said beside a last day on which nobody may be there to receive a letter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bpa_desktop.domain.holidays_dk import day_name
from bpa_desktop.domain.safe_day import DayOff, day_off, last_working_day
from bpa_desktop.i18n import _, date_words, day_month, language, uncapitalised, weekday_words

if TYPE_CHECKING:
    import datetime as dt


def day_off_words(last: dt.date) -> str:
    """``24. december er juleaften. Aflever senest onsdag 23. december.``; empty on working days."""
    why = day_off(last)
    if why is None:
        return ""
    if why in {DayOff.SATURDAY, DayOff.SUNDAY}:
        reason = _("{day} is {why}.").format(day=day_month(last), why=_(why.label))
    else:
        reason = _("{day} is {name}, {why}.").format(
            day=day_month(last), name=_named(last), why=_(why.label)
        )
    safe = last_working_day(last)
    text = _("To be safe, see that it is there by {weekday} {date}.")
    return f"{reason} {text.format(weekday=weekday_words(safe), date=date_words(safe))}"


def _named(day: dt.date) -> str:
    """The name of the day inside a sentence: Danish writes it small."""
    return uncapitalised(day_name(day)) if language() == "da" else day_name(day)


def with_day_off(sentence: str, last: dt.date) -> str:
    """``sentence`` with what must be said of its last day."""
    return " ".join(filter(None, (sentence, day_off_words(last))))
