"""The sheet on which a helper answers the questions of the APV, on paper."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Final

from bpa_desktop.documents.model import Column, Document, Facts, Heading, Note, Table, Text
from bpa_desktop.domain.safe_number import SAFE_NUMBER
from bpa_desktop.i18n import _, language

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bpa_desktop.documents.model import Block
    from bpa_desktop.domain.assessment import Topic

KEY: Final = "apv_sheet"
_BOX: Final = "\u25a1"
"""An empty square to set a cross in."""


@dataclass(frozen=True, kw_only=True)
class SheetQuestion:
    """A question with its examples, in the reader's language."""

    topic: Topic
    ask: str
    examples: str


@dataclass(frozen=True, kw_only=True)
class SheetPaper:
    """What stands on the sheet; ``helper`` is empty where it is to be written or left out."""

    leader: str
    helper: str
    is_anonymous: bool
    questions: tuple[SheetQuestion, ...]


def assessment_sheet(values: SheetPaper) -> Document:
    """The sheet as a document."""
    return Document(
        key=KEY,
        title=_("APV: what do you say?"),
        subtitle=_("A sheet for helpers."),
        language=language(),
        footer_left=_("APV"),
        blocks=tuple(_blocks(values)),
    )


def _blocks(values: SheetPaper) -> Iterator[Block]:
    facts = tuple(_facts(values))
    if facts:
        yield Facts(pairs=facts)
    yield Note(text=promise_words(is_anonymous=values.is_anonymous))
    yield Text(text=_("Set one cross for each question. Write below when there is a problem."))
    for topic, group in groupby(values.questions, key=lambda one: one.topic):
        yield Heading(text=_(topic.label))
        yield _table(tuple(group))
    yield Heading(text=_("Something else I want to say"))
    yield Text(text=_("Write here or on the back."))


def _facts(values: SheetPaper) -> Iterator[tuple[str, str]]:
    if values.leader:
        yield _("Work leader"), values.leader
    if not values.is_anonymous:
        yield _("Helper"), values.helper or "…" * 12
    yield _("Date"), "…" * 12


def promise_words(*, is_anonymous: bool) -> str:
    """What is promised to whoever fills in a sheet."""
    if not is_anonymous:
        return _("Your work leader sees what you answer, and talks with you about it.")
    text = _(
        "Do not write your name. The answers are only shown together with those of others, when at "
        "least {count} helpers have answered. Nobody is told who wrote what."
    )
    return text.format(count=SAFE_NUMBER)


def _table(questions: tuple[SheetQuestion, ...]) -> Table:
    return Table(
        columns=(
            Column(title=_("Question"), weight=7, is_row_header=True),
            Column(title=_("In order"), weight=0),
            Column(title=_("Problem"), weight=0),
            Column(title=_("Does not apply"), weight=0),
            Column(title=_("In words"), weight=5),
        ),
        rows=tuple(((one.ask, one.examples), _BOX, _BOX, _BOX, "") for one in questions),
        summary=_("Each question with three boxes for a cross, and room for words."),
    )
