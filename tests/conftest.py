"""What every test starts from: no screen, no keyring, no settings of the person who runs it."""

from __future__ import annotations

import gc
import importlib
import os
import pkgutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import hypothesis
import keyring
import pytest
from keyring.backends import fail

import bpa_desktop
from bpa_desktop import i18n
from bpa_desktop.services import leak_check, package
from bpa_desktop.storage import migrations
from tests.counting import counting_news, not_counting
from tests.little_file import write
from tests.printed import print_once, read_once
from tests.tables import Tables

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator

# How long an example takes says more about what else the machine does than about the code.
hypothesis.settings.register_profile("bpa", deadline=None)
hypothesis.settings.load_profile("bpa")

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.pop("BPA_DESKTOP_KEY", None)
os.environ.pop("BPA_DESKTOP_LANGUAGE", None)


# What is compiled is kept for the next run, and shared by the processes that tests start, also
# where nothing is to be written beside the source.
if os.environ.pop("PYTHONDONTWRITEBYTECODE", None):
    compiled = Path(__file__).parents[1] / "build" / "compiled"
    os.environ["PYTHONPYCACHEPREFIX"] = sys.pycache_prefix = str(compiled)
    sys.dont_write_bytecode = False


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Generator[None, object, object]:
    """The program is loaded while lines are counted; tests are found without."""
    for module in pkgutil.walk_packages(bpa_desktop.__path__, "bpa_desktop."):
        if module.name != "bpa_desktop.__main__":
            importlib.import_module(module.name)
    gc.disable()  # nothing that is found goes before the end
    with not_counting():
        return (yield)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Slow tests first: what is left at the end is short, and keeps all workers busy."""
    items.sort(key=lambda item: item.get_closest_marker("slow") is None)


def pytest_collection_finish() -> None:
    """What is loaded by now stays: to look for rubbish in it takes a tenth of the run."""
    gc.collect()
    gc.freeze()
    gc.enable()
    gc.set_threshold(10_000, 20, 50)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, object, object]:
    """Lines are counted where that tells something: it takes longer than running them."""
    with counting_news(item.nodeid):
        return (yield)


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


@pytest.fixture(scope="module")
def uncounted() -> Iterator[None]:
    """For modules of tests that go the ways of others again and again."""
    with not_counting():
        yield


@pytest.fixture
def uncounted_here() -> Iterator[None]:
    """For one test that goes the ways of others a great many times."""
    with not_counting():
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


@pytest.fixture
def printed_anew() -> None:
    """For a test of how a package is printed."""


@pytest.fixture
def printed_once(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Papers of packages are printed and read once, however many tests look at them."""
    if "printed_anew" not in request.fixturenames:
        monkeypatch.setattr(package, "render_pages", print_once)
        monkeypatch.setattr(leak_check, "texts", read_once)


@pytest.fixture(scope="session")
def small_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small file with one of everything, made once; tests work on copies."""
    return write(tmp_path_factory.mktemp("little") / "little.bpa")
