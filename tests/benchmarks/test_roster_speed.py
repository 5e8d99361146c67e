"""What the roster costs beside as many bare buttons and labels, as ratios of one run.

Both are measured with their reading, as a person waits for them, though a month reads and checks
four times as much for a fifth of the buttons; the ratio without it is kept as ``without_reading``.
"""

from __future__ import annotations

import datetime as dt
import statistics
import time
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QGridLayout, QLabel, QPushButton, QWidget

from bpa_desktop.services.preferences import Preferences
from bpa_desktop.services.today import today
from bpa_desktop.views import roster_page
from bpa_desktop.views.month_grid import MonthGrid
from bpa_desktop.views.roster_grid import RosterGrid
from bpa_desktop.views.roster_page import RosterPage
from tests.benchmarks.timing import fastest
from tests.services.little_roster import (
    days_and_evenings,
    helper,
    lay,
    open_empty,
    round_the_clock,
)
from tests.views.person import example_copy, person_at
from tests.views.windows import settle, write_file

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytest_benchmark.fixture import BenchmarkFixture

    from bpa_desktop.services.week import Roster
    from tests.views.person import Person

RATIO_OF_A_WEEK = 2.0
RATIO_OF_A_MONTH = 2.0
SECONDS_FOR_A_PAGE = 0.05
SECONDS_FOR_TODAY = 0.05
DAYS = 7
HELPERS = 20
TIMES = (("07:00", "15:00"), ("15:00", "23:00"), ("23:00", "07:00"))


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_file(tmp_path_factory.mktemp("speed"))


@pytest.fixture
def someone(qapp: QApplication, file: Path, tmp_path: Path) -> Iterator[Person]:
    with person_at(qapp, example_copy(file, tmp_path)) as person:
        yield person


@pytest.fixture
def look(qapp: QApplication, tmp_path: Path) -> Iterator[Callable[[str], Person]]:
    """Somebody at a roster of twenty helpers, two of them there at any time for ten weeks."""
    session = open_empty(tmp_path)
    people = [helper(f"Hjælper{number:02} Prøve") for number in range(HELPERS)]
    lay(session, round_the_clock(), *people)
    first = dt.date(2026, 2, 23)
    slots = [
        (first + dt.timedelta(days=day), start, end)
        for day in range(70)
        for start, end in TIMES * 2
    ]
    for at, (day, start, end) in enumerate(slots):
        lay(session, *days_and_evenings(people[at % HELPERS].id, f"{day:%m-%d}", 1, start, end))
    opened = []

    def begin(view: str) -> Person:
        manager = person_at(qapp, session, Preferences(colours="light", roster_view=view))
        opened.append(manager)
        person = manager.__enter__()
        person.window.frame.go("roster")
        settle(person.window.frame)
        return person

    yield begin
    for manager in opened:
        manager.__exit__(None, None, None)


def visit(person: Person) -> RosterPage:
    page = person.page
    assert isinstance(page, RosterPage)
    return page


def paint() -> None:
    QApplication.sendPostedEvents()
    QApplication.processEvents()


