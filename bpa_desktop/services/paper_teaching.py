"""The values of the papers about teaching: a procedure, an introduction plan, the list of aids."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

from bpa_desktop.documents.aids_list import AidRow, AidsList, aids_list
from bpa_desktop.documents.choices import Names
from bpa_desktop.documents.introduction_plan import (
    IntroductionPlan,
    PlanStep,
    TrainingShift,
    introduction_plan,
)
from bpa_desktop.documents.model import Picture, Text, as_bundle
from bpa_desktop.documents.procedure_sheet import ProcedureSheet, procedure_sheet
from bpa_desktop.documents.sign_off import SignOff
from bpa_desktop.domain.kinds import PRESENT, HourKind
from bpa_desktop.domain.roster import ShiftState
from bpa_desktop.i18n import _, day_words, span
from bpa_desktop.services.aids import procedures_with
from bpa_desktop.services.introduction import introduction, progress_words
from bpa_desktop.services.naming import Naming
from bpa_desktop.services.paper_scope import scope
from bpa_desktop.services.procedures import aids_of, instructed_in, pictures_of
from bpa_desktop.services.reading import helpers, shifts
from bpa_desktop.services.teaching import teaching, usual_teacher
from bpa_desktop.services.teaching_words import given_words, other_version_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bpa_desktop.documents.model import Bundle
    from bpa_desktop.domain.aid import Aid
    from bpa_desktop.domain.instruction_needs import Standing
    from bpa_desktop.domain.people import Helper
    from bpa_desktop.domain.procedure import Procedure, ProcedureVersion
    from bpa_desktop.domain.roster import Shift
    from bpa_desktop.services.paper_scope import Scope
    from bpa_desktop.services.procedures import OtherVersion
    from bpa_desktop.services.session import Session
    from bpa_desktop.services.teaching import Teaching

_BACK, _AHEAD = dt.timedelta(days=120), dt.timedelta(days=60)
"""How far around today training shifts are looked for."""


def procedure_paper(session: Session, procedure: Procedure) -> Bundle | None:
    """The procedure as it holds today, with a sign-off list; None while it has no version."""
    found = teaching(session)
    version = found.version_on(procedure.id)
    if version is None:
        return None
    topic = found.topic_of(procedure)
    people = tuple(
        _signed(one, one.helper.name) for one in (found.standings(topic) if topic else ())
    )
    values = ProcedureSheet(
        case_number="",
        title=procedure.title,
        valid_from=version.valid_from,
        leader=usual_teacher(session),
        words=version.words,
        made_on=session.today,
        aids=tuple(map(_aid_words, aids_of(session, procedure))),
        pictures=tuple(_pictures(session, version)),
        people=people,
    )
    return as_bundle(procedure_sheet(values))


def other_version_paper(session: Session, procedure: Procedure, other: OtherVersion) -> Bundle:
    """A version that does not hold, to be read: what it says, and who was instructed in it."""
    version, names = other.version, session.helper_names()
    values = ProcedureSheet(
        case_number="",
        title=procedure.title,
        valid_from=version.valid_from,
        leader=usual_teacher(session),
        words=version.words,
        made_on=session.today,
        pictures=tuple(_pictures(session, version)),
        remark=f"{other_version_words(other)}.",
        learned=tuple(
            f"{names[one.helper]}, {given_words(one)}" for one in instructed_in(session, version)
        ),
    )
    return as_bundle(procedure_sheet(values))


def _aid_words(aid: Aid) -> str:
    return f"{aid.name} ({aid.place})" if aid.place else aid.name


def _pictures(session: Session, version: ProcedureVersion) -> Iterator[Picture | Text]:
    """Each picture; of one that an import left out, what it showed."""
    for one in pictures_of(session, version):
        content = session.records.contents.find(one.attachment)
        if content is not None:
            yield Picture(data=content.data, text=one.words)
        else:
            lacking = _("A picture is missing here: {words}")
            yield Text(text=lacking.format(words=one.words))


def _signed(one: Standing, name: str) -> SignOff:
    """A row of the list; who must be instructed again has nothing written yet."""
    if one.newest is None or not one.knows:
        return SignOff(name)
    return SignOff(name, one.newest.given_on, one.newest.given_by)


def introduction_paper(session: Session, helper: Helper) -> Bundle:
    """The introduction plan of one helper."""
    found = introduction(session, helper)
    values = IntroductionPlan(
        helper=helper.name,
        leader=usual_teacher(session),
        began=found.began,
        made_on=session.today,
        progress=progress_words(found),
        steps=tuple(PlanStep(one.what, one.planned_on, one.done_on) for one in found.steps),
        shifts=tuple(_training(session, helper)),
        topics=tuple(_signed(one, one.topic.name) for one in found.standings),
    )
    return as_bundle(introduction_plan(values))


def _training(session: Session, helper: Helper) -> Iterator[TrainingShift]:
    around = shifts(session, session.today - _BACK, session.today + _AHEAD)
    there = [one for one in around if one.state is not ShiftState.CANCELLED]
    names = {one.id: one.first_name for one in helpers(session)}
    for one in there:
        if one.helper == helper.id and one.kind is HourKind.TRAINING:
            yield TrainingShift(_when(one), ", ".join(_beside(one, there, names)))


def _when(shift: Shift) -> str:
    start, end = shift.planned_start, shift.planned_end
    return f"{day_words(start.date())} {start.year} {span(start, end)}"


def _beside(shift: Shift, others: list[Shift], names: dict[str, str]) -> list[str]:
    """The first names of those who give help at some time of the shift."""
    start, end = shift.planned
    found = [
        names[one.helper]
        for one in others
        if one.helper is not None
        and one.helper != shift.helper
        and one.kind in PRESENT
        and one.planned[0] < end
        and start < one.planned[1]
    ]
    return list(dict.fromkeys(found))


def visit_list(session: Session) -> Bundle:
    """The list of aids for the municipality's visit."""
    return as_bundle(aids_list(aids_values(scope(session))))


def _without_names(text: str, people: Sequence[Helper]) -> str:
    """``text`` with a number for each helper, also where it says whose something is."""
    naming = Naming(people, Names.NUMBERED)
    for one in people:
        for name in filter(None, (one.name, one.first_name, one.last_name)):
            whose = rf"(?<!\w){re.escape(name)}['’]?s(?!\w)"
            text = re.sub(whose, f"{naming.of(one.id)}s", text)
    return naming.clean(text)


def aids_values(given: Scope) -> AidsList:
    """The aids in use today; where somebody wrote a helper's name, a number stands for it."""
    found = teaching(given.session)
    used = [aid for aid in found.aids if found.topic_of(aid) is not None]
    return AidsList(
        case_number=given.case_number,
        made_on=given.today,
        rows=tuple(_aid_row(given, found, aid) for aid in used),
    )


def _aid_row(given: Scope, found: Teaching, aid: Aid) -> AidRow:
    topic = found.topic_of(aid)
    people = found.standings(topic) if topic is not None else []

    def clean(text: str) -> str:
        return _without_names(text, found.helpers)

    return AidRow(
        name=clean(aid.name),
        used_for=clean(aid.used_for),
        place=clean(aid.place),
        since=aid.since,
        inspected_on=aid.inspected_on,
        inspection_on=aid.inspection_on,
        instructed=sum(one.knows for one in people),
        helpers=len(people),
        procedures=tuple(clean(one.title) for one in procedures_with(given.session, aid)),
    )
