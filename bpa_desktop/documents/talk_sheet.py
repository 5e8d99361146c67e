"""The sheet on which the leader and the helper prepare their yearly talk (MUS)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from bpa_desktop.documents.model import Column, Document, Facts, Heading, Note, Table, Text
from bpa_desktop.documents.phrases import NONE
from bpa_desktop.errors import N_
from bpa_desktop.i18n import _, language

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bpa_desktop.documents.model import Block

KEY: Final = "talk_sheet"
_EMPTY_AGREEMENTS: Final = 5

TOPICS: Final = (
    (
        N_("Tasks and responsibility"),
        (
            N_("Which tasks go well, and which are hard?"),
            N_("Is it clear what you decide yourself?"),
        ),
    ),
    (
        N_("Working together"),
        (
            N_("How do we talk with each other in daily life?"),
            N_("How is it to work with the other helpers?"),
        ),
    ),
    (
        N_("Well-being"),
        (
            N_("How are you at work?"),
            N_("Is there something in the working environment to change?"),
        ),
    ),
    (
        N_("Work and private life"),
        (
            N_("Do the hours and the roster fit your life?"),
            N_("Would you like to change something?"),
        ),
    ),
    (
        N_("Skills, wishes and courses"),
        (
            N_("What would you like to learn?"),
            N_("Do you need a course or more instruction?"),
        ),
    ),
    (
        N_("Goals for next year"),
        (
            N_("What shall be different in a year?"),
            N_("What can we each do for it?"),
        ),
    ),
)
"""What the talk is about, with questions to think over. Source: the field's common templates."""


@dataclass(frozen=True, kw_only=True)
class TalkSheet:
    """What is known before the talk: with whom, when, and what was agreed the last time.

    ``agreed`` holds what, who, by when, and whether it is done.
    """

    helper: str
    leader: str
    when: str
    last_on: str
    last_goals: str
    agreed: tuple[tuple[str, str, str, str], ...]


def talk_sheet(values: TalkSheet) -> Document:
    """The sheet as a document; both fill in the same one."""
    return Document(
        key=KEY,
        title=_("Preparation for the talk (MUS)"),
        subtitle=values.helper,
        language=language(),
        footer_left=_("Confidential. It stays between the two of you."),
        blocks=tuple(_blocks(values)),
    )


def _blocks(values: TalkSheet) -> Iterator[Block]:
    yield Facts(
        pairs=(
            (_("Helper"), values.helper),
            (_("Leader"), values.leader or NONE),
            (_("When"), values.when or _("not agreed yet")),
            (_("Last talk"), values.last_on or _("none")),
        )
    )
    yield Note(
        text=_(
            "Think the points over before the talk, and write what you want to talk about. "
            "It is a talk about how it goes, and no judgement."
        )
    )
    yield Heading(text=_("Since last time"))
    yield from _since(values)
    yield Heading(text=_("The points of the talk"))
    yield _points()
    yield Heading(text=_("What we agree"))
    yield _agreements()
    yield Table(
        columns=(
            Column(title=_("Signature"), weight=0, is_row_header=True),
            Column(title=_("Date"), weight=1),
            Column(title=_("Name"), weight=3),
        ),
        rows=((_("Helper"), "", values.helper), (_("Leader"), "", values.leader)),
    )


def _since(values: TalkSheet) -> Iterator[Block]:
    if values.last_goals:
        yield Text(text=_("Goals from last time: {goals}").format(goals=values.last_goals))
    if not values.agreed:
        yield Text(text=_("Nothing is written of an earlier talk."))
        return
    yield Table(
        columns=(
            Column(title=_("Agreed last time"), weight=4, is_row_header=True),
            Column(title=_("Who"), weight=2),
            Column(title=_("By when"), weight=2),
            Column(title=_("Done on"), weight=2),
        ),
        rows=values.agreed,
    )


def _points() -> Table:
    return Table(
        columns=(
            Column(title=_("Point"), weight=4, is_row_header=True),
            Column(title=_("Your words"), weight=5),
        ),
        rows=tuple(((_(title), *(_(ask) for ask in asks), "", ""), "") for title, asks in TOPICS),
    )


def _agreements() -> Table:
    return Table(
        columns=(
            Column(title=_("Number"), weight=0, is_row_header=True),
            Column(title=_("What"), weight=5),
            Column(title=_("Who"), weight=2),
            Column(title=_("By when"), weight=2),
        ),
        rows=tuple((str(number), "", "", "") for number in range(1, _EMPTY_AGREEMENTS + 1)),
    )
