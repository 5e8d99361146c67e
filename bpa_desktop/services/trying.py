"""What-if: the hours and kroner of a trial, and the year with it, in words. Nothing is written."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from bpa_desktop.documents.phrases import in_hours, in_kroner
from bpa_desktop.domain.what_if import Trial, TrialKind, tried
from bpa_desktop.i18n import _, month_words, ngettext
from bpa_desktop.services.economy import average
from bpa_desktop.services.forecasting import year_forecast
from bpa_desktop.services.pay_words import missing_words
from bpa_desktop.services.reading import employed
from bpa_desktop.services.sick_week import sick_week, weeks
from bpa_desktop.services.year import difference_text, whole

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator
    from decimal import Decimal

    from bpa_desktop.domain.forecast import Forecast
    from bpa_desktop.domain.people import Helper
    from bpa_desktop.services.economy import Average
    from bpa_desktop.services.session import Session
    from bpa_desktop.services.sick_week import SickWeek

_HOUR: Final = 60


class Ground(NamedTuple):
    """What trials are laid on: the year's forecast, and what a minute costs.

    ``helpers`` can be tried to be sick, in the order of the roster; ``weeks`` are the first days
    of the weeks for it, ``months`` those of the months to come in the year.
    """

    forecast: Forecast
    average: Average | None
    helpers: tuple[Helper, ...]
    weeks: tuple[dt.date, ...]
    months: tuple[dt.date, ...]


def ground(session: Session) -> Ground:
    """What trials are laid on today."""
    today = session.today
    found = year_forecast(session, today.year)
    months = (one.first for one in found.months if one.first >= today.replace(day=1))
    return Ground(
        found,
        average(session),
        tuple(employed(session, today, today.replace(year=today.year + 1, day=1))),
        weeks(today),
        tuple(months),
    )


def cost(found: Ground, trial: Trial) -> Decimal | None:
    """Kroner for the trial; None while nobody knows what an hour costs."""
    return trial.cost(None if found.average is None else found.average.minute)


def told(found: Ground, trial: Trial) -> tuple[str, ...]:
    """What the trial takes and where the year would end, sentence by sentence."""
    times = ngettext("{n} time", "{n} times", trial.times)
    text = _("It takes {hours} more: {times} {each}.")
    takes = text.format(hours=in_hours(trial.paid), times=times, each=in_hours(trial.minutes))
    return takes, _costs(cost(found, trial)), *_ends(found, trial)


def sickness(
    session: Session, found: Ground, helper: Helper, first: dt.date
) -> tuple[Trial | None, tuple[str, ...]]:
    """The trial of a sick week, and what it comes to; none where there is no shift in it."""
    week = sick_week(session, helper, first)
    if not week.minutes:
        text = _("{name} has no shifts in that week, so nothing changes.")
        return None, (text.format(name=helper.first_name),)
    trial = Trial(TrialKind.SICK_WEEK, week.minutes, day=week.first, unfilled=week.unfilled)
    return trial, (*_who_works(week), *_sick_cost(week), *_ends(found, trial))


def _ends(found: Ground, trial: Trial) -> Iterator[str]:
    ends = tried(found.forecast, trial)
    text = _("The year would end at about {expected} of {granted} hours: {difference}.")
    yield text.format(
        expected=whole(ends.total.middle),
        granted=whole(ends.available),
        difference=difference_text(ends.difference.middle),
    )
    yield _("Safe to use after that: {hours}.").format(hours=_whole_hours(ends.safe))


def _whole_hours(minutes: int) -> str:
    return in_hours(minutes - minutes % _HOUR)


def _who_works(week: SickWeek) -> Iterator[str]:
    name, hours = week.helper.first_name, in_hours(week.minutes)
    yield _("{name} has {hours} in that week.").format(name=name, hours=hours)
    if week.stand_ins:
        names = ", ".join(one.first_name for one in week.stand_ins)
        yield _("First on the list of those who can step in: {names}.").format(names=names)
    if week.unfilled:
        text = _("Nobody is free for {hours} of it. They are counted as not worked.")
        yield text.format(hours=in_hours(week.unfilled))


def _sick_cost(week: SickWeek) -> Iterator[str]:
    if week.cost is None:
        yield _("What it costs is not known, because a rate is missing.")
        yield from missing_words(week.missing)
        return
    text = (
        _("Pay is about {amount} less, with sick pay and those who step in.")
        if week.cost < 0
        else _("Pay is about {amount} more, with sick pay and those who step in.")
    )
    yield text.format(amount=in_kroner(abs(week.cost)))


def _costs(amount: Decimal | None) -> str:
    if amount is None:
        return _("What it costs is not known: a rate is missing, or nothing was worked yet.")
    return _("It costs about {amount}, at what an hour has cost lately.").format(
        amount=in_kroner(amount)
    )


def length_of(hours: int) -> str:
    """``4 timer``."""
    return in_hours(hours * _HOUR)


def week_number(first: dt.date) -> str:
    """``Uge 12``."""
    return _("Week {number}").format(number=first.isocalendar().week)


def trial_title(trial: Trial) -> str:
    """``With a trip tried in juli. Nothing is written.``: stands above what shows the trial."""
    name = _(trial.kind.label)
    if trial.day is None:
        return _("With the trial: {what}. Nothing is written.").format(what=name)
    text = _("With the trial: {what}, {month}. Nothing is written.")
    return text.format(what=name, month=month_words(trial.day))
