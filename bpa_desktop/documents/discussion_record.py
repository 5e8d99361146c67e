"""The yearly discussion of the working environment: its five points, as written proof."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from bpa_desktop.documents.model import Document, Facts, Heading, Style, Text
from bpa_desktop.documents.phrases import footer
from bpa_desktop.errors import N_
from bpa_desktop.i18n import _, date_words, language

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from bpa_desktop.documents.model import Block

KEY: Final = "yearly_discussion"
POINTS: Final = (
    ("goals_met", N_("Were last year's goals met?")),
    ("plan", N_("What you work on together next year")),
    ("how", N_("How you do it")),
    ("goals", N_("Goals for next year")),
    ("knowledge", N_("Is the needed knowledge there?")),
)
"""The five points that the discussion is about, by the field of each; msgids."""


@dataclass(frozen=True, kw_only=True)
class DiscussionRecord:
    """What was said to each point; ``held_on`` is ``None`` on a sheet for a talk to come.

    ``last_goals`` are the goals that were set the time before.
    """

    case_number: str
    leader: str
    held_on: dt.date | None
    taking_part: str
    points: tuple[tuple[str, str], ...]
    last_goals: str = ""
    next_on: dt.date | None = None
    source: str = ""


def discussion_record(values: DiscussionRecord) -> Document:
    """The discussion as a document."""
    return Document(
        key=KEY,
        title=_("Yearly discussion of the working environment"),
        subtitle=_subtitle(values),
        language=language(),
        footer_left=footer(values.case_number, _("Yearly discussion")),
        blocks=tuple(_blocks(values)),
    )


def _subtitle(values: DiscussionRecord) -> str:
    if values.held_on is None:
        return _("Sheet for the next discussion.")
    return _("Held {date}.").format(date=date_words(values.held_on))


def _blocks(values: DiscussionRecord) -> Iterator[Block]:
    facts = tuple(_facts(values))
    if facts:
        yield Facts(pairs=facts)
    for number, (label, words) in enumerate(values.points, start=1):
        yield Heading(text=f"{number}. {_(label)}")
        if label == POINTS[0][1] and values.last_goals:
            text = _("Last year's goals: {goals}").format(goals=values.last_goals)
            yield Text(text=text, style=Style.MUTED)
        yield Text(text=words or _empty(values))
    if values.held_on is not None:
        yield Text(text=_("This paper is the written proof that the discussion was held."))
    if values.source:
        source = _("Source: {source}.").format(source=values.source)
        yield Text(text=source, style=Style.MUTED)


def _empty(values: DiscussionRecord) -> str:
    return "…" * 40 if values.held_on is None else _("Nothing was written.")


def _facts(values: DiscussionRecord) -> Iterator[tuple[str, str]]:
    if values.leader:
        yield _("Work leader"), values.leader
    if values.held_on is not None:
        yield _("Held on"), date_words(values.held_on)
    if values.taking_part:
        yield _("Who took part"), values.taking_part
    if values.next_on is not None:
        yield _("Next discussion at the latest"), date_words(values.next_on)
