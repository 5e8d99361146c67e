"""The place Today: who is here, who is next, where the holes are, and what is due."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from PySide6.QtCore import QTimer

from bpa_desktop.domain.deadlines import in_order
from bpa_desktop.i18n import _, day_words, ngettext
from bpa_desktop.services.deadlines import due
from bpa_desktop.services.today import moment, today
from bpa_desktop.views import shift_doors
from bpa_desktop.views.button import Button
from bpa_desktop.views.card import Card, Row
from bpa_desktop.views.columns import Columns
from bpa_desktop.views.foreseeing import SOON, Foreseeing, read_or_nothing
from bpa_desktop.views.page import Page
from bpa_desktop.views.roving import Roving
from bpa_desktop.views.stack import Stack
from bpa_desktop.views.style import sizes_for
from bpa_desktop.views.text import Text
from bpa_desktop.views.today_lists import DueList, HoleList
from bpa_desktop.views.today_shifts import CARD_GAP, TodayShifts
from bpa_desktop.views.today_year import TodayYear

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent
    from PySide6.QtWidgets import QWidget

    from bpa_desktop.domain.deadlines import Due
    from bpa_desktop.services.today import Today, Unconfirmed
    from bpa_desktop.views.desk import Desk

_SHIFTS_LETTERS: Final = 58
_SHIFTS_LETTERS_GAZE: Final = 68
_YEAR_LETTERS: Final = 31
_LIST_LETTERS: Final = 46
_GAP: Final = 20
_MINUTE: Final = 60_000
"""In milliseconds."""


_LEADING: Final = (
    *("applicant", "contract", "addendum", "leaving", "key_receipt", "talk", "trip", "own_text"),
    *("aid", "procedure", "procedure_version", "instruction", "introduction_step", "course"),
    *("assessment", "work_problem", "workplace_event", "yearly_discussion", "agreed_task"),
)
"""The record types that something is due of in leading helpers."""


class TodayPage(Page):
    """The first page; everything on it can be acted on with one press."""

    TOPICS: ClassVar[frozenset[str]] = frozenset(
        {"shift", "helper", "absence", "grant", "scheme", "closed_month", *_LEADING}
    )

    def __init__(self, desk: Desk) -> None:
        self._all_holes = self._all_due = False
        self._is_whole = self._is_complete = self._faults_told = False
        self._groups: list[Roving] = []
        self._moment: object = None
        self._due: tuple[Due, ...] = ()
        self._year: TodayYear | None = None
        self._due_list: DueList | None = None
        self._lists = Roving()
        self._hole_buttons: list[Button] = []
        super().__init__(desk)
        self._ahead = Foreseeing(desk, self)
        self._ahead.changed.connect(self._show_ahead)
        self._clock = QTimer(self)
        self._clock.setInterval(_MINUTE)
        self._clock.timeout.connect(self.look_at_the_clock)
        self._clock.start()

    def look_at_the_clock(self) -> None:
        """Show who is here now, when that is somebody else than a minute ago."""
        is_seen = self.isVisible() and self.desk.has_session
        if is_seen and self._moment != moment(self.desk.session):
            self.refresh()

    def refresh(self) -> None:
        """Look at the moment again."""
        found = today(self.desk.session, at_once=not self._is_whole)
        self._is_complete = self._is_whole
        self._is_whole = True
        self._moment = found.moment
        title = day_words(found.day)
        self.heading.say(
            title[:1].upper() + title[1:], found.sentence() if found.has_helpers else ""
        )
        self._groups = []
        content = self.stack()
        content.column.addLayout(self._above(found))
        content.column.addLayout(self._below(found))
        self.fill(content)

    def showEvent(self, event: QShowEvent) -> None:
        """Look ahead when the page is seen."""
        super().showEvent(event)
        self._ahead.begin()
        if not self._is_complete:
            QTimer.singleShot(SOON, self, self.complete)

    def complete(self) -> None:
        """Show all that is due, once the first picture is on the screen."""
        if not self._is_complete and self.desk.has_session:
            self._is_complete = True
            self._due = read_or_nothing(due, self.desk.session) or self._due
            self._show_ahead()
            self._tell_faults()

    def _tell_faults(self) -> None:
        """Say once, with the start, what is wrong with the files about municipalities."""
        from bpa_desktop.services.profiles import fault_words  # noqa: PLC0415 - fast start

        faults = () if self._faults_told else fault_words()
        self._faults_told = True
        if faults:
            self.desk.say(" ".join(faults), "warn")

    def _show_ahead(self) -> None:
        """Put in what is warned of, once it is known."""
        if self._year is not None:
            self._year.warn(self._warning())
        if self._due_list is not None:
            self._due_list.show_due(self._all_that_is_due())
            self._lists.set_buttons([*self._hole_buttons, *self._due_list.buttons])

    def _warning(self) -> str:
        if not self._ahead.hours:
            return ""
        from bpa_desktop.services.due_words_ahead import warned  # noqa: PLC0415 - fast start

        return " ".join(map(warned, self._ahead.hours))

    def _all_that_is_due(self) -> list[Due]:
        return in_order([*self._due, *self._ahead.due])

    def _above(self, found: Today) -> Columns:
        row = Columns(_GAP)
        self._year = year = TodayYear(self.desk, found.hours)
        year.warn(self._warning())
        is_gaze = sizes_for(self).is_gaze
        row.add(self._left(found), _SHIFTS_LETTERS_GAZE if is_gaze else _SHIFTS_LETTERS)
        row.add(year, _YEAR_LETTERS, share=0)
        self._groups.append(Roving([year.button]))
        return row

    def _left(self, found: Today) -> QWidget:
        """The shifts of the moment; where there are none, what to do about that."""
        shifts = TodayShifts(self.desk, found.cards)
        left = Stack(CARD_GAP, [shifts] if found.cards else [])
        buttons = list(shifts.buttons)
        if not found.cards:
            buttons.append(self._add_beginning(left, has_helpers=found.has_helpers))
        if found.unconfirmed is not None:
            answers = self._answers(found.unconfirmed)
            left.add(_confirm_line(found.unconfirmed, answers))
            buttons += answers
        left.column.addStretch(1)
        group = Roving(buttons)
        if shifts.first is not None:
            group.point_to(shifts.first)
        self._groups.append(group)
        return left

    def _add_beginning(self, left: Stack, *, has_helpers: bool) -> Button:
        card = Card()
        if has_helpers:
            card.add(Text(_("There are no shifts today or tomorrow.")))
            button = Button(_("Open the roster"), press=lambda: self.desk.go("roster"))
        else:
            card.add(Text(_("Here you see the shifts of the day. Begin with a helper.")))
            button = Button(_("New helper"), "primary", press=lambda: self.desk.go("helpers"))
        card.add(Row([button]))
        left.add(card)
        return button

    def _below(self, found: Today) -> Columns:
        row = Columns(_GAP)
        buttons: list[Button] = []
        if found.has_helpers or found.holes:
            more = None if self._all_holes else self._show_all_holes
            holes = HoleList(self.desk, found.holes, show_all=more)
            row.add(holes, _LIST_LETTERS)
            buttons += holes.buttons
        self._due, self._due_list, self._hole_buttons = found.due, None, [*buttons]
        if found.has_helpers or found.due:
            more = None if self._all_due else self._show_all_due
            listed = DueList(self.desk, self._all_that_is_due(), show_all=more)
            row.add(listed, _LIST_LETTERS)
            buttons += listed.buttons
            self._due_list = listed
        self._lists = Roving(buttons)
        self._groups.append(self._lists)
        return row

    def _show_all_holes(self) -> None:
        self._all_holes = True
        self.refresh()

    def _show_all_due(self) -> None:
        self._all_due = True
        self.refresh()

    def _answers(self, past: Unconfirmed) -> list[Button]:
        """What can be said of the shifts that are over."""
        otherwise = Button(
            _("Something went differently"),
            "quiet",
            press=lambda: shift_doors.tell_otherwise(self.desk),
        )
        planned = Button(
            _("All went as planned"),
            "quiet",
            "check-check",
            lambda: shift_doors.confirm_all(self.desk, past),
        )
        planned.setEnabled(not self.desk.read_only)
        return [otherwise, planned]


def _confirm_line(past: Unconfirmed, answers: list[Button]) -> Row:
    words = ngettext(
        "{n} shift is over. How did it go?",
        "{n} shifts are over. How did they go?",
        past.shifts,
    )
    line = Row()
    line.add(Text(words, tone="muted"), stretch=True)
    line.add(Row(answers))
    return line
