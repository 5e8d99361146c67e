"""Long work on a thread: frozen values go in and come out, never a connection or a widget."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal

if TYPE_CHECKING:
    from collections.abc import Callable


class _Answer(QObject):
    done = Signal(object)
    failed = Signal(object)


class _Work(QRunnable):
    """Holds the answer, so that it outlives a task whose page has been put away."""

    def __init__(self, work: Callable[[], Any], answer: _Answer) -> None:
        super().__init__()
        self._work = work
        self._answer = answer

    def run(self) -> None:
        """Run the work on the pool's thread; its result or its error travels as a signal."""
        try:
            result = self._work()
        except Exception as error:  # noqa: BLE001 - handed over whole to the window's thread
            self._answer.failed.emit(error)
        else:
            self._answer.done.emit(result)


class Task(QObject):
    """One piece of long work.

    ``done`` gets the result and ``failed`` the error, both on the window's thread. After
    ``cancel``, or when ``parent`` is gone, neither is called: the work ends by itself and its
    result is dropped.
    """

    done = Signal(object)
    failed = Signal(object)

    def __init__(self, work: Callable[[], Any], parent: QObject) -> None:
        super().__init__(parent)
        self._is_wanted = True
        self.is_running = False
        answer = _Answer()
        answer.done.connect(self._finish)
        answer.failed.connect(self._fail)
        self._work = _Work(work, answer)

    def start(self) -> None:
        """Begin on a thread of the pool."""
        self.is_running = True
        QThreadPool.globalInstance().start(self._work)

    def cancel(self) -> None:
        """Do not wait for the result any more."""
        self._is_wanted = False

    def _finish(self, result: object) -> None:
        self.is_running = False
        if self._is_wanted:
            self.done.emit(result)

    def _fail(self, error: object) -> None:
        self.is_running = False
        if self._is_wanted:
            self.failed.emit(error)
