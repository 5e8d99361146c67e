"""What every test starts from: no screen, no keyring, no settings of the person who runs it."""

from __future__ import annotations

import gc
import os
from contextlib import contextmanager
from typing import TYPE_CHECKING

import hypothesis
import keyring
import pytest
from coverage import Coverage
from keyring.backends import fail

from bpa_desktop import i18n
from bpa_desktop.storage import migrations
from tests.little_file import write
from tests.tables import Tables

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

# How long an example takes says more about what else the machine does than about the code.
hypothesis.settings.register_profile("bpa", deadline=None)
hypothesis.settings.load_profile("bpa")

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.pop("BPA_DESKTOP_KEY", None)
os.environ.pop("BPA_DESKTOP_LANGUAGE", None)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Slow tests first: what is left at the end is short, and keeps all workers busy."""
    items.sort(key=lambda item: item.get_closest_marker("slow") is None)


def pytest_collection_finish() -> None:
    """What is loaded by now stays: to look for rubbish in it takes a tenth of the run."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(10_000, 20, 50)


@pytest.fixture(autouse=True)
def own_surroundings(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> Path:
    """Settings in a folder of the test run, and no keyring unless a test brings one."""
    home = tmp_path_factory.getbasetemp() / "home"
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"):
        monkeypatch.setenv(name, str(home))
    keyring.set_keyring(fail.Keyring())
    return home


@pytest.fixture(autouse=True)
def danish_afterwards() -> Iterator[None]:
    """A test may speak any language; the next one starts in Danish."""
    i18n.set_language("da")
    yield
    i18n.set_language("da")


@contextmanager
def _not_counting() -> Iterator[None]:
    """Which lines run is not counted inside: counting takes as long again."""
    counting = []
    while (current := Coverage.current()) is not None:
        current.stop()
        counting.append(current)
    yield
    for one in reversed(counting):
        one.start()


@pytest.fixture(scope="module")
def uncounted() -> Iterator[None]:
    """For modules of tests that go the ways of others again and again."""
    with _not_counting():
        yield


@pytest.fixture
def uncounted_here() -> Iterator[None]:
    """For one test that goes the ways of others a great many times."""
    with _not_counting():
        yield


@pytest.fixture(scope="session")
def tables() -> Tables:
    return Tables()


@pytest.fixture(autouse=True)
def tables_made_once(
    request: pytest.FixtureRequest, tables: Tables, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Most tests begin with a new file; the tests of the store make it step by step."""
    if "/storage/" not in request.node.nodeid:
        monkeypatch.setattr(migrations, "upgrade", tables.upgrade)


@pytest.fixture(scope="session")
def small_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small file with one of everything, made once; tests work on copies."""
    return write(tmp_path_factory.mktemp("little") / "little.bpa")
