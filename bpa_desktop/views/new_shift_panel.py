"""A new shift before it is made: which day, who, and from when to when."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from bpa_desktop.domain.clock import monday
from bpa_desktop.domain.entry import parse_span
from bpa_desktop.domain.kinds import HourKind
from bpa_desktop.i18n import _, clock, day_words, span, weekday_short
from bpa_desktop.services.reading import employed
from bpa_desktop.services.shift_edits import usual_kinds
from bpa_desktop.services.shift_times import Times, usual
from bpa_desktop.services.week import DAYS_IN_WEEK
from bpa_desktop.services.wish_words import fit_in_short
from bpa_desktop.views import shift_actions
from bpa_desktop.views.button import Button
from bpa_desktop.views.card import Row
from bpa_desktop.views.entry_row import EntryRow
from bpa_desktop.views.live_panel import LivePanel
from bpa_desktop.views.roving import Roving
from bpa_desktop.views.shift_panel import PanelChoice, open_shift
from bpa_desktop.views.text import Text
from bpa_desktop.views.told_apart import told_apart

if TYPE_CHECKING:
    from bpa_desktop.domain.people import Helper
    from bpa_desktop.views.desk import Desk

_SPAN_LETTERS: Final = 14


@dataclass(frozen=True)
class NewShift:
    """What was chosen so far; without ``times`` the usual ones are taken.

    ``typed`` are times as somebody wrote them; they count before all others.
    """

    day: dt.date
    helper: str | None = None
    times: Times | None = None
    kind: HourKind = HourKind.BASIS
    typed: str = ""


def open_new_shift(desk: Desk, wish: NewShift, *, say: bool = True) -> None:
    """Show the choices for a new shift beside the page, and say what is chosen."""
    panel = _show(desk, wish)
    if say:
        desk.announcer.say(panel.sentence)


def _show(desk: Desk, wish: NewShift) -> NewShiftPanel:
    panel = NewShiftPanel(desk, wish)
    desk.show_panel(panel, _("New shift"))
    return panel


class NewShiftPanel(LivePanel):
    """Nothing is kept until the shift is made with one press."""

    def __init__(self, desk: Desk, wish: NewShift) -> None:
        super().__init__(desk, lambda: _show(desk, wish))
        self._wish = wish
        self._buttons: list[Button] = []
        around = usual(desk.session, wish.day)
        self._times = wish.times or around.times(wish.helper, wish.day)
        self._typed = EntryRow(
            desk,
            _("Other times"),
            wish.typed,
            self._take,
            letters=_SPAN_LETTERS,
            on_leave=False,
        )
        self._add_days()
        self._add_helpers(employed(desk.session, wish.day, wish.day + dt.timedelta(days=1)))
        self._add_times({*around.patterns(), self._times})
        self._add_kinds()
        make = Button(_("Make the shift"), "primary", press=self._make)
        make.setEnabled(not desk.read_only)
        self._buttons.append(make)
        self.add(make)
        self._roving = Roving(self._buttons)
        self._roving.point_to(self._buttons[wish.day.weekday()])

    @property
    def sentence(self) -> str:
        """``Ny vagt. mandag 16. marts 07–15, ubesat.``."""
        names = self.desk.session.helper_names()
        who = names.get(self._wish.helper or "", _("unfilled"))
        times = span(self._times.start, self._times.end)
        return f"{_('New shift')}. {day_words(self._wish.day)} {times}, {who}."

    def _add_days(self) -> None:
        first = monday(self._wish.day)
        row = self._row(_("Day"))
        for count in range(DAYS_IN_WEEK):
            day = first + dt.timedelta(days=count)
            chip = self._chip(
                row,
                f"{weekday_short(day)} {day.day}",
                replace(self._wish, day=day),
                is_chosen=day == self._wish.day,
            )
            chip.set_spoken(day_words(day))

    def _add_helpers(self, people: tuple[Helper, ...]) -> None:
        row = self._row(_("Who"))
        self._chip(
            row,
            _("Unfilled"),
            replace(self._wish, helper=None),
            is_chosen=self._wish.helper is None,
        )
        labels = told_apart([(one.first_name, one.name) for one in people])
        for one, label in zip(people, labels, strict=True):
            wish = replace(self._wish, helper=one.id)
            chip = self._chip(row, label, wish, is_chosen=self._wish.helper == one.id)
            chip.set_note(fit_in_short(one, *self._times.on(self._wish.day)))

    def _add_times(self, found: set[Times]) -> None:
        row = self._row(_("When"))
        for times in sorted(found):
            text = _("{start} to {end}").format(start=clock(times.start), end=clock(times.end))
            wish = replace(self._wish, times=times)
            chip = self._chip(row, text, wish, is_chosen=times == self._times, keeps_typed=False)
            chip.set_spoken(_(times.name))
        self.add(self._typed)

    def _take(self, text: str) -> None:
        wish = replace(self._wish, times=Times(*parse_span(text)), typed="")
        open_new_shift(self.desk, wish)

    def _add_kinds(self) -> None:
        kinds = usual_kinds(self.desk.session, self._wish.day, self._wish.kind)
        if len(kinds) == 1:
            return
        row = self._row(_("Kind"))
        for kind in kinds:
            wish = replace(self._wish, kind=kind)
            self._chip(row, _(kind.label), wish, is_chosen=kind is self._wish.kind)

    def _row(self, label: str) -> Row:
        self.add(Text(label, "label", "muted"))
        row = Row()
        row.setAccessibleName(label)
        self.add(row)
        return row

    def _chip(
        self, row: Row, text: str, wish: NewShift, *, is_chosen: bool, keeps_typed: bool = True
    ) -> Button:
        def press() -> None:
            typed = self._typed.field.text() if keeps_typed else ""
            open_new_shift(self.desk, replace(wish, typed=typed))

        button = Button(text, "chosen" if is_chosen else "plain", press=press)
        button.setObjectName(f"{row.accessibleName()}/{text}")
        self._buttons.append(button)
        row.add(button)
        return button

    def _make(self) -> None:
        times: list[Times] = []
        if not self.desk.attempt(lambda: times.append(self._wanted())):
            self._typed.field.setFocus()
            return
        wish = self._wish
        made = shift_actions.add(self.desk, wish.day, wish.helper, times[0], wish.kind)
        if made is not None:
            open_shift(self.desk, made.id, PanelChoice(take_focus=True))

    def _wanted(self) -> Times:
        """What is written, else what is chosen."""
        text = self._typed.field.text().strip()
        return Times(*parse_span(text)) if text else self._times
