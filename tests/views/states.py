"""Every state of the window that is looked at: each place, each form, and what lies above them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from bpa_desktop.domain.roster import Shift, ShiftState
from bpa_desktop.services.catalogue import KINDS
from bpa_desktop.services.example import example_records
from bpa_desktop.views.many_panel import open_many
from bpa_desktop.views.month_grid import day_key
from bpa_desktop.views.new_shift_panel import NewShift, open_new_shift
from bpa_desktop.views.places import PLACES
from bpa_desktop.views.record_editor import RecordEditor, open_editor
from bpa_desktop.views.roster_cells import Target
from bpa_desktop.views.roster_page import RosterPage
from bpa_desktop.views.roster_tools import TOOLS
from bpa_desktop.views.rows_editor import RowsEditor
from bpa_desktop.views.shift_panel import open_shift
from bpa_desktop.views.substitute_panel import find_substitute
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
        _known(kind).enter(window)
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


def _new_shift(window: Window) -> None:
    window.frame.go("roster")
    open_new_shift(window.desk, NewShift(TODAY))


def _roster(view: str) -> Callable[[Window], RosterPage]:
    """The roster in one of its views; `_as_it_comes` goes back to what a person meets first."""

    def enter(window: Window) -> RosterPage:
        window.desk.change_preferences(roster_view=view)
        window.frame.go("roster")
        page = window.frame.page
        assert isinstance(page, RosterPage)
        if page.choosing.is_on:
            page.stop_choosing()
        page.show_week(TODAY)
        return page

    return enter


def _day(window: Window) -> None:
    page = _roster("month")(window)
    page._press(Target("day", day_key(TODAY), None, TODAY))


def _choosing(view: str) -> Callable[[Window], None]:
    def enter(window: Window) -> None:
        page = _roster(view)(window)
        page.choose_several()
        page.choose_all()

    return enter


def _chosen(window: Window) -> None:
    _choosing("week")(window)
    open_many(window.desk, _shown_roster(window).choosing, take_focus=True)


def _shown_roster(window: Window) -> RosterPage:
    page = window.frame.page
    assert isinstance(page, RosterPage)
    return page


def _fairness(window: Window) -> None:
    page = _roster("month")(window)
    tool = next(tool for tool in TOOLS if tool.key == "fairness")
    tool.press(window.desk, *page.period())


def _as_it_comes(window: Window) -> None:
    _roster("")(window)


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
    _row(_NAMED["grant"], "lines"),
    State("shift", _shift),
    State("unfilled shift", _unfilled),
    State("substitute", _substitute),
    State("plan shift", _new_shift),
    State("roster week", _roster("week")),
    State("roster two weeks", _roster("two_weeks")),
    State("roster month", _roster("month")),
    State("roster list", _roster("list")),
    State("roster day", _day),
    State("choosing in the week", _choosing("week")),
    State("choosing in the month", _choosing("month")),
    State("chosen shifts", _chosen),
    State("fairness", _fairness),
    State("roster as it comes", _as_it_comes),
    State("search", _search),
    State("welcome", lambda window: window.opening.welcome()),
)
