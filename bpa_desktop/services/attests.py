"""The statement of employment, and the attest for a helper who was sent home.

Each is suggested, edited, kept as a text of one's own, and shown as a paper.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from bpa_desktop.documents.attest import Attest, attest
from bpa_desktop.documents.phrases import dates_words, joined
from bpa_desktop.domain.activity import ActivityItem, Category
from bpa_desktop.domain.own_text import OwnText, TextKind
from bpa_desktop.domain.people import Helper, Position
from bpa_desktop.errors import N_
from bpa_desktop.i18n import _, date_words, hours, uncapitalised
from bpa_desktop.services.leaving import newest_contract
from bpa_desktop.services.own_profile import municipality_name

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from bpa_desktop.documents.model import Document
    from bpa_desktop.services.session import Session

_TOLD: Final = (
    Category.PERSONAL_CARE,
    Category.PRACTICAL,
    Category.ACCOMPANIMENT,
    Category.MONITORING,
    Category.AVAILABILITY,
)
"""What a stranger may read about the work."""


def newest_text(session: Session, helper: str, kind: TextKind) -> OwnText | None:
    """The text of that kind that was last written about the helper."""
    found = [one for one in session.records.where(OwnText, helper=helper) if one.kind is kind]
    return max(found, key=lambda one: (one.written_on, one.id), default=None)


def statement(session: Session, helper: Helper) -> OwnText:
    """The statement of employment as it was kept, else a new one: neutral, and all known facts."""
    known = newest_text(session, helper.id, TextKind.STATEMENT)
    if known is not None:
        return known
    return OwnText(
        kind=TextKind.STATEMENT,
        helper=helper.id,
        title=_("Statement of employment"),
        words="\n\n".join(_statement_words(session, helper)),
        written_on=session.today,
    )


def _statement_words(session: Session, helper: Helper) -> Iterator[str]:
    position = uncapitalised(_(_title_of(helper)))
    for period in sorted(helper.employments, key=lambda one: one.first_day):
        first = date_words(period.first_day)
        if period.last_day is None:
            text = _("{who} has been employed as {position} with me since {first}.")
            yield text.format(who=helper.name, position=position, first=first)
        else:
            text = _("{who} was employed as {position} with me from {first} to {last}.")
            last = date_words(period.last_day)
            yield text.format(who=helper.name, position=position, first=first, last=last)
    agreed = [one.agreed_minutes_per_week for one in helper.employments]
    if agreed and agreed[-1]:
        text = _("The agreed working time was {hours} hours a week.")
        yield text.format(hours=hours(agreed[-1]))
    tasks = _tasks(session, helper)
    if tasks:
        yield _("The work was: {tasks}").format(tasks=tasks)
    yield _("I am glad to answer questions about the employment.")


def _title_of(helper: Helper) -> str:
    if helper.position is Position.SUBSTITUTE:
        return N_("Substitute helper in a BPA scheme")
    return N_("Helper in a BPA scheme")


def _tasks(session: Session, helper: Helper) -> str:
    """The tasks of the contract, else the kinds of activities, which say nothing of health."""
    contract = newest_contract(session, helper.id)
    if contract is not None and contract.tasks.strip():
        return contract.tasks.strip()
    there = {one.category for one in session.records.all(ActivityItem)}
    names = [uncapitalised(_(one.label)) for one in _TOLD if one in there]
    return f"{joined(names)}." if names else ""


def sent_home(session: Session, helper: Helper, first: dt.date, last: dt.date | None) -> OwnText:
    """The attest for the job centre or the fund: sent home as the help is given in hospital."""
    words = "\n\n".join(_sent_home_words(session, helper, first, last))
    return OwnText(
        kind=TextKind.SENT_HOME,
        helper=helper.id,
        title=_("Certificate: helper sent home"),
        words=words,
        written_on=session.today,
    )


def _sent_home_words(
    session: Session, helper: Helper, first: dt.date, last: dt.date | None
) -> Iterator[str]:
    text = _("{who} is employed as helper in my BPA scheme.")
    yield text.format(who=helper.name)
    if last is None:
        text = _(
            "From {first} there is no work: I am in hospital, and the hospital gives the help."
        )
        yield text.format(first=date_words(first))
    else:
        text = _("{days} there is no work: I am in hospital, and the hospital gives the help.")
        yield text.format(days=dates_words(first, last))
    yield _("The helper could not be given other work in that time. It is not the helper's choice.")
    municipality = municipality_name(session, first)
    if municipality:
        text = _("The BPA scheme is granted by {municipality}.")
        yield text.format(municipality=municipality)


def keep_text(session: Session, text: OwnText, title: str, words: str) -> OwnText:
    """Keep the text as it is written now; raises ``Refused`` with what is wrong."""
    changed = replace(text, title=title.strip(), words=words.strip())
    with session.operation(N_("write {title}"), title=changed.title) as operation:
        return operation.save(changed)


def paper(session: Session, text: OwnText) -> Document:
    """The text as a paper, in the active language."""
    scheme = session.scheme()
    employer = (scheme.employer_name or scheme.citizen_name) if scheme else ""
    reach = [scheme.phone, scheme.email] if scheme else []
    helper = session.records.get(Helper, text.helper) if text.helper is not None else None
    return attest(
        Attest(
            title=text.title,
            words=text.words,
            about=helper.name if helper is not None else "",
            made_on=text.written_on,
            signed_by=employer,
            reach=", ".join(one for one in reach if one),
        )
    )
