"""What a week of the roster costs beside as many bare buttons, as a ratio of one run."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication, QGridLayout, QPushButton, QWidget

from bpa_desktop.services.today import today
from bpa_desktop.views.roster_page import RosterPage
from bpa_desktop.views.shift_button import ShiftButton
from tests.benchmarks.timing import fastest
from tests.views.person import example_copy, person_at
from tests.views.windows import settle, write_file

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytest_benchmark.fixture import BenchmarkFixture

    from tests.views.person import Person

RATIO_OF_A_WEEK = 2.0
SECONDS_FOR_TODAY = 0.05
DAYS = 7


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_file(tmp_path_factory.mktemp("speed"))


@pytest.fixture
def someone(qapp: QApplication, file: Path, tmp_path: Path) -> Iterator[Person]:
    with person_at(qapp, example_copy(file, tmp_path)) as person:
        person.window.frame.go("roster")
        settle(person.window.frame)
        yield person


def paint() -> None:
    QApplication.sendPostedEvents()
    QApplication.processEvents()


def show_bare_buttons(count: int) -> None:
    panel = QWidget()
    grid = QGridLayout(panel)
    for number in range(count):
        grid.addWidget(QPushButton("07–15"), number // DAYS, number % DAYS)
    panel.resize(650, 500)
    panel.show()
    paint()
    panel.hide()
    panel.deleteLater()


def test_opening_a_week(someone: Person, benchmark: BenchmarkFixture) -> None:
    page = someone.page
    assert isinstance(page, RosterPage)
    steps = iter(range(10_000))

    def turn() -> None:
        page.turn(1 if next(steps) % 2 else -1)
        paint()

    count = sum(one.isVisible() for one in page.findChildren(ShiftButton))
    ours, bare = fastest(turn, lambda: show_bare_buttons(count))
    ratio = ours / bare
    benchmark.extra_info["ratio"] = round(ratio, 2)
    benchmark(turn)
    assert ratio <= RATIO_OF_A_WEEK


def test_the_first_page_is_counted_in_a_moment(
    someone: Person, benchmark: BenchmarkFixture
) -> None:
    benchmark(today, someone.session)
    assert fastest(lambda: today(someone.session))[0] <= SECONDS_FOR_TODAY
