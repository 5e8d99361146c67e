"""The place Work procedures: what helpers are instructed in, and how far each helper is."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar, Final

from bpa_desktop.domain.instruction_needs import must_know
from bpa_desktop.i18n import _
from bpa_desktop.services.teaching import teaching
from bpa_desktop.services.teaching_words import helper_line, procedure_line, procedures_sentence
from bpa_desktop.views.button import Button
from bpa_desktop.views.card import Notice, Section
from bpa_desktop.views.learning_panel import open_learning
from bpa_desktop.views.page import Page
from bpa_desktop.views.procedure_panel import new_procedure, open_procedure
from bpa_desktop.views.roving import Roving
from bpa_desktop.views.stack import Stack
from bpa_desktop.views.told_apart import told_apart

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from bpa_desktop.services.teaching import Teaching
    from bpa_desktop.views.desk import Desk

_GAP: Final = 8


class ProceduresPage(Page):
    """Each procedure and each helper is a button with a full sentence; it opens beside the list."""

    TOPICS: ClassVar[frozenset[str]] = frozenset(
        {"procedure", "procedure_version", "instruction", "helper", "aid"}
    )

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        text = _("New work procedure")
        new = Button(text, "primary", icon="plus", press=partial(new_procedure, desk))
        new.setEnabled(not desk.read_only)
        self.lead(
            Button(_("Aids"), press=partial(desk.go, "aids")),
            Button(_("Courses"), press=partial(desk.go, "courses")),
            new,
            main=new,
        )

    def refresh(self) -> None:
        """Read the procedures again."""
        found = teaching(self.desk.session)
        self.heading.say(_("Work procedures"), procedures_sentence(found))
        content = self.stack()
        buttons = self._procedures(found)
        if buttons:
            content.add(Stack(_GAP, buttons))
        else:
            content.add(Notice(_("Write how a task is done, and note who is instructed in it.")))
        people = self._helpers(found)
        if people:
            section = Section(_("How far each helper is"))
            section.add(Stack(_GAP, people))
            content.add(section)
        Roving([*buttons, *people])
        self.fill(content)

    def _procedures(self, found: Teaching) -> list[Button]:
        lines = [procedure_line(found, one) for one in found.procedures]
        presses = [partial(open_procedure, self.desk, one.id) for one in found.procedures]
        return _listed(lines, presses)

    def _helpers(self, found: Teaching) -> list[Button]:
        """The helpers who work here, once there is something to learn."""
        here = [one for one in found.helpers if must_know(one, found.day)]
        if not found.topics:
            return []
        lines = [helper_line(one, found.of_helper(one)) for one in here]
        presses = [partial(open_learning, self.desk, one) for one in here]
        return _listed(lines, presses)


def _listed(lines: Sequence[str], presses: Sequence[Callable[[], object]]) -> list[Button]:
    buttons = []
    labels = told_apart([(line,) for line in lines])
    for label, press in zip(labels, presses, strict=True):
        button = Button(label, press=press)
        button.set_leading()
        buttons.append(button)
    return buttons
