"""Long work leaves the window's thread, and its result comes back there or not at all."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QThreadPool

from bpa_desktop.views.tasks import Task
from tests.views.fake import settle

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot


def wait() -> None:
    assert QThreadPool.globalInstance().waitForDone(5_000)
    settle()


def listen(task: Task) -> list[object]:
    heard: list[object] = []
    for signal in (task.done, task.failed):
        signal.connect(lambda found: heard.append((found, threading.current_thread())))
    return heard


def test_the_work_is_done_elsewhere_and_told_here(qtbot: QtBot) -> None:
    del qtbot
    parent = QObject()
    task = Task(threading.current_thread, parent)
    heard = listen(task)
    assert not task.is_running
    task.start()
    assert task.is_running
    wait()
    ((worker, told),) = heard
    assert worker is not threading.current_thread()
    assert told is threading.current_thread()
    assert not task.is_running


def _fail() -> None:
    raise ValueError("no")


def test_an_error_is_handed_over(qtbot: QtBot) -> None:
    del qtbot
    parent = QObject()
    task = Task(_fail, parent)
    heard = listen(task)
    task.start()
    wait()
    ((error, _thread),) = heard
    assert isinstance(error, ValueError)
    assert not task.is_running


def test_the_work_itself_knows_no_window(qtbot: QtBot) -> None:
    del qtbot
    parent = QObject()
    tasks = [Task(work, parent) for work in (lambda: 7, _fail)]
    heard = [listen(task) for task in tasks]
    for task in tasks:
        task._work.run()
    assert [type(found) for ((found, _thread),) in heard] == [int, ValueError]


def _held(gate: threading.Event, after: Callable[[], object]) -> Callable[[], object]:
    def work() -> object:
        assert gate.wait(5)
        return after()

    return work


def test_after_cancel_nothing_is_told(qtbot: QtBot) -> None:
    del qtbot
    parent, gate = QObject(), threading.Event()
    tasks = [Task(_held(gate, after), parent) for after in (int, _fail)]
    heard = [listen(task) for task in tasks]
    for task in tasks:
        task.start()
        task.cancel()
    gate.set()
    wait()
    assert heard == [[], []]


def test_a_page_that_is_gone_is_not_told(qtbot: QtBot) -> None:
    del qtbot
    parent, gate, done = QObject(), threading.Event(), threading.Event()
    task = Task(_held(gate, done.set), parent)
    heard = listen(task)
    task.start()
    del task
    parent.deleteLater()
    settle()
    gate.set()
    wait()
    assert done.is_set()
    assert heard == []
