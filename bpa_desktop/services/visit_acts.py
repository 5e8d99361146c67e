"""What can be done with a visit: note that it was held, and make what was agreed into tasks."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bpa_desktop.domain.agreed_task import AgreedTask
from bpa_desktop.domain.scheme import Answer
from bpa_desktop.errors import N_
from bpa_desktop.i18n import _, ngettext
from bpa_desktop.services.visit_texts import visit_name

if TYPE_CHECKING:
    from bpa_desktop.domain.authority_visit import AuthorityVisit
    from bpa_desktop.services.session import Session


def hold(session: Session, visit: AuthorityVisit) -> str:
    """Write that the visit was held, and say so: the next one is counted from it."""
    session.save(replace(visit, is_held=Answer.YES), N_("note that a visit was held"))
    return _("{what}: it was held.").format(what=visit_name(visit))


def new_points(session: Session, visit: AuthorityVisit) -> tuple[str, ...]:
    """What was agreed, a line each, that is not an agreed task yet."""
    known = {one.what for one in session.records.all(AgreedTask)}
    lines = (line.strip(" \t-•*") for line in visit.agreed.splitlines())
    return tuple(dict.fromkeys(line for line in lines if line and line not in known))


def make_tasks(session: Session, visit: AuthorityVisit) -> str:
    """Make every agreed line into a task of your own, and say how many there are."""
    points = new_points(session, visit)
    with session.operation(N_("make agreed points into tasks")) as operation:
        operation.save_all(AgreedTask(what=point) for point in points)
    return ngettext(
        "{n} agreed task is written. Write by when.",
        "{n} agreed tasks are written. Write by when.",
        len(points),
    )
