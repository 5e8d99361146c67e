"""A helper leaves: what is known of the last day, the step itself, and what is to be done then."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from bpa_desktop.domain.case_deadlines import weeks_of
from bpa_desktop.domain.contract import Contract
from bpa_desktop.domain.decision import Decision
from bpa_desktop.domain.leaving import Leaving, LeavingReason
from bpa_desktop.domain.notice_scheme import notice_scheme
from bpa_desktop.domain.people import Helper
from bpa_desktop.domain.roster import ShiftState
from bpa_desktop.domain.scheme import Agreement
from bpa_desktop.errors import N_
from bpa_desktop.i18n import _, date_words, ngettext
from bpa_desktop.services.case import terms_of
from bpa_desktop.services.reading import grants, shifts_from
from bpa_desktop.services.rostering import given
from bpa_desktop.services.rulebook import rulebook

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bpa_desktop.domain.notice_scheme import NoticeScheme
    from bpa_desktop.domain.people import Employment
    from bpa_desktop.domain.roster import Shift
    from bpa_desktop.services.session import Session

NOTICE_RULE = "pay-notice"
_ONE_DAY = dt.timedelta(days=1)
_ACCEDED = frozenset({Agreement.DE_FOA, Agreement.DI_FOA})
_SPECIAL = frozenset({LeavingReason.GRANT_CHANGED, LeavingReason.CITIZEN_DIED})


class Advice(NamedTuple):
    """What is known of the last day: the day where something says it, sentences, and a source."""

    last_day: dt.date | None
    words: tuple[str, ...]
    source: str = ""


def advice(session: Session, helper: Helper, reason: LeavingReason, notice_on: dt.date) -> Advice:
    """What the contract, the agreement and the rules say; a day is never guessed."""
    contract = newest_contract(session, helper.id)
    if reason is LeavingReason.SUMMARY:
        text = _("It ends today. Ask your adviser before you send anybody away at once.")
        return Advice(notice_on, (text,))
    if reason is LeavingReason.FIXED_TERM and contract is not None and contract.ends_on is not None:
        return Advice(contract.ends_on, (_("The day stands in the contract."),))
    if reason in _SPECIAL:
        found = _special(session, contract, notice_on)
        weeks = _weeks(session, reason, notice_on, found.last_day)
        return found._replace(words=(*found.words, *weeks))
    written = contract.notice.strip() if contract is not None else ""
    return Advice(None, (_by_contract(written),))


def _by_contract(written: str) -> str:
    if written:
        return _("The contract says on notice: {words}").format(words=written)
    return _("How long the notice is stands in the contract or is what you agreed. Write the day.")


def _special(session: Session, contract: Contract | None, notice_on: dt.date) -> Advice:
    """The notice when the citizen dies or the grant changes."""
    written = contract.special_notice.strip() if contract is not None else ""
    scheme = session.scheme()
    rule = rulebook().find(NOTICE_RULE, notice_on)
    if scheme is not None and scheme.agreement in _ACCEDED and rule is not None:
        days = rulebook().whole(NOTICE_RULE, "days", notice_on)
        text = ngettext(
            "The agreement you have acceded to: up to {n} day's notice.",
            "The agreement you have acceded to: up to {n} days' notice.",
            days,
        )
        last = notice_on + dt.timedelta(days=days)
        words = (text, _("The contract may say less.")) if not written else (text, written)
        return Advice(last, words, rule.source)
    if not written and contract is not None:
        written = contract.notice.strip()
    nothing = _("No collective agreement you have acceded to says how long the notice is.")
    return Advice(None, (nothing, _by_contract(written)))


def _weeks(
    session: Session, reason: LeavingReason, notice_on: dt.date, last: dt.date | None
) -> tuple[str, ...]:
    """What the fourteen weeks mean for a changed grant, by the newest decision that is dated."""
    found = scheme_of_newest(session, notice_on) if reason is LeavingReason.GRANT_CHANGED else None
    if found is None or found.effect_on < notice_on:
        return ()
    return tuple(_scheme_words(found, notice_on, last))


def scheme_of_newest(session: Session, on: dt.date) -> NoticeScheme | None:
    """The fourteen weeks of the newest decision on less help that was made by that day.

    Where no such decision is registered, those of the newest grant.
    """
    less = [
        one
        for one in session.records.all(Decision)
        if one.is_less_help and (one.decided_on or one.received_on) <= on
    ]
    if less:
        last = max(less, key=lambda one: (one.decided_on or one.received_on, one.id))
        return weeks_of(last, terms_of(session, last))
    return _of_newest_grant(session, on)


def _of_newest_grant(session: Session, on: dt.date) -> NoticeScheme | None:
    made = [one.decision_date or one.received_date for one in grants(session)]
    known = [day for day in made if day is not None and day <= on]
    if not known:
        return None
    newest = next(
        one for one in grants(session) if (one.decision_date or one.received_date) == max(known)
    )
    return notice_scheme(max(known), newest.received_date, rulebook())


def _scheme_words(found: NoticeScheme, notice_on: dt.date, last: dt.date | None) -> Iterator[str]:
    text = _(
        "If the decision of {made} gives less help: earliest from {receipt}, counted from when you "
        "received it. Counted from when it was made: {decision}. Tell helpers by the earlier day."
    )
    yield text.format(
        made=date_words(found.from_decision.start),
        receipt=date_words(found.from_receipt.effect_on),
        decision=date_words(found.from_decision.effect_on),
    )
    yield _("Complain by {date} to be safe.").format(date=date_words(found.complain_by))
    notice = (last or notice_on) - notice_on
    plain = date_words(found.tell_by(notice, complained=False))
    complained = date_words(found.tell_by(notice, complained=True))
    if notice:
        text = _("With that notice: tell helpers by {plain} if you do not complain.")
        yield text.format(plain=plain)
    yield _(
        "If you complain, the help goes on. Then tell helpers when the weeks end, {date}."
    ).format(date=complained)


def newest_contract(session: Session, helper: str) -> Contract | None:
    """The helper's contract that began last."""
    found = session.records.where(Contract, helper=helper)
    return max(found, key=lambda one: (one.begins_on, one.id), default=None)


