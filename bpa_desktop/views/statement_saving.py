"""Writes a helper's statement on a thread and remembers where it lies."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog

from bpa_desktop.errors import BpaError
from bpa_desktop.i18n import _, explain
from bpa_desktop.services import recent
from bpa_desktop.services.paper_time import save_statement
from bpa_desktop.views.tasks import Task

if TYPE_CHECKING:
    from bpa_desktop.services.paper_time import Statement
    from bpa_desktop.views.desk import Desk


class StatementSaving(QObject):
    """Saves in the usual folder unless another one is chosen; ``saved`` comes when it is done.

    ``folder`` is where the next *Open the folder* leads, ``file`` the statement saved last.
    """

    saved = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._task: Task | None = None
        self._last: tuple[Statement, str] | None = None
        self.folder = recent.home_folder() / _("Working time")
        self.file: Path | None = None

    def save(self, made: Statement, form: str, folder: Path | None = None) -> None:
        """Begin to save ``made`` as ``form``; it is said when it is done, or why it was refused."""
        if self._task is not None and self._task.is_running:
            self._desk.say(_("The statement is being made."))
            return
        target = folder or recent.home_folder() / _("Working time")
        self._desk.tell(_("The statement is being made."))
        self._last = made, form
        self._task = Task(lambda: save_statement(made, form, target), self)
        self._task.done.connect(self._done)
        self._task.failed.connect(self._failed)
        self._task.start()

    def _done(self, file: Path) -> None:
        self.file, self.folder = file, file.parent
        self.saved.emit()
        self._desk.say(_("Saved as {path}.").format(path=file))

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, BpaError):
            raise error
        self._desk.say(explain(error), "warn")

    def save_elsewhere(self) -> None:
        """Ask the system for a folder, and save there what was saved last."""
        if self._last is None:
            return
        text = _("Save in another folder")
        name = QFileDialog.getExistingDirectory(None, text, str(recent.home_folder()))
        if name:
            made, form = self._last
            self.save(made, form, Path(name))

    def open_folder(self) -> None:
        """Show the folder with the system's own program."""
        said = _("The folder {path} is open.")
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.folder))):
            said = _("No program opened the folder {path}.")
        self._desk.say(said.format(path=self.folder))
