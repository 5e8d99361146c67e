"""The workplace assessment (APV) with its action plan: what was asked, answered and decided."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Final

from bpa_desktop.documents.model import (
    Bullets,
    Column,
    Document,
    Facts,
    Heading,
    Line,
    Style,
    Table,
    Text,
)
from bpa_desktop.documents.phrases import NONE, footer, month_title, period_words, sentence
from bpa_desktop.domain.assessment import Topic, Verdict
from bpa_desktop.domain.period import Period, months_before
from bpa_desktop.domain.work_problem import Effect
from bpa_desktop.i18n import _, date_words, language, ngettext, number

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Sequence

    from bpa_desktop.documents.model import Block, Cell
    from bpa_desktop.domain.safe_number import SickDays
    from bpa_desktop.domain.work_problem import Extent, Severity

KEY: Final = "apv"


@dataclass(frozen=True, kw_only=True)
class Answered:
    """A question in the reader's language, its answer, and what was written to it."""

    topic: Topic
    ask: str
    verdict: Verdict
    words: str = ""


@dataclass(frozen=True, kw_only=True)
class Planned:
    """A line of the action plan."""

    what: str
    topic: Topic
    severity: Severity
    extent: Extent
    cause: str
    solution: str
    responsible: str
    due_on: dt.date | None
    done_on: dt.date | None
    effect: Effect
    follow_up: str


@dataclass(frozen=True, kw_only=True)
class AssessmentPaper:
    """Everything that stands in the paper; ``finished_on`` is ``None`` while the talk goes on.

    ``sheets`` is how many helpers handed in answers of their own. ``sick`` are the days of
    sickness of ``sick_period``, as far as they point at nobody. ``next_on`` is the latest day of
    the next assessment, with its ``source``.
    """

    case_number: str
    begun_on: dt.date
    finished_on: dt.date | None
    taking_part: str
    is_anonymous: bool
    sheets: int
    answers: tuple[Answered, ...]
    sick: SickDays
    sick_period: Period
    absence_words: str
    plan: tuple[Planned, ...]
    next_on: dt.date | None = None
    source: str = ""


def workplace_assessment(values: AssessmentPaper) -> Document:
    """The assessment as a document."""
    return Document(
        key=KEY,
        title=_("Workplace assessment (APV)"),
        subtitle=sentence_of(values),
        language=language(),
        footer_left=footer(values.case_number, _("APV")),
        blocks=tuple(_blocks(values)),
    )


def sentence_of(values: AssessmentPaper) -> str:
    """When it was made and how many problems it found, in two sentences."""
    if values.finished_on is None:
        first = _("Begun {date}, and not finished.").format(date=date_words(values.begun_on))
    else:
        first = _("Finished {date}.").format(date=date_words(values.finished_on))
    count = sum(one.verdict is Verdict.PROBLEM for one in values.answers)
    if not count:
        return " ".join((first, _("No problems were found.")))
    found = ngettext("{n} problem was found.", "{n} problems were found.", count)
    return f"{first} {found}"


def _blocks(values: AssessmentPaper) -> Iterator[Block]:
    yield Facts(pairs=tuple(_facts(values)))
    yield Heading(text=_("Action plan"))
    yield from _plan(values.plan)
    yield Heading(text=_("What was looked at"))
    looked_at = (one for one in values.answers if one.topic is not Topic.ABSENCE)
    for topic, group in groupby(looked_at, key=lambda one: one.topic):
        yield Heading(text=_(topic.label), level=3)
        yield _answers(list(group))
    yield Heading(text=_("Sickness absence"))
    yield from _sickness(values)
    yield Heading(text=_("How it is followed up"))
    yield Text(text=_follow_up(values))
    if values.source:
        source = _("Source: {source}.").format(source=values.source)
        yield Text(text=source, style=Style.MUTED)


def _facts(values: AssessmentPaper) -> Iterator[tuple[str, str | Line]]:
    yield _("Begun on"), date_words(values.begun_on)
    if values.finished_on is not None:
        yield _("Finished on"), date_words(values.finished_on)
    if values.taking_part:
        yield _("Who took part"), values.taking_part
    if values.sheets:
        yield _("Helpers' own answers"), _sheets(values)
    if values.next_on is not None:
        yield _("Next APV at the latest"), date_words(values.next_on)


