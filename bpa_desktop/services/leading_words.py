"""One sentence for each record of the leader's own work, that tells it from others in a list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bpa_desktop.domain.deadlines import DueCode
from bpa_desktop.i18n import _, date_words, day_words, number, span

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from bpa_desktop.domain.agreed_task import AgreedTask
    from bpa_desktop.domain.aid import Aid
    from bpa_desktop.domain.applicant import Applicant
    from bpa_desktop.domain.assessment import Assessment, HelperSheet
    from bpa_desktop.domain.brought_holiday import BroughtHoliday
    from bpa_desktop.domain.contract import Addendum, Contract
    from bpa_desktop.domain.instruction import Course, Instruction, IntroductionStep
    from bpa_desktop.domain.key_receipt import KeyReceipt
    from bpa_desktop.domain.leaving import Leaving
    from bpa_desktop.domain.meeting import Meeting, MeetingPoint
    from bpa_desktop.domain.own_text import OwnText
    from bpa_desktop.domain.postponed import Postponed
    from bpa_desktop.domain.procedure import Procedure, ProcedurePicture, ProcedureVersion
    from bpa_desktop.domain.talk import Talk
    from bpa_desktop.domain.trip import Trip
    from bpa_desktop.domain.work_problem import WorkProblem
    from bpa_desktop.domain.workplace_event import WorkplaceEvent
    from bpa_desktop.domain.yearly_discussion import YearlyDiscussion

    Names = Mapping[str, str]


def _joined(*words: str) -> str:
    return ", ".join(word for word in words if word)


def _when(start: dt.datetime, end: dt.datetime) -> str:
    return f"{day_words(start.date())} {start.year} {span(start, end)}"


def applicant(one: Applicant, _names: Names) -> str:
    """Name and stage."""
    return _joined(one.name, _(one.stage.label))


def own_text(one: OwnText, names: Names) -> str:
    """Kind, heading, for whom and when."""
    who = names.get(one.helper or "", "")
    return _joined(_(one.kind.label), one.title, who, date_words(one.written_on))


def contract(one: Contract, names: Names) -> str:
    """Whose, and from when."""
    text = _("{who}: contract from {date}")
    return text.format(who=names.get(one.helper, ""), date=date_words(one.begins_on))


def addendum(one: Addendum, _names: Names) -> str:
    """From when, and what it changes."""
    return _("From {date}: {what}").format(date=date_words(one.takes_effect_on), what=one.words)


def key_receipt(one: KeyReceipt, names: Names) -> str:
    """Who has what."""
    return _joined(names.get(one.helper, ""), one.what, date_words(one.handed_on))


def leaving(one: Leaving, names: Names) -> str:
    """Who leaves, and the last day where it is known."""
    who = names.get(one.helper, "")
    if one.last_day is None:
        return _("{who} leaves, last day not known").format(who=who)
    return _("{who} leaves, last day {date}").format(who=who, date=date_words(one.last_day))


def aid(one: Aid, _names: Names) -> str:
    """Its name and where it is."""
    return _joined(one.name, one.place)


def procedure(one: Procedure, _names: Names) -> str:
    """The task."""
    return one.title


def version(one: ProcedureVersion, _names: Names) -> str:
    """From when it holds."""
    return _("Version from {date}").format(date=date_words(one.valid_from))


def picture(one: ProcedurePicture, _names: Names) -> str:
    """What it shows."""
    return one.words


def instruction(one: Instruction, names: Names) -> str:
    """Who was instructed when, and in which kind of thing."""
    what = _("Aid") if one.version is None else _("Work procedure")
    return _joined(names.get(one.helper, ""), what, date_words(one.given_on))


def introduction_step(one: IntroductionStep, names: Names) -> str:
    """Whose, and what."""
    when = one.done_on or one.planned_on
    return _joined(names.get(one.helper, ""), one.what, date_words(when) if when else "")


def course(one: Course, names: Names) -> str:
    """Whose, which and when."""
    when = date_words(one.held_on) if one.held_on else ""
    return _joined(names.get(one.helper, ""), one.title, when)


def assessment(one: Assessment, _names: Names) -> str:
    """When it was finished, or begun."""
    if one.finished_on is None:
        return _("APV begun {date}").format(date=date_words(one.begun_on))
    return _("APV of {date}").format(date=date_words(one.finished_on))


def helper_sheet(one: HelperSheet, names: Names) -> str:
    """Whose it is, or that it is nobody's."""
    return _("APV sheet: {who}").format(who=names.get(one.helper or "", _("anonymous")))


def work_problem(one: WorkProblem, _names: Names) -> str:
    """The problem and when it is to be solved."""
    due = "" if one.due_on is None else _("by {date}").format(date=date_words(one.due_on))
    return _joined(one.what, due)


def workplace_event(one: WorkplaceEvent, _names: Names) -> str:
    """What kind of thing happened, and when."""
    return _joined(_(one.kind.label), date_words(one.happened_on))


def yearly_discussion(one: YearlyDiscussion, _names: Names) -> str:
    """When it was held."""
    text = _("Yearly working-environment discussion {date}")
    return text.format(date=date_words(one.held_on))


def meeting(one: Meeting, _names: Names) -> str:
    """Its title and when."""
    return _joined(one.title or _("Staff meeting"), _when(one.starts_at, one.ends_at))


def meeting_point(one: MeetingPoint, _names: Names) -> str:
    """Its number and heading."""
    return f"{one.number}. {one.heading or one.words}"


def talk(one: Talk, names: Names) -> str:
    """With whom and when."""
    text = _("{who}: MUS {when}")
    return text.format(who=names.get(one.helper, ""), when=_when(one.starts_at, one.ends_at))


def agreed_task(one: AgreedTask, names: Names) -> str:
    """What, who and by when."""
    due = "" if one.due_on is None else _("by {date}").format(date=date_words(one.due_on))
    return _joined(one.what, names.get(one.helper or "", ""), due)


def trip(one: Trip, _names: Names) -> str:
    """Where to and when."""
    first, last = date_words(one.first_day), date_words(one.last_day)
    return _joined(one.place, f"{first} – {last}")


def postponed(one: Postponed, _names: Names) -> str:
    """What, until when, and why."""
    text = _("{what}, put off until {date}: {why}")
    labels = {str(code): _(code.label) for code in DueCode}
    what = labels.get(one.code, one.code)
    return text.format(what=what, date=date_words(one.until), why=one.reason)


def brought_holiday(one: BroughtHoliday, names: Names) -> str:
    """Whose, and how many days."""
    text = _("{who}: {days} days of holiday from before")
    return text.format(who=names.get(one.helper, ""), days=number(one.days))
