"""Helpers' own answers to an assessment; where nobody shall be named, nobody is."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bpa_desktop.domain.assessment import Assessment, HelperSheet
from bpa_desktop.domain.safe_number import SAFE_NUMBER, may_be_shown, nameless
from bpa_desktop.domain.scheme import Answer
from bpa_desktop.errors import N_, BpaError
from bpa_desktop.i18n import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bpa_desktop.domain.assessment import TopicAnswer
    from bpa_desktop.services.session import Session


class PromiseGiven(BpaError):
    """There are sheets already, which were filled in under another promise."""

    sentence = N_("There are sheets already. What helpers were promised cannot be changed now.")


class Gathered(BpaError):
    """The answers are shown, so that a new sheet would be known."""

    sentence = N_("The sheets are gathered. No more can be handed in for this APV.")


class TooFew(BpaError):
    """So few sheets that they would point at people."""

    sentence = N_("{n} sheets are needed before answers without names can be shown.")


def sheets_of(session: Session, assessment: Assessment) -> tuple[HelperSheet, ...]:
    """Every sheet of the assessment."""
    return session.records.where(HelperSheet, assessment=assessment.id)


def named(session: Session, assessment: Assessment) -> tuple[HelperSheet, ...]:
    """The sheets that tell whose they are."""
    return tuple(one for one in sheets_of(session, assessment) if one.helper is not None)


def shown_nameless(session: Session, assessment: Assessment) -> tuple[HelperSheet, ...]:
    """The sheets without names, when they may be shown together; else none."""
    found = nameless(sheets_of(session, assessment), assessment.id)
    return found if may_be_shown(found, assessment.gathered_on) else ()


def promise(session: Session, assessment: Assessment, answer: Answer) -> str:
    """Keep whether nobody shall be named; raises ``PromiseGiven`` once there are sheets."""
    if sheets_of(session, assessment):
        raise PromiseGiven
    now = session.records.get(Assessment, assessment.id)
    session.save(replace(now, is_anonymous=answer), N_("APV: how helpers answer"))
    if answer is Answer.YES:
        return _("Helpers answer without names.")
    return _("Helpers answer with their names.")


def hand_in(
    session: Session,
    assessment: Assessment,
    answers: Iterable[TopicAnswer],
    words: str,
    helper: str | None = None,
) -> str:
    """Keep a helper's sheet as one action; raises ``Gathered``.

    Where anonymity was promised the helper is not kept, and neither the line in the history nor
    the sentence names anybody.
    """
    now = session.records.get(Assessment, assessment.id)
    if now.gathered_on is not None:
        raise Gathered
    who = None if now.is_anonymous is Answer.YES else helper
    sheet = HelperSheet(
        assessment=assessment.id, helper=who, answers=tuple(answers), words=words.strip()
    )
    with session.operation(N_("hand in an APV sheet")) as operation:
        operation.save(sheet)
    count = len(sheets_of(session, assessment))
    handed = ngettext("{n} sheet is in.", "{n} sheets are in.", count)
    return " ".join((_("The sheet is handed in."), handed))


def gather(session: Session, assessment: Assessment) -> str:
    """Take no more sheets and show what they say; raises ``TooFew`` for sheets without names."""
    found = sheets_of(session, assessment)
    unnamed = nameless(found, assessment.id)
    if not found or 0 < len(unnamed) < SAFE_NUMBER:
        raise TooFew(n=SAFE_NUMBER)
    now = session.records.get(Assessment, assessment.id)
    session.save(replace(now, gathered_on=session.today), N_("gather the APV sheets"))
    text = ngettext("{n} sheet is gathered.", "{n} sheets are gathered.", len(found))
    return " ".join((text, _("The answers stand at each question.")))
