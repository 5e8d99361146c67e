"""A problem at work beside the page: during the talk only what is known then is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QWidget

from bpa_desktop.i18n import _
from bpa_desktop.services.catalogue import kind_named
from bpa_desktop.views.record_editor import RecordEditor, open_editor

if TYPE_CHECKING:
    from collections.abc import Callable

    from bpa_desktop.domain.work_problem import WorkProblem
    from bpa_desktop.views.desk import Desk

_LATER: Final = frozenset({"topic", "done_on", "effect", "follow_up", "group_2"})
"""What nobody knows yet when a problem has just been found, or what the question has told."""


def open_problem(desk: Desk, problem: WorkProblem) -> None:
    """Show everything that is kept about the problem."""
    open_editor(desk, kind_named("work_problem"), problem)


def open_new_problem(desk: Desk, problem: WorkProblem, then: Callable[[], object]) -> None:
    """Ask for the few things that a new line of the action plan needs; ``then`` comes after."""
    editor = RecordEditor(desk, kind_named("work_problem"), problem, then=then)
    for part in editor.form.widget.findChildren(QWidget):
        if part.objectName().partition("__")[0] in _LATER:
            part.hide()
    title = _("What is to be done?")
    desk.show_panel(editor, title)
    desk.announcer.say(f"{title} {problem.what}.")
