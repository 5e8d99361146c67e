"""The place Work environment in words: problems, what happened, and the yearly discussion."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bpa_desktop.domain.deadlines import Due
from bpa_desktop.domain.safety_deadlines import ORGANISATION, Why, report_days
from bpa_desktop.domain.workplace_event import EventKind
from bpa_desktop.i18n import _, date_words, ngettext
from bpa_desktop.services.assessment_words import apv_sentence
from bpa_desktop.services.due_words import due_text
from bpa_desktop.services.rulebook import rulebook

if TYPE_CHECKING:
    import datetime as dt

    from bpa_desktop.domain.work_problem import WorkProblem
    from bpa_desktop.domain.workplace_event import WorkplaceEvent
    from bpa_desktop.services.safety import SafetyView


def sentence(found: SafetyView) -> str:
    """What sums the place up: the latest APV, when the next is due, and how much is open."""
    on = found.next_apv.on if found.next_apv is not None else None
    return apv_sentence(found.latest, on, found.open_count)


def why_words(found: SafetyView, today: dt.date) -> str:
    """Why the APV is due already; empty while it is not."""
    due = found.next_apv
    if due is None or due.on > today:
        return ""
    return _(due.why.label) if due.why is not Why.FIRST else ""


def responsible_words(problem: WorkProblem, today: dt.date) -> str:
    """Who sees to it and by when."""
    who = problem.responsible.strip() or _("Nobody is responsible yet")
    if problem.due_on is None:
        return _("{who}, no day yet").format(who=who)
    text = _("{who}, by {date}")
    if problem.due_on < today:
        text = _("{who}, by {date} (passed)")
    return text.format(who=who, date=date_words(problem.due_on))


def done_words(problem: WorkProblem) -> str:
    """When something was done about it."""
    if problem.done_on is None:
        return ""
    return _("Done {date}").format(date=date_words(problem.done_on))


def event_words(event: WorkplaceEvent) -> str:
    """What kind of thing happened, and when."""
    text = _("{what}, {date}")
    return text.format(what=_(event.kind.label), date=date_words(event.happened_on))


def report_words(event: WorkplaceEvent) -> list[str]:
    """A sentence for each report of an accident that is still to be sent, with its last day."""
    if event.kind is not EventKind.ACCIDENT:
        return []
    found = dict.fromkeys(report_days(event, rulebook()))
    return [due_text(Due(code, on, None)) for code, on in found]


def discussion_words(found: SafetyView, today: dt.date) -> list[str]:
    """When the last discussion was, when the next is due, and when an organisation is needed."""
    lines = []
    if found.discussions:
        last = date_words(found.discussions[0].held_on)
        lines.append(_("The last one was held {date}.").format(date=last))
    else:
        lines.append(_("None is written yet."))
    due = found.next_discussion
    if due is not None:
        lines.append(_("The next one is due {date}.").format(date=date_words(due.on)))
    lines += organisation_words(found.employees, today)
    return lines


def organisation_words(employees: int, today: dt.date) -> list[str]:
    """A line once there are so many helpers that talking together is not enough."""
    rule = rulebook().find(ORGANISATION, today)
    if rule is None or employees < rule.whole("employees"):
        return []
    text = ngettext(
        "You have {n} helper. From {least} on there must be a working-environment organisation.",
        "You have {n} helpers. From {least} on there must be a working-environment organisation.",
        employees,
    )
    return [text.format(least=rule.whole("employees"))]
