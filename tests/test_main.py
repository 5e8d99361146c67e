from __future__ import annotations

import gc
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from bpa_desktop import __main__, app, cli

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture(autouse=True)
def collector_afterwards() -> Iterator[None]:
    yield
    gc.enable()
    gc.unfreeze()


@pytest.mark.parametrize(("words", "opened"), [([], None), (["min fil.bpa"], "min fil.bpa")])
def test_a_file_or_nothing_opens_the_window(
    monkeypatch: pytest.MonkeyPatch, words: list[str], opened: str | None
) -> None:
    seen: list[Path | None] = []

    def run(path: Path | None) -> int:
        seen.append(path)
        return 0

    monkeypatch.setattr(app, "run", run)
    monkeypatch.setattr(sys, "argv", ["bpa-desktop", *words])
    with pytest.raises(SystemExit) as ended:
        __main__.main()
    assert ended.value.code == 0
    assert gc.get_freeze_count()
    assert [path and path.name for path in seen] == [opened]


@pytest.mark.parametrize("words", [["schema"], ["--help"], ["hours", "x.bpa"]])
def test_anything_else_is_a_command(monkeypatch: pytest.MonkeyPatch, words: list[str]) -> None:
    called: list[str] = []

    def command(prog_name: str) -> None:
        called.append(prog_name)

    monkeypatch.setattr(cli, "main", command)
    monkeypatch.setattr(sys, "argv", ["bpa-desktop", *words])
    __main__.main()
    assert called == ["bpa-desktop"]


def test_the_module_starts_as_the_command_does() -> None:
    command = [sys.executable, "-m", "bpa_desktop", "--version"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout.startswith("bpa-desktop")


def test_the_window_loads_nothing_that_only_makes_stub_files() -> None:
    """What is left out of PySide's own Python part is not missed when a call is explained."""
    code = (
        "import builtins, sys; own = builtins.compile\n"
        "import bpa_desktop.app\n"
        "from PySide6.QtCore import QSize\n"
        "assert builtins.compile is own\n"
        "assert not {'argparse', 'logging'} & sys.modules.keys()\n"
        "try:\n    QSize('a', 'b')\n"
        "except TypeError as error:\n    print(error)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "called with wrong argument types" in done.stdout
    assert "w: int, h: int" in done.stdout
