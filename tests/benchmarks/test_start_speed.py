"""Cold start and memory of the window, beside a bare window in the same run."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from statistics import median
from typing import TYPE_CHECKING

import pytest

from bpa_desktop.services.demo import DEMO_KEY, make_demo

if TYPE_CHECKING:
    from pathlib import Path

    from pytest_benchmark.fixture import BenchmarkFixture

ROUNDS = 15

PAINTED = """
import gc, sys, time
{first}
from PySide6.QtWidgets import QApplication
def paint(*application):
    QApplication.processEvents()
    print(time.monotonic(), flush=True)
    return 0
QApplication.exec = paint
"""
"""Ends a program after its first picture, and tells when that was."""

BARE = (
    PAINTED.format(first="from PySide6.QtWidgets import QLabel, QMainWindow")
    + """
application = QApplication([])
window = QMainWindow()
window.setCentralWidget(QLabel("BPA"))
window.resize(1280, 800)
window.show()
application.exec()
"""
)

OURS = (
    PAINTED.format(first="gc.disable(); import bpa_desktop.app  # as `main` begins")
    + """
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


def first_picture(code: str, surroundings: dict[str, str]) -> float:
    """Seconds from the start of a process until its window is painted."""
    begun = time.monotonic()
    return float(start(code, surroundings)) - begun


def test_cold_start_to_the_first_page(
    benchmark: BenchmarkFixture, ours: str, surroundings: dict[str, str]
) -> None:
    for code in (BARE, ours):
        start(code, surroundings)
    # In turn, so that what slows the machine down slows both.
    pairs = [
        (first_picture(ours, surroundings), first_picture(BARE, surroundings))
        for _round in range(ROUNDS)
    ]
    benchmark.pedantic(start, (ours, surroundings), rounds=3)
    benchmark.extra_info["seconds"] = [round(whole, 4) for whole, _bare in pairs]
    benchmark.extra_info["bare_seconds"] = [round(bare, 4) for _whole, bare in pairs]
    benchmark.extra_info["ratio"] = round(median(whole / bare for whole, bare in pairs), 2)
    benchmark.extra_info["bar"] = 2.5


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells a process's own peak")
def test_peak_memory_of_the_window(
    benchmark: BenchmarkFixture, ours: str, surroundings: dict[str, str]
) -> None:
    bare = int(start(BARE + PEAK, surroundings).split()[-1])
    whole = int(benchmark.pedantic(start, (ours + PEAK, surroundings), rounds=1).split()[-1])
    benchmark.extra_info["bare_kilobytes"] = bare
    benchmark.extra_info["kilobytes"] = whole
    benchmark.extra_info["ratio"] = round(whole / bare, 2)
    benchmark.extra_info["bar"] = 2.5
