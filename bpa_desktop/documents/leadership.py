"""The leader's work in a period as a paper: how often each thing was done, and nobody's name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from bpa_desktop.documents.model import Align, Column, Document, Facts, Note, Table, Text
from bpa_desktop.documents.phrases import NONE, dates_words, footer
from bpa_desktop.i18n import _, date_words, language

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from bpa_desktop.documents.model import Block
    from bpa_desktop.domain.period import Period

KEY: Final = "leadership"
_MOST_DAYS: Final = 3


@dataclass(frozen=True, kw_only=True)
class Counted:
    """One thing a leader does: its name, and the days on which it was done, oldest first."""

    what: str
    days: tuple[dt.date, ...]


@dataclass(frozen=True, kw_only=True)
class LeadershipPaper:
    """What stands in the paper."""

    citizen: str
    recipient: str
    case_number: str
    made_on: dt.date
    period: Period
    lines: tuple[Counted, ...]


def leadership_paper(values: LeadershipPaper) -> Document:
    """The paper as a document."""
    title = _("Leadership in numbers")
    return Document(
        key=KEY,
        title=title,
        subtitle=dates_words(values.period.first, values.period.last),
        recipient=values.recipient,
        language=language(),
        footer_left=footer(values.case_number, title),
        blocks=tuple(_blocks(values)),
    )


def _blocks(values: LeadershipPaper) -> Iterator[Block]:
    facts = (
        (_("Citizen and work leader"), values.citizen),
        (_("Case number"), values.case_number),
        (_("Made on"), date_words(values.made_on)),
    )
    yield Facts(pairs=tuple((label, value) for label, value in facts if value))
    yield Text(text=_("What I did as a leader of my helpers in the period."))
    done = [one for one in values.lines if one.days]
    if done:
        yield _table(done)
    else:
        yield Text(text=_("Nothing is written down for the period."))
    yield Note(
        text=_(
            "Counted from what was written down while it was done. No helper is named, and "
            "what was said in talks stays between those who talked."
        )
    )


def _table(done: list[Counted]) -> Table:
    return Table(
        columns=(
            Column(title=_("What"), weight=4, is_row_header=True),
            Column(title=_("How many"), weight=0, align=Align.END),
            Column(title=_("When"), weight=5),
        ),
        rows=tuple((one.what, str(len(one.days)), _when(one)) for one in done),
        summary=_("How often each thing was done, and when."),
    )


def _when(one: Counted) -> str:
    """The days when they are few, else the first and the last."""
    days = sorted(set(one.days))
    if not days:
        return NONE
    if len(days) <= _MOST_DAYS:
        return ", ".join(date_words(day) for day in days)
    text = _("from {first} to {last}")
    return text.format(first=date_words(days[0]), last=date_words(days[-1]))
