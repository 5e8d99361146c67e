"""Rows to sign: who knows what since when, and room for a name by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from bpa_desktop.documents.model import Column, Table
from bpa_desktop.i18n import _, date_words

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from bpa_desktop.documents.model import Cell

_ROOM: Final = (" ", " ")
"""A cell in which a name can be written by hand."""


class SignOff(NamedTuple):
    """Who or what the row is about; ``given_on`` is None where it is still to come."""

    name: str
    given_on: dt.date | None = None
    given_by: str = ""


def sign_off_table(first: str, rows: Iterable[SignOff], summary: str) -> Table:
    """``rows`` under the title ``first``, with the day, by whom, and room to sign."""
    return Table(
        columns=(
            Column(title=first, weight=3, is_row_header=True),
            Column(title=_("Instructed on"), weight=0),
            Column(title=_("Instructed by"), weight=3),
            Column(title=_("Signature"), weight=4),
        ),
        rows=tuple(map(_row, rows)),
        summary=summary,
    )


def _row(one: SignOff) -> tuple[Cell, ...]:
    day: Cell = date_words(one.given_on) if one.given_on else _ROOM
    return one.name, day, one.given_by or _ROOM, _ROOM
