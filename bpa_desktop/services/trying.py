"""What-if: the hours and kroner of a trial, and the year with it, in words. Nothing is written."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from bpa_desktop.documents.phrases import in_hours, in_kroner
from bpa_desktop.domain.stints import CANCELLED, actual
from bpa_desktop.domain.track_record import history_from
from bpa_desktop.domain.what_if import TrialKind, tried
from bpa_desktop.i18n import _, ngettext
from bpa_desktop.services.economy import average
from bpa_desktop.services.forecasting import year_forecast
from bpa_desktop.services.reading import employed, stints
from bpa_desktop.services.year import difference_text, whole

if TYPE_CHECKING:
    import datetime as dt
    from decimal import Decimal

    from bpa_desktop.domain.forecast import Forecast
    from bpa_desktop.domain.people import Helper
    from bpa_desktop.domain.what_if import Trial
    from bpa_desktop.services.economy import Average
    from bpa_desktop.services.session import Session

_DAYS_PER_WEEK: Final = 7


class Ground(NamedTuple):
    """What trials are laid on: the year's forecast, what a minute costs, and a usual week.

    ``weeks`` are the minutes a helper usually works in a week, in the order of the roster.
    """

    forecast: Forecast
    average: Average | None
    weeks: tuple[tuple[Helper, int], ...]


def ground(session: Session) -> Ground:
    """What trials are laid on today."""
    today = session.today
    return Ground(year_forecast(session, today.year), average(session), _weeks(session, today))


def _weeks(session: Session, today: dt.date) -> tuple[tuple[Helper, int], ...]:
    first = history_from(today)
    minutes: dict[str, int] = {}
    for one in stints(session, first, today):
        if one[1] is not None and one[4] != CANCELLED:
            start, end = actual(one)
            minutes[one[1]] = minutes.get(one[1], 0) + end - start
    days = (today - first).days
    return tuple(
        (person, minutes[person.id] * _DAYS_PER_WEEK // days)
        for person in employed(session, today, today.replace(year=today.year + 1, day=1))
        if minutes.get(person.id)
    )


def cost(found: Ground, trial: Trial) -> Decimal | None:
    """Kroner for the trial; None while nobody knows what an hour costs."""
    return trial.cost(None if found.average is None else found.average.minute)


def told(found: Ground, trial: Trial) -> tuple[str, ...]:
    """What the trial takes and where the year would end, sentence by sentence."""
    ends = tried(found.forecast, trial)
    text = _("The year would end at about {expected} of {granted} hours: {difference}.")
    return (
        _takes(trial),
        _costs(cost(found, trial)),
        text.format(
            expected=whole(ends.total),
            granted=whole(found.forecast.available),
            difference=difference_text(ends.difference),
        ),
        _("Safe to use after that: {hours}.").format(hours=_whole_hours(ends.safe)),
    )


def _whole_hours(minutes: int) -> str:
    return in_hours(minutes - minutes % 60)


def _takes(trial: Trial) -> str:
    hours = in_hours(trial.paid)
    if trial.kind is TrialKind.SICK_WEEK:
        text = _("The helper is paid for {hours} in sickness, and a substitute works them.")
        return text.format(hours=hours)
    times = ngettext("{n} time", "{n} times", trial.times)
    text = _("It takes {hours} more: {times} {each}.")
    return text.format(hours=hours, times=times, each=in_hours(trial.minutes))


def _costs(amount: Decimal | None) -> str:
    if amount is None:
        return _("What it costs is not known: a rate is missing, or nothing was worked yet.")
    return _("It costs about {amount}, at what an hour has cost lately.").format(
        amount=in_kroner(amount)
    )
