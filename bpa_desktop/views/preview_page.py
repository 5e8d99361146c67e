"""A finished paper on the screen: its pages as pictures, and the same words as text."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QPixmap
from PySide6.QtWidgets import QPlainTextEdit

from bpa_desktop.i18n import _, ngettext
from bpa_desktop.services import recent
from bpa_desktop.views.button import Button
from bpa_desktop.views.card import Row
from bpa_desktop.views.page import Page
from bpa_desktop.views.page_picture import Mark, PagePicture
from bpa_desktop.views.roving import Roving
from bpa_desktop.views.stack import Stack
from bpa_desktop.views.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bpa_desktop.services.paper_view import LeftOut, PaperView
    from bpa_desktop.views.desk import Desk

_WIDTH: Final = 820
_SHARPEST: Final = 2.0
_LINES: Final = 18
_GAP: Final = 4


class PreviewPage(Page):
    """Shows the paper that lies on the desk, one page at a time."""

    TOPICS: ClassVar[frozenset[str]] = frozenset({"none"})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._page = 1
        self._picture: PagePicture | None = None
        self._back = Button(_("Back"), icon="arrow-left", press=self.go_back)
        self._earlier = Button(_("Earlier page"), icon="chevron-up", press=lambda: self._turn(-1))
        self._later = Button(_("Later page"), icon="chevron-down", press=lambda: self._turn(1))
        self._open = Button(_("Open in PDF reader"), press=self._open_outside)
        buttons = [self._back, self._earlier, self._later, self._open]
        self._group = Roving(buttons)
        self.heading.add(Row(buttons))
        desk.paper_wanted.connect(self._begin_anew)

    def _begin_anew(self) -> None:
        self._stale = True

    def refresh(self) -> None:
        """Show the first page of the paper."""
        paper = self.desk.paper
        self._page = 1
        content = self.stack()
        if paper is None:
            self.heading.say(_("Preview"), _("Choose a document to see it here."))
        else:
            self.heading.say(paper.title, ngettext("{n} page.", "{n} pages.", paper.pages))
            self._picture = PagePicture(_WIDTH)
            if paper.left_out:
                content.add(Stack(_GAP, _told(paper)))
            content.add(self._picture)
            if paper.text:
                content.add(Text(_("The same in words"), "section"))
                content.add(_words(paper))
        self.fill(content)
        self._show()

    def _show(self) -> None:
        """Draw the page and switch on what can be done from here."""
        paper = self.desk.paper
        pages = paper.pages if paper is not None else 0
        self._earlier.setEnabled(self._page > 1)
        self._later.setEnabled(self._page < pages)
        self._open.setEnabled(paper is not None and paper.may_leave)
        self._open.setVisible(paper is None or paper.may_leave)
        self._group.settle()
        if paper is None or self._picture is None:
            return
        sharpness = min(self.devicePixelRatioF(), _SHARPEST)
        picture = QPixmap()
        picture.loadFromData(paper.picture(self._page, round(_WIDTH * sharpness)))
        picture.setDevicePixelRatio(sharpness)
        marks = [Mark(str(one.number), one.spot.top, one.spot.bottom) for one in self._left_out()]
        self._picture.show_page(picture, self._place(), marks)

    def _left_out(self) -> list[LeftOut]:
        """What is left out on the page that is shown."""
        paper = self.desk.paper
        return [one for one in paper.left_out if one.spot.page == self._page] if paper else []

    def go_back(self) -> None:
        """Show again where the paper was made."""
        if self.desk.paper is None:
            self.desk.go_back()
        else:
            self.desk.return_to(self.desk.paper_back)

    def _turn(self, step: int) -> None:
        self._page += step
        self._show()
        self.desk.say(self._place())

    def _place(self) -> str:
        pages = self.desk.paper.pages if self.desk.paper is not None else 0
        place = _("Page {page} of {pages}").format(page=self._page, pages=pages)
        told = [_("Left out: point {number}").format(number=one.number) for one in self._left_out()]
        return ". ".join([place, *told])

    def _open_outside(self) -> None:
        paper = self.desk.paper
        if paper is None:
            return
        folder = recent.home_folder() / _("Papers")
        try:
            folder.mkdir(parents=True, exist_ok=True)
            target = recent.free_name(folder, paper.file_stem, ".pdf")
            target.write_bytes(paper.content)
        except OSError:
            text = _("Nothing can be written in the folder {path}.")
            self.desk.say(text.format(path=folder), "warn")
            return
        if QDesktopServices.openUrl(QUrl.fromLocalFile(str(target))):
            self.desk.say(_("Saved as {path}.").format(path=target))
        else:
            text = _("Saved as {path}. No program opened it.")
            self.desk.say(text.format(path=target), "warn")


def _told(paper: PaperView) -> Iterator[Text]:
    """Each point that is left out, and that the file tells nothing of the marks."""
    for one in paper.left_out:
        text = _("Left out: point {number} (sensitive), page {page}.")
        yield Text(text.format(number=one.number, page=one.spot.page), tone="warn")
    yield Text(_("The marks beside the page stand here alone, not in the file."), tone="muted")


def _words(paper: PaperView) -> QPlainTextEdit:
    words = QPlainTextEdit(paper.text)
    words.setReadOnly(True)
    words.setTabChangesFocus(True)
    words.setAccessibleName(_("The same in words"))
    words.setMinimumHeight(words.fontMetrics().lineSpacing() * _LINES)
    return words
