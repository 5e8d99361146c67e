"""The buttons above a week that is wider than the window stay within the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QAbstractButton, QLabel

from bpa_desktop.services.preferences import Preferences
from bpa_desktop.views.roster_bar import RosterBar
from bpa_desktop.views.roster_page import RosterPage
from bpa_desktop.views.roster_tools import RosterTools
from tests.services.little_roster import days_and_evenings, lay, open_little
from tests.views.audit.tree import shown
from tests.views.person import person_at
from tests.views.windows import settle

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication, QWidget

    from tests.views.person import Person

LARGE = Preferences(colours="light", size="gaze", text_percent=200, roster_view="week")


def page_of(person: Person) -> RosterPage:
    found = person.window.frame.findChild(RosterPage)
    assert isinstance(found, RosterPage)
    return found


def sticking_out(person: Person) -> list[QWidget]:
    """What of the heading and the buttons lies right of what is seen of the page."""
    page = page_of(person)
    viewport = page.parentWidget()
    assert viewport is not None
    parts = [page.heading, page.findChild(RosterBar), page.findChild(RosterTools)]
    inside = [
        one
        for part in parts
        if part is not None
        for one in shown(part)
        if isinstance(one, QAbstractButton | QLabel)
    ]
    assert len(inside) > 10
    return [one for one in inside if one.mapTo(page, QPoint(one.width(), 0)).x() > viewport.width()]


def test_only_the_week_itself_is_wider_than_the_window(qapp: QApplication, tmp_path: Path) -> None:
    session = open_little(tmp_path)
    lay(session, *days_and_evenings("anna", "03-16", 5, "07:00", "15:00"))
    with person_at(qapp, session, LARGE, (1000, 800)) as person:
        person.window.frame.go("roster")
        settle(person.window.frame)
        page = page_of(person)
        assert page.width() > page.parentWidget().width()
        assert sticking_out(person) == []
        person.window.frame.resize(1200, 800)
        settle(person.window.frame)
        assert sticking_out(person) == []
        person.press("Liste")
        assert page.width() == page.parentWidget().width()
        assert page.heading.contentsMargins().right() == 0
