"""The report of an accident, a near-miss or a change at work, with who must be told and when."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from bpa_desktop.documents.model import Document, Facts, Heading, Note, Style, Text
from bpa_desktop.domain.workplace_event import EventKind
from bpa_desktop.i18n import _, brief, date_words, language, ngettext

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from bpa_desktop.documents.model import Block

KEY: Final = "event_report"


@dataclass(frozen=True, kw_only=True)
class Told:
    """Somebody who is told of an accident: by when, or on which day it was done."""

    who: str
    by: dt.date | None = None
    done_on: dt.date | None = None
    source: str = ""


@dataclass(frozen=True, kw_only=True)
class EventReport:
    """What happened, and whom to tell; ``helper`` is empty where nobody is named."""

    kind: EventKind
    leader: str
    happened_on: dt.date
    at_time: dt.time | None
    place: str
    helper: str
    words: str
    prevention: str
    away_days: int
    first_away: dt.date | None
    told: tuple[Told, ...] = ()


def event_report(values: EventReport) -> Document:
    """The report as a document."""
    title = _(values.kind.label)
    return Document(
        key=KEY,
        title=title,
        subtitle=_("{date}.").format(date=date_words(values.happened_on)),
        language=language(),
        footer_left=title,
        blocks=tuple(_blocks(values)),
    )


def _blocks(values: EventReport) -> Iterator[Block]:
    yield Facts(pairs=tuple(_facts(values)))
    yield Heading(text=_("What happened"))
    yield Text(text=values.words)
    yield Heading(text=_("What will prevent it"))
    yield Text(text=values.prevention or _("Nothing was written."))
    if values.kind is EventKind.ACCIDENT:
        yield Heading(text=_("Who is told"))
        yield from _told(values)


def _facts(values: EventReport) -> Iterator[tuple[str, str]]:
    if values.leader:
        yield _("Employer or work leader"), values.leader
    yield _("Date"), date_words(values.happened_on)
    if values.at_time is not None:
        yield _("Time"), brief(values.at_time)
    if values.place:
        yield _("Place"), values.place
    if values.helper:
        yield _("Helper"), values.helper
    if values.first_away is not None:
        yield _("First day away"), date_words(values.first_away)
    if values.away_days:
        yield _("Away"), ngettext("{n} day", "{n} days", values.away_days)


def _told(values: EventReport) -> Iterator[Block]:
    if values.told:
        yield Facts(pairs=tuple((one.who, _when(one)) for one in values.told))
    else:
        yield Text(text=_("By what is written here, nobody must be told."))
    yield Note(
        text=_(
            "Accidents are reported in EASY on virk.dk. One report reaches the insurer and the "
            "authority. When in doubt, report it."
        )
    )
    for source in dict.fromkeys(one.source for one in values.told if one.source):
        yield Text(text=_("Source: {source}.").format(source=source), style=Style.MUTED)


def _when(one: Told) -> str:
    if one.done_on is not None:
        return _("reported {date}").format(date=date_words(one.done_on))
    if one.by is None:
        return _("the time is not known; ask the authority")
    return _("by {date}").format(date=date_words(one.by))
