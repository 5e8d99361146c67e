"""What can be done with shifts from anywhere: by the command box, in loose words."""

from __future__ import annotations

import datetime as dt
from functools import partial
from typing import TYPE_CHECKING, Final

from bpa_desktop.domain.clock import monday
from bpa_desktop.domain.period import months_before
from bpa_desktop.i18n import LANGUAGES, N_, _, day_words, ngettext, speaking, weekday_words
from bpa_desktop.services.reading import employed
from bpa_desktop.services.today import hole_cards, shift_cards
from bpa_desktop.views.actions import Action, Offer
from bpa_desktop.views.matching import words_of
from bpa_desktop.views.roster_tools import tool_actions

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bpa_desktop.domain.people import Helper
    from bpa_desktop.services.today import ShiftCard
    from bpa_desktop.views.desk import Desk

_SICK: Final = N_("sick, ill, report sick, cannot come")
_NEW: Final = N_("new, add, shift, book")
_WENT: Final = N_("went as planned, as planned, confirm")
"""Words that ask for one or the other; a name or a day stands beside them."""
_WEEK: Final = dt.timedelta(weeks=1)


def holes(desk: Desk) -> int:
    """How many holes the coming days have."""
    return len(hole_cards(desk.session))


def hole_words(count: int) -> str:
    """``2 huller``."""
    return ngettext("{n} hole", "{n} holes", count)


def today_actions(desk: Desk) -> list[Action]:
    """What the first page is there for."""
    return [
        Action(
            key="report-sick",
            title=N_("Report sick"),
            synonyms=N_("sick, ill, somebody cannot come, find a substitute"),
            run=lambda: _report_first(desk),
            icon="calendar-off",
        )
    ]


def roster_actions(desk: Desk) -> list[Action]:
    """What the roster is there for."""
    return [
        Action(
            key="new-shift",
            title=N_("New shift"),
            synonyms=N_("add a shift, plan, book a helper"),
            run=lambda: _new_shift_here(desk),
            shortcut="Ctrl+N",
            icon="plus",
        ),
        Action(
            key="this-week",
            title=N_("This week"),
            synonyms=N_("roster today, go to today, week now"),
            run=lambda: desk.show_week(desk.session.today),
            shortcut="Ctrl+T",
            icon="calendar-days",
        ),
        *tool_actions(desk, lambda: _period(desk)),
        _statements_action(desk),
    ]


def _statements_action(desk: Desk) -> Action:
    return Action(
        key="statements",
        title=N_("Statements of working time"),
        synonyms=N_("hours per helper per day, registration of working time, save hours"),
        run=lambda: _statements(desk),
        icon="download",
    )


def _period(desk: Desk) -> tuple[dt.date, dt.date]:
    """The days that the roster shows; it is opened when it is not in sight."""
    from bpa_desktop.views.roster_page import page_in_sight  # noqa: PLC0415 - fast start

    if page_in_sight() is None:
        desk.go("roster")
    page = page_in_sight()
    first = monday(desk.session.today)
    return page.period() if page is not None else (first, first + dt.timedelta(weeks=1))


def _report_first(desk: Desk) -> None:
    """Report the helper of the running or the next shift sick, when there is one."""
    card = next((one for one in shift_cards(desk.session) if one.helper is not None), None)
    if card is None:
        desk.say(_("There is no shift with a helper today or tomorrow."), "warn")
    else:
        _report(desk, card)


def _report(desk: Desk, card: ShiftCard) -> None:
    from bpa_desktop.views.substitute_panel import report_sick  # noqa: PLC0415 - fast start

    desk.go("today")
    report_sick(desk, card.shift)


def _statements(desk: Desk) -> None:
    """Show the statements of the last month that is over."""
    from bpa_desktop.views.statement_panel import open_statements  # noqa: PLC0415 - fast start

    open_statements(desk, months_before(desk.session.today, 1))


def _new_shift_here(desk: Desk) -> None:
    """Open a new shift in the week that is shown, where the focus is."""
    from bpa_desktop.views.roster_page import page_in_sight  # noqa: PLC0415 - fast start

    if page_in_sight() is None:
        desk.go("roster")
    page = page_in_sight()
    if page is not None:
        page.new_shift()


