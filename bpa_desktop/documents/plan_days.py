"""The days of a roster that is handed out: who comes when, and who is not there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bpa_desktop.documents.model import Line, Style
from bpa_desktop.documents.roster_used import entry_text

if TYPE_CHECKING:
    import datetime as dt

    from bpa_desktop.documents.roster_used import Entry


@dataclass(frozen=True, kw_only=True)
class PlanDay:
    """One day; the entries are those that begin on it, in order.

    ``away`` names who is not there, and never why.
    """

    day: dt.date
    holiday: str = ""
    entries: tuple[Entry, ...] = ()
    away: tuple[str, ...] = ()


def entry_line(entry: Entry) -> Line:
    """``07–15 Anna``; an unfilled shift says so in words and in strong letters."""
    return Line(text=entry_text(entry), style=Style.BODY if entry.who else Style.STRONG)
