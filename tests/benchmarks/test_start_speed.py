"""Cold start and memory of the window, beside a bare window in the same run."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

from bpa_desktop.services.demo import DEMO_KEY, make_demo

if TYPE_CHECKING:
    from pathlib import Path

    from pytest_benchmark.fixture import BenchmarkFixture

ROUNDS = 9

PAINTED = """
from PySide6.QtWidgets import QApplication
def paint(*application):
    QApplication.processEvents()
    return 0
QApplication.exec = paint
"""

BARE = (
    PAINTED
    + """
from PySide6.QtWidgets import QLabel, QMainWindow
application = QApplication([])
window = QMainWindow()
window.setCentralWidget(QLabel("BPA"))
window.resize(1280, 800)
window.show()
application.exec()
"""
)

OURS = (
    PAINTED
    + """
import sys
from bpa_desktop.__main__ import main
sys.argv = ["bpa-desktop", {path!r}]
try:
    main()
except SystemExit as done:
    assert not done.code
"""
)

PEAK = """
from pathlib import Path
lines = Path("/proc/self/status").read_text().splitlines()
print(next(line.split()[1] for line in lines if line.startswith("VmHWM")))
"""


@pytest.fixture(scope="module")
def ours(tmp_path_factory: pytest.TempPathFactory) -> str:
    made = make_demo(tmp_path_factory.mktemp("start"))
    return OURS.format(path=str(made.file))


@pytest.fixture
def surroundings(tmp_path: Path) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    return {
        **kept,
        "BPA_DESKTOP_KEY": DEMO_KEY,
        "QT_QPA_PLATFORM": "offscreen",
        "XDG_CONFIG_HOME": str(tmp_path),
        "XDG_STATE_HOME": str(tmp_path),
    }


def start(code: str, surroundings: dict[str, str]) -> str:
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, env=surroundings, capture_output=True, text=True, check=True)
    return done.stdout


def best(code: str, surroundings: dict[str, str]) -> float:
    start(code, surroundings)
    times = []
    for _round in range(ROUNDS):
        begun = time.perf_counter()
        start(code, surroundings)
        times.append(time.perf_counter() - begun)
    return min(times)


def test_cold_start_to_the_first_page(
    benchmark: BenchmarkFixture, ours: str, surroundings: dict[str, str]
) -> None:
    bare = best(BARE, surroundings)
    start(ours, surroundings)
    benchmark.pedantic(start, (ours, surroundings), rounds=ROUNDS)
    benchmark.extra_info["bare_seconds"] = round(bare, 4)
    benchmark.extra_info["ratio"] = round(benchmark.stats.stats.min / bare, 2)
    benchmark.extra_info["bar"] = 2.5


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells a process's own peak")
def test_peak_memory_of_the_window(
    benchmark: BenchmarkFixture, ours: str, surroundings: dict[str, str]
) -> None:
    bare = int(start(BARE + PEAK, surroundings))
    whole = int(benchmark.pedantic(start, (ours + PEAK, surroundings), rounds=1))
    benchmark.extra_info["bare_kilobytes"] = bare
    benchmark.extra_info["kilobytes"] = whole
    benchmark.extra_info["ratio"] = round(whole / bare, 2)
    benchmark.extra_info["bar"] = 2.5