def _new_shift(desk: Desk, day: dt.date, helper: Helper | None = None) -> None:
    from bpa_desktop.views.new_shift_panel import (  # noqa: PLC0415 - fast start
        NewShift,
        open_new_shift,
    )

    desk.show_week(day)
    wish = NewShift(day, helper.id if helper is not None else None)
    open_new_shift(desk, wish, say=False)


def suggest_sick(desk: Desk, query: str) -> list[Offer]:
    """``syg anna``: report the helper of a coming shift sick."""
    if not asks(query, _SICK):
        return []
    return [
        Offer(
            text=_("Report sick – {who}").format(who=card.helper.name),
            note=card.times,
            run=partial(_report, desk, card),
            icon="calendar-off",
        )
        for card in shift_cards(desk.session)
        if card.helper is not None and names(query, card.helper)
    ]


def suggest_roster(desk: Desk, query: str) -> list[Offer]:
    """Everything about shifts that ``query`` names a day or a person for."""
    return [*suggest_confirm(desk, query), *suggest_shift(desk, query)]


def suggest_confirm(desk: Desk, query: str) -> list[Offer]:
    """``alt gik som planlagt mandag``: the last such day, never one to come."""
    day = _day_in(query, desk.session.today) if asks(query, _WENT) else None
    if day is not None and day > desk.session.today and _is_weekday(query, day):
        day -= _WEEK
    if day is None or day > desk.session.today:
        return []
    text = _("Everything went as planned {day}").format(day=day_words(day))
    return [Offer(text=text, run=partial(_confirm_day, desk, day), icon="check-check")]


def _is_weekday(query: str, day: dt.date) -> bool:
    """Whether ``query`` names the day by its weekday alone."""
    words = words_of(query)
    for code in LANGUAGES:
        with speaking(code):
            if set(words_of(weekday_words(day))) <= set(words):
                return not any(word.isdigit() for word in words)
    return False


def _confirm_day(desk: Desk, day: dt.date) -> None:
    from bpa_desktop.views.shift_actions import confirm_period  # noqa: PLC0415 - fast start

    confirm_period(desk, day, day + dt.timedelta(days=1))


def suggest_shift(desk: Desk, query: str) -> list[Offer]:
    """``ny vagt bo lørdag``, ``vagtplan 4. maj``: a shift or a week."""
    day = _day_in(query, desk.session.today)
    wanted = day or desk.session.today
    people = [
        helper
        for helper in employed(desk.session, wanted, wanted + dt.timedelta(days=1))
        if names(query, helper)
    ]
    offers = list(_shift_offers(desk, wanted, people)) if asks(query, _NEW) else []
    if day is not None:
        if not offers and asks(query, _NEW):
            offers.append(_shift_offer(desk, wanted, None))
        text = _("Roster for {day}").format(day=day_words(day))
        offers.append(Offer(text=text, run=lambda: desk.show_week(wanted), icon="calendar-days"))
    return offers


def _shift_offers(desk: Desk, day: dt.date, people: list[Helper]) -> Iterator[Offer]:
    for helper in people:
        yield _shift_offer(desk, day, helper)


def _shift_offer(desk: Desk, day: dt.date, helper: Helper | None) -> Offer:
    text = _("New shift {day}").format(day=day_words(day))
    if helper is not None:
        text = _("New shift for {who} {day}").format(who=helper.first_name, day=day_words(day))
    return Offer(text=text, run=lambda: _new_shift(desk, day, helper), icon="plus")


def asks(query: str, words: str) -> bool:
    """Whether ``query`` holds one of the comma-separated ``words``, in either language."""
    sought = set(words_of(query))
    for code in LANGUAGES:
        with speaking(code):
            if any(set(words_of(each)) <= sought for each in _(words).split(",")):
                return True
    return False


def names(query: str, helper: Helper) -> bool:
    """Whether ``query`` holds one of the helper's names."""
    parts = words_of(helper.name)
    return any(word in parts for word in words_of(query))


def _day_in(query: str, today: dt.date) -> dt.date | None:
    """The day that some words of ``query`` in a row tell, the longest stretch first."""
    from bpa_desktop.domain.entry import EntryRefused, parse_date  # noqa: PLC0415 - fast start

    words = query.split()
    for length in range(min(len(words), 4), 0, -1):
        for start in range(len(words) - length + 1):
            try:
                return parse_date(" ".join(words[start : start + length]), today)
            except EntryRefused:
                continue
    return None
