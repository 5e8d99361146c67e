"""The side panel about one course: application, hours in the roster, and the fee as a voucher."""

from __future__ import annotations

import datetime as dt
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar, Final

from bpa_desktop.documents.phrases import in_hours
from bpa_desktop.domain.kinds import HourKind
from bpa_desktop.domain.moved_hours import Consent
from bpa_desktop.i18n import _, date_words, money
from bpa_desktop.services import courses as acts
from bpa_desktop.services.catalogue import kind_named
from bpa_desktop.services.shift_times import Times
from bpa_desktop.services.vouchers import name_of
from bpa_desktop.views.button import Button
from bpa_desktop.views.card import Row
from bpa_desktop.views.course_fee import book_fee
from bpa_desktop.views.letter_doors import open_letter
from bpa_desktop.views.live_panel import LivePanel
from bpa_desktop.views.new_shift_panel import NewShift, open_new_shift
from bpa_desktop.views.record_editor import open_editor
from bpa_desktop.views.roving import Roving
from bpa_desktop.views.text import Text
from bpa_desktop.views.voucher_panel import open_voucher

if TYPE_CHECKING:
    from collections.abc import Callable

    from bpa_desktop.domain.instruction import Course
    from bpa_desktop.views.desk import Desk

_BEGINS: Final = dt.datetime(2000, 1, 1, 9)  # noqa: DTZ001 - a wall clock
"""When a course is taken to begin until somebody says otherwise: at nine on its day."""


def open_course(desk: Desk, course_id: str) -> None:
    """Show the course beside the page and say which it is."""
    course = show_course(desk, course_id)
    if course is not None:
        desk.announcer.say(acts.course_line(course, desk.session.helper_names()))


def show_course(desk: Desk, course_id: str) -> Course | None:
    """Show the course beside the page without a word; the panel closes when it is gone."""
    course = acts.find_course(desk.session, course_id)
    if course is None:
        desk.close_panel()
    else:
        desk.show_panel(CoursePanel(desk, course), course.title)
    return course


class CoursePanel(LivePanel):
    """How far the course has come, and one press for each thing that can come of it."""

    TOPICS: ClassVar[frozenset[str]] = frozenset({"course", "helper", "voucher", "shift", "scheme"})

    def __init__(self, desk: Desk, course: Course) -> None:
        super().__init__(desk, lambda: show_course(desk, course.id))
        self._course = course
        self._buttons: list[Button] = []
        self.add(Text(desk.session.helper_names().get(course.helper, ""), "strong"))
        self._add_days()
        self._add_application()
        self._add_hours()
        self._add_fee()
        again = self._button(_("Take it again"), self._take_again)
        self.add(Row([self._button(_("Change the course"), self._change), again]))
        self._roving = Roving(self._buttons)

    def _add_days(self) -> None:
        held, last = self._course.held_on, self._course.valid_to
        self.add(Text(date_words(held) if held else _("No date yet.")))
        if last is not None:
            self.add(Text(_("Valid to {date}.").format(date=date_words(last))))

    def _add_application(self) -> None:
        course, session = self._course, self.desk.session
        self.add(Text(_("The municipality"), "label"))
        self.add(Text(acts.answer_words(session, course)))
        row = Row()
        if course.consent is Consent.ASKED:
            if course.applied_on is None:
                row.add(self._button(_("Write the application"), self._write))
                row.add(self._doer(_("Applied today"), lambda: acts.applied(session, course)))
            for answer, text in (
                (Consent.AGREED, _("The municipality agreed")),
                (Consent.REFUSED, _("The municipality refused")),
            ):
                row.add(self._doer(text, partial(acts.answered, session, course, answer)))
            self.add(row)

    def _write(self) -> None:
        about = (self._course.type_name, self._course.id)
        open_letter(self.desk, "course", about, back="courses")

    def _add_hours(self) -> None:
        course = self._course
        if not course.minutes:
            return
        self.add(Text(_("Hours"), "label"))
        said = f"{in_hours(course.minutes)}."
        if acts.is_in_roster(self.desk.session, course):
            self.add(Text(" ".join((said, _("They are in the roster as course hours.")))))
            return
        self.add(Text(" ".join((said, _("They count when they are in the roster.")))))
        if course.held_on is not None:
            self.add(Row([self._button(_("Put in the roster"), self._plan)]))

    def _add_fee(self) -> None:
        course = self._course
        if not course.cost:
            return
        self.add(Text(_("Fee"), "label"))
        found = acts.voucher_of(self.desk.session, course)
        if found is not None:
            text = _("{amount}, booked as {voucher}.")
            self.add(Text(text.format(amount=money(course.cost), voucher=name_of(found))))
            button = Button(_("Open the voucher"), press=partial(self._see, found.id))
            self._buttons.append(button)
            self.add(Row([button]))
            return
        text = _("{amount}: counts in the accounts when it is a voucher.")
        self.add(Text(text.format(amount=money(course.cost))))
        self.add(Row([self._button(_("Make a voucher"), self._book)]))

    def _doer(self, text: str, act: Callable[[], str]) -> Button:
        return self._button(text, lambda: self.desk.attempt(act))

    def _button(self, text: str, press: Callable[[], object]) -> Button:
        button = Button(text, press=press)
        button.setEnabled(not self.desk.read_only)
        self._buttons.append(button)
        return button

    def _plan(self) -> None:
        """The roster asks for the rest; the hours are written there once."""
        course = self._course
        if course.held_on is None:
            return
        end = _BEGINS + dt.timedelta(minutes=course.minutes)
        times = Times(_BEGINS.time(), end.time())
        self.desk.show_week(course.held_on)
        wish = NewShift(course.held_on, course.helper, times, HourKind.COURSE)
        open_new_shift(self.desk, wish)

    def _book(self) -> None:
        book_fee(self.desk, self._course)

    def _see(self, voucher_id: str) -> None:
        self.desk.go("money")
        open_voucher(self.desk, voucher_id)

    def _change(self) -> None:
        then = partial(show_course, self.desk, self._course.id)
        open_editor(self.desk, kind_named("course"), self._course, then=then)

    def _take_again(self) -> None:
        course = self._course
        given: dict[str, Any] = {
            "helper": course.helper,
            "title": course.title,
            "minutes": course.minutes,
        }
        if course.cost is not None:
            given["cost"] = course.cost
        open_editor(self.desk, kind_named("course"), **given)
