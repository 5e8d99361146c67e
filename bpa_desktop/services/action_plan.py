"""What becomes of problems at work: done, whether it worked, and open again."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bpa_desktop.domain.safety_deadlines import SEEN_AFTER
from bpa_desktop.domain.scheme import Answer
from bpa_desktop.domain.work_problem import Effect
from bpa_desktop.domain.workplace_event import EventKind, WorkplaceEvent
from bpa_desktop.errors import N_
from bpa_desktop.i18n import _, date_words

if TYPE_CHECKING:
    from bpa_desktop.domain.aid import Aid
    from bpa_desktop.domain.work_problem import WorkProblem
    from bpa_desktop.services.session import Session


def done_today(session: Session, problem: WorkProblem) -> str:
    """Note that ``problem`` was dealt with today, and say when its effect is asked for."""
    done = replace(problem, done_on=session.today, effect=Effect.UNKNOWN)
    session.save(done, N_("done: {what}"), what=problem.what)
    text = _("Done today: {what}. On {date} you are asked whether it worked.")
    return text.format(what=problem.what, date=date_words(session.today + SEEN_AFTER))


def worked(session: Session, problem: WorkProblem, effect: Effect) -> str:
    """Keep whether it worked; what did not work is open again, with a new day to solve it by."""
    if effect is not Effect.NO:
        session.save(replace(problem, effect=effect), N_("effect of {what}"), what=problem.what)
        text = _("{effect}: {what}.")
        return text.format(what=problem.what, effect=_(effect.label))
    due = session.today + SEEN_AFTER
    again = replace(problem, effect=effect, done_on=None, due_on=due)
    session.save(again, N_("open again: {what}"), what=problem.what)
    text = _("Open again: {what}. To be solved by {date}.")
    return text.format(what=problem.what, date=date_words(due))


def ask_of_event(session: Session, event: WorkplaceEvent, answer: Answer) -> str:
    """Keep whether what happened means that the APV must be made again, and say so."""
    session.save(replace(event, asks_again=answer), N_("answer whether the APV is made again"))
    return _said(answer)


def ask_of_aid(session: Session, aid: Aid, answer: Answer) -> str:
    """Keep a new aid as a change at work, with whether the APV must be made again, and say so."""
    event = WorkplaceEvent(
        kind=EventKind.NEW_AID,
        happened_on=aid.since or session.today,
        words=aid.name,
        aid=aid.id,
        asks_again=answer,
    )
    session.save(event, N_("answer whether the APV is made again"))
    return _said(answer)


def _said(answer: Answer) -> str:
    if answer is Answer.YES:
        return _("The APV must be made again. It stands under To do.")
    return _("The APV need not be made again because of this.")
