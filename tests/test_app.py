"""The window is built once, remembers what was chosen, and lets go of everything at the end."""

from __future__ import annotations

import builtins
import datetime as dt
import shutil
import signal
from typing import TYPE_CHECKING

import pytest

from bpa_desktop import app
from bpa_desktop.services import recent
from bpa_desktop.services.preferences import Preferences, load_preferences, preferences_path
from bpa_desktop.storage.lock import WriteLock
from tests import little_file
from tests.little_file import KEY, open_copy
from tests.views.little import LIGHT

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

    from bpa_desktop.app import Window

    Meanwhile = Callable[[Window], object]


@pytest.fixture(name="file", scope="module")
def _file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return little_file.write(tmp_path_factory.mktemp("app") / "little.bpa")


@pytest.fixture(name="run")
def _run(qapp: QApplication, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[..., int]:
    """Runs the program; ``meanwhile`` gets the window while it is on the screen."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setenv("XDG_DOCUMENTS_DIR", str(tmp_path / "documents"))
    monkeypatch.setattr(app, "QApplication", lambda _words: qapp)
    monkeypatch.setattr(signal, "signal", lambda *_: None)
    built: list[Window] = []
    build = app.build_window

    def keep(*args: object, **more: object) -> Window:
        built.append(build(*args, **more))  # type: ignore[arg-type]
        return built[-1]

    monkeypatch.setattr(app, "build_window", keep)

    def run(path: Path | None, meanwhile: Meanwhile, **how: object) -> int:
        def execute() -> int:
            assert built[-1].frame.isVisible()
            qapp.processEvents()
            meanwhile(built[-1])
            return 7

        monkeypatch.setattr(qapp, "exec", execute)
        code = app.run(path, **how)  # type: ignore[arg-type]
        assert not built[-1].frame.isVisible()
        assert not built[-1].desk.has_session
        return code

    yield run
    for window in built:
        window.appearance.wear(LIGHT)
        for part in (window.appearance, window.frame, window.desk):
            part.deleteLater()
    qapp.processEvents()


@pytest.fixture(name="own")
def _own(file: Path, tmp_path: Path) -> Path:
    return shutil.copy(file, tmp_path / "own.bpa")


def is_free(path: Path) -> bool:
    WriteLock(path).acquire().release()
    return True


def test_no_import_waits_for_a_search_for_switches_of_pyside() -> None:
    assert builtins.__import__ is getattr(builtins, "__orig_import__", builtins.__import__)
    assert "feature" not in builtins.__import__.__name__


def test_without_a_file_it_begins_with_the_welcome(run: Callable[..., int]) -> None:
    titles: list[str] = []
    assert run(None, lambda window: titles.extend(window.desk.announcer.log)) == 7
    assert titles[0].startswith("Velkommen til BPA Desktop")


def test_a_given_file_is_open_while_the_window_is_and_free_afterwards(
    run: Callable[..., int], own: Path
) -> None:
    def meanwhile(window: Window) -> None:
        assert window.desk.session.today == dt.date(2026, 3, 2)
        assert window.desk.session.helper_names()["anna"] == "Anna Nielsen"
        with pytest.raises(Exception, match="open"):
            is_free(own)

    assert run(own, meanwhile, key=KEY, today=dt.date(2026, 3, 2)) == 7
    assert is_free(own)


def test_the_last_file_is_opened_by_itself(run: Callable[..., int], own: Path) -> None:
    recent.remember_file(own)
    asked: list[str] = []
    run(None, lambda window: asked.extend(window.desk.announcer.log))
    assert asked[0].startswith("Lås own.bpa op")


def test_a_key_file_opens_it_read_only(run: Callable[..., int], own: Path, tmp_path: Path) -> None:
    key_file = tmp_path / "key.txt"
    key_file.write_text(KEY)
    seen: list[bool] = []
    run(own, lambda window: seen.append(window.desk.read_only), key_file=key_file, read_only=True)
    assert seen == [True]


def test_what_is_chosen_is_remembered_for_the_next_time(run: Callable[..., int]) -> None:
    run(None, lambda window: window.desk.change_preferences(language="en", text_percent=150))
    assert load_preferences(preferences_path()) == Preferences(language="en", text_percent=150)
    sizes: list[int] = []
    run(None, lambda window: sizes.append(window.desk.preferences.text_percent))
    assert sizes == [150]


def test_even_a_window_that_fails_lets_go_of_the_file(run: Callable[..., int], own: Path) -> None:
    def fail(_window: Window) -> None:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        run(own, fail, key=KEY)
    assert is_free(own)


def test_a_window_on_a_file_closes_it(qapp: QApplication, file: Path, tmp_path: Path) -> None:
    session = open_copy(file, tmp_path)
    window = app.build_window(qapp, LIGHT, session)
    window.frame.show()
    window.close()
    assert is_free(session.file.path)
    assert not window.frame.isVisible()
    window.close()
