"""Writes what is handed out on a thread, and shows the folder in which it lies."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from bpa_desktop.i18n import _
from bpa_desktop.services.giving import write_out
from bpa_desktop.views.showing import refused
from bpa_desktop.views.tasks import Task

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from bpa_desktop.services.giving import HandOut
    from bpa_desktop.views.desk import Desk


class GiveOutSaving:
    """Saves in ``folder``; a file is told of even when the panel was put away meanwhile."""

    def __init__(self, desk: Desk, folder: Path) -> None:
        self._desk = desk
        self._folder = folder
        self._task: Task | None = None

    def begin(self, make: Callable[[], HandOut]) -> None:
        """Begin to save; it is said when it is done, or why it was refused."""
        if self._task is not None and self._task.is_running:
            self._desk.say(_("The file is being made."))
            return
        desk, folder, hand_out = self._desk, self._folder, make()
        desk.tell(_("The file is being made."))
        self._task = task = Task(lambda: write_out(hand_out, folder), desk)
        task.done.connect(lambda path: desk.say(_("Saved as {path}.").format(path=path)))
        task.failed.connect(lambda error: refused(desk, error))
        for end in (task.done, task.failed):
            end.connect(task.deleteLater)
        task.start()

    def open_folder(self) -> None:
        """Show the folder with the system's own program."""
        said = _("The folder {path} is open.")
        if not self._folder.is_dir():
            said = _("Nothing is saved yet. The folder will be {path}.")
        elif not QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder))):
            said = _("No program opened the folder {path}.")
        self._desk.say(said.format(path=self._folder))
