"""Writes the package on a thread and remembers where it lies."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog

from bpa_desktop.i18n import _
from bpa_desktop.services import package, recent
from bpa_desktop.services.package_values import collect
from bpa_desktop.views.showing import refused
from bpa_desktop.views.tasks import Task

if TYPE_CHECKING:
    from bpa_desktop.services.package import PackageFiles
    from bpa_desktop.services.package_plan import PackagePlan
    from bpa_desktop.views.page import Page


class PackageSaving(QObject):
    """Saves in the usual folder unless another one is chosen; ``saved`` comes when it is done.

    ``folder`` is where the next *Open the folder* leads, ``file`` the package saved last.
    """

    saved = Signal()

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page = page
        self._task: Task | None = None
        self.folder = recent.home_folder() / _("Packages")
        self.file: Path | None = None

    def save(self, plan: PackagePlan, folder: Path | None = None) -> None:
        """Begin to save ``plan``; it is said when it is done, or why it was refused."""
        desk = self._page.desk
        if self._task is not None and self._task.is_running:
            desk.say(_("The package is being made."))
            return
        values = collect(desk.session, plan)
        target = folder or recent.home_folder() / _("Packages")
        desk.tell(_("The package is being made."))
        self._task = Task(lambda: package.save(package.render(values), target), self)
        self._task.done.connect(self._done)
        self._task.failed.connect(lambda error: refused(self._page.desk, error))
        self._task.start()

    def _done(self, files: PackageFiles) -> None:
        self.file, self.folder = files.package, files.package.parent
        self.saved.emit()
        self._page.desk.say(_("Saved as {path}.").format(path=files.package))

    def save_elsewhere(self, plan: PackagePlan) -> None:
        """Ask the system for a folder and save there."""
        text = _("Save in another folder")
        name = QFileDialog.getExistingDirectory(self._page, text, str(recent.home_folder()))
        if name:
            self.save(plan, Path(name))

    def open_folder(self) -> None:
        """Show the folder with the system's own program."""
        said = _("The folder {path} is open.")
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.folder))):
            said = _("No program opened the folder {path}.")
        self._page.desk.say(said.format(path=self.folder))
