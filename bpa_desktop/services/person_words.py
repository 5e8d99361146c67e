"""What the records about one helper say on that helper's own page: a day and a sentence each.

The page names the helper already, so no sentence does. A record type without words of its own is
told as in any other list.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from bpa_desktop.documents.phrases import dates_words
from bpa_desktop.domain.aid import Aid
from bpa_desktop.domain.meeting import MeetingState
from bpa_desktop.domain.procedure import Procedure, ProcedureVersion
from bpa_desktop.errors import N_
from bpa_desktop.i18n import _, date_words, money, month_words, uncapitalised

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterator, Mapping

    from bpa_desktop.domain.absence import Absence
    from bpa_desktop.domain.applicant import Applicant
    from bpa_desktop.domain.contract import Addendum, Contract
    from bpa_desktop.domain.instruction import Course, Instruction, IntroductionStep
    from bpa_desktop.domain.key_receipt import KeyReceipt
    from bpa_desktop.domain.leaving import Leaving
    from bpa_desktop.domain.meeting import Meeting
    from bpa_desktop.domain.own_text import OwnText
    from bpa_desktop.domain.payslip import Payslip, UnemploymentDay
    from bpa_desktop.domain.people import Helper
    from bpa_desktop.domain.talk import Talk
    from bpa_desktop.domain.workplace_event import WorkplaceEvent
    from bpa_desktop.services.session import Session

    Told = tuple[dt.date | None, str]


def helper_days(helper: Helper) -> Iterator[Told]:
    """When each employment began and ended, and from when experience counts."""
    for period in helper.employments:
        yield period.first_day, _("Employment begins.")
        if period.last_day is not None:
            yield period.last_day, _("Last day of employment.")
    if helper.criminal_record_on is not None:
        yield helper.criminal_record_on, _("Criminal record seen.")


def _absence(_session: Session, one: Absence) -> Iterator[Told]:
    kind = _(one.kind.label)
    if one.last_day is None:
        text = _("{kind} from {first}.")
        yield one.first_day, text.format(kind=kind, first=date_words(one.first_day))
    else:
        yield one.first_day, f"{kind} {dates_words(one.first_day, one.last_day)}."


def _applicant(_session: Session, one: Applicant) -> Iterator[Told]:
    yield one.applied_on, _("Applied for the job.")
    if one.interview_on is not None:
        yield one.interview_on, _("Talk about the job.")


def _contract(_session: Session, one: Contract) -> Iterator[Told]:
    yield one.begins_on, _("Contract begins.")
    if one.given_on is not None:
        yield one.given_on, _("Contract given.")
    if one.confidentiality_on is not None:
        yield one.confidentiality_on, _("Confidentiality signed.")


def _addendum(_session: Session, one: Addendum) -> Iterator[Told]:
    text = _("Change of the contract: {what}")
    yield one.takes_effect_on, text.format(what=one.words)


def _key(_session: Session, one: KeyReceipt) -> Iterator[Told]:
    yield one.handed_on, _("Handed over: {what}.").format(what=one.what)
    if one.returned_on is not None:
        yield one.returned_on, _("Came back: {what}.").format(what=one.what)


def _leaving(_session: Session, one: Leaving) -> Iterator[Told]:
    yield one.notice_on, _("Notice: {why}.").format(why=uncapitalised(_(one.reason.label)))
    if one.papers_given_on is not None:
        yield one.papers_given_on, _("Last papers given.")
    if one.statement_given_on is not None:
        yield one.statement_given_on, _("Statement of employment given.")


def _instruction(session: Session, one: Instruction) -> Iterator[Told]:
    what = _aid_name(session, one.aid) if one.version is None else _task(session, one.version)
    yield one.given_on, _("Instructed: {what}.").format(what=what)


def _aid_name(session: Session, aid: str | None) -> str:
    found = session.records.with_ids(Aid, [] if aid is None else [aid])
    return next((one.name for one in found), "")


def _task(session: Session, version: str) -> str:
    versions = session.records.with_ids(ProcedureVersion, [version])
    found = session.records.with_ids(Procedure, [one.procedure for one in versions])
    return next((one.title for one in found), "")


def _step(_session: Session, one: IntroductionStep) -> Iterator[Told]:
    if one.done_on is not None:
        yield one.done_on, _("Introduced: {what}.").format(what=one.what)
    else:
        yield one.planned_on, _("Introduction planned: {what}.").format(what=one.what)


def _course(_session: Session, one: Course) -> Iterator[Told]:
    yield one.held_on or one.applied_on, _("Course: {what}.").format(what=one.title)
    if one.valid_to is not None:
        yield one.valid_to, _("The course is valid to this day: {what}.").format(what=one.title)


_TALKS: Final = {
    MeetingState.PLANNED: N_("Talk (MUS) planned."),
    MeetingState.HELD: N_("Talk (MUS) held."),
    MeetingState.CANCELLED: N_("Talk (MUS) cancelled."),
}
_MEETINGS: Final = {
    MeetingState.PLANNED: N_("Is to take part in a meeting: {what}."),
    MeetingState.HELD: N_("Took part in a meeting: {what}."),
    MeetingState.CANCELLED: N_("Cancelled meeting: {what}."),
}


def _talk(_session: Session, one: Talk) -> Iterator[Told]:
    yield one.starts_at.date(), _(_TALKS[one.state])


def _meeting(_session: Session, one: Meeting) -> Iterator[Told]:
    title = one.title or uncapitalised(_("Staff meeting"))
    yield one.starts_at.date(), _(_MEETINGS[one.state]).format(what=title)


def _text(_session: Session, one: OwnText) -> Iterator[Told]:
    yield one.used_on or one.written_on, f"{_(one.kind.label)}: {one.title}."


def _payslip(_session: Session, one: Payslip) -> Iterator[Told]:
    text = _("Payslip for {month}: {amount} kr.")
    yield one.month, text.format(month=month_words(one.month), amount=money(one.amount))


def _g_day(_session: Session, one: UnemploymentDay) -> Iterator[Told]:
    yield one.day, _("G-day.")


def _event(_session: Session, one: WorkplaceEvent) -> Iterator[Told]:
    yield one.happened_on, f"{_(one.kind.label)}."


WORDS: Final[Mapping[str, Callable[[Session, Any], Iterator[Told]]]] = {
    "absence": _absence,
    "applicant": _applicant,
    "contract": _contract,
    "addendum": _addendum,
    "key_receipt": _key,
    "leaving": _leaving,
    "instruction": _instruction,
    "introduction_step": _step,
    "course": _course,
    "talk": _talk,
    "meeting": _meeting,
    "own_text": _text,
    "payslip": _payslip,
    "unemployment_day": _g_day,
    "workplace_event": _event,
}
"""By the name of the record type."""
