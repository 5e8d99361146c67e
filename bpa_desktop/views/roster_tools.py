"""The second row of buttons above the roster: a new shift, and what is done with all the days."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final, NamedTuple

from bpa_desktop.errors import N_
from bpa_desktop.i18n import _
from bpa_desktop.views.actions import Action
from bpa_desktop.views.button import Button
from bpa_desktop.views.card import Row
from bpa_desktop.views.roving import Roving

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Sequence

    from bpa_desktop.views.desk import Desk

    Period = Callable[[], tuple[dt.date, dt.date]]


class Tool(NamedTuple):
    """One button. ``title`` and ``synonyms`` (comma-separated, two or more) are msgids.

    ``press`` gets the first day that the roster shows and the first one after. A tool that
    ``writes`` cannot be pressed in a file that is open read-only.
    """

    key: str
    title: str
    synonyms: str
    icon: str
    press: Callable[[Desk, dt.date, dt.date], object]
    writes: bool = True


def _choose_several(_desk: Desk, _first: dt.date, _end: dt.date) -> None:
    from bpa_desktop.views.roster_page import page_in_sight  # noqa: PLC0415 - it shows these tools

    page = page_in_sight()
    if page is not None:
        page.choose_several()


def _fairness(desk: Desk, first: dt.date, end: dt.date) -> None:
    from bpa_desktop.views.fairness_panel import open_fairness  # noqa: PLC0415 - fast start

    open_fairness(desk, first, end)


TOOLS: Final[tuple[Tool, ...]] = (
    Tool(
        key="choose-several",
        title=N_("Choose several"),
        synonyms=N_("select shifts, mark many shifts, several shifts at once"),
        icon="list-checks",
        press=_choose_several,
    ),
    Tool(
        key="fairness",
        title=N_("Fairness"),
        synonyms=N_("who has most nights, weekends, holidays, hours for each helper"),
        icon="scale",
        press=_fairness,
        writes=False,
    ),
)
"""In the order in which they stand; each is in the command box too."""


class RosterTools(Row):
    """One Tab stop; arrows move."""

    def __init__(self, desk: Desk, period: Period, new_shift: Callable[[], object]) -> None:
        super().__init__()
        new = Button(_("New shift"), "primary", "plus", new_shift)
        new.setEnabled(not desk.read_only)
        self.add(new)
        buttons = [new]
        for tool in TOOLS:
            press = partial(_run, tool, desk, period)
            button = Button(_(tool.title), icon=tool.icon, press=press)
            button.setEnabled(not (tool.writes and desk.read_only))
            self.add(button)
            buttons.append(button)
        self._roving = Roving(buttons)


def tool_actions(desk: Desk, period: Period) -> Sequence[Action]:
    """Every tool for the command box; ``period`` gives the days it is about."""
    return [
        Action(
            key=tool.key,
            title=tool.title,
            synonyms=tool.synonyms,
            run=partial(_run, tool, desk, period),
            icon=tool.icon,
        )
        for tool in TOOLS
    ]


def _run(tool: Tool, desk: Desk, period: Period) -> None:
    if not (tool.writes and desk.read_only):
        tool.press(desk, *period())
