"""Shifts that were copied elsewhere: how they were read, and one press that puts them in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtGui import QGuiApplication

from bpa_desktop.domain.clock import monday
from bpa_desktop.errors import BpaError
from bpa_desktop.i18n import _, explain, ngettext
from bpa_desktop.services.laying import slot_words
from bpa_desktop.services.pasting import (
    Pasted,
    foreseen_pasted,
    foretold_pasted,
    pasted_words,
    put_in,
    read_pasted,
    told_pasted,
)
from bpa_desktop.services.rostering import who
from bpa_desktop.views.button import Button
from bpa_desktop.views.choice_panel import ChoicePanel
from bpa_desktop.views.laid_panel import Laid, show_laid
from bpa_desktop.views.text import Text

if TYPE_CHECKING:
    from bpa_desktop.services.laying import Laying
    from bpa_desktop.views.desk import Desk

_SHOWN: Final = 5
_EMPTY: Final = Pasted((), ())


def paste_shifts(desk: Desk) -> None:
    """Read what is copied, show how it is understood beside the page, and say so."""
    try:
        pasted = read_pasted(desk.session, QGuiApplication.clipboard().text())
    except BpaError as error:
        _show(desk, _EMPTY)
        desk.say(explain(error), "warn")
        return
    words = _show(desk, pasted).words
    desk.announcer.say(f"{_('Put in copied shifts')}. {words}")


def _show(desk: Desk, pasted: Pasted) -> PastePanel:
    panel = PastePanel(desk, pasted)
    desk.show_panel(panel, _("Put in copied shifts"))
    return panel


class PastePanel(ChoicePanel):
    """Nothing is put in until it is pressed; the first shifts stand there as they were read.

    ``words`` tell what would come.
    """

    def __init__(self, desk: Desk, pasted: Pasted) -> None:
        super().__init__(desk, lambda: _show(desk, pasted))
        self._pasted = pasted
        ahead = foreseen_pasted(desk.session, pasted)
        self.words = foretold_pasted(desk.session, pasted, ahead)
        self.add(Text(self.words))
        self._add_first()
        self._add_faults()
        if not pasted.slots:
            self._add_help()
        if not ahead.is_empty:
            self.point_to(self.add_button(self._put_in_button(ahead.made), writes=True))
        self.add_button(Button(_("Read what is copied"), press=lambda: paste_shifts(desk)))

    def _put_in_button(self, count: int) -> Button:
        text = ngettext("Put in {n} shift", "Put in {n} shifts", count)
        return Button(text, "primary", press=self._put_in)

    def _add_first(self) -> None:
        if not self._pasted.slots:
            return
        self.add(Text(_("The first as they were read"), "label", "muted"))
        for slot in self._pasted.slots[:_SHOWN]:
            self.add(Text(f"{slot_words(slot)} {who(self.desk.session, slot.helper)}"))

    def _add_faults(self) -> None:
        faults = self._pasted.faults
        if not faults:
            return
        self.add(Text(_("Left out"), "label", "muted"))
        for fault in faults[:_SHOWN]:
            text = _("Line {number}: {reason}")
            self.add(Text(text.format(number=fault.number, reason=fault.reason)))
        more = len(faults) - _SHOWN
        if more > 0:
            self.add(Text(ngettext("And {n} line more.", "And {n} lines more.", more)))

    def _add_help(self) -> None:
        self.add(
            Text(
                _(
                    "Copy lines from a spreadsheet or a text: the day, the times and the helper, "
                    "with a tab, a semicolon or a comma between them."
                ),
                tone="muted",
            )
        )
        self.add(Text(_("For example: 16-03-2026; 7-15; Anna"), tone="muted"))

    def _put_in(self) -> None:
        done: list[Laying] = []

        def run() -> str:
            done.append(put_in(self.desk.session, self._pasted))
            return told_pasted(self._pasted, done[0])

        self.desk.attempt(run)
        if done:
            first = monday(min(slot.start for slot in self._pasted.slots).date())
            words = pasted_words(self._pasted, done[0])
            show_laid(self.desk, Laid(_("Put in copied shifts"), words, done[0], first))
