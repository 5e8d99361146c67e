"""What is due in the groups of its page: passed, near, later, and put off."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Final

from bpa_desktop.domain.deadlines import in_order
from bpa_desktop.domain.record import Choice
from bpa_desktop.errors import N_
from bpa_desktop.i18n import _, ngettext
from bpa_desktop.services.postponing import standings

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from bpa_desktop.domain.deadlines import Due
    from bpa_desktop.domain.postponing import Standing
    from bpa_desktop.services.session import Session

_SOON: Final = dt.timedelta(days=30)


class Group(Choice):
    """The parts of the page of deadlines, in their order."""

    PASSED = "passed", N_("The day has passed")
    SOON = "soon", N_("The next 30 days")
    LATER = "later", N_("Later")
    PUT_OFF = "put_off", N_("Put off")


def groups(session: Session, found: Iterable[Due]) -> Mapping[Group, tuple[Standing, ...]]:
    """All of ``found`` by group, each in order of the day; groups without any are left out."""
    today = session.today
    told = [(_group(one, today), one) for one in standings(session, in_order(found))]
    grouped = {group: tuple(one for of, one in told if of is group) for group in Group}
    return {group: ones for group, ones in grouped.items() if ones}


def _group(one: Standing, today: dt.date) -> Group:
    if one.is_put_off:
        return Group.PUT_OFF
    if one.due.on < today:
        return Group.PASSED
    return Group.SOON if one.due.on <= today + _SOON else Group.LATER


def summary(found: Mapping[Group, Sequence[Standing]]) -> str:
    """How much is due, and how much of it is put off."""
    away = len(found.get(Group.PUT_OFF, ()))
    count = sum(map(len, found.values())) - away
    words = [ngettext("{n} thing waits.", "{n} things wait.", count)]
    if not count:
        words = [_("Nothing waits.")]
    if away:
        words.append(ngettext("{n} is put off.", "{n} are put off.", away))
    return " ".join(words)
