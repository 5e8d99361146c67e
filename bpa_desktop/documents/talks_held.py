"""That talks (MUS) were held and when; what was said is never part of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from bpa_desktop.documents.model import Align, Column, Document, Table, Text
from bpa_desktop.documents.phrases import footer, in_hours
from bpa_desktop.i18n import _, date_words, language, ngettext

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from bpa_desktop.documents.model import Block

KEY: Final = "mus"


@dataclass(frozen=True, kw_only=True)
class HeldTalk:
    """One permanent helper, the day of the last talk, and that of the next or its last day."""

    helper: str
    held_on: dt.date | None
    planned_on: dt.date | None
    due_on: dt.date | None


@dataclass(frozen=True, kw_only=True)
class TalksHeld:
    """The permanent helpers; ``minutes`` were used on talks in the calendar year ``year``."""

    case_number: str
    made_on: dt.date
    year: int
    minutes: int
    talks: tuple[HeldTalk, ...]


def talks_held(values: TalksHeld) -> Document:
    """The paper as a document."""
    title = _("Appraisal talks (MUS) held")
    return Document(
        key=KEY,
        title=title,
        subtitle=_sentence(values),
        language=language(),
        footer_left=footer(values.case_number, title),
        blocks=tuple(_blocks(values)),
    )


def _sentence(values: TalksHeld) -> str:
    held = sum(one.held_on is not None for one in values.talks)
    text = ngettext(
        "A talk has been held with {held} of {n} permanent helper.",
        "A talk has been held with {held} of {n} permanent helpers.",
        len(values.talks),
    )
    return text.format(held=held)


def _blocks(values: TalksHeld) -> Iterator[Block]:
    if values.talks:
        yield Table(
            columns=(
                Column(title=_("Helper"), weight=2, is_row_header=True),
                Column(title=_("Last talk"), weight=2),
                Column(title=_("Next talk"), weight=3, align=Align.START),
            ),
            rows=tuple(
                (one.helper, _held(one), _next(one, values.made_on)) for one in values.talks
            ),
        )
    text = _("Hours used on talks in {year}: {hours}.")
    yield Text(text=text.format(year=values.year, hours=in_hours(values.minutes)))
    yield Text(
        text=_("What is said at a talk is confidential between leader and helper, and not shown.")
    )


def _held(one: HeldTalk) -> str:
    return _("not held yet") if one.held_on is None else date_words(one.held_on)


def _next(one: HeldTalk, on: dt.date) -> str:
    if one.planned_on is not None:
        return _("planned {date}").format(date=date_words(one.planned_on))
    if one.due_on is not None:
        text = _("by {date}") if one.due_on >= on else _("was due by {date}")
        return text.format(date=date_words(one.due_on))
    return _("not planned")
