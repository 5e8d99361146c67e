"""A picture of every screen in both languages, two sizes, two text sizes, light and dark."""

from __future__ import annotations

import os
import sys
import tempfile
import time
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from bpa_desktop.app import build_window
from bpa_desktop.i18n import LANGUAGES
from bpa_desktop.services.demo import DEMO_KEY, make_demo
from bpa_desktop.services.preferences import Preferences
from bpa_desktop.services.unlocking import unlock
from bpa_desktop.views.button import Button

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from bpa_desktop.views.frame import Frame

FOLDER: Final = Path(__file__).resolve().parent.parent / "shots"
WINDOW: Final = (1280, 800)
_ROUNDS: Final = 4
_PATIENCE: Final = 20.0


def settings() -> Iterator[Preferences]:
    """Every way a picture is taken."""
    ways = product(LANGUAGES, ("standard", "gaze"), (100, 200), ("light", "dark"))
    for language, size, percent, colours in ways:
        yield Preferences(language=language, size=size, text_percent=percent, colours=colours)


def take_all(
    make_window: Callable[[Preferences], Frame], folder: Path, ways: Iterable[Preferences]
) -> list[Path]:
    """Every place in every way; the files are named ``today-da-standard-100-light.png``."""
    folder.mkdir(parents=True, exist_ok=True)
    taken = []
    for how in ways:
        frame = make_window(how)
        frame.resize(*WINDOW)
        frame.show()
        frame.desk.change_preferences(**how._asdict())
        settle()
        for key in frame.places:
            _enter(frame, key)
            name = f"{key}-{how.language}-{how.size}-{how.text_percent}-{how.colours}.png"
            taken.append(folder / name)
            frame.grab().save(str(taken[-1]))
    return taken


def _enter(frame: Frame, key: str) -> None:
    """Go to the place; a preview needs a paper, and takes the first there is."""
    frame.go("documents" if key == "preview" else key)
    settle()
    shown = filter(Button.isVisible, frame.pages.findChildren(Button))
    papers = [one for one in shown if one.face.icon == "eye"]
    if key == "preview" and papers:
        papers[0].click()
        until = time.monotonic() + _PATIENCE
        while frame.current != key and time.monotonic() < until:
            time.sleep(0.01)
            settle()


def settle() -> None:
    """Let Qt lay out, read and show what was asked for."""
    for _ in range(_ROUNDS):
        QApplication.sendPostedEvents()
        QApplication.processEvents()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def main() -> int:
    """Take the pictures of the example file."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QApplication(sys.argv[:1])
    with tempfile.TemporaryDirectory() as folder:
        made = make_demo(Path(folder))
        with unlock(made.file, key=DEMO_KEY) as session:
            window = build_window(application, Preferences(), session)
            taken = take_all(lambda _how: window.frame, FOLDER, settings())
            window.desk.leave()
    sys.stdout.write(f"{len(taken)} pictures in {FOLDER}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
