from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

import bpa_desktop

ROOT = Path(bpa_desktop.__file__).parents[1]

START = """
import sys
sys.path[:0] = {path!r}
import datetime as dt
from pathlib import Path
from PySide6.QtWidgets import QApplication
import bpa_desktop
from bpa_desktop import paths
assert paths.UI.is_dir() and "_data" in paths.UI.parts, paths.UI
from bpa_desktop import app
from bpa_desktop.services.demo import DEMO_KEY, make_demo
made = make_demo(Path({folder!r}), dt.date(2026, 3, 16))
def look(application):
    frame = next(one for one in application.topLevelWidgets() if one.isVisible() and one.isWindow())
    print(bpa_desktop.__file__)
    print(frame.windowTitle())
    return 0
QApplication.exec = look
sys.exit(app.run(made.file, key=DEMO_KEY, today=dt.date(2026, 3, 16)))
"""


@pytest.mark.slow
def test_the_wheel_works_without_the_source_tree(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = tmp_path.glob("*.whl")
    installed = tmp_path / "installed"
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
        archive.extractall(installed)
    tops = {name.split("/")[0] for name in names if ".dist-info" not in name}
    assert tops == {"bpa_desktop"}
    assert "bpa_desktop/_data/translations/da/LC_MESSAGES/bpa.mo" in names
    assert not [name for name in names if name.endswith((".po", ".pot"))]
    libraries = next(path for path in sys.path if path.endswith("site-packages"))
    code = START.format(path=[str(installed), libraries], folder=str(tmp_path / "example"))
    environment = {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "HOME": str(tmp_path),
        "PYTHONPATH": "",
    }
    done = subprocess.run(
        [sys.executable, "-S", "-c", code],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    where, title = done.stdout.strip().splitlines()[-2:]
    assert where.startswith(str(installed))
    assert title == "I dag – BPA Desktop"
