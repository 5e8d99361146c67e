"""What a person says about a part that is not in the package: when it comes, or why not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QLineEdit

from bpa_desktop.i18n import _
from bpa_desktop.services.package_plan import Answer, Readiness
from bpa_desktop.views.button import Button
from bpa_desktop.views.card import Row
from bpa_desktop.views.choice import Choice
from bpa_desktop.views.field import Field
from bpa_desktop.views.roving import Roving
from bpa_desktop.views.stack import Stack
from bpa_desktop.views.text import Text

if TYPE_CHECKING:
    from collections.abc import Callable

    from bpa_desktop.services.package_plan import Part
    from bpa_desktop.views.desk import Desk

_GAP: Final = 16


class AnswerPanel(Stack):
    """``keep`` gets the answer, or ``None`` when it is taken away."""

    def __init__(
        self,
        desk: Desk,
        part: Part,
        answer: Answer | None,
        keep: Callable[[Answer | None], object],
    ) -> None:
        super().__init__(_GAP)
        self._desk = desk
        self._keep = keep
        is_known = answer is not None
        readiness = answer.readiness if answer else part.readiness
        self._choice = Choice(
            _("How is it?"),
            (
                (Readiness.MISSING, _("It comes later")),
                (Readiness.NOT_RELEVANT, _("It is not relevant")),
            ),
            readiness,
            lambda _choice: None,
        )
        self._line = QLineEdit(answer.text if answer else "")
        example = _("For example: It is sent before the visit. Or: I have had no meetings.")
        self._field = Field(_("Write when or why"), self._line, example)
        done = Button(_("Done"), "primary", press=self._done)
        away = Button(_("Take the answer away"), press=lambda: keep(None))
        away.setEnabled(is_known)
        Roving([done, away])
        self.add(Text(_("It stands on the cover, so that the caseworker knows."), tone="muted"))
        self.add(self._choice)
        self.add(self._field)
        self.add(Row([done, away]))
        self._line.returnPressed.connect(self._done)

    def _done(self) -> None:
        text = self._line.text().strip()
        if text:
            self._keep(Answer(readiness=self._choice.value, text=text))
        else:
            self._field.set_problem(_("Write a few words first."))
            self._desk.say(_("Write a few words first."), "warn")
            self._line.setFocus()
