"""The forecast of a year in words: the end, the range, why it is so wide, and what is safe."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Final

from bpa_desktop.documents.model import Bar, Chart, Legend
from bpa_desktop.documents.phrases import in_hours
from bpa_desktop.domain.forecast import Basis
from bpa_desktop.domain.foresight import hours_ahead
from bpa_desktop.i18n import _, day_month, month_words, number
from bpa_desktop.services.due_words_ahead import warned
from bpa_desktop.services.year import difference_text, whole

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bpa_desktop.domain.forecast import Forecast, MonthAhead

_ONE_DAY: Final = dt.timedelta(days=1)
_HOUR: Final = 60
_PERCENT: Final = 100


def is_over(found: Forecast) -> bool:
    """Whether nothing of the year is to come."""
    return found.end <= found.today


def ending(found: Forecast) -> str:
    """Where the year will end against what may be used, and between which hours it will be."""
    if is_over(found):
        return _("The year is over.")
    text = _("The year ends at about {expected} of {granted} hours: {difference}.").format(
        expected=whole(found.total.middle),
        granted=whole(found.available),
        difference=difference_text(found.difference.middle),
    )
    return f"{text} {spread(found)}".rstrip()


def spread(found: Forecast) -> str:
    """``Between 8,500 and 8,700 hours.``, or nothing where all is certain."""
    low, high = whole(found.total.low), whole(found.total.high)
    if low == high:
        return ""
    return _("It will be between {low} and {high} hours.").format(low=low, high=high)


def safe_words(found: Forecast) -> str:
    """What may be used besides the plan, even if all that is to come is worked."""
    if found.safe < _HOUR:
        return _("There are no hours to use besides.")
    text = _("You can safely use {hours} more, even if every shift to come is worked.")
    return text.format(hours=in_hours(found.safe - found.safe % _HOUR))


def warning(found: Forecast) -> str:
    """That the grant is passed, or much of it left; nothing where neither is likely."""
    return " ".join(map(warned, hours_ahead(found)))


def reasons(found: Forecast) -> tuple[str, ...]:
    """What the forecast is reckoned from, and what is not known."""
    if is_over(found):
        return tuple(_unconfirmed(found))
    return (*_plan(found), *_behind(found), *_loose(found), *_unconfirmed(found), *_moved(found))


def _plan(found: Forecast) -> Iterator[str]:
    start = max(found.today, found.first)
    known_to = found.known_to
    if found.laid_to > start:
        text = _("The roster is laid to {day}.")
        yield text.format(day=day_month(min(found.laid_to, found.end) - _ONE_DAY))
    if known_to > found.laid_to:
        yield _("After that the shifts of the roster pattern are counted.")
    day = day_month(known_to)
    if found.basis is Basis.HISTORY:
        text = _("From {day} little is planned; the days are counted as the last 3 months were.")
        yield text.format(day=day)
    if found.basis is Basis.GRANT:
        text = _("From {day} little is planned. The days may be used as granted, or not at all.")
        yield text.format(day=day)


def _behind(found: Forecast) -> Iterator[str]:
    if found.cover is None:
        yield _("There are no worked hours to go by yet.")
        return
    short = number(float(1 - found.cover.middle) * _PERCENT, 1)
    if found.cover.middle < 1 and short != "0":
        text = _("In the last 3 months {percent} % of the planned hours were not worked.")
        yield text.format(percent=short)
    elif found.cover.middle > 1 and short != "0":
        text = _("In the last 3 months {percent} % more was worked than planned.")
        yield text.format(percent=short.removeprefix("−"))
    else:
        yield _("In the last 3 months the planned hours were worked.")


def _loose(found: Forecast) -> Iterator[str]:
    if found.loose:
        text = _("To come without a helper, or with one who is away: {hours}.")
        yield text.format(hours=in_hours(found.loose))


def _unconfirmed(found: Forecast) -> Iterator[str]:
    if found.unconfirmed:
        text = _("Not confirmed as worked: {hours}.")
        yield text.format(hours=in_hours(found.unconfirmed))


def _moved(found: Forecast) -> Iterator[str]:
    if found.moved < 0:
        text = _("{hours} are agreed moved to next year, and are not part of what may be used.")
        yield text.format(hours=in_hours(-found.moved))
    if found.moved > 0:
        text = _("{hours} are agreed moved here from last year, and may be used as well.")
        yield text.format(hours=in_hours(found.moved))


def year_chart(found: Forecast) -> Chart:
    """The months of the year as a chart."""
    what = _("Hours month by month.")
    return Chart(
        bars=tuple(map(_bar, found.months)),
        legend=Legend(_("Granted"), _("Used"), _("Expected"), _("From lowest to highest")),
        text=f"{what} {ending(found)}",
    )


def _bar(month: MonthAhead) -> Bar:
    label = month_words(month.first)[:3]
    return Bar(label, month.granted, month.used, *month.total)


def month_name(first: dt.date) -> str:
    """``marts``: the year stands beside it."""
    return month_words(first).split(" ", maxsplit=1)[0]


def figures(month: MonthAhead) -> tuple[str, ...]:
    """The numbers behind a bar, in whole hours, in the order of `figure_heads`."""
    return tuple(map(whole, (month.granted, month.used, *month.total)))


def figure_heads() -> tuple[str, ...]:
    """What the numbers of `figures` are."""
    return _("Granted"), _("Used"), _("Lowest"), _("Expected"), _("Highest")
