"""The language the program speaks: texts from the catalogue, dates, hours and money as text."""

from __future__ import annotations

import datetime as dt
import json
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache, cached_property
from struct import unpack_from
from typing import TYPE_CHECKING, Final

from bpa_desktop import paths
from bpa_desktop.errors import N_

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

    from bpa_desktop.errors import BpaError

__all__ = [
    "LANGUAGES",
    "N_",
    "_",
    "brief",
    "clock",
    "date_short",
    "date_words",
    "day_month",
    "day_words",
    "explain",
    "hours",
    "kroner",
    "language",
    "money",
    "month_words",
    "ngettext",
    "number",
    "pgettext",
    "set_language",
    "span",
    "speaking",
    "weekday_short",
    "weekday_words",
]

LANGUAGES: Final = ("da", "en")
_MINUTES_PER_HOUR: Final = 60
_A_DAY: Final = dt.timedelta(days=1)
_NO_BREAK: Final = "\u00a0"
_COUNT_AT: Final = 8
"""Behind the mark and the version of a ``.mo`` file: how many texts, and where they are listed."""

_language: ContextVar[str | None] = ContextVar("language", default=None)
_chosen = ["da"]


class Catalogue:
    """The texts of one language from the ``.mo`` file in ``data``, each read when it is asked for.

    `gettext` itself would read thousands of them for the few on the first page. A text that is
    not there stays as it is.
    """

    def __init__(self, data: bytes = b"") -> None:
        self._data = data
        self._texts_at = 0
        self._numbers: dict[bytes, int] = {}
        if data:
            self._find(*unpack_from("<3I", data, _COUNT_AT))

    def _find(self, count: int, sources_at: int, texts_at: int) -> None:
        """Note the number of each msgid; where its text stands is read when it is asked for."""
        data, self._texts_at = self._data, texts_at
        places = unpack_from(f"<{2 * count}I", data, sources_at)
        lengths, starts = places[::2], places[1::2]
        sources = [data[start : start + length] for length, start in zip(lengths, starts)]  # noqa: B905 - of one table
        self._numbers = dict(zip(sources, range(count), strict=True))

    @cached_property
    def _with_many(self) -> dict[bytes, int]:
        """The same for texts that have a second form, by the first."""
        pairs = ((source.partition(b"\0"), at) for source, at in self._numbers.items())
        return {one: at for (one, mark, _many), at in pairs if mark}

    def find(self, text: str, form: int = 0) -> str | None:
        """What is said for ``text``; None where nothing is.

        One with a second form is best asked for as both, with a null between; ``form`` 0 is one.
        """
        source = text.encode()
        number = self._numbers.get(source)
        if number is None:
            number = self._with_many.get(source)
        if number is None:
            return None
        length, start = unpack_from("<2I", self._data, self._texts_at + 8 * number)
        found = self._data[start : start + length]
        return found.split(b"\0")[form].decode() if found else None


@cache
def _catalogue(code: str) -> Catalogue:
    file = paths.TRANSLATIONS / code / "LC_MESSAGES" / "bpa.mo"
    return Catalogue(file.read_bytes() if file.exists() else b"")


def language() -> str:
    """The active language, ``da`` or ``en``."""
    return _language.get() or _chosen[0]


def set_language(code: str) -> None:
    """Speak ``code`` from now on; an unknown code is a programming error."""
    if code not in LANGUAGES:
        raise ValueError(code)
    _chosen[0] = code


@contextmanager
def speaking(code: str) -> Iterator[None]:
    """Speak ``code`` inside the block, for a document in another language than the screen."""
    token = _language.set(code)
    try:
        yield
    finally:
        _language.reset(token)


def _(text: str) -> str:
    """``text`` in the active language; the empty text stays empty."""
    return (text and _find(language(), text)) or text


@cache
def _find(code: str, text: str, form: int = 0) -> str | None:
    return _catalogue(code).find(text, form)


def pgettext(context: str, text: str) -> str:
    """``text`` as it is said in ``context``."""
    return (text and _find(language(), f"{context}\4{text}")) or text