def newest_leaving(session: Session, helper: str) -> Leaving | None:
    """How the helper last left."""
    found = session.records.where(Leaving, helper=helper)
    return max(found, key=lambda one: (one.notice_on, one.id), default=None)


def leave(session: Session, leaving: Leaving) -> tuple[Leaving, int]:
    """Keep that a helper leaves, end the employment, and make the shifts after it unfilled.

    One action. Gives what was saved and how many shifts are unfilled now. Without a last day
    nothing ends yet. Raises ``Refused`` with what is wrong.
    """
    helper = session.records.get(Helper, leaving.helper)
    with session.operation(N_("{who} leaves"), who=helper.first_name) as operation:
        saved = operation.save(leaving)
        if leaving.last_day is None:
            return saved, 0
        operation.save(replace(helper, employments=_ended(helper.employments, leaving.last_day)))
        after = shifts_after(session, helper.id, leaving.last_day)
        operation.save_all(given(one, None) for one in after)
    return saved, len(after)


def _ended(periods: Sequence[Employment], last: dt.date) -> tuple[Employment, ...]:
    """The periods with the one that goes on at ``last``, or that did so last, ended on it."""
    begun = [one for one in periods if one.first_day <= last]
    newest = max(begun, key=lambda one: one.first_day, default=None)
    return tuple(replace(one, last_day=last) if one is newest else one for one in periods)


def shifts_after(session: Session, helper: str, last: dt.date) -> list[Shift]:
    """The helper's planned shifts that begin after ``last`` and have not begun."""
    first = max(last + _ONE_DAY, session.today)
    return [
        one
        for one in shifts_from(session, first)
        if one.helper == helper
        and one.state is ShiftState.PLANNED
        and one.planned_start.date() > last
        and one.planned_start > session.now()
    ]


def left_words(session: Session, leaving: Leaving, unfilled: int) -> str:
    """What was done, in a sentence."""
    who = session.records.get(Helper, leaving.helper).first_name
    if leaving.last_day is None:
        return _("Written down: {who} leaves. The last day is not known yet.").format(who=who)
    text = _("{who} leaves. The last day is {date}.")
    text = text.format(who=who, date=date_words(leaving.last_day))
    if not unfilled:
        return _("{what} Undo with Ctrl Z.").format(what=text)
    shifts = ngettext("{n} shift is unfilled now.", "{n} shifts are unfilled now.", unfilled)
    return _("{what} Undo with Ctrl Z.").format(what=f"{text} {shifts}")
