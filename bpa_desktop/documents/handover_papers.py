"""The papers of a hand-over of the employer's role: the agreement, the tasks, what goes along."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from bpa_desktop.documents.model import Bullets, Column, Document, Facts, Heading, Note, Table, Text
from bpa_desktop.documents.phrases import footer
from bpa_desktop.i18n import _, date_words, language

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from bpa_desktop.documents.model import Block

AGREEMENT: Final = "handover"
TASKS: Final = "handover_tasks"
LIST: Final = "handover_list"


@dataclass(frozen=True, kw_only=True)
class AgreementPaper:
    """Who is employer from when; ``told`` are the steps with the day they were done, or None.

    ``reckoned`` says how the day follows from the notice where none was agreed, ``notice_source``
    where that stands.
    """

    case_number: str
    recipient: str
    citizen: str
    now: str
    to: str
    name: str
    address: str
    company_number: str
    agreed_on: dt.date
    takes_effect_on: dt.date | None
    reckoned: str
    notice_source: str
    approved: str
    told: tuple[tuple[str, dt.date | None], ...]


@dataclass(frozen=True, kw_only=True)
class TasksPaper:
    """Who does what, each task a sentence; ``source`` names the text the split is from."""

    case_number: str
    leader: tuple[str, ...]
    employer: tuple[str, ...]
    source: str


@dataclass(frozen=True, kw_only=True)
class ListPaper:
    """What the new employer gets: what it is, how many there are, and where it is kept."""

    case_number: str
    rows: tuple[tuple[str, str, str], ...]


def agreement_paper(values: AgreementPaper) -> Document:
    """The agreement as a document."""
    title = _("Hand-over of the employer's role")
    return Document(
        key=AGREEMENT,
        title=title,
        recipient=values.recipient,
        language=language(),
        footer_left=footer(values.case_number, title),
        blocks=tuple(_agreement(values)),
    )


def _agreement(values: AgreementPaper) -> Iterator[Block]:
    yield Facts(pairs=tuple(_facts(values)))
    if values.reckoned:
        yield Note(text=values.reckoned)
    yield Heading(text=_("What has been done"))
    yield Table(
        columns=(
            Column(title=_("Step"), weight=4, is_row_header=True),
            Column(title=_("Done on"), weight=2),
        ),
        rows=tuple(
            (step, _("not yet") if day is None else date_words(day)) for step, day in values.told
        ),
        summary=_("Each step of the hand-over with the day on which it was done."),
    )
    yield Text(text=_("The citizen goes on as leader of the helpers every day."))


def _facts(values: AgreementPaper) -> Iterator[tuple[str, str]]:
    for label, value in (
        (_("Citizen and work leader"), values.citizen),
        (_("Employer now"), values.now),
        (_("The new employer"), values.to),
        (_("Name"), values.name),
        (_("Address"), values.address),
        (_("CVR number"), values.company_number),
        (_("Agreed on"), date_words(values.agreed_on)),
    ):
        if value:
            yield label, value
    if values.takes_effect_on is not None:
        yield _("Takes effect on"), date_words(values.takes_effect_on)
    if values.notice_source:
        yield _("The notice stands in"), values.notice_source
    if values.approved:
        yield _("Approved by Socialtilsynet"), values.approved


def tasks_paper(values: TasksPaper) -> Document:
    """Who does what, as a document."""
    title = _("Who does which tasks")
    return Document(
        key=TASKS,
        title=title,
        language=language(),
        footer_left=footer(values.case_number, title),
        blocks=(
            Heading(text=_("The citizen as work leader")),
            Bullets(items=values.leader),
            Heading(text=_("The new employer")),
            Bullets(items=values.employer),
            Note(text=_("The split is from: {source}.").format(source=values.source)),
        ),
    )


def list_paper(values: ListPaper) -> Document:
    """What goes along, as a document."""
    title = _("Papers that go along")
    return Document(
        key=LIST,
        title=title,
        language=language(),
        footer_left=footer(values.case_number, title),
        blocks=(
            Text(
                text=_(
                    "The new employer gets these papers. They are not part of this package, "
                    "because they are about the helpers."
                )
            ),
            Table(
                columns=(
                    Column(title=_("Paper"), weight=3, is_row_header=True),
                    Column(title=_("How many"), weight=2),
                    Column(title=_("What becomes of it"), weight=4),
                ),
                rows=values.rows,
                summary=_("What the new employer gets."),
            ),
        ),
    )