def show_bare(buttons: int, labels: int) -> None:
    panel = QWidget()
    grid = QGridLayout(panel)
    for number in range(buttons):
        grid.addWidget(QPushButton("07–15"), number // DAYS, number % DAYS)
    for number in range(labels):
        grid.addWidget(QLabel("24 af 24"), buttons + number // DAYS, number % DAYS)
    panel.resize(650, 500)
    panel.show()
    paint()
    panel.hide()
    panel.deleteLater()


def parts_of(page: RosterPage) -> tuple[int, int]:
    """How many buttons and how many labels the page shows."""
    kinds = (QPushButton, QLabel)
    first, second = (sum(one.isVisible() for one in page.findChildren(kind)) for kind in kinds)
    return first, second


def open_anew(page: RosterPage) -> None:
    """Everything below the heading is read and built from nothing."""
    page._shown_as, page._frame = "", None
    page.refresh()
    paint()


def ratios(page: RosterPage, monkeypatch: pytest.MonkeyPatch) -> tuple[float, float]:
    """Opening the page beside bare widgets: as a person sees it, and without the reading."""
    real = roster_page.roster
    first, end = page.period()
    with_new = page.view != "month"
    found = real(page.desk.session, first, (end - first).days, with_new=with_new)

    def read_already(*_days: object, **_how: object) -> Roster:
        return found

    def open_read() -> None:
        monkeypatch.setattr(roster_page, "roster", read_already)
        open_anew(page)
        monkeypatch.setattr(roster_page, "roster", real)

    buttons, labels = parts_of(page)
    ours, shown, bare = fastest(
        lambda: open_anew(page), open_read, lambda: show_bare(buttons, labels)
    )
    return ours / bare, shown / bare


def test_opening_a_week_of_twenty_helpers(
    look: Callable[[str], Person],
    monkeypatch: pytest.MonkeyPatch,
    benchmark: BenchmarkFixture,
) -> None:
    page = visit(look("week"))
    assert page.findChild(RosterGrid) is not None
    ratio, shown = ratios(page, monkeypatch)
    benchmark.extra_info.update(
        ratio=round(ratio, 2), bar=RATIO_OF_A_WEEK, without_reading=round(shown, 2)
    )
    benchmark(open_anew, page)
    assert ratio <= RATIO_OF_A_WEEK


def test_opening_a_month_of_twenty_helpers(
    look: Callable[[str], Person],
    monkeypatch: pytest.MonkeyPatch,
    benchmark: BenchmarkFixture,
) -> None:
    page = visit(look("month"))
    assert page.findChild(MonthGrid) is not None
    ratio, shown = ratios(page, monkeypatch)
    benchmark.extra_info.update(
        ratio=round(ratio, 2), bar=RATIO_OF_A_MONTH, without_reading=round(shown, 2)
    )
    benchmark(open_anew, page)
    assert ratio <= RATIO_OF_A_MONTH


def test_changing_the_week_by_key(
    look: Callable[[str], Person], benchmark: BenchmarkFixture
) -> None:
    """The median of many presses, beside new texts on as many bare buttons."""
    person = look("week")
    page = visit(person)
    buttons, _labels = parts_of(page)
    bare = [QPushButton("07–15") for _ in range(buttons)]
    panel = QWidget()
    grid = QGridLayout(panel)
    for at, button in enumerate(bare):
        grid.addWidget(button, at // DAYS, at % DAYS)
    panel.show()
    page.window().activateWindow()
    first = next(
        one for one in page.findChildren(QPushButton) if "Hjælper00" in one.accessibleName()
    )
    first.setFocus()
    paint()
    begin = page.first

    def press() -> None:
        for key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
            focused = QApplication.focusWidget()
            assert focused is not None
            QTest.keyClick(focused, key)
            paint()
            assert (page.first == begin) is (key == Qt.Key.Key_PageUp)

    def press_bare() -> None:
        for text in ("15–23", "07–15"):
            for button in bare:
                button.setText(text)
            paint()

    ours, beside = (median_of(work) / 2 for work in (press, press_bare))
    benchmark.extra_info.update(ratio=round(ours / beside, 2), milliseconds=round(ours * 1000, 1))
    benchmark(press)
    panel.deleteLater()
    assert ours - beside <= SECONDS_FOR_A_PAGE


def median_of(work: Callable[[], object]) -> float:
    seconds = []
    for _ in range(15):
        start = time.process_time()
        work()
        seconds.append(time.process_time() - start)
    return statistics.median(seconds)


def test_the_first_page_is_counted_in_a_moment(
    someone: Person, benchmark: BenchmarkFixture
) -> None:
    benchmark(today, someone.session)
    assert fastest(lambda: today(someone.session))[0] <= SECONDS_FOR_TODAY
