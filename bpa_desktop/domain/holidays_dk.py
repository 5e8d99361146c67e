"""Danish public holidays and the other special days of the year."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

from bpa_desktop.i18n import language

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

_SPOKEN: Final = {"da": "da", "en": "en_US"}


@dataclass(frozen=True)
class SpecialDay:
    """A named day; ``is_public`` tells a public holiday from a day agreements may treat so."""

    date: dt.date
    name: str
    is_public: bool


def special_days(first: dt.date, end: dt.date) -> Mapping[dt.date, SpecialDay]:
    """The special days from ``first`` to before ``end``, in order.

    Public holidays by law (Store Bededag until 2023), and 1 May, Constitution Day, Christmas Eve
    and New Year's Eve. Where two fall on one day the public holiday counts. Names are those of the
    ``holidays`` library in the active language.
    """
    years = range(first.year, end.year + 1)
    return {
        day: special
        for year in years
        for day, special in _year(year, language()).items()
        if first <= day < end
    }


def day_name(day: dt.date) -> str:
    """The name of a special day in the active language; empty for any other day."""
    special = _year(day.year, language()).get(day)
    return special.name if special is not None else ""


def is_public_holiday(day: dt.date) -> bool:
    """Whether ``day`` is a public holiday by Danish law."""
    special = _year(day.year, "da").get(day)
    return special is not None and special.is_public


@cache
def _year(year: int, spoken: str) -> Mapping[dt.date, SpecialDay]:
    import holidays  # noqa: PLC0415 - loading it takes longer than the rest of a start

    found: dict[dt.date, SpecialDay] = {}
    for category, is_public in (("optional", False), ("public", True)):
        days = holidays.country_holidays(
            "DK", years=year, language=_SPOKEN[spoken], categories=category
        )
        found |= {day: SpecialDay(day, name, is_public) for day, name in days.items()}
    return dict(sorted(found.items()))
