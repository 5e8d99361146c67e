"""A new helper's introduction on paper: steps, training shifts, and what is to be learnt."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

from bpa_desktop.documents.model import Column, Document, Facts, Heading, Line, Style, Table, Text
from bpa_desktop.documents.phrases import NONE
from bpa_desktop.documents.sign_off import sign_off_table
from bpa_desktop.i18n import _, date_words, language

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from bpa_desktop.documents.model import Block, Cell
    from bpa_desktop.documents.sign_off import SignOff

KEY: Final = "introduction_plan"


class PlanStep(NamedTuple):
    """A step; both days may be unknown."""

    what: str
    planned_on: dt.date | None
    done_on: dt.date | None


class TrainingShift(NamedTuple):
    """When, in words, and with whom; empty where nobody else works then."""

    when: str
    mentor: str


@dataclass(frozen=True, kw_only=True)
class IntroductionPlan:
    """Everything about one helper's introduction, and nothing about other helpers but a name."""

    helper: str
    leader: str
    began: dt.date | None
    made_on: dt.date
    progress: str
    steps: tuple[PlanStep, ...] = ()
    shifts: tuple[TrainingShift, ...] = ()
    topics: tuple[SignOff, ...] = ()


def introduction_plan(values: IntroductionPlan) -> Document:
    """The plan as a document."""
    return Document(
        key=KEY,
        title=_("Introduction of {who}").format(who=values.helper),
        subtitle=values.progress,
        language=language(),
        footer_left=_("Introduction plan"),
        blocks=tuple(_blocks(values)),
    )


def _blocks(values: IntroductionPlan) -> Iterator[Block]:
    yield Facts(pairs=tuple(_facts(values)))
    if values.steps:
        yield Heading(text=_("Steps"))
        yield _steps(values)
    if values.shifts:
        yield Heading(text=_("Training shifts"))
        yield _shifts(values)
    if values.topics:
        yield Heading(text=_("Work procedures and aids to learn"))
        summary = _("Each work procedure and aid, when and by whom instructed, and room to sign.")
        yield sign_off_table(_("Work procedure or aid"), values.topics, summary)
        told = _("Sign when you have been shown how it is done and have tried it yourself.")
        yield Text(text=told, style=Style.MUTED)


def _facts(values: IntroductionPlan) -> Iterator[tuple[str, str | Line]]:
    yield _("Helper"), Line(text=values.helper, style=Style.STRONG)
    if values.began is not None:
        yield _("First day"), date_words(values.began)
    if values.leader:
        yield _("Work leader"), values.leader
    yield _("Made on"), date_words(values.made_on)


def _steps(values: IntroductionPlan) -> Table:
    rows: list[tuple[Cell, ...]] = [
        (
            one.what,
            date_words(one.planned_on) if one.planned_on else NONE,
            date_words(one.done_on) if one.done_on else "",
        )
        for one in values.steps
    ]
    return Table(
        columns=(
            Column(title=_("Step"), weight=5, is_row_header=True),
            Column(title=_("Planned"), weight=2),
            Column(title=_("Done"), weight=2),
        ),
        rows=tuple(rows),
        summary=_("Each step, when it is planned, and when it was done."),
    )


def _shifts(values: IntroductionPlan) -> Table:
    return Table(
        columns=(
            Column(title=_("When"), weight=3, is_row_header=True),
            Column(title=_("Together with"), weight=2),
        ),
        rows=tuple((one.when, one.mentor or NONE) for one in values.shifts),
        summary=_("Each training shift and who it is together with."),
    )
