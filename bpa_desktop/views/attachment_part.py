"""The part of a panel about the picture or PDF that is kept with its record."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from bpa_desktop.i18n import _
from bpa_desktop.services import attachments, recent
from bpa_desktop.views.button import Button
from bpa_desktop.views.saving import another_folder
from bpa_desktop.views.showing import refused, show_made
from bpa_desktop.views.tasks import Task

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QWidget

    from bpa_desktop.services.attachments import Keeper
    from bpa_desktop.storage.contents import Content
    from bpa_desktop.views.desk import Desk
    from bpa_desktop.views.live_panel import LivePanel


def choose_attachment(over: QWidget) -> Path | None:
    """Ask the system for a picture or a PDF in a window ``over`` ours."""
    from PySide6.QtWidgets import QFileDialog  # noqa: PLC0415 - rare

    kinds = _("Pictures and PDF files ({names})").format(names=" ".join(attachments.READABLE))
    text = _("Attach a picture or PDF")
    name, _filter = QFileDialog.getOpenFileName(over, text, str(recent.home_folder()), kinds)
    return Path(name) if name else None


class AttachmentPart:
    """The buttons for one record in ``panel``; *Back* from looking leads to the place ``back``."""

    def __init__(self, panel: LivePanel, keeper: Keeper, back: str = "money") -> None:
        self._panel = panel
        self._desk: Desk = panel.desk
        self._keeper = keeper
        self._back = back

    def buttons(self) -> Iterator[Button]:
        """What can be done now; looking and copying also where nothing may be changed."""
        may_change = not self._desk.read_only
        has_one = bool(self._keeper.attachment)
        if has_one:
            yield Button(_("See the file"), icon="eye", press=self._see)
            yield Button(_("Save a copy of the file"), press=self._copy)
        text = _("Attach another file") if has_one else _("Attach a picture or PDF")
        change = [Button(text, press=self._attach)]
        if has_one:
            change.append(Button(_("Remove the file"), press=self._remove))
        for button in change:
            button.setEnabled(may_change)
        yield from change

    def _attach(self) -> None:
        path = choose_attachment(self._panel)
        if path is None:
            return
        self._desk.tell(_("The file is being read."))
        task = Task(lambda: attachments.read_attachment(path), self._panel)
        task.done.connect(self._keep)
        task.failed.connect(lambda error: refused(self._desk, error))
        task.start()

    def _keep(self, content: Content) -> None:
        session, keeper = self._desk.session, self._keeper
        self._desk.attempt(lambda: attachments.attach(session, keeper, content))

    def _remove(self) -> None:
        self._desk.attempt(lambda: attachments.remove(self._desk.session, self._keeper))

    def _see(self) -> None:
        found: list[Content] = []
        if self._desk.attempt(lambda: found.append(self._content())):
            make = partial(attachments.view_of, found[0], attachments.kept_name(self._keeper))
            show_made(self._panel, make, back=self._back)

    def _copy(self) -> None:
        folder = another_folder(self._panel)
        if folder is not None:
            self._desk.attempt(lambda: self._written(folder))

    def _written(self, folder: Path) -> str:
        stem = attachments.file_stem(self._keeper)
        path = attachments.write_copy(self._content(), stem, folder)
        return _("Saved as {path}. The copy is not encrypted.").format(path=path)

    def _content(self) -> Content:
        return attachments.attached(self._desk.session, self._keeper)
