"""Small and read-only disks, where the system lets a test have them."""

from __future__ import annotations

import subprocess
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@contextmanager
def small_disk(place: Path, kilobytes: int) -> Iterator[Path]:
    """An empty disk of that size at ``place``; skips the test where none can be had."""
    place.mkdir()
    if sys.platform != "linux":
        pytest.skip("only Linux makes a disk in memory for one test")
    options = f"size={kilobytes}k"
    if not _ran("mount", "-t", "tmpfs", "-o", options, "tmpfs", str(place)):
        pytest.skip("a disk in memory needs the rights of root")
    try:
        yield place
    finally:
        subprocess.run(["umount", "-l", str(place)], check=True)


def make_read_only(place: Path) -> None:
    """Nothing can be written on the disk at ``place`` from now on."""
    subprocess.run(["mount", "-o", "remount,ro", str(place)], check=True)


def _ran(*command: str) -> bool:
    return subprocess.run(command, check=False, capture_output=True).returncode == 0
