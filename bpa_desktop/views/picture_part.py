"""The part of a procedure's panel about its pictures: added, looked at, worded, taken out."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from bpa_desktop.i18n import _
from bpa_desktop.services import procedures, recent
from bpa_desktop.services.attachments import MOST_MEGABYTES, view_of
from bpa_desktop.services.catalogue import kind_named
from bpa_desktop.views.button import Button
from bpa_desktop.views.card import Row
from bpa_desktop.views.record_editor import RecordEditor, open_editor
from bpa_desktop.views.showing import refused, show_made
from bpa_desktop.views.tasks import Task
from bpa_desktop.views.text import Text
from bpa_desktop.views.told_apart import told_apart

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

    from bpa_desktop.domain.procedure import ProcedurePicture, ProcedureVersion
    from bpa_desktop.domain.record import Record
    from bpa_desktop.services.session import Session
    from bpa_desktop.storage.contents import Content
    from bpa_desktop.views.live_panel import LivePanel


def choose_picture(over: QWidget) -> Path | None:
    """Ask the system for a picture in a window ``over`` ours."""
    from PySide6.QtWidgets import QFileDialog  # noqa: PLC0415 - rare

    kinds = _("Pictures ({names})").format(names=" ".join(procedures.PICTURES))
    folder = str(recent.home_folder())
    name, _filter = QFileDialog.getOpenFileName(over, _("Add a picture"), folder, kinds)
    return Path(name) if name else None


class PicturePart:
    """The pictures of ``version`` in ``panel``; ``back`` shows the panel anew."""

    def __init__(
        self, panel: LivePanel, version: ProcedureVersion, back: Callable[[], object]
    ) -> None:
        self._panel = panel
        self._desk = panel.desk
        self._version = version
        self._back = back
        self.buttons: list[Button] = []

    def show(self) -> None:
        """Place everything at the end of the panel."""
        found = procedures.pictures_of(self._desk.session, self._version)
        self._panel.add(Text(_("Pictures"), "label"))
        if not found:
            text = _("A picture of at most {most} MB; place and camera in it are taken out.")
            self._panel.add(Text(text.format(most=MOST_MEGABYTES), tone="muted"))
        for picture, number in zip(found, _numbers(found), strict=True):
            self._panel.add(Text(f"{number}: {picture.words}"))
            self._panel.add(self._row(picture, number))
        add = Button(_("Add a picture"), icon="plus", press=self._add)
        add.setEnabled(not self._desk.read_only)
        self.buttons.append(add)
        self._panel.add(Row([add]))

    def _row(self, picture: ProcedurePicture, number: str) -> Row:
        see = Button(_("See – {what}").format(what=number), icon="eye")
        see.clicked.connect(lambda _checked=False: self._see(picture))
        change = Button(_("Change or delete – {what}").format(what=number))
        change.clicked.connect(lambda _checked=False: self._change(picture))
        change.setEnabled(not self._desk.read_only)
        self.buttons += [see, change]
        return Row([see, change])

    def _see(self, picture: ProcedurePicture) -> None:
        found: list[Content] = []

        def read() -> None:
            found.append(procedures.content_of(self._desk.session, picture))

        if self._desk.attempt(read):
            make = partial(view_of, found[0], picture.words)
            show_made(self._panel, make, back="procedures")

    def _change(self, picture: ProcedurePicture) -> None:
        open_editor(self._desk, kind_named("procedure_picture"), picture, then=self._back)

    def _add(self) -> None:
        path = choose_picture(self._panel)
        if path is None:
            return
        self._desk.tell(_("The file is being read."))
        task = Task(lambda: procedures.read_picture(path), self._panel)
        task.done.connect(self._ask_for_words)
        task.failed.connect(lambda error: refused(self._desk, error))
        task.start()

    def _ask_for_words(self, content: Content) -> None:
        """A picture is not kept before somebody has said what it shows."""

        def keep(session: Session, record: Record) -> str:
            return procedures.keep_picture(session, record, content)

        begun = {"version": self._version.id}
        kind, title = kind_named("procedure_picture"), _("New picture")
        form = RecordEditor(self._desk, kind, None, begun, keep=keep, then=self._back)
        self._desk.show_panel(form, title)
        self._desk.announcer.say(". ".join((title, _("Write what the picture shows."))))


def _numbers(found: Sequence[ProcedurePicture]) -> list[str]:
    return told_apart([(_("Picture {n}").format(n=at),) for at, _one in enumerate(found, 1)])
