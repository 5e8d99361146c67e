"""The guided talk in words: how far it is, how old, what was answered last time and by helpers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bpa_desktop.domain.assessment import Verdict
from bpa_desktop.domain.assessment_talk import months_old
from bpa_desktop.domain.safe_number import more_words, together
from bpa_desktop.i18n import _, date_words, ngettext
from bpa_desktop.services.assessment_questions import asked_questions
from bpa_desktop.services.helper_sheets import named, shown_nameless

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator

    from bpa_desktop.domain.assessment import Assessment, TopicAnswer
    from bpa_desktop.domain.assessment_talk import AskedQuestion, Progress
    from bpa_desktop.domain.workplace_event import WorkplaceEvent
    from bpa_desktop.services.session import Session

_GIVEN = (Verdict.FINE, Verdict.PROBLEM, Verdict.ABSENT)


def place_words(question: AskedQuestion) -> str:
    """``Question 4 of 25``."""
    asked = asked_questions()
    text = _("APV: question {n} of {total}")
    return text.format(n=asked.index(question) + 1, total=len(asked))


def progress_words(found: Progress) -> str:
    """How many questions have an answer, and how many are left."""
    if not found.left:
        return _("All questions are answered.")
    done = ngettext("{n} is answered.", "{n} are answered.", found.answered)
    left = ngettext("{n} is left.", "{n} are left.", found.left)
    return f"{done} {left}"


def result_words(found: Progress) -> str:
    """How many of each answer there are."""
    parts = (
        _("In order: {n}.").format(n=found.fine),
        ngettext("{n} problem.", "{n} problems.", found.problems),
        _("Does not apply: {n}.").format(n=found.absent),
    )
    return " ".join(parts)


def age_words(assessment: Assessment, today: dt.date) -> str:
    """Since when the talk has been going on, once that is a month or more; else empty."""
    months = months_old(assessment.begun_on, today)
    if not months:
        return ""
    text = ngettext(
        "You began on {date}, {n} month ago. Look at what has changed since.",
        "You began on {date}, {n} months ago. Look at what has changed since.",
        months,
    )
    return text.format(date=date_words(assessment.begun_on))


def since_words(events: Iterable[WorkplaceEvent], assessment: Assessment) -> Iterator[str]:
    """A line for each thing that has happened since the talk began."""
    for one in events:
        if one.happened_on > assessment.begun_on:
            text = _("Since then: {what}, {date}.")
            yield text.format(what=_(one.kind.label), date=date_words(one.happened_on))


def last_words(answer: TopicAnswer, finished_on: dt.date) -> str:
    """What was answered last time, and what was written."""
    text = _("Last time, {date}: {answer}.")
    said = text.format(date=date_words(finished_on), answer=_(answer.verdict.label))
    return f"{said} {answer.words}".strip()


def helpers_words(session: Session, assessment: Assessment, question: str) -> list[str]:
    """What helpers answered to the question: those with a name one by one, others together."""
    names = session.helper_names()
    lines = []
    for sheet in named(session, assessment):
        given = next((one for one in sheet.answers if one.question == question), None)
        if given is not None:
            who = names.get(sheet.helper or "", "")
            lines.append(f"{who}: {_(given.verdict.label)}. {given.words}".strip())
    nameless = shown_nameless(session, assessment)
    if nameless:
        found = together(nameless, question)
        counts = (f"{_(one.label)}: {found.counts[one]}" for one in _GIVEN if found.counts.get(one))
        lines.append(_("Helpers without names: {counts}.").format(counts=", ".join(counts)))
        lines += found.words
    return lines


def end_words(session: Session, assessment: Assessment) -> list[str]:
    """What helpers wrote at the end of their sheets, those without names in no order."""
    names = session.helper_names()
    lines = [
        f"{names.get(one.helper or '', '')}: {one.words}"
        for one in named(session, assessment)
        if one.words
    ]
    return [*lines, *more_words(shown_nameless(session, assessment))]


def apv_sentence(latest: Assessment | None, next_on: dt.date | None, open_count: int) -> str:
    """The latest APV, when the next is due, and how much is open."""
    if latest is None or latest.finished_on is None:
        return _("No APV yet. It takes about 20 minutes and can be done in parts.")
    said = [_("APV of {date}.").format(date=date_words(latest.finished_on))]
    if next_on is not None:
        said.append(_("The next one is due {date}.").format(date=date_words(next_on)))
    if open_count:
        said.append(ngettext("{n} action is open.", "{n} actions are open.", open_count))
    else:
        said.append(_("No actions are open."))
    return " ".join(said)
