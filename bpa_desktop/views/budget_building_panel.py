"""A budget built from the grant: what would come of it, what is missing, and what it rests on."""

from __future__ import annotations

import datetime as dt
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar, Final

from bpa_desktop.domain.entry import EntryRefused, parse_date, parse_number, parse_whole_number
from bpa_desktop.errors import N_
from bpa_desktop.i18n import _, date_short, number
from bpa_desktop.services.budget_building import assumed, build, make_budget, suggested
from bpa_desktop.services.budget_building_words import (
    built_sentence,
    built_words,
    formula_words,
    missing_words,
)
from bpa_desktop.services.budget_pension import Pension, suggestion_words
from bpa_desktop.services.budgets import saved_words
from bpa_desktop.views.button import Button
from bpa_desktop.views.card import Row
from bpa_desktop.views.choice_panel import Chip, ChoicePanel
from bpa_desktop.views.entry_row import EntryRow
from bpa_desktop.views.stack import Stack
from bpa_desktop.views.text import Text

if TYPE_CHECKING:
    from collections.abc import Callable

    from bpa_desktop.services.budget_building import Assumed, Built
    from bpa_desktop.views.desk import Desk

_LETTERS: Final = 15
_DIGITS: Final = 4
_LINE_GAP: Final = 2
_JANUARY: Final = 1
_DECEMBER: Final = 12

_FIELDS: Final = (
    ("helpers", N_("Number of helpers")),
    ("permanent", N_("Of these permanent")),
    ("experienced", N_("Per cent of the hours on the experienced step")),
    ("with_pension", N_("Per cent of the pay with pension")),
    ("pension", N_("Pension in per cent")),
    ("pension_clock", N_("Pension of evening and night in per cent")),
    ("pension_weekend", N_("Pension of the weekend in per cent")),
    ("headroom", N_("Headroom in per cent")),
    ("meeting", N_("Hours of staff meetings a year for each helper")),
    ("mus", N_("Hours of MUS a year for each permanent helper")),
    ("insurance", N_("Insurances, kroner")),
    ("helper_related", N_("Helper-related expenses (section 10), kroner")),
    ("set_off", N_("Set-off of a care supplement, kroner")),
)
"""What can be written, in order; a budget cannot be built without the first four."""
_WHOLE: Final = frozenset({"helpers", "permanent"})
_SHARES: Final = frozenset({"experienced", "with_pension"})
_NEEDED: Final = _WHOLE | _SHARES
_ALL: Final = 100


class DaysTurned(EntryRefused):
    """The budget would end before it begins."""

    sentence = N_("The end is before the start.")


class BelowZero(EntryRefused):
    """A number of helpers, hours, per cent or kroner cannot be less than nothing."""

    sentence = N_("Write a number that is not less than zero.")


class AboveAll(EntryRefused):
    """A share is more than everything."""

    sentence = N_("Write a number of at most 100 per cent.")


def open_building(desk: Desk, basis: Assumed | None = None) -> None:
    """Show what a budget built from the grant would be, and say so; else for this year."""
    year = desk.session.today.year
    first, last = dt.date(year, _JANUARY, 1), dt.date(year, _DECEMBER, 31)
    panel = _show(desk, basis or assumed(desk.session, first, last))
    desk.announcer.say(f"{_('Build from the grant')}. {panel.words}")


def _show(desk: Desk, basis: Assumed) -> BuildingPanel:
    panel = BuildingPanel(desk, basis)
    desk.show_panel(panel, _("Build from the grant"))
    return panel


