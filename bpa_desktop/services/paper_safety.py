"""The values of the papers on the yearly discussion and on what happened at work."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bpa_desktop.documents.discussion_record import POINTS, DiscussionRecord
from bpa_desktop.documents.event_report import EventReport, Told
from bpa_desktop.domain.deadlines import DueCode
from bpa_desktop.domain.period import months_before
from bpa_desktop.domain.safety_deadlines import AUTHORITY, INSURER, YEARLY, report_days
from bpa_desktop.domain.workplace_event import EventKind
from bpa_desktop.domain.yearly_discussion import YearlyDiscussion
from bpa_desktop.i18n import _
from bpa_desktop.services.rulebook import rulebook

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bpa_desktop.domain.workplace_event import WorkplaceEvent
    from bpa_desktop.services.session import Session


def discussion_values(session: Session, held: YearlyDiscussion | None) -> DiscussionRecord:
    """The proof of the discussion ``held``, or a sheet for the next one."""
    scheme = session.scheme()
    rule = rulebook().find(YEARLY, session.today)
    next_on = None
    if held is not None and rule is not None:
        next_on = months_before(held.held_on, -rule.whole("months"))
    return DiscussionRecord(
        case_number=scheme.case_number.strip() if scheme is not None else "",
        leader=scheme.citizen_name if scheme is not None else "",
        held_on=held.held_on if held is not None else None,
        taking_part=held.taking_part.strip() if held is not None else "",
        points=tuple(
            (label, getattr(held, field).strip() if held is not None else "")
            for field, label in POINTS
        ),
        last_goals=_last_goals(session, held),
        next_on=next_on,
        source=rule.source if rule is not None else "",
    )


def _last_goals(session: Session, held: YearlyDiscussion | None) -> str:
    """The goals that were set at the discussion before ``held``."""
    earlier = [
        one
        for one in session.records.all(YearlyDiscussion)
        if held is None or (one.id != held.id and one.held_on < held.held_on)
    ]
    last = max(earlier, key=lambda one: one.held_on, default=None)
    return last.goals.strip() if last is not None else ""


def event_values(session: Session, event: WorkplaceEvent) -> EventReport:
    """The report of ``event`` for the leader's own use, with the helper's name."""
    scheme = session.scheme()
    return EventReport(
        kind=event.kind,
        leader=(scheme.employer_name or scheme.citizen_name) if scheme is not None else "",
        happened_on=event.happened_on,
        at_time=event.at_time,
        place=event.place,
        helper=session.helper_names().get(event.helper or "", ""),
        words=event.words,
        prevention=event.prevention,
        away_days=event.away_days,
        first_away=event.first_away,
        told=tuple(_told(event)) if event.kind is EventKind.ACCIDENT else (),
    )


def _told(event: WorkplaceEvent) -> Iterator[Told]:
    """The authority and the insurer: those who know already, and those who must still be told."""
    known = {
        DueCode.ACCIDENT_AUTHORITY: (_("The authority"), event.authority_told_on, AUTHORITY),
        DueCode.ACCIDENT_INSURER: (_("The insurer"), event.insurer_told_on, INSURER),
    }
    days = dict(report_days(event, rulebook()))
    for code, (who, done_on, rule_id) in known.items():
        rule = rulebook().find(rule_id, event.happened_on)
        source = rule.source if rule is not None else ""
        if done_on is not None:
            yield Told(who=who, done_on=done_on, source=source)
        elif code in days:
            yield Told(who=who, by=days[code], source=source)
    if DueCode.ACCIDENT_UNKNOWN in days:
        yield Told(who=_("The authority and the insurer"))
