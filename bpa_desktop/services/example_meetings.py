"""The example's staff meetings: one looked through, one that waits, and one that is coming."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from bpa_desktop.domain.agreed_task import AgreedTask
from bpa_desktop.domain.clock import overlap
from bpa_desktop.domain.kinds import PRESENT, HourKind
from bpa_desktop.domain.meeting import (
    CheckAnswer,
    Checked,
    Mark,
    Meeting,
    MeetingPoint,
    MeetingState,
    Participant,
    Section,
)
from bpa_desktop.domain.roster import ShiftState
from bpa_desktop.services.example_people import ANNA, CARLA
from bpa_desktop.services.minutes_checks import PointReview, digest

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from bpa_desktop.domain.record import Record
    from bpa_desktop.domain.roster import Shift
    from bpa_desktop.services.example_dates import Dates

_PLACE: Final = "Hjemme hos mig"
_PHONE: Final = "00 00 00 00"
"""A number that nobody has."""
_LOOKED_THROUGH: Final = (
    ("Nye handsker", "De nye handsker passer alle. De gamle bruges op."),
    ("Vagtplan", "Ønsker til ferie skrives i kalenderen senest den 1. i måneden."),
    ("Telefon", f"Lægehusets nummer er {_PHONE}. Det hænger på køleskabet."),
)
_WAITING: Final = (
    ("Ny loftlift", "Alle er med til oplæring på torsdag. Carla viser, hvordan den bruges."),
    ("Vagtplan", "Anna tager de næste to søndage. Skriv afvigelser i planen samme dag."),
    ("Ekstra nøgle", f"Naboen har en ekstra nøgle. Ring {_PHONE}, hvis du står udenfor."),
)
_ABOUT_ONE: Final = (
    "Samtale med Dina",
    "Dina er træt efter nattevagterne, fordi hendes barn ikke sover. Hun får dage i to uger.",
)
_COMING: Final = ("Siden sidst", "Vagtplan og ferie", "Eventuelt")


def meetings(dates: Dates, shifts: Sequence[Shift]) -> Iterator[Record]:
    """The two latest meetings that were held, and the one that comes, with all that was written."""
    laid = [one for one in shifts if one.kind is HourKind.STAFF_MEETING]
    days = sorted({one.planned_start.date() for one in laid})
    held = [day for day in days if day < dates.today][-2:]
    coming = [day for day in days if day >= dates.today][:1]
    for day, make in zip(held, (_done, _open), strict=False):
        yield from make(dates, _meeting(day, shifts))
    for day in coming:
        meeting = replace(_meeting(day, shifts), state=MeetingState.PLANNED)
        yield meeting
        yield from _points(meeting, [(heading, "") for heading in _COMING])


def _meeting(day: dt.date, shifts: Iterable[Shift]) -> Meeting:
    """The meeting of that day: those with a shift for it, and who was at work then."""
    found = list(shifts)
    laid = [
        one
        for one in found
        if one.kind is HourKind.STAFF_MEETING and one.planned_start.date() == day
    ]
    begins, ends = laid[0].planned_start, laid[0].planned_end
    at_work = [
        one
        for one in found
        if one.kind in PRESENT
        and one.state is not ShiftState.CANCELLED
        and overlap(one.planned, laid[0].planned)
    ]
    who = sorted({one.helper for one in (*laid, *at_work) if one.helper})
    return Meeting(
        id=laid[0].id.partition(".")[0],
        starts_at=begins,
        ends_at=ends,
        place=_PLACE,
        state=MeetingState.HELD,
        participants=tuple(Participant(helper=one) for one in who),
    )


def _points(meeting: Meeting, texts: Iterable[tuple[str, str]]) -> list[MeetingPoint]:
    return [
        MeetingPoint(
            id=f"{meeting.id}-point-{number}",
            meeting=meeting.id,
            number=number,
            heading=heading,
            words=words,
        )
        for number, (heading, words) in enumerate(texts, start=1)
    ]


def _done(dates: Dates, meeting: Meeting) -> Iterator[Record]:
    """Looked through a week later: the number was replaced, the word about health was kept."""
    points = _points(meeting, _LOOKED_THROUGH)
    answers = (("Lægehusets", CheckAnswer.KEEP), (_PHONE, CheckAnswer.REPLACE))
    checks = tuple(Checked(found=found, answer=answer) for found, answer in answers)
    points[2] = replace(points[2], checks=checks)
    task = AgreedTask(
        id=f"{meeting.id}-task",
        what="Sæt kalenderen op i køkkenet",
        helper=ANNA,
        due_on=meeting.starts_at.date() + dt.timedelta(weeks=1),
        done_on=meeting.starts_at.date() + dt.timedelta(days=3),
        point=points[1].id,
    )
    tasks = {points[1].id: (task,)}
    looked = [PointReview(one, tasks.get(one.id, ()), ()) for one in points]
    checked_on = min(dates.today, meeting.starts_at.date() + dt.timedelta(weeks=1))
    yield replace(meeting, checked_on=checked_on, checked_as=digest(looked))
    yield from (*points, task)


def _open(dates: Dates, meeting: Meeting) -> Iterator[Record]:
    """Not looked through yet: a phone number in it, and a point that stays at home."""
    points = _points(meeting, (*_WAITING, _ABOUT_ONE))
    points[3] = replace(
        points[3],
        section=Section.PERSON,
        mark=Mark.SENSITIVE,
        reason="Handler om en enkelt hjælper.",
        left_out_on=meeting.starts_at.date(),
    )
    yield meeting
    yield from points
    yield AgreedTask(
        id=f"{meeting.id}-task",
        what="Hæng vejledningen til liften op",
        helper=CARLA,
        due_on=dates.days_ago(-10),
        point=points[0].id,
    )
