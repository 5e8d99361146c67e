"""The role of employer handed over or taken back: the steps, the papers, and carrying it out."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING, Final, NamedTuple

from bpa_desktop.domain.contract import Addendum, Contract
from bpa_desktop.domain.handover import Handover
from bpa_desktop.domain.handovers import APPROVED, Doubt, doubts, takeover
from bpa_desktop.domain.people import Helper
from bpa_desktop.domain.scheme import Party
from bpa_desktop.errors import N_
from bpa_desktop.i18n import _, date_words, ngettext, uncapitalised
from bpa_desktop.services.rulebook import rulebook

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from bpa_desktop.domain.handovers import Takeover
    from bpa_desktop.domain.scheme import Scheme
    from bpa_desktop.services.session import Session

_A_DAY: Final = dt.timedelta(days=1)
_DATE: Final = "{date}"
LEADER: Final = (
    N_("Roster, job description, advert, interviews, and choosing helpers"),
    N_("Staff meetings, talks (MUS), training and daily instruction"),
    N_("Somebody else when a helper is ill"),
    N_("A good working environment from day to day, and following up the APV"),
)
"""What stays with the leader, whoever is the employer."""
EMPLOYER: Final = (
    N_("Hiring and dismissal on paper, and contracts: in consultation with you"),
    N_("Pay, tax, holiday pay, parental leave fund and ATP"),
    N_("Insurances"),
    N_("That there is an APV"),
    N_("The yearly accounts"),
)
"""What goes with the role of employer."""


class Step(NamedTuple):
    """Something to do: a sentence, whether it is done, and the field that a press dates today."""

    key: str
    words: str
    is_done: bool = False
    done: str = ""


def handovers(session: Session) -> tuple[Handover, ...]:
    """Every hand-over: those that are not carried out first, the newest of each group first."""
    found = session.records.all(Handover)
    return tuple(
        sorted(found, key=lambda one: (one.done_on is not None, -one.agreed_on.toordinal(), one.id))
    )


def find_handover(session: Session, handover_id: str) -> Handover | None:
    """The hand-over with that id, or ``None`` when it is not there any more."""
    return next(iter(session.records.with_ids(Handover, [handover_id])), None)


def new_employer(one: Handover) -> str:
    """Who takes over, in words."""
    if one.to is Party.SELF:
        return _("you yourself")
    return one.name.strip() or uncapitalised(_(one.to.label))


def employer_words(scheme: Scheme | None) -> str:
    """Who is the employer now."""
    if scheme is None or scheme.employer is Party.SELF:
        return _("You are the employer.")
    who = scheme.employer_name.strip()
    label = uncapitalised(_(scheme.employer.label))
    if not who:
        return _("The employer is {who}.").format(who=label)
    return _("The employer is {who} ({what}).").format(who=who, what=label)


def takeover_of(one: Handover) -> Takeover | None:
    """When the new employer takes over, by the rules of today."""
    return takeover(one, rulebook())


def takeover_words(one: Handover) -> str:
    """From which day, and why."""
    found = takeover_of(one)
    if found is None:
        return _("From which day is not known. Agree it with the municipality.")
    if found.rule is None:
        return _("From {date}, as agreed.").format(date=date_words(found.on))
    months = found.rule.whole("months")
    text = ngettext(
        "From {date}: {n} month from the end of the month of the agreement.",
        "From {date}: {n} months from the end of the month of the agreement.",
        months,
    )
    source = _("Source: {source}.").format(source=found.rule.source)
    return f"{text.format(date=date_words(found.on))} {source}"


_DOUBTS: Final[Mapping[Doubt, str]] = {
    Doubt.NOT_APPROVED: N_("It is not approved by Socialtilsynet, so it cannot take over."),
    Doubt.APPROVAL_UNKNOWN: N_("Ask in writing for the approval by Socialtilsynet first."),
    Doubt.SHORT_NOTICE: N_("That is sooner than the notice: the municipality must agree to it."),
    Doubt.MUNICIPALITY: N_("The municipality can run the pay, but not be the employer."),
}


_ABOUT_APPROVAL: Final = frozenset({Doubt.NOT_APPROVED, Doubt.APPROVAL_UNKNOWN})


def doubt_words(one: Handover) -> Iterator[str]:
    """What must be thought of before it is signed."""
    for doubt in doubts(one, rulebook()):
        yield _(_DOUBTS[doubt])


def approval_words(one: Handover) -> str:
    """Why the approval matters, with its source; empty where it is in order."""
    row = rulebook().find(APPROVED, one.agreed_on)
    if row is None or _ABOUT_APPROVAL.isdisjoint(doubts(one, rulebook())):
        return ""
    source = _("Source: {source}.").format(source=row.source)
    return f"{_(row.reason)} {source}"


def steps(session: Session, one: Handover) -> tuple[Step, ...]:
    """What is to be done, in the order in which it usually comes."""
    return tuple(_steps(session, one))


def _steps(session: Session, one: Handover) -> Iterator[Step]:
    yield _dated(
        "told_on",
        one.told_on,
        (_("The municipality was told on {date}."), _("The municipality is not told.")),
        _("The municipality is told today"),
    )
    if one.to is not Party.SELF:
        yield _dated(
            "contract_sent_on",
            one.contract_sent_on,
            (_("A copy of the agreement was sent on {date}."), _("The agreement is not sent.")),
            _("A copy of the agreement is sent today"),
        )
    yield _dated(
        "helpers_told_on",
        one.helpers_told_on,
        (_("The helpers were told on {date}."), _("The helpers are not told.")),
        _("The helpers are told today"),
    )
    yield _addenda_step(session, one)
    yield Step("insurance", _("Insurances go with the role: agree who insures from which day."))
    yield Step("payroll", _("Agree who runs the pay of the last month."))
    yield Step("accounts", _accounts(one))


def _dated(key: str, on: dt.date | None, texts: tuple[str, str], done: str) -> Step:
    if on is not None:
        return Step(key, texts[0].replace(_DATE, date_words(on)), is_done=True)
    return Step(key, texts[1], done=done)


def _accounts(one: Handover) -> str:
    found = takeover_of(one)
    if found is None:
        return _("Make the accounts up to the day before the new employer takes over.")
    text = _("Make the accounts up to {date}, the last day of the employer until then.")
    return text.format(date=date_words(found.on - _A_DAY))


def _addenda_step(session: Session, one: Handover) -> Step:
    count = len(without_addendum(session, one))
    if not count:
        return Step("addenda", _("Every contract has its addendum."), is_done=True)
    text = ngettext(
        "{n} contract needs an addendum about the new employer.",
        "{n} contracts need an addendum about the new employer.",
        count,
    )
    return Step("addenda", text, done=_("Write the addenda"))


def without_addendum(session: Session, one: Handover) -> tuple[Contract, ...]:
    """The newest contract of each helper employed then that no addendum changes from that day."""
    found = takeover_of(one)
    if found is None:
        return ()
    newest: dict[str, Contract] = {}
    for contract in session.records.all(Contract):
        known = newest.get(contract.helper)
        if known is None or (known.begins_on, known.id) < (contract.begins_on, contract.id):
            newest[contract.helper] = contract
    employed = {helper.id for helper in session.records.all(Helper) if helper.is_employed(found.on)}
    changed = {
        addendum.contract
        for addendum in session.records.all(Addendum)
        if addendum.takes_effect_on == found.on
    }
    return tuple(
        contract
        for helper, contract in newest.items()
        if helper in employed and contract.id not in changed
    )


def write_addenda(session: Session, one: Handover) -> str:
    """Write an addendum for each contract that needs one, as one action; say how many."""
    found, waiting = takeover_of(one), without_addendum(session, one)
    if found is None:
        return _("From which day is not known. Agree it with the municipality.")
    text = _("From {date} the employer is {who}. Everything else is as before.")
    words = text.format(date=date_words(found.on), who=_employer_name(session, one))
    with session.operation(N_("addenda about the employer")) as work:
        work.save_all(
            Addendum(contract=contract.id, takes_effect_on=found.on, words=words)
            for contract in waiting
        )
    return ngettext("{n} addendum is written.", "{n} addenda are written.", len(waiting))


def _employer_name(session: Session, one: Handover) -> str:
    scheme = session.scheme()
    if one.to is Party.SELF and scheme is not None:
        return scheme.citizen_name
    return new_employer(one)


def take(session: Session, one: Handover, step: Step) -> str:
    """Do a step, or note that it was done today, and say so."""
    if step.key == "addenda":
        return write_addenda(session, one)
    changes: dict[str, dt.date] = {step.key: session.today}
    with session.operation(N_("change of employer: {what}"), what=step.done) as work:
        work.save(replace(one, **changes))  # type: ignore[arg-type]
    return _("Done: {what}. Undo with Ctrl Z.").format(what=step.done)


def carry_out(session: Session, one: Handover) -> str:
    """Let the new employer stand in the scheme from now on, as one action; say who it is."""
    scheme = session.scheme()
    who = new_employer(one)
    with session.operation(N_("the employer is {who}"), who=who) as work:
        work.save(replace(one, done_on=session.today))
        if scheme is not None:
            is_self = one.to is Party.SELF
            work.save(
                replace(
                    scheme,
                    employer=one.to,
                    employer_name="" if is_self else one.name.strip(),
                    employer_address="" if is_self else one.address.strip(),
                )
            )
    return _("Carried out: the employer is {who}.").format(who=who)


def is_too_early(session: Session, one: Handover) -> bool:
    """Whether the day of the hand-over is still to come."""
    found = takeover_of(one)
    return found is not None and session.today < found.on