def ngettext(one: str, many: str, count: int) -> str:
    """The form that fits ``count``, with ``{n}`` replaced by it."""
    # Danish and English tell one from all other numbers, and so does every catalogue here.
    form = int(count != 1)
    found = _find(language(), f"{one}\0{many}", form) or (one, many)[form]
    return found.replace("{n}", str(count))


def explain(error: BpaError) -> str:
    """The sentence of ``error`` in the active language."""
    return _(error.sentence).format(**error.values)


@cache
def _calendar(code: str) -> dict[str, list[str]]:
    """The names of months and weekdays (Monday first), taken from CLDR when texts are collected.

    Asking babel itself would cost a fifth of the time in which a bare window appears.
    """
    text = (paths.TRANSLATIONS / "calendar.json").read_text(encoding="utf-8")
    names: dict[str, list[str]] = json.loads(text)[code]
    return names


def _month(day: dt.date) -> str:
    return _calendar(language())["months"][day.month - 1]


def _dot() -> str:
    """What stands behind the number of a day."""
    return "." if language() == "da" else ""


def date_words(day: dt.date) -> str:
    """``16. marts 2026``."""
    return f"{day_month(day)} {day.year}"


def date_short(day: dt.date) -> str:
    """``16.03.2026``, in English ``16/03/2026``."""
    mark = "." if language() == "da" else "/"
    return f"{day.day:02}{mark}{day.month:02}{mark}{day.year}"


def day_words(day: dt.date) -> str:
    """``mandag 16. marts``: the year goes without saying."""
    return f"{weekday_words(day)} {day_month(day)}"


def day_month(day: dt.date) -> str:
    """``16. marts``."""
    return f"{day.day}{_dot()} {_month(day)}"


def weekday_words(day: dt.date) -> str:
    """``mandag``."""
    return _calendar(language())["weekdays"][day.weekday()]


def weekday_short(day: dt.date) -> str:
    """``man``: three letters and no full stop, as a column heads it."""
    return weekday_words(day)[:3]


def month_words(day: dt.date) -> str:
    """``marts 2026``."""
    return f"{_month(day)} {day.year}"


def uncapitalised(text: str) -> str:
    """``text`` as it stands inside a sentence: an abbreviation such as MUS keeps its letters."""
    is_abbreviation = text[:2].isupper() and len(text) > 1
    return text if is_abbreviation else text[:1].lower() + text[1:]


def clock(time: dt.time | dt.datetime) -> str:
    """``07:00``, on the 24-hour clock."""
    return f"{time:%H:%M}"


def span(start: dt.time | dt.datetime, end: dt.time | dt.datetime) -> str:
    """``07–15``, ``07:30–15`` where the minutes matter, ``07–tir 07`` from a day on."""
    if isinstance(start, dt.datetime) and isinstance(end, dt.datetime) and end - start >= _A_DAY:
        return f"{brief(start)}–{weekday_short(end.date())} {brief(end)}"
    return f"{brief(start)}–{brief(end)}"


def brief(time: dt.time | dt.datetime) -> str:
    """``07``, or ``07:30`` where the minutes matter."""
    return f"{time:%H:%M}" if time.minute else f"{time:%H}"


def number(value: float | Decimal, decimals: int = 2) -> str:
    """``value`` with at most ``decimals`` decimals and the language's own separators."""
    text = f"{value:,.{decimals}f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    text = text if text != "-0" else "0"
    if language() == "da":
        text = text.translate({ord(","): ".", ord("."): ","})
    return text.replace("-", "−")


def hours(minutes: int) -> str:
    """Whole minutes as hours with at most two decimals: 450 is ``7,5``."""
    return number(minutes / _MINUTES_PER_HOUR)


def kroner(amount: Decimal) -> str:
    """``1.234,50``: as money, where the unit stands above."""
    text = f"{amount:,.2f}".replace("-", "−")
    return text.translate({ord(","): ".", ord("."): ","}) if language() == "da" else text


def money(amount: Decimal) -> str:
    """``1.234,50 kr.``: always two decimals, and never divided between two lines."""
    text = kroner(amount)
    return f"{text}{_NO_BREAK}kr." if language() == "da" else f"DKK{_NO_BREAK}{text}"
