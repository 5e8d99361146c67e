"""Writes files on a thread, remembers where the last one lies, and shows its folder."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog

from bpa_desktop.i18n import _
from bpa_desktop.services import recent
from bpa_desktop.views.showing import refused
from bpa_desktop.views.tasks import Task

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from bpa_desktop.views.desk import Desk


class Saving(QObject):
    """Saves in the ``usual`` folder unless another one is given; ``saved`` comes when it is done.

    ``busy`` says that a file is being made. ``folder`` is where the next *Open the folder* leads,
    ``file`` what was saved last. A file is told of as long as ``parent`` is there, which is the
    desk unless another is given.
    """

    saved = Signal()

    def __init__(self, desk: Desk, usual: Path, busy: str, parent: QObject | None = None) -> None:
        super().__init__(parent or desk)
        self._desk = desk
        self._usual = usual
        self._busy = busy
        self._task: Task | None = None
        self._last: Callable[[Path], Path] | None = None
        self.folder = usual
        self.file: Path | None = None

    def begin(self, write: Callable[[Path], Path], folder: Path | None = None) -> None:
        """Begin to save; it is said when it is done, or why it was refused.

        ``write`` is called on a thread with the folder, and gives the file.
        """
        if self._task is not None and self._task.is_running:
            self._desk.say(self._busy)
            return
        self._desk.tell(self._busy)
        self._last = write
        target = folder or self._usual
        self._task = Task(lambda: write(target), self)
        self._task.done.connect(self._done)
        self._task.failed.connect(lambda error: refused(self._desk, error))
        for end in (self._task.done, self._task.failed):
            end.connect(self._task.deleteLater)
        self._task.start()

    def _done(self, file: Path) -> None:
        self.file, self.folder = file, file.parent
        self.saved.emit()
        self._desk.say(_("Saved as {path}.").format(path=file))

    def save_elsewhere(self) -> None:
        """Ask for a folder, and save there what was saved last."""
        write = self._last
        if write is not None and (folder := another_folder()) is not None:
            self.begin(write, folder)

    def open_folder(self) -> None:
        """Show the folder with the system's own program."""
        said = _("The folder {path} is open.")
        if not self.folder.is_dir():
            said = _("Nothing is saved yet. The folder will be {path}.")
        elif not QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.folder))):
            said = _("No program opened the folder {path}.")
        self._desk.say(said.format(path=self.folder))


def another_folder(over: QWidget | None = None) -> Path | None:
    """Ask the system for a folder in a window ``over`` ours; nothing when none is chosen."""
    text = _("Save in another folder")
    name = QFileDialog.getExistingDirectory(over, text, str(recent.home_folder()))
    return Path(name) if name else None