class BuildingPanel(ChoicePanel):
    """Nothing is written before the press; every number that is assumed can be changed."""

    TOPICS: ClassVar[frozenset[str]] = frozenset({"grant", "own_rate", "helper", "scheme"})

    def __init__(self, desk: Desk, basis: Assumed) -> None:
        super().__init__(desk, lambda: _show(desk, basis))
        self._basis = basis
        built = build(desk.session, basis)
        self.words = built_sentence(built)
        self.add(Text(self.words, "strong"))
        self.add(self._day("first", _("First day"), basis.first))
        self.add(self._day("last", _("Last day"), basis.last))
        if built.whole:
            make = Button(_("Make the budget"), "primary", press=self._make)
            self.point_to(self.add_button(make, writes=True))
        self._add_missing(built)
        self._add_suggestion(built)
        self._add_unplaced(built)
        self._add_lines(built)
        self.add(Text(_("What it rests on"), "section"))
        self.add(Text(_("From your helpers and your municipality. Write what differs.")))
        for name, label in _FIELDS:
            self.add(self._number(name, _(label)))

    def _add_missing(self, built: Built) -> None:
        """What lacks, and the ways to write it."""
        if not built.missing:
            return
        self.add(Text(_("What is missing"), "section"))
        for one in built.missing:
            self.add(Text(missing_words(one, built.rates)))
        row = Row()
        for text, place in ((_("Rates"), "rates"), (_("Grants"), "grants")):
            button = Button(text, press=partial(self.desk.go, place))
            self._keep(button)
            row.add(button)
        self.add(row)

    def _add_suggestion(self, built: Built) -> None:
        """A pension on which the sources are not sure: it counts when the user takes it."""
        basis = suggested(self.desk.session, self._basis)
        if basis is None:
            return
        terms = Pension(basis.pension, basis.pension_clock, basis.pension_weekend)
        self.add(Text(_("Pension"), "section"))
        self.add(Text(suggestion_words(terms, built.rates, basis.first)))
        text = _("Use {percent} per cent pension").format(
            percent=number(terms.percent or 0, _DIGITS)
        )
        self.add_button(Button(text, press=partial(self._again, basis)))

    def _add_unplaced(self, built: Built) -> None:
        """What is assumed of hours of which the grant does not say when they are."""
        if not built.hours.unplaced:
            return
        by_day = self._basis.unplaced_by_day
        chips = [
            Chip(_("Not known"), partial(self._take_unplaced, by_day=False), not by_day),
            Chip(_("By day, no supplement"), partial(self._take_unplaced, by_day=True), by_day),
        ]
        self.add_chips(_("Hours without times in the grant"), chips)

    def _take_unplaced(self, *, by_day: bool) -> None:
        self._again(self._basis._replace(unplaced_by_day=by_day))

    def _add_lines(self, built: Built) -> None:
        self.add(Text(_("The lines"), "section"))
        for line in built.lines:
            told = [Text(built_words(line), "strong")]
            formula = formula_words(line) if line.pay.amount is not None else ""
            if formula:
                told.append(Text(formula, tone="muted"))
            self.add(Stack(_LINE_GAP, told))
        if built.hours.spread:
            self.add(
                Text(
                    _(
                        "Some hours are fewer than their time on the clock. Their supplements "
                        "are shared out evenly over it."
                    ),
                    tone="muted",
                )
            )

    def _day(self, name: str, label: str, day: dt.date) -> EntryRow:
        def take(text: str) -> None:
            written = parse_date(text, self.desk.session.today)
            days: dict[str, Any] = {name: written}
            changed = self._basis._replace(**days)
            if changed.last < changed.first:
                raise DaysTurned
            self._again(changed)

        return EntryRow(self.desk, label, date_short(day), take, letters=_LETTERS)

    def _number(self, name: str, label: str) -> EntryRow:
        value = getattr(self._basis, name)
        shown = "" if value is None else number(value, _DIGITS)

        def take(text: str) -> None:
            self._again(self._basis._replace(**{name: _read(name, text)}))

        return EntryRow(self.desk, label, shown, take, letters=_LETTERS)

    def _again(self, basis: Assumed) -> None:
        open_building(self.desk, basis)

    def _make(self) -> None:
        def make() -> str:
            return saved_words(*make_budget(self.desk.session, self._basis))

        if self.desk.attempt(make):
            self.desk.close_panel()


def _read(name: str, text: str) -> Any:
    """The number that was written; nothing where it may be left open. Raises ``EntryRefused``."""
    if not text.strip() and name not in _NEEDED:
        return None
    parse: Callable[[str], Any] = parse_whole_number if name in _WHOLE else parse_number
    value = parse(text)
    if value < 0:
        raise BelowZero
    if name in _SHARES and value > _ALL:
        raise AboveAll
    return value
