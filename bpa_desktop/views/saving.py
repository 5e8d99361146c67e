"""Writes files on a thread, remembers where the last one lies, and shows its folder."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog

from bpa_desktop.documents.pdf import Cancelled
from bpa_desktop.errors import BpaError
from bpa_desktop.i18n import _, explain
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
    desk unless another is given. ``running`` tells whether a file is being made.
    """

    saved = Signal()
    running = Signal(bool)
    _stepped = Signal(int, int)

    def __init__(self, desk: Desk, usual: Path, busy: str, parent: QObject | None = None) -> None:
        super().__init__(parent or desk)
        self._desk = desk
        self._usual = usual
        self._busy = busy
        self._task: Task | None = None
        self._last: Callable[[Path], Path] | None = None
        self._after: Callable[[], str] | None = None
        self._is_stopped = False
        self._stepped.connect(self._show_step)
        self.folder = usual
        self.file: Path | None = None

    def begin(
        self,
        write: Callable[[Path], Path],
        folder: Path | None = None,
        after: Callable[[], str] | None = None,
    ) -> None:
        """Begin to save; it is said when it is done, or why it was refused.

        ``write`` is called on a thread with the folder, and gives the file. ``after`` is called
        on the window's thread once it is there; what it gives is said as well.
        """
        if self._task is not None and self._task.is_running:
            self._desk.say(self._busy)
            return
        self._desk.tell(self._busy)
        self._last, self._after = write, after
        self._is_stopped = False
        target = folder or self._usual
        self._task = Task(lambda: write(target), self)
        self._task.done.connect(self._done)
        self._task.failed.connect(lambda error: refused(self._desk, error))
        for end in (self._task.done, self._task.failed):
            end.connect(self._task.deleteLater)
            end.connect(lambda _result: self.running.emit(False))
        self.running.emit(True)
        self._task.start()

    def stop(self) -> None:
        """Stop before the next step; that nothing was made is said when it has stopped."""
        self._is_stopped = True
        self._desk.tell(_("It is being stopped."))

    def check(self) -> None:
        """Called on the thread between pieces of work; raises ``Cancelled`` once stopped."""
        if self._is_stopped:
            raise Cancelled

    def step(self, done: int, count: int) -> None:
        """Called on the thread: so many pieces of so many are done; see `check`."""
        self.check()
        self._stepped.emit(done, count)

    def _show_step(self, done: int, count: int) -> None:
        if self._task is not None and self._task.is_running and not self._is_stopped:
            text = _("{busy} {done} of {count}.")
            self._desk.tell(text.format(busy=self._busy, done=done, count=count))

    def _done(self, file: Path) -> None:
        self.file, self.folder = file, file.parent
        self.saved.emit()
        said = _("Saved as {path}.").format(path=file)
        self._desk.say(f"{said} {self._more()}".rstrip())

    def _more(self) -> str:
        try:
            return self._after() if self._after is not None else ""
        except BpaError as error:
            return explain(error)

    def save_elsewhere(self) -> None:
        """Ask for a folder, and save there what was saved last."""
        write = self._last
        if write is not None and (folder := another_folder()) is not None:
            self.begin(write, folder, self._after)

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
