"""How one helper is reached and employed, in labels with a value each, and where they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bpa_desktop.i18n import _, date_words
from bpa_desktop.services.wish_words import hours_agreed

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from bpa_desktop.domain.people import Employment, Helper


def standing(helper: Helper, today: dt.date) -> str:
    """One sentence: the position, and whether they are employed today."""
    if helper.erased_on is not None:
        text = _("What was kept of this helper was deleted on {date}. The hours are left.")
        return text.format(date=date_words(helper.erased_on))
    position = _(helper.position.label)
    ends = [one.last_day for one in helper.employments if one.covers(today)]
    if ends and ends[0] is not None:
        text = _("{position}, employed until {date}.")
        return text.format(position=position, date=date_words(ends[0]))
    if ends:
        return _("{position}, employed.").format(position=position)
    coming = [one.first_day for one in helper.employments if one.first_day > today]
    if coming:
        text = _("{position}, begins on {date}.")
        return text.format(position=position, date=date_words(min(coming)))
    if not helper.employments:
        return _("{position}. No employment is written.").format(position=position)
    text = _("Earlier helper. The last day was {date}.")
    return text.format(date=date_words(max(one.end for one in helper.employments)))


def head_facts(helper: Helper) -> list[tuple[str, str]]:
    """What is written of them; what is not written is left out."""
    return [(label, value) for label, value in _facts(helper) if value]


def _facts(helper: Helper) -> Iterator[tuple[str, str]]:
    yield _("Phone"), helper.phone
    yield _("E-mail"), helper.email
    yield _("Address"), helper.address
    yield _("Next of kin"), helper.next_of_kin
    yield _("Qualifications"), helper.qualifications
    since = helper.seniority_date
    yield _("Seniority counted from"), date_words(since) if since else ""
    for period in sorted(helper.employments, key=lambda one: one.first_day, reverse=True):
        yield _("Employment"), _employment(period)


def _employment(period: Employment) -> str:
    first = date_words(period.first_day)
    if period.last_day is None:
        words = _("from {date}").format(date=first)
    else:
        words = _("from {first} to {last}").format(first=first, last=date_words(period.last_day))
    hours = hours_agreed(period)
    return f"{words}, {hours}" if hours else words
