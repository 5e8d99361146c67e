"""The lines at the end of a paper on which it is signed by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bpa_desktop.documents.model import Column, Line, Style, Table
from bpa_desktop.i18n import _

if TYPE_CHECKING:
    from collections.abc import Sequence

_ROOM = "\u00a0"
"""Stands where a hand writes, so that the line is high enough."""


def signatures(people: Sequence[tuple[str, str]]) -> Table:
    """A row for each person who signs: the role and the name, then room for date and signature."""
    return Table(
        columns=(
            Column(title=_("Who"), weight=4, is_row_header=True),
            Column(title=_("Date"), weight=2),
            Column(title=_("Signature"), weight=5),
        ),
        rows=tuple(
            ((role, Line(text=name or _ROOM, style=Style.STRONG), _ROOM), _ROOM, _ROOM)
            for role, name in people
        ),
        summary=_("Room to sign."),
    )
