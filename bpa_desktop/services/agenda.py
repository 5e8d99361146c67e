"""What a meeting could talk about: the usual points, and what is open in the file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from bpa_desktop.domain.instruction import Instruction
from bpa_desktop.domain.procedure import Procedure, ProcedureVersion
from bpa_desktop.domain.record import Choice
from bpa_desktop.domain.scheme import Answer
from bpa_desktop.domain.work_problem import WorkProblem
from bpa_desktop.errors import N_
from bpa_desktop.i18n import _, ngettext
from bpa_desktop.services.meeting_words import task_words
from bpa_desktop.services.meetings import can_take_part, points_of
from bpa_desktop.services.minutes import NewPoint, open_tasks
from bpa_desktop.services.today import HOLE_DAYS, hole_cards

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from bpa_desktop.domain.meeting import Meeting
    from bpa_desktop.services.session import Session

_MOST_HOLES: Final = 6


class Template(Choice):
    """The usual points of a kind of meeting."""

    USUAL = "usual", N_("Usual meeting")
    SHORT = "short", N_("Short meeting")
    NEW_HELPER = "new_helper", N_("With a new helper")


_POINTS: Final[Mapping[Template, tuple[str, ...]]] = {
    Template.USUAL: (
        N_("Since last time"),
        N_("Roster and holiday"),
        N_("How the work is for us"),
        N_("Training and courses"),
        N_("Working together"),
        N_("Anything else"),
    ),
    Template.SHORT: (N_("Roster and holiday"), N_("Practical matters"), N_("Anything else")),
    Template.NEW_HELPER: (
        N_("Welcome, and who we are"),
        N_("How we do things here"),
        N_("Confidentiality and private life"),
        N_("Roster and holiday"),
        N_("Anything else"),
    ),
}


class Suggestion(NamedTuple):
    """A point that could stand on the agenda, and why it is suggested."""

    point: NewPoint
    why: str


def suggestions(
    session: Session, meeting: Meeting, template: Template = Template.USUAL
) -> tuple[Suggestion, ...]:
    """The points that are not on the agenda yet: what is open first, then the usual ones."""
    known = {one.heading.casefold() for one in points_of(session, meeting)}
    found = (*_open(session, meeting), *_usual(template))
    return tuple(one for one in found if one.point.heading.casefold() not in known)


def _usual(template: Template) -> Iterator[Suggestion]:
    for heading in _POINTS[template]:
        yield Suggestion(NewPoint(_(heading)), _("One of the usual points."))


def _open(session: Session, meeting: Meeting) -> Iterator[Suggestion]:
    yield from _agreed(session)
    yield from _problems(session)
    yield from _procedures(session, meeting)
    yield from _holes(session)


def _agreed(session: Session) -> Iterator[Suggestion]:
    """All that was agreed and is not done, as one point."""
    names = session.helper_names()
    found = open_tasks(session)
    if found:
        lines = [f"- {task_words(one, names.get(one.helper or '', ''))}" for one in found]
        text = ngettext(
            "{n} agreed task is not done.", "{n} agreed tasks are not done.", len(found)
        )
        yield Suggestion(NewPoint(_("What we agreed last time"), "\n".join(lines)), text)


def _problems(session: Session) -> Iterator[Suggestion]:
    for one in session.records.all(WorkProblem):
        if one.is_open:
            heading = _("Working environment: {what}").format(what=one.what)
            yield Suggestion(NewPoint(heading, one.solution), _("Open in the action plan."))


def _procedures(session: Session, meeting: Meeting) -> Iterator[Suggestion]:
    """Procedures whose newest version somebody who is employed has not been instructed in."""
    day = meeting.starts_at.date()
    people = {one.id for one in can_take_part(session, day)}
    shown = {(one.version, one.helper) for one in session.records.all(Instruction)}
    for procedure in session.records.all(Procedure):
        versions = session.records.where(ProcedureVersion, procedure=procedure.id)
        newest = max(versions, key=lambda one: one.valid_from, default=None)
        if newest is None or procedure.ended_on is not None or newest.asks_again is Answer.NO:
            continue
        lacking = sum((newest.id, who) not in shown for who in people)
        if lacking:
            heading = _("Instruction: {what}").format(what=procedure.title)
            text = ngettext(
                "{n} helper is to be instructed.", "{n} helpers are to be instructed.", lacking
            )
            yield Suggestion(NewPoint(heading), text)


def _holes(session: Session) -> Iterator[Suggestion]:
    found = hole_cards(session)
    if found:
        lines = [f"- {one.day_text} {one.times}" for one in found[:_MOST_HOLES]]
        text = ngettext(
            "{n} hole in the next {days} days.", "{n} holes in the next {days} days.", len(found)
        )
        why = text.format(days=HOLE_DAYS)
        yield Suggestion(NewPoint(_("Unfilled shifts"), "\n".join(lines)), why)
