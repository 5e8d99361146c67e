"""A new helper's introduction: steps from a template, what there is to learn, training shifts."""

from __future__ import annotations

import datetime as dt
import tomllib
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, Final

from bpa_desktop import paths
from bpa_desktop.domain import introduction as rules
from bpa_desktop.domain.aid_names import spelled
from bpa_desktop.domain.instruction import IntroductionStep
from bpa_desktop.domain.introduction import StepIdea
from bpa_desktop.errors import N_
from bpa_desktop.i18n import _, date_words, language, ngettext
from bpa_desktop.services.reading import employed, first_name, shifts
from bpa_desktop.services.shift_news import added
from bpa_desktop.services.teaching import teaching
from bpa_desktop.services.teaching_words import ended
from bpa_desktop.services.time_words import spoken_span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bpa_desktop.domain.instruction_needs import Standing
    from bpa_desktop.domain.introduction import Progress
    from bpa_desktop.domain.people import Helper
    from bpa_desktop.domain.roster import Shift
    from bpa_desktop.services.session import Session

_WEEKS: Final = dt.timedelta(weeks=4)
"""How far ahead shifts are offered that the new helper can come along on."""
MOST_OFFERED: Final = 6


@dataclass(frozen=True)
class Introduction:
    """One helper's introduction: its steps by day, and how far the helper is with each topic.

    ``began`` is the first day of the employment; None where none is written.
    """

    helper: Helper
    began: dt.date | None
    steps: tuple[IntroductionStep, ...]
    standings: tuple[Standing, ...]

    @property
    def progress(self) -> Progress:
        """How many steps are done."""
        return rules.progress(self.steps)

    @property
    def learnt(self) -> Progress:
        """How many of the procedures and aids the helper knows."""
        known = sum(one.knows for one in self.standings)
        return rules.Progress(known, len(self.standings))


@cache
def ideas(code: str) -> tuple[StepIdea, ...]:
    """The steps of the template in the language ``code``; raises ``KeyError`` for another one."""
    path = paths.RESOURCES / "introduction.toml"
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    return tuple(StepIdea(row[code], row["day"]) for row in data["step"])


def introduction(session: Session, helper: Helper) -> Introduction:
    """How far ``helper`` is."""
    found = session.records.where(IntroductionStep, helper=helper.id)
    return Introduction(
        helper=helper,
        began=rules.began_on(helper, session.today),
        steps=tuple(rules.arranged(found)),
        standings=tuple(teaching(session).of_helper(helper)),
    )


def progress_words(found: Introduction) -> str:
    """``3 af 10 trin er gjort. 2 af 7 arbejdsgange og hjælpemidler er lært.``."""
    steps, learnt = found.progress, found.learnt
    said = []
    if steps.total:
        text = ngettext("{done} of {n} step is done.", "{done} of {n} steps are done.", steps.total)
        said.append(text.format(done=steps.done))
    if learnt.total:
        text = _("{done} of {total} work procedures and aids are learnt.")
        said.append(text.format(done=learnt.done, total=learnt.total))
    return " ".join(said) or _("There is nothing to learn yet.")


def write_steps(session: Session, helper: Helper) -> str:
    """Write the steps of the template that the helper does not have yet, and say how many."""
    found = introduction(session, helper)
    had = {spelled(one.what) for one in found.steps}
    new = [
        IntroductionStep(helper=helper.id, what=words, planned_on=day)
        for words, day in rules.planned(ideas(language()), found.began or session.today)
        if spelled(words) not in had
    ]
    who = helper.first_name
    with session.operation(N_("introduction of {who}"), who=who) as operation:
        operation.save_all(new)
    text = ngettext("{n} step is written for {who}.", "{n} steps are written for {who}.", len(new))
    return text.format(who=who)


def done_today(session: Session, step: IntroductionStep) -> str:
    """Note that the step was done today, and say so."""
    with session.operation(N_("done: {what}"), what=step.what) as operation:
        operation.save(replace(step, done_on=session.today))
    return _("Done today: {what}").format(what=ended(step.what))


def mentors(session: Session, helper: Helper) -> list[Helper]:
    """The helpers a new one can come along with: those who work here and are not new themselves."""
    today = session.today
    people = employed(session, today, today + _WEEKS)
    return [one for one in people if one.id != helper.id and not rules.is_new(one, today)]


def to_follow(session: Session, helper: Helper, mentor: str) -> Sequence[Shift]:
    """The coming shifts of ``mentor`` on which ``helper`` is employed and free."""
    now = session.now()
    coming = shifts(session, session.today, session.today + _WEEKS)
    own = [one for one in coming if one.helper == helper.id]
    theirs = [one for one in coming if one.helper == mentor]
    found = rules.to_follow(theirs, own, now)
    there = [one for one in found if helper.is_employed(one.planned_start.date())]
    return there[:MOST_OFFERED]


def follow(session: Session, helper: Helper, shift: Shift) -> str:
    """Put a training shift in the roster beside ``shift``, with a step of the plan; say so."""
    mentor = first_name(session, str(shift.helper))
    span = spoken_span(shift.planned_start, shift.planned_end)
    what = _("Training shift with {who}, {times}").format(who=mentor, times=span)
    day = shift.planned_start.date()
    texts = {"who": helper.first_name, "mentor": mentor}
    with session.operation(N_("training shift of {who} with {mentor}"), **texts) as operation:
        saved = operation.save(rules.along(shift, helper.id))
        operation.save(IntroductionStep(helper=helper.id, what=what, planned_on=day))
    return added(session, saved)


def step_words(step: IntroductionStep) -> str:
    """What, and when it was done or is planned."""
    what = ended(step.what)
    if step.done_on is not None:
        return _("{what} Done {date}.").format(what=what, date=date_words(step.done_on))
    if step.planned_on is not None:
        return _("{what} Planned {date}.").format(what=what, date=date_words(step.planned_on))
    return what
