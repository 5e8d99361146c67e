"""Where the focus is: the ring around it, and how it finds its way back after a rebuild."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QFocusFrame, QScrollArea
from shiboken6 import isValid

from bpa_desktop.views.reach import controls_in
from bpa_desktop.views.text import MAY_COVER

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QWidget

_MARGIN: Final = 24
_PASSES: Final = 4
"""So many times round the event loop it takes until everything new has found its place."""
_TAB: Final = Qt.FocusPolicy.TabFocus


class FocusRing(QObject):
    """One ring that follows the focus in every window, and scrolls it into view."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._frame = _new_frame()
        self._passes = 0
        self._settling = QTimer(self, interval=0)
        self._settling.timeout.connect(self._show_again)
        app.focusChanged.connect(self._follow)

    def _follow(self, _old: QWidget | None, now: QWidget | None) -> None:
        # The ring lives in the window of what it surrounds, and dies with it.
        if not isValid(self._frame):
            self._frame = _new_frame()
        seen = now is not None and now.focusPolicy() != Qt.FocusPolicy.NoFocus
        self._frame.setWidget(now if seen else None)  # type: ignore[arg-type]
        if now is not None and QApplication.mouseButtons() == Qt.MouseButton.NoButton:
            show_whole(now)
            # What has just been built is not laid out yet, and may still move out of sight.
            self._passes = _PASSES
            self._settling.start()

    def _show_again(self) -> None:
        now = QApplication.focusWidget()
        if now is not None:
            show_whole(now)
        self._passes -= 1
        if self._passes <= 0:
            self._settling.stop()


def _new_frame() -> QFocusFrame:
    frame = QFocusFrame()
    frame.setProperty(MAY_COVER, True)
    return frame


def show_whole(widget: QWidget) -> None:
    """Scroll every scroll area around ``widget`` until it is seen whole."""
    for area in _areas(widget):
        area.ensureWidgetVisible(widget, _MARGIN, _MARGIN)


def _areas(widget: QWidget) -> Iterator[QScrollArea]:
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QScrollArea):
            yield parent
        parent = parent.parentWidget()


class Mark(NamedTuple):
    """Where the focus was inside a widget: the control's name and its place in the row."""

    name: str
    object_name: str
    place: int


def mark(container: QWidget) -> Mark | None:
    """Where the focus is inside ``container``, or None when it is elsewhere."""
    focused = QApplication.focusWidget()
    if focused is None or not container.isAncestorOf(focused):
        return None
    controls = controls_in(container)
    index = controls.index(focused) if focused in controls else 0
    return Mark(focused.accessibleName(), focused.objectName(), index)


def refocus(container: QWidget, where: Mark | None) -> None:
    """Put the focus on the same control of a rebuilt ``container``, or as near as can be."""
    controls = controls_in(container) if where is not None else []
    if where is None or not controls:
        return
    matches = [
        control
        for control in controls
        if (where.object_name and control.objectName() == where.object_name)
        or (where.name and control.accessibleName() == where.name)
    ]
    near = controls[min(where.place, len(controls) - 1)]
    (matches[0] if matches else near).setFocus(Qt.FocusReason.OtherFocusReason)


def focus_first(container: QWidget) -> bool:
    """Put the focus on the first Tab stop of ``container``; false when there is none."""
    stops = [each for each in controls_in(container) if each.focusPolicy() & _TAB]
    if stops:
        stops[0].setFocus(Qt.FocusReason.OtherFocusReason)
    return bool(stops)
