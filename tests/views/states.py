"""Every state of the window that is looked at: each place, each form, and what lies above them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from bpa_desktop.domain.roster import Shift, ShiftState
from bpa_desktop.services.catalogue import KINDS
from bpa_desktop.services.example import example_records
from bpa_desktop.services.spells import Back
from bpa_desktop.services.substitution import is_open
from bpa_desktop.views.fit_again_panel import open_back
from bpa_desktop.views.new_shift_panel import NewShift, open_new_shift
from bpa_desktop.views.places import PLACES
from bpa_desktop.views.record_editor import RecordEditor, open_editor
from bpa_desktop.views.rows_editor import RowsEditor
from bpa_desktop.views.shift_panel import open_shift
from bpa_desktop.views.substitute_panel import find_substitute, offer_next, report_sick
from tests.views.windows import TODAY

if TYPE_CHECKING:
    from collections.abc import Callable

    from bpa_desktop.app import Window
    from bpa_desktop.services.catalogue import Kind


@dataclass(frozen=True)
class State:
    """A state, and how the window gets there from anywhere."""

    name: str
    enter: Callable[[Window], object]


def _place(key: str) -> State:
    return State(key, lambda window: window.frame.go(key))


_HOSTS: Final = {
    "helper": "helpers",
    "grant": "grants",
    "shift": "roster",
    "absence": "absence",
    "activity_item": "activities",
    "roster_pattern": "roster",
    "declined": "roster",
    "kept_finding": "roster",
    "closed_month": "roster",
}
"""The place beside which the form of each record type is opened."""


def _new(kind: Kind) -> State:
    def enter(window: Window) -> None:
        window.frame.go(_HOSTS[kind.name])
        open_editor(window.desk, kind)

    return State(f"new {kind.name}", enter)


def _known(kind: Kind) -> State:
    def enter(window: Window) -> None:
        window.frame.go(_HOSTS[kind.name])
        open_editor(window.desk, kind, window.desk.session.records.all(kind.record)[0])

    return State(f"edit {kind.name}", enter)


def _row(kind: Kind, field: str) -> State:
    def enter(window: Window) -> None:
        records = window.desk.session.records.all(kind.record)
        window.frame.go(_HOSTS[kind.name])
        open_editor(window.desk, kind, next(one for one in records if getattr(one, field)))
        editor = window.frame.panel.content
        assert isinstance(editor, RecordEditor)
        rows = editor.form.editor(field)
        assert isinstance(rows, RowsEditor)
        rows.open(0)

    return State(f"edit {kind.name} {field}", enter)


def _search(window: Window) -> None:
    window.frame.go("today")
    window.frame.overlays.open_box()
    window.frame.overlays.box.field.setText("a")


def _shift(window: Window) -> None:
    window.frame.go("roster")
    open_shift(window.desk, _coming(window, filled=True).id)


def _unfilled(window: Window) -> None:
    window.frame.go("roster")
    open_shift(window.desk, _coming(window, filled=False).id)


def _substitute(window: Window) -> None:
    window.frame.go("roster")
    find_substitute(window.desk, _coming(window, filled=False).id)


def _sick(window: Window) -> None:
    """A sick call that was taken back in the file, but still stands on the screen."""
    window.frame.go("roster")
    desk = window.desk
    report_sick(desk, _coming(window, filled=True))
    desk.session.records.undo()


def _next(window: Window) -> None:
    window.frame.go("roster")
    shifts = window.desk.session.records.all(Shift)
    offer_next(window.desk, tuple(one.id for one in shifts if is_open(one)))


def _back(window: Window) -> None:
    window.frame.go("absence")
    shifts = window.desk.session.records.all(Shift)
    waiting = tuple(one.id for one in shifts if is_open(one))
    taken = tuple(one.id for one in shifts if one.stands_in_for)
    open_back(window.desk, Back(str(_coming(window, filled=True).helper), waiting, taken))


def _new_shift(window: Window) -> None:
    window.frame.go("roster")
    open_new_shift(window.desk, NewShift(TODAY))


def _coming(window: Window, *, filled: bool) -> Shift:
    """The next planned shift that has a helper or has none."""
    shifts = sorted(window.desk.session.records.all(Shift), key=lambda one: one.planned_start)
    return next(
        one
        for one in shifts
        if one.state is ShiftState.PLANNED and (one.helper is not None) is filled
    )


_IN_THE_EXAMPLE: Final = {record.type_name for record in example_records(TODAY)}
_NAMED: Final = {kind.name: kind for kind in KINDS}
STATES: Final[tuple[State, ...]] = (
    *(_place(place.key) for place in PLACES),
    *(_new(kind) for kind in KINDS if not kind.single),
    *(_known(kind) for kind in KINDS if not kind.single and kind.name in _IN_THE_EXAMPLE),
    _row(_NAMED["helper"], "employments"),
    _row(_NAMED["helper"], "availability"),
    _row(_NAMED["grant"], "lines"),
    State("shift", _shift),
    State("unfilled shift", _unfilled),
    State("substitute", _substitute),
    State("sick", _sick),
    State("next unfilled", _next),
    State("back", _back),
    State("plan shift", _new_shift),
    State("search", _search),
    State("welcome", lambda window: window.opening.welcome()),
)
