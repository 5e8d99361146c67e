"""Rates as a small file that users share: nobody's own rate, and nothing about a person.

The file is JSON in UTF-8: ``format`` and ``version``, and a list ``rates`` of objects with ``name``
(the rule and the key), ``area`` (or null), ``value`` (digits as text), ``valid_from``, ``valid_to``
(or null; days as ``2026-04-01``) and ``source``.
"""

from __future__ import annotations

import datetime as dt
import json
import re
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from bpa_desktop.domain.own_rate import OwnRate, RateName
from bpa_desktop.domain.record import all_problems
from bpa_desktop.domain.scheme import PayArea
from bpa_desktop.errors import N_, BpaError
from bpa_desktop.storage.refusals import FileMissing, reading_files

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from bpa_desktop.services.session import Session

FORMAT: Final = "bpa-rates"
VERSION: Final = 1
MOST_BYTES: Final = 1_000_000
MOST_RATES: Final = 2_000
_MOST_LETTERS: Final = 500
_NUMBER: Final = re.compile(r"[0-9]{1,9}(\.[0-9]{1,8})?")
_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_NAMES: Final = {name.value: name for name in RateName if name is not RateName.AGREED_HOUR}
"""What is agreed in one scheme is of no use to another."""
_AREAS: Final = {area.value: area for area in PayArea}


class NoRatesFile(BpaError):
    """The file is no file of rates."""

    sentence = N_(
        "The file holds no rates. Choose a file that was saved with Save rates. "
        "Nothing has been changed."
    )


class NewerRatesFile(BpaError):
    """The file was written by a newer program."""

    sentence = N_(
        "The file of rates is from a newer version of the program. "
        "Update the program and try again. Nothing has been changed."
    )


class RatesFileTooLarge(BpaError):
    """The file is far larger than any file of rates."""

    sentence = N_("The file is too large to be a file of rates. Nothing has been changed.")


class RateFault(NamedTuple):
    """What is wrong with one rate of a file, counted from 1; ``reason`` is a msgid."""

    number: int
    reason: str


class FaultyRates(BpaError):
    """Some rates of the file cannot be understood, so none is brought in."""

    sentence = N_(
        "{n} of the rates in the file cannot be understood, the first is number {first}. "
        "Nothing has been changed."
    )

    def __init__(self, faults: Sequence[RateFault]) -> None:
        super().__init__(n=len(faults), first=faults[0].number)
        self.faults = tuple(faults)


def as_text(session: Session) -> str:
    """The text of a file with every rate that is not a helper's own or agreed here.

    A source in which somebody of this file is named is left out.
    """
    names = _names_here(session)
    rates = [
        _plain(one, names)
        for one in sorted(session.records.all(OwnRate), key=_order)
        if one.helper is None and one.name.value in _NAMES
    ]
    data = {"format": FORMAT, "version": VERSION, "rates": rates}
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def _order(rate: OwnRate) -> tuple[int, str, dt.date, str]:
    return tuple(RateName).index(rate.name), str(rate.area or ""), rate.valid_from, rate.id


def _names_here(session: Session) -> frozenset[str]:
    scheme = session.scheme()
    told = [*session.helper_names().values()]
    if scheme is not None:
        told += [scheme.citizen_name, scheme.employer_name]
    return frozenset(word.casefold() for name in told for word in name.split())


def _plain(rate: OwnRate, names: frozenset[str]) -> Mapping[str, str | None]:
    words = frozenset(re.findall(r"\w+", rate.source.casefold()))
    return {
        "name": rate.name.value,
        "area": None if rate.area is None else rate.area.value,
        "value": f"{rate.value:f}",
        "valid_from": rate.valid_from.isoformat(),
        "valid_to": None if rate.valid_to is None else rate.valid_to.isoformat(),
        "source": "" if words & names else rate.source,
    }


def read_rates(path: Path) -> tuple[OwnRate, ...]:
    """The rates of a file, none of them saved; raises a ``BpaError`` that says what is wrong."""
    if not path.is_file():
        raise FileMissing
    with reading_files():
        if path.stat().st_size > MOST_BYTES:
            raise RatesFileTooLarge
        return from_text(path.read_bytes())


def from_text(data: bytes) -> tuple[OwnRate, ...]:
    """The rates in the text of a file.

    Raises ``NoRatesFile``, ``NewerRatesFile`` or ``FaultyRates``.
    """
    try:
        found = json.loads(data.decode("utf-8-sig"), parse_float=str, parse_int=str)
    except (ValueError, RecursionError) as error:
        raise NoRatesFile from error
    if not isinstance(found, dict) or found.get("format") != FORMAT:
        raise NoRatesFile
    if found.get("version") != str(VERSION):
        raise NewerRatesFile
    rows = found.get("rates")
    if not isinstance(rows, list) or not rows or len(rows) > MOST_RATES:
        raise NoRatesFile
    return _rates(rows)


def _rates(rows: Sequence[Any]) -> tuple[OwnRate, ...]:
    rates: list[OwnRate] = []
    faults: list[RateFault] = []
    seen: set[object] = set()
    for number, row in enumerate(rows, start=1):
        rate = _rate(row)
        if isinstance(rate, OwnRate) and key_of(rate) in seen:
            rate = N_("It stands in the file twice.")
        if isinstance(rate, OwnRate):
            seen.add(key_of(rate))
            rates.append(rate)
        else:
            faults.append(RateFault(number, rate))
    if faults:
        raise FaultyRates(faults)
    return tuple(rates)


def key_of(rate: OwnRate) -> tuple[RateName, PayArea | None, dt.date]:
    """By what two rates are the same one: the name, the area, and the day from which it holds."""
    return rate.name, rate.area, rate.valid_from


def _rate(row: Any) -> OwnRate | str:
    """The rate that stands in ``row``, or what is wrong with it."""
    if not isinstance(row, dict):
        return N_("It is no rate.")
    name: Any = row.get("name")
    area, source = row.get("area"), row.get("source", "")
    value, days = _number(row.get("value")), _days(row)
    for is_right, reason in (
        (_is_one_of(name, _NAMES), N_("This program does not know the rate.")),
        (area is None or _is_one_of(area, _AREAS), N_("This program does not know the pay area.")),
        (_is_short(source), N_("The source is no short text.")),
    ):
        if not is_right:
            return reason
    if value is None:
        return N_("The value is no number.")
    if days is None:
        return N_("A date is not one.")
    return _made(_NAMES[name], None if area is None else _AREAS[area], value, days, source)


def _made(
    name: RateName,
    area: PayArea | None,
    value: Decimal,
    days: tuple[dt.date, dt.date | None],
    source: str,
) -> OwnRate | str:
    rate = OwnRate(
        name=name, area=area, value=value, valid_from=days[0], valid_to=days[1], source=source
    )
    return next((problem.reason for problem in all_problems(rate)), rate)


def _is_one_of(text: Any, known: Mapping[str, object]) -> bool:
    return isinstance(text, str) and text in known


def _is_short(text: Any) -> bool:
    return isinstance(text, str) and len(text) <= _MOST_LETTERS and text.isprintable()


def _number(text: Any) -> Decimal | None:
    return Decimal(text) if isinstance(text, str) and _NUMBER.fullmatch(text) else None


def _days(row: Mapping[str, Any]) -> tuple[dt.date, dt.date | None] | None:
    first, last = _day(row.get("valid_from")), _day(row.get("valid_to"))
    if first is None or (last is None and row.get("valid_to") is not None):
        return None
    return first, last


def _day(text: Any) -> dt.date | None:
    if not isinstance(text, str) or not _DAY.fullmatch(text):
        return None
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        return None
