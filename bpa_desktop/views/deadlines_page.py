"""The place of deadlines: everything that is due with its real day, and what is put off."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from bpa_desktop.domain.deadlines import in_order
from bpa_desktop.domain.postponing import may_be_put_off
from bpa_desktop.i18n import _, date_short, date_words
from bpa_desktop.services.deadlines import due
from bpa_desktop.services.due_groups import groups, summary
from bpa_desktop.services.due_words import due_source, due_text, due_title
from bpa_desktop.services.postponing import (
    limit_words,
    put_off_words,
    take_back,
)
from bpa_desktop.views.button import Button
from bpa_desktop.views.card import Row, Rows
from bpa_desktop.views.deadline_calendar import DeadlineCalendar
from bpa_desktop.views.due_doors import full_labels, open_due, open_put_off, put_off_labels
from bpa_desktop.views.foreseeing import Foreseeing
from bpa_desktop.views.page import Page
from bpa_desktop.views.stack import Stack
from bpa_desktop.views.text import Text
from bpa_desktop.views.told_apart import told_apart

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from PySide6.QtGui import QShowEvent

    from bpa_desktop.domain.deadlines import Due
    from bpa_desktop.domain.postponing import Standing
    from bpa_desktop.services.due_groups import Group
    from bpa_desktop.views.desk import Desk

_DATE_CHARS: Final = 18
_TEXT_CHARS: Final = 30
_GAP: Final = 2
_LINE_GAP: Final = 8


class DeadlinesPage(Page):
    """A card for what has passed, what is near, what comes later, and what is put off.

    What is warned of in hours and money comes a moment later, as on the first page.
    """

    TOPICS: ClassVar[frozenset[str]] = frozenset()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.lead()
        self._ahead = Foreseeing(desk, self)
        self._ahead.changed.connect(self.refresh)
        self._found: Sequence[Due] = ()
        self._calendar = DeadlineCalendar(desk, lambda: self._found)
        self.column.insertWidget(1, self._calendar)

    def showEvent(self, event: QShowEvent) -> None:
        """Look ahead when the page is seen."""
        super().showEvent(event)
        self._ahead.begin()

    def refresh(self) -> None:
        """Look up what is due again."""
        session = self.desk.session
        self._found = in_order([*due(session), *self._ahead.due])
        found = groups(session, self._found)
        self.heading.say(_("Deadlines"), summary(found))
        content = self.stack()
        if not found:
            content.add(Text(_("Nothing has a deadline now."), tone="muted"))
        self._buttons = [*self.above]
        labels = _labels(found)
        for group, ones in found.items():
            card = Rows(_(group.label))
            for one in ones:
                card.add(self._line(one, *next(labels)))
            content.add(card)
        self.group.set_buttons([*self._buttons, *self._calendar.buttons])
        self.fill(content)

    def _line(self, one: Standing, label: str, aside: str) -> Stack:
        told = Row()
        on, today = one.due.on, self.desk.session.today
        day = _("Today") if on == today else date_words(on)
        told.add(Text(day, tone="warn" if on < today else "text"), _DATE_CHARS)
        told.add(self._words(one), _TEXT_CHARS, stretch=True, fold=True)
        return Stack(_LINE_GAP, [told, Row(self._presses(one, label, aside))])

    def _words(self, one: Standing) -> Stack:
        words = Stack(_GAP, [Text(due_title(one.due), "strong"), Text(due_text(one.due))])
        told = [due_source(one.due), put_off_words(one)]
        if not self._may_change(one):
            told.append(limit_words(one.due, self.desk.session.today))
        for text in filter(None, told):
            words.add(Text(text, tone="muted"))
        return words

    def _may_change(self, one: Standing) -> bool:
        return one.is_put_off or may_be_put_off(one.due, self.desk.session.today)

    def _presses(self, one: Standing, label: str, aside: str) -> list[Button]:
        found = [Button(label, press=lambda: open_due(self.desk, one.due))]
        if self._may_change(one):
            later = Button(aside, "quiet", press=lambda: self._aside(one))
            later.setEnabled(not self.desk.read_only)
            found.append(later)
        self._buttons += found
        return found

    def _aside(self, one: Standing) -> None:
        if one.is_put_off:
            self.desk.attempt(lambda: take_back(self.desk.session, one))
        else:
            open_put_off(self.desk, one.due)


def _labels(found: Mapping[Group, Sequence[Standing]]) -> Iterator[tuple[str, str]]:
    """What stands on the two buttons of each line, told apart over the whole page."""
    lines = [one for ones in found.values() for one in ones]
    opening = told_apart([full_labels(one.due) for one in lines])
    aside = told_apart([_aside_labels(one) for one in lines])
    return zip(opening, aside, strict=True)


def _aside_labels(one: Standing) -> tuple[str, ...]:
    if not one.is_put_off:
        return put_off_labels(one.due)
    text = _("Put back – {what}").format(what=due_title(one.due))
    return text, f"{text}, {date_short(one.due.on)}"
