"""The window with a made-up file behind it."""

from __future__ import annotations

from contextlib import ExitStack
from typing import TYPE_CHECKING

import pytest

from bpa_desktop.services.preferences import Preferences
from bpa_desktop.views.appearance import Appearance
from bpa_desktop.views.desk import Desk
from bpa_desktop.views.frame import Frame
from tests.little_file import open_copy
from tests.views.fake import FakeFile, sample_places, settle
from tests.views.little import LIGHT, seat

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from tests.views.little import Seat


@pytest.fixture
def appearance(qapp: QApplication) -> Iterator[Appearance]:
    """The program's look, light and in Danish; whatever a test changes is put back."""
    plain = Preferences(colours="light")
    # The windows of earlier tests are gone before this one begins.
    settle()
    look = Appearance(qapp, plain)
    yield look
    look.wear(plain)


@pytest.fixture
def file() -> FakeFile:
    return FakeFile()


@pytest.fixture
def desk(appearance: Appearance, file: FakeFile) -> Desk:  # noqa: ARG001 - the look comes first
    return Desk(Preferences(colours="light"), file)


@pytest.fixture
def frame(desk: Desk, appearance: Appearance, file: FakeFile, qtbot: QtBot) -> Frame:
    """The window, 1280 by 800, shown and active."""
    window = Frame(desk, appearance, sample_places(file))
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitActive(window).__enter__()
    settle()
    return window


@pytest.fixture
def documents(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of documents of whoever runs the program."""
    folder = tmp_path / "documents"
    monkeypatch.setenv("XDG_DOCUMENTS_DIR", str(folder))
    return folder


@pytest.fixture
def sit(
    qapp: QApplication,
    small_file: Path,
    tmp_path: Path,
    documents: Path,  # noqa: ARG001 - nothing may be written elsewhere
) -> Iterator[Callable[..., Seat]]:
    """Sits down in front of the window on a copy of the small file, or of ``file``."""
    with ExitStack() as stack:

        def begin(
            preferences: Preferences = LIGHT,
            *,
            read_only: bool = False,
            file: Path | None = None,
        ) -> Seat:
            session = open_copy(file or small_file, tmp_path, read_only=read_only)
            known_as = ("small", preferences, read_only) if file is None else None
            return stack.enter_context(seat(qapp, session, preferences, known_as=known_as))

        yield begin


@pytest.fixture
def me(sit: Callable[..., Seat]) -> Seat:
    """Somebody in front of the window on a copy of the small file."""
    return sit()
