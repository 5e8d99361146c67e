"""The papers of staff meetings: agenda, own copy, and the copies that may be shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from bpa_desktop.documents.choices import Names
from bpa_desktop.documents.minutes import (
    KEY,
    Agenda,
    OwnMinutes,
    OwnPoint,
    ShownPoint,
    agenda,
    own_minutes,
    shown_minutes,
)
from bpa_desktop.documents.model import Bundle
from bpa_desktop.domain.meeting import Section
from bpa_desktop.i18n import _, language
from bpa_desktop.services.leak_check import refuse_leaks
from bpa_desktop.services.meeting_words import task_words
from bpa_desktop.services.meetings import is_held, meetings
from bpa_desktop.services.minutes_checks import finish, refuse_open, review
from bpa_desktop.services.minutes_sharing import meeting_facts, shared_secrets, shown_values
from bpa_desktop.services.paper_scope import scope
from bpa_desktop.services.paper_view import view

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bpa_desktop.documents.minutes import ShownMinutes
    from bpa_desktop.documents.model import Document
    from bpa_desktop.domain.meeting import Meeting
    from bpa_desktop.domain.period import Period
    from bpa_desktop.services.leak_check import Secrets
    from bpa_desktop.services.minutes_checks import PointReview, Review
    from bpa_desktop.services.minutes_sharing import SharedSecrets
    from bpa_desktop.services.paper_scope import Scope
    from bpa_desktop.services.paper_view import PaperView
    from bpa_desktop.services.session import Session


class HeldMinutes(NamedTuple):
    """The minutes of a period that a package asks for, by whether they are looked through."""

    done: tuple[Review, ...]
    waiting: tuple[Review, ...]

    @property
    def all(self) -> tuple[Review, ...]:
        """All of them, the earliest first."""
        return tuple(sorted((*self.done, *self.waiting), key=lambda one: one.meeting.starts_at))


def held_minutes(session: Session, period: Period) -> HeldMinutes:
    """The minutes of the meetings that were held in ``period`` and have anything written."""
    now = session.now()
    held = [
        one
        for one in meetings(session)
        if is_held(one, now) and period.first <= one.starts_at.date() < period.end
    ]
    found = [one for one in (review(session, each) for each in held) if one.points]
    done = tuple(one for one in found if one.is_done)
    return HeldMinutes(done, tuple(one for one in found if not one.is_done))


def minutes_values(scope: Scope, looked_at: Sequence[Review]) -> tuple[ShownMinutes, ...]:
    """What the copies tell, one for each meeting; the key of the first is that of the paper."""
    return tuple(
        shown_values(scope, one, KEY if at == 0 else f"{KEY}-{at + 1}")
        for at, one in enumerate(looked_at)
    )


def minutes_bundle(values: Sequence[ShownMinutes]) -> Bundle:
    """The copies as one file."""
    documents = tuple(map(shown_minutes, values))
    title = documents[0].title if len(documents) == 1 else _("Minutes of staff meetings")
    return Bundle(title=title, language=language(), documents=documents)


class CheckedPaper(NamedTuple):
    """A paper and what must not stand in it; nothing of the file is needed to make it."""

    bundle: Bundle
    secrets: Secrets

    def view(self) -> PaperView:
        """The finished paper; raises ``Leaked`` when it holds what it must not."""
        made = view(self.bundle)
        refuse_leaks(made.content, made.file_stem, self.secrets)
        return made


def shown_paper(session: Session, meeting: Meeting, names: Names = Names.INITIALS) -> CheckedPaper:
    """The copy of one meeting as the caseworker gets it."""
    given, looked_at = scope(session, names), review(session, meeting)
    bundle = minutes_bundle([shown_values(given, looked_at)])
    return CheckedPaper(bundle, shared_secrets(given, [looked_at]).in_minutes)


def secrets_of(scope: Scope, looked_at: Sequence[Review]) -> SharedSecrets:
    """What must not stand in a package that holds these minutes."""
    return shared_secrets(scope, looked_at)


def finish_review(session: Session, meeting: Meeting) -> Meeting:
    """Look at the copy as a file once, and note that the minutes are looked through.

    Raises ``ChecksOpen`` while something waits, ``Leaked`` when a point that is left out is told
    in another one too.
    """
    looked_at = review(session, meeting)
    refuse_open(looked_at)
    shown_paper(session, meeting).view()
    return finish(session, looked_at)


def agenda_paper(session: Session, meeting: Meeting) -> Document:
    """The agenda: the points for everybody, with names as everybody knows them."""
    given = scope(session, Names.FULL)
    found = review(session, meeting)
    return agenda(
        Agenda(
            meeting=meeting_facts(given, meeting, others=meeting.others),
            points=tuple(
                ShownPoint(
                    number=one.point.number, heading=one.point.heading, words=one.point.words
                )
                for one in found.points
                if one.point.section is Section.SHARED
            ),
        )
    )


def own_paper(session: Session, meeting: Meeting) -> Document:
    """Everything that was written."""
    given = scope(session, Names.FULL)
    found = review(session, meeting)
    return own_minutes(
        OwnMinutes(
            meeting=meeting_facts(given, meeting, others=meeting.others),
            points=tuple(_own_point(session, one) for one in found.points),
        )
    )


def _own_point(session: Session, one: PointReview) -> OwnPoint:
    names, point = session.helper_names(), one.point
    return OwnPoint(
        number=point.number,
        section=point.section,
        mark=point.mark,
        heading=point.heading,
        words=point.words,
        agreed=tuple(task_words(task, names.get(task.helper or "", "")) for task in one.tasks),
        reason=point.reason,
        left_out_on=point.left_out_on,
    )


def newest_waiting(session: Session) -> Meeting | None:
    """The latest held meeting whose minutes are not looked through, else the latest with any."""
    now = session.now()
    held = [review(session, one) for one in meetings(session) if is_held(one, now)]
    written = [one for one in reversed(held) if one.points]
    waiting = [one.meeting for one in written if not one.is_done]
    return next(iter([*waiting, *(one.meeting for one in written)]), None)
