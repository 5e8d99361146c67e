"""The papers of a complaint: the decision, the complaint itself, and the course of the case."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

from bpa_desktop.documents.job_text import blocks_of
from bpa_desktop.documents.model import Column, Document, Facts, Note, Table, Text
from bpa_desktop.documents.phrases import footer
from bpa_desktop.i18n import _, date_words, language

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from bpa_desktop.documents.model import Block

DECISION: Final = "decision"
COMPLAINT: Final = "complaint_letter"
TIMELINE: Final = "case_timeline"


@dataclass(frozen=True, kw_only=True)
class DecisionPaper:
    """What a decision is known by; its own words stay with the letter the municipality sent."""

    case_number: str
    subject: str
    effect: str
    decided_on: dt.date | None
    received_on: dt.date
    takes_effect_on: dt.date | None
    reference: str
    complain_by: dt.date | None = None
    deadline_source: str = ""


@dataclass(frozen=True, kw_only=True)
class ComplaintPaper:
    """The complaint as it was written; ``sent_on`` is ``None`` while it is a draft."""

    case_number: str
    recipient: str
    subject: str
    words: str
    written_on: dt.date | None
    sent_on: dt.date | None


class Event(NamedTuple):
    """Something that happened in the case."""

    day: dt.date
    what: str
    more: str = ""


@dataclass(frozen=True, kw_only=True)
class TimelinePaper:
    """What happened in the case, the oldest first."""

    case_number: str
    made_on: dt.date
    events: tuple[Event, ...]


def decision_paper(values: DecisionPaper) -> Document:
    """The decision that is complained about."""
    title = _("The decision that the complaint is about")
    return Document(
        key=DECISION,
        title=title,
        language=language(),
        footer_left=footer(values.case_number, _("The decision")),
        blocks=(
            Facts(pairs=tuple(_decided(values))),
            Note(
                text=_(
                    "The municipality has its own letter with the decision. What stands here is "
                    "how the citizen knows it."
                )
            ),
        ),
    )


def _decided(values: DecisionPaper) -> Iterator[tuple[str, str]]:
    yield _("About"), values.subject
    yield _("What it does"), values.effect
    unknown = _("The letter does not say it.")
    yield _("Decided on"), date_words(values.decided_on) if values.decided_on else unknown
    yield _("Received on"), date_words(values.received_on)
    if values.takes_effect_on is not None:
        yield _("Takes effect on"), date_words(values.takes_effect_on)
    if values.reference:
        yield _("The decision's reference"), values.reference
    if values.complain_by is not None:
        text = _("{date} ({source})")
        said = text.format(date=date_words(values.complain_by), source=values.deadline_source)
        yield _("The complaint must be there by"), said


def complaint_paper(values: ComplaintPaper) -> Document:
    """The complaint in the citizen's own words."""
    return Document(
        key=COMPLAINT,
        title=values.subject.strip() or _("Complaint"),
        recipient=values.recipient,
        subtitle=_sent(values),
        language=language(),
        footer_left=footer(values.case_number, _("Complaint")),
        blocks=tuple(blocks_of(values.words)) or (Text(text=_("No words are written.")),),
    )


def _sent(values: ComplaintPaper) -> str:
    if values.sent_on is not None:
        return _("Sent on {date}").format(date=date_words(values.sent_on))
    if values.written_on is not None:
        text = _("Written on {date}, sent with this package")
        return text.format(date=date_words(values.written_on))
    return _("Sent with this package")


def timeline_paper(values: TimelinePaper) -> Document:
    """The course of the case as a document."""
    title = _("The course of the case")
    return Document(
        key=TIMELINE,
        title=title,
        subtitle=_("As of {date}").format(date=date_words(values.made_on)),
        language=language(),
        footer_left=footer(values.case_number, title),
        blocks=tuple(_events(values)),
    )


def _events(values: TimelinePaper) -> Iterator[Block]:
    if not values.events:
        yield Text(text=_("Nothing is written down yet."))
        return
    yield Table(
        columns=(
            Column(title=_("Day"), weight=0, is_row_header=True),
            Column(title=_("What happened"), weight=4),
            Column(title=_("More about it"), weight=4),
        ),
        rows=tuple((date_words(one.day), one.what, one.more) for one in values.events),
        summary=_("What happened in the case, the oldest first."),
    )
