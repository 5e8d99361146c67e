"""The municipality in force on a day, and the values of the user's own decisions in it."""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from bpa_desktop.domain.municipality_term import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bpa_desktop.domain.municipality_term import Term
    from bpa_desktop.domain.own_municipal_value import OwnMunicipalValue
    from bpa_desktop.domain.rates import Figure
    from bpa_desktop.domain.relocation import Relocation

_WHOLE: Final = re.compile(r"\d{1,6}")
_NUMBER: Final = re.compile(r"\d{1,9}(?:[.,]\d{1,6})?")
_YES: Final = frozenset({"true", "ja", "yes"})
_NO: Final = frozenset({"false", "nej", "no"})


def municipality_on(written: str, moves: Iterable[Relocation], on: dt.date) -> str:
    """Where the user lives on a day: by the moves, and without one as ``written``."""
    known = sorted(moves, key=lambda one: one.moves_on)
    before = [one for one in known if one.moves_on <= on]
    if before:
        return before[-1].to_municipality
    return known[0].from_municipality if known else written


def last_move(moves: Iterable[Relocation], on: dt.date) -> dt.date | None:
    """The first day in the municipality of that day; None where there was no move before it."""
    return max((one.moves_on for one in moves if one.moves_on <= on), default=None)


def in_force(
    values: Iterable[OwnMunicipalValue], moves: Iterable[Relocation], on: dt.date
) -> dict[str, OwnMunicipalValue]:
    """What the user's decisions say on a day, by key; of two the one that began last.

    Both ends are included. A decision of the old municipality ends with the move: afterwards only
    a value counts that begins on the day of the move or later.
    """
    moved = last_move(moves, on)
    found = sorted(values, key=lambda one: one.valid_from or dt.date.min)
    return {one.key: one for one in found if _holds(one, moved, on)}


def _holds(one: OwnMunicipalValue, moved: dt.date | None, on: dt.date) -> bool:
    begins = one.valid_from or dt.date.min
    if moved is not None and begins < moved:
        return False
    return begins <= on and (one.valid_to is None or on <= one.valid_to)


def figure(term: Term, text: str) -> Figure | None:
    """What ``text`` says as a value of the term; None where it cannot be one.

    Numbers are read with a comma or a point, yes and no in Danish, English and as in a file.
    """
    found = _read(term, text.strip())
    return None if found is None or term.is_too_large(found) else found


def _read(term: Term, said: str) -> Figure | None:
    if term.kind is Kind.YES_NO:
        word = said.casefold()
        return True if word in _YES else False if word in _NO else None
    if term.kind is Kind.WHOLE:
        return int(said) if _WHOLE.fullmatch(said) else None
    if term.kind is Kind.NUMBER:
        return Decimal(said.replace(",", ".")) if _NUMBER.fullmatch(said) else None
    return said or None