def _sheets(values: AssessmentPaper) -> str:
    if values.is_anonymous:
        text = ngettext("{n} sheet without a name", "{n} sheets without names", values.sheets)
    else:
        text = ngettext("{n} sheet", "{n} sheets", values.sheets)
    return text


def _answers(answers: Sequence[Answered]) -> Table:
    return Table(
        columns=(
            Column(title=_("Question"), weight=5, is_row_header=True),
            Column(title=_("Answer"), weight=3),
            Column(title=_("In words"), weight=5),
        ),
        rows=tuple((one.ask, _verdict(one.verdict), one.words or NONE) for one in answers),
        summary=_("Each question with its answer and what was written to it."),
    )


def _verdict(verdict: Verdict) -> Cell:
    style = Style.STRONG if verdict is Verdict.PROBLEM else Style.BODY
    return Line(text=_(verdict.label), style=style)


def _plan(plan: Sequence[Planned]) -> Iterator[Block]:
    if not plan:
        yield Text(text=_("There is nothing to solve."))
        return
    yield Table(
        columns=(
            Column(title=_("Problem"), weight=5, is_row_header=True),
            Column(title=_("Cause and solution"), weight=6),
            Column(title=_("Responsible and day"), weight=4),
            Column(title=_("State"), weight=4),
        ),
        rows=tuple(_planned(one) for one in plan),
        summary=_(
            "Each problem with its solution, who sees to it, by when, and whether it worked."
        ),
    )


def _planned(one: Planned) -> tuple[Cell, ...]:
    weight = _("{severity}, {extent}").format(
        severity=_(one.severity.label), extent=_(one.extent.label).lower()
    )
    by = "" if one.due_on is None else _("by {date}").format(date=date_words(one.due_on))
    return (
        _lines(Line(text=one.what, style=Style.STRONG), _(one.topic.label), weight),
        _lines(
            _("Cause: {text}").format(text=one.cause) if one.cause else "",
            _("Solution: {text}").format(text=one.solution) if one.solution else "",
        ),
        _lines(one.responsible, by),
        _lines(*_state(one)),
    )


def _lines(*lines: str | Line) -> Cell:
    found = tuple(line for line in lines if line)
    return found or NONE


def _state(one: Planned) -> Iterator[str]:
    if one.done_on is None:
        yield _("Not solved yet")
    else:
        yield _("Done {date}").format(date=date_words(one.done_on))
    if one.effect is not Effect.UNKNOWN:
        yield _(one.effect.label)
    elif one.done_on is not None:
        yield _("The effect is looked at later.")
    if one.follow_up:
        yield one.follow_up


def _sickness(values: AssessmentPaper) -> Iterator[Block]:
    yield from sick_blocks(values.sick, values.sick_period)
    for one in values.answers:
        if one.topic is Topic.ABSENCE:
            yield Text(text=f"{one.ask} {_(one.verdict.label)}.")
    words = values.absence_words or _("Nothing was written to it.")
    yield Text(text=_("Can the work contribute? {words}").format(words=words))


def sick_blocks(sick: SickDays, period: Period) -> Iterator[Block]:
    """The days of sickness as sentences and a list; never who."""
    lines = sick_lines(sick, period)
    yield Text(text=lines[0])
    if lines[1:]:
        yield Bullets(items=tuple(lines[1:]))


def sick_lines(sick: SickDays, period: Period) -> list[str]:
    """A sentence on the days of sickness in ``period``, then a line for each month shown."""
    when = period_words(period)
    if sick.hidden:
        text = _("{period}: the days of sickness cannot be shown without pointing at somebody.")
        return [text.format(period=when)]
    total = sum(days for _month, days in sick.months) + (sick.rest or 0)
    text = ngettext(
        "{period}: {n} day of sickness in all.", "{period}: {n} days of sickness in all.", total
    )
    lines = [text.format(period=when)]
    for month, days in sick.months:
        name = sentence(month_title(Period(month, months_before(month, -1))))
        lines.append(_("{month}: {days}").format(month=name, days=number(days)))
    if sick.months and sick.rest:
        lines.append(_("The other months together: {days}").format(days=number(sick.rest)))
    return lines


def _follow_up(values: AssessmentPaper) -> str:
    said = [
        _("Every problem has somebody who sees to it, and a day."),
        _("A month after it is done, it is asked whether it worked."),
        _("What did not work is open again."),
    ]
    if values.next_on is not None:
        text = _("The APV is made again by {date}, and before when the work changes.")
        said.append(text.format(date=date_words(values.next_on)))
    return " ".join(said)
