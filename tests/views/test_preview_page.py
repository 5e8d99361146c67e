"""A finished paper is seen page by page, read as text, and opened in another program."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pikepdf
import pytest
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QPlainTextEdit

from bpa_desktop.documents.choices import Names
from bpa_desktop.domain.period import Period
from bpa_desktop.i18n import _
from bpa_desktop.services.paper_view import view
from bpa_desktop.services.papers import paper
from bpa_desktop.views.page_picture import PagePicture
from tests.little_file import TODAY
from tests.views.little import ENGLISH

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtCore import QUrl
    from pytestqt.qtbot import QtBot

    from bpa_desktop.services.paper_view import PaperView
    from tests.views.little import Seat

    Sit = Callable[..., Seat]


def roster(me: Seat, names: Names = Names.INITIALS) -> PaperView:
    period = Period(TODAY.replace(month=1, day=1), TODAY)
    return view(paper(me.session, "roster_used", period, names))


def show(me: Seat, names: Names = Names.INITIALS) -> None:
    me.window.desk.show_paper(roster(me, names), "documents")
    me.rest()


def picture(me: Seat) -> PagePicture:
    (found,) = me.page.findChildren(PagePicture)
    return found


def test_pages_are_turned_one_at_a_time(me: Seat) -> None:
    show(me)
    pages = me.window.desk.paper.pages
    assert pages == 3
    assert me.log[-1].endswith("3 sider.")
    assert picture(me).accessibleName() == "Side 1 af 3"
    assert not me.button("Forrige side").isEnabled()
    first = picture(me).pixmap().toImage()
    assert me.press("Næste side") == "Side 2 af 3"
    assert picture(me).pixmap().toImage() != first
    assert me.press("Næste side") == "Side 3 af 3"
    assert not me.button("Næste side").isEnabled()
    assert me.press("Forrige side") == "Side 2 af 3"


def test_the_words_stand_there_as_text(me: Seat) -> None:
    show(me, Names.FULL)
    (words,) = me.page.findChildren(QPlainTextEdit)
    assert words.isReadOnly()
    assert "Anna" in words.toPlainText()
    assert "februar 2026" in words.toPlainText()


def test_another_paper_takes_the_place_of_the_first(me: Seat) -> None:
    show(me)
    me.press("Næste side")
    period = Period(TODAY.replace(month=1, day=1), TODAY)
    me.window.desk.show_paper(view(paper(me.session, "absence_overview", period)), "package")
    me.rest()
    assert picture(me).accessibleName().startswith("Side 1 af ")
    assert me.log[-1].startswith("Fraværsoversigt")
    me.press("Tilbage")
    assert me.window.frame.current == "package"


def test_the_page_becomes_smaller_in_a_narrow_window(me: Seat) -> None:
    show(me)
    wide = picture(me).size()
    me.window.frame.resize(960, 540)
    me.rest()
    narrow = picture(me).size()
    assert narrow.width() < wide.width()
    assert me.page.rect().contains(picture(me).geometry().translated(picture(me).parent().pos()))


def test_without_a_paper_it_says_what_to_do(me: Seat) -> None:
    me.go("documents")
    me.go("preview")
    assert _("Choose a document to see it here.") in me.words()
    assert not me.button("Åbn i PDF-læser").isEnabled()
    me.press("Tilbage")
    assert me.window.frame.current == "documents"


def test_a_switch_of_language_keeps_the_paper(me: Seat) -> None:
    show(me)
    me.window.desk.change_preferences(language="en")
    me.rest()
    assert picture(me).accessibleName() == "Page 1 of 3"
    assert "Open in PDF reader" in me.labels()


def test_a_fresh_page_has_the_shape_of_paper(qtbot: QtBot) -> None:
    made = PagePicture(210)
    qtbot.addWidget(made)
    assert made.heightForWidth(2100) == 297


@pytest.fixture(name="opens")
def _opens(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    opened: list[str] = []

    def open_url(url: QUrl) -> bool:
        opened.append(url.toLocalFile())
        return len(opened) == 1

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    return opened


def test_it_is_saved_and_opened_in_another_program(
    me: Seat, opens: list[str], documents: Path
) -> None:
    show(me)
    said = me.press("Åbn i PDF-læser")
    (file,) = (documents / "BPA" / "Papirer").iterdir()
    assert opens == [str(file)]
    assert said == f"Gemt som {file}."
    with pikepdf.open(file) as pdf:
        assert len(pdf.pages) == 3
    again = me.press("Åbn i PDF-læser")
    assert again.endswith(_("Saved as {path}. No program opened it.").format(path=opens[1]))
    assert opens[1] != opens[0]


@pytest.mark.usefixtures("opens")
def test_a_folder_that_cannot_be_written_is_told(me: Seat, documents: Path) -> None:
    documents.write_text("no folder")
    show(me)
    folder = documents / "BPA" / "Papirer"
    said = _("Nothing can be written in the folder {path}.").format(path=folder)
    assert me.press("Åbn i PDF-læser") == said
    assert me.status == said


def test_the_folder_is_called_so_in_english(sit: Sit, opens: list[str], documents: Path) -> None:
    me = sit(ENGLISH)
    show(me)
    me.press("Open in PDF reader")
    assert (documents / "BPA" / "Papers").is_dir()
    assert opens
