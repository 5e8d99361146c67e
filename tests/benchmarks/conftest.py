"""Speed is measured by ``make bench`` alone; an ordinary test run does not wait for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    if collection_path.name.startswith("test_") and not config.getoption("benchmark_only"):
        return True
    return None


@pytest.hookimpl(trylast=True)
def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, config: pytest.Config
) -> None:
    """How many times the bare counterpart each takes, and how many it may take."""
    if not config.getoption("benchmark_only"):
        return
    terminalreporter.section("times the bare counterpart in the same run")
    for measured in config._benchmarksession.benchmarks:  # type: ignore[attr-defined]
        ratio, bar = (measured.extra_info.get(name) for name in ("ratio", "bar"))
        if ratio is None:
            continue
        verdict = "" if bar is None else f"  bar {bar}" + ("" if ratio <= bar else "  TOO SLOW")
        terminalreporter.write_line(f"{measured.name:<50} {ratio:>6.2f}{verdict}")
