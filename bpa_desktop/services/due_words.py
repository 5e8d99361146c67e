"""What is due, said in the user's language; the first page needs it, and no finding."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final, cast

from bpa_desktop.domain.deadlines import DueCode
from bpa_desktop.i18n import _, clock, date_words, month_words, ngettext
from bpa_desktop.services.day_off_words import with_day_off

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Mapping

    from bpa_desktop.domain.deadlines import Due
    from bpa_desktop.domain.record import Choice


def due_title(one: Due) -> str:
    """What is due, in two or three words."""
    if one.code is DueCode.CLOSE_MONTH:
        return _("Close {month}").format(month=month_words(cast("dt.date", one.values["month"])))
    if one.code in _AT_ONCE:
        return _(one.code.label)
    from bpa_desktop.services import due_words_away, due_words_teaching  # noqa: PLC0415 - fast start

    titles = {**due_words_teaching.TITLES, **due_words_away.TITLES}
    return titles[one.code](one) if one.code in titles else _(one.code.label)


def due_text(one: Due) -> str:
    """What is due, in a full sentence."""
    return (_AT_ONCE.get(one.code) or _sentences()[one.code])(one)


@cache
def _sentences() -> Mapping[DueCode, Callable[[Due], str]]:
    """The sentences of each area of work, read only when one of them is said."""
    from bpa_desktop.services import (  # noqa: PLC0415 - the first picture needs none of them
        due_words_ahead,
        due_words_away,
        due_words_case,
        due_words_hiring,
        due_words_leaving,
        due_words_meetings,
        due_words_safety,
        due_words_teaching,
    )

    return {
        DueCode.MUS: _talks,
        DueCode.TRIP: _trip,
        **due_words_ahead.AHEAD,
        **due_words_case.CASE_SENTENCES,
        **due_words_away.AWAY,
        **due_words_hiring.HIRING_SENTENCES,
        **due_words_leaving.LEAVING,
        **due_words_teaching.SENTENCES,
        **due_words_meetings.MEETING_WORDS,
        **due_words_safety.SENTENCES,
    }


def due_source(one: Due) -> str:
    """Where the day comes from; empty where it was written by the user."""
    return _("Source: {source}.").format(source=one.source) if one.source else ""


def _closing(one: Due) -> str:
    text = ngettext(
        "{month} is over and not closed.",
        "{n} months are over and not closed. The oldest is {month}.",
        cast("int", one.values["count"]),
    )
    text = text.format(month=month_words(cast("dt.date", one.values["month"])))
    return text[:1].upper() + text[1:]


def _expected(one: Due) -> str:
    months = cast("int", one.values["months"])
    if one.code is DueCode.FIRST_FOLLOW_UP:
        text = ngettext(
            "Expect the first follow-up about {n} month after the start: around {on}.",
            "Expect the first follow-up about {n} months after the start: around {on}.",
            months,
        )
    else:
        text = ngettext(
            "The municipality reassesses every month. Expect it around {on}.",
            "The municipality reassesses every {n} months. Expect it around {on}.",
            months,
        )
    return text.format(on=date_words(one.on))


def _case(one: Due) -> str:
    from bpa_desktop.services.due_words_case import CASE_SENTENCES  # noqa: PLC0415 - fast start

    return CASE_SENTENCES[one.code](one)


def _visit(one: Due) -> str:
    kind = cast("Choice | None", one.values.get("kind"))
    if kind is None:
        return _("The municipality visits you on {on}.").format(on=date_words(one.on))
    at, on = cast("dt.time | None", one.values.get("at")), date_words(one.on)
    if at is None:
        return _("{what} on {on}.").format(what=_(kind.label), on=on)
    return _("{what} on {on} at {time}.").format(what=_(kind.label), on=on, time=clock(at))


def _grant_ends(one: Due) -> str:
    return _("The grant ends on {on}. Ask what comes after.").format(on=date_words(one.on))


def _rule_unknown(one: Due) -> str:
    text = _(
        "The time to complain over a decision received on {on} is not known. Ask the municipality."
    )
    return text.format(on=date_words(one.on))


def _trip(one: Due) -> str:
    text = _("Apply for the trip to {place} by {on}.")
    return with_day_off(text.format(place=one.values["place"], on=date_words(one.on)), one.on)


def _talks(one: Due) -> str:
    count = cast("int", one.values["count"])
    text = ngettext(
        "{n} helper lacks the yearly talk (MUS). It is due by {on}.",
        "{n} helpers lack the yearly talk (MUS). The first is due by {on}.",
        count,
    )
    first = cast("dt.date", one.values["first"])
    if first < one.on:
        text = ngettext(
            "{n} helper lacks the yearly talk (MUS). It should have been held by {on}.",
            "{n} helpers lack the yearly talk (MUS). The first should have been held by {on}.",
            count,
        )
    return text.format(on=date_words(first))


_AT_ONCE: Final[Mapping[DueCode, Callable[[Due], str]]] = {
    DueCode.COMPLAINT: _case,
    DueCode.VISIT_PASSED: _case,
    DueCode.BUDGET_FOLLOW_UP: _case,
    DueCode.FIRST_FOLLOW_UP: _expected,
    DueCode.REVISITATION: _expected,
    DueCode.CLOSE_MONTH: _closing,
    DueCode.VISIT: _visit,
    DueCode.GRANT_ENDS: _grant_ends,
    DueCode.RULE_UNKNOWN: _rule_unknown,
}
"""The sentences of `due_at_once`."""
