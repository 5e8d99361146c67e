"""The side panel about the chosen shifts: which they are, and all that can be done with them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from bpa_desktop.i18n import _, ngettext
from bpa_desktop.services import many_news, many_shifts, many_times
from bpa_desktop.services.rostering import STEP, when
from bpa_desktop.services.shift_edits import usual_kinds
from bpa_desktop.views.button import Button
from bpa_desktop.views.card import Row
from bpa_desktop.views.drafts import Draft
from bpa_desktop.views.live_panel import LivePanel
from bpa_desktop.views.roving import Roving
from bpa_desktop.views.stack import Stack
from bpa_desktop.views.text import Text
from bpa_desktop.views.told_apart import told_apart
from bpa_desktop.views.words_field import WordsField

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from bpa_desktop.domain.kinds import HourKind
    from bpa_desktop.domain.people import Helper
    from bpa_desktop.domain.roster import Shift
    from bpa_desktop.services.many_shifts import Outcome
    from bpa_desktop.services.session import Session
    from bpa_desktop.views.choosing import Choosing
    from bpa_desktop.views.desk import Desk

    Act = Callable[[Session, Sequence[Shift]], Outcome]

_MOST_LINES: Final = 12
_LINE_GAP: Final = 4


def open_many(desk: Desk, choosing: Choosing, *, take_focus: bool = False) -> None:
    """Show what is chosen beside the page."""
    panel = ManyPanel(desk, choosing)
    desk.show_panel(panel, _("Chosen shifts"), take_focus=take_focus)


class ManyPanel(LivePanel):
    """Every press is one action on all of the chosen shifts, and one undo."""

    def __init__(self, desk: Desk, choosing: Choosing) -> None:
        super().__init__(desk, lambda: open_many(desk, choosing))
        self._shifts = many_shifts.find_shifts(desk.session, choosing.ids)
        self._names = desk.session.helper_names()
        self._buttons: list[Button] = []
        self._add_list()
        if self._shifts:
            self._add_moves()
            self._add_times()
            self._add_kinds()
            self._add_actions()
            self._add_note()
        self._roving = Roving(self._buttons)

    def _add_list(self) -> None:
        if not self._shifts:
            self.add(Text(_("Press the shifts that you want to do something with.")))
            return
        self.add(Text(many_news.chosen_hours(self._shifts), "strong"))
        lines = [Text(self._line(shift)) for shift in self._shifts[:_MOST_LINES]]
        more = len(self._shifts) - len(lines)
        if more:
            lines.append(Text(ngettext("and {n} more", "and {n} more", more), tone="muted"))
        self.add(Stack(_LINE_GAP, lines))

    def _line(self, shift: Shift) -> str:
        name = self._names.get(shift.helper or "", _("unfilled"))
        return f"{when(shift)}, {name}"

    def _add_moves(self) -> None:
        people = many_shifts.takers(self.desk.session, self._shifts)
        self.add(Text(_("Move the shifts"), "label"))
        row = Row()
        for helper, label in zip(people, told_apart([_labels(one) for one in people]), strict=True):
            row.add(self._button(label, partial(self._move, helper)))
        self.add(row)

    def _move(self, helper: Helper) -> None:
        self.desk.attempt(
            lambda: many_news.moved(
                many_shifts.move_to(self.desk.session, self._shifts, helper.id), helper.first_name
            )
        )

    def _add_times(self) -> None:
        self.add(Text(_("Times"), "label"))
        row = Row()
        for text, act, minutes in (
            (_("Earlier"), many_times.move_starts, -STEP),
            (_("Later"), many_times.move_starts, STEP),
            (_("Shorter"), many_times.move_ends, -STEP),
            (_("Longer"), many_times.move_ends, STEP),
        ):
            row.add(self._button(text, partial(self._move_times, act, minutes)))
        self.add(row)

    def _move_times(self, act: Callable[[Session, Sequence[Shift], int], Outcome], by: int) -> None:
        session = self.desk.session
        self.desk.attempt(lambda: many_news.retimed(session, act(session, self._shifts, by)))

    def _add_kinds(self) -> None:
        self.add(Text(_("Kind"), "label"))
        first = self._shifts[0]
        row = Row()
        for kind in usual_kinds(self.desk.session, first.planned_start.date(), first.kind):
            button = self._button(_(kind.label), partial(self._count_as, kind))
            if all(shift.kind is kind for shift in self._shifts):
                button.set_kind("chosen")
            row.add(button)
        self.add(row)

    def _count_as(self, kind: HourKind) -> None:
        session = self.desk.session
        self.desk.attempt(
            lambda: many_news.other_kind(many_shifts.set_kind(session, self._shifts, kind), kind)
        )

    def _add_note(self) -> None:
        words = WordsField(
            self.desk,
            _("Note"),
            many_shifts.common_note(self._shifts),
            Draft(self.desk, "many/note", "/".join(shift.id for shift in self._shifts)),
            self._keep_note,
            _("The same on all of them. Only for you, and part of no document."),
        )
        self.add(words)
        self.add(Row([self._button(_("Save note"), words.take)]))

    def _keep_note(self, text: str) -> bool:
        session = self.desk.session
        return self.desk.attempt(
            lambda: many_news.noted(many_shifts.set_note(session, self._shifts, text))
        )

    def _add_actions(self) -> None:
        self.add(Text(_("All of them"), "label"))
        row = Row()
        for text, act, news in (
            (_("Make unfilled"), many_shifts.make_unfilled, many_news.made_unfilled),
            (_("Copy to next week"), many_shifts.copy_to_next_week, many_news.copied),
            (_("Split in two"), many_times.split, many_news.split),
            (_("Went as planned"), many_shifts.confirm, many_news.confirmed),
            (_("Call off"), many_shifts.call_off, many_news.called_off),
            (_("Delete"), many_shifts.delete, many_news.deleted),
        ):
            row.add(self._button(text, self._doer(act, news)))
        self.add(row)

    def _doer(self, act: Act, news: Callable[[Outcome], str]) -> Callable[[], object]:
        return lambda: self.desk.attempt(lambda: news(act(self.desk.session, self._shifts)))

    def _button(self, text: str, press: Callable[[], object]) -> Button:
        button = Button(text, press=press)
        button.setEnabled(not self.desk.read_only)
        self._buttons.append(button)
        return button


def _labels(helper: Helper) -> tuple[str, str]:
    text = _("Move to {who}")
    return text.format(who=helper.first_name), text.format(who=helper.name)
