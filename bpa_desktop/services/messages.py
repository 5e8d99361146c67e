"""Ready texts for a message about the roster; the program sends nothing itself."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Final

from bpa_desktop.documents.choices import Names
from bpa_desktop.documents.phrases import in_hours, period_words, sentence, shift_span
from bpa_desktop.documents.roster_used import KIND_WORDS, entry_text
from bpa_desktop.domain.clock import monday
from bpa_desktop.i18n import _, day_words
from bpa_desktop.services.paper_scope import scope
from bpa_desktop.services.plan_papers import own_plan_values, plan_days

if TYPE_CHECKING:
    from bpa_desktop.documents.own_plan import OwnShift
    from bpa_desktop.domain.people import Helper
    from bpa_desktop.domain.period import Period
    from bpa_desktop.services.session import Session

_WEEK: Final = dt.timedelta(weeks=1)


def _when(period: Period) -> str:
    """``i uge 12`` for a week from Monday on, else ``fra 1. marts til 31. marts 2026``."""
    if period.first == monday(period.first) and period.end - period.first == _WEEK:
        return _("in week {number}").format(number=period.first.isocalendar().week)
    return _("from {days}").format(days=period_words(period))


def message_to(session: Session, helper: Helper, period: Period) -> str:
    """The helper's own shifts that begin in ``period``, a line each, and their hours."""
    found = own_plan_values(session, helper, period).shifts
    name, days = helper.first_name, _when(period)
    if not found:
        text = _("Hi {name}. You have no shifts {when}.")
        return text.format(name=name, when=days)
    head = _("Hi {name}. You have these shifts {when}:").format(name=name, when=days)
    total = _("{hours} in all.").format(hours=in_hours(sum(one.minutes for one in found)))
    return "\n".join([head, *map(_line, found), sentence(total)])


def _line(shift: OwnShift) -> str:
    day = sentence(day_words(shift.start.date()))
    times = f"{day} {shift_span(shift.start, shift.end)}"
    return f"{times} {_(KIND_WORDS[shift.kind])}" if shift.kind in KIND_WORDS else times


def message_to_all(session: Session, period: Period) -> str:
    """Who comes when on each day of ``period``, with first names, and what is unfilled."""
    days = _when(period)
    lines = [
        f"{sentence(day_words(day.day))}: {', '.join(map(entry_text, day.entries))}"
        for day in plan_days(scope(session, Names.FULL), period)
        if day.entries
    ]
    if not lines:
        return _("Hi everybody. There are no shifts {when}.").format(when=days)
    head = _("Hi everybody. These are the shifts {when}:").format(when=days)
    return "\n".join([head, *lines])
