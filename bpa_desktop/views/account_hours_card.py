"""The hours of the year settled: granted, used, moved by agreement, and to pay back."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt

from bpa_desktop.documents import account_words as words
from bpa_desktop.documents.accounts import asked, settlement
from bpa_desktop.documents.phrases import in_hours
from bpa_desktop.i18n import _, hours
from bpa_desktop.services.catalogue import kind_named
from bpa_desktop.views.button import Button
from bpa_desktop.views.card import Row, Rows
from bpa_desktop.views.record_editor import open_editor
from bpa_desktop.views.stack import Stack
from bpa_desktop.views.text import Text
from bpa_desktop.views.told_apart import told_apart

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from bpa_desktop.domain.account_hours import HoursSheet
    from bpa_desktop.domain.moved_hours import MovedHours
    from bpa_desktop.views.desk import Desk
    from bpa_desktop.views.text import Look

_NAME_CHARS: Final = 24
_HOURS_CHARS: Final = 10
_GAP: Final = 14
_LINE_GAP: Final = 2
_RIGHT: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class HoursCard(Rows):
    """``letter`` shows the letter of a wish; ``buttons`` are one Tab stop with others."""

    def __init__(
        self, desk: Desk, sheet: HoursSheet, letter: Callable[[MovedHours], object]
    ) -> None:
        super().__init__(_("The hours of the year"))
        self.buttons: list[Button] = []
        self._desk = desk
        self._letter = letter
        for name, minutes, decision in settlement(sheet):
            self._add(name, minutes, decision)
        self._add(_("To pay back"), sheet.repay, words.repay_words(sheet), "strong")
        for name, minutes, decision in asked(sheet):
            self._add(name, minutes, decision)
        for said in _notes(sheet):
            self.add(Text(said, tone="muted"))
        self._add_moved(sheet)

    def _add(self, name: str, minutes: int, said: str, look: Look = "body") -> None:
        row = Row(gap=_GAP)
        column = Stack(_LINE_GAP, [Text(name, look)])
        if said:
            column.add(Text(said, tone="muted"))
        row.add(column, chars=_NAME_CHARS, stretch=True, fold=True)
        amount = Text(hours(minutes), look)
        amount.setAlignment(_RIGHT)
        row.add(amount, chars=_HOURS_CHARS)
        self.add(row)

    def _add_moved(self, sheet: HoursSheet) -> None:
        """For each wish the letter, and its form in which the answer is written."""
        found = sheet.moved_out
        forms = [
            (_(one.purpose.label), f"{_(one.purpose.label)} {hours(one.minutes)}") for one in found
        ]
        for one, name in zip(found, told_apart(forms), strict=True):
            see = Button(
                _("See the letter – {what}").format(what=name), press=partial(self._letter, one)
            )
            press = partial(open_editor, self._desk, kind_named("moved_hours"), one)
            answer = Button(_("Write the answer – {what}").format(what=name), press=press)
            self.buttons += [see, answer]
            self.add(Row([see, answer]))


def _notes(sheet: HoursSheet) -> Iterator[str]:
    if sheet.unconfirmed:
        text = _("Not confirmed as worked: {hours}. They do not count as used.")
        yield text.format(hours=in_hours(sheet.unconfirmed))
    if sheet.elsewhere:
        yield words.elsewhere_words(sheet.elsewhere)
    if sheet.explanation:
        yield sheet.explanation
