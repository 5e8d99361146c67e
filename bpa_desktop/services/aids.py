"""The register of aids: what is used where, and what is named in the activity schedule alone."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

from bpa_desktop.domain.activity import ActivityItem
from bpa_desktop.domain.aid import Aid
from bpa_desktop.domain.aid_names import is_named, named_alone
from bpa_desktop.errors import N_
from bpa_desktop.i18n import _, date_words, ngettext
from bpa_desktop.services.teaching import teaching

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bpa_desktop.domain.procedure import Procedure
    from bpa_desktop.services.session import Session


def find_aid(session: Session, aid_id: str) -> Aid | None:
    """The aid with that id, if it is still there."""
    return next(iter(session.records.with_ids(Aid, [aid_id])), None)


def activities_with(session: Session, aid: Aid) -> list[str]:
    """The activities of the schedule that name the aid, in its order."""
    found = session.records.all(ActivityItem)
    return [one.activity for one in found if is_named(aid.name, one.aid)]


def procedures_with(session: Session, aid: Aid) -> list[Procedure]:
    """The procedures in use that use the aid, by title."""
    found = teaching(session)
    return [
        one
        for one in found.procedures
        if found.topic_of(one) is not None and any(used.aid == aid.id for used in one.aids)
    ]


def only_named(session: Session) -> list[str]:
    """The aids that the activity schedule names and the register does not have."""
    texts = [one.aid for one in session.records.all(ActivityItem)]
    return named_alone(texts, [one.name for one in session.records.all(Aid)])


def register(session: Session, names: Sequence[str]) -> str:
    """Write ``names`` into the register of aids, and say so."""
    what = names[0] if len(names) == 1 else ngettext("{n} aid", "{n} aids", len(names))
    with session.operation(N_("register {what}"), what=what) as operation:
        operation.save_all(Aid(name=name) for name in names)
    return _("In the register now: {what}.").format(what=what)


def inspected(session: Session, aid: Aid) -> str:
    """Note that the aid was inspected today, and say when it is next.

    The next inspection is as long after today as the one before was planned after the last.
    """
    changed = replace(aid, inspected_on=session.today, inspection_on=_next(aid, session))
    with session.operation(N_("inspection of {aid}"), aid=aid.name) as operation:
        operation.save(changed)
    text = _("{aid} is inspected today.").format(aid=aid.name)
    if changed.inspection_on is None:
        return " ".join((text, _("Write when it is next.")))
    when = date_words(changed.inspection_on)
    return " ".join((text, _("Next inspection {date}.").format(date=when)))


def _next(aid: Aid, session: Session) -> dt.date | None:
    if aid.inspection_on is None or aid.inspected_on is None:
        return None
    apart = aid.inspection_on - aid.inspected_on
    return session.today + apart if apart > dt.timedelta() else None
